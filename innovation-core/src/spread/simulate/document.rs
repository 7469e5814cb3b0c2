//! The documents of a simulation.

use crate::people::Seed;
use crate::spread::{DiffusionModel, DiffusionNetwork, Node};
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// What to simulate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulateRequest {
    /// Who influences whom.
    pub network: DiffusionNetwork,
    /// What must happen for a node to adopt.
    pub model: DiffusionModel,
    /// Who has adopted before the first step: at least one, except for Bass.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seeds: Vec<Node>,
    /// How many times to play it through, from 1 to 1,000,000; 1000 unless told. A model
    /// without chance is played once.
    #[serde(default = "default_replicates")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000_000)))]
    pub replicates: u32,
    /// Seed of the random numbers.
    #[serde(default)]
    pub seed: Seed,
    /// After how many steps to look, from 1 to 1000. Unless told, until nobody can adopt any
    /// more; for Bass, at most 1000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1_000)))]
    pub steps: Option<u32>,
    /// Which quantiles to tell, each from 0 to 1, at most 50; 0.05, 0.25, 0.5, 0.75 and 0.95
    /// unless told.
    #[serde(default = "default_quantiles")]
    pub quantiles: Vec<f64>,
    /// Whether to go through everything that can happen instead of drawing: for small networks,
    /// and not for Bass.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exact: bool,
    /// Whether to tell how often each node adopts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_node: bool,
}

fn default_replicates() -> u32 {
    1000
}

fn default_quantiles() -> Vec<f64> {
    vec![0.05, 0.25, 0.5, 0.75, 0.95]
}

impl SimulateRequest {
    /// A thousand replicates of a model on a network, from its seeds.
    #[must_use]
    pub fn of(network: DiffusionNetwork, model: DiffusionModel, seeds: Vec<Node>) -> Self {
        Self {
            network,
            model,
            seeds,
            replicates: default_replicates(),
            seed: Seed::default(),
            steps: None,
            quantiles: default_quantiles(),
            exact: false,
            per_node: false,
        }
    }
}

/// How an answer came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SimulationMethod {
    /// Played with random numbers, so many replicates.
    Drawn,
    /// All that can happen, each course with its probability; numbers are told to twelve
    /// decimals.
    Enumerated,
    /// Played once: the model leaves nothing to chance.
    Deterministic,
}

/// How far it spreads, and how fast.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Simulation {
    /// The seed used.
    pub seed: Seed,
    /// Drawn, enumerated or deterministic.
    pub method: SimulationMethod,
    /// Replicates done: fewer than asked where the caller or the limit on work ended them, 1
    /// where the model leaves nothing to chance, 0 where all courses were enumerated.
    pub replicates: u32,
    /// Whether the same request gives the same answer again: false where the caller ended it.
    pub reproducible: bool,
    /// Number of nodes.
    pub nodes: u32,
    /// How many adopt, the seeds among them.
    pub adopters: SimulatedAdopters,
    /// How many have adopted after each step, from step 0 (the seeds) until the longest course
    /// is quiet, at most to step 1000. A course that is quiet counts as it stands.
    pub curve: Vec<SimulatedStep>,
    /// Quantiles of the curve are rounded down to multiples of this many adopters: 1, so none,
    /// unless very many differing courses were drawn.
    pub curve_resolution: u64,
    /// For each node, in the order of the network, how often it adopts; only if asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_node: Option<Vec<NodeShare>>,
    /// What the answer says, in a sentence or two.
    pub reading: Text,
}

/// How many adopt in the end, over all replicates or courses.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedAdopters {
    /// The mean number.
    pub mean: f64,
    /// How far a single course strays from the mean: the sample's standard deviation of
    /// replicates, undefined for one (`one-replicate`).
    pub standard_deviation: Stat,
    /// How far the mean strays from that of endless replicates; 0 where nothing was drawn.
    pub standard_error: Stat,
    /// The quantiles asked for.
    pub quantiles: Vec<SimulatedQuantile>,
    /// The smallest number seen.
    pub least: u32,
    /// The largest number seen.
    pub most: u32,
}

/// A number that a share of all courses does not pass.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedQuantile {
    /// The share, from 0 to 1.
    pub probability: f64,
    /// The smallest number of adopters that at least this share of courses does not pass.
    pub value: u32,
}

/// How many have adopted after a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SimulatedStep {
    /// The step; 0 is before anything has spread.
    pub step: u32,
    /// The mean number of adopters so far.
    pub mean: f64,
    /// The quantiles asked for.
    pub quantiles: Vec<SimulatedQuantile>,
}

/// How often a node adopts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NodeShare {
    /// The node.
    pub node: Node,
    /// The share of replicates, or the probability, in which it adopts: from 0 to 1.
    pub share: f64,
}
