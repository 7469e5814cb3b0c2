//! Silos: groups of people who work together more than chance would have it.
//!
//! Louvain's method: people move to the neighbouring community that raises modularity most,
//! communities become single nodes, and again until nothing rises. Several seeded orders are
//! tried and the best is kept. A heuristic: the best modularity is not proved.

use super::network::Network;
use crate::random::{Address, Purpose, Stream};
use crate::stat::Stat;

/// A division of people into communities.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// For each person the community, numbered in order of first appearance.
    pub of: Vec<u32>,
    /// Newman's modularity by weights; undefined (`no-ties`) without ties.
    pub modularity: Stat,
}

/// Orders tried on networks of up to [`MANY_TIES`] ties; beyond, one.
const ORDERS: u32 = 10;
const MANY_TIES: usize = 20_000;

/// Finds communities.
///
/// # References
///
/// V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre, *Fast unfolding of communities
/// in large networks*, J. Stat. Mech. P10008, 2008.
#[must_use]
pub fn communities(network: &Network, seed: u64) -> Communities {
    let orders = if network.ties() <= MANY_TIES { ORDERS } else { 1 };
    let whole = Graph::of(network);
    let mut best: Option<(f64, Vec<u32>)> = None;
    for order in 0..orders {
        let at = Address { replicate: order, ..Address::of(Purpose::Communities) };
        let found = louvain(&whole, &mut Stream::new(seed, at));
        let value = modularity(network, &found).value.unwrap_or(0.0);
        if best.as_ref().is_none_or(|(kept, _)| value > *kept) {
            best = Some((value, found));
        }
    }
    let of = best.map_or(Vec::new(), |(_, of)| of);
    Communities { modularity: modularity(network, &of), of }
}

/// Modularity of a division: Σ over communities of (inner weight / all − (strength / 2 all)²).
///
/// # References
///
/// M. E. J. Newman, *Analysis of weighted networks*, Physical Review E 70, 2004.
#[must_use]
pub fn modularity(network: &Network, of: &[u32]) -> Stat {
    let communities = of.iter().max().map_or(0, |&last| last as usize + 1);
    let mut inner = vec![0.0; communities];
    let mut strength = vec![0.0; communities];
    let mut all = 0.0;
    let own = |person: usize| of.get(person).map_or(0, |&community| community as usize);
    for (a, b, weight) in network.each_tie() {
        all += weight;
        add(&mut strength, own(a), weight);
        add(&mut strength, own(b), weight);
        if own(a) == own(b) {
            add(&mut inner, own(a), weight);
        }
    }
    if all == 0.0 {
        return Stat::undefined("no-ties");
    }
    let part = |(inner, strength): (&f64, &f64)| {
        let share = strength / (2.0 * all);
        inner / all - share * share
    };
    Stat::of(inner.iter().zip(&strength).map(part).sum())
}

/// A graph whose nodes are people or communities of them.
struct Graph {
    arcs: Vec<Vec<(u32, f64)>>,
    /// Twice the weight inside each node.
    inside: Vec<f64>,
}

impl Graph {
    fn of(network: &Network) -> Self {
        let arcs = |person: usize| {
            network.neighbours(person).map(|(other, w)| (other as u32, w)).collect()
        };
        Self {
            arcs: (0..network.people()).map(arcs).collect(),
            inside: vec![0.0; network.people()],
        }
    }

    fn strengths(&self) -> Vec<f64> {
        let strength = |(arcs, inside): (&Vec<(u32, f64)>, &f64)| {
            arcs.iter().map(|arc| arc.1).sum::<f64>() + inside
        };
        self.arcs.iter().zip(&self.inside).map(strength).collect()
    }

    /// Communities as nodes.
    fn shrink(&self, of: &[u32], communities: usize) -> Self {
        let own = |node: usize| of.get(node).copied().unwrap_or(0);
        let mut inside = vec![0.0; communities];
        let mut pairs: Vec<(u32, u32, f64)> = Vec::new();
        for (node, arcs) in self.arcs.iter().enumerate() {
            add(&mut inside, own(node) as usize, self.inside.get(node).copied().unwrap_or(0.0));
            for &(other, weight) in arcs {
                let (from, to) = (own(node), own(other as usize));
                if from == to {
                    add(&mut inside, from as usize, weight);
                } else {
                    pairs.push((from, to, weight));
                }
            }
        }
        pairs.sort_by_key(|&(from, to, _)| (from, to));
        let mut arcs: Vec<Vec<(u32, f64)>> = vec![Vec::new(); communities];
        for (from, to, weight) in pairs {
            let Some(list) = arcs.get_mut(from as usize) else { continue };
            match list.last_mut() {
                Some((last, sum)) if *last == to => *sum += weight,
                _ => list.push((to, weight)),
            }
        }
        Self { arcs, inside }
    }
}

/// One run: moves and shrinks until nothing rises.
fn louvain(whole: &Graph, stream: &mut Stream) -> Vec<u32> {
    let mut of: Vec<u32> = (0..whole.arcs.len() as u32).collect();
    let mut shrunk: Option<Graph> = None;
    loop {
        let graph = shrunk.as_ref().unwrap_or(whole);
        let (communities, moved) = local_moves(graph, stream);
        let (communities, count) = renumber(&communities);
        for own in &mut of {
            *own = communities.get(*own as usize).copied().unwrap_or(*own);
        }
        if !moved {
            return renumber(&of).0;
        }
        shrunk = Some(graph.shrink(&communities, count));
    }
}

/// Moves nodes while modularity rises; true where anything moved.
fn local_moves(graph: &Graph, stream: &mut Stream) -> (Vec<u32>, bool) {
    let nodes = graph.arcs.len();
    let strengths = graph.strengths();
    let twice_all: f64 = strengths.iter().sum();
    let mut of: Vec<u32> = (0..nodes as u32).collect();
    let mut totals = strengths.clone();
    let mut order: Vec<u32> = (0..nodes as u32).collect();
    stream.shuffle(&mut order);
    let mut weight_to = vec![0.0; nodes];
    let mut ever = false;
    // Gains below this are rounding, and following them could go round in circles.
    let least = 1e-12 * twice_all;
    loop {
        let mut moved = false;
        for &node in &order {
            let at = node as usize;
            let (Some(arcs), Some(&strength), Some(&home)) =
                (graph.arcs.get(at), strengths.get(at), of.get(at))
            else {
                continue;
            };
            for &(other, weight) in arcs {
                let community = of.get(other as usize).map_or(0, |&c| c as usize);
                add(&mut weight_to, community, weight);
            }
            let gain = |community: u32| {
                let own = if community == home { strength } else { 0.0 };
                let total = totals.get(community as usize).map_or(0.0, |total| total - own);
                let weight = weight_to.get(community as usize).copied().unwrap_or(0.0);
                weight - strength * total / twice_all
            };
            let stay = gain(home);
            let mut best = (stay, home);
            for &(other, _) in arcs {
                let community = of.get(other as usize).copied().unwrap_or(home);
                let value = gain(community);
                let better = value > best.0 || (value == best.0 && community < best.1);
                if better && community != home {
                    best = (value, community);
                }
            }
            for &(other, _) in arcs {
                let community = of.get(other as usize).map_or(0, |&c| c as usize);
                if let Some(weight) = weight_to.get_mut(community) {
                    *weight = 0.0;
                }
            }
            if best.0 > stay + least {
                add(&mut totals, home as usize, -strength);
                add(&mut totals, best.1 as usize, strength);
                if let Some(own) = of.get_mut(at) {
                    *own = best.1;
                }
                moved = true;
            }
        }
        ever |= moved;
        if !moved {
            return (of, ever);
        }
    }
}

/// Numbers communities in order of first appearance; also how many there are.
fn renumber(of: &[u32]) -> (Vec<u32>, usize) {
    let mut names: Vec<Option<u32>> = vec![None; of.len()];
    let mut count = 0;
    let new = of.iter().map(|&old| match names.get_mut(old as usize) {
        Some(name) => *name.get_or_insert_with(|| {
            count += 1;
            count - 1
        }),
        None => old,
    });
    let new = new.collect();
    (new, count as usize)
}

fn add(sums: &mut [f64], at: usize, term: f64) {
    if let Some(sum) = sums.get_mut(at) {
        *sum += term;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cliques(count: u32, size: u32) -> Network {
        let mut ties = Vec::new();
        for clique in 0..count {
            let first = clique * size;
            for a in first..first + size {
                ties.extend((a + 1..first + size).map(|b| (a, b, 1.0)));
            }
            ties.push((first, (first + size) % (count * size), 1.0));
        }
        Network::new((count * size) as usize, &ties)
    }

    #[test]
    fn a_ring_of_cliques_falls_apart_into_its_cliques() {
        let found = communities(&cliques(5, 6), 3);
        let expected: Vec<u32> = (0..5).flat_map(|clique| [clique; 6]).collect();
        assert_eq!(found.of, expected);
        // 75 ties inside, 80 in all, each clique with strength 32 of 160.
        let modularity = found.modularity.value.unwrap();
        assert!((modularity - (75.0 / 80.0 - 5.0 * 0.04)).abs() < 1e-12);
    }

    #[test]
    fn people_without_ties_stand_alone() {
        let found = communities(&Network::new(3, &[]), 1);
        assert_eq!(found.of, [0, 1, 2]);
        assert_eq!(found.modularity.undefined, Some("no-ties"));
    }

    #[test]
    fn zacharys_karate_club_reaches_its_best_known_modularity() {
        // W. W. Zachary 1977: 34 members, 78 ties; best known modularity 0.4198 (unweighted).
        let rows: [&[u32]; 34] = [
            &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
            &[2, 3, 7, 13, 17, 19, 21, 30],
            &[3, 7, 8, 9, 13, 27, 28, 32],
            &[7, 12, 13],
            &[6, 10],
            &[6, 10, 16],
            &[16],
            &[],
            &[30, 32, 33],
            &[33],
            &[],
            &[],
            &[],
            &[33],
            &[32, 33],
            &[32, 33],
            &[],
            &[],
            &[32, 33],
            &[33],
            &[32, 33],
            &[],
            &[32, 33],
            &[25, 27, 29, 32, 33],
            &[25, 27, 31],
            &[31],
            &[29, 33],
            &[33],
            &[31, 33],
            &[32, 33],
            &[32, 33],
            &[32, 33],
            &[33],
            &[],
        ];
        let ties: Vec<_> =
            (0..34).zip(rows).flat_map(|(a, row)| row.iter().map(move |&b| (a, b, 1.0))).collect();
        let network = Network::new(34, &ties);
        assert_eq!(network.ties(), 78);
        let found = communities(&network, 1);
        assert_eq!(format!("{:.4}", found.modularity.value.unwrap()), "0.4198");
    }
}
