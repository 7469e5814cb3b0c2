//! From text to rows of cells (RFC 4180: quotes, quotes within quotes, line ends in cells).

use super::found::Separator;
use crate::error::{Code, Error, Result};
use crate::formula::bare;
use csv::StringRecord;

/// A row and the number that a spreadsheet shows beside it.
#[derive(Debug, Clone)]
pub(in crate::exchange) struct Row {
    pub number: u32,
    cells: StringRecord,
}

impl Row {
    /// A cell without the space around it; empty where the row is too short.
    pub(in crate::exchange) fn cell(&self, column: usize) -> &str {
        bare(self.cells.get(column).unwrap_or_default().trim())
    }

    /// The cells, in order.
    pub(in crate::exchange) fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim)
    }

    /// Cells up to the last that holds anything.
    pub(in crate::exchange) fn width(&self) -> usize {
        let trailing = self.cells.iter().rev().take_while(|cell| cell.trim().is_empty()).count();
        self.cells.len() - trailing
    }
}

/// Most rows, as in the sheets of the usual programs.
const MOST_ROWS: usize = 1 << 20;

/// The rows that hold anything, and how many do not.
#[derive(Debug, Default)]
pub(in crate::exchange) struct Grid {
    pub rows: Vec<Row>,
    pub empty: u32,
}

/// A last row that no table can hold, since NUL is refused before. Where it does not come
/// out as a row of its own, a quote was opened and never closed.
const END: &str = "\n\0";

/// Reads up to `most` rows.
pub(in crate::exchange) fn read(
    text: &str,
    separator: Separator,
    most: usize,
    place: &str,
) -> Result<Grid> {
    let whole = [text, END].concat();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.byte())
        .has_headers(false)
        .flexible(true)
        .from_reader(whole.as_bytes());
    let mut grid = Grid::default();
    let mut number = 0_u32;
    let mut cells = StringRecord::new();
    while reader.read_record(&mut cells).unwrap_or(false) {
        let start = cells.position().map_or(0, |position| position.byte() as usize);
        let skipped = blank_lines(&whole, start);
        if cells.len() == 1 && cells.get(0) == Some("\0") {
            return Ok(grid);
        }
        number = number.saturating_add(skipped).saturating_add(1);
        grid.empty = grid.empty.saturating_add(skipped);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            grid.empty = grid.empty.saturating_add(1);
        } else {
            grid.rows.push(Row { number, cells: cells.clone() });
        }
        if grid.rows.len() >= most {
            return Ok(grid);
        }
        if grid.rows.len() > MOST_ROWS {
            let message = format!("there are more than {MOST_ROWS} rows");
            return Err(Error::new(Code::ExchangeNotATable, message).at(format!("/{place}")));
        }
    }
    Err(Error::new(
        Code::ExchangeNotATable,
        format!("row {number} opens a quote that is never closed"),
    )
    .at(format!("/{place}/rows/{number}"))
    .hint("close it, or double the quotes that stand inside a cell"))
}

/// Empty lines from a place on: the reader passes over them without counting. It may stand
/// between the two characters of a line end, which then belong to the line before.
fn blank_lines(text: &str, start: usize) -> u32 {
    let mut before = start.checked_sub(1).and_then(|at| text.as_bytes().get(at)).copied();
    let mut lines = 0;
    for byte in text.bytes().skip(start).take_while(|byte| matches!(byte, b'\n' | b'\r')) {
        if !(byte == b'\n' && before == Some(b'\r')) {
            lines += 1;
        }
        before = Some(byte);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = match read(text, Separator::Comma, usize::MAX, "text") {
            Ok(grid) => {
                let row = |row: &Row| {
                    format!("{}:{}", row.number, row.cells().collect::<Vec<_>>().join("+"))
                };
                let rows: Vec<String> = grid.rows.iter().map(row).collect();
                format!("{} ({} empty)", rows.join(" "), grid.empty)
            }
            Err(error) => error.path().to_owned(),
        };
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn rows_are_numbered_as_in_a_spreadsheet() {
        check("a,b\nc,d", "1:a+b 2:c+d (0 empty)");
        check("\n\na,b\r\n\r\nc,d\r\n\r\n", "3:a+b 5:c+d (3 empty)");
        check("a,b\n , \nc,d\n", "1:a+b 3:c+d (1 empty)");
        check("a\rb\rc", "1:a 2:b 3:c (0 empty)");
        check("", " (0 empty)");
    }

    #[test]
    fn quotes_hold_separators_line_ends_and_quotes() {
        check("a,\"b,\"\"x\"\"\nnext\"\nc,d", "1:a+b,\"x\"\nnext 2:c+d (0 empty)");
        check("a,\"\"\nb", "1:a+ 2:b (0 empty)");
    }

    #[test]
    fn an_open_quote_is_refused_where_it_stands() {
        check("a,b\nc,\"d\ne,f\n", "/text/rows/2");
        check("\"", "/text/rows/1");
    }
}
