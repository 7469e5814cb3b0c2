//! Laws of the rules: each fires where it should and nowhere else.

use super::sound::healthy;
use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const AT: &str = "2026-11-23T09:00:00Z";

fn asked(state: Value) -> DiagnoseRequest {
    serde_json::from_value(json!({"state": state, "at": AT})).unwrap()
}

fn diagnosed(state: Value) -> Diagnosis {
    diagnose(&asked(state)).unwrap()
}

fn fired(diagnosis: &Diagnosis) -> BTreeSet<&'static str> {
    diagnosis.findings.iter().map(|finding| finding.rule).collect()
}

/// Puts a value at a place; null takes away what is there.
fn set(state: &mut Value, place: &str, value: Value) {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = state.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(map) if value.is_null() => drop(map.remove(key)),
        Value::Array(list) if value.is_null() => drop(list.remove(key.parse().unwrap())),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        _ => parent[key] = value,
    }
}

/// What breaks each rule, and the rules that follow from it: `(rule, changes, followers)`.
fn breaks() -> Vec<(&'static str, Value, &'static [&'static str])> {
    let without = |clause: usize| json!({format!("/charter/clauses/{clause}"): null});
    let later = json!("2026-12-01");
    let programme = |id: &str| json!({"programme": id, "mode": "experimental"});
    let (old, healthy) = (json!("2026-05-01T09:00:00Z"), healthy());
    let kept = |place: &str| healthy.pointer(place).unwrap().clone();
    let mut single = kept("/programmes/0");
    set(&mut single, "/sessions/1", json!(null));
    set(&mut single, "/sessions/0/start", json!("2026-11-10T09:00:00Z"));
    vec![
        (
            "no-lived-experience",
            json!({"/members/m1/person/family": "care", "/members/m2/person/family": "community"}),
            &[],
        ),
        ("lived-experience-minority", json!({"/members/m2/person/family": "community"}), &[]),
        ("level-absent", json!({"/founding/levels": [1, 2, 7]}), &[]),
        (
            "manager-with-report",
            json!({"/programmes/0/sessions/1/groups": [["m1"], ["m3", "m4"]]}),
            &[],
        ),
        ("facilitator-manages", json!({"/members/m3/person/reportsTo": "m5"}), &[]),
        ("catalyst-absent", json!({"/members/m5/person/family": "design"}), &[]),
        ("one-organisation-majority", json!({"/members/m5/person/organisation": "hospital"}), &[]),
        ("joint-before-own-session", json!({"/programmes/0/sessions/0/audience": "everyone"}), &[]),
        ("charter-missing", json!({"/charter": null}), &["pressure-unanswered"]),
        ("charter-unsigned", json!({"/charter/signatures/1": null}), &[]),
        ("charter-review-overdue", json!({"/charter/reviewBy": "2026-10-01"}), &[]),
        ("charter-without-review", json!({"/charter/reviewBy": null}), &[]),
        ("right-to-fail-unborne", json!({"/charter/rightToFail": null}), &[]),
        ("autonomy-missing", without(0), &[]),
        ("orientation-missing", without(1), &[]),
        ("compensation-missing", without(2), &[]),
        ("data-clause-missing", without(3), &[]),
        ("expertise-unseen", without(5), &[]),
        ("tensions-undeclared", json!({"/charter/tensions": {}}), &[]),
        ("dissent-never-stated", json!({"/ideas/i1/dissent": false}), &[]),
        ("sponsor-absent", json!({"/founding/sponsor": null}), &[]),
        ("reflection-without-time-apart", json!({"/measures/0/from": "2026-02-15"}), &[]),
        ("experiment-without-sign", json!({"/measures/1": null}), &[]),
        ("island", json!({"/measures/3": null}), &[]),
        ("no-protected-time", json!({"/measures/0/until": "2026-11-15"}), &[]),
        ("measure-expired", json!({"/measures/1/until": "2026-11-15"}), &[]),
        ("protection-lapses-soon", json!({"/measures/2/until": later}), &[]),
        ("protection-lapses-soon", json!({"/charter/suspendedNorms/0/until": later}), &[]),
        ("pressure-unanswered", json!({"/pressures/2/strength": 4}), &[]),
        ("ritual-absent", json!({"/programmes/0/ritual": false}), &[]),
        ("one-session-space", json!({"/programmes": [single]}), &[]),
        (
            "inspiration-underweighted",
            json!({"/programmes/0/sessions/0/cards/1/phases": ["frame", "spread", "evaluate"], "/programmes/0/sessions/1/cards/1/phases": ["imagine"]}),
            &[],
        ),
        ("session-without-opening", json!({"/programmes/0/sessions/0/cards/0": null}), &[]),
        ("session-without-closing", json!({"/programmes/1/sessions/0/cards/2": null}), &[]),
        ("safety-before-climate", json!({"/assessments/0/at": "2026-03-01T09:00:00Z"}), &[]),
        (
            "modes-never-alternate",
            json!({"/programmes": [kept("/programmes/0"), kept("/programmes/1"), programme("p3"), programme("p4")]}),
            &[],
        ),
        ("cadence-broken", json!({"/founding/cadenceDays": 12}), &[]),
        ("complexity-unanswered", json!({"/assessments/2/found/answeredBy": ["condition"]}), &[]),
        ("sustainability-low", json!({"/assessments/1/found/total": 44.9}), &[]),
        ("sustainability-undecided", json!({"/assessments/1/found/total": 45}), &[]),
        ("opinions-apart", json!({"/assessments/1/found/dispersion": 0.25}), &[]),
        ("group-too-small", json!({"/assessments/1/found/smallestGroup": 4}), &[]),
        ("decided-unassessed", json!({"/assessments/4/found/idea": null}), &[]),
        ("pilot-unassessed", json!({"/ideas/i3/maturity": "pilot"}), &[]),
        ("spread-too-early", json!({"/assessments/3/found/rung": 3}), &[]),
        ("spread-too-early", json!({"/assessments/3/found/rung": null}), &[]),
        ("core-lost", json!({"/adaptations/0/consistent": false}), &[]),
        ("owner-missing", json!({"/handovers/i1": null}), &[]),
        ("twelve-month-check-missing", json!({"/handovers/i1/checks/1": null}), &[]),
        ("check-not-held", json!({"/assessments/1/at": old}), &[]),
        (
            "conflicts-unresolved",
            json!({"/conflicts": [{"event": "e7", "kind": "decide", "code": "space.concurrent", "message": "host-nurse"}]}),
            &[],
        ),
        (
            "events-not-understood",
            json!({"/notUnderstood": [{"event": "e8", "kind": "sing"}]}),
            &[],
        ),
    ]
}

fn broken(changes: &Value) -> Value {
    let mut state = healthy();
    for (place, value) in changes.as_object().unwrap() {
        set(&mut state, place, value.clone());
    }
    state
}

#[test]
fn on_a_sound_space_no_rule_fires_and_all_judge() {
    let diagnosis = diagnosed(healthy());
    assert_eq!(diagnosis.findings, []);
    assert_eq!(diagnosis.not_checked, []);
    let rules: usize = RULES.iter().map(|rules| rules.len()).sum();
    assert_eq!(diagnosis.checked as usize, rules);
    assert_eq!(diagnosis.gate.unwrap().to, crate::space::SpaceStage::HandedOver);
}

#[test]
fn breaking_one_thing_fires_its_rule_and_what_follows_from_it() {
    for (rule, changes, followers) in breaks() {
        let diagnosis = diagnosed(broken(&changes));
        let expected: BTreeSet<&str> = followers.iter().copied().chain([rule]).collect();
        assert_eq!(fired(&diagnosis), expected, "{rule}: {changes}");
        assert_eq!(diagnosis.not_checked, [], "{rule}");
    }
}

#[test]
fn every_rule_has_a_space_that_breaks_it() {
    let tried: BTreeSet<&str> = breaks().iter().map(|(rule, ..)| *rule).collect();
    let rules: Vec<&str> = RULES.into_iter().flatten().map(|rule| rule.id).collect();
    assert_eq!(tried, rules.iter().copied().collect());
    assert_eq!(tried.len(), rules.len(), "a name stands twice");
    assert!(rules.len() >= 45, "{}", rules.len());
}

#[test]
fn every_text_is_there_in_both_languages_and_differs() {
    let spelt = |text: &Text| {
        let languages: Vec<&str> = text.languages().collect();
        assert_eq!(languages, ["en", "fr"]);
        let [english, french] = ["en", "fr"].map(|locale| text.for_locale(locale).to_owned());
        assert!(!english.is_empty() && !french.is_empty() && english != french, "{english}");
        assert!(!french.contains('\'') && !english.contains('\''), "{french} {english}");
        for mark in [" :", " ;", " ?", " !", " %"] {
            assert!(!french.contains(mark), "an ordinary space before a mark: {french}");
        }
    };
    for (rule, changes, _) in breaks() {
        let diagnosis = diagnosed(broken(&changes));
        for finding in &diagnosis.findings {
            spelt(&finding.message);
            spelt(&finding.reason);
            for locale in ["en", "fr"] {
                assert!(finding.source.for_locale(locale).len() > 20, "{rule}");
            }
        }
    }
}

#[test]
fn a_reader_gets_one_language() {
    let mut state = broken(&json!({"/charter": null, "/programmes/1/sessions/0/start": "soon"}));
    state["stage"] = json!("emergence");
    let mut request = asked(state);
    request.locale = Some("fr-CA".to_owned());
    let french = serde_json::to_value(diagnose(&request).unwrap()).unwrap();
    let [finding, open, asked] =
        ["/findings/0/message", "/notChecked/0/because", "/gate/requirements/0/text"];
    assert_eq!(french.pointer(finding).unwrap(), "il n’y a pas de charte");
    assert!(french.pointer(open).unwrap().is_string());
    assert!(french.pointer(asked).unwrap().is_string());
}

#[test]
fn nobody_is_named_by_the_hosts_id() {
    for (rule, changes, _) in breaks() {
        let text = serde_json::to_string(&diagnosed(broken(&changes))).unwrap();
        assert!(!text.contains("host-"), "{rule}: {text}");
    }
}

#[test]
fn what_the_state_does_not_say_is_listed_and_not_guessed() {
    let cases: [(Value, &[&str], &[&str]); 9] = [
        (
            json!({"/members/m1/person": null}),
            &[
                "facilitator-manages",
                "lived-experience-minority",
                "manager-with-report",
                "one-organisation-majority",
            ],
            &[],
        ),
        (
            json!({"/members/m4/person": null}),
            &["facilitator-manages", "level-absent", "manager-with-report"],
            &[],
        ),
        (
            json!({"/members/m5/person": null}),
            &[
                "catalyst-absent",
                "facilitator-manages",
                "manager-with-report",
                "one-organisation-majority",
            ],
            &[],
        ),
        // One who is known is not enough, whoever the unknown one may be.
        (
            json!({"/members/m1/person": null, "/members/m2/person/family": "research"}),
            &[
                "facilitator-manages",
                "lived-experience-minority",
                "manager-with-report",
                "no-lived-experience",
                "one-organisation-majority",
            ],
            &[],
        ),
        (
            json!({"/programmes/0/sessions/0/start": "soon"}),
            &["joint-before-own-session", "reflection-without-time-apart"],
            &[],
        ),
        (
            json!({"/programmes/1/sessions/0/start": "soon"}),
            &["cadence-broken", "experiment-without-sign", "joint-before-own-session"],
            &[],
        ),
        (json!({"/charter/reviewBy": "some day"}), &["charter-review-overdue"], &[]),
        (
            json!({"/handovers/i1/checks/1": "some day"}),
            &["check-not-held", "twelve-month-check-missing"],
            &[],
        ),
        (
            json!({"/programmes/0/sessions/0/cards": [], "/programmes/0/sessions/1/cards": [], "/programmes/1/sessions/0/cards": []}),
            &["inspiration-underweighted", "session-without-closing", "session-without-opening"],
            &[],
        ),
    ];
    for (changes, open, expected) in cases {
        let diagnosis = diagnosed(broken(&changes));
        let listed: Vec<&str> = diagnosis.not_checked.iter().map(|held| held.rule).collect();
        assert_eq!(listed, open, "{changes}");
        assert_eq!(fired(&diagnosis), expected.iter().copied().collect(), "{changes}");
        let rules: usize = RULES.iter().map(|rules| rules.len()).sum();
        assert_eq!(diagnosis.checked as usize + open.len(), rules);
    }
}

#[test]
fn findings_are_in_order_of_gravity_then_rule_then_subject() {
    let mut state = healthy();
    for (_, changes, _) in breaks() {
        for (place, value) in changes.as_object().unwrap() {
            // Later changes may speak of what earlier ones took away.
            let parent = place.rsplit_once('/').unwrap().0;
            let there = match state.pointer(parent) {
                Some(Value::Array(_)) => state.pointer(place).is_some(),
                held => held.is_some(),
            };
            if there {
                set(&mut state, place, value.clone());
            }
        }
    }
    let diagnosis = diagnosed(state);
    assert!(diagnosis.findings.len() > 15);
    let key = |finding: &SpaceFinding| (finding.severity, finding.rule, finding.subject.clone());
    assert!(diagnosis.findings.is_sorted_by_key(key));
}

#[test]
fn a_space_that_came_to_its_end_is_not_told_to_go_on() {
    for stage in ["handedOver", "closed"] {
        let mut state = broken(&json!({
            "/measures/0/until": "2026-11-15", "/founding/cadenceDays": 3, "/pressures/2/strength": 5,
            "/charter/reviewBy": "2026-01-01", "/measures/3": null,
        }));
        state["stage"] = json!(stage);
        let diagnosis = diagnosed(state);
        assert_eq!(fired(&diagnosis), BTreeSet::new(), "{stage}");
        assert_eq!(diagnosis.gate, None);
    }
}

#[test]
fn a_person_with_two_tokens_is_one_person() {
    let mut state = healthy();
    // The manager left and came back: the report still names the first token.
    let mut back = state["members"]["m4"].clone();
    back["standing"] = json!("joined");
    state["members"]["m4"]["standing"] = json!("left");
    state["members"]["m6"] = back;
    state["programmes"][0]["sessions"][1]["groups"] = json!([["m1"], ["m3", "m6"]]);
    let diagnosis = diagnosed(state);
    assert_eq!(fired(&diagnosis), BTreeSet::from(["manager-with-report"]));
    let subject = serde_json::to_value(&diagnosis.findings[0].subject).unwrap();
    assert_eq!(subject, json!({"kind": "programme", "id": "p1", "session": 1, "group": 1}));
}

#[test]
fn only_the_last_assessment_of_an_idea_by_a_rubric_speaks() {
    let mut state = broken(&json!({"/assessments/1/found/total": 20}));
    let mut again = state["assessments"][1].clone();
    again["found"]["assessment"] = json!("a7");
    again["found"]["total"] = json!(60);
    state["assessments"].as_array_mut().unwrap().push(again);
    assert_eq!(fired(&diagnosed(state)), BTreeSet::new());
}

#[test]
fn a_space_without_a_session_counts_from_its_opening() {
    let mut state = broken(&json!({"/founding/cadenceDays": 12, "/programmes": []}));
    let late = diagnosed(state.clone());
    assert_eq!(fired(&late), BTreeSet::from(["cadence-broken"]));
    assert!(late.findings[0].message.for_locale("en").starts_with("the opening"));
    state["openedAt"] = json!("2026-11-11T09:00:00Z");
    assert_eq!(fired(&diagnosed(state)), BTreeSet::new());
}

#[test]
fn limits_can_be_set() {
    let mut request = asked(broken(&json!({"/measures/2/until": "2026-12-01"})));
    request.notice_days = Some(7);
    request.minimum_group = Some(7);
    assert_eq!(fired(&diagnose(&request).unwrap()), BTreeSet::from(["group-too-small"]));
}

#[test]
fn refusals_name_their_place() {
    let mut request = asked(healthy());
    request.at = "soon".to_owned();
    let error = diagnose(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ContractInvalidValue, "/at"));
    let request = DiagnoseRequest { state: Box::new(State::before()), ..asked(healthy()) };
    let error = diagnose(&request).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::SpaceNotOpen, "/state/founding"));
}

const FAMILIES: [&str; 4] = ["livedExperience", "care", "management", "facilitation"];

/// Members given by family, organisation, level, and whether it is known who they are.
fn of_members(members: &[(usize, usize, i32)], known: &[bool]) -> Value {
    let member = |(at, (family, organisation, level)): (usize, &(usize, usize, i32))| {
        let person = json!({
            "id": format!("host-{at}"), "role": "r", "family": FAMILIES[*family], "level": level,
            "organisation": (*organisation > 0).then(|| format!("o{organisation}")),
        });
        let person = known[at].then_some(person);
        (format!("m{at}"), json!({"person": person, "standing": "joined", "since": "2026-01-01"}))
    };
    let members: BTreeMap<String, Value> = members.iter().enumerate().map(member).collect();
    let mut state = healthy();
    state["members"] = json!(members);
    state["programmes"] = json!([]);
    state
}

proptest! {
    /// Where a rule judged, whoever the unknown members turn out to be changes nothing.
    #[test]
    fn the_unknown_cannot_overturn_what_was_judged(
        members in prop::collection::vec((0_usize..4, 0_usize..3, 1_i32..4), 0..7),
        known in prop::collection::vec(any::<bool>(), 7),
    ) {
        let masked = diagnosed(of_members(&members, &known));
        let open: BTreeSet<&str> = masked.not_checked.iter().map(|held| held.rule).collect();
        let told = diagnosed(of_members(&members, &[true; 7]));
        let judged = |diagnosis: &Diagnosis| {
            fired(diagnosis).into_iter().filter(|rule| !open.contains(rule)).collect::<Vec<_>>()
        };
        prop_assert_eq!(judged(&masked), judged(&told));
        // What fired is true even where not everything was judged.
        prop_assert!(fired(&masked).is_subset(&fired(&told)));
    }

    /// A state with anything taken out of it is answered or refused, the same way each time.
    #[test]
    fn a_state_full_of_holes_is_answered(cuts in prop::collection::vec((0_usize..60, 0_usize..12, 0_usize..8), 0..6)) {
        let mut state = healthy();
        for cut in cuts {
            let mut place = String::new();
            for step in [cut.0, cut.1, cut.2] {
                let keys: Vec<String> = match state.pointer(&place).unwrap() {
                    Value::Object(map) => map.keys().cloned().collect(),
                    Value::Array(list) => (0..list.len()).map(|at| at.to_string()).collect(),
                    _ => Vec::new(),
                };
                if !keys.is_empty() {
                    place = format!("{place}/{}", keys[step % keys.len()]);
                }
            }
            let here = state.pointer_mut(&place).unwrap();
            match here {
                Value::Array(list) => list.clear(),
                Value::String(text) => *text = "x".to_owned(),
                Value::Number(_) => *here = json!(0),
                _ => {}
            }
        }
        if let Ok(state) = serde_json::from_value::<State>(state) {
            let request = DiagnoseRequest { state: Box::new(state), ..asked(healthy()) };
            let once = diagnose(&request).map(|answer| serde_json::to_string(&answer).unwrap());
            let twice = diagnose(&request).map(|answer| serde_json::to_string(&answer).unwrap());
            prop_assert_eq!(once, twice);
        }
    }
}
