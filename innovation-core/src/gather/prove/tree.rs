//! The best selection, by branch and bound.
//!
//! A node is a selection in the making. Its limit: each open unit brings its value with the
//! chosen and half of its best partners among the open; the best units that sizes and
//! any one quota allow are added up. Units that cannot be in a better selection are left out,
//! and the unit that promises most is first chosen, then left out.
//!
//! # References
//!
//! R. Martí, M. Gallego, A. Duarte, *A branch and bound algorithm for the maximum diversity
//! problem*, European Journal of Operational Research 200(1), 2010.
#![expect(
    clippy::indexing_slicing,
    reason = "units are numbered densely by the instance, and every vector has an entry for each"
)]

use super::partial::{Partial, State};
use super::values::Values;
use super::{Proof, bound, chosen_group, warm};
use crate::gather::instance::Instance;
use crate::watch::{Progress, Watch};

/// The best selection: the largest sum of pair values in the counted group of two.
///
/// Stops after `node_limit` nodes or when the watch says so; the limit is then that of the
/// root. Instances that are no selection, or too large, are given their limit only.
pub(crate) fn select(
    instance: &Instance,
    incumbent: Option<(Vec<u32>, i64)>,
    node_limit: u64,
    watch: &mut dyn Watch,
) -> Proof {
    let (Some(group), Some(values)) = (chosen_group(instance), Values::of_instance(instance))
    else {
        return Proof::open(incumbent, bound(instance)).close(false);
    };
    let known = bound(instance);
    let incumbent = warm(instance, &values, incumbent, known, watch);
    let proof = Proof::open(incumbent, known).close(false);
    if proof.proved {
        return proof;
    }
    let Some(root) = Partial::new(instance, &instance.apart) else {
        return proof.close(true);
    };
    let mut tree = Tree::new(instance, &values, group, root, proof);
    let finished = tree.search(node_limit, watch);
    tree.proof.close(finished)
}

/// The search.
struct Tree<'i> {
    values: &'i Values,
    group: u32,
    /// For each unit its value with all others, best first.
    partners: Vec<Vec<(i64, u32)>>,
    partial: Partial<'i>,
    /// For each unit the sum of its values with the chosen.
    potential: Vec<i64>,
    value: i64,
    /// How many decisions are in `potential` and `value`.
    seen: usize,
    masses: Vec<u32>,
    proof: Proof,
}

impl<'i> Tree<'i> {
    fn new(
        instance: &'i Instance,
        values: &'i Values,
        group: u32,
        partial: Partial<'i>,
        proof: Proof,
    ) -> Self {
        let units = values.units();
        let partners = |unit: usize| {
            let others = (0..units).filter(|&other| other != unit);
            let mut list: Vec<(i64, u32)> =
                others.map(|other| (values.of(unit, other), other as u32)).collect();
            list.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            list
        };
        let mut masses = instance.mass.clone();
        masses.sort_unstable();
        Self {
            values,
            group,
            partners: (0..units).map(partners).collect(),
            partial,
            potential: vec![0; units],
            value: 0,
            seen: 0,
            masses,
            proof,
        }
    }

    /// Whether everything was looked at.
    fn search(&mut self, node_limit: u64, watch: &mut dyn Watch) -> bool {
        let mut path: Vec<(usize, usize)> = Vec::new();
        loop {
            self.proof.nodes += 1;
            let progress =
                || Progress::new(self.proof.nodes, Some(node_limit), Some(self.proof.value as f64));
            if self.proof.nodes > node_limit
                || (self.proof.nodes.is_multiple_of(256) && !watch.proceed(&progress()))
            {
                return false;
            }
            if let Some(unit) = self.promising() {
                path.push((self.partial.decided().len(), unit));
                self.partial.decide(unit, State::Chosen);
                continue;
            }
            // Back to the last unit chosen, which is now left out.
            let Some((mark, unit)) = path.pop() else { return true };
            self.undo(mark);
            self.partial.decide(unit, State::Left);
        }
    }

    /// Looks at the present node; the unit to branch on, where anything better may be below.
    fn promising(&mut self) -> Option<usize> {
        loop {
            if !self.partial.tighten() {
                return None;
            }
            self.update();
            if self.partial.complete() && self.value > self.proof.value {
                (self.proof.best, self.proof.value) = (self.partial.groups(self.group), self.value);
            }
            let (fewest, most) = self.more();
            if most == 0 || fewest > most {
                return None;
            }
            let mut promises = self.promises(fewest, most);
            promises.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            let needed = 2 * (self.proof.value.max(i64::MIN / 4) + 1 - self.value);
            let limit = self.limit(&promises, fewest, most);
            if limit < needed {
                return None;
            }
            let hopeless = hopeless(&promises, fewest, most, needed);
            if hopeless.is_empty() {
                return promises.first().map(|&(_, unit)| unit);
            }
            for unit in hopeless {
                self.partial.decide(unit, State::Left);
            }
        }
    }

    /// Fewest and most units still to be chosen.
    fn more(&self) -> (u32, u32) {
        let (min, max) = self.partial.missing();
        let count = |sum: u32, masses: &mut dyn Iterator<Item = &u32>, whole: bool| {
            let mut left = i64::from(sum);
            masses
                .take_while(|&&mass| {
                    let goes = if whole { i64::from(mass) <= left } else { left > 0 };
                    left -= i64::from(mass);
                    goes
                })
                .count() as u32
        };
        let fewest = count(min, &mut self.masses.iter().rev(), false);
        (fewest, count(max, &mut self.masses.iter(), true))
    }

    /// Twice what each open unit brings at most, if so many are added.
    fn promises(&self, fewest: u32, most: u32) -> Vec<(i64, usize)> {
        let open = |&&(_, other): &&(i64, u32)| self.partial.state(other as usize) == State::Open;
        let promise = |unit: usize| {
            let partners = self.partners[unit].iter().filter(open).map(|&(value, _)| value);
            let best = sum_best(partners, fewest.saturating_sub(1), most - 1);
            (2 * self.potential[unit] + best, unit)
        };
        self.partial.open().map(promise).collect()
    }

    /// The most that units bring together, within sizes and each quota by itself.
    fn limit(&self, promises: &[(i64, usize)], fewest: u32, most: u32) -> i64 {
        let mut limit = sum_best(promises.iter().map(|&(value, _)| value), fewest, most);
        if fewest != most {
            return limit;
        }
        // So many of those a quota counts, and the rest from others; amounts of 0 and 1 only.
        for (amount, min, max) in self.partial.quotas() {
            let counts = |&&(_, unit): &&(i64, usize)| amount[unit] > 0;
            if promises.iter().any(|&(_, unit)| amount[unit] > 1) {
                continue;
            }
            let taken = promises.iter().take(most as usize).filter(counts).count() as i64;
            let max = max.min(i64::from(most));
            if min > max {
                return i64::MIN;
            }
            let counted = taken.clamp(min, max);
            if counted == taken {
                continue;
            }
            let best = |count: i64, of: bool| -> i64 {
                let these = promises.iter().filter(|promise| counts(promise) == of);
                these.take(count as usize).map(|&(value, _)| value).sum()
            };
            limit = limit.min(best(counted, true) + best(i64::from(most) - counted, false));
        }
        limit
    }

    /// Brings potentials and value up to the decisions made.
    fn update(&mut self) {
        while let Some(&unit) = self.partial.decided().get(self.seen) {
            self.seen += 1;
            let unit = unit as usize;
            if self.partial.state(unit) == State::Chosen {
                self.value += self.potential[unit];
                for (potential, value) in self.potential.iter_mut().zip(self.values.row(unit)) {
                    *potential += value;
                }
            }
        }
    }

    /// Takes decisions back, and what they changed.
    fn undo(&mut self, decided: usize) {
        while self.seen > decided {
            self.seen -= 1;
            let unit = self.partial.decided()[self.seen] as usize;
            if self.partial.state(unit) == State::Chosen {
                for (potential, value) in self.potential.iter_mut().zip(self.values.row(unit)) {
                    *potential -= value;
                }
                self.value -= self.potential[unit];
            }
        }
        self.partial.undo(decided);
    }
}

/// Units that cannot be chosen if `needed` is to be reached: not even in place of the least
/// of those that make the limit.
fn hopeless(promises: &[(i64, usize)], fewest: u32, most: u32, needed: i64) -> Vec<usize> {
    let (fewest, most) = (fewest as usize, most as usize);
    let paying = promises.iter().take_while(|&&(value, _)| value > 0).count();
    let taken = paying.clamp(fewest, most).min(promises.len());
    let least = promises[..taken].last().map_or(0, |&(value, _)| value);
    let replaced = match taken {
        _ if taken == most => least,
        _ if taken == fewest => least.min(0),
        _ => 0,
    };
    let limit: i64 = promises[..taken].iter().map(|&(value, _)| value).sum();
    (promises[taken..].iter())
        .filter(|&&(value, _)| limit - replaced + value < needed)
        .map(|&(_, unit)| unit)
        .collect()
}

/// The sum of the first `fewest` numbers, and of those up to `most` that are above zero;
/// numbers fall.
fn sum_best(numbers: impl Iterator<Item = i64>, fewest: u32, most: u32) -> i64 {
    (numbers.take(most as usize).enumerate())
        .take_while(|&(place, number)| place < fewest as usize || number > 0)
        .map(|(_, number)| number)
        .sum()
}

/// [`select`] without a warm start.
#[cfg(test)]
pub(super) fn cold(
    instance: &Instance,
    incumbent: Option<(Vec<u32>, i64)>,
    node_limit: u64,
    watch: &mut dyn Watch,
) -> Proof {
    let (Some(group), Some(values)) = (chosen_group(instance), Values::of_instance(instance))
    else {
        return Proof::open(incumbent, i64::MAX);
    };
    let proof = Proof::open(incumbent, i64::MAX);
    let Some(root) = Partial::new(instance, &instance.apart) else { return proof.close(true) };
    let mut tree = Tree::new(instance, &values, group, root, proof);
    let finished = tree.search(node_limit, watch);
    tree.proof.close(finished)
}
