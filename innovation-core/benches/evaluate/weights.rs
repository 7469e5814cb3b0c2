//! Rankings under weights that are not agreed: the best of five runs.
//!
//! `tests/peers/evaluate/weights.py` measures NumPy on the same sizes.

use crate::{Outcome, best};
use innovation_core::evaluate::{RankRequest, rank};
use innovation_core::random::{Address, Purpose, Stream};
use serde_json::{Map, Value, json};

const RUNS: u32 = 5;

/// Every case, best of some runs.
pub fn run() -> Outcome {
    for (alternatives, criteria, draws) in [(10, 5, 100_000), (50, 8, 100_000)] {
        let name = format!("smaa-{alternatives}x{criteria}-{draws}");
        time(&name, &request(alternatives, criteria, draws, &Value::Null))?;
    }
    let order: Vec<Value> = (0..5).map(|at| json!([format!("c{at}")])).collect();
    time("smaa-10x5-100000-ordinal", &request(10, 5, 100_000, &json!({"order": order})))?;
    for alternatives in [10, 50, 200] {
        let request = request(alternatives, 3, 100, &Value::Null);
        time(&format!("smaa-{alternatives}x3-exact"), &request)?;
    }
    Ok(())
}

/// The best of some runs.
fn time(name: &str, request: &Value) -> Outcome {
    let request: RankRequest = serde_json::from_value(request.clone())?;
    best(name, RUNS, || rank(&request))
}

/// Alternatives with values drawn evenly.
fn request(alternatives: u32, criteria: u32, draws: u32, weights: &Value) -> Value {
    let mut stream = Stream::new(1, Address::of(Purpose::Synthetic));
    let mut alternative = |at: u32| {
        let values: Map<String, Value> =
            (0..criteria).map(|c| (format!("c{c}"), json!(stream.unit()))).collect();
        json!({"id": format!("a{at}"), "values": values})
    };
    let mut request = json!({
        "alternatives": (0..alternatives).map(&mut alternative).collect::<Vec<_>>(),
        "criteria": (0..criteria).map(|c| json!({"id": format!("c{c}"), "direction": "max"}))
            .collect::<Vec<_>>(),
        "draws": draws,
        "seed": 1,
    });
    if let (false, Some(fields)) = (weights.is_null(), request.as_object_mut()) {
        fields.insert("weights".to_owned(), weights.clone());
    }
    request
}
