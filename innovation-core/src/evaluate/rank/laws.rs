//! Laws of ranking: exact shares against draws, order, dominance, limits and refusals.

use super::*;
use crate::watch::Progress;
use proptest::prelude::*;
use serde_json::{Value, json};

fn ranked(request: &Value) -> Result<Ranking> {
    rank(&serde_json::from_value(request.clone()).unwrap())
}

/// Alternatives `a0`… and criteria `c0`…, with partial values.
fn brief(values: &[Vec<Value>]) -> Value {
    let criteria = values.first().map_or(0, Vec::len);
    let row = |(at, row): (usize, &Vec<Value>)| {
        let values: serde_json::Map<String, Value> =
            row.iter().enumerate().map(|(at, value)| (format!("c{at}"), value.clone())).collect();
        json!({"id": format!("a{at}"), "values": values})
    };
    json!({
        "alternatives": values.iter().enumerate().map(row).collect::<Vec<_>>(),
        "criteria": (0..criteria).map(|at| json!({"id": format!("c{at}"), "direction": "max"}))
            .collect::<Vec<_>>(),
    })
}

fn known(values: &[Vec<f64>]) -> Vec<Vec<Value>> {
    values.iter().map(|row| row.iter().map(|value| json!(value)).collect()).collect()
}

/// A value known so nearly that only draws will do.
fn nearly(values: &[Vec<f64>]) -> Vec<Vec<Value>> {
    let mut values = known(values);
    let first = values[0][0].as_f64().unwrap();
    values[0][0] = json!([first, first + 1e-13]);
    values
}

fn with(mut request: Value, field: &str, value: Value) -> Value {
    request[field] = value;
    request
}

fn any_values(criteria: usize) -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(0.0..0.999f64, criteria), 2..7)
}

/// Limits on three weights, each of another kind.
fn any_limits() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({})),
        Just(json!({"order": [["c0"], ["c1"], ["c2"]]})),
        Just(json!({"order": [["c2"], ["c0", "c1"]]})),
        Just(json!({"order": [["c1"], ["c0"]]})),
        Just(json!({"between": {"c0": [0.2, 1]}})),
        Just(json!({"between": {"c0": [0.25, 0.27], "c1": [0.1, 0.6]}})),
        Just(json!({"between": {"c1": [0.3, 0.3]}})),
        Just(json!({"ratios": [{"of": "c0", "to": "c1", "min": 1, "max": 1.05}]})),
        Just(json!({"ratios": [{"of": "c0", "to": "c1", "min": 2, "max": 2}]})),
        Just(
            json!({"linear": [{"terms": {"c0": 1, "c1": 1}, "max": 0.5}], "order": [["c0"], ["c1"]]})
        ),
        Just(json!({"exact": {"c0": 0.5, "c1": 0.3, "c2": 0.2}})),
    ]
}

fn sums_are_one(ranking: &Ranking) {
    let size = ranking.overall.alternatives.len();
    let mut by_rank = vec![0.0; size];
    for one in &ranking.overall.alternatives {
        let own: f64 = one.acceptability.iter().sum();
        assert!((own - 1.0).abs() < 1e-9, "{own}");
        for (sum, share) in by_rank.iter_mut().zip(&one.acceptability) {
            *sum += share;
        }
    }
    assert!(by_rank.iter().all(|sum| (sum - 1.0).abs() < 1e-9), "{by_rank:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Draws agree with exact shares within five standard errors, under every kind of limit.
    #[test]
    fn draws_agree_with_exact_shares(values in any_values(3), limits in any_limits(), seed in 0..1000u32) {
        let exact = ranked(&with(brief(&known(&values)), "weights", limits.clone())).unwrap();
        let request = with(with(brief(&nearly(&values)), "weights", limits), "seed", json!(seed));
        let drawn = ranked(&with(request, "draws", json!(4000))).unwrap();
        prop_assert!(exact.exact && !drawn.exact);
        sums_are_one(&exact);
        sums_are_one(&drawn);
        for (exact, drawn) in exact.overall.alternatives.iter().zip(&drawn.overall.alternatives) {
            let errors = drawn.standard_errors.as_ref().unwrap();
            for ((exact, drawn), error) in
                exact.acceptability.iter().zip(&drawn.acceptability).zip(errors)
            {
                // A share that was never drawn has no error of its own.
                prop_assert!((exact - drawn).abs() < 5.0 * error + 0.003, "{exact} {drawn} {error}");
            }
        }
    }

    /// Naming alternatives in another order changes nothing but the order.
    #[test]
    fn order_of_alternatives_does_not_matter(values in any_values(3), limits in any_limits()) {
        let turned: Vec<Vec<f64>> = values.iter().rev().cloned().collect();
        let one = ranked(&with(brief(&known(&values)), "weights", limits.clone())).unwrap();
        let other = ranked(&with(brief(&known(&turned)), "weights", limits)).unwrap();
        for (one, other) in one.overall.alternatives.iter().zip(other.overall.alternatives.iter().rev()) {
            for (a, b) in one.acceptability.iter().zip(&other.acceptability) {
                prop_assert!((a - b).abs() < 1e-10);
            }
        }
    }

    /// A dominated alternative is never first, and one that dominates always beats it.
    #[test]
    fn what_is_dominated_is_never_first(mut values in any_values(4), which in 0..10usize) {
        let worse: Vec<f64> = values[which % values.len()].iter().map(|value| value / 2.0).collect();
        values.push(worse);
        let ranking = ranked(&with(brief(&known(&values)), "draws", json!(500))).unwrap();
        let last = values.len() - 1;
        let name = format!("a{}", last);
        prop_assert_eq!(ranking.overall.alternatives[last].acceptability[0], 0.0);
        prop_assert_eq!(ranking.overall.pairwise[which % last][last], 1.0);
        prop_assert_eq!(
            ranking.overall.alternatives[last].confidence.undefined, Some("never-first")
        );
        prop_assert!(ranking.dominance.pairs.iter().any(|pair| pair.worse.as_str() == name));
        prop_assert!(ranking.dominance.undominated.iter().all(|id| id.as_str() != name));
    }

    /// Weights that are drawn keep the limits, whatever these are, or the limits are refused.
    #[test]
    fn drawn_weights_keep_their_limits(
        lows in prop::collection::vec(0.0..0.3f64, 6),
        widths in prop::collection::vec(0.0..0.3f64, 6),
        ratio in 0.2..3.0f64,
    ) {
        let between: serde_json::Map<String, Value> = lows.iter().zip(&widths).enumerate()
            .map(|(at, (low, width))| (format!("c{at}"), json!([low, low + width]))).collect();
        let limits = json!({"between": between, "ratios": [{"of": "c0", "to": "c1", "min": ratio}]});
        let values: Vec<Vec<f64>> = (0..6).map(|a| (0..6).map(|c| f64::from(u8::from(a == c))).collect()).collect();
        let request = with(with(brief(&known(&values)), "weights", limits), "draws", json!(256));
        match ranked(&request) {
            Err(error) => {
                prop_assert_eq!(error.code(), Code::EvaluateInvalidWeights);
                let total_low: f64 = lows.iter().sum();
                let total_high: f64 = lows.iter().zip(&widths).map(|(a, b)| a + b).sum();
                let apart = ratio * lows[1] > lows[0] + widths[0] - 1e-9;
                // The ratio may force more weight than there is, which bounds alone do not show.
                let forced = total_low - lows[0] + lows[0].max(ratio * lows[1]);
                let held = total_high - widths[1] - lows[1]
                    + (lows[1] + widths[1]).min((lows[0] + widths[0]) / ratio);
                prop_assert!(forced > 1.0 - 1e-9 || held < 1.0 + 1e-9 || apart, "{error}");
            }
            Ok(ranking) => {
                let weights: Vec<f64> = ranking.overall.alternatives.iter()
                    .filter_map(|one| one.central_weights.value.as_ref())
                    .flat_map(|weights| weights.values().copied()).collect();
                for weights in weights.chunks_exact(6) {
                    prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                    for ((weight, low), width) in weights.iter().zip(&lows).zip(&widths) {
                        prop_assert!(*weight > low - 1e-9 && *weight < low + width + 1e-9);
                    }
                    prop_assert!(weights[0] > ratio * weights[1] - 1e-9);
                }
            }
        }
    }
}

#[test]
fn walks_spread_evenly_where_the_mean_is_known() {
    // Five weights between 0.19 and 0.21: too narrow for candidates, symmetric around 0.2.
    let values: Vec<Vec<f64>> =
        (0..5).map(|a| (0..5).map(|c| f64::from(u8::from(a == c))).collect()).collect();
    let narrow: Vec<Value> = (0..5)
        .map(|at| json!({"terms": {format!("c{at}"): 1}, "min": 0.19, "max": 0.21}))
        .collect();
    let request = with(brief(&known(&values)), "weights", json!({"linear": narrow}));
    let ranking = ranked(&request).unwrap();
    let drawn = ranking.overall.drawn.unwrap();
    assert_eq!((drawn.sampler, drawn.done), (Sampler::HitAndRun, 10_000));
    for one in &ranking.overall.alternatives {
        for (share, error) in one.acceptability.iter().zip(one.standard_errors.as_ref().unwrap()) {
            assert!((share - 0.2).abs() < 5.0 * error, "{share} ± {error}");
            assert!(*error < 0.02);
        }
    }
}

#[test]
fn alternatives_always_tied_share_their_ranks() {
    let values = [vec![0.5, 0.5, 0.5], vec![0.9, 0.2, 0.4], vec![0.5, 0.5, 0.5]];
    for values in
        [known(&values), nearly(&[values[1].clone(), values[0].clone(), values[2].clone()])]
    {
        let ranking = ranked(&brief(&values)).unwrap();
        sums_are_one(&ranking);
        let twins: Vec<_> = ranking
            .overall
            .alternatives
            .iter()
            .filter(|one| ranking.dominance.alike[0].contains(&one.id))
            .collect();
        assert_eq!(twins.len(), 2);
        assert_eq!(twins[0].acceptability, twins[1].acceptability);
        assert!((twins[0].confidence.value.unwrap() - 0.5).abs() < 1e-12);
    }
    // Under exact weights two alternatives may be worth the same without being alike.
    let values = known(&[vec![0.4, 0.6], vec![0.6, 0.4], vec![0.1, 0.1]]);
    let request = with(brief(&values), "weights", json!({"exact": {"c0": 0.5, "c1": 0.5}}));
    let ranking = ranked(&request).unwrap();
    assert_eq!(ranking.overall.alternatives[0].acceptability, [0.5, 0.5, 0.0]);
    assert_eq!(ranking.overall.pairwise[0][1], 0.5);
    assert!(ranking.exact);
}

#[test]
fn one_criterion_and_one_alternative_are_exact() {
    let ranking = ranked(&brief(&known(&[vec![0.2], vec![0.7]]))).unwrap();
    assert_eq!(ranking.overall.alternatives[1].acceptability, [1.0, 0.0]);
    assert_eq!(ranking.overall.alternatives[1].central_weights.value.as_ref().unwrap()["c0"], 1.0);
    let ranking = ranked(&brief(&known(&[vec![0.2, 0.3]]))).unwrap();
    assert_eq!(ranking.overall.alternatives[0].acceptability, [1.0]);
}

#[test]
fn anchors_and_not_the_others_set_the_scale() {
    let mut request = brief(&[vec![json!(2), json!(30)], vec![json!([3, 4]), json!(10)]]);
    request["criteria"] = json!([
        {"id": "c0", "direction": "max", "scale": {"worst": 0, "best": 4}},
        {"id": "c1", "direction": "min", "scale": {"worst": 40, "best": 0}},
    ]);
    let ranking = ranked(&request).unwrap();
    assert_eq!(ranking.scales[1].worst, 40.0);
    // 0.75 to 1 against 0.5, and 0.75 against 0.25: better on both whatever is drawn.
    assert_eq!(ranking.dominance.pairs.len(), 1);
    assert!(ranking.dominance.pairs[0].strict);
    let one = &ranking.overall.alternatives[1];
    assert_eq!((one.acceptability[0], one.confidence.value), (1.0, Some(1.0)));
    let mut request = brief(&known(&[vec![2.0, 30.0], vec![3.0, 10.0]]));
    assert!(ranked(&request).is_err());
    request["scaling"] = json!("observed");
    assert!(ranked(&request).unwrap().scales.iter().all(|scale| scale.observed));
}

#[test]
fn roles_stand_for_themselves_and_jointly() {
    let mut request = brief(&known(&[vec![0.9, 0.2, 0.3], vec![0.2, 0.8, 0.6]]));
    request["perRole"] = json!([
        {"role": "patient", "weights": {"order": [["c0"], ["c1", "c2"]]}, "share": 3},
        {"role": "my role", "weights": {"exact": {"c0": 0.2, "c1": 0.4, "c2": 0.4}}},
    ]);
    let ranking = ranked(&request).unwrap();
    let first = |standing: &Standing| standing.alternatives[0].acceptability[0];
    let [patient, payer] = [0, 1].map(|at| first(&ranking.per_role[at].standing));
    assert!(patient > 0.6 && payer == 0.0);
    assert!((first(&ranking.overall) - 0.75 * patient).abs() < 1e-12);
    assert!(ranking.exact);
    let english = ranking.reading.for_locale("en");
    assert!(english.contains("for “Patient”") && english.contains("0% for “my role”"), "{english}");
    assert!(ranking.reading.for_locale("fr").contains("pour «\u{a0}"));
    // Scored with the mean of all weights under which it is first, it is first.
    assert_eq!(ranking.overall.alternatives[0].confidence.value, Some(1.0));
}

#[test]
fn limits_that_cannot_hold_together_are_named() {
    let base = brief(&known(&[vec![0.1, 0.2, 0.3], vec![0.3, 0.2, 0.1]]));
    let cases = [
        (
            json!({"between": {"c0": [0.7, 1], "c1": [0.1, 0.5], "c2": [0.4, 0.5]}}),
            json!(["/weights/between/c0", "/weights/between/c2"]),
        ),
        (
            json!({"between": {"c2": [0.6, 1]}, "order": [["c0"], ["c1"], ["c2"]]}),
            json!(["/weights/between/c2", "/weights/order"]),
        ),
        (
            json!({"linear": [{"terms": {"c0": 1, "c1": 1, "c2": 1}, "max": 0.5}]}),
            json!(["/weights/linear/0"]),
        ),
        (
            json!({"ratios": [{"of": "c0", "to": "c1", "min": 2, "max": 2}, {"of": "c1", "to": "c0", "min": 1, "max": 1}],
            "between": {"c0": [0.1, 1]}}),
            json!(["/weights/between/c0", "/weights/ratios/0", "/weights/ratios/1"]),
        ),
        (
            json!({"exact": {"c0": 0.2, "c1": 0.3, "c2": 0.5}, "order": [["c0"], ["c1"]]}),
            json!(["/weights/order", "/weights/exact"]),
        ),
        (
            json!({"between": {"c0": [0.0, 0.2], "c1": [0.0, 0.2], "c2": [0.0, 0.2]}}),
            json!(["/weights/between/c0", "/weights/between/c1", "/weights/between/c2"]),
        ),
    ];
    for (limits, conflict) in cases {
        let error = ranked(&with(base.clone(), "weights", limits)).unwrap_err();
        assert_eq!(error.code(), Code::EvaluateInvalidWeights);
        assert_eq!(error.facts().unwrap()["conflict"], conflict);
    }
}

#[test]
fn a_refusal_names_its_place() {
    use Code::{
        ContractTooLarge as Large, EvaluateInvalidAlternatives as Alternatives,
        EvaluateInvalidWeights as Weights,
    };
    let base = brief(&known(&[vec![0.1, 0.2], vec![0.3, 0.4]]));
    let cases = [
        ("/alternatives", json!([]), Alternatives, "/alternatives"),
        ("/criteria", json!([]), Alternatives, "/criteria"),
        ("/alternatives/1/id", json!("a0"), Alternatives, "/alternatives/1/id"),
        ("/criteria/1/id", json!("c0"), Alternatives, "/criteria/1/id"),
        ("/alternatives/1/values", json!({"c0": 0.1}), Alternatives, "/alternatives/1/values"),
        (
            "/alternatives/1/values",
            json!({"c0": 0.1, "c/1": 0}),
            Alternatives,
            "/alternatives/1/values/c~11",
        ),
        ("/alternatives/1/values/c0", json!(1.5), Alternatives, "/alternatives/1/values/c0"),
        ("/alternatives/1/values/c0", json!([0.5, 0.4]), Alternatives, "/alternatives/1/values/c0"),
        ("/alternatives/1/values/c0", json!(1e300), Alternatives, "/alternatives/1/values/c0"),
        ("/criteria/1/scale", json!({"worst": 1, "best": 0}), Alternatives, "/criteria/1/scale"),
        ("/weights/exact", json!({"c0": 0.5, "c1": 0.6}), Weights, "/weights/exact"),
        ("/weights/exact", json!({"c0": 0.5}), Weights, "/weights/exact"),
        ("/weights/exact", json!({"c0": -0.5, "c1": 1.5}), Weights, "/weights/exact/c0"),
        ("/weights/order", json!([["c0"], ["c2"]]), Weights, "/weights/order/1/0"),
        ("/weights/order", json!([["c0"], ["c0"]]), Weights, "/weights/order/1/0"),
        ("/weights/order", json!([["c0"], []]), Weights, "/weights/order/1"),
        ("/weights/between", json!({"c0": [0.5, 0.4]}), Weights, "/weights/between/c0"),
        ("/weights/between", json!({"c9": [0.3, 0.4]}), Weights, "/weights/between/c9"),
        (
            "/weights/ratios",
            json!([{"of": "c0", "to": "c0", "min": 1}]),
            Weights,
            "/weights/ratios/0",
        ),
        (
            "/weights/ratios",
            json!([{"of": "c0", "to": "c9", "min": 1}]),
            Weights,
            "/weights/ratios/0/to",
        ),
        ("/weights/ratios", json!([{"of": "c0", "to": "c1"}]), Weights, "/weights/ratios/0"),
        (
            "/weights/ratios",
            json!([{"of": "c0", "to": "c1", "min": -1}]),
            Weights,
            "/weights/ratios/0/min",
        ),
        (
            "/weights/linear",
            json!([{"terms": {"c0": 0}, "min": 1}]),
            Weights,
            "/weights/linear/0/terms",
        ),
        (
            "/weights/linear",
            json!([{"terms": {"c0": 1}, "min": 2, "max": 1}]),
            Weights,
            "/weights/linear/0",
        ),
        ("/perRole", json!([{"role": "a"}, {"role": "a"}]), Weights, "/perRole/1/role"),
        ("/perRole", json!([{"role": "a", "share": 0}]), Weights, "/perRole"),
        ("/perRole", json!([{"role": "a", "share": -1}]), Weights, "/perRole/0/share"),
        (
            "/perRole",
            json!([{"role": "a", "weights": {"exact": {"c0": 1}}}]),
            Weights,
            "/perRole/0/weights/exact",
        ),
        ("/draws", json!(0), Code::ContractInvalidValue, "/draws"),
        (
            "/alternatives",
            json!(
                (0..201)
                    .map(|at| json!({"id": format!("a{at}"), "values": {"c0": 0, "c1": 0}}))
                    .collect::<Vec<_>>()
            ),
            Large,
            "/alternatives",
        ),
    ];
    for (place, value, code, path) in cases {
        let mut request = with(base.clone(), "weights", json!({"exact": null}));
        for index in ["/criteria/1", "/weights"] {
            if let Some(key) = place.strip_prefix(index).and_then(|rest| rest.strip_prefix('/'))
                && let Some(object) = request.pointer_mut(index).and_then(Value::as_object_mut)
            {
                object.insert(key.to_owned(), Value::Null);
            }
        }
        if request.pointer(place).is_none() {
            request[place.trim_start_matches('/')] = Value::Null;
        }
        *request.pointer_mut(place).unwrap() = value.clone();
        let error = ranked(&request).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{place} {value}: {error}");
    }
}

#[test]
fn too_many_draws_are_refused_before_any_is_made() {
    let values = vec![vec![json!([0.1, 0.9]); 20]; 100];
    let error = ranked(&with(brief(&values), "draws", json!(10_000_000))).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ContractTooLarge, "/draws"));
}

/// Stops after so many looks.
struct Stop(u32);

impl Watch for Stop {
    fn proceed(&mut self, _: &Progress) -> bool {
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

#[test]
fn a_stopped_ranking_says_so() {
    let request: RankRequest = serde_json::from_value(brief(&known(&[
        vec![0.1, 0.2, 0.3, 0.5],
        vec![0.3, 0.2, 0.4, 0.1],
    ])))
    .unwrap();
    let stopped = rank_watched(&request, &mut Stop(1)).unwrap();
    assert_eq!(stopped.overall.undefined, Some("too-few-draws"));
    let part = rank_watched(&request, &mut Stop(11)).unwrap().overall;
    let drawn = part.drawn.unwrap();
    assert_eq!((drawn.done, drawn.reproducible), (1280, false));
    assert_eq!(part.alternatives.len(), 2);
    let exact: RankRequest =
        serde_json::from_value(brief(&known(&[vec![0.1, 0.2], vec![0.3, 0.2]]))).unwrap();
    assert_eq!(rank_watched(&exact, &mut Stop(1)).unwrap().overall.undefined, Some("stopped"));
}

#[test]
fn missing_values_may_be_anything() {
    let mut request = brief(&known(&[vec![0.5, 0.5], vec![0.5, 0.5]]));
    request["alternatives"][1]["values"] = json!({"c0": 0.5});
    request["missing"] = json!("interval");
    let ranking = ranked(&request).unwrap();
    let one = &ranking.overall.alternatives[1];
    assert!((one.acceptability[0] - 0.5).abs() < 0.03);
    assert!(!ranking.exact && one.confidence.value.is_some());
}

#[test]
fn the_same_request_gives_the_same_answer() {
    let values: Vec<Vec<Value>> = (0..5)
        .map(|a| (0..4).map(|c| json!([f64::from((a * 3 + c * 5) % 7) / 10.0, 0.7])).collect())
        .collect();
    let request = with(brief(&values), "seed", json!(5));
    assert_eq!(ranked(&request).unwrap(), ranked(&request).unwrap());
    assert_ne!(
        ranked(&request).unwrap().overall,
        ranked(&with(request, "seed", json!(6))).unwrap().overall
    );
}
