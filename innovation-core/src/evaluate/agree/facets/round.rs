//! One round of EM: what the units say of the parameters, given the last estimates.

use super::super::table::{NONE, Table};
use super::column::Column;
use super::{Facets, NODES};
use crate::linear::Symmetric;
use crate::math;

/// Expected counts given estimates, for one round of EM.
pub(super) struct Round {
    /// By parameter: observed less expected.
    pub gradient: Vec<f64>,
    /// Minus the second derivatives.
    pub curvature: Symmetric,
    pub deviance: f64,
    pub variance: f64,
    /// Σ of products of units' scores, the variance's last.
    pub products: Option<Symmetric>,
}

impl Facets {
    /// One pass over the units: what the posteriors of their abilities say of parameters.
    pub fn round(&self, table: &Table, parameters: &[f64], variance: f64, products: bool) -> Round {
        let spread = math::sqrt(variance);
        let z: Vec<f64> = (0..NODES).map(|node| node as f64 * 0.2 - 6.0).collect();
        let mut prior: Vec<f64> = z.iter().map(|z| math::exp(-0.5 * z * z)).collect();
        let total: f64 = prior.iter().sum();
        prior.iter_mut().for_each(|part| *part /= total);
        let abilities: Vec<f64> = z.iter().map(|z| z * spread).collect();
        let columns: Vec<Column> = (0..table.columns)
            .map(|column| Column::new(self, column, parameters, &abilities))
            .collect();
        let free = self.levels - 2;
        let size = self.size();
        let mut round = Round {
            gradient: vec![0.0; size],
            curvature: Symmetric::new(size),
            deviance: 0.0,
            variance: 0.0,
            products: products.then(|| Symmetric::new(size + 1)),
        };
        // How often each column was rated at each ability.
        let mut weight = vec![0.0; table.columns * NODES];
        let mut posterior = vec![0.0; NODES];
        let mut units = 0.0;
        for row in table.rows() {
            let rated: Vec<(usize, usize)> = row
                .iter()
                .enumerate()
                .filter_map(|(column, &code)| {
                    let step = self.step_of.get(code as usize).copied().flatten();
                    step.filter(|_| code != NONE).map(|step| (column, step))
                })
                .collect();
            if rated.is_empty() {
                continue;
            }
            units += 1.0;
            posterior.fill(0.0);
            for &(column, step) in &rated {
                let logs = columns.get(column).map(|own| own.logs(step)).unwrap_or_default();
                for (sum, log) in posterior.iter_mut().zip(logs) {
                    *sum += log;
                }
            }
            let most = posterior.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mut likelihood = 0.0;
            for (part, prior) in posterior.iter_mut().zip(&prior) {
                *part = math::exp(*part - most) * prior;
                likelihood += *part;
            }
            round.deviance -= 2.0 * (most + math::ln(likelihood));
            posterior.iter_mut().for_each(|part| *part /= likelihood);
            let square: f64 = posterior
                .iter()
                .zip(&abilities)
                .map(|(part, ability)| part * ability * ability)
                .sum();
            round.variance += square;
            let mut score = vec![0.0; if products { size + 1 } else { 0 }];
            for &(column, step) in &rated {
                let Some(own) = columns.get(column) else { continue };
                let cells =
                    weight.get_mut(column * NODES..(column + 1) * NODES).unwrap_or_default();
                for (sum, part) in cells.iter_mut().zip(&posterior) {
                    *sum += part;
                }
                let target = if products { &mut score } else { &mut round.gradient };
                own.observe(step, self, free, target);
                if products {
                    own.expect(&posterior, self, free, target);
                }
            }
            if let (Some(matrix), Some(last)) = (&mut round.products, score.last_mut()) {
                *last = 0.5 * (square / variance - 1.0) / variance;
                for (a, first) in score.iter().enumerate() {
                    for (b, second) in score.iter().enumerate() {
                        matrix.add(a, b, first * second);
                    }
                }
            }
        }
        round.variance /= f64::max(units, 1.0);
        for (column, own) in columns.iter().enumerate() {
            let cells = weight.get(column * NODES..(column + 1) * NODES).unwrap_or_default();
            if !products {
                own.expect(cells, self, free, &mut round.gradient);
                own.curve(cells, self, free, &mut round.curvature);
            }
        }
        round
    }
}
