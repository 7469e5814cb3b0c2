//! The project's vectors, played from within.

use crate::contract::OPERATIONS;
use serde_json::Value;

#[test]
fn vectors_hold() {
    let folder = std::env::var("VECTORS").unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let vector: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let name = vector["operation"].as_str().unwrap();
        if vector["repeat"].is_object() || name.starts_with("contract.") || OPERATIONS.iter().all(|operation| operation.name != name) {
            continue;
        }
        let request = match &vector["request"] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match crate::call(name, &request) {
            Ok(text) => {
                let got: Value = serde_json::from_str(&text).unwrap();
                assert!(agree(&got, &vector["response"], vector["tolerance"].as_f64().unwrap_or(0.0)), "{}: {text}", path.display());
            }
            Err(error) => {
                let got: Value = serde_json::from_str(&error.to_json()).unwrap();
                let want = vector["error"].as_object().unwrap_or_else(|| panic!("{}: {error}", path.display()));
                for (key, value) in want {
                    assert_eq!(&got["error"][key], value, "{}", path.display());
                }
            }
        }
    }
}

fn agree(a: &Value, b: &Value, tolerance: f64) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| agree(value, other, tolerance))),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agree(a, b, tolerance)),
        (Value::Number(a), Value::Number(b)) => a == b || (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() <= tolerance,
        _ => a == b,
    }
}
