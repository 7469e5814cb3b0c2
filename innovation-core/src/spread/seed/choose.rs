//! Two collections of sets, doubled until the choice is known to be near the best.
//!
//! Seeds are chosen on the first collection. It bounds the best choice from above; the second,
//! which the choice does not know, bounds the chosen from below. Where the lower bound is the
//! share of the upper one that is sought, the search ends. The collections double, so that few
//! pairs of bounds must hold at once.

use super::backwards::Backwards;
use super::cover::{Cover, Sets, greedy};
use super::plan::{Plan, flag, mark};
use crate::math;
use crate::watch::{Progress, Watch};

/// The collection on which seeds are chosen.
const CHOICE: u32 = 1;
/// The collection that bounds the choice from below.
const CHECK: u32 = 2;

/// The most steps of work for the first collection: some seconds.
const MOST_WORK: u64 = 1 << 27;

/// Work up to which sets are added although the guarantee holds: they better the choice, and
/// take less than a second.
const CHEAP_WORK: u64 = 1 << 25;

/// A gain so small, in adopters, that it is not worth a longer search.
pub(super) const NO_GAIN: f64 = 0.01;

/// The most members that are kept: 64 MiB, and as much again for their index.
const MOST_ENTRIES: usize = 1 << 24;

/// Work between two questions to the watch.
const LOOK: u64 = 1 << 16;

/// The chosen, and what is known of them.
#[derive(Debug)]
pub(super) struct Choice {
    pub chosen: Vec<u32>,
    /// Bounds on the gain of the chosen, and on the best gain.
    pub lower: f64,
    pub upper: f64,
    pub sets: u32,
    pub checks: u32,
    /// Steps of work for a set.
    pub work: u64,
}

/// A watch that is looked at now and then.
pub(super) struct Pace<'w> {
    watch: &'w mut dyn Watch,
    next: u64,
    pub stopped: bool,
}

impl<'w> Pace<'w> {
    pub(super) fn new(watch: &'w mut dyn Watch) -> Self {
        Self { watch, next: LOOK, stopped: false }
    }

    /// Whether to go on after so much work and so many sets.
    pub(super) fn goes_on(&mut self, work: u64, sets: u64, total: Option<u64>) -> bool {
        if !self.stopped && work >= self.next {
            self.next = work + LOOK;
            self.stopped = !self.watch.proceed(&Progress::new(sets, total, None));
        }
        !self.stopped
    }
}

/// Chooses seeds by online processing of reverse-reachable sets.
pub(super) fn choose(plan: &Plan, backwards: &mut Backwards, pace: &mut Pace<'_>) -> Choice {
    let most = plan.most_sets;
    let least = plan.nodes.saturating_mul(64).clamp(1 << 12, 1 << 20).next_power_of_two();
    // Each size that a collection may have gives two bounds, which must all hold.
    let bounds = f64::from(2 * (most.ilog2() + 1));
    let doubt = math::ln(bounds / (1.0 - plan.confidence));
    let wanted = plan.limit() - plan.epsilon;
    let mut sets = Sets::default();
    let mut count = 1;
    loop {
        let full = fill(&mut sets, count, plan, backwards, pace);
        if full && count < least.min(most) && backwards.work < CHEAP_WORK {
            count *= 2;
            continue;
        }
        // Only sizes that were fixed in advance may be used.
        let used = if full { count } else { 1 << sets.len().max(1).ilog2() };
        let cover = greedy(&sets, used, plan);
        let ended = !full || used == most;
        // One choice has to be bounded from below, where all had to be from above: fewer sets do.
        let checks = used.min((used / 4).max(1 << 17));
        let held = check(plan, backwards, &cover, checks, pace);
        let nodes = f64::from(plan.nodes);
        let scale = |sets: u32| nodes / f64::from(sets);
        // Without earlier adopters a seed brings itself at least, and nobody brings more than all.
        let alone = if plan.already.is_empty() { cover.chosen.len() as f64 } else { 0.0 };
        let ceiling = nodes - plan.already.len() as f64;
        let lower = held.map_or(0.0, |held| at_least(held as f64, doubt) * scale(checks));
        let lower = lower.max(alone).min(ceiling);
        let upper = (at_most(cover.ceiling, doubt) * scale(used)).min(ceiling).max(lower);
        if ended || pace.stopped || lower >= wanted * upper || upper <= NO_GAIN {
            let work = backwards.work / u64::from(sets.len().max(1)) + 1;
            let chosen = cover.chosen;
            return Choice { chosen, lower, upper, sets: used, checks, work };
        }
        count = count.saturating_mul(2);
    }
}

/// Draws sets up to a number; no where a limit or the watch ends it before.
fn fill(
    sets: &mut Sets,
    count: u32,
    plan: &Plan,
    backwards: &mut Backwards,
    pace: &mut Pace<'_>,
) -> bool {
    let limit = backwards.work.saturating_add(MOST_WORK);
    while sets.len() < count {
        let started = sets.len() > 0;
        let spent = backwards.work >= limit || sets.entries() >= MOST_ENTRIES;
        let total = Some(u64::from(plan.most_sets));
        if started && (spent || !pace.goes_on(backwards.work, u64::from(sets.len()), total)) {
            return false;
        }
        sets.push(backwards.draw(CHOICE, sets.len()), plan);
    }
    true
}

/// How many sets of the second collection hold a chosen node and no earlier adopter; `None`
/// where the watch ends it.
fn check(
    plan: &Plan,
    backwards: &mut Backwards,
    cover: &Cover,
    count: u32,
    pace: &mut Pace<'_>,
) -> Option<u64> {
    let mut seeds = vec![false; plan.nodes as usize];
    mark(&mut seeds, &cover.chosen, true);
    // Without earlier adopters a set may end at the first seed.
    let early = plan.already.is_empty();
    if early {
        backwards.end_at(&cover.chosen, true);
    }
    let mut held = Some(0);
    for number in 0..count {
        if !pace.goes_on(backwards.work, u64::from(number), Some(u64::from(count))) {
            held = None;
            break;
        }
        let hit = match backwards.draw(CHECK, number) {
            Some(set) => !early && set.iter().any(|&node| flag(&seeds, node)),
            None => early,
        };
        held = held.map(|held| held + u64::from(hit));
    }
    if early {
        backwards.end_at(&cover.chosen, false);
    }
    held
}

/// What so many hits show at least of those to expect, at a doubt of e^-`doubt`.
fn at_least(hits: f64, doubt: f64) -> f64 {
    let root = math::sqrt(hits + 2.0 * doubt / 9.0) - math::sqrt(doubt / 2.0);
    if root <= 0.0 { 0.0 } else { (root * root - doubt / 18.0).max(0.0) }
}

/// What so many hits show at most of those to expect, at a doubt of e^-`doubt`.
fn at_most(hits: f64, doubt: f64) -> f64 {
    let root = math::sqrt(hits + doubt / 2.0) + math::sqrt(doubt / 2.0);
    root * root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The chance of so many hits or more, or fewer, in a binomial, term by term.
    fn tail(n: u32, p: f64, from: u32, to: u32) -> f64 {
        let mut term = libm::pow(1.0 - p, f64::from(n));
        let mut sum = 0.0;
        for hits in 0..=n {
            if (from..=to).contains(&hits) {
                sum += term;
            }
            term *= f64::from(n - hits) / f64::from(hits + 1) * p / (1.0 - p);
        }
        sum
    }

    #[test]
    fn bounds_fail_no_more_often_than_they_say() {
        for (n, p) in [(50, 0.02), (50, 0.3), (200, 0.5), (400, 0.01)] {
            for doubt in [1.0, 2.0, 4.0] {
                let mean = f64::from(n) * p;
                // Hits that make the lower bound pass the mean, or the upper stay below it.
                let high = (0..=n).find(|&hits| at_least(f64::from(hits), doubt) > mean);
                let low = (0..=n).rev().find(|&hits| at_most(f64::from(hits), doubt) < mean);
                let allowed = libm::exp(-doubt);
                assert!(high.is_none_or(|high| tail(n, p, high, n) <= allowed));
                assert!(low.is_none_or(|low| tail(n, p, 0, low) <= allowed));
            }
        }
    }

    #[test]
    fn bounds_enclose_what_was_seen() {
        for hits in [0.0, 1.0, 10.0, 1e6] {
            assert!(at_least(hits, 5.0) <= hits && hits <= at_most(hits, 5.0));
        }
        assert!(at_least(1e12, 5.0) > 0.999_99e12);
    }
}
