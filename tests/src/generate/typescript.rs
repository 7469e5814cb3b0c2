//! The npm package's types and namespaces, from the contract.
//!
//! [`declarations`] turns JSON Schema into TypeScript, [`operations_js`] lists the operations
//! for the JavaScript that runs them. Every integer is a `number`; a field is optional where
//! the schema does not require it; what the schema says in words becomes a comment.
//!
//! Invariant: a schema that cannot be told in TypeScript becomes `unknown`, never a wrong type.

use innovation_core::{Code, contract::OPERATIONS};
use serde_json::{Map, Value};
use std::fmt::Write;

const NOTICE: &str = "// Generated from the contract: run the tests with UPDATE=1 to refresh.\n";

/// Operations, or what is known of them, grouped by verb.
type Verbs<'a, T> = Vec<(&'a str, Vec<(&'a str, T)>)>;

/// `innovation.d.ts`: every type of the contract, every operation, every code of an error.
///
/// `schema` is the contract's: `{"$defs": …, "operations": {name: {summary, request, response}}}`.
#[must_use]
pub fn declarations(schema: &Value) -> String {
    let definitions = members(schema.get("$defs"));
    let operations: Vec<_> = members(schema.get("operations")).collect();
    let mut out = format!(
        "{NOTICE}import type {{ CallOptions }} from './call.js';\n\nexport * from './call.js';\n"
    );
    for (name, definition) in definitions {
        out.push('\n');
        out.push_str(&definition_of(name, definition));
    }
    out.push_str("\n/** Every operation: what it takes and what it gives. */\n");
    out.push_str("export interface Operations {\n");
    for (name, operation) in &operations {
        let (request, response) = (part(operation, "request"), part(operation, "response"));
        out.push_str(&comment(&summary(operation), "  "));
        line(&mut out, format!("  \"{name}\": {{ request: {request}; response: {response} }};"));
    }
    out.push_str(
        "}\n\n/** The name of an operation. */\nexport type OperationName = keyof Operations;\n",
    );
    out.push_str("\n/** What can go wrong. */\nexport type ErrorCode =");
    for code in Code::ALL {
        let _ = write!(out, "\n  /** {} */\n  | \"{}\"", code.description(), code.name());
    }
    out.push_str(";\n");
    let verbs = by_verb(operations.iter().map(|(name, operation)| (name.as_str(), *operation)));
    out.push_str("\n/** The operations of every verb. */\nexport const operations: {\n");
    for (verb, operations) in &verbs {
        let names: Vec<String> = operations.iter().map(|(name, _)| format!("'{name}'")).collect();
        line(&mut out, format!("  readonly {verb}: readonly ({})[];", names.join(" | ")));
    }
    out.push_str("};\n");
    for (verb, operations) in verbs {
        line(&mut out, format!("\nexport const {verb}: {{"));
        for (name, operation) in operations {
            let (request, response) = (part(operation, "request"), part(operation, "response"));
            let optional = if needs_nothing(schema, operation) { "?" } else { "" };
            out.push_str(&comment(&summary(operation), "  "));
            line(
                &mut out,
                format!(
                    "  {name}(request{optional}: {request}, options?: CallOptions): {response};"
                ),
            );
        }
        out.push_str("};\n");
    }
    out
}

/// `operations.js`: the operations of every verb, and a namespace for each.
#[must_use]
pub fn operations_js() -> String {
    let verbs = by_verb(OPERATIONS.iter().map(|operation| (operation.name, ())));
    let mut out = format!(
        "{NOTICE}import {{ call }} from './call.js';\nimport {{ namespace }} from './namespace.js';\n\n\
         export const operations = {{\n"
    );
    for (verb, operations) in &verbs {
        let names: Vec<String> = operations.iter().map(|(name, ())| format!("'{name}'")).collect();
        line(&mut out, format!("  {verb}: [{}],", names.join(", ")));
    }
    out.push_str("};\n\n");
    for (verb, _) in &verbs {
        line(
            &mut out,
            format!(
                "export const {verb} = /* @__PURE__ */ namespace(call, '{verb}', operations.{verb});"
            ),
        );
    }
    out
}

/// Groups `verb.operation` by verb, both in the order in which they first appear.
fn by_verb<'a, T>(operations: impl Iterator<Item = (&'a str, T)>) -> Verbs<'a, T> {
    let mut verbs: Verbs<'a, T> = Vec::new();
    for (full, operation) in operations {
        let (verb, name) = full.split_once('.').unwrap_or(("", full));
        match verbs.iter_mut().find(|(known, _)| *known == verb) {
            Some((_, operations)) => operations.push((name, operation)),
            None => verbs.push((verb, vec![(name, operation)])),
        }
    }
    verbs
}

/// The type of an operation's request or response.
fn part(operation: &Value, which: &str) -> String {
    operation.get(which).map_or_else(|| "unknown".to_owned(), |schema| type_of(schema, ""))
}

fn summary(operation: &Value) -> String {
    operation.get("summary").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Whether `{}` is a request.
fn needs_nothing(schema: &Value, operation: &Value) -> bool {
    let request = operation.get("request").unwrap_or(&Value::Null);
    let definition = reference(request)
        .and_then(|name| schema.get("$defs").and_then(|definitions| definitions.get(name)))
        .unwrap_or(request);
    let object = definition.get("type").and_then(Value::as_str) == Some("object");
    object && list(definition, "required").is_none_or(Vec::is_empty)
}

/// An exported interface where the definition is a plain object, else an exported type.
fn definition_of(name: &str, definition: &Value) -> String {
    let mut out = comment(&described(definition), "");
    let is_object = definition.get("type").and_then(Value::as_str) == Some("object");
    let plain =
        !["$ref", "allOf", "anyOf", "oneOf"].iter().any(|key| definition.get(key).is_some());
    let name = identifier(name);
    if is_object && plain && definition.get("properties").is_some() {
        line(&mut out, format!("export interface {name} {}", object(definition, "")));
    } else {
        line(&mut out, format!("export type {name} = {};", type_of(definition, "")));
    }
    out
}

/// A schema as a type. Each of its keywords narrows, so that they are joined by `&`.
fn type_of(schema: &Value, indent: &str) -> String {
    if schema == &Value::Bool(false) {
        return "never".to_owned();
    }
    let mut terms = Vec::new();
    terms.extend(reference(schema).map(identifier));
    for key in ["anyOf", "oneOf"] {
        terms.extend(list(schema, key).map(|schemas| union(schemas, indent)));
    }
    for schema in list(schema, "allOf").into_iter().flatten() {
        terms.push(type_of(schema, indent));
    }
    terms.extend(own_type(schema, indent, terms.is_empty()));
    terms.retain(|term| term != "unknown");
    terms.dedup();
    match terms.as_slice() {
        [] => "unknown".to_owned(),
        [only] => only.clone(),
        many => {
            let many: Vec<String> = many.iter().map(|term| grouped(term)).collect();
            many.join(" & ")
        }
    }
}

/// What a schema says of itself, apart from what it refers to; `alone` if that is all.
fn own_type(schema: &Value, indent: &str, alone: bool) -> Option<String> {
    if let Some(constant) = schema.get("const") {
        return Some(constant.to_string());
    }
    if let Some(values) = list(schema, "enum") {
        let values: Vec<String> = values.iter().map(Value::to_string).collect();
        return Some(values.join(" | "));
    }
    match schema.get("type")? {
        Value::String(kind) => {
            let says_more = schema.get("properties").is_some();
            (alone || says_more).then(|| typed(kind, schema, indent))
        }
        Value::Array(kinds) => {
            let kinds = kinds.iter().filter_map(Value::as_str);
            let types: Vec<String> = kinds.map(|kind| typed(kind, schema, indent)).collect();
            Some(types.join(" | "))
        }
        _ => None,
    }
}

fn typed(kind: &str, schema: &Value, indent: &str) -> String {
    match kind {
        "string" | "boolean" | "null" => kind.to_owned(),
        "integer" | "number" => "number".to_owned(),
        "array" => array(schema, indent),
        "object" => object(schema, indent),
        _ => "unknown".to_owned(),
    }
}

/// Alternatives, one a line where they are explained.
fn union(schemas: &[Value], indent: &str) -> String {
    let inner = format!("{indent}  ");
    let explained = schemas.iter().any(|schema| schema.get("description").is_some());
    let mut types = Vec::new();
    for schema in schemas {
        let member = type_of(schema, &inner);
        let member = if member.contains(" & ") { grouped(&member) } else { member };
        let member = if explained {
            format!("\n{}{inner}| {member}", comment(&described(schema), &inner))
        } else {
            member
        };
        if !types.contains(&member) {
            types.push(member);
        }
    }
    types.join(if explained { "" } else { " | " })
}

fn array(schema: &Value, indent: &str) -> String {
    let rest = match schema.get("items") {
        None | Some(Value::Bool(_)) => None,
        Some(items) => Some(format!("{}[]", grouped(&type_of(items, indent)))),
    };
    let Some(first) = list(schema, "prefixItems") else {
        return rest.unwrap_or_else(|| "unknown[]".to_owned());
    };
    let first = first.iter().map(|schema| type_of(schema, indent));
    let all: Vec<String> = first.chain(rest.map(|rest| format!("...{rest}"))).collect();
    format!("[{}]", all.join(", "))
}

fn object(schema: &Value, indent: &str) -> String {
    let inner = format!("{indent}  ");
    let required: Vec<&str> =
        list(schema, "required").into_iter().flatten().filter_map(Value::as_str).collect();
    let mut out = "{\n".to_owned();
    let mut named = false;
    for (name, property) in members(schema.get("properties")) {
        named = true;
        let optional = if required.contains(&name.as_str()) { "" } else { "?" };
        out.push_str(&comment(&described(property), &inner));
        line(&mut out, format!("{inner}{}{optional}: {};", key(name), type_of(property, &inner)));
    }
    let others = members(schema.get("patternProperties")).map(|(_, schema)| schema).next();
    match others.or_else(|| schema.get("additionalProperties")) {
        Some(Value::Bool(false)) if !named => "{ [name: string]: never }".to_owned(),
        Some(others @ Value::Object(_)) if !named => {
            format!("{{ [name: string]: {} }}", type_of(others, indent))
        }
        None | Some(Value::Bool(true)) if !named => "{ [name: string]: unknown }".to_owned(),
        Some(Value::Object(_)) => format!("{out}{inner}[name: string]: unknown;\n{indent}}}"),
        _ => format!("{out}{indent}}}"),
    }
}

/// The schema's words and its default.
fn described(schema: &Value) -> String {
    let words = schema.get("description").and_then(Value::as_str).unwrap_or_default();
    match schema.get("default") {
        None | Some(Value::Null) => words.to_owned(),
        Some(default) => format!("{words}\n\nDefault: `{default}`."),
    }
}

fn comment(words: &str, indent: &str) -> String {
    let words = words.trim().replace("*/", "*\u{200b}/");
    if words.is_empty() {
        return String::new();
    }
    if !words.contains('\n') {
        return format!("{indent}/** {words} */\n");
    }
    let lines = words.lines().map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n");
    format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
}

/// A type that can stand beside `&` or before `[]`.
fn grouped(of: &str) -> String {
    let several = of.contains(" | ") || of.contains(" & ") || of.starts_with('\n');
    let closed = of.starts_with('{') && of.ends_with('}') && !of.contains("} ");
    if several && !closed { format!("({of})") } else { of.to_owned() }
}

/// The name of the definition that a schema refers to.
fn reference(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str)?.strip_prefix("#/$defs/")
}

/// A definition's name with what TypeScript does not allow in one replaced.
fn identifier(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// A property's name, quoted where it has to be.
fn key(name: &str) -> String {
    let simple = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let starts_well = !name.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty();
    if simple && starts_well { name.to_owned() } else { Value::from(name).to_string() }
}

fn members(schema: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    schema.and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn list<'a>(schema: &'a Value, key: &str) -> Option<&'a Vec<Value>> {
    schema.get(key).and_then(Value::as_array)
}

fn line(out: &mut String, text: String) {
    out.push_str(&text);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(schema: Value, expected: &str) {
        assert_eq!(type_of(&schema, ""), expected);
    }

    #[test]
    fn a_schema_becomes_the_type_that_holds_its_values() {
        check(json!(true), "unknown");
        check(json!(false), "never");
        check(json!({"type": "integer", "minimum": 0}), "number");
        check(json!({"type": ["string", "null"]}), "string | null");
        check(json!({"const": "a"}), "\"a\"");
        check(json!({"enum": ["a", 1, null]}), "\"a\" | 1 | null");
        check(json!({"$ref": "#/$defs/A", "description": "x"}), "A");
        check(json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}), "A | null");
        check(json!({"type": "array", "items": {"type": ["string", "null"]}}), "(string | null)[]");
        check(
            json!({"type": "array", "items": {"type": "array", "items": {"type": "number"}}}),
            "number[][]",
        );
        check(
            json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "maxItems": 2}),
            "[string, number]",
        );
        check(
            json!({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "number"}}),
            "[string, ...number[]]",
        );
    }

    #[test]
    fn an_object_is_closed_open_or_a_map() {
        check(
            json!({"type": "object", "additionalProperties": false}),
            "{ [name: string]: never }",
        );
        check(json!({"type": "object"}), "{ [name: string]: unknown }");
        check(
            json!({"type": "object", "additionalProperties": {"type": "number"}}),
            "{ [name: string]: number }",
        );
        check(
            json!({"type": "object", "properties": {"a-b": {"type": "string"}, "c": true}, "required": ["c"]}),
            "{\n  \"a-b\"?: string;\n  c: unknown;\n}",
        );
    }

    #[test]
    fn what_is_said_beside_a_reference_narrows_it() {
        check(
            json!({"$ref": "#/$defs/A", "type": "object", "properties": {"k": {"const": "a"}}, "required": ["k"]}),
            "A & {\n  k: \"a\";\n}",
        );
        check(
            json!({"type": "object", "allOf": [{"$ref": "#/$defs/A"}, {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/B"}]}]}),
            "A & (null | B)",
        );
    }

    #[test]
    fn explained_alternatives_keep_their_explanation() {
        check(
            json!({"oneOf": [{"const": "a", "description": "First."}, {"const": "b"}]}),
            "\n  /** First. */\n  | \"a\"\n  | \"b\"",
        );
    }

    #[test]
    fn no_comment_ends_early() {
        assert_eq!(comment("a */ b", ""), "/** a *\u{200b}/ b */\n");
        assert_eq!(comment("a\n\nb", "  "), "  /**\n   * a\n   *\n   * b\n   */\n");
    }

    #[test]
    fn a_request_without_needs_may_be_left_out() {
        let schema = json!({
            "$defs": {"Q": {"type": "object"}, "R": {"type": "object", "required": ["a"], "properties": {"a": true}}},
            "operations": {
                "v.free": {"summary": "S.", "request": {"$ref": "#/$defs/Q"}, "response": true},
                "v.bound": {"summary": "S.", "request": {"$ref": "#/$defs/R"}, "response": true},
            },
        });
        let text = declarations(&schema);
        assert!(text.contains("free(request?: Q, options?: CallOptions): unknown;"));
        assert!(text.contains("bound(request: R, options?: CallOptions): unknown;"));
        assert!(text.contains("export interface R {\n  a: unknown;\n}"));
    }

    #[test]
    fn every_operation_has_a_place_in_its_namespace() {
        let text = operations_js();
        for operation in OPERATIONS {
            let (verb, name) = operation.name.split_once('.').unwrap();
            assert!(text.contains(&format!("'{name}'")) && text.contains(&format!("'{verb}'")));
        }
    }
}
