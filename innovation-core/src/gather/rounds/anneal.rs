//! The search: simulated annealing over swaps and moves within rounds.
//!
//! A step draws a round and two of those seated in it and swaps them, or moves the first to
//! the table of the second, when the chance of the temperature and the rules allow it. Runs
//! follow each other, each twice as long as the last and each from where the last ended.
//!
//! Temperatures are in repeats. At 0.24 a swap that adds one repeat is made once in 65 times;
//! for tables of 4 to 6 the best seatings are found between 0.25 and 0.15 (measured).
//! Where meetings have values, each run has a second half at the scale of values.
//!
//! # References
//!
//! S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
//! Science 220, 1983. I. Dotú, P. Van Hentenryck, *Scheduling social golfers locally*,
//! CPAIOR 2005 (moves and cost).

#![expect(
    clippy::indexing_slicing,
    reason = "rounds and places are drawn below the lengths of the vectors they index"
)]

use super::budget::Budget;
use super::ledger::Ledger;
use super::limits::Limits;
use super::random::{Fast, Heat, pick};
use super::{Rounds, Seating};
use crate::math;
use crate::random::Stream;

/// Steps at one temperature.
const STEPS: u64 = 1 << 12;
/// Steps of the first run; later ones are longer.
const FIRST_RUN: u64 = 1 << 18;
/// Temperature in repeats at the start and end of a run.
const HOT: f64 = 0.25;
const COLD: f64 = 0.15;

/// A search and the best it has found.
#[derive(Debug)]
pub(super) struct Search<'a> {
    problem: &'a Rounds,
    repeat: i64,
    target: i64,
    ledger: Ledger,
    limits: Limits<'a>,
    heat: Heat,
    random: Fast,
    /// For each round that has two or more seated units, those units.
    seated: Vec<(usize, Vec<u32>)>,
    /// Whether any table may change its size.
    slack: bool,
    largest_value: f64,
    best: i64,
    best_groups: Vec<u32>,
}

impl<'a> Search<'a> {
    /// A search that stops at a cost of `target`.
    pub(super) fn new(
        problem: &'a Rounds,
        seating: &[Vec<u32>],
        repeat: i64,
        target: i64,
        stream: &mut Stream,
    ) -> Self {
        let ledger = Ledger::new(problem, seating, repeat);
        let seated = problem.rounds.iter().zip(seating).map(|(round, groups)| {
            let outside = round.outside();
            let units = 0..groups.len() as u32;
            units
                .zip(groups)
                .filter(|&(_, &group)| group != outside)
                .map(|(unit, _)| unit)
                .collect::<Vec<_>>()
        });
        Self {
            problem,
            repeat,
            target,
            limits: Limits::new(problem, seating),
            heat: Heat::new(),
            random: Fast::new(stream),
            seated: seated.enumerate().filter(|(_, units)| units.len() > 1).collect(),
            slack: problem
                .rounds
                .iter()
                .any(|r| r.groups.iter().any(|g| g.counted && g.min < g.max)),
            largest_value: problem
                .value
                .iter()
                .map(|v| f64::from(v.unsigned_abs()))
                .fold(0.0, f64::max),
            best: ledger.cost(),
            best_groups: ledger.groups().to_vec(),
            ledger,
        }
    }

    /// The best seating and its cost.
    pub(super) fn best(self) -> (Seating, i64) {
        let units = self.problem.mass.len().max(1);
        (self.best_groups.chunks(units).map(<[u32]>::to_vec).collect(), self.best)
    }

    /// Searches close to a seating made by design: at little heat its repairs settle, at more
    /// it would melt.
    pub(super) fn settle(&mut self, seating: &[Vec<u32>], budget: &mut Budget<'_>) {
        self.place(seating);
        let one = self.repeat as f64;
        let _ = self.run(FIRST_RUN, one * COLD, one * COLD * 0.5, budget)
            && self.run_values(FIRST_RUN, budget);
    }

    /// Searches from a seating until the target is met or the budget spent.
    pub(super) fn anneal(&mut self, seating: &[Vec<u32>], budget: &mut Budget<'_>) {
        self.place(seating);
        let one = self.repeat as f64;
        let mut steps = FIRST_RUN;
        while self.run(steps, one * HOT, one * COLD, budget) && self.run_values(steps, budget) {
            steps = steps.saturating_mul(2);
        }
    }

    /// Goes on from another seating.
    fn place(&mut self, seating: &[Vec<u32>]) {
        self.ledger = Ledger::new(self.problem, seating, self.repeat);
        self.limits = Limits::new(self.problem, seating);
        self.note();
    }

    /// A run at the scale of values, where there are any; repeats do not come back in it.
    fn run_values(&mut self, steps: u64, budget: &mut Budget<'_>) -> bool {
        self.largest_value == 0.0
            || self.run(steps, self.largest_value, self.largest_value * 0.02, budget)
    }

    /// One run of annealing; false when the search is over.
    fn run(&mut self, steps: u64, hot: f64, cold: f64, budget: &mut Budget<'_>) -> bool {
        let levels = steps / STEPS;
        for level in 0..levels {
            if self.best <= self.target || self.seated.is_empty() || !budget.spend(STEPS, self.best)
            {
                return false;
            }
            self.heat.set(hot * math::pow(cold / hot, level as f64 / levels as f64));
            for _ in 0..STEPS {
                if self.step() && self.ledger.cost() < self.best {
                    self.note();
                    if self.best <= self.target {
                        return false;
                    }
                }
            }
        }
        true
    }

    fn note(&mut self) {
        if self.ledger.cost() < self.best {
            self.best = self.ledger.cost();
            self.best_groups.copy_from_slice(self.ledger.groups());
        }
    }

    /// Draws a move and makes it if it may be made.
    #[inline]
    fn step(&mut self) -> bool {
        let bits = self.random.bits();
        let (round, seated) = &self.seated[pick(bits & 0xfff, 12, self.seated.len())];
        let round = *round;
        let a = seated[pick((bits >> 12) & 0xf_ffff, 20, seated.len())] as usize;
        let b = seated[pick((bits >> 32) & 0x7_ffff, 19, seated.len())] as usize;
        let limit = self.heat.limit(bits >> 52);
        let (from, to) = (self.ledger.group(round, a), self.ledger.group(round, b));
        if from == to {
            return false;
        }
        if self.slack && bits & (1 << 51) != 0 {
            let may = self.ledger.shift_cost(round, a, to) <= limit
                && self.limits.may_shift(&self.ledger, round, a, to);
            if may {
                self.limits.shift(&self.ledger, round, a, to);
                self.ledger.shift(round, a, to);
            }
            may
        } else {
            let may = self.ledger.swap_cost(round, a, b) <= limit
                && self.limits.may_swap(&self.ledger, round, a, b);
            if may {
                self.limits.swap(&self.ledger, round, a, b);
                self.ledger.swap(round, a, b);
            }
            may
        }
    }
}
