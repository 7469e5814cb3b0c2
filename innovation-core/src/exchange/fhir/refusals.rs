//! What is refused, and where.

use super::laws::{BASE, ask, back, filled, form, small};
use super::*;
use serde_json::json;

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
