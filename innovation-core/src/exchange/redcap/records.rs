//! Records of a form as assessments.

use super::names::{Plan, Planned};
use crate::error::{Code, Error, Result};
use crate::evaluate::{Answer, Assessment, Ratio, RubricChoice};
use crate::exchange::table::detect::{Header, Table};
use crate::exchange::table::encoding::Source;
use crate::exchange::table::grid::Row;
use crate::exchange::table::headers::RECORD;
use crate::exchange::table::number::number;

use crate::exchange::{Decimal, Found, Kept};
use crate::instant::Instant;
use crate::people::Id;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Asks for assessments from the records of a REDCap form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FromRedcapRequest {
    /// The rubric, or the id of a built-in one: the one that the dictionary was made of.
    pub rubric: RubricChoice,
    /// The records as text: a raw export (codes, not labels). Give this or `base64`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The bytes of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base64: Option<String>,
    /// The name of the form, as it was given for the dictionary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// What is assessed, where records do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
}

/// Assessments from the records of a form.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RedcapRecords {
    /// The assessments, in the order of the rows, as `evaluate.score` takes them.
    pub assessments: Vec<Assessment>,
    /// Rows without any answer, which were passed over.
    pub skipped: u32,
    /// How the records were read.
    pub found: Found,
}

/// Reads the records of a form whose dictionary [`to_redcap`](super::to_redcap) wrote.
///
/// Names and codes are those of the rubric and the form; columns of other forms are left out, and
/// scores that REDCap worked out too: `evaluate.score` works them out anew. A row without any
/// answer is passed over, as are the rows of other forms in a project that repeats forms.
///
/// # Errors
///
/// `exchange.missing-column` where no column is one of the form, or nothing says what is
/// assessed; `exchange.invalid-cell` for a code that no level has, a number that is none, or an
/// answer to an item that does not apply; what a table and a rubric can be refused for.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{FromRedcapRequest, from_redcap};
/// let request: FromRedcapRequest = serde_json::from_str(r#"{
///     "text": "record_id,subject,heard\n1,lits,1\n",
///     "rubric": {"id": "r", "version": "1.0.0", "title": "R", "citation": "own",
///         "scoring": "levelTable", "groups": [{"id": "g", "title": "G", "items": [
///             {"id": "heard", "title": "Were users heard?", "levels": [
///                 {"id": "no", "title": "No", "points": 0},
///                 {"id": "yes", "title": "Yes", "points": 1}]}]}]}
/// }"#).unwrap();
/// let records = from_redcap(&request)?;
/// assert_eq!(records.assessments[0].subject.as_str(), "lits");
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn from_redcap(request: &FromRedcapRequest) -> Result<RedcapRecords> {
    let plan = Plan::of(&request.rubric, request.form.as_deref())?;
    let source = Source::read(request.text.as_deref(), request.base64.as_deref(), None)?;
    let table = Table::read(&source, RECORD, &BTreeMap::new(), Header::Needed)?;
    let reader = Reader::new(&plan, &table, request)?;
    let mut assessments = Vec::new();
    let mut skipped = 0;
    for row in &table.rows {
        match reader.assessment(row)? {
            Some(assessment) => assessments.push(assessment),
            None => skipped += 1,
        }
    }
    let known: BTreeSet<usize> = reader.used();
    let kept = |header: &str| {
        let used = reader.columns.get(header).is_some_and(|column| known.contains(column));
        if used { Kept::Field } else { Kept::LeftOut }
    };
    Ok(RedcapRecords { assessments, skipped, found: table.found(Decimal::Point, kept) })
}

struct Reader<'a> {
    plan: &'a Plan,
    table: &'a Table,
    subject: Option<&'a Id>,
    /// Columns by header.
    columns: BTreeMap<&'a str, usize>,
}

impl<'a> Reader<'a> {
    fn new(plan: &'a Plan, table: &'a Table, request: &'a FromRedcapRequest) -> Result<Self> {
        let columns = table.others().map(|(column, header)| (header, column)).collect();
        let reader = Self { plan, table, subject: request.subject.as_ref(), columns };
        let missing = |message: &str, hint: &str| {
            Err(Error::new(Code::ExchangeMissingColumn, message).at(table.place()).hint(hint))
        };
        if plan.items.iter().all(|item| reader.of_item(item).next().is_none()) {
            return missing(
                &format!("no column is a field of the form {}", plan.form),
                "export raw data with the names of variables, and name the rubric and the form of the dictionary",
            );
        }
        if request.subject.is_none() && !reader.columns.contains_key(plan.subject.as_str()) {
            return missing("nothing says what is assessed", "name it in subject");
        }
        Ok(reader)
    }

    /// The columns that belong to an item.
    fn of_item(&self, item: &Planned) -> impl Iterator<Item = usize> {
        let boxes = item.levels.iter().map(|(code, _)| format!("{}___{code}", item.name));
        let counts = item.counts.iter().flatten().cloned();
        let names: Vec<String> = boxes
            .filter(|_| item.item.several)
            .chain(counts)
            .chain([
                item.name.clone(),
                item.evidence.clone(),
                format!("{}___1", item.not_applicable),
            ])
            .collect();
        names.into_iter().filter_map(|name| self.columns.get(name.as_str()).copied())
    }

    fn used(&self) -> BTreeSet<usize> {
        let plan = self.plan;
        let head = [&plan.subject, &plan.assessor, &plan.role, &plan.at];
        let head = head.into_iter().filter_map(|name| self.columns.get(name.as_str()).copied());
        plan.items.iter().flat_map(|item| self.of_item(item)).chain(head).collect()
    }

    /// A cell that holds anything, with its column.
    fn cell<'r>(&self, row: &'r Row, name: &str) -> Option<(usize, &'r str)> {
        let column = self.columns.get(name).copied()?;
        Some((column, row.cell(column))).filter(|(_, cell)| !cell.is_empty())
    }

    fn fault(&self, row: &Row, column: usize, message: &str) -> Error {
        self.table.fault_in(Code::ExchangeInvalidCell, row.number, column, message)
    }

    fn assessment(&self, row: &Row) -> Result<Option<Assessment>> {
        let plan = self.plan;
        let mut answers = BTreeMap::new();
        let mut evidence = BTreeMap::new();
        for item in &plan.items {
            let id = item.item.id.as_str();
            if let Some(answer) = self.answer(row, item)? {
                answers.insert(id.to_owned(), answer);
            }
            if let Some((_, text)) = self.cell(row, &item.evidence) {
                evidence.insert(id.to_owned(), text.to_owned());
            }
        }
        if answers.is_empty() && evidence.is_empty() {
            return Ok(None);
        }
        let id = |name: &str| match self.cell(row, name) {
            None => Ok(None),
            Some((column, cell)) => Id::new(cell)
                .map(Some)
                .ok_or_else(|| self.fault(row, column, "this cannot be an id")),
        };
        let subject = id(&plan.subject)?.or_else(|| self.subject.cloned()).ok_or_else(|| {
            let column = self.columns.get(plan.subject.as_str()).copied().unwrap_or_default();
            self.fault(row, column, "nothing says what is assessed")
        })?;
        let at = match self.cell(row, &plan.at) {
            Some((column, cell)) if Instant::parse(cell).is_none() => {
                return Err(self.fault(row, column, "this is not a date such as 2026-03-04"));
            }
            other => other.map(|(_, cell)| cell.to_owned()),
        };
        Ok(Some(Assessment {
            rubric: plan.rubric.id.clone(),
            version: plan.rubric.version.clone(),
            subject,
            assessor: id(&plan.assessor)?,
            role: self.cell(row, &plan.role).map(|(_, role)| role.to_owned()),
            at,
            answers,
            evidence,
        }))
    }

    fn answer(&self, row: &Row, item: &Planned) -> Result<Option<Answer>> {
        let given = self.given(row, item)?;
        let not = self.cell(row, &format!("{}___1", item.not_applicable));
        match (not.filter(|(_, cell)| *cell == "1"), given) {
            (None, given) => Ok(given),
            (Some(_), None) => Ok(Some(Answer::Level("notApplicable".to_owned()))),
            (Some((column, _)), Some(_)) => {
                Err(self.fault(row, column, "the item does not apply and is answered"))
            }
        }
    }

    fn given(&self, row: &Row, item: &Planned) -> Result<Option<Answer>> {
        if let Some(counts) = &item.counts {
            return self.ratio(row, counts);
        }
        if item.item.several {
            let mut chosen = Vec::new();
            for (code, level) in &item.levels {
                match self.cell(row, &format!("{}___{code}", item.name)) {
                    None | Some((_, "0")) => {}
                    Some((_, "1")) => chosen.push(level.id.as_str().to_owned()),
                    Some((column, _)) => return Err(self.fault(row, column, "a box holds 1 or 0")),
                }
            }
            return Ok((!chosen.is_empty()).then_some(Answer::Levels(chosen)));
        }
        let Some((column, cell)) = self.cell(row, &item.name) else { return Ok(None) };
        if item.levels.is_empty() {
            let number = number(cell, Decimal::Point).map(Answer::Number);
            return Ok(Some(number.unwrap_or_else(|| Answer::Level(cell.to_owned()))));
        }
        match item.levels.iter().find(|(code, _)| code == cell) {
            Some((_, level)) => Ok(Some(Answer::Level(level.id.as_str().to_owned()))),
            None => {
                let codes: Vec<&str> = item.levels.iter().map(|(code, _)| code.as_str()).collect();
                let message = format!("no level has the code {cell:?}");
                Err(self.fault(row, column, &message).hint(format!(
                    "the codes are {}; export raw data, not labels",
                    codes.join(", ")
                )))
            }
        }
    }

    fn ratio(&self, row: &Row, counts: &[String; 4]) -> Result<Option<Answer>> {
        let mut numbers = [None; 4];
        let mut last = None;
        for (slot, name) in numbers.iter_mut().zip(counts) {
            let Some((column, cell)) = self.cell(row, name) else { continue };
            last = Some(column);
            *slot =
                Some(number(cell, Decimal::Point).ok_or_else(|| {
                    self.fault(row, column, &format!("{cell:?} is not a number"))
                })?);
        }
        let [numerator, denominator, count, among] = numbers;
        let reference = match (count, among) {
            (Some(count), Some(among)) => Some(Some([count, among])),
            (None, None) => Some(None),
            _ => None,
        };
        match (numerator, denominator, reference, last) {
            (None, None, Some(None), _) => Ok(None),
            (Some(numerator), Some(denominator), Some(reference), _) => {
                Ok(Some(Answer::Ratio(Ratio { numerator, denominator, reference })))
            }
            (_, _, _, last) => {
                Err(self.fault(row, last.unwrap_or_default(), "one of the counts is missing"))
            }
        }
    }
}
