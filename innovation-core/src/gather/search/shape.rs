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
use std::cmp::Reverse;

/// Cells of the table beyond which sizes stay as they are.
const MOST_CELLS: usize = 10_000_000;

/// Moves units, within the rules, towards the sizes at which pairs are worth most.
pub(super) fn towards_best_sizes<V: Values>(state: &mut State<'_, V>) -> u64 {
    let Some(target) = sizes(state.instance) else { return 0 };
    let mut steps = Steps::of(state, target);
    let mut work = 0;
    while let Some(found) = steps.best(state) {
        let from = state.home[found.unit] as usize;
        work += state.apply(found);
        steps.follow(state, from, found.to);
    }
    work
}

/// For each group above its size the move out of it that gains most.
///
/// A move changes what it is worth to be in two groups, and in no other: a best move elsewhere
/// stays the best unless it went to one of them, and the look for another can wait until what
/// it used to gain would be the best of all. So a step costs one look from each group above its
/// size to one below, and one or two from a group to all.
struct Steps {
    target: Vec<u32>,
    above: Vec<Source>,
    /// Groups below their sizes.
    below: Vec<usize>,
}

/// A group above its size.
struct Source {
    group: usize,
    /// No move out of the group that brings two groups nearer to their sizes ranks higher.
    best: Option<Move>,
    /// Whether `best` is such a move, and not one that used to be.
    known: bool,
}

/// Moves by what they gain; of those that gain alike, the first unit's and the first group.
fn rank(step: &Move) -> (Worth, Reverse<usize>, Reverse<usize>) {
    (step.gain, Reverse(step.unit), Reverse(step.to))
}

impl Steps {
    fn of<V: Values>(state: &State<V>, target: Vec<u32>) -> Self {
        let size = |group: &usize| state.rules.size(*group);
        let groups = 0..target.len();
        let below = groups.clone().filter(|group| size(group) < target[*group]).collect();
        let above = groups.filter(|group| size(group) > target[*group]);
        let above = above.map(|group| Source { group, best: None, known: false }).collect();
        let mut steps = Self { target, above, below };
        for at in 0..steps.above.len() {
            steps.look(state, at);
        }
        steps
    }

    /// The move that gains most among those that bring two groups nearer to their sizes.
    fn best<V: Values>(&mut self, state: &State<V>) -> Option<Move> {
        loop {
            let best = |at: &usize| self.above[*at].best.as_ref().map(rank);
            let first = (0..self.above.len()).max_by_key(best)?;
            if self.above[first].known {
                return self.above[first].best;
            }
            self.look(state, first);
        }
    }

    /// Looks at every move out of a group.
    fn look<V: Values>(&mut self, state: &State<V>, at: usize) {
        let best = self.best_between(state, self.above[at].group, &self.below);
        let source = &mut self.above[at];
        (source.best, source.known) = (best, true);
    }

    /// Looks again at what a move from one group to another has changed.
    fn follow<V: Values>(&mut self, state: &State<V>, from: usize, to: usize) {
        self.above.retain(|source| state.rules.size(source.group) > self.target[source.group]);
        self.below.retain(|&group| state.rules.size(group) < self.target[group]);
        let open = self.below.contains(&to);
        for at in 0..self.above.len() {
            let Source { group, best, .. } = self.above[at];
            if group == from {
                self.look(state, at);
                continue;
            }
            self.above[at].known &= best.is_none_or(|best| best.to != to);
            let there = if open { self.best_between(state, group, &[to]) } else { None };
            if there.as_ref().map(rank) > best.as_ref().map(rank) {
                (self.above[at].best, self.above[at].known) = (there, true);
            }
        }
    }

    /// The highest move from one group to any of some others.
    fn best_between<V: Values>(
        &self,
        state: &State<V>,
        from: usize,
        others: &[usize],
    ) -> Option<Move> {
        let mut best: Option<Move> = None;
        for unit in state.members[from].iter().map(|&unit| unit as usize) {
            let mass = state.instance.mass[unit];
            if state.rules.size(from) < self.target[from] + mass {
                continue;
            }
            for &to in others {
                if state.rules.size(to) + mass > self.target[to] {
                    continue;
                }
                let gain = state.values.step(unit, from, to);
                let step = Move { unit, to, against: None, gain };
                if best.as_ref().is_none_or(|best| rank(&step) > rank(best))
                    && state.rules.allow(unit, from, to)
                {
                    best = Some(step);
                }
            }
        }
        best
    }
}

/// Sizes at which as many pairs meet as can where a pair is worth something in the mean, or
/// as few as can where it costs; `None` where sizes are given, as where one group alone may take
/// more than its fewest, or where there are too many ways.
fn sizes(instance: &Instance) -> Option<Vec<u32>> {
    let people: u32 = instance.mass.iter().sum();
    let least: u32 = instance.groups.iter().map(|group| group.min).sum();
    let free = people.checked_sub(least)? as usize;
    let width =
        |group: &Group| (group.max.min(people).saturating_sub(group.min) as usize).min(free);
    let ways: usize = instance.groups.iter().map(width).sum();
    let wide = instance.groups.iter().filter(|group| width(group) > 0).count();
    if wide < 2 || (free + 1).saturating_mul(ways) > MOST_CELLS {
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
    use super::super::cases::{any_case, any_sparse, keeps};
    use super::super::{dense::Dense, sparse::Sparse};
    use super::*;
    use crate::gather::instance::SparsePairs;
    use proptest::prelude::*;

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

    /// The same step by looking at every unit and every group.
    fn best_of_all<V: Values>(state: &State<V>, target: &[u32]) -> Option<Move> {
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

    /// Goes the whole way twice, once by looking at everything.
    fn compare<V: Values + Clone>(mut state: State<V>) -> Result<(), TestCaseError> {
        let mut other = state.clone();
        let mut work = 0;
        if let Some(target) = sizes(state.instance) {
            while let Some(step) = best_of_all(&other, &target) {
                work += other.apply(step);
            }
        }
        prop_assert_eq!(towards_best_sizes(&mut state), work);
        prop_assert_eq!(&state.home, &other.home);
        prop_assert!(keeps(state.instance, &state.home));
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        /// Every step is the first of those that gain most, whatever the rules.
        #[test]
        fn steps_are_those_of_a_look_at_everything(case in any_case()) {
            let stay = Some(case.stay.as_slice());
            let Pairs::Dense(pairs) = &case.instance.pairs else { return Ok(()) };
            let values = Dense::new(pairs, &case.instance, &case.start, stay);
            compare(State::new(&case.instance, values, case.start.clone(), stay))?;
        }

        /// Nor does it matter how many groups there are, and how much gains alike.
        #[test]
        fn steps_of_many_groups_are_those_of_a_look_at_everything(
            (pairs, _) in any_sparse(24), sign in prop_oneof![Just(1), Just(-1)],
            large in prop::collection::vec(1u32..5, 8), start in prop::collection::vec(0u32..8, 24),
        ) {
            let base = sign * pairs.base;
            let pairs = SparsePairs { base, ..pairs };
            let size = |group: u32| start.iter().filter(|&&own| own == group).count() as u32;
            let limits: Vec<(u32, u32)> = large
                .iter()
                .zip(0..)
                .map(|(&room, group)| (size(group).saturating_sub(room), size(group) + room))
                .collect();
            let instance =
                Instance { pairs: Pairs::Sparse(pairs.clone()), ..instance(&limits, 24, 0) };
            let values = Sparse::new(&pairs, &instance, &start, None);
            compare(State::new(&instance, values, start, None))?;
        }
    }

    /// Two thousand tables that may be larger or smaller are no reason to wait.
    #[test]
    fn thousands_of_tables_find_their_sizes() {
        let tables = 2_000;
        let units = 4 * tables;
        let ties = (0..units).map(|unit| {
            let other = |by: usize| ((unit + by) % units) as u32;
            let ties = [1, 7, units - 7, units - 1];
            ties.map(|by| (other(by), 1 + (unit.max(other(by) as usize) % 5) as i64)).to_vec()
        });
        let pairs = SparsePairs { base: 3, ties: ties.collect(), attributes: Vec::new() };
        let group = Group { min: 3, max: 5, counted: true };
        let instance = Instance {
            pairs: Pairs::Sparse(pairs.clone()),
            mass: vec![1; units],
            allowed: vec![true; units * tables],
            groups: vec![group; tables],
            apart: vec![Vec::new(); units],
            quotas: Vec::new(),
        };
        let start: Vec<u32> = (0..units).map(|unit| (unit % tables) as u32).collect();
        let values = Sparse::new(&pairs, &instance, &start, None);
        let mut state = State::new(&instance, values, start, None);
        towards_best_sizes(&mut state);
        let sizes: Vec<usize> = state.members.iter().map(Vec::len).collect();
        assert!(sizes.iter().all(|&size| size == 3 || size == 5), "{sizes:?}");
    }
}
