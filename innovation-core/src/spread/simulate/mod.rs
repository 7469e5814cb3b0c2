//! How far an innovation spreads through a network, and how fast.
//!
//! A request is checked once ([`check`]). A model plays courses ([`course`]): cascades
//! ([`cascade`]), thresholds ([`threshold`]), Bass ([`bass`]), with random numbers that follow
//! from the seed and the replicate's number alone ([`draw`]); or all courses are gone through
//! ([`exact`]). Courses are added up in whole numbers ([`tally`]) and told ([`describe`]).
//!
//! Invariant: a replicate is the same whatever the number and the order of the others.

mod bass;
mod cascade;
mod check;
mod course;
mod describe;
mod document;
mod draw;
mod exact;
#[cfg(test)]
mod laws;
mod tally;
mod threshold;

pub use document::{
    NodeShare, SimulateRequest, SimulatedAdopters, SimulatedQuantile, SimulatedStep, Simulation,
    SimulationMethod,
};

use super::DiffusionModel;
use crate::error::Result;
use crate::watch::{Progress, Unwatched, Watch};
use bass::Bass;
use cascade::{EvenCascade, LiveArcs};
use check::Plan;
use course::{Course, Play, Scene};
use describe::Made;
use exact::{Walk, Weight};
use std::ops::Range;
use tally::Tally;
use threshold::Fixed;

/// Nodes and arcs that one request may look at, about a minute's worth; what has been played by
/// then is told.
const WORK: u64 = 5_000_000_000;

/// Nodes and arcs between two looks at the watch.
const LOOK: u64 = 1 << 20;

/// What a replicate and each of its steps cost beside the nodes and arcs it looks at.
const REPLICATE: u64 = 256;
const STEP: u64 = 64;

/// Plays the spread of an innovation through a network and tells how far it comes and how fast.
///
/// Step 0 is that of the seeds; whoever has adopted stays with it, and in each step all adopt at
/// once whom those of the steps before win over. Each replicate draws from its own numbers: the
/// first hundred of a thousand are those of a hundred. Except for one chance on all ties, which
/// is drawn faster, two requests with the same seed share what each tie or node draws: more
/// seeds, larger chances of ties or larger rates of Bass never lead to fewer adopters in any
/// replicate.
///
/// Fixed thresholds and complex contagion leave nothing to chance and are played once. A
/// threshold of 0 is reached without anybody in the first step. With `exact`, cascades and linear
/// thresholds are not drawn: all that can happen is gone through.
///
/// A request that asks for more replicates than 5·10⁹ looks at nodes and ties allow is answered
/// with those that were played by then, always the same.
///
/// Chances tie by tie, and the influences of linear thresholds, are rounded to multiples of
/// 2⁻³¹ where courses are drawn.
///
/// # Errors
///
/// `spread.invalid-network` and `spread.invalid-model` where the network or the model contradict
/// themselves, `spread.unknown-node` where a seed is no node. `spread.invalid-plan` where there
/// is no seed, a seed stands twice, or replicates, steps or quantiles are out of range, and where
/// all courses of Bass are asked for. `contract.too-large` beyond 1,000,000 replicates, where too
/// much can happen to go through it all, and beyond 10⁹ nodes times steps of Bass.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{DiffusionModel, DiffusionNetwork, Node, SimulateRequest, simulate};
/// let request = SimulateRequest {
///     exact: true,
///     ..SimulateRequest::of(
///         DiffusionNetwork::of(3, &[(0, 1), (1, 2)]),
///         DiffusionModel::IndependentCascade { p: Some(0.5) },
///         vec![Node::Place(0)],
///     )
/// };
/// assert_eq!(simulate(&request)?.adopters.mean, 1.75);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// D. Kempe, J. Kleinberg, É. Tardos, *Maximizing the spread of influence through a social
/// network*, KDD 2003 (cascades and linear thresholds).
/// M. Granovetter, *Threshold models of collective behavior*, American Journal of Sociology
/// 83(6), 1978. D. Centola, M. Macy, *Complex contagions and the weakness of long ties*, American
/// Journal of Sociology 113(3), 2007.
/// F. M. Bass, *A new product growth for model consumer durables*, Management Science 15(5), 1969.
pub fn simulate(request: &SimulateRequest) -> Result<Simulation> {
    simulate_watched(request, &mut Unwatched)
}

/// [`simulate`](simulate()) under a watch that sees replicates and may stop them; the answer then
/// tells those that were done, at least one.
///
/// # Errors
///
/// As [`simulate`](simulate()).
pub fn simulate_watched(request: &SimulateRequest, watch: &mut dyn Watch) -> Result<Simulation> {
    let plan = Plan::read(request)?;
    let scene = plan.scene();
    let nodes = request.per_node.then(|| scene.graph.nodes());
    let mut tally = Tally::new(!request.quantiles.is_empty(), nodes);
    if let (true, Some((weight, thresholds))) = (request.exact, enumerable(request, scene)) {
        tally = Walk::new(scene, weight, thresholds, tally).all()?;
        let made = Made { method: SimulationMethod::Enumerated, replicates: 0, stopped: false };
        return Ok(describe::simulation(request, &plan, &tally, &made));
    }
    let method = method(&request.model);
    let most = if method == SimulationMethod::Drawn { request.replicates } else { 1 };
    let mut model = model(request, scene);
    let (replicates, stopped) = play(model.as_mut(), 0..most, &mut tally, watch);
    Ok(describe::simulation(request, &plan, &tally, &Made { method, replicates, stopped }))
}

/// What an arc weighs where all courses can be gone through, and whether weights add up.
fn enumerable(request: &SimulateRequest, scene: Scene<'_>) -> Option<(Weight, bool)> {
    match &request.model {
        DiffusionModel::IndependentCascade { p: Some(p) } => Some((Weight::Even(*p), false)),
        DiffusionModel::IndependentCascade { p: None } => Some((Weight::Own, false)),
        DiffusionModel::WeightedCascade {} => Some((Weight::Divided, false)),
        DiffusionModel::LinearThreshold {} if scene.graph.weighted() => Some((Weight::Own, true)),
        DiffusionModel::LinearThreshold {} => Some((Weight::Divided, true)),
        _ => None,
    }
}

fn method(model: &DiffusionModel) -> SimulationMethod {
    match model {
        DiffusionModel::Threshold { .. } | DiffusionModel::ComplexContagion { .. } => {
            SimulationMethod::Deterministic
        }
        _ => SimulationMethod::Drawn,
    }
}

/// What plays the model of a request.
fn model<'a>(request: &'a SimulateRequest, scene: Scene<'a>) -> Box<dyn Play + 'a> {
    match &request.model {
        DiffusionModel::IndependentCascade { p: Some(p) } => Box::new(EvenCascade::new(scene, *p)),
        DiffusionModel::IndependentCascade { p: None } => Box::new(LiveArcs::own(scene)),
        DiffusionModel::WeightedCascade {} => Box::new(LiveArcs::divided(scene)),
        DiffusionModel::LinearThreshold {} => Box::new(LiveArcs::thresholds(scene)),
        DiffusionModel::Threshold { values } => Box::new(Fixed::shares(scene, values)),
        DiffusionModel::ComplexContagion { k } => Box::new(Fixed::count(scene, *k)),
        DiffusionModel::Bass { p, q, covariates } => {
            Box::new(Bass::new(scene, (*p, *q), covariates.as_ref()))
        }
    }
}

/// Plays replicates, at least one, until the limit on work or the caller ends it: how many, and
/// whether it was the caller.
fn play(
    model: &mut dyn Play,
    replicates: Range<u32>,
    tally: &mut Tally,
    watch: &mut dyn Watch,
) -> (u32, bool) {
    let mut course = Course::default();
    let mut looked = 0;
    let mut done = 0;
    let total = replicates.len() as u64;
    for replicate in replicates {
        model.play(replicate, &mut course);
        tally.add(&course.curve, &course.adopters, 1.0);
        done += 1;
        course.work += REPLICATE + STEP * course.curve.len() as u64;
        if u64::from(done) == total || course.work >= WORK {
            break;
        }
        if course.work - looked >= LOOK {
            looked = course.work;
            let progress = Progress::new(u64::from(done), Some(total), None);
            if !watch.proceed(&progress) {
                return (done, true);
            }
        }
    }
    (done, false)
}
