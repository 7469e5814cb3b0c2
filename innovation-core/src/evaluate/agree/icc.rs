//! Intraclass correlation in six forms, from units that every rater rated.
//!
//! One analysis of variance gives all six: the form's first number is the model (1 raters
//! differ from unit to unit, 2 raters are a sample, 3 these raters and no others), the second
//! says whether one rating is used or the mean of all k. Intervals are those of McGraw and
//! Wong. For 2,k they are the limits of 2,1 stepped up by Spearman and Brown's formula, which
//! many programs print; one widely used program puts the mean's value into the degrees of
//! freedom of a single rating and prints other limits (.039 to .929 instead of .071 to .927
//! for the table of Shrout and Fleiss).
//!
//! # References
//!
//! P. E. Shrout, J. L. Fleiss, *Intraclass correlations: uses in assessing rater
//! reliability*, Psychological Bulletin 86, 1979. K. O. McGraw, S. P. Wong, *Forming
//! inferences about some intraclass correlation coefficients*, Psychological Methods 1, 1996.

use super::document::{Interval, MeasureName, RatingCounts, ScaleKind};
use super::statistic::{
    Computed, Draw, Family, NO_VARIATION, NOMINAL, Statistic, TOO_FEW_RATERS, TOO_FEW_UNITS,
    measure,
};
use super::table::Table;
use crate::distribution::f_quantile;

/// The forms, in the order of answers.
const FORMS: [&str; 6] = ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"];

/// Complete units with values on 0 to 1.
pub(super) struct Icc {
    raters: usize,
    /// Position of each complete unit in the table.
    rows: Vec<usize>,
    /// Row by row.
    values: Vec<f64>,
}

/// Mean squares.
#[derive(Debug, Clone, Copy)]
struct Variance {
    units: f64,
    raters: f64,
    between_units: f64,
    between_raters: f64,
    within_units: f64,
    residual: f64,
}

/// All six forms.
pub(super) fn icc<'a>(table: &Table, confidence: f64) -> Family<'a> {
    let scale = match (table.kind, table.levels.numeric) {
        (ScaleKind::Ordinal, true) => "; the numbers of the ordinal levels taken as distances",
        (ScaleKind::Ordinal, false) => "; the positions of the ordinal levels taken as distances",
        _ => "",
    };
    let convention = |form: &str| {
        let model = match form.as_bytes().first() {
            Some(b'1') => "one-way random",
            Some(b'2') => "two-way random, absolute agreement",
            _ => "two-way mixed, consistency",
        };
        let use_of = if form.ends_with('k') { "mean of k raters" } else { "single rating" };
        let stepped = if form == "2,k" { ", the same as 2,1 stepped up" } else { "" };
        format!(
            "ICC({form}) of Shrout and Fleiss: {model}, {use_of}; only units that every rater rated; F interval of McGraw and Wong{stepped}{scale}"
        )
    };
    let icc = Icc::new(table);
    let refusal = if table.columns < 2 {
        Some(TOO_FEW_RATERS)
    } else if table.kind == ScaleKind::Nominal {
        Some(NOMINAL)
    } else {
        icc.refusal(icc.rows.len() as f64)
    };
    let used = icc.rows.len() as u32;
    let n = RatingCounts {
        units: used,
        raters: icc.raters as u32,
        ratings: used * icc.raters as u32,
        dropped: table.units as u32 - used,
    };
    let ones = vec![1; table.units];
    let variance = match refusal {
        Some(reason) => Err(reason),
        None => icc.variance(&ones),
    };
    let measures = FORMS
        .iter()
        .map(|&form| {
            let value = variance.and_then(|variance| variance.value(form));
            let mut found = measure(MeasureName::Icc, value, convention(form), n);
            found.form = Some(form);
            if let (Ok(variance), Ok(value)) = (variance, value) {
                found.interval = variance.interval(form, value, confidence);
            }
            found
        })
        .collect();
    Family { measures, statistic: if refusal.is_none() { Some(Box::new(icc)) } else { None } }
}

impl Statistic for Icc {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        let variance = self.variance(draw.units);
        out.extend(FORMS.iter().map(|form| variance.and_then(|variance| variance.value(form))));
    }

    fn cost(&self) -> u64 {
        2 * self.values.len() as u64
    }
}

impl Icc {
    fn new(table: &Table) -> Self {
        let rows = if table.active.len() < 2 { Vec::new() } else { table.complete_rows() };
        let scores = table.unit_scores();
        let values = rows
            .iter()
            .flat_map(|&unit| {
                let row = table.row(unit);
                table.active.iter().map(move |&column| row.get(column).copied().unwrap_or(0))
            })
            .map(|code| scores.get(code as usize).copied().unwrap_or(0.0))
            .collect();
        Self { raters: table.active.len(), rows, values }
    }

    fn refusal(&self, units: f64) -> Option<&'static str> {
        if units == 0.0 {
            Some("no-complete-units")
        } else if units < 2.0 {
            Some(TOO_FEW_UNITS)
        } else {
            None
        }
    }

    /// The analysis of variance where so many times each unit is there.
    fn variance(&self, times: &[u32]) -> Result<Variance, &'static str> {
        let of_row = |unit: &usize| times.get(*unit).copied().map_or(0.0, f64::from);
        let rows = || self.rows.iter().map(of_row).zip(self.values.chunks(self.raters.max(1)));
        let units: f64 = rows().map(|(times, _)| times).sum();
        if let Some(reason) = self.refusal(units) {
            return Err(reason);
        }
        let raters = self.raters as f64;
        let mut of_rater = vec![0.0; self.raters];
        for (times, row) in rows().filter(|(times, _)| *times > 0.0) {
            for (sum, value) in of_rater.iter_mut().zip(row) {
                *sum += times * value;
            }
        }
        let grand = of_rater.iter().sum::<f64>() / (units * raters);
        // From here on: how far a rater's mean lies from the grand mean.
        of_rater.iter_mut().for_each(|sum| *sum = *sum / units - grand);
        let (mut between_units, mut residual) = (0.0, 0.0);
        for (times, row) in rows().filter(|(times, _)| *times > 0.0) {
            let mean = row.iter().sum::<f64>() / raters;
            between_units += times * (mean - grand) * (mean - grand);
            let left: f64 = row
                .iter()
                .zip(&of_rater)
                .map(|(value, rater)| {
                    let left = value - mean - rater;
                    left * left
                })
                .sum();
            residual += times * left;
        }
        between_units *= raters;
        let between_raters = units * of_rater.iter().map(|gap| gap * gap).sum::<f64>();
        // What rounding leaves of nothing is nothing.
        let floor = 1e-26 * units * raters;
        let clean = |sum: f64| if sum < floor { 0.0 } else { sum };
        let (between_units, between_raters, residual) =
            (clean(between_units), clean(between_raters), clean(residual));
        Ok(Variance {
            units,
            raters,
            between_units: between_units / (units - 1.0),
            between_raters: between_raters / (raters - 1.0),
            within_units: (between_raters + residual) / (units * (raters - 1.0)),
            residual: residual / ((units - 1.0) * (raters - 1.0)),
        })
    }
}

impl Variance {
    fn value(&self, form: &str) -> Computed {
        let Self {
            units: n,
            raters: k,
            between_units: b,
            between_raters: j,
            within_units: w,
            residual: e,
        } = *self;
        let (above, below) = match form {
            "1,1" => (b - w, b + (k - 1.0) * w),
            "2,1" => (b - e, b + (k - 1.0) * e + k * (j - e) / n),
            "3,1" => (b - e, b + (k - 1.0) * e),
            "1,k" => (b - w, b),
            "2,k" => (b - e, b + (j - e) / n),
            _ => (b - e, b),
        };
        // What rounding leaves of nothing is nothing.
        if below > 1e-12 * (b + j + e) { Ok(above / below) } else { Err(NO_VARIATION) }
    }

    /// The interval of McGraw and Wong; `None` where the residual is nothing.
    fn interval(&self, form: &str, value: f64, level: f64) -> Option<Interval> {
        let (n, k) = (self.units, self.raters);
        let upper_tail = 0.5 + 0.5 * level;
        let (b, j, e) = (self.between_units, self.between_raters, self.residual);
        let limits = |error: f64, freedom: f64| {
            let f = b / error;
            let lower = f / f_quantile(upper_tail, n - 1.0, freedom);
            let upper = f * f_quantile(upper_tail, freedom, n - 1.0);
            (lower, upper)
        };
        let single = |f: f64| (f - 1.0) / (f + k - 1.0);
        let mean = |f: f64| 1.0 - 1.0 / f;
        let (lower, upper) = match form {
            "1,1" | "1,k" => {
                let (lower, upper) = limits(self.within_units, n * (k - 1.0));
                if form == "1,1" {
                    (single(lower), single(upper))
                } else {
                    (mean(lower), mean(upper))
                }
            }
            "3,1" | "3,k" => {
                let (lower, upper) = limits(e, (n - 1.0) * (k - 1.0));
                if form == "3,1" {
                    (single(lower), single(upper))
                } else {
                    (mean(lower), mean(upper))
                }
            }
            _ => {
                let one = form == "2,1";
                let free = n * (1.0 - value);
                let scale = if one { k } else { 1.0 };
                let from_raters = scale * value / free * j;
                let from_rest = (1.0 + scale * value * (n - 1.0) / free) * e;
                let freedom = (from_raters + from_rest) * (from_raters + from_rest)
                    / (from_raters * from_raters / (k - 1.0)
                        + from_rest * from_rest / ((n - 1.0) * (k - 1.0)));
                let lower = f_quantile(upper_tail, n - 1.0, freedom);
                let upper = f_quantile(upper_tail, freedom, n - 1.0);
                let beside = if one { k * j + (k * n - k - n) * e } else { j - e };
                (
                    n * (b - lower * e) / (lower * beside + n * b),
                    n * (upper * b - e) / (beside + n * upper * b),
                )
            }
        };
        (lower.is_finite() && upper.is_finite() && e > 0.0).then_some(Interval {
            lower,
            upper,
            level,
            method: "F, McGraw and Wong",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::{AgreeRequest, AgreementMeasure};
    use super::super::ratings::Ratings;
    use super::*;

    fn forms(rows: &[[f64; 4]]) -> Vec<AgreementMeasure> {
        let rows = rows.iter().map(|row| row.map(Some));
        let request = AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Interval);
        icc(&Table::read(&request).unwrap(), 0.95).measures
    }

    /// Four judges rate six targets (Shrout and Fleiss 1979, table 2).
    const TARGETS: [[f64; 4]; 6] = [
        [9.0, 2.0, 5.0, 8.0],
        [6.0, 1.0, 3.0, 2.0],
        [8.0, 4.0, 6.0, 8.0],
        [7.0, 1.0, 2.0, 6.0],
        [10.0, 5.0, 6.0, 9.0],
        [6.0, 2.0, 4.0, 7.0],
    ];

    #[test]
    fn the_six_forms_are_the_published_ones() {
        let found = forms(&TARGETS);
        let shown: Vec<String> =
            found.iter().map(|form| format!("{:.2}", form.stat.value.unwrap())).collect();
        assert_eq!(shown, ["0.17", "0.29", "0.71", "0.44", "0.62", "0.91"]);
    }

    #[test]
    fn the_interval_of_a_mean_of_raters_is_the_stepped_up_one_of_a_single_rater() {
        let found = forms(&TARGETS);
        let step_up = |r: f64| 4.0 * r / (1.0 + 3.0 * r);
        for (single, mean) in [(0, 3), (1, 4), (2, 5)] {
            let [single, mean] = [single, mean].map(|form: usize| found[form].interval.unwrap());
            assert!((mean.lower - step_up(single.lower)).abs() < 1e-12);
            assert!((mean.upper - step_up(single.upper)).abs() < 1e-12);
        }
        let mean = found[4].interval.unwrap();
        // Printed by psych 2.2.9; irr 0.84.1 prints 0.0394 and 0.9286 for the same form.
        assert_eq!(format!("{:.4} {:.4}", mean.lower, mean.upper), "0.0711 0.9272");
    }

    #[test]
    fn without_variation_there_is_no_correlation() {
        for form in forms(&[[2.0; 4]; 3]) {
            assert_eq!(form.stat.undefined, Some("no-variation"));
        }
        let perfect = forms(&[[1.0; 4], [2.0; 4], [4.0; 4]]);
        assert_eq!(perfect[1].stat.value, Some(1.0));
        assert_eq!(perfect[1].interval, None);
    }
}
