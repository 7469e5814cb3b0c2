//! The document of a network, as written by hand or by a host.

use crate::people::Id;
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A network along which something spreads: people, teams, wards or sites, and their ties.
///
/// ```
/// use innovation_core::spread::DiffusionNetwork;
/// let network: DiffusionNetwork = serde_json::from_str(
///     r#"{"nodes": ["er", "icu", "ward"], "edges": [["er", "icu", 0.4], ["icu", "ward", 0.2]],
///         "directed": true}"#,
/// )?;
/// assert_eq!(network.edges.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiffusionNetwork {
    /// Their ids, or how many there are: nodes are then numbered from 0.
    pub nodes: Nodes,
    /// The ties, each `[a, b]` or `[a, b, weight]`; all have a weight or none has. No tie
    /// stands twice, and none leads from a node to itself.
    pub edges: Vec<Edge>,
    /// Whether a tie runs one way, from `a` to `b`. Default no: it runs both ways.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub directed: bool,
    /// What a directed tie from `a` to `b` says. Default: `a` influences `b`.
    #[serde(default, skip_serializing_if = "TieMeaning::is_default")]
    pub meaning: TieMeaning,
}

/// What a directed tie from `a` to `b` says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TieMeaning {
    /// `a` influences `b`.
    #[default]
    Influences,
    /// `a` names `b` as someone they look to, as in a survey: `b` influences `a`.
    Nominates,
}

impl TieMeaning {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// The nodes of a network: their ids, or how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Nodes {
    /// So many, numbered from 0; at most 10,000,000.
    Count(u32),
    /// One id for each.
    Ids(Vec<Id>),
}

/// A node: its id, or its place in the list of nodes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Node {
    /// The place in the list, from 0.
    Place(u32),
    /// The id.
    Id(Id),
}

/// A tie between two nodes, with its weight where it has one: `[a, b]` or `[a, b, weight]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: Node,
    /// Where it leads.
    pub to: Node,
    /// Its weight: a chance, an influence or a strength, as the operation says.
    pub weight: Option<f64>,
}

impl DiffusionNetwork {
    /// A network of so many nodes from ties without weights.
    #[must_use]
    pub fn of(nodes: u32, edges: &[(u32, u32)]) -> Self {
        let edge =
            |&(a, b): &(u32, u32)| Edge { from: Node::Place(a), to: Node::Place(b), weight: None };
        Self {
            nodes: Nodes::Count(nodes),
            edges: edges.iter().map(edge).collect(),
            directed: false,
            meaning: TieMeaning::default(),
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(place) => write!(f, "{place}"),
            Self::Id(id) => write!(f, "{id}"),
        }
    }
}

/// Read by hand, so that a fault inside names its place.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodeVisitor;
        impl Visitor<'_> for NodeVisitor {
            type Value = Node;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a node: its id, or its place in the list of nodes")
            }
            fn visit_u64<E: de::Error>(self, place: u64) -> Result<Node, E> {
                u32::try_from(place)
                    .map(Node::Place)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(place), &self))
            }
            fn visit_str<E: de::Error>(self, id: &str) -> Result<Node, E> {
                Id::new(id).map(Node::Id).ok_or_else(|| {
                    E::custom("an id has 1 to 128 characters, none of them a control character")
                })
            }
        }
        deserializer.deserialize_any(NodeVisitor)
    }
}

/// Read by hand, so that a fault inside names its place.
impl<'de> Deserialize<'de> for Nodes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NodesVisitor;
        impl<'de> Visitor<'de> for NodesVisitor {
            type Value = Nodes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of ids, or the number of nodes")
            }
            fn visit_u64<E: de::Error>(self, count: u64) -> Result<Nodes, E> {
                Ok(Nodes::Count(u32::try_from(count).unwrap_or(u32::MAX)))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Nodes, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(list)).map(Nodes::Ids)
            }
        }
        deserializer.deserialize_any(NodesVisitor)
    }
}

impl<'de> Deserialize<'de> for Edge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EdgeVisitor;
        impl<'de> Visitor<'de> for EdgeVisitor {
            type Value = Edge;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a tie: [a, b] or [a, b, weight]")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Edge, A::Error> {
                let Some(from) = list.next_element()? else {
                    return Err(de::Error::invalid_length(0, &self));
                };
                let Some(to) = list.next_element()? else {
                    return Err(de::Error::invalid_length(1, &self));
                };
                let weight = list.next_element()?;
                if list.next_element::<de::IgnoredAny>()?.is_some() {
                    return Err(de::Error::invalid_length(4, &self));
                }
                Ok(Edge { from, to, weight })
            }
        }
        deserializer.deserialize_seq(EdgeVisitor)
    }
}

impl Serialize for Edge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.weight {
            Some(weight) => (&self.from, &self.to, weight).serialize(serializer),
            None => (&self.from, &self.to).serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Edge {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Edge".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let node = generator.subschema_for::<Node>();
        schemars::json_schema!({
            "description": "A tie between two nodes: `[a, b]` or `[a, b, weight]`.",
            "type": "array",
            "prefixItems": [node, node, {"type": "number", "minimum": 0}],
            "minItems": 2,
            "maxItems": 3,
            "items": false
        })
    }
}
