//! The little linear algebra that fits need.

use crate::math;

/// A small symmetric matrix.
#[derive(Debug, Clone)]
pub(crate) struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

impl Symmetric {
    pub(crate) fn new(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * size] }
    }

    pub(crate) fn of(&self, a: usize, b: usize) -> f64 {
        self.cells.get(a * self.size + b).copied().unwrap_or(0.0)
    }

    pub(crate) fn add(&mut self, a: usize, b: usize, value: f64) {
        if let Some(cell) = self.cells.get_mut(a * self.size + b) {
            *cell += value;
        }
    }

    /// The inverse by Gauss and Jordan; `None` where a pivot vanishes.
    pub(crate) fn inverse(mut self) -> Option<Self> {
        let size = self.size;
        let mut inverse = Self::new(size);
        for place in 0..size {
            inverse.add(place, place, 1.0);
        }
        for pivot in 0..size {
            let scale = self.of(pivot, pivot);
            // A positive definite matrix keeps its pivots above 0 without exchanging rows.
            if scale.is_nan() || scale <= 1e-12 {
                return None;
            }
            for matrix in [&mut self, &mut inverse] {
                let row = matrix.cells.get_mut(pivot * size..(pivot + 1) * size)?;
                row.iter_mut().for_each(|cell| *cell /= scale);
            }
            let own = self.cells.get(pivot * size..(pivot + 1) * size)?.to_vec();
            let own_inverse = inverse.cells.get(pivot * size..(pivot + 1) * size)?.to_vec();
            for other in (0..size).filter(|&other| other != pivot) {
                let factor = self.of(other, pivot);
                if factor == 0.0 {
                    continue;
                }
                for (matrix, own) in [(&mut self, &own), (&mut inverse, &own_inverse)] {
                    let row = matrix.cells.get_mut(other * size..(other + 1) * size)?;
                    row.iter_mut().zip(own).for_each(|(cell, own)| *cell -= factor * own);
                }
            }
        }
        Some(inverse)
    }

    /// Multiplies every cell.
    pub(crate) fn scale(&mut self, by: f64) {
        self.cells.iter_mut().for_each(|cell| *cell *= by);
    }

    /// Clears a row and its column, leaving 1 where they meet.
    pub(crate) fn isolate(&mut self, place: usize) {
        for other in 0..self.size {
            for (a, b) in [(place, other), (other, place)] {
                if let Some(cell) = self.cells.get_mut(a * self.size + b) {
                    *cell = if other == place { 1.0 } else { 0.0 };
                }
            }
        }
    }

    /// The roots of the diagonal's sizes, by which rows become comparable; 1 for an empty row.
    fn roots(&self) -> Vec<f64> {
        (0..self.size)
            .map(|place| self.of(place, place).abs())
            .map(|cell| if cell > 0.0 && cell.is_finite() { math::sqrt(cell) } else { 1.0 })
            .collect()
    }

    /// The lower triangle whose product with its transpose is this matrix, scaled to a diagonal
    /// of 1 and raised by `damping`; or the first place that depends on those before it.
    fn triangle(&self, roots: &[f64], damping: f64) -> Result<Self, usize> {
        let mut lower = Self::new(self.size);
        for (a, root) in roots.iter().enumerate() {
            for (b, other) in roots.iter().enumerate().take(a + 1) {
                let own = self.of(a, b) / (root * other);
                let known: f64 = (0..b).map(|c| lower.of(a, c) * lower.of(b, c)).sum();
                if a == b {
                    let pivot = own + damping - known;
                    if pivot.is_nan() || pivot <= DEPENDENT {
                        return Err(a);
                    }
                    lower.add(a, a, math::sqrt(pivot));
                } else {
                    lower.add(a, b, (own - known) / lower.of(b, b));
                }
            }
        }
        Ok(lower)
    }

    /// The `x` at which the matrix, its diagonal raised by the share `damping`, times `x` is
    /// `right`; `None` where the matrix is not positive definite. Rows may differ in scale.
    pub(crate) fn solve(&self, right: &[f64], damping: f64) -> Option<Vec<f64>> {
        let roots = self.roots();
        let lower = self.triangle(&roots, damping).ok()?;
        let mut x: Vec<f64> = right.iter().zip(&roots).map(|(part, root)| part / root).collect();
        for a in 0..self.size {
            let known: f64 =
                x.iter().enumerate().take(a).map(|(b, part)| lower.of(a, b) * part).sum();
            let own = x.get_mut(a)?;
            *own = (*own - known) / lower.of(a, a);
        }
        for a in (0..self.size).rev() {
            let known: f64 =
                x.iter().enumerate().skip(a + 1).map(|(b, part)| lower.of(b, a) * part).sum();
            let own = x.get_mut(a)?;
            *own = (*own - known) / lower.of(a, a);
        }
        Some(x.iter().zip(&roots).map(|(part, root)| part / root).collect())
    }

    /// The inverse of a matrix whose rows may differ in scale; `None` where it is not positive
    /// definite.
    pub(crate) fn scaled_inverse(&self) -> Option<Self> {
        let mut inverse = Self::new(self.size);
        for column in 0..self.size {
            let unit: Vec<f64> =
                (0..self.size).map(|row| if row == column { 1.0 } else { 0.0 }).collect();
            for (row, cell) in self.solve(&unit, 0.0)?.into_iter().enumerate() {
                inverse.add(row, column, cell);
            }
        }
        Some(inverse)
    }

    /// The first place whose row is a mixture of those before it, or empty.
    pub(crate) fn dependent(&self) -> Option<usize> {
        self.triangle(&self.roots(), 0.0).err()
    }

    /// The value of the matrix for a direction: its row times itself times its column.
    pub(crate) fn form(&self, direction: &[f64]) -> f64 {
        (direction.iter().enumerate())
            .map(|(a, x)| {
                direction.iter().enumerate().map(|(b, y)| x * y * self.of(a, b)).sum::<f64>()
            })
            .sum()
    }
}

/// What is left of a row of length 1 after those before it, for it to count as their mixture.
const DEPENDENT: f64 = 1e-13;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A product of a matrix with its transpose, with rows of very different scale.
    fn positive(cells: &[f64], scales: &[f64]) -> Symmetric {
        let size = scales.len();
        let mut matrix = Symmetric::new(size);
        for a in 0..size {
            for b in 0..size {
                let product: f64 =
                    (0..size).map(|c| cells[a * size + c] * cells[b * size + c]).sum();
                let own = if a == b { product + 0.1 } else { product };
                matrix.add(a, b, own * scales[a] * scales[b]);
            }
        }
        matrix
    }

    #[test]
    fn a_mixture_of_rows_is_named() {
        let mut matrix = Symmetric::new(3);
        for (a, b, value) in [
            (0, 0, 4.0),
            (1, 1, 9.0),
            (0, 1, 3.0),
            (1, 0, 3.0),
            (2, 2, 19.0),
            (0, 2, 7.0),
            (2, 0, 7.0),
            (1, 2, 12.0),
            (2, 1, 12.0),
        ] {
            matrix.add(a, b, value);
        }
        assert_eq!(matrix.dependent(), Some(2));
        assert!(matrix.solve(&[1.0; 3], 0.0).is_none() && matrix.solve(&[1.0; 3], 0.1).is_some());
        assert_eq!(Symmetric::new(2).dependent(), Some(0));
    }

    proptest! {
        /// What is solved gives back the right side, whatever the scales.
        #[test]
        fn solving_undoes_the_product(
            cells in prop::collection::vec(-1f64..1.0, 16),
            scales in prop::collection::vec(1e-6f64..1e6, 4),
            right in prop::collection::vec(-1f64..1.0, 4),
        ) {
            let matrix = positive(&cells, &scales);
            let scaled: Vec<f64> = right.iter().zip(&scales).map(|(r, s)| r * s).collect();
            let x = matrix.solve(&scaled, 0.0).unwrap();
            let inverse = matrix.scaled_inverse().unwrap();
            for a in 0..4 {
                let back: f64 = (0..4).map(|b| matrix.of(a, b) * x[b]).sum();
                prop_assert!((back / scales[a] - right[a]).abs() < 1e-9);
                let one: f64 = (0..4).map(|b| matrix.of(a, b) * inverse.of(b, a)).sum();
                prop_assert!((one - 1.0).abs() < 1e-9);
            }
        }
    }
}
