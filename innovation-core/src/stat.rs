//! A statistic that may not exist.

use serde::Serialize;

/// A number, or the reason why there is none. Never NaN, never a silent 0 or 1.
///
/// In JSON `{"value": 0.5}` or `{"value": null, "undefined": "no-variation"}`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stat {
    /// The number, where it exists.
    pub value: Option<f64>,
    /// Why it does not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<&'static str>,
}

impl Stat {
    /// A statistic that exists; a number that is not finite is undefined all the same.
    #[must_use]
    pub fn of(value: f64) -> Self {
        if value.is_finite() {
            Self { value: Some(value), undefined: None }
        } else {
            Self::undefined("not-finite")
        }
    }

    /// A statistic that does not exist, and why (kebab-case).
    #[must_use]
    pub fn undefined(reason: &'static str) -> Self {
        Self { value: None, undefined: Some(reason) }
    }

    /// `numerator / denominator`, undefined for the reason given where the denominator is 0.
    #[must_use]
    pub fn ratio(numerator: f64, denominator: f64, reason: &'static str) -> Self {
        if denominator == 0.0 { Self::undefined(reason) } else { Self::of(numerator / denominator) }
    }
}
