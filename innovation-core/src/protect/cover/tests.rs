//! Laws of coverage.

use super::*;
use crate::error::Code;
use crate::people::Id;
use crate::protect::{MeasureState, UnsignedReason};
use proptest::prelude::*;
use serde_json::{Value, json};

fn request() -> Value {
    json!({
        "pressures": [
            {"id": "targets", "kind": "pressure", "source": "budget", "strength": 5},
            {"id": "deference", "kind": "norm", "source": "ward", "strength": 4, "bearsOn": ["care", "p1"]},
            {"id": "rounds", "kind": "routine", "source": "ward", "strength": 3, "bearsOn": ["nurse"]},
        ],
        "measures": [
            {"id": "fridays", "work": "boundary", "boundary": "temporal", "answers": ["targets", "rounds"],
             "relief": 3, "grantedBy": "hospital", "from": "2026-01-01", "until": "2026-12-15"},
            {"id": "play", "work": "distancing", "answers": ["deference"], "shields": ["nurse"],
             "grantedBy": "hospital"},
            {"id": "cover", "work": "boundary", "boundary": "social", "answers": ["rounds"], "relief": 5,
             "grantedBy": "city"},
            {"id": "bridge", "work": "anchoring", "grantedBy": "hospital", "from": "2027-01-01"},
            {"id": "first", "work": "boundary", "boundary": "physical", "answers": ["targets"], "relief": 5,
             "until": "2026-11-01"},
        ],
        "charter": {
            "version": 2,
            "parties": ["hospital", "city"],
            "clauses": [{"id": "purpose", "text": "Better nights."}],
            "suspendedNorms": [
                {"id": "no-titles", "norm": "titles", "scope": "the room", "grantedBy": "boss",
                 "until": "2026-12-01", "lifts": ["deference", "purpose", "nothing"]},
            ],
            "signatures": [{"party": "hospital", "at": "2026-01-02", "version": 1}],
            "reviewBy": "2026-11-20",
        },
        "people": [
            {"id": "p1", "role": "patient"},
            {"id": "n1", "role": "nurse", "organisation": "hospital"},
            {"id": "n2", "role": "nurse"},
            {"id": "d1", "role": "hospital-physician"},
        ],
        "modes": ["experimental", "reflective"],
        "at": "2026-11-23T09:00:00Z",
    })
}

fn covered(request: Value) -> Result<Coverage> {
    cover(&serde_json::from_value(request).unwrap())
}

fn residuals(coverage: &Coverage) -> Vec<(u8, u8)> {
    coverage.pressures.iter().map(|one| (one.residual, one.least)).collect()
}

fn ids<'a>(ids: impl IntoIterator<Item = &'a Id>) -> String {
    ids.into_iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_in_force_relieves_and_nothing_else_does() {
    let coverage = covered(request()).unwrap();
    assert_eq!(residuals(&coverage), [(2, 2), (4, 2), (0, 0)]);
    let states: Vec<MeasureState> = coverage.measures.iter().map(|one| one.state).collect();
    use MeasureState::{Active, Lapsed, NotYet, Unsigned};
    assert_eq!(states, [Active, Active, Unsigned, NotYet, Lapsed]);
    let cells: Vec<(&str, u8, MeasureState, bool)> = coverage
        .pressures
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| (cell.measure.as_str(), cell.relief, cell.state, cell.partly))
        .collect();
    let expected = [
        ("fridays", 3, Active, false),
        ("first", 5, Lapsed, false),
        ("play", 2, Active, true),
        ("fridays", 3, Active, false),
        ("cover", 5, Unsigned, false),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn exposure_is_told_by_person_and_by_role() {
    let coverage = covered(request()).unwrap();
    let people: Vec<_> = coverage
        .people
        .iter()
        .map(|one| (one.pressures, one.strength, one.residual, one.greatest, ids(&one.open)))
        .collect();
    let both = "deference targets".to_owned();
    let nurse = (3, 12, 4, 2, "targets deference".to_owned());
    assert_eq!(people, [(2, 9, 6, 4, both.clone()), nurse.clone(), nurse, (2, 9, 6, 4, both)]);
    let roles: Vec<_> = coverage
        .roles
        .iter()
        .map(|one| (one.role.as_str(), one.people, one.mean_residual, one.greatest))
        .collect();
    assert_eq!(
        roles,
        [("hospital-physician", 1, 6.0, 4), ("nurse", 2, 4.0, 2), ("patient", 1, 6.0, 4)]
    );
    assert_eq!(coverage.pressures[1].bears_on, Some(4));
}

#[test]
fn ended_unsigned_and_ending_things_are_told() {
    let coverage = covered(request()).unwrap();
    let due = |items: &[DueItem]| {
        let one =
            |item: &DueItem| (item.id.as_ref().map(Id::to_string).unwrap_or_default(), item.days);
        items.iter().map(one).collect::<Vec<_>>()
    };
    assert_eq!(due(&coverage.lapsed), [("first".to_owned(), 22)]);
    assert_eq!(due(&coverage.soon), [("fridays".to_owned(), 21), ("no-titles".to_owned(), 7)]);
    assert_eq!(ids(coverage.unsigned.iter().map(|one| &one.id)), "cover no-titles");
    assert!(coverage.unsigned.iter().all(|one| one.reason == UnsignedReason::GrantorNotSigned));
    let charter = coverage.charter.unwrap();
    assert!(charter.review_overdue);
    assert_eq!(ids(&charter.signatories.missing), "hospital city");
    assert_eq!(charter.safeguards.len(), 5);
}

#[test]
fn gaps_name_what_is_missing_and_who_asks_for_it() {
    let coverage = covered(request()).unwrap();
    use crate::protect::{Boundary, SpaceMode, Work};
    let gaps: Vec<_> = coverage.gaps.iter().map(|gap| (gap.work, gap.boundary, gap.mode)).collect();
    let reflective = Some(SpaceMode::Reflective);
    assert_eq!(
        gaps,
        [
            (Some(Work::Anchoring), None, None),
            (None, Some(Boundary::Social), reflective),
            (None, Some(Boundary::Physical), reflective),
            (None, Some(Boundary::Symbolic), Some(SpaceMode::Experimental)),
        ]
    );
    let mut bare = request();
    bare["measures"] = json!([]);
    let gaps = covered(bare).unwrap().gaps;
    assert_eq!(
        ids(gaps.iter().filter_map(|gap| gap.pressure.as_ref())),
        "targets deference rounds"
    );
}

#[test]
fn a_suspension_in_force_leaves_nothing_of_what_it_lifts() {
    let mut granted = request();
    granted["charter"]["suspendedNorms"][0]["grantedBy"] = json!("n1");
    let coverage = covered(granted).unwrap();
    // n1 belongs to the hospital, which has signed.
    assert_eq!(residuals(&coverage), [(2, 2), (0, 0), (0, 0)]);
    assert_eq!(ids(&coverage.pressures[1].lifted_by), "no-titles");
    let suspension = &coverage.charter.unwrap().suspensions[0];
    assert_eq!(suspension.state, MeasureState::Active);
    assert_eq!(ids(&suspension.pressures), "deference");
    assert_eq!(ids(&suspension.clauses), "purpose");
    assert_eq!(ids(&suspension.unknown), "nothing");
}

#[test]
fn without_people_names_stand_for_themselves() {
    let mut names = request();
    names["people"] = json!([]);
    let coverage = covered(names).unwrap();
    // Nurses are shielded by `play`, but neither all of care nor p1 are.
    assert_eq!(residuals(&coverage), [(2, 2), (4, 4), (0, 0)]);
    assert!(coverage.people.is_empty() && coverage.roles.is_empty());
    assert!(coverage.pressures[1].cells[0].partly);
}

#[test]
fn a_refusal_names_its_place() {
    use Code::*;
    let cases = [
        ("/at", json!("today"), ProtectInvalidTime, "/at"),
        ("/pressures/1/id", json!("targets"), ProtectDuplicateId, "/pressures/1/id"),
        ("/pressures/0/strength", json!(0), ProtectInvalidPressure, "/pressures/0/strength"),
        ("/pressures/0/strength", json!(6), ProtectInvalidPressure, "/pressures/0/strength"),
        ("/pressures/1/bearsOn/1", json!("p9"), ProtectInvalidPressure, "/pressures/1/bearsOn/1"),
        ("/measures/1/id", json!("fridays"), ProtectDuplicateId, "/measures/1/id"),
        ("/measures/0/answers/1", json!("round"), ProtectUnknownPressure, "/measures/0/answers/1"),
        ("/measures/0/answers/1", json!("targets"), ProtectDuplicateId, "/measures/0/answers/1"),
        ("/measures/0/boundary", Value::Null, ProtectInvalidMeasure, "/measures/0/boundary"),
        ("/measures/0/work", json!("anchoring"), ProtectInvalidMeasure, "/measures/0/boundary"),
        ("/measures/0/relief", json!(0), ProtectInvalidMeasure, "/measures/0/relief"),
        ("/measures/0/relief", json!(6), ProtectInvalidMeasure, "/measures/0/relief"),
        ("/measures/1/shields/0", json!("nurze"), ProtectInvalidMeasure, "/measures/1/shields/0"),
        ("/measures/0/until", json!("2025-01-01"), ProtectInvalidTime, "/measures/0/until"),
        ("/measures/0/from", json!("2026-02-30"), ProtectInvalidTime, "/measures/0/from"),
        ("/people/1/id", json!("p1"), PeopleDuplicateId, "/people/1/id"),
        ("/charter/version", json!(0), ProtectInvalidCharter, "/charter/version"),
        (
            "/charter/suspendedNorms/0/lifts/2",
            json!("confidentiality"),
            ProtectSafeguardSuspended,
            "/charter/suspendedNorms/0",
        ),
    ];
    for (at, value, code, place) in cases {
        let mut changed = request();
        *changed.pointer_mut(at).unwrap() = value;
        let error = covered(changed).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, place), "{error}");
    }
    let mut far = request();
    far["soonDays"] = json!(4000);
    assert_eq!(covered(far).unwrap_err().path(), "/soonDays");
}

prop_compose! {
    fn any_measure()(
        kind in 0..3u8,
        boundary in 0..4u8,
        answers in proptest::collection::btree_set(0..3usize, 0..3),
        relief in proptest::option::of(1..6u8),
        shields in proptest::collection::vec(0..5usize, 0..2),
        grantor in 0..4usize,
        period in 0..4u8,
    ) -> Value {
        let works = ["boundary", "distancing", "anchoring"];
        let mut measure = json!({
            "id": "x",
            "work": works.get(usize::from(kind)),
            "answers": answers.into_iter()
                .map(|at| ["targets", "deference", "rounds"][at]).collect::<Vec<_>>(),
            "shields": shields.into_iter()
                .map(|at| ["n1", "nurse", "care", "p1", "livedExperience"][at]).collect::<Vec<_>>(),
        });
        if kind == 0 {
            let names = ["social", "physical", "temporal", "symbolic"];
            measure["boundary"] = json!(names[usize::from(boundary)]);
        }
        if let Some(relief) = relief {
            measure["relief"] = json!(relief);
        }
        if let Some(grantor) = ["hospital", "n1", "city"].get(grantor) {
            measure["grantedBy"] = json!(grantor);
        }
        match period {
            0 => measure["until"] = json!("2026-11-23"),
            1 => measure["from"] = json!("2026-11-23"),
            2 => measure["from"] = json!("2026-11-24"),
            _ => {}
        }
        measure
    }
}

fn with(measures: &[Value]) -> Value {
    let mut request = request();
    let numbered = measures.iter().enumerate().map(|(at, measure)| {
        let mut measure = measure.clone();
        measure["id"] = json!(format!("m{at}"));
        measure
    });
    request["measures"] = numbered.collect();
    request
}

/// Residuals by pressure and by person, by id.
fn exposures(coverage: &Coverage) -> Vec<(String, u32)> {
    let pressures = coverage.pressures.iter().map(|one| (one.id.to_string(), one.residual.into()));
    let people = coverage.people.iter().map(|one| (one.id.to_string(), one.residual));
    let mut all: Vec<(String, u32)> = pressures.chain(people).collect();
    all.sort();
    all
}

proptest! {
    #[test]
    fn a_measure_more_never_raises_exposure(
        measures in proptest::collection::vec(any_measure(), 0..6),
        more in any_measure(),
    ) {
        let before = exposures(&covered(with(&measures)).unwrap());
        let after = exposures(&covered(with(&[measures, vec![more]].concat())).unwrap());
        for (before, after) in before.iter().zip(&after) {
            prop_assert!(after.1 <= before.1, "{before:?} {after:?}");
        }
    }

    #[test]
    fn exposure_returns_when_measures_lapse(
        measures in proptest::collection::vec(any_measure(), 0..6),
    ) {
        let mut ended = with(&measures);
        for measure in ended["measures"].as_array_mut().unwrap() {
            measure["from"] = json!("2026-01-01");
            measure["until"] = json!("2026-11-23T09:00:00Z");
        }
        prop_assert_eq!(exposures(&covered(ended).unwrap()), exposures(&covered(with(&[])).unwrap()));
    }

    #[test]
    fn the_order_of_lists_changes_nothing(
        measures in proptest::collection::vec(any_measure(), 0..6),
    ) {
        let forward = with(&measures);
        let mut backward = forward.clone();
        for list in ["/measures", "/pressures", "/people", "/modes", "/charter/parties"] {
            backward.pointer_mut(list).unwrap().as_array_mut().unwrap().reverse();
        }
        let (a, b) = (covered(forward).unwrap(), covered(backward).unwrap());
        prop_assert_eq!(exposures(&a), exposures(&b));
        prop_assert_eq!(&a.roles, &b.roles);
        prop_assert_eq!((&a.works, &a.boundaries), (&b.works, &b.boundaries));
        prop_assert_eq!(a.gaps.len(), b.gaps.len());
    }

    /// Against the definition, written out plainly.
    #[test]
    fn residuals_are_those_of_the_definition(
        measures in proptest::collection::vec(any_measure(), 0..6),
    ) {
        let request = with(&measures);
        let coverage = covered(request.clone()).unwrap();
        let who = [["p1", "patient", "livedExperience"], ["n1", "nurse", "care"],
            ["n2", "nurse", "care"], ["d1", "hospital-physician", "care"]];
        for (person, names) in coverage.people.iter().zip(who) {
            let among = |list: &Value| list.as_array().is_none_or(|list| {
                list.is_empty() || list.iter().any(|one| names.contains(&one.as_str().unwrap()))
            });
            let mut expected = 0;
            for pressure in request["pressures"].as_array().unwrap() {
                if !among(&pressure["bearsOn"]) { continue; }
                let mut strongest = 0;
                for measure in request["measures"].as_array().unwrap() {
                    let holds = measure.get("until").is_none()
                        && measure.get("from").is_none_or(|from| from == "2026-11-23")
                        && measure.get("grantedBy").is_some_and(|by| by != "city");
                    let answers = measure["answers"].as_array().unwrap().contains(&pressure["id"]);
                    if holds && answers && among(&measure["shields"]) {
                        let relief = measure.get("relief").map_or(2, |one| one.as_u64().unwrap());
                        strongest = strongest.max(relief);
                    }
                }
                expected += pressure["strength"].as_u64().unwrap().saturating_sub(strongest);
            }
            prop_assert_eq!(u64::from(person.residual), expected);
        }
    }
}
