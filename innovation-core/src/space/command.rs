//! What can be done in a space: one document for each command.
//!
//! Persons are named by the host's pseudonymous ids; the journal knows them by tokens. A field
//! that is marked as sealed can be erased; every other stays for ever, texts of charters,
//! measures, evidence, budgets and training among them, and is no place for a person's name.

use super::stage::{Decision, Locus, Maturity, SpaceStage, UseStage};
use crate::equip::{Degree, Kind, Phase};
use crate::people::{Id, Person};
use crate::protect::{Charter, Measure, Pressure, SpaceMode, SuspendedNorm};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A command, by its name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Command {
    /// Opens the space; whoever opens it is its first member.
    Open(Box<Open>),
    /// Puts a new version of the charter in place.
    AmendCharter(Box<AmendCharter>),
    /// Signs the charter as it stands, for a party.
    Sign(Sign),
    /// Invites a person.
    Invite(Box<Invite>),
    /// Accepts an invitation: whoever acts joins.
    Join(Join),
    /// Whoever acts leaves.
    Leave(Leave),
    /// Plans a programme of sessions.
    Convene(Box<Convene>),
    /// Brings an idea in.
    Propose(Propose),
    /// Records what an assessment found.
    Assess(Box<Assess>),
    /// Decides on an idea.
    Decide(Decide),
    /// Brings an idea to its next maturity, on evidence.
    Develop(Develop),
    /// Records how far a site uses an idea.
    Adopt(Adopt),
    /// Records that a site changed an idea.
    Adapt(Adapt),
    /// Names pressures, and measures that answer them.
    Protect(Box<Protect>),
    /// Suspends a norm for a while.
    SuspendNorm(Box<SuspendNorm>),
    /// Ends a measure or a suspension before its time.
    Lapse(Lapse),
    /// Brings the space to its next stage.
    AdvanceStage(AdvanceStage),
    /// Hands an idea over to whoever keeps it alive.
    HandOver(HandOver),
    /// Closes the space.
    Close(Close),
    /// Cuts the link to a person, and removes what they brought in words.
    Erase(Erase),
}

/// Opens the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Open {
    /// What the space is.
    pub founding: Founding,
    /// Whoever opens it; sealed.
    pub opener: Person,
}

/// What a space is from its first day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Founding {
    /// The id of the space.
    pub space: Id,
    /// What it is called.
    pub title: Text,
    /// Within one organisation or between several.
    pub locus: Locus,
    /// The organisations that hold it, each with equal say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Id>,
    /// Who backs it: a party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor: Option<Id>,
    /// Levels of the hierarchy that it concerns, in the host’s own numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<i32>,
    /// At most so many days from one session to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cadence_days: Option<u32>,
}

/// A new version of the charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AmendCharter {
    /// The charter, one version above the one in place; signatures are given by `sign` alone.
    pub charter: Charter,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sign {
    /// The party that signs.
    pub party: Id,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Invite {
    /// Who; sealed. The manager, where named, is a member.
    pub person: Person,
}

/// Whoever acts joins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Join {}

/// Whoever acts leaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Leave {
    /// Why; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A programme of sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Convene {
    /// Its id.
    pub programme: Id,
    /// Reflective or experimental.
    pub mode: SpaceMode,
    /// Its sessions, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Convened>,
    /// Whether it recurs in a form that people know.
    #[serde(default)]
    pub ritual: bool,
}

/// A session of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Convened {
    /// When it starts, RFC 3339.
    pub start: String,
    /// How long it takes.
    pub minutes: u32,
    /// For whom it is; for everybody unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Its cards, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<ConvenedCard>,
    /// Who sits with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Vec<Id>>,
}

/// For whom a session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Audience {
    /// Patients, users and carers among themselves.
    LivedExperience,
    /// Staff among themselves.
    Staff,
    /// Everybody.
    Everyone,
}

/// A card of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConvenedCard {
    /// Its id.
    pub card: Id,
    /// What kind of card it is.
    pub kind: Kind,
    /// How long it runs.
    pub minutes: u32,
    /// The phases it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<Phase>,
    /// How much safety it asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety_demand: Option<Degree>,
}

/// An idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Propose {
    /// Its id.
    pub idea: Id,
    /// What it is called; sealed.
    pub title: Text,
    /// What it is; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// What an assessment found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assess {
    /// Its id.
    pub assessment: Id,
    /// The idea; without, the space itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idea: Option<Id>,
    /// The rubric.
    pub rubric: Id,
    /// Its version.
    pub version: String,
    /// How many assessed.
    pub assessors: u32,
    /// The total on the rubric’s own scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<f64>,
    /// Standard deviation of the assessors’ totals over the range of the scale, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispersion: Option<f64>,
    /// Groups of the rubric found complex.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complex: Vec<Id>,
    /// Those among them that a measure or a plan answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered_by: Vec<Id>,
    /// The rung reached, where the rubric is a ladder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<f64>,
    /// People in the smallest group that results are shown for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smallest_group: Option<u32>,
    /// What was said; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decide {
    /// The idea.
    pub idea: Id,
    /// To pursue, to park or to stop.
    pub decision: Decision,
    /// Whether anyone disagreed.
    #[serde(default)]
    pub dissent: bool,
    /// Why, dissent included; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A step of an idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Develop {
    /// The idea.
    pub idea: Id,
    /// What it is now: one step above what it was.
    pub maturity: Maturity,
    /// Where that can be seen; one piece at least. Stays for ever.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// How far a site uses an idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adopt {
    /// The idea.
    pub idea: Id,
    /// The site.
    pub site: Id,
    /// How far it uses it.
    pub stage: UseStage,
}

/// A change to an idea at a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adapt {
    /// Its id.
    pub adaptation: Id,
    /// The idea.
    pub idea: Id,
    /// The site.
    pub site: Id,
    /// Whether it touches what the idea must not lose.
    #[serde(default)]
    pub core: bool,
    /// Whether it stays true to the idea.
    #[serde(default)]
    pub consistent: bool,
    /// What was changed and why; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// Pressures and measures; those of an id in place are replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Protect {
    /// Norms, pressures, routines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pressures: Vec<Pressure>,
    /// What answers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
}

/// A norm suspended for a while.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SuspendNorm {
    /// The norm, its scope, who has the authority, until when.
    pub norm: SuspendedNorm,
}

/// The end of a measure or a suspension.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lapse {
    /// The measure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Id>,
    /// The suspended norm.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub norm: Option<Id>,
}

/// The next stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdvanceStage {
    /// The stage.
    pub to: SpaceStage,
}

/// The pact by which an idea outlives the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandOver {
    /// The idea.
    pub idea: Id,
    /// Who owns it from now on: an organisation, a unit or a member.
    pub owner: Id,
    /// The budget line; stays for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<String>,
    /// Which role trains which; stays for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<String>,
    /// What will be measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// When it will be looked at again, RFC 3339.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<String>,
}

/// The end of the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Close {
    /// Why; sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// The erasure of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Erase {
    /// The person, or their token.
    pub person: Id,
    /// Whether to keep what recognises the person should they be invited again: whoever holds the journal can then test an id against it.
    #[serde(default)]
    pub remember: bool,
}
