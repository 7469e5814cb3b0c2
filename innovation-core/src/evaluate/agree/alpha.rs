//! Krippendorff's alpha on four metrics, from sums over units and totals of levels.
//!
//! Alpha is 1 − Dₒ/Dₑ. Dₒ adds, over units with two ratings or more, the squared distances
//! of their pairs, divided by the unit's ratings less one; Dₑ does so for all ratings as if
//! they were one unit. A sum of squared differences is a spread about a mean, so that neither
//! needs a matrix of values by values:
//!
//! - nominal: pairs that differ = m² − Σ c²;
//! - interval: Σ (x − y)² over pairs = 2 m Σ (x − mean)²;
//! - ordinal: Krippendorff's distance between two levels is the difference of their mid-ranks
//!   among all pairable ratings, so that it is the interval metric on mid-ranks, which are
//!   whole numbers when doubled: sums are exact;
//! - ratio: ((x − y)/(x + y))² has no such form; pairs of distinct values are gone through.
//!
//! The standard error is that of the linearised coefficient. For nominal and interval scales
//! it is Gwet's formula; for ordinal scales it adds what a unit does to the ranks.
//!
//! # References
//!
//! K. Krippendorff, *Computing Krippendorff's alpha-reliability*, University of Pennsylvania,
//! 2011. K. L. Gwet, *On Krippendorff's alpha coefficient*, 2011.

use super::document::{MeasureName, ScaleKind};
use super::patterns::{Entry, Patterns};
use super::ranks::{self, Rows, mid_ranks, ordinal_pairs, ordinal_spread};
use super::statistic::{
    Computed, Draw, Family, NO_PAIRS, NO_VARIATION, Statistic, TOO_FEW_RATERS, TOO_MANY_LEVELS,
    counts, jack, measure,
};
use super::table::Table;

/// Most distinct values of a ratio scale.
const MOST_RATIO_VALUES: usize = 4_096;

/// Most pairs of distinct values within units of a ratio scale.
const MOST_RATIO_PAIRS: u64 = 200_000_000;

/// Alpha of a table.
pub(super) struct Alpha<'a> {
    patterns: &'a Patterns,
    kind: ScaleKind,
    /// Values of levels on 0 to 1 (interval), or over their largest (ratio).
    values: Vec<f64>,
    /// Σ over ordered pairs of squared distances / (m − 1), by pattern, where distances do not
    /// depend on totals.
    within: Vec<f64>,
    /// RatingCounts in full rows, where distances depend on totals and the scale is short.
    rows: Option<Rows>,
    too_large: bool,
}

/// What alpha is made of.
struct Parts {
    /// Pairable ratings of each level.
    totals: Vec<f64>,
    /// All pairable ratings.
    ratings: f64,
    /// Pairable units.
    units: f64,
    /// Doubled mid-ranks of levels (ordinal).
    ranks: Vec<u64>,
    /// Σ of `within` over units.
    within: f64,
    /// Σ over ordered pairs of all ratings.
    between: f64,
}

/// The family of one: alpha on the scale's own metric.
pub(super) fn alpha<'a>(table: &Table, patterns: &'a Patterns, confidence: f64) -> Family<'a> {
    let form = match table.kind {
        ScaleKind::Nominal => "nominal",
        ScaleKind::Ordinal => "ordinal",
        ScaleKind::Interval => "interval",
        ScaleKind::Ratio => "ratio",
    };
    let convention = format!(
        "Krippendorff’s alpha, {}; units with one rating or none left out, of degrees of freedom too; standard error {}",
        match table.kind {
            ScaleKind::Nominal => "nominal metric",
            ScaleKind::Ordinal =>
                "Krippendorff’s ordinal metric (squared differences of mid-ranks), not Gwet’s ordinal weights",
            ScaleKind::Interval => "interval metric (squared differences)",
            ScaleKind::Ratio => "ratio metric ((x − y)/(x + y))², with 0 between two zeros",
        },
        match table.kind {
            ScaleKind::Ordinal => "by linearisation, ranks included",
            _ => "by Gwet’s linearisation",
        }
    );
    if table.columns < 2 {
        return Family::undefined(MeasureName::Alpha, TOO_FEW_RATERS, &convention);
    }
    let alpha = Alpha::new(table, patterns);
    let mut found = measure(
        MeasureName::Alpha,
        alpha.value(&patterns.units),
        convention,
        counts(patterns, 2, table.units, table.active.len()),
    );
    found.form = Some(form);
    if let Some((error, units)) = alpha.standard_error(&patterns.units) {
        found.with_t(error, units, confidence);
    }
    Family { measures: vec![found], statistic: Some(Box::new(alpha)) }
}

impl Statistic for Alpha<'_> {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        out.push(self.value(draw.patterns));
    }

    fn cost(&self) -> u64 {
        let width = self.patterns.width as u64;
        let between = if self.kind == ScaleKind::Ratio { width * width / 2 } else { width };
        between + self.patterns.cost()
    }

    fn looks_at_units(&self) -> bool {
        false
    }
}

impl<'a> Alpha<'a> {
    pub fn new(table: &Table, patterns: &'a Patterns) -> Self {
        let mut alpha = Self {
            patterns,
            kind: table.kind,
            values: Vec::new(),
            within: Vec::new(),
            rows: (table.kind == ScaleKind::Ordinal).then(|| Rows::of(patterns)).flatten(),
            too_large: false,
        };
        match table.kind {
            ScaleKind::Interval => alpha.values = table.unit_scores(),
            ScaleKind::Ratio => {
                let most = table.levels.scores.iter().copied().fold(0.0, f64::max);
                let scale = if most > 0.0 { most } else { 1.0 };
                alpha.values = table.levels.scores.iter().map(|score| score / scale).collect();
                alpha.too_large =
                    patterns.width > MOST_RATIO_VALUES || ratio_pairs(patterns) > MOST_RATIO_PAIRS;
            }
            ScaleKind::Nominal | ScaleKind::Ordinal => {}
        }
        if !alpha.too_large && alpha.kind != ScaleKind::Ordinal {
            alpha.within = (0..patterns.len())
                .map(|pattern| {
                    let entries = patterns.entries(pattern);
                    let size = patterns.sizes.get(pattern).copied().unwrap_or(0);
                    if size < 2 {
                        0.0
                    } else {
                        alpha.pairs(entries, f64::from(size)) / f64::from(size - 1)
                    }
                })
                .collect();
        }
        alpha
    }

    /// Σ of squared distances over ordered pairs of a multiset with so many members.
    fn pairs(&self, entries: &[Entry], size: f64) -> f64 {
        match self.kind {
            ScaleKind::Nominal => {
                size * size - entries.iter().map(|entry| entry.times() * entry.times()).sum::<f64>()
            }
            ScaleKind::Interval => {
                let value = |entry: &Entry| self.value_of(entry.at());
                let mean =
                    entries.iter().map(|entry| entry.times() * value(entry)).sum::<f64>() / size;
                let spread: f64 = entries
                    .iter()
                    .map(|entry| {
                        let gap = value(entry) - mean;
                        entry.times() * gap * gap
                    })
                    .sum();
                2.0 * size * spread
            }
            ScaleKind::Ratio => {
                let mut sum = 0.0;
                for (place, a) in entries.iter().enumerate() {
                    for b in entries.iter().skip(place + 1) {
                        sum += a.times() * b.times() * self.ratio(a.at(), b.at());
                    }
                }
                2.0 * sum
            }
            ScaleKind::Ordinal => 0.0,
        }
    }

    fn value_of(&self, level: usize) -> f64 {
        self.values.get(level).copied().unwrap_or(0.0)
    }

    fn ratio(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (self.value_of(a), self.value_of(b));
        let share = if a + b > 0.0 { (a - b) / (a + b) } else { 0.0 };
        share * share
    }

    /// Alpha where so many units have each pattern.
    pub fn value(&self, units: &[u32]) -> Computed {
        let parts = self.parts(units)?;
        if parts.between > 0.0 {
            Ok(1.0 - (parts.ratings - 1.0) * parts.within / parts.between)
        } else {
            Err(NO_VARIATION)
        }
    }

    fn parts(&self, units: &[u32]) -> Result<Parts, &'static str> {
        if self.too_large {
            return Err(TOO_MANY_LEVELS);
        }
        let totals = match &self.rows {
            Some(rows) => rows.totals(units),
            None => self.totals(units),
        };
        let ratings = totals.iter().sum::<u64>() as f64;
        if ratings < 2.0 {
            return Err(NO_PAIRS);
        }
        let pairable = |(&size, &times): (&u32, &u32)| if size >= 2 { u64::from(times) } else { 0 };
        let pairable = self.patterns.sizes.iter().zip(units).map(pairable).sum::<u64>() as f64;
        let ranks = if self.kind == ScaleKind::Ordinal { mid_ranks(&totals) } else { Vec::new() };
        let by_rows = self.rows.as_ref().and_then(|rows| rows.within(units, &ranks));
        let within = by_rows.unwrap_or_else(|| {
            let mut within = 0.0;
            for (pattern, entries, size, times) in self.patterns.with(units) {
                if size >= 2.0 {
                    within += times * self.within(pattern, entries, size, &ranks);
                }
            }
            within
        });
        let between = self.between(&totals, ratings, &ranks);
        let totals = totals.into_iter().map(|total| total as f64).collect();
        Ok(Parts { totals, ratings, units: pairable, ranks, within, between })
    }

    /// Pairable ratings of each level.
    fn totals(&self, units: &[u32]) -> Vec<u64> {
        let mut totals = vec![0u64; self.patterns.width];
        for (_, entries, size, times) in self.patterns.with(units) {
            if size >= 2.0 {
                for entry in entries {
                    if let Some(total) = totals.get_mut(entry.at()) {
                        *total += u64::from(entry.count) * times as u64;
                    }
                }
            }
        }
        totals
    }

    /// Σ over ordered pairs of a unit of squared distances / (m − 1).
    fn within(&self, pattern: usize, entries: &[Entry], size: f64, ranks: &[u64]) -> f64 {
        if self.kind == ScaleKind::Ordinal {
            ordinal_pairs(entries, size as u64, ranks) / (size - 1.0)
        } else {
            self.within.get(pattern).copied().unwrap_or(0.0)
        }
    }

    /// Σ of squared distances over ordered pairs of all ratings.
    fn between(&self, totals: &[u64], ratings: f64, ranks: &[u64]) -> f64 {
        match self.kind {
            ScaleKind::Ordinal => {
                let all = totals.iter().zip(ranks).map(|(&total, &rank)| (total, rank));
                ordinal_spread(all, ratings as u64)
            }
            ScaleKind::Nominal => {
                ratings * ratings - totals.iter().map(|&n| n as f64 * n as f64).sum::<f64>()
            }
            _ => {
                let used: Vec<Entry> = (0..)
                    .zip(totals)
                    .filter(|(_, total)| **total > 0)
                    .map(|(level, &total)| Entry { level, count: total as u32 })
                    .collect();
                self.pairs(&used, ratings)
            }
        }
    }

    /// The standard error of the linearised coefficient, where two units are pairable, and
    /// their number; `None` where alpha does not exist.
    fn standard_error(&self, units: &[u32]) -> Option<(Option<f64>, f64)> {
        let parts = self.parts(units).ok().filter(|parts| parts.between > 0.0)?;
        let slopes = self.slopes(&parts, units);
        let (n, within, between) = (parts.ratings, parts.within, parts.between);
        let influences = self.patterns.with(units).filter(|(_, _, size, _)| *size >= 2.0).map(
            |(pattern, entries, size, times)| {
                let mut own = self.within(pattern, entries, size, &parts.ranks);
                let mut all = 0.0;
                for entry in entries {
                    let (on_within, on_between) =
                        slopes.get(entry.at()).copied().unwrap_or_default();
                    own += entry.times() * on_within;
                    all += entry.times() * on_between;
                }
                (-(size * within + n * own - n * within * all / between) / between, times)
            },
        );
        Some((jack(influences, parts.units), parts.units))
    }

    /// What one more rating of each level does to `within` (through ranks) and to `between`.
    fn slopes(&self, parts: &Parts, units: &[u32]) -> Vec<(f64, f64)> {
        let n = parts.ratings;
        match self.kind {
            ScaleKind::Nominal => {
                parts.totals.iter().map(|total| (0.0, 2.0 * (n - total))).collect()
            }
            ScaleKind::Interval => {
                let pairs = || parts.totals.iter().zip(&self.values);
                let mean = pairs().map(|(total, value)| total * value).sum::<f64>() / n;
                let spread: f64 =
                    pairs().map(|(total, value)| total * (value - mean) * (value - mean)).sum();
                let slope = |value: &f64| 2.0 * (n * (value - mean) * (value - mean) + spread);
                self.values.iter().map(|value| (0.0, slope(value))).collect()
            }
            ScaleKind::Ratio => (0..parts.totals.len())
                .map(|a| {
                    let sum: f64 = parts
                        .totals
                        .iter()
                        .enumerate()
                        .filter(|(_, total)| **total > 0.0)
                        .map(|(b, total)| total * self.ratio(a, b))
                        .sum();
                    (0.0, 2.0 * sum)
                })
                .collect(),
            ScaleKind::Ordinal => ranks::slopes(self.patterns, units, &parts.totals, &parts.ranks),
        }
    }
}

/// Pairs of distinct values within units.
fn ratio_pairs(patterns: &Patterns) -> u64 {
    (0..patterns.len())
        .map(|pattern| {
            let entries = patterns.entries(pattern).len() as u64;
            entries.saturating_mul(entries) / 2
        })
        .fold(0, u64::saturating_add)
}
