//! Looks at one unit and finds a move that gains enough.
//!
//! A swap of `u` in `a` with `w` in `b` gains what `u` gains by going, what `w` gains by
//! coming, less their pair. What `w` gains does not depend on `u`: for each pair of groups
//! the greatest such gain, a *ceiling*, tells whether any `w` in `b` could be enough for
//! `u`. Where it tells no, which late in a search is nearly always, one comparison stands
//! for all members of `b`. A ceiling stays valid until one of its two groups changes.
//!
//! Invariant: without slack the search is exhaustive; when no unit finds a move, none exists.
//!
//! # References
//!
//! The table of worths is that of X. Yang et al., *A three-phase search approach with dynamic
//! population size for solving the maximally diverse grouping problem*, EJOR 302(3), 2022;
//! skipping what has not changed follows A. Schulz, Annals of Operations Research, 2024.

#![expect(
    clippy::indexing_slicing,
    reason = "units and groups come from one instance; tables are made here with `width` ≥ \
              groups cells in a row; indices into a stretch are masked by its length"
)]

use super::noise::Noise;
use super::state::{Move, State};
use super::values::{LANES, Values, Worth};

/// Of two groups that differ this much in size, partners are sought from the larger only.
const REACH: usize = 4;

/// So little that no slack makes up for it.
const NEVER: Worth = -(1 << 60);

/// Ceilings, and the count of work.
#[derive(Debug, Clone)]
pub(super) struct Scan {
    width: usize,
    /// For each unit a value that none of its pairs goes below.
    least: Vec<Worth>,
    /// `ceiling[from * width + to]`.
    ceiling: Vec<Worth>,
    /// Addressed alike, what each member of `to` would gain by coming to `from`, less the
    /// least that any of its pairs takes; in the order of members.
    offers: Vec<Vec<Worth>>,
    /// For each ceiling the number of moves when it was last true.
    seen: Vec<u64>,
    /// For each group the number of moves when its ceilings were last looked through.
    checked: Vec<u64>,
    row: Vec<Worth>,
    sums: Vec<Worth>,
    /// Cells looked at so far.
    pub work: u64,
}

impl Scan {
    /// Nothing known yet.
    pub(super) fn new<V: Values>(state: &State<V>) -> Self {
        let groups = state.members.len();
        let width = groups.next_multiple_of(LANES);
        Self {
            width,
            least: (0..state.home.len()).map(|unit| state.values.least(unit)).collect(),
            ceiling: vec![NEVER; groups * width],
            offers: vec![Vec::new(); groups * width],
            seen: vec![0; groups * width],
            checked: vec![0; groups],
            row: vec![0; width],
            sums: vec![0; width],
            work: 0,
        }
    }

    /// A move of `unit` that the rules allow and whose gain with its slack is not negative.
    pub(super) fn find<V: Values>(
        &mut self,
        state: &State<V>,
        unit: usize,
        noise: &Noise,
        offset: usize,
    ) -> Option<Move> {
        let from = state.home[unit] as usize;
        self.renew(state, from);
        self.work += self.width as u64;
        let row = &state.values.row(unit, from, &mut self.row)[..self.width];
        let own = row[from];
        let tops = noise.tops(offset, self.width);
        let ceiling = &self.ceiling[from * self.width..][..self.width];
        // No early end: the loop becomes a few wide additions.
        let mut signs = -1;
        let bounds = row.iter().zip(ceiling).zip(tops).enumerate();
        for (sum, (to, ((&worth, &ceiling), &top))) in self.sums.iter_mut().zip(bounds) {
            let ties = state.values.tied(unit, to).wrapping_mul(2);
            let step = worth.wrapping_sub(own).wrapping_add(ties);
            *sum = step.wrapping_add(ceiling).wrapping_add(top);
            signs &= *sum;
        }
        if signs < 0 {
            return None;
        }
        for to in 0..state.members.len() {
            if self.sums[to] >= 0 {
                self.work += state.members[to].len() as u64;
                let slack = noise.stretch(offset, to);
                if let Some(found) = self.enter(state, (unit, from), to, slack) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Brings the ceilings of a group up to date.
    fn renew<V: Values>(&mut self, state: &State<V>, from: usize) {
        if self.checked[from] == state.moves {
            return;
        }
        self.checked[from] = state.moves;
        for to in (0..state.members.len()).filter(|&to| to != from) {
            let cell = from * self.width + to;
            if self.seen[cell] < state.changed[from].max(state.changed[to]) {
                self.seen[cell] = state.moves;
                self.ceiling[cell] = self.highest(state, from, to);
            }
        }
    }

    /// The most that anyone in `to` could add to the move of a unit of `from` to there.
    fn highest<V: Values>(&mut self, state: &State<V>, from: usize, to: usize) -> Worth {
        let alone = if state.rules.room(from, to) { 0 } else { NEVER };
        let offers = &mut self.offers[from * self.width + to];
        offers.clear();
        if state.members[to].len() > REACH * state.members[from].len() {
            return alone;
        }
        let shared = state.shared(from, to);
        self.work += state.members[to].len() as u64;
        offers.extend(state.members[to].iter().map(|&other| {
            let least = self.least[other as usize].wrapping_mul(shared);
            state.values.step(other as usize, to, from).wrapping_sub(least)
        }));
        offers.iter().copied().fold(alone, Worth::max)
    }

    /// The first move of `unit` into one group that is good enough: alone, or against a member.
    #[inline]
    fn enter<V: Values>(
        &self,
        state: &State<V>,
        (unit, from): (usize, usize),
        to: usize,
        slack: &[Worth],
    ) -> Option<Move> {
        let members = &state.members[to];
        let step = state.values.step(unit, from, to);
        if state.rules.room(from, to)
            && step.wrapping_add(slack[members.len() % slack.len()]) >= 0
            && state.rules.allow(unit, from, to)
        {
            return Some(Move { unit, to, against: None, gain: step });
        }
        let shared = state.shared(from, to);
        let hope = step.wrapping_add(state.values.tied(unit, to).wrapping_mul(shared));
        let offers = &self.offers[from * self.width + to];
        for (members, offers) in members.chunks(slack.len()).zip(offers.chunks(slack.len())) {
            for ((&other, &offer), &slack) in members.iter().zip(offers).zip(slack) {
                // The pair lies in a large matrix: it is fetched only where it can matter.
                if hope.wrapping_add(offer).wrapping_add(slack) < 0 {
                    continue;
                }
                let other = other as usize;
                let more = state.values.pair(unit, other).wrapping_sub(self.least[other]);
                let gain = step.wrapping_add(offer).wrapping_sub(more.wrapping_mul(shared));
                if gain.wrapping_add(slack) >= 0
                    && state.rules.allow_exchange((unit, from), (other, to))
                {
                    return Some(Move { unit, to, against: Some(other), gain });
                }
            }
        }
        None
    }
}
