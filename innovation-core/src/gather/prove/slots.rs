//! How many partners units can have, read from sizes alone.
//!
//! Invariant: every grouping within the sizes gives each unit a number of partners in its
//! range, and all units together at most `total`.
#![expect(
    clippy::indexing_slicing,
    reason = "units and groups are numbered densely by the instance, sums by people up to all"
)]

use crate::gather::instance::Instance;

/// Most steps for the exact total over groups of different sizes.
const MOST_STEPS: u64 = 20_000_000;

/// What sizes say about partners.
#[derive(Debug, Clone)]
pub(super) struct Slots {
    /// Fewest and most partners of each unit in a counted group; `None` where it is not
    /// allowed in any.
    pub partners: Vec<Option<(u32, u32)>>,
    /// Whether each unit may be outside.
    pub outside: Vec<bool>,
    /// Fewest and most units in counted groups.
    pub units: (u32, u32),
    /// Most partners of all units together.
    pub total: u64,
}

impl Slots {
    /// The slots of an instance.
    pub fn of(instance: &Instance) -> Self {
        let groups = instance.groups.len();
        let mut masses = instance.mass.clone();
        masses.sort_unstable();
        let light = Prefix::new(masses.iter().copied());
        let heavy = Prefix::new(masses.iter().rev().copied());
        let allowed = |unit: usize, counted: bool| {
            (instance.groups.iter().enumerate())
                .filter(move |&(group, limits)| {
                    limits.counted == counted && instance.allowed[unit * groups + group]
                })
                .map(|(_, limits)| limits)
        };
        let partners = |unit: usize| {
            let mass = u64::from(instance.mass[unit]);
            let range = |min: u32, max: u32| {
                let max = u64::from(max).checked_sub(mass)?;
                Some((heavy.fewest(u64::from(min).saturating_sub(mass)), light.most(max)))
            };
            allowed(unit, true)
                .filter_map(|limits| range(limits.min, limits.max))
                .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
        };
        let units = 0..instance.mass.len();
        let total: u64 = instance.mass.iter().map(|&mass| u64::from(mass)).sum();
        let sum = |counted: bool, of: fn(u32, u32) -> u32| -> u64 {
            (instance.groups.iter())
                .filter(|group| group.counted == counted)
                .map(|group| u64::from(of(group.min, group.max)))
                .sum()
        };
        let (min, max) = (|min, _| min, |_, max| max);
        let least = sum(true, min).max(total.saturating_sub(sum(false, max)));
        let most = sum(true, max).min(total.saturating_sub(sum(false, min)));
        Self {
            partners: units.clone().map(partners).collect(),
            outside: units.map(|unit| allowed(unit, false).next().is_some()).collect(),
            units: (heavy.fewest(least), light.most(most)),
            total: total_partners(instance).unwrap_or(u64::MAX),
        }
    }
}

/// Most partners of all units together, where all are single people and all groups count:
/// the largest sum of s(s - 1) over sizes s that add up to all.
fn total_partners(instance: &Instance) -> Option<u64> {
    let people = instance.mass.len();
    let simple = instance.groups.iter().all(|group| group.counted)
        && instance.mass.iter().all(|&mass| mass == 1);
    let steps: u64 = (instance.groups.iter())
        .map(|group| u64::from(group.max.min(people as u32).saturating_sub(group.min) + 1))
        .sum();
    if !simple || steps.saturating_mul(people as u64) > MOST_STEPS {
        return None;
    }
    let mut most: Vec<Option<u64>> = vec![None; people + 1];
    most[0] = Some(0);
    for group in &instance.groups {
        let mut next = vec![None; people + 1];
        for (placed, &sum) in most.iter().enumerate() {
            let Some(sum) = sum else { continue };
            for size in group.min as usize..=(group.max as usize).min(people - placed) {
                let with = sum + size as u64 * (size as u64).saturating_sub(1);
                let entry: &mut Option<u64> = &mut next[placed + size];
                *entry = (*entry).max(Some(with));
            }
        }
        most = next;
    }
    most[people]
}

/// Sums of the first masses of a list.
struct Prefix(Vec<u64>);

impl Prefix {
    fn new(masses: impl Iterator<Item = u32>) -> Self {
        let sums = masses.scan(0u64, |sum, mass| {
            *sum += u64::from(mass);
            Some(*sum)
        });
        Self(sums.collect())
    }

    /// How many of the first stay within a sum.
    fn most(&self, sum: u64) -> u32 {
        self.0.partition_point(|&prefix| prefix <= sum) as u32
    }

    /// How many of the first reach a sum; all and one more where none do.
    fn fewest(&self, sum: u64) -> u32 {
        if sum == 0 { 0 } else { self.0.partition_point(|&prefix| prefix < sum) as u32 + 1 }
    }
}
