//! How large a request may be, checked in one pass before anything is built from it.
//!
//! The pass walks the text once with its own stack, so that no depth of nesting can exhaust
//! the stack of a host or of wasm32. It knows brackets, strings, keys and commas; grammar is
//! the parser's matter. The same walk finds the place of a fault that the parser reports.

use crate::contract::pointer::Pointer;
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Limits of a request; each can be set by the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of the whole request. Default 128 MiB.
    pub bytes: u32,
    /// Nested arrays and objects, at most 100. Default 64.
    pub depth: u32,
    /// Bytes of one string as written. Default 32 MiB: tables arrive as strings.
    pub string: u32,
    /// Elements of one array or members of one object. Default 4,000,000.
    pub array: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 128 << 20, depth: 64, string: 32 << 20, array: 4_000_000 }
    }
}

/// The parser's own recursion stops at 128; below this it is never the one to refuse.
const DEEPEST: u32 = 100;

/// Refuses text that passes a limit or repeats a key.
pub(crate) fn check(text: &str, limits: &Limits) -> Result<()> {
    if text.len() > limits.bytes as usize {
        return Err(too_large("the request", "bytes", text.len(), limits.bytes));
    }
    Scan { text, limits, open: Vec::new() }.walk(text.len())
}

/// The place, a JSON Pointer, of what the parser was at when it stood at a line and column
/// (both from 1; columns in bytes).
pub(crate) fn place(text: &str, line: usize, column: usize) -> String {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let end = (start + column).min(text.len());
    let limits = Limits { bytes: u32::MAX, depth: DEEPEST, string: u32::MAX, array: u32::MAX };
    let mut scan = Scan { text, limits: &limits, open: Vec::new() };
    // The text has passed the check, or the parser has stopped before what would fail it.
    let _ = scan.walk(end);
    scan.place()
}

/// An array or object that is being read.
enum Open<'a> {
    Array { index: u32 },
    Object { keys: Keys<'a>, awaits_key: bool },
}

struct Scan<'a> {
    text: &'a str,
    limits: &'a Limits,
    open: Vec<Open<'a>>,
}

impl<'a> Scan<'a> {
    /// Reads the bytes before `end`.
    fn walk(&mut self, end: usize) -> Result<()> {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at).filter(|_| at < end) {
            match byte {
                b'"' => {
                    let end = string_end(bytes, at);
                    self.string(at, end)?;
                    at = end;
                }
                b'{' => self.enter(Open::Object { keys: Keys::default(), awaits_key: true })?,
                b'[' => self.enter(Open::Array { index: 0 })?,
                b'}' | b']' => {
                    self.open.pop();
                }
                b',' => self.next_element()?,
                _ => {}
            }
            at += 1;
        }
        Ok(())
    }

    fn enter(&mut self, opened: Open<'a>) -> Result<()> {
        if self.open.len() >= self.limits.depth.min(DEEPEST) as usize {
            let found = self.open.len() + 1;
            let limit = self.limits.depth.min(DEEPEST);
            return Err(too_large("the nesting", "levels", found, limit).at(self.place()));
        }
        self.open.push(opened);
        Ok(())
    }

    fn next_element(&mut self) -> Result<()> {
        let count = match self.open.last_mut() {
            Some(Open::Array { index }) => {
                *index = index.saturating_add(1);
                *index
            }
            Some(Open::Object { keys, awaits_key }) => {
                *awaits_key = true;
                keys.count
            }
            None => 0,
        };
        if count >= self.limits.array {
            self.open.pop();
            let found = count as usize + 1;
            return Err(
                too_large("the list", "elements", found, self.limits.array).at(self.place())
            );
        }
        Ok(())
    }

    /// A string from its opening quote at `start` to its closing quote at `end`.
    fn string(&mut self, start: usize, end: usize) -> Result<()> {
        let length = end - start - 1;
        if length > self.limits.string as usize {
            return Err(
                too_large("the string", "bytes", length, self.limits.string).at(self.place())
            );
        }
        let Some(Open::Object { keys, awaits_key: awaits_key @ true }) = self.open.last_mut()
        else {
            return Ok(());
        };
        *awaits_key = false;
        let Some(key) = self.text.get(start..=end).and_then(unquote) else {
            return Ok(()); // not a key that the parser would accept
        };
        if keys.insert(key) {
            return Ok(());
        }
        let place = self.place();
        Err(Error::new(Code::ContractDuplicateKey, "the key stands twice in one object").at(place))
    }

    fn place(&self) -> String {
        let mut pointer = Pointer::default();
        for open in &self.open {
            match open {
                Open::Array { index } => pointer.index(*index as usize),
                Open::Object { keys, .. } => {
                    if let Some(key) = &keys.latest {
                        pointer.key(key);
                    }
                }
            }
        }
        pointer.into()
    }
}

/// Keys seen in one object: a short list is searched in order, a long one by tree.
#[derive(Default)]
struct Keys<'a> {
    latest: Option<Cow<'a, str>>,
    few: Vec<Cow<'a, str>>,
    many: BTreeSet<Cow<'a, str>>,
    count: u32,
}

const FEW: usize = 16;

impl<'a> Keys<'a> {
    /// False where the key is there already.
    fn insert(&mut self, key: Cow<'a, str>) -> bool {
        self.latest = Some(key.clone());
        self.count = self.count.saturating_add(1);
        if self.few.len() < FEW {
            let new = !self.few.contains(&key);
            self.few.push(key);
            return new;
        }
        !self.few.contains(&key) && self.many.insert(key)
    }
}

/// Index of the quote that closes the string opened at `start`, or the end of the text.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    bytes.len().max(start + 1)
}

/// The content of a quoted key; `None` where it is not a valid JSON string.
fn unquote(quoted: &str) -> Option<Cow<'_, str>> {
    let inner = quoted.strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains('\\') {
        return serde_json::from_str::<String>(quoted).ok().map(Cow::Owned);
    }
    Some(Cow::Borrowed(inner))
}

fn too_large(what: &str, unit: &str, found: usize, limit: u32) -> Error {
    Error::new(Code::ContractTooLarge, format!("{what} has {found} {unit}; the limit is {limit}"))
        .hint("send less, or raise the limit where you call the library")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn refused(text: &str, limits: &Limits) -> String {
        let error = check(text, limits).unwrap_err();
        format!("{} {}", error.code(), error.path())
    }

    #[test]
    fn each_limit_names_its_place() {
        let limits = Limits { bytes: 60, depth: 3, string: 5, array: 3 };
        assert_eq!(refused(&" ".repeat(61), &limits), "contract.too-large ");
        assert_eq!(refused(r#"{"a":[[[1]]]}"#, &limits), "contract.too-large /a/0/0");
        assert_eq!(refused(r#"[1,{"b":"123456"}]"#, &limits), "contract.too-large /1/b");
        assert_eq!(refused(r#"{"a":[1,2,3,4]}"#, &limits), "contract.too-large /a");
        assert_eq!(refused(r#"{"a":1,"b":2,"c":3,"d":4}"#, &limits), "contract.too-large ");
        assert!(check(r#"{"a":[1,2,3],"b":"12345","c":[[]]}"#, &limits).is_ok());
    }

    #[test]
    fn a_repeated_key_is_refused_however_it_is_written() {
        let limits = Limits::default();
        assert_eq!(refused(r#"{"a":{"b":1,"b":2}}"#, &limits), "contract.duplicate-key /a/b");
        assert_eq!(refused(r#"{"\u0061":1,"a":2}"#, &limits), "contract.duplicate-key /a");
        let many: Vec<String> = (0..40).map(|i| format!(r#""k{}":0"#, i % 39)).collect();
        assert_eq!(
            refused(&format!("{{{}}}", many.join(",")), &limits),
            "contract.duplicate-key /k0"
        );
        assert!(check(r#"[{"a":"a"},{"a":{"a":1}}]"#, &limits).is_ok());
    }

    #[test]
    fn two_hundred_megabytes_of_brackets_stop_early() {
        let limits = Limits { bytes: u32::MAX, ..Limits::default() };
        let text = "[".repeat(200 << 20);
        assert!(refused(&text, &limits).starts_with("contract.too-large /0/0"));
        assert_eq!(refused(&text, &Limits::default()), "contract.too-large ");
    }

    proptest! {
        /// Any text is either passed on or refused.
        #[test]
        fn no_text_is_too_strange(text in r#"[\[\]{}",:\\a1 é]{0,60}"#) {
            let _ = check(&text, &Limits::default());
        }
    }
}
