//! A request in compiled form: candidates, sessions and value as whole numbers.
//!
//! Outcomes are bits; a session is a list of gaps between its fixed blocks. Cards that can
//! never be in are set aside here, each with its reason.

use super::card::{Card, Degree, Grouping, Kind};
use super::check;
use super::clock::Clock;
use super::plan::{PlanLimits, PlanRequest, RejectReason};
use super::reach;
use crate::error::{Code, Error, Result};
use std::collections::{BTreeMap, BTreeSet};

/// Points of an outcome of the goal, of one on the way to it, and of each card that brings one.
const GOAL: i64 = 100;
const ON_THE_WAY: i64 = 40;
const AGAIN: i64 = 10;
/// Points of a phase, and most points for participation.
const PHASE: i64 = 30;
const PARTICIPATION: u32 = 30;

/// A set of outcomes.
pub(crate) type Outcomes = u128;

/// What the planner sees.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// Cards that may be in, breaks apart.
    pub candidates: Vec<Candidate>,
    /// The break that costs least time: card and minutes.
    pub rest: Option<(usize, u32)>,
    pub sessions: Vec<Room>,
    /// Outcomes in hand.
    pub have: Outcomes,
    /// Outcomes that must come.
    pub goal: Outcomes,
    /// Degrees of safety there are at the start: 0 to 2.
    pub safety: u32,
    /// Points for bringing one of a set of cards at all.
    pub terms: Vec<Term>,
    /// A point a minute for a set of cards, up to so many.
    pub shares: Vec<Share>,
    pub limits: PlanLimits,
    /// Cards wished for that can never be in.
    pub hopeless: usize,
    /// Cards that can never be in, and why.
    pub rejected: Vec<(usize, RejectReason)>,
    /// Names of the outcomes, by bit.
    pub names: Vec<String>,
}

/// A card that may be in.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Its place in the deck.
    pub card: usize,
    /// Points for itself, and those of them for participation.
    pub worth: i64,
    pub participation: i64,
    pub shortest: u32,
    pub longest: u32,
    pub place: Place,
    pub lively: bool,
    pub burden: u32,
    /// Degrees of safety it asks for, 0 to 2.
    pub demand: u32,
    /// Degrees of safety it adds.
    pub raises: u32,
    pub needs: Outcomes,
    pub yields: Outcomes,
    pub phase: usize,
    pub wished: bool,
}

/// Where in a session a card may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    First,
    Between,
    Last,
}

/// A session as the planner sees it.
#[derive(Debug, Clone)]
pub(crate) struct Room {
    /// Gaps between fixed blocks: start and minutes.
    pub gaps: Vec<(u32, u32)>,
    /// Nothing has taken place in it yet, so that an opening may.
    pub fresh: bool,
    /// Whether it must open, and close.
    pub opens: bool,
    pub closes: bool,
    /// What locked cards have used up: cards, burden.
    pub cards: u32,
    pub burden: u32,
    pub clock: Clock,
}

/// Points for bringing one of a set of candidates at all.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    pub points: i64,
    pub members: Vec<usize>,
    pub meaning: Meaning,
}

/// What a term stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Outcome,
    Phase,
}

/// A point a minute for a set of candidates, up to so many minutes.
#[derive(Debug, Clone)]
pub(crate) struct Share {
    pub target: i64,
    pub members: Vec<usize>,
}

impl Model {
    /// Reads a request.
    pub(crate) fn read(request: &PlanRequest, cards: &[Card]) -> Result<Self> {
        let checked = check::request(request, cards)?;
        let names = checked.names;
        let bits =
            |outcomes: &[String]| outcomes.iter().fold(0, |set, name| set | bit(&names, name));
        let locked = checked.locked;
        let in_hand = check::in_hand(request, cards, &locked);
        let have = in_hand.iter().fold(0, |set, name| set | bit(&names, name));
        let before = locked.iter().filter_map(|&(at, _)| cards.get(at));
        let safety = request.limits.safety as u32 + before.map(raises).sum::<u32>();
        let sessions = rooms(request, cards, &locked)?;
        let mut model = Self {
            candidates: Vec::new(),
            rest: None,
            have,
            goal: bits(&request.goal) & !have,
            safety,
            terms: Vec::new(),
            shares: Vec::new(),
            limits: request.limits.clone(),
            hopeless: 0,
            rejected: Vec::new(),
            names: names.clone(),
            sessions,
        };
        let usable = model.usable(request, cards, &locked);
        let relevant = relevant(cards, &usable, model.goal, have, &bits);
        for at in usable {
            let Some(card) = cards.get(at) else { continue };
            if card.kind == Kind::Break {
                model.offer_break(at, card.shortest());
                continue;
            }
            let fit = i64::from((bits(&card.yields) & relevant).count_ones()) * AGAIN;
            let participation = i64::from(share_of_groups(card) * PARTICIPATION / 100);
            model.candidates.push(Candidate {
                card: at,
                worth: fit + participation,
                participation,
                shortest: card.shortest(),
                longest: card.longest(),
                place: match card.kind {
                    Kind::Opening => Place::First,
                    Kind::Closing => Place::Last,
                    _ => Place::Between,
                },
                lively: card.energy >= 3,
                burden: card.patient_burden as u32,
                demand: card.safety_demand as u32,
                raises: raises(card),
                needs: bits(&card.needs) & !have,
                yields: bits(&card.yields) & !have,
                phase: card.phases.first().map_or(usize::MAX, |phase| *phase as usize),
                wished: request.wishes.include.contains(&card.id),
            });
        }
        let wished = |at: &usize| {
            cards.get(*at).is_some_and(|card| request.wishes.include.contains(&card.id))
        };
        model.hopeless = model.rejected.iter().filter(|(at, _)| wished(at)).count();
        model.value(request, relevant);
        Ok(model)
    }

    /// Cards that may be in; the others are noted with their reasons.
    fn usable(
        &mut self,
        request: &PlanRequest,
        cards: &[Card],
        locked: &[(usize, usize)],
    ) -> Vec<usize> {
        let there = check::roles_there(request);
        let longest = self.sessions.iter().flat_map(|room| &room.gaps).map(|gap| gap.1).max();
        let mut usable = Vec::new();
        for (at, card) in cards.iter().enumerate() {
            if locked.iter().any(|&(other, _)| other == at) {
                continue;
            }
            match unfit(request, card, there.as_ref(), longest.unwrap_or(0)) {
                Some(reason) => self.rejected.push((at, reason)),
                None => usable.push(at),
            }
        }
        // A card whose needs nothing can bring takes with it those that wait for it.
        let have = check::in_hand(request, cards, locked);
        let (hand, runs) = reach::closure(cards, &usable, &have);
        usable.retain(|&at| {
            let runs = runs.get(at) == Some(&true);
            if let (false, Some(card)) = (runs, cards.get(at)) {
                let need = card.needs.iter().find(|need| !hand.contains(need.as_str()));
                let outcome = need.cloned().unwrap_or_default();
                self.rejected.push((at, RejectReason::NeedUnmet { outcome }));
            }
            runs
        });
        usable
    }

    fn offer_break(&mut self, card: usize, minutes: u32) {
        match self.rest {
            Some((_, best)) if best <= minutes => {
                self.rejected.push((card, RejectReason::NotNeeded));
            }
            Some((other, _)) => {
                self.rejected.push((other, RejectReason::NotNeeded));
                self.rest = Some((card, minutes));
            }
            None => self.rest = Some((card, minutes)),
        }
    }

    /// The terms and shares of the value.
    fn value(&mut self, request: &PlanRequest, relevant: Outcomes) {
        let members = |test: &dyn Fn(&Candidate) -> bool| {
            let all = self.candidates.iter().enumerate();
            all.filter(|(_, card)| test(card)).map(|(at, _)| at).collect::<Vec<_>>()
        };
        let mut terms = Vec::new();
        for at in (0..self.names.len() as u32).filter(|at| relevant >> at & 1 == 1) {
            let points = if self.goal >> at & 1 == 1 { GOAL } else { ON_THE_WAY };
            let members = members(&|card| card.yields >> at & 1 == 1);
            terms.push(Term { points, members, meaning: Meaning::Outcome });
        }
        for phase in 0..super::card::Phase::ALL.len() {
            let members = members(&|card| card.phase == phase);
            terms.push(Term { points: PHASE, members, meaning: Meaning::Phase });
        }
        let gaps = self.sessions.iter().flat_map(|room| &room.gaps);
        let minutes: i64 = gaps.map(|gap| i64::from(gap.1)).sum();
        let shares = request.wishes.phase_share.iter().map(|(&phase, &share)| Share {
            target: minutes * i64::from(share) / 100,
            members: members(&|card| card.phase == phase as usize),
        });
        let shares: Vec<Share> = shares.collect();
        terms.retain(|term| !term.members.is_empty());
        (self.terms, self.shares) = (terms, shares);
    }

    /// Fewest and most cards that open sessions, and that close them.
    pub(crate) fn ends(&self) -> [(Place, usize, usize); 2] {
        let live = || self.sessions.iter().filter(|room| !room.gaps.is_empty());
        let opens = self.sessions.iter().filter(|room| room.opens).count();
        let closes = self.sessions.iter().filter(|room| room.closes).count();
        let fresh = live().filter(|room| room.fresh).count();
        [(Place::First, opens, fresh), (Place::Last, closes, live().count())]
    }

    /// The points of a set of candidates.
    pub(crate) fn points(&self, chosen: &[bool]) -> i64 {
        let has = |at: &usize| chosen.get(*at) == Some(&true);
        let own = self.candidates.iter().zip(chosen).filter(|(_, chosen)| **chosen);
        let terms = self.terms.iter().filter(|term| term.members.iter().any(has));
        let shares = self.shares.iter().map(|share| self.minutes_of(share, chosen));
        own.map(|(card, _)| card.worth).sum::<i64>()
            + terms.map(|term| term.points).sum::<i64>()
            + shares.sum::<i64>()
    }

    /// Minutes that count for a share.
    pub(crate) fn minutes_of(&self, share: &Share, chosen: &[bool]) -> i64 {
        let members = share.members.iter().filter(|at| chosen.get(**at) == Some(&true));
        let cards = members.filter_map(|&at| self.candidates.get(at));
        cards.map(|card| i64::from(card.shortest)).sum::<i64>().min(share.target)
    }
}

/// The bit of an outcome.
pub(crate) fn bit(names: &[String], name: &str) -> Outcomes {
    names.iter().position(|known| known == name).map_or(0, |at| 1 << at)
}

/// Degrees of safety that a card adds.
fn raises(card: &Card) -> u32 {
    let trust = card.yields.iter().any(|outcome| outcome == "trust");
    u32::from(trust || card.safety_demand == Degree::Medium)
}

/// Per cent of the stages' minutes in which people do not all listen to one.
pub(crate) fn share_of_groups(card: &Card) -> u32 {
    let all: u64 = card.stages.iter().map(|stage| u64::from(stage.minutes)).sum();
    let parts = card.stages.iter().filter(|stage| stage.grouping != Grouping::Whole);
    let parts: u64 = parts.map(|stage| u64::from(stage.minutes)).sum();
    (100 * parts).checked_div(all).unwrap_or(0) as u32
}

/// Outcomes of the goal, and those that cards on the way to it need.
fn relevant(
    cards: &[Card],
    usable: &[usize],
    goal: Outcomes,
    have: Outcomes,
    bits: &dyn Fn(&[String]) -> Outcomes,
) -> Outcomes {
    let mut relevant = goal;
    loop {
        let helping = usable.iter().filter_map(|&at| cards.get(at));
        let helping = helping.filter(|card| bits(&card.yields) & relevant != 0);
        let wider = helping.fold(relevant, |set, card| set | bits(&card.needs) & !have);
        if wider == relevant {
            return relevant;
        }
        relevant = wider;
    }
}

/// Why a card can never be in.
fn unfit(
    request: &PlanRequest,
    card: &Card,
    there: Option<&BTreeSet<String>>,
    longest: u32,
) -> Option<RejectReason> {
    let (limits, people) = (&request.limits, request.group.size);
    let missing = there
        .and_then(|there| card.roles.iter().find(|asked| !there.contains(asked.as_str())).cloned());
    let short = card.materials.iter().find_map(|item| {
        let mut names: Vec<&str> = item.name.languages().collect();
        names.push("en");
        let known = |tag: &&str| limits.materials.get(item.name.for_locale(tag)).copied();
        let there = names.iter().find_map(known)?;
        let needed = item.needed(people);
        let name = item.name.clone();
        (needed > there).then_some(RejectReason::Material { name, needed, there })
    });
    if request.wishes.exclude.contains(&card.id) {
        return Some(RejectReason::Excluded);
    }
    if !card.group.takes(people) {
        return Some(RejectReason::GroupSize);
    }
    if limits.modes.iter().any(|mode| !card.modes.contains(mode)) {
        return Some(RejectReason::Mode);
    }
    if card.difficulty.facilitator > limits.facilitator {
        return Some(RejectReason::Facilitator);
    }
    if let Some(role) = missing {
        return Some(RejectReason::RoleMissing { role });
    }
    if short.is_some() {
        return short;
    }
    if card.patient_burden as u32 > limits.patient_burden {
        return Some(RejectReason::PatientBurden);
    }
    let rests = card.kind == Kind::Break;
    let stretch = if rests { u32::MAX } else { limits.max_without_break };
    (card.shortest() > longest.min(stretch)).then_some(RejectReason::TooLong)
}

/// The sessions with their gaps, less what locked cards have used.
fn rooms(request: &PlanRequest, cards: &[Card], locked: &[(usize, usize)]) -> Result<Vec<Room>> {
    let mut used: BTreeMap<usize, (u32, u32, u32, bool)> = BTreeMap::new();
    for (&(at, _), placed) in locked.iter().zip(&request.lock) {
        let Some(card) = cards.get(at) else { continue };
        let entry = used.entry(placed.session as usize).or_default();
        entry.0 = entry.0.max(placed.start.saturating_add(placed.minutes));
        if card.kind != Kind::Break {
            entry.1 += 1;
            entry.2 += card.patient_burden as u32;
        }
        entry.3 |= card.kind == Kind::Closing;
    }
    let last = used.keys().next_back().copied();
    let mut rooms = Vec::new();
    for (number, session) in request.sessions.iter().enumerate() {
        let clock = Clock::parse(&session.start).ok_or_else(|| {
            Error::new(Code::EquipInvalidSession, format!("{:?} is not a time", session.start))
                .at(format!("/sessions/{number}/start"))
                .hint("write 2026-03-04T09:00 or 09:00")
        })?;
        let used = used.get(&number).copied();
        let past = last.is_some_and(|last| number < last);
        let closed = past || used.is_some_and(|used| used.3);
        let begin = used.map_or(0, |used| used.0.saturating_add(request.limits.transition));
        let mut gaps = check::gaps(session, number)?;
        for gap in &mut gaps {
            let from = gap.0.max(begin);
            *gap = (from, (gap.0 + gap.1).saturating_sub(from));
        }
        gaps.retain(|gap| gap.1 > 0 && !closed);
        let framed = session.framed && !gaps.is_empty();
        rooms.push(Room {
            fresh: used.is_none() && !closed,
            opens: framed && used.is_none(),
            closes: framed,
            cards: used.map_or(0, |used| used.1),
            burden: used.map_or(0, |used| used.2),
            gaps,
            clock,
        });
    }
    Ok(rooms)
}
