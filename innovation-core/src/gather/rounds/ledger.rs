//! The table that makes moves cheap: what each unit would add to each table of each round.
//!
//! `price` of a pair is the cost of one more meeting. For every round, `strain` of a unit at
//! a table is the sum of the prices of meeting those who sit there, where meetings of that
//! very round are left out of the price. So the gain of a swap is five look-ups, whatever the
//! size of tables; a swap made changes the prices of those who sat with the two, and one or
//! two columns of strain in every round: O(units + seats · rounds).
//!
//! A pair that meets k times after h meetings before costs h·k + k·(k − 1)/2 times the
//! weight of a repeat, less k times its value. The cost is convex: repeats spread out.
//!
//! Invariant: `strain` and `cost` are what a count from scratch gives (held by a test).

#![expect(
    clippy::indexing_slicing,
    reason = "rounds, units and groups are below the sizes the vectors are made with; \
              groups come from `group`, which a round's checked start fills"
)]

use super::Rounds;

/// More meetings before the first round than this count as this many.
pub(super) const MOST_MET: u32 = 1000;

/// Who sits where in all rounds, and what each move would change.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    units: usize,
    rounds: usize,
    width: usize,
    mass: Vec<i64>,
    /// Cost of one repeat between two people.
    repeat: i64,
    price: Vec<i64>,
    strain: Vec<i64>,
    group: Vec<u32>,
    members: Vec<Vec<u32>>,
    outside: Vec<u32>,
    cost: i64,
}

impl Ledger {
    /// The ledger of a problem where `seating[round][unit]` is a group.
    pub(super) fn new(problem: &Rounds, seating: &[Vec<u32>], repeat: i64) -> Self {
        let units = problem.mass.len();
        let rounds = problem.rounds.len();
        let width = problem.rounds.iter().map(|round| round.groups.len()).max().unwrap_or(0);
        let mut ledger = Self {
            units,
            rounds,
            width,
            mass: problem.mass.iter().map(|&mass| i64::from(mass)).collect(),
            repeat,
            price: vec![0; units * units],
            strain: vec![0; rounds * units * width],
            group: seating.concat(),
            members: vec![Vec::new(); rounds * width],
            outside: problem.rounds.iter().map(super::Round::outside).collect(),
            cost: 0,
        };
        for (pair, &value) in ledger.price.iter_mut().zip(&problem.value) {
            *pair = -i64::from(value);
        }
        for &(a, b, count) in &problem.met {
            let (a, b) = (a as usize, b as usize);
            for pair in [a * units + b, b * units + a] {
                ledger.price[pair] += repeat * i64::from(count.min(MOST_MET));
            }
        }
        for unit in 0..units {
            ledger.price[unit * units + unit] = 0;
        }
        for round in 0..rounds {
            for unit in 0..units {
                let group = ledger.group(round, unit);
                ledger.members[round * width + group].push(unit as u32);
            }
        }
        ledger.count();
        ledger
    }

    /// Fills cost, prices and strain from the seating.
    fn count(&mut self) {
        for round in 0..self.rounds {
            for group in 0..self.outside[round] as usize {
                let members = std::mem::take(&mut self.members[round * self.width + group]);
                for (i, &a) in members.iter().enumerate() {
                    for &b in &members[..i] {
                        let (a, b) = (a as usize, b as usize);
                        self.cost += self.price[a * self.units + b];
                        let again = self.again(a, b);
                        self.price[a * self.units + b] += again;
                        self.price[b * self.units + a] += again;
                    }
                }
                self.members[round * self.width + group] = members;
            }
        }
        for round in 0..self.rounds {
            for a in 0..self.units {
                for b in 0..self.units {
                    if a != b {
                        let group = self.group(round, b);
                        let together =
                            self.group(round, a) == group && !self.is_outside(round, group);
                        let price = self.price[a * self.units + b]
                            - if together { self.again(a, b) } else { 0 };
                        let at = self.at(round, a) + group;
                        self.strain[at] += price;
                    }
                }
            }
        }
    }

    /// What each further meeting of two units costs more than the one before.
    fn again(&self, a: usize, b: usize) -> i64 {
        self.repeat * self.mass[a] * self.mass[b]
    }

    fn at(&self, round: usize, unit: usize) -> usize {
        (round * self.units + unit) * self.width
    }

    fn is_outside(&self, round: usize, group: usize) -> bool {
        group >= self.outside[round] as usize
    }

    /// Cost of the whole seating.
    pub(super) fn cost(&self) -> i64 {
        self.cost
    }

    /// Where a unit sits.
    #[inline]
    pub(super) fn group(&self, round: usize, unit: usize) -> usize {
        self.group[round * self.units + unit] as usize
    }

    /// Who sits at a group.
    pub(super) fn members(&self, round: usize, group: usize) -> &[u32] {
        &self.members[round * self.width + group]
    }

    /// The groups of all units in all rounds, round by round.
    pub(super) fn groups(&self) -> &[u32] {
        &self.group
    }

    /// What a swap of two units at different tables adds to the cost.
    #[inline]
    pub(super) fn swap_cost(&self, round: usize, a: usize, b: usize) -> i64 {
        let (from, to) = (self.group(round, a), self.group(round, b));
        let (row_a, row_b) = (self.at(round, a), self.at(round, b));
        self.strain[row_a + to] + self.strain[row_b + from]
            - self.strain[row_a + from]
            - self.strain[row_b + to]
            - 2 * self.price[a * self.units + b]
    }

    /// What a move of a unit to another table adds to the cost.
    #[inline]
    pub(super) fn shift_cost(&self, round: usize, unit: usize, to: usize) -> i64 {
        let row = self.at(round, unit);
        self.strain[row + to] - self.strain[row + self.group(round, unit)]
    }

    /// Swaps two units at different tables.
    pub(super) fn swap(&mut self, round: usize, a: usize, b: usize) {
        self.cost += self.swap_cost(round, a, b);
        let (from, to) = (self.group(round, a), self.group(round, b));
        self.meet(round, a, from, -1);
        self.meet(round, b, to, -1);
        let base = round * self.units * self.width;
        for unit in 0..self.units {
            let change = self.price[b * self.units + unit] - self.price[a * self.units + unit];
            let row = base + unit * self.width;
            self.strain[row + from] += change;
            self.strain[row + to] -= change;
        }
        self.replace(round, from, a, b);
        self.replace(round, to, b, a);
        self.group[round * self.units + a] = to as u32;
        self.group[round * self.units + b] = from as u32;
        self.meet(round, a, to, 1);
        self.meet(round, b, from, 1);
    }

    /// Moves a unit to another table.
    pub(super) fn shift(&mut self, round: usize, moved: usize, to: usize) {
        self.cost += self.shift_cost(round, moved, to);
        let from = self.group(round, moved);
        self.meet(round, moved, from, -1);
        let base = round * self.units * self.width;
        for unit in 0..self.units {
            let price = self.price[moved * self.units + unit];
            let row = base + unit * self.width;
            self.strain[row + from] -= price;
            self.strain[row + to] += price;
        }
        self.members[round * self.width + from].retain(|&unit| unit as usize != moved);
        self.members[round * self.width + to].push(moved as u32);
        self.group[round * self.units + moved] = to as u32;
        self.meet(round, moved, to, 1);
    }

    /// Makes a unit meet (sign 1) or no longer meet (−1) all others at a table of a round.
    fn meet(&mut self, round: usize, unit: usize, group: usize, sign: i64) {
        let members = std::mem::take(&mut self.members[round * self.width + group]);
        for &mate in &members {
            let mate = mate as usize;
            if mate == unit {
                continue;
            }
            let change = sign * self.again(unit, mate);
            self.price[unit * self.units + mate] += change;
            self.price[mate * self.units + unit] += change;
            for other in (0..self.rounds).filter(|&other| other != round) {
                let at = self.at(other, unit) + self.group(other, mate);
                self.strain[at] += change;
                let at = self.at(other, mate) + self.group(other, unit);
                self.strain[at] += change;
            }
        }
        self.members[round * self.width + group] = members;
    }

    fn replace(&mut self, round: usize, group: usize, old: usize, new: usize) {
        for member in &mut self.members[round * self.width + group] {
            if *member as usize == old {
                *member = new as u32;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{cases, limits::Limits};
    use super::*;
    use crate::random::{Address, Purpose, Stream};
    use proptest::prelude::*;

    fn seating(ledger: &Ledger) -> Vec<Vec<u32>> {
        ledger.groups().chunks(ledger.units).map(<[u32]>::to_vec).collect()
    }

    proptest! {
        /// After any moves the ledger is what a count from scratch gives, its cost is the
        /// cost by definition, and a seating that kept the rules still does.
        #[test]
        fn moves_keep_the_books(seed in 0u64..1 << 40) {
            let (problem, start) = cases::any(seed);
            let mut ledger = Ledger::new(&problem, &start, 1000);
            let mut limits = Limits::new(&problem, &start);
            let mut stream = Stream::new(seed, Address::of(Purpose::Rotate));
            prop_assert_eq!(cases::breaches(&problem, &start), 0);
            for _ in 0..60 {
                let round = stream.index(problem.rounds.len());
                let outside = problem.rounds[round].outside() as usize;
                let (a, b) = (stream.index(ledger.units), stream.index(ledger.units));
                let (from, to) = (ledger.group(round, a), ledger.group(round, b));
                if from == to || from == outside || to == outside {
                    continue;
                }
                if stream.below(2) == 0 {
                    if limits.may_swap(&ledger, round, a, b) {
                        limits.swap(&ledger, round, a, b);
                        ledger.swap(round, a, b);
                    }
                } else if limits.may_shift(&ledger, round, a, to) {
                    limits.shift(&ledger, round, a, to);
                    ledger.shift(round, a, to);
                }
            }
            let now = seating(&ledger);
            let fresh = Ledger::new(&problem, &now, 1000);
            prop_assert_eq!(ledger.cost, cases::cost(&problem, &now, 1000));
            prop_assert_eq!(ledger.cost, fresh.cost);
            prop_assert_eq!(&ledger.price, &fresh.price);
            for round in 0..ledger.rounds {
                for unit in 0..ledger.units {
                    for group in 0..ledger.outside[round] as usize {
                        let at = ledger.at(round, unit) + group;
                        prop_assert_eq!(ledger.strain[at], fresh.strain[at]);
                    }
                }
            }
            prop_assert_eq!(cases::breaches(&problem, &now), 0);
        }

        /// The limits refuse a swap or move exactly where it would breach a rule.
        #[test]
        fn a_move_is_allowed_if_and_only_if_it_breaks_nothing(seed in 0u64..1 << 40) {
            let (problem, start) = cases::any(seed);
            let ledger = Ledger::new(&problem, &start, 1);
            let limits = Limits::new(&problem, &start);
            for round in 0..problem.rounds.len() {
                let outside = problem.rounds[round].outside();
                for a in 0..ledger.units {
                    for b in 0..ledger.units {
                        let (from, to) = (start[round][a], start[round][b]);
                        if from == to || from == outside || to == outside {
                            continue;
                        }
                        let mut after = start.clone();
                        after[round][a] = to;
                        let kept = cases::breaches(&problem, &after) == 0;
                        prop_assert_eq!(limits.may_shift(&ledger, round, a, to as usize), kept);
                        after[round][b] = from;
                        let kept = cases::breaches(&problem, &after) == 0;
                        prop_assert_eq!(limits.may_swap(&ledger, round, a, b), kept);
                    }
                }
            }
        }
    }
}
