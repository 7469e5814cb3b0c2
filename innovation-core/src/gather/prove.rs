//! How good a grouping can be at most, and for small ones which is best.
//!
//! [`bound()`] is a limit on the value of any grouping, cheap enough for every answer.
//! [`select`] finds the best choice of people by branch and bound, [`select_min`] the one
//! whose least valued pair is best, [`partition`] the best seating of a few people. All three
//! say whether they finished: `proved` means that nothing better exists.
//!
//! Invariant: `value <= bound`, and `proved` exactly where they are equal or nothing exists.
#![expect(
    clippy::indexing_slicing,
    reason = "units and groups are numbered densely by the instance"
)]

mod bound;
mod choice;
mod least;
mod partial;
mod profiles;
mod seating;
mod slots;
mod tree;
mod values;

pub(crate) use bound::bound;
pub(crate) use least::select_min;
pub(crate) use seating::partition;
pub(crate) use tree::select;

use super::feasible;
use super::instance::Instance;
use super::select::Objective;
use crate::watch::Watch;
use choice::Choice;
use values::Values;

/// The best grouping found, and what is known about better ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    /// Group of each unit; empty if no grouping was found.
    pub best: Vec<u32>,
    /// Its value; the least number if no grouping was found.
    pub value: i64,
    /// No grouping has a larger value; the least number if there is none.
    pub bound: i64,
    /// Whether `best` is proved to be best, or that there is no grouping.
    pub proved: bool,
    /// Nodes looked at.
    pub nodes: u64,
}

impl Proof {
    /// What is known before any search.
    fn open(incumbent: Option<(Vec<u32>, i64)>, bound: i64) -> Self {
        let (best, value) = incumbent.unwrap_or((Vec::new(), i64::MIN));
        Self { best, value, bound: bound.max(value), proved: false, nodes: 0 }
    }

    /// After a search, which looked at everything or not.
    fn close(mut self, finished: bool) -> Self {
        if finished {
            self.bound = self.value;
        }
        self.proved = self.bound <= self.value;
        self
    }
}

/// The counted group of a selection: two groups of which one counts.
fn chosen_group(instance: &Instance) -> Option<u32> {
    match instance.groups.as_slice() {
        [first, second] if first.counted != second.counted => Some(u32::from(second.counted)),
        _ => None,
    }
}

/// Improves a selection by the best exchange of one unit, one more or one fewer, until none
/// improves it; the value of the result.
fn climb(choice: &mut Choice, values: &Values) -> i64 {
    let mut gain_of = values.potentials(choice);
    let mut value = values.total(choice);
    loop {
        let mut best: Option<(i64, Option<usize>, Option<usize>)> = None;
        let mut offer = |gain: i64, leave: Option<usize>, enter: Option<usize>| {
            if gain > best.map_or(0, |(most, _, _)| most) && choice.allows(leave, enter) {
                best = Some((gain, leave, enter));
            }
        };
        let inside: Vec<usize> = choice.units().filter(|&unit| choice.within(unit)).collect();
        let outside: Vec<usize> = choice.units().filter(|&unit| !choice.within(unit)).collect();
        for &leave in &inside {
            offer(-gain_of[leave], Some(leave), None);
        }
        for &enter in &outside {
            offer(gain_of[enter], None, Some(enter));
            for &leave in &inside {
                let gain = gain_of[enter] - gain_of[leave] - values.of(enter, leave);
                offer(gain, Some(leave), Some(enter));
            }
        }
        let Some((gain, leave, enter)) = best else { return value };
        value += gain;
        for (unit, sign) in leave.map(|unit| (unit, -1)).into_iter().chain(enter.map(|u| (u, 1))) {
            choice.set(unit, sign > 0);
            for (other, potential) in gain_of.iter_mut().enumerate() {
                *potential += sign * values.of(unit, other);
            }
        }
    }
}

/// Starts that are improved before a search.
const STARTS: u64 = 8;

/// The best of some selections from different starts, each improved.
fn warm(
    instance: &Instance,
    values: &Values,
    mut best: Option<(Vec<u32>, i64)>,
    known: i64,
    watch: &mut dyn Watch,
) -> Option<(Vec<u32>, i64)> {
    for seed in 0..STARTS {
        if best.as_ref().is_some_and(|&(_, value)| value >= known) {
            break;
        }
        let Ok(group_of) = feasible::within(instance, seed, 2, watch) else { break };
        let mut choice = Choice::from(instance, &group_of);
        let value = climb(&mut choice, values);
        if best.as_ref().is_none_or(|&(_, most)| value > most) {
            best = Some((choice.groups(), value));
        }
    }
    best
}

/// The proof for an instance small enough to try one; `None` where none is tried.
pub(crate) fn small(
    instance: &Instance,
    objective: Objective,
    nodes: u64,
    watch: &mut dyn Watch,
) -> Option<Proof> {
    let selection = chosen_group(instance).is_some();
    let proof = match objective {
        Objective::Min if selection => select_min(instance, None, nodes, watch),
        Objective::Sum if selection => select(instance, None, nodes, watch),
        Objective::Min => return None,
        Objective::Sum => partition(instance, None, nodes, watch),
    };
    (!proof.best.is_empty()).then_some(proof)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::instance::{Group, Pairs, SparsePairs};
    use crate::gather::oracle;
    use crate::watch::Unwatched;
    use proptest::prelude::*;

    /// A selection with any rules.
    fn selection() -> impl Strategy<Value = Instance> {
        (oracle::instance(9, 1), 0u32..5, 0u32..3, 0u32..9, any::<bool>(), any::<u64>()).prop_map(
            |(mut instance, min, more, outside, first, bans)| {
                let chosen = Group { min, max: min + more, counted: true };
                let left = Group { min: outside / 4, max: 20 - outside, counted: false };
                instance.groups = if first { vec![chosen, left] } else { vec![left, chosen] };
                let units = instance.mass.len();
                instance.allowed = (0..2 * units).map(|bit| bans >> bit & 7 != 7).collect();
                instance
            },
        )
    }

    /// The least value of a pair in counted groups.
    fn least_value(instance: &Instance, group_of: &[u32]) -> i64 {
        let values = Values::of_instance(instance).unwrap();
        let mut least = i64::MAX;
        for a in 0..group_of.len() {
            for b in 0..a {
                if group_of[a] == group_of[b] && instance.groups[group_of[a] as usize].counted {
                    least = least.min(values.of(a, b));
                }
            }
        }
        least
    }

    fn agrees(
        instance: &Instance,
        proof: &Proof,
        value: fn(&Instance, &[u32]) -> i64,
    ) -> Result<(), TestCaseError> {
        let best = oracle::groupings(instance).iter().map(|of| value(instance, of)).max();
        prop_assert!(proof.proved);
        prop_assert_eq!(proof.value, best.unwrap_or(i64::MIN));
        prop_assert_eq!(proof.bound, proof.value);
        if best.is_some() {
            prop_assert!(feasible::holds(instance, &proof.best));
            prop_assert_eq!(value(instance, &proof.best), proof.value);
        } else {
            prop_assert!(proof.best.is_empty());
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// The best selection is the best of all.
        #[test]
        fn a_selection_is_best_of_all(instance in selection()) {
            agrees(&instance, &select(&instance, None, u64::MAX, &mut Unwatched), oracle::value)?;
        }

        /// Without a warm start too: the tree alone is right.
        #[test]
        fn a_poor_incumbent_changes_nothing(instance in selection()) {
            let worst = oracle::groupings(&instance).into_iter()
                .map(|of| { let v = oracle::value(&instance, &of); (of, v) })
                .min_by_key(|&(_, v)| v);
            let proof = tree::cold(&instance, worst, u64::MAX, &mut Unwatched);
            agrees(&instance, &proof, oracle::value)?;
        }

        /// The best least value is the best of all.
        #[test]
        fn a_least_value_is_best_of_all(instance in selection()) {
            agrees(&instance, &select_min(&instance, None, u64::MAX, &mut Unwatched), least_value)?;
        }

        /// The best seating is the best of all.
        #[test]
        fn a_seating_is_best_of_all(instance in oracle::instance(7, 3)) {
            agrees(&instance, &partition(&instance, None, u64::MAX, &mut Unwatched), oracle::value)?;
        }

        /// No grouping is worth more than the limit, and sparse values have one too.
        #[test]
        fn no_grouping_passes_the_limit(
            instance in oracle::instance(7, 3),
            base in -3i64..9,
            losses in prop::collection::vec((0usize..7, 0usize..7, -3i64..9), 0..9),
            attributes in prop::collection::vec((-2i64..5, prop::collection::vec(0u32..3, 7)), 0..3),
        ) {
            let groupings = oracle::groupings(&instance);
            let limit = bound(&instance);
            for of in &groupings {
                prop_assert!(oracle::value(&instance, of) <= limit);
            }
            let units = instance.mass.len();
            let mut ties = vec![std::collections::BTreeMap::new(); units];
            for (a, b, loss) in losses.into_iter().filter(|&(a, b, _)| a < units && b < a) {
                ties[a].insert(b as u32, loss);
                ties[b].insert(a as u32, loss);
            }
            let sparse = Instance {
                pairs: Pairs::Sparse(SparsePairs {
                    base,
                    ties: ties.into_iter().map(|of| of.into_iter().collect()).collect(),
                    attributes,
                }),
                ..instance
            };
            let values = Values::of_instance(&sparse).unwrap();
            let dense = (0..units * units).map(|at| values.of(at / units, at % units) as i32);
            let full = Instance { pairs: Pairs::Dense(dense.collect()), ..sparse.clone() };
            let (tight, limit) = (bound(&full), bound(&sparse));
            for of in &groupings {
                prop_assert!(oracle::value(&full, of) <= tight);
            }
            prop_assert!(groupings.is_empty() || tight <= limit);
        }
    }
}
