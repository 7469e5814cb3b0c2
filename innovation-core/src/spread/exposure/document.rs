//! What an analysis of exposure is asked and what it answers.

use crate::people::Seed;
use crate::spread::network::{DiffusionNetwork, Node};
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks who had seen how many adopters, when they adopted, and whether that mattered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExposureRequest {
    /// Who influences whom. Answers of a survey ("whom do you ask?") are `nominates`.
    pub network: DiffusionNetwork,
    /// For each node, in their order, the period in which it adopted, from 1; `null` where it
    /// had not adopted when observation ended.
    pub adoptions: Vec<Option<f64>>,
    /// The last period observed, at most 2,000; a later time says "not yet adopted". Default:
    /// the latest time given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub censored_at: Option<u32>,
    /// How many periods before its own adoption a node's threshold is read: 0 counts those who
    /// adopt in the same period. Default 0.
    #[serde(default)]
    pub lag: u32,
    /// Whether exposure weighs ties. Default: yes where ties have weights; no with `compatible`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted: Option<bool>,
    /// How many periods infectiousness and susceptibility look ahead and back, from 1; at most
    /// one less than the periods. Default 1.
    #[serde(default = "one")]
    pub window: u32,
    /// How periods farther off count less: period k by 1/(1 + discount)^(k − 1). Default:
    /// by 1/k.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<f64>,
    /// Whether infectiousness and susceptibility are divided by how many adopted in the periods
    /// they look at. Default yes.
    #[serde(default = "yes")]
    pub normalised: bool,
    /// How Moran's I is computed.
    #[serde(default)]
    pub moran: MoranOptions,
    /// What else may move nodes to adopt; at most 60.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covariates: Vec<Covariate>,
    /// The regression of adoption on exposure. Default: none, or the usual one where there are
    /// covariates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hazard_model: Option<HazardModel>,
    /// Whether the answer holds each node's exposure in each period; nodes times periods are
    /// then at most 2,000,000. Default no.
    #[serde(default)]
    pub by_period: bool,
    /// Whose conventions to follow where they differ from ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compatible: Option<Compatibility>,
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}

/// Whose conventions to follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Compatibility {
    /// The R package netdiffuseR, version 1.25.
    Netdiffuser,
}

/// How Moran's I is computed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoranOptions {
    /// Whether it is also computed with inverse distances in the network as weights. Default yes.
    #[serde(default = "yes")]
    pub geodesic: bool,
    /// The largest distance that counts, from 1; farther nodes have weight 0. Default: none, or
    /// 6 with `compatible`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<u32>,
    /// From how many nodes distances are measured, from 2. Default: from all where that takes a
    /// second or so, else from as many as do, drawn at random.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<u32>,
    /// Random exchanges of adoption times between nodes, from which standard deviation and
    /// p-value come; at most 9,999. Default 0: both come from the formulas for random exchanges.
    #[serde(default)]
    pub permutations: u32,
    /// Seed of exchanges and of nodes drawn.
    #[serde(default)]
    pub seed: Seed,
}

impl Default for MoranOptions {
    fn default() -> Self {
        Self { geodesic: true, reach: None, sources: None, permutations: 0, seed: Seed::default() }
    }
}

/// Something known of nodes that may move them to adopt: marketing, training, age, attitude.
/// Give either `values` or `byPeriod`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Covariate {
    /// Its name.
    pub name: String,
    /// One number for each node; `null` where it is not known: the node is then left out of the
    /// regression.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Option<f64>>,
    /// For each node one number for each period; `null` leaves that period of the node out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_period: Vec<Vec<Option<f64>>>,
    /// Whether numbers are names of groups, the smallest being the one others are compared with;
    /// at most 50 groups. Default no.
    #[serde(default)]
    pub categorical: bool,
}

/// A regression of adoption, period by period, of those who had not adopted before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HazardModel {
    /// How the chance changes over time for everybody.
    #[serde(default)]
    pub periods: PeriodEffects,
    /// How the chance depends on the sum of effects.
    #[serde(default)]
    pub link: HazardLink,
    /// How many periods back exposure is read; the first periods, so many, are left out.
    /// Default 1: what was seen before.
    #[serde(default = "one")]
    pub lag: u32,
}

impl Default for HazardModel {
    fn default() -> Self {
        Self { periods: PeriodEffects::default(), link: HazardLink::default(), lag: 1 }
    }
}

/// How the chance to adopt changes over time for everybody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum PeriodEffects {
    /// Freely: one effect for each period.
    #[default]
    Dummies,
    /// Evenly, with the number of the period.
    Linear,
    /// Not at all.
    None,
}

/// How the chance to adopt depends on the sum of effects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum HazardLink {
    /// The logistic curve: effects are logarithms of ratios of odds.
    #[default]
    Logit,
    /// The normal curve.
    Probit,
}

/// Who had seen how many adopters, when they adopted, and whether that mattered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exposure {
    /// Each node, in their order.
    pub nodes: Vec<NodeExposure>,
    /// Each period observed.
    pub periods: Vec<PeriodExposure>,
    /// Each node's exposure in each period, where it was asked for; `null` without ties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exposure: Vec<Vec<Option<f64>>>,
    /// The nodes in few numbers.
    pub summary: ExposureSummary,
    /// How distances were measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geodesic: Option<GeodesicSample>,
    /// The regression of adoption on exposure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hazard_model: Option<HazardRegression>,
    /// What to bear in mind when reading this.
    pub notes: Vec<Text>,
    /// The seed used, where chance was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<Seed>,
}

/// A node and those it is tied to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NodeExposure {
    /// The node.
    pub node: Node,
    /// The period in which it adopted; absent where it had not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<u32>,
    /// Its exposure when it adopted: the share, from 0 to 1, of those who influence it that had
    /// adopted `lag` periods before. For who has not adopted it is only known to be above
    /// `exposure`.
    pub threshold: Stat,
    /// Its exposure in the last period.
    pub exposure: Stat,
    /// How far those it influences adopt soon after it: among them, the share that adopts within
    /// the window of those who still could.
    pub infectiousness: Stat,
    /// How far it adopts soon after those who influence it.
    pub susceptibility: Stat,
    /// When it adopted compared with others.
    pub category: AdopterCategory,
    /// How much exposure it needed compared with others; absent without a threshold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold_category: Option<ThresholdCategory>,
}

/// When a node adopted compared with others, by mean and standard deviation of times (Rogers).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdopterCategory {
    /// More than two standard deviations before the mean.
    Innovator,
    /// More than one standard deviation before the mean.
    EarlyAdopter,
    /// Before the mean.
    EarlyMajority,
    /// After the mean.
    LateMajority,
    /// More than one standard deviation after the mean.
    Laggard,
    /// Not within the time observed.
    NonAdopter,
}

/// How much exposure a node needed, by mean and standard deviation of thresholds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ThresholdCategory {
    /// More than one standard deviation below the mean.
    VeryLow,
    /// Below the mean.
    Low,
    /// Above the mean.
    High,
    /// More than one standard deviation above the mean.
    VeryHigh,
}

/// A period.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PeriodExposure {
    /// The period, from 1.
    pub period: u32,
    /// Those who adopt in it.
    pub adopters: u32,
    /// Those who have adopted by its end.
    pub cumulative: u32,
    /// Their share of all nodes.
    pub prevalence: f64,
    /// New adopters over those who had adopted before.
    pub growth: Stat,
    /// New adopters over those who had not adopted before.
    pub hazard: Stat,
    /// The mean exposure of nodes.
    pub mean_exposure: Stat,
    /// Moran's I of having adopted, along ties.
    pub moran_adjacency: Moran,
    /// Moran's I of having adopted, by inverse distance in the network.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moran_geodesic: Option<Moran>,
}

/// Moran's I: whether nodes near each other are alike more than chance makes them; rows of
/// weights add up to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Moran {
    /// The index; above `expected` where near nodes are alike.
    pub value: Stat,
    /// What chance alone gives: −1/(nodes − 1).
    pub expected: Stat,
    /// The standard deviation that chance alone gives.
    pub sd: Stat,
    /// How often chance alone is as far from `expected` on either side.
    pub p: Stat,
    /// How far the index may be off because distances were measured from some nodes only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_error: Option<f64>,
}

/// How distances were measured.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GeodesicSample {
    /// From how many nodes.
    pub sources: u32,
    /// Whether from all, so that the index is exact.
    pub exact: bool,
    /// The largest distance that counts; absent where any does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reach: Option<u32>,
    /// Mean number of nodes within reach of a node.
    pub within_reach: f64,
}

/// The nodes in few numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExposureSummary {
    /// Nodes.
    pub nodes: u32,
    /// Those who adopted.
    pub adopters: u32,
    /// Those who had not adopted when observation ended.
    pub censored: u32,
    /// Nodes that nobody influences.
    pub without_ties: u32,
    /// Mean of the thresholds that exist.
    pub mean_threshold: Stat,
    /// Their median.
    pub median_threshold: Stat,
    /// Mean of the infectiousness that exists.
    pub mean_infectiousness: Stat,
    /// Mean of the susceptibility that exists.
    pub mean_susceptibility: Stat,
}

/// A regression of adoption on exposure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HazardRegression {
    /// The model that was fitted.
    pub model: HazardModel,
    /// The effects, exposure first after the constant.
    pub coefficients: Vec<HazardCoefficient>,
    /// Periods of nodes at risk.
    pub observations: u64,
    /// Adoptions among them.
    pub events: u64,
    /// Nodes left out because a covariate is not known.
    pub left_out: u32,
    /// Periods left out because nobody or everybody at risk adopts in them: their own effect
    /// would explain them wholly.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods_left_out: Vec<u32>,
    /// Minus twice the log-likelihood.
    pub deviance: f64,
    /// The same with a constant alone.
    pub null_deviance: f64,
    /// The deviance and twice the number of coefficients.
    pub aic: f64,
}

/// An effect.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HazardCoefficient {
    /// `constant`, `exposure`, `period`, `period 7`, a covariate's name or `name = group`.
    pub term: String,
    /// The effect.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The effect in standard errors.
    pub z: f64,
    /// How often chance alone is as far from 0 on either side.
    pub p: f64,
}
