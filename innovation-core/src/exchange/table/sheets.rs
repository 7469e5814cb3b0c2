//! Workbooks (XLSX, ODS) as the text of a table.
//!
//! A workbook is a zipped archive, so its size says nothing of what it unpacks to. The archive's
//! directory is read first and refused where it announces too much; then every part is unpacked
//! once into nothing and counted, since a directory can lie. Only then does the reader see it.
//! An ODS sheet can also repeat a cell a million times in a few bytes: repeats are counted
//! before they are written out.
//!
//! A cell is what the sheet shows: a formula is read by the value it last had.

use crate::error::{Code, Error, Result};
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Sheets, Xlsx};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most bytes that all parts of an archive unpack to; tests make do with a smaller bomb.
const MOST_BYTES: u64 = if cfg!(test) { 1 << 20 } else { 96 << 20 };
/// Most parts of an archive.
const MOST_PARTS: usize = 2_000;
/// Most cells of a sheet, empty ones between others included.
const MOST_CELLS: usize = 4_000_000;
/// Most bytes of the text of a sheet.
const MOST_TEXT: usize = 64 << 20;

/// Cells by row and column, from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// The text of a sheet, as CSV with commas; its rows have the numbers of the sheet.
pub(super) fn read(bytes: Vec<u8>, sheet: Option<&str>) -> Result<String> {
    let content = unpacks_to_little(&bytes)?;
    let mut book: Sheets<_> = match content {
        Some(content) => {
            repeats_little(&content)?;
            Sheets::Ods(Ods::new(Cursor::new(bytes)).map_err(unreadable)?)
        }
        None => Sheets::Xlsx(Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?),
    };
    let names = book.sheet_names();
    let cells = match sheet {
        Some(name) if names.iter().any(|known| known == name) => cells_of(&mut book, name)?,
        Some(name) => {
            let message = format!("the workbook has no sheet {name:?}");
            return Err(Error::new(Code::ExchangeUnknownSheet, message)
                .at("/sheet")
                .hint(shown(&names)));
        }
        None => the_only_one(&mut book, &names)?,
    };
    text(&cells)
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::new(Code::ExchangeNotATable, format!("the workbook cannot be read: {error}"))
        .at("/base64")
        .hint("save the sheet as CSV (UTF-8) and send that")
}

fn shown(names: &[String]) -> String {
    let names: Vec<String> = names.iter().take(20).map(|name| format!("{name:?}")).collect();
    format!("its sheets are {}", names.join(", "))
}

/// The sheet that holds anything, where one alone does.
fn the_only_one<R: Read + std::io::Seek>(book: &mut Sheets<R>, names: &[String]) -> Result<Cells> {
    let mut found: Option<Cells> = None;
    for name in names {
        let cells = cells_of(book, name)?;
        if cells.is_empty() {
            continue;
        }
        if found.replace(cells).is_some() {
            return Err(Error::new(Code::ExchangeAmbiguous, "several sheets hold something")
                .at("/base64")
                .hint(format!("say which in sheet: {}", shown(names))));
        }
    }
    Ok(found.unwrap_or_default())
}

/// Refuses an archive that would unpack to much. Gives the content of an ODS.
fn unpacks_to_little(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let bomb = |message: String| {
        Error::new(Code::ExchangeZipBomb, message).at("/base64").hint("send the sheet as CSV")
    };
    if archive.len() > MOST_PARTS {
        let message = format!("the archive has {} parts, more than {MOST_PARTS}", archive.len());
        return Err(bomb(message));
    }
    let mut announced = 0_u64;
    for at in 0..archive.len() {
        announced = announced.saturating_add(archive.by_index_raw(at).map_err(unreadable)?.size());
    }
    if announced > MOST_BYTES {
        return Err(bomb(format!(
            "the archive unpacks to {announced} bytes, more than {MOST_BYTES}"
        )));
    }
    let mut content = None;
    let mut left = MOST_BYTES;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(unreadable)?;
        let keep = part.name().is_ok_and(|name| name == "content.xml");
        let mut kept = Vec::new();
        let mut part = part.take(left.saturating_add(1));
        let unpacked = if keep {
            part.read_to_end(&mut kept).map(|length| length as u64)
        } else {
            std::io::copy(&mut part, &mut std::io::sink())
        };
        let unpacked = unpacked.map_err(unreadable)?;
        left = left.checked_sub(unpacked).ok_or_else(|| {
            bomb(format!("the archive unpacks to more than {MOST_BYTES} bytes, and hides it"))
        })?;
        if keep {
            content = Some(kept);
        }
    }
    Ok(content)
}

/// Refuses an ODS whose repeated cells would fill more than is admitted.
///
/// The reader writes a sheet out as rows of one width, empty rows between others included.
fn repeats_little(content: &[u8]) -> Result<()> {
    let text = std::str::from_utf8(content).map_err(unreadable)?;
    let mut total = 0_u64;
    let mut sheet = Written::default();
    for tag in Tags(text) {
        let repeated =
            |name: &str| tag.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1_u64);
        match tag.name {
            "table:table" => total = total.saturating_add(std::mem::take(&mut sheet).cells()),
            "table:table-row" => {
                sheet.end_row();
                sheet.times = repeated("table:number-rows-repeated").min(1 << 20);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let bare = tag.empty
                    && tag.attribute("table:formula").is_none()
                    && tag.attribute("office:value-type").is_none();
                sheet.cell(repeated("table:number-columns-repeated").min(1 << 14), bare);
            }
            _ => {}
        }
    }
    total = total.saturating_add(sheet.cells());
    if total > MOST_CELLS as u64 {
        let message = format!("the workbook repeats cells, {total} in all, more than {MOST_CELLS}");
        return Err(Error::new(Code::ExchangeZipBomb, message).at("/base64"));
    }
    Ok(())
}

/// How large a sheet is when it is written out.
#[derive(Default)]
struct Written {
    /// Rows up to the last that holds anything, and empty ones after it.
    rows: u64,
    empty_rows: u64,
    width: u64,
    /// Of the row that is being read: cells up to the last that holds anything, empty ones after
    /// it, and how often the row is repeated.
    cells: u64,
    empty_cells: u64,
    times: u64,
}

impl Written {
    fn cell(&mut self, columns: u64, bare: bool) {
        if bare {
            self.empty_cells = self.empty_cells.saturating_add(columns).min(1 << 14);
        } else {
            self.cells = self.cells.saturating_add(self.empty_cells).saturating_add(columns);
            self.empty_cells = 0;
        }
    }

    fn end_row(&mut self) {
        if self.cells > 0 {
            self.rows = self.rows.saturating_add(self.empty_rows).saturating_add(self.times);
            self.empty_rows = 0;
        } else {
            self.empty_rows = self.empty_rows.saturating_add(self.times);
        }
        self.width = self.width.max(self.cells);
        (self.cells, self.empty_cells, self.times) = (0, 0, 0);
    }

    fn cells(mut self) -> u64 {
        self.end_row();
        self.rows.saturating_mul(self.width)
    }
}

/// The start tags of an XML text.
struct Tags<'a>(&'a str);

struct Tag<'a> {
    name: &'a str,
    rest: &'a str,
    /// Whether it closes itself.
    empty: bool,
}

impl<'a> Iterator for Tags<'a> {
    type Item = Tag<'a>;

    fn next(&mut self) -> Option<Tag<'a>> {
        loop {
            let (_, after) = self.0.split_once('<')?;
            for (open, close) in
                [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">"), ("/", ">")]
            {
                if let Some(rest) = after.strip_prefix(open) {
                    self.0 = rest.split_once(close)?.1;
                    break;
                }
                if open == "/" {
                    let mut quote = None;
                    let end = after.find(|c: char| match (quote, c) {
                        (None, '"' | '\'') => {
                            quote = Some(c);
                            false
                        }
                        (Some(open), c) if c == open => {
                            quote = None;
                            false
                        }
                        (None, '>') => true,
                        _ => false,
                    })?;
                    let (inside, rest) = after.split_at_checked(end)?;
                    self.0 = rest;
                    let empty = inside.ends_with('/');
                    let cut = inside
                        .find(|c: char| c.is_ascii_whitespace() || c == '/')
                        .unwrap_or(inside.len());
                    let (name, rest) = inside.split_at_checked(cut)?;
                    return Some(Tag { name, rest, empty });
                }
            }
        }
    }
}

impl<'a> Tag<'a> {
    /// The value of an attribute, as it is written.
    fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.rest;
        loop {
            let (before, after) = rest.split_once('=')?;
            let after = after.trim_ascii_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, next) = after.get(1..)?.split_once(quote)?;
            if before.trim_ascii() == name {
                return Some(value.trim_ascii());
            }
            rest = next;
        }
    }
}

/// The cells of a sheet that hold something.
fn cells_of<R: Read + std::io::Seek>(book: &mut Sheets<R>, name: &str) -> Result<Cells> {
    let mut cells = Cells::new();
    let mut count = 0_usize;
    let mut add = |row: u32, column: u32, text: String| {
        if text.is_empty() {
            return Ok(());
        }
        count += 1;
        if count > MOST_CELLS || row >= 1 << 20 || column >= 1 << 14 {
            let message = format!("the sheet has more than {MOST_CELLS} cells, or one too far out");
            return Err(Error::new(Code::ExchangeZipBomb, message).at("/base64"));
        }
        cells.entry(row).or_default().insert(column, text);
        Ok(())
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
            while let Some(cell) = reader.next_cell().map_err(unreadable)? {
                let (row, column) = cell.get_position();
                add(row, column, of_xlsx(cell.get_value(), row)?)?;
            }
        }
        book => {
            let range = book.worksheet_range(name).map_err(unreadable)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, cell) in range.used_cells() {
                let row = top.saturating_add(row as u32);
                add(row, left.saturating_add(column as u32), of_ods(cell, row)?)?;
            }
        }
    }
    Ok(cells)
}

fn of_xlsx(cell: &DataRef<'_>, row: u32) -> Result<String> {
    Ok(match cell {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            marked(text)
        }
        DataRef::SharedString(text) => marked(text),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => decimal(*number),
        DataRef::Bool(word) => word.to_string(),
        DataRef::DateTime(moment) => date(moment),
        DataRef::Error(error) => return Err(broken(&error.to_string(), row)),
    })
}

fn of_ods(cell: &Data, row: u32) -> Result<String> {
    Ok(match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => marked(text),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => decimal(*number),
        Data::Bool(word) => word.to_string(),
        Data::DateTime(moment) => date(moment),
        Data::Error(error) => return Err(broken(&error.to_string(), row)),
    })
}

/// A text of a cell is a text, however it begins.
fn marked(text: &str) -> String {
    if crate::formula::needs_a_mark(text) { format!("'{text}") } else { text.to_owned() }
}

/// A number with a point, to the fifteen digits that sheets keep.
fn decimal(number: f64) -> String {
    format!("{number:.14e}").parse().unwrap_or(number).to_string()
}

fn date(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        date
    } else {
        format!("{date}T{hour:02}:{minute:02}:{second:02}")
    }
}

fn broken(error: &str, row: u32) -> Error {
    let row = u64::from(row) + 1;
    Error::new(Code::ExchangeInvalidCell, format!("row {row} holds the error {error}"))
        .at(format!("/base64/rows/{row}"))
}

/// The text of cells, an empty line for each empty row above and between.
fn text(cells: &Cells) -> Result<String> {
    let mut text = String::new();
    let mut line = 0;
    for (&row, cells) in cells {
        for _ in line..row {
            text.push('\n');
        }
        line = row.saturating_add(1);
        let mut column = 0;
        for (&at, cell) in cells {
            for _ in column..at {
                text.push(',');
            }
            column = at;
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
            if text.len() > MOST_TEXT {
                let message = format!("the sheet holds more than {MOST_TEXT} bytes of text");
                return Err(Error::new(Code::ExchangeZipBomb, message).at("/base64"));
            }
        }
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
