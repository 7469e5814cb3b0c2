//! The contract about itself: operations, schema, version.

use super::{OPERATIONS, VERSION, nearest};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The schema of the whole contract: derived from the Rust types, committed, held by a test.
const SCHEMA: &str = include_str!("../../schema/contract.json");

/// Asks for the list of operations.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperationsRequest {}

/// The list of operations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OperationList {
    /// In the order of the contract.
    pub operations: Vec<OperationSummary>,
}

/// What an operation is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OperationSummary {
    /// `verb.operation`.
    pub name: String,
    /// One sentence.
    pub summary: String,
}

/// Asks for the schema of one operation, or of all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SchemaRequest {
    /// Name of the operation; all of them where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
}

/// Asks for versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VersionRequest {}

/// Versions of the contract and of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// Changes when a document changes its meaning.
    pub contract: u32,
    /// Version of the library (semantic versioning).
    pub library: String,
}

/// Lists the operations.
///
/// # Errors
///
/// None.
pub fn operations(_: &OperationsRequest) -> Result<OperationList> {
    let operations = OPERATIONS.iter().map(|operation| OperationSummary {
        name: operation.name.to_owned(),
        summary: operation.summary.to_owned(),
    });
    Ok(OperationList { operations: operations.collect() })
}

/// Gives JSON Schema (2020-12): `operations` maps a name to the schemas of its request and
/// response, `$defs` holds the types they share.
///
/// # Errors
///
/// `contract.unknown-operation`.
pub fn schema(request: &SchemaRequest) -> Result<Value> {
    let whole: Value = serde_json::from_str(SCHEMA).map_err(|error| {
        Error::new(Code::ContractInternal, format!("the schema is broken: {error}"))
    })?;
    let Some(name) = &request.operation else {
        return Ok(whole);
    };
    let Some(operation) = whole.pointer("/operations").and_then(|all| all.get(name)) else {
        let names: Vec<&str> = OPERATIONS.iter().map(|operation| operation.name).collect();
        let hint =
            nearest(name, &names).unwrap_or_else(|| "contract.operations lists them".to_owned());
        return Err(Error::new(
            Code::ContractUnknownOperation,
            format!("there is no operation {name:?}"),
        )
        .at("/operation")
        .hint(hint));
    };
    let mut reached = Map::new();
    collect(operation, whole.get("$defs").unwrap_or(&Value::Null), &mut reached);
    Ok(json!({
        "$schema": whole.get("$schema"),
        "operations": {name.as_str(): operation},
        "$defs": reached,
    }))
}

/// Gives the versions.
///
/// # Errors
///
/// None.
pub fn version(_: &VersionRequest) -> Result<Version> {
    Ok(Version { contract: VERSION, library: env!("CARGO_PKG_VERSION").to_owned() })
}

/// Adds the definitions that a schema refers to, and those that they refer to.
fn collect(schema: &Value, definitions: &Value, reached: &mut Map<String, Value>) {
    for name in references(schema) {
        if let (Some(definition), false) = (definitions.get(&name), reached.contains_key(&name)) {
            reached.insert(name, definition.clone());
            collect(definition, definitions, reached);
        }
    }
}

fn references(schema: &Value) -> BTreeSet<String> {
    match schema {
        Value::Object(fields) => {
            let own = fields.get("$ref").and_then(Value::as_str);
            let own = own.and_then(|path| path.strip_prefix("#/$defs/")).map(str::to_owned);
            fields.values().flat_map(references).chain(own).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => BTreeSet::new(),
    }
}

/// Derives the schema from the Rust types: what `schema/contract.json` must hold.
#[cfg(feature = "schema")]
#[must_use]
pub fn derive_schema() -> Value {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let operations: Map<String, Value> = OPERATIONS
        .iter()
        .map(|operation| {
            let [request, response] = (operation.schemas)(&mut generator);
            let entry =
                json!({"summary": operation.summary, "request": request, "response": response});
            (operation.name.to_owned(), entry)
        })
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "innovation contract 1",
        "operations": operations,
        "$defs": generator.definitions(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_operations_schema_holds_all_it_refers_to() {
        let request = SchemaRequest { operation: Some("gather.seat".to_owned()) };
        let schema = schema(&request).unwrap();
        let text = schema.to_string();
        for reference in text.split("#/$defs/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(schema.pointer(&format!("/$defs/{name}")).is_some(), "{name}");
        }
        assert!(schema.pointer("/$defs/Person").is_some());
        assert!(schema.pointer("/$defs/Roles").is_none());
    }

    #[test]
    fn a_misspelt_operation_gets_the_nearest_name() {
        let request = SchemaRequest { operation: Some("gather.sit".to_owned()) };
        let error = schema(&request).unwrap_err();
        assert_eq!(error.path(), "/operation");
        assert_eq!(error.advice(), Some("did you mean \"gather.seat\"?"));
    }
}
