//! What an earlier release about the same people adds to this one.
//!
//! Three questions, asked of each place that both releases have, by label. Does the difference
//! of two figures tell of fewer people than the minimum? Where one release has rows or columns
//! that the other lacks, what is left of a total when that of the part is taken away? And, with
//! everything that both say of a place put together, can a count that either hides be bounded
//! more narrowly than the policy allows? The last is the attack of `network` once more.
//!
//! A place whose true count no longer agrees with what was said of it has changed: the earlier
//! release then says nothing of it but the difference. Tables that overlap without one holding
//! the other's rows or columns are compared place by place, not by their totals.

use super::describe::place;
use super::document::{CountTable, EarlierRelease, ReleasedCell, ReleasedTable};
use super::network::{Network, UNBOUNDED};
use super::policy::Limit;
use super::sheet::{self, Mark, Sheet, behind, form, labels, refuse};
use crate::error::{Code, Error, Result};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Most earlier releases.
const MOST: usize = 20;
/// Largest figure of a release.
const LARGEST: u64 = 10_000_000_000_000;

/// Bounds of a count, least and most.
type Bounds = (i64, i64);

/// An earlier release: what it says of each place, totals included.
#[derive(Debug)]
pub(super) struct Earlier<'a> {
    rows: &'a [String],
    columns: &'a [String],
    known: Vec<Bounds>,
    hidden: Vec<bool>,
}

/// Checks earlier releases.
pub(super) fn read(released: &[EarlierRelease]) -> Result<Vec<Earlier<'_>>> {
    if released.len() > MOST {
        let message = format!("{} earlier releases are more than {MOST}", released.len());
        return Err(refuse(message).at("/released"));
    }
    let each = released.iter().enumerate().map(|(at, one)| {
        let path = format!("/released/{at}");
        match one {
            EarlierRelease::Release(release) => Earlier::of_release(release, &path),
            EarlierRelease::Table(table) => Earlier::of_table(table, &path),
        }
    });
    each.collect()
}

impl<'a> Earlier<'a> {
    fn of_release(release: &'a ReleasedTable, path: &str) -> Result<Self> {
        labels(&release.rows, "rows", path)?;
        labels(&release.columns, "columns", path)?;
        let (rows, columns) = (release.rows.len(), release.columns.len());
        form(&release.cells, rows, columns, &format!("{path}/cells"), "cells")?;
        for (totals, wanted, name) in [
            (&release.row_totals, rows, "rowTotals"),
            (&release.column_totals, columns, "columnTotals"),
        ] {
            if totals.len() != wanted {
                let message = format!("there are {wanted} lines, but totals for {}", totals.len());
                return Err(refuse(message).at(format!("{path}/{name}")));
            }
        }
        let limit = release.policy.limit(&format!("{path}/policy"))?;
        let lines = release.cells.iter().zip(&release.row_totals);
        let cells = lines.flat_map(|(cells, total)| cells.iter().chain([total]));
        let cells = cells.chain(&release.column_totals).chain([&release.total]);
        let (mut known, mut hidden) = (Vec::new(), Vec::new());
        for cell in cells {
            known.push(said(cell, &limit, path)?);
            hidden.push(cell.count.is_none());
        }
        Ok(Self { rows: &release.rows, columns: &release.columns, known, hidden })
    }

    fn of_table(table: &'a CountTable, path: &str) -> Result<Self> {
        sheet::check(table, path)?;
        let exact = Limit { minimum: 1, round: 1, least: 1, interval: 1, secondary: false };
        let sheet = Sheet::of(&table.counts, exact);
        let known: Vec<Bounds> = sheet.counts.iter().map(|&count| (count, count)).collect();
        let hidden = vec![false; known.len()];
        Ok(Self { rows: &table.rows, columns: &table.columns, known, hidden })
    }

    fn cell(&self, row: usize, column: usize) -> usize {
        row * (self.columns.len() + 1) + column
    }

    fn known(&self, cell: usize) -> Bounds {
        self.known.get(cell).copied().unwrap_or((0, UNBOUNDED))
    }
}

/// What a published cell says.
fn said(cell: &ReleasedCell, limit: &Limit, path: &str) -> Result<Bounds> {
    match (cell.count, cell.hidden) {
        (Some(count), _) if count > LARGEST => {
            Err(refuse(format!("{count} people are more than a table can hold")).at(path))
        }
        (Some(count), _) => Ok(limit.behind(i64::try_from(count).unwrap_or(UNBOUNDED))),
        (None, Some(kind)) => Ok(behind(kind, limit)),
        (None, None) => Ok((0, UNBOUNDED)),
    }
}

/// One side of both tables: for each own line, the total's last, the earlier line that is the
/// same.
struct Side {
    same: Vec<Option<usize>>,
    /// Own lines that the earlier table lacks, where it has no other lines.
    more: Option<Vec<usize>>,
    /// Earlier lines that the own table lacks, where it has no other lines.
    less: Option<Vec<usize>>,
}

impl Side {
    fn of(own: &[String], earlier: &[String]) -> Self {
        let places: BTreeMap<&String, usize> =
            earlier.iter().enumerate().map(|(at, label)| (label, at)).collect();
        let mut same: Vec<Option<usize>> =
            own.iter().map(|label| places.get(label).copied()).collect();
        let more: Vec<usize> = (0..own.len()).filter(|&at| same.get(at) == Some(&None)).collect();
        let met: BTreeSet<usize> = same.iter().flatten().copied().collect();
        let less: Vec<usize> = (0..earlier.len()).filter(|at| !met.contains(at)).collect();
        same.push((more.is_empty() && less.is_empty()).then_some(earlier.len()));
        Self {
            same,
            more: (less.is_empty() && !more.is_empty()).then(|| more.clone()),
            less: (more.is_empty() && !less.is_empty()).then_some(less),
        }
    }
}

/// Refuses a sheet that together with earlier releases says too much.
pub(super) fn check(sheet: &Sheet, table: &CountTable, earlier: &[Earlier<'_>]) -> Result<()> {
    let mut network = sheet.network();
    let alone: BTreeMap<usize, i64> = if earlier.is_empty() {
        BTreeMap::new()
    } else {
        let mut fresh = sheet.network();
        let width = |cell| (cell, width(fresh.interval(cell)));
        sheet.hidden().into_iter().map(width).collect()
    };
    let mut watched: BTreeSet<usize> = sheet.hidden().into_iter().collect();
    for (at, release) in earlier.iter().enumerate() {
        let pair = Pair {
            sheet,
            table,
            release,
            rows: Side::of(&table.rows, release.rows),
            columns: Side::of(&table.columns, release.columns),
            path: format!("/released/{at}"),
        };
        pair.compare(&mut network, &mut watched)?;
        pair.totals()?;
        for &cell in &watched {
            let found = width(network.clone().interval(cell));
            // What the release itself leaves open, under a policy that lets it, is not news.
            let before = alone.get(&cell).copied().unwrap_or(UNBOUNDED);
            if found < sheet.limit.interval && found < before {
                return Err(pair.refuse(cell, "a hidden count could be solved back"));
            }
        }
    }
    Ok(())
}

fn width((low, high): Bounds) -> i64 {
    high.saturating_sub(low)
}

/// Bounds of a difference.
fn minus(a: Bounds, b: Bounds) -> Bounds {
    let high = if a.1 >= UNBOUNDED { UNBOUNDED } else { a.1 - b.0 };
    let low = if b.1 >= UNBOUNDED { -UNBOUNDED } else { a.0 - b.1 };
    (low, high)
}

fn plus(a: Bounds, b: Bounds) -> Bounds {
    let high = if a.1.max(b.1) >= UNBOUNDED { UNBOUNDED } else { a.1 + b.1 };
    (a.0.max(-UNBOUNDED).saturating_add(b.0), high)
}

/// This release and one before it.
struct Pair<'a> {
    sheet: &'a Sheet,
    table: &'a CountTable,
    release: &'a Earlier<'a>,
    rows: Side,
    columns: Side,
    path: String,
}

impl Pair<'_> {
    fn now(&self, cell: usize) -> Bounds {
        self.sheet.bounds(cell, self.sheet.mark(cell))
    }

    /// Compares place by place, and puts together in a network what both releases say.
    fn compare(&self, network: &mut Network, watched: &mut BTreeSet<usize>) -> Result<()> {
        for cell in 0..self.sheet.counts.len() {
            let (row, column) = (cell / self.sheet.columns, cell % self.sheet.columns);
            let same = |side: &Side, at: usize| side.same.get(at).copied().flatten();
            let (Some(row), Some(column)) = (same(&self.rows, row), same(&self.columns, column))
            else {
                continue;
            };
            let before = self.release.cell(row, column);
            let (known, now) = (self.release.known(before), self.now(cell));
            let difference = minus(now, known);
            if self.few(difference) || self.few((-difference.1, -difference.0)) {
                return Err(self.refuse(cell, "the difference is of too few people"));
            }
            if (known.0..=known.1).contains(&self.sheet.count(cell)) {
                let own = network.bounds(cell);
                network.bind(cell, own.0.max(known.0), own.1.min(known.1));
                if self.release.hidden.get(before) == Some(&true) {
                    watched.insert(cell);
                }
            }
        }
        Ok(())
    }

    /// Whether bounds tell of a few people, more narrowly than hiding their number would.
    fn few(&self, bounds: Bounds) -> bool {
        let limit = &self.sheet.limit;
        bounds.0 >= 1 && bounds.1 < limit.minimum && width(bounds) < limit.interval
    }

    /// Takes totals of a part away from totals of the whole.
    fn totals(&self) -> Result<()> {
        let sheet = self.sheet;
        let (last_row, last_column) = (sheet.rows - 1, sheet.columns - 1);
        for (lines, across, is_row) in
            [(&self.rows, &self.columns, true), (&self.columns, &self.rows, false)]
        {
            let own = |line: usize, at: usize| {
                if is_row { line * sheet.columns + at } else { at * sheet.columns + line }
            };
            let theirs = |line: usize, at: usize| {
                if is_row { self.release.cell(line, at) } else { self.release.cell(at, line) }
            };
            let end = if is_row { last_column } else { last_row };
            let their_end =
                if is_row { self.release.columns.len() } else { self.release.rows.len() };
            for (line, same) in lines.same.iter().enumerate() {
                let Some(same) = *same else { continue };
                let whole = self.now(own(line, end));
                let known = self.release.known(theirs(same, their_end));
                if let Some(more) = &across.more {
                    let cells: Vec<usize> = more.iter().map(|&at| own(line, at)).collect();
                    let part: Vec<usize> =
                        (0..end).filter(|at| !more.contains(at)).map(|at| own(line, at)).collect();
                    let people: i64 = part.iter().map(|&cell| sheet.count(cell)).sum();
                    if (known.0..=known.1).contains(&people) {
                        self.left(own(line, end), minus(whole, known), &cells)?;
                        self.left(own(line, end), known, &part)?;
                    }
                } else if let Some(less) = &across.less {
                    let rest = minus(known, whole);
                    let bounds: Vec<(Bounds, bool)> = less
                        .iter()
                        .map(|&at| theirs(same, at))
                        .map(|at| {
                            (self.release.known(at), self.release.hidden.get(at) == Some(&true))
                        })
                        .collect();
                    if self.few(rest) || self.narrow(rest, &bounds).is_some() {
                        return Err(
                            self.refuse(own(line, end), "of the people left out too much is told")
                        );
                    }
                }
            }
        }
        Ok(())
    }

    /// Refuses what the sum of some places tells of them.
    fn left(&self, total: usize, sum: Bounds, cells: &[usize]) -> Result<()> {
        if self.few(sum) {
            return Err(self.refuse(total, "the part that was added has too few people"));
        }
        let hidden = |&cell: &usize| matches!(self.sheet.mark(cell), Mark::Hidden(_));
        let bounds: Vec<(Bounds, bool)> =
            cells.iter().map(|cell| (self.now(*cell), hidden(cell))).collect();
        match self.narrow(sum, &bounds).and_then(|at| cells.get(at)) {
            Some(&cell) => Err(self.refuse(cell, "a hidden count could be solved back")),
            None => Ok(()),
        }
    }

    /// The first hidden place that the sum of all bounds too narrowly.
    fn narrow(&self, sum: Bounds, cells: &[(Bounds, bool)]) -> Option<usize> {
        let interval = self.sheet.limit.interval;
        (0..cells.len()).find(|&at| {
            let Some(&(own, true)) = cells.get(at) else { return false };
            let others = cells.iter().enumerate().filter(|(other, _)| *other != at);
            let others = others.fold((0, 0), |others, (_, (bounds, _))| plus(others, *bounds));
            let left = minus(sum, others);
            let (low, high) = (own.0.max(left.0), own.1.min(left.1));
            // Empty where the two releases cannot be about the same people.
            low <= high && high - low < interval && high - low < width(own)
        })
    }

    fn refuse(&self, cell: usize, fact: &str) -> Error {
        let row = self.table.rows.get(cell / self.sheet.columns);
        let column = self.table.columns.get(cell % self.sheet.columns);
        let message = format!("together with an earlier release, {fact}: {}", place(row, column));
        Error::new(Code::ProtectDifferencing, message)
            .at(self.path.clone())
            .details(json!({"row": row, "column": column}))
            .hint(
                "publish one of the two, or merge rows or columns so that whole groups of the \
                 minimum size lie between them",
            )
    }
}
