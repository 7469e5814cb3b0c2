//! A request held against itself and its network.

use super::course::Scene;
use super::document::SimulateRequest;
use super::tally::LAST_STEP;
use crate::error::{Code, Error, Result};
use crate::spread::DiffusionModel;
use crate::spread::network::Mesh;

/// Most replicates.
const REPLICATES: u32 = 1_000_000;

/// Most quantiles.
const QUANTILES: usize = 50;

/// Most nodes told one by one.
const LISTED: u32 = 1_000_000;

/// Most nodes times steps of Bass, where every node is looked at in every step.
const NODE_STEPS: u64 = 1_000_000_000;

/// What was asked, checked.
pub(super) struct Plan<'a> {
    pub mesh: Mesh<'a>,
    pub seeds: Vec<u32>,
    steps: usize,
    seed: u64,
}

impl<'a> Plan<'a> {
    pub(super) fn read(request: &'a SimulateRequest) -> Result<Self> {
        let mesh = request.network.read("/network")?;
        request.model.check(&request.network, &mesh, "/model")?;
        let bass = matches!(request.model, DiffusionModel::Bass { .. });
        check_numbers(request)?;
        let nodes = mesh.graph.nodes();
        if request.per_node && nodes > LISTED {
            return Err(large(format!("{nodes} nodes; at most {LISTED} are told one by one"))
                .at("/perNode"));
        }
        if request.exact && bass {
            return Err(invalid("not all courses of Bass can be gone through")
                .at("/exact")
                .hint("ask without exact: the answer then has a standard error"));
        }
        if request.seeds.is_empty() && !bass {
            return Err(invalid("without a seed nothing spreads").at("/seeds"));
        }
        let steps = match request.steps {
            Some(steps) => steps as usize,
            None if bass => LAST_STEP,
            None => usize::MAX,
        };
        if bass && u64::from(nodes).saturating_mul(steps as u64) > NODE_STEPS {
            return Err(large(format!("{steps} steps of {nodes} nodes are too many"))
                .at("/steps")
                .hint("ask for fewer steps"));
        }
        let seeds = read_seeds(request, &mesh)?;
        Ok(Self { mesh, seeds, steps, seed: request.seed.number() })
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene { graph: &self.mesh.graph, seeds: &self.seeds, steps: self.steps, seed: self.seed }
    }
}

fn check_numbers(request: &SimulateRequest) -> Result<()> {
    match request.replicates {
        0 => return Err(invalid("replicates are 1 or more").at("/replicates")),
        1..=REPLICATES => {}
        many => {
            return Err(large(format!("{many} replicates; at most {REPLICATES} are played"))
                .at("/replicates"));
        }
    }
    if request.steps.is_some_and(|steps| !(1..=LAST_STEP).contains(&(steps as usize))) {
        let fact = format!("steps are a whole number from 1 to {LAST_STEP}");
        return Err(invalid(fact)
            .at("/steps")
            .hint("without steps, it goes on until nobody can adopt any more"));
    }
    if request.quantiles.len() > QUANTILES {
        let fact = format!("{} quantiles; at most {QUANTILES} are told", request.quantiles.len());
        return Err(large(fact).at("/quantiles"));
    }
    match request.quantiles.iter().position(|share| !(0.0..=1.0).contains(share)) {
        Some(place) => {
            Err(invalid("a quantile has a share from 0 to 1").at(format!("/quantiles/{place}")))
        }
        None => Ok(()),
    }
}

fn read_seeds(request: &SimulateRequest, mesh: &Mesh<'_>) -> Result<Vec<u32>> {
    let mut seeds = Vec::with_capacity(request.seeds.len());
    for (place, node) in request.seeds.iter().enumerate() {
        seeds.push((mesh.find(node, || format!("/seeds/{place}"))?, place));
    }
    let mut sorted = seeds.clone();
    sorted.sort_unstable();
    let twice = sorted.windows(2).filter_map(|pair| match pair {
        [(one, _), (other, place)] if one == other => Some((*place, *other)),
        _ => None,
    });
    if let Some((place, node)) = twice.min() {
        return Err(invalid(format!("{} stands twice among the seeds", mesh.name(node)))
            .at(format!("/seeds/{place}")));
    }
    Ok(seeds.into_iter().map(|(seed, _)| seed).collect())
}

fn invalid(fact: impl Into<String>) -> Error {
    Error::new(Code::SpreadInvalidPlan, fact)
}

fn large(fact: String) -> Error {
    Error::new(Code::ContractTooLarge, fact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spread::simulate;
    use serde_json::{Value, json};

    fn refused(changes: Value) -> Error {
        let mut document = json!({
            "network": {"nodes": ["er", "icu", "ward"], "edges": [["er", "icu"], ["icu", "ward"]]},
            "model": {"kind": "independentCascade", "p": 0.5},
            "seeds": ["er"],
        });
        for (field, value) in changes.as_object().unwrap() {
            document[field] = value.clone();
        }
        simulate(&serde_json::from_value(document).unwrap()).unwrap_err()
    }

    #[test]
    fn a_fault_names_its_place() {
        let bass = json!({"kind": "bass", "p": 0.1, "q": 0.1});
        for (changes, code, path) in [
            (json!({"seeds": ["er", "lab"]}), Code::SpreadUnknownNode, "/seeds/1"),
            (json!({"seeds": ["icu", "er", 1]}), Code::SpreadInvalidPlan, "/seeds/2"),
            (json!({"seeds": []}), Code::SpreadInvalidPlan, "/seeds"),
            (json!({"replicates": 0}), Code::SpreadInvalidPlan, "/replicates"),
            (json!({"replicates": 1_000_001}), Code::ContractTooLarge, "/replicates"),
            (json!({"steps": 0}), Code::SpreadInvalidPlan, "/steps"),
            (json!({"steps": 1001}), Code::SpreadInvalidPlan, "/steps"),
            (json!({"quantiles": [0.5, 1.5]}), Code::SpreadInvalidPlan, "/quantiles/1"),
            (json!({"quantiles": vec![0.5; 51]}), Code::ContractTooLarge, "/quantiles"),
            (json!({"model": bass, "exact": true}), Code::SpreadInvalidPlan, "/exact"),
            (
                json!({"model": bass, "network": {"nodes": 9_000_000, "edges": []}, "seeds": []}),
                Code::ContractTooLarge,
                "/steps",
            ),
            (
                json!({"network": {"nodes": 9_000_000, "edges": []}, "seeds": [0], "perNode": true}),
                Code::ContractTooLarge,
                "/perNode",
            ),
            (
                json!({"model": {"kind": "independentCascade", "p": 2.0}}),
                Code::SpreadInvalidModel,
                "/model/p",
            ),
            (
                json!({"network": {"nodes": ["er"], "edges": [["er", "er"]]}}),
                Code::SpreadInvalidNetwork,
                "/network/edges/0",
            ),
        ] {
            let error = refused(changes);
            assert_eq!((error.code(), error.path()), (code, path));
        }
        let many: Vec<_> = (1..40).map(|node| json!([0, node])).collect();
        let star = json!({"network": {"nodes": 40, "edges": many}, "seeds": [0], "exact": true});
        assert_eq!(refused(star).code(), Code::ContractTooLarge);
        let row: Vec<_> = (0..2000).map(|node| json!([node, node + 1])).collect();
        let row = json!({"network": {"nodes": 2001, "edges": row}, "seeds": [0], "exact": true});
        assert_eq!(refused(row).path(), "/exact");
        let dense: Vec<_> = (0..12).flat_map(|a| (a + 1..12).map(move |b| json!([a, b]))).collect();
        let dense = json!({"network": {"nodes": 12, "edges": dense}, "seeds": [0], "exact": true});
        assert_eq!(refused(dense).path(), "/exact");
    }
}
