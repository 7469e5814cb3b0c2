//! What coverage is asked with, and what it answers.

use crate::people::{Family, Id, Person};
use crate::protect::{
    Boundary, Charter, Measure, MeasureState, Pressure, PressureKind, Safeguard, Signatories,
    SpaceMode, UnsignedReason, Work,
};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks what is covered and what stays exposed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CoverRequest {
    /// What presses; at most 100.
    pub pressures: Vec<Pressure>,
    /// What is done about it; at most 300.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// What the parties agreed on. With it, a measure holds only where its grantor has signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charter: Option<Charter>,
    /// Who is concerned; at most 1,000. Without people, exposure is by pressure only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The modes of the space, which ask for kinds of boundary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<SpaceMode>,
    /// The moment asked about, RFC 3339.
    pub at: String,
    /// What ends within so many days ends soon; 0 to 3650, 30 unless told.
    #[serde(default = "thirty")]
    #[cfg_attr(feature = "schema", schemars(range(max = 3650)))]
    pub soon_days: u32,
}

fn thirty() -> u32 {
    30
}

/// What is covered and what stays exposed at a moment.
///
/// Residual exposure is this library's own convention and no validated scale.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The moment asked about.
    pub at: String,
    /// How relief is counted, in words.
    pub convention: Text,
    /// The matrix, a row for each pressure in the order of the request.
    pub pressures: Vec<PressureCover>,
    /// The state of each measure, in the order of the request.
    pub measures: Vec<MeasureCover>,
    /// What stays exposed of each person, in the order of the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonExposure>,
    /// What stays exposed by role, in rising order of role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleExposure>,
    /// Measures by what they do.
    pub works: Vec<WorkCount>,
    /// Boundary measures by what the boundary is made of.
    pub boundaries: Vec<BoundaryCount>,
    /// What nothing in force provides for.
    pub gaps: Vec<CoverGap>,
    /// Measures and suspensions that have ended.
    pub lapsed: Vec<DueItem>,
    /// Measures and suspensions that nobody with a signature stands behind, ended ones left out.
    pub unsigned: Vec<UnsignedItem>,
    /// What ends within `soonDays`: measures, suspensions, the time until the charter's review.
    pub soon: Vec<DueItem>,
    /// The charter at that moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charter: Option<CharterState>,
}

/// A pressure, the measures that answer it, and what is left.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PressureCover {
    /// The pressure.
    pub id: Id,
    /// Norm, pressure or routine.
    pub kind: PressureKind,
    /// Its strength, 1 to 5.
    pub strength: u8,
    /// The measures that answer it, in the order of the request.
    pub cells: Vec<CoverCell>,
    /// Suspended norms in force that lift it.
    pub lifted_by: Vec<Id>,
    /// On how many of `people` it bears; absent without people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bears_on: Option<u32>,
    /// What is left for those who are least protected, 0 to 5.
    pub residual: u8,
    /// What is left for those who are best protected, 0 to 5.
    pub least: u8,
}

/// A measure set against a pressure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CoverCell {
    /// The measure.
    pub measure: Id,
    /// How much strength it takes away while it holds, 1 to 5.
    pub relief: u8,
    /// Whether it holds.
    pub state: MeasureState,
    /// Whether it leaves out some of those on whom the pressure bears.
    pub partly: bool,
}

/// A measure and its state.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MeasureCover {
    /// The measure.
    pub id: Id,
    /// What it does.
    pub work: Work,
    /// Whether it holds.
    pub state: MeasureState,
    /// Whole days until it ends, where it has an end ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
}

/// What stays exposed of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PersonExposure {
    /// The person.
    pub id: Id,
    /// How many pressures bear on them.
    pub pressures: u32,
    /// Sum of the strengths of these.
    pub strength: u32,
    /// Sum of what is left of them.
    pub residual: u32,
    /// The largest of what is left, 0 to 5.
    pub greatest: u8,
    /// Pressures of which something is left, most first, then in the order of the request.
    pub open: Vec<Id>,
}

/// What stays exposed of those who have a role.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoleExposure {
    /// The role.
    pub role: String,
    /// Its family.
    pub family: Family,
    /// How many have it.
    pub people: u32,
    /// Mean over them of the sum of strengths.
    pub mean_strength: f64,
    /// Mean over them of the sum of what is left.
    pub mean_residual: f64,
    /// The largest of what is left for any of them, 0 to 5.
    pub greatest: u8,
}

/// Measures of one kind of work.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WorkCount {
    /// Boundary, distancing or anchoring.
    pub work: Work,
    /// All of them.
    pub measures: u32,
    /// Those that hold.
    pub active: u32,
}

/// Measures of one kind of boundary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BoundaryCount {
    /// What the boundary is made of.
    pub boundary: Boundary,
    /// All of them.
    pub measures: u32,
    /// Those that hold.
    pub active: u32,
}

/// What kind of thing is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CoverGapKind {
    /// No measure in force answers a pressure, and no suspension lifts it.
    Pressure,
    /// No measure of a kind of work is in force.
    Work,
    /// A mode asks for a kind of boundary that is not in force.
    Boundary,
}

/// Something that nothing in force provides for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CoverGap {
    /// What is missing.
    pub kind: CoverGapKind,
    /// The pressure that nothing answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pressure: Option<Id>,
    /// The work that nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
    /// The boundary that is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Boundary>,
    /// The mode that asks for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<SpaceMode>,
    /// The same in words.
    pub reading: Text,
    /// The finding behind it, where there is one: a theory, not a test of this space.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<&'static str>,
}

/// What has a time or a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DueKind {
    /// A measure.
    Measure,
    /// A suspended norm.
    SuspendedNorm,
    /// The review of the charter.
    Review,
}

/// Something that ends or has ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DueItem {
    /// What it is.
    pub what: DueKind,
    /// Its id; absent for the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Its end, as written.
    pub until: String,
    /// Whole days: left where the end is ahead, gone by where it is past.
    pub days: i64,
}

/// Something that nobody with a signature stands behind.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnsignedItem {
    /// What it is.
    pub what: DueKind,
    /// Its id.
    pub id: Id,
    /// Why.
    pub reason: UnsignedReason,
    /// Who is said to have granted it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub granted_by: Option<Id>,
}

/// A charter at a moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CharterState {
    /// Its version.
    pub version: u32,
    /// Who has signed that version, and who has not.
    pub signatories: Signatories,
    /// When it must be looked at again, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
    /// Whether that moment has passed.
    pub review_overdue: bool,
    /// The safeguards that hold: always all five.
    pub safeguards: Vec<Safeguard>,
    /// Suspended norms, in the order of the charter.
    pub suspensions: Vec<Suspension>,
}

/// A suspended norm at a moment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Suspension {
    /// Its id.
    pub id: Id,
    /// The norm, as written.
    pub norm: Text,
    /// Where and for whom, as written.
    pub scope: Text,
    /// Who has the authority and gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub granted_by: Option<Id>,
    /// Whether the suspension is in force (`active`).
    pub state: MeasureState,
    /// Its end, as written.
    pub until: String,
    /// Pressures that it lifts while in force.
    pub pressures: Vec<Id>,
    /// Clauses that it lifts while in force.
    pub clauses: Vec<Id>,
    /// Entries of `lifts` that are neither; they lift nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<Id>,
}
