//! Sizes to start from, where groups may be larger or smaller.
//!
//! Moving one unit at a time hardly changes which groups are large: on the way there the
//! value falls by more than any temperature of interest makes up for. How much the sizes
//! alone are worth is known beforehand: so many pairs meet, at the mean value of a pair.
//!
//! # References
//!
//! Sizes as a knapsack: S. Martello, P. Toth, *Knapsack Problems*, Wiley, 1990.

#![expect(
    clippy::indexing_slicing,
    reason = "a group's row in the table is made with a cell for each sum up to `free`, and \
              no part is larger than the sum it is taken from"
)]

use super::state::{Move, State};
use super::values::{Values, Worth};
use crate::gather::instance::{Group, Instance, Pairs};

/// Cells of the table beyond which sizes stay as they are.
const MOST_CELLS: usize = 10_000_000;

/// Moves units, within the rules, towards the sizes at which pairs are worth most.
pub(super) fn towards_best_sizes<V: Values>(state: &mut State<'_, V>) -> u64 {
    let Some(target) = sizes(state.instance) else { return 0 };
    let mut work = 0;
    while let Some(found) = best_step(state, &target) {
        work += state.apply(found);
    }
    work
}

/// The move that gains most among those that bring two groups nearer to their sizes.
fn best_step<V: Values>(state: &State<'_, V>, target: &[u32]) -> Option<Move> {
    let mut best: Option<Move> = None;
    for (unit, &from) in state.home.iter().enumerate() {
        let (from, mass) = (from as usize, state.instance.mass[unit]);
        if state.rules.size(from) < target[from] + mass {
            continue;
        }
        for to in (0..target.len()).filter(|&to| state.rules.size(to) + mass <= target[to]) {
            let gain = state.values.step(unit, from, to);
            if best.is_none_or(|best| gain > best.gain) && state.rules.allow(unit, from, to) {
                best = Some(Move { unit, to, against: None, gain });
            }
        }
    }
    best
}

/// Sizes at which as many pairs meet as can where a pair is worth something in the mean, or
/// as few as can where it costs; `None` where sizes are given or there are too many ways.
fn sizes(instance: &Instance) -> Option<Vec<u32>> {
    let people: u32 = instance.mass.iter().sum();
    let least: u32 = instance.groups.iter().map(|group| group.min).sum();
    let free = people.checked_sub(least)? as usize;
    let width =
        |group: &Group| (group.max.min(people).saturating_sub(group.min) as usize).min(free);
    let ways: usize = instance.groups.iter().map(width).sum();
    if ways == 0 || (free + 1).saturating_mul(ways) > MOST_CELLS {
        return None;
    }
    let sign = mean(&instance.pairs).signum() as i64;
    let pairs = |group: &Group, size: i64| if group.counted { sign * size * (size - 1) } else { 0 };
    // For each group and number of free places handed out so far: pairs, and the part it takes.
    let mut best = vec![None; free + 1];
    best[0] = Some(0);
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for group in &instance.groups {
        let (mut next, mut part) = (vec![None; free + 1], vec![0; free + 1]);
        for sum in 0..=free {
            for own in 0..=width(group).min(sum) {
                let size = i64::from(group.min) + own as i64;
                let met = best[sum - own].map(|before: i64| before + pairs(group, size));
                if met > next[sum] {
                    (next[sum], part[sum]) = (met, own);
                }
            }
        }
        best = next;
        parts.push(part);
    }
    best[free]?;
    let mut left = free;
    let mut sizes: Vec<u32> = Vec::new();
    for (group, part) in instance.groups.iter().zip(&parts).rev() {
        sizes.push(group.min + part[left] as u32);
        left -= part[left];
    }
    sizes.reverse();
    Some(sizes)
}

/// Mean value of a pair, up to a positive factor.
fn mean(pairs: &Pairs) -> f64 {
    match pairs {
        Pairs::Dense(pairs) => pairs.iter().map(|&pair| Worth::from(pair)).sum::<Worth>() as f64,
        Pairs::Sparse(pairs) => {
            let units = pairs.ties.len() as f64;
            let ties: Worth = pairs.ties.iter().flatten().map(|tie| tie.1).sum();
            let base = pairs.base as f64 * units * (units - 1.0);
            let attributes = pairs.attributes.iter().map(|(value, kinds)| {
                let last = kinds.iter().max().map_or(0, |&last| last as usize);
                let mut count = vec![0.0; last + 1];
                kinds.iter().for_each(|&kind| count[kind as usize] += 1.0);
                let same: f64 = count.iter().map(|count| count * count).sum();
                *value as f64 * (units * units - same)
            });
            base + attributes.sum::<f64>() - ties as f64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instance(limits: &[(u32, u32)], units: usize, pair: i32) -> Instance {
        let groups: Vec<Group> =
            limits.iter().map(|&(min, max)| Group { min, max, counted: true }).collect();
        let own = |cell: usize| cell.is_multiple_of(units + 1);
        let pairs = (0..units * units).map(|cell| if own(cell) { 0 } else { pair }).collect();
        Instance {
            pairs: Pairs::Dense(pairs),
            mass: vec![1; units],
            allowed: vec![true; units * groups.len()],
            groups,
            apart: vec![Vec::new(); units],
            quotas: Vec::new(),
        }
    }

    #[test]
    fn few_large_groups_where_pairs_are_worth_something_and_even_ones_where_they_cost() {
        let limits = [(1, 5), (2, 4), (1, 5)];
        assert_eq!(sizes(&instance(&limits, 9, 1)), Some(vec![5, 3, 1]));
        assert_eq!(sizes(&instance(&limits, 9, -1)), Some(vec![3, 3, 3]));
        assert_eq!(sizes(&instance(&[(3, 3), (3, 3)], 6, 1)), None);
        assert_eq!(sizes(&instance(&limits, 20, 1)), None, "more people than places");
    }
}
