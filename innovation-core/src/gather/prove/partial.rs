//! A selection in the making: units chosen, left out or open, and what the rules imply.
//!
//! Invariant: a unit that the rules decide is decided by [`Partial::tighten`]; no selection
//! that keeps all rules is lost.
#![expect(
    clippy::indexing_slicing,
    reason = "units are numbered densely by the instance, and each limit has an entry for each"
)]

use super::choice::size;
use super::chosen_group;
use crate::gather::instance::Instance;

/// What is decided about a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing yet.
    Open,
    /// In the counted group.
    Chosen,
    /// Outside.
    Left,
}

/// A limit on a sum over the chosen: people first, then quotas.
#[derive(Debug, Clone)]
struct Limit<'i> {
    amount: &'i [u32],
    largest: u32,
    min: i64,
    max: i64,
    /// Sum over the chosen, and over those who still may be.
    chosen: i64,
    open: i64,
}

/// Units chosen, left out or open.
#[derive(Debug, Clone)]
pub(super) struct Partial<'i> {
    apart: &'i [Vec<u32>],
    state: Vec<State>,
    limits: Vec<Limit<'i>>,
    /// Units in the order they were decided.
    decided: Vec<u32>,
}

impl<'i> Partial<'i> {
    /// Nothing decided but who must be chosen or left; `None` where that contradicts.
    pub fn new(instance: &'i Instance, apart: &'i [Vec<u32>]) -> Option<Self> {
        let group = chosen_group(instance)? as usize;
        let limit = |amount: &'i [u32], min: u32, max: u32| Limit {
            amount,
            largest: amount.iter().copied().max().unwrap_or(0),
            min: i64::from(min),
            max: i64::from(max),
            chosen: 0,
            open: amount.iter().map(|&by| i64::from(by)).sum(),
        };
        let (min, max) = size(instance);
        let mut limits = vec![limit(&instance.mass, min, max)];
        limits
            .extend(instance.quotas.iter().map(|quota| limit(&quota.amount, quota.min, quota.max)));
        let units = instance.mass.len();
        let mut partial =
            Self { apart, state: vec![State::Open; units], limits, decided: Vec::new() };
        for unit in 0..units {
            let may = |group: usize| instance.allowed[unit * 2 + group];
            let sound = match (may(group), may(1 - group)) {
                (true, true) => true,
                (true, false) => partial.decide(unit, State::Chosen),
                (false, true) => partial.decide(unit, State::Left),
                (false, false) => false,
            };
            if !sound {
                return None;
            }
        }
        partial.tighten().then_some(partial)
    }

    /// What is decided about a unit.
    pub fn state(&self, unit: usize) -> State {
        self.state[unit]
    }

    /// Units nothing is decided about.
    pub fn open(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        (0..self.state.len()).filter(|&unit| self.state[unit] == State::Open)
    }

    /// Units decided, in order.
    pub fn decided(&self) -> &[u32] {
        &self.decided
    }

    /// Fewest and most people still to be chosen.
    pub fn missing(&self) -> (u32, u32) {
        let people = &self.limits[0];
        ((people.min - people.chosen).max(0) as u32, (people.max - people.chosen).max(0) as u32)
    }

    /// For people, then each quota: amounts, and how much is still missing.
    pub fn needs(&self) -> impl Iterator<Item = (&'i [u32], i64)> + '_ {
        self.limits.iter().map(|limit| (limit.amount, (limit.min - limit.chosen).max(0)))
    }

    /// For each quota: amounts, and the least and most to be added.
    pub fn quotas(&self) -> impl Iterator<Item = (&'i [u32], i64, i64)> + '_ {
        let rest = |limit: &Limit<'i>| {
            (limit.amount, (limit.min - limit.chosen).max(0), limit.max - limit.chosen)
        };
        self.limits[1..].iter().map(rest)
    }

    /// Whether the chosen keep all rules if nobody is added.
    pub fn complete(&self) -> bool {
        self.limits.iter().all(|limit| (limit.min..=limit.max).contains(&limit.chosen))
    }

    /// The group of each unit if nobody is added.
    pub fn groups(&self, group: u32) -> Vec<u32> {
        let of = |&state: &State| if state == State::Chosen { group } else { 1 - group };
        self.state.iter().map(of).collect()
    }

    /// Decides about a unit, and leaves those who may not be chosen with it; whether that
    /// agrees with what was decided before.
    pub fn decide(&mut self, unit: usize, state: State) -> bool {
        if self.state[unit] != State::Open {
            return self.state[unit] == state;
        }
        self.state[unit] = state;
        self.decided.push(unit as u32);
        for limit in &mut self.limits {
            let by = i64::from(limit.amount[unit]);
            limit.open -= by;
            if state == State::Chosen {
                limit.chosen += by;
            }
        }
        let apart = self.apart;
        state == State::Left
            || apart[unit].iter().all(|&other| self.decide(other as usize, State::Left))
    }

    /// Decides what limits imply until nothing more follows; whether all may still hold.
    pub fn tighten(&mut self) -> bool {
        loop {
            let before = self.decided.len();
            for place in 0..self.limits.len() {
                let Limit { amount, largest, min, max, chosen, open } = self.limits[place];
                let (room, spare) = (max - chosen, chosen + open - min);
                if room < 0 || spare < 0 {
                    return false;
                }
                if i64::from(largest) <= room.min(spare) {
                    continue;
                }
                for (unit, &by) in amount.iter().enumerate() {
                    let by = i64::from(by);
                    if self.state[unit] != State::Open {
                        continue;
                    }
                    let sound = match (by > room, by > spare) {
                        (true, true) => false,
                        (true, false) => self.decide(unit, State::Left),
                        (false, true) => self.decide(unit, State::Chosen),
                        (false, false) => true,
                    };
                    if !sound {
                        return false;
                    }
                }
            }
            if self.decided.len() == before {
                return true;
            }
        }
    }

    /// Takes decisions back until so many are left.
    pub fn undo(&mut self, decided: usize) {
        while self.decided.len() > decided {
            let Some(unit) = self.decided.pop() else { return };
            let unit = unit as usize;
            for limit in &mut self.limits {
                let by = i64::from(limit.amount[unit]);
                limit.open += by;
                if self.state[unit] == State::Chosen {
                    limit.chosen -= by;
                }
            }
            self.state[unit] = State::Open;
        }
    }
}
