//! What holds of every exchange.

use super::cases::Dice;
use super::*;
use crate::evaluate::{RubricChoice, ScoreRequest, Scores, score};
use crate::space::State;
use proptest::prelude::*;
use serde_json::json;

const BASE: &str = "https://fhir.example.org";

fn ask(release: FhirRelease, locale: Option<&str>, subject: FhirSubject) -> ToFhirRequest {
    ToFhirRequest {
        release,
        base: BASE.to_owned(),
        locale: locale.map(str::to_owned),
        stamp: Some("2026-11-23T09:00:00Z".to_owned()),
        bundle: FhirBundle::Collection,
        subject,
        rest: Vec::new(),
    }
}

fn form(release: FhirRelease, locale: Option<&str>, rubric: &Rubric) -> Value {
    let subject = FhirSubject::Rubric(Box::new(rubric.clone()));
    to_fhir(&ask(release, locale, subject)).unwrap().resource
}

fn filled(release: FhirRelease, locale: Option<&str>, rubric: &Rubric, a: &Assessment) -> Value {
    let both = FhirAssessment { rubric: rubric.clone(), assessment: a.clone() };
    let subject = FhirSubject::Assessment(Box::new(both));
    to_fhir(&ask(release, locale, subject)).unwrap().resource
}

fn back(questionnaire: Value, response: Option<Value>) -> Result<FromFhir> {
    from_fhir(&FromFhirRequest { questionnaire, response, release: None })
}

fn scores(rubric: &Rubric, assessment: &Assessment) -> Scores {
    let rubric = RubricChoice::Own(Box::new(rubric.clone()));
    let assessments = vec![assessment.clone()];
    let request = json!({"rubric": rubric, "assessments": assessments});
    score(&serde_json::from_value::<ScoreRequest>(request).unwrap()).unwrap()
}

fn release(dice: &mut Dice) -> FhirRelease {
    if dice.coin() { FhirRelease::R4 } else { FhirRelease::R5 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// A rubric comes back as it went, in either release.
    #[test]
    fn a_rubric_comes_back_as_it_went(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let (rubric, release) = (dice.rubric(), release(dice));
        let read = from_fhir(&FromFhirRequest {
            questionnaire: form(release, None, &rubric),
            response: None,
            release: Some(release),
        }).unwrap();
        prop_assert_eq!(&read.rubric, &rubric);
        prop_assert_eq!((read.base.as_str(), read.locale.as_deref()), (BASE, None));
        prop_assert_eq!(read.rest, FhirRest::default());
    }

    /// In one language, it comes back in that language.
    #[test]
    fn a_language_comes_back_as_it_went(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let (rubric, release) = (dice.rubric(), release(dice));
        let read = from_fhir(&FromFhirRequest {
            questionnaire: form(release, Some("fr"), &rubric),
            response: None,
            release: Some(release),
        }).unwrap();
        prop_assert_eq!(read.rubric, rubric.into_locale("fr"));
        prop_assert_eq!(read.locale.as_deref(), Some("fr"));
        prop_assert_eq!(read.rest, FhirRest::default());
    }

    /// Answers come back as they went, and with the same scores.
    #[test]
    fn answers_come_back_as_they_went(seed in any::<u64>()) {
        let dice = &mut Dice::new(seed);
        let (rubric, release) = (dice.rubric(), release(dice));
        let assessment = dice.assessment(&rubric);
        let locale = dice.coin().then_some("fr");
        let read = from_fhir(&FromFhirRequest {
            questionnaire: form(release, locale, &rubric),
            response: Some(filled(release, locale, &rubric, &assessment)),
            release: Some(release),
        }).unwrap();
        let found = read.assessment.unwrap();
        prop_assert_eq!(&found, &assessment);
        prop_assert_eq!(read.rest, FhirRest::default());
        let (there, here) = (scores(&rubric, &assessment), scores(&read.rubric, &found));
        prop_assert_eq!(here.scores, there.scores);
    }
}

/// A place in a JSON, chosen at random.
fn place(value: &Value, dice: &mut Dice, at: String) -> String {
    let below = |name: &str| crate::evaluate::under(&at, name);
    let next: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(name, one)| (below(name), one)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(n, one)| (format!("{at}/{n}"), one)).collect()
        }
        _ => Vec::new(),
    };
    if next.is_empty() || dice.below(4) == 0 {
        return at;
    }
    let (at, one) = next[dice.below(next.len())].clone();
    place(one, dice, at)
}

fn mutate(value: &mut Value, dice: &mut Dice) {
    let at = place(value, dice, String::new());
    let other = place(value, dice, String::new());
    let other = value.pointer(&other).cloned().unwrap_or_default();
    let values = [
        Value::Null,
        json!(""),
        json!([]),
        json!({}),
        json!(-1),
        json!("abc"),
        json!(1e300),
        json!({"url": "http://x.org/y", "valueString": "z"}),
        other,
    ];
    let new = values[dice.below(values.len())].clone();
    let name = ["extension", "linkId", "value", "valueCoding", "item", "text"][dice.below(6)];
    match (dice.below(4), value.pointer_mut(&at).unwrap()) {
        (0, Value::Object(members)) => {
            members.insert(name.to_owned(), new);
        }
        (1, Value::Object(members)) => {
            let names: Vec<String> = members.keys().cloned().collect();
            if let Some(name) = names.get(dice.below(names.len().max(1))) {
                members.remove(name);
            }
        }
        (0 | 1, Value::Array(list)) => {
            let to = dice.below(list.len() + 1);
            list.insert(to, new);
        }
        (2, Value::Array(list)) => list.reverse(),
        (_, spot) => *spot = new,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever is sent, nothing panics; and of what is taken, nothing is lost.
    #[test]
    fn what_is_taken_is_not_lost(seed in any::<u64>(), times in 1_usize..4) {
        let dice = &mut Dice::new(seed);
        let (rubric, release) = (dice.rubric(), release(dice));
        let mut questionnaire = form(release, None, &rubric);
        let assessment = dice.assessment(&rubric);
        let mut response = filled(release, None, &rubric, &assessment);
        for _ in 0..times {
            mutate(if dice.coin() { &mut questionnaire } else { &mut response }, dice);
        }
        let request = FromFhirRequest {
            questionnaire: questionnaire.clone(),
            response: Some(response.clone()),
            release: None,
        };
        let Ok(read) = from_fhir(&request) else { return Ok(()) };
        let mut again = ask(read.release, read.locale.as_deref(), FhirSubject::Rubric(Box::new(read.rubric.clone())));
        again.base = read.base.clone();
        again.stamp = read.stamp.clone();
        again.rest = read.rest.questionnaire;
        prop_assert_eq!(to_fhir(&again).unwrap().resource, questionnaire);
        let both = FhirAssessment { rubric: read.rubric, assessment: read.assessment.unwrap() };
        again.subject = FhirSubject::Assessment(Box::new(both));
        again.rest = read.rest.response;
        prop_assert_eq!(to_fhir(&again).unwrap().resource, response);
    }
}

fn small() -> (Rubric, Assessment) {
    let rubric = json!({
        "id": "heard", "version": "1.0.0", "citation": "own", "scoring": "likert",
        "title": {"en": "Was I heard?", "fr": "M’a-t-on écouté\u{a0}?"},
        "levels": [
            {"id": "no", "title": {"en": "No", "fr": "Non"}, "points": 1},
            {"id": "yes", "title": {"en": "Yes", "fr": "Oui"}, "points": 2}],
        "groups": [{"id": "talk", "title": {"en": "Talking", "fr": "Parler"}, "items": [
            {"id": "time", "title": {"en": "Time", "fr": "Le temps"}},
            {"id": "cut", "title": {"en": "Cut short", "fr": "Interruption"}, "reversed": true}]}]
    });
    let assessment = json!({
        "rubric": "heard", "version": "1.0.0", "subject": "ward-3",
        "answers": {"time": "yes", "cut": "no"}
    });
    (serde_json::from_value(rubric).unwrap(), serde_json::from_value(assessment).unwrap())
}

/// A change to a Questionnaire or to its response, and the refusal that follows.
fn refused(of_response: bool, at: &str, op: PatchOp, value: Value) -> (&'static str, String) {
    let (rubric, assessment) = small();
    let mut questionnaire = form(FhirRelease::R4, None, &rubric);
    let mut response = filled(FhirRelease::R4, None, &rubric, &assessment);
    let target = if of_response { &mut response } else { &mut questionnaire };
    rest::put_back(target, &[PatchStep { op, path: at.to_owned(), value }]).unwrap();
    let error = back(questionnaire, Some(response)).unwrap_err();
    (error.code().name(), error.path().to_owned())
}

#[test]
fn what_others_let_through_is_refused_with_its_place() {
    use PatchOp::{Add, Remove, Replace};
    let question = "/item/0/item/0";
    let coding = |code: &str| json!({"system": format!("{BASE}/CodeSystem/heard"), "code": code});
    let group = json!({"resourceType": "Group", "type": "person", "actual": true,
        "member": [{"entity": {"reference": "RelatedPerson/ana"}}]});
    for (of_response, at, op, value, code, path) in [
        (false, "/status", Replace, json!("foo"), "invalid-element", "/questionnaire/status"),
        (true, "/status", Replace, json!("foo"), "invalid-element", "/response/status"),
        (false, "/status", Remove, Value::Null, "missing-element", "/questionnaire"),
        (false, "/colour", Add, json!("red"), "unknown-element", "/questionnaire/colour"),
        (
            false,
            "/item/0/item/0/type",
            Replace,
            json!("choose"),
            "invalid-element",
            "/questionnaire/item/0/item/0/type",
        ),
        (
            false,
            "/item/0/item/0/type",
            Replace,
            json!("coding"),
            "wrong-release",
            "/questionnaire/item/0/item/1/type",
        ),
        (
            false,
            "/item/0/item/0/linkId",
            Remove,
            Value::Null,
            "missing-element",
            "/questionnaire/item/0/item/0",
        ),
        (
            false,
            "/item/0/item/1/linkId",
            Replace,
            json!("time"),
            "duplicate-link",
            "/questionnaire/item/0/item/1/linkId",
        ),
        (
            true,
            "/item/0/item/0/answer/0/valueString",
            Add,
            json!("x"),
            "invalid-element",
            "/response/item/0/item/0/answer/0/valueString",
        ),
        (
            true,
            "/item/1/answer/0/valueDecimal",
            Replace,
            json!("abc"),
            "invalid-element",
            "/response/item/1/answer/0/valueDecimal",
        ),
        (true, "/authored", Add, json!("2026-13-45"), "invalid-element", "/response/authored"),
        (
            false,
            "/item/0/answerOption",
            Add,
            json!([{"valueCoding": {"code": "a"}}]),
            "invalid-element",
            "/questionnaire/item/0/answerOption",
        ),
        (
            true,
            "/item/0/item/0/linkId",
            Replace,
            json!("tine"),
            "unknown-link",
            "/response/item/0/item/0/linkId",
        ),
        (
            true,
            "/item/0/item/0/answer/0/valueCoding",
            Replace,
            coding("maybe"),
            "answer-outside-options",
            "/response/item/0/item/0/answer/0/valueCoding",
        ),
        (
            false,
            "/contained",
            Add,
            json!([group]),
            "invalid-element",
            "/questionnaire/contained/0/member/0/entity",
        ),
        // Beyond the table.
        (
            false,
            "/item/0/item/0/required",
            Add,
            json!("yes"),
            "invalid-element",
            "/questionnaire/item/0/item/0/required",
        ),
        (
            true,
            "/item/0/item/0/answer/1",
            Add,
            json!({"valueCoding": coding("no")}),
            "misplaced-answer",
            "/response/item/0/item/0/answer/1",
        ),
        (
            true,
            "/item/0/item/2",
            Add,
            json!({"linkId": "time"}),
            "misplaced-answer",
            "/response/item/0/item/2/linkId",
        ),
        (
            true,
            "/item/0/answer",
            Add,
            json!([{"valueString": "x"}]),
            "misplaced-answer",
            "/response/item/0/answer",
        ),
        (
            true,
            "/item/0/item/0/item",
            Add,
            json!([{"linkId": "cut"}]),
            "misplaced-answer",
            "/response/item/0/item/0/item",
        ),
        (
            true,
            "/item/0/linkId",
            Replace,
            json!("time"),
            "misplaced-answer",
            "/response/item/0/linkId",
        ),
        (
            true,
            "/questionnaire",
            Replace,
            json!("https://x.org/Questionnaire/heard"),
            "other-questionnaire",
            "/response/questionnaire",
        ),
        (
            true,
            "/questionnaire",
            Replace,
            json!(format!("{BASE}/Questionnaire/heard|2")),
            "other-questionnaire",
            "/response/questionnaire",
        ),
        (
            true,
            "/resourceType",
            Replace,
            json!("Bundle"),
            "not-a-resource",
            "/response/resourceType",
        ),
        (false, "/item", Replace, json!([]), "invalid-element", "/questionnaire/item"),
    ] {
        let (found, place) = refused(of_response, at, op, value);
        // A type of another release makes the rest of the other one wrong.
        assert_eq!(
            (found, place.as_str()),
            (&*format!("exchange.{code}"), path),
            "{at} {question}"
        );
    }
}

#[test]
fn a_question_that_must_be_answered_is() {
    let (rubric, assessment) = small();
    let mut questionnaire = form(FhirRelease::R4, None, &rubric);
    let mut response = filled(FhirRelease::R4, None, &rubric, &assessment);
    questionnaire["item"][0]["item"][0]["required"] = true.into();
    questionnaire["item"][0]["item"][1]["repeats"] = true.into();
    assert!(back(questionnaire.clone(), Some(response.clone())).is_err());
    questionnaire["item"][0]["item"][1]["repeats"] = false.into();
    assert!(back(questionnaire.clone(), Some(response.clone())).is_ok());
    response["item"][0]["item"].as_array_mut().unwrap().remove(0);
    let error = back(questionnaire.clone(), Some(response.clone())).unwrap_err();
    assert_eq!((error.code(), error.path()), (Code::ExchangeMissingAnswer, "/response/item/0"));
    response["status"] = "in-progress".into();
    assert!(back(questionnaire, Some(response)).is_ok());
}

#[test]
fn the_release_that_is_named_is_held_to() {
    let (rubric, _) = small();
    for (written, named) in [(FhirRelease::R4, FhirRelease::R5), (FhirRelease::R5, FhirRelease::R4)]
    {
        let questionnaire = form(written, None, &rubric);
        let error =
            from_fhir(&FromFhirRequest { questionnaire, response: None, release: Some(named) })
                .unwrap_err();
        assert_eq!(error.code(), Code::ExchangeWrongRelease);
        assert_eq!(error.path(), "/questionnaire/item/0/item/0/type");
    }
}

#[test]
fn totals_are_written_and_a_wrong_one_is_said() {
    let (rubric, assessment) = small();
    let mut response = filled(FhirRelease::R4, Some("en"), &rubric, &assessment);
    assert_eq!(response["item"][1]["answer"][0]["valueDecimal"], 2);
    assert_eq!(response["item"][0]["item"][2]["linkId"], "score.talk");
    response["item"][1]["answer"][0]["valueDecimal"] = 1.into();
    let read = back(form(FhirRelease::R4, Some("en"), &rubric), Some(response)).unwrap();
    assert_eq!(read.notes.iter().map(|note| note.about).collect::<Vec<_>>(), ["score-differs"]);
    assert_eq!(read.rest.response.len(), 1);
}

#[test]
fn a_questionnaire_from_elsewhere_becomes_a_rubric() {
    let option = |code: &str, points: f64| {
        let worth = json!([{"url": json::ORDINAL, "valueDecimal": points}]);
        json!({"valueCoding": {"code": code}, "extension": worth})
    };
    let questionnaire = json!({
        "resourceType": "Questionnaire", "status": "draft", "publisher": "A ward",
        "item": [
            {"linkId": "intro", "type": "display", "text": "Please answer"},
            {"linkId": "1", "type": "choice", "text": "Calm?", "required": true,
                "answerOption": [option("yes", 2.0), option("no", 0.0)]},
            {"linkId": "part", "type": "group", "item": [
                {"linkId": "within", "type": "group", "item": [
                    {"linkId": "2", "type": "choice", "prefix": "B",
                        "answerOption": [option("a", 0.0), option("b", 1.0)]}]}]}]
    });
    let response = json!({
        "resourceType": "QuestionnaireResponse", "status": "completed",
        "item": [{"linkId": "1", "answer": [{"valueCoding": {"code": "yes"}}]}]
    });
    let read = back(questionnaire, Some(response)).unwrap();
    assert_eq!(read.rubric.scoring, crate::evaluate::Scoring::LevelTable);
    let groups: Vec<&str> = read.rubric.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(groups, ["questions", "part"]);
    let mut answered = read.assessment.unwrap();
    assert_eq!(answered.subject.as_str(), "unnamed");
    answered.answers.insert("2".into(), crate::evaluate::Answer::Level("b".into()));
    assert_eq!(scores(&read.rubric, &answered).scores[0].total.value, Some(3.0));
}

fn space() -> State {
    let member = |role: &str| {
        json!({"person": {"id": format!("host-{role}"), "role": role}, "standing": "joined",
            "since": "2026-11-01T09:00:00Z"})
    };
    let state = json!({
        "format": "innovation/space@1", "events": 4, "openedAt": "2026-11-01T09:00:00Z",
        "founding": {"space": "breathing-space", "title": {"en": "Breathing space", "fr": "Respirer"},
            "locus": "withinOne", "organisations": ["north"]},
        "members": {"t1": member("nurse"), "t2": member("patient-partner"),
            "t3": member("family-carer"), "t4": member("peer-worker")}
    });
    serde_json::from_value(state).unwrap()
}

#[test]
fn a_space_leaves_by_tokens_and_no_carer_is_in_a_group() {
    for release in [FhirRelease::R4, FhirRelease::R5] {
        let subject = FhirSubject::Space(Box::new(space()));
        let bundle = to_fhir(&ask(release, Some("fr"), subject)).unwrap().resource;
        let text = bundle.to_string();
        assert!(!text.contains("host-"), "{text}");
        let kinds: Vec<&str> = bundle["entry"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|entry| entry["resource"]["resourceType"].as_str())
            .collect();
        assert_eq!(
            kinds,
            [
                "Organization",
                "PractitionerRole",
                "Patient",
                "RelatedPerson",
                "PractitionerRole",
                "CareTeam",
                "Group"
            ]
        );
        let group = &bundle["entry"][6]["resource"];
        assert_eq!(group["member"], json!([{"entity": {"reference": "Patient/t2"}}]));
    }
    let mut unopened = space();
    unopened.founding = None;
    let subject = FhirSubject::Space(Box::new(unopened));
    let error = to_fhir(&ask(FhirRelease::R4, None, subject)).unwrap_err();
    assert_eq!(
        (error.code(), error.path()),
        (Code::ExchangeNotExpressible, "/subject/space/founding")
    );
}

#[test]
fn bad_roots_languages_and_stamps_are_refused() {
    let (rubric, _) = small();
    let good = ask(FhirRelease::R4, None, FhirSubject::Rubric(Box::new(rubric)));
    for base in ["", "fhir.example.org", "https://", "https://a/", "https://a b", "https://a|b"] {
        let error = to_fhir(&ToFhirRequest { base: base.into(), ..good.clone() }).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ContractInvalidValue, "/base"), "{base}");
    }
    let error = to_fhir(&ToFhirRequest { locale: Some("f r".into()), ..good.clone() }).unwrap_err();
    assert_eq!(error.path(), "/locale");
    let error = to_fhir(&ToFhirRequest { stamp: Some("today".into()), ..good }).unwrap_err();
    assert_eq!(error.path(), "/stamp");
}

#[test]
fn too_deep_a_form_is_refused() {
    let mut item = json!({"linkId": "x", "type": "string"});
    for depth in 0..30 {
        item = json!({"linkId": format!("g{depth}"), "type": "group", "item": [item]});
    }
    let form = json!({"resourceType": "Questionnaire", "status": "active", "item": [item]});
    assert_eq!(back(form, None).unwrap_err().code(), Code::ContractTooLarge);
}
