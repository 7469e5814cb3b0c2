//! Small instances with every kind of rule, and plain oracles for them.

use crate::gather::instance::{Group, Instance, Pairs, Quota, SparsePairs};
use proptest::prelude::*;

/// An instance and an assignment that keeps its rules.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub instance: Instance,
    pub start: Vec<u32>,
    pub stay: Vec<i64>,
}

/// Cases of 2 to 9 units in 1 to 4 groups. The assignment is drawn first and the rules
/// around it, so that it keeps them.
pub(super) fn any_case() -> impl Strategy<Value = Case> {
    (2usize..=9, 1usize..=4).prop_flat_map(|(units, groups)| {
        let cells = units * groups;
        (
            prop::collection::vec(0..groups as u32, units),
            prop::collection::vec(-50i32..100, units * units),
            prop::collection::vec(1u32..=2, units),
            prop::collection::vec((0u32..=2, 0u32..=2, any::<bool>()), groups),
            prop::collection::vec(prop::bool::weighted(0.85), cells),
            prop::collection::vec(prop::bool::weighted(0.1), units * units),
            prop::collection::vec(prop::collection::vec(0u32..=2, units), 0..=2),
            prop::collection::vec(-20i64..20, cells),
        )
            .prop_map(assemble)
    })
}

type Draws = (
    Vec<u32>,
    Vec<i32>,
    Vec<u32>,
    Vec<(u32, u32, bool)>,
    Vec<bool>,
    Vec<bool>,
    Vec<Vec<u32>>,
    Vec<i64>,
);

fn assemble((start, draws, mass, limits, allowed, bans, amounts, stay): Draws) -> Case {
    let (units, groups) = (start.len(), limits.len());
    let mut pairs = vec![0; units * units];
    let mut apart = vec![Vec::new(); units];
    for i in 0..units {
        for j in 0..i {
            let pair = draws[i * units + j];
            (pairs[i * units + j], pairs[j * units + i]) = (pair, pair);
            if bans[i * units + j] && (start[i] != start[j] || !limits[start[i] as usize].2) {
                apart[i].push(j as u32);
                apart[j].push(i as u32);
            }
        }
    }
    apart.iter_mut().for_each(|list| list.sort_unstable());
    let sum = |amount: &[u32], group: usize| -> u32 {
        (0..units).filter(|&unit| start[unit] as usize == group).map(|unit| amount[unit]).sum()
    };
    let group = |(index, &(below, above, counted)): (usize, &(u32, u32, bool))| {
        let size = sum(&mass, index);
        Group { min: size.saturating_sub(below), max: size + above, counted }
    };
    let groups_of: Vec<Group> = limits.iter().enumerate().map(group).collect();
    let quotas = amounts
        .into_iter()
        .map(|amount| {
            let counted = (0..groups).filter(|&g| limits[g].2);
            let sums: Vec<u32> = counted.map(|g| sum(&amount, g)).collect();
            let (min, max) = (sums.iter().min(), sums.iter().max());
            let (min, max) = (min.copied().unwrap_or(0), max.copied().unwrap_or(0));
            Quota { amount, min: min.saturating_sub(1), max: max + 1 }
        })
        .collect();
    let mut allowed = allowed;
    for (unit, &group) in start.iter().enumerate() {
        allowed[unit * groups + group as usize] = true;
    }
    let pairs = Pairs::Dense(pairs);
    let instance = Instance { pairs, mass, groups: groups_of, allowed, apart, quotas };
    Case { instance, start, stay }
}

/// Factored values for some units, and the same values as a matrix.
pub(super) fn any_sparse(units: usize) -> impl Strategy<Value = (SparsePairs, Vec<i32>)> {
    let ties = prop::collection::vec((0..units, 0..units, -20i64..60), 0..2 * units);
    let attribute = (-10i64..20, prop::collection::vec(0u32..3, units));
    (0i64..100, ties, prop::collection::vec(attribute, 0..=2)).prop_map(
        move |(base, drawn, attributes)| {
            let mut ties = vec![Vec::new(); units];
            let mut pairs = vec![0; units * units];
            for (a, b, loss) in drawn {
                if a != b && !ties[a].iter().any(|&(other, _)| other as usize == b) {
                    ties[a].push((b as u32, loss));
                    ties[b].push((a as u32, loss));
                    pairs[a * units + b] -= loss as i32;
                    pairs[b * units + a] -= loss as i32;
                }
            }
            for (a, b) in (0..units).flat_map(|a| (0..units).map(move |b| (a, b))) {
                if a != b {
                    let kinds = attributes.iter().filter(|(_, kinds)| kinds[a] != kinds[b]);
                    let different: i64 = kinds.map(|(value, _)| value).sum();
                    pairs[a * units + b] += (base + different) as i32;
                }
            }
            (SparsePairs { base, ties, attributes }, pairs)
        },
    )
}

/// Whether an assignment keeps every rule, looked up one by one.
pub(super) fn keeps(instance: &Instance, home: &[u32]) -> bool {
    let groups = instance.groups.len();
    let members = |group: usize| (0..home.len()).filter(move |&unit| home[unit] as usize == group);
    (0..groups).all(|group| {
        let limits = instance.groups[group];
        let size: u32 = members(group).map(|unit| instance.mass[unit]).sum();
        let sized = limits.min <= size && size <= limits.max;
        let placed = members(group).all(|unit| instance.allowed[unit * groups + group]);
        let quotas = instance.quotas.iter().all(|quota| {
            let amount: u32 = members(group).map(|unit| quota.amount[unit]).sum();
            quota.min <= amount && amount <= quota.max
        });
        let met = |unit: usize, other: &u32| {
            home[*other as usize] as usize == group && unit != *other as usize
        };
        let parted = members(group).all(|u| !instance.apart[u].iter().any(|other| met(u, other)));
        sized && placed && (!limits.counted || (quotas && parted))
    })
}

/// The value of an assignment, pair by pair.
pub(super) fn worth(instance: &Instance, home: &[u32], stay: &[i64]) -> i64 {
    let Pairs::Dense(pairs) = &instance.pairs else { panic!("a matrix is the oracle") };
    let (units, groups) = (home.len(), instance.groups.len());
    let mut value = 0;
    for unit in 0..units {
        let group = home[unit] as usize;
        value += stay.get(unit * groups + group).copied().unwrap_or(0);
        let meet = |other: &usize| instance.groups[group].counted && home[*other] == home[unit];
        value += (0..unit).filter(meet).map(|o| i64::from(pairs[unit * units + o])).sum::<i64>();
    }
    value
}

/// Every assignment that one move or swap makes of another.
pub(super) fn neighbours(home: &[u32], groups: usize) -> Vec<Vec<u32>> {
    let mut all = Vec::new();
    for unit in 0..home.len() {
        for group in (0..groups as u32).filter(|&group| group != home[unit]) {
            let mut next = home.to_vec();
            next[unit] = group;
            all.push(next);
        }
        for other in (0..unit).filter(|&other| home[other] != home[unit]) {
            let mut next = home.to_vec();
            next.swap(unit, other);
            all.push(next);
        }
    }
    all
}

/// Every assignment of some units to some groups.
pub(super) fn assignments(units: usize, groups: usize) -> impl Iterator<Item = Vec<u32>> {
    let all = (groups as u64).pow(units as u32);
    (0..all).map(move |mut code| {
        let digit = |_| {
            let digit = code % groups as u64;
            code /= groups as u64;
            digit as u32
        };
        (0..units).map(digit).collect()
    })
}
