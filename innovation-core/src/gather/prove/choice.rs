//! A selection under its rules: who is chosen, and which exchanges keep the rules.
#![expect(
    clippy::indexing_slicing,
    reason = "units and quotas are numbered densely by the instance"
)]

use super::chosen_group;
use crate::gather::instance::Instance;

/// Who is chosen.
#[derive(Debug, Clone)]
pub(super) struct Choice<'i> {
    instance: &'i Instance,
    chosen: Vec<bool>,
    people: u32,
    sums: Vec<u32>,
    size: (u32, u32),
}

/// Fewest and most people a selection may choose; they may cross.
pub(super) fn size(instance: &Instance) -> (u32, u32) {
    let group = chosen_group(instance).unwrap_or(0) as usize;
    let total: u32 = instance.mass.iter().sum();
    let (inside, outside) = (instance.groups[group], instance.groups[1 - group]);
    let min = inside.min.max(total.saturating_sub(outside.max));
    // More people outside than there are leaves no size at all.
    match total.checked_sub(outside.min) {
        Some(most) => (min, inside.max.min(most)),
        None => (1, 0),
    }
}

impl<'i> Choice<'i> {
    /// A selection by its groups.
    pub fn from(instance: &'i Instance, group_of: &[u32]) -> Self {
        let group = chosen_group(instance).unwrap_or(0);
        let mut choice = Self {
            instance,
            chosen: vec![false; group_of.len()],
            people: 0,
            sums: vec![0; instance.quotas.len()],
            size: size(instance),
        };
        for (unit, &of) in group_of.iter().enumerate() {
            choice.set(unit, of == group);
        }
        choice
    }

    /// The group of each unit.
    pub fn groups(&self) -> Vec<u32> {
        let group = chosen_group(self.instance).unwrap_or(0);
        self.chosen.iter().map(|&chosen| if chosen { group } else { 1 - group }).collect()
    }

    /// All units.
    pub fn units(&self) -> std::ops::Range<usize> {
        0..self.chosen.len()
    }

    /// Whether a unit is chosen.
    pub fn within(&self, unit: usize) -> bool {
        self.chosen[unit]
    }

    /// Chooses a unit or not.
    pub fn set(&mut self, unit: usize, chosen: bool) {
        if self.chosen[unit] == chosen {
            return;
        }
        self.chosen[unit] = chosen;
        let add = |sum: &mut u32, by: u32| *sum = if chosen { *sum + by } else { *sum - by };
        add(&mut self.people, self.instance.mass[unit]);
        for (sum, quota) in self.sums.iter_mut().zip(&self.instance.quotas) {
            add(sum, quota.amount[unit]);
        }
    }

    /// Whether rules that hold still hold after one leaves and one enters.
    pub fn allows(&self, leave: Option<usize>, enter: Option<usize>) -> bool {
        let group = chosen_group(self.instance).unwrap_or(0) as usize;
        let fits = |unit: Option<usize>, group: usize| {
            unit.is_none_or(|unit| self.instance.allowed[unit * 2 + group])
        };
        let changed = |sum: u32, amount: &[u32]| {
            sum + enter.map_or(0, |unit| amount[unit]) - leave.map_or(0, |unit| amount[unit])
        };
        let people = changed(self.people, &self.instance.mass);
        let (min, max) = self.size;
        let free = |unit: usize| {
            (self.instance.apart[unit].iter())
                .all(|&other| !self.chosen[other as usize] || Some(other as usize) == leave)
        };
        (min..=max).contains(&people)
            && fits(leave, 1 - group)
            && fits(enter, group)
            && self
                .sums
                .iter()
                .zip(&self.instance.quotas)
                .all(|(&sum, quota)| (quota.min..=quota.max).contains(&changed(sum, &quota.amount)))
            && enter.is_none_or(free)
    }
}
