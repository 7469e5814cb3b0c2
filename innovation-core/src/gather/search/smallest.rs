//! Chooses people so that even the least valuable pair among them is worth much.
//!
//! For a level, a choice without a pair below it is sought: pairs below cost one each, all
//! others nothing, and the search ends as soon as nothing is lost. The highest level that
//! succeeds is found by halving. At last the sum is improved, with pairs below the level
//! first priced, then kept apart by rule.
//!
//! Invariant: between two answers the one with the greater smallest pair is returned, and
//! of two with the same smallest pair the one with the greater sum.
//!
//! # References
//!
//! Levels as a sequence of independent-set problems: F. Della Croce, A. Grosso,
//! M. Locatelli, *A heuristic approach for the max-min diversity problem based on max-clique*,
//! Computers & Operations Research 36(8), 2009.

use super::pace::{Budget, Pace};
use super::{Found, default_iterations, search};
use crate::gather::instance::{Instance, Pairs};
use crate::watch::{Progress, Watch};

/// What a pair below the level costs: large, so that temperatures are fine steps of it.
const COST: i32 = 1 << 16;
/// Share of what is left that one level may spend.
const TRIAL: f64 = 0.15;

/// Improves a choice by its smallest pair, then by its sum, within a budget.
///
/// The value found is the sum; [`smallest`] of the assignment gives the smallest pair. Without
/// a full matrix of pairs, or without any pair, only the sum is improved.
pub(crate) fn improve_smallest(
    instance: &Instance,
    start: Vec<u32>,
    budget: &Budget,
    seed: u64,
    watch: &mut dyn Watch,
) -> Found {
    let mut purse = Purse::new(budget, default_iterations(instance), watch);
    let Pairs::Dense(pairs) = &instance.pairs else {
        return purse.spend(1.0, None, instance, start, seed);
    };
    let mut assignment = start;
    let mut levels = pairs.clone();
    levels.sort_unstable();
    levels.dedup();
    // Levels up to `reached` hold; those from `beyond` on are known or taken not to.
    let rank = |level: Option<i32>| level.map_or(0, |level| levels.partition_point(|&l| l < level));
    let mut reached = rank(smallest(instance, &assignment));
    let mut beyond = levels.len();
    while reached + 1 < beyond && !purse.stopped {
        let middle = reached + (beyond - reached) / 2;
        let Some(&level) = levels.get(middle) else { break };
        let trial = Instance {
            pairs: Pairs::Dense(cost_below(pairs, assignment.len(), level)),
            ..instance.clone()
        };
        let found = purse.spend(TRIAL, Some(0), &trial, assignment.clone(), seed);
        if found.value == 0 {
            assignment = found.assignment;
            reached = rank(smallest(instance, &assignment)).max(middle);
        } else {
            beyond = middle;
        }
    }
    let Some(level) = smallest(instance, &assignment) else {
        return purse.spend(1.0, None, instance, assignment, seed);
    };
    // Rules alone would leave few ways about: first, going below the level is merely dear.
    let priced = Pairs::Dense(priced_below(pairs, assignment.len(), level));
    let dear = Instance { pairs: priced, ..instance.clone() };
    let found = purse.spend(0.7, None, &dear, assignment.clone(), seed);
    if smallest(instance, &found.assignment) >= Some(level) {
        assignment = found.assignment;
    }
    let kept = Instance { apart: apart_below(instance, pairs, level), ..instance.clone() };
    purse.spend(1.0, None, &kept, assignment, seed)
}

/// The smallest pair that meets; none where nobody meets or pairs are not in a matrix.
pub(crate) fn smallest(instance: &Instance, assignment: &[u32]) -> Option<i32> {
    let Pairs::Dense(pairs) = &instance.pairs else { return None };
    let rows = pairs.chunks_exact(assignment.len().max(1)).zip(assignment).enumerate();
    let meeting = rows.flat_map(|(unit, (row, group))| {
        let counted = instance.groups.get(*group as usize).is_some_and(|group| group.counted);
        let others = row.iter().zip(assignment).skip(unit + 1);
        others.filter(move |(_, other)| counted && *other == group).map(|(&pair, _)| pair)
    });
    meeting.min()
}

/// Pairs as costs: those below the level lose, the others do not; nobody meets themselves.
fn cost_below(pairs: &[i32], units: usize, level: i32) -> Vec<i32> {
    let own = |cell: usize| cell.is_multiple_of(units + 1);
    let cost = |(cell, &pair): (usize, &i32)| if pair < level && !own(cell) { -COST } else { 0 };
    pairs.iter().enumerate().map(cost).collect()
}

/// Pairs of which those below the level lose twice the greatest.
fn priced_below(pairs: &[i32], units: usize, level: i32) -> Vec<i32> {
    let greatest = pairs.iter().map(|pair| pair.saturating_abs()).max().unwrap_or(0);
    let price = greatest.saturating_mul(2);
    let below = cost_below(pairs, units, level).into_iter().map(|cost| cost < 0);
    pairs.iter().zip(below).map(|(&pair, below)| if below { pair - price } else { pair }).collect()
}

/// Who may not meet where no pair may be below the level.
fn apart_below(instance: &Instance, pairs: &[i32], level: i32) -> Vec<Vec<u32>> {
    let rows = pairs.chunks_exact(instance.apart.len().max(1)).zip(&instance.apart).enumerate();
    rows.map(|(unit, (row, apart))| {
        let below = row.iter().enumerate();
        let below = below.filter(|&(other, &pair)| other != unit && pair < level);
        let mut all: Vec<u32> =
            below.map(|(other, _)| other as u32).chain(apart.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    })
    .collect()
}

/// A budget that several searches share.
struct Purse<'w> {
    watch: &'w mut dyn Watch,
    iterations: Option<u64>,
    /// The moment at which time is up.
    deadline: Option<f64>,
    done: u64,
    stopped: bool,
}

impl<'w> Purse<'w> {
    fn new(budget: &Budget, default: u64, watch: &'w mut dyn Watch) -> Self {
        let deadline = budget.milliseconds.and_then(|limit| Some(watch.milliseconds()? + limit));
        let default = deadline.is_none().then_some(default);
        Self { watch, iterations: budget.iterations.or(default), deadline, done: 0, stopped: false }
    }

    /// Searches with a share of what is left, and no longer than to the goal.
    fn spend(
        &mut self,
        share: f64,
        goal: Option<i64>,
        instance: &Instance,
        start: Vec<u32>,
        seed: u64,
    ) -> Found {
        let left = self.iterations.map(|all| all.saturating_sub(self.done) as f64);
        let now = self.watch.milliseconds();
        let time = self.deadline.and_then(|deadline| Some((deadline - now?).max(0.0)));
        let budget = Budget {
            iterations: left.map(|left| (left * share) as u64),
            milliseconds: time.map(|time| time * share),
            goal,
        };
        let mut part = Part { watch: &mut *self.watch, done: self.done, total: self.iterations };
        let mut pace = Pace::new(&budget, default_iterations(instance), &mut part);
        let mut found = search(instance, start, None, &mut pace, seed);
        self.done += found.iterations;
        self.stopped |= found.stopped;
        found.iterations = self.done;
        found
    }
}

/// A watch that sees one search as a part of the whole.
struct Part<'w> {
    watch: &'w mut dyn Watch,
    done: u64,
    total: Option<u64>,
}

impl Watch for Part<'_> {
    fn milliseconds(&mut self) -> Option<f64> {
        self.watch.milliseconds()
    }

    fn proceed(&mut self, progress: &Progress) -> bool {
        self.watch.proceed(&Progress::new(self.done + progress.done, self.total, None))
    }
}
