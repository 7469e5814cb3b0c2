//! What is asked of a chart.

use super::rules::ChartRules;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for a run chart or a control chart of measurements in the order of time.
///
/// Points are counted from 0 in every field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartRequest {
    /// The kind of chart; it follows from the kind of measurement.
    pub kind: ChartKind,
    /// Measurements, one a point, each of magnitude 10¹² at most: for `p` and `u` what was
    /// counted (a numerator), for `t` times between events, for `g` cases between events.
    /// `null` is a missing measurement. All kinds but `xbar` and `s`; 100,000 points at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Option<f64>>,
    /// What each value was counted among, more than 0: for `p`, `pPrime`, `u` and `uPrime`.
    /// A point without one is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominators: Option<Vec<Option<f64>>>,
    /// Measurements of each subgroup: for `xbar` and `s`, instead of `values`. `null` is a
    /// missing measurement; 1,000,000 measurements at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subgroups: Option<Vec<Vec<Option<f64>>>>,
    /// Shows a proportion or a rate per so many: 100 for per cent, 1,000 for patient-days.
    /// For `p`, `pPrime`, `u` and `uPrime`. Default 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<f64>,
    /// The set of rules that say what is a signal.
    #[serde(default)]
    pub rules: ChartRules,
    /// Only these rules of the set, by their ids; all where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// Which way is better.
    #[serde(default)]
    pub improvement: WantedDirection,
    /// Freezes the limits of the first phase: they come from these points alone and hold for
    /// the whole phase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Where a new phase starts, with a centre line and limits of its own, in order. Phases
    /// are a decision of people, never of the library.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rebases: Vec<Rebase>,
    /// Points that are shown and held against the limits, but count for neither the limits
    /// nor any rule about several points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<ExcludedPoint>,
    /// Centre and sigma from elsewhere, instead of from these points: for `i`, `xbar`, `p`,
    /// `u` and `c`; not together with a baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<KnownProcess>,
    /// Whether moving ranges above 3.267 times their mean are left out once before sigma is
    /// computed, so that a single outlier does not widen the limits that should show it.
    /// For `i`, `t`, `pPrime` and `uPrime`. Default true.
    #[serde(default = "yes")]
    pub screen_moving_ranges: bool,
    /// A target, in the unit of the chart; shown and compared, it changes no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// What each point is called (a month, a week), for readings and the picture; none, or
    /// one for each point, of 200 characters at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Asks for a picture as well; `{}` for one with defaults.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub svg: Option<ChartPicture>,
}

fn yes() -> bool {
    true
}

impl Default for ChartRequest {
    fn default() -> Self {
        Self {
            kind: ChartKind::Run,
            values: Vec::new(),
            denominators: None,
            subgroups: None,
            per: None,
            rules: ChartRules::default(),
            only: Vec::new(),
            improvement: WantedDirection::None,
            baseline: None,
            rebases: Vec::new(),
            excludes: Vec::new(),
            known: None,
            screen_moving_ranges: true,
            target: None,
            labels: Vec::new(),
            svg: None,
        }
    }
}

/// The kind of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ChartKind {
    /// Any measurement around its median, without limits.
    Run,
    /// Single measurements (XmR, individuals).
    I,
    /// Moving ranges: how much each measurement differs from the one before.
    Mr,
    /// Proportions: so many of so many.
    P,
    /// Proportions of large counts that vary more than chance alone lets them (Laney).
    PPrime,
    /// Rates: events for an area of opportunity that varies.
    U,
    /// Rates of large counts that vary more than chance alone lets them (Laney).
    UPrime,
    /// Counts of events for the same area of opportunity each time.
    C,
    /// Means of subgroups.
    Xbar,
    /// Standard deviations of subgroups.
    S,
    /// Time between rare events.
    T,
    /// Cases between rare events.
    G,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WantedDirection {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Neither, or unknown.
    #[default]
    None,
}

/// Points from one to another, both included, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Baseline {
    /// The first point.
    pub from: u32,
    /// The last point.
    pub to: u32,
}

/// The start of a new phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rebase {
    /// The first point of the phase.
    pub at: u32,
    /// What changed, in words that will be understood in a year: never empty.
    pub reason: String,
    /// Freezes the limits of this phase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
}

/// A point left out of the calculations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExcludedPoint {
    /// The point.
    pub at: u32,
    /// Why it says nothing about the process: never empty.
    pub reason: String,
}

/// A centre and a sigma from elsewhere: last year's chart, a standard.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnownProcess {
    /// The centre line, in the unit of the chart.
    pub centre: f64,
    /// The standard deviation of single measurements, more than 0. For `i` and `xbar`, where
    /// it must be given; the others compute theirs from the centre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sigma: Option<f64>,
}

/// How the chart is drawn. A series of more than 1,000 points is not.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartPicture {
    /// The language of its words (BCP 47), English or French. Default English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// What is measured, above the chart; 300 characters at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The width for which it is laid out, in CSS pixels, 320 to 2,000; text is 14 pixels
    /// high at this width. Default 720; ask for about 360 for a phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 320, max = 2000)))]
    pub width: Option<u32>,
}
