//! What a journal amounts to: the space as it stands.

use super::command::{Adapt, Assess, Convene, Founding, HandOver};
use super::stage::{Decision, Maturity, SpaceStage, UseStage};
use crate::canonical::unhex;
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::{Id, Person};
use crate::protect::{Charter, Measure, Pressure};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of the document.
pub const FORMAT: &str = "innovation/space@1";

/// A space as it stands after the events of its journal; also the snapshot from which a long
/// journal is opened fast. It is as trustworthy as the place where it was kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct State {
    /// `innovation/space@1`.
    pub format: String,
    /// What the space is; absent before the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub founding: Option<Founding>,
    /// When it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<String>,
    /// Where it is on its way.
    #[serde(default)]
    pub stage: SpaceStage,
    /// When it came to that stage.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_since: Option<String>,
    /// The charter, with its signatures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charter: Option<Charter>,
    /// Norms, pressures and routines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pressures: Vec<Pressure>,
    /// What answers them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Members by token.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub members: BTreeMap<Id, Member>,
    /// Programmes by id, with the moment they were convened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<Convene>,
    /// Ideas by id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub ideas: BTreeMap<Id, Idea>,
    /// What assessments found, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessed>,
    /// Sites by idea, in the order in which they came.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sites: BTreeMap<Id, Vec<SiteUse>>,
    /// Changes that sites made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adaptations: Vec<Adapt>,
    /// Pacts by idea.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub handovers: BTreeMap<Id, HandOver>,
    /// What recognises people who must not be invited again: fingerprint and salt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tombstones: Vec<Tombstone>,
    /// Events that were kept and not applied, or that contradict each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Events of a kind that this version does not know; kept, not understood.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_understood: Vec<NotUnderstood>,
    /// How many events there were.
    pub events: u32,
    /// The moment of the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Fingerprints of the events that none follows; the next event follows them all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
}

/// A member of a space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Member {
    /// Who it is; absent once erased, or where the journal came without its openings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<Box<Person>>,
    /// Where the member stands.
    pub standing: Standing,
    /// Since when.
    pub since: String,
}

/// Where a member stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Invited, not joined.
    Invited,
    /// Takes part.
    Joined,
    /// Took part.
    Left,
    /// The link to the person is cut.
    Erased,
}

/// An idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Idea {
    /// The member who brought it in, by token.
    pub by: Id,
    /// What it is called; absent once erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// How ripe it is.
    pub maturity: Maturity,
    /// What was last decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Whether anyone disagreed with that.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub dissent: bool,
}

/// What an assessment found, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assessed {
    /// What it found.
    pub found: Assess,
    /// When it was recorded.
    pub at: String,
}

/// How far a site uses an idea.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteUse {
    /// The site.
    pub site: Id,
    /// How far.
    pub stage: UseStage,
    /// Since when.
    pub since: String,
}

/// What recognises an erased person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tombstone {
    /// SHA-256 of the person's id and the salt.
    pub fingerprint: String,
    /// The salt.
    pub salt: String,
}

/// An event that was kept and not applied, or two that contradict each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Conflict {
    /// The event's id.
    pub event: Id,
    /// Its kind.
    pub kind: String,
    /// A code: `space.concurrent`, where two forks settled one matter each in its own way (the
    /// later in the journal's order holds), or why the event was not applied.
    pub code: String,
    /// The fact.
    pub message: String,
    /// The other event, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<Id>,
}

/// An event of a kind that this version does not know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NotUnderstood {
    /// The event's id.
    pub event: Id,
    /// Its kind.
    pub kind: String,
}

impl State {
    /// The space before its opening.
    #[must_use]
    pub fn before() -> Self {
        Self { format: FORMAT.to_owned(), ..Self::default() }
    }

    /// The same, where it can be built on: a document of this format, whose heads and moment
    /// can be read. `at` is its place.
    pub(super) fn checked(&self, at: &str) -> Result<&Self> {
        let fault =
            |fact: String, path: String| Err(Error::new(Code::ContractInvalidValue, fact).at(path));
        if self.format != FORMAT {
            return fault(format!("{:?} is not {FORMAT:?}", self.format), format!("{at}/format"));
        }
        if let Some(place) = self.heads.iter().position(|head| unhex(head).is_none()) {
            let fact = "a head is 64 hexadecimal digits in small letters";
            return fault(fact.to_owned(), format!("{at}/heads/{place}"));
        }
        match &self.at {
            Some(moment) if Instant::parse(moment).is_none() => {
                fault(format!("{moment:?} is no time of RFC 3339"), format!("{at}/at"))
            }
            _ => Ok(self),
        }
    }

    /// Members who take part, with who they are.
    pub fn present(&self) -> impl Iterator<Item = (&Id, &Member)> {
        self.members.iter().filter(|(_, member)| member.standing == Standing::Joined)
    }

    /// Who takes part, where that is known.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.present().filter_map(|(_, member)| member.person.as_deref())
    }

    /// The token of a person, by the host's id or by the token itself.
    #[must_use]
    pub fn token_of(&self, id: &Id) -> Option<&Id> {
        let known = |member: &Member| member.person.as_ref().is_some_and(|person| person.id == *id);
        let own = self.members.get_key_value(id).map(|(token, _)| token);
        // A person who left and came back has two tokens: the last one speaks.
        own.or_else(|| {
            let mut mine = self.members.iter().filter(|(_, member)| known(member));
            let last = mine.clone().find(|(_, member)| member.standing != Standing::Left);
            last.or_else(|| mine.next()).map(|(token, _)| token)
        })
    }
}
