//! Pieces of FHIR's JSON: objects without empty members, legal strings, codes and ids.

use super::request::FhirRelease;
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Members of an object.
pub(super) type Object = Map<String, Value>;

/// FHIR's own extensions and systems.
pub(super) const TRANSLATION: &str = "http://hl7.org/fhir/StructureDefinition/translation";
pub(super) const LANGUAGE: &str = "http://hl7.org/fhir/StructureDefinition/language";
pub(super) const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
pub(super) const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
pub(super) const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
pub(super) const SHORT: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText";
pub(super) const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
pub(super) const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
pub(super) const REASONS: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
pub(super) const NOT_APPLICABLE: &str = "not-applicable";

/// An object of the members that hold something: FHIR knows no empty value.
pub(super) fn object(members: Vec<(&str, Value)>) -> Value {
    let members = members.into_iter().filter(|(_, value)| !is_empty(value));
    Value::Object(members.map(|(name, value)| (name.to_owned(), value)).collect())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// A list of what is not empty.
pub(super) fn list(values: Vec<Value>) -> Value {
    Value::Array(values.into_iter().filter(|value| !is_empty(value)).collect())
}

/// A string that every reader takes: of the characters that are white, only the space, the
/// tab and line ends. The pattern of release 4 reads `\S`, which for some readers leaves
/// out the spaces of French typography, and control characters are forbidden in all releases.
pub(super) fn safe(text: &str) -> String {
    text.chars().map(|c| if is_safe(c) { c } else { ' ' }).collect()
}

fn is_safe(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
        || !(c.is_whitespace() || c.is_control() || c == '\u{feff}')
}

/// A string value; nothing for one that is blank.
pub(super) fn string(text: &str) -> Value {
    let text = safe(text);
    if text.trim().is_empty() { Value::Null } else { Value::from(text) }
}

/// JSON written with every character that is not safe escaped, so that it is a legal string.
pub(super) fn embed(json: &Value) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    for c in json.to_string().chars() {
        if is_safe(c) {
            text.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

/// A code or a part of a URL that says an id: itself, or with what is no part of a code as
/// `%` and two digits. Two ids never share one.
pub(super) fn code(id: &str) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    for c in id.chars() {
        if c == '%' || c.is_whitespace() || !is_safe(c) {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(text, "%{byte:02X}");
            }
        } else {
            text.push(c);
        }
    }
    text
}

/// A logical id: 1 to 64 letters, digits, `-` and `.`; itself where it is one, else the first
/// half of its SHA-256.
pub(super) fn slug(id: &str) -> String {
    let fits = (1..=64).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    if fits {
        return id.to_owned();
    }
    let digest = Sha256::digest(id.as_bytes());
    let hex = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
    std::iter::once("x-".to_owned()).chain(hex).collect()
}

/// A name for programs: a capital letter, then letters, digits and `_`.
pub(super) fn name(kind: &str, id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    std::iter::once(kind).flat_map(str::chars).chain(id.chars().take(128).map(plain)).collect()
}

/// A number, whole where it is one.
pub(super) fn number(value: f64) -> Value {
    if value.abs() < 9e15 && libm::trunc(value) == value {
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}

/// An extension with one value.
pub(super) fn extension(url: &str, kind: &str, value: Value) -> Value {
    if is_empty(&value) {
        return Value::Null;
    }
    object(vec![("url", url.into()), (kind, value)])
}

/// A coding.
pub(super) fn coding(system: &str, code: &str, display: Value) -> Value {
    object(vec![("system", system.into()), ("code", code.into()), ("display", display)])
}

/// A concept of one coding.
pub(super) fn concept(system: &str, code: &str) -> Value {
    object(vec![("coding", list(vec![coding(system, code, Value::Null)]))])
}

/// A reference to what is no resource of ours, by its id.
pub(super) fn known_as(system: String, id: &str) -> Value {
    let identifier = object(vec![("system", system.into()), ("value", string(id))]);
    object(vec![("identifier", identifier)])
}

/// An expression of FHIRPath.
pub(super) fn fhirpath(name: Option<&str>, expression: String) -> Value {
    object(vec![
        ("name", name.map_or(Value::Null, Value::from)),
        ("language", "text/fhirpath".into()),
        ("expression", expression.into()),
    ])
}

/// A duration in minutes.
pub(super) fn minutes(value: u32) -> Value {
    object(vec![
        ("value", value.into()),
        ("unit", "min".into()),
        ("system", "http://unitsofmeasure.org".into()),
        ("code", "min".into()),
    ])
}

/// The score extension of a release.
pub(super) fn score_url(release: FhirRelease) -> &'static str {
    match release {
        FhirRelease::R4 => ORDINAL,
        FhirRelease::R5 => WEIGHT,
    }
}

/// A document of ours as JSON.
pub(super) fn json<T: Serialize>(document: &T) -> Object {
    let text = serde_json::to_string(document).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// The text of a member.
pub(super) fn text_of<'a>(members: &'a Object, name: &str) -> Option<&'a str> {
    members.get(name)?.as_str()
}

/// The objects of a list member, with their places in it.
pub(super) fn objects<'a>(
    members: &'a Object,
    name: &str,
) -> impl Iterator<Item = (usize, &'a Object)> {
    let list = members.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().enumerate().filter_map(|(at, value)| Some((at, value.as_object()?)))
}

/// The extension of a URL.
pub(super) fn find<'a>(members: &'a Object, url: &str) -> Option<&'a Object> {
    objects(members, "extension").map(|(_, one)| one).find(|one| text_of(one, "url") == Some(url))
}

/// The value of one of our own extensions: the host's root stands before its name.
pub(super) fn own<'a>(members: &'a Object, name: &str, kind: &str) -> Option<&'a Value> {
    let ours = |one: &&Object| {
        let url = text_of(one, "url").unwrap_or_default();
        url.strip_suffix(name).is_some_and(|root| root.ends_with("/StructureDefinition/"))
    };
    objects(members, "extension").map(|(_, one)| one).find(ours)?.get(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_legal_and_tell_ids_apart() {
        assert_eq!(code("often"), "often");
        assert_eq!(code("très souvent"), "très%20souvent");
        assert_eq!(code("a%20b"), "a%2520b");
        assert_eq!(code("\u{a0}\t"), "%C2%A0%09");
        assert_eq!(slug("re-aim"), "re-aim");
        assert_eq!(slug("Été").len(), 34);
        assert_ne!(slug("Été"), slug("été"));
        assert_eq!(name("Rubric_", "re-aim"), "Rubric_re_aim");
    }

    #[test]
    fn strings_hold_no_white_but_the_plain() {
        assert_eq!(safe("Heard\u{a0}?\u{202f}\u{7}\n"), "Heard?  \n".replace("?", " ?"));
        assert_eq!(string(" \u{a0}"), Value::Null);
        let json = Value::from("a\u{a0}b\"\u{1f600}");
        let text = embed(&json);
        assert_eq!(text, "\"a\\u00a0b\\\"\u{1f600}\"");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json);
        assert_eq!(number(3.0).to_string(), "3");
        assert_eq!(number(0.25).to_string(), "0.25");
    }
}
