//! A command, admitted and written down as an event, or refused.

use super::command::Command;
use super::event::{Event, Opening, SALT, token, tombstone};
use super::gate;
use super::merge::redact;
use super::names::Names;
use super::replay::fold;
use super::state::{Standing, State};
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::{Id, Person, catalogue};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A command for a space, and the space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyRequest {
    /// The journal so far; empty for an opening.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub journal: Vec<Event>,
    /// The space as it stands, in place of a journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<Box<State>>,
    /// What to do.
    pub command: Command,
    /// When, RFC 3339; not before the last event.
    pub at: String,
    /// Who does it: the host's id of a member, or the member's token.
    pub by: Id,
    /// The id of the event.
    pub id: Id,
    /// At least 32 characters that nobody can guess, new for every event; needed where the
    /// command names a person or says something in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 32, max = 128)))]
    pub salt: Option<String>,
}

/// What a command did.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// Events to append to the journal.
    pub events: Vec<Event>,
    /// The space as it stands now.
    pub state: State,
    /// After an erasure on a journal: the journal to keep in place of the one before, new event
    /// included. On a state: the host removes `open` from every event by the erased member,
    /// and from those whose data name them as `member`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub redacted: Vec<Event>,
}

/// Does one thing in a space: answers with the event to append and the space as it stands, or
/// with a refusal.
///
/// The event is not stored: the host appends its line before it acts on it. What the command
/// says of persons, or in words, is sealed with the salt. Checks that depend on who people are
/// (whether the signer belongs to the party, whether a gate's requirements are met) are made
/// here, and never again when the journal is replayed.
///
/// # Errors
///
/// `space.not-open`, `space.already-open`, `space.not-a-member`, `space.erased`,
/// `space.unknown-subject`, `space.duplicate-id`, `space.not-admitted`, `space.gate-closed` with
/// what is missing in the details, `space.clock-backwards`, `space.missing-salt`; those of
/// `protect` for charters and measures; those of [`replay`](super::replay()) for the journal.
///
/// # Example
///
/// ```
/// # use innovation_core::space::{ApplyRequest, apply};
/// let request: ApplyRequest = serde_json::from_str(r#"{
///     "command": {"open": {
///         "founding": {"space": "ward-9", "title": "Quiet nights", "locus": "withinOne", "organisations": ["chu"]},
///         "opener": {"id": "ana", "role": "facilitator"}}},
///     "at": "2026-11-23T09:00:00Z", "by": "ana", "id": "e1",
///     "salt": "6f1c0b2e9d8a4775a3f0c1d2e3b4a596"}"#)?;
/// let applied = apply(&request)?;
/// assert_eq!(applied.state.members.len(), 1);
/// assert!(applied.events[0].previous.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apply(request: &ApplyRequest) -> Result<Applied> {
    if request.state.is_some() && !request.journal.is_empty() {
        let message = "a command is for a journal or for a state, not for both";
        return Err(Error::new(Code::ContractInvalidValue, message).at("/state"));
    }
    let mut state = match &request.state {
        Some(state) => state.checked("/state")?.clone(),
        None => fold(None, &request.journal).map_err(|error| {
            let path = error.path().replacen("/events", "/journal", 1);
            error.at(path)
        })?,
    };
    let event = decide(
        &state,
        &request.command,
        &request.at,
        &request.by,
        &request.id,
        request.salt.as_deref(),
    )?;
    advance(&mut state, &event);
    let mut redacted = Vec::new();
    if event.kind == "erase" && !request.journal.is_empty() {
        redacted.clone_from(&request.journal);
        redacted.push(event.clone());
        redact(&mut redacted);
    }
    Ok(Applied { events: vec![event], state, redacted })
}

/// The event that a command becomes, or why it is refused. Costs no copy of the state.
///
/// # Errors
///
/// As [`apply`].
pub fn decide(
    state: &State,
    command: &Command,
    at: &str,
    by: &Id,
    id: &Id,
    salt: Option<&str>,
) -> Result<Event> {
    let moment = Instant::parse(at).ok_or_else(|| {
        Error::new(Code::ContractInvalidValue, format!("{at:?} is no time of RFC 3339"))
            .at("/at")
            .hint("write 2026-11-23T09:00:00Z")
    })?;
    if state.at.as_deref().and_then(Instant::parse).is_some_and(|last| last > moment) {
        let last = state.at.as_deref().unwrap_or_default();
        return Err(Error::new(Code::SpaceClockBackwards, format!("{at} lies before {last}"))
            .at("/at")
            .hint("set the clock, or give the moment of the last event"));
    }
    if state.founding.is_none() && !matches!(command, Command::Open(_)) {
        let message = "the space has not been opened";
        return Err(Error::new(Code::SpaceNotOpen, message).at("/command"));
    }
    let mut draft = Draft::of(state, command)?;
    let sealed = draft.seal(salt)?;
    let actor = match (command, sealed.as_ref()) {
        (Command::Open(_), Some((_, seal))) => token(seal),
        _ => None,
    };
    let actor = actor.or_else(|| state.token_of(by).cloned()).ok_or_else(|| {
        Error::new(Code::SpaceNotAMember, format!("{by} is no member of the space")).at("/by")
    })?;
    let (open, sealed) = sealed.unzip();
    let event = Event {
        id: id.clone(),
        at: at.to_owned(),
        by: actor,
        kind: draft.kind,
        data: draft.data,
        sealed,
        previous: state.heads.clone(),
        open,
    };
    state.admit(&event).map_err(|error| {
        let command = format!("/command/{}", event.kind);
        let path = match error.path() {
            "/by" => "/by".to_owned(),
            "/kind" => command,
            path => path.replacen("/data", &command, 1),
        };
        error.at(path)
    })?;
    check_people(state, command, &event)?;
    Ok(event)
}

/// Absorbs an event that [`decide`] gave, or the next one of a journal that holds.
pub fn advance(state: &mut State, event: &Event) {
    state.take(event);
    state.heads = vec![event.head()];
}

/// A command taken apart: what stays, what is sealed.
struct Draft {
    kind: String,
    data: Map<String, Value>,
    open: Map<String, Value>,
    /// The person to be recognised after their erasure.
    remembered: Option<Id>,
}

/// Fields that are sealed.
const SEALED: [&str; 6] = ["opener", "person", "title", "text", "words", "reason"];

impl Draft {
    fn of(state: &State, command: &Command) -> Result<Self> {
        let mut command = command.clone();
        Names::of(state).rename(&mut command)?;
        match &mut command {
            Command::Open(open) => place_in_family(&mut open.opener, "/command/open/opener")?,
            Command::Invite(invite) => {
                place_in_family(&mut invite.person, "/command/invite/person")?
            }
            _ => {}
        }
        let value = serde_json::to_value(&command).unwrap_or_default();
        let Value::Object(map) = value else {
            return Err(Error::new(Code::ContractInternal, "a command is no object"));
        };
        let Some((kind, Value::Object(mut data))) = map.into_iter().next() else {
            return Err(Error::new(Code::ContractInternal, "a command has no name"));
        };
        let mut open = Map::new();
        let mut remembered = None;
        for field in SEALED {
            if let Some(value) = data.remove(field) {
                open.insert(field.to_owned(), value);
            }
        }
        if let Command::Erase(erase) = &command {
            open.clear();
            data.clear();
            let token = state.token_of(&erase.person).ok_or_else(|| {
                let message = format!("{} is no member of the space", erase.person);
                Error::new(Code::SpaceUnknownSubject, message).at("/command/erase/person")
            })?;
            data.insert("member".to_owned(), json!(token));
            let person = state.members.get(token).and_then(|member| member.person.as_deref());
            if let (true, Some(person)) = (erase.remember, person) {
                remembered = Some(person.id.clone());
            }
        }
        Ok(Self { kind, data, open, remembered })
    }

    /// Seals what is to be sealed, and puts in what only the seal gives.
    fn seal(&mut self, salt: Option<&str>) -> Result<Option<(Opening, String)>> {
        if self.open.is_empty() && self.remembered.is_none() {
            return Ok(None);
        }
        let salt = salt.filter(|salt| (SALT..=128).contains(&salt.chars().count()));
        let Some(salt) = salt else {
            let message = "what the command says of a person, or in words, needs a salt";
            return Err(Error::new(Code::SpaceMissingSalt, message)
                .at("/salt")
                .hint("give 32 to 128 characters that nobody can guess, new for every event"));
        };
        if let Some(person) = &self.remembered {
            let stone = json!({"fingerprint": tombstone(person, salt), "salt": salt});
            self.data.insert("tombstone".to_owned(), stone);
            return Ok(None);
        }
        let open = Opening { salt: salt.to_owned(), data: std::mem::take(&mut self.open) };
        let seal = open.seal();
        if matches!(self.kind.as_str(), "open" | "invite") {
            self.data.insert("member".to_owned(), json!(token(&seal)));
        }
        Ok(Some((open, seal)))
    }
}

/// Writes down the family of a person's role, so that the journal needs no catalogue.
fn place_in_family(person: &mut Person, path: &str) -> Result<()> {
    let family = catalogue()?.family(&person.role, person.family);
    person.family = Some(family.map_err(|error| error.at(format!("{path}/role")))?);
    Ok(())
}

/// What depends on who people are.
fn check_people(state: &State, command: &Command, event: &Event) -> Result<()> {
    let actor = state.members.get(&event.by).and_then(|member| member.person.as_deref());
    match command {
        Command::Open(open) if open.opener.reports_to.is_some() => {
            Err(Error::new(Code::SpaceUnknownSubject, "the opener's manager is no member yet")
                .at("/command/open/opener/reportsTo"))
        }
        Command::Invite(invite) => {
            let id = &invite.person.id;
            let held = state.token_of(id).and_then(|token| state.members.get(token));
            if held.is_some_and(|member| member.standing == Standing::Erased) {
                return Err(Error::new(Code::SpaceErased, format!("{id} is erased"))
                    .at("/command/invite/person/id"));
            }
            if held.is_some_and(|member| member.standing != Standing::Left) {
                return Err(Error::new(
                    Code::SpaceDuplicateId,
                    format!("{id} is a member already"),
                )
                .at("/command/invite/person/id"));
            }
            let gone =
                |stone: &super::state::Tombstone| tombstone(id, &stone.salt) == stone.fingerprint;
            if state.tombstones.iter().any(gone) {
                return Err(Error::new(Code::SpaceErased, format!("{id} was erased"))
                    .at("/command/invite/person/id")
                    .hint("whoever asked to be erased is not invited again"));
            }
            Ok(())
        }
        Command::Erase(_) => {
            let target = event.text("member").and_then(|token| state.members.get(token));
            if target.is_some_and(|member| member.standing == Standing::Erased) {
                return Err(Error::new(Code::SpaceErased, "the member is erased already")
                    .at("/command/erase/person"));
            }
            let standing = state.members.get(&event.by).map(|member| member.standing);
            // People may have themselves erased at any time, others by whoever takes part.
            if standing == Some(Standing::Joined) || event.text("member") == Some(event.by.as_str())
            {
                return Ok(());
            }
            let message = format!("{} takes no part in the space", event.by);
            Err(Error::new(Code::SpaceNotAMember, message).at("/by"))
        }
        Command::Sign(sign) => {
            let theirs = actor.and_then(|person| person.organisation.as_deref());
            if theirs != Some(sign.party.as_str()) {
                let message = format!("{} does not belong to {}", event.by, sign.party);
                return Err(Error::new(Code::SpaceNotAdmitted, message)
                    .at("/command/sign/party")
                    .hint("a member of the party signs for it"));
            }
            Ok(())
        }
        Command::AdvanceStage(advance) => gate::check(state, advance.to, &event.at),
        _ => Ok(()),
    }
}
