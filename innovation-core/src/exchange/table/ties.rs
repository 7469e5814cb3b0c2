//! Ties from a table.

use super::detect::{Header, Table};
use super::encoding::Source;
use super::found::{Decimal, Found, Kept};
use super::grid::Row;
use super::headers::TIE;
use super::number::{Doubt, decimal, number};
use crate::error::{Code, Error, Result};
use crate::math::ExactSum;
use crate::people::{Id, Tie};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for ties from a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TiesFromTableRequest {
    /// The table as text. Give this or `base64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of a file, where its encoding is unknown; where this build reads workbooks
    /// (XLSX, ODS), these too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The sheet of a workbook, where it holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The header of a field, where it is not recognised: `a`, `b`, `weight`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// The decimal mark, where it cannot be told from the numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<Decimal>,
}

/// Ties from a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TiesTable {
    /// The ties, one for each pair, in the order of first appearance.
    pub ties: Vec<Tie>,
    /// Pairs that stood in more than one row, in either order; their weights were summed.
    pub merged: u32,
    /// How the table was read.
    pub found: Found,
}

/// The heaviest weight of one row; a pool takes none heavier.
const HEAVIEST: f64 = 1e12;

/// Reads ties from a table (CSV and its relatives).
///
/// Two columns name the people, one the weight; without a column of weights each row weighs
/// 1. Ties are undirected: rows of a pair, in either order, are summed.
///
/// # Errors
///
/// `exchange.not-a-table`, `exchange.missing-column`, `exchange.ambiguous`;
/// `exchange.invalid-cell` for a weight that is no number, negative or above 10¹²;
/// `people.self-tie`.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{TiesFromTableRequest, ties_from_table};
/// let table = ties_from_table(&TiesFromTableRequest {
///     text: Some("De;À;Minutes\nana;bo;2,5\nbo;ana;1\n".into()),
///     ..Default::default()
/// })?;
/// assert_eq!((table.ties.len(), table.ties[0].weight, table.merged), (1, 3.5, 1));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn ties_from_table(request: &TiesFromTableRequest) -> Result<TiesTable> {
    let source =
        Source::read(request.text.as_deref(), request.base64.as_deref(), request.sheet.as_deref())?;
    let table = Table::read(&source, TIE, &request.columns, Header::Needed)?;
    let mut pairs = Pairs::of(&table)?;
    let decimal = match request.decimal {
        Some(decimal) => decimal,
        None => decimal_of_weights(&table)?,
    };
    let mut rows = Rows::default();
    for row in &table.rows {
        rows.add(pairs.read(row)?, weight(&table, row, decimal)?);
    }
    let sums = rows.sums();
    let merged = sums.iter().filter(|sum| sum.rows > 1).count() as u32;
    let ties = sums.iter().filter_map(|sum| pairs.tie(sum)).collect();
    Ok(TiesTable { ties, merged, found: table.found(decimal, |_| Kept::LeftOut) })
}

fn decimal_of_weights(table: &Table) -> Result<Decimal> {
    let Some(column) = table.column("weight") else { return Ok(Decimal::None) };
    let cells = table.rows.iter().map(|row| row.cell(column));
    let number = |at: usize| table.rows.get(at).map_or(0, |row| row.number);
    decimal(cells, table.separator).map_err(|doubt| {
        let (row, message) = match doubt {
            Doubt::Both(comma, point) => (
                number(comma),
                format!("a decimal comma here, a decimal point at row {}", number(point)),
            ),
            Doubt::Thousands(at) => {
                (number(at), "a comma that may mark a fraction or thousands".to_owned())
            }
        };
        table
            .fault(Code::ExchangeAmbiguous, row, "weight", &message)
            .hint("say \"decimal\": \"point\" or \"comma\"")
    })
}

fn weight(table: &Table, row: &Row, decimal: Decimal) -> Result<f64> {
    let Some(column) = table.column("weight") else { return Ok(1.0) };
    let cell = row.cell(column);
    let fault =
        |message: String| table.fault(Code::ExchangeInvalidCell, row.number, "weight", &message);
    match number(cell, decimal) {
        None if cell.is_empty() => Err(fault("there is no weight".to_owned())),
        None => Err(fault(format!("{cell:?} is not a number"))),
        Some(weight) if !(0.0..=HEAVIEST).contains(&weight) => {
            Err(fault(format!("{cell} is not between 0 and {HEAVIEST:e}")))
        }
        Some(weight) => Ok(weight),
    }
}

/// The two columns that name people, and the people named so far, by number.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    table: &'a Table,
    columns: [(&'static str, usize); 2],
    numbers: BTreeMap<&'a str, u32>,
    ids: Vec<Id>,
}

impl<'a> Pairs<'a> {
    /// Finds the columns `a` and `b`.
    pub(super) fn of(table: &'a Table) -> Result<Self> {
        let columns = [("a", table.needed("a")?), ("b", table.needed("b")?)];
        Ok(Self { table, columns, numbers: BTreeMap::new(), ids: Vec::new() })
    }

    /// The numbers of the two people of a row.
    pub(super) fn read(&mut self, row: &'a Row) -> Result<[u32; 2]> {
        let [a, b] = self.columns;
        let pair = [self.person(row, a)?, self.person(row, b)?];
        if pair[0] == pair[1] {
            let cell = row.cell(a.1);
            let message = format!("row {}: {cell} has a tie with themselves", row.number);
            return Err(
                Error::new(Code::PeopleSelfTie, message).at(self.table.path(row.number, "b"))
            );
        }
        Ok(pair)
    }

    fn person(&mut self, row: &'a Row, (field, column): (&'static str, usize)) -> Result<u32> {
        let cell = row.cell(column);
        if let Some(&number) = self.numbers.get(cell) {
            return Ok(number);
        }
        let Some(id) = Id::new(cell) else {
            let message = if cell.is_empty() { "there is no id" } else { "this cannot be an id" };
            return Err(self.table.fault(Code::ExchangeInvalidCell, row.number, field, message));
        };
        let number = self.ids.len() as u32;
        self.numbers.insert(cell, number);
        self.ids.push(id);
        Ok(number)
    }

    /// Everybody named, in the order of ids, with their number.
    pub(super) fn people(&self) -> impl Iterator<Item = (&'a str, u32)> {
        self.numbers.iter().map(|(id, number)| (*id, *number))
    }

    /// A person's id.
    pub(super) fn id(&self, number: u32) -> Option<&Id> {
        self.ids.get(number as usize)
    }

    /// A tie between two people.
    pub(super) fn tie(&self, sum: &Sum) -> Option<Tie> {
        let (a, b) = (self.id(sum.a)?.clone(), self.id(sum.b)?.clone());
        Some(Tie { a, b, weight: sum.weight })
    }
}

/// The weight between two people, and how many rows gave it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    pub a: u32,
    pub b: u32,
    pub weight: f64,
    pub rows: u32,
    /// The first of these rows.
    pub first: usize,
}

/// Weights of pairs, row by row.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<(usize, [u32; 2], f64)>);

impl Rows {
    /// Adds a row.
    pub(super) fn add(&mut self, pair: [u32; 2], weight: f64) {
        self.0.push((self.0.len(), pair, weight));
    }

    /// Sums by pair, in either order, by first appearance.
    pub(super) fn sums(mut self) -> Vec<Sum> {
        let key = |[a, b]: [u32; 2]| (a.min(b), a.max(b));
        self.0.sort_unstable_by_key(|(row, pair, _)| (key(*pair), *row));
        let alike = self.0.chunk_by(|one, other| key(one.1) == key(other.1));
        let mut sums: Vec<Sum> = alike
            .filter_map(|rows| {
                let &(first, [a, b], _) = rows.first()?;
                let mut sum = ExactSum::default();
                rows.iter().for_each(|(_, _, weight)| sum.add(*weight));
                Some(Sum { a, b, weight: sum.value(), rows: rows.len() as u32, first })
            })
            .collect();
        sums.sort_unstable_by_key(|sum| sum.first);
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let request = TiesFromTableRequest { text: Some(text.into()), ..Default::default() };
        let found = match ties_from_table(&request) {
            Ok(table) => {
                let tie = |tie: &Tie| format!("{}-{}:{}", tie.a, tie.b, tie.weight);
                let ties: Vec<String> = table.ties.iter().map(tie).collect();
                format!("{} merged {} {:?}", ties.join(" "), table.merged, table.found.decimal)
            }
            Err(error) => format!("{} {}", error.code(), error.path()),
        };
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn rows_of_a_pair_are_summed_in_either_order() {
        check("a,b\nx,y\ny,z\ny,x\n", "x-y:2 y-z:1 merged 1 None");
        check("from\tto\tpoids\nx\ty\t0,1\ny\tx\t0,2\nx\ty\t0,3", "x-y:0.6 merged 1 Comma");
        check("Personne 1;Personne 2;Contacts\nx;y;1,250\n", "x-y:1.25 merged 0 Comma");
    }

    #[test]
    fn each_fault_names_its_row() {
        check("a,b,weight\nx,y,-1", "exchange.invalid-cell /text/rows/2/weight");
        check("a,b,weight\nx,y,1\n\nx,z,inf", "exchange.invalid-cell /text/rows/4/weight");
        check("a,b,weight\nx,y,NaN", "exchange.invalid-cell /text/rows/2/weight");
        check("a,b,weight\nx,y,1e13", "exchange.invalid-cell /text/rows/2/weight");
        check("a,b,weight\nx,y,", "exchange.invalid-cell /text/rows/2/weight");
        check("a,b\nx,y\nx,x", "people.self-tie /text/rows/3/b");
        check("a,b\nx,", "exchange.invalid-cell /text/rows/2/b");
        check("a\tb\tweight\nx\ty\t1,250", "exchange.ambiguous /text/rows/2/weight");
        check("a;b;weight\nx;y;1,5\nx;z;2.5", "exchange.ambiguous /text/rows/2/weight");
        check("who,whom\nx,y", "exchange.missing-column /text");
        check("a,b\nx,y,z", "exchange.not-a-table /text/rows/2");
    }

    #[test]
    fn a_given_decimal_mark_settles_the_doubt() {
        let request: TiesFromTableRequest =
            serde_json::from_str(r#"{"text": "a\tb\tweight\nx\ty\t1,250", "decimal": "point"}"#)
                .unwrap();
        assert_eq!(ties_from_table(&request).unwrap().ties[0].weight, 1250.0);
    }
}
