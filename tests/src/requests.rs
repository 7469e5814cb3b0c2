//! Requests at random: changed vectors, and any JSON.

use crate::vectors;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};

/// Vectors that are longer than this, in bytes, are not changed: short requests are many.
const LONGEST: usize = 20_000;

/// Requests to an operation, one after the other, given by a seed: half of them are vectors with
/// up to three changes.
#[derive(Debug)]
pub struct Requests {
    operation: String,
    vectors: Vec<Value>,
    runner: TestRunner,
    count: u64,
}

impl Requests {
    /// Requests to an operation.
    ///
    /// # Errors
    ///
    /// Says where vectors cannot be read, or where the operation has none.
    pub fn new(operation: &str, seed: u64) -> Result<Self, String> {
        let all = vectors::load()?.into_iter().map(|(_, vector)| vector);
        let own = all.filter(|vector| vector.operation == operation && vector.request.is_object());
        let mut vectors: Vec<Value> = own.map(|vector| vector.request).collect();
        vectors.retain(|request| request.to_string().len() < LONGEST);
        if vectors.is_empty() {
            return Err(format!("{operation} has no vector to change"));
        }
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(seed.to_le_bytes()).for_each(|(byte, new)| *byte = new);
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        let runner = TestRunner::new_with_rng(Config::default(), rng);
        Ok(Self { operation: operation.to_owned(), vectors, runner, count: 0 })
    }

    fn draw<T: std::fmt::Debug>(&mut self, strategy: &impl Strategy<Value = T>) -> Option<T> {
        Some(strategy.new_tree(&mut self.runner).ok()?.current())
    }
}

impl Iterator for Requests {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.count += 1;
        let mut request = if self.count.is_multiple_of(2) {
            self.draw(&any_json())?
        } else {
            let strategy = (0..self.vectors.len(), prop::collection::vec(any_change(), 1..4));
            let (vector, changes) = self.draw(&strategy)?;
            let mut request = self.vectors.get(vector)?.clone();
            for (way, change) in &changes {
                mutate(&mut request, way, change);
            }
            request
        };
        shorten(&self.operation, &mut request);
        Some(request.to_string())
    }
}

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
            let Some(item) = items.get_mut(at) else { return };
            match change {
                _ if !rest.is_empty() && is_nested(item) => mutate(item, rest, change),
                Change::Replace(new) => item.clone_from(new),
                Change::Remove => drop(items.remove(at)),
                Change::Repeat => {
                    let copy = item.clone();
                    items.push(copy);
                }
                Change::Cut => items.truncate(at),
            }
        }
        Value::Object(fields) if !fields.is_empty() => {
            let Some(key) = fields.keys().nth(step % fields.len()).cloned() else { return };
            let Some(field) = fields.get_mut(&key) else { return };
            match change {
                _ if !rest.is_empty() && is_nested(field) => mutate(field, rest, change),
                Change::Replace(new) => field.clone_from(new),
                Change::Remove => drop(fields.remove(&key)),
                Change::Repeat => drop(fields.insert(format!("{key}{key}"), Value::Null)),
                Change::Cut => *field = json!({}),
            }
        }
        other => *other = json!(step % 7),
    }
}

fn is_nested(value: &Value) -> bool {
    value.is_array() || value.is_object()
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
