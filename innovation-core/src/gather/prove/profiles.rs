//! What units can take at most where the values of most pairs are the same.
//!
//! Units with the same attributes are a *profile*; all of a profile are worth the same to a
//! unit but those it is tied to or kept apart from. So its best partners are counted by
//! profile, and the cost grows with units, profiles and ties, not with pairs.
#![expect(
    clippy::indexing_slicing,
    reason = "units are numbered densely by the instance, profiles by this module"
)]

use super::bound::{Offer, take};
use super::slots::Slots;
use crate::gather::instance::{Instance, SparsePairs};
use std::collections::BTreeMap;

/// Most units times profiles; beyond, all attributes count as different.
const WORK: usize = 20_000_000;

/// Units with the same attributes.
struct Profile {
    values: Vec<u32>,
    /// Units that may be in a counted group.
    count: u32,
}

/// Profiles, and how they value each other.
struct Profiles<'i> {
    sparse: &'i SparsePairs,
    all: Vec<Profile>,
    of_unit: Vec<usize>,
    /// For each profile all profiles, best first.
    ranked: Vec<Vec<(i64, usize)>>,
}

/// What each unit can take at most.
pub(super) fn offers(instance: &Instance, slots: &Slots, sparse: &SparsePairs) -> Vec<Offer> {
    let profiles = Profiles::new(slots, sparse);
    let coarse = profiles.ranked.is_empty();
    let highest: i64 = sparse.attributes.iter().map(|&(weight, _)| weight.max(0)).sum();
    let mut gone = Gone { count: vec![0; profiles.all.len()], units: Vec::new() };
    (slots.partners.iter().enumerate())
        .map(|(unit, partners)| {
            let &Some((fewest, most)) = partners else { return Offer::default() };
            if coarse {
                let losses = sparse.ties[unit].iter().map(|&(_, loss)| loss);
                let value = sparse.base + highest - losses.min().unwrap_or(0).min(0);
                return take(&[(value, most)], fewest, most);
            }
            gone.set(unit, instance, slots, &profiles);
            take(&profiles.best(unit, most, instance, slots, &gone), fewest, most)
        })
        .collect()
}

impl<'i> Profiles<'i> {
    fn new(slots: &Slots, sparse: &'i SparsePairs) -> Self {
        let mut number: BTreeMap<Vec<u32>, usize> = BTreeMap::new();
        let mut profiles =
            Self { sparse, all: Vec::new(), of_unit: Vec::new(), ranked: Vec::new() };
        for (unit, partners) in slots.partners.iter().enumerate() {
            let values: Vec<u32> =
                sparse.attributes.iter().map(|(_, values)| values[unit]).collect();
            let place = *number.entry(values.clone()).or_insert(profiles.all.len());
            if place == profiles.all.len() {
                profiles.all.push(Profile { values, count: 0 });
            }
            profiles.all[place].count += u32::from(partners.is_some());
            profiles.of_unit.push(place);
        }
        let count = profiles.all.len();
        if count.saturating_mul(slots.partners.len()) <= WORK {
            let rank = |a: usize| {
                let mut list: Vec<(i64, usize)> =
                    (0..count).map(|b| (profiles.between(a, b), b)).collect();
                list.sort_unstable_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
                list
            };
            profiles.ranked = (0..count).map(rank).collect();
        }
        profiles
    }

    /// Value of a pair of two profiles without a tie.
    fn between(&self, a: usize, b: usize) -> i64 {
        let (a, b) = (&self.all[a].values, &self.all[b].values);
        let differ = self.sparse.attributes.iter().zip(a.iter().zip(b));
        self.sparse.base
            + differ.filter(|(_, (x, y))| x != y).map(|((weight, _), _)| weight).sum::<i64>()
    }

    /// The best partners of a unit as runs of equal values, best first.
    fn best(
        &self,
        unit: usize,
        most: u32,
        instance: &Instance,
        slots: &Slots,
        gone: &Gone,
    ) -> Vec<(i64, u32)> {
        let own = self.of_unit[unit];
        let apart = &instance.apart[unit];
        let mut single: Vec<i64> = (self.sparse.ties[unit].iter())
            .filter(|&&(other, _)| {
                slots.partners[other as usize].is_some() && apart.binary_search(&other).is_err()
            })
            .map(|&(other, loss)| self.between(own, self.of_unit[other as usize]) - loss)
            .collect();
        single.sort_unstable_by(|x, y| y.cmp(x));
        let mut single = single.into_iter().peekable();
        let mut runs: Vec<(i64, u32)> = Vec::new();
        let mut left = most;
        for &(value, profile) in &self.ranked[own] {
            while let Some(tied) = single.next_if(|&tied| tied > value && left > 0) {
                runs.push((tied, 1));
                left -= 1;
            }
            let count = (self.all[profile].count - gone.count[profile]).min(left);
            if count > 0 {
                runs.push((value, count));
                left -= count;
            }
            if left == 0 {
                return runs;
            }
        }
        runs.extend(single.take(left as usize).map(|tied| (tied, 1)));
        runs
    }
}

/// Units that do not count with their profile: a unit itself, and those tied or apart.
struct Gone {
    count: Vec<u32>,
    units: Vec<u32>,
}

impl Gone {
    fn set(&mut self, unit: usize, instance: &Instance, slots: &Slots, profiles: &Profiles) {
        for &other in &self.units {
            self.count[profiles.of_unit[other as usize]] = 0;
        }
        self.units.clear();
        self.units.push(unit as u32);
        self.units.extend(profiles.sparse.ties[unit].iter().map(|&(other, _)| other));
        self.units.extend(&instance.apart[unit]);
        self.units.sort_unstable();
        self.units.dedup();
        self.units.retain(|&other| slots.partners[other as usize].is_some());
        for &other in &self.units {
            self.count[profiles.of_unit[other as usize]] += 1;
        }
    }
}
