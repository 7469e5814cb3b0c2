//! A space in good order, for tests to break.

use serde_json::{Value, json};

/// A space on which no rule fires.
pub(super) fn healthy() -> Value {
    let person = |id: &str, role: &str, family: &str, organisation: Option<&str>| json!({"id": id, "role": role, "family": family, "organisation": organisation});
    let member = |person: Value| json!({"person": person, "standing": "joined", "since": "2026-01-01T09:00:00Z"});
    let mut nurse = person("host-nurse", "nurse", "care", Some("hospital"));
    nurse["level"] = json!(1);
    nurse["reportsTo"] = json!("m4");
    let mut manager = person("host-manager", "ward-manager", "management", Some("hospital"));
    manager["level"] = json!(2);
    let card = |id: &str, kind: &str, minutes: u32, phases: &[&str]| json!({"card": id, "kind": kind, "minutes": minutes, "phases": phases});
    let cards = |method: Value| {
        json!([card("hello", "opening", 10, &[]), method, card("thanks", "closing", 10, &[])])
    };
    let mut daring = card("mirror", "method", 60, &["understand", "imagine"]);
    daring["safetyDemand"] = json!("high");
    let assessed = |id: &str, idea: Option<&str>, rubric: &str, at: &str| {
        json!({"at": at, "found": {
            "assessment": id, "idea": idea, "rubric": rubric, "version": "1.0.0", "assessors": 6,
        }})
    };
    let mut lasting = assessed("a2", Some("i1"), "nhs-sustainability", "2026-10-15T09:00:00Z");
    lasting["found"]["total"] = json!(70.5);
    lasting["found"]["dispersion"] = json!(0.1);
    lasting["found"]["smallestGroup"] = json!(6);
    let mut complex = assessed("a3", Some("i1"), "nasss", "2026-05-02T09:00:00Z");
    complex["found"]["complex"] = json!(["technology"]);
    complex["found"]["answeredBy"] = json!(["technology"]);
    let mut ladder = assessed("a4", Some("i1"), "project-progress", "2026-05-03T09:00:00Z");
    ladder["found"]["rung"] = json!(4);
    let clauses = ["autonomy", "orientation", "compensation", "data", "hierarchy", "expertise"];
    let clauses: Vec<Value> = clauses.map(|id| json!({"id": id, "text": id})).to_vec();
    let signature =
        |party: &str| json!({"party": party, "at": "2026-01-10T09:00:00Z", "version": 1});
    let use_of = |site: &str, stage: &str| json!({"site": site, "stage": stage, "since": "2026-09-10T09:00:00Z"});
    json!({
        "format": "innovation/space@1", "events": 40, "at": "2026-11-12T09:00:00Z",
        "founding": {
            "space": "nights", "title": "Better nights", "locus": "betweenSeveral",
            "organisations": ["hospital", "city"], "sponsor": "hospital", "levels": [1, 2],
            "cadenceDays": 40,
        },
        "openedAt": "2026-01-01T09:00:00Z", "stage": "spread", "stageSince": "2026-09-01T09:00:00Z",
        "charter": {
            "version": 1, "parties": ["hospital", "city"], "clauses": clauses,
            "suspendedNorms": [
                {"id": "plain-clothes", "norm": "uniform", "scope": "in the space",
                 "until": "2027-06-01", "lifts": ["dress"], "grantedBy": "hospital"},
            ],
            "rightToFail": {"bearer": "hospital"},
            "signatures": [signature("hospital"), signature("city")],
            "reviewBy": "2027-06-01", "tensions": {"pushPull": 0.5},
        },
        "pressures": [
            {"id": "targets", "kind": "pressure", "source": "the ministry", "strength": 5},
            {"id": "dress", "kind": "norm", "source": "the hospital", "strength": 5},
            {"id": "rounds", "kind": "routine", "source": "the ward", "strength": 3},
        ],
        "measures": [
            {"id": "time", "work": "boundary", "boundary": "temporal", "answers": ["targets"],
             "from": "2026-01-01", "grantedBy": "hospital"},
            {"id": "sign", "work": "boundary", "boundary": "symbolic", "grantedBy": "hospital"},
            {"id": "play", "work": "distancing", "answers": ["targets"], "grantedBy": "m4"},
            {"id": "bridge", "work": "anchoring", "grantedBy": "hospital"},
        ],
        "members": {
            "m1": member(person("host-patient", "patient", "livedExperience", None)),
            "m2": member(person("host-carer", "family-carer", "livedExperience", None)),
            "m3": member(nurse),
            "m4": member(manager),
            "m5": member(person("host-holder", "facilitator", "facilitation", Some("city"))),
        },
        "programmes": [
            {"programme": "p1", "mode": "reflective", "ritual": true, "sessions": [
                {"start": "2026-02-01T09:00:00Z", "minutes": 80, "audience": "livedExperience",
                 "cards": cards(card("story", "method", 60, &["understand"]))},
                {"start": "2026-03-01T09:00:00Z", "minutes": 80,
                 "cards": cards(daring), "groups": [["m1", "m3"], ["m2", "m4", "m5"]]},
            ]},
            {"programme": "p2", "mode": "experimental", "sessions": [
                {"start": "2026-11-10T09:00:00Z", "minutes": 80,
                 "cards": cards(card("try", "method", 60, &["prototype"]))},
            ]},
        ],
        "ideas": {
            "i1": {"by": "m1", "maturity": "practice", "decision": "pursue", "dissent": true},
            "i2": {"by": "m2", "maturity": "concept", "decision": "park"},
            "i3": {"by": "m3", "maturity": "prototype"},
            "i4": {"by": "m3", "maturity": "spark", "decision": "stop"},
        },
        "assessments": [
            assessed("a1", None, "psychological-safety", "2026-02-15T09:00:00Z"),
            lasting, complex, ladder,
            assessed("a5", Some("i2"), "value-for-whom", "2026-04-01T09:00:00Z"),
            assessed("a6", Some("i4"), "value-for-whom", "2026-04-01T09:00:00Z"),
        ],
        "sites": {"i1": [use_of("ward-a", "routine"), use_of("ward-b", "trial")]},
        "adaptations": [
            {"adaptation": "c1", "idea": "i1", "site": "ward-b", "core": true, "consistent": true},
            {"adaptation": "c2", "idea": "i1", "site": "ward-b", "core": false, "consistent": false},
        ],
        "handovers": {
            "i1": {"idea": "i1", "owner": "hospital", "checks": ["2026-10-20", "2027-11-01"]},
        },
    })
}
