//! Whatever comes in, an answer or an error comes out.

use innovation_core::call;
use innovation_core::contract::OPERATIONS;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use tests::vectors;

/// Requests per operation; half of them are mutations of the operation's vectors.
const REQUESTS: u32 = 10_000;

/// Any JSON, small.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop_oneof![Just(-1.0), Just(1e300), Just(0.5), Just(9e15)].prop_map(Value::from),
        prop_oneof!["[a-c]{0,2}", ".{0,3}", Just("nurse".to_owned())].prop_map(Value::from),
    ];
    let key = prop_oneof![
        Just("people"),
        Just("ties"),
        Just("id"),
        Just("role"),
        Just("size"),
        Just("tables"),
        Just("count"),
        Just("rounds"),
        Just("text"),
        Just("a"),
        Just("b"),
        Just("weight"),
        Just("rules"),
        Just("seed")
    ];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Changes to a request: a place, chosen by numbers, and what happens there.
#[derive(Debug, Clone)]
enum Change {
    Replace(Value),
    Remove,
    Repeat,
    Cut,
}

fn any_change() -> impl Strategy<Value = (Vec<usize>, Change)> {
    let change = prop_oneof![
        any_json().prop_map(Change::Replace),
        Just(Change::Remove),
        Just(Change::Repeat),
        Just(Change::Cut),
    ];
    (prop::collection::vec(any::<usize>(), 1..6), change)
}

/// Walks down by the numbers and makes the change at the last step.
fn mutate(value: &mut Value, way: &[usize], change: &Change) {
    let Some((&step, rest)) = way.split_first() else { return };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let at = step % items.len();
            let deeper = items[at].is_array() || items[at].is_object();
            match change {
                _ if !rest.is_empty() && deeper => mutate(&mut items[at], rest, change),
                Change::Replace(new) => items[at] = new.clone(),
                Change::Remove => drop(items.remove(at)),
                Change::Repeat => items.push(items[at].clone()),
                Change::Cut => items.truncate(at),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let key = fields.keys().nth(step % fields.len()).unwrap().clone();
            let deeper = fields[&key].is_array() || fields[&key].is_object();
            match change {
                _ if !rest.is_empty() && deeper => {
                    mutate(fields.get_mut(&key).unwrap(), rest, change)
                }
                Change::Replace(new) => drop(fields.insert(key, new.clone())),
                Change::Remove => drop(fields.remove(&key)),
                Change::Repeat => drop(fields.insert(format!("{key}{key}"), Value::Null)),
                Change::Cut => drop(fields.insert(key, json!({}))),
            }
        }
        other => *other = json!(step % 7),
    }
}

/// Keeps a search short, so that ten thousand of them are.
fn shorten(operation: &str, request: &mut Value) {
    if let (true, Some(fields)) = (operation.starts_with("gather."), request.as_object_mut()) {
        fields.insert("effort".to_owned(), json!({"iterations": 20}));
    }
    if let (true, Some(fields)) = (operation == "evaluate.rank", request.as_object_mut()) {
        fields.insert("draws".to_owned(), json!(100));
    }
    if let (true, Some(fields)) = (operation == "spread.simulate", request.as_object_mut()) {
        fields.insert("replicates".to_owned(), json!(20));
    }
    if let (true, Some(fields)) = (operation == "spread.seed", request.as_object_mut()) {
        fields.insert("mostSets".to_owned(), json!(1_024));
    }
    if let (true, Some(fields)) = (operation == "explore.run", request.as_object_mut()) {
        fields.insert("replicates".to_owned(), json!({"from": 0, "to": 2}));
        let few = match fields.get("model").and_then(Value::as_str) {
            Some("search") => ("steps", 3),
            Some("diversity") => ("places", 40),
            _ => ("periods", 3),
        };
        let parameters = fields.entry("parameters").or_insert_with(|| json!({}));
        if let Some(parameters) = parameters.as_object_mut() {
            parameters.insert(few.0.to_owned(), json!(few.1));
        }
    }
    if let Some(replicates) = request.pointer_mut("/bootstrap/replicates") {
        *replicates = json!(10);
    }
}

fn answers(operation: &str, text: &str) -> Result<(), TestCaseError> {
    match call(operation, text) {
        Ok(response) => {
            let parsed: Result<Value, _> = serde_json::from_str(&response);
            prop_assert!(parsed.is_ok());
        }
        Err(error) => {
            prop_assert!(error.code().name() != "contract.internal", "{error}");
            prop_assert!(!error.message().is_empty());
        }
    }
    Ok(())
}

#[test]
fn random_and_mutated_requests_come_back() {
    let vectors = vectors::load().unwrap();
    for operation in OPERATIONS {
        let requests: Vec<Value> = vectors
            .iter()
            .filter(|(_, vector)| vector.operation == operation.name && vector.request.is_object())
            .map(|(_, vector)| vector.request.clone())
            .filter(|request| request.to_string().len() < 20_000)
            .collect();
        assert!(!requests.is_empty(), "{}", operation.name);
        let config = Config { cases: REQUESTS / 2, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new(config.clone());
        let mutations = (prop::sample::select(requests), prop::collection::vec(any_change(), 1..4));
        runner
            .run(&mutations, |(mut request, changes)| {
                for (way, change) in &changes {
                    mutate(&mut request, way, change);
                }
                shorten(operation.name, &mut request);
                answers(operation.name, &request.to_string())
            })
            .unwrap();
        let mut runner = TestRunner::new(config);
        runner
            .run(&any_json(), |mut request| {
                shorten(operation.name, &mut request);
                answers(operation.name, &request.to_string())
            })
            .unwrap();
    }
}

#[test]
fn any_text_comes_back() {
    let mut runner =
        TestRunner::new(Config { cases: 2_000, failure_persistence: None, ..Config::default() });
    let text = prop_oneof![".{0,40}", r#"[\[\]{}",:\\0-9a-z]{0,60}"#];
    runner
        .run(&text, |text| {
            OPERATIONS.iter().try_for_each(|operation| answers(operation.name, &text))
        })
        .unwrap();
}

#[test]
fn two_hundred_megabytes_of_brackets_are_refused_everywhere() {
    let text = "[".repeat(200 << 20);
    for operation in OPERATIONS {
        assert_eq!(call(operation.name, &text).unwrap_err().code().name(), "contract.too-large");
    }
}
