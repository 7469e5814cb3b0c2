//! Who sits with whom, round after round.
//!
//! [`improve`] takes a problem and a seating that keeps its rules, and looks for one in which
//! people meet again as seldom as possible, and among those for one in which those meet whose
//! meeting is worth most. Where a perfect rotation of [`super::designs`] fits the tables, it
//! is laid over the people ([`relabel`]) and mended where it breaks a rule ([`mend`]); the
//! search ([`anneal`]) goes on from there, and then from the start, over the costs of moves
//! that [`ledger`] keeps. [`limits`] says which moves the rules allow, [`sitting`] whose turn
//! it is to sit out, [`bound`] how few repeats there can be at all.
//!
//! Invariant: who sits out is settled by the start and not changed.
//! Invariant: a seating that is returned keeps every rule, as the start did.

mod anneal;
mod bound;
mod budget;
#[cfg(test)]
mod cases;
mod ledger;
mod limits;
mod mend;
mod random;
mod relabel;
mod score;
mod sitting;

pub(crate) use bound::fewest_repeats;
pub(crate) use budget::Effort;
pub(crate) use score::Score;
pub(crate) use sitting::turns;

use super::instance::{Group, Quota};
use crate::random::{Address, Purpose, Stream};
use crate::watch::Watch;
use anneal::Search;
use budget::Budget;

/// A rotation in compiled form.
#[derive(Debug, Clone)]
pub(crate) struct Rounds {
    /// People in each unit, one or more.
    pub mass: Vec<u32>,
    /// For each unit, in rising order, the units that may not share a table with it.
    pub apart: Vec<Vec<u32>>,
    /// Meetings before the first round: (unit, other unit, how often), each pair once; for
    /// units of several people, the sum over their pairs.
    pub met: Vec<(u32, u32, u32)>,
    /// What a meeting of two units is worth: a full symmetric matrix, row by row, or empty.
    pub value: Vec<i32>,
    /// The rounds.
    pub rounds: Vec<Round>,
}

/// One round: tables, and an outside for those absent or sitting out.
#[derive(Debug, Clone)]
pub(crate) struct Round {
    /// The tables, all counted, then the outside, not counted.
    pub groups: Vec<Group>,
    /// For each unit, how many of its people are present.
    pub present: Vec<u32>,
    /// `allowed[unit * groups + group]`.
    pub allowed: Vec<bool>,
    /// Limits on how many people with a property each table holds.
    pub quotas: Vec<Quota>,
}

impl Round {
    /// The number of the outside, which is the number of tables.
    pub(crate) fn outside(&self) -> u32 {
        self.groups.iter().take_while(|group| group.counted).count() as u32
    }
}

/// A seating: the group of each unit in each round.
pub(crate) type Seating = Vec<Vec<u32>>;

/// What a search found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// The best seating.
    pub seating: Seating,
    /// Moves looked at.
    pub steps: u64,
    /// Whether no seating can be better.
    pub proved: bool,
    /// Whether the watch ended the search.
    pub stopped: bool,
}

/// Looks for a better seating than `start`, which must keep all rules.
pub(crate) fn improve(
    problem: &Rounds,
    start: &[Vec<u32>],
    effort: Effort,
    seed: u64,
    watch: &mut dyn Watch,
) -> Found {
    let scaled = scaled_down(problem);
    let problem = scaled.as_ref().unwrap_or(problem);
    let repeat = repeat_cost(problem);
    let mut stream = Stream::new(seed, Address::of(Purpose::Rotate));
    let mut budget = Budget::new(effort, watch);
    // Cost is convex in meetings, so that the fewest repeats bound it where no values do.
    let single = problem.mass.iter().all(|&mass| mass == 1);
    let fewest = if single { fewest_repeats(problem, start) as i64 } else { 0 };
    let target = if problem.value.is_empty() { fewest * repeat } else { i64::MIN };
    let laid = relabel::lay(problem, start, repeat, &mut budget, &mut stream)
        .map(|laid| mend::mend(problem, laid, start, repeat, &mut stream));
    let mut search = Search::new(problem, start, repeat, target, &mut stream);
    if let Some(laid) = laid {
        search.settle(&laid, &mut budget);
    }
    search.anneal(start, &mut budget);
    let (seating, cost) = search.best();
    Found { seating, steps: budget.done(), proved: cost <= target, stopped: budget.stopped() }
}

/// The largest cost of a repeat: sums of a thousand repeats at a table fit 63 bits by far.
const LARGEST_REPEAT: i64 = 1 << 38;

/// The problem with values divided by a power of two, where they are too large to be
/// outweighed by repeats.
fn scaled_down(problem: &Rounds) -> Option<Rounds> {
    let mut scaled = None;
    let mut now = problem;
    while repeat_cost(now) > LARGEST_REPEAT {
        let mut smaller = now.clone();
        smaller.value.iter_mut().for_each(|value| *value /= 2);
        now = scaled.insert(smaller);
    }
    scaled
}

/// The cost of one repeat: more than all values together can outweigh.
fn repeat_cost(problem: &Rounds) -> i64 {
    let largest =
        problem.value.iter().map(|value| i64::from(value.unsigned_abs())).max().unwrap_or(0);
    let meetings: i64 = problem
        .rounds
        .iter()
        .map(|round| {
            let people: i64 = round.present.iter().map(|&present| i64::from(present)).sum();
            let table = round
                .groups
                .iter()
                .filter(|g| g.counted)
                .map(|g| i64::from(g.max))
                .max()
                .unwrap_or(0);
            people * table.min(people)
        })
        .sum();
    1 + largest * meetings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::{Progress, Unwatched};
    use proptest::prelude::*;

    fn steps(steps: u64) -> Effort {
        Effort { steps, milliseconds: None }
    }

    /// Searches and counts repeats, breaches and bound.
    fn check(problem: &Rounds, effort: u64) -> (u64, u32, u64) {
        let start = cases::start(problem, &[], 1).expect("a seating that keeps the rules");
        let found = improve(problem, &start, steps(effort), 1, &mut Unwatched);
        let breaches = cases::breaches(problem, &found.seating);
        (score(problem, &found.seating).repeats, breaches, fewest_repeats(problem, &start))
    }

    fn score(problem: &Rounds, seating: &[Vec<u32>]) -> Score {
        let tables: Vec<Vec<u32>> = problem
            .rounds
            .iter()
            .zip(seating)
            .flat_map(|(round, groups)| {
                (0..round.outside()).map(|table| {
                    (0..groups.len() as u32)
                        .filter(|&unit| groups[unit as usize] == table)
                        .collect()
                })
            })
            .collect();
        let met = problem.met.iter().map(|&(a, b, _)| (a, b));
        Score::count(problem.mass.len() as u32, met, tables.iter().map(Vec::as_slice))
    }

    #[test]
    fn full_tables_take_a_perfect_rotation() {
        for (tables, size, rounds) in [(5, 3, 7), (6, 4, 5), (8, 4, 9), (5, 5, 6), (9, 3, 13)] {
            let problem = cases::plain(tables * size, tables, [size, size], rounds);
            assert_eq!(check(&problem, 1_000_000), (0, 0, 0), "{tables}-{size}-{rounds}");
        }
    }

    #[test]
    fn a_rotation_survives_an_absence_a_ban_and_a_history() {
        let mut problem = cases::plain(32, 8, [3, 4], 7);
        cases::absent(&mut problem, 2, 5);
        cases::ban(&mut problem, 0, 1);
        for table in 0..8 {
            let pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
            problem.met.extend(pairs.map(|(a, b)| (4 * table + a, 4 * table + b, 1)));
        }
        assert_eq!(check(&problem, 4_000_000), (0, 0, 0));
    }

    #[test]
    fn one_round_more_than_perfect_costs_little() {
        let problem = cases::plain(32, 8, [4, 4], 10);
        let (repeats, breaches, _) = check(&problem, 8_000_000);
        assert!(repeats <= 20 && breaches == 0, "{repeats}");
    }

    #[test]
    fn nobody_sits_out_twice_before_everybody_did() {
        let mut problem = cases::plain(23, 5, [4, 4], 6);
        cases::absent(&mut problem, 1, 3);
        cases::absent(&mut problem, 4, 9);
        cases::ban(&mut problem, 2, 7);
        let start = cases::start(&problem, &[], 1).expect("a seating");
        let found = improve(&problem, &start, steps(500_000), 1, &mut Unwatched);
        assert_eq!(cases::breaches(&problem, &found.seating), 0);
        let mut times = [0; 23];
        for (round, groups) in problem.rounds.iter().zip(&found.seating) {
            let out: Vec<usize> =
                (0..23).filter(|&unit| groups[unit] == 5 && round.present[unit] > 0).collect();
            assert_eq!(out.len() as u32, round.present.iter().sum::<u32>() - 20);
            for &unit in &out {
                times[unit] += 1;
            }
            assert!(times.iter().all(|&t| t <= 1), "18 or fewer turns for 23 people");
        }
    }

    #[test]
    fn a_watch_stops_the_search_at_once() {
        struct Stop;
        impl Watch for Stop {
            fn proceed(&mut self, _: &Progress) -> bool {
                false
            }
        }
        let problem = cases::plain(12, 4, [3, 3], 5);
        let start = cases::start(&problem, &[], 1).expect("a seating");
        let found = improve(&problem, &start, steps(u64::MAX), 1, &mut Stop);
        assert_eq!((found.steps, cases::breaches(&problem, &found.seating)), (0, 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        /// Whatever the rules, a search keeps them, leaves those outside there, is never worse
        /// than its start, gives the same twice, and has no fewer repeats than the bound.
        #[test]
        fn a_search_keeps_the_rules_and_never_loses(seed in 0u64..1 << 40) {
            let (problem, start) = cases::any(seed);
            let found = improve(&problem, &start, steps(60_000), seed, &mut Unwatched);
            prop_assert_eq!(cases::breaches(&problem, &found.seating), 0);
            for (round, (now, was)) in problem.rounds.iter().zip(found.seating.iter().zip(&start)) {
                for (now, was) in now.iter().zip(was) {
                    prop_assert_eq!(*now == round.outside(), *was == round.outside());
                }
            }
            let repeat = repeat_cost(&problem);
            prop_assert!(cases::cost(&problem, &found.seating, repeat) <= cases::cost(&problem, &start, repeat));
            let again = improve(&problem, &start, steps(60_000), seed, &mut Unwatched);
            prop_assert_eq!(&found, &again);
            if problem.mass.iter().all(|&mass| mass == 1) {
                prop_assert!(score(&problem, &found.seating).repeats >= fewest_repeats(&problem, &start));
            }
        }

        /// A start keeps the rules or is none.
        #[test]
        fn a_start_keeps_the_rules(seed in 0u64..1 << 40) {
            let (problem, _) = cases::any(seed);
            if let Some(start) = cases::start(&problem, &[], seed) {
                prop_assert_eq!(cases::breaches(&problem, &start), 0);
            }
        }
    }
}
