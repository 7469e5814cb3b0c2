//! What a fit is asked and what it answers.

use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for the growth curve of an innovation, from new adopters by period or from the period
/// in which each person or site adopted. Give either `series` or `adoptions`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FitRequest {
    /// New adopters in each period from the first, 0 or more; at most 2,000 periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Vec<f64>>,
    /// For each person or site, the period in which it adopted, from 1; `null` where it had not
    /// adopted when observation ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adoptions: Option<Vec<Option<f64>>>,
    /// With `adoptions`: the last period observed; a later time says "not yet adopted". Default:
    /// the latest time given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub censored_at: Option<u32>,
    /// With `series`, for the methods `mle` and `nlsCumulative`: how many could adopt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<f64>,
    /// With `mle`: whether the share that will ever adopt is estimated too. Default no: all will.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ceiling: bool,
    /// The form of growth.
    #[serde(default)]
    pub model: GrowthModel,
    /// How to fit. Default: `nls` for a series, `mle` for adoptions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<FitMethod>,
    /// Periods to forecast, at most 1,000. Default 0.
    #[serde(default)]
    pub horizon: u32,
    /// The confidence of intervals and bands, from 0.5 to 0.999. Default 0.95.
    #[serde(default = "usual_confidence")]
    pub confidence: f64,
}

fn usual_confidence() -> f64 {
    0.95
}

impl Default for FitRequest {
    fn default() -> Self {
        Self {
            series: None,
            adoptions: None,
            censored_at: None,
            population: None,
            ceiling: false,
            model: GrowthModel::default(),
            method: None,
            horizon: 0,
            confidence: usual_confidence(),
        }
    }
}

/// The form of growth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum GrowthModel {
    /// Influence from outside and from those who have adopted (Bass 1969).
    #[default]
    Bass,
}

/// How a growth curve is fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum FitMethod {
    /// Least squares on new adopters, against m·(F(t) − F(t − 1)); the market m is estimated.
    Nls,
    /// Least squares on new adopters, against the rate m·f(t) at the end of each period; m is
    /// estimated. Kept to compare with older work: `nls` fits what a period really holds.
    NlsDensity,
    /// Least squares on the share that has adopted by the end of each period, against F(t); the
    /// population is given.
    NlsCumulative,
    /// Maximum likelihood on counts by period, who has not adopted yet included.
    Mle,
    /// Ordinary least squares of new adopters on those before and their square (Bass 1969).
    Ols,
}

/// A fitted Bass curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BassFit {
    /// The form of growth.
    pub model: GrowthModel,
    /// How it was fitted.
    pub method: FitMethod,
    /// Periods observed.
    pub periods: u32,
    /// Adopters observed.
    pub adopters: f64,
    /// Those who could have adopted and had not; `null` where the population is estimated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub censored: Option<f64>,
    /// Influence from outside (innovation), for each period.
    pub p: FitEstimate,
    /// Influence of those who have adopted (imitation), for each period.
    pub q: FitEstimate,
    /// How many will ever adopt.
    pub m: FitEstimate,
    /// The share of the population that will ever adopt, where it was estimated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<FitEstimate>,
    /// When adoption is fastest.
    pub peak: FitPeak,
    /// How well the curve fits.
    pub goodness: FitGoodness,
    /// Each period observed, with what the curve says.
    pub fitted: Vec<FittedPeriod>,
    /// The periods after, as far as asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forecast: Vec<ForecastPeriod>,
    /// The confidence of intervals and bands.
    pub confidence: f64,
    /// What `p`, `q` and time mean here.
    pub convention: Text,
    /// What the bands of a forecast contain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Text>,
    /// What to bear in mind when reading this fit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

/// A number that was estimated, or given.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FitEstimate {
    /// The number.
    pub value: f64,
    /// Its standard error; undefined where the number was given.
    pub standard_error: Stat,
    /// Value ± quantile × standard error (Wald); Student's t for least squares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<FitInterval>,
    /// All values that the data do not refuse at this confidence (profile); more honest than
    /// `interval` for short series. Absent for `ols`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<FitInterval>,
}

/// An interval; an end that does not exist is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FitInterval {
    /// The lower end.
    pub lower: Stat,
    /// The upper end.
    pub upper: Stat,
}

/// The top of the curve.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FitPeak {
    /// When adoption is fastest, in periods since the start; undefined where it only slows down.
    pub time: Stat,
    /// New adopters for each period at that time.
    pub rate: Stat,
}

/// How well a curve fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FitGoodness {
    /// The sum of squares that the method makes least, in its own units: adopters², or shares²
    /// for `nlsCumulative`. For `mle`, of new adopters.
    pub rss: f64,
    /// The share of the variation of new adopters that the curve explains; below 0 where their
    /// mean does better.
    pub r_squared: Stat,
    /// The logarithm of the likelihood: of the counts for `mle` (up to what does not depend on
    /// the parameters), of normal errors for the others.
    pub log_likelihood: Stat,
    /// Akaike's criterion: twice the number of parameters less twice the log-likelihood; to
    /// compare fits of the same data by the same method.
    pub aic: Stat,
    /// Parameters estimated, without the variance of errors.
    pub parameters: u32,
}

/// A period that was observed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FittedPeriod {
    /// The period, from 1.
    pub period: u32,
    /// New adopters observed.
    pub adopters: f64,
    /// New adopters by the curve.
    pub fitted: f64,
    /// All adopters by the end of the period, by the curve.
    pub cumulative: f64,
}

/// A period to come.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ForecastPeriod {
    /// The period, from 1.
    pub period: u32,
    /// New adopters expected.
    pub adopters: f64,
    /// The lower end of their band, 0 or more.
    pub lower: f64,
    /// The upper end of their band.
    pub upper: f64,
    /// All adopters expected by the end of the period: those observed and those forecast.
    pub cumulative: f64,
    /// The lower end of their band; not below those observed.
    pub cumulative_lower: f64,
    /// The upper end of their band.
    pub cumulative_upper: f64,
}
