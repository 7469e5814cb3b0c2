//! Ballots from a table.
//!
//! Long: a row for each project that a voter marks. Lists: a row for each voter, the projects in
//! one cell. Wide: a row for each voter, a column for each project.

use super::detect::Table;
use super::fold::fold;
use super::found::Decimal;
use super::grid::Row;
use super::number::number;
use super::role_names::RoleNames;
use super::words::is_identity;
use crate::error::{Code, Error, Result};
use crate::evaluate::Ballot;
use crate::people::Id;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the cells of ballots say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum BallotForm {
    /// A cross for each project that is wanted: `x`, `1`, `yes`, `oui`; nothing, `0`, `no` or
    /// `non` for others.
    Approve,
    /// Points for projects.
    Points,
    /// The place of each project, 1 for the most wanted.
    Order,
}

/// Most marks of all ballots, as `evaluate.fund` takes them.
const MOST: usize = 10_000_000;

/// A ballot that is being read.
#[derive(Debug)]
struct Draft {
    voter: Id,
    role: Option<String>,
    /// Project, points or place, and the number of the row.
    marks: Vec<(Id, u32, u32)>,
}

/// Reads the ballots of a table, in order of first appearance.
pub(super) fn read(table: &mut Table, form: Option<BallotForm>) -> Result<Vec<Ballot>> {
    let long = table.column("project").is_some();
    let (lists, form) = kind(table, form, long)?;
    if !long && !lists {
        for field in ["approve", "points", "order"] {
            table.release(field);
        }
    }
    let voter = table.needed("voter")?;
    let columns: Vec<(usize, &str)> =
        table.others().filter(|(_, header)| !is_identity(header)).collect();
    let roles = RoleNames::read()?;
    let mut drafts: Vec<Draft> = Vec::new();
    let mut places: BTreeMap<Id, usize> = BTreeMap::new();
    let mut seen: BTreeSet<(usize, Id)> = BTreeSet::new();
    let mut marks = 0;
    for row in &table.rows {
        let voter = id(table, row, "voter", row.cell(voter))?;
        let role = table.column("role").map_or("", |column| row.cell(column));
        let role = (!role.is_empty()).then(|| roles.find(role).unwrap_or(role).to_owned());
        let next = drafts.len();
        let place = *places.entry(voter.clone()).or_insert(next);
        if place == next {
            drafts.push(Draft { voter, role, marks: Vec::new() });
        } else if !long {
            let message = format!("{voter} has a row already");
            return Err(table.fault(Code::ExchangeInvalidCell, row.number, "voter", &message));
        } else if drafts.get(place).is_some_and(|draft| draft.role != role) {
            let message = format!("{voter} has another role in an earlier row");
            return Err(table.fault(Code::ExchangeInvalidCell, row.number, "role", &message));
        }
        let Some(draft) = drafts.get_mut(place) else { continue };
        if long {
            let project = id(table, row, "project", row.cell(table.needed("project")?))?;
            let value = match form {
                BallotForm::Approve => 1,
                BallotForm::Points => whole(table, row, table.needed("points")?)?,
                BallotForm::Order => whole(table, row, table.needed("order")?)?,
            };
            if !seen.insert((place, project.clone())) {
                let message = format!("{} marks {project} twice", draft.voter);
                return Err(table.fault(
                    Code::ExchangeInvalidCell,
                    row.number,
                    "project",
                    &message,
                ));
            }
            draft.marks.push((project, value, row.number));
        } else if lists {
            let field = if form == BallotForm::Order { "order" } else { "approve" };
            let cell = row.cell(table.needed(field)?);
            for (at, part) in parts(cell, table.separator.character()).enumerate() {
                draft.marks.push((id(table, row, field, part)?, at as u32 + 1, row.number));
            }
        } else {
            wide(table, row, &columns, form, &mut draft.marks)?;
        }
        marks += draft.marks.len();
        if !long && marks > MOST {
            let message = format!("the ballots hold more than {MOST} marks");
            return Err(Error::new(Code::ContractTooLarge, message).at(table.place()));
        }
    }
    drafts.into_iter().map(|draft| ballot(table, form, draft)).collect()
}

/// Whether projects stand in lists, and what a mark says.
fn kind(table: &Table, form: Option<BallotForm>, long: bool) -> Result<(bool, BallotForm)> {
    let has = |field: &str| table.column(field).is_some();
    let ambiguous = |message: &str, hint: &str| {
        Err(Error::new(Code::ExchangeAmbiguous, message).at(table.place()).hint(hint))
    };
    let say = "say \"ballot\": \"approve\", \"points\" or \"order\"";
    match (form, long) {
        (Some(form), true) => Ok((false, form)),
        (None, true) => match (has("points"), has("order")) {
            (true, true) => ambiguous("ballots hold points and places", say),
            (true, false) => Ok((false, BallotForm::Points)),
            (false, true) => Ok((false, BallotForm::Order)),
            (false, false) => Ok((false, BallotForm::Approve)),
        },
        (form, false) => match (has("approve"), has("order"), form) {
            (true, false, None | Some(BallotForm::Approve)) => Ok((true, BallotForm::Approve)),
            (false, true, None | Some(BallotForm::Order)) => Ok((true, BallotForm::Order)),
            (true, true, None) => ambiguous("ballots hold approvals and an order", say),
            (_, _, Some(form)) => Ok((
                form == BallotForm::Approve && has("approve")
                    || form == BallotForm::Order && has("order"),
                form,
            )),
            (false, false, None) => ambiguous("a cell may hold a cross, points or a place", say),
        },
    }
}

/// The marks of a row with a column for each project.
fn wide(
    table: &Table,
    row: &Row,
    columns: &[(usize, &str)],
    form: BallotForm,
    marks: &mut Vec<(Id, u32, u32)>,
) -> Result<()> {
    for &(column, header) in columns {
        let cell = row.cell(column);
        let value = match form {
            _ if cell.is_empty() => continue,
            BallotForm::Approve => match fold(cell).as_str() {
                "x" | "1" | "yes" | "y" | "oui" | "o" | "true" | "vrai" => 1,
                "0" | "no" | "n" | "non" | "false" | "faux" => continue,
                "" if matches!(cell, "✓" | "✔" | "☑" | "✗" | "✘") => 1,
                _ => {
                    let message = format!("{cell:?} is neither a cross nor nothing");
                    return Err(table.fault_in(
                        Code::ExchangeInvalidCell,
                        row.number,
                        column,
                        &message,
                    ));
                }
            },
            BallotForm::Points | BallotForm::Order => whole(table, row, column)?,
        };
        let project = Id::new(header).ok_or_else(|| {
            let message = "the header cannot be an id";
            table.fault_in(Code::ExchangeInvalidCell, row.number, column, message)
        })?;
        marks.push((project, value, row.number));
    }
    Ok(())
}

fn ballot(table: &Table, form: BallotForm, mut draft: Draft) -> Result<Ballot> {
    let mut ballot =
        Ballot { voter: draft.voter, role: draft.role, approve: None, points: None, order: None };
    match form {
        BallotForm::Approve => {
            ballot.approve = Some(draft.marks.into_iter().map(|(project, ..)| project).collect());
        }
        BallotForm::Points => {
            let points = draft.marks.into_iter().map(|(project, points, _)| (project, points));
            ballot.points = Some(points.collect());
        }
        BallotForm::Order => {
            draft.marks.sort_by_key(|(_, place, _)| *place);
            for pair in draft.marks.windows(2) {
                if let [(a, place, _), (b, other, row)] = pair
                    && place == other
                {
                    let message = format!("row {row}: {a} and {b} have the same place");
                    return Err(Error::new(Code::ExchangeInvalidCell, message)
                        .at(table.path(*row, "order")));
                }
            }
            ballot.order = Some(draft.marks.into_iter().map(|(project, ..)| project).collect());
        }
    }
    Ok(ballot)
}

/// The projects of a list; in an order also `a > b`.
fn parts(cell: &str, between: char) -> impl Iterator<Item = &str> {
    let splits =
        move |c: char| matches!(c, '|' | '/' | ';' | ',' | '>' | '\n' | '\r') && c != between;
    cell.split(splits).map(str::trim).filter(|part| !part.is_empty())
}

fn id(table: &Table, row: &Row, field: &str, text: &str) -> Result<Id> {
    Id::new(text).ok_or_else(|| {
        let message = format!("{text:?} cannot be an id");
        table.fault(Code::ExchangeInvalidCell, row.number, field, &message)
    })
}

/// A whole number of a cell.
pub(super) fn whole(table: &Table, row: &Row, column: usize) -> Result<u32> {
    let cell = row.cell(column);
    let value = number(cell, Decimal::None).filter(|value| (0.0..=4e9).contains(value));
    match value.map(|value| (value as u32, value)) {
        Some((whole, value)) if f64::from(whole) == value => Ok(whole),
        _ => {
            let message = format!("{cell:?} is not a whole number from 0 up");
            Err(table.fault_in(Code::ExchangeInvalidCell, row.number, column, &message))
        }
    }
}
