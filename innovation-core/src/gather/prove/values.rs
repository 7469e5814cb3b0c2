//! Pair values of an instance as one matrix, for the exact methods on few units.
#![expect(
    clippy::indexing_slicing,
    reason = "the matrix has a row and a column for each unit of the instance"
)]

use super::choice::Choice;
use crate::gather::instance::{Instance, Pairs, SparsePairs};

/// Most units for which a matrix is made: 8 MB.
const MOST_UNITS: usize = 1000;
/// Largest pair value the exact methods take, so that their sums stay within 63 bits.
const LARGEST: i64 = 1 << 30;

/// A full symmetric matrix, zero on the diagonal.
#[derive(Debug, Clone)]
pub(super) struct Values {
    units: usize,
    matrix: Vec<i64>,
}

impl Values {
    /// All pair values; `None` where units are too many or values too large.
    pub fn of_instance(instance: &Instance) -> Option<Self> {
        let units = instance.mass.len();
        if units > MOST_UNITS {
            return None;
        }
        let matrix: Vec<i64> = match &instance.pairs {
            Pairs::Dense(dense) => dense.iter().map(|&value| i64::from(value)).collect(),
            Pairs::Sparse(sparse) => {
                (0..units).flat_map(|unit| row_of(sparse, unit, units)).collect()
            }
        };
        let fits = matrix.iter().all(|value| value.abs() <= LARGEST);
        fits.then_some(Self { units, matrix })
    }

    /// How many units.
    pub fn units(&self) -> usize {
        self.units
    }

    /// Value of a pair.
    pub fn of(&self, a: usize, b: usize) -> i64 {
        self.matrix[a * self.units + b]
    }

    /// Values of a unit's pairs.
    pub fn row(&self, unit: usize) -> &[i64] {
        &self.matrix[unit * self.units..(unit + 1) * self.units]
    }

    /// Sum of the values of chosen pairs.
    pub fn total(&self, choice: &Choice) -> i64 {
        let potentials = self.potentials(choice);
        choice.units().filter(|&unit| choice.within(unit)).map(|unit| potentials[unit]).sum::<i64>()
            / 2
    }

    /// For each unit the sum of its values with chosen units.
    pub fn potentials(&self, choice: &Choice) -> Vec<i64> {
        let sum = |unit: usize| {
            (self.row(unit).iter().enumerate())
                .filter(|&(other, _)| choice.within(other))
                .map(|(_, value)| value)
                .sum()
        };
        (0..self.units).map(sum).collect()
    }
}

/// A unit's row of the matrix.
fn row_of(sparse: &SparsePairs, unit: usize, units: usize) -> Vec<i64> {
    let mut row = vec![sparse.base; units];
    for (weight, values) in &sparse.attributes {
        for (entry, value) in row.iter_mut().zip(values) {
            if *value != values[unit] {
                *entry += weight;
            }
        }
    }
    for &(other, loss) in &sparse.ties[unit] {
        row[other as usize] -= loss;
    }
    row[unit] = 0;
    row
}
