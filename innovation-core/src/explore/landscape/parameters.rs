//! The parameters of adaptation on a landscape, and their ranges.

use super::heights::Heights;
use super::walk::Walk;
use crate::error::{Code, Error, Result};
use crate::explore::bounds::Bounds;
use serde::{Deserialize, Serialize};

pub(crate) const LOCI: Bounds = Bounds::new("loci", 1.0, 64.0);
pub(crate) const INTERACTIONS: Bounds = Bounds::new("interactions", 0.0, 31.0);
pub(super) const ORGANISATIONS: Bounds = Bounds::new("organisations", 1.0, 10_000.0);
pub(super) const PERIODS: Bounds = Bounds::new("periods", 1.0, 10_000.0);

/// On which others a locus depends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum InteractionScheme {
    /// The loci that follow it, in a circle.
    Adjacent,
    /// Others drawn anew for each landscape.
    #[default]
    Random,
}

/// Parameters of the model `landscape`: organisations that adapt on an NK landscape
/// (Levinthal 1997). The default is the paper's population on its most rugged landscape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LandscapeParameters {
    /// Parts of a form (N), 1 to 64. Default 10.
    pub loci: u32,
    /// Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5.
    pub interactions: u32,
    /// On which others. Default `random`.
    pub scheme: InteractionScheme,
    /// Organisations, 1 to 10,000. Default 100.
    pub organisations: u32,
    /// Periods, 1 to 10,000; organisations times periods 1,000,000 at most. Default 100.
    pub periods: u32,
    /// Whether an organisation also looks at a form drawn from all of them. Default false.
    pub long_jumps: bool,
    /// Whether to count the local optima too, which looks at every form: up to 20 loci.
    /// Default false.
    pub optima: bool,
}

impl Default for LandscapeParameters {
    fn default() -> Self {
        Self {
            loci: 10,
            interactions: 5,
            scheme: InteractionScheme::Random,
            organisations: 100,
            periods: 100,
            long_jumps: false,
            optima: false,
        }
    }
}

impl LandscapeParameters {
    /// The model with these parameters, which stand at `at`.
    pub(crate) fn check(&self, at: &str) -> Result<Walk> {
        ruggedness(self.loci, self.interactions, at)?;
        ORGANISATIONS.check(self.organisations, at)?;
        PERIODS.check(self.periods, at)?;
        if u64::from(self.organisations) * u64::from(self.periods) > 1_000_000 {
            return Err(refuse("organisations times periods pass 1,000,000", at, "periods")
                .hint("play fewer periods, or fewer organisations"));
        }
        if self.optima {
            enumerable(self.loci, at, "optima")?;
        }
        Ok(Walk::new(self))
    }
}

/// Checks the size of a landscape.
pub(crate) fn ruggedness(loci: u32, interactions: u32, at: &str) -> Result<()> {
    LOCI.check(loci, at)?;
    let most = f64::from(loci - 1).min(INTERACTIONS.most);
    Bounds { most, ..INTERACTIONS }.check(interactions, at)
}

/// Refuses to look at every form of a landscape that has too many.
pub(crate) fn enumerable(loci: u32, at: &str, field: &str) -> Result<()> {
    if loci <= Heights::MOST_LOCI {
        return Ok(());
    }
    let most = Heights::MOST_LOCI;
    Err(refuse(&format!("{loci} loci have too many forms to look at all"), at, field)
        .hint(format!("leave it out, or take {most} loci at most")))
}

/// A parameter that cannot be.
pub(crate) fn refuse(fact: &str, at: &str, field: &str) -> Error {
    Error::new(Code::ExploreInvalidParameter, fact).at(format!("{at}/{field}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_cannot_be_is_refused_with_its_place() {
        for (parameters, place) in [
            (json!({"loci": 0}), "loci"),
            (json!({"loci": 65}), "loci"),
            (json!({"loci": 10, "interactions": 10}), "interactions"),
            (json!({"loci": 64, "interactions": 32}), "interactions"),
            (json!({"organisations": 0}), "organisations"),
            (json!({"periods": 10_001}), "periods"),
            (json!({"organisations": 10_000, "periods": 101}), "periods"),
            (json!({"loci": 21, "optima": true}), "optima"),
        ] {
            let parameters: LandscapeParameters = serde_json::from_value(parameters).unwrap();
            let error = parameters.check("/parameters").err().unwrap();
            assert_eq!(error.code(), Code::ExploreInvalidParameter);
            assert_eq!(error.path(), format!("/parameters/{place}"));
        }
        assert!(LandscapeParameters::default().check("/parameters").is_ok());
        assert!(serde_json::from_value::<LandscapeParameters>(json!({"k": 1})).is_err());
    }
}
