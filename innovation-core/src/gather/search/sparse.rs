//! Worth from counts and ties: memory grows with people and ties, not with pairs.
//!
//! What `v` is worth in `g` is the base for each member, plus each attribute's value for the
//! members who differ in it (a count), less the ties of `v` into `g` (kept per unit).

#![expect(
    clippy::indexing_slicing,
    reason = "units, groups and kinds come from one instance, and the tables are made here \
              with a cell for each of them"
)]

use super::values::{Values, Worth};
use crate::gather::instance::{Instance, SparsePairs};

/// Factored values of pairs and what is counted to sum them.
#[derive(Debug, Clone)]
pub(super) struct Sparse<'a> {
    pairs: &'a SparsePairs,
    groups: usize,
    counted: Vec<bool>,
    /// `losses[unit * groups + group]`: what ties take from the unit in the group.
    losses: Vec<Worth>,
    /// The bonus for staying, addressed alike, or nothing.
    stay: Vec<Worth>,
    /// Units in each counted group.
    count: Vec<i64>,
    tallies: Vec<Tally>,
    /// No tie adds value.
    taking: bool,
}

/// For one attribute, how many units of each kind each counted group holds.
#[derive(Debug, Clone)]
struct Tally {
    kinds: usize,
    /// `[group * kinds + kind]`.
    count: Vec<i64>,
}

impl<'a> Sparse<'a> {
    /// Counts for an assignment, with the bonus for staying folded in.
    pub(super) fn new(
        pairs: &'a SparsePairs,
        instance: &Instance,
        home: &[u32],
        stay: Option<&[i64]>,
    ) -> Self {
        let groups = instance.groups.len();
        let tally = |kind_of: &[u32]| {
            let kinds = kind_of.iter().max().map_or(0, |&last| last as usize + 1);
            Tally { kinds, count: vec![0; kinds * groups] }
        };
        let mut sparse = Self {
            pairs,
            groups,
            counted: instance.groups.iter().map(|group| group.counted).collect(),
            losses: vec![0; home.len() * groups],
            stay: stay.map_or_else(Vec::new, <[i64]>::to_vec),
            count: vec![0; groups],
            taking: pairs.ties.iter().flatten().all(|&(_, loss)| loss >= 0),
            tallies: pairs.attributes.iter().map(|(_, kind_of)| tally(kind_of)).collect(),
        };
        for (unit, &group) in home.iter().enumerate() {
            sparse.shift(unit, group as usize, 1);
        }
        sparse
    }

    /// Adds a unit to a group, or with `sign` -1 takes it out.
    fn shift(&mut self, unit: usize, group: usize, sign: i64) -> u64 {
        if !self.counted[group] {
            return 0;
        }
        self.count[group] += sign;
        for ((_, kind_of), tally) in self.pairs.attributes.iter().zip(&mut self.tallies) {
            tally.count[group * tally.kinds + kind_of[unit] as usize] += sign;
        }
        let ties = &self.pairs.ties[unit];
        for &(other, loss) in ties {
            self.losses[other as usize * self.groups + group] += sign * loss;
        }
        (ties.len() + self.tallies.len() + 1) as u64
    }

    fn worth(&self, unit: usize, group: usize, home: usize) -> Worth {
        let cell = unit * self.groups + group;
        let stay = if self.stay.is_empty() { 0 } else { self.stay[cell] };
        if !self.counted[group] {
            return stay;
        }
        let count = self.count[group];
        let base = self.pairs.base * (count - i64::from(group == home));
        let attributes = self.pairs.attributes.iter().zip(&self.tallies);
        attributes.fold(stay + base - self.losses[cell], |worth, ((value, kind_of), tally)| {
            let same = tally.count[group * tally.kinds + kind_of[unit] as usize];
            worth + value * (count - same)
        })
    }
}

impl Values for Sparse<'_> {
    fn row<'b>(&'b self, unit: usize, home: usize, space: &'b mut [Worth]) -> &'b [Worth] {
        for (group, cell) in space.iter_mut().enumerate().take(self.groups) {
            *cell = self.worth(unit, group, home);
        }
        space
    }

    fn step(&self, unit: usize, home: usize, to: usize) -> Worth {
        self.worth(unit, to, home) - self.worth(unit, home, home)
    }

    fn pair(&self, one: usize, other: usize) -> Worth {
        let attributes = self.pairs.attributes.iter();
        let different = attributes.filter(|(_, kind_of)| kind_of[one] != kind_of[other]);
        let untied = different.fold(self.pairs.base, |sum, (value, _)| sum + value);
        let ties = [&self.pairs.ties[one], &self.pairs.ties[other]];
        let (ties, sought) =
            if ties[0].len() <= ties[1].len() { (ties[0], other) } else { (ties[1], one) };
        let found = ties.iter().filter(|&&(unit, _)| unit as usize == sought);
        found.fold(untied, |sum, &(_, loss)| sum - loss)
    }

    fn least(&self, _: usize) -> Worth {
        let attributes = self.pairs.attributes.iter();
        attributes.fold(self.pairs.base, |sum, (value, _)| sum + (*value).min(0))
    }

    #[inline]
    fn tied(&self, unit: usize, group: usize) -> Worth {
        if group >= self.groups {
            return 0;
        }
        if self.taking {
            // No single tie takes more than all of them.
            return self.losses[unit * self.groups + group];
        }
        self.pairs.ties[unit].iter().map(|&(_, loss)| loss).fold(0, Worth::max)
    }

    fn relocate(&mut self, unit: usize, from: usize, to: usize) -> u64 {
        self.shift(unit, from, -1) + self.shift(unit, to, 1)
    }
}
