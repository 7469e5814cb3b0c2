//! Laws of pages about results.

use super::*;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A request with every kind of result, each small.
fn whole(text: &str) -> Value {
    json!({
        "locale": "en", "minimumGroup": 2, "names": {"x": text, "p": text, "m": text, "nurse": text},
        "people": [{"id": "ana", "role": "nurse"}, {"id": "bo", "role": "patient"}],
        "rounds": [{"tables": [["ana", "bo"]]}],
        "cards": [{
            "id": "walk", "kind": "method", "title": text, "purpose": text,
            "phases": ["imagine"], "group": {"min": 2},
            "minutes": {"run": {"min": 10, "max": 20}},
            "stages": [{"title": text, "minutes": 9, "grouping": "pairs", "instruction": text}]
        }],
        "programme": {"proved": true, "items": [
            {"session": 0, "card": "walk", "title": text, "start": 0, "at": text, "minutes": 20,
             "stages": [{"title": text, "minutes": 9}], "debrief": 3},
            {"session": 0, "title": text, "start": 25, "at": "09:25", "minutes": 10}
        ], "materials": [{"name": text, "count": 3}]},
        "scores": [{
            "rubric": {"id": "r", "version": "1", "title": text, "citation": text, "scoring": "likert",
                "levels": [{"id": "no", "title": text, "points": 0}, {"id": "yes", "title": text, "points": 4}],
                "groups": (0..3).map(|group| json!({"id": format!("g{group}"), "title": text, "items": [
                    {"id": format!("i{group}"), "title": text}
                ]})).collect::<Vec<_>>()},
            "answer": {"rubric": "r", "pooled": [pool(text, None, 6), pool(text, Some("nurse"), 3), pool(text, Some("patient"), 3)]}
        }],
        "ranking": {"reading": text, "overall": standing(), "perRole": [{"role": "nurse", "standing": standing()}]},
        "charts": [{"title": text, "labels": [text, "b", "c"], "answer": {
            "kind": "run", "statistic": [1, null, 3], "centre": [2, 2, 2], "lower": [null, null, null],
            "upper": [null, null, null], "rules": {"title": text},
            "signals": [{"rule": "shift", "points": [0, 2], "meaning": "concern", "text": text}],
            "phases": [{"from": 0, "to": 2, "reason": text}], "target": {"value": 2.5}
        }}],
        "register": {"months": [
            {"month": "2026-01", "ever": 1, "stages": {"adopted": 1, "routine": 0}, "stopped": 0},
            {"month": text, "ever": 3, "stages": {"adopted": 1, "routine": 1}, "stopped": 1}
        ]},
        "fit": {"fitted": [{"period": 1, "adopters": 2, "cumulative": 2.4}],
            "forecast": [{"period": 2, "cumulative": 5, "cumulativeLower": 3, "cumulativeUpper": 8}]},
        "simulation": {"reading": text, "curve": [
            {"step": 0, "mean": 1, "quantiles": [{"probability": 0.05, "value": 1}, {"probability": 0.95, "value": 1}]},
            {"step": 1, "mean": 2.5, "quantiles": [{"probability": 0.05, "value": 1}, {"probability": 0.95, "value": 4}]}
        ]},
        "coverage": {
            "measures": [{"id": "m", "state": "active"}], "people": [{"id": "ana"}],
            "pressures": [{"id": "p", "strength": 4, "residual": 1, "liftedBy": ["n"],
                "cells": [{"measure": "m", "relief": 3, "state": "active"}]}],
            "gaps": [{"reading": text}],
            "roles": [{"role": "nurse", "people": 2, "meanStrength": 4, "meanResidual": 1}]
        },
        "findings": {"findings": [{"severity": "critical", "message": text, "reason": text,
            "source": text, "evidence": "theory"}]}
    })
}

fn pool(text: &str, role: Option<&str>, assessments: u32) -> Value {
    let groups: Vec<Value> = (0..3)
        .map(|group| json!({"group": format!("g{group}"), "score": {"mean": {"value": 1 + group}}}))
        .collect();
    let mut pool = json!({"subject": "x", "assessments": assessments, "groups": groups,
        "total": {"mean": {"value": 2}}, "findings": [{"message": text}]});
    if let Some(role) = role {
        pool["role"] = role.into();
    }
    pool
}

fn standing() -> Value {
    json!({"alternatives": [
        {"id": "x", "acceptability": [0.7, 0.3], "meanRank": 1.3},
        {"id": "y", "acceptability": [0.3, 0.7], "meanRank": 1.7}
    ]})
}

fn written(request: Value) -> Result<Report> {
    report(&serde_json::from_value(request).unwrap())
}

fn changed(pointer: &str, value: Value) -> Value {
    let mut request = whole("A text");
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match request.pointer_mut(parent).unwrap() {
        Value::Object(map) => {
            map.insert(last.to_owned(), value);
        }
        Value::Array(list) => list[last.parse::<usize>().unwrap()] = value,
        other => panic!("{other}"),
    }
    request
}

#[test]
fn a_page_tells_every_result_in_every_profile_and_language() {
    for profile in ["standard", "largePrint", "easyRead"] {
        for (locale, words) in [("en", "Cards to print"), ("fr", "Cartes à imprimer")] {
            let mut request = whole("A text");
            request["profile"] = profile.into();
            request["locale"] = locale.into();
            let html = written(request).unwrap().html;
            assert!(html.contains(words));
            for id in ["programme", "coverage", "findings", "scores", "ranking", "charts", "spread"]
            {
                assert!(html.contains(&format!("<h2 id=\"{id}\">")), "{id}");
            }
            // Two of the network, a session, a matrix, a radar, dots, two of ranks, a chart, three of spread.
            assert_eq!(html.matches("role=\"img\"").count(), 12);
            assert!(!html.contains("NaN") && !html.contains("inf\""));
            for tag in [
                "section", "table", "svg", "details", "figure", "div", "p", "ul", "ol", "g", "text",
            ] {
                let opened = html.matches(&format!("<{tag}>")).count()
                    + html.matches(&format!("<{tag} ")).count();
                assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{tag}");
            }
        }
    }
}

#[test]
fn an_easy_page_claims_no_more_than_it_is() {
    let mut request = whole("A text");
    request["profile"] = "easyRead".into();
    let html = written(request).unwrap().html;
    assert!(html.contains("It was not proofread by readers concerned."));
    assert!(!html.contains("FALC") && html.contains("<dl class=\"words\">"));
}

#[test]
fn nothing_in_a_result_becomes_markup() {
    let evil = "</title></svg><script>\"&'\u{0}";
    let html = written(whole(evil)).unwrap().html;
    assert!(!html.contains("<script") && !html.contains('\0') && !html.contains("'\u{0}"));
    let svg = changed("/charts/0/answer/svg", "<svg onload='x'></svg>".into());
    assert!(!written(svg).unwrap().html.contains("onload"));
}

#[test]
fn results_alone_make_a_page() {
    let mut request = whole("A text");
    for name in ["people", "rounds"] {
        request.as_object_mut().unwrap().remove(name);
    }
    let html = written(request).unwrap().html;
    assert!(html.contains("A creative space") && !html.contains("id=\"glance\""));
}

#[test]
fn a_role_of_few_people_hides_the_breakdown() {
    let page = |least: u32| written(changed("/minimumGroup", least.into())).unwrap().html;
    let (shown, hidden) = (page(2), page(4));
    assert!(shown.contains("roles-0-0-title") && shown.contains("firsts-title"));
    assert!(!hidden.contains("roles-0-0-title") && !hidden.contains("firsts-title"));
    assert!(hidden.contains("at least one role has fewer than 4 people"));
    assert!(hidden.contains("radar-0-title"));
}

#[test]
fn results_that_contradict_each_other_are_refused_at_their_place() {
    for (pointer, value, expected) in [
        ("/programme/items/0/card", json!("run"), "exchange.unknown-card /programme/items/0/card"),
        ("/programme/items/1/start", json!(3), "exchange.contradiction /programme/items/1"),
        ("/coverage/people/0/id", json!("zoe"), "people.unknown-person /coverage/people/0/id"),
        (
            "/coverage/pressures/0/cells/0/measure",
            json!("k"),
            "exchange.contradiction /coverage/pressures/0/cells/0/measure",
        ),
        (
            "/coverage/pressures/0/residual",
            json!(5),
            "exchange.contradiction /coverage/pressures/0",
        ),
        (
            "/scores/0/answer/rubric",
            json!("other"),
            "exchange.contradiction /scores/0/answer/rubric",
        ),
        (
            "/scores/0/answer/pooled/1/groups/0/group",
            json!("g9"),
            "exchange.contradiction /scores/0/answer/pooled/1/groups/0/group",
        ),
        ("/scores/0/rubric/format", json!("x"), "evaluate.invalid-rubric /scores/0/rubric/format"),
        (
            "/ranking/overall/alternatives/0/acceptability",
            json!([1]),
            "exchange.contradiction /ranking/overall/alternatives/0/acceptability",
        ),
        (
            "/ranking/overall/alternatives/0/acceptability",
            json!([0.9, 0.9]),
            "exchange.contradiction /ranking/overall/alternatives/0/acceptability",
        ),
        (
            "/ranking/perRole/0/standing/alternatives/0/id",
            json!("z"),
            "exchange.contradiction /ranking/perRole/0/standing",
        ),
        ("/charts/0/answer/centre", json!([2]), "exchange.contradiction /charts/0/answer/centre"),
        ("/charts/0/labels", json!(["a"]), "exchange.contradiction /charts/0/labels"),
        ("/charts/0/answer/kind", json!("pie"), "contract.invalid-value /charts/0/answer/kind"),
        ("/register/months/0/ever", json!(0), "exchange.contradiction /register/months/0"),
        ("/fit/forecast/0/period", json!(1), "exchange.contradiction /fit/forecast/0"),
        (
            "/simulation/curve/1/quantiles/0/probability",
            json!(2),
            "contract.invalid-value /simulation/curve/1/quantiles/0/probability",
        ),
        (
            "/findings/findings/0/severity",
            json!("dire"),
            "contract.invalid-value /findings/findings/0/severity",
        ),
        ("/findings", json!({}), "contract.missing-field /findings"),
        ("/coverage", json!(3), "contract.invalid-value /coverage"),
    ] {
        let error = written(changed(pointer, value)).unwrap_err();
        assert_eq!(format!("{} {}", error.code(), error.path()), expected);
    }
}

/// The places of all values.
fn places(value: &Value, path: &str, into: &mut Vec<String>) {
    into.push(path.to_owned());
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, value)| places(value, &format!("{path}/{key}"), into));
        }
        Value::Array(list) => {
            list.iter()
                .enumerate()
                .for_each(|(at, value)| places(value, &format!("{path}/{at}"), into));
        }
        _ => {}
    }
}

proptest! {
    /// Whatever stands in an answer, there is a page or a refusal.
    #[test]
    fn any_answer_is_told_or_refused(
        at in any::<prop::sample::Index>(),
        large in any::<bool>(),
        value in prop_oneof![
            Just(Value::Null), Just(json!([])), Just(json!({})), Just(json!("")), Just(json!(true)),
            any::<i64>().prop_map(Value::from), any::<f64>().prop_filter("finite", |x| x.is_finite()).prop_map(Value::from),
            Just(json!([1e12, -1e12, 0])), Just(json!(1440)), Just(json!("a b ".repeat(900))),
        ],
    ) {
        let mut request = whole("A text");
        if large {
            request["profile"] = "largePrint".into();
        }
        let mut all = Vec::new();
        places(&request, "", &mut all);
        let place = &all[1 + at.index(all.len() - 1)];
        *request.pointer_mut(place).unwrap() = value;
        if let Ok(request) = serde_json::from_value::<ReportRequest>(request)
            && let Ok(page) = report(&request)
        {
            prop_assert!(!page.html.contains("NaN") && page.html.ends_with("</html>\n"));
        }
    }
}
