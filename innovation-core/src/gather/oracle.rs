//! Small random instances, and every grouping of them.
use super::instance::{Group, Instance, Pairs, Quota};
use proptest::prelude::*;

/// Any small instance: `free` groups of any limits, all rules.
pub(crate) fn instance(units: usize, groups: usize) -> impl Strategy<Value = Instance> {
    (1..=units, 1..=groups).prop_flat_map(|(n, k)| {
        let mass = prop::collection::vec(prop_oneof![4 => Just(1u32), 1 => 2u32..4], n);
        let limits = prop::collection::vec((0u32..4, 0u32..5, any::<bool>()), k);
        let allowed = prop::collection::vec(prop::bool::weighted(0.8), n * k);
        let apart = prop::collection::vec((0..n as u32, 0..n as u32), 0..8);
        let quotas =
            prop::collection::vec((prop::collection::vec(0u32..2, n), 0u32..3, 0u32..4), 0..4);
        let values = prop::collection::vec(-3i32..10, n * n);
        let same = any::<bool>();
        (mass, limits, allowed, apart, quotas, values, same).prop_map(
            move |(mass, limits, allowed, apart, quotas, values, same)| {
                let limits = if same { vec![limits[0]; k] } else { limits };
                let mut partners = vec![Vec::new(); n];
                for (a, b) in apart.into_iter().filter(|(a, b)| a != b) {
                    partners[a as usize].push(b);
                    partners[b as usize].push(a);
                }
                for list in &mut partners {
                    list.sort_unstable();
                    list.dedup();
                }
                let groups: Vec<Group> = limits
                    .into_iter()
                    .map(|(min, more, counted)| Group { min, max: min + more, counted })
                    .collect();
                let quotas = quotas
                    .into_iter()
                    .map(|(amount, min, more)| Quota {
                        amount: amount.iter().zip(&mass).map(|(&a, &m)| a * m).collect(),
                        min,
                        max: min + more,
                    })
                    .collect();
                let mut dense = vec![0; n * n];
                for a in 0..n {
                    for b in 0..a {
                        dense[a * n + b] = values[a * n + b];
                        dense[b * n + a] = values[a * n + b];
                    }
                }
                let pairs = Pairs::Dense(dense);
                Instance { pairs, mass, groups, allowed, apart: partners, quotas }
            },
        )
    })
}

/// Every grouping that keeps all rules.
pub(crate) fn groupings(instance: &Instance) -> Vec<Vec<u32>> {
    let (n, k) = (instance.mass.len() as u32, instance.groups.len() as u32);
    let mut found = Vec::new();
    for code in 0..k.pow(n) {
        let mut rest = code;
        let group_of: Vec<u32> = (0..n)
            .map(|_| {
                let group = rest % k;
                rest /= k;
                group
            })
            .collect();
        if super::feasible::holds(instance, &group_of) {
            found.push(group_of);
        }
    }
    found
}

/// The sum of pair values within counted groups.
pub(crate) fn value(instance: &Instance, group_of: &[u32]) -> i64 {
    let Pairs::Dense(dense) = &instance.pairs else { return 0 };
    let n = group_of.len();
    let mut sum = 0;
    for a in 0..n {
        for b in 0..a {
            if group_of[a] == group_of[b] && instance.groups[group_of[a] as usize].counted {
                sum += i64::from(dense[a * n + b]);
            }
        }
    }
    sum
}
