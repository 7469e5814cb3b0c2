//! Laws that every chart holds, and what each refusal says.

use super::*;
use crate::error::Code;
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(request: Value) -> ChartRequest {
    serde_json::from_value(request).unwrap()
}

fn refused(request: Value) -> String {
    let error = chart(&read(request)).unwrap_err();
    format!("{} {}", error.code(), error.path())
}

fn single(values: &[f64]) -> ChartRequest {
    ChartRequest {
        kind: ChartKind::I,
        values: values.iter().copied().map(Some).collect(),
        ..ChartRequest::default()
    }
}

/// Rules and their points.
fn signals(answer: &Chart) -> Vec<(&str, &[u32])> {
    answer.signals.iter().map(|signal| (signal.rule.as_str(), &signal.points[..])).collect()
}

#[test]
fn each_refusal_names_its_place() {
    let series = "evaluate.invalid-series";
    let phase = "evaluate.invalid-phase";
    for (request, expected) in [
        (json!({"kind": "i", "values": []}), format!("{series} /values")),
        (json!({"kind": "i", "values": [1, null]}), format!("{series} /values")),
        (json!({"kind": "i", "values": [1, 1e13]}), format!("{series} /values/1")),
        (json!({"kind": "c", "values": [1, -1]}), format!("{series} /values/1")),
        (json!({"kind": "t", "values": [1, -1]}), format!("{series} /values/1")),
        (json!({"kind": "g", "values": [-0.5, 1]}), format!("{series} /values/0")),
        (
            json!({"kind": "i", "values": [1, 2], "denominators": [1, 1]}),
            format!("{series} /denominators"),
        ),
        (json!({"kind": "p", "values": [1, 2]}), format!("{series} /denominators")),
        (
            json!({"kind": "p", "values": [1, 2], "denominators": [3]}),
            format!("{series} /denominators"),
        ),
        (
            json!({"kind": "u", "values": [1, 2], "denominators": [3, 0]}),
            format!("{series} /denominators/1"),
        ),
        (
            json!({"kind": "u", "values": [1, 2], "denominators": [-3, 1]}),
            format!("{series} /denominators/0"),
        ),
        (
            json!({"kind": "p", "values": [1, 4], "denominators": [3, 3]}),
            format!("{series} /values/1"),
        ),
        (json!({"kind": "i", "values": [1, 2], "per": 100}), format!("{series} /per")),
        (
            json!({"kind": "u", "values": [1, 2], "denominators": [1, 1], "per": 0}),
            format!("{series} /per"),
        ),
        (json!({"kind": "xbar", "values": [1, 2]}), format!("{series} /values")),
        (json!({"kind": "xbar"}), format!("{series} /subgroups")),
        (json!({"kind": "s", "subgroups": [[1], [2]]}), format!("{series} /subgroups")),
        (
            json!({"kind": "xbar", "subgroups": [[1, 2], [3, 2e12]]}),
            format!("{series} /subgroups/1/1"),
        ),
        (json!({"kind": "i", "values": [1, 2], "subgroups": []}), format!("{series} /subgroups")),
        (json!({"kind": "i", "values": [1, 2], "labels": ["a"]}), format!("{series} /labels")),
        (json!({"kind": "i", "values": [1, 2], "target": -1e13}), format!("{series} /target")),
        (
            json!({"kind": "i", "values": [1, 2], "known": {"centre": 1}}),
            format!("{series} /known"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "known": {"centre": 1, "sigma": 0}}),
            format!("{series} /known/sigma"),
        ),
        (
            json!({"kind": "run", "values": [1, 2], "known": {"centre": 1}}),
            format!("{series} /known"),
        ),
        (
            json!({"kind": "c", "values": [1, 2], "known": {"centre": -1}}),
            format!("{series} /known/centre"),
        ),
        (
            json!({"kind": "c", "values": [1, 2], "known": {"centre": 1, "sigma": 2}}),
            "contract.invalid-value /known/sigma".to_owned(),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "excludes": [{"at": 0, "reason": " "}]}),
            format!("{phase} /excludes/0/reason"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "excludes": [{"at": 2, "reason": "x"}]}),
            format!("{series} /excludes/0/at"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3], "excludes": [{"at": 1, "reason": "x"}, {"at": 1, "reason": "x"}]}),
            format!("{series} /excludes/1/at"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3], "rebases": [{"at": 1, "reason": ""}]}),
            format!("{phase} /rebases/0/reason"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3], "rebases": [{"at": 0, "reason": "x"}]}),
            format!("{phase} /rebases/0/at"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3], "rebases": [{"at": 3, "reason": "x"}]}),
            format!("{phase} /rebases/0/at"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3], "rebases": [{"at": 2, "reason": "x"}, {"at": 1, "reason": "x"}]}),
            format!("{phase} /rebases/1/at"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, null], "rebases": [{"at": 2, "reason": "x"}]}),
            format!("{phase} /rebases/0"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "baseline": {"from": 1, "to": 0}}),
            format!("{phase} /baseline"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "baseline": {"from": 0, "to": 2}}),
            format!("{phase} /baseline"),
        ),
        (
            json!({"kind": "i", "values": [null, 1, 2], "baseline": {"from": 0, "to": 0}}),
            format!("{phase} /baseline"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3, 4], "baseline": {"from": 0, "to": 2}, "rebases": [{"at": 2, "reason": "x"}]}),
            format!("{phase} /baseline"),
        ),
        (
            json!({"kind": "i", "values": [1, 2, 3, 4], "rebases": [{"at": 2, "reason": "x", "baseline": {"from": 1, "to": 2}}]}),
            format!("{phase} /rebases/0/baseline"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "baseline": {"from": 0, "to": 1}, "known": {"centre": 1, "sigma": 1}}),
            format!("{phase} /baseline"),
        ),
        (
            json!({"kind": "i", "values": [1, 2], "only": ["shift-9"]}),
            "contract.invalid-value /only/0".to_owned(),
        ),
    ] {
        assert_eq!(refused(request.clone()), expected, "{request}");
    }
    let many = ChartRequest { values: vec![Some(1.0); 100_001], ..ChartRequest::default() };
    assert_eq!(chart(&many).unwrap_err().code(), Code::ContractTooLarge);
}

#[test]
fn a_constant_series_has_lines_and_no_signals() {
    for (kind, value) in [("run", 0.1), ("i", 0.1), ("mr", 0.3), ("c", 0.0), ("t", 0.7), ("g", 0.0)]
    {
        for rules in ["anhoej-2014", "nhs-mdc-2021", "western-electric", "nelson"] {
            let values = vec![value; 27];
            let answer =
                chart(&read(json!({"kind": kind, "values": values, "rules": rules}))).unwrap();
            assert_eq!(signals(&answer), [], "{kind} {rules}");
            if kind != "run" {
                assert_eq!(answer.sigma[3], Some(0.0), "{kind}");
                assert_eq!(
                    (answer.lower[3], answer.upper[3]),
                    (answer.centre[3], answer.centre[3])
                );
                assert!(answer.notes.iter().any(|note| note.about == "no-variation"), "{kind}");
            }
        }
    }
}

#[test]
fn every_kind_answers_with_missing_points_counted() {
    for kind in ["run", "i", "mr", "p", "pPrime", "u", "uPrime", "c", "t", "g"] {
        let mut request =
            json!({"kind": kind, "values": [3, 5, null, 4, 6, 5, 4, null, null, 5, 7, 4]});
        let denominators = kind.starts_with(['p', 'u']);
        if denominators {
            request["denominators"] = json!([9, 8, 9, null, 9, 9, 10, null, 9, 9, 8, 9]);
        }
        let answer = chart(&read(request)).unwrap();
        let missing = answer.statistic.iter().filter(|value| value.is_none()).count();
        assert_eq!(answer.n.missing as usize, missing, "{kind}");
        assert_eq!(answer.n.points, answer.n.missing + answer.n.used + answer.n.excluded);
        assert_eq!(
            missing,
            if denominators {
                4
            } else if kind == "mr" {
                6
            } else {
                3
            },
            "{kind}"
        );
        for line in [&answer.centre, &answer.lower, &answer.upper, &answer.sigma, &answer.sizes] {
            assert_eq!(line.len(), 12, "{kind}");
        }
        assert_eq!(answer.upper[0].is_some(), kind != "run", "{kind}");
        assert!(answer.notes.iter().any(|note| note.about == "missing-points"));
    }
    for kind in ["xbar", "s"] {
        let subgroups = json!([[1, 2, 3], [2, null, 4], [], [5], [2, 2, 3]]);
        let answer = chart(&read(json!({"kind": kind, "subgroups": subgroups}))).unwrap();
        assert_eq!((answer.n.missing_members, answer.sizes[1]), (1, Some(2.0)));
        assert_eq!(answer.n.missing, if kind == "s" { 2 } else { 1 });
        // One measurement shows no deviation: no limits there.
        assert_eq!((answer.upper[2], answer.upper[3]), (None, None));
    }
}

#[test]
fn a_freeze_ends_at_a_rebase_that_may_bring_its_own() {
    let values = [4, 6, 5, 5, 9, 9, 9, 2, 4, 3, 3, 8];
    let request = json!({
        "kind": "i", "values": values, "baseline": {"from": 1, "to": 3},
        "rebases": [{"at": 7, "reason": "a second nurse", "baseline": {"from": 7, "to": 10}}],
    });
    let answer = chart(&read(request)).unwrap();
    let alone = |values: &[i32]| chart(&read(json!({"kind": "i", "values": values}))).unwrap();
    let (first, second) = (alone(&values[1..4]), alone(&values[7..11]));
    for at in 0..12 {
        let same = if at < 7 { &first } else { &second };
        assert_eq!(answer.centre[at], same.centre[0], "{at}");
        assert_eq!(answer.upper[at], same.upper[0], "{at}");
    }
    assert_eq!(answer.phases.len(), 2);
    assert_eq!(answer.phases[1].reason.as_deref(), Some("a second nurse"));
    assert_eq!(answer.phases[0].used, 3);
}

#[test]
fn a_short_phase_says_which_rules_it_cannot_bear() {
    let mut request = single(&[1.0, 3.0, 2.0]);
    request.rules = ChartRules::Nelson;
    let answer = chart(&request).unwrap();
    // Three points are enough for two of the eight: a point outside, and two of three.
    assert_eq!(answer.n.not_checked, 6);
    assert!(answer.upper.iter().all(Option::is_some));
    request.kind = ChartKind::Run;
    let answer = chart(&request).unwrap();
    assert_eq!(answer.n.not_checked, 8);
    let reason = answer.phases[0].not_checked[0].reason;
    assert_eq!(reason, NotCheckedReason::NoLimits);
}

#[test]
fn geometric_and_given_limits_are_those_of_the_formulas() {
    let answer = chart(&read(json!({"kind": "g", "values": [10, 30, 20, 40]}))).unwrap();
    assert!((answer.centre[0].unwrap() - 0.693 * 25.0).abs() < 1e-12);
    let sigma = crate::math::sqrt(25.0 * 26.0);
    assert!((answer.upper[0].unwrap() - (25.0 + 3.0 * sigma)).abs() < 1e-9);
    assert_eq!(answer.lower[0], Some(0.0));
    let known = json!({"kind": "xbar", "subgroups": [[1, 2, 3, 2], [2]], "known": {"centre": 2, "sigma": 1}});
    let answer = chart(&read(known)).unwrap();
    assert_eq!((answer.lower[0], answer.upper[0]), (Some(0.5), Some(3.5)));
    assert_eq!((answer.lower[1], answer.upper[1]), (Some(-1.0), Some(5.0)));
    let known = json!({"kind": "p", "values": [5, 9], "denominators": [10, 10], "per": 100, "known": {"centre": 50}});
    let answer = chart(&read(known)).unwrap();
    assert_eq!((answer.statistic[1], answer.centre[1]), (Some(90.0), Some(50.0)));
    assert!((answer.upper[0].unwrap() - 97.434_164_9).abs() < 1e-6);
}

#[test]
fn moving_ranges_are_screened_once_and_only_on_request() {
    let mut request = single(&[4.0, 5.0, 4.0, 5.0, 4.0, 5.0, 20.0, 5.0, 4.0, 5.0, 4.0]);
    request.rules = ChartRules::NhsMdc2021;
    let screened = chart(&request).unwrap();
    request.screen_moving_ranges = false;
    let plain = chart(&request).unwrap();
    let phase =
        |answer: &Chart| (answer.phases[0].screened_ranges, answer.phases[0].mean_moving_range);
    assert_eq!(phase(&screened), (2, Some(1.0)));
    assert_eq!(phase(&plain), (0, Some(3.8)));
    let width = screened.upper[0].unwrap() - screened.centre[0].unwrap();
    assert!((width - 2.66).abs() < 1e-12);
}

#[test]
fn a_target_is_reached_always_sometimes_or_never() {
    let values = [4, 6, 5, 5, 4, 6, 5, 4];
    let reading = |target: f64, way: &str| {
        let request = json!({"kind": "i", "values": values, "target": target, "improvement": way});
        let target = chart(&read(request)).unwrap().target.unwrap();
        (target.assurance, target.reached)
    };
    assert_eq!(reading(0.0, "up"), (TargetAssurance::ExpectedToReach, Some(8)));
    assert_eq!(reading(5.0, "up"), (TargetAssurance::HitAndMiss, Some(5)));
    assert_eq!(reading(20.0, "up"), (TargetAssurance::ExpectedToMiss, Some(0)));
    assert_eq!(reading(20.0, "down"), (TargetAssurance::ExpectedToReach, Some(8)));
    assert_eq!(reading(0.0, "down"), (TargetAssurance::ExpectedToMiss, Some(0)));
    assert_eq!(reading(0.0, "none"), (TargetAssurance::Unknown, None));
}

#[test]
fn readings_speak_both_languages_and_count_from_one() {
    let mut request = single(&[5.0, 5.1, 4.9, 5.0, 5.2, 4.8, 5.0, 9.0, 5.1, 4.9]);
    request.rules = ChartRules::NhsMdc2021;
    request.improvement = WantedDirection::Down;
    request.labels = (1..=10).map(|week| format!("W{week}")).collect();
    let answer = chart(&request).unwrap();
    let text = &answer.signals.iter().find(|signal| signal.points == [7]).unwrap().text;
    assert_eq!(
        text.for_locale("en"),
        "Point 8 (W8) lies above the upper limit. It goes the other way than is wanted: worth \
         looking into together."
    );
    assert!(
        text.for_locale("fr").starts_with("Le point 8 (W8) est au-dessus de la limite supérieure.")
    );
    assert!(answer.method.for_locale("fr").contains("2,66 / 3"));
}

/// Measurements in steps of a quarter, so that adding and doubling them is exact.
fn any_values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-200i32..200).prop_map(|value| f64::from(value) / 4.0), 2..60)
}

fn any_rules() -> impl Strategy<Value = ChartRules> {
    prop::sample::select(vec![
        ChartRules::Anhoej2014,
        ChartRules::NhsMdc2021,
        ChartRules::NhsMdc2023,
        ChartRules::WesternElectric,
        ChartRules::Nelson,
    ])
}

fn near(one: &[Option<f64>], other: &[Option<f64>], shift: f64) -> bool {
    one.iter().zip(other).all(|pair| match pair {
        (Some(one), Some(other)) => (other - one - shift).abs() < 1e-9,
        (one, other) => one.is_none() && other.is_none(),
    })
}

proptest! {
    /// Time reversed keeps the lines, and whether a run is too long or crossings are too few.
    #[test]
    fn reversing_time_keeps_the_lines(values in any_values(), rules in any_rules()) {
        let request = ChartRequest { rules, ..single(&values) };
        let forward = chart(&request).unwrap();
        let reversed: Vec<f64> = values.iter().rev().copied().collect();
        let backward = chart(&ChartRequest { rules, ..single(&reversed) }).unwrap();
        prop_assert_eq!(&forward.centre, &backward.centre);
        prop_assert_eq!(&forward.upper, &backward.upper);
        prop_assert_eq!(&forward.lower, &backward.lower);
        prop_assert_eq!(forward.phases[0].runs, backward.phases[0].runs);
        // The points of each rule are the same points.
        let points = |answer: &Chart, turn: bool| -> Vec<(String, u32)> {
            let last = values.len() as u32 - 1;
            let mut all: Vec<(String, u32)> = answer.signals.iter()
                .flat_map(|signal| signal.points.iter().map(|&at| (signal.rule.clone(), if turn { last - at } else { at })))
                .collect();
            all.sort();
            all.dedup();
            all
        };
        prop_assert_eq!(points(&forward, false), points(&backward, true));
    }

    /// A constant added to single measurements moves the lines and changes no signal.
    #[test]
    fn adding_a_constant_moves_the_lines(values in any_values(), shift in -100i32..100, rules in any_rules()) {
        let shift = f64::from(shift);
        let moved: Vec<f64> = values.iter().map(|value| value + shift).collect();
        let one = chart(&ChartRequest { rules, ..single(&values) }).unwrap();
        let other = chart(&ChartRequest { rules, ..single(&moved) }).unwrap();
        prop_assert!(near(&one.centre, &other.centre, shift));
        prop_assert!(near(&one.upper, &other.upper, shift));
        prop_assert!(near(&one.lower, &other.lower, shift));
        // Points on the edge of a line may fall to either side of it in floating point.
        let clear = |answer: &Chart| answer.statistic.iter().zip(&answer.centre).zip(&answer.sigma).all(
            |((value, centre), sigma)| {
                let away = value.unwrap() - centre.unwrap();
                let z = (away / sigma.unwrap_or(1.0)).abs();
                [0.0, 1.0, 2.0, 3.0].iter().all(|edge| (z - edge).abs() > 1e-9)
            },
        );
        if clear(&one) {
            prop_assert_eq!(signals(&one), signals(&other));
        }
    }

    /// Turning the scale upside down turns every signal, and improvement into concern.
    #[test]
    fn turning_the_scale_turns_the_signals(values in any_values(), rules in any_rules()) {
        let turned: Vec<f64> = values.iter().map(|value| -value).collect();
        let ask = |values: &[f64], improvement| {
            chart(&ChartRequest { rules, improvement, ..single(values) }).unwrap()
        };
        let one = ask(&values, WantedDirection::Up);
        let other = ask(&turned, WantedDirection::Down);
        let facts = |answer: &Chart| -> Vec<(String, Vec<u32>, SignalMeaning)> {
            answer.signals.iter().map(|signal| (signal.rule.clone(), signal.points.clone(), signal.meaning)).collect()
        };
        prop_assert_eq!(facts(&one), facts(&other));
    }

    /// The same rate per so many more is the same chart on another scale.
    #[test]
    fn per_changes_the_scale_alone(counts in prop::collection::vec((0u32..40, 40u32..90), 2..40), prime: bool) {
        let ask = |per: f64| chart(&ChartRequest {
            kind: if prime { ChartKind::PPrime } else { ChartKind::P },
            values: counts.iter().map(|count| Some(f64::from(count.0))).collect(),
            denominators: Some(counts.iter().map(|count| Some(f64::from(count.1))).collect()),
            per: Some(per),
            ..ChartRequest::default()
        }).unwrap();
        let (one, other) = (ask(1.0), ask(1024.0));
        prop_assert_eq!(signals(&one), signals(&other));
        for (a, b) in one.upper.iter().zip(&other.upper) {
            prop_assert_eq!(a.map(|a| a * 1024.0), *b);
            prop_assert!(b.unwrap_or(0.0) <= 1024.0);
        }
    }

    /// Points put in beyond a rebase change nothing before it.
    #[test]
    fn phases_do_not_see_each_other(first in any_values(), second in any_values(), rules in any_rules()) {
        let both: Vec<f64> = first.iter().chain(&second).copied().collect();
        let at = first.len() as u32;
        let rebases = vec![Rebase { at, reason: "a new pathway".into(), baseline: None }];
        let joined = chart(&ChartRequest { rules, rebases, ..single(&both) }).unwrap();
        for (part, offset, values) in [(0, 0, &first), (1, at, &second)] {
            let alone = chart(&ChartRequest { rules, ..single(values) }).unwrap();
            let of_part: Vec<(&str, Vec<u32>)> = joined.signals.iter()
                .filter(|signal| signal.phase == part)
                .map(|signal| (signal.rule.as_str(), signal.points.iter().map(|at| at - offset).collect()))
                .collect();
            let own: Vec<(&str, Vec<u32>)> =
                alone.signals.iter().map(|signal| (signal.rule.as_str(), signal.points.clone())).collect();
            prop_assert_eq!(of_part, own);
        }
    }

    /// Whatever the series, every number that leaves is finite, and every picture closes.
    #[test]
    fn numbers_are_finite(
        kind in 0usize..10,
        values in prop::collection::vec(prop::option::of(prop_oneof![0.0f64..1e12, 0.0f64..1e-6, Just(0.0), Just(1e12)]), 2..30),
        rules in any_rules(),
    ) {
        let kinds = [ChartKind::Run, ChartKind::I, ChartKind::Mr, ChartKind::P, ChartKind::PPrime,
            ChartKind::U, ChartKind::UPrime, ChartKind::C, ChartKind::T, ChartKind::G];
        let kind = kinds[kind];
        let denominators = kind.has_denominators().then(|| vec![Some(1e12); values.len()]);
        let request = ChartRequest {
            kind, values, denominators, rules,
            svg: Some(ChartPicture::default()),
            ..ChartRequest::default()
        };
        if let Ok(answer) = chart(&request) {
            for line in [&answer.statistic, &answer.centre, &answer.sigma, &answer.lower, &answer.upper] {
                prop_assert!(line.iter().flatten().all(|value| value.is_finite()));
            }
            let svg = answer.svg.unwrap();
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf ") && svg.ends_with("</svg>"));
        }
    }
}
