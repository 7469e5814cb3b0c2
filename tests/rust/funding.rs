//! Participatory budgets: real votes with outcomes computed by others, and published examples.
//!
//! D. Stolicki, S. Szufa, N. Talmon, *Pabulib: A participatory budgeting library*,
//! arXiv:2012.06539, 2020. Outcomes by pabutools 1.2.3 with exact fractions.

use innovation_core::call;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use tests::reference;

fn ask(request: &Value) -> Value {
    let response = call("evaluate.fund", &request.to_string()).unwrap_or_else(|e| panic!("{e}"));
    serde_json::from_str(&response).unwrap()
}

fn document(name: &str) -> Option<Value> {
    Some(serde_json::from_slice(&reference(&format!("evaluate/budget/{name}"))?).unwrap())
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

fn set(list: &Value) -> BTreeSet<String> {
    texts(list).into_iter().collect()
}

/// A vote of Pabulib as a request: sections, each with a line of names and lines of values.
fn pabulib(text: &str) -> Value {
    let (mut section, mut names): (&str, Vec<&str>) = ("", Vec::new());
    let (mut projects, mut ballots, mut meta) = (Vec::new(), Vec::new(), Map::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        if ["META", "PROJECTS", "VOTES"].contains(&line) {
            (section, names) = (line, Vec::new());
            continue;
        }
        let cells: Vec<&str> = line.split(';').collect();
        if names.is_empty() {
            names = cells;
            continue;
        }
        let cell = |name: &str| {
            names.iter().position(|own| *own == name).and_then(|at| cells.get(at)).copied()
        };
        let ids: Vec<&str> =
            cell("vote").unwrap_or("").split(',').filter(|id| !id.is_empty()).collect();
        match section {
            "META" => {
                meta.insert(cells[0].to_owned(), json!(cells[1]));
            }
            "PROJECTS" => projects.push(json!({"id": cells[0], "cost": cell("cost")})),
            _ => ballots.push(match meta["vote_type"].as_str().unwrap() {
                "approval" => json!({"voter": cells[0], "approve": ids}),
                "ordinal" => json!({"voter": cells[0], "order": ids}),
                _ => {
                    let given = cell("points").unwrap().split(',');
                    let given = given.map(|points| json!(points.parse::<u32>().unwrap()));
                    let points: Map<String, Value> =
                        ids.into_iter().map(str::to_owned).zip(given).collect();
                    json!({"voter": cells[0], "points": points})
                }
            }),
        }
    }
    json!({"projects": projects, "ballots": ballots, "budget": meta["budget"]})
}

/// The same money times a hundredth, as a decimal.
fn hundredth(money: &str) -> String {
    let (whole, part) = money.split_once('.').unwrap_or((money, ""));
    let digits = format!("{whole:0>3}");
    let (head, tail) = digits.split_at(digits.len() - 2);
    format!("{head}.{tail}{}", part.trim_end_matches('0'))
}

#[test]
fn real_votes_fund_what_others_computed() {
    let Some(expected) = document("expected.json") else { return };
    let mut seen = 0;
    for (file, case) in expected["expected"].as_object().unwrap() {
        let text = reference(&format!("evaluate/budget/{file}")).unwrap();
        let mut request = pabulib(std::str::from_utf8(&text).unwrap());
        assert_eq!(request["projects"].as_array().unwrap().len(), case["n_projects"]);
        assert_eq!(request["ballots"].as_array().unwrap().len(), case["n_votes"]);
        for (name, outcome) in case["rules"].as_object().unwrap() {
            let Some((rule, rest)) = name.split_once('_') else { continue };
            let (utility, completion) = rest.split_once('_').unwrap_or((rest, "none"));
            request["rule"] = json!(match rule {
                "greedy" => "greedy",
                "mes" => "equalShares",
                _ => continue,
            });
            request["utility"] = json!(if utility == "additive" { "points" } else { utility });
            let budget = request["budget"].as_str().unwrap().to_owned();
            request["completion"] = json!("none");
            request.as_object_mut().unwrap().remove("step");
            match completion {
                "add1u" => {
                    request["completion"] = json!("addOne");
                    request["step"] = json!(hundredth(&budget));
                }
                "then_greedy" => request["completion"] = json!("utilitarian"),
                _ => {}
            }
            let funding = ask(&request);
            assert_eq!(set(&funding["funded"]), set(&outcome["selected"]), "{file} {name}");
            assert_eq!(funding["spent"], outcome["cost"], "{file} {name}");
            seen += 1;
        }
    }
    assert!(seen >= 32, "only {seen} outcomes were compared");
    println!("{seen} outcomes of real votes compared");
}

#[test]
fn small_votes_end_in_one_of_the_outcomes_that_ties_allow() {
    let Some(document) = document("pabutools_unit.json") else { return };
    let mut seen = 0;
    for case in document["cases"].as_array().unwrap() {
        let projects: Vec<Value> = case["costs"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(id, cost)| json!({"id": id, "cost": cost}))
            .collect();
        let ballots: Vec<Value> = (0..)
            .zip(case["ballots"].as_array().unwrap())
            .map(|(at, approve)| json!({"voter": format!("v{at}"), "approve": approve}))
            .collect();
        let request = json!({"projects": projects, "ballots": ballots, "budget": case["budget"]});
        if case["name"] == "AppEx_4_zero_cost" {
            let error = call("evaluate.fund", &request.to_string()).unwrap_err();
            assert_eq!(error.code().name(), "evaluate.invalid-project");
            assert_eq!(error.path(), "/projects/0/cost");
            continue;
        }
        for (name, outcomes) in case["expected_irresolute"].as_object().unwrap() {
            let (rule, utility) = name.split_once('_').unwrap_or((name, ""));
            let (utility, iterated) = match utility.strip_suffix("_iterated") {
                Some(utility) => (utility, true),
                None => (utility, false),
            };
            let rule = match rule {
                "greedy" => "greedy",
                "mes" => "equalShares",
                _ => continue,
            };
            for tie_break in ["lexicographic", "cheapest", "mostSupported", "given"] {
                let mut request = request.clone();
                request["rule"] = json!(rule);
                request["utility"] = json!(utility);
                request["tieBreak"] = json!(tie_break);
                request["completion"] = json!(if iterated { "addOne" } else { "none" });
                if iterated {
                    // Their raise: a tenth of a unit for each voter.
                    request["step"] = json!(format!("0.{}", ballots.len()));
                }
                let funded = set(&ask(&request)["funded"]);
                let allowed = outcomes.as_array().unwrap();
                assert!(
                    allowed.iter().any(|outcome| set(outcome) == funded),
                    "{} {name} {tie_break}: {funded:?}",
                    case["name"]
                );
                seen += 1;
            }
        }
    }
    assert!(seen > 20);
}

#[test]
fn strongest_paths_rank_as_published() {
    let Some(document) = document("condorcet_schulze.json") else { return };
    for case in document.as_array().unwrap() {
        let names = texts(&case["candidates"]);
        let projects: Vec<Value> = names.iter().map(|id| json!({"id": id})).collect();
        let mut ballots = Vec::new();
        for group in case["ballots"].as_array().unwrap() {
            for _ in 0..group["count"].as_u64().unwrap() {
                let voter = format!("v{}", ballots.len());
                ballots.push(json!({"voter": voter, "order": group["order"]}));
            }
        }
        let funding = ask(&json!({"projects": projects, "ballots": ballots, "rule": "schulze"}));
        let ranking = &funding["ranking"];
        let expected = &case["expected"];
        assert_eq!(ranking["order"], expected["ranking"]);
        assert_eq!(ranking["winners"], json!([expected["ranking"][0]]));
        assert_eq!(funding["funded"], json!([expected["ranking"][0]]));
        assert_eq!(funding["tiesBroken"], json!([]));
        for (row, a) in names.iter().enumerate() {
            for (column, b) in names.iter().enumerate() {
                assert_eq!(ranking["pairwise"][row][column], expected["pairwise"][a][b]);
                let path = &expected["strongest_paths_winning_votes"][a][b];
                assert_eq!(&ranking["strengths"][row][column], path);
            }
        }
    }
}
