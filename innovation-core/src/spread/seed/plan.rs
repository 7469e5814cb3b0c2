//! The request, read and checked: who may be chosen, at what cost, within what limit.

use super::document::{SeedCost, SeedingMethod, SeedingRequest};
use crate::error::{Code, Error, Result};
use crate::math;
use crate::spread::network::Mesh;
use crate::spread::{DiffusionModel, Node};

/// The largest cost and the largest budget.
const MOST_COST: f64 = 1e15;

/// The most seeds of a choice: each is explained.
const MOST_SEEDS: u32 = 10_000;

/// The most sets that a request may ask for.
const MOST_SETS: u32 = 1 << 26;

/// The most sets where a request does not say.
const DEFAULT_SETS: u32 = 1 << 22;

/// How far a sum of costs may pass the budget: what adding decimals leaves.
const SLACK: f64 = 1e-9;

/// How much may be chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Room {
    /// So many.
    Size(u32),
    /// So much cost.
    Budget(f64),
}

/// What to choose from.
#[derive(Debug)]
pub(super) struct Plan {
    pub nodes: u32,
    /// Who may be chosen, in rising order; none of them has adopted already.
    pub candidates: Vec<u32>,
    /// For each node, whether it may be chosen.
    pub eligible: Vec<bool>,
    /// Who has adopted already, in the order of the request.
    pub already: Vec<u32>,
    /// One cost for each node; empty where each costs 1.
    costs: Vec<f64>,
    pub room: Room,
    pub method: SeedingMethod,
    pub epsilon: f64,
    pub confidence: f64,
    /// A power of two.
    pub most_sets: u32,
    pub seed: u64,
}

impl Plan {
    pub(super) fn read(request: &SeedingRequest, mesh: &Mesh<'_>) -> Result<Self> {
        let nodes = mesh.graph.nodes();
        let already = distinct(&request.already, mesh, "already")?;
        let exclude = distinct(&request.exclude, mesh, "exclude")?;
        let named = distinct(&request.candidates, mesh, "candidates")?;
        let mut eligible = vec![named.is_empty(); nodes as usize];
        mark(&mut eligible, &named, true);
        mark(&mut eligible, &exclude, false);
        mark(&mut eligible, &already, false);
        let candidates: Vec<u32> = (0..nodes).filter(|&node| flag(&eligible, node)).collect();
        let costs = read_costs(request, mesh, &eligible)?;
        let mut plan = Self {
            nodes,
            candidates,
            eligible,
            already,
            costs,
            room: Room::Size(0),
            method: method(request)?,
            epsilon: request.epsilon.unwrap_or(0.1),
            confidence: request.confidence.unwrap_or(0.99),
            most_sets: request.most_sets.unwrap_or(DEFAULT_SETS),
            seed: request.seed.number(),
        };
        plan.room = plan.read_room(request)?;
        plan.check_accuracy()?;
        plan.most_sets = 1 << plan.most_sets.ilog2();
        Ok(plan)
    }

    fn read_room(&self, request: &SeedingRequest) -> Result<Room> {
        match (request.size, request.budget) {
            (Some(0), None) => fault("a choice has 1 seed or more", "/size"),
            (Some(size), None) if size as usize > self.candidates.len() => fault(
                &format!("{size} seeds among {} that may be chosen", self.candidates.len()),
                "/size",
            ),
            (Some(size), None) if size > MOST_SEEDS => Err(Error::new(
                Code::ContractTooLarge,
                format!("{size} seeds; at most {MOST_SEEDS} are chosen"),
            )
            .at("/size")),
            (Some(size), None) => Ok(Room::Size(size)),
            (None, Some(budget)) => {
                if !(0.0..=MOST_COST).contains(&budget) {
                    return fault("a budget is a number from 0 to 10¹⁵", "/budget");
                }
                let room = Room::Budget(budget);
                if !self.candidates.iter().any(|&node| room.holds(self.cost(node))) {
                    return fault("the budget is below every cost", "/budget");
                }
                Ok(room)
            }
            (Some(_), Some(_)) => fault("a choice has a size or a budget, not both", "/budget"),
            (None, None) => Err(Error::new(
                Code::SpreadInvalidPlan,
                "the choice has neither a size nor a budget",
            )
            .hint("give size, how many to choose, or budget with costs")),
        }
    }

    fn check_accuracy(&self) -> Result<()> {
        let limit = self.limit();
        if !(self.epsilon > 0.0 && self.epsilon < limit) {
            let fact = format!("epsilon is above 0 and below {limit:.4}");
            return fault(&fact, "/epsilon");
        }
        if !(self.confidence > 0.0 && self.confidence < 1.0) {
            return fault("a confidence is above 0 and below 1", "/confidence");
        }
        if !(1..=MOST_SETS).contains(&self.most_sets) {
            return fault(&format!("the sets are from 1 to {MOST_SETS}"), "/mostSets");
        }
        Ok(())
    }

    /// The share that a greedy choice holds on exact values.
    pub(super) fn limit(&self) -> f64 {
        let greedy = 1.0 - math::exp(-1.0);
        match self.room {
            Room::Size(_) => greedy,
            Room::Budget(_) => greedy / 2.0,
        }
    }

    /// What a node costs.
    pub(super) fn cost(&self, node: u32) -> f64 {
        self.costs.get(node as usize).copied().unwrap_or(1.0)
    }

    /// Whether a node may be chosen.
    pub(super) fn may_choose(&self, node: u32) -> bool {
        flag(&self.eligible, node)
    }

    /// Whether one more node fits beside so many seeds at so much cost.
    pub(super) fn fits(&self, seeds: usize, spent: f64, node: u32) -> bool {
        match self.room {
            Room::Size(size) => seeds < size as usize,
            Room::Budget(_) => {
                seeds < MOST_SEEDS as usize && self.room.holds(spent + self.cost(node))
            }
        }
    }
}

impl Room {
    /// Whether so much cost keeps the budget; a size holds any cost.
    pub(super) fn holds(self, cost: f64) -> bool {
        match self {
            Self::Size(_) => true,
            Self::Budget(budget) => cost <= budget + SLACK * budget,
        }
    }
}

/// A flag of a node, no where the node is none.
pub(super) fn flag(flags: &[bool], node: u32) -> bool {
    flags.get(node as usize).copied().unwrap_or(false)
}

/// Sets the flags of some nodes.
pub(super) fn mark(flags: &mut [bool], nodes: &[u32], value: bool) {
    for &node in nodes {
        if let Some(flag) = flags.get_mut(node as usize) {
            *flag = value;
        }
    }
}

fn fault<T>(fact: &str, at: &str) -> Result<T> {
    Err(Error::new(Code::SpreadInvalidPlan, fact).at(at))
}

/// Nodes by place, none of them twice.
fn distinct(named: &[Node], mesh: &Mesh<'_>, field: &str) -> Result<Vec<u32>> {
    let mut seen = vec![false; if named.is_empty() { 0 } else { mesh.graph.nodes() as usize }];
    let mut places = Vec::with_capacity(named.len());
    for (at, node) in named.iter().enumerate() {
        let place = mesh.find(node, || format!("/{field}/{at}"))?;
        if flag(&seen, place) {
            return fault(&format!("the node {node} stands twice"), &format!("/{field}/{at}"));
        }
        mark(&mut seen, &[place], true);
        places.push(place);
    }
    Ok(places)
}

fn read_costs(request: &SeedingRequest, mesh: &Mesh<'_>, eligible: &[bool]) -> Result<Vec<f64>> {
    if request.costs.is_empty() {
        return Ok(Vec::new());
    }
    let nodes = mesh.graph.nodes() as usize;
    let mut costs: Vec<Option<f64>> = vec![None; nodes];
    let plain = matches!(request.costs.first(), Some(SeedCost::Cost(_)));
    if plain && request.costs.len() != nodes {
        return fault(&format!("{} costs for {nodes} nodes", request.costs.len()), "/costs");
    }
    for (at, item) in request.costs.iter().enumerate() {
        let (place, cost, field) = match item {
            SeedCost::Cost(cost) if plain => (at, *cost, ""),
            SeedCost::Of(of) if !plain => {
                let place = mesh.find(&of.node, || format!("/costs/{at}/node"))? as usize;
                if costs.get(place).is_some_and(Option::is_some) {
                    return fault(
                        &format!("the node {} stands twice", of.node),
                        &format!("/costs/{at}/node"),
                    );
                }
                (place, of.cost, "/cost")
            }
            _ => {
                return fault(
                    "costs are one number for each node, or all name their node",
                    &format!("/costs/{at}"),
                );
            }
        };
        if !(0.0..=MOST_COST).contains(&cost) {
            return fault("a cost is a number from 0 to 10¹⁵", &format!("/costs/{at}{field}"));
        }
        if let Some(own) = costs.get_mut(place) {
            *own = Some(cost);
        }
    }
    let missing = (0..).zip(&costs).find(|(place, cost)| cost.is_none() && flag(eligible, *place));
    if let Some((place, _)) = missing {
        return Err(Error::new(
            Code::SpreadInvalidPlan,
            format!("the node {} may be chosen and has no cost", mesh.name(place)),
        )
        .at("/costs")
        .hint("give a cost for each candidate, or name the candidates"));
    }
    Ok(costs.into_iter().map(|cost| cost.unwrap_or(0.0)).collect())
}

/// The method asked for, or the one that suits the model.
fn method(request: &SeedingRequest) -> Result<SeedingMethod> {
    use SeedingMethod::{ComplexCentrality, ReverseReachable, Tipping};
    let suitable: &[SeedingMethod] = match request.model {
        DiffusionModel::IndependentCascade { .. }
        | DiffusionModel::WeightedCascade {}
        | DiffusionModel::LinearThreshold {} => &[ReverseReachable],
        DiffusionModel::Threshold { .. } => &[Tipping],
        DiffusionModel::ComplexContagion { .. } => &[Tipping, ComplexCentrality],
        DiffusionModel::Bass { .. } => {
            return Err(Error::new(
                Code::SpreadInvalidModel,
                "no seeds are chosen for Bass: whom its ties reach adopts in the end, whoever starts",
            )
            .at("/model/kind")
            .hint("compare sets of seeds by spread.simulate, or choose by a cascade"));
        }
    };
    match request.method {
        None => Ok(suitable.first().copied().unwrap_or(Tipping)),
        Some(method) if suitable.contains(&method) => Ok(method),
        Some(_) => Err(Error::new(Code::SpreadInvalidPlan, "the method does not suit the model")
            .at("/method")
            .hint("leave the method out: the model says which one suits")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::seed;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_refusal_names_its_place() {
        let base = json!({
            "network": {"nodes": ["a", "b", "c"], "edges": [["a", "b"], ["b", "c"]]},
            "model": {"kind": "weightedCascade"}, "size": 1, "seed": 1
        });
        let refuse = |change: Value| {
            let mut request = base.clone();
            for (key, value) in change.as_object().unwrap() {
                request[key] = value.clone();
            }
            let error = seed(&serde_json::from_value(request).unwrap()).unwrap_err();
            (error.code(), error.path().to_owned())
        };
        let plan = Code::SpreadInvalidPlan;
        let none = Value::Null;
        for (change, code, at) in [
            (json!({"size": 0}), plan, "/size"),
            (json!({"size": 4}), plan, "/size"),
            (json!({"size": 2, "exclude": ["a"], "already": ["c"]}), plan, "/size"),
            (json!({"size": none}), plan, ""),
            (json!({"budget": 2}), plan, "/budget"),
            (json!({"size": none, "budget": -1}), plan, "/budget"),
            (json!({"size": none, "budget": 1, "costs": [2, 3, 4]}), plan, "/budget"),
            (json!({"costs": [1, 2]}), plan, "/costs"),
            (json!({"costs": [1, -2, 3]}), plan, "/costs/1"),
            (json!({"costs": [1, 2, {"node": "a", "cost": 1}]}), plan, "/costs/2"),
            (json!({"costs": [{"node": "a", "cost": 1}]}), plan, "/costs"),
            (json!({"costs": [{"node": "a", "cost": -1}]}), plan, "/costs/0/cost"),
            (
                json!({"costs": [{"node": "a", "cost": 1}, {"node": "a", "cost": 1}]}),
                plan,
                "/costs/1/node",
            ),
            (
                json!({"costs": [{"node": "x", "cost": 1}]}),
                Code::SpreadUnknownNode,
                "/costs/0/node",
            ),
            (json!({"candidates": ["a", "x"]}), Code::SpreadUnknownNode, "/candidates/1"),
            (json!({"candidates": ["a", "b", "a"]}), plan, "/candidates/2"),
            (json!({"exclude": ["a", "a"]}), plan, "/exclude/1"),
            (json!({"already": [3]}), Code::SpreadUnknownNode, "/already/0"),
            (json!({"epsilon": 0}), plan, "/epsilon"),
            (json!({"epsilon": 0.64}), plan, "/epsilon"),
            (json!({"size": none, "budget": 1, "epsilon": 0.32}), plan, "/epsilon"),
            (json!({"confidence": 1}), plan, "/confidence"),
            (json!({"mostSets": 0}), plan, "/mostSets"),
            (json!({"method": "tipping"}), plan, "/method"),
            (
                json!({"model": {"kind": "bass", "p": 0.1, "q": 0.3}}),
                Code::SpreadInvalidModel,
                "/model/kind",
            ),
            (
                json!({"model": {"kind": "independentCascade", "p": 2}}),
                Code::SpreadInvalidModel,
                "/model/p",
            ),
        ] {
            assert_eq!(refuse(change.clone()), (code, at.to_owned()), "{change}");
        }
        assert_eq!(
            refuse(json!({"network": {"nodes": 20_000, "edges": []}, "size": 10_001})),
            (Code::ContractTooLarge, "/size".to_owned())
        );
        let mut request: SeedingRequest = serde_json::from_value(base).unwrap();
        for cost in [f64::NAN, f64::INFINITY] {
            request.costs = vec![SeedCost::Cost(1.0), SeedCost::Cost(cost), SeedCost::Cost(1.0)];
            assert_eq!(seed(&request).unwrap_err().path(), "/costs/1");
        }
    }
}
