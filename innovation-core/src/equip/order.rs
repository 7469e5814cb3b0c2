//! The order of chosen cards: in which session each stands, after which, with which breaks.
//!
//! Cards are placed one after the other; a state that has failed once is not tried again, nor
//! is one that has the same cards left and is no better off.
//! Cards of earlier phases are tried first, and breaks only where cards no longer do.

#![expect(
    clippy::indexing_slicing,
    reason = "sessions and gaps are counted up to those of the model; chosen cards are its own"
)]

use super::model::{Candidate, Model, Outcomes, Place};
use std::collections::HashMap;

/// A place in the programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot {
    /// The candidate; a break where there is none.
    pub candidate: Option<usize>,
    pub session: usize,
    pub gap: usize,
}

/// Whether there is an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Order {
    Found(Vec<Slot>),
    None,
    /// Not known within the steps allowed.
    Unknown,
}

/// Seeks an order of the chosen cards within so many steps.
pub(crate) fn order(model: &Model, chosen: &[bool], steps: u64) -> Order {
    let mut cards: Vec<usize> = (0..chosen.len()).filter(|&at| chosen[at]).collect();
    if cards.len() > 64 {
        return Order::Unknown;
    }
    cards.sort_by_key(|&at| {
        let card = &model.candidates[at];
        (card.phase, card.demand, std::cmp::Reverse(card.shortest), at)
    });
    let mut seeker = Seeker { model, cards, failed: HashMap::new(), steps, spare: spare(model) };
    let start = State {
        left: if seeker.cards.is_empty() { 0 } else { u64::MAX >> (64 - seeker.cards.len()) },
        hand: model.have,
        safety: model.safety,
        ..State::at(model, 0)
    };
    seeker.seek(start)
}

/// For each gap of each session the minutes of cards that it and those after it hold.
fn spare(model: &Model) -> Vec<Vec<i64>> {
    let mut after = 0;
    let mut spare: Vec<Vec<i64>> = Vec::new();
    for room in model.sessions.iter().rev() {
        let mut row: Vec<i64> = Vec::new();
        for gap in room.gaps.iter().rev() {
            row.push(after);
            after += model.holds(gap.1);
        }
        row.reverse();
        spare.push(row);
    }
    spare.reverse();
    spare
}

/// How far a programme has come.
#[derive(Debug, Clone, Copy)]
struct State {
    /// Cards to be placed, by their place in the list.
    left: u64,
    session: usize,
    gap: usize,
    /// Minutes of the gap that are used.
    used: u32,
    /// Minutes since the group last rested.
    tired: u32,
    /// Lively cards in a row.
    lively: u32,
    burden: u32,
    cards: u32,
    /// Whether a card stands in this session.
    begun: bool,
    hand: Outcomes,
    safety: u32,
}

/// Cards left, session, gap, and whether a card stands in the session or a break just ended:
/// what is in hand, and how safe the group feels, follow from the cards left.
type Standing = (u64, usize, usize, bool, bool);

impl State {
    fn place(&self) -> Standing {
        (self.left, self.session, self.gap, self.begun, self.paused())
    }

    /// What is used up: the less the better, in each.
    fn spent(&self) -> [u32; 5] {
        [self.used, self.tired, self.lively, self.burden, self.cards]
    }

    /// A break comes before a card, not before the end.
    fn paused(&self) -> bool {
        self.used > 0 && self.tired == 0
    }

    /// The start of a session.
    fn at(model: &Model, session: usize) -> Self {
        let room = model.sessions.get(session);
        Self {
            left: 0,
            session,
            gap: 0,
            used: 0,
            tired: 0,
            lively: 0,
            burden: room.map_or(0, |room| room.burden),
            cards: room.map_or(0, |room| room.cards),
            begun: room.is_some_and(|room| !room.fresh),
            hand: 0,
            safety: 0,
        }
    }
}

struct Seeker<'m> {
    model: &'m Model,
    /// The chosen cards in the order of trial.
    cards: Vec<usize>,
    /// What has failed, by cards left and place.
    failed: HashMap<Standing, Vec<[u32; 5]>>,
    steps: u64,
    spare: Vec<Vec<i64>>,
}

/// A state on the way, with what was placed to come to it.
struct Stop {
    state: State,
    slot: Option<Slot>,
    /// Ways on that have been tried.
    tried: usize,
}

/// What comes of a state.
enum Arrival {
    /// Every card stands, and no session is left.
    Finished,
    /// No programme goes on from here.
    Stuck,
    /// There may be ways on.
    Open(State),
}

impl Seeker<'_> {
    /// Tries the ways on from a state, one after the other, until one leads to the end. The way
    /// there is kept in a list, for it may be longer than a stack is deep.
    fn seek(&mut self, start: State) -> Order {
        let mut trail: Vec<Stop> = Vec::new();
        let mut next = (start, None);
        loop {
            let (state, slot) = next;
            match self.arrive(state) {
                None => return Order::Unknown,
                Some(Arrival::Finished) => {
                    let placed = trail.iter().map(|stop| stop.slot);
                    return Order::Found(placed.chain([slot]).flatten().collect());
                }
                Some(Arrival::Stuck) => {}
                Some(Arrival::Open(state)) => trail.push(Stop { state, slot, tried: 0 }),
            }
            next = loop {
                let Some(stop) = trail.last_mut() else { return Order::None };
                if let Some(way) = self.way(stop) {
                    break way;
                }
                let state = stop.state;
                trail.pop();
                self.give_up(&state);
            }
        }
    }

    /// Looks at a state; `None` where steps run out.
    fn arrive(&mut self, mut state: State) -> Option<Arrival> {
        loop {
            match self.model.sessions.get(state.session) {
                None if state.left == 0 => return Some(Arrival::Finished),
                None => return Some(Arrival::Stuck),
                Some(room) if room.gaps.is_empty() => state = self.next_session(&state),
                Some(_) => break,
            }
        }
        if self.crowded(&state) || self.hopeless(&state) {
            return Some(Arrival::Stuck);
        }
        self.steps = self.steps.checked_sub(1)?;
        Some(Arrival::Open(state))
    }

    /// The next way on: where it leads, and what it places. Cards first, then a break, the
    /// next gap, the next session.
    fn way(&self, stop: &mut Stop) -> Option<(State, Option<Slot>)> {
        let state = &stop.state;
        let room = &self.model.sessions[state.session];
        let slot = |candidate| Some(Slot { candidate, session: state.session, gap: state.gap });
        let ends = !state.paused() && !room.closes && (!room.opens || state.begun);
        loop {
            let way = stop.tried;
            stop.tried += 1;
            let found = match way.checked_sub(self.cards.len()) {
                None => self.with(state, way).map(|next| (next, slot(Some(self.cards[way])))),
                Some(0) => self.rested(state).map(|next| (next, slot(None))),
                Some(1) => self.next_gap(state).map(|next| (next, None)),
                Some(2) => ends.then(|| (self.next_session(state), None)),
                Some(_) => return None,
            };
            if found.is_some() {
                return found;
            }
        }
    }

    /// Notes that no way on from a state leads to the end.
    fn give_up(&mut self, state: &State) {
        let known = self.failed.entry(state.place()).or_default();
        let spent = state.spent();
        known.retain(|other| !spent.iter().zip(other).all(|(own, other)| own <= other));
        known.push(spent);
    }

    /// Whether a state that was no worse off has failed.
    fn hopeless(&self, state: &State) -> bool {
        let spent = state.spent();
        self.failed.get(&state.place()).is_some_and(|known| {
            known.iter().any(|other| other.iter().zip(&spent).all(|(other, own)| other <= own))
        })
    }

    /// The state at the next gap of the session, if there is one; a break comes before a card.
    fn next_gap(&self, state: &State) -> Option<State> {
        let gaps = &self.model.sessions[state.session].gaps;
        let more = !state.paused() && state.gap + 1 < gaps.len();
        more.then(|| State { gap: state.gap + 1, used: 0, tired: 0, lively: 0, ..*state })
    }

    fn next_session(&self, state: &State) -> State {
        let (left, hand, safety) = (state.left, state.hand, state.safety);
        State { left, hand, safety, ..State::at(self.model, state.session + 1) }
    }

    /// Whether what is left is more than the time that is left.
    fn crowded(&self, state: &State) -> bool {
        let left = (0..self.cards.len()).filter(|at| state.left >> at & 1 == 1);
        let pause = self.model.limits.transition;
        let needed: i64 =
            left.map(|at| i64::from(self.model.candidates[self.cards[at]].shortest + pause)).sum();
        let gap = self.model.sessions[state.session].gaps[state.gap].1;
        let here = if state.used == 0 {
            self.model.holds(gap)
        } else {
            i64::from(gap.saturating_sub(state.used))
        };
        needed > here + self.spare[state.session][state.gap]
    }

    /// The state with a card placed next, where it is left and limits allow it.
    fn with(&self, state: &State, at: usize) -> Option<State> {
        if state.left >> at & 1 == 0 {
            return None;
        }
        let (model, limits) = (self.model, &self.model.limits);
        let card: &Candidate = &model.candidates[self.cards[at]];
        let room = &model.sessions[state.session];
        let first = match card.place {
            Place::First => !state.begun,
            Place::Between | Place::Last => state.begun || !room.opens,
        };
        let pause = if state.used > 0 { limits.transition } else { 0 };
        let used = state.used + pause + card.shortest;
        let tired =
            if state.tired > 0 { state.tired + pause + card.shortest } else { card.shortest };
        let lively = if card.lively { state.lively + 1 } else { 0 };
        let burden = state.burden + card.burden;
        let fits = first
            && used <= room.gaps[state.gap].1
            && tired <= limits.max_without_break
            && lively <= limits.energy_run
            && burden <= limits.patient_burden
            && limits.cards.is_none_or(|most| state.cards < most)
            && card.demand <= state.safety
            && card.needs & !state.hand == 0;
        let next = State {
            left: state.left & !(1 << at),
            used,
            tired,
            lively,
            burden,
            cards: state.cards + 1,
            begun: true,
            hand: state.hand | card.yields,
            safety: (state.safety + card.raises).min(2),
            ..*state
        };
        // A closing ends its session.
        fits.then(|| if card.place == Place::Last { self.next_session(&next) } else { next })
    }

    /// The state after a break, where one fits and makes a difference.
    fn rested(&self, state: &State) -> Option<State> {
        let (_, minutes) = self.model.rest?;
        let used = state.used + self.model.limits.transition + minutes;
        let gap = self.model.sessions[state.session].gaps[state.gap].1;
        let helps = state.tired > 0 && state.left != 0 && used < gap;
        helps.then_some(State { used, tired: 0, lively: 0, ..*state })
    }
}
