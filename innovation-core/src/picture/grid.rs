//! A matrix: rows by columns, a shape and a number in a cell.

use super::legend::{self, Sample};
use super::{LINE, Naming, Pen, marks, room, whole, wrap};

/// Units for the text beside the bar.
const LEFT: f64 = 58.0;

/// A cell: the number of its mark, and what stands beside it.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub mark: usize,
    pub text: String,
}

/// A row: its name, a cell or none under each column, and what stands at its end.
#[derive(Debug)]
pub(crate) struct Row {
    pub name: String,
    pub cells: Vec<Option<Cell>>,
    /// A share from 0 to 1, drawn as a bar, and its text.
    pub left: (f64, String),
}

/// Draws rows; columns are named by short keys, `last` names the bar at the end of rows.
pub(crate) fn draw(
    naming: Naming<'_>,
    width: f64,
    columns: &[String],
    last: &str,
    rows: &[Row],
    meanings: &[(usize, &str)],
) -> String {
    let left = (0.32 * width).min(250.0);
    let bar = (0.2 * width).min(130.0);
    let step = ((width - left - bar - 16.0) / columns.len().max(1) as f64).min(64.0);
    let x = |column: usize| left + step * (column as f64 + 0.5);
    let end = left + step * columns.len() as f64 + 14.0;
    let mut pen = Pen::default();
    for (at, column) in columns.iter().enumerate() {
        pen.label("mid", x(at), 18.0, column);
    }
    let heads = wrap(last, room(width - end), 2);
    let mut y = super::write(&mut pen, "", (end, 18.0), &heads).max(18.0 + LINE) - 8.0;
    for row in rows {
        let lines = wrap(&row.name, room(left - 10.0), 3);
        let tall = (LINE * lines.len() as f64 + 12.0).max(38.0);
        pen.area("band", (0.0, y), (width, tall - 3.0), None);
        let middle = y + tall / 2.0 - 1.5;
        let text = middle - LINE * lines.len() as f64 / 2.0 + 14.0;
        super::write(&mut pen, "", (6.0, text), &lines);
        for (at, cell) in row.cells.iter().enumerate() {
            match cell {
                None => pen.line("lane", (x(at) - 4.0, middle), (x(at) + 4.0, middle)),
                Some(cell) if step < 36.0 => {
                    marks::draw(&mut pen, cell.mark, (x(at), middle - 7.0), 5.5, None);
                    pen.label("mid", x(at), middle + 14.0, &cell.text);
                }
                Some(cell) => {
                    marks::draw(&mut pen, cell.mark, (x(at) - 9.0, middle), 6.5, None);
                    pen.label("", x(at) + 3.0, middle + 5.0, &cell.text);
                }
            }
        }
        let (share, text) = &row.left;
        let most = (width - end - LEFT).max(1.0);
        pen.area("p p4", (end, middle - 8.0), (most, 16.0), None);
        if *share > 0.0 {
            pen.area("p full", (end, middle - 8.0), (most * share, 16.0), None);
        }
        pen.label("end", width - 4.0, middle + 5.0, text);
        y += tall;
    }
    let entries: Vec<(Sample, &str)> =
        meanings.iter().map(|&(mark, text)| (Sample::Mark(mark), text)).collect();
    let height = legend::draw(&mut pen, &entries, y + 24.0, width);
    whole(naming, (width, height), pen)
}
