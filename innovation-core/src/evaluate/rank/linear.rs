//! The linear programme behind limits on weights, as a game.
//!
//! Weights are a strategy of one player, rows one of the other: the value of the game is the
//! largest margin by which all rows can hold at once. Below 0 the rows contradict each other,
//! and the other player's strategy names rows that do; at 0 some rows hold as equalities only,
//! and it names some of these.
//!
//! The tableau has one line a criterion and one column a row, and starts feasible, so that
//! there is no first phase. Bland's rule is used once ordinary pivots have been many.

use crate::error::{Code, Error, Result};

/// Numbers nearer to 0 than this count as 0 in the tableau.
const SMALL: f64 = 1e-11;
/// Added to the rows that are to have a margin: entries then lie between 1 and 3.
const SHIFT: f64 = 2.0;

/// The largest margin, weights that have it, and the rows that keep it from being larger.
#[derive(Debug)]
pub(super) struct Margin {
    /// The least sum over rows that want a margin.
    pub value: f64,
    /// Weights that reach it.
    pub weights: Vec<f64>,
    /// Positions of the rows that bound it, in rising order.
    pub binding: Vec<usize>,
}

/// Solves for the largest margin of the rows that want one, the others being kept. Rows have
/// numbers of magnitude 1 or less; one at least wants a margin.
///
/// Cost of a pivot: criteria × rows.
pub(super) fn margin(rows: &[(&[f64], bool)], criteria: usize) -> Result<Margin> {
    let columns = rows.len();
    let width = columns + 1;
    // Line i: slack i + Σ entry · q = 1. The last line is the objective, with the value so far.
    let mut tableau = vec![0.0; (criteria + 1) * width];
    for (i, line) in tableau.chunks_exact_mut(width).enumerate() {
        for (cell, (numbers, wanted)) in line.iter_mut().zip(rows) {
            let shift = if *wanted { SHIFT } else { 0.0 };
            *cell = match numbers.get(i) {
                Some(number) if i < criteria => number + shift,
                _ => f64::from(u8::from(*wanted)),
            };
        }
        if let Some(last) = line.last_mut() {
            *last = if i < criteria { 1.0 } else { 0.0 };
        }
    }
    // Variables: columns' q first, then slacks.
    let mut nonbasic: Vec<usize> = (0..columns).collect();
    let mut basic: Vec<usize> = (columns..columns + criteria).collect();
    let patience = 20 * (columns + criteria);
    for pivots in 0..10 * patience {
        let Some(column) = entering(&tableau, width, &nonbasic, pivots > patience) else {
            return Ok(read(&tableau, width, &nonbasic, &basic, rows));
        };
        let Some(line) = leaving(&tableau, width, &basic, column) else { break };
        pivot(&mut tableau, width, line, column);
        if let (Some(a), Some(b)) = (basic.get_mut(line), nonbasic.get_mut(column)) {
            std::mem::swap(a, b);
        }
    }
    Err(Error::new(Code::ContractInternal, "the limits on weights could not be examined"))
}

/// The column to enter: the largest gain, or the first variable that gains.
fn entering(tableau: &[f64], width: usize, nonbasic: &[usize], bland: bool) -> Option<usize> {
    let objective = tableau.chunks_exact(width).last()?;
    let mut best: Option<(usize, f64)> = None;
    for (at, (&gain, &variable)) in objective.iter().zip(nonbasic).enumerate() {
        let worth = if bland { -(variable as f64) } else { gain };
        // The first among equals.
        if gain > SMALL && best.is_none_or(|(_, most)| worth > most) {
            best = Some((at, worth));
        }
    }
    best.map(|(at, _)| at)
}

/// The line to leave: the least ratio, then the lowest variable.
fn leaving(tableau: &[f64], width: usize, basic: &[usize], column: usize) -> Option<usize> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (line, (cells, &variable)) in tableau.chunks_exact(width).zip(basic).enumerate() {
        let (Some(&entry), Some(&bound)) = (cells.get(column), cells.last()) else { continue };
        if entry <= SMALL {
            continue;
        }
        let ratio = bound / entry;
        if best.is_none_or(|(least, own, _)| ratio < least || (ratio == least && variable < own)) {
            best = Some((ratio, variable, line));
        }
    }
    best.map(|(_, _, line)| line)
}

/// Exchanges the variables of a line and a column.
fn pivot(tableau: &mut [f64], width: usize, line: usize, column: usize) {
    let Some(cells) = tableau.chunks_exact_mut(width).nth(line) else { return };
    let Some(&entry) = cells.get(column) else { return };
    for cell in cells.iter_mut() {
        *cell /= entry;
    }
    if let Some(cell) = cells.get_mut(column) {
        *cell = 1.0 / entry;
    }
    let chosen = cells.to_vec();
    for (at, cells) in tableau.chunks_exact_mut(width).enumerate() {
        let factor = cells.get(column).copied().unwrap_or(0.0);
        if at == line || factor == 0.0 {
            continue;
        }
        for (cell, own) in cells.iter_mut().zip(&chosen) {
            *cell -= factor * own;
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = -factor / entry;
        }
    }
}

/// Reads weights from the reduced costs of slacks, and binding rows from the basis.
fn read(
    tableau: &[f64],
    width: usize,
    nonbasic: &[usize],
    basic: &[usize],
    rows: &[(&[f64], bool)],
) -> Margin {
    let columns = rows.len();
    let mut weights = vec![0.0; basic.len()];
    let objective = tableau.chunks_exact(width).last().unwrap_or_default();
    for (gain, variable) in objective.iter().zip(nonbasic) {
        if let Some(weight) = variable.checked_sub(columns).and_then(|at| weights.get_mut(at)) {
            *weight = (-gain).max(0.0);
        }
    }
    let total: f64 = weights.iter().sum();
    if total > 0.0 {
        for weight in &mut weights {
            *weight /= total;
        }
    }
    let mut binding = Vec::new();
    for (cells, &variable) in tableau.chunks_exact(width).zip(basic) {
        let wanted = rows.get(variable).is_some_and(|(_, wanted)| *wanted);
        if wanted && cells.last().is_some_and(|amount| *amount > SMALL) {
            binding.push(variable);
        }
    }
    binding.sort_unstable();
    let sum = |numbers: &[f64]| -> f64 { numbers.iter().zip(&weights).map(|(a, b)| a * b).sum() };
    let value = rows
        .iter()
        .filter(|(_, wanted)| *wanted)
        .fold(f64::INFINITY, |least, (numbers, _)| least.min(sum(numbers)));
    Margin { value, weights, binding }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_value_of_a_game_is_the_known_one() {
        // Paper, scissors, stone: a fair game of equal weights.
        let rows: [&[f64]; 3] = [&[0.0, 1.0, -1.0], &[-1.0, 0.0, 1.0], &[1.0, -1.0, 0.0]];
        let solved = margin(&rows.map(|row| (row, true)), 3).unwrap();
        assert!(solved.value.abs() < 1e-12);
        assert!(solved.weights.iter().all(|weight| (weight - 1.0 / 3.0).abs() < 1e-12));
        assert_eq!(solved.binding, [0, 1, 2]);
    }

    proptest! {
        /// No weights on a grid have a larger margin.
        #[test]
        fn no_weights_do_better(
            numbers in prop::collection::vec(-10i8..=10, 12),
            wanted in prop::collection::vec(any::<bool>(), 4),
        ) {
            let numbers: Vec<f64> = numbers.into_iter().map(|x| f64::from(x) / 10.0).collect();
            let rows: Vec<(&[f64], bool)> =
                numbers.chunks_exact(3).zip(&wanted).map(|(row, &wanted)| (row, wanted)).collect();
            prop_assume!(wanted.contains(&true));
            // Rows without a margin must be feasible for the programme to have an answer.
            let kept: Vec<(&[f64], bool)> =
                rows.iter().filter(|(_, wanted)| !wanted).map(|(row, _)| (*row, true)).collect();
            if !kept.is_empty() {
                prop_assume!(margin(&kept, 3).unwrap().value >= 1e-9);
            }
            let solved = margin(&rows, 3).unwrap();
            let sum = |row: &[f64], w: &[f64]| row.iter().zip(w).map(|(a, b)| a * b).sum::<f64>();
            for (row, wanted) in &rows {
                prop_assert!(*wanted || sum(row, &solved.weights) > -1e-9);
            }
            for a in 0..=20 {
                for b in 0..=20 - a {
                    let w = [f64::from(a) / 20.0, f64::from(b) / 20.0, f64::from(20 - a - b) / 20.0];
                    if rows.iter().all(|(row, wanted)| *wanted || sum(row, &w) >= 0.0) {
                        let least = rows.iter().filter(|(_, wanted)| *wanted)
                            .fold(f64::INFINITY, |least, (row, _)| least.min(sum(row, &w)));
                        prop_assert!(least <= solved.value + 1e-9);
                    }
                }
            }
        }
    }
}
