//! Who stands between others: structural holes and brokerage.
//!
//! All three measures of a person look at which of the person's contacts know each other,
//! that is at triangles. [`Positions::of`] lists each triangle once, in time that grows with
//! ties to the power 1.5 at worst, and adds up what every measure needs.

use super::network::Network;
use super::pool::Column;
use crate::stat::Stat;
use serde::Serialize;

/// Structural-hole measures of every person.
#[derive(Debug, Clone)]
pub struct Positions {
    /// Burt's constraint by weights.
    pub constraint: Vec<Stat>,
    /// Burt's constraint with every tie counted alike.
    pub constraint_unweighted: Vec<Stat>,
    /// Burt's effective size by weights: Σⱼ (1 − Σ_q p_iq m_jq), m scaled by the largest
    /// weight of j.
    pub effective_size: Vec<Stat>,
    /// Effective size of Borgatti for ties counted alike: n − 2t/n, where t ties run among
    /// the n contacts.
    pub effective_size_unweighted: Vec<Stat>,
}

/// Times a person stands between two people who have no tie, by the groups of the three.
///
/// Every tie is read as two arcs, so a pair (a, c) is counted in both orders.
///
/// # References
///
/// R. V. Gould, R. M. Fernandez, *Structures of mediation: a formal approach to brokerage in
/// transaction networks*, Sociological Methodology 19, 1989.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Brokerage {
    /// All three in one group.
    pub coordinator: u64,
    /// Both ends in one group, the broker in another.
    pub itinerant: u64,
    /// From outside into the broker's own group.
    pub gatekeeper: u64,
    /// From the broker's own group to outside.
    pub representative: u64,
    /// Three different groups.
    pub liaison: u64,
}

impl Positions {
    /// Measures every person of a network.
    ///
    /// A person without ties has no constraint and no effective size (`no-ties`).
    ///
    /// # References
    ///
    /// R. S. Burt, *Structural Holes*, Harvard University Press, 1992; S. P. Borgatti,
    /// *Structural holes: unpacking Burt's redundancy measures*, Connections 20(1), 1997.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        let scale = Scale::of(network);
        let mut paths = vec![Path::default(); network.arcs()];
        let mut closed = vec![0_u64; network.people()];
        each_triangle(network, |corners| {
            for (apex, near, far) in orders(corners) {
                let Some(path) = paths.get_mut(apex.to(near)) else { continue };
                // From apex to near by way of far.
                path.weighted += scale.share(apex.node, apex.weight_to(far))
                    * scale.share(far.node, far.weight_to(near));
                path.unweighted += scale.even(apex.node) * scale.even(far.node);
                path.redundant += scale.share(apex.node, apex.weight_to(far))
                    * scale.of_largest(near.node, near.weight_to(far));
            }
            for corner in corners {
                if let Some(count) = closed.get_mut(corner.node) {
                    *count += 1;
                }
            }
        });
        Self::gather(network, &scale, &paths, &closed)
    }

    fn gather(network: &Network, scale: &Scale, paths: &[Path], closed: &[u64]) -> Self {
        let people = network.people();
        let each = |measure: &dyn Fn(usize) -> f64| -> Vec<Stat> {
            let stat = |person: usize| match network.degree(person) {
                0 => Stat::undefined("no-ties"),
                _ => Stat::of(measure(person)),
            };
            (0..people).map(stat).collect()
        };
        let arcs = |person: usize| {
            network.neighbours(person).zip(paths.get(network.slots(person)).unwrap_or_default())
        };
        let square = |x: f64| x * x;
        Self {
            constraint: each(&|person| {
                arcs(person)
                    .map(|((_, weight), path)| square(scale.share(person, weight) + path.weighted))
                    .sum()
            }),
            constraint_unweighted: each(&|person| {
                arcs(person).map(|(_, path)| square(scale.even(person) + path.unweighted)).sum()
            }),
            effective_size: each(&|person| {
                arcs(person).map(|(_, path)| 1.0 - path.redundant).sum()
            }),
            effective_size_unweighted: each(&|person| {
                let degree = network.degree(person) as f64;
                let closed = closed.get(person).copied().unwrap_or(0) as f64;
                degree - 2.0 * closed / degree
            }),
        }
    }
}

/// Counts the brokerage roles of every person for one attribute.
///
/// Paths through or to people without a value are left out.
#[must_use]
pub fn brokerage(network: &Network, column: &Column) -> Vec<Brokerage> {
    let group = |person: usize| column.codes.get(person).copied().flatten();
    let mut roles: Vec<Brokerage> = (0..network.people())
        .map(|person| {
            group(person)
                .map_or(Brokerage::default(), |own| all_pairs(network, column, person, own))
        })
        .collect();
    each_triangle(network, |corners| {
        for (broker, a, c) in orders(corners) {
            let groups = (group(a.node), group(broker.node), group(c.node));
            let (Some(from), Some(own), Some(to)) = groups else { continue };
            if let Some(count) = roles.get_mut(broker.node).map(|roles| roles.role(from, own, to)) {
                *count -= 1;
            }
        }
    });
    roles
}

/// The roles of a person as if no two contacts had a tie.
fn all_pairs(network: &Network, column: &Column, person: usize, own: u32) -> Brokerage {
    let mut sizes = vec![0_u64; column.values.len()];
    for (other, _) in network.neighbours(person) {
        let group = column.codes.get(other).copied().flatten();
        if let Some(size) = group.and_then(|group| sizes.get_mut(group as usize)) {
            *size += 1;
        }
    }
    let all: u64 = sizes.iter().sum();
    let inside = sizes.get(own as usize).copied().unwrap_or(0);
    let ordered = |size: u64| size * size.saturating_sub(1);
    let coordinator = ordered(inside);
    let itinerant = sizes.iter().map(|&size| ordered(size)).sum::<u64>() - coordinator;
    let across = inside * (all - inside);
    let liaison = ordered(all) - coordinator - itinerant - 2 * across;
    Brokerage { coordinator, itinerant, gatekeeper: across, representative: across, liaison }
}

impl Brokerage {
    fn role(&mut self, from: u32, own: u32, to: u32) -> &mut u64 {
        match (from == own, own == to) {
            (true, true) => &mut self.coordinator,
            (true, false) => &mut self.representative,
            (false, true) => &mut self.gatekeeper,
            (false, false) if from == to => &mut self.itinerant,
            (false, false) => &mut self.liaison,
        }
    }
}

/// What is added up along an arc: paths by way of a third person.
#[derive(Debug, Clone, Copy, Default)]
struct Path {
    weighted: f64,
    unweighted: f64,
    redundant: f64,
}

/// Sum and largest of each person's weights, and the number of ties.
struct Scale {
    people: Vec<(f64, f64, f64)>,
}

impl Scale {
    fn of(network: &Network) -> Self {
        let person = |person: usize| {
            let weights = || network.neighbours(person).map(|(_, weight)| weight);
            (weights().sum(), weights().fold(0.0, f64::max), network.degree(person) as f64)
        };
        Self { people: (0..network.people()).map(person).collect() }
    }

    fn person(&self, person: usize) -> (f64, f64, f64) {
        self.people.get(person).copied().unwrap_or((1.0, 1.0, 1.0))
    }

    fn share(&self, person: usize, weight: f64) -> f64 {
        weight / self.person(person).0
    }

    fn of_largest(&self, person: usize, weight: f64) -> f64 {
        weight / self.person(person).1
    }

    fn even(&self, person: usize) -> f64 {
        1.0 / self.person(person).2
    }
}

/// A corner of a triangle: its node, and the slot and weight of its arc to each other corner.
#[derive(Debug, Clone, Copy)]
struct Corner {
    node: usize,
    arcs: [(usize, usize, f64); 2],
}

impl Corner {
    fn arc(&self, other: Corner) -> (usize, usize, f64) {
        let [first, second] = self.arcs;
        if first.0 == other.node { first } else { second }
    }

    fn to(&self, other: Corner) -> usize {
        self.arc(other).1
    }

    fn weight_to(&self, other: Corner) -> f64 {
        self.arc(other).2
    }
}

/// The six orders of three corners.
fn orders([a, b, c]: [Corner; 3]) -> [(Corner, Corner, Corner); 6] {
    [(a, b, c), (a, c, b), (b, a, c), (b, c, a), (c, a, b), (c, b, a)]
}

/// Visits every triangle once: from the corner of fewest ties to those of more.
fn each_triangle(network: &Network, mut visit: impl FnMut([Corner; 3])) {
    let rank = |person: usize| (network.degree(person), person);
    let upward = |person: usize| {
        network
            .neighbours(person)
            .zip(network.slots(person))
            .filter(move |&((other, _), _)| rank(person) < rank(other))
            .map(|((other, weight), slot)| (other, slot, weight))
    };
    let mut arc_from: Vec<Option<(usize, f64)>> = vec![None; network.people()];
    for a in 0..network.people() {
        for (c, slot, weight) in upward(a) {
            set(&mut arc_from, c, Some((slot, weight)));
        }
        for (b, a_to_b, ab) in upward(a) {
            let b_to_a = network.slot(b, a);
            for (c, b_to_c, bc) in upward(b) {
                let Some((a_to_c, ac)) = arc_from.get(c).copied().flatten() else { continue };
                visit([
                    Corner { node: a, arcs: [(b, a_to_b, ab), (c, a_to_c, ac)] },
                    Corner { node: b, arcs: [(a, b_to_a, ab), (c, b_to_c, bc)] },
                    Corner {
                        node: c,
                        arcs: [(a, network.slot(c, a), ac), (b, network.slot(c, b), bc)],
                    },
                ]);
            }
        }
        for (c, _, _) in upward(a) {
            set(&mut arc_from, c, None);
        }
    }
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(stat: Stat, expected: f64) {
        let value = stat.value.unwrap();
        assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    }

    #[test]
    fn a_star_is_free_and_a_triangle_is_bound() {
        let star = Positions::of(&Network::new(4, &[(0, 1, 1.0), (0, 2, 1.0), (0, 3, 1.0)]));
        close(star.constraint[0], 1.0 / 3.0);
        close(star.constraint[1], 1.0);
        close(star.effective_size[0], 3.0);
        close(star.effective_size_unweighted[0], 3.0);
        let triangle = Positions::of(&Network::new(4, &[(0, 1, 2.0), (0, 2, 2.0), (1, 2, 2.0)]));
        close(triangle.constraint[0], 1.125);
        close(triangle.constraint_unweighted[0], 1.125);
        close(triangle.effective_size_unweighted[0], 1.0);
        assert_eq!(triangle.constraint[3].undefined, Some("no-ties"));
    }

    /// Definitions written out in loops: the oracle.
    fn slow_constraint(network: &Network, i: usize) -> f64 {
        let strength = |i: usize| network.neighbours(i).map(|(_, w)| w).sum::<f64>();
        let share = |a: usize, b: usize| network.weight(a, b) / strength(a);
        let local = |j: usize| {
            let direct = share(i, j);
            let indirect: f64 = network
                .neighbours(i)
                .filter(|&(q, _)| q != j)
                .map(|(q, _)| share(i, q) * share(q, j))
                .sum();
            (direct + indirect) * (direct + indirect)
        };
        network.neighbours(i).map(|(j, _)| local(j)).sum()
    }

    fn slow_effective_size(network: &Network, i: usize) -> f64 {
        let strength: f64 = network.neighbours(i).map(|(_, w)| w).sum();
        let largest = |j: usize| network.neighbours(j).map(|(_, w)| w).fold(0.0, f64::max);
        let redundant = |j: usize| -> f64 {
            network
                .neighbours(i)
                .map(|(q, w)| w / strength * network.weight(j, q) / largest(j))
                .sum()
        };
        network.neighbours(i).map(|(j, _)| 1.0 - redundant(j)).sum()
    }

    fn slow_brokerage(network: &Network, column: &Column, b: usize) -> Brokerage {
        let mut roles = Brokerage::default();
        for (a, _) in network.neighbours(b) {
            for (c, _) in network.neighbours(b) {
                if a == c || network.weight(a, c) > 0.0 {
                    continue;
                }
                if let (Some(a), Some(b), Some(c)) =
                    (column.codes[a], column.codes[b], column.codes[c])
                {
                    *roles.role(a, b, c) += 1;
                }
            }
        }
        roles
    }

    proptest! {
        /// Triangles give what the definitions give.
        #[test]
        fn measures_follow_their_definitions(
            weights in prop::collection::vec(0u8..4, 28),
            codes in prop::collection::vec(prop::option::weighted(0.8, 0u32..3), 8),
        ) {
            let pairs = (0..8u32).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
            let ties: Vec<_> = pairs.zip(&weights).map(|((a, b), &w)| (a, b, f64::from(w))).collect();
            let network = Network::new(8, &ties);
            let column = Column { values: vec!["x".into(), "y".into(), "z".into()], codes };
            let positions = Positions::of(&network);
            let roles = brokerage(&network, &column);
            for (person, found) in roles.into_iter().enumerate() {
                if let Some(value) = positions.constraint[person].value {
                    prop_assert!((value - slow_constraint(&network, person)).abs() < 1e-12);
                }
                if let Some(value) = positions.effective_size[person].value {
                    prop_assert!((value - slow_effective_size(&network, person)).abs() < 1e-12);
                }
                prop_assert_eq!(found, slow_brokerage(&network, &column, person));
            }
        }
    }
}
