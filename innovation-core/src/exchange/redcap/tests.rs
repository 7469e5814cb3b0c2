use super::*;
use crate::error::Result;
use serde_json::{Value, json};

fn rubric(scoring: &str, more: Value) -> Value {
    let levels = json!([
        {"id": "no", "title": {"en": "No | never", "fr": "Non"}, "points": 0},
        {"id": "some", "title": {"en": "Some <5", "fr": "Un peu"}, "points": 1},
        {"id": "yes", "title": {"en": "Yes", "fr": "Oui"}, "points": 2}
    ]);
    let mut rubric = json!({
        "id": "our-rubric", "version": "1.0.0", "title": {"en": "Ours", "fr": "La nôtre"},
        "citation": "own", "scoring": scoring, "levels": levels,
        "groups": [
            {"id": "voice", "title": {"en": "Voice", "fr": "Voix"}, "items": [
                {"id": "heard", "title": "Heard", "evidence": "Who said so?"},
                {"id": "héard", "title": "Heard again"}]},
            {"id": "2nd", "title": "Second", "items": [{"id": "3", "title": "=Third"}]}
        ]
    });
    for (key, value) in more.as_object().unwrap() {
        rubric[key] = value.clone();
    }
    rubric
}

fn dictionary(rubric: &Value, more: Value) -> Result<RedcapDictionary> {
    let mut request = json!({"rubric": rubric, "locale": "en"});
    for (key, value) in more.as_object().unwrap() {
        request[key] = value.clone();
    }
    to_redcap(&serde_json::from_value(request).unwrap())
}

fn records(rubric: &Value, text: &str) -> Result<RedcapRecords> {
    from_redcap(&serde_json::from_value(json!({"rubric": rubric, "text": text})).unwrap())
}

fn line<'d>(dictionary: &'d RedcapDictionary, name: &str) -> &'d str {
    dictionary.text.lines().find(|line| line.starts_with(&format!("{name},"))).unwrap()
}

#[test]
fn each_item_is_a_field_with_its_id_in_the_annotation() {
    let dictionary =
        dictionary(&rubric("levelTable", json!({})), json!({"notApplicable": true})).unwrap();
    assert_eq!(
        line(&dictionary, "heard"),
        "heard,our_rubric,Voice,radio,Heard,\"0, No / never | 1, Some &lt;5 | 2, Yes\",Who said so?,,,,,,,,,,,item: heard"
    );
    assert!(line(&dictionary, "heard_2").ends_with("item: héard"));
    assert!(line(&dictionary, "i_3").contains(",Second,radio,\" =Third\","));
    assert!(line(&dictionary, "heard_na").contains("checkbox,Heard,\"1, does not apply\""));
    assert!(line(&dictionary, "heard_evidence").contains(",notes,"));
    let names: Vec<&str> = dictionary.fields.iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names[..5], ["record_id", "subject", "assessor", "assessor_role", "assessed_on"]);
    assert_eq!(names[names.len() - 3..], ["voice_score", "i_2nd_score", "total_score"]);
    for line in dictionary.text.lines().skip(1) {
        assert_eq!(line.split(',').nth(1), Some("our_rubric"), "{line}");
    }
}

#[test]
fn a_score_asks_for_the_answers_that_the_rubric_asks_for() {
    let table =
        dictionary(&rubric("levelTable", json!({"minimumAnswered": 0.5})), json!({})).unwrap();
    assert!(
        line(&table, "i_2nd_score").contains(
            "\"if(sum(if([i_3] <> '', 1, 0)) >= 1, sum(if([i_3] <> '', [i_3], 0)), '')\""
        )
    );
    let uneven = json!({"rescale": {"min": 0, "max": 100}});
    let likert = dictionary(&rubric("likert", uneven), json!({})).unwrap();
    assert!(line(&likert, "i_2nd_score").contains("(0 + ([i_3] - (0)) * 50)"));
    let profile = dictionary(&rubric("ordinalProfile", json!({})), json!({})).unwrap();
    assert_eq!(profile.notes[0].code, "no-score");
    assert!(!profile.text.contains(",calc,"));
}

#[test]
fn records_come_back_as_assessments() {
    let rubric = rubric("levelTable", json!({}));
    let text = "record_id,redcap_repeat_instance,subject,assessor,assessor_role,assessed_on,heard,heard_evidence,heard_2,heard_2_na___1,i_3,total_score,other\n\
                1,,lits,p1,nurse,2026-03-04,2,she said,,1,0,2,x\n\
                2,,,,,,,,,0,,,y\n";
    let records = records(&rubric, text).unwrap();
    assert_eq!(records.skipped, 1);
    assert_eq!(
        serde_json::to_value(&records.assessments).unwrap(),
        json!([{
            "rubric": "our-rubric", "version": "1.0.0", "subject": "lits", "assessor": "p1",
            "role": "nurse", "at": "2026-03-04",
            "answers": {"heard": "yes", "héard": "notApplicable", "3": "no"},
            "evidence": {"heard": "she said"}
        }])
    );
}

#[test]
fn what_no_form_holds_is_refused_at_its_cell() {
    let rubric = rubric("levelTable", json!({}));
    let refused = |text: &str, expected: &str| {
        let error = records(&rubric, text).unwrap_err();
        assert_eq!(format!("{} {}", error.code(), error.path()), expected, "{error}");
    };
    refused("record_id,subject,heard\n1,a,Yes\n", "exchange.invalid-cell /text/rows/2/heard");
    refused("record_id,subject,heard\n1,a,3\n", "exchange.invalid-cell /text/rows/2/heard");
    refused("record_id,subject,heard\n1,,2\n", "exchange.invalid-cell /text/rows/2/subject");
    refused("record_id,heard\n1,2\n", "exchange.missing-column /text");
    refused("record_id,subject,other\n1,a,2\n", "exchange.missing-column /text");
    refused(
        "record_id,subject,heard,heard_na___1\n1,a,2,1\n",
        "exchange.invalid-cell /text/rows/2/heard_na___1",
    );
    refused(
        "record_id,subject,assessed_on,heard\n1,a,soon,1\n",
        "exchange.invalid-cell /text/rows/2/assessed_on",
    );
    let error = dictionary(&rubric, json!({"form": "Our form"})).unwrap_err();
    assert_eq!(error.path(), "/form");
    let error = dictionary(&json!({"id": "x", "version": "1", "title": "x", "citation": "x", "scoring": "record", "groups": []}), json!({})).unwrap_err();
    assert_eq!(
        format!("{} {}", error.code(), error.path()),
        "evaluate.invalid-rubric /rubric/groups"
    );
}

#[test]
fn ratios_and_boxes_have_columns_of_their_own() {
    let rubric = json!({
        "id": "r", "version": "1", "title": "R", "citation": "own", "scoring": "ratio",
        "groups": [{"id": "g", "title": "G", "items": [{"id": "reach", "title": "Reach",
            "ratio": {"numerator": "reached", "denominator": "eligible", "reference": true}}]}]
    });
    assert!(dictionary(&rubric, json!({})).unwrap().text.contains("[reach_count] / [reach_among]"));
    let text = "record_id,subject,reach_count,reach_among,reach_ref_count,reach_ref_among\n1,a,4,10,40,200\n";
    let answers = &records(&rubric, text).unwrap().assessments[0].answers;
    let answers = serde_json::to_value(answers).unwrap();
    assert_eq!(
        answers["reach"],
        json!({"numerator": 4.0, "denominator": 10.0, "reference": [40.0, 200.0]})
    );
    let error = records(&rubric, "record_id,subject,reach_count\n1,a,4\n").unwrap_err();
    assert_eq!(error.path(), "/text/rows/2/reach_count");
    let rubric = json!({
        "id": "r", "version": "1", "title": "R", "citation": "own", "scoring": "record",
        "groups": [{"id": "g", "title": "G", "items": [{"id": "who", "title": "Who", "several": true,
            "levels": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]}, {"id": "free", "title": "Free"}]}]
    });
    let text = "record_id,subject,who___1,who___2,free\n1,x,1,1,2.5\n";
    let answers = &records(&rubric, text).unwrap().assessments[0].answers;
    assert_eq!(serde_json::to_value(answers).unwrap(), json!({"who": ["a", "b"], "free": 2.5}));
}
