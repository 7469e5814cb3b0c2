//! Values, ratings, assessments, ballots and sites from a table.
//!
//! A table of values is long, with a row for each value, or wide, with a column for each
//! criterion, rater, item or project; [`cross`](super::cross) reads both. Ballots and sites are
//! rows.

use super::ballots::{self, BallotForm};
use super::cross::Cross;
use super::detect::{Header, Table};
use super::encoding::Source;
use super::found::{Decimal, Found, Kept};
use super::headers::{ASSESSMENT, BALLOT, SITE, VALUE};
use super::number::{Doubt, decimal, number};
use super::role_names::RoleNames;
use super::sites::{self, DayOrder};
use super::words::is_identity;
use crate::error::{Code, Error, Result};
use crate::evaluate::{
    Alternative, Answer, Assessment, Ballot, CriterionValue, LevelId, MOST_CELLS,
};
use crate::people::Id;
use crate::spread::Site;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for values, ratings, assessments, ballots or sites from a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FromTableRequest {
    /// What the table holds.
    pub what: TableContent,
    /// The table as text. Give this or `base64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of a file, where its encoding is unknown; where this build reads workbooks
    /// (XLSX, ODS), these too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The sheet of a workbook, where it holds several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The header of a field, where it is not recognised. Values and ratings: `unit`, `rater`,
    /// `item`, `value`. Assessments: `subject`, `assessor`, `role`, `at`, `item`, `value`.
    /// Ballots: `voter`, `role`, `project`, `approve`, `points`, `order`. Sites: `id`, `name`,
    /// `stage`, `since`, `eligible`, `reached`, `staffConcerned`, `staffDelivering`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// The decimal mark, where it cannot be told from the numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimal: Option<Decimal>,
    /// How dates with slashes or points are written; dates as `2026-03-04` need nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<DayOrder>,
    /// The rubric that assessments answer; assessments only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rubric: Option<Id>,
    /// The version of the rubric; assessments only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What the cells of ballots with a column for each project say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<BallotForm>,
}

/// What a table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TableContent {
    /// Values of alternatives on criteria, for `evaluate.rank`. A cell is a number or a range,
    /// `2..4`; where several raters gave a value, it lies between their lowest and highest.
    Values,
    /// Ratings of units by raters, for `evaluate.agree`: numbers where every cell is one, else
    /// texts.
    Ratings,
    /// Answers of assessors to the items of a rubric, for `evaluate.score`.
    Assessments,
    /// Ballots, for `evaluate.fund`.
    Ballots,
    /// Sites, for `spread.register`.
    Sites,
}

/// What a table held; of the lists only those that belong to what was asked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FromTable {
    /// Alternatives with their values, in order of first appearance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// The criteria, in order of first appearance. Whether high or low values are better does
    /// not stand in a table.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Id>,
    /// The units of ratings, one for each row of `ratings`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Id>,
    /// The raters, one for each column of `ratings`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raters: Vec<Id>,
    /// The item of each column of `ratings`, where units were rated on several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Id>,
    /// The ratings, a row for each unit, null where nobody rated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<Vec<Option<LevelId>>>,
    /// The assessments, in order of first appearance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assessments: Vec<Assessment>,
    /// The ballots, in order of first appearance.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<Ballot>,
    /// The sites, in the order of the rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// How the table was read.
    pub found: Found,
}

/// Reads values, ratings, assessments, ballots or sites from a table (CSV and its relatives).
///
/// Separator, encoding, decimal mark and columns are recognised, in English and French, and
/// reported in `found`. A table of values, ratings or assessments is long, with columns for unit,
/// item (or rater) and value, or wide, with a column for each criterion, rater or item; empty
/// cells are no value. A numeric answer is a number, any other the id of a level; `n/a`,
/// `not applicable`, `sans objet` and `non applicable` say that an item does not apply. Columns
/// that tell who a person is are left out.
///
/// # Errors
///
/// `exchange.not-a-table`, `exchange.missing-column`, `exchange.ambiguous` (a decimal mark, a
/// date or a ballot that can be read in two ways), `exchange.invalid-cell`,
/// `exchange.formula-cell`; `contract.missing-field` for assessments without `rubric` and
/// `version`; for workbooks `exchange.zip-bomb`, `exchange.unknown-sheet`.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{FromTableRequest, from_table};
/// let request: FromTableRequest = serde_json::from_str(r#"{
///     "what": "values",
///     "text": "Projet;Coût;Portée\nlits;2,5;10\nsortie;1;20..30\n"
/// }"#).unwrap();
/// let table = from_table(&request)?;
/// assert_eq!(table.criteria[0].as_str(), "Coût");
/// assert_eq!(table.alternatives.len(), 2);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// Y. Shafranovich, *Common Format and MIME Type for CSV Files*, RFC 4180, 2005.
pub fn from_table(request: &FromTableRequest) -> Result<FromTable> {
    let words = match request.what {
        TableContent::Values | TableContent::Ratings => VALUE,
        TableContent::Assessments => ASSESSMENT,
        TableContent::Ballots => BALLOT,
        TableContent::Sites => SITE,
    };
    let source =
        Source::read(request.text.as_deref(), request.base64.as_deref(), request.sheet.as_deref())?;
    let mut table = Table::read(&source, words, &request.columns, Header::Needed)?;
    match request.what {
        TableContent::Values => values(request, &mut table),
        TableContent::Ratings => ratings(request, &mut table),
        TableContent::Assessments => assessments(request, &mut table),
        TableContent::Ballots => {
            let ballots = ballots::read(&mut table, request.ballot)?;
            Ok(FromTable { ballots, ..answer(&table, Decimal::None, keep) })
        }
        TableContent::Sites => {
            let sites = sites::read(&table, request.days)?;
            let kept =
                |header: &str| if is_identity(header) { Kept::LeftOut } else { Kept::Attribute };
            Ok(FromTable { sites, ..answer(&table, Decimal::None, kept) })
        }
    }
}

/// An answer that holds nothing yet.
fn answer(table: &Table, decimal: Decimal, kept: impl Fn(&str) -> Kept) -> FromTable {
    FromTable {
        alternatives: Vec::new(),
        criteria: Vec::new(),
        units: Vec::new(),
        raters: Vec::new(),
        items: Vec::new(),
        ratings: Vec::new(),
        assessments: Vec::new(),
        ballots: Vec::new(),
        sites: Vec::new(),
        found: table.found(decimal, kept),
    }
}

fn keep(header: &str) -> Kept {
    if is_identity(header) { Kept::LeftOut } else { Kept::Attribute }
}

fn values(request: &FromTableRequest, table: &mut Table) -> Result<FromTable> {
    Cross::settle(table, "item");
    let cross = Cross::read(table, "unit", "item")?;
    let mark = mark(request, &cross, cross.cells.iter().flat_map(|cell| ends(cell.text)))?;
    let mut rows: Vec<BTreeMap<String, CriterionValue>> = vec![BTreeMap::new(); cross.units.len()];
    let by_rater = table.column("rater").is_some();
    for cell in &cross.cells {
        let mut known: Option<[f64; 2]> = None;
        for end in ends(cell.text) {
            let Some(end) = number(end, mark) else {
                return Err(cell.fault(table, "this is neither a number nor a range such as 2..4"));
            };
            known = Some(known.map_or([end, end], |[low, high]| [low.min(end), high.max(end)]));
        }
        let Some([low, high]) = known else { continue };
        let slot = rows.get_mut(cell.unit).zip(cross.columns.get(cell.column));
        let Some((row, criterion)) = slot else { continue };
        let (low, high) = match row.get(criterion.as_str()) {
            None => (low, high),
            Some(_) if !by_rater => return Err(cell.fault(table, "this value is given twice")),
            Some(CriterionValue::Known(before)) => (low.min(*before), high.max(*before)),
            Some(CriterionValue::Between([least, most])) => (low.min(*least), high.max(*most)),
        };
        let value = if low < high {
            CriterionValue::Between([low, high])
        } else {
            CriterionValue::Known(low)
        };
        row.insert(criterion.as_str().to_owned(), value);
    }
    let alternative = |(id, values)| Alternative { id, values };
    Ok(FromTable {
        alternatives: cross.units.into_iter().zip(rows).map(alternative).collect(),
        criteria: cross.columns,
        ..answer(table, mark, keep)
    })
}

fn ratings(request: &FromTableRequest, table: &mut Table) -> Result<FromTable> {
    // A column of raters makes the table long; the items are then a second thing to tell.
    let long = table.column("rater").is_some();
    if !long {
        table.release("item");
    }
    let across = if long { "rater" } else { "item" };
    Cross::settle(table, across);
    let cross = Cross::read(table, "unit", across)?;
    let item_of = table.column("item");
    let mut columns: Vec<(usize, &str)> = Vec::new();
    let mut places: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut given: Vec<(usize, usize)> = Vec::with_capacity(cross.cells.len());
    for cell in &cross.cells {
        let item = item_of.and_then(|at| Some(cell.row(table)?.cell(at))).unwrap_or_default();
        let next = columns.len();
        let place = *places.entry((cell.column, item)).or_insert(next);
        if place == next {
            columns.push((cell.column, item));
        }
        given.push((cell.unit, place));
    }
    if columns.len().saturating_mul(cross.units.len()) > MOST_CELLS {
        let message = format!(
            "{} units by {} columns are more than {MOST_CELLS} ratings",
            cross.units.len(),
            columns.len()
        );
        return Err(Error::new(Code::ContractTooLarge, message).at(table.place()));
    }
    // Unless every rating is a number, they are names of levels.
    let texts = || cross.cells.iter().map(|cell| cell.text);
    let mark = mark(request, &cross, texts())
        .ok()
        .filter(|mark| texts().all(|text| number(text, *mark).is_some()));
    let mut rows: Vec<Vec<Option<LevelId>>> = vec![vec![None; columns.len()]; cross.units.len()];
    for (cell, (unit, place)) in cross.cells.iter().zip(given) {
        let value = match mark.and_then(|mark| number(cell.text, mark)) {
            Some(number) => LevelId::Number(number),
            None => LevelId::Label(cell.text.to_owned()),
        };
        let Some(slot) = rows.get_mut(unit).and_then(|row| row.get_mut(place)) else { continue };
        if slot.replace(value).is_some() {
            return Err(cell.fault(table, "this rating is given twice"));
        }
    }
    let rater = |(rater, _): &(usize, &str)| cross.columns.get(*rater).cloned();
    let items: Result<Vec<Id>> = match item_of {
        None => Ok(Vec::new()),
        Some(_) => columns.iter().map(|(_, item)| id(table, item)).collect(),
    };
    Ok(FromTable {
        raters: columns.iter().filter_map(rater).collect(),
        items: items?,
        ratings: rows,
        units: cross.units.clone(),
        ..answer(table, mark.unwrap_or(Decimal::None), keep)
    })
}

fn id(table: &Table, text: &str) -> Result<Id> {
    Id::new(text).ok_or_else(|| {
        Error::new(Code::ExchangeInvalidCell, format!("{text:?} cannot be an id")).at(table.place())
    })
}

fn assessments(request: &FromTableRequest, table: &mut Table) -> Result<FromTable> {
    let needed = |field: &str| {
        Error::new(Code::ContractMissingField, format!("the field {field:?} is missing"))
            .at(format!("/{field}"))
            .hint("assessments name the rubric that they answer, and its version")
    };
    let rubric = request.rubric.as_ref().ok_or_else(|| needed("rubric"))?;
    let version = request.version.as_ref().ok_or_else(|| needed("version"))?;
    Cross::settle(table, "item");
    let cross = Cross::read(table, "subject", "item")?;
    let mark = mark(request, &cross, cross.cells.iter().map(|cell| cell.text))?;
    let roles = RoleNames::read()?;
    let mut order: Vec<Assessment> = Vec::new();
    let mut places: BTreeMap<[&str; 4], usize> = BTreeMap::new();
    for cell in &cross.cells {
        let Some(row) = cell.row(table) else { continue };
        let field = |name: &str| table.column(name).map_or("", |column| row.cell(column));
        let [assessor, role, at] = ["assessor", "role", "at"].map(field);
        let Some(subject) = cross.units.get(cell.unit) else { continue };
        let next = order.len();
        let place = *places.entry([subject.as_str(), assessor, role, at]).or_insert(next);
        if place == next {
            let assessor = match assessor {
                "" => None,
                text => Some(id(table, text)?),
            };
            let at = match at {
                "" => None,
                text => Some(sites::day(table, row, "at", text, request.days)?),
            };
            order.push(Assessment {
                rubric: rubric.clone(),
                version: version.clone(),
                subject: subject.clone(),
                assessor,
                role: (!role.is_empty()).then(|| roles.find(role).unwrap_or(role).to_owned()),
                at,
                answers: BTreeMap::new(),
                evidence: BTreeMap::new(),
            });
        }
        let item = cross.columns.get(cell.column).map_or("", Id::as_str);
        let Some(assessment) = order.get_mut(place) else { continue };
        if assessment.answers.insert(item.to_owned(), read_answer(cell.text, mark)).is_some() {
            return Err(cell.fault(table, "this answer is given twice"));
        }
    }
    Ok(FromTable { assessments: order, ..answer(table, mark, keep) })
}

/// An answer as a person writes it into a cell.
fn read_answer(text: &str, mark: Decimal) -> Answer {
    const NOT_APPLICABLE: [&str; 5] =
        ["notapplicable", "n/a", "not applicable", "sans objet", "non applicable"];
    if NOT_APPLICABLE.contains(&text.to_lowercase().as_str()) {
        return Answer::Level("notApplicable".to_owned());
    }
    number(text, mark).map_or_else(|| Answer::Level(text.to_owned()), Answer::Number)
}

/// The ends of a range, or a number alone.
fn ends(text: &str) -> impl Iterator<Item = &str> {
    text.splitn(3, "..").map(str::trim)
}

/// The decimal mark of cells that are numbers; texts among them show none.
fn mark<'a>(
    request: &FromTableRequest,
    cross: &Cross<'_>,
    texts: impl Iterator<Item = &'a str>,
) -> Result<Decimal> {
    if let Some(mark) = request.decimal {
        return Ok(mark);
    }
    let numbers = texts.filter(|text| text.starts_with(|c: char| c.is_ascii_digit() || c == '-'));
    decimal(numbers, cross.separator).map_err(|doubt| {
        let message = match doubt {
            Doubt::Both(..) => "some numbers show a decimal comma, others a decimal point",
            Doubt::Thousands(_) => "a comma may mark a fraction or thousands",
        };
        Error::new(Code::ExchangeAmbiguous, message)
            .at(format!("/{}", cross.place))
            .hint("say \"decimal\": \"point\" or \"comma\"")
    })
}

#[cfg(test)]
mod tests;
