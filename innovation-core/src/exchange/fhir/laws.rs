//! What holds of every exchange.

use super::cases::Dice;
use super::*;
use crate::evaluate::{RubricChoice, ScoreRequest, Scores, score};
use crate::space::State;
use proptest::prelude::*;
use serde_json::json;

pub(super) const BASE: &str = "https://fhir.example.org";

pub(super) fn ask(
    release: FhirRelease,
    locale: Option<&str>,
    subject: FhirSubject,
) -> ToFhirRequest {
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

pub(super) fn form(release: FhirRelease, locale: Option<&str>, rubric: &Rubric) -> Value {
    let subject = FhirSubject::Rubric(Box::new(rubric.clone()));
    to_fhir(&ask(release, locale, subject)).unwrap().resource
}

pub(super) fn filled(
    release: FhirRelease,
    locale: Option<&str>,
    rubric: &Rubric,
    a: &Assessment,
) -> Value {
    let both = FhirAssessment { rubric: rubric.clone(), assessment: a.clone() };
    let subject = FhirSubject::Assessment(Box::new(both));
    to_fhir(&ask(release, locale, subject)).unwrap().resource
}

pub(super) fn back(questionnaire: Value, response: Option<Value>) -> Result<FromFhir> {
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

pub(super) fn small() -> (Rubric, Assessment) {
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
