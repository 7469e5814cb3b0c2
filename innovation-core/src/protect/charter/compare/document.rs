//! What a comparison is asked with, and what it answers.

use crate::people::Id;
use crate::protect::charter::{ChangedText, Signatories};
use crate::protect::{Charter, Clause, RightToFail, Safeguard, Signature, SuspendedNorm, Tensions};
use serde::{Deserialize, Serialize};

/// Asks what changed between two charters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareRequest {
    /// The charter before.
    pub before: Charter,
    /// The charter after.
    pub after: Charter,
}

/// What changed between two charters. The order of lists is no change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CharterComparison {
    /// Whether what is agreed is the same; version and signatures aside.
    pub same: bool,
    /// What happened to the version.
    pub version: VersionChange,
    /// What happened to the clauses.
    pub clauses: ClauseChanges,
    /// What happened to suspended norms.
    pub suspended_norms: SuspensionChanges,
    /// What happened to safeguards, stated by a clause or named in the list.
    pub safeguards: SafeguardChanges,
    /// What happened to the parties.
    pub parties: IdChanges,
    /// Who answers for a failure, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right_to_fail: Option<ReplacedRightToFail>,
    /// When the charter must be looked at again, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<ReplacedWord>,
    /// Where the space stands, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tensions: Option<ReplacedTensions>,
    /// What happened to signatures.
    pub signatures: SignatureChanges,
}

/// How the version moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum VersionStep {
    /// It stayed.
    Same,
    /// It rose by one, as with an amendment.
    RaisedByOne,
    /// It rose by more: versions between are missing.
    RaisedByMore,
    /// It fell: the charters may stand in the wrong order.
    Lowered,
}

/// What happened to the version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VersionChange {
    /// Before.
    pub before: u32,
    /// After.
    pub after: u32,
    /// How it moved.
    pub step: VersionStep,
    /// Whether it fits: raised by one where something changed, the same where nothing did.
    pub fits: bool,
}

/// What happened to the clauses.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClauseChanges {
    /// New ones, in the order of the charter after.
    pub added: Vec<Clause>,
    /// Those that are gone, in the order of the charter before.
    pub removed: Vec<Clause>,
    /// Those that differ, in the order of the charter after.
    pub changed: Vec<ChangedClause>,
}

/// A clause that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangedClause {
    /// The clause.
    pub id: Id,
    /// The words that changed, by language.
    pub texts: Vec<ChangedText>,
    /// The safeguard it states, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safeguard: Option<ReplacedSafeguard>,
    /// Where the idea comes from, where that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<ReplacedWord>,
}

/// Makes types of something before and after: one each, since each has its own name in the
/// contract.
macro_rules! replaced {
    ($($(#[doc = $doc:literal])+ $name:ident: $of:ty;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// Before; null where there was none.
            pub before: Option<$of>,
            /// After; null where there is none.
            pub after: Option<$of>,
        }

        impl $name {
            /// What was replaced, where it was.
            pub(super) fn between(before: &Option<$of>, after: &Option<$of>) -> Option<Self> {
                (before != after).then(|| Self { before: before.clone(), after: after.clone() })
            }
        }
    )+};
}

replaced! {
    /// A right to fail that differs.
    ReplacedRightToFail: RightToFail;
    /// A written word that differs: a time, a source.
    ReplacedWord: String;
    /// Tensions that differ.
    ReplacedTensions: Tensions;
    /// The safeguard of a clause that differs.
    ReplacedSafeguard: Safeguard;
    /// A suspended norm that differs.
    ReplacedNorm: SuspendedNorm;
}

/// What happened to suspended norms.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SuspensionChanges {
    /// New ones.
    pub added: Vec<SuspendedNorm>,
    /// Those that are gone.
    pub removed: Vec<SuspendedNorm>,
    /// Those that differ.
    pub changed: Vec<ReplacedNorm>,
}

/// What happened to safeguards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SafeguardChanges {
    /// Those that only the charter after states or names.
    pub added: Vec<Safeguard>,
    /// Those that only the charter before stated or named.
    pub dropped: Vec<Safeguard>,
    /// Those that hold all the same: always all five.
    pub hold: Vec<Safeguard>,
}

/// What happened to ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IdChanges {
    /// New ones.
    pub added: Vec<Id>,
    /// Those that are gone.
    pub removed: Vec<Id>,
}

/// What happened to signatures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SignatureChanges {
    /// Those that the charter after carries and that were given to another text: to an earlier
    /// version, or to this version before its text changed.
    pub void: Vec<Signature>,
    /// Who has signed the text after, void signatures left out, and who has still to sign.
    pub signatories: Signatories,
}
