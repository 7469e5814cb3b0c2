//! Laws that every measure keeps, and slow ways of computing them as oracles.

use super::*;
use crate::people::Seed;
use proptest::prelude::*;
use serde_json::{Value, json};

type Rows = Vec<Vec<Option<f64>>>;

const KINDS: [ScaleKind; 4] =
    [ScaleKind::Nominal, ScaleKind::Ordinal, ScaleKind::Interval, ScaleKind::Ratio];

const ALL: [MeasureName; 11] = [
    MeasureName::Alpha,
    MeasureName::FleissKappa,
    MeasureName::CohenKappa,
    MeasureName::WeightedKappa,
    MeasureName::Ac1,
    MeasureName::Ac2,
    MeasureName::BrennanPrediger,
    MeasureName::PercentAgreement,
    MeasureName::Icc,
    MeasureName::KendallW,
    MeasureName::RaterEffects,
];

fn ask(rows: &Rows, kind: ScaleKind, names: &[MeasureName]) -> Agreement {
    agree(&AgreeRequest::of(Ratings::from_rows(rows.clone()), kind).measures(names)).unwrap()
}

fn tables() -> impl Strategy<Value = Rows> {
    let cell = prop::option::weighted(0.8, (1..5u32).prop_map(f64::from));
    (2usize..5).prop_flat_map(move |raters| {
        prop::collection::vec(prop::collection::vec(cell.clone(), raters), 1..25)
    })
}

/// Alpha by its definition: every pair of every unit, and every pair of all ratings.
fn alpha_by_pairs(rows: &Rows, kind: ScaleKind) -> Option<f64> {
    let units: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| row.iter().flatten().copied().collect::<Vec<_>>())
        .filter(|unit| unit.len() > 1)
        .collect();
    let all: Vec<f64> = units.iter().flatten().copied().collect();
    let distance = |a: f64, b: f64| match kind {
        ScaleKind::Nominal => f64::from(u8::from(a != b)),
        ScaleKind::Interval => (a - b) * (a - b),
        ScaleKind::Ratio => {
            let share = if a + b > 0.0 { (a - b) / (a + b) } else { 0.0 };
            share * share
        }
        ScaleKind::Ordinal => {
            let (low, high) = (a.min(b), a.max(b));
            let between = all.iter().filter(|&&x| low <= x && x <= high).count() as f64;
            let at = |y: f64| all.iter().filter(|&&x| x == y).count() as f64;
            let rank = between - (at(a) + at(b)) / 2.0;
            if a == b { 0.0 } else { rank * rank }
        }
    };
    let pairs = |list: &[f64]| -> f64 {
        list.iter()
            .flat_map(|&a| list.iter().map(move |&b| (a, b)))
            .map(|(a, b)| distance(a, b))
            .sum()
    };
    let within: f64 = units.iter().map(|unit| pairs(unit) / (unit.len() as f64 - 1.0)).sum();
    let between = pairs(&all);
    (between > 0.0).then(|| 1.0 - (all.len() as f64 - 1.0) * within / between)
}

/// The slope of 1 − N Σ A / D when a unit counts a little more, by differences.
fn error_by_differences(rows: &Rows, kind: ScaleKind) -> Option<f64> {
    let units: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| row.iter().flatten().copied().collect::<Vec<_>>())
        .filter(|unit| unit.len() > 1)
        .collect();
    let value = |weights: &[f64]| {
        let all: Vec<(f64, f64)> = units
            .iter()
            .zip(weights)
            .flat_map(|(unit, &weight)| unit.iter().map(move |&x| (x, weight)))
            .collect();
        let count = |from: f64, to: f64| -> f64 {
            all.iter().filter(|(x, _)| from <= *x && *x <= to).map(|pair| pair.1).sum()
        };
        let distance = |a: f64, b: f64| match kind {
            ScaleKind::Nominal => f64::from(u8::from(a != b)),
            ScaleKind::Interval => (a - b) * (a - b),
            ScaleKind::Ratio => {
                let share = if a + b > 0.0 { (a - b) / (a + b) } else { 0.0 };
                share * share
            }
            ScaleKind::Ordinal if a == b => 0.0,
            ScaleKind::Ordinal => {
                let rank = count(a.min(b), a.max(b)) - (count(a, a) + count(b, b)) / 2.0;
                rank * rank
            }
        };
        let mut within = 0.0;
        for (unit, weight) in units.iter().zip(weights) {
            for &a in unit {
                for &b in unit {
                    within += weight * distance(a, b) / (unit.len() as f64 - 1.0);
                }
            }
        }
        let mut between = 0.0;
        for &(a, first) in &all {
            for &(b, second) in &all {
                between += first * second * distance(a, b);
            }
        }
        let ratings: f64 = all.iter().map(|pair| pair.1).sum();
        (between > 0.0).then(|| 1.0 - ratings * within / between)
    };
    let n = units.len() as f64;
    let ones = vec![1.0; units.len()];
    value(&ones)?;
    let step = 1e-5;
    let mut squares = 0.0;
    for unit in 0..units.len() {
        let (mut more, mut less) = (ones.clone(), ones.clone());
        more[unit] += step;
        less[unit] -= step;
        let slope = (value(&more)? - value(&less)?) / (2.0 * step);
        squares += slope * slope;
    }
    (n >= 2.0).then(|| libm::sqrt(squares * n / (n - 1.0)))
}

fn same(a: Option<f64>, b: Option<f64>, tolerance: f64) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= tolerance,
        (a, b) => a.is_none() && b.is_none(),
    }
}

proptest! {
    /// Alpha from sums is alpha from pairs, and its error the slope's.
    #[test]
    fn alpha_is_its_definition(rows in tables()) {
        for kind in KINDS {
            let found = &ask(&rows, kind, &[MeasureName::Alpha]).measures[0];
            let known = alpha_by_pairs(&rows, kind);
            prop_assert!(same(found.stat.value, known, 1e-12), "{kind:?} {found:?} {known:?}");
            if let (Some(error), Some(known)) = (found.standard_error, error_by_differences(&rows, kind)) {
                prop_assert!((error - known).abs() < 1e-6, "{kind:?} {error} {known}");
            }
        }
    }

    /// Any table has an answer without NaN, in which every measure is a value or a reason.
    #[test]
    fn every_table_has_an_answer(rows in tables(), kind in 0usize..4) {
        let request = AgreeRequest::of(Ratings::from_rows(rows), KINDS[kind])
            .measures(&ALL)
            .bootstrap(10, 3u32);
        let answer = agree(&request).unwrap();
        for measure in &answer.measures {
            prop_assert!(measure.stat.value.is_some() != measure.stat.undefined.is_some());
            prop_assert_ne!(measure.stat.undefined, Some("not-finite"), "{:?}", measure.name);
            prop_assert!(measure.stat.value.is_none_or(|value| value <= 1.0 + 1e-12));
            prop_assert_eq!(measure.n.units + measure.n.dropped,
                if measure.n == RatingCounts::default() { 0 } else { request.ratings.units() as u32 });
            prop_assert!(measure.reading.languages().eq(["en", "fr"]));
        }
        prop_assert!(!serde_json::to_string(&answer).unwrap().contains("NaN"));
    }

    /// Naming raters or units in another order changes no value.
    #[test]
    fn order_does_not_matter(rows in tables(), kind in 0usize..4) {
        let values = |rows: &Rows| -> Vec<Option<f64>> {
            ask(rows, KINDS[kind], &ALL).measures.iter().map(|own| own.stat.value).collect()
        };
        let first = values(&rows);
        let mut turned = rows.clone();
        turned.iter_mut().for_each(|row| row.reverse());
        turned.rotate_left(rows.len() / 2);
        for (a, b) in first.into_iter().zip(values(&turned)) {
            prop_assert!(same(a, b, 1e-11), "{a:?} {b:?}");
        }
    }

    /// A rater without ratings changes nothing.
    #[test]
    fn an_empty_column_changes_nothing(rows in tables()) {
        let mut wider = rows.clone();
        wider.iter_mut().for_each(|row| row.insert(1, None));
        let values = |rows: &Rows| -> Vec<(Option<f64>, Option<f64>)> {
            let answer = ask(rows, ScaleKind::Ordinal, &ALL);
            answer.measures.iter().map(|own| (own.stat.value, own.standard_error)).collect()
        };
        prop_assert_eq!(values(&rows), values(&wider));
    }
}

#[test]
fn declared_levels_count_even_where_nobody_uses_them() {
    let rows = [[1.0, 1.0], [1.0, 2.0], [2.0, 2.0], [3.0, 3.0], [2.0, 1.0]];
    let request =
        AgreeRequest::of(Ratings::from_rows(rows.map(|row| row.map(Some))), ScaleKind::Nominal)
            .measures(&[MeasureName::Ac1, MeasureName::BrennanPrediger]);
    let value = |request: &AgreeRequest, place: usize| {
        agree(request).unwrap().measures[place].stat.value.unwrap()
    };
    let declared = request.clone().levels([1.0, 2.0, 3.0, 4.0, 5.0]);
    for place in [0, 1] {
        assert!(value(&declared, place) > value(&request, place) + 0.02);
    }
}

#[test]
fn where_all_say_the_same_nothing_is_silently_one() {
    let rows = vec![vec![Some(2.0); 3]; 4];
    let request = AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Ordinal)
        .levels([1.0, 2.0, 3.0])
        .measures(&ALL);
    for measure in agree(&request).unwrap().measures {
        match measure.name {
            // Chance by declared levels exists, and all do agree.
            MeasureName::Ac1
            | MeasureName::Ac2
            | MeasureName::BrennanPrediger
            | MeasureName::PercentAgreement => {
                assert_eq!(measure.stat.value, Some(1.0), "{measure:?}");
                assert_eq!(measure.interval, None);
            }
            _ => assert_eq!(measure.stat.undefined, Some("no-variation"), "{measure:?}"),
        }
    }
}

#[test]
fn two_raters_apart_by_a_constant_hear_that_they_use_the_scale_differently() {
    let rows: Rows =
        (1..8).map(|level| vec![Some(f64::from(level)), Some(f64::from(level) + 2.0)]).collect();
    let answer = ask(&rows, ScaleKind::Interval, &[MeasureName::Alpha, MeasureName::RaterEffects]);
    assert!(answer.measures[0].reading.for_locale("en").contains("about 2.00 more"));
    assert!(answer.measures[0].reading.for_locale("fr").contains("environ 2,00 de plus"));
    let effects: Vec<f64> = answer.raters.iter().map(|own| own.effect.value.unwrap()).collect();
    assert!((effects[0] + 1.0).abs() < 1e-9 && (effects[1] - 1.0).abs() < 1e-9, "{effects:?}");
    assert_eq!(answer.raters[0].flags[0].flag, "more-severe");
    assert_eq!(answer.raters[1].flags[0].flag, "more-lenient");
}

#[test]
fn effects_of_a_balanced_table_are_differences_of_means_and_gaps_are_allowed_for() {
    let rows: Rows = [[4.0, 2.0, 3.0], [5.0, 4.0, 3.0], [3.0, 1.0, 1.0]]
        .iter()
        .map(|row| row.map(Some).to_vec())
        .collect();
    let answer = ask(&rows, ScaleKind::Interval, &[MeasureName::RaterEffects]);
    let grand = 26.0 / 9.0;
    for (own, mean) in answer.raters.iter().zip([4.0, 7.0 / 3.0, 7.0 / 3.0]) {
        assert!((own.effect.value.unwrap() - (mean - grand)).abs() < 1e-12);
        assert!(own.flags.iter().any(|flag| flag.flag == "too-few-ratings"));
    }
    // The second rater saw only the unit that all rate high: no credit for that.
    let rows = vec![vec![Some(5.0), Some(5.0)], vec![Some(1.0), None], vec![Some(1.0), None]];
    let answer = ask(&rows, ScaleKind::Interval, &[MeasureName::RaterEffects]);
    assert!(answer.raters.iter().all(|own| own.effect.value.unwrap().abs() < 1e-12));
}

#[test]
fn raters_who_share_no_unit_are_not_compared() {
    let rows = vec![
        vec![Some(1.0), Some(2.0), None, None],
        vec![Some(2.0), Some(2.0), None, None],
        vec![None, None, Some(4.0), None],
    ];
    let answer = ask(&rows, ScaleKind::Ordinal, &[MeasureName::RaterEffects]);
    assert!(answer.raters[0].effect.value.is_some());
    assert_eq!(answer.raters[2].effect.undefined, Some("not-connected"));
    assert_eq!(answer.raters[3].effect.undefined, Some("no-ratings"));
    assert_eq!(answer.raters[3].flags[0].flag, "no-ratings");
}

#[test]
fn a_rater_who_gives_everyone_the_same_is_asked_about_it() {
    let rows: Rows = (0..6)
        .map(|unit| vec![Some(3.0), Some(f64::from(unit % 4)), Some(f64::from(3 - unit % 4))])
        .collect();
    let answer = ask(&rows, ScaleKind::Nominal, &[MeasureName::RaterEffects]);
    let flags: Vec<&str> =
        answer.raters.iter().flat_map(|own| &own.flags).map(|flag| flag.flag).collect();
    assert_eq!(flags, ["gives-everyone-the-same"]);
    assert_eq!(answer.raters[0].effect.undefined, Some("nominal-scale"));
}

#[test]
fn a_rater_who_reads_the_scale_the_other_way_round_stands_out() {
    let rows: Rows = (0..12)
        .map(|unit| {
            let level = f64::from(unit % 6);
            vec![Some(level), Some(level), Some(5.0 - level)]
        })
        .collect();
    let answer = ask(&rows, ScaleKind::Ordinal, &[MeasureName::RaterEffects]);
    assert_eq!(answer.raters[2].flags[0].flag, "against-the-others");
}

#[test]
fn replicates_without_a_value_are_counted() {
    let rows = vec![vec![Some(1.0), Some(1.0)], vec![Some(2.0), Some(2.0)]];
    let request = AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Nominal)
        .measures(&[MeasureName::Alpha])
        .bootstrap(400, Seed::default());
    let drawn = agree(&request).unwrap().measures[0].bootstrap.unwrap();
    // Half of all draws take one unit twice.
    assert!((150..250).contains(&drawn.undefined), "{drawn:?}");
    assert_eq!((drawn.lower, drawn.upper, drawn.mean), (Some(1.0), Some(1.0), Some(1.0)));
}

#[test]
fn a_bootstrap_that_is_stopped_says_how_far_it_came() {
    struct After(u32);
    impl Watch for After {
        fn proceed(&mut self, _: &crate::Progress) -> bool {
            self.0 -= 1;
            self.0 > 0
        }
    }
    let rows = vec![vec![Some(1.0), Some(2.0)], vec![Some(2.0), Some(2.0)]];
    let request =
        AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Ordinal).bootstrap(100, 1u32);
    let answer = agree_watched(&request, &mut After(7)).unwrap();
    assert_eq!(answer.measures[0].bootstrap.unwrap().replicates, 7);
}

#[test]
fn what_cannot_be_asked_is_refused_at_its_place() {
    let refused = |change: Value| {
        let mut request = json!({
            "ratings": [[1, 2], [2, 2]],
            "scale": {"kind": "ordinal", "levels": [1, 2, 3]},
        });
        for (key, value) in change.as_object().unwrap() {
            request[key] = value.clone();
        }
        let error = agree(&serde_json::from_value(request).unwrap()).unwrap_err();
        format!("{} {}", error.code(), error.path())
    };
    let half = [[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.4, 1.0]];
    for (change, wanted) in [
        (json!({"confidence": 1.0}), "contract.invalid-value /confidence"),
        (
            json!({"bootstrap": {"replicates": 9, "seed": 1}}),
            "contract.invalid-value /bootstrap/replicates",
        ),
        (json!({"raters": ["ana"]}), "evaluate.invalid-ratings /raters"),
        (json!({"raters": ["ana", "ana"]}), "evaluate.invalid-ratings /raters/1"),
        (json!({"items": ["x", "y"]}), "evaluate.invalid-ratings /raters"),
        (
            json!({"items": ["x", "x"], "raters": ["ana", "ana"]}),
            "evaluate.invalid-ratings /items/1",
        ),
        (
            json!({"items": ["x", "y"], "raters": ["ana", "ana"], "measures": ["raterEffects", "icc"]}),
            "evaluate.invalid-ratings /measures/1",
        ),
        (
            json!({"items": ["x", "y"], "raters": ["ana", "ana"], "scale": {"kind": "nominal"}}),
            "evaluate.invalid-ratings /scale/kind",
        ),
        (json!({"weightMatrix": [[1.0]]}), "evaluate.invalid-weights /weightMatrix"),
        (json!({"weightMatrix": [[1], [1], [1]]}), "evaluate.invalid-weights /weightMatrix/0"),
        (json!({"weightMatrix": half}), "evaluate.invalid-weights /weightMatrix/1/2"),
        (
            json!({"weightMatrix": half, "scale": {"kind": "ordinal"}}),
            "evaluate.invalid-weights /weightMatrix",
        ),
    ] {
        assert_eq!(refused(change.clone()), wanted, "{change}");
    }
    let large = AgreeRequest::of(
        Ratings::from_rows(vec![vec![Some(1.0); 2]; MOST_CELLS / 2 + 1]),
        ScaleKind::Ordinal,
    );
    let error = agree(&large).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ContractTooLarge, "/ratings"));
    let long = AgreeRequest::of(
        Ratings::from_rows(vec![vec![Some(1.0), Some(2.0)]; 100_000]),
        ScaleKind::Ordinal,
    )
    .bootstrap(1_000_000, 1u32);
    let error = agree(&long).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ContractTooLarge, "/bootstrap/replicates"));
}
