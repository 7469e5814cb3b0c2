//! What is asked about a table of ratings, and what is answered.

use super::ratings::Ratings;
use crate::people::{Id, Seed};
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks how far raters agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AgreeRequest {
    /// The ratings: a row for each unit, a column for each rater, null where nobody rated. At
    /// most 4,000,000 cells and 10,000 columns.
    pub ratings: Ratings,
    /// The scale that was rated on.
    pub scale: Scale,
    /// What to measure. Default: what is sensible for the scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureName>,
    /// Ids of the raters, one for each column. Default: none, raters go by their position.
    /// Where `items` is given, a rater may stand at several columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub raters: Vec<Id>,
    /// Where each unit was rated on several items: the item of each column. Then `raterEffects`
    /// is what can be measured, by a many-facet model; it needs an ordinal scale.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Id>,
    /// Whether `raterEffects` also fits a many-facet Rasch model (ordinal scales, at most 100,000
    /// ratings); always so where `items` is given. Default no.
    #[serde(default)]
    pub facets: bool,
    /// How much agreement two different levels stand for, in `weightedKappa` and `ac2`.
    /// Default quadratic. Where it is given, `fleissKappa`, `brennanPrediger` and
    /// `percentAgreement` are answered in their weighted form too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<WeightsName>,
    /// Own weights of agreement between declared levels, row by row, 0 to 1, symmetric, with 1
    /// for a level and itself; in place of `weights`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight_matrix: Option<Vec<Vec<f64>>>,
    /// Confidence level of intervals, 0.5 to 0.9999. Default 0.95.
    #[serde(default = "default_confidence")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.5, max = 0.9999)))]
    pub confidence: f64,
    /// Whether to draw units again and again, for intervals that need no formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<Bootstrap>,
}

fn default_confidence() -> f64 {
    0.95
}

impl AgreeRequest {
    /// A request about ratings on a scale of a kind, all else by default.
    #[must_use]
    pub fn of(ratings: Ratings, kind: ScaleKind) -> Self {
        Self {
            ratings,
            scale: Scale { kind, levels: Vec::new() },
            measures: Vec::new(),
            raters: Vec::new(),
            items: Vec::new(),
            facets: false,
            weights: None,
            weight_matrix: None,
            confidence: default_confidence(),
            bootstrap: None,
        }
    }

    /// The same request about these measures.
    #[must_use]
    pub fn measures(mut self, measures: &[MeasureName]) -> Self {
        self.measures = measures.to_vec();
        self
    }

    /// The same request on declared levels that are numbers.
    #[must_use]
    pub fn levels(mut self, levels: impl IntoIterator<Item = f64>) -> Self {
        self.scale.levels = levels.into_iter().map(LevelId::Number).collect();
        self
    }

    /// The same request with units drawn again so many times.
    #[must_use]
    pub fn bootstrap(mut self, replicates: u32, seed: impl Into<Seed>) -> Self {
        self.bootstrap = Some(Bootstrap { replicates, seed: seed.into() });
        self
    }
}

/// The scale of ratings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scale {
    /// What the levels mean to each other.
    pub kind: ScaleKind,
    /// The levels that could be given, lowest first, used or not; at most 10,000. Default: the
    /// levels found in the ratings, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelId>,
}

/// What levels mean to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ScaleKind {
    /// Names without order.
    Nominal,
    /// An order without distances.
    Ordinal,
    /// Numbers whose differences mean something.
    Interval,
    /// Numbers from a true zero, whose ratios mean something.
    Ratio,
}

/// A level: a number or a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum LevelId {
    /// A number.
    Number(f64),
    /// A text.
    Label(String),
}

/// A way of measuring agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MeasureName {
    /// Krippendorff's alpha.
    Alpha,
    /// Fleiss' kappa.
    FleissKappa,
    /// Cohen's kappa; for more than two raters Conger's kappa and Light's mean of pairs.
    CohenKappa,
    /// Cohen's kappa with weights; for more than two raters as `cohenKappa`.
    WeightedKappa,
    /// Gwet's AC1.
    Ac1,
    /// Gwet's AC2: AC1 with weights.
    Ac2,
    /// Brennan and Prediger's kappa: every declared level is equally likely by chance.
    BrennanPrediger,
    /// The share of pairs of ratings that agree.
    PercentAgreement,
    /// Intraclass correlation in six forms.
    Icc,
    /// Kendall's W.
    KendallW,
    /// Each rater's severity, and what is odd about a rater.
    RaterEffects,
}

/// Weights of agreement between levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WeightsName {
    /// 1 − distance / largest distance.
    Linear,
    /// 1 − (distance / largest distance)².
    Quadratic,
    /// 1 − √(distance / largest distance).
    Radical,
    /// Gwet's ordinal weights: by the number of pairs of levels from one to the other.
    Ordinal,
}

/// Units drawn again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bootstrap {
    /// How often, 10 to 1,000,000; replicates × cells at most 20,000,000,000.
    #[cfg_attr(feature = "schema", schemars(range(min = 10, max = 1_000_000)))]
    pub replicates: u32,
    /// Where the draws start.
    pub seed: Seed,
}

/// How far raters agree.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Agreement {
    /// Measures, in the order asked for.
    pub measures: Vec<AgreementMeasure>,
    /// Each rater, in order of columns; empty where `raterEffects` was not asked for.
    pub raters: Vec<RaterEffect>,
    /// How the effects of raters were found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rater_model: Option<RaterModel>,
    /// The levels used, lowest first; left out above 1,000.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelId>,
    /// The seed used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
}

/// A measure of agreement.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AgreementMeasure {
    /// Which.
    pub name: MeasureName,
    /// Which form of it: "ordinal" (alpha), "2,1" (ICC), "conger", "light", "complete-units"…
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<&'static str>,
    /// Weights of agreement, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<&'static str>,
    /// Its value, at most 1, or why there is none.
    #[serde(flatten)]
    pub stat: Stat,
    /// Standard error, where a formula is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Interval by formula.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// Interval from units drawn again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bootstrap: Option<BootstrapInterval>,
    /// Agreement observed, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed: Option<f64>,
    /// Agreement that chance would give, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// The measure for one level against all others (Fleiss' kappa).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by_level: Vec<LevelValue>,
    /// The measure for each pair of raters (Light's kappa).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pairs: Vec<PairValue>,
    /// Which of the ways in use this is, in words.
    pub convention: String,
    /// What it was computed from.
    pub n: RatingCounts,
    /// What it says, in plain words.
    pub reading: Text,
}

/// An interval of confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// Lower end.
    pub lower: f64,
    /// Upper end.
    pub upper: f64,
    /// Confidence level.
    pub level: f64,
    /// How it was found.
    pub method: &'static str,
}

/// What units drawn again give.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BootstrapInterval {
    /// Lower end (percentile), where a replicate had a value.
    pub lower: Option<f64>,
    /// Upper end (percentile).
    pub upper: Option<f64>,
    /// Standard deviation of the replicates.
    pub standard_error: Option<f64>,
    /// Mean of the replicates.
    pub mean: Option<f64>,
    /// Confidence level.
    pub level: f64,
    /// Replicates drawn.
    pub replicates: u32,
    /// Replicates in which the measure does not exist; they are left out of the rest.
    pub undefined: u32,
}

/// A level and its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LevelValue {
    /// The level.
    pub level: LevelId,
    /// Its value.
    #[serde(flatten)]
    pub stat: Stat,
}

/// A pair of raters and their value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PairValue {
    /// Columns of the two, from 0.
    pub columns: [u32; 2],
    /// Units that both rated.
    pub units: u32,
    /// Their value.
    #[serde(flatten)]
    pub stat: Stat,
}

/// What a measure was computed from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RatingCounts {
    /// Units used.
    pub units: u32,
    /// Raters with a rating that was used.
    pub raters: u32,
    /// Ratings used.
    pub ratings: u32,
    /// Units of the table that were not used.
    pub dropped: u32,
}

/// A rater's effect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RaterEffect {
    /// Who, where the request says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rater: Option<Id>,
    /// The rater's column, from 0; the first, where there are several.
    pub column: u32,
    /// Ratings given.
    pub ratings: u32,
    /// How much higher than all raters together the rater rates the same units, in the units
    /// of the scale.
    pub effect: Stat,
    /// Standard error of the effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
    /// Severity in logits by the many-facet model: above 0 where the rater gives high levels
    /// less easily than raters do on the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Stat>,
    /// Standard error of the severity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity_error: Option<f64>,
    /// What is odd about these ratings; each a question to the rater, never a verdict.
    pub flags: Vec<Flag>,
}

/// Something odd about a rater's ratings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Flag {
    /// What: no-ratings, too-few-ratings, gives-everyone-the-same, more-severe, more-lenient,
    /// against-the-others.
    pub flag: &'static str,
    /// In words.
    pub text: Text,
}

/// How the effects of raters were found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RaterModel {
    /// The model of `effect`, in words.
    pub convention: String,
    /// What it was computed from.
    pub n: RatingCounts,
    /// Standard deviation of what the model leaves over, in units of the scale.
    pub residual: Stat,
    /// The many-facet model of `severity`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<FacetModel>,
}

/// A many-facet Rasch model: how likely a level is, given the unit, the item and the rater.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FacetModel {
    /// The model in words.
    pub convention: String,
    /// −2 × marginal log-likelihood.
    pub deviance: Stat,
    /// Variance of units, in squared logits.
    pub variance: Stat,
    /// Difficulties of the items, in logits, in order of first appearance among columns; one
    /// for all where there are no items.
    pub items: Vec<f64>,
    /// Steps from each level to the next, in logits, adding up to 0.
    pub steps: Vec<f64>,
    /// Iterations made.
    pub iterations: u32,
    /// Whether the iterations came to rest.
    pub converged: bool,
}
