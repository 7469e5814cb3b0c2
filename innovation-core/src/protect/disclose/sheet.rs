//! A table with its totals as one grid, each place with its mark.

use super::document::{CountTable, HiddenKind};
use super::network::{Network, UNBOUNDED};
use super::policy::Limit;
use crate::error::{Code, Error, Result};
use std::collections::BTreeSet;

/// Most rows and most columns. With its total a side fits one machine word of the network.
pub(super) const MOST: usize = 60;
/// Largest count of a cell.
const LARGEST: i64 = 1_000_000_000;
/// Characters of a label.
const LONGEST: usize = 200;
/// Weight of one person beside that of one cell: more than any number of cells.
const PERSON: i64 = 4_096;

/// How a place is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Shown, rounded where the policy rounds.
    Shown,
    /// Hidden, and why.
    Hidden(HiddenKind),
    /// Not part of what is published; nobody asks for its protection.
    Absent,
}

/// Counts with their totals, last row and last column, and a mark on each.
#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// Rows, that of totals included.
    pub rows: usize,
    /// Columns, that of totals included.
    pub columns: usize,
    /// Counts row by row.
    pub counts: Vec<i64>,
    /// Marks row by row.
    pub marks: Vec<Mark>,
    /// The policy's numbers.
    pub limit: Limit,
}

impl Sheet {
    /// Adds totals to counts and hides what is small.
    pub fn of(counts: &[Vec<i64>], limit: Limit) -> Self {
        let columns = counts.first().map_or(0, Vec::len) + 1;
        let mut grid: Vec<i64> = Vec::new();
        let mut totals = vec![0i64; columns];
        for row in counts {
            let total = row.iter().fold(0i64, |sum, &count| sum.saturating_add(count));
            for (sum, &count) in totals.iter_mut().zip(row.iter().chain([&total])) {
                *sum = sum.saturating_add(count);
            }
            grid.extend(row);
            grid.push(total);
        }
        grid.extend(totals);
        let rows = counts.len() + 1;
        let mut sheet = Self { rows, columns, marks: Vec::new(), counts: grid, limit };
        sheet.marks = (0..sheet.counts.len())
            .map(|cell| {
                if !limit.small(sheet.count(cell)) {
                    Mark::Shown
                } else if sheet.is_total(cell) {
                    Mark::Hidden(HiddenKind::Total)
                } else {
                    Mark::Hidden(HiddenKind::Primary)
                }
            })
            .collect();
        sheet
    }

    /// The count at a place.
    pub fn count(&self, cell: usize) -> i64 {
        self.counts.get(cell).copied().unwrap_or(0)
    }

    /// The mark at a place.
    pub fn mark(&self, cell: usize) -> Mark {
        self.marks.get(cell).copied().unwrap_or(Mark::Absent)
    }

    /// Changes a mark.
    pub fn set(&mut self, cell: usize, mark: Mark) {
        if let Some(old) = self.marks.get_mut(cell) {
            *old = mark;
        }
    }

    /// Whether a place is a total.
    pub fn is_total(&self, cell: usize) -> bool {
        cell / self.columns + 1 == self.rows || cell % self.columns + 1 == self.columns
    }

    /// Hidden places, in order.
    pub fn hidden(&self) -> Vec<usize> {
        let hidden = |cell: &usize| matches!(self.mark(*cell), Mark::Hidden(_));
        (0..self.marks.len()).filter(hidden).collect()
    }

    /// Whether a place may be hidden although it is not small: not where nobody is.
    pub fn is_candidate(&self, cell: usize) -> bool {
        self.mark(cell) == Mark::Shown && self.count(cell) >= self.limit.minimum
    }

    /// Whether a place is hidden although it is not small.
    pub fn is_complement(&self, cell: usize) -> bool {
        matches!(self.mark(cell), Mark::Hidden(_)) && !self.limit.small(self.count(cell))
    }

    /// The mark that hides a place which is not small.
    pub fn cover(&self, cell: usize) -> Mark {
        Mark::Hidden(if self.is_total(cell) {
            HiddenKind::Total
        } else {
            HiddenKind::Complementary
        })
    }

    /// What hiding a place loses: people first, then cells.
    pub fn cost(&self, cell: usize) -> i64 {
        self.count(cell).saturating_mul(PERSON).saturating_add(1)
    }

    /// What the complementary places lose together.
    pub fn loss(&self) -> i64 {
        let complements = (0..self.marks.len()).filter(|&cell| self.is_complement(cell));
        complements.fold(0, |sum: i64, cell| sum.saturating_add(self.cost(cell)))
    }

    /// What everybody knows of a place with a mark.
    pub fn bounds(&self, cell: usize, mark: Mark) -> (i64, i64) {
        let limit = &self.limit;
        match mark {
            Mark::Shown => limit.behind(limit.rounded(self.count(cell))),
            Mark::Hidden(kind) => behind(kind, limit),
            Mark::Absent => (0, UNBOUNDED),
        }
    }

    /// The network of what everybody knows, at the true counts.
    pub fn network(&self) -> Network {
        let bounds = (0..self.counts.len()).map(|cell| self.bounds(cell, self.mark(cell)));
        Network::of(self.rows, self.columns, &self.counts, bounds)
    }
}

/// What a mark says of the count below it.
pub(super) fn behind(kind: HiddenKind, limit: &Limit) -> (i64, i64) {
    match kind {
        HiddenKind::Primary => (limit.least, limit.minimum - 1),
        HiddenKind::Complementary => (limit.minimum, UNBOUNDED),
        HiddenKind::Total => (limit.least, UNBOUNDED),
    }
}

/// Checks labels.
pub(super) fn labels(labels: &[String], what: &str, place: &str) -> Result<()> {
    let place = format!("{place}/{what}");
    if labels.is_empty() || labels.len() > MOST {
        let message = format!("a table has 1 to {MOST} {what}, not {}", labels.len());
        return Err(refuse(message).at(place));
    }
    let mut seen = BTreeSet::new();
    for (at, label) in labels.iter().enumerate() {
        if label.chars().count() > LONGEST {
            let message = format!("a label has at most {LONGEST} characters");
            return Err(refuse(message).at(format!("{place}/{at}")));
        }
        if !seen.insert(label) {
            let message = format!("two {what} are called {label:?}");
            return Err(refuse(message).at(format!("{place}/{at}")));
        }
    }
    Ok(())
}

/// Checks that a matrix has the form of its labels.
pub(super) fn form<T>(
    matrix: &[Vec<T>],
    rows: usize,
    columns: usize,
    place: &str,
    what: &str,
) -> Result<()> {
    if matrix.len() != rows {
        let message = format!("there are {rows} rows, but {what} for {}", matrix.len());
        return Err(refuse(message).at(place));
    }
    for (at, row) in matrix.iter().enumerate() {
        if row.len() != columns {
            let message = format!("there are {columns} columns, but {what} for {}", row.len());
            return Err(refuse(message).at(format!("{place}/{at}")));
        }
    }
    Ok(())
}

/// Checks a table.
pub(super) fn check(table: &CountTable, place: &str) -> Result<()> {
    labels(&table.rows, "rows", place)?;
    labels(&table.columns, "columns", place)?;
    let (rows, columns) = (table.rows.len(), table.columns.len());
    let below = |what: &str| format!("{place}/{what}");
    if table.counts.is_empty() && table.means.is_some() {
        return Err(refuse("there are means, but no counts that say of how many people")
            .at(below("counts")));
    }
    form(&table.counts, rows, columns, &below("counts"), "counts")?;
    for (at, row) in table.counts.iter().enumerate() {
        for (column, &count) in row.iter().enumerate() {
            if !(0..=LARGEST).contains(&count) {
                let message = format!("{count} is no count of people between 0 and {LARGEST}");
                return Err(refuse(message).at(format!("{place}/counts/{at}/{column}")));
            }
        }
    }
    let Some(means) = &table.means else { return Ok(()) };
    form(means, rows, columns, &below("means"), "means")?;
    for (at, (means, counts)) in means.iter().zip(&table.counts).enumerate() {
        for (column, (mean, &count)) in means.iter().zip(counts).enumerate() {
            let Some(mean) = mean else { continue };
            let wrong = |message: &str| refuse(message).at(format!("{place}/means/{at}/{column}"));
            if !mean.is_finite() {
                return Err(wrong("a mean is a finite number"));
            }
            if count == 0 {
                return Err(wrong("there is a mean over nobody").hint("give null"));
            }
        }
    }
    Ok(())
}

pub(super) fn refuse(message: impl Into<String>) -> Error {
    Error::new(Code::ProtectInvalidTable, message)
}
