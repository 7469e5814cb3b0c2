//! The answer in the contract's words.

use super::check::Plan;
use super::document::{
    NodeShare, SimulateRequest, SimulatedAdopters, SimulatedQuantile, SimulatedStep, Simulation,
    SimulationMethod,
};
use super::tally::{Tally, quantile};
use crate::math;
use crate::stat::Stat;
use crate::text::Text;

/// How the courses came about.
pub(super) struct Made {
    pub method: SimulationMethod,
    /// Replicates done, and whether the caller ended them.
    pub replicates: u32,
    pub stopped: bool,
}

/// What courses add up to, as an answer.
pub(super) fn simulation(
    request: &SimulateRequest,
    plan: &Plan<'_>,
    tally: &Tally,
    made: &Made,
) -> Simulation {
    let adopters = adopters(request, tally, made);
    let nodes = plan.mesh.graph.nodes();
    let mut curve = Vec::new();
    tally.steps(|step, mean, counted| {
        let quantiles = quantiles(request, counted);
        curve.push(SimulatedStep { step: step as u32, mean: told(mean, made), quantiles });
    });
    let share = |(node, weight): (u32, &f64)| NodeShare {
        node: plan.mesh.name(node),
        share: told(weight / tally.weight, made).min(1.0),
    };
    Simulation {
        seed: request.seed,
        method: made.method,
        replicates: made.replicates,
        reproducible: !made.stopped,
        nodes,
        reading: reading(request, nodes, &adopters, tally, made),
        adopters,
        curve,
        curve_resolution: tally.resolution(),
        per_node: request.per_node.then(|| (0..).zip(&tally.per_node).map(share).collect()),
    }
}

/// What is enumerated without what adding probabilities leaves: to twelve decimals.
fn told(value: f64, made: &Made) -> f64 {
    match made.method {
        SimulationMethod::Enumerated => libm::rint(value * 1e12) / 1e12,
        _ => value,
    }
}

fn adopters(request: &SimulateRequest, tally: &Tally, made: &Made) -> SimulatedAdopters {
    let finals: Vec<(u64, f64)> = tally.finals.iter().map(|(c, weight)| (*c, *weight)).collect();
    let total: f64 = finals.iter().map(|(count, weight)| *count as f64 * weight).sum();
    let mean = total / tally.weight;
    let squares: f64 = finals
        .iter()
        .map(|(count, weight)| (*count as f64 - mean) * (*count as f64 - mean) * weight)
        .sum();
    let (standard_deviation, standard_error) = match made.method {
        SimulationMethod::Drawn if made.replicates < 2 => {
            (Stat::undefined("one-replicate"), Stat::undefined("one-replicate"))
        }
        SimulationMethod::Drawn => {
            let deviation = math::sqrt(squares / (tally.weight - 1.0));
            (Stat::of(deviation), Stat::of(deviation / math::sqrt(tally.weight)))
        }
        SimulationMethod::Enumerated => {
            (Stat::of(told(math::sqrt(squares / tally.weight), made)), Stat::of(0.0))
        }
        SimulationMethod::Deterministic => (Stat::of(0.0), Stat::of(0.0)),
    };
    SimulatedAdopters {
        mean: told(mean, made),
        standard_deviation,
        standard_error,
        quantiles: quantiles(request, &finals),
        least: finals.first().map_or(0, |(count, _)| *count as u32),
        most: finals.last().map_or(0, |(count, _)| *count as u32),
    }
}

fn quantiles(request: &SimulateRequest, counted: &[(u64, f64)]) -> Vec<SimulatedQuantile> {
    let each = |&probability: &f64| SimulatedQuantile {
        probability,
        value: quantile(counted, probability) as u32,
    };
    request.quantiles.iter().map(each).collect()
}

/// Replicates below which nothing is said about nine of ten courses.
const FEW: u32 = 20;

/// What the answer says, and what it does not.
fn reading(
    request: &SimulateRequest,
    nodes: u32,
    adopters: &SimulatedAdopters,
    tally: &Tally,
    made: &Made,
) -> Text {
    let mean = number(adopters.mean);
    let mean_in_french = mean.replace('.', ",");
    let (mut english, mut french) = match made.method {
        SimulationMethod::Deterministic => (
            format!("{mean} of {nodes} nodes adopt; the model leaves nothing to chance."),
            format!(
                "{mean_in_french} nœuds sur {nodes} adoptent\u{202f}; le modèle ne laisse rien \
                 au hasard."
            ),
        ),
        SimulationMethod::Enumerated => (
            format!("{mean} of {nodes} nodes are expected to adopt; every course was counted."),
            format!(
                "On attend {mean_in_french} adoptions pour {nodes} nœuds\u{202f}; tous les \
                 déroulements ont été comptés."
            ),
        ),
        SimulationMethod::Drawn => {
            let mut english = format!("{mean} of {nodes} nodes adopt on average");
            let mut french = format!("En moyenne, {mean_in_french} nœuds sur {nodes} adoptent");
            if made.replicates >= FEW {
                let finals: Vec<(u64, f64)> = tally.finals.iter().map(|(c, w)| (*c, *w)).collect();
                let [low, high] = [0.05, 0.95].map(|share| quantile(&finals, share));
                english.push_str(&format!(", and in nine of ten courses from {low} to {high}"));
                french.push_str(&format!(", et dans neuf déroulements sur dix de {low} à {high}"));
            }
            (english + ".", french + ".")
        }
    };
    if made.method == SimulationMethod::Drawn && made.replicates < request.replicates {
        let (done, asked) = (made.replicates, request.replicates);
        let (why, pourquoi) = if made.stopped {
            ("it was stopped", "le calcul a été arrêté")
        } else {
            ("that is as much as one request may take", "c’est le maximum pour une demande")
        };
        english.push_str(&format!(" {done} of {asked} replicates were played: {why}."));
        french.push_str(&format!(
            " {done} répétitions sur {asked} ont été jouées\u{a0}: {pourquoi}."
        ));
    }
    english.push_str(" This follows from the model and the ties as given; it is not a forecast.");
    french.push_str(
        " Cela découle du modèle et des liens tels qu’ils sont donnés\u{202f}; ce n’est pas une \
         prévision.",
    );
    Text::both(&english, &french)
}

/// A number with at most two decimals.
fn number(value: f64) -> String {
    (libm::rint(value * 100.0) / 100.0).to_string()
}
