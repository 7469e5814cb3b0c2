//! The links of a journal: checked, and the one order that its events have.
//!
//! Events form a graph: each names the fingerprints of those it follows. A journal kept in one
//! place is a line; where two places wrote without seeing each other it forks, and the next
//! event after a merge follows both ends. The order is a function of the graph alone: an event
//! stands behind those it follows, and among those that could come next the earliest comes
//! first, then the one with the lowest fingerprint.
//!
//! # References
//!
//! L. Lamport, *Time, Clocks, and the Ordering of Events in a Distributed System*, CACM 21(7),
//! 1978. C. J. Fidge, *Timestamps in Message-Passing Systems That Preserve the Partial
//! Ordering*, ACSC 10(1), 1988.

use super::event::{Event, SALT};
use super::state::State;
use crate::canonical::{Fingerprint, hex, unhex};
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Person;
use crate::text::Text;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, BinaryHeap, HashMap};

/// A journal whose links hold.
#[derive(Debug)]
pub(super) struct Chain {
    /// Places in the journal, in the one order.
    pub(super) order: Vec<u32>,
    /// Of each event, by place.
    pub(super) fingerprints: Vec<Fingerprint>,
    /// Places of the events each follows; empty where the journal is a line.
    parents: Vec<Vec<u32>>,
    /// Fingerprints that no event follows, in hexadecimal, in order.
    pub(super) heads: Vec<String>,
}

/// Most branches of a journal: contradictions are looked for between every two.
const MOST_BRANCHES: usize = 1_000;

impl Chain {
    /// Checks a journal: every event can be read, was sealed as it is, and follows events that
    /// stand before it. `known` are heads of a snapshot that the first events follow; without
    /// any, the first event is the opening.
    pub(super) fn of(events: &[Event], known: &[String], since: Option<&str>) -> Result<Self> {
        let mut walk = Walk::new(events.len(), known, since);
        for (place, event) in events.iter().enumerate() {
            walk.add(place, event).map_err(|error| {
                let path = format!("/events/{place}{}", error.path());
                error.at(path)
            })?;
        }
        Ok(walk.finish())
    }

    /// Pairs of places, earlier and later in the order, of events that settle one matter each
    /// without having seen the other.
    pub(super) fn concurrent(
        &self,
        matter: impl Fn(u32) -> Option<String>,
    ) -> Result<Vec<(u32, u32)>> {
        let mut pairs = Vec::new();
        if self.parents.is_empty() {
            return Ok(pairs);
        }
        let mut clocks = Clocks::new(&self.parents);
        let mut settled: BTreeMap<String, BTreeMap<u32, (u32, u32)>> = BTreeMap::new();
        for &place in &self.order {
            let Some((branch, at)) = clocks.tick(place, &self.parents) else {
                let message = format!("the journal forks into more than {MOST_BRANCHES} branches");
                return Err(Error::new(Code::ContractTooLarge, message)
                    .at("/events")
                    .hint("merge forks as they come back, so that later events follow them"));
            };
            let Some(matter) = matter(place) else { continue };
            let held = settled.entry(matter).or_default();
            for (&other, &(before, earlier)) in held.iter() {
                if !clocks.saw(place, other, before) {
                    pairs.push((earlier, place));
                }
            }
            held.insert(branch, (at, place));
        }
        Ok(pairs)
    }
}

/// The check, on its way.
struct Walk {
    chain: Chain,
    /// Whether every event so far followed the one before it alone.
    line: bool,
    moments: Vec<Instant>,
    /// Heads of the snapshot, and its moment.
    known: Vec<Fingerprint>,
    since: Option<Instant>,
    /// Places by fingerprint; filled at the first fork.
    places: HashMap<Fingerprint, u32>,
    buffer: String,
}

impl Walk {
    fn new(length: usize, known: &[String], since: Option<&str>) -> Self {
        let chain = Chain {
            order: Vec::new(),
            fingerprints: Vec::with_capacity(length),
            parents: Vec::new(),
            heads: Vec::new(),
        };
        // A snapshot is checked before it is built on: its heads and its moment can be read.
        let known = known.iter().filter_map(|text| unhex(text)).collect();
        let since = since.and_then(Instant::parse);
        let moments = Vec::with_capacity(length);
        let (places, buffer) = (HashMap::new(), String::new());
        Self { chain, line: true, moments, known, since, places, buffer }
    }

    fn add(&mut self, place: usize, event: &Event) -> Result<()> {
        let moment = Instant::parse(&event.at).ok_or_else(|| {
            Error::new(Code::SpaceInvalidEvent, format!("{:?} is no time of RFC 3339", event.at))
                .at("/at")
        })?;
        check_seal(event)?;
        let parents = self.parents(place, event)?;
        let before = parents.iter().filter_map(|parent| self.moments.get(*parent as usize));
        let before = before.copied().chain(self.since.filter(|_| parents.is_empty())).max();
        if before.is_some_and(|before| before > moment) {
            let message = format!("{} lies before what the event follows", event.at);
            return Err(Error::new(Code::SpaceClockBackwards, message).at("/at"));
        }
        let fingerprint = event.fingerprint(&mut self.buffer);
        if !self.line {
            if self.places.insert(fingerprint, place as u32).is_some() {
                return Err(Error::new(Code::SpaceWrongPrevious, "the event stands here twice"));
            }
            self.chain.parents.push(parents);
        }
        self.chain.fingerprints.push(fingerprint);
        self.moments.push(moment);
        Ok(())
    }

    /// Places of the events that this one follows; none where it follows the snapshot.
    fn parents(&mut self, place: usize, event: &Event) -> Result<Vec<u32>> {
        let wrong = |message: &str, at: usize| {
            Error::new(Code::SpaceWrongPrevious, message).at(format!("/previous/{at}"))
        };
        let mut previous = Vec::with_capacity(event.previous.len());
        for (at, text) in event.previous.iter().enumerate() {
            let fingerprint = unhex(text)
                .ok_or_else(|| wrong("not 64 hexadecimal digits in small letters", at))?;
            if previous.last().is_some_and(|last| *last >= fingerprint) {
                return Err(wrong("fingerprints stand in their order, each once", at));
            }
            previous.push(fingerprint);
        }
        if self.line {
            match (previous.as_slice(), self.chain.fingerprints.last()) {
                ([], None) if self.known.is_empty() => return Ok(Vec::new()),
                ([one], Some(last)) if one == last => return Ok(vec![place as u32 - 1]),
                (several, None) if !several.is_empty() && several == self.known => {
                    return Ok(Vec::new());
                }
                _ => self.fork(),
            }
        }
        if previous.is_empty() {
            let message = "an event that follows none is an opening, and stands first alone";
            return Err(Error::new(Code::SpaceWrongPrevious, message).at("/previous"));
        }
        let mut parents = Vec::with_capacity(previous.len());
        for (at, fingerprint) in previous.iter().enumerate() {
            match self.places.get(fingerprint) {
                Some(place) => parents.push(*place),
                None if self.known.contains(fingerprint) => {}
                None => return Err(wrong("no event before this one has this fingerprint", at)),
            }
        }
        Ok(parents)
    }

    /// The journal is no line: from now on every event's parents are written down.
    fn fork(&mut self) {
        self.line = false;
        let places = self.chain.fingerprints.iter().zip(0..);
        self.places = places.map(|(fingerprint, place)| (*fingerprint, place)).collect();
        let line = 0..self.chain.fingerprints.len() as u32;
        self.chain.parents = line.map(|place| place.checked_sub(1).into_iter().collect()).collect();
    }

    fn finish(self) -> Chain {
        let Self { mut chain, line, moments, known, .. } = self;
        let length = chain.fingerprints.len() as u32;
        if line {
            chain.order = (0..length).collect();
            chain.heads = chain.fingerprints.last().map_or_else(
                || known.iter().map(|head| hex(head)).collect(),
                |last| vec![hex(last)],
            );
            return chain;
        }
        let mut children = vec![Vec::new(); chain.parents.len()];
        let mut waiting: Vec<usize> = chain.parents.iter().map(Vec::len).collect();
        for (place, parents) in (0..).zip(&chain.parents) {
            for parent in parents {
                if let Some(list) = children.get_mut(*parent as usize) {
                    list.push(place);
                }
            }
        }
        let key = |place: u32| {
            let at = place as usize;
            std::cmp::Reverse((
                moments.get(at).copied(),
                chain.fingerprints.get(at).copied(),
                place,
            ))
        };
        let first = (0..length).filter(|place| waiting.get(*place as usize) == Some(&0));
        let mut ready: BinaryHeap<_> = first.map(key).collect();
        let mut order = Vec::with_capacity(moments.len());
        while let Some(std::cmp::Reverse((_, _, place))) = ready.pop() {
            order.push(place);
            for child in children.get(place as usize).into_iter().flatten() {
                if let Some(left) = waiting.get_mut(*child as usize) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push(key(*child));
                    }
                }
            }
        }
        let ends =
            children.iter().zip(&chain.fingerprints).filter(|(children, _)| children.is_empty());
        let mut heads: Vec<String> = ends.map(|(_, fingerprint)| hex(fingerprint)).collect();
        heads.sort_unstable();
        chain.order = order;
        chain.heads = heads;
        chain
    }
}

/// What is open is what was sealed.
fn check_seal(event: &Event) -> Result<()> {
    let forged = |message: &str, path: &str| Err(Error::new(Code::SpaceForged, message).at(path));
    if let Some(open) = &event.open {
        if open.salt.chars().count() < SALT {
            return Err(
                Error::new(Code::SpaceMissingSalt, "the salt is too short").at("/open/salt")
            );
        }
        if event.sealed.as_deref() != Some(open.seal().as_str()) {
            return forged("what is open is not what was sealed", "/open");
        }
    }
    if !State::names_its_member(event) {
        return forged("the token is not that of the sealed person", "/data/member");
    }
    match event.kind.as_str() {
        "open" => readable::<Person>(event, "opener"),
        "invite" => readable::<Person>(event, "person"),
        "propose" => readable::<Text>(event, "title"),
        _ => Ok(()),
    }
}

/// What is open and will be looked at can be read.
fn readable<'a, T: Deserialize<'a>>(event: &'a Event, field: &str) -> Result<()> {
    let Some(open) = &event.open else { return Ok(()) };
    match T::deserialize(open.data.get(field).unwrap_or(&Value::Null)) {
        Ok(_) => Ok(()),
        Err(error) => Err(Error::new(Code::SpaceInvalidEvent, format!("the {field}: {error}"))
            .at(format!("/open/data/{field}"))),
    }
}

/// Which events each event has seen, by branch.
struct Clocks {
    /// Branch and count of each place.
    stand: Vec<(u32, u32)>,
    /// How far each place has seen each branch; dropped behind its last child, so that no more
    /// are held than there are ends.
    seen: Vec<Vec<u32>>,
    /// How many events still follow each place.
    to_come: Vec<u32>,
    /// Whether a place was followed on its own branch.
    followed: Vec<bool>,
    branches: u32,
}

impl Clocks {
    fn new(parents: &[Vec<u32>]) -> Self {
        let length = parents.len();
        let mut to_come = vec![0; length];
        for parent in parents.iter().flatten() {
            if let Some(count) = to_come.get_mut(*parent as usize) {
                *count += 1;
            }
        }
        Self {
            to_come,
            stand: vec![(0, 0); length],
            seen: vec![Vec::new(); length],
            followed: vec![false; length],
            branches: 0,
        }
    }

    /// Puts an event on a branch; `None` where there are too many branches to follow.
    fn tick(&mut self, place: u32, parents: &[Vec<u32>]) -> Option<(u32, u32)> {
        let parents = parents.get(place as usize)?;
        let mut seen: Vec<u32> = Vec::new();
        for parent in parents {
            let theirs = self.seen.get(*parent as usize)?;
            seen.resize(seen.len().max(theirs.len()), 0);
            for (own, theirs) in seen.iter_mut().zip(theirs) {
                *own = (*own).max(*theirs);
            }
            let left = self.to_come.get_mut(*parent as usize)?;
            *left -= 1;
            if *left == 0 {
                self.seen.get_mut(*parent as usize)?.clear();
                self.seen.get_mut(*parent as usize)?.shrink_to_fit();
            }
        }
        let free =
            parents.iter().find(|parent| self.followed.get(**parent as usize) == Some(&false));
        let branch = match free {
            Some(parent) => {
                *self.followed.get_mut(*parent as usize)? = true;
                self.stand.get(*parent as usize)?.0
            }
            None => {
                self.branches += 1;
                self.branches - 1
            }
        };
        if branch as usize >= MOST_BRANCHES {
            return None;
        }
        seen.resize(seen.len().max(branch as usize + 1), 0);
        let count = seen.get_mut(branch as usize)?;
        *count += 1;
        let stand = (branch, *count);
        *self.stand.get_mut(place as usize)? = stand;
        *self.seen.get_mut(place as usize)? = seen;
        Some(stand)
    }

    /// Whether an event has seen so much of a branch.
    fn saw(&self, place: u32, branch: u32, count: u32) -> bool {
        let seen = self.seen.get(place as usize).and_then(|seen| seen.get(branch as usize));
        seen.is_some_and(|seen| *seen >= count)
    }
}
