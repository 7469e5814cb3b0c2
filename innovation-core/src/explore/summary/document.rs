//! The stored form of what replicates left.

use super::fixed::FixedSum;
use serde::{Deserialize, Serialize};

/// What stands in `format`.
pub const SUMMARY_FORMAT: &str = "innovation/summary@1";

/// Bins of a histogram.
pub const SUMMARY_BINS: usize = 100;

/// Some replicates, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReplicateRange {
    /// The first replicate, from 0.
    pub from: u32,
    /// The replicate after the last, above `from`; 4,294,967,295 at most.
    pub to: u32,
}

/// What replicates of one model with one set of parameters left: it can be merged with
/// others of the same run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Summary {
    /// `innovation/summary@1`.
    pub format: String,
    /// The version of the library that played: another one may play otherwise.
    pub library: String,
    /// The model.
    pub model: String,
    /// Its variant, where it has several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// SHA-256 of the parameters in canonical JSON, 64 hexadecimal digits in small letters.
    pub specification: String,
    /// The seed, from 0 to 2⁵³ − 1.
    pub seed: u64,
    /// The replicates that were played.
    pub replicates: ReplicateRange,
    /// What they left, in the model's order.
    pub outcomes: Vec<OutcomeSummary>,
}

/// What replicates left of one outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OutcomeSummary {
    /// Its name.
    pub name: String,
    /// The least value it can take: where the first bin begins.
    pub from: f64,
    /// The largest value it can take: where the last bin ends.
    pub to: f64,
    /// Its values added up, one for each replicate.
    pub values: Moments,
    /// How many values fell into each of 100 bins of equal width from `from` to `to`; a bin
    /// holds its lower end, the last one both.
    pub bins: Vec<u64>,
    /// The same values added up at each step, where it has a course. The first step is the
    /// start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub course: Vec<Moments>,
}

/// Values added up.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Moments {
    /// How many values.
    pub count: u64,
    /// Their sum: a whole number of 2⁻⁵² steps as decimal text.
    pub sum: FixedSum,
    /// The sum of their squares, in the same form.
    pub squares: FixedSum,
    /// The smallest value.
    pub least: f64,
    /// The largest value.
    pub most: f64,
}

impl Moments {
    /// One value.
    pub(super) fn of(value: f64) -> Self {
        let (sum, squares) = (FixedSum::of(value), FixedSum::of(value * value));
        Self { count: 1, sum, squares, least: value, most: value }
    }

    /// All values of both; `None` where a sum leaves the range.
    pub(super) fn with(&self, other: &Self) -> Option<Self> {
        let least = if other.least.total_cmp(&self.least).is_lt() { other } else { self }.least;
        let most = if other.most.total_cmp(&self.most).is_gt() { other } else { self }.most;
        Some(Self {
            count: self.count.checked_add(other.count)?,
            sum: self.sum.plus(other.sum)?,
            squares: self.squares.plus(other.squares)?,
            least,
            most,
        })
    }
}

impl OutcomeSummary {
    /// The width of a bin.
    pub(super) fn bin_width(&self) -> f64 {
        (self.to - self.from) / SUMMARY_BINS as f64
    }
}
