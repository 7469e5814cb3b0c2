//! The regression of the original paper.

use super::observed::Observed;
use super::solution::{Solution, increments_off, normal_likelihood};
use crate::linear::Symmetric;
use crate::math;

/// Why the regression gives no curve.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum NoCurve {
    /// The regression itself has no answer.
    Flat,
    /// Its coefficients, which have the wrong signs.
    Signs([f64; 3]),
}

/// New adopters on a constant, the adopters before and their square: a + b·N + c·N², where
/// m is the positive root, p = a/m and q = −c·m.
pub(super) fn regress(observed: &Observed) -> Result<Solution, NoCurve> {
    // Adopters in units of all of them keep the powers of one size.
    let unit = observed.total;
    let rows: Vec<([f64; 3], f64)> = observed
        .counts
        .iter()
        .scan(0.0, |before, count| {
            let share = *before / unit;
            *before += count;
            Some(([1.0, share, share * share], *count))
        })
        .collect();
    let mut normal = Symmetric::new(3);
    let mut right = [0.0; 3];
    for (row, count) in &rows {
        for (a, (own, x)) in right.iter_mut().zip(row).enumerate() {
            *own += x * count;
            row.iter().enumerate().for_each(|(b, y)| normal.add(a, b, x * y));
        }
    }
    let (Some(solved), Some(mut covariance)) = (normal.solve(&right, 0.0), normal.scaled_inverse())
    else {
        return Err(NoCurve::Flat);
    };
    let Ok([a, b, c]) = <[f64; 3]>::try_from(solved) else { return Err(NoCurve::Flat) };
    let rss: f64 = rows
        .iter()
        .map(|([one, x, y], count)| count - (a * one + b * x + c * y))
        .map(|error| error * error)
        .sum();
    let discriminant = b * b - 4.0 * a * c;
    if !(a > 0.0 && c < 0.0 && discriminant > 0.0) {
        return Err(NoCurve::Signs([a, b / unit, c / (unit * unit)]));
    }
    let m = (-b - math::sqrt(discriminant)) / (2.0 * c);
    let freedom = (rows.len() - 3) as f64;
    covariance.scale(rss / freedom);
    // Slopes of ln p, ln q and ln m by the coefficients; m is where a + b·m + c·m² vanishes.
    let turn = -1.0 / (b + 2.0 * c * m);
    let ln_m = [turn / m, turn, turn * m];
    let [ma, mb, mc] = ln_m;
    let ln_p = [1.0 / a - ma, -mb, -mc];
    let ln_q = [ma, mb, 1.0 / c + mc];
    let slopes = [ln_p, ln_q, ln_m];
    let mut own = Symmetric::new(3);
    for (x, one) in slopes.iter().enumerate() {
        for (y, other) in slopes.iter().enumerate() {
            let cell: f64 = (one.iter().enumerate())
                .map(|(i, u)| {
                    other.iter().enumerate().map(|(j, v)| u * v * covariance.of(i, j)).sum::<f64>()
                })
                .sum();
            own.add(x, y, cell);
        }
    }
    let squares: f64 = observed.counts.iter().map(|count| count * count).sum();
    let point = vec![math::ln(a / (m * unit)), math::ln(-c * m / unit), math::ln(m * unit)];
    let noise = increments_off(observed, |t| {
        rows.get(t - 1).map_or(0.0, |([one, x, y], _)| a * one + b * x + c * y)
    }) / freedom;
    Ok(Solution {
        point,
        covariance: own,
        rss,
        freedom: Some(freedom),
        log_likelihood: normal_likelihood(rss, squares, rows.len()),
        noise,
    })
}
