//! The best seating of a few people, by trying all that may be best.
//!
//! Units take a group in turn; of groups that are alike only the first empty one is tried.
//! What is still open brings at most its value with a group and half of its best partners
//! among those to come.
#![expect(
    clippy::indexing_slicing,
    reason = "units and groups are numbered densely by the instance"
)]

use super::values::Values;
use super::{Proof, bound};
use crate::gather::feasible;
use crate::gather::instance::Instance;
use crate::watch::{Progress, Watch};

/// Most units: with more, a search would not end.
const MOST_UNITS: usize = 24;

/// The best grouping: the largest sum of pair values in counted groups.
///
/// Stops after `node_limit` nodes or when the watch says so; the limit is then that of the
/// root. Instances of more than 24 units are given their limit only.
pub(crate) fn partition(
    instance: &Instance,
    incumbent: Option<(Vec<u32>, i64)>,
    node_limit: u64,
    watch: &mut dyn Watch,
) -> Proof {
    let proof = Proof::open(incumbent, bound(instance)).close(false);
    let values = Values::of_instance(instance).filter(|values| values.units() <= MOST_UNITS);
    let (Some(values), false) = (values, proof.proved) else { return proof };
    let mut seating = Seating::new(instance, &values, proof, node_limit, watch);
    seating.seat(0);
    let finished = !seating.stopped;
    seating.proof.close(finished)
}

/// The search.
struct Seating<'a> {
    instance: &'a Instance,
    values: &'a Values,
    /// For each unit the later ones, best first.
    partners: Vec<Vec<(i64, usize)>>,
    group_of: Vec<u32>,
    people: Vec<u32>,
    /// `potential[unit * groups + group]`: value of a unit with a group as it is.
    potential: Vec<i64>,
    value: i64,
    node_limit: u64,
    stopped: bool,
    watch: &'a mut dyn Watch,
    proof: Proof,
}

impl<'a> Seating<'a> {
    fn new(
        instance: &'a Instance,
        values: &'a Values,
        proof: Proof,
        node_limit: u64,
        watch: &'a mut dyn Watch,
    ) -> Self {
        let units = values.units();
        let partners = |unit: usize| {
            let apart = &instance.apart[unit];
            let mut list: Vec<(i64, usize)> = (0..units)
                .filter(|&other| other != unit && apart.binary_search(&(other as u32)).is_err())
                .map(|other| (values.of(unit, other), other))
                .collect();
            list.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
            list
        };
        Self {
            instance,
            values,
            partners: (0..units).map(partners).collect(),
            group_of: Vec::new(),
            people: vec![0; instance.groups.len()],
            potential: vec![0; units * instance.groups.len()],
            value: 0,
            node_limit,
            stopped: false,
            watch,
            proof,
        }
    }

    /// Tries all groups for a unit, those before it being seated.
    fn seat(&mut self, unit: usize) {
        self.proof.nodes += 1;
        let progress =
            Progress::new(self.proof.nodes, Some(self.node_limit), Some(self.proof.value as f64));
        self.stopped |= self.proof.nodes > self.node_limit
            || (self.proof.nodes.is_multiple_of(1024) && !self.watch.proceed(&progress));
        if self.stopped {
            return;
        }
        if unit == self.values.units() {
            if self.value > self.proof.value && feasible::holds(self.instance, &self.group_of) {
                (self.proof.best, self.proof.value) = (self.group_of.clone(), self.value);
            }
            return;
        }
        if !self.may_improve(unit) {
            return;
        }
        let groups = self.instance.groups.len();
        let mut order: Vec<usize> =
            (0..groups).filter(|&group| self.may_join(unit, group)).collect();
        order.sort_by_key(|&group| std::cmp::Reverse(self.gain(unit, group)));
        for group in order {
            let gain = self.gain(unit, group);
            self.join(unit, group, 1);
            self.value += gain;
            self.group_of.push(group as u32);
            self.seat(unit + 1);
            self.group_of.pop();
            self.value -= gain;
            self.join(unit, group, -1);
        }
    }

    /// Value that a unit brings to a group as it is.
    fn gain(&self, unit: usize, group: usize) -> i64 {
        let counted = self.instance.groups[group].counted;
        if counted { self.potential[unit * self.instance.groups.len() + group] } else { 0 }
    }

    fn join(&mut self, unit: usize, group: usize, sign: i64) {
        let groups = self.instance.groups.len();
        for later in unit + 1..self.values.units() {
            self.potential[later * groups + group] += sign * self.values.of(unit, later);
        }
        let mass = self.instance.mass[unit];
        let people = &mut self.people[group];
        *people = if sign > 0 { *people + mass } else { *people - mass };
    }

    /// Whether a unit may join a group as it is; of groups alike and empty only the first.
    fn may_join(&self, unit: usize, group: usize) -> bool {
        let Instance { groups, allowed, apart, quotas, mass, .. } = self.instance;
        let here = groups[group];
        let members = || (0..unit).filter(|&other| self.group_of[other] as usize == group);
        allowed[unit * groups.len() + group]
            && self.people[group] + mass[unit] <= here.max
            && (!here.counted
                || (members().all(|other| apart[unit].binary_search(&(other as u32)).is_err())
                    && quotas.iter().all(|quota| {
                        let sum: u32 = members().map(|other| quota.amount[other]).sum();
                        sum + quota.amount[unit] <= quota.max
                    })))
            && (self.people[group] > 0 || !(0..group).any(|other| self.alike(group, other)))
    }

    /// Whether an empty group can stand for another.
    fn alike(&self, a: usize, b: usize) -> bool {
        let Instance { groups, allowed, .. } = self.instance;
        self.people[b] == 0
            && groups[a] == groups[b]
            && allowed.chunks_exact(groups.len()).all(|row| row[a] == row[b])
    }

    /// Whether units from `unit` on may bring more than the best so far.
    fn may_improve(&self, unit: usize) -> bool {
        let Instance { groups, allowed, mass, .. } = self.instance;
        let most = |unit: usize, first: usize| {
            let options = (0..groups.len()).filter(|&group| allowed[unit * groups.len() + group]);
            let worth = |group: usize| {
                let here = groups[group];
                let room = here.max.checked_sub(self.people[group] + mass[unit])?;
                if !here.counted {
                    return Some(0);
                }
                let partners = self.partners[unit].iter().filter(|&&(_, other)| other >= first);
                let paying = partners.map(|&(value, _)| value).take_while(|&value| value > 0);
                Some(2 * self.gain(unit, group) + paying.take(room as usize).sum::<i64>())
            };
            options.filter_map(worth).max()
        };
        let mut twice = 2 * self.value;
        for later in unit..self.values.units() {
            match most(later, unit) {
                Some(worth) => twice += worth,
                None => return false,
            }
        }
        twice.div_euclid(2) > self.proof.value
    }
}
