//! What is meant to make an innovation last, as its hosts write it down.

use crate::evaluate::ScoreRequest;
use crate::people::Id;
use crate::protect::{Clause, Signature};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks what is missing for an innovation to last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SustainRequest {
    /// The innovation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub innovation: Option<Id>,
    /// Assessments of how well it is placed to last, with any rubric: each entry is what
    /// `evaluate.score` takes, for one occasion. At most 10.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ScoreRequest>,
    /// What ties it to the organisation that will go on with it.
    pub anchoring: Anchoring,
    /// When whoever made it steps back, RFC 3339; `at` unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit_at: Option<String>,
    /// The moment asked about, RFC 3339.
    pub at: String,
    /// For how many months beyond the exit (or beyond `at`, where the exit is past) what holds
    /// must hold; 0 to 600, 12 unless told.
    #[serde(default = "twelve")]
    #[cfg_attr(feature = "schema", schemars(range(max = 600)))]
    pub horizon_months: u32,
    /// After how many months from the exit to look again, rising; 1 to 600 each, at most 20 of
    /// them. 6, 12 and 24 unless told.
    #[serde(default = "usual_months")]
    pub check_months: Vec<u32>,
}

fn twelve() -> u32 {
    12
}

fn usual_months() -> Vec<u32> {
    vec![6, 12, 24]
}

/// What ties an innovation to the organisation that will go on with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Anchoring {
    /// Who owns it after the exit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AnchorOwner>,
    /// What pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<AnchorBudget>,
    /// Who is trained for it; at most 100 audiences.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub training: Vec<AnchorTraining>,
    /// What goes on being measured; at most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<AnchorMeasure>,
    /// The policy, standard or procedure in which it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<AnchorPolicy>,
    /// The pact by which it is handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handover: Option<AnchorHandover>,
}

/// Who owns it: an id, a role, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorOwner {
    /// An organisation, a unit, or the pseudonymous id of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The function: `head-nurse`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// From when, RFC 3339; from the exit unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when, RFC 3339, that moment excluded; without an end unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Whether the owner has said yes.
    #[serde(default)]
    pub accepted: bool,
}

/// A budget line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorBudget {
    /// The line, by its number or name.
    pub line: String,
    /// How much a year, above 0, in the host's currency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// From when, RFC 3339; from the exit unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when, RFC 3339, that moment excluded; without an end unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Whether it stands in the ordinary budget, year after year.
    #[serde(default)]
    pub recurrent: bool,
}

/// Training of an audience.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorTraining {
    /// Who: a role, a team, newcomers.
    pub audience: Text,
    /// How many are trained now.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub trained: u64,
    /// How many must be.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000_000)))]
    pub needed: u64,
    /// After how many months it is given again, for those who came since; 1 to 600.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub renewed_every_months: Option<u32>,
    /// When it was last given, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
}

/// Something that goes on being measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorMeasure {
    /// Its id, unique among measures.
    pub id: Id,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Who collects it after the exit: a function or a pseudonymous id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collected_by: Option<Id>,
    /// After how many months it is collected again; 1 to 600.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 600)))]
    pub every_months: u32,
    /// When it was last collected, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
}

/// Where it is written as what is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorPolicy {
    /// The document, by its number or name.
    pub document: String,
    /// Since when it is in force, RFC 3339; a draft unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// When it must be looked at again, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
}

/// What is agreed on the handing over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnchorHandover {
    /// Who hands over.
    pub from: Id,
    /// Who takes over.
    pub to: Id,
    /// On which day, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The version of the pact, from 1; 1 unless told. A signature under another one does not
    /// count.
    #[serde(default = "first")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub version: u32,
    /// What is agreed; a clause with the id of an entry of the checklist settles that entry. At
    /// most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
    /// Signatures of the two; at most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
}

fn first() -> u32 {
    1
}
