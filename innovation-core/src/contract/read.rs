//! From text to a typed request, with the place and the likely cause of every refusal.

use crate::contract::limits::{self, Limits};
use crate::error::{Code, Error, Result};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};

/// Reads a request within limits.
///
/// # Errors
///
/// `contract.too-large`, `contract.duplicate-key`, `contract.not-json`,
/// `contract.unknown-field`, `contract.missing-field`, `contract.invalid-value`.
pub fn read<T: DeserializeOwned>(text: &str, limits: &Limits) -> Result<T> {
    limits::check(text, limits)?;
    if text.trim_ascii_start().starts_with('[') {
        let _: IgnoredAny = serde_json::from_str(text).map_err(|error| explain(&error, text))?;
        return Err(Error::new(Code::ContractInvalidValue, "a request is an object, not a list"));
    }
    serde_json::from_str(text).map_err(|error| explain(&error, text))
}

/// Reads a part of a request whose type another part decides; `at` is its place.
pub(crate) fn read_value<T: DeserializeOwned>(value: &Value, at: &str) -> Result<T> {
    let text = value.to_string();
    serde_json::from_str(&text).map_err(|error| {
        let error = explain(&error, &text);
        let path = format!("{at}{}", error.path());
        // The line and the column are those of the part alone.
        let apart = Error::new(error.code(), error.message()).at(path);
        with_hint(apart, error.advice().map(str::to_owned))
    })
}

/// Turns the parser's error into ours.
fn explain(error: &serde_json::Error, text: &str) -> Error {
    let path = limits::place(text, error.line(), error.column());
    let place = json!({"line": error.line(), "column": error.column()});
    let message = without_position(&error.to_string());
    if !error.is_data() {
        return Error::new(Code::ContractNotJson, message).at(path).details(place);
    }
    let error = if let Some((name, known)) = expected_names(&message, "unknown field ") {
        let error = Error::new(Code::ContractUnknownField, format!("there is no field {name:?}"));
        with_hint(error, nearest(name, &known))
    } else if let Some((name, known)) = expected_names(&message, "unknown variant ") {
        let error =
            Error::new(Code::ContractInvalidValue, format!("{name:?} is not one of the values"));
        with_hint(error, nearest(name, &known))
    } else if let Some(field) = message.strip_prefix("missing field ") {
        let field = field.trim_matches('`');
        Error::new(Code::ContractMissingField, format!("the field {field:?} is missing"))
    } else {
        Error::new(Code::ContractInvalidValue, message)
    };
    error.at(path).details(place)
}

fn with_hint(error: Error, hint: Option<String>) -> Error {
    match hint {
        Some(hint) => error.hint(hint),
        None => error,
    }
}

/// The parser ends its messages with a position, which we carry apart.
fn without_position(message: &str) -> String {
    let end = message.rfind(" at line ").unwrap_or(message.len());
    message.get(..end).unwrap_or(message).to_owned()
}

/// Splits "unknown field `x`, expected one of `a`, `b`" into x and its alternatives.
fn expected_names<'a>(message: &'a str, prefix: &str) -> Option<(&'a str, Vec<&'a str>)> {
    let mut names = message.strip_prefix(prefix)?.split('`').skip(1).step_by(2);
    let name = names.next()?;
    Some((name, names.collect()))
}

/// Advice that names the alternative most like what was written, or all of a few.
pub(crate) fn nearest(written: &str, known: &[&str]) -> Option<String> {
    let likely = known
        .iter()
        .map(|name| {
            (strsim::damerau_levenshtein(&written.to_lowercase(), &name.to_lowercase()), name)
        })
        .filter(|(distance, name)| *distance <= (name.chars().count() / 3).max(1))
        .min();
    match likely {
        Some((_, name)) => Some(format!("did you mean {name:?}?")),
        None if known.is_empty() => None,
        None if known.len() <= 12 => Some(format!("known here: {}", known.join(", "))),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading matters here")]
    struct Outer {
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(dead_code, reason = "only the reading matters here")]
    struct Inner {
        reports_to: String,
        kind: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Kind {
        LivedExperience,
        Care,
    }

    fn refused(text: &str) -> (String, String, Option<String>) {
        let error = read::<Outer>(text, &Limits::default()).unwrap_err();
        (error.code().to_string(), error.path().to_owned(), error.advice().map(str::to_owned))
    }

    #[test]
    fn a_refusal_names_place_and_cause() {
        let case = |code: &str, path: &str, hint: Option<&str>| {
            (code.to_owned(), path.to_owned(), hint.map(str::to_owned))
        };
        assert_eq!(
            refused(r#"{"inner":[{"reportsTo":"a"},{"reportTo":"a"}]}"#),
            case(
                "contract.unknown-field",
                "/inner/1/reportTo",
                Some("did you mean \"reportsTo\"?")
            )
        );
        assert_eq!(
            refused(r#"{"inner":[{"reportsTo":"a","kind":"livedExperiance"}]}"#),
            case(
                "contract.invalid-value",
                "/inner/0/kind",
                Some("did you mean \"livedExperience\"?")
            )
        );
        assert_eq!(refused(r#"{"inner":[{}]}"#), case("contract.missing-field", "/inner/0", None));
        assert_eq!(
            refused(r#"{"inner":[{"reportsTo":3}]}"#),
            case("contract.invalid-value", "/inner/0/reportsTo", None)
        );
        assert_eq!(refused(r#"{"inner":[]} x"#).0, "contract.not-json");
        assert_eq!(refused(r#"{"inner":["#).0, "contract.not-json");
        assert_eq!(refused("").0, "contract.not-json");
    }
}
