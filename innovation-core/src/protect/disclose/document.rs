//! The request and the answer: tables as they are, tables as they may be published.

use super::policy::{DisclosurePolicy, PolicyChoice};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for a table that may be published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiscloseRequest {
    /// The table of counts of people.
    pub table: CountTable,
    /// The policy: one of your own, or `nhs-hes`, `fr-casd` or `strict`.
    pub policy: PolicyChoice,
    /// Earlier releases about the same people, at most 20: the `release` of an earlier answer,
    /// or a table that was published as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<EarlierRelease>,
}

/// Counts of people by two characteristics; its totals are computed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountTable {
    /// Labels of the rows, 1 to 60, each once.
    pub rows: Vec<String>,
    /// Labels of the columns, 1 to 60, each once.
    pub columns: Vec<String>,
    /// Counts row by row, each from 0 to 1,000,000,000.
    #[serde(default)]
    pub counts: Vec<Vec<i64>>,
    /// Means of some measurement over the people of each cell, row by row; null where there is
    /// none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means: Option<Vec<Vec<Option<f64>>>>,
}

/// Something published before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(
    untagged,
    expecting = "the release of an earlier answer, or a table {rows, columns, counts}"
)]
pub enum EarlierRelease {
    /// What an earlier answer said may be published.
    Release(ReleasedTable),
    /// A table of which every count was published.
    Table(CountTable),
}

/// A table as it may be published: nothing else of an answer may.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleasedTable {
    /// Labels of the rows.
    pub rows: Vec<String>,
    /// Labels of the columns.
    pub columns: Vec<String>,
    /// Cells row by row.
    pub cells: Vec<Vec<ReleasedCell>>,
    /// Totals of the rows, in their order.
    pub row_totals: Vec<ReleasedCell>,
    /// Totals of the columns, in their order.
    pub column_totals: Vec<ReleasedCell>,
    /// The grand total.
    pub total: ReleasedCell,
    /// The policy it was made under.
    pub policy: DisclosurePolicy,
}

/// A count that is shown, or the mark that stands in its place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReleasedCell {
    /// The count, rounded where the policy rounds; null where it is hidden.
    pub count: Option<u64>,
    /// Why it is hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<HiddenKind>,
    /// The mean over the people of a cell that is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
}

/// Why a count is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum HiddenKind {
    /// The count is small.
    Primary,
    /// The count is not small, but would give a small one away.
    Complementary,
    /// A total, small or complementary: which of the two would tell about its cells.
    Total,
}

/// A table that may be published, what it costs, and what can still be learnt.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Disclosure {
    /// What may be published. The rest of the answer is for those who publish.
    pub release: ReleasedTable,
    /// Every hidden count with what can be learnt of it, row by row, each row's total after its
    /// cells, the totals of the columns last.
    pub hidden: Vec<HiddenCell>,
    /// What is lost.
    pub loss: DisclosureLoss,
    /// Whether every hidden count keeps the policy's interval; false only under a policy
    /// without complementary hiding.
    pub protected: bool,
    /// Whether no other choice of cells loses less.
    pub proved: bool,
    /// Who must not solve the hidden counts back, and what they are taken to know.
    pub attacker: Text,
}

/// A hidden count, and the bounds that someone who knows the release and the policy can compute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HiddenCell {
    /// The row; absent for the total of a column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    /// The column; absent for the total of a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Why it is hidden.
    pub why: HiddenKind,
    /// The least and the most that the count can be; null where there is no upper bound.
    pub interval: (u64, Option<u64>),
    /// Whether that is at least as wide as the policy asks.
    pub protected: bool,
}

/// What hiding loses.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DisclosureLoss {
    /// Hidden cells and totals.
    pub cells: u32,
    /// Sum of the hidden counts, those of hidden totals included.
    pub count: u64,
    /// Of these, cells and totals that are hidden although they are not small.
    pub complementary_cells: u32,
    /// Sum of their counts.
    pub complementary_count: u64,
    /// What was kept as low as possible.
    pub measure: Text,
}
