//! The front matter of a Markdown file: the part of YAML that people write there.
//!
//! Maps and lists by indentation or in brackets, texts plain, quoted, over several lines, or as
//! blocks (`|`, `>`). No anchors, tags or several documents: what is not understood is read as
//! text or refused with its line, never guessed at. JSON is read as JSON.

use crate::error::{Code, Error, Result};
use serde_json::{Map, Value};

/// Deepest nesting.
const DEEPEST: usize = 32;

/// A line that holds something.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    number: usize,
    indent: usize,
    text: &'a str,
}

/// A line and its number.
pub(super) type Numbered<'a> = (usize, &'a str);

/// Splits a text at its front matter: that, and the rest with the number of its first line.
pub(super) fn split(text: &str) -> Result<(Map<String, Value>, Vec<Numbered<'_>>)> {
    let mut lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    if lines.next().map(str::trim_end) != Some("---") {
        return Err(fault(1, "a card begins with its front matter, between two lines ---"));
    }
    let mut head = Vec::new();
    let mut body = Vec::new();
    let mut closed = false;
    for (at, line) in lines.enumerate() {
        let number = at + 2;
        if closed {
            body.push((number, line));
        } else if line.trim_end() == "---" {
            closed = true;
        } else {
            head.push((number, line));
        }
    }
    if !closed {
        return Err(fault(1, "the front matter has no end"));
    }
    Ok((read(&head)?, body))
}

/// Reads front matter.
fn read(lines: &[(usize, &str)]) -> Result<Map<String, Value>> {
    let mut kept = Vec::new();
    for &(number, line) in lines {
        let text = line.trim_start_matches(' ');
        if text.starts_with('\t') {
            return Err(fault(number, "front matter is indented with spaces"));
        }
        kept.push(Line { number, indent: line.len() - text.len(), text: text.trim_end() });
    }
    let mut reader = Reader { lines: kept, at: 0 };
    reader.skip();
    if reader.at >= reader.lines.len() {
        return Ok(Map::new());
    }
    let Some(first) = reader.peek() else { return Ok(Map::new()) };
    let value = reader.block(first.indent, 0)?;
    match (value, reader.peek()) {
        (Value::Object(map), None) => Ok(map),
        (_, Some(line)) => Err(fault(line.number, "this line is indented unlike the others")),
        (_, None) => Err(fault(first.number, "front matter is a list of keys and values")),
    }
}

struct Reader<'a> {
    lines: Vec<Line<'a>>,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Passes over empty lines and comments.
    fn skip(&mut self) {
        while self
            .lines
            .get(self.at)
            .is_some_and(|line| line.text.is_empty() || line.text.starts_with('#'))
        {
            self.at += 1;
        }
    }

    fn peek(&mut self) -> Option<Line<'a>> {
        self.skip();
        self.lines.get(self.at).copied()
    }

    /// A map or a list whose lines stand at an indent.
    fn block(&mut self, indent: usize, depth: usize) -> Result<Value> {
        let Some(first) = self.peek() else { return Ok(Value::Null) };
        if depth > DEEPEST {
            return Err(fault(first.number, "this is nested too deep"));
        }
        if item(first.text).is_some() { self.list(indent, depth) } else { self.map(indent, depth) }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Result<Value> {
        let mut list = Vec::new();
        while let Some(line) = self.peek().filter(|line| line.indent == indent) {
            let Some(rest) = item(line.text) else { break };
            let inside = rest.trim_start();
            if inside.is_empty() {
                self.at += 1;
                let next = self.peek().filter(|next| next.indent > indent);
                list.push(match next {
                    Some(next) => self.block(next.indent, depth + 1)?,
                    None => Value::Null,
                });
            } else if key(inside).is_some() || item(inside).is_some() {
                // The item is a block that begins on the line of its dash.
                let indent = line.indent + line.text.len() - inside.len();
                if let Some(line) = self.lines.get_mut(self.at) {
                    *line = Line { indent, text: inside, ..*line };
                }
                list.push(self.block(indent, depth + 1)?);
            } else {
                self.at += 1;
                list.push(self.value(inside, line, depth)?);
            }
        }
        Ok(Value::Array(list))
    }

    fn map(&mut self, indent: usize, depth: usize) -> Result<Value> {
        let mut map = Map::new();
        while let Some(line) = self.peek().filter(|line| line.indent == indent) {
            let Some((name, rest)) = key(line.text) else {
                return Err(fault(
                    line.number,
                    "this is neither a key with its value nor an item of a list",
                ));
            };
            self.at += 1;
            let value = if rest.is_empty() {
                self.below(indent, depth)?
            } else {
                self.value(rest, line, depth)?
            };
            if map.insert(name.clone(), value).is_some() {
                return Err(fault(line.number, &format!("the key {name:?} stands twice")));
            }
        }
        Ok(Value::Object(map))
    }

    /// What stands below a key without a value on its line.
    fn below(&mut self, indent: usize, depth: usize) -> Result<Value> {
        let Some(next) = self.peek() else { return Ok(Value::Null) };
        if next.indent == indent && item(next.text).is_some() {
            return self.list(indent, depth + 1);
        }
        if next.indent <= indent {
            return Ok(Value::Null);
        }
        if item(next.text).is_some() || key(next.text).is_some() {
            return self.block(next.indent, depth + 1);
        }
        Ok(Value::String(self.gather(indent, " ")))
    }

    /// The value on a line, with the lines that continue it.
    fn value(&mut self, text: &str, line: Line<'_>, depth: usize) -> Result<Value> {
        match text {
            "|" | "|-" | "|+" => return Ok(Value::String(self.gather(line.indent, "\n"))),
            ">" | ">-" | ">+" => return Ok(Value::String(self.gather(line.indent, " "))),
            _ => {}
        }
        let mut whole = text.to_owned();
        let more = self.gather(line.indent, " ");
        if !more.is_empty() {
            whole = format!("{whole} {more}");
        }
        scalar(&whole, line.number, depth)
    }

    /// The lines that stand deeper than an indent, as one text.
    fn gather(&mut self, indent: usize, between: &str) -> String {
        let mut text = String::new();
        let base = self.lines.get(self.at).map_or(0, |line| line.indent);
        while let Some(line) =
            self.lines.get(self.at).filter(|line| line.indent > indent || line.text.is_empty())
        {
            if !text.is_empty() {
                text.push_str(between);
            }
            if between == "\n" {
                text.extend(std::iter::repeat_n(' ', line.indent.saturating_sub(base)));
            }
            text.push_str(line.text);
            self.at += 1;
        }
        text.trim_end().to_owned()
    }
}

/// What stands behind the dash of an item.
fn item(text: &str) -> Option<&str> {
    if text == "-" { Some("") } else { text.strip_prefix("- ") }
}

/// A key and what stands behind its colon.
fn key(text: &str) -> Option<(String, &str)> {
    if let Some(quote @ ('"' | '\'')) = text.chars().next() {
        let (name, rest) = text.get(1..)?.split_once(quote)?;
        let rest = rest.trim_start().strip_prefix(':')?;
        return (rest.is_empty() || rest.starts_with(' ')).then(|| (name.to_owned(), rest.trim()));
    }
    let (name, rest) = text.split_once(':')?;
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    let is_key = (1..=64).contains(&name.len()) && name.chars().all(fits);
    (is_key && (rest.is_empty() || rest.starts_with(' '))).then(|| (name.to_owned(), rest.trim()))
}

/// A value that stands on one line.
fn scalar(text: &str, number: usize, depth: usize) -> Result<Value> {
    if text.starts_with(['{', '[', '"']) {
        if let Ok(value) = serde_json::from_str(text) {
            return Ok(value);
        }
        let mut flow = Flow { rest: text, number };
        let value = flow.value(depth, &[])?;
        if flow.rest.trim().is_empty() || flow.rest.trim_start().starts_with('#') {
            return Ok(value);
        }
        return Err(fault(number, "there is more behind the value"));
    }
    if let Some(inside) = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        return Ok(Value::String(inside.replace("''", "'")));
    }
    let plain = text.split_once(" #").map_or(text, |(before, _)| before).trim_end();
    Ok(word(plain))
}

/// A plain word: a number, true, false or nothing where it is written as JSON writes it.
fn word(text: &str) -> Value {
    match serde_json::from_str::<Value>(text) {
        Ok(value @ (Value::Bool(_) | Value::Null)) => value,
        Ok(Value::Number(number)) if number.to_string() == text => Value::Number(number),
        _ if text.is_empty() || text == "~" => Value::Null,
        _ => Value::String(text.to_owned()),
    }
}

/// Maps and lists in brackets.
struct Flow<'a> {
    rest: &'a str,
    number: usize,
}

impl Flow<'_> {
    fn value(&mut self, depth: usize, ends: &[char]) -> Result<Value> {
        if depth > DEEPEST {
            return Err(fault(self.number, "this is nested too deep"));
        }
        self.rest = self.rest.trim_start();
        match self.rest.chars().next() {
            Some('{') => self.map(depth),
            Some('[') => self.list(depth),
            Some(quote @ ('"' | '\'')) => self.quoted(quote),
            _ => {
                let end = self.rest.find(ends).unwrap_or(self.rest.len());
                let (plain, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
                self.rest = rest;
                Ok(word(plain.trim()))
            }
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Value> {
        let inside = self.rest.get(1..).unwrap_or_default();
        let mut escaped = false;
        let end = inside.find(|c| {
            let closes = c == quote && !escaped;
            escaped = quote == '"' && c == '\\' && !escaped;
            closes
        });
        let Some((text, rest)) = end.and_then(|end| inside.split_at_checked(end)) else {
            return Err(fault(self.number, "a quote is opened and never closed"));
        };
        self.rest = rest.get(1..).unwrap_or_default();
        if quote == '\'' {
            return Ok(Value::String(text.to_owned()));
        }
        // Escapes that JSON does not know are kept as they are written.
        let text = serde_json::from_str(&format!("\"{text}\"")).unwrap_or_else(|_| text.to_owned());
        Ok(Value::String(text))
    }

    fn list(&mut self, depth: usize) -> Result<Value> {
        self.rest = self.rest.get(1..).unwrap_or_default();
        let mut list = Vec::new();
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix(']') {
                self.rest = rest;
                return Ok(Value::Array(list));
            }
            list.push(self.value(depth + 1, &[',', ']'])?);
            self.comma(']')?;
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value> {
        self.rest = self.rest.get(1..).unwrap_or_default();
        let mut map = Map::new();
        let mut last: Option<String> = None;
        loop {
            self.rest = self.rest.trim_start();
            if let Some(rest) = self.rest.strip_prefix('}') {
                self.rest = rest;
                return Ok(Value::Object(map));
            }
            let part = self.rest.find([',', '}']).unwrap_or(self.rest.len());
            let part = self.rest.get(..part).unwrap_or_default();
            match (key_of_flow(self.rest), last.as_ref().and_then(|name| map.get_mut(name))) {
                (Some((name, rest)), _) => {
                    self.rest = rest;
                    let value = self.value(depth + 1, &[',', '}'])?;
                    if map.insert(name.clone(), value).is_some() {
                        return Err(fault(self.number, &format!("the key {name:?} stands twice")));
                    }
                    last = Some(name);
                }
                // A text with a comma that nobody put in quotes goes on behind it.
                (None, Some(Value::String(text))) => {
                    text.push_str(", ");
                    text.push_str(part.trim());
                    self.rest = self.rest.get(part.len()..).unwrap_or_default();
                }
                (None, _) => return Err(fault(self.number, "a key without a value")),
            }
            self.comma('}')?;
        }
    }

    fn comma(&mut self, end: char) -> Result<()> {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(',') {
            Some(rest) => self.rest = rest,
            None if self.rest.starts_with(end) => {}
            None => return Err(fault(self.number, "a bracket is opened and never closed")),
        }
        Ok(())
    }
}

/// A key inside braces, and the rest behind its colon.
fn key_of_flow(text: &str) -> Option<(String, &str)> {
    if let Some(quote @ ('"' | '\'')) = text.chars().next() {
        let (name, rest) = text.get(1..)?.split_once(quote)?;
        return Some((name.to_owned(), rest.trim_start().strip_prefix(':')?));
    }
    let (name, rest) = text.split_once(':')?;
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    ((1..=64).contains(&name.len()) && name.chars().all(fits)).then(|| (name.to_owned(), rest))
}

/// A fault at a line of the text.
pub(super) fn fault(line: usize, message: &str) -> Error {
    Error::new(Code::ExchangeInvalidCard, format!("line {line}: {message}"))
        .at(format!("/text/lines/{line}"))
}

#[cfg(test)]
mod tests;
