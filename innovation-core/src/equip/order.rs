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
    let mut seeker = Seeker {
        model,
        cards,
        failed: HashMap::new(),
        slots: Vec::new(),
        steps,
        spare: spare(model),
    };
    let start = State {
        left: if seeker.cards.is_empty() { 0 } else { u64::MAX >> (64 - seeker.cards.len()) },
        hand: model.have,
        safety: model.safety,
        ..State::at(model, 0)
    };
    match seeker.place(start) {
        Some(true) => Order::Found(seeker.slots),
        Some(false) => Order::None,
        None => Order::Unknown,
    }
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
    slots: Vec<Slot>,
    steps: u64,
    spare: Vec<Vec<i64>>,
}

impl Seeker<'_> {
    /// Places what is left; `None` where steps run out.
    fn place(&mut self, state: State) -> Option<bool> {
        let Some(room) = self.model.sessions.get(state.session) else {
            return Some(state.left == 0);
        };
        if room.gaps.is_empty() {
            return self.place(self.next_session(&state));
        }
        if self.crowded(&state) || self.hopeless(&state) {
            return Some(false);
        }
        if self.steps == 0 {
            return None;
        }
        self.steps -= 1;
        for at in (0..self.cards.len()).filter(|at| state.left >> at & 1 == 1) {
            let candidate = self.cards[at];
            if let Some(next) = self.with(&state, at) {
                let card = &self.model.candidates[candidate];
                let next = if card.place == Place::Last { self.next_session(&next) } else { next };
                self.push(Some(candidate), &state);
                if self.place(next)? {
                    return Some(true);
                }
                self.slots.pop();
            }
        }
        if let Some(next) = self.rested(&state) {
            self.push(None, &state);
            if self.place(next)? {
                return Some(true);
            }
            self.slots.pop();
        }
        let paused = state.paused();
        if !paused && state.gap + 1 < room.gaps.len() {
            let next = State { gap: state.gap + 1, used: 0, tired: 0, lively: 0, ..state };
            if self.place(next)? {
                return Some(true);
            }
        }
        if !paused && !room.closes && (!room.opens || state.begun) {
            let next = self.next_session(&state);
            if self.place(next)? {
                return Some(true);
            }
        }
        let known = self.failed.entry(state.place()).or_default();
        let spent = state.spent();
        known.retain(|other| !spent.iter().zip(other).all(|(own, other)| own <= other));
        known.push(spent);
        Some(false)
    }

    /// Whether a state that was no worse off has failed.
    fn hopeless(&self, state: &State) -> bool {
        let spent = state.spent();
        self.failed.get(&state.place()).is_some_and(|known| {
            known.iter().any(|other| other.iter().zip(&spent).all(|(other, own)| other <= own))
        })
    }

    fn push(&mut self, candidate: Option<usize>, state: &State) {
        self.slots.push(Slot { candidate, session: state.session, gap: state.gap });
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

    /// The state with a card placed next, where limits allow it.
    fn with(&self, state: &State, at: usize) -> Option<State> {
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
        fits.then(|| State {
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
        })
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
