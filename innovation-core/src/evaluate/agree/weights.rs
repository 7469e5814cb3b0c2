//! How much agreement two levels stand for.

use super::document::{AgreeRequest, MeasureName, WeightsName};
use super::table::Table;
use crate::error::{Code, Error, Result};
use crate::math;

/// Most levels for which a matrix of weights is kept.
pub(super) const MOST_WEIGHTED: usize = 1_000;

/// A symmetric matrix of weights, 1 on its diagonal.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    width: usize,
    cells: Vec<f64>,
    /// Their name in answers; `None` where only equal levels agree.
    pub name: Option<&'static str>,
    /// What a convention says of them.
    pub words: &'static str,
}

impl Weights {
    /// Only equal levels agree.
    pub fn identity(width: usize) -> Self {
        Self::fill(width, None, "", |a, b| f64::from(u8::from(a == b)))
    }

    /// Only equal levels agree, for those who ask for no single weight.
    pub fn none() -> Self {
        Self::identity(0)
    }

    /// The weights that a request asks for, or quadratic ones where a measure needs some.
    pub fn read(request: &AgreeRequest, table: &Table, names: &[MeasureName]) -> Result<Self> {
        let weighted = [MeasureName::Ac2, MeasureName::WeightedKappa];
        match &request.weight_matrix {
            Some(matrix) => own(matrix, request, table.width()),
            None if request.weights.is_none()
                && !names.iter().any(|name| weighted.contains(name)) =>
            {
                Ok(Self::none())
            }
            None => Ok(Self::named(request.weights.unwrap_or(WeightsName::Quadratic), table)),
        }
    }

    fn named(name: WeightsName, table: &Table) -> Self {
        let scores = table.unit_scores();
        let score = |level: usize| scores.get(level).copied().unwrap_or(0.0);
        let distance = |a: usize, b: usize| (score(a) - score(b)).abs();
        let width = table.width();
        match name {
            WeightsName::Linear => {
                Self::fill(width, Some("linear"), "linear weights", |a, b| 1.0 - distance(a, b))
            }
            WeightsName::Quadratic => {
                Self::fill(width, Some("quadratic"), "quadratic weights", |a, b| {
                    1.0 - distance(a, b) * distance(a, b)
                })
            }
            WeightsName::Radical => {
                Self::fill(width, Some("radical"), "radical weights", |a, b| {
                    1.0 - math::sqrt(distance(a, b))
                })
            }
            WeightsName::Ordinal => {
                let pairs = |levels: usize| levels as f64 * (levels as f64 - 1.0) / 2.0;
                let all = pairs(width).max(1.0);
                Self::fill(width, Some("ordinal"), "Gwet’s ordinal weights", |a, b| {
                    1.0 - pairs(a.abs_diff(b) + 1) / all
                })
            }
        }
    }

    fn fill(
        width: usize,
        name: Option<&'static str>,
        words: &'static str,
        weight: impl Fn(usize, usize) -> f64,
    ) -> Self {
        // Beyond the limit no measure asks for a weight.
        let width = if width > MOST_WEIGHTED { 0 } else { width };
        let places = (0..width).flat_map(|a| (0..width).map(move |b| (a, b)));
        Self { width, cells: places.map(|(a, b)| weight(a, b)).collect(), name, words }
    }

    /// The weight of two levels.
    #[inline]
    pub fn of(&self, a: usize, b: usize) -> f64 {
        self.cells.get(a * self.width + b).copied().unwrap_or(0.0)
    }

    /// The weights of a level with all.
    pub fn row(&self, level: usize) -> &[f64] {
        self.cells.get(level * self.width..(level + 1) * self.width).unwrap_or_default()
    }

    /// For each level, the mean weight with a level drawn by shares.
    pub fn mean_with(&self, shares: &[f64]) -> Vec<f64> {
        (0..self.width).map(|level| dot(self.row(level), shares)).collect()
    }

    /// The sum of all weights.
    pub fn total(&self) -> f64 {
        self.cells.iter().sum()
    }
}

/// Σ a b.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn own(matrix: &[Vec<f64>], request: &AgreeRequest, width: usize) -> Result<Weights> {
    let refuse = |place: &str, message: &str| {
        Err(Error::new(Code::EvaluateInvalidWeights, message).at(format!("/weightMatrix{place}")))
    };
    if request.scale.levels.is_empty() {
        return refuse("", "weights stand between levels, and no levels are declared");
    }
    if width > MOST_WEIGHTED {
        return refuse("", "there are too many levels for a matrix of weights");
    }
    if matrix.len() != width {
        return refuse("", &format!("there are {} rows for {width} levels", matrix.len()));
    }
    let weight = |a: usize, b: usize| matrix.get(a).and_then(|row| row.get(b)).copied();
    for (a, row) in matrix.iter().enumerate() {
        if row.len() != width {
            let message = format!("there are {} weights for {width} levels", row.len());
            return refuse(&format!("/{a}"), &message);
        }
        for (b, &value) in row.iter().enumerate() {
            let place = format!("/{a}/{b}");
            if !(0.0..=1.0).contains(&value) {
                return refuse(&place, &format!("the weight {value} lies outside 0 to 1"));
            }
            if a == b && value != 1.0 {
                return refuse(&place, "a level agrees fully with itself: its weight is 1");
            }
            if weight(b, a) != Some(value) {
                return refuse(&place, "the weight differs from that of the same two levels");
            }
        }
    }
    Ok(Weights::fill(width, Some("own"), "own weights", |a, b| weight(a, b).unwrap_or(0.0)))
}
