//! What a column of the table, a rater on an item, says at each ability.

use super::{Facets, NODES};
use crate::linear::Symmetric;
use crate::math;

/// What one column says at each ability.
pub(super) struct Column {
    parts: Vec<(usize, f64)>,
    /// Level by level, logs of probabilities at the nodes.
    logs: Vec<f64>,
    shares: Vec<f64>,
}

impl Column {
    /// At the nodes of a grid of abilities, given parameters.
    pub fn new(facets: &Facets, column: usize, parameters: &[f64], abilities: &[f64]) -> Self {
        let parts = facets.location(column);
        let location: f64 = parts
            .iter()
            .map(|&(place, factor)| factor * parameters.get(place).copied().unwrap_or(0.0))
            .sum();
        let steps = facets.steps_of(parameters);
        let mut logs = vec![0.0; facets.levels * NODES];
        for (node, ability) in abilities.iter().enumerate() {
            let mut sum = 0.0;
            let mut all = vec![0.0];
            for step in &steps {
                sum += ability - location - step;
                all.push(sum);
            }
            let most = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let total = most + math::ln(all.iter().map(|part| math::exp(part - most)).sum());
            for (level, part) in all.iter().enumerate() {
                if let Some(cell) = logs.get_mut(level * NODES + node) {
                    *cell = part - total;
                }
            }
        }
        let shares = logs.iter().map(|log| math::exp(*log)).collect();
        Self { parts, logs, shares }
    }

    /// Logs of the probabilities of a level.
    pub fn logs(&self, level: usize) -> &[f64] {
        self.logs.get(level * NODES..(level + 1) * NODES).unwrap_or_default()
    }

    /// Adds what a level given says of location and steps.
    pub fn observe(&self, level: usize, facets: &Facets, free: usize, into: &mut [f64]) {
        self.spread(-(level as f64), into);
        for step in 0..free {
            bump(into, facets.size() - free + step, -facets.passed(level, step));
        }
    }

    /// Takes away what was to be expected at abilities with these weights.
    pub fn expect(&self, weights: &[f64], facets: &Facets, free: usize, into: &mut [f64]) {
        for (level, shares) in self.shares.chunks(NODES).enumerate() {
            let chance: f64 =
                shares.iter().zip(weights).map(|(share, weight)| share * weight).sum();
            self.spread(level as f64 * chance, into);
            for step in 0..free {
                bump(into, facets.size() - free + step, facets.passed(level, step) * chance);
            }
        }
    }

    fn spread(&self, value: f64, into: &mut [f64]) {
        for &(place, factor) in &self.parts {
            bump(into, place, factor * value);
        }
    }

    /// Adds variances and covariances of level and steps passed.
    pub fn curve(&self, weights: &[f64], facets: &Facets, free: usize, into: &mut Symmetric) {
        let first = facets.size() - free;
        // Moments of the level and of each step, the level first.
        let mut moments = vec![0.0; (free + 1) * (free + 1)];
        let mut vector = vec![0.0; free + 1];
        for (node, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
            let mut means = vec![0.0; free + 1];
            for level in 0..facets.levels {
                let share = self.shares.get(level * NODES + node).copied().unwrap_or(0.0);
                facets.vector(level, &mut vector);
                for (mean, value) in means.iter_mut().zip(&vector) {
                    *mean += share * value;
                }
            }
            for level in 0..facets.levels {
                let share = self.shares.get(level * NODES + node).copied().unwrap_or(0.0);
                facets.vector(level, &mut vector);
                for (value, mean) in vector.iter_mut().zip(&means) {
                    *value -= mean;
                }
                for (a, first) in vector.iter().enumerate() {
                    for (b, second) in vector.iter().enumerate() {
                        bump(&mut moments, a * (free + 1) + b, weight * share * first * second);
                    }
                }
            }
        }
        let moment = |a: usize, b: usize| moments.get(a * (free + 1) + b).copied().unwrap_or(0.0);
        for &(a, by) in &self.parts {
            for &(b, other) in &self.parts {
                into.add(a, b, by * other * moment(0, 0));
            }
            for step in 0..free {
                into.add(a, first + step, by * moment(0, step + 1));
                into.add(first + step, a, by * moment(0, step + 1));
            }
        }
        for a in 0..free {
            for b in 0..free {
                into.add(first + a, first + b, moment(a + 1, b + 1));
            }
        }
    }
}

impl Facets {
    /// 1 where a level lies above a step, less 1 where it lies above the last, which is tied
    /// to the others.
    fn passed(&self, level: usize, step: usize) -> f64 {
        f64::from(u8::from(level > step)) - f64::from(u8::from(level + 1 == self.levels))
    }

    /// The level, and each free step passed.
    fn vector(&self, level: usize, into: &mut [f64]) {
        for (place, value) in into.iter_mut().enumerate() {
            *value = match place.checked_sub(1) {
                None => level as f64,
                Some(step) => self.passed(level, step),
            };
        }
    }
}

fn bump(list: &mut [f64], place: usize, value: f64) {
    if let Some(cell) = list.get_mut(place) {
        *cell += value;
    }
}
