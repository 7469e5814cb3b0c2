//! How long to search.

use crate::error::{Code, Error, Result};
use crate::watch::Watch;
use serde::{Deserialize, Serialize};

/// How long to search: a number of iterations (reproducible), or milliseconds (not).
///
/// With neither, as many iterations as take about a second at the usual size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Effort {
    /// Steps of the search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iterations: Option<u64>,
    /// Time by the clock of the caller's door.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0)))]
    pub milliseconds: Option<f64>,
}

/// What a search did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SearchDone {
    /// Steps done.
    pub iterations: u64,
    /// Whether the same request gives the same answer again: false where a clock or the
    /// caller ended the search.
    pub reproducible: bool,
}

impl Effort {
    /// So many iterations.
    #[must_use]
    pub fn iterations(iterations: u64) -> Self {
        Self { iterations: Some(iterations), milliseconds: None }
    }

    /// So many milliseconds.
    #[must_use]
    pub fn milliseconds(milliseconds: f64) -> Self {
        Self { iterations: None, milliseconds: Some(milliseconds) }
    }

    /// Refuses two limits at once, and a limit in time where there is no clock.
    pub(crate) fn check(self, watch: &mut dyn Watch) -> Result<()> {
        let Some(milliseconds) = self.milliseconds else { return Ok(()) };
        if self.iterations.is_some() {
            return Err(Error::new(
                Code::ContractInvalidValue,
                "an effort has iterations or milliseconds, not both",
            )
            .at("/effort"));
        }
        if milliseconds.is_nan() || milliseconds < 0.0 {
            return Err(Error::new(Code::ContractInvalidValue, "milliseconds are 0 or more")
                .at("/effort/milliseconds"));
        }
        if watch.milliseconds().is_none() {
            return Err(Error::new(
                Code::ContractNoClock,
                "there is no clock to measure milliseconds",
            )
            .at("/effort/milliseconds")
            .hint("give iterations, or call with a watch that has a clock"));
        }
        Ok(())
    }
}
