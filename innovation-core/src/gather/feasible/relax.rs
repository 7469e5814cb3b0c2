//! Whether the limits hold together at least for fractions, with a proof where they do not.
//!
//! [`Relaxation`] is the general simplex method: a tableau kept over the whole search, of
//! which only bounds change. Its arithmetic is in floating point and is not believed: where
//! it finds no solution, the weights it gives the rows are rounded to whole numbers, and the
//! contradiction in the weighted sum of rows is checked exactly.
//!
//! Invariant: `Refuted` is returned only after the check in whole numbers.
//!
//! # References
//!
//! B. Dutertre, L. de Moura, *A fast linear-arithmetic solver for DPLL(T)*, CAV 2006.
//! A. Neumaier, O. Shcherbina, *Safe bounds in linear and mixed-integer linear programming*,
//! Mathematical Programming 99, 2004.
#![expect(
    clippy::indexing_slicing,
    reason = "rows and columns of the tableau are numbered from its own sizes, fixed at creation"
)]

use super::model::{Model, Row};
use super::propagate::Bounds;

/// What the relaxation says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No solution, not even in fractions: proved.
    Refuted,
    /// A solution in fractions, see [`Relaxation::value`].
    Open,
    /// Neither, for want of precision or time.
    Unknown,
}

/// Slack for rounding in the tableau.
const TOLERANCE: f64 = 1e-7;
/// Pivots smaller than this are refused.
const SMALLEST_PIVOT: f64 = 1e-6;
/// Largest tableau, in numbers: 8 MB.
const LARGEST_TABLEAU: usize = 1_000_000;
/// Multipliers that rounded weights are tried with: small wholes, then fine fractions.
const SCALES: [f64; 4] = [1.0, 12.0, 5_040.0, 1_048_576.0];

/// The limits as a tableau: each basic variable is a combination of the others.
///
/// Variables are the model's unknowns, then one for the sum of each row.
#[derive(Debug, Clone)]
pub(crate) struct Relaxation<'m> {
    model: &'m Model,
    /// Unknowns and rows of the model that take part.
    unknowns: Vec<u32>,
    rows: Vec<u32>,
    tableau: Vec<f64>,
    width: usize,
    basic: Vec<usize>,
    other: Vec<usize>,
    value: Vec<f64>,
    /// Entries of the tableau touched so far.
    pub work: u64,
}

impl<'m> Relaxation<'m> {
    /// The tableau of a model; `None` where it would be too large.
    ///
    /// A class of which all but one column are without limits needs no row: what the one
    /// column leaves has a place. That is the case of people who are selected or not.
    pub fn new(model: &'m Model) -> Option<Self> {
        let limited = |unknown: u32| !model.places[unknown as usize].is_empty();
        let needed = |row: usize| {
            let Row { terms, max, .. } = &model.rows[row];
            let free = terms.iter().any(|&(unknown, _)| {
                !limited(unknown) && i64::from(model.high[unknown as usize]) >= *max
            });
            let held = terms.iter().filter(|&&(unknown, _)| limited(unknown)).count();
            row < model.column_rows || held > 1 || !free
        };
        let rows: Vec<u32> =
            (0..model.rows.len()).filter(|&row| needed(row)).map(|row| row as u32).collect();
        let mut unknowns: Vec<u32> = (rows.iter())
            .flat_map(|&row| model.rows[row as usize].terms.iter().map(|&(unknown, _)| unknown))
            .collect();
        unknowns.sort_unstable();
        unknowns.dedup();

        let width = unknowns.len();
        if width.saturating_mul(rows.len()) > LARGEST_TABLEAU {
            return None;
        }
        let mut tableau = vec![0.0; width * rows.len()];
        for (line, &row) in tableau.chunks_exact_mut(width.max(1)).zip(&rows) {
            for &(unknown, weight) in &model.rows[row as usize].terms {
                if let Ok(place) = unknowns.binary_search(&unknown) {
                    line[place] = f64::from(weight);
                }
            }
        }
        Some(Self {
            model,
            tableau,
            width,
            basic: (width..width + rows.len()).collect(),
            other: (0..width).collect(),
            value: vec![0.0; width + rows.len()],
            unknowns,
            rows,
            work: 0,
        })
    }

    /// The fraction found for an unknown that takes part.
    pub fn value(&self, unknown: u32) -> Option<f64> {
        self.unknowns.binary_search(&unknown).ok().map(|place| self.value[place])
    }

    /// Looks for a solution in fractions between bounds.
    pub fn check(&mut self, bounds: &Bounds) -> Verdict {
        self.settle(bounds);
        let patience = 50 + 4 * self.basic.len();
        for turn in 0..2 * patience {
            // Large steps first; Bland's rule, which cannot cycle, once patience is gone.
            let careful = turn > patience;
            let Some(line) = self.violated(bounds, careful) else { return Verdict::Open };
            let (low, high) = self.range(self.basic[line], bounds);
            let rise = self.value[self.basic[line]] < low;
            let Some(place) = self.entering(line, rise, bounds, careful) else {
                return if self.certify(line, bounds) {
                    Verdict::Refuted
                } else {
                    Verdict::Unknown
                };
            };
            self.pivot(line, place, if rise { low } else { high });
        }
        Verdict::Unknown
    }

    /// Moves variables outside the basis to within bounds.
    fn settle(&mut self, bounds: &Bounds) {
        for place in 0..self.width {
            let variable = self.other[place];
            let (low, high) = self.range(variable, bounds);
            let value = self.value[variable].max(low).min(high);
            let change = value - self.value[variable];
            if change != 0.0 {
                self.value[variable] = value;
                for (line, &basic) in self.basic.iter().enumerate() {
                    self.value[basic] += change * self.tableau[line * self.width + place];
                }
                self.work += self.basic.len() as u64;
            }
        }
    }

    fn range(&self, variable: usize, bounds: &Bounds) -> (f64, f64) {
        if variable < self.width {
            let unknown = self.unknowns[variable] as usize;
            (f64::from(bounds.low[unknown]), f64::from(bounds.high[unknown]))
        } else {
            let row = &self.model.rows[self.rows[variable - self.width] as usize];
            (row.min as f64, row.max as f64)
        }
    }

    /// A line whose basic variable is out of bounds: the farthest, or the one named first.
    fn violated(&self, bounds: &Bounds, first: bool) -> Option<usize> {
        let mut found: Option<(usize, f64)> = None;
        for (line, &variable) in self.basic.iter().enumerate() {
            let (low, high) = self.range(variable, bounds);
            let by = (low - self.value[variable]).max(self.value[variable] - high);
            let better = match found {
                _ if by <= TOLERANCE => false,
                None => true,
                Some((best, _)) if first => variable < self.basic[best],
                Some((_, most)) => by > most,
            };
            if better {
                found = Some((line, by));
            }
        }
        found.map(|(line, _)| line)
    }

    /// A place whose variable can move the line's basic variable up or down.
    fn entering(&self, line: usize, rise: bool, bounds: &Bounds, first: bool) -> Option<usize> {
        let mut found: Option<(usize, f64)> = None;
        for (place, &variable) in self.other.iter().enumerate() {
            let weight = self.tableau[line * self.width + place];
            if weight.abs() < SMALLEST_PIVOT {
                continue;
            }
            let (low, high) = self.range(variable, bounds);
            let upwards = (weight > 0.0) == rise;
            let value = self.value[variable];
            if if upwards { value >= high } else { value <= low } {
                continue;
            }
            let better = match found {
                None => true,
                Some((best, _)) if first => variable < self.other[best],
                Some((_, largest)) => weight.abs() > largest,
            };
            if better {
                found = Some((place, weight.abs()));
            }
        }
        found.map(|(place, _)| place)
    }

    /// Swaps a basic variable, which takes the value `target`, for another.
    fn pivot(&mut self, line: usize, place: usize, target: f64) {
        let width = self.width;
        let start = line * width;
        let weight = self.tableau[start + place];
        let (leaving, entering) = (self.basic[line], self.other[place]);
        let step = (target - self.value[leaving]) / weight;
        for (other, &basic) in self.basic.iter().enumerate() {
            self.value[basic] += step * self.tableau[other * width + place];
        }
        self.value[leaving] = target;
        self.value[entering] += step;
        self.basic[line] = entering;
        self.other[place] = leaving;

        let mut pivoted = self.tableau[start..start + width].to_vec();
        for entry in &mut pivoted {
            *entry /= -weight;
        }
        pivoted[place] = 1.0 / weight;
        for other in self.tableau.chunks_exact_mut(width) {
            let factor = other[place];
            if factor != 0.0 {
                other[place] = 0.0;
                for (entry, &by) in other.iter_mut().zip(&pivoted) {
                    *entry += factor * by;
                }
            }
        }
        self.tableau[start..start + width].copy_from_slice(&pivoted);
        self.work += self.tableau.len() as u64;
    }

    /// Whether the line, rounded to whole weights of rows, is a contradiction.
    fn certify(&self, line: usize, bounds: &Bounds) -> bool {
        let mut weights = vec![0.0; self.basic.len()];
        for (place, &variable) in self.other.iter().enumerate() {
            if variable >= self.width {
                weights[variable - self.width] = self.tableau[line * self.width + place];
            }
        }
        if self.basic[line] >= self.width {
            weights[self.basic[line] - self.width] = -1.0;
        }
        let least = (weights.iter().map(|w| w.abs()))
            .filter(|&w| w > SMALLEST_PIVOT)
            .fold(f64::INFINITY, f64::min);
        SCALES.iter().any(|scale| {
            let whole = |w: &f64| {
                let scaled = w * scale / least.min(1.0);
                if scaled < 0.0 { (scaled - 0.5) as i64 } else { (scaled + 0.5) as i64 }
            };
            self.contradicts(&weights.iter().map(whole).collect::<Vec<_>>(), bounds)
        })
    }

    /// Whether the sum of rows, weighted, must lie in two ranges that do not meet: the one given
    /// by the limits of rows, and the one given by the bounds of unknowns.
    fn contradicts(&self, weights: &[i64], bounds: &Bounds) -> bool {
        let model = self.model;
        let mut combined = vec![0i128; model.high.len()];
        let (mut least, mut most) = (0i128, 0i128);
        for (&row, &weight) in self.rows.iter().zip(weights).filter(|&(_, &weight)| weight != 0) {
            let row = &model.rows[row as usize];
            let weight = i128::from(weight);
            let ends = [weight * i128::from(row.min), weight * i128::from(row.max)];
            least += ends[0].min(ends[1]);
            most += ends[0].max(ends[1]);
            for &(unknown, by) in &row.terms {
                combined[unknown as usize] += weight * i128::from(by);
            }
        }
        let (mut low, mut high) = (0i128, 0i128);
        for (unknown, &weight) in combined.iter().enumerate() {
            let ends = [
                weight * i128::from(bounds.low[unknown]),
                weight * i128::from(bounds.high[unknown]),
            ];
            low += ends[0].min(ends[1]);
            high += ends[0].max(ends[1]);
        }
        low > most || high < least
    }
}
