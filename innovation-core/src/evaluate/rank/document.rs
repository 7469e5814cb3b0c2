//! The documents: what is asked about alternatives, and what is answered.

use crate::people::{Id, Seed};
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks which alternatives come first, under all weights that are admitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RankRequest {
    /// What is compared, 1 to 200.
    pub alternatives: Vec<Alternative>,
    /// By what, 1 to 50.
    pub criteria: Vec<Criterion>,
    /// What is known about the weights of the criteria; nothing where absent. With `perRole`
    /// this holds for every role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<WeightLimits>,
    /// What each role says about the weights, at most 30.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub per_role: Vec<RoleWeights>,
    /// How values become partial values from 0 to 1 where a criterion has no `scale`.
    #[serde(default)]
    pub scaling: Scaling,
    /// What an absent value means.
    #[serde(default)]
    pub missing: Missing,
    /// Draws of weights and values, where the answer is not exact: 100 to 10,000,000.
    #[serde(default = "default_draws")]
    #[cfg_attr(feature = "schema", schemars(range(min = 100, max = 10_000_000)))]
    pub draws: u32,
    /// Seed of the draws.
    #[serde(default)]
    pub seed: Seed,
}

fn default_draws() -> u32 {
    10_000
}

/// Something to choose, with its value on every criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Alternative {
    /// Unique among alternatives.
    pub id: Id,
    /// By criterion.
    pub values: BTreeMap<String, CriterionValue>,
}

/// A value, or the two ends between which it lies, each as likely as any between.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a number, or two numbers [low, high]")]
pub enum CriterionValue {
    /// A value that is known.
    Known(f64),
    /// The lowest and the highest it may be.
    Between([f64; 2]),
}

/// What alternatives are compared by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criterion {
    /// Unique among criteria.
    pub id: Id,
    /// Which values are better.
    pub direction: Direction,
    /// The levels that count as 0 and as 1. Without one, values are partial values already,
    /// from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Anchors>,
}

/// Which values are better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// High ones.
    Max,
    /// Low ones.
    Min,
}

/// The two levels that a scale is anchored at; in between it is linear.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Anchors {
    /// The level whose partial value is 0.
    pub worst: f64,
    /// The level whose partial value is 1.
    pub best: f64,
}

/// How values become partial values where a criterion has no scale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Scaling {
    /// They are partial values already, from 0 to 1.
    #[default]
    Anchored,
    /// From the worst to the best value among the alternatives. Adding or leaving out an
    /// alternative may then turn the order of two others round.
    Observed,
}

/// What an absent value means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Missing {
    /// A fault in the request.
    #[default]
    Error,
    /// Anything from the worst to the best of the scale.
    Interval,
}

/// What is known about the weights; all of it holds at once. Weights are 0 or more and add up
/// to 1; a weight is what the whole step from worst to best on its criterion is worth.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeightLimits {
    /// The weight of every criterion; they add up to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<BTreeMap<String, f64>>,
    /// Groups of criteria, the weightiest first: each criterion of a group weighs at least as
    /// much as each of the next group. Within a group, and for criteria not named, nothing is
    /// said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<Vec<String>>,
    /// The lowest and the highest weight of a criterion, 0 to 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub between: BTreeMap<String, [f64; 2]>,
    /// How many times the weight of one criterion is that of another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratios: Vec<RatioLimit>,
    /// Bounds on weighted sums of weights.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub linear: Vec<LinearLimit>,
}

/// Bounds on the weight of one criterion over that of another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatioLimit {
    /// The criterion above the line.
    pub of: String,
    /// The criterion below the line.
    pub to: String,
    /// At least so many times, 0 or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// At most so many times, 0 or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

/// Bounds on a sum of weights, each times a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LinearLimit {
    /// The number each weight is multiplied by; 0 for criteria not named.
    pub terms: BTreeMap<String, f64>,
    /// The least sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The greatest sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

/// What a role says about the weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RoleWeights {
    /// From the catalogue (`people.roles`), or of your own.
    pub role: String,
    /// What the role says, beside what holds for all.
    #[serde(default)]
    pub weights: WeightLimits,
    /// How much the role counts in the joint result, beside the others, 0 or more. Default 1.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub share: f64,
}

fn one() -> f64 {
    1.0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_one(share: &f64) -> bool {
    *share == 1.0
}

/// Which alternatives come first, for whom, and how sure that is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Ranking {
    /// Under all admitted weights; with roles, their joint result, each role by its share.
    pub overall: Standing,
    /// For each role under its own weights.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub per_role: Vec<RoleStanding>,
    /// What holds whatever the weights and the values within their ranges.
    pub dominance: DominanceCheck,
    /// The scale used for each criterion.
    pub scales: Vec<ScaleUsed>,
    /// Whether every standing is exact.
    pub exact: bool,
    /// The result in plain words.
    pub reading: Text,
    /// The seed used.
    pub seed: Seed,
}

/// The standing for one role.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoleStanding {
    /// The role.
    pub role: String,
    /// Its share of the joint result, 0 to 1.
    pub share: f64,
    /// How the alternatives stand for it.
    pub standing: Standing,
}

/// How alternatives stand over the admitted weights and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// Each alternative, in the order of the request; none where `undefined`.
    pub alternatives: Vec<AlternativeStanding>,
    /// Row by row, the share of weightings in which the alternative of the row is worth more
    /// than that of the column; 0 on the diagonal, one half for alternatives always tied.
    pub pairwise: Vec<Vec<f64>>,
    /// Whether the shares are exact: values known, and at most two degrees of freedom left in
    /// the weights, as with three criteria.
    pub exact: bool,
    /// What was drawn, where the shares are not exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Drawn>,
    /// Why there is no standing: `stopped`, or `too-few-draws` below 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<&'static str>,
}

/// How one alternative stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AlternativeStanding {
    /// The alternative.
    pub id: Id,
    /// For each rank from the first, the share of weightings in which it holds that rank.
    /// Alternatives always tied share their ranks alike.
    pub acceptability: Vec<f64>,
    /// Standard error of each share; absent where exact. A share of 0 or 1 among n draws has an
    /// error of 0 here, and lies within about 3/n with 95 % confidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_errors: Option<Vec<f64>>,
    /// Mean rank, 1 for the first.
    pub mean_rank: f64,
    /// The mean of the weights under which it comes first: what someone cares about who would
    /// choose it.
    pub central_weights: CentralWeights,
    /// How often it comes first under its central weights, over the values within their ranges.
    pub confidence: Stat,
}

/// Weights by criterion, or why there are none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CentralWeights {
    /// By criterion; they add up to 1.
    pub value: Option<BTreeMap<String, f64>>,
    /// `never-first`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<&'static str>,
}

/// What was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Drawn {
    /// Draws asked for.
    pub planned: u32,
    /// Draws done: fewer where the caller stopped.
    pub done: u32,
    /// How weights were drawn.
    pub sampler: Sampler,
    /// Share of the candidates that kept the limits; `rejection` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<f64>,
    /// Whether the same request gives the same answer again: false where the caller stopped.
    pub reproducible: bool,
}

/// How weights were drawn, each admitted weighting as likely as any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Sampler {
    /// There is one weighting only.
    Point,
    /// Directly; draws are independent.
    Direct,
    /// Directly, those outside the limits left out; draws are independent.
    Rejection,
    /// By walks within the limits; draws depend on each other, and standard errors say how much.
    HitAndRun,
    /// For each role as it says there; draws are counted together.
    PerRole,
}

/// What holds whatever the weights, and whatever the values within their ranges.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DominanceCheck {
    /// Which alternatives dominate which.
    pub pairs: Vec<Dominance>,
    /// Alternatives that no other dominates.
    pub undominated: Vec<Id>,
    /// Groups of alternatives with the same known values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<Vec<Id>>,
}

/// One alternative is at least as good as another on every criterion, and better on one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dominance {
    /// The better one.
    pub better: Id,
    /// The other.
    pub worse: Id,
    /// Whether it is better on every criterion.
    pub strict: bool,
}

/// The scale used for a criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScaleUsed {
    /// The criterion.
    pub criterion: Id,
    /// The level whose partial value is 0.
    pub worst: f64,
    /// The level whose partial value is 1.
    pub best: f64,
    /// Whether the levels were taken from the alternatives themselves.
    pub observed: bool,
}
