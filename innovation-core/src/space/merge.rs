//! One journal for two that forked, and erasure in a journal.
//!
//! A merge is the union of two sets of events in their one order: so it does not matter who
//! merges with whom, in which order or how often. What one of them erased stays erased.

use super::chain::Chain;
use super::event::Event;
use super::replay::fold;
use super::state::State;
use crate::canonical::Fingerprint;
use crate::error::{Code, Error, Result};
use crate::people::Id;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Two journals of one space.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergeRequest {
    /// One.
    pub a: Vec<Event>,
    /// The other.
    pub b: Vec<Event>,
}

/// One journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// All events, in their one order.
    pub events: Vec<Event>,
    /// The space as it stands; `state.conflicts` lists what does not go together.
    pub state: State,
}

/// Makes one journal of two that forked.
///
/// Commutative, associative and idempotent. Where two forks settled one matter, the later event
/// in the one order holds and the conflict is listed; where an event is not admitted after
/// those of the other fork, it is kept and listed. The next command follows both ends.
///
/// # Errors
///
/// Those of [`replay`](super::replay()) for either journal, its place starting with `/a` or
/// `/b`, and `space.different-spaces` where the openings differ.
pub fn merge(request: &MergeRequest) -> Result<Merged> {
    let mut union = BTreeMap::new();
    let mut openings = BTreeSet::new();
    for (name, events) in [("/a", &request.a), ("/b", &request.b)] {
        let chain = Chain::of(events, &[], None).map_err(|error| {
            let path = error.path().replacen("/events", name, 1);
            error.at(path)
        })?;
        openings.extend(chain.fingerprints.first().copied());
        add(&mut union, events, &chain.fingerprints);
    }
    if openings.len() > 1 {
        return Err(Error::new(Code::SpaceDifferentSpaces, "the journals start with two openings")
            .at("/b/0"));
    }
    let mut events = in_order(union)?;
    redact(&mut events);
    let state = fold(None, &events)?;
    Ok(Merged { events, state })
}

/// Events by fingerprint; of two copies the one that is open stays.
fn add<'a>(
    union: &mut BTreeMap<Fingerprint, &'a Event>,
    events: &'a [Event],
    fingerprints: &[Fingerprint],
) {
    for (fingerprint, event) in fingerprints.iter().zip(events) {
        let held = union.entry(*fingerprint).or_insert(event);
        if held.open.is_none() {
            *held = event;
        }
    }
}

/// The events of a set in their one order.
fn in_order(union: BTreeMap<Fingerprint, &Event>) -> Result<Vec<Event>> {
    // A chain wants parents first: children wait until all they follow stands.
    let place: BTreeMap<String, usize> =
        union.keys().enumerate().map(|(at, key)| (crate::canonical::hex(key), at)).collect();
    let all: Vec<&Event> = union.into_values().collect();
    let mut waiting: Vec<usize> = all.iter().map(|event| event.previous.len()).collect();
    let mut children = vec![Vec::new(); all.len()];
    for (at, event) in all.iter().enumerate() {
        for parent in event.previous.iter().filter_map(|previous| place.get(previous)) {
            if let Some(list) = children.get_mut(*parent) {
                list.push(at);
            }
        }
    }
    let mut ready: Vec<usize> =
        waiting.iter().enumerate().filter(|(_, left)| **left == 0).map(|(at, _)| at).collect();
    let mut sorted = Vec::with_capacity(all.len());
    while let Some(at) = ready.pop() {
        sorted.extend(all.get(at).copied().cloned());
        for child in children.get(at).into_iter().flatten() {
            if let Some(left) = waiting.get_mut(*child) {
                *left -= 1;
                if *left == 0 {
                    ready.push(*child);
                }
            }
        }
    }
    let chain = Chain::of(&sorted, &[], None)?;
    let mut slots: Vec<Option<Event>> = sorted.into_iter().map(Some).collect();
    let order = chain.order.iter();
    Ok(order.filter_map(|place| slots.get_mut(*place as usize)?.take()).collect())
}

/// Members whom a journal erases.
#[derive(Debug)]
pub(super) struct Erased(BTreeSet<Id>);

pub(super) fn erased(events: &[Event]) -> Erased {
    let erasures = events.iter().filter(|event| event.kind == "erase");
    Erased(erasures.filter_map(|event| Id::new(event.text("member")?)).collect())
}

impl Erased {
    /// Whether an event still holds what an erased member said, or who they are: an invitation
    /// is about whoever is invited, anything else is the word of whoever acted.
    pub(super) fn speaks_of(&self, event: &Event) -> bool {
        let whose = event.text("member").unwrap_or(event.by.as_str());
        event.open.is_some() && self.0.contains(whose)
    }
}

/// Removes from a journal what its erasures ask to remove; the chain stays whole. Returns how
/// many events changed.
pub fn redact(events: &mut [Event]) -> u32 {
    let gone = erased(events);
    let mut changed = 0;
    for event in events.iter_mut().filter(|event| gone.speaks_of(event)) {
        event.open = None;
        changed += 1;
    }
    changed
}
