//! Who influences whom: the document, and its compact form.

mod document;
mod graph;

use crate::error::{Code, Error, Result};
pub use document::{DiffusionNetwork, Edge, Node, Nodes, TieMeaning};
pub(crate) use graph::Graph;
use std::collections::BTreeMap;

/// Most nodes of a network.
pub const MOST_NODES: u32 = 10_000_000;

/// A network in compact form: arcs run from who influences to who is influenced.
#[derive(Debug)]
pub(crate) struct Mesh<'a> {
    pub graph: Graph,
    names: Names<'a>,
}

/// How nodes are named in requests and answers.
#[derive(Debug)]
struct Names<'a> {
    nodes: &'a Nodes,
    places: BTreeMap<&'a str, u32>,
}

impl DiffusionNetwork {
    /// The compact form; `at` is the place of the network in its request.
    pub(crate) fn read(&self, at: &str) -> Result<Mesh<'_>> {
        let names = Names::read(&self.nodes, at)?;
        let weighted = self.edges.first().is_some_and(|edge| edge.weight.is_some());
        let mut arcs: Vec<(u32, u32, u32)> = Vec::with_capacity(self.edges.len());
        for (place, edge) in (0_u32..).zip(&self.edges) {
            let fault = |end: &str, fact: String| {
                Err(Error::new(Code::SpreadInvalidNetwork, fact)
                    .at(format!("{at}/edges/{place}{end}")))
            };
            let a = names.find(&edge.from, || format!("{at}/edges/{place}/0"))?;
            let b = names.find(&edge.to, || format!("{at}/edges/{place}/1"))?;
            if a == b {
                return fault("", format!("the tie leads from {} to itself", edge.from));
            }
            if edge.weight.is_some() != weighted {
                return fault("", "all ties have a weight or none has".to_owned());
            }
            if edge.weight.is_some_and(|weight| !weight.is_finite() || weight < 0.0) {
                return fault("/2", "a weight is a number from 0".to_owned());
            }
            let nominates = self.directed && self.meaning == TieMeaning::Nominates;
            arcs.push(if nominates { (b, a, place) } else { (a, b, place) });
            if !self.directed {
                arcs.push((b, a, place));
            }
        }
        arcs.sort_unstable();
        let twice = arcs.windows(2).find_map(|pair| match pair {
            [one, other] if (one.0, one.1) == (other.0, other.1) => Some(one.2.max(other.2)),
            _ => None,
        });
        if let Some(place) = twice {
            return Err(Error::new(Code::SpreadInvalidNetwork, "the tie stands twice")
                .at(format!("{at}/edges/{place}"))
                .hint("name each tie once; an undirected tie stands for both directions"));
        }
        let weight = |place: u32| self.edges.get(place as usize).and_then(|edge| edge.weight);
        let graph = Graph::sorted(names.count(), &arcs, |&(.., place)| weight(place));
        Ok(Mesh { graph, names })
    }
}

impl Mesh<'_> {
    /// The place of a node that a request names at `path`.
    pub(crate) fn find(&self, node: &Node, path: impl FnOnce() -> String) -> Result<u32> {
        self.names.find(node, path)
    }

    /// The node at a place, named as the request names its nodes.
    pub(crate) fn name(&self, place: u32) -> Node {
        match self.names.nodes {
            Nodes::Count(_) => Node::Place(place),
            Nodes::Ids(ids) => {
                ids.get(place as usize).cloned().map_or(Node::Place(place), Node::Id)
            }
        }
    }
}

impl<'a> Names<'a> {
    fn read(nodes: &'a Nodes, at: &str) -> Result<Self> {
        let mut places = BTreeMap::new();
        let count = match nodes {
            Nodes::Count(count) => *count as usize,
            Nodes::Ids(ids) => ids.len(),
        };
        if count > MOST_NODES as usize {
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("{count} nodes; at most {MOST_NODES} are read"),
            )
            .at(format!("{at}/nodes")));
        }
        if let Nodes::Ids(ids) = nodes {
            for (place, id) in (0_u32..).zip(ids) {
                if places.insert(id.as_str(), place).is_some() {
                    return Err(Error::new(
                        Code::SpreadInvalidNetwork,
                        format!("the node {id} stands twice"),
                    )
                    .at(format!("{at}/nodes/{place}")));
                }
            }
        }
        Ok(Self { nodes, places })
    }

    fn count(&self) -> u32 {
        match self.nodes {
            Nodes::Count(count) => *count,
            Nodes::Ids(ids) => ids.len() as u32,
        }
    }

    fn find(&self, node: &Node, path: impl FnOnce() -> String) -> Result<u32> {
        let place = match node {
            Node::Place(place) => (*place < self.count()).then_some(*place),
            Node::Id(id) => self.places.get(id.as_str()).copied(),
        };
        place.ok_or_else(|| {
            Error::new(Code::SpreadUnknownNode, format!("the network has no node {node}"))
                .at(path())
                .hint(match self.nodes {
                    Nodes::Count(count) => {
                        format!("nodes are numbers from 0, below {count}")
                    }
                    Nodes::Ids(_) => {
                        "a node is one of the ids in nodes, or its place there".to_owned()
                    }
                })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Id;
    use proptest::prelude::*;
    use serde_json::json;

    fn read(document: serde_json::Value) -> std::result::Result<DiffusionNetwork, String> {
        serde_json::from_value(document).map_err(|error| error.to_string())
    }

    #[test]
    fn a_nomination_turns_the_tie_round() {
        let network =
            read(json!({"nodes": ["a", "b", "c"], "edges": [["a", "b", 2.0], [0, "c", 1.0]],
                "directed": true, "meaning": "nominates"}))
            .unwrap();
        let mesh = network.read("/network").unwrap();
        assert_eq!((mesh.graph.heads(0), mesh.graph.heads(1)), (&[][..], &[0][..]));
        assert_eq!(mesh.graph.reversed().weights(0), [2.0, 1.0]);
        assert_eq!(mesh.name(2), Node::Id(Id::new("c").unwrap()));
    }

    #[test]
    fn a_fault_names_its_place() {
        let faults = [
            (json!({"nodes": 2, "edges": [[0, 2]]}), "/network/edges/0/1"),
            (json!({"nodes": ["a", "a"], "edges": []}), "/network/nodes/1"),
            (json!({"nodes": 3, "edges": [[1, 1]]}), "/network/edges/0"),
            (json!({"nodes": 3, "edges": [[0, 1], [1, 0]]}), "/network/edges/1"),
            (json!({"nodes": 3, "edges": [[0, 1, 1.0], [1, 2]]}), "/network/edges/1"),
            (json!({"nodes": 3, "edges": [[0, 1, -1.0]]}), "/network/edges/0/2"),
            (json!({"nodes": 99_999_999, "edges": []}), "/network/nodes"),
        ];
        for (document, path) in faults {
            let network = read(document).unwrap();
            assert_eq!(network.read("/network").unwrap_err().path(), path);
        }
    }

    #[test]
    fn ties_are_lists_of_two_or_three() {
        for edge in [json!([]), json!([0]), json!([0, 1, 1.0, 2]), json!({"a": 0}), json!([0, -1])]
        {
            assert!(read(json!({"nodes": 2, "edges": [edge]})).is_err());
        }
    }

    proptest! {
        /// Reversed twice is the same, and what is written reads as the same.
        #[test]
        fn reversing_twice_changes_nothing(
            pairs in prop::collection::btree_set((0_u32..9, 0_u32..9), 0..30)
        ) {
            let edges: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
            let network = DiffusionNetwork { directed: true, ..DiffusionNetwork::of(9, &edges) };
            let graph = network.read("").unwrap().graph;
            prop_assert_eq!(&graph.reversed().reversed(), &graph);
            prop_assert_eq!(graph.arcs(), edges.len());
            let written = serde_json::to_string(&network).unwrap();
            prop_assert_eq!(serde_json::from_str::<DiffusionNetwork>(&written).unwrap(), network);
        }
    }
}
