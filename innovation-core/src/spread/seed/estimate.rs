//! What the chosen bring, from sets that the choice has not seen.

use super::backwards::Backwards;
use super::choose::Pace;
use super::document::ExpectedAdopters;
use super::plan::Plan;
use crate::math;

/// The collection for estimates.
const ESTIMATE: u32 = 3;

/// The most steps of work: a second or two.
const MOST_WORK: u64 = 1 << 25;

/// Sets drawn even where the caller has said stop: what is said of the spread needs some.
const LEAST: u32 = 32;

/// Marks a node that is no seed.
const NONE: u32 = u32::MAX;

/// Counts over the sets of the third collection.
#[derive(Debug)]
pub(super) struct Estimate {
    nodes: f64,
    pub sets: u32,
    /// Sets that hold an earlier adopter.
    already: u64,
    /// For each seed: sets that it is the first to be in, in order of choice.
    first: Vec<u64>,
    /// For each seed: sets that it is in.
    alone: Vec<u64>,
    /// For each seed: sets that no other seed is in.
    only: Vec<u64>,
}

impl Estimate {
    /// Draws as many sets as the work for one allows; `sets` and `work` come from the choice.
    pub(super) fn draw(
        plan: &Plan,
        chosen: &[u32],
        (sets, work): (u32, u64),
        backwards: &mut Backwards,
        pace: &mut Pace<'_>,
    ) -> Self {
        let wish = plan.nodes.saturating_mul(64).clamp(1 << 14, 1 << 20).max(sets);
        let affordable = u32::try_from(MOST_WORK / work.max(1)).unwrap_or(u32::MAX);
        let count = wish.min(affordable).min(plan.most_sets).max(LEAST);
        let mut ranks = vec![NONE; plan.nodes as usize];
        for (rank, &node) in (0..).zip(chosen) {
            if let Some(own) = ranks.get_mut(node as usize) {
                *own = rank;
            }
        }
        let none = vec![0_u64; chosen.len()];
        let nodes = f64::from(plan.nodes);
        let mut found = Self {
            nodes,
            sets: 0,
            already: 0,
            first: none.clone(),
            alone: none.clone(),
            only: none,
        };
        for number in 0..count {
            let done = u64::from(number);
            if !pace.goes_on(backwards.work, done, Some(u64::from(count))) && number >= LEAST {
                break;
            }
            found.sets += 1;
            let Some(set) = backwards.draw(ESTIMATE, number) else {
                found.already += 1;
                continue;
            };
            let rank = |node: &u32| ranks.get(*node as usize).copied().unwrap_or(NONE);
            let (mut first, mut hits) = (NONE, 0_u32);
            for rank in set.iter().map(rank).filter(|&rank| rank != NONE) {
                first = first.min(rank);
                hits += 1;
                count_one(&mut found.alone, rank);
            }
            count_one(&mut found.first, first);
            if hits == 1 {
                count_one(&mut found.only, first);
            }
        }
        found
    }

    fn scaled(&self, hits: u64) -> f64 {
        hits as f64 * self.nodes / f64::from(self.sets.max(1))
    }

    /// What the first `seeds` bring, with earlier adopters.
    pub(super) fn spread(&self, seeds: usize) -> ExpectedAdopters {
        let hits = self.already + self.first.iter().take(seeds).sum::<u64>();
        ExpectedAdopters { spread: self.scaled(hits), standard_error: self.error(hits) }
    }

    /// What a seed adds to those before it, brings alone, and is alone in bringing.
    pub(super) fn parts(&self, seed: usize) -> [f64; 3] {
        [&self.first, &self.alone, &self.only]
            .map(|hits| self.scaled(hits.get(seed).copied().unwrap_or(0)))
    }

    /// A share of 0 or 1 that was seen is not one that is known: two sets are added, one of
    /// which hits, so that no error is 0.
    fn error(&self, hits: u64) -> f64 {
        let sets = f64::from(self.sets) + 2.0;
        let share = (hits as f64 + 1.0) / sets;
        self.nodes * math::sqrt(share * (1.0 - share) / sets)
    }
}

fn count_one(counts: &mut [u64], place: u32) {
    if let Some(count) = counts.get_mut(place as usize) {
        *count += 1;
    }
}
