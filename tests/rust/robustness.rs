//! Whatever comes in, an answer or an error comes out.

use innovation_core::call;
use innovation_core::contract::OPERATIONS;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::Value;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::panic::catch_unwind;
use tests::requests::Requests;

/// Requests per operation.
const REQUESTS: usize = 10_000;

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
    let seed = RandomState::new().hash_one(());
    for operation in OPERATIONS {
        for request in Requests::new(operation.name, seed).unwrap().take(REQUESTS) {
            let answered = catch_unwind(|| answers(operation.name, &request));
            let fault =
                answered.map_or(Some("a panic".to_owned()), |law| Some(law.err()?.to_string()));
            assert!(fault.is_none(), "{} (seed {seed}): {fault:?}: {request}", operation.name);
        }
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
