//! Kendall's W: how far raters put units in the same order, ties corrected.
//!
//! W = 12 S / (k² (n³ − n) − k Σ (t³ − t)), where S is the spread of the sums of ranks and t
//! the sizes of a rater's groups of ties. Mid-ranks are doubled, so that all sums are whole.
//!
//! # References
//!
//! M. G. Kendall, *Rank Correlation Methods*, Griffin, 1948.

use super::document::{MeasureName, RatingCounts, ScaleKind};
use super::statistic::{
    Computed, Draw, Family, NO_VARIATION, NOMINAL, Statistic, TOO_FEW_RATERS, TOO_FEW_UNITS,
    TOO_MANY_LEVELS, measure,
};
use super::table::Table;

/// Most levels × raters.
const MOST_STEPS: u64 = 100_000_000;

/// Complete units as ranks will need them.
struct Kendall<'a> {
    table: &'a Table,
    rows: Vec<usize>,
}

/// The family of one.
pub(super) fn kendall(table: &Table) -> Family<'_> {
    let convention = "Kendall’s W, corrected for ties; only units that every rater rated; ranks within each rater";
    let name = MeasureName::KendallW;
    if table.columns < 2 {
        return Family::undefined(name, TOO_FEW_RATERS, convention);
    }
    if table.kind == ScaleKind::Nominal {
        return Family::undefined(name, NOMINAL, convention);
    }
    if table.width() as u64 * table.active.len() as u64 > MOST_STEPS {
        return Family::undefined(name, TOO_MANY_LEVELS, convention);
    }
    let rows = if table.active.len() < 2 { Vec::new() } else { table.complete_rows() };
    let used = rows.len() as u32;
    let n = RatingCounts {
        units: used,
        raters: table.active.len() as u32,
        ratings: used * table.active.len() as u32,
        dropped: table.units as u32 - used,
    };
    let kendall = Kendall { table, rows };
    let found = measure(name, kendall.value(&vec![1; table.units]), convention.to_owned(), n);
    Family { measures: vec![found], statistic: Some(Box::new(kendall)) }
}

impl Statistic for Kendall<'_> {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        out.push(self.value(draw.units));
    }

    fn cost(&self) -> u64 {
        let raters = self.table.active.len() as u64;
        raters * (self.table.width() as u64 + 2 * self.rows.len() as u64)
    }
}

impl Kendall<'_> {
    /// W where each unit is there so many times. All numbers are whole; with at most 4 million
    /// ratings every sum stays far below 2¹²⁷.
    fn value(&self, times: &[u32]) -> Computed {
        let times: Vec<u64> =
            self.rows.iter().map(|&unit| times.get(unit).copied().map_or(0, u64::from)).collect();
        let units: u64 = times.iter().sum();
        match units {
            0 => return Err("no-complete-units"),
            1 => return Err(TOO_FEW_UNITS),
            _ => {}
        }
        let mut sums = vec![0u64; self.rows.len()];
        let mut ties = 0u128;
        let mut at_level = vec![0u64; self.table.width()];
        for &column in &self.table.active {
            at_level.fill(0);
            let code =
                |&unit: &usize| self.table.row(unit).get(column).map_or(0, |&code| code as usize);
            for (row, times) in self.rows.iter().zip(&times) {
                if let Some(count) = at_level.get_mut(code(row)) {
                    *count += times;
                }
            }
            let mut below = 0;
            for place in &mut at_level {
                let group = *place;
                let wide = u128::from(group);
                ties += wide * wide * wide - wide;
                // Twice the mean rank of the group, from 1.
                *place = 2 * below + group + 1;
                below += group;
            }
            for (row, sum) in self.rows.iter().zip(&mut sums) {
                *sum += at_level.get(code(row)).copied().unwrap_or(0);
            }
        }
        let (n, k) = (u128::from(units), self.table.active.len() as u128);
        let (mut squares, mut total) = (0u128, 0u128);
        for (&sum, &times) in sums.iter().zip(&times) {
            squares += u128::from(times) * u128::from(sum) * u128::from(sum);
            total += u128::from(times) * u128::from(sum);
        }
        // Doubled ranks make S four times as large, and n S whole.
        let spread = n * squares - total * total;
        let most = k * k * (n * n * n - n) - k * ties;
        if most == 0 {
            Err(NO_VARIATION)
        } else {
            Ok(3.0 * spread as f64 / (n as f64 * most as f64))
        }
    }
}
