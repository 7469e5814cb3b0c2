//! From an event to the next state: admit, then absorb.
//!
//! Invariant: whether an event is admitted depends on the chain alone, never on what is sealed,
//! so that a journal means the same after an erasure.

use super::command::{
    Adapt, Adopt, AdvanceStage, AmendCharter, Assess, Convene, Decide, Develop, Founding, HandOver,
    Lapse, Protect, Sign, SuspendNorm,
};
use super::event::{self, Event};
use super::stage::{Maturity, SpaceStage};
use super::state::{Assessed, Idea, Member, NotUnderstood, SiteUse, Standing, State, Tombstone};
use crate::error::{Code, Error, Result};
use crate::people::{Id, Person};
use crate::protect::Signature;
use crate::text::Text;
use serde::Deserialize;
use serde_json::{Map, Value};

/// What an event changes, read from it.
#[derive(Debug)]
pub(super) enum Change {
    Open(Box<Founding>, Id),
    AmendCharter(Box<AmendCharter>),
    Sign(Sign),
    Invite(Id),
    Join,
    Leave,
    Convene(Box<Convene>),
    Propose(Id),
    Assess(Box<Assess>),
    Decide(Decide),
    Develop(Develop),
    Adopt(Adopt),
    Adapt(Adapt),
    Protect(Box<Protect>),
    SuspendNorm(Box<SuspendNorm>),
    Lapse(Lapse),
    AdvanceStage(AdvanceStage),
    HandOver(HandOver),
    Close,
    Erase(Id, Option<Tombstone>),
    NotUnderstood,
}

/// The part of an event's data that stays.
fn read<'a, T: Deserialize<'a>>(event: &'a Event) -> Result<T> {
    T::deserialize(&event.data).map_err(|error| {
        Error::new(Code::SpaceInvalidEvent, format!("the data of {:?}: {error}", event.kind))
            .at("/data")
    })
}

/// A member named in an event's data.
fn member(event: &Event) -> Result<Id> {
    event.text("member").and_then(Id::new).ok_or_else(|| {
        Error::new(Code::SpaceInvalidEvent, "the data names no member").at("/data/member")
    })
}

impl Change {
    pub(super) fn of(event: &Event) -> Result<Self> {
        Ok(match event.kind.as_str() {
            "open" => {
                let founding = event.data.get("founding").unwrap_or(&Value::Null);
                let founding = Founding::deserialize(founding).map_err(|error| {
                    Error::new(Code::SpaceInvalidEvent, format!("the founding: {error}"))
                        .at("/data/founding")
                })?;
                Self::Open(Box::new(founding), member(event)?)
            }
            "amendCharter" => Self::AmendCharter(read(event)?),
            "sign" => Self::Sign(read(event)?),
            "invite" => Self::Invite(member(event)?),
            "join" => Self::Join,
            "leave" => Self::Leave,
            "convene" => Self::Convene(read(event)?),
            "propose" => Self::Propose(event.text("idea").and_then(Id::new).ok_or_else(|| {
                Error::new(Code::SpaceInvalidEvent, "the data names no idea").at("/data/idea")
            })?),
            "assess" => Self::Assess(read(event)?),
            "decide" => Self::Decide(read(event)?),
            "develop" => Self::Develop(read(event)?),
            "adopt" => Self::Adopt(read(event)?),
            "adapt" => Self::Adapt(read(event)?),
            "protect" => Self::Protect(read(event)?),
            "suspendNorm" => Self::SuspendNorm(read(event)?),
            "lapse" => Self::Lapse(read(event)?),
            "advanceStage" => Self::AdvanceStage(read(event)?),
            "handOver" => Self::HandOver(read(event)?),
            "close" => Self::Close,
            "erase" => {
                let tombstone = event.data.get("tombstone").map(Tombstone::deserialize);
                let tombstone = tombstone.transpose().map_err(|error| {
                    Error::new(Code::SpaceInvalidEvent, format!("the tombstone: {error}"))
                        .at("/data/tombstone")
                })?;
                Self::Erase(member(event)?, tombstone)
            }
            _ => Self::NotUnderstood,
        })
    }
}

/// Most programmes, adaptations, sites of an idea and signatures: what is looked through at
/// every new one.
const MOST: usize = 10_000;

/// Whether there is room for one more.
pub(super) fn room(count: usize, what: &str) -> Result<()> {
    if count < MOST {
        return Ok(());
    }
    Err(Error::new(Code::ContractTooLarge, format!("a space holds at most {MOST} {what}"))
        .at("/data"))
}

fn refuse(code: Code, message: String, path: &str) -> Result<()> {
    Err(Error::new(code, message).at(path))
}

impl State {
    /// What the event changes, where the space as it stands admits it.
    pub(super) fn admit(&self, event: &Event) -> Result<Change> {
        let change = Change::of(event)?;
        self.admit_actor(event, &change)?;
        let unknown = |what: &str, id: &Id, path: &str| {
            refuse(Code::SpaceUnknownSubject, format!("no {what} is called {id}"), path)
        };
        let taken = |what: &str, id: &Id, path: &str| {
            refuse(Code::SpaceDuplicateId, format!("{what} {id} is there already"), path)
        };
        let idea = |id: &Id| match self.ideas.get(id) {
            None => unknown("idea", id, "/data/idea"),
            Some(_) => Ok(()),
        };
        match &change {
            Change::Invite(token) if self.members.contains_key(token) => {
                taken("member", token, "/data/member")?;
            }
            Change::AmendCharter(amended) => self.admit_charter(amended)?,
            Change::Sign(sign) => self.admit_signature(sign)?,
            Change::Convene(convene)
                if self.programmes.iter().any(|held| held.programme == convene.programme) =>
            {
                taken("programme", &convene.programme, "/data/programme")?;
            }
            Change::Propose(id) if self.ideas.contains_key(id) => taken("idea", id, "/data/idea")?,
            Change::Assess(assess) => assess.idea.as_ref().map_or(Ok(()), idea)?,
            Change::Decide(decide) => idea(&decide.idea)?,
            Change::Develop(develop) => {
                idea(&develop.idea)?;
                let now = self.ideas.get(&develop.idea).map(|idea| idea.maturity);
                if now.and_then(Maturity::next) != Some(develop.maturity) {
                    let message = format!("{} is not one step from there", develop.idea);
                    refuse(Code::SpaceNotAdmitted, message, "/data/maturity")?;
                }
                if develop.evidence.is_empty() {
                    let message = format!("{} ripens on no evidence", develop.idea);
                    refuse(Code::SpaceNotAdmitted, message, "/data/evidence")?;
                }
            }
            Change::Adopt(adopt) => {
                idea(&adopt.idea)?;
                let sites = self.sites.get(&adopt.idea).map_or(&[][..], Vec::as_slice);
                if !sites.iter().any(|held| held.site == adopt.site) {
                    room(sites.len(), "sites of an idea")?;
                }
            }
            Change::Convene(_) => room(self.programmes.len(), "programmes")?,
            Change::Adapt(adapt) => {
                idea(&adapt.idea)?;
                room(self.adaptations.len(), "adaptations")?;
                let mut sites = self.sites.get(&adapt.idea).into_iter().flatten();
                if !sites.any(|held| held.site == adapt.site) {
                    unknown("site that uses the idea", &adapt.site, "/data/site")?;
                }
                if self.adaptations.iter().any(|held| held.adaptation == adapt.adaptation) {
                    taken("adaptation", &adapt.adaptation, "/data/adaptation")?;
                }
            }
            Change::HandOver(pact) => idea(&pact.idea)?,
            Change::Protect(protect) => self.admit_measures(protect)?,
            Change::SuspendNorm(suspend) => self.admit_suspension(suspend)?,
            Change::Lapse(lapse) => self.admit_lapse(lapse)?,
            Change::AdvanceStage(advance) if self.stage.next() != Some(advance.to) => {
                let message =
                    format!("the space stands at {:?}; {:?} is not next", self.stage, advance.to);
                refuse(Code::SpaceNotAdmitted, message, "/data/to")?;
            }
            Change::Erase(token, _) if !self.members.contains_key(token) => {
                unknown("member", token, "/data/member")?;
            }
            _ => {}
        }
        Ok(change)
    }

    /// Whether the space is open and whoever acts may act in it.
    fn admit_actor(&self, event: &Event, change: &Change) -> Result<()> {
        match (change, &self.founding) {
            (Change::Open(..), Some(_)) => {
                return refuse(Code::SpaceAlreadyOpen, "the space is open".to_owned(), "/kind");
            }
            (Change::Open(_, token), None) if *token != event.by => {
                let message = "whoever opens a space is its first member".to_owned();
                return refuse(Code::SpaceNotAMember, message, "/by");
            }
            (Change::Open(..), None) => return Ok(()),
            (_, None) => {
                let message = "the space has not been opened".to_owned();
                return refuse(Code::SpaceNotOpen, message, "/kind");
            }
            // Whatever else a fork did, an erasure that was ordered takes effect: whether whoever
            // ordered it may do so is settled when it is ordered.
            (Change::Erase(..), Some(_)) => return Ok(()),
            (_, Some(_)) if self.stage == SpaceStage::Closed => {
                let message = "the space is closed".to_owned();
                return refuse(Code::SpaceNotOpen, message, "/kind");
            }
            (_, Some(_)) => {}
        }
        let standing = self.members.get(&event.by).map(|member| member.standing);
        let (code, message) = match (standing, change) {
            (Some(Standing::Joined), Change::Join) => {
                (Code::SpaceNotAdmitted, format!("{} has joined already", event.by))
            }
            (Some(Standing::Joined), _) | (Some(Standing::Invited), Change::Join) => return Ok(()),
            (Some(Standing::Erased), _) => (Code::SpaceErased, format!("{} is erased", event.by)),
            (Some(Standing::Left), _) => {
                (Code::SpaceNotAMember, format!("{} has left the space", event.by))
            }
            (Some(Standing::Invited), _) => {
                (Code::SpaceNotAMember, format!("{} has not joined the space", event.by))
            }
            (None, _) => (Code::SpaceNotAMember, format!("{} is no member of the space", event.by)),
        };
        refuse(code, message, "/by")
    }

    /// The next state; `event` was admitted with this change.
    pub(super) fn absorb(&mut self, event: &Event, change: Change) {
        let open = event.open.as_ref().map(|open| &open.data);
        match change {
            Change::Open(founding, token) => {
                self.founding = Some(*founding);
                self.opened_at = Some(event.at.clone());
                self.stage_since = Some(event.at.clone());
                self.welcome(token, open, "opener", Standing::Joined, &event.at);
            }
            Change::Invite(token) => {
                self.welcome(token, open, "person", Standing::Invited, &event.at);
            }
            Change::Join => self.stand(&event.by, Standing::Joined, &event.at),
            Change::Leave => self.stand(&event.by, Standing::Left, &event.at),
            Change::AmendCharter(amended) => {
                let signatures = self.charter.take().map(|charter| charter.signatures);
                let mut charter = amended.charter;
                charter.signatures = signatures.unwrap_or_default();
                self.charter = Some(charter);
            }
            Change::Sign(sign) => {
                if let Some(charter) = &mut self.charter {
                    let version = charter.version;
                    let (by, at) = (Some(event.by.clone()), event.at.clone());
                    charter.signatures.push(Signature { party: sign.party, by, at, version });
                }
            }
            Change::Convene(programme) => self.programmes.push(*programme),
            Change::Propose(id) => {
                let title = open.and_then(|open| Text::deserialize(open.get("title")?).ok());
                let by = event.by.clone();
                let maturity = Maturity::Spark;
                self.ideas.insert(id, Idea { by, title, maturity, decision: None, dissent: false });
            }
            Change::Assess(found) => {
                self.assessments.push(Assessed { found: *found, at: event.at.clone() });
            }
            Change::Decide(decide) => {
                if let Some(idea) = self.ideas.get_mut(&decide.idea) {
                    idea.decision = Some(decide.decision);
                    idea.dissent = decide.dissent;
                }
            }
            Change::Develop(develop) => {
                if let Some(idea) = self.ideas.get_mut(&develop.idea) {
                    idea.maturity = develop.maturity;
                }
            }
            Change::Adopt(adopt) => {
                let now = SiteUse { site: adopt.site, stage: adopt.stage, since: event.at.clone() };
                let sites = self.sites.entry(adopt.idea).or_default();
                match sites.iter_mut().find(|held| held.site == now.site) {
                    Some(held) => *held = now,
                    None => sites.push(now),
                }
            }
            Change::Adapt(adapt) => self.adaptations.push(adapt),
            Change::Protect(protect) => self.protect(*protect),
            Change::SuspendNorm(suspend) => {
                if let Some(charter) = &mut self.charter {
                    charter.suspended_norms.retain(|held| held.id != suspend.norm.id);
                    charter.suspended_norms.push(suspend.norm);
                }
            }
            Change::Lapse(lapse) => self.lapse(&lapse, &event.at),
            Change::AdvanceStage(advance) => self.reach(advance.to, &event.at),
            Change::HandOver(pact) => {
                self.handovers.insert(pact.idea.clone(), pact);
            }
            Change::Close => self.reach(SpaceStage::Closed, &event.at),
            Change::Erase(token, tombstone) => self.erase(&token, tombstone, &event.at),
            Change::NotUnderstood => {
                let (event, kind) = (event.id.clone(), event.kind.clone());
                self.not_understood.push(NotUnderstood { event, kind });
            }
        }
    }

    fn welcome(
        &mut self,
        token: Id,
        open: Option<&Map<String, Value>>,
        field: &str,
        standing: Standing,
        at: &str,
    ) {
        let person = open.and_then(|open| Person::deserialize(open.get(field)?).ok());
        let person = person.map(Box::new);
        self.members.insert(token, Member { person, standing, since: at.to_owned() });
    }

    fn stand(&mut self, token: &Id, standing: Standing, at: &str) {
        if let Some(member) = self.members.get_mut(token) {
            at.clone_into(&mut member.since);
            member.standing = standing;
        }
    }

    fn reach(&mut self, stage: SpaceStage, at: &str) {
        self.stage = stage;
        self.stage_since = Some(at.to_owned());
    }

    /// Takes away who a member is and what they said in words; the token and what was done stay.
    fn erase(&mut self, token: &Id, tombstone: Option<Tombstone>, at: &str) {
        self.stand(token, Standing::Erased, at);
        if let Some(member) = self.members.get_mut(token) {
            member.person = None;
        }
        for idea in self.ideas.values_mut().filter(|idea| idea.by == *token) {
            idea.title = None;
        }
        self.tombstones.extend(tombstone);
    }

    /// Whether the sealed person of an event is the member it names.
    pub(super) fn names_its_member(event: &Event) -> bool {
        let names = matches!(event.kind.as_str(), "open" | "invite");
        !names
            || event.sealed.as_deref().and_then(event::token).map(|token| token.to_string())
                == event.text("member").map(str::to_owned)
    }
}
