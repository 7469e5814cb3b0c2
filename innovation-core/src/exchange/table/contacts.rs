//! Ties from a log of observed contacts.

use super::detect::{Header, Table};
use super::encoding::Source;
use super::found::{Decimal, Found, Kept};
use super::grid::Row;
use super::headers::CONTACT;
use super::ties::{Pairs, Rows, Sum};
use crate::error::{Code, Error, Result};
use crate::people::{Id, Tie};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for ties from a log of contacts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TiesFromContactsRequest {
    /// The log as text. Give this or `base64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of a file, where its encoding is unknown; where this build reads workbooks
    /// (XLSX, ODS), these too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The sheet of a workbook, where it holds several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The header of a field, where it is not recognised: `time`, `a`, `b`, `statusA`,
    /// `statusB`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// What one row adds to the weight of its pair. Default 1: weights count rows.
    pub weight_per_row: f64,
}

impl Default for TiesFromContactsRequest {
    fn default() -> Self {
        Self {
            text: None,
            base64: None,
            sheet: None,
            columns: BTreeMap::new(),
            weight_per_row: 1.0,
        }
    }
}

/// Ties from a log of contacts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContactsTable {
    /// Everyone who was met, in rising order of id.
    pub persons: Vec<ContactPerson>,
    /// One tie for each pair that met, in rising order of ids.
    pub ties: Vec<Tie>,
    /// Contacts read.
    pub rows: u32,
    /// How the log was read.
    pub found: Found,
}

/// Someone in a log of contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ContactPerson {
    /// The id in the log.
    pub id: Id,
    /// The status in the log, as written; a role or a group in most logs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

/// Columns of logs without a header, as SocioPatterns publishes them: time and two ids, then
/// perhaps two statuses.
const BARE: Header =
    Header::Optional(&[&["time", "a", "b"], &["time", "a", "b", "statusA", "statusB"]]);

/// Reads ties from a log in which each row is one contact of two people.
///
/// With a header, or without one as SocioPatterns publishes its files: `t i j` or
/// `t i j Si Sj`, between tabs or spaces. The weight of a tie is the number of its rows
/// times `weightPerRow`: where a row stands for 20 seconds, 20 gives seconds.
///
/// # Errors
///
/// `exchange.not-a-table`, `exchange.missing-column`, `exchange.ambiguous`;
/// `exchange.invalid-cell` where a person has two statuses; `people.self-tie`;
/// `contract.invalid-value` for a `weightPerRow` that is not above 0.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{TiesFromContactsRequest, ties_from_contacts};
/// let contacts = ties_from_contacts(&TiesFromContactsRequest {
///     text: Some("140\t1157\t1232\tMED\tADM\n160\t1157\t1232\tMED\tADM\n".into()),
///     ..Default::default()
/// })?;
/// assert_eq!(contacts.persons[0].status.as_deref(), Some("MED"));
/// assert_eq!(contacts.ties[0].weight, 2.0);
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn ties_from_contacts(request: &TiesFromContactsRequest) -> Result<ContactsTable> {
    if !(request.weight_per_row > 0.0 && request.weight_per_row <= 1e6) {
        return Err(Error::new(Code::ContractInvalidValue, "weightPerRow lies above 0, up to 1e6")
            .at("/weightPerRow"));
    }
    let source =
        Source::read(request.text.as_deref(), request.base64.as_deref(), request.sheet.as_deref())?;
    let table = Table::read(&source, CONTACT, &request.columns, BARE)?;
    let mut pairs = Pairs::of(&table)?;
    let mut statuses = Statuses::of(&table);
    let mut rows = Rows::default();
    for row in &table.rows {
        let pair @ [a, b] = pairs.read(row)?;
        statuses.note(&pairs, a, row, "statusA")?;
        statuses.note(&pairs, b, row, "statusB")?;
        rows.add(pair, request.weight_per_row);
    }
    Ok(ContactsTable {
        persons: statuses.persons(&pairs),
        ties: by_ids(&rows.sums(), &pairs),
        rows: table.rows.len() as u32,
        found: table.found(Decimal::None, |_| Kept::LeftOut),
    })
}

/// Ties in the order of ids, the smaller first.
fn by_ids(sums: &[Sum], pairs: &Pairs<'_>) -> Vec<Tie> {
    let mut ranks = vec![0; sums.len() * 2];
    for (rank, (_, number)) in (0_u32..).zip(pairs.people()) {
        if let Some(place) = ranks.get_mut(number as usize) {
            *place = rank;
        }
    }
    let rank = |number: u32| ranks.get(number as usize).copied().unwrap_or(u32::MAX);
    let turned = |sum: &Sum| {
        if rank(sum.a) <= rank(sum.b) { *sum } else { Sum { a: sum.b, b: sum.a, ..*sum } }
    };
    let mut sums: Vec<Sum> = sums.iter().map(turned).collect();
    sums.sort_unstable_by_key(|sum| (rank(sum.a), rank(sum.b)));
    sums.iter().filter_map(|sum| pairs.tie(sum)).collect()
}

/// The status of each person, by number, and the row that gave it.
struct Statuses<'a> {
    table: &'a Table,
    of: Vec<Option<(&'a str, u32)>>,
}

impl<'a> Statuses<'a> {
    fn of(table: &'a Table) -> Self {
        Self { table, of: Vec::new() }
    }

    fn note(&mut self, pairs: &Pairs<'_>, person: u32, row: &'a Row, field: &str) -> Result<()> {
        let status = self.table.column(field).map_or("", |column| row.cell(column));
        if status.is_empty() {
            return Ok(());
        }
        let at = person as usize;
        if self.of.len() <= at {
            self.of.resize(at + 1, None);
        }
        match self.of.get_mut(at) {
            Some(Some((before, first))) if *before != status => {
                let id = pairs.id(person).map_or("", Id::as_str);
                let message = format!("{id} is {status:?} here and {before:?} at row {first}");
                Err(self.table.fault(Code::ExchangeInvalidCell, row.number, field, &message))
            }
            Some(known) => {
                known.get_or_insert((status, row.number));
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn persons(&self, pairs: &Pairs<'_>) -> Vec<ContactPerson> {
        let status = |number: u32| Some(self.of.get(number as usize)?.as_ref()?.0.to_owned());
        let person =
            |(id, number)| Some(ContactPerson { id: Id::new(id)?, status: status(number) });
        pairs.people().filter_map(person).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let request = TiesFromContactsRequest { text: Some(text.into()), ..Default::default() };
        let found = match ties_from_contacts(&request) {
            Ok(found) => {
                let tie = |tie: &Tie| format!("{}-{}:{}", tie.a, tie.b, tie.weight);
                let person = |person: &ContactPerson| {
                    format!("{}={}", person.id, person.status.as_deref().unwrap_or("?"))
                };
                let ties: Vec<String> = found.ties.iter().map(tie).collect();
                let persons: Vec<String> = found.persons.iter().map(person).collect();
                format!("{} | {} | {}", persons.join(" "), ties.join(" "), found.rows)
            }
            Err(error) => format!("{} {}", error.code(), error.path()),
        };
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn logs_are_read_with_and_without_a_header() {
        check("20\t2\t1\tB\tA\n40\t1\t2\tA\tB\n", "1=A 2=B | 1-2:2 | 2");
        check("20 2 1\n40 1 3\n", "1=? 2=? 3=? | 1-2:1 1-3:1 | 2");
        check("t;i;j;Si;Sj\n20;2;1;B;A\n", "1=A 2=B | 1-2:1 | 1");
        check("Heure,De,À\n10:20,x,y\n", "x=? y=? | x-y:1 | 1");
    }

    #[test]
    fn each_fault_names_its_row() {
        check("20 1 2 A B\n40 1 2 C B", "exchange.invalid-cell /text/rows/2/statusA");
        check("20 1 1", "people.self-tie /text/rows/1/b");
        check("when who whom\n1 2 3", "exchange.missing-column /text");
        check("20 1 2 3\n", "exchange.missing-column /text");
        check("", "exchange.not-a-table /text");
    }

    #[test]
    fn a_row_weighs_what_the_caller_says() {
        let request = r#"{"text": "20 1 2\n40 1 2", "weightPerRow": 20}"#;
        let request: TiesFromContactsRequest = serde_json::from_str(request).unwrap();
        assert_eq!(ties_from_contacts(&request).unwrap().ties[0].weight, 40.0);
        let none = TiesFromContactsRequest { weight_per_row: 0.0, ..request };
        assert_eq!(ties_from_contacts(&none).unwrap_err().path(), "/weightPerRow");
    }
}
