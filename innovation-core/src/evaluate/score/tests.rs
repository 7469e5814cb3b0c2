//! Laws of scoring, and the values that instruments publish.

use crate::call;
use serde_json::{Value, json};

fn ask(request: &Value) -> Value {
    serde_json::from_str(&call("evaluate.score", &request.to_string()).unwrap()).unwrap()
}

fn refused(request: &Value) -> (String, String) {
    let error = call("evaluate.score", &request.to_string()).unwrap_err();
    (error.code().name().to_owned(), error.path().to_owned())
}

/// A rubric of four levels, 1 to 4, with items by group; `!` marks a reversed item.
fn likert(groups: &[&[&str]], more: &Value) -> Value {
    let levels: Vec<Value> = (1..=4)
        .map(|points| json!({"id": format!("l{points}"), "title": "L", "points": points}))
        .collect();
    let item = |name: &&str| {
        let id = name.trim_start_matches('!');
        json!({"id": id, "title": id, "reversed": name.starts_with('!')})
    };
    let group = |(at, items): (usize, &&[&str])| {
        let items: Vec<Value> = items.iter().map(item).collect();
        json!({"id": format!("g{at}"), "title": "G", "items": items})
    };
    let groups: Vec<Value> = groups.iter().enumerate().map(group).collect();
    let mut rubric = json!({"id": "r", "version": "1.0.0", "title": "R", "citation": "own",
        "scoring": "likert", "levels": levels, "groups": groups});
    for (key, value) in more.as_object().unwrap() {
        rubric[key] = value.clone();
    }
    rubric
}

fn assessment(answers: &Value) -> Value {
    json!({"rubric": "r", "version": "1.0.0", "subject": "s", "answers": answers})
}

fn total(rubric: &Value, answers: &Value) -> Value {
    let response = ask(&json!({"rubric": rubric, "assessments": [assessment(answers)]}));
    response["scores"][0]["total"].clone()
}

#[test]
fn reversed_items_count_the_other_way_round() {
    let rubric = likert(&[&["a", "!b"]], &json!({}));
    assert_eq!(total(&rubric, &json!({"a": "l4", "b": "l4"})), json!({"value": 2.5}));
    assert_eq!(total(&rubric, &json!({"a": 4, "b": 1})), json!({"value": 4.0}));
}

#[test]
fn not_applicable_is_not_missing() {
    let rubric = likert(&[&["a", "b"]], &json!({}));
    assert_eq!(total(&rubric, &json!({"a": 3, "b": "notApplicable"})), json!({"value": 3.0}));
    assert_eq!(
        total(&rubric, &json!({"a": 3, "b": null})),
        json!({"value": null, "undefined": "too-few-answered"})
    );
    assert_eq!(
        total(&rubric, &json!({"a": "notApplicable", "b": "notApplicable"})),
        json!({"value": null, "undefined": "nothing-applicable"})
    );
    let lenient = likert(&[&["a", "b"]], &json!({"minimumAnswered": 0.5}));
    assert_eq!(total(&lenient, &json!({"a": 3})), json!({"value": 3.0}));
}

#[test]
fn a_total_may_weigh_groups_or_items() {
    let answers = json!({"a": 4, "b": 1, "c": 1});
    let of = |total: &str| likert(&[&["a"], &["b", "c"]], &json!({"total": total}));
    assert_eq!(total(&of("items"), &answers), json!({"value": 2.0}));
    assert_eq!(total(&of("groups"), &answers), json!({"value": 2.5}));
    assert_eq!(total(&of("none"), &answers), json!({"value": null, "undefined": "no-total"}));
}

#[test]
fn contributions_add_up_to_the_total_and_say_what_is_to_gain() {
    let rubric = likert(&[&["a"], &["b", "!c"]], &json!({"total": "groups"}));
    let response = ask(
        &json!({"rubric": rubric, "assessments": [assessment(&json!({"a": 2, "b": 3, "c": 4}))]}),
    );
    let score = &response["scores"][0];
    let sum = |field: &str| -> f64 {
        score["items"].as_array().unwrap().iter().map(|item| item[field].as_f64().unwrap()).sum()
    };
    let total = score["total"]["value"].as_f64().unwrap();
    assert!((sum("contribution") - total).abs() < 1e-12);
    assert!((total + sum("toGain") - 4.0).abs() < 1e-12);
    assert_eq!(score["range"], json!({"min": 1.0, "max": 4.0}));
}

#[test]
fn items_on_different_scales_need_a_range_to_meet_on() {
    let wide =
        json!([{"id": "w1", "title": "W", "points": 1}, {"id": "w7", "title": "W", "points": 7}]);
    let mut rubric = likert(&[&["a", "b"]], &json!({}));
    rubric["groups"][0]["items"][1]["levels"] = wide;
    let request = |rubric: &Value| json!({"rubric": rubric, "assessments": [assessment(&json!({"a": 4, "b": "w1"}))]});
    let (code, path) = refused(&request(&rubric));
    assert_eq!((code.as_str(), path.as_str()), ("evaluate.invalid-rubric", "/rubric/groups"));
    rubric["rescale"] = json!({"min": 0, "max": 10});
    assert_eq!(ask(&request(&rubric))["scores"][0]["total"], json!({"value": 5.0}));
}

#[test]
fn answers_outside_the_rubric_are_refused_at_their_place() {
    let rubric = likert(&[&["a", "b"]], &json!({}));
    for (answers, code, path) in [
        (json!({"a": "l9"}), "evaluate.unknown-level", "/assessments/0/answers/a"),
        (json!({"a": 9}), "evaluate.unknown-level", "/assessments/0/answers/a"),
        (json!({"x/y": "l1"}), "evaluate.unknown-item", "/assessments/0/answers/x~1y"),
        (json!({"a": ["l1"]}), "evaluate.invalid-answer", "/assessments/0/answers/a"),
        (
            json!({"a": {"numerator": 1, "denominator": 2}}),
            "evaluate.invalid-answer",
            "/assessments/0/answers/a",
        ),
    ] {
        let request = json!({"rubric": rubric, "assessments": [assessment(&answers)]});
        assert_eq!(refused(&request), (code.to_owned(), path.to_owned()), "{answers}");
    }
    let mut old = assessment(&json!({}));
    old["version"] = json!("0.9.0");
    let request = json!({"rubric": rubric, "assessments": [old]});
    assert_eq!(refused(&request).0, "evaluate.version-mismatch");
}

#[test]
fn a_request_is_no_larger_than_an_answer_can_be() {
    let items: Vec<String> = (0..2_000).map(|at| format!("i{at}")).collect();
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    let rubric = likert(&[&items], &json!({}));
    let request =
        |count| json!({"rubric": rubric, "assessments": vec![assessment(&json!({})); count]});
    let too_large = ("contract.too-large".to_owned(), "/assessments".to_owned());
    assert_eq!(refused(&request(251)), too_large);
    assert_eq!(ask(&request(2))["scores"][0]["counts"]["missing"], 2_000);
}

#[test]
fn divided_opinions_are_a_finding_and_roles_apart_too() {
    let rubric = likert(&[&["a"]], &json!({}));
    let by = |role: &str, answer: u8| {
        let mut one = assessment(&json!({"a": answer}));
        one["role"] = json!(role);
        one
    };
    let assessments = [by("patient", 1), by("patient", 1), by("manager", 4), by("manager", 4)];
    let response = ask(&json!({"rubric": rubric, "assessments": assessments, "by": ["role"]}));
    let pools = response["pooled"].as_array().unwrap();
    assert_eq!(pools.len(), 3);
    assert_eq!(pools[0]["items"][0]["dispersion"], json!({"value": 1.0}));
    let codes: Vec<&str> = pools[0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["opinions-divided", "roles-apart"]);
    assert_eq!(pools[0]["findings"][1]["roles"], json!(["patient", "manager"]));
    assert_eq!(pools[1]["items"][0]["dispersion"], json!({"value": 0.0}));
}

#[test]
fn change_is_paired_where_the_same_people_answer() {
    let rubric = likert(&[&["a"]], &json!({}));
    let by = |assessor: &str, at: &str, answer: u8| {
        let mut one = assessment(&json!({"a": answer}));
        one["assessor"] = json!(assessor);
        one["at"] = json!(at);
        one
    };
    let assessments = [
        by("ana", "2026-01-05", 1),
        by("bo", "2026-01-05T10:00:00Z", 2),
        by("chi", "2026-01-06", 4),
        by("ana", "2026-06-01", 3),
        by("bo", "2026-06-01", 3),
    ];
    let occasions = json!([{"id": "before", "from": "2026-01-01", "to": "2026-01-31"},
                           {"id": "after", "from": "2026-06-01", "to": "2026-06-30"}]);
    let response =
        ask(&json!({"rubric": rubric, "assessments": assessments, "occasions": occasions}));
    let change = &response["changes"][0];
    assert_eq!((&change["from"], &change["to"]), (&json!("before"), &json!("after")));
    assert_eq!(change["pairs"], 2);
    assert_eq!(change["paired"], json!({"value": 1.5}));
    assert_eq!(change["standardError"], json!({"value": 0.5}));
    assert!((change["difference"]["value"].as_f64().unwrap() - (3.0 - 7.0 / 3.0)).abs() < 1e-12);
}

#[test]
fn a_rung_counts_when_all_below_hold_and_evidence_is_shown() {
    let item = |id: &str| json!({"id": id, "title": id});
    let mut shown = item("c");
    shown["evidence"] = json!("a chart");
    let rubric = json!({"id": "r", "version": "1.0.0", "title": "R", "citation": "own",
        "scoring": "ladder", "levels": [{"id": "no", "title": "No"}, {"id": "yes", "title": "Yes"}],
        "groups": [{"id": "one", "title": "1", "points": 0.5, "items": [item("a")]},
                   {"id": "two", "title": "2", "points": 1, "items": [item("b"), shown]},
                   {"id": "three", "title": "3", "points": 1.5, "items": [item("d")]}]});
    let answers = json!({"a": "yes", "b": "yes", "c": "yes", "d": "yes"});
    let mut one = assessment(&answers);
    let before = ask(&json!({"rubric": rubric, "assessments": [one]}));
    let ladder = &before["scores"][0]["ladder"];
    assert_eq!(ladder["reached"], "one");
    assert_eq!((&ladder["unproved"], &ladder["ahead"]), (&json!(["c"]), &json!(["d"])));
    one["evidence"] = json!({"c": "run chart of May"});
    let after = ask(&json!({"rubric": rubric, "assessments": [one]}));
    assert_eq!(after["scores"][0]["total"], json!({"value": 1.5}));
}

#[test]
fn ratios_add_counts_and_compare_with_their_reference() {
    let form =
        |reference: bool| json!({"numerator": "N", "denominator": "D", "reference": reference});
    let rubric = json!({"id": "r", "version": "1.0.0", "title": "R", "citation": "own",
        "scoring": "ratio", "groups": [{"id": "g", "title": "G", "items": [
            {"id": "reach", "title": "Reach", "ratio": form(false)},
            {"id": "fair", "title": "Fair", "ratio": form(true)}]}]});
    let answers = |n: u32| {
        json!({"reach": {"numerator": n, "denominator": 100},
        "fair": {"numerator": n, "denominator": 100, "reference": [200, 1000]}})
    };
    let request = |assessments: &[Value]| json!({"rubric": rubric, "assessments": assessments});
    let response = ask(&request(&[assessment(&answers(10)), assessment(&answers(30))]));
    let items = &response["pooled"][0]["items"];
    assert_eq!(items[0]["ratio"]["ratio"], json!({"value": 0.2}));
    assert_eq!(items[1]["ratio"]["representativeness"], json!({"value": 1.0}));
    let interval = response["scores"][0]["items"][0]["ratio"]["interval"].as_array().unwrap();
    assert!((interval[0].as_f64().unwrap() - 0.055_229).abs() < 1e-6);
    assert!((interval[1].as_f64().unwrap() - 0.174_366).abs() < 1e-6);
    for (field, value, path) in [
        ("denominator", json!(-1), "reach/denominator"),
        ("numerator", json!(101), "reach/numerator"),
    ] {
        let mut wrong = answers(10);
        wrong["reach"][field] = value;
        let (code, at) = refused(&request(&[assessment(&wrong)]));
        assert_eq!(code, "evaluate.invalid-ratio");
        assert_eq!(at, format!("/assessments/0/answers/{path}"));
    }
}

/// The built-in rubric with every item at the level chosen by `level`.
#[cfg(feature = "rubrics")]
fn built_in(id: &str, level: &dyn Fn(usize, usize) -> usize) -> Value {
    let all = call("evaluate.rubrics", &json!({"ids": [id]}).to_string()).unwrap();
    let rubric: Value = serde_json::from_str::<Value>(&all).unwrap()["rubrics"][0].clone();
    let mut answers = json!({});
    let mut at = 0;
    for group in rubric["groups"].as_array().unwrap() {
        for item in group["items"].as_array().unwrap() {
            let levels = item["levels"].as_array().or(rubric["levels"].as_array()).unwrap();
            let level = &levels[level(at, levels.len())]["id"];
            answers[item["id"].as_str().unwrap()] = level.clone();
            at += 1;
        }
    }
    let one =
        json!({"rubric": id, "version": rubric["version"], "subject": "s", "answers": answers});
    ask(&json!({"rubric": id, "assessments": [one]}))["scores"][0].clone()
}

#[cfg(feature = "rubrics")]
#[test]
fn the_sustainability_model_adds_up_as_printed() {
    for (level, expected) in [(3, 100.0), (2, 49.9), (1, 39.7), (0, 0.0)] {
        let score = built_in("nhs-sustainability", &|_, _| level);
        assert_eq!(score["total"], json!({"value": expected}));
    }
    let areas = built_in("nhs-sustainability", &|_, _| 3);
    let areas: Vec<&Value> =
        areas["groups"].as_array().unwrap().iter().map(|group| &group["score"]["value"]).collect();
    assert_eq!(areas, [&json!(31.1), &json!(52.4), &json!(16.5)]);
}

#[cfg(feature = "rubrics")]
#[test]
fn psychological_safety_reverses_its_first_third_and_fifth_item() {
    let sevens = built_in("psychological-safety", &|_, count| count - 1);
    assert!((sevens["total"]["value"].as_f64().unwrap() - 31.0 / 7.0).abs() < 1e-12);
    let best = built_in("psychological-safety", &|at, count| {
        if [0, 2, 4].contains(&at) { 0 } else { count - 1 }
    });
    assert_eq!(best["total"], json!({"value": 7.0}));
}

/// Assessments of one item by role and answer, each so many times.
fn crowd(groups: &[(&str, u8, usize)]) -> Vec<Value> {
    let one = |&(role, answer, count): &(&str, u8, usize)| {
        let mut one = assessment(&json!({"a": answer}));
        if !role.is_empty() {
            one["role"] = json!(role);
        }
        one["evidence"] = json!({"a": "what ana said"});
        vec![one; count]
    };
    groups.iter().flat_map(one).collect()
}

fn disclosed(assessments: &[Value], policy: Value) -> Value {
    let rubric = likert(&[&["a"]], &json!({}));
    ask(&json!({"rubric": rubric, "assessments": assessments, "by": ["role", "occasion"],
        "disclose": policy}))
}

fn roles_of(pools: &Value) -> Vec<&str> {
    pools.as_array().unwrap().iter().map(|pool| pool["role"].as_str().unwrap_or("all")).collect()
}

#[test]
fn a_role_of_few_takes_another_with_it() {
    let people = crowd(&[("nurse", 4, 30), ("carer", 3, 12), ("patient", 1, 2)]);
    let response = disclosed(&people, json!({"minimum": 5}));
    assert_eq!(roles_of(&response["pooled"]), ["all", "nurse"]);
    let hidden = &response["disclosure"]["hidden"];
    assert_eq!(roles_of(hidden), ["carer", "patient"]);
    assert_eq!(
        (&hidden[0]["why"], &hidden[1]["why"]),
        (&json!("complementary"), &json!("primary"))
    );
    assert_eq!(response["scores"], json!([]));
    assert!(!response.to_string().contains("what ana said"));
    let total = &response["pooled"][1]["total"];
    assert_eq!(total["mean"], json!({"value": 4.0}));
    assert_eq!(total["min"], json!({"value": null, "undefined": "hidden-small-count"}));
    // Two people chose the first level: the distribution of all is not shown.
    assert!(response["pooled"][0]["items"][0].get("levels").is_none());
}

#[test]
fn people_without_a_role_are_not_what_is_left() {
    let people = crowd(&[("nurse", 4, 30), ("carer", 3, 12), ("", 1, 2)]);
    let response = disclosed(&people, json!({"minimum": 5}));
    assert_eq!(roles_of(&response["pooled"]), ["all", "nurse"]);
}

#[test]
fn too_few_in_all_show_nothing() {
    let response = disclosed(&crowd(&[("nurse", 4, 3)]), json!("nhs-hes"));
    assert_eq!(response["pooled"], json!([]));
    assert_eq!(response["disclosure"]["hidden"].as_array().unwrap().len(), 2);
    assert_eq!(response["disclosure"]["policy"]["minimum"], 8);
}

#[test]
fn an_item_that_few_answered_has_no_mean() {
    let rubric = likert(&[&["a", "b"]], &json!({"minimumAnswered": 0.5}));
    let mut people = vec![assessment(&json!({"a": 2})); 18];
    people.extend(vec![assessment(&json!({"a": 2, "b": 4})); 2]);
    let response = ask(&json!({"rubric": rubric, "assessments": people, "disclose": "fr-casd"}));
    let items = &response["pooled"][0]["items"];
    assert_eq!(items[0]["mean"], json!({"value": 2.0}));
    assert_eq!(items[0]["answered"], 20);
    assert_eq!(items[1]["mean"], json!({"value": null, "undefined": "hidden-small-count"}));
    assert_eq!(items[1]["answered"], json!(null));
    assert!(items[1].get("levels").is_none());
}

#[test]
fn a_change_is_shown_where_both_occasions_may_be() {
    let on = |day: &str, answer: u8, count: usize| {
        let mut one = assessment(&json!({"a": answer}));
        one["at"] = json!(day);
        vec![one; count]
    };
    let changes = |counts: [usize; 2]| {
        let people = [on("2026-01-05", 1, counts[0]), on("2026-06-01", 3, counts[1])].concat();
        disclosed(&people, json!({"minimum": 5}))
    };
    let shown = changes([9, 12]);
    assert_eq!(shown["changes"][0]["difference"], json!({"value": 2.0}));
    assert_eq!(shown["disclosure"]["hiddenChanges"], 0);
    let hidden = changes([3, 12]);
    assert!(hidden.get("changes").is_none());
    assert_eq!(hidden["disclosure"]["hiddenChanges"], 2);
}

#[test]
fn an_unknown_policy_is_refused() {
    let rubric = likert(&[&["a"]], &json!({}));
    let request = json!({"rubric": rubric, "assessments": [], "disclose": "none"});
    assert_eq!(refused(&request), ("protect.invalid-policy".to_owned(), "/disclose".to_owned()));
}
