//! The little linear algebra that fits need.

/// A small symmetric matrix.
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
}
