//! Kappa for raters who keep their own habits: Cohen's for two, Conger's and Light's for more.
//!
//! Chance here is two raters drawing from their own shares of levels. For two raters that is
//! Cohen's kappa on the units both rated, with the standard error of Fleiss, Cohen and
//! Everitt. For more, Conger's kappa takes the mean over pairs of raters inside the fraction,
//! from available ratings with Gwet's linearised standard error; Light's is the mean of the
//! kappas of pairs.
//!
//! # References
//!
//! J. Cohen, *A coefficient of agreement for nominal scales*, Educational and Psychological
//! Measurement 20, 1960; *Weighted kappa*, Psychological Bulletin 70, 1968. J. L. Fleiss,
//! J. Cohen, B. S. Everitt, *Large sample standard errors of kappa and weighted kappa*,
//! Psychological Bulletin 72, 1969. A. J. Conger, *Integration and generalization of kappas
//! for multiple raters*, Psychological Bulletin 88, 1980. R. J. Light, *Measures of response
//! agreement for qualitative data*, Psychological Bulletin 76, 1971.

use super::chance::agreeing;
use super::document::{AgreementMeasure, MeasureName, RatingCounts, ScaleKind};
use super::light::light;
use super::patterns::Patterns;
use super::statistic::{
    Computed, Draw, Family, NO_PAIRS, NO_VARIATION, NOMINAL, Statistic, TOO_FEW_RATERS,
    TOO_MANY_LEVELS, TOO_MANY_RATERS, counts, jack, measure,
};
use super::table::{NONE, Table};
use super::weights::{MOST_WEIGHTED, Weights, dot};
use crate::math;

/// Most cells of raters by levels.
const MOST_SHARES: usize = 1_000_000;

/// Cohen's kappa, or its two forms for more raters.
pub(super) fn kappas<'a>(
    name: MeasureName,
    table: &'a Table,
    patterns: &'a Patterns,
    weights: &Weights,
    confidence: f64,
) -> Vec<Family<'a>> {
    let words = if weights.name.is_some() { format!(", {}", weights.words) } else { String::new() };
    let refuse = |reason| vec![Family::undefined(name, reason, &format!("Cohen’s kappa{words}"))];
    if table.columns < 2 {
        return refuse(TOO_FEW_RATERS);
    }
    if table.width() > MOST_WEIGHTED {
        return refuse(TOO_MANY_LEVELS);
    }
    if table.kind == ScaleKind::Nominal && weights.name.is_some_and(|name| name != "own") {
        return refuse(NOMINAL);
    }
    if let [a, b] = *table.active.as_slice() {
        let cohen = Cohen { table, weights: weights.clone(), raters: [a, b] };
        return vec![cohen.family(name, &words, confidence)];
    }
    if table.active.len() < 2 {
        return refuse(NO_PAIRS);
    }
    vec![
        conger(name, table, patterns, weights, confidence, &words),
        light(name, table, weights, &words),
    ]
}

/// Two raters.
pub(super) struct Cohen<'a> {
    pub table: &'a Table,
    pub weights: Weights,
    pub raters: [usize; 2],
}

/// Ratings of two raters, level by level.
pub(super) struct Square {
    width: usize,
    cells: Vec<f64>,
    pub units: f64,
}

/// A kappa with what it is made of.
pub(super) struct Kappa {
    pub value: f64,
    observed: f64,
    expected: f64,
}

impl Cohen<'_> {
    fn family<'a>(self, name: MeasureName, words: &str, confidence: f64) -> Family<'a>
    where
        Self: 'a,
    {
        let ones = vec![1; self.table.units];
        let square = self.square(&ones);
        let kappa = square.kappa(&self.weights);
        let convention = format!(
            "Cohen’s kappa{words}, on units that both raters rated; standard error by Fleiss, Cohen and Everitt"
        );
        let used = square.units as u32;
        let n = RatingCounts {
            units: used,
            raters: 2,
            ratings: 2 * used,
            dropped: self.table.units as u32 - used,
        };
        let value = kappa.as_ref().map(|kappa| kappa.value).map_err(|reason| *reason);
        let mut found = measure(name, value, convention, n);
        found.weights = self.weights.name;
        if let Ok(kappa) = &kappa {
            found.observed = Some(kappa.observed);
            found.expected = Some(kappa.expected);
            found.with_normal(Some(square.standard_error(&self.weights, kappa)), confidence);
        }
        Family { measures: vec![found], statistic: Some(Box::new(self)) }
    }

    pub fn square(&self, units: &[u32]) -> Square {
        let width = self.table.width();
        let mut square = Square { width, cells: vec![0.0; width * width], units: 0.0 };
        let [first, second] = self.raters;
        for (row, &times) in self.table.rows().zip(units) {
            let (Some(&a), Some(&b)) = (row.get(first), row.get(second)) else { continue };
            if a != NONE
                && b != NONE
                && let Some(cell) = square.cells.get_mut(a as usize * width + b as usize)
            {
                *cell += f64::from(times);
                square.units += f64::from(times);
            }
        }
        square
    }
}

impl Statistic for Cohen<'_> {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        out.push(self.square(draw.units).kappa(&self.weights).map(|kappa| kappa.value));
    }

    fn cost(&self) -> u64 {
        let width = self.table.width() as u64;
        2 * width * width + self.table.units as u64
    }
}

impl Square {
    /// Shares of levels of the first rater and of the second.
    fn shares(&self) -> (Vec<f64>, Vec<f64>) {
        let mut rows = vec![0.0; self.width];
        let mut columns = vec![0.0; self.width];
        for (row, cells) in rows.iter_mut().zip(self.cells.chunks(self.width.max(1))) {
            for (column, cell) in columns.iter_mut().zip(cells) {
                *row += cell / self.units;
                *column += cell / self.units;
            }
        }
        (rows, columns)
    }

    pub fn kappa(&self, weights: &Weights) -> Result<Kappa, &'static str> {
        if self.units == 0.0 {
            return Err(NO_PAIRS);
        }
        let observed = self
            .cells
            .chunks(self.width.max(1))
            .enumerate()
            .map(|(level, cells)| dot(cells, weights.row(level)))
            .sum::<f64>()
            / self.units;
        let (rows, columns) = self.shares();
        let expected = dot(&rows, &weights.mean_with(&columns));
        if 1.0 - expected < 1e-12 {
            return Err(NO_VARIATION);
        }
        Ok(Kappa { value: (observed - expected) / (1.0 - expected), observed, expected })
    }

    fn standard_error(&self, weights: &Weights, kappa: &Kappa) -> f64 {
        let (rows, columns) = self.shares();
        let of_rows = weights.mean_with(&columns);
        let of_columns = weights.mean_with(&rows);
        let rest = 1.0 - kappa.value;
        let mut sum = 0.0;
        for ((a, cells), row) in self.cells.chunks(self.width.max(1)).enumerate().zip(&of_rows) {
            for ((b, cell), column) in cells.iter().enumerate().zip(&of_columns) {
                if *cell > 0.0 {
                    let gap = weights.of(a, b) - (row + column) * rest;
                    sum += cell / self.units * gap * gap;
                }
            }
        }
        let centre = kappa.value - kappa.expected * rest;
        let free = 1.0 - kappa.expected;
        math::sqrt((sum - centre * centre).max(0.0) / (self.units * free * free))
    }
}

/// Many raters, each with shares of their own.
struct Conger<'a> {
    table: &'a Table,
    patterns: &'a Patterns,
    weights: Weights,
    agreeing: Vec<f64>,
}

/// What Conger's kappa is made of.
struct Parts {
    kappa: Kappa,
    units: f64,
    pairable: f64,
    /// Ratings of each active rater.
    ratings: Vec<f64>,
    /// For each active rater and level: mean weight with the levels of all others, summed.
    with_others: Vec<Vec<f64>>,
    /// Its mean over the rater's own shares.
    means: Vec<f64>,
}

fn conger<'a>(
    name: MeasureName,
    table: &'a Table,
    patterns: &'a Patterns,
    weights: &Weights,
    confidence: f64,
    words: &str,
) -> Family<'a> {
    let convention = format!(
        "Conger’s kappa{words}: Cohen’s for more than two raters; available ratings; standard error by Gwet’s linearisation"
    );
    let mut family = if table.active.len() * table.width() > MOST_SHARES {
        Family::undefined(name, TOO_MANY_RATERS, &convention)
    } else {
        let conger = Conger {
            table,
            patterns,
            weights: weights.clone(),
            agreeing: agreeing(patterns, weights),
        };
        let n = counts(patterns, 1, table.units, table.active.len());
        let ones = vec![1; table.units];
        let draw = Draw { units: &ones, patterns: &patterns.units };
        let parts = conger.parts(&draw);
        let value = parts.as_ref().map(|parts| parts.kappa.value).map_err(|reason| *reason);
        let mut found: AgreementMeasure = measure(name, value, convention, n);
        if let Ok(parts) = &parts {
            found.observed = Some(parts.kappa.observed);
            found.expected = Some(parts.kappa.expected);
            found.with_t(conger.standard_error(parts), parts.units, confidence);
        }
        Family { measures: vec![found], statistic: Some(Box::new(conger)) }
    };
    for found in &mut family.measures {
        found.form = Some("conger");
        found.weights = weights.name;
    }
    family
}

impl Statistic for Conger<'_> {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        out.push(self.parts(draw).map(|parts| parts.kappa.value));
    }

    fn cost(&self) -> u64 {
        let width = self.table.width() as u64;
        let raters = self.table.active.len() as u64;
        width * width * raters + self.table.codes.len() as u64 + self.patterns.cost()
    }
}

impl Conger<'_> {
    fn parts(&self, draw: &Draw<'_>) -> Result<Parts, &'static str> {
        let (mut units, mut pairable, mut observed) = (0.0, 0.0, 0.0);
        for (pattern, _, size, times) in self.patterns.with(draw.patterns) {
            units += times;
            if size >= 2.0 {
                pairable += times;
                observed += times * self.agreeing.get(pattern).copied().unwrap_or(0.0);
            }
        }
        if pairable == 0.0 {
            return Err(NO_PAIRS);
        }
        observed /= pairable;
        let (shares, ratings) = self.shares(draw.units);
        let present = ratings.iter().filter(|&&n| n > 0.0).count() as f64;
        let mut all = vec![0.0; self.table.width()];
        for share in &shares {
            for (sum, part) in all.iter_mut().zip(share) {
                *sum += part;
            }
        }
        let mut with_others = Vec::with_capacity(shares.len());
        let mut means = Vec::with_capacity(shares.len());
        for share in &shares {
            let others: Vec<f64> = all.iter().zip(share).map(|(sum, own)| sum - own).collect();
            let row = self.weights.mean_with(&others);
            means.push(dot(share, &row));
            with_others.push(row);
        }
        let expected = means.iter().sum::<f64>() / (present * (present - 1.0));
        // Not a number where a single rater is left.
        if expected.is_nan() || 1.0 - expected < 1e-12 {
            return Err(NO_VARIATION);
        }
        let value = (observed - expected) / (1.0 - expected);
        let kappa = Kappa { value, observed, expected };
        Ok(Parts { kappa, units, pairable, ratings, with_others, means })
    }

    /// Each active rater's shares of levels, and ratings.
    fn shares(&self, units: &[u32]) -> (Vec<Vec<f64>>, Vec<f64>) {
        let raters = self.table.active.len();
        let mut shares = vec![vec![0.0; self.table.width()]; raters];
        let mut ratings = vec![0.0; raters];
        for (row, &times) in self.table.rows().zip(units).filter(|(_, times)| **times > 0) {
            for ((share, n), &column) in shares.iter_mut().zip(&mut ratings).zip(&self.table.active)
            {
                let code = row.get(column).copied().unwrap_or(NONE);
                if let Some(place) = share.get_mut(code as usize) {
                    *place += f64::from(times);
                    *n += f64::from(times);
                }
            }
        }
        for (share, &n) in shares.iter_mut().zip(&ratings) {
            if n > 0.0 {
                share.iter_mut().for_each(|part| *part /= n);
            }
        }
        (shares, ratings)
    }

    fn standard_error(&self, parts: &Parts) -> Option<f64> {
        let raters = parts.ratings.len() as f64;
        let Kappa { value, expected, .. } = parts.kappa;
        let rest = 1.0 - expected;
        let mean: f64 = parts.means.iter().sum();
        let rows = self.table.rows().zip(&self.patterns.of_unit);
        let influences = rows.filter(|(_, pattern)| **pattern != NONE).map(|(row, &pattern)| {
            let mut chance = mean;
            let raters_of = self.table.active.iter().zip(&parts.ratings);
            let tables = parts.with_others.iter().zip(&parts.means);
            for ((&column, &n), (with_others, mean)) in raters_of.zip(tables) {
                let code = row.get(column).copied().unwrap_or(NONE);
                if let Some(weight) = with_others.get(code as usize) {
                    chance += parts.units / n * (weight - mean);
                }
            }
            chance /= raters * (raters - 1.0);
            let mut own = 0.0;
            if self.patterns.sizes.get(pattern as usize).is_some_and(|&size| size >= 2) {
                let agreeing = self.agreeing.get(pattern as usize).copied().unwrap_or(0.0);
                own = parts.units / parts.pairable * (agreeing - expected) / rest;
            }
            own -= 2.0 * (1.0 - value) * (chance - expected) / rest;
            ((own - value) / parts.units, 1.0)
        });
        jack(influences, parts.units)
    }
}
