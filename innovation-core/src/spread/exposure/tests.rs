//! Oracles by definition, and refusals.

use super::known::bare;
use super::*;
use crate::error::Code;
use crate::people::Seed;
use crate::spread::network::{DiffusionNetwork, Edge, Node, Nodes, TieMeaning};
use proptest::prelude::*;

fn small() -> ExposureRequest {
    bare(
        DiffusionNetwork::of(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 2)]),
        vec![Some(1.0), Some(2.0), Some(2.0), Some(3.0), None, Some(4.0)],
    )
}

#[test]
fn a_refusal_names_its_place() {
    let values = |values: &[f64]| Covariate {
        name: "x".to_owned(),
        values: values.iter().map(|x| Some(*x)).collect(),
        ..Covariate::default()
    };
    let with = |covariates: Vec<Covariate>| ExposureRequest { covariates, ..small() };
    let times =
        |adoptions: &[Option<f64>]| ExposureRequest { adoptions: adoptions.to_vec(), ..small() };
    let moran = |options: MoranOptions| ExposureRequest { moran: options, ..small() };
    let (late, early) = ([Some(9e3); 6], [Some(-1.0); 6]);
    let none = Covariate { name: "x".to_owned(), ..Covariate::default() };
    let hazard = |hazard_model| ExposureRequest { hazard_model: Some(hazard_model), ..small() };
    for (request, code, at) in [
        (times(&[Some(1.0)]), Code::SpreadInvalidAdoptions, "/adoptions"),
        (times(&[None; 6]), Code::SpreadInvalidAdoptions, "/adoptions"),
        (times(&early), Code::SpreadInvalidAdoptions, "/adoptions/0"),
        (times(&late), Code::ContractTooLarge, "/adoptions"),
        (
            ExposureRequest { censored_at: Some(0), ..small() },
            Code::SpreadInvalidAdoptions,
            "/censoredAt",
        ),
        (ExposureRequest { lag: 4, ..small() }, Code::ContractInvalidValue, "/lag"),
        (ExposureRequest { window: 0, ..small() }, Code::ContractInvalidValue, "/window"),
        (
            ExposureRequest { discount: Some(-1.0), ..small() },
            Code::ContractInvalidValue,
            "/discount",
        ),
        (
            moran(MoranOptions { reach: Some(0), ..MoranOptions::default() }),
            Code::ContractInvalidValue,
            "/moran/reach",
        ),
        (
            moran(MoranOptions { sources: Some(1), ..MoranOptions::default() }),
            Code::ContractInvalidValue,
            "/moran/sources",
        ),
        (
            moran(MoranOptions { permutations: 10_000, ..MoranOptions::default() }),
            Code::ContractTooLarge,
            "/moran/permutations",
        ),
        (with(vec![none]), Code::SpreadInvalidCovariates, "/covariates/0"),
        (with(vec![values(&[1.0])]), Code::SpreadInvalidCovariates, "/covariates/0/values"),
        (with(vec![values(&[1e12; 6])]), Code::SpreadInvalidCovariates, "/covariates/0/values/0"),
        (with(vec![values(&[1.0; 6])]), Code::SpreadInvalidCovariates, "/covariates/0"),
        (
            with(vec![values(&[0.0, 1.0, 0.5, 3.0, 4.0, 5.0]); 2]),
            Code::SpreadInvalidCovariates,
            "/covariates/1/name",
        ),
        (
            hazard(HazardModel { lag: 9, ..HazardModel::default() }),
            Code::ContractInvalidValue,
            "/hazardModel/lag",
        ),
    ] {
        let error = exposure(&request).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, at), "{error}");
    }
}

#[test]
fn an_effect_without_a_finite_estimate_is_named() {
    // Whoever has a course adopts in the next period, and nobody else does.
    let network = DiffusionNetwork::of(8, &[(0, 1), (2, 3), (4, 5), (6, 7)]);
    let times =
        [1.0, 2.0, 2.0, 2.0, 9.0, 9.0, 9.0, 2.0].map(|time| Some(time).filter(|t| *t < 9.0));
    let mut request = bare(network, times.to_vec());
    request.censored_at = Some(3);
    request.hazard_model =
        Some(HazardModel { periods: PeriodEffects::None, ..HazardModel::default() });
    request.covariates = vec![Covariate {
        name: "course".to_owned(),
        values: times.iter().map(|time| Some(f64::from(u8::from(time.is_some())))).collect(),
        ..Covariate::default()
    }];
    let error = exposure(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::SpreadNoFit, "/covariates/0"), "{error}");
}

#[test]
fn a_watch_that_says_stop_leaves_all_but_the_distances() {
    struct Stop;
    impl Watch for Stop {
        fn proceed(&mut self, _: &crate::watch::Progress) -> bool {
            false
        }
    }
    let nodes = 3000;
    let ring: Vec<(u32, u32)> = (0..nodes).map(|node| (node, (node + 1) % nodes)).collect();
    let adoptions = (0..nodes).map(|node| Some(f64::from(node % 4 + 1))).collect();
    let request = bare(DiffusionNetwork::of(nodes, &ring), adoptions);
    let stopped = exposure_watched(&request, &mut Stop).unwrap();
    assert_eq!(
        stopped.periods[0].moran_geodesic.as_ref().unwrap().value,
        Stat::undefined("stopped")
    );
    assert!(stopped.periods[0].moran_adjacency.sd.value.is_some());
    assert!(exposure(&request).unwrap().geodesic.unwrap().exact);
}

/// A random diffusion on 9 nodes.
fn any_case() -> impl Strategy<Value = ExposureRequest> {
    let ties = prop::collection::btree_map((0_u32..9, 0_u32..9), 0.25f64..4.0, 4..30);
    let times = prop::collection::vec(prop::option::weighted(0.8, 1_u32..6), 9);
    (ties, times, any::<bool>(), any::<bool>()).prop_map(|(ties, times, weighted, directed)| {
        let edges = ties.into_iter().filter(|((a, b), _)| a < b || (directed && a > b));
        let edges = edges
            .map(|((a, b), weight)| Edge {
                from: Node::Place(a),
                to: Node::Place(b),
                weight: weighted.then_some(weight),
            })
            .collect();
        let network = DiffusionNetwork {
            nodes: Nodes::Count(9),
            edges,
            directed,
            meaning: TieMeaning::Influences,
        };
        let mut adoptions: Vec<Option<f64>> =
            times.into_iter().map(|time| time.map(f64::from)).collect();
        adoptions[0] = Some(1.0);
        bare(network, adoptions)
    })
}

/// Weights of who sees whom, as a full matrix.
fn matrix(request: &ExposureRequest) -> [[f64; 9]; 9] {
    let mut sees = [[0.0; 9]; 9];
    for edge in &request.network.edges {
        let (Node::Place(a), Node::Place(b)) = (&edge.from, &edge.to) else { continue };
        let weight = edge.weight.unwrap_or(1.0);
        sees[*b as usize][*a as usize] = weight;
        if !request.network.directed {
            sees[*a as usize][*b as usize] = weight;
        }
    }
    sees
}

/// Index and standard deviation by their definition over all pairs.
fn dense(mut weights: [[f64; 9]; 9], adopted: [f64; 9]) -> Option<(f64, f64)> {
    for row in &mut weights {
        let total: f64 = row.iter().sum();
        row.iter_mut().for_each(|cell| *cell /= if total > 0.0 { total } else { 1.0 });
    }
    let n = 9.0;
    let mean = adopted.iter().sum::<f64>() / n;
    let off = adopted.map(|x| x - mean);
    let (mut cross, mut all, mut pairs, mut sides) = (0.0, 0.0, 0.0, 0.0);
    for i in 0..9 {
        let mut side = 0.0;
        for j in 0..9 {
            cross += weights[i][j] * off[i] * off[j];
            all += weights[i][j];
            pairs += 0.5 * (weights[i][j] + weights[j][i]) * (weights[i][j] + weights[j][i]);
            side += weights[i][j] + weights[j][i];
        }
        sides += side * side;
    }
    let second: f64 = off.iter().map(|x| x * x).sum::<f64>() / n;
    let fourth: f64 = off.iter().map(|x| x * x * x * x).sum::<f64>() / n;
    if all == 0.0 || second == 0.0 {
        return None;
    }
    let k = fourth / (second * second);
    let variance = (n * ((n * n - 3.0 * n + 3.0) * pairs - n * sides + 3.0 * all * all)
        - k * (n * (n - 1.0) * pairs - 2.0 * n * sides + 6.0 * all * all))
        / ((n - 1.0) * (n - 2.0) * (n - 3.0) * all * all)
        - 1.0 / ((n - 1.0) * (n - 1.0));
    Some((cross / (all * second), crate::math::sqrt(variance.max(0.0))))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Exposure, thresholds and both indices are what their definitions say.
    #[test]
    fn answers_follow_their_definitions(request in any_case(), reach in 1_u32..6, lag in 0_u32..2) {
        let request = ExposureRequest {
            lag,
            by_period: true,
            censored_at: Some(6),
            moran: MoranOptions { reach: Some(reach), ..MoranOptions::default() },
            ..request
        };
        let found = exposure(&request).unwrap();
        let sees = matrix(&request);
        let adopted = |node: usize, period: f64| {
            f64::from(u8::from(request.adoptions[node].is_some_and(|time| time <= period)))
        };
        let share = |node: usize, period: f64| {
            let total: f64 = sees[node].iter().sum();
            let seen: f64 = (0..9).map(|other| sees[node][other] * adopted(other, period)).sum();
            (total > 0.0).then(|| seen / total)
        };
        let near = |found: Option<f64>, known: Option<f64>| match (found, known) {
            (Some(found), Some(known)) => (found - known).abs() < 1e-9,
            (found, known) => found == known,
        };
        for node in 0..9 {
            for period in 1..=6_usize {
                prop_assert!(near(found.exposure[node][period - 1], share(node, period as f64)));
            }
            let known = request.adoptions[node]
                .map(|time| time - f64::from(lag))
                .filter(|time| *time >= 1.0)
                .and_then(|time| share(node, time));
            prop_assert!(near(found.nodes[node].threshold.value, known));
        }
        let mut distance = [[99_u32; 9]; 9];
        for i in 0..9 {
            for j in 0..9 {
                if sees[i][j] > 0.0 {
                    distance[i][j] = 1;
                }
            }
        }
        for k in 0..9 {
            for i in 0..9 {
                for j in 0..9 {
                    distance[i][j] = distance[i][j].min(distance[i][k] + distance[k][j]);
                }
            }
        }
        let mut inverse = [[0.0; 9]; 9];
        for i in 0..9 {
            for j in (0..9).filter(|&j| j != i && distance[i][j] <= reach) {
                inverse[i][j] = 1.0 / f64::from(distance[i][j]);
            }
        }
        for (period, own) in (1_u32..).zip(&found.periods) {
            let world = std::array::from_fn(|node| adopted(node, f64::from(period)));
            let geodesic = own.moran_geodesic.as_ref().unwrap();
            for (moran, weights) in [(&own.moran_adjacency, sees), (geodesic, inverse)] {
                let known = dense(weights, world);
                prop_assert!(near(moran.value.value, known.map(|known| known.0)));
                if let (Some(sd), Some((_, known))) = (moran.sd.value, known) {
                    prop_assert!((sd - known).abs() < 1e-6);
                }
            }
        }
    }

    /// The same from all nodes, whatever the order in which they are drawn.
    #[test]
    fn a_seed_does_not_matter_where_all_nodes_are_measured(request in any_case(), seed in 0_u64..99) {
        let other = ExposureRequest {
            moran: MoranOptions { seed: Seed::new(seed).unwrap(), ..MoranOptions::default() },
            ..request.clone()
        };
        prop_assert_eq!(exposure(&request).unwrap(), exposure(&other).unwrap());
    }

    /// No request hangs, panics or answers with what is no number.
    #[test]
    fn any_regression_is_fitted_or_refused(request in any_case(), numbers in prop::collection::vec(-9f64..9.0, 9)) {
        let values = numbers.into_iter().map(Some).collect();
        let request = ExposureRequest {
            covariates: vec![Covariate { name: "x".to_owned(), values, ..Covariate::default() }],
            hazard_model: Some(HazardModel { periods: PeriodEffects::Linear, ..HazardModel::default() }),
            ..request
        };
        if let Ok(found) = exposure(&request) {
            let model = found.hazard_model.unwrap();
            prop_assert!(model.coefficients.iter().all(|effect| effect.p.is_finite()));
        }
    }
}

/// A ring with shortcuts, adopted in waves along it.
fn town(nodes: u32) -> ExposureRequest {
    let far = |node: u32| (node * 7 + nodes / 3) % nodes;
    let mut ties: std::collections::BTreeSet<(u32, u32)> = std::collections::BTreeSet::new();
    for node in 0..nodes {
        ties.insert((node.min((node + 1) % nodes), node.max((node + 1) % nodes)));
        if node % 5 == 0 && far(node) != node {
            ties.insert((node.min(far(node)), node.max(far(node))));
        }
    }
    let adoptions =
        (0..nodes).map(|node| Some(f64::from(node * 6 / nodes + 1 + node % 2))).collect();
    bare(DiffusionNetwork::of(nodes, &ties.into_iter().collect::<Vec<_>>()), adoptions)
}

#[test]
fn nodes_drawn_at_random_stand_for_all_within_their_standard_error() {
    let request = town(400);
    let exact = exposure(&request).unwrap();
    let (mut far, mut all) = (0, 0);
    for seed in 0..20 {
        let moran = MoranOptions {
            sources: Some(80),
            seed: Seed::new(seed).unwrap(),
            ..MoranOptions::default()
        };
        let drawn = exposure(&ExposureRequest { moran, ..request.clone() }).unwrap();
        assert!(!drawn.geodesic.unwrap().exact);
        let pairs = exact.periods.iter().zip(&drawn.periods).take(6);
        for (known, found) in pairs {
            let (known, found) =
                (known.moran_geodesic.as_ref().unwrap(), found.moran_geodesic.as_ref().unwrap());
            let off = known.value.value.unwrap() - found.value.value.unwrap();
            far += u32::from(off.abs() > 2.0 * found.standard_error.unwrap());
            all += 1;
            assert_eq!(found.p, Stat::undefined("sampled"));
        }
    }
    // One in twenty is expected beyond two standard errors; periods of one draw go together.
    assert!(far * 6 < all, "{far} of {all}");
}

#[test]
fn exchanges_and_formulas_agree() {
    let request = town(60);
    let formula = exposure(&request).unwrap();
    let moran = MoranOptions { permutations: 2_000, ..MoranOptions::default() };
    let exchanged = exposure(&ExposureRequest { moran, ..request }).unwrap();
    for (one, other) in formula.periods.iter().zip(&exchanged.periods).take(5) {
        for (one, other) in [
            (&one.moran_adjacency, &other.moran_adjacency),
            (one.moran_geodesic.as_ref().unwrap(), other.moran_geodesic.as_ref().unwrap()),
        ] {
            assert_eq!(one.value, other.value);
            assert!((one.sd.value.unwrap() / other.sd.value.unwrap() - 1.0).abs() < 0.08);
        }
    }
}
