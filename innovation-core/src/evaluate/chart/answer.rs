//! What a chart answers.

use super::request::{Baseline, ChartKind};
use crate::text::Text;
use serde::Serialize;

/// A chart: lines and limits at every point, signals, phases, and how it was computed.
///
/// Points are counted from 0 in every field; in texts meant for people they are counted from 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// The kind of chart.
    pub kind: ChartKind,
    /// The rules that were applied.
    pub rules: RulesUsed,
    /// How many points there are, and what became of them.
    pub n: ChartCounts,
    /// What is drawn at each point: a value, a moving range, a proportion, a rate, a mean or a
    /// standard deviation. `null` where it is missing.
    pub statistic: Vec<Option<f64>>,
    /// What each point rests on: a denominator, or the size of a subgroup; 1 for other kinds,
    /// `null` where it is missing.
    pub sizes: Vec<Option<f64>>,
    /// The centre line at each point.
    pub centre: Vec<Option<f64>>,
    /// Sigma of the statistic at each point, a third of the way from centre to limit; for `t`
    /// on the scale of the transformed values. `null` where there is none.
    pub sigma: Vec<Option<f64>>,
    /// The lower limit at each point, 0 at least where the statistic cannot be negative.
    pub lower: Vec<Option<f64>>,
    /// The upper limit at each point, at most all where the statistic is a proportion.
    pub upper: Vec<Option<f64>>,
    /// Signals, phase by phase, in the order of the rules and then of the points.
    pub signals: Vec<ChartSignal>,
    /// Phases in order; one where nothing was rebased.
    pub phases: Vec<ChartPhase>,
    /// What the last phase says about the target, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<TargetReading>,
    /// How the centre and the limits were computed.
    pub method: Text,
    /// What must hold for the limits to mean what they say.
    pub assumptions: Vec<Text>,
    /// What a reader should know about this series.
    pub notes: Vec<ChartNote>,
    /// The picture, an SVG element that stands alone, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub svg: Option<String>,
}

/// Points of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChartCounts {
    /// All points.
    pub points: u32,
    /// Points without a statistic: a missing measurement or denominator, the first moving
    /// range of a phase, a standard deviation of fewer than two.
    pub missing: u32,
    /// Points with a statistic that were left out of the calculations.
    pub excluded: u32,
    /// Points with a statistic that counted.
    pub used: u32,
    /// Missing measurements within subgroups.
    pub missing_members: u32,
    /// Rules that could not be checked, over all phases.
    pub not_checked: u32,
}

/// The set of rules that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RulesUsed {
    /// The set.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// Where it is from.
    pub citation: String,
    /// Its rules, those left out by `only` apart.
    pub rules: Vec<RuleUsed>,
}

/// A rule that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RuleUsed {
    /// The rule.
    pub id: String,
    /// What it flags.
    pub text: Text,
}

/// A pattern that chance alone seldom makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChartSignal {
    /// The rule.
    pub rule: String,
    /// The points that make the pattern, counted from 0.
    pub points: Vec<u32>,
    /// The points at which the pattern was, or was again, complete: whoever draws the chart as
    /// data come in sees it there first.
    pub completed: Vec<u32>,
    /// The phase it lies in, counted from 0.
    pub phase: u32,
    /// Which way it goes, where it goes one way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<ChartDirection>,
    /// Whether that is the way wanted.
    pub meaning: SignalMeaning,
    /// What it says in plain language; points are counted from 1.
    pub text: Text,
}

/// Which way a signal goes: a side of the centre line, or a trend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChartDirection {
    /// High, or rising.
    Up,
    /// Low, or falling.
    Down,
}

/// What a signal means, given which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SignalMeaning {
    /// It goes the way wanted.
    Improvement,
    /// It goes the other way.
    Concern,
    /// It goes no way, or neither is better.
    Neutral,
}

/// Points that share a centre and a way to compute limits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChartPhase {
    /// Its first point.
    pub from: u32,
    /// Its last point.
    pub to: u32,
    /// Why it was started; absent for the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The points that its limits come from, where they were frozen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Points that its centre line comes from.
    pub used: u32,
    /// Its centre line.
    pub centre: Option<f64>,
    /// The mean moving range that sigma comes from, on the scale on which it was taken: of the
    /// values, of the transformed values for `t`, of the standardised values for `pPrime` and
    /// `uPrime`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean_moving_range: Option<f64>,
    /// Moving ranges that were left out of that mean.
    pub screened_ranges: u32,
    /// ChartRuns about the centre line.
    pub runs: ChartRuns,
    /// Rules that could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// ChartRuns about the centre line, with Anhøj's critical values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChartRuns {
    /// Points that count and do not lie on the centre line.
    pub useful: u32,
    /// Points of the longest run on one side.
    pub longest: u32,
    /// The longest run that chance readily gives.
    pub longest_limit: u32,
    /// How often the line crosses the centre line.
    pub crossings: u32,
    /// The fewest crossings that chance readily gives.
    pub crossings_limit: u32,
}

/// A rule that could not be checked in a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NotChecked {
    /// The rule.
    pub rule: String,
    /// Why.
    pub reason: NotCheckedReason,
}

/// Why a rule could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NotCheckedReason {
    /// The phase has fewer points than the rule looks at, or too few for it ever to fire.
    TooFewPoints,
    /// The chart has no limits here.
    NoLimits,
    /// Sigma is 0: nothing can be measured in it.
    NoVariation,
}

/// What a chart says about a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TargetReading {
    /// The target.
    pub value: f64,
    /// Points with a statistic that reach it: at or above it, or at or below it where less is
    /// better; absent where neither is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<u32>,
    /// Whether the process, as it last was, can be relied on to reach it.
    pub assurance: TargetAssurance,
    /// The same in plain language.
    pub text: Text,
}

/// Whether a process can be relied on to reach a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TargetAssurance {
    /// The limits lie on the wanted side of the target.
    ExpectedToReach,
    /// The target lies between the limits: some points reach it, some do not.
    HitAndMiss,
    /// The limits lie on the other side of the target.
    ExpectedToMiss,
    /// There are no limits, or neither way is better.
    Unknown,
}

/// What a reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChartNote {
    /// What it is about (kebab-case).
    pub about: String,
    /// The phase, counted from 0, where it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<u32>,
    /// In plain language.
    pub text: Text,
}
