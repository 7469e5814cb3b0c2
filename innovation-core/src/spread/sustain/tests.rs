//! The laws of anchoring.

use super::*;
use crate::error::{Code, Error};
use proptest::prelude::*;
use serde_json::{Value, json};

/// All five are there, and the pact is signed by one side.
fn anchored() -> Value {
    json!({
        "innovation": "bedside-round",
        "anchoring": {
            "owner": {"id": "nursing-direction", "role": "director-of-nursing", "accepted": true},
            "budget": {"line": "6411", "amount": 12000, "from": "2027-01-01", "recurrent": true},
            "training": [{"audience": {"en": "night staff", "fr": "équipes de nuit"},
                          "trained": 12, "needed": 12, "renewedEveryMonths": 12, "last": "2026-05-01"}],
            "measures": [{"id": "rounds", "title": "Rounds held", "collectedBy": "quality",
                          "everyMonths": 3, "last": "2026-10-01"}],
            "policy": {"document": "P-114", "since": "2026-09-01", "reviewBy": "2028-09-01"},
            "handover": {"from": "lab", "to": "nursing-direction", "at": "2027-01-01", "version": 1,
                         "clauses": [{"id": "support", "text": "A year of support."}],
                         "signatures": [{"party": "lab", "at": "2026-11-01", "version": 1}]},
        },
        "exitAt": "2027-01-01",
        "at": "2026-11-23",
    })
}

fn read(request: Value) -> Result<Sustainability> {
    sustain(&serde_json::from_value(request).unwrap())
}

fn with(place: &str, value: Value) -> Value {
    let mut request = anchored();
    *request.pointer_mut(place).unwrap() = value;
    request
}

fn refused(place: &str, value: Value) -> Error {
    read(with(place, value)).unwrap_err()
}

#[test]
fn what_holds_beyond_the_exit_is_there() {
    let found = read(anchored()).unwrap();
    assert_eq!((found.there, found.missing.len(), found.days_to_exit), (5, 0, 39));
    assert!(found.anchors.iter().all(|anchor| anchor.state == AnchorState::There));
    assert_eq!(found.reading.for_locale("fr"), "Les cinq ancrages sont là.");
}

#[test]
fn every_gap_has_its_state_and_its_place() {
    use AnchorGapKind::*;
    use AnchorState::{Lapsed, Missing, Partly};
    let cases = [
        ("/anchoring/owner", json!(null), Missing, Absent, "/anchoring/owner"),
        (
            "/anchoring/owner/accepted",
            json!(false),
            Partly,
            NotAccepted,
            "/anchoring/owner/accepted",
        ),
        (
            "/anchoring/budget/from",
            json!("2027-01-02"),
            Partly,
            StartsLate,
            "/anchoring/budget/from",
        ),
        (
            "/anchoring/budget/recurrent",
            json!(false),
            Partly,
            NotRecurrent,
            "/anchoring/budget/recurrent",
        ),
        ("/anchoring/training", json!([]), Missing, Absent, "/anchoring/training"),
        (
            "/anchoring/training/0/trained",
            json!(11),
            Partly,
            NotAllTrained,
            "/anchoring/training/0/trained",
        ),
        (
            "/anchoring/training/0/last",
            json!("2025-11-23"),
            Lapsed,
            RenewalOverdue,
            "/anchoring/training/0/last",
        ),
        (
            "/anchoring/training/0/renewedEveryMonths",
            json!(null),
            Partly,
            NotRenewed,
            "/anchoring/training/0",
        ),
        ("/anchoring/measures", json!([]), Missing, Absent, "/anchoring/measures"),
        (
            "/anchoring/measures/0/collectedBy",
            json!(null),
            Partly,
            NobodyCollects,
            "/anchoring/measures/0/collectedBy",
        ),
        (
            "/anchoring/measures/0/last",
            json!(null),
            Partly,
            NeverCollected,
            "/anchoring/measures/0/last",
        ),
        (
            "/anchoring/measures/0/last",
            json!("2026-08-23"),
            Lapsed,
            CollectionOverdue,
            "/anchoring/measures/0/last",
        ),
        ("/anchoring/policy", json!(null), Missing, Absent, "/anchoring/policy"),
        ("/anchoring/policy/since", json!(null), Partly, NotInForce, "/anchoring/policy/since"),
        (
            "/anchoring/policy/since",
            json!("2027-01-02"),
            Partly,
            NotInForce,
            "/anchoring/policy/since",
        ),
        (
            "/anchoring/policy/reviewBy",
            json!("2026-11-23"),
            Lapsed,
            ReviewOverdue,
            "/anchoring/policy/reviewBy",
        ),
    ];
    for (place, value, state, gap, path) in cases {
        let found = read(with(place, value.clone())).unwrap();
        let one = &found.missing[0];
        assert_eq!((one.gap, one.place.as_str()), (gap, path), "{place} {value}");
        let anchor = found.anchors.iter().find(|anchor| anchor.anchor == one.anchor).unwrap();
        assert_eq!((anchor.state, found.there), (state, 4), "{place} {value}");
        assert_eq!(anchor.reason, one.reading);
    }
    for (until, state, gap) in [
        ("2026-11-23", Lapsed, Ended),
        ("2026-12-31", Partly, EndsSoon),
        ("2027-12-31", Partly, EndsSoon),
    ] {
        let mut request = anchored();
        request["anchoring"]["owner"]["until"] = json!(until);
        let found = read(request).unwrap();
        assert_eq!((found.anchors[0].state, found.missing[0].gap), (state, gap), "{until}");
    }
    let mut request = anchored();
    request["anchoring"]["owner"]["until"] = json!("2028-01-01");
    assert_eq!(read(request).unwrap().there, 5);
}

#[test]
fn one_measure_that_goes_on_keeps_the_list_from_lapsing() {
    let mut request = with("/anchoring/measures/0/last", json!("2026-01-01"));
    let fresh = json!({"id": "f", "collectedBy": "q", "everyMonths": 6, "last": "2026-11-01"});
    request["anchoring"]["measures"].as_array_mut().unwrap().push(fresh);
    assert_eq!(read(request).unwrap().anchors[3].state, AnchorState::Partly);
}

#[test]
fn what_is_not_there_at_all_comes_first() {
    let found = read(json!({
        "anchoring": {
            "owner": {"role": "lead"},
            "budget": {"line": "x", "recurrent": true, "until": "2026-01-01"},
        },
        "at": "2026-11-23",
    }))
    .unwrap();
    let order: Vec<AnchorKind> = found.missing.iter().map(|gap| gap.anchor).collect();
    use AnchorKind::*;
    assert_eq!(order, [Training, Measures, Policy, Budget, Owner]);
    assert_eq!(found.reading.for_locale("en"), "None of the five anchors is there in full.");
}

#[test]
fn the_pact_says_what_is_open_and_who_has_not_signed() {
    let pact = read(anchored()).unwrap().pact;
    assert_eq!((pact.signed[0].as_str(), pact.unsigned[0].as_str()), ("lab", "nursing-direction"));
    assert_eq!(pact.checks, ["2027-07-01", "2028-01-01", "2029-01-01"]);
    assert!(pact.obligations[0].agreed && !pact.obligations[1].agreed);
    assert_eq!(pact.passes[0].state, Some(AnchorState::There));
    let open: Vec<&str> = pact.open.iter().map(|text| text.for_locale("en")).collect();
    assert_eq!(
        open,
        [
            "15 entries of this checklist are not settled by a clause.",
            "“nursing-direction” has not signed this version."
        ]
    );
    let older = read(with("/anchoring/handover/version", json!(2))).unwrap().pact;
    assert_eq!((older.signed.len(), older.unsigned.len()), (0, 2));
    let nobody = read(with("/anchoring/handover", json!(null))).unwrap().pact;
    assert_eq!((nobody.from, nobody.open.len()), (None, 3));
    let ids: std::collections::BTreeSet<&str> =
        nobody.passes.iter().chain(&nobody.obligations).map(|item| item.id).collect();
    assert_eq!(ids.len(), 16);
}

/// A rubric of two factors worth 0 to 10 and 0 to 4, and a band from 8 on.
fn rubric() -> Value {
    let item = |id: &str, points: [u32; 3]| {
        let levels: Vec<Value> = ["no", "some", "yes"]
            .iter()
            .zip(points)
            .map(|(id, points)| json!({"id": id, "title": id, "points": points}))
            .collect();
        json!({"id": id, "title": id, "levels": levels})
    };
    json!({
        "id": "two", "version": "1.0.0", "title": "Two", "citation": "own", "scoring": "levelTable",
        "groups": [{"id": "g", "title": "G", "items": [item("leaders", [0, 5, 10]), item("fit", [0, 1, 4])]}],
        "bands": [{"id": "low", "title": "Low", "max": 8, "recalled": true}, {"id": "high", "title": "High", "min": 8}],
    })
}

fn scored(levels: &[[&str; 2]]) -> Value {
    let assessments: Vec<Value> = levels
        .iter()
        .map(|[a, b]| {
            json!({"rubric": "two", "version": "1.0.0", "subject": "pilot",
                   "answers": {"leaders": a, "fit": b}})
        })
        .collect();
    let mut request = anchored();
    request["scores"] = json!([{"rubric": rubric(), "assessments": assessments}]);
    request
}

#[test]
fn a_score_is_repeated_with_what_it_rests_on() {
    let found = read(scored(&[["some", "no"], ["some", "some"], ["no", "some"]])).unwrap();
    let score = &found.scores[0];
    assert_eq!(
        (score.assessments, score.validated, score.citation.as_str()),
        (Some(3), false, "own")
    );
    assert_eq!(score.total.value, Some(4.0));
    let band = score.band.as_ref().unwrap();
    assert_eq!((band.id.as_str(), band.recalled), ("low", true));
    let weak: Vec<_> = score.weakest.iter().map(|one| one.item.as_str()).collect();
    assert_eq!(weak, ["leaders", "fit"]);
    assert_eq!(score.weakest[0].level.as_ref().unwrap().as_str(), "some");
    // From the middle, 5 + 1: one level of one factor reaches 8.
    let way = score.way_up.as_ref().unwrap();
    assert_eq!((way.from, way.target, way.cost), (Some(6.0), 8.0, 1.0));
    assert_eq!(way.changes[0].item.as_str(), "leaders");
}

#[test]
fn without_a_way_up_the_reason_stands() {
    let top = read(scored(&[["yes", "yes"]])).unwrap();
    let score = &top.scores[0];
    assert_eq!((score.weakest.len(), score.no_way_up), (0, Some("no-band-above")));
    let mut hidden = scored(&[["some", "no"], ["some", "some"], ["no", "some"]]);
    hidden["scores"][0]["disclose"] = json!("strict");
    let score = &read(hidden).unwrap().scores[0];
    assert_eq!((score.no_way_up, score.way_up.is_none()), (Some("hidden"), true));
    assert_eq!((score.assessments, score.total.undefined), (None, Some("hidden")));
}

#[test]
fn a_refusal_names_its_place() {
    let anchoring = Code::SpreadInvalidAnchoring;
    let value = Code::ContractInvalidValue;
    let cases = [
        ("/at", json!("soon"), value, "/at"),
        ("/exitAt", json!("soon"), value, "/exitAt"),
        ("/anchoring/owner", json!({"accepted": true}), anchoring, "/anchoring/owner"),
        ("/anchoring/owner/role", json!(" "), anchoring, "/anchoring/owner/role"),
        ("/anchoring/budget/line", json!(""), anchoring, "/anchoring/budget/line"),
        ("/anchoring/budget/amount", json!(0), anchoring, "/anchoring/budget/amount"),
        ("/anchoring/budget/from", json!("soon"), anchoring, "/anchoring/budget/from"),
        ("/anchoring/training/0/needed", json!(0), anchoring, "/anchoring/training/0/needed"),
        ("/anchoring/training/0/trained", json!(13), anchoring, "/anchoring/training/0/trained"),
        (
            "/anchoring/training/0/renewedEveryMonths",
            json!(0),
            anchoring,
            "/anchoring/training/0/renewedEveryMonths",
        ),
        (
            "/anchoring/training/0/last",
            json!("2026-11-24"),
            anchoring,
            "/anchoring/training/0/last",
        ),
        (
            "/anchoring/measures/0/everyMonths",
            json!(601),
            anchoring,
            "/anchoring/measures/0/everyMonths",
        ),
        ("/anchoring/policy/document", json!(""), anchoring, "/anchoring/policy/document"),
        (
            "/anchoring/policy/reviewBy",
            json!("2026-09-01"),
            anchoring,
            "/anchoring/policy/reviewBy",
        ),
        ("/anchoring/handover/to", json!("lab"), anchoring, "/anchoring/handover/to"),
        ("/anchoring/handover/at", json!("soon"), anchoring, "/anchoring/handover/at"),
        ("/anchoring/handover/version", json!(0), anchoring, "/anchoring/handover/version"),
        (
            "/anchoring/handover/signatures/0/party",
            json!("ministry"),
            anchoring,
            "/anchoring/handover/signatures/0/party",
        ),
        (
            "/anchoring/handover/signatures/0/version",
            json!(2),
            anchoring,
            "/anchoring/handover/signatures/0/version",
        ),
        (
            "/anchoring/handover/signatures/0/at",
            json!("2026-12-01"),
            anchoring,
            "/anchoring/handover/signatures/0/at",
        ),
    ];
    for (place, wrong, code, path) in cases {
        let error = refused(place, wrong.clone());
        assert_eq!((error.code(), error.path()), (code, path), "{place} {wrong}: {error}");
    }
    for (field, wrong, path) in [
        ("checkMonths", json!([12, 12]), "/checkMonths/1"),
        ("horizonMonths", json!(601), "/horizonMonths"),
    ] {
        let mut request = anchored();
        request[field] = wrong;
        let error = read(request).unwrap_err();
        assert_eq!((error.code(), error.path()), (value, path));
    }
    let mut request = scored(&[["some", "no"]]);
    request["scores"][0]["assessments"][0]["answers"]["fit"] = json!("maybe");
    let error = read(request).unwrap_err();
    assert_eq!(error.code(), Code::EvaluateUnknownLevel);
    assert_eq!(error.path(), "/scores/0/assessments/0/answers/fit");
    let error = read(scored(&[])).unwrap_err();
    assert_eq!((error.code(), error.path()), (anchoring, "/scores/0/assessments"));
}

proptest! {
    /// What holds longer is never worse off, and a later exit never helps.
    #[test]
    fn to_hold_longer_never_harms(until in 0..900_u32, more in 0..300_u32, exit in 0..400_u32, later in 0..300_u32) {
        let day = |days: u32| crate::instant::Instant::parse("2026-06-01").unwrap().plus_days(days).day();
        let state = |until: u32, exit: u32| {
            let found = read(json!({
                "anchoring": {"owner": {"role": "lead", "accepted": true, "until": day(until)}},
                "exitAt": day(exit),
                "at": "2026-11-23",
            }));
            found.unwrap().anchors[0].state
        };
        prop_assert!(state(until, exit) <= state(until + more, exit));
        prop_assert!(state(until, exit + later) <= state(until, exit));
    }
}
