//! Which separator, which column: a table whose fields are found.

use super::encoding::Source;
use super::fold::fold;
use super::found::{Decimal, Encoding, Found, FoundColumn, Kept, Separator};
use super::grid::{self, Row};
use super::number::number;
use super::words::{Names, Word, assign};
use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::evaluate::under;
use std::collections::{BTreeMap, BTreeSet};

/// Whether the first row must be a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Header {
    /// Always.
    Needed,
    /// Not where the first cell is a number; columns then stand for fields by their number:
    /// the fields for each width.
    Optional(&'static [&'static [&'static str]]),
}

/// Most columns, as in the sheets of the usual programs.
const MOST_COLUMNS: usize = 16_384;

/// A table whose separator and columns are known.
#[derive(Debug)]
pub(in crate::exchange) struct Table {
    pub rows: Vec<Row>,
    pub separator: Separator,
    columns: Vec<(String, Option<&'static str>)>,
    place: &'static str,
    empty_rows: u32,
    encoding: Encoding,
    byte_order_mark: bool,
}

impl Table {
    /// Finds separator and columns, with the fields that the caller names first.
    pub(in crate::exchange) fn read(
        source: &Source<'_>,
        words: &[Word],
        named: &BTreeMap<String, String>,
        header: Header,
    ) -> Result<Self> {
        refuse_unknown_fields(words, named)?;
        let (announced, text) = match source.separator {
            known @ Some(_) => (known, &*source.text),
            None => announced_separator(&source.text),
        };
        let separator = match announced {
            Some(separator) => separator,
            None => separator(text, words, named, header, source.place)?,
        };
        let mut grid = grid::read(text, separator, usize::MAX, source.place)?;
        let Some(first) = grid.rows.first() else {
            return Err(Error::new(Code::ExchangeNotATable, "the table is empty")
                .at(format!("/{}", source.place)));
        };
        let bare = bare_fields(first, header);
        let columns = match bare {
            Some(fields) => {
                let column = |(at, field): (usize, &&'static str)| {
                    (format!("column {}", at + 1), Some(*field))
                };
                fields.iter().enumerate().map(column).collect()
            }
            None => headed(&grid.rows.remove(0), words, named),
        };
        let table = Self {
            rows: grid.rows,
            separator,
            columns,
            place: source.place,
            empty_rows: grid.empty,
            encoding: source.encoding,
            byte_order_mark: source.byte_order_mark,
        };
        table.refuse_width()?;
        table.refuse_missing_named(named)?;
        table.refuse_twins(words)?;
        table.refuse_long_rows()?;
        table.refuse_formulas()?;
        Ok(table)
    }

    /// The column of a field.
    pub(in crate::exchange) fn column(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|(_, found)| *found == Some(field))
    }

    /// The column of a field that must be there.
    pub(in crate::exchange) fn needed(&self, field: &str) -> Result<usize> {
        self.column(field).ok_or_else(|| {
            Error::new(Code::ExchangeMissingColumn, format!("no column holds the field {field:?}"))
                .at(format!("/{}", self.place))
                .hint(format!(
                    "read with {:?} between cells, the headers are {}; name the right one, as in \
                     \"columns\": {{{field:?}: \"…\"}}",
                    self.separator.character(),
                    self.headers()
                ))
        })
    }

    /// The header of a column.
    pub(in crate::exchange) fn header(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |(header, _)| header)
    }

    /// The columns that hold no field, by position and header.
    pub(in crate::exchange) fn others(&self) -> impl Iterator<Item = (usize, &str)> {
        self.columns
            .iter()
            .enumerate()
            .filter(|(_, (_, field))| field.is_none())
            .map(|(at, (header, _))| (at, header.as_str()))
    }

    /// The path of a cell, by the number of its row and its field.
    pub(in crate::exchange) fn path(&self, row: u32, field: &str) -> String {
        format!("/{}/rows/{row}/{field}", self.place)
    }

    /// The path of the table.
    pub(in crate::exchange) fn place(&self) -> String {
        format!("/{}", self.place)
    }

    /// The field of the request that holds the table.
    pub(in crate::exchange) fn field(&self) -> &'static str {
        self.place
    }

    /// A fault in a cell; the message begins with its row and column.
    pub(in crate::exchange) fn fault(
        &self,
        code: Code,
        row: u32,
        field: &str,
        message: &str,
    ) -> Error {
        let column = self.column(field).map_or("", |column| self.header(column));
        Error::new(code, format!("row {row}, column {column:?}: {message}"))
            .at(self.path(row, field))
    }

    /// How the table was read.
    pub(in crate::exchange) fn found(
        &self,
        decimal: Decimal,
        kept: impl Fn(&str) -> Kept,
    ) -> Found {
        let column = |(header, field): &(String, Option<&'static str>)| FoundColumn {
            header: header.clone(),
            field: *field,
            kept: if field.is_some() { Kept::Field } else { kept(header) },
        };
        Found {
            encoding: self.encoding,
            byte_order_mark: self.byte_order_mark,
            separator: self.separator,
            decimal,
            rows: self.rows.len() as u32,
            empty_rows: self.empty_rows,
            columns: self.columns.iter().map(column).collect(),
        }
    }

    /// Lets go of a field: its column is one like any other.
    pub(in crate::exchange) fn release(&mut self, field: &str) {
        for (_, found) in &mut self.columns {
            if *found == Some(field) {
                *found = None;
            }
        }
    }

    /// A fault in a cell of any column.
    pub(in crate::exchange) fn fault_in(
        &self,
        code: Code,
        row: u32,
        column: usize,
        message: &str,
    ) -> Error {
        let header = self.header(column);
        Error::new(code, format!("row {row}, column {header:?}: {message}"))
            .at(under(&format!("/{}/rows/{row}", self.place), header))
    }

    fn headers(&self) -> String {
        let shown = self.columns.iter().take(20).map(|(header, _)| format!("{header:?}"));
        shown.collect::<Vec<_>>().join(", ")
    }

    fn refuse_missing_named(&self, named: &BTreeMap<String, String>) -> Result<()> {
        let missing = named.iter().find(|(field, _)| self.column(field).is_none());
        let Some((field, header)) = missing else { return Ok(()) };
        let hint = format!(
            "read with {:?} between cells, the headers are {}",
            self.separator.character(),
            self.headers()
        );
        Err(Error::new(Code::ExchangeMissingColumn, format!("no free column is called {header:?}"))
            .at(format!("/columns/{field}"))
            .hint(hint))
    }

    /// Two columns with the same header: nobody can tell which one is meant.
    fn refuse_twins(&self, words: &[Word]) -> Result<()> {
        let names = Names::of(words);
        let (mut exact, mut folded) = (BTreeSet::new(), BTreeSet::new());
        for (header, _) in &self.columns {
            let plain = fold(header);
            if plain.is_empty() {
                continue;
            }
            let twin =
                !exact.insert(header) | (!folded.insert(plain.clone()) && names.know(&plain));
            if twin {
                return Err(Error::new(
                    Code::ExchangeAmbiguous,
                    format!("two columns are called {header:?}"),
                )
                .at(self.place())
                .hint("give each column a header of its own"));
            }
        }
        Ok(())
    }

    fn refuse_width(&self) -> Result<()> {
        let columns = self.columns.len();
        if columns <= MOST_COLUMNS {
            return Ok(());
        }
        let message = format!("{columns} columns are more than {MOST_COLUMNS}");
        Err(Error::new(Code::ExchangeNotATable, message).at(self.place()))
    }

    /// A cell that begins as a formula does was never worked out; whoever opens it runs it.
    fn refuse_formulas(&self) -> Result<()> {
        for row in &self.rows {
            let Some(column) = row.cells().position(|cell| cell.starts_with('=')) else { continue };
            let header = self.header(column);
            let message = format!("row {}, column {header:?}: this is a formula", row.number);
            return Err(Error::new(Code::ExchangeFormulaCell, message)
                .at(under(&format!("/{}/rows/{}", self.place, row.number), header))
                .hint("write its value, or an apostrophe before the equals sign of a text"));
        }
        Ok(())
    }

    fn refuse_long_rows(&self) -> Result<()> {
        let columns = self.columns.len();
        let Some(row) = self.rows.iter().find(|row| row.width() > columns) else { return Ok(()) };
        let message = format!(
            "row {} has {} cells; the table has {columns} columns",
            row.number,
            row.width()
        );
        Err(Error::new(Code::ExchangeNotATable, message)
            .at(format!("/{}/rows/{}", self.place, row.number))
            .hint(format!(
                "a cell that holds {:?} must stand in quotes",
                self.separator.character()
            )))
    }
}

fn refuse_unknown_fields(words: &[Word], named: &BTreeMap<String, String>) -> Result<()> {
    let fields: Vec<&str> = words.iter().map(|word| word.field).collect();
    let Some(unknown) = named.keys().find(|field| !fields.contains(&field.as_str())) else {
        return Ok(());
    };
    let error = Error::new(Code::ContractUnknownField, format!("there is no field {unknown:?}"))
        .at(format!("/columns/{}", unknown.replace('~', "~0").replace('/', "~1")));
    Err(match nearest(unknown, &fields) {
        Some(hint) => error.hint(hint),
        None => error,
    })
}

/// Spreadsheets may announce the separator in a first line `sep=;`.
fn announced_separator(text: &str) -> (Option<Separator>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let separator = match line.trim_end_matches('\r') {
        "sep=," => Separator::Comma,
        "sep=;" => Separator::Semicolon,
        "sep=\t" => Separator::Tab,
        "sep=|" => Separator::Bar,
        _ => return (None, text),
    };
    (Some(separator), rest)
}

/// The separator under which most headers are known; among equals the one under which every
/// row has as many cells as the first.
fn separator(
    text: &str,
    words: &[Word],
    named: &BTreeMap<String, String>,
    header: Header,
    place: &str,
) -> Result<Separator> {
    const USUAL: [Separator; 4] =
        [Separator::Comma, Separator::Semicolon, Separator::Tab, Separator::Bar];
    let space = (header != Header::Needed).then_some(Separator::Space);
    let mut best: Vec<Separator> = Vec::new();
    let mut most_known = 0;
    for separator in USUAL.into_iter().chain(space) {
        let Ok(grid) = grid::read(text, separator, 1, place) else { continue };
        let Some(first) = grid.rows.first().filter(|row| row.width() > 1) else { continue };
        let cells: Vec<&str> = first.cells().collect();
        let known = assign(&cells, words, named).iter().flatten().count();
        if known > most_known {
            best.clear();
            most_known = known;
        }
        if known == most_known {
            best.push(separator);
        }
    }
    if let &[only] = best.as_slice() {
        return Ok(only);
    }
    let even: Vec<Separator> =
        best.iter().copied().filter(|separator| is_even(text, *separator, place)).collect();
    match (even.as_slice(), best.as_slice()) {
        (&[only], _) => Ok(only),
        (&[first, second, ..], _) if most_known > 0 => Err(Error::new(
            Code::ExchangeAmbiguous,
            format!(
                "both {:?} and {:?} could stand between cells",
                first.character(),
                second.character()
            ),
        )
        .at(format!("/{place}"))
        .hint("say which in a first line, for example sep=; — or give headers that are known")),
        (&[first, ..], _) | (&[], &[first, ..]) => Ok(first),
        (&[], &[]) => Ok(Separator::Comma),
    }
}

/// Whether every row has as many cells as the first.
fn is_even(text: &str, separator: Separator, place: &str) -> bool {
    let Ok(grid) = grid::read(text, separator, usize::MAX, place) else { return false };
    let width = grid.rows.first().map_or(0, Row::width);
    grid.rows.iter().all(|row| row.cells().count() == width)
}

/// The fields of a table without a header, where the first row is one of data.
fn bare_fields(first: &Row, header: Header) -> Option<&'static [&'static str]> {
    let Header::Optional(by_width) = header else { return None };
    let is_data = number(first.cell(0), Decimal::Point).is_some();
    by_width.iter().find(|fields| is_data && fields.len() == first.width()).copied()
}

/// Headers and fields from a header row.
fn headed(
    first: &Row,
    words: &[Word],
    named: &BTreeMap<String, String>,
) -> Vec<(String, Option<&'static str>)> {
    let cells: Vec<&str> = first.cells().collect();
    let fields = assign(&cells, words, named);
    let header = |(at, cell): (usize, &&str)| {
        if cell.is_empty() {
            format!("column {}", at + 1)
        } else {
            crate::formula::bare(cell).to_owned()
        }
    };
    cells.iter().enumerate().map(header).zip(fields).collect()
}
