//! Whom to ask first, so that most adopt in the end.
//!
//! For the cascades and the linear threshold, [`backwards`] draws random sets of those who might
//! have reached a node, [`cover`] finds the nodes that are in most of them, and [`choose`] doubles
//! the sets until the choice is known to be near the best; [`estimate`] then says what it brings,
//! on sets the choice has not seen. For the models without chance, [`tipping`] runs the process
//! forwards and back, [`sway`] compares or grows choices, and [`central`] ranks nodes by complex
//! centrality. [`plan`] says who may be chosen, [`describe`] words the answer.
//!
//! Invariant: a set depends on the seed, its collection and its number, never on those before it.

mod backwards;
mod central;
mod choose;
mod cover;
mod describe;
mod document;
mod estimate;
mod plan;
mod sway;
#[cfg(test)]
mod tests;
mod tipping;

pub use document::{
    ChosenSeed, ExpectedAdopters, GuaranteeMethod, NodeCost, SeedCost, SeededSpread, Seeding,
    SeedingGuarantee, SeedingMethod, SeedingRequest, SeedingSets,
};

use super::DiffusionModel;
use super::network::Mesh;
use crate::error::Result;
use crate::watch::{Unwatched, Watch};
use backwards::Backwards;
use choose::Pace;
use describe::Parts;
use estimate::Estimate;
use plan::Plan;
use tipping::Tipping;

/// Chooses whom to ask first, so that most adopt in the end, within a size or a budget.
///
/// For the cascades and the linear threshold, the answer holds a guarantee: what share of the
/// best choice it reaches at least, at a stated confidence. The share sought is 1 − 1/e − ε for
/// a size and (1 − 1/e)/2 − ε for a budget; that reached is mostly higher. `reached` is false
/// where the limit on sets, on memory (2²⁴ members) or on work (2²⁷ steps) ended the search
/// before. What the seeds bring is estimated on sets of their own, so that it is not flattered
/// by the choice.
///
/// For a threshold and for complex contagion no chance is involved. Up to 50,000 choices are
/// compared one by one, and the best is the best; beyond that choices grow from many starts and
/// are improved by exchange, without a promise. By complex centrality, each central node comes
/// with `k − 1` of those it influences, since alone it would win nobody over.
///
/// All this holds for the network and the model as given: ties that were not named, or chances
/// that were guessed, are not covered by any guarantee.
///
/// # Errors
///
/// `spread.invalid-plan` for a size of 0 or above the number of candidates, a budget below every
/// cost, costs that are negative or missing, a node named twice, an epsilon or a confidence out
/// of range, a method that does not suit the model; `spread.invalid-model` for Bass, and where
/// the model contradicts the network; `contract.too-large` above 10,000 seeds;
/// `spread.unknown-node` and `spread.invalid-network` as the network says.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{SeedingRequest, seed};
/// let request: SeedingRequest = serde_json::from_str(r#"{
///     "network": {"nodes": ["er", "icu", "ward", "clinic"], "directed": true,
///         "edges": [["er", "icu", 0.9], ["er", "ward", 0.9], ["clinic", "ward", 0.1]]},
///     "model": {"kind": "independentCascade"}, "size": 1, "seed": 7
/// }"#).unwrap();
/// let seeding = seed(&request)?;
/// assert_eq!(seeding.seeds[0].node.to_string(), "er");
/// assert!((seeding.spread[0].spread - 2.8).abs() < 4.0 * seeding.spread[0].standard_error);
/// assert!(seeding.guarantee.reached);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// J. Tang, X. Tang, X. Xiao, J. Yuan, *Online processing algorithms for influence
/// maximization*, SIGMOD 2018 (OPIM-C). C. Borgs, M. Brautbar, J. Chayes, B. Lucier, *Maximizing
/// social influence in nearly optimal time*, SODA 2014 (reverse-reachable sets). D. Kempe,
/// J. Kleinberg, É. Tardos, *Maximizing the spread of influence through a social network*, KDD
/// 2003. S. Khuller, A. Moss, J. Naor, *The budgeted maximum coverage problem*, Information
/// Processing Letters 70(1), 1999. D. Guilbeault, D. Centola, *Topological measures for
/// identifying and predicting the spread of complex contagions*, Nature Communications 12, 2021.
/// N. Chen, *On the approximability of influence in social networks*, SIAM Journal on Discrete
/// Mathematics 23(3), 2009 (why nothing is promised without chance).
pub fn seed(request: &SeedingRequest) -> Result<Seeding> {
    seed_watched(request, &mut Unwatched)
}

/// [`seed()`] under a watch that sees progress and may stop the search.
///
/// # Errors
///
/// As [`seed()`].
pub fn seed_watched(request: &SeedingRequest, watch: &mut dyn Watch) -> Result<Seeding> {
    let mesh = request.network.read("/network")?;
    let plan = Plan::read(request, &mesh)?;
    request.model.check(&request.network, &mesh, "/model")?;
    let mut pace = Pace::new(watch);
    Ok(match plan.method {
        SeedingMethod::ReverseReachable => by_sets(request, &plan, &mesh, &mut pace),
        SeedingMethod::Tipping | SeedingMethod::ComplexCentrality => {
            without_chance(request, &plan, &mesh, &mut pace)
        }
    })
}

/// Chooses on random sets.
fn by_sets(request: &SeedingRequest, plan: &Plan, mesh: &Mesh<'_>, pace: &mut Pace<'_>) -> Seeding {
    let mut backwards = Backwards::new(&mesh.graph, &request.model, &plan.already, plan.seed);
    let choice = choose::choose(plan, &mut backwards, pace);
    let size = (choice.sets, choice.work);
    let estimate = Estimate::draw(plan, &choice.chosen, size, &mut backwards, pace);
    let parts = |rank: usize| {
        let [gain, alone, only] = estimate.parts(rank);
        Parts { gain, alone: Some(alone), only: Some(only), centrality: None }
    };
    Seeding {
        seeds: describe::seeds(plan, mesh, &choice.chosen, parts),
        spread: describe::prefixes(plan, &choice.chosen, |seeds| estimate.spread(seeds)),
        already: if plan.already.is_empty() { exact(0) } else { estimate.spread(0) },
        guarantee: describe::by_sets(plan, &choice),
        method: plan.method,
        sets: Some(SeedingSets {
            choice: choice.sets,
            check: choice.checks,
            estimate: estimate.sets,
        }),
        cost: choice.chosen.iter().map(|&node| plan.cost(node)).sum(),
        seed: request.seed,
        reproducible: !pace.stopped,
    }
}

/// Chooses by running the process.
fn without_chance(
    request: &SeedingRequest,
    plan: &Plan,
    mesh: &Mesh<'_>,
    pace: &mut Pace<'_>,
) -> Seeding {
    let mut tipping = Tipping::new(&mesh.graph, &request.model, &plan.already);
    let base = tipping.count();
    let (choice, centrality) = match (plan.method, &request.model) {
        (SeedingMethod::ComplexCentrality, DiffusionModel::ComplexContagion { k }) => {
            let central = central::choose(plan, &mesh.graph, *k, &mut tipping, pace);
            (central.choice, central.centrality)
        }
        _ => (sway::choose(plan, &mut tipping, pace), Vec::new()),
    };
    let reach = sway::reach(&choice.chosen, base, &mut tipping);
    let parts = |rank: usize| {
        let node = choice.chosen.get(rank).copied().unwrap_or_default() as usize;
        let before = rank.checked_sub(1).map_or(base, |before| reach.after(before));
        Parts {
            gain: f64::from(reach.after(rank).saturating_sub(before)),
            alone: reach.alone.get(rank).map(|&count| f64::from(count)),
            only: reach.only.get(rank).map(|&count| f64::from(count)),
            centrality: centrality.get(node).copied().flatten(),
        }
    };
    Seeding {
        seeds: describe::seeds(plan, mesh, &choice.chosen, parts),
        spread: describe::prefixes(plan, &choice.chosen, |seeds| exact(reach.after(seeds - 1))),
        already: exact(base),
        guarantee: describe::by_trial(plan, &choice, base, &mut tipping),
        method: plan.method,
        sets: None,
        cost: choice.cost,
        seed: request.seed,
        reproducible: !pace.stopped,
    }
}

/// A number that no chance is involved in.
fn exact(count: u32) -> ExpectedAdopters {
    ExpectedAdopters { spread: f64::from(count), standard_error: 0.0 }
}
