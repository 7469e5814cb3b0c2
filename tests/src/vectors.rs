//! Vectors: a request and what must come back, the same through every door.

use innovation_core::call;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::path::PathBuf;

/// A vector, one file of `tests/vectors`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// The law it holds.
    pub name: String,
    /// The operation.
    pub operation: String,
    /// The request; a text where the request is not JSON.
    pub request: Value,
    /// What stands for `@@` in the text of the request, where it is too long to write down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// What must come back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<Value>,
    /// The error that must come back: the fields given must agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Value>,
    /// How far numbers may differ from the response; none where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
}

/// A text, so many times.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// The text.
    pub text: String,
    /// How many times.
    pub times: usize,
}

/// A vector as played through the Rust door.
#[derive(Debug, Clone, Serialize)]
pub struct Case {
    /// The vector's name.
    pub name: String,
    /// The operation.
    pub operation: String,
    /// The request as sent.
    pub request: String,
    /// The text that came back, to the byte.
    pub output: String,
    /// Whether it is a response and not an error.
    pub ok: bool,
}

/// The folder of vectors.
#[must_use]
pub fn folder() -> PathBuf {
    crate::root().join("tests/vectors")
}

/// Reads every vector, by name of file.
///
/// # Errors
///
/// Names the file that cannot be read.
pub fn load() -> Result<Vec<(PathBuf, Vector)>, String> {
    let entries = std::fs::read_dir(folder()).map_err(|error| error.to_string())?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let vector =
            serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((path, vector))
    };
    paths.into_iter().map(read).collect()
}

impl Vector {
    /// Plays the vector through the Rust door.
    #[must_use]
    pub fn play(&self) -> Case {
        let mut request = match &self.request {
            Value::String(text) => text.clone(),
            json => json.to_string(),
        };
        if let Some(Repeat { text, times }) = &self.repeat {
            request = request.replace("@@", &text.repeat(*times));
        }
        let (output, ok) = match call(&self.operation, &request) {
            Ok(text) => (text, true),
            Err(error) => (error.to_json(), false),
        };
        Case { name: self.name.clone(), operation: self.operation.clone(), request, output, ok }
    }

    /// Compares what came back with what must; says where they differ.
    ///
    /// # Errors
    ///
    /// The place of the first difference.
    pub fn judge(&self, case: &Case) -> Result<(), String> {
        let found: Value = serde_json::from_str(&case.output).map_err(|error| error.to_string())?;
        match (&self.response, &self.error) {
            (Some(expected), None) if case.ok => {
                differ(expected, &found, self.tolerance.unwrap_or(0.0), "", true)
            }
            (None, Some(expected)) if !case.ok => {
                let found = found.get("error").cloned().unwrap_or_default();
                differ(expected, &found, 0.0, "", false)
            }
            (None, None) => {
                Err("the vector has neither response nor error; fill it in with UPDATE=1"
                    .to_owned())
            }
            _ => Err(format!("came back: {}", case.output)),
        }
    }
}

/// Whether two documents agree; `whole` forbids fields that are not expected.
fn differ(
    expected: &Value,
    found: &Value,
    tolerance: f64,
    path: &str,
    whole: bool,
) -> Result<(), String> {
    match (expected, found) {
        (Value::Object(wanted), Value::Object(got)) => {
            for (key, value) in wanted {
                let other = got.get(key).ok_or_else(|| format!("{path}/{key} is missing"))?;
                differ(value, other, tolerance, &format!("{path}/{key}"), whole)?;
            }
            match got.keys().find(|key| whole && !wanted.contains_key(*key)) {
                Some(key) => Err(format!("{path}/{key} was not expected")),
                None => Ok(()),
            }
        }
        (Value::Array(wanted), Value::Array(got)) if wanted.len() == got.len() => {
            let mut pairs = wanted.iter().zip(got).enumerate();
            pairs.try_for_each(|(at, (a, b))| {
                differ(a, b, tolerance, &format!("{path}/{at}"), whole)
            })
        }
        (Value::Number(a), Value::Number(b)) => match (a.as_f64(), b.as_f64()) {
            (Some(x), Some(y)) if x == y || (x - y).abs() <= tolerance => Ok(()),
            _ => Err(format!("{path}: expected {a}, found {b}")),
        },
        (a, b) if a == b => Ok(()),
        (a, b) => Err(format!("{path}: expected {a}, found {b}")),
    }
}
