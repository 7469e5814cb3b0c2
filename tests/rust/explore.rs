//! The models of exploration against tables computed by an independent implementation, and
//! against what is known exactly.
//!
//! Every cell must lie within four standard errors of the difference. Each run is played as
//! two shards on two threads and merged backwards. `EXPLORE_REPLICATES` asks for more
//! replicates than the few that fit beside the other tests.

use innovation_core::{call, math};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::reference;

fn ask(operation: &str, request: &Value) -> Value {
    match call(operation, &request.to_string()) {
        Ok(answer) => serde_json::from_str(&answer).unwrap(),
        Err(error) => panic!("{error}: {request}"),
    }
}

/// How many replicates to play where `few` fit beside the other tests.
fn replicates(few: u32) -> u32 {
    let asked = std::env::var("EXPLORE_REPLICATES").ok();
    asked.map_or(few, |asked| asked.parse().unwrap())
}

/// Plays a run as two shards on two threads; gives the report.
fn played(run: &Value, replicates: u32) -> Value {
    let shard = |from: u32, to: u32| {
        let mut request = run.clone();
        request["replicates"] = json!({"from": from, "to": to});
        request["seed"] = json!(20_261_123);
        ask("explore.run", &request)
    };
    let half = replicates / 2;
    let summaries = std::thread::scope(|scope| {
        let first = scope.spawn(|| shard(0, half));
        let second = shard(half, replicates);
        [second, first.join().unwrap()]
    });
    let summary = ask("explore.merge", &json!({"summaries": summaries}));
    ask("explore.report", &json!({"summary": summary}))
}

/// How sure a reference value is.
#[derive(Debug, Clone, Copy)]
enum Sure {
    /// Its standard error.
    Error(f64),
    /// It is the mean of so many replicates.
    Mean(f64),
}

/// A value of a table, and where ours is found.
#[derive(Debug)]
struct Cell {
    run: Value,
    outcome: &'static str,
    step: Option<usize>,
    wanted: f64,
    sure: Sure,
}

/// Holds every cell to four standard errors and half of a printed digit.
fn agree(table: &str, few: u32, cells: &[Cell]) {
    let replicates = replicates(few);
    let mut reports = BTreeMap::new();
    let mut worst = (0.0, String::new());
    for cell in cells {
        let key = cell.run.to_string();
        let report = reports.entry(key).or_insert_with(|| played(&cell.run, replicates));
        let mut outcomes = report["outcomes"].as_array().unwrap().iter();
        let outcome = outcomes.find(|outcome| outcome["name"] == cell.outcome).unwrap();
        let found = match cell.step {
            Some(step) => &outcome["course"][step],
            None => outcome,
        };
        let mean = found["mean"].as_f64().unwrap();
        let error = found["standardError"]["value"].as_f64().unwrap();
        let theirs = match cell.sure {
            Sure::Error(error) => error,
            Sure::Mean(count) => error * math::sqrt(f64::from(replicates) / count),
        };
        // Tables are printed with three decimals where values are large, else with four.
        let rounding = if cell.wanted > 2.0 { 0.0005 } else { 0.00005 };
        let both = math::sqrt(error * error + theirs * theirs);
        let apart = ((mean - cell.wanted).abs() - rounding).max(0.0);
        let errors = if apart == 0.0 { 0.0 } else { apart / both.max(1e-12) };
        let what =
            format!("{mean:.4}, not {} ± {both:.4}: {errors:.2} s.e., {cell:?}", cell.wanted);
        assert!(errors <= 4.0, "{table}: {what}");
        if errors > worst.0 {
            worst = (errors, what);
        }
    }
    let (count, runs) = (cells.len(), reports.len());
    println!("{table}: {count} cells, {runs} runs of {replicates}; the farthest: {}", worst.1);
}

/// The rows of a table: plain values in order, and named ones.
fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let text = String::from_utf8(reference(&format!("explore/{name}.csv"))?).unwrap();
    Some(text.lines().map(|line| line.split(',').map(str::to_owned).collect()).collect())
}

/// The number behind a name, as in `se=0.1` or `K5`.
fn number(row: &[String], name: &str) -> f64 {
    let mut found = row.iter().filter_map(|field| field.strip_prefix(name));
    let text = found.find_map(|rest| rest.trim_start_matches('=').parse().ok());
    text.unwrap_or_else(|| panic!("no {name} in {row:?}"))
}

fn plain(row: &[String], place: usize) -> f64 {
    row[place].parse().unwrap()
}

fn march(row: &[String], mut parameters: Value, course: u32) -> Value {
    let variant = ["paperLiteral", "originalCode"][number(row, "variant") as usize];
    parameters["course"] = json!(course);
    json!({"model": "march", "variant": variant, "parameters": parameters})
}

#[test]
fn march_figure_1() {
    let Some(rows) = rows("march_fig1") else { return };
    let cells = rows.iter().flat_map(|row| {
        let parameters = json!({"p1": number(row, "p1"), "p2": number(row, "p2")});
        let cell = |outcome, place, sure| Cell {
            run: march(row, parameters.clone(), 0),
            outcome,
            step: None,
            wanted: plain(row, place),
            sure,
        };
        [
            cell("codeKnowledge", 4, Sure::Error(plain(row, 5))),
            cell("peopleKnowledge", 6, Sure::Mean(20_000.0)),
        ]
    });
    agree("March 1991, figure 1", 20_000, &cells.collect::<Vec<_>>());
}

#[test]
fn march_figure_2() {
    let Some(rows) = rows("march_fig2") else { return };
    let cells = rows.iter().flat_map(|row| {
        let slow = number(row, "slow") / 50.0;
        let mixed = json!({"p1": 0.9, "slowP1": 0.1, "slowShare": slow});
        let cell = |parameters, name, sure| Cell {
            run: march(row, parameters, 0),
            outcome: "codeKnowledge",
            step: None,
            wanted: number(row, name),
            sure,
        };
        [
            cell(mixed, "hetero", Sure::Error(number(row, "se"))),
            cell(json!({"p1": number(row, "meanp1")}), "homog", Sure::Mean(10_000.0)),
        ]
    });
    agree("March 1991, figure 2", 20_000, &cells.collect::<Vec<_>>());
}

#[test]
fn march_figure_4() {
    let Some(rows) = rows("march_fig4") else { return };
    let cells = rows.iter().map(|row| Cell {
        run: march(
            row,
            json!({"p1": number(row, "p1"), "p3": number(row, "p3"), "periods": 20}),
            0,
        ),
        outcome: "codeKnowledge",
        step: None,
        wanted: plain(row, 4),
        sure: Sure::Error(plain(row, 5)),
    });
    agree("March 1991, figure 4", 20_000, &cells.collect::<Vec<_>>());
}

#[test]
fn march_figure_5() {
    let Some(rows) = rows("march_fig5") else { return };
    let cells = rows.iter().map(|row| Cell {
        run: march(row, json!({"p3": number(row, "p3"), "p4": 0.02, "periods": 100}), 100),
        outcome: "codeKnowledge",
        step: Some(number(row, "t") as usize),
        wanted: plain(row, 4),
        sure: Sure::Error(0.001),
    });
    agree("March 1991, figure 5", 20_000, &cells.collect::<Vec<_>>());
}

/// A reference implementation's values, not the published table.
#[test]
fn semi_isolated_subgroups() {
    let Some(rows) = rows("fang") else { return };
    let cells = rows.iter().flat_map(|row| {
        let by_size = row[0] == "FANGZ";
        let complexity = if by_size { 5.0 } else { number(row, "s=") };
        let parameters = json!({
            "complexity": complexity as u32, "subgroupSize": number(row, "z=") as u32,
            "rewiring": number(row, "beta"), "course": 0
        });
        let cell = |outcome, name, sure| Cell {
            run: json!({"model": "subgroups", "parameters": parameters}),
            outcome,
            step: None,
            wanted: number(row, name),
            sure,
        };
        [
            cell("performance", "perf", Sure::Error(number(row, "se"))),
            cell("dissimilarity", "dissim", Sure::Mean(60.0)),
        ]
    });
    agree("Subgroups", 60, &cells.collect::<Vec<_>>());
}

#[test]
fn adaptation_on_rugged_landscapes() {
    let Some(rows) = rows("lev") else { return };
    let cells = rows.iter().flat_map(|row| {
        let run = json!({"model": "landscape", "parameters": {
            "interactions": number(row, "K") as u32,
            "longJumps": number(row, "longjump") == 1.0,
        }});
        let step = Some(number(row, "t=") as usize);
        let cell = |outcome, name, sure| Cell {
            run: run.clone(),
            outcome,
            step,
            wanted: number(row, name),
            sure,
        };
        [
            cell("forms", "forms", Sure::Error(number(row, "se"))),
            cell("fitness", "meanfit", Sure::Mean(1_000.0)),
        ]
    });
    agree("Levinthal 1997", 2_000, &cells.collect::<Vec<_>>());
}

#[test]
fn local_optima() {
    let Some(rows) = rows("opt") else { return };
    for (loci, few) in [(8.0, 1_000), (10.0, 1_000), (16.0, 60)] {
        let own = rows.iter().filter(|row| number(row, "N") == loci);
        let cells = own.flat_map(|row| {
            let scheme = ["adjacent", "random"][number(row, "scheme") as usize];
            let run = json!({"model": "landscape", "parameters": {
                "loci": loci as u32, "interactions": number(row, "K") as u32, "scheme": scheme,
                "organisations": 1, "periods": 1, "optima": true
            }});
            let count = if loci == 16.0 { 50.0 } else { 1_000.0 };
            let cell = |outcome, name, sure| Cell {
                run: run.clone(),
                outcome,
                step: None,
                wanted: number(row, name),
                sure,
            };
            [
                cell("optima", "nopt", Sure::Error(number(row, "se"))),
                cell("summit", "globalmax", Sure::Mean(count)),
            ]
        });
        agree(&format!("Local optima, N = {loci}"), few, &cells.collect::<Vec<_>>());
    }
}

#[test]
fn parallel_search_on_networks() {
    for (name, scheme, count) in [("lf0", "adjacent", 400.0), ("lf1", "random", 300.0)] {
        let Some(rows) = rows(name) else { return };
        let cells = rows.iter().flat_map(|row| {
            let (network, density) = match row[4].as_str() {
                "full" => ("complete", 0.1),
                drawn if drawn.starts_with("er") => ("random", number(row, "er")),
                other => (other, 0.1),
            };
            let run = json!({"model": "search", "parameters": {
                "scheme": scheme, "network": network, "density": density, "score": true
            }});
            let cell = |outcome, step, name, sure| Cell {
                run: run.clone(),
                outcome,
                step,
                wanted: number(row, name),
                sure,
            };
            let step = Some(number(row, "t=") as usize);
            [
                cell("score", step, "mean", Sure::Error(number(row, "se"))),
                cell("forms", step, "unique", Sure::Mean(count)),
                cell("summitFound", None, "globalmax", Sure::Mean(count)),
            ]
        });
        agree(&format!("Lazer and Friedman 2007, {scheme}"), 400, &cells.collect::<Vec<_>>());
    }
}

#[test]
fn diversity_and_ability() {
    let Some(rows) = rows("hp") else { return };
    let cells = rows.iter().flat_map(|row| {
        let run = json!({"model": "diversity", "parameters": {
            "longestStep": number(row, "l=") as u32, "team": number(row, "N=") as u32
        }});
        let cell = |outcome, name, place: usize| Cell {
            run: run.clone(),
            outcome,
            step: None,
            wanted: number(row, name),
            sure: Sure::Error(row[place].strip_prefix("se=").unwrap().parse().unwrap()),
        };
        [cell("best", "best", 4), cell("random", "random", 6)]
    });
    agree("Hong and Page 2004", 60, &cells.collect::<Vec<_>>());
}

/// With as many interactions as there are other parts, heights are independent: one form in
/// N + 1 is an optimum. With none there is one, of fitness 2/3 on average.
#[test]
fn what_is_known_exactly_about_landscapes() {
    let cell = |loci: u32, interactions, outcome, wanted| Cell {
        run: json!({"model": "landscape", "parameters": {
            "loci": loci, "interactions": interactions, "organisations": 1, "periods": 1,
            "optima": true
        }}),
        outcome,
        step: None,
        wanted,
        sure: Sure::Error(0.0),
    };
    agree(
        "Exact anchors",
        2_000,
        &[
            cell(6, 5, "optima", 64.0 / 7.0),
            cell(8, 7, "optima", 256.0 / 9.0),
            cell(10, 9, "optima", 1024.0 / 11.0),
            cell(8, 0, "optima", 1.0),
            cell(10, 0, "optima", 1.0),
            cell(10, 0, "summit", 2.0 / 3.0),
        ],
    );
}

/// At rest people know what the code knows; with a code that learns fast, knowledge falls
/// as people learn faster; with one that learns slowly it is lowest between.
#[test]
fn what_march_found() {
    let known = |p1: f64, p2: f64| {
        let parameters = json!({"p1": p1, "p2": p2, "course": 0});
        let report = played(&json!({"model": "march", "parameters": parameters}), 4_000);
        let mean = |place: usize| report["outcomes"][place]["mean"].as_f64().unwrap();
        assert!((mean(0) - mean(1)).abs() < 5e-4, "{p1} {p2}: {} {}", mean(0), mean(1));
        mean(0)
    };
    let rates = [0.1, 0.3, 0.5, 0.7, 0.9];
    for p2 in [0.5, 0.9] {
        let falls = rates.map(|p1| known(p1, p2));
        assert!(falls.windows(2).all(|pair| pair[0] > pair[1] + 0.005), "{falls:?}");
    }
    let turns = rates.map(|p1| known(p1, 0.1));
    assert!(turns[0] > turns[2] + 0.02 && turns[4] > turns[2] + 0.005, "{turns:?}");
}

/// Any cut, any order: the same bytes.
#[test]
fn shards_give_the_bytes_of_the_whole() {
    let models = ["march", "subgroups", "landscape", "search", "diversity", "creativeSpace"];
    for model in models {
        let small = match model {
            "subgroups" => json!({"people": 28, "dimensions": 20}),
            "creativeSpace" => json!({"people": 28, "dimensions": 20, "periods": 30}),
            "search" => json!({"agents": 20, "steps": 20}),
            "diversity" => json!({"places": 60, "longestStep": 6}),
            _ => json!({}),
        };
        let shard = |from: u32, to: u32| {
            let request = json!({
                "model": model, "parameters": small, "seed": 5,
                "replicates": {"from": from, "to": to}
            });
            call("explore.run", &request.to_string()).unwrap()
        };
        let whole = shard(0, 80);
        for shards in [2, 8] {
            let parts: Vec<String> =
                (0..shards).rev().map(|i| shard(80 / shards * i, 80 / shards * (i + 1))).collect();
            let merged = format!("{{\"summaries\":[{}]}}", parts.join(","));
            assert_eq!(call("explore.merge", &merged).unwrap(), whole, "{model}");
        }
    }
}
