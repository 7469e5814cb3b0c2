//! Complex centrality: how far a contagion goes that starts around a node.
//!
//! A contagion that needs `k` adopters does not travel along single ties but along wide
//! bridges. The complex centrality of a node is therefore measured on the contagion itself: the
//! node adopts with `k − 1` of those it influences, the process runs to its end, and the
//! lengths of the shortest paths from the node through adopters are added up and divided by the
//! number of other nodes; whom the contagion does not reach counts 0. A node is central from
//! which contagions go far.
//!
//! Simplified against the publication: which `k − 1` neighbours adopt is fixed, not drawn; they
//! are those with most neighbours in common with the node, the lower one at a tie. Paths lead
//! through adopters only.

use super::choose::Pace;
use super::plan::{Plan, Room, flag, mark};
use super::sway::Swayed;
use super::tipping::Tipping;
use crate::spread::network::Graph;

/// Most arcs followed in all: a few seconds.
const MOST_WORK: u64 = 1 << 26;

/// A choice, and the centrality of each that was measured.
pub(super) struct Central {
    pub choice: Swayed,
    /// By node; `None` where a node was not measured.
    pub centrality: Vec<Option<f64>>,
}

/// Measures candidates, then takes the most central ones that have not adopted by then, each
/// with neighbours to reinforce it.
pub(super) fn choose(
    plan: &Plan,
    graph: &Graph,
    k: u32,
    tipping: &mut Tipping<'_>,
    pace: &mut Pace<'_>,
) -> Central {
    let base = tipping.count();
    let mut search = Search {
        graph,
        k,
        distances: vec![0; graph.nodes() as usize],
        common: vec![0; graph.nodes() as usize],
    };
    let mut centrality = vec![None; graph.nodes() as usize];
    let mut order = plan.candidates.clone();
    order.sort_by_key(|&node| (std::cmp::Reverse(graph.heads(node).len()), node));
    let limit = tipping.work.saturating_add(MOST_WORK);
    for &node in &order {
        if tipping.work >= limit || !pace.goes_on(tipping.work, 0, None) {
            break;
        }
        if let Some(own) = centrality.get_mut(node as usize) {
            *own = Some(search.centrality(node, base, tipping));
        }
    }
    let of = |node: u32| centrality.get(node as usize).copied().flatten().unwrap_or(-1.0);
    // Stable: of equally central nodes, the one that influences more stands first.
    order.sort_by(|&a, &b| of(b).total_cmp(&of(a)));
    tipping.back_to(base);
    let mut choice = Swayed { chosen: Vec::new(), reached: base, cost: 0.0, exhaustive: false };
    let mut chosen = vec![false; graph.nodes() as usize];
    // Those who have adopted by then are asked only to fill up a size.
    for fill in [false, true] {
        for &node in &order {
            let known = flag(&chosen, node) || (tipping.has(node) && !fill);
            if known || !plan.fits(choice.chosen.len(), choice.cost, node) {
                continue;
            }
            let alone = fill || tipping.work >= limit.saturating_add(MOST_WORK);
            let cluster = if alone { vec![node] } else { search.cluster(node, tipping) };
            for node in cluster {
                let wanted = plan.may_choose(node)
                    && !flag(&chosen, node)
                    && (fill || !tipping.has(node))
                    && plan.fits(choice.chosen.len(), choice.cost, node);
                if wanted {
                    tipping.adopt(node);
                    mark(&mut chosen, &[node], true);
                    choice.cost += plan.cost(node);
                    choice.chosen.push(node);
                }
            }
        }
        if matches!(plan.room, Room::Budget(_)) {
            break;
        }
    }
    choice.reached = tipping.count();
    Central { choice, centrality }
}

struct Search<'g> {
    graph: &'g Graph,
    k: u32,
    /// Ties from the node through adopters plus 1; 0 where there is no path.
    distances: Vec<u32>,
    common: Vec<u32>,
}

impl Search<'_> {
    /// A node and `k − 1` of those it influences who have not adopted, those with most
    /// neighbours in common with it first.
    fn cluster(&mut self, node: u32, tipping: &mut Tipping<'_>) -> Vec<u32> {
        let graph = self.graph;
        let near = graph.heads(node);
        for &next in near {
            tipping.work += graph.heads(next).len() as u64;
            for &far in graph.heads(next) {
                if let Some(common) = self.common.get_mut(far as usize) {
                    *common += 1;
                }
            }
        }
        let of = |node: u32| self.common.get(node as usize).copied().unwrap_or(0);
        let mut ranked: Vec<(std::cmp::Reverse<u32>, u32)> = near
            .iter()
            .filter(|&&next| !tipping.has(next))
            .map(|&next| (std::cmp::Reverse(of(next)), next))
            .collect();
        ranked.sort_unstable();
        for &next in near {
            for &far in graph.heads(next) {
                if let Some(common) = self.common.get_mut(far as usize) {
                    *common = 0;
                }
            }
        }
        let others = ranked.into_iter().map(|(_, next)| next);
        std::iter::once(node).chain(others.take(self.k.saturating_sub(1) as usize)).collect()
    }

    fn centrality(&mut self, node: u32, base: u32, tipping: &mut Tipping<'_>) -> f64 {
        tipping.back_to(base);
        for node in self.cluster(node, tipping) {
            tipping.adopt(node);
        }
        let mut queue = vec![node];
        let mut next = 0;
        let mut total = 0_u64;
        self.note(node, 1);
        while let Some(&node) = queue.get(next) {
            next += 1;
            let heads = self.graph.heads(node);
            tipping.work += 1 + heads.len() as u64;
            let reached = self.distances.get(node as usize).copied().unwrap_or(0);
            total += u64::from(reached.saturating_sub(1));
            for &head in heads {
                if tipping.has(head) && self.distances.get(head as usize) == Some(&0) {
                    self.note(head, reached + 1);
                    queue.push(head);
                }
            }
        }
        for &node in &queue {
            self.note(node, 0);
        }
        total as f64 / f64::from(self.graph.nodes().saturating_sub(1).max(1))
    }

    fn note(&mut self, node: u32, distance: u32) {
        if let Some(own) = self.distances.get_mut(node as usize) {
            *own = distance;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spread::{DiffusionModel, DiffusionNetwork};

    #[test]
    fn a_node_in_a_wide_band_is_central_and_one_on_a_single_tie_is_not() {
        // A band in which each node is tied to the two before it, and a tail of single ties.
        let mut edges: Vec<(u32, u32)> =
            (0..8).flat_map(|a| [(a, a + 1), (a, a + 2)]).filter(|&(_, b)| b < 8).collect();
        edges.extend([(7, 8), (8, 9), (9, 10)]);
        let network = DiffusionNetwork::of(11, &edges);
        let graph = network.read("").unwrap().graph;
        let model = DiffusionModel::ComplexContagion { k: 2 };
        let mut tipping = Tipping::new(&graph, &model, &[]);
        let mut search =
            Search { graph: &graph, k: 2, distances: vec![0; 11], common: vec![0; 11] };
        // Both neighbours of 0 have one neighbour in common with it: the lower one is taken.
        assert_eq!(search.cluster(0, &mut tipping), [0, 1]);
        let centrality: Vec<f64> =
            (0..11).map(|node| search.centrality(node, 0, &mut tipping)).collect();
        // The band has eight nodes; 0 reaches 1, 2 in one tie, 3, 4 in two, 5, 6 in three, 7 in four.
        assert_eq!(centrality[0], (2.0 + 4.0 + 6.0 + 4.0) / 10.0);
        // At the end of the tail two adopt and nobody follows.
        assert_eq!(centrality[10], 0.1);
        assert!(tipping.count() == 2 && search.common.iter().all(|&common| common == 0));
    }
}
