//! The models of diffusion: what must happen for a node to adopt.

use super::network::{DiffusionNetwork, Mesh, TieMeaning};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// How adoption passes along ties.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum DiffusionModel {
    /// Each new adopter has one chance to win over each of those it influences.
    IndependentCascade {
        /// The chance along every tie, from 0 to 1; without it, a tie's weight is its chance.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        p: Option<f64>,
    },
    /// An independent cascade in which a tie's chance is one over the number of those who
    /// influence the node it reaches.
    WeightedCascade {},
    /// A node adopts once the weights of those adopters who influence it reach a threshold
    /// drawn evenly from 0 to 1. Weights into a node add up to 1 at most; without weights,
    /// each is one over the number of those who influence it.
    LinearThreshold {},
    /// A node adopts once this share of those who influence it has adopted (by weight, where
    /// ties have one); no chance is involved.
    Threshold {
        /// One share for each node, from 0 to 1.
        values: Vec<f64>,
    },
    /// A node adopts once so many of those who influence it have adopted; no chance is involved.
    ComplexContagion {
        /// How many, from 1.
        k: u32,
    },
    /// Bass on a network: at each step a node that has not adopted does so with the chance
    /// `1 − exp(−(p + q·share))`, where `share` is that of the adopters among those who
    /// influence it (by weight, where ties have one).
    Bass {
        /// Influence from outside (innovation) for each step, from 0.
        p: f64,
        /// Influence of others (imitation) for each step, from 0.
        q: f64,
        /// What else moves the influence from outside.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        covariates: Option<BassCovariates>,
    },
}

/// What moves the influence from outside beyond its base rate: `p` is multiplied by
/// `exp(nodes[node] + steps[step])`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BassCovariates {
    /// One number for each node: how open it is (a coefficient times a covariate, added up).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nodes: Vec<f64>,
    /// One number for each step: marketing, training or news; after the last, the last holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<f64>,
}

/// How far weights into a node may pass 1 before they do: what adding decimals leaves.
const SLACK: f64 = 1e-9;

impl DiffusionModel {
    /// Refuses what contradicts itself or the network, which stands at `/network`; `at` is the
    /// place of the model.
    pub(crate) fn check(
        &self,
        network: &DiffusionNetwork,
        mesh: &Mesh<'_>,
        at: &str,
    ) -> Result<()> {
        let nodes = mesh.graph.nodes() as usize;
        match self {
            Self::IndependentCascade { p: Some(p) } => within(*p, 1.0, &format!("{at}/p")),
            Self::IndependentCascade { p: None } => check_chances(network),
            Self::WeightedCascade {} => Ok(()),
            Self::LinearThreshold {} => check_influence(network, mesh),
            Self::Threshold { values } => {
                one_each(values.len(), nodes, &format!("{at}/values"))?;
                (0..).zip(values).try_for_each(|(place, value): (usize, _)| {
                    within(*value, 1.0, &format!("{at}/values/{place}"))
                })
            }
            Self::ComplexContagion { k: 0 } => fault("k is 1 or more", format!("{at}/k")),
            Self::ComplexContagion { .. } => Ok(()),
            Self::Bass { p, q, covariates } => {
                within(*p, MOST_RATE, &format!("{at}/p"))?;
                within(*q, MOST_RATE, &format!("{at}/q"))?;
                let Some(covariates) = covariates else { return Ok(()) };
                let at = format!("{at}/covariates");
                if !covariates.nodes.is_empty() {
                    one_each(covariates.nodes.len(), nodes, &format!("{at}/nodes"))?;
                }
                for (field, values) in [("nodes", &covariates.nodes), ("steps", &covariates.steps)]
                {
                    for (place, value) in values.iter().enumerate() {
                        if !(-MOST_EXPONENT..=MOST_EXPONENT).contains(value) {
                            let fact = format!(
                                "an effect is a number from -{MOST_EXPONENT} to {MOST_EXPONENT}"
                            );
                            return fault(&fact, format!("{at}/{field}/{place}"));
                        }
                    }
                }
                Ok(())
            }
        }
    }
}

/// The largest rate of a step.
const MOST_RATE: f64 = 1e6;

/// The largest effect of a covariate, an exponent of e.
const MOST_EXPONENT: f64 = 100.0;

fn fault<T>(fact: &str, at: String) -> Result<T> {
    Err(Error::new(Code::SpreadInvalidModel, fact).at(at))
}

fn within(value: f64, most: f64, at: &str) -> Result<()> {
    if (0.0..=most).contains(&value) {
        return Ok(());
    }
    fault(&format!("{value} is not a number from 0 to {most}"), at.to_owned())
}

fn one_each(count: usize, nodes: usize, at: &str) -> Result<()> {
    if count == nodes {
        return Ok(());
    }
    fault(&format!("{count} values for {nodes} nodes"), at.to_owned())
}

/// Every tie has a weight that is a chance.
fn check_chances(network: &DiffusionNetwork) -> Result<()> {
    for (place, edge) in network.edges.iter().enumerate() {
        let Some(chance) = edge.weight else {
            return Err(Error::new(
                Code::SpreadInvalidModel,
                "the tie has no weight for its chance",
            )
            .at(format!("/network/edges/{place}"))
            .hint("give p, or each tie its chance from 0 to 1"));
        };
        within(chance, 1.0, &format!("/network/edges/{place}/2"))?;
    }
    Ok(())
}

/// What reaches a node adds up to 1 at most; the tie with which it passes is the place.
fn check_influence(network: &DiffusionNetwork, mesh: &Mesh<'_>) -> Result<()> {
    let mut into = vec![0.0_f64; mesh.graph.nodes() as usize];
    for (place, edge) in network.edges.iter().enumerate() {
        let Some(weight) = edge.weight else { return Ok(()) };
        let ends = match (network.directed, network.meaning) {
            (false, _) => [Some(&edge.from), Some(&edge.to)],
            (true, TieMeaning::Influences) => [None, Some(&edge.to)],
            (true, TieMeaning::Nominates) => [Some(&edge.from), None],
        };
        for node in ends.into_iter().flatten() {
            let reached = mesh.find(node, String::new)? as usize;
            let Some(total) = into.get_mut(reached) else { continue };
            *total += weight;
            if *total > 1.0 + SLACK {
                return Err(Error::new(
                    Code::SpreadInvalidModel,
                    format!("the weights into {node} add up to more than 1"),
                )
                .at(format!("/network/edges/{place}"))
                .hint("divide the weights into a node by their sum"));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn place(model: serde_json::Value, edges: serde_json::Value) -> Option<String> {
        let network: DiffusionNetwork =
            serde_json::from_value(json!({"nodes": 3, "edges": edges, "directed": true})).unwrap();
        let model: DiffusionModel = serde_json::from_value(model).unwrap();
        let mesh = network.read("/network").unwrap();
        model.check(&network, &mesh, "/model").err().map(|error| error.path().to_owned())
    }

    #[test]
    fn a_model_that_contradicts_itself_names_the_place() {
        let bare = json!([[0, 1], [1, 2]]);
        let heavy = json!([[0, 2, 0.6], [1, 2, 0.6]]);
        for (model, edges, at) in [
            (json!({"kind": "independentCascade", "p": 1.5}), &bare, "/model/p"),
            (json!({"kind": "independentCascade"}), &bare, "/network/edges/0"),
            (json!({"kind": "independentCascade"}), &json!([[0, 1, 2.0]]), "/network/edges/0/2"),
            (json!({"kind": "linearThreshold"}), &heavy, "/network/edges/1"),
            (json!({"kind": "threshold", "values": [0.5]}), &bare, "/model/values"),
            (json!({"kind": "threshold", "values": [0, 1, -1]}), &bare, "/model/values/2"),
            (json!({"kind": "complexContagion", "k": 0}), &bare, "/model/k"),
            (json!({"kind": "bass", "p": 0.1, "q": -1.0}), &bare, "/model/q"),
            (
                json!({"kind": "bass", "p": 0.1, "q": 0.2, "covariates": {"nodes": [0]}}),
                &bare,
                "/model/covariates/nodes",
            ),
            (
                json!({"kind": "bass", "p": 0.1, "q": 0.2, "covariates": {"steps": [0, 1e9]}}),
                &bare,
                "/model/covariates/steps/1",
            ),
        ] {
            assert_eq!(place(model, edges.clone()).as_deref(), Some(at));
        }
        assert_eq!(place(json!({"kind": "linearThreshold"}), bare.clone()), None);
        assert_eq!(place(json!({"kind": "weightedCascade"}), bare), None);
    }
}
