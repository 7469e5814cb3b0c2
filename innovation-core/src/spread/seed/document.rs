//! What is asked, and what is answered.

use crate::people::Seed;
use crate::spread::{DiffusionModel, DiffusionNetwork, Node};
use crate::text::Text;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A network, a model of how adoption passes, and how many may be asked to start.
///
/// Exactly one of `size` and `budget` is given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeedingRequest {
    /// Who influences whom.
    pub network: DiffusionNetwork,
    /// How adoption passes; any but Bass.
    pub model: DiffusionModel,
    /// How many to choose, from 1 to 10,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    /// What the chosen may cost together, from 0 to 10¹⁵, in the unit of `costs`; at most
    /// 10,000 are chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<f64>,
    /// What each costs: one number for each node in order, or `{node, cost}` for each node
    /// that may be chosen. Default: each costs 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<SeedCost>,
    /// Who may be chosen. Default: every node.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Node>,
    /// Who may not be chosen, even as a candidate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<Node>,
    /// Who has adopted already: they influence others, and are not chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub already: Vec<Node>,
    /// How to choose. Default: what suits the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<SeedingMethod>,
    /// How far the guarantee may stay below its limit, above 0 and below that limit:
    /// 1 − 1/e for a size, (1 − 1/e)/2 for a budget. Default 0.1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epsilon: Option<f64>,
    /// How sure the guarantee is, above 0 and below 1. Default 0.99.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// Most sets of each collection, from 1 to 2²⁶, rounded down to a power of two.
    /// Default 2²².
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_sets: Option<u32>,
    /// Where randomness starts.
    pub seed: Seed,
}

impl SeedingRequest {
    /// So many seeds, by the method that suits the model, with randomness from 0.
    #[must_use]
    pub fn of(network: DiffusionNetwork, model: DiffusionModel, size: u32) -> Self {
        Self {
            network,
            model,
            size: Some(size),
            budget: None,
            costs: Vec::new(),
            candidates: Vec::new(),
            exclude: Vec::new(),
            already: Vec::new(),
            method: None,
            epsilon: None,
            confidence: None,
            most_sets: None,
            seed: Seed::default(),
        }
    }
}

/// What a seed costs: the cost of the node at this place, or of the node named.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum SeedCost {
    /// The cost of the node at this place in the list of nodes, from 0 to 10¹⁵.
    Cost(f64),
    /// The cost of a node.
    Of(NodeCost),
}

/// The cost of a node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeCost {
    /// The node.
    pub node: Node,
    /// Its cost, from 0 to 10¹⁵.
    pub cost: f64,
}

/// Read by hand, so that a fault inside names its place.
impl<'de> Deserialize<'de> for SeedCost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CostVisitor;
        impl<'de> Visitor<'de> for CostVisitor {
            type Value = SeedCost;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a cost, or a node and its cost")
            }
            fn visit_f64<E: de::Error>(self, cost: f64) -> Result<SeedCost, E> {
                Ok(SeedCost::Cost(cost))
            }
            fn visit_u64<E: de::Error>(self, cost: u64) -> Result<SeedCost, E> {
                Ok(SeedCost::Cost(cost as f64))
            }
            fn visit_i64<E: de::Error>(self, cost: i64) -> Result<SeedCost, E> {
                Ok(SeedCost::Cost(cost as f64))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SeedCost, A::Error> {
                NodeCost::deserialize(de::value::MapAccessDeserializer::new(map)).map(SeedCost::Of)
            }
        }
        deserializer.deserialize_any(CostVisitor)
    }
}

/// How seeds are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SeedingMethod {
    /// By sets of those who might have reached a node, drawn backwards: for the cascades and
    /// the linear threshold. Holds a guarantee.
    ReverseReachable,
    /// By trying: all sets of seeds where they are few, else sets that grow from many starts
    /// towards nodes near their threshold. For the models without chance.
    Tipping,
    /// By complex centrality, each central node with neighbours to reinforce it. For complex
    /// contagion.
    ComplexCentrality,
}

/// Whom to ask first, what to expect of it, and how sure that is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Seeding {
    /// The chosen, in order of choice.
    pub seeds: Vec<ChosenSeed>,
    /// Adopters to expect after each more seed, from one seed to all.
    pub spread: Vec<SeededSpread>,
    /// Adopters to expect without any seed: those who have adopted already, and whom they reach.
    pub already: ExpectedAdopters,
    /// How near the choice is to the best.
    pub guarantee: SeedingGuarantee,
    /// How seeds were chosen.
    pub method: SeedingMethod,
    /// Sets that were drawn; absent where no chance is involved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sets: Option<SeedingSets>,
    /// What the chosen cost together.
    pub cost: f64,
    /// Where randomness started.
    pub seed: Seed,
    /// Whether the same request gives the same answer again: false where the caller ended the
    /// search.
    pub reproducible: bool,
}

/// A chosen node, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChosenSeed {
    /// The node, named as the request names its nodes.
    pub node: Node,
    /// What it costs.
    pub cost: f64,
    /// Adopters it adds to those of the seeds before it.
    pub gain: f64,
    /// Adopters it would bring as the only seed; absent where there are too many seeds to try
    /// each alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alone: Option<f64>,
    /// Adopters that would be missing without it; absent where there are too many seeds to
    /// leave out each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<f64>,
    /// How many nodes it influences directly.
    pub direct: u32,
    /// Its complex centrality, where seeds were chosen by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centrality: Option<f64>,
    /// Why it was chosen, in a sentence or two.
    pub because: Text,
}

/// Adopters to expect from the first seeds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeededSpread {
    /// How many of the seeds, from the first.
    pub seeds: u32,
    /// What they cost together.
    pub cost: f64,
    /// Adopters in the end, seeds and those who have adopted already among them.
    pub spread: f64,
    /// Its standard error; 0 where no chance is involved.
    pub standard_error: f64,
}

/// A number of adopters to expect.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExpectedAdopters {
    /// Adopters in the end.
    pub spread: f64,
    /// Its standard error; 0 where no chance is involved.
    pub standard_error: f64,
}

/// How near a choice is to the best one that keeps the same limits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeedingGuarantee {
    /// The chosen gain at least this share of what the best choice gains: `lower / upper`.
    pub share: f64,
    /// The share that was sought; absent where none can be promised in advance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted: Option<f64>,
    /// Whether the share that was sought is reached.
    pub reached: bool,
    /// How sure the two bounds are together, 1 where they are certain.
    pub confidence: f64,
    /// The chosen gain this many adopters at least, beyond `already`.
    pub lower: f64,
    /// The best choice gains this many adopters at most, beyond `already`.
    pub upper: f64,
    /// By what the bounds are known.
    pub method: GuaranteeMethod,
    /// The guarantee in words.
    pub text: Text,
}

/// By what bounds are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum GuaranteeMethod {
    /// Two independent collections of sets, doubled until their bounds meet (OPIM-C).
    OpimC,
    /// The same with costs, the best choice bounded by a fractional knapsack.
    OpimCBudget,
    /// All choices were compared.
    Exhaustive,
    /// No choice passes what all candidates together reach; nothing better is known.
    Ceiling,
}

/// How many sets were drawn for what; the three collections are independent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SeedingSets {
    /// To choose.
    pub choice: u32,
    /// To bound the choice from below.
    pub check: u32,
    /// To estimate what the chosen bring.
    pub estimate: u32,
}
