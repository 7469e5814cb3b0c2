//! The documents: pressures, measures, charters.

use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What presses on those who would think differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PressureKind {
    /// What is held to be proper.
    Norm,
    /// What is demanded: time, targets, a superior's wish.
    Pressure,
    /// What is done because it was always done.
    Routine,
}

/// A norm, a pressure or a routine that bears on members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pressure {
    /// Its id, unique among pressures.
    pub id: Id,
    /// Norm, pressure or routine.
    pub kind: PressureKind,
    /// Where it comes from: an organisation, a body, a text, in words.
    pub source: Text,
    /// How strong it is, from 1 (hardly felt) to 5 (decides alone).
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub strength: u8,
    /// On whom it bears: roles, or ids of persons. Empty: on everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bears_on: Vec<Id>,
}

/// What a measure does, after Cartel, Boxenbaum and Aggeri (2019).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Work {
    /// Sets the space apart and softens what presses on it.
    Boundary,
    /// Loosens the hold of the usual way: rules, play, emotion.
    Distancing,
    /// Ties the space and what it finds back to the field.
    Anchoring,
}

/// What a boundary is made of, after Bucher and Langley (2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Boundary {
    /// Who is in.
    Social,
    /// A place apart.
    Physical,
    /// A time apart.
    Temporal,
    /// A sign that marks what is done as provisional.
    Symbolic,
}

/// Which kind of space a session is, after Bucher and Langley (2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SpaceMode {
    /// Set apart from the routine, to think anew.
    Reflective,
    /// Inside the routine, marked as provisional, to try.
    Experimental,
}

/// What is done about pressures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// Its id, unique among measures.
    pub id: Id,
    /// Boundary, distancing or anchoring.
    pub work: Work,
    /// What the boundary is made of; only where `work` is boundary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Boundary>,
    /// What is done, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The pressures it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Id>,
    /// How much of the strength of a pressure it takes away, from 1 to 5; 2 unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub relief: Option<u8>,
    /// Whom it shields: roles, or ids of persons. Empty: all on whom the pressure bears.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shields: Vec<Id>,
    /// Who granted it: a party or a person; without, it is unsigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted_by: Option<Id>,
    /// From when it holds, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when it holds, RFC 3339, that moment excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Where it can be seen: a minute, a mail, a rota.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

/// What no charter can suspend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Safeguard {
    /// The safety of patients.
    PatientSafety,
    /// Free and informed consent.
    Consent,
    /// Confidentiality.
    Confidentiality,
    /// The law.
    Law,
    /// Care for those who cannot well protect themselves.
    Safeguarding,
}

/// One thing the parties agree on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Clause {
    /// Its id, unique in the charter; templates use `purpose`, `autonomy`, `governance`, `time`,
    /// `hierarchy`, `expertise`, `data`, `compensation`, `orientation`, `dissent`, `property`,
    /// `conflict`, `exit` and the like.
    pub id: Id,
    /// What is agreed.
    pub text: Text,
    /// The safeguard that this clause states, where it states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safeguard: Option<Safeguard>,
    /// Where the idea of the clause comes from, as a citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A norm that does not hold in the space for a while.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuspendedNorm {
    /// Its id, unique in the charter.
    pub id: Id,
    /// The norm: a pressure's id, a clause's id, or words.
    pub norm: Text,
    /// Where and for whom it is suspended, in words.
    pub scope: Text,
    /// Who has the authority and gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted_by: Option<Id>,
    /// From when, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Until when, RFC 3339: a norm is never suspended for ever.
    pub until: String,
    /// Pressures and clauses that it lifts, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lifts: Vec<Id>,
    /// Safeguards it was checked against and touches: any entry is refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub touches: Vec<Safeguard>,
}

/// Who answers for a failure, so that whoever tried does not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RightToFail {
    /// A party or a person.
    pub bearer: Id,
    /// Up to what, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Text>,
}

/// A party's signature under one version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Signature {
    /// The party: an organisation.
    pub party: Id,
    /// Who signed for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// When, RFC 3339.
    pub at: String,
    /// The version that was signed.
    pub version: u32,
}

/// Where the space stands between two poles, from −1 to 1, on the four tensions of living labs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tensions {
    /// −1 pushed by what can be made, 1 pulled by what people need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub push_pull: Option<f64>,
    /// Shares of social, economic and scientific value; they add up to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub social_economic_scientific: Option<[f64; 3]>,
    /// −1 shared with all, 1 owned by one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open_owned: Option<f64>,
    /// −1 unregulated, 1 regulated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wild_regulated: Option<f64>,
}

/// What the parties of a space agreed on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Charter {
    /// `innovation/charter@1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// From 1, one more with each amendment.
    pub version: u32,
    /// The organisations that must sign.
    pub parties: Vec<Id>,
    /// What is agreed.
    pub clauses: Vec<Clause>,
    /// Norms that do not hold in the space for a while.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspended_norms: Vec<SuspendedNorm>,
    /// Safeguards that the charter names; all five hold, named or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Safeguard>,
    /// Who answers for a failure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right_to_fail: Option<RightToFail>,
    /// Signatures, each under a version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<Signature>,
    /// When the charter must be looked at again, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
    /// Where the space stands on the four tensions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tensions: Option<Tensions>,
    /// What other programs keep here; passed on, not read.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: BTreeMap<String, serde_json::Value>,
}
