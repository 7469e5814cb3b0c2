//! The models without chance, forwards and back: who adopts once these have.
//!
//! What a node has received is counted in whole numbers, so that taking adoptions back restores
//! the state exactly.

use crate::spread::DiffusionModel;
use crate::spread::network::Graph;

/// What all who influence a node give it together, where ties have weights.
const WHOLE: f64 = (1_u64 << 40) as f64;

/// How far a share may miss its threshold: what rounding costs.
const SLACK: f64 = 1e-9;

/// Never adopts by influence.
const NEVER: u64 = u64::MAX;

/// A run of the process that can be taken back.
pub(super) struct Tipping<'g> {
    graph: &'g Graph,
    /// What each arc gives; empty where each gives 1.
    gifts: Vec<u64>,
    /// What each node needs to adopt.
    needs: Vec<u64>,
    received: Vec<u64>,
    adopted: Vec<bool>,
    /// Adopters in order.
    trail: Vec<u32>,
    /// Arcs followed so far.
    pub work: u64,
}

impl<'g> Tipping<'g> {
    /// The state in which earlier adopters, and whom they reach, have adopted.
    pub(super) fn new(graph: &'g Graph, model: &DiffusionModel, already: &[u32]) -> Self {
        let nodes = graph.nodes() as usize;
        let mut tipping = Self {
            graph,
            gifts: Vec::new(),
            needs: vec![NEVER; nodes],
            received: vec![0; nodes],
            adopted: vec![false; nodes],
            trail: Vec::new(),
            work: 0,
        };
        match model {
            DiffusionModel::ComplexContagion { k } => tipping.needs.fill(u64::from(*k)),
            DiffusionModel::Threshold { values } => tipping.read_shares(values),
            _ => {}
        }
        for node in 0..graph.nodes() {
            if tipping.need(node) == 0 {
                tipping.adopt(node);
            }
        }
        for &node in already {
            tipping.adopt(node);
        }
        tipping
    }

    /// Needs and gifts from shares of those who influence a node.
    fn read_shares(&mut self, values: &[f64]) {
        let graph = self.graph;
        let arcs = || {
            (0..graph.nodes()).flat_map(|node| {
                let weights = graph.weights(node).iter().copied().chain(std::iter::repeat(1.0));
                graph.heads(node).iter().map(|&head| head as usize).zip(weights)
            })
        };
        let of = |list: &[f64], head: usize| list.get(head).copied().unwrap_or(0.0);
        // Divided by the largest first, so that sums of large weights stay finite.
        let mut largest = vec![0.0_f64; values.len()];
        for (head, weight) in arcs() {
            if let Some(largest) = largest.get_mut(head) {
                *largest = largest.max(weight);
            }
        }
        let part = |weight: f64, all: f64| if all > 0.0 { weight / all } else { 0.0 };
        let mut total = vec![0.0_f64; values.len()];
        for (head, weight) in arcs() {
            if let Some(total) = total.get_mut(head) {
                *total += part(weight, of(&largest, head));
            }
        }
        for ((need, total), value) in self.needs.iter_mut().zip(&total).zip(values) {
            let whole = if graph.weighted() { WHOLE } else { *total };
            let least = libm::ceil((value - SLACK) * whole).max(0.0);
            // Without influence there is no share to reach, but a threshold of 0 needs none.
            *need = if *value > SLACK && *total <= 0.0 { NEVER } else { least as u64 };
        }
        if graph.weighted() {
            let share = |(head, weight)| part(part(weight, of(&largest, head)), of(&total, head));
            self.gifts = arcs().map(|arc| (share(arc) * WHOLE + 0.5) as u64).collect();
        }
    }

    fn need(&self, node: u32) -> u64 {
        self.needs.get(node as usize).copied().unwrap_or(NEVER)
    }

    /// What a node still lacks to adopt.
    fn lacks(&self, node: u32) -> u64 {
        let received = self.received.get(node as usize).copied().unwrap_or(0);
        self.need(node).saturating_sub(received)
    }

    /// Whether a node has adopted.
    pub(super) fn has(&self, node: u32) -> bool {
        self.adopted.get(node as usize).copied().unwrap_or(true)
    }

    /// Nodes and arcs: what a run looks at, at most.
    pub(super) fn size(&self) -> u64 {
        u64::from(self.graph.nodes()) + self.graph.arcs() as u64
    }

    /// How many have adopted.
    pub(super) fn count(&self) -> u32 {
        self.trail.len() as u32
    }

    /// Those who have adopted, in order.
    #[cfg(test)]
    fn adopters(&self) -> &[u32] {
        &self.trail
    }

    /// A node adopts, and all who follow.
    pub(super) fn adopt(&mut self, node: u32) {
        let mut next = self.trail.len();
        self.join(node);
        while let Some(&node) = self.trail.get(next) {
            next += 1;
            self.give(node, true);
        }
    }

    fn join(&mut self, node: u32) {
        if let Some(adopted) = self.adopted.get_mut(node as usize)
            && !*adopted
        {
            *adopted = true;
            self.trail.push(node);
        }
    }

    /// What an adopter gives to those it influences, or takes back.
    fn give(&mut self, node: u32, forth: bool) {
        let graph = self.graph;
        self.work += 1 + graph.heads(node).len() as u64;
        for (arc, &head) in graph.row(node).zip(graph.heads(node)) {
            let gift = self.gifts.get(arc).copied().unwrap_or(1);
            let Some(received) = self.received.get_mut(head as usize) else { continue };
            if forth {
                *received = received.saturating_add(gift);
                let received = *received;
                if received >= self.need(head) {
                    self.join(head);
                }
            } else {
                *received = received.saturating_sub(gift);
            }
        }
    }

    /// Takes back the last adoptions, until so many have adopted.
    pub(super) fn back_to(&mut self, count: u32) {
        while self.trail.len() > count as usize {
            let Some(node) = self.trail.pop() else { break };
            if let Some(adopted) = self.adopted.get_mut(node as usize) {
                *adopted = false;
            }
            self.give(node, false);
        }
    }

    /// How promising a node is without following what it sets off: those whom it alone tips, and
    /// how far it moves the others to their threshold, each as a share of what they lack.
    pub(super) fn promise(&mut self, node: u32) -> (u32, f64) {
        let graph = self.graph;
        self.work += 1 + graph.heads(node).len() as u64;
        let (mut tips, mut moves) = (0, 0.0);
        for (arc, &head) in graph.row(node).zip(graph.heads(node)) {
            let gift = self.gifts.get(arc).copied().unwrap_or(1);
            match self.lacks(head) {
                _ if self.has(head) || gift == 0 => {}
                lacks if gift >= lacks => tips += 1,
                NEVER => {}
                lacks => moves += gift as f64 / lacks as f64,
            }
        }
        (tips, moves)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spread::{DiffusionNetwork, Edge};
    use proptest::prelude::*;

    fn run(network: &DiffusionNetwork, model: &DiffusionModel, seeds: &[u32]) -> Vec<u32> {
        let mesh = network.read("").unwrap();
        let mut tipping = Tipping::new(&mesh.graph, model, &[]);
        for &seed in seeds {
            tipping.adopt(seed);
        }
        let mut adopters = tipping.adopters().to_vec();
        adopters.sort_unstable();
        adopters
    }

    #[test]
    fn a_node_adopts_when_its_share_or_number_is_reached() {
        let square = DiffusionNetwork::of(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]);
        let k = |k| DiffusionModel::ComplexContagion { k };
        assert_eq!(run(&square, &k(1), &[0]), [0, 1, 2, 3]);
        assert_eq!(run(&square, &k(2), &[0, 2]), [0, 1, 2, 3]);
        assert_eq!(run(&square, &k(2), &[0, 1]), [0, 1]);
        let share = |value| DiffusionModel::Threshold { values: vec![value; 4] };
        assert_eq!(run(&square, &share(0.5), &[0]), [0, 1, 2, 3]);
        assert_eq!(run(&square, &share(0.51), &[0]), [0]);
        assert_eq!(run(&square, &share(0.0), &[]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_share_counts_weights_to_the_decimal() {
        let mut network = DiffusionNetwork::of(4, &[(0, 3), (1, 3), (2, 3)]);
        network.directed = true;
        let weigh = |(edge, weight): (&mut Edge, f64)| edge.weight = Some(weight);
        network.edges.iter_mut().zip([0.1, 0.2, 0.7]).for_each(weigh);
        let model = DiffusionModel::Threshold { values: vec![0.1, 0.1, 0.1, 0.3] };
        assert_eq!(run(&network, &model, &[0, 1]), [0, 1, 3]);
        assert_eq!(run(&network, &model, &[1]), [1]);
        assert_eq!(run(&network, &model, &[2]), [2, 3]);
    }

    proptest! {
        /// What is taken back leaves the state as it was.
        #[test]
        fn going_back_restores_the_state(
            pairs in prop::collection::btree_set((0_u32..9, 0_u32..9), 0..40),
            seeds in prop::collection::vec(0_u32..9, 1..6),
            values in prop::collection::vec(0.0..1.0, 9),
        ) {
            let edges: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
            let network = DiffusionNetwork { directed: true, ..DiffusionNetwork::of(9, &edges) };
            let mesh = network.read("").unwrap();
            let model = DiffusionModel::Threshold { values };
            let mut tipping = Tipping::new(&mesh.graph, &model, &[]);
            let (count, received) = (tipping.count(), tipping.received.clone());
            for seed in seeds {
                tipping.adopt(seed);
            }
            tipping.back_to(count);
            prop_assert_eq!(tipping.count(), count);
            prop_assert_eq!(&tipping.received, &received);
        }
    }
}
