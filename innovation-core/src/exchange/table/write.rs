//! Rows of any document as a table that spreadsheets open safely.

use super::found::{Decimal, Separator};
use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::formula::needs_a_mark;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Asks for a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToTableRequest {
    /// The rows, each an object: people, ties, sites, items of an answer; at most 1,048,575, and
    /// 20,000,000 cells.
    pub rows: Vec<BTreeMap<String, Value>>,
    /// The columns and their order, by name; members of members are named with a point,
    /// `attributes.site`. Default: all, in alphabetical order. At most 16,384.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// What stands between cells. Default: a comma, or a semicolon where the decimal mark is a
    /// comma.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<Separator>,
    /// The decimal mark: `point`, the default, or `comma`.
    #[serde(default = "point")]
    pub decimal: Decimal,
    /// Whether to begin with a byte order mark, by which some programs know UTF-8.
    #[serde(default)]
    pub byte_order_mark: bool,
    /// Language of texts that are given in several (BCP 47); a column for each language where
    /// absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

fn point() -> Decimal {
    Decimal::Point
}

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableText {
    /// The table (RFC 4180 but for the separator), in UTF-8, with a row of headers.
    pub text: String,
    /// The columns, in their order.
    pub columns: Vec<String>,
    /// Rows, the header apart.
    pub rows: u32,
    /// Texts that a spreadsheet could have taken for a formula: each begins with an apostrophe.
    pub neutralised: u32,
}

/// Most columns.
const MOST_COLUMNS: usize = 16_384;
/// Most rows.
const MOST_ROWS: usize = (1 << 20) - 1;
/// Most cells.
const MOST_CELLS: usize = 20_000_000;

/// Writes rows of any document as a table (CSV).
///
/// Members of members become columns of their own, `attributes.site`; a list of plain values is
/// one cell, its parts between `|`; other lists are JSON. A text that begins as a formula does
/// (`=`, `+`, `-`, `@`, their wide forms, tab or line end) gets an apostrophe in front, which
/// this library takes away again when it reads the table; numbers stay numbers.
///
/// # Errors
///
/// `exchange.not-a-table` where there is neither a row nor a column; `exchange.missing-column`
/// for a column that no row has; `exchange.ambiguous` where two members of a row have one name;
/// `contract.too-large`; `contract.invalid-value` for a separator that is a space.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{ToTableRequest, to_table};
/// let request: ToTableRequest = serde_json::from_str(r#"{
///     "rows": [{"id": "ana", "level": 2.5, "note": "=1+1"}], "decimal": "comma"
/// }"#).unwrap();
/// let table = to_table(&request)?;
/// assert_eq!(table.text, "id;level;note\r\nana;2,5;'=1+1\r\n");
/// assert_eq!(table.neutralised, 1);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// Y. Shafranovich, *Common Format and MIME Type for CSV Files*, RFC 4180, 2005. OWASP, *CSV
/// Injection*.
pub fn to_table(request: &ToTableRequest) -> Result<TableText> {
    if request.separator == Some(Separator::Space) {
        return Err(
            Error::new(Code::ContractInvalidValue, "a space does not part cells").at("/separator")
        );
    }
    let flat = Flat {
        comma: request.decimal == Decimal::Comma,
        list: if request.separator == Some(Separator::Bar) { ";" } else { "|" },
        locale: request.locale.as_deref(),
    };
    let columns = columns(request, &flat)?;
    let usual = if flat.comma { Separator::Semicolon } else { Separator::Comma };
    let mut sheet = Sheet::new(request.separator.unwrap_or(usual));
    if request.byte_order_mark {
        sheet.text.push('\u{feff}');
    }
    sheet.row(columns.iter().map(String::as_str));
    for (at, row) in request.rows.iter().enumerate() {
        let cells = flat.row(row, at)?;
        sheet.begin();
        for column in &columns {
            match cells.get(column) {
                Some(Cell { text, plain: true }) => sheet.plain(text),
                Some(Cell { text, plain: false }) => sheet.cell(text),
                None => sheet.plain(""),
            }
        }
        sheet.end();
    }
    Ok(TableText {
        text: sheet.text,
        columns,
        rows: request.rows.len() as u32,
        neutralised: sheet.neutralised,
    })
}

/// The columns, in their order.
fn columns(request: &ToTableRequest, flat: &Flat<'_>) -> Result<Vec<String>> {
    let mut found = BTreeSet::new();
    for (at, row) in request.rows.iter().enumerate() {
        found.extend(flat.row(row, at)?.into_keys());
        if found.len() > MOST_COLUMNS {
            break;
        }
    }
    let columns: Vec<String> = match request.columns.as_slice() {
        [] => found.into_iter().collect(),
        named => {
            for (at, name) in named.iter().enumerate() {
                if request.rows.is_empty() || found.contains(name) {
                    continue;
                }
                let known: Vec<&str> = found.iter().map(String::as_str).collect();
                let message = format!("no row has {name:?}");
                let error = Error::new(Code::ExchangeMissingColumn, message);
                let error = error.at(format!("/columns/{at}"));
                return Err(match nearest(name, &known) {
                    Some(hint) => error.hint(hint),
                    None => error,
                });
            }
            named.to_vec()
        }
    };
    if columns.is_empty() {
        return Err(Error::new(Code::ExchangeNotATable, "there is nothing to write").at("/rows"));
    }
    let limits = [
        ("columns", columns.len(), MOST_COLUMNS),
        ("rows", request.rows.len(), MOST_ROWS),
        ("cells", columns.len().saturating_mul(request.rows.len()), MOST_CELLS),
    ];
    for (what, count, most) in limits {
        if count > most {
            let message = format!("{count} {what} are more than {most}");
            return Err(Error::new(Code::ContractTooLarge, message).at("/rows"));
        }
    }
    Ok(columns)
}

/// How members become cells.
struct Flat<'a> {
    comma: bool,
    list: &'static str,
    locale: Option<&'a str>,
}

/// A cell, and whether it is a number or a word of JSON, which no spreadsheet works out.
struct Cell {
    text: String,
    plain: bool,
}

impl Flat<'_> {
    fn row(&self, row: &BTreeMap<String, Value>, at: usize) -> Result<BTreeMap<String, Cell>> {
        let mut cells = BTreeMap::new();
        for (key, value) in row {
            self.add(key, value, at, &mut cells)?;
        }
        Ok(cells)
    }

    fn add(
        &self,
        name: &str,
        value: &Value,
        at: usize,
        cells: &mut BTreeMap<String, Cell>,
    ) -> Result<()> {
        let cell = match value {
            Value::Object(members) => {
                if let Some(text) = self.told(members) {
                    Cell { text, plain: false }
                } else {
                    for (key, value) in members {
                        self.add(&format!("{name}.{key}"), value, at, cells)?;
                    }
                    return Ok(());
                }
            }
            Value::Array(list) if list.iter().any(|part| part.is_array() || part.is_object()) => {
                Cell { text: value.to_string(), plain: false }
            }
            Value::Array(list) => {
                let parts: Vec<String> = list.iter().map(|part| self.scalar(part).text).collect();
                Cell { text: parts.join(self.list), plain: false }
            }
            scalar => self.scalar(scalar),
        };
        if cells.insert(name.to_owned(), cell).is_some() {
            let message = format!("two members are called {name:?}");
            return Err(Error::new(Code::ExchangeAmbiguous, message).at(format!("/rows/{at}")));
        }
        Ok(())
    }

    fn scalar(&self, value: &Value) -> Cell {
        match value {
            Value::Null => Cell { text: String::new(), plain: true },
            Value::Number(number) if self.comma => {
                Cell { text: number.to_string().replace('.', ","), plain: true }
            }
            Value::String(text) => Cell { text: text.clone(), plain: false },
            other => Cell { text: other.to_string(), plain: true },
        }
    }

    /// The text for the reader, of members that are languages.
    fn told(&self, members: &serde_json::Map<String, Value>) -> Option<String> {
        let locale = self.locale?;
        let language = |tag: &str| {
            let first = tag.split('-').next().unwrap_or_default();
            (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase())
        };
        let pairs: Option<Vec<(&str, &str)>> = members
            .iter()
            .map(|(tag, text)| Some((tag.as_str(), text.as_str().filter(|_| language(tag))?)))
            .collect();
        let pairs = pairs.filter(|pairs| !pairs.is_empty())?;
        Some(Text::in_languages(pairs).for_locale(locale).to_owned())
    }
}

/// A table that is being written.
#[derive(Debug)]
pub(in crate::exchange) struct Sheet {
    pub text: String,
    separator: char,
    neutralised: u32,
    first: bool,
}

impl Sheet {
    pub(in crate::exchange) fn new(separator: Separator) -> Self {
        Self { text: String::new(), separator: separator.character(), neutralised: 0, first: true }
    }

    /// A whole row of texts.
    pub(in crate::exchange) fn row<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        self.begin();
        for cell in cells {
            self.cell(cell);
        }
        self.end();
    }

    pub(in crate::exchange) fn begin(&mut self) {
        self.first = true;
    }

    pub(in crate::exchange) fn end(&mut self) {
        self.text.push_str("\r\n");
    }

    /// A text, which no spreadsheet takes for a formula.
    pub(in crate::exchange) fn cell(&mut self, text: &str) {
        if needs_a_mark(text) {
            self.neutralised = self.neutralised.saturating_add(1);
            self.plain(&format!("'{text}"));
        } else {
            self.plain(text);
        }
    }

    /// A cell as it stands.
    pub(in crate::exchange) fn plain(&mut self, text: &str) {
        if !self.first {
            self.text.push(self.separator);
        }
        self.first = false;
        let special = |c: char| c == self.separator || matches!(c, '"' | '\n' | '\r');
        let edges = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
        if edges || text.contains(special) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{PeopleFromTableRequest, people_from_table};
    use proptest::prelude::*;
    use serde_json::json;

    fn write(request: Value) -> Result<TableText> {
        to_table(&serde_json::from_value(request).unwrap())
    }

    fn refused(request: Value, expected: &str) {
        let error = write(request).unwrap_err();
        assert_eq!(format!("{} {}", error.code(), error.path()), expected);
    }

    #[test]
    fn members_become_columns() {
        let rows = json!([
            {"id": "a", "title": {"en": "One", "fr": "Un"}, "list": [1, "b"], "deep": [{"x": 1}]},
            {"id": "b", "ok": true, "n": -2.5, "none": null}
        ]);
        let table = write(json!({"rows": rows})).unwrap();
        assert_eq!(
            table.text,
            "deep,id,list,n,none,ok,title.en,title.fr\r\n\
             \"[{\"\"x\"\":1}]\",a,1|b,,,,One,Un\r\n,b,,-2.5,,true,,\r\n"
        );
        let table = write(
            json!({"rows": rows, "columns": ["title", "id"], "locale": "fr", "separator": "\t", "byteOrderMark": true}),
        );
        assert_eq!(table.unwrap().text, "\u{feff}title\tid\r\nUn\ta\r\n\tb\r\n");
    }

    #[test]
    fn no_text_can_be_a_formula() {
        for text in ["=1", "+1", "-1", "@a", "\t=1", "\r1", " =1", "＝1", "'=1"] {
            let table = write(json!({"rows": [{"a": text}]})).unwrap();
            assert_eq!(table.neutralised, 1, "{text:?}");
            let cell = table.text.split("\r\n").nth(1).unwrap().trim_start_matches('"');
            assert!(cell.starts_with('\''), "{cell:?}");
        }
        let table = write(json!({"rows": [{"=a": "it's", "b": -1}]})).unwrap();
        assert_eq!(table.text, "'=a,b\r\nit's,-1\r\n");
    }

    #[test]
    fn what_cannot_be_a_table_is_refused() {
        refused(json!({"rows": []}), "exchange.not-a-table /rows");
        refused(
            json!({"rows": [{"a": 1}], "columns": ["b"]}),
            "exchange.missing-column /columns/0",
        );
        refused(json!({"rows": [{"a.b": 1, "a": {"b": 2}}]}), "exchange.ambiguous /rows/0");
        refused(json!({"rows": [{"a": 1}], "separator": " "}), "contract.invalid-value /separator");
    }

    proptest! {
        /// People written to a table and read from it are the same people.
        #[test]
        fn people_come_back(
            units in prop::collection::vec("[a-zé=+@'-][a-zé ,;\"'=]{0,6}[a-z]", 1..6),
            comma in any::<bool>(),
        ) {
            let rows: Vec<Value> = units
                .iter()
                .enumerate()
                .map(|(at, unit)| json!({"id": format!("p{at}"), "role": "nurse", "unit": unit}))
                .collect();
            let decimal = if comma { "comma" } else { "point" };
            let text = write(json!({"rows": rows, "decimal": decimal})).unwrap().text;
            let request = PeopleFromTableRequest { text: Some(text), ..Default::default() };
            let people = serde_json::to_value(people_from_table(&request).unwrap().people).unwrap();
            prop_assert_eq!(people, Value::Array(rows));
        }
    }
}
