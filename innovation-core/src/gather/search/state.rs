//! Who is where, what that is worth, and how a move changes both.

#![expect(
    clippy::indexing_slicing,
    reason = "units and groups come from one instance; `place` holds each unit's index in \
              the list of its group, which `apply` keeps true"
)]

use super::rules::Rules;
use super::values::{LANES, Values, Worth};
use crate::gather::instance::Instance;

/// A change of place: a unit goes to a group, alone or against one of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    pub unit: usize,
    pub to: usize,
    pub against: Option<usize>,
    pub gain: Worth,
}

/// An assignment with everything that makes moves cheap.
#[derive(Debug, Clone)]
pub(super) struct State<'a, V> {
    pub instance: &'a Instance,
    pub values: V,
    pub rules: Rules<'a>,
    /// The group of each unit.
    pub home: Vec<u32>,
    /// The units of each group.
    pub members: Vec<Vec<u32>>,
    /// Where each unit stands in the list of its group.
    place: Vec<u32>,
    /// Value of the assignment, bonuses for staying included.
    pub value: Worth,
    /// Moves made, plus one.
    pub moves: u64,
    /// For each group the number of moves when it last changed.
    pub changed: Vec<u64>,
}

impl<'a, V: Values> State<'a, V> {
    /// The state of an assignment whose sums are `values`.
    pub(super) fn new(
        instance: &'a Instance,
        values: V,
        home: Vec<u32>,
        stay: Option<&[i64]>,
    ) -> Self {
        let groups = instance.groups.len();
        let mut members = vec![Vec::new(); groups];
        let mut place = vec![0; home.len()];
        let mut space = vec![0; groups.next_multiple_of(LANES)];
        // A pair is seen from both its ends, a bonus from one.
        let mut twice = 0;
        for (unit, &group) in home.iter().enumerate() {
            let group = group as usize;
            place[unit] = members[group].len() as u32;
            members[group].push(unit as u32);
            twice += values.row(unit, group, &mut space)[group];
            twice += stay.map_or(0, |stay| stay[unit * groups + group]);
        }
        let rules = Rules::new(instance, &home);
        let changed = vec![1; groups];
        Self { instance, values, rules, home, members, place, value: twice / 2, moves: 1, changed }
    }

    /// In how many of two groups people meet.
    #[inline]
    pub(super) fn shared(&self, one: usize, other: usize) -> Worth {
        let counted = |group: usize| Worth::from(self.instance.groups[group].counted);
        counted(one) + counted(other)
    }

    /// Goes to another assignment that keeps the rules; on the way they may not hold.
    pub(super) fn travel(&mut self, target: &[u32]) -> u64 {
        let mut written = 0;
        for (unit, &to) in target.iter().enumerate() {
            let (from, to) = (self.home[unit] as usize, to as usize);
            if from != to {
                let gain = self.values.step(unit, from, to);
                written += self.apply(Move { unit, to, against: None, gain });
            }
        }
        written
    }

    /// Makes a move that the rules allow; tells how many cells it wrote.
    pub(super) fn apply(&mut self, step: Move) -> u64 {
        let Move { unit, to, against, gain } = step;
        let from = self.home[unit] as usize;
        self.value += gain;
        self.moves += 1;
        self.changed[from] = self.moves;
        self.changed[to] = self.moves;
        self.rules.relocate(unit, from, to);
        if let Some(other) = against {
            self.rules.relocate(other, to, from);
            self.members[from][self.place[unit] as usize] = other as u32;
            self.members[to][self.place[other] as usize] = unit as u32;
            self.place.swap(unit, other);
            self.home.swap(unit, other);
            return self.values.exchange((unit, from), (other, to));
        }
        let gap = self.place[unit];
        self.members[from].swap_remove(gap as usize);
        if let Some(&filler) = self.members[from].get(gap as usize) {
            self.place[filler as usize] = gap;
        }
        self.place[unit] = self.members[to].len() as u32;
        self.members[to].push(unit as u32);
        self.home[unit] = to as u32;
        self.values.relocate(unit, from, to)
    }
}
