//! Sites from a table.

use super::ballots::whole;
use super::detect::Table;
use super::fold::fold;
use super::grid::Row;
use super::words::is_identity;
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Id;
use crate::spread::{Site, SiteStaff, UseStage};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How dates with slashes or points are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DayOrder {
    /// 04/03/2026 is 4 March.
    DayFirst,
    /// 04/03/2026 is 3 April.
    MonthFirst,
}

/// What stages may be called.
const STAGES: [(UseStage, &[&str]); 5] = [
    (UseStage::Aware, &["aware", "informed", "informé", "informée", "connaît", "au courant"]),
    (UseStage::Trial, &["trial", "testing", "pilot", "essai", "en essai", "test", "pilote"]),
    (UseStage::Adopted, &["adopted", "in use", "adopté", "adoptée", "adoption", "en place"]),
    (UseStage::Routine, &["routine", "en routine", "routinisé", "sustained", "pérennisé"]),
    (
        UseStage::Discontinued,
        &[
            "discontinued",
            "stopped",
            "abandoned",
            "abandonné",
            "abandonnée",
            "arrêté",
            "arrêtée",
            "arrêt",
        ],
    ),
];

/// Reads the sites of a table, in the order of the rows.
pub(super) fn read(table: &Table, days: Option<DayOrder>) -> Result<Vec<Site>> {
    let (id, stage) = (table.needed("id")?, table.needed("stage")?);
    let others: Vec<(usize, &str)> =
        table.others().filter(|(_, header)| !is_identity(header)).collect();
    let mut seen: BTreeMap<Id, u32> = BTreeMap::new();
    let mut sites = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let text = |field: &str| {
            table.column(field).map(|column| row.cell(column)).filter(|cell| !cell.is_empty())
        };
        let count = |field: &str| match table.column(field) {
            Some(column) if !row.cell(column).is_empty() => {
                whole(table, row, column).map(|n| Some(u64::from(n)))
            }
            _ => Ok(None),
        };
        let fault = |field: &str, message: &str| {
            table.fault(Code::ExchangeInvalidCell, row.number, field, message)
        };
        let id = Id::new(row.cell(id))
            .ok_or_else(|| fault("id", "there is no id, or one that cannot be"))?;
        if let Some(first) = seen.insert(id.clone(), row.number) {
            return Err(fault("id", &format!("{id} is already at row {first}")));
        }
        let staff = match (count("staffConcerned")?, count("staffDelivering")?) {
            (Some(concerned), Some(delivering)) => Some(SiteStaff { concerned, delivering }),
            (None, None) => None,
            _ => return Err(fault("staffConcerned", "staff needs both its numbers, or none")),
        };
        let since = match text("since") {
            Some(since) => Some(day(table, row, "since", since, days)?),
            None => None,
        };
        let attribute = |&(column, header): &(usize, &str)| {
            let cell = row.cell(column);
            (!cell.is_empty()).then(|| (header.to_owned(), cell.to_owned()))
        };
        sites.push(Site {
            id,
            name: text("name").map(Text::from),
            stage: find_stage(row.cell(stage)).ok_or_else(|| {
                fault("stage", &format!("{:?} is not a stage", row.cell(stage)))
                    .hint("a stage is aware, trial, adopted, routine or discontinued")
            })?,
            since,
            history: Vec::new(),
            eligible: count("eligible")?,
            reached: count("reached")?,
            groups: Vec::new(),
            staff,
            attributes: others.iter().filter_map(attribute).collect(),
            checks: Vec::new(),
        });
    }
    Ok(sites)
}

fn find_stage(cell: &str) -> Option<UseStage> {
    let cell = fold(cell);
    let named = |(_, names): &&(UseStage, &[&str])| names.iter().any(|name| fold(name) == cell);
    STAGES.iter().find(named).map(|(stage, _)| *stage)
}

/// A date of a cell, as RFC 3339 has it.
pub(super) fn day(
    table: &Table,
    row: &Row,
    field: &str,
    cell: &str,
    order: Option<DayOrder>,
) -> Result<String> {
    if Instant::parse(cell).is_some() {
        return Ok(cell.to_owned());
    }
    let parts: Vec<&str> = cell.split(['/', '.', '-']).collect();
    let digits = |text: &&str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let [first, second, year] = parts.as_slice()
        && year.len() == 4
        && parts.iter().all(digits)
    {
        let Some(order) = order else {
            return Err(table
                .fault(
                    Code::ExchangeAmbiguous,
                    row.number,
                    field,
                    &format!("{cell} may begin with its day or its month"),
                )
                .hint("say \"days\": \"dayFirst\" or \"monthFirst\", or write 2026-03-04"));
        };
        let [day, month] = match order {
            DayOrder::DayFirst => [first, second],
            DayOrder::MonthFirst => [second, first],
        };
        let date = format!("{year}-{month:0>2}-{day:0>2}");
        if Instant::parse(&date).is_some() {
            return Ok(date);
        }
    }
    Err(Error::hint(
        table.fault(
            Code::ExchangeInvalidCell,
            row.number,
            field,
            &format!("{cell:?} is not a date"),
        ),
        "write it as 2026-03-04",
    ))
}
