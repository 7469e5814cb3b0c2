//! Values in their places, from a long table or a wide one.

use super::detect::Table;
use super::found::Separator;
use super::grid::Row;
use super::words::is_identity;
use crate::error::{Code, Error, Result};
use crate::people::Id;
use std::collections::BTreeMap;

/// The values of a table, each with its unit and its column.
#[derive(Debug)]
pub(super) struct Cross<'t> {
    /// In order of first appearance.
    pub units: Vec<Id>,
    /// Criteria, raters or items, in order of first appearance.
    pub columns: Vec<Id>,
    /// Every cell that holds anything.
    pub cells: Vec<CrossCell<'t>>,
    pub separator: Separator,
    pub place: &'static str,
}

/// A value in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct CrossCell<'t> {
    pub unit: usize,
    pub column: usize,
    pub text: &'t str,
    /// Where it stands among the rows, and in which column of the table.
    row: usize,
    at: usize,
}

impl CrossCell<'_> {
    pub(super) fn row<'t>(&self, table: &'t Table) -> Option<&'t Row> {
        table.rows.get(self.row)
    }

    pub(super) fn fault(&self, table: &Table, message: &str) -> Error {
        let row = self.row(table).map_or(0, |row| row.number);
        table.fault_in(Code::ExchangeInvalidCell, row, self.at, message)
    }
}

/// Most cells that are read.
const MOST: usize = 4_000_000;

impl<'t> Cross<'t> {
    /// Whether a table is long: it has columns for both what is across and its value. In a wide
    /// one they are columns like any other.
    pub(super) fn settle(table: &mut Table, across: &str) {
        if table.column(across).zip(table.column("value")).is_none() {
            table.release(across);
            table.release("value");
        }
    }

    /// Reads a table that was settled.
    pub(super) fn read(table: &'t Table, unit: &str, across: &str) -> Result<Self> {
        let long = table.column(across).zip(table.column("value"));
        let unit = table.needed(unit)?;
        let wide: Vec<(usize, &str)> = match long {
            Some(_) => Vec::new(),
            None => table.others().filter(|(_, header)| !is_identity(header)).collect(),
        };
        if long.is_none() && wide.is_empty() {
            return Err(Error::new(Code::ExchangeMissingColumn, "no column holds values")
                .at(table.place())
                .hint(format!(
                    "give a column for each {across}, or columns for {across} and value"
                )));
        }
        let mut cross = Self {
            units: Vec::new(),
            columns: Vec::new(),
            cells: Vec::new(),
            separator: table.separator,
            place: table.field(),
        };
        let (mut units, mut columns) = (BTreeMap::new(), BTreeMap::new());
        let mut wide_places = Vec::with_capacity(wide.len());
        for (_, header) in &wide {
            let id = Id::new(header).ok_or_else(|| {
                let message = format!("the header {header:?} cannot be an id");
                Error::new(Code::ExchangeInvalidCell, message).at(table.place())
            })?;
            wide_places.push(place(&mut cross.columns, &mut columns, id));
        }
        for (at, row) in table.rows.iter().enumerate() {
            let read = |column: usize| {
                Id::new(row.cell(column)).ok_or_else(|| {
                    let message = "there is no id, or one that cannot be";
                    table.fault_in(Code::ExchangeInvalidCell, row.number, column, message)
                })
            };
            let unit = place(&mut cross.units, &mut units, read(unit)?);
            let mut push = |column: usize, at_column: usize, text: &'t str| {
                if !text.is_empty() {
                    cross.cells.push(CrossCell { unit, column, text, row: at, at: at_column });
                }
            };
            match long {
                Some((across, value)) => {
                    let column = place(&mut cross.columns, &mut columns, read(across)?);
                    push(column, value, row.cell(value));
                }
                None => {
                    for (&(at_column, _), &column) in wide.iter().zip(&wide_places) {
                        push(column, at_column, row.cell(at_column));
                    }
                }
            }
            if cross.cells.len() > MOST {
                let message = format!("the table has more than {MOST} values");
                return Err(Error::new(Code::ContractTooLarge, message).at(table.place()));
            }
        }
        Ok(cross)
    }
}

/// The place of an id in a list that keeps the order of first appearance.
fn place(list: &mut Vec<Id>, places: &mut BTreeMap<Id, usize>, id: Id) -> usize {
    let next = list.len();
    let place = *places.entry(id.clone()).or_insert(next);
    if place == next {
        list.push(id);
    }
    place
}
