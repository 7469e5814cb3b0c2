//! Each model beside a plain loop, and what every course keeps to.

use super::*;
use crate::random::{Address, Purpose, Stream};
use crate::spread::BassCovariates;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Thresholds and complex contagion do what a plain loop over all nodes does.
    #[test]
    fn fixed_thresholds_agree_with_a_plain_loop(
        small in any_small(),
        values in prop::collection::vec(0_u32..=4, 8),
        k in 1_u32..4,
        steps in prop::option::of(1_u32..4),
    ) {
        let values: Vec<f64> =
            values.iter().take(small.nodes as usize).map(|v| f64::from(*v) / 4.0).collect();
        for (weighted, fixed) in [(false, true), (true, true), (false, false)] {
            let model = if fixed {
                DiffusionModel::Threshold { values: values.clone() }
            } else {
                DiffusionModel::ComplexContagion { k }
            };
            let own = SimulateRequest { steps, ..request(small.network(weighted), model) };
            let answer = simulate(&own).unwrap();
            let weight = |arc: &(u32, u32, f64)| if weighted { arc.2 } else { 1.0 };
            let mut adopted: Vec<bool> = (0..small.nodes).map(|node| node == 0).collect();
            let mut curve = vec![1.0];
            for _ in 0..steps.unwrap_or(9) {
                let before = adopted.clone();
                for node in 0..small.nodes {
                    let into = || small.arcs.iter().filter(move |arc| arc.1 == node);
                    let all: f64 = into().map(weight).sum();
                    let of: f64 =
                        into().filter(|arc| before[arc.0 as usize]).map(weight).sum();
                    let enough = if fixed {
                        let share = if all > 0.0 { of / all } else { 0.0 };
                        share >= values[node as usize] - 1e-9
                    } else {
                        of >= f64::from(k)
                    };
                    adopted[node as usize] |= enough;
                }
                curve.push(adopted.iter().filter(|&&adopted| adopted).count() as f64);
            }
            prop_assert_eq!(means(&answer, curve.len()), curve);
            prop_assert_eq!((answer.method, answer.replicates), (SimulationMethod::Deterministic, 1));
        }
    }
}

/// A network in which everybody influences everybody.
fn complete(nodes: u32) -> DiffusionNetwork {
    let ties: Vec<_> = (0..nodes).flat_map(|a| (a + 1..nodes).map(move |b| (a, b))).collect();
    DiffusionNetwork::of(nodes, &ties)
}

fn bass(p: f64, q: f64, covariates: Option<BassCovariates>) -> DiffusionModel {
    DiffusionModel::Bass { p, q, covariates }
}

/// How often Bass is played, by hand and not.
const RUNS: u32 = 20_000;

/// Bass node by node with a chance in each step, drawn in order, from so many first nodes.
fn bass_by_hand(
    small: &Small,
    (p, q): (f64, f64),
    covariates: &BassCovariates,
    seeds: u32,
) -> Vec<f64> {
    let mut random = Stream::new(77, Address::of(Purpose::General));
    let mut curve = vec![0.0; 6];
    for _ in 0..RUNS {
        let mut adopted: Vec<bool> = (0..small.nodes).map(|node| node < seeds).collect();
        for (step, mean) in curve.iter_mut().enumerate() {
            let before = adopted.clone();
            *mean += adopted.iter().filter(|&&adopted| adopted).count() as f64 / f64::from(RUNS);
            for node in 0..small.nodes {
                let into = || small.arcs.iter().filter(move |arc| arc.1 == node);
                let all: f64 = into().map(|arc| arc.2).sum();
                let of: f64 = into().filter(|arc| before[arc.0 as usize]).map(|arc| arc.2).sum();
                let share = if all > 0.0 { of / all } else { 0.0 };
                let at = step.min(covariates.steps.len() - 1);
                let effect = covariates.nodes[node as usize] + covariates.steps[at];
                let hazard = p * crate::math::exp(effect) + q * share;
                adopted[node as usize] |= random.unit() < 1.0 - crate::math::exp(-hazard);
            }
        }
    }
    curve
}

proptest! {
    #![proptest_config(fixed(12))]

    /// Bass by borne hazard is Bass by a chance in each step.
    #[test]
    fn bass_agrees_with_a_chance_in_each_step(
        small in any_small(), p in 0.0..0.3, q in 0.0..1.5, seeds in 0_u32..3,
    ) {
        let covariates = BassCovariates {
            nodes: (0..small.nodes).map(|node| f64::from(node) / 5.0 - 0.5).collect(),
            steps: vec![0.0, 0.4, -0.3],
        };
        let by_hand = bass_by_hand(&small, (p, q), &covariates, seeds);
        let own = SimulateRequest {
            steps: Some(5),
            replicates: RUNS,
            seeds: (0..seeds).map(Node::Place).collect(),
            ..request(small.network(true), bass(p, q, Some(covariates)))
        };
        let answer = simulate(&own).unwrap();
        // Both are drawn: deviations of at most three adopters, twice.
        prop_assert!(near(&means(&answer, 6), &by_hand, 4.0 * 3.0 * crate::math::sqrt(2.0 / f64::from(RUNS))),
            "{:?} {:?}", means(&answer, 6), by_hand);
    }
}

#[test]
fn bass_on_a_complete_network_follows_the_recursion() {
    let (nodes, p, q) = (400_u32, 0.03, 0.38);
    let own = SimulateRequest {
        seeds: Vec::new(),
        steps: Some(20),
        replicates: 200,
        ..request(complete(nodes), bass(p, q, None))
    };
    let answer = simulate(&own).unwrap();
    let mut share = 0.0;
    for step in &answer.curve {
        assert!((step.mean / f64::from(nodes) - share).abs() < 0.02, "{step:?} {share}");
        share += (1.0 - share) * (1.0 - crate::math::exp(-(p + q * share)));
    }
    assert_eq!(answer.curve.len(), 21);
    assert!(
        answer
            .curve
            .iter()
            .all(|step| { step.quantiles.windows(2).all(|pair| pair[0].value <= pair[1].value) })
    );
}

#[test]
fn bass_without_influence_stands_still() {
    let own = SimulateRequest { seeds: Vec::new(), ..request(complete(5), bass(0.0, 3.0, None)) };
    let answer = simulate(&own).unwrap();
    assert_eq!((answer.adopters.most, answer.curve.len()), (0, 1));
}

#[test]
fn a_long_row_is_followed_to_its_end() {
    let ties: Vec<_> = (0..2999).map(|node| (node, node + 1)).collect();
    let own = request(
        DiffusionNetwork::of(3000, &ties),
        DiffusionModel::IndependentCascade { p: Some(1.0) },
    );
    let answer = simulate(&SimulateRequest { replicates: 3, ..own.clone() }).unwrap();
    assert_eq!((answer.adopters.mean, answer.curve.len()), (3000.0, 1001));
    let exact = simulate(&SimulateRequest { exact: true, ..own.clone() }).unwrap();
    assert_eq!(exact.adopters.mean, 3000.0);
    let cut = simulate(&SimulateRequest { replicates: 3, steps: Some(7), ..own }).unwrap();
    assert_eq!((cut.adopters.mean, cut.curve.len()), (8.0, 8));
}

#[test]
fn one_replicate_has_no_deviation() {
    let own = request(complete(4), DiffusionModel::IndependentCascade { p: Some(0.5) });
    let answer = simulate(&SimulateRequest { replicates: 1, ..own }).unwrap();
    assert_eq!(answer.adopters.standard_deviation.undefined, Some("one-replicate"));
    assert_eq!(answer.adopters.standard_error.value, None);
}

#[test]
fn the_caller_may_end_it() {
    struct Stop(u32);
    impl Watch for Stop {
        fn proceed(&mut self, progress: &Progress) -> bool {
            assert_eq!(progress.total, Some(100_000));
            self.0 -= 1;
            self.0 > 0
        }
    }
    let mut own = request(complete(40), DiffusionModel::IndependentCascade { p: Some(0.5) });
    own.replicates = 100_000;
    let answer = simulate_watched(&own, &mut Stop(3)).unwrap();
    assert!(!answer.reproducible && answer.replicates < 100_000);
    own.replicates = answer.replicates;
    let same = simulate(&own).unwrap();
    assert_eq!((&same.adopters, &same.curve), (&answer.adopters, &answer.curve));
    assert!(same.reproducible);
}
