//! Which moves keep every rule: sizes, places, people apart, quotas.
//!
//! Each rule is kept as a count that a move changes in a few steps, so that asking costs a
//! look per rule and no search.
//!
//! Invariant: where the rules hold before an allowed move, they hold after it.

#![expect(
    clippy::indexing_slicing,
    reason = "units, groups and quotas come from one instance, and the counts are made here \
              with a cell for each of them"
)]

use crate::gather::instance::Instance;

/// The rules of an instance and how far each is used up.
#[derive(Debug, Clone)]
pub(super) struct Rules<'a> {
    instance: &'a Instance,
    groups: usize,
    /// People in each group.
    size: Vec<u32>,
    /// `[unit * groups + group]`: members who may not share the group with the unit; empty
    /// where nobody is kept apart.
    barred: Vec<u32>,
    /// `[quota * groups + group]`: people of the group whom the quota counts.
    filled: Vec<u32>,
    restricted: bool,
    /// One person in each unit.
    single: bool,
}

impl<'a> Rules<'a> {
    /// Counts for an assignment.
    pub(super) fn new(instance: &'a Instance, home: &[u32]) -> Self {
        let groups = instance.groups.len();
        let apart = instance.apart.iter().any(|others| !others.is_empty());
        let mut rules = Self {
            instance,
            groups,
            size: vec![0; groups],
            barred: if apart { vec![0; home.len() * groups] } else { Vec::new() },
            filled: vec![0; instance.quotas.len() * groups],
            restricted: instance.allowed.contains(&false),
            single: instance.mass.iter().all(|&mass| mass == 1),
        };
        for (unit, &group) in home.iter().enumerate() {
            rules.enter(unit, group as usize);
        }
        rules
    }

    /// People in a group.
    pub(super) fn size(&self, group: usize) -> u32 {
        self.size[group]
    }

    /// Whether a move from one group to another without exchange is not ruled out by sizes.
    pub(super) fn room(&self, from: usize, to: usize) -> bool {
        let groups = &self.instance.groups;
        self.size[from] > groups[from].min && self.size[to] < groups[to].max
    }

    /// Whether `unit` may go from one group to another.
    pub(super) fn allow(&self, unit: usize, from: usize, to: usize) -> bool {
        self.holds(to, None, Some(unit)) && self.holds(from, Some(unit), None)
    }

    /// Whether `u` in `a` and `w` in `b` may change places.
    pub(super) fn allow_exchange(&self, (u, a): (usize, usize), (w, b): (usize, usize)) -> bool {
        self.holds(b, Some(w), Some(u)) && self.holds(a, Some(u), Some(w))
    }

    /// Follows a unit from one group to another.
    pub(super) fn relocate(&mut self, unit: usize, from: usize, to: usize) {
        self.leave(unit, from);
        self.enter(unit, to);
    }

    /// Whether a group keeps its rules once one unit has left and another has come.
    fn holds(&self, group: usize, leaver: Option<usize>, comer: Option<usize>) -> bool {
        self.size_holds(group, leaver, comer)
            && comer.is_none_or(|comer| self.admits(group, leaver, comer))
            && (!self.instance.groups[group].counted || self.quotas_hold(group, leaver, comer))
    }

    fn size_holds(&self, group: usize, leaver: Option<usize>, comer: Option<usize>) -> bool {
        if self.single && leaver.is_some() == comer.is_some() {
            return true;
        }
        let mass = |unit: Option<usize>| unit.map_or(0, |unit| self.instance.mass[unit]);
        let size = self.size[group] - mass(leaver) + mass(comer);
        let limits = self.instance.groups[group];
        limits.min <= size && size <= limits.max
    }

    fn admits(&self, group: usize, leaver: Option<usize>, comer: usize) -> bool {
        let cell = comer * self.groups + group;
        if self.restricted && !self.instance.allowed[cell] {
            return false;
        }
        if self.barred.is_empty() || !self.instance.groups[group].counted {
            return true;
        }
        let apart = &self.instance.apart[comer];
        let parting = leaver.is_some_and(|leaver| apart.binary_search(&(leaver as u32)).is_ok());
        self.barred[cell] == u32::from(parting)
    }

    fn quotas_hold(&self, group: usize, leaver: Option<usize>, comer: Option<usize>) -> bool {
        let quotas = self.instance.quotas.iter().enumerate();
        quotas.into_iter().all(|(index, quota)| {
            let amount = |unit: Option<usize>| unit.map_or(0, |unit| quota.amount[unit]);
            let filled = self.filled[index * self.groups + group];
            let after = filled - amount(leaver) + amount(comer);
            quota.min <= after && after <= quota.max
        })
    }

    fn enter(&mut self, unit: usize, group: usize) {
        self.size[group] += self.instance.mass[unit];
        for (index, quota) in self.instance.quotas.iter().enumerate() {
            self.filled[index * self.groups + group] += quota.amount[unit];
        }
        if !self.barred.is_empty() {
            for &other in &self.instance.apart[unit] {
                self.barred[other as usize * self.groups + group] += 1;
            }
        }
    }

    fn leave(&mut self, unit: usize, group: usize) {
        self.size[group] -= self.instance.mass[unit];
        for (index, quota) in self.instance.quotas.iter().enumerate() {
            self.filled[index * self.groups + group] -= quota.amount[unit];
        }
        if !self.barred.is_empty() {
            for &other in &self.instance.apart[unit] {
                self.barred[other as usize * self.groups + group] -= 1;
            }
        }
    }
}
