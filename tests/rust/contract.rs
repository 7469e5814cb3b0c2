//! An operation exists in every door, in the schema and in the vectors, or in none.

use innovation_core::contract::OPERATIONS;
use std::collections::BTreeSet;
use tests::{root, vectors};

fn table() -> BTreeSet<String> {
    OPERATIONS.iter().map(|operation| operation.name.to_owned()).collect()
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// `gather.select` from `innovation_gather_select`, `exchange.toFhir` from `…_exchange_to_fhir`.
fn from_c(function: &str) -> String {
    let mut words = function.trim_start_matches("innovation_").split('_');
    let (verb, first) = (words.next().unwrap(), words.next().unwrap_or_default());
    let capital = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    };
    let rest: String = words.map(capital).collect();
    format!("{verb}.{first}{rest}")
}

#[test]
fn the_header_lists_the_same_operations() {
    let apart = ["call", "string", "abi", "version", "status"];
    let header = text("bindings-c/include/innovation.h");
    let functions: BTreeSet<String> = header
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| word.starts_with("innovation_"))
        .filter(|word| !apart.contains(&word.split('_').nth(1).unwrap()))
        .filter(|word| header.contains(&format!("{word}(")))
        .map(from_c)
        .collect();
    assert_eq!(functions, table());
}

#[test]
fn the_schema_lists_the_same_operations() {
    let schema: serde_json::Value =
        serde_json::from_str(&text("innovation-core/schema/contract.json")).unwrap();
    let operations: BTreeSet<String> =
        schema["operations"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(operations, table());
}

#[test]
fn the_type_declarations_list_the_same_operations() {
    let declarations = text("bindings-wasm/npm/innovation.d.ts");
    let map = declarations.split("export interface Operations {").nth(1).unwrap();
    let map = map.split("\n}").next().unwrap();
    let operations: BTreeSet<String> = map
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix('"')?.split_once('"')?.0.to_owned()))
        .collect();
    assert_eq!(operations, table());
}

#[test]
fn every_operation_has_a_vector_that_answers_and_one_that_refuses() {
    let vectors = vectors::load().unwrap();
    for operation in table() {
        let own = || vectors.iter().filter(|(_, vector)| vector.operation == operation);
        assert!(
            own().any(|(_, vector)| vector.response.is_some()),
            "{operation} has no vector with a response"
        );
        assert!(
            own().any(|(_, vector)| vector.error.is_some()),
            "{operation} has no vector with an error"
        );
    }
}

#[test]
fn versions_agree() {
    let version = env!("CARGO_PKG_VERSION");
    let package: serde_json::Value =
        serde_json::from_str(&text("bindings-wasm/npm/package.json")).unwrap();
    assert_eq!(package["version"], version);
    assert!(text("CHANGELOG.md").contains(&format!("## {version}")));
}
