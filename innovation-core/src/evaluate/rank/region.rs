//! The admitted weights: a part of the simplex, perhaps a line or a point of it.
//!
//! Rows that can only hold as equalities are found by [`margin`]; what is left is open, with
//! `base` and `basis` as its coordinates: weights = base + Σ u · basis, each u being the weight
//! of one criterion.

use super::limits::{Limits, Row, conflict};
use super::linear::margin;
use crate::error::Result;
use std::collections::BTreeSet;

/// Margins up to this count as none: the row holds as an equality, or is kept.
const THIN: f64 = 1e-9;

/// The admitted weights.
#[derive(Debug)]
pub(super) struct Region {
    /// How many criteria.
    pub criteria: usize,
    /// Rows that hold where the sum is 0 or more; that no weight is negative goes without saying.
    pub rows: Vec<Vec<f64>>,
    /// A point of the flat that the weights lie in.
    pub base: Vec<f64>,
    /// Directions of the flat; as many as there are degrees of freedom.
    pub basis: Vec<Vec<f64>>,
    /// The criterion whose weight each direction is measured by.
    pub free: Vec<usize>,
    /// Weights inside.
    pub centre: Vec<f64>,
    /// Whether all statements beside the orders are floors or nothing, so that weights can be
    /// drawn directly: the floors, and the one order.
    pub direct: Option<Direct>,
}

/// A shape from which weights can be drawn directly.
#[derive(Debug, Clone)]
pub(super) struct Direct {
    /// Least weight of each criterion.
    pub floors: Vec<f64>,
    /// What is left above the floors.
    pub rest: f64,
    /// Groups in order; empty where there is no order.
    pub order: Vec<Vec<usize>>,
    /// Whether candidates must still be held against the rows.
    pub checked: bool,
}

impl Region {
    /// The weights that keep all limits.
    pub(super) fn of(limits: &Limits, criteria: usize) -> Result<Self> {
        if let Some((weights, place)) = &limits.exact {
            return point(weights, place, limits, criteria);
        }
        let orders = limits.of_orders(criteria);
        let rows: Vec<&Row> = limits.rows.iter().chain(&orders).collect();
        let equalities: Vec<&Row> = limits.rows.iter().filter(|row| row.equal).collect();
        // Orders alone leave room for certain, and need no programme.
        let (open, equal, centre) = if limits.rows.is_empty() && limits.orders.len() < 2 {
            let centre = vec![1.0 / criteria as f64; criteria];
            (orders.iter().map(|row| row.numbers.clone()).collect(), Vec::new(), centre)
        } else {
            open(&rows, &equalities, criteria)?
        };
        let (base, basis, free) = flat(&equal, criteria);
        Ok(Self {
            criteria,
            direct: Direct::of(limits, &equal, criteria),
            rows: open,
            base,
            basis,
            free,
            centre,
        })
    }

    /// Degrees of freedom.
    pub(super) fn freedom(&self) -> usize {
        self.basis.len()
    }

    /// The weights at some coordinates; none is negative by rounding.
    pub(super) fn weights(&self, coordinates: &[f64], weights: &mut [f64]) {
        weights.copy_from_slice(&self.base);
        for (direction, coordinate) in self.basis.iter().zip(coordinates) {
            for (weight, step) in weights.iter_mut().zip(direction) {
                *weight += coordinate * step;
            }
        }
        for weight in weights {
            *weight = weight.max(0.0);
        }
    }

    /// The coordinates of weights: those of the criteria that directions are named after.
    pub(super) fn coordinates(&self, weights: &[f64]) -> Vec<f64> {
        self.free.iter().map(|&at| weights.get(at).copied().unwrap_or(0.0)).collect()
    }

    /// Whether weights keep every row.
    pub(super) fn keeps(&self, weights: &[f64]) -> bool {
        self.rows.iter().all(|row| dot(row, weights) >= 0.0)
    }
}

impl Direct {
    /// The simplex above the floors, with the first order; the rest is checked.
    fn of(limits: &Limits, equal: &[Vec<f64>], criteria: usize) -> Option<Self> {
        if !equal.is_empty() {
            return None;
        }
        let mut floors = vec![0.0_f64; criteria];
        for (at, least) in limits.rows.iter().filter_map(|row| row.floor) {
            if let Some(floor) = floors.get_mut(at) {
                *floor = floor.max(least);
            }
        }
        let order = limits.orders.first().map(|(groups, _)| groups.clone()).unwrap_or_default();
        let has_floors = floors.iter().any(|floor| *floor > 0.0);
        let only_floors = limits.rows.iter().all(|row| row.floor.is_some());
        if has_floors && order.len() > 1 {
            // An order does not stay one once floors are added: floors are checked instead.
            floors = vec![0.0; criteria];
        }
        let rest = 1.0 - floors.iter().sum::<f64>();
        let checked = !only_floors || limits.orders.len() > 1 || (has_floors && order.len() > 1);
        Some(Self { floors, rest, order, checked })
    }
}

/// Weights given exactly, held against everything else.
fn point(weights: &[f64], place: &str, limits: &Limits, criteria: usize) -> Result<Region> {
    for row in limits.rows.iter().chain(&limits.of_orders(criteria)) {
        let sum = dot(&row.numbers, weights);
        if sum < -THIN || (row.equal && sum > THIN) {
            return Err(conflict(&[row.place.clone(), place.to_owned()]));
        }
    }
    Ok(Region {
        criteria,
        rows: Vec::new(),
        base: weights.to_vec(),
        basis: Vec::new(),
        free: Vec::new(),
        centre: weights.to_vec(),
        direct: None,
    })
}

/// Rows that can hold with room to spare, rows that can hold as equalities only, and weights
/// with room to spare.
#[expect(clippy::type_complexity, reason = "three lists, read at once by the only caller")]
fn open(
    rows: &[&Row],
    equalities: &[&Row],
    criteria: usize,
) -> Result<(Vec<Vec<f64>>, Vec<Vec<f64>>, Vec<f64>)> {
    let mut all: Vec<Vec<f64>> = rows.iter().map(|row| row.numbers.clone()).collect();
    let said = all.len();
    // Equalities the other way round, and no weight below 0.
    all.extend(equalities.iter().map(|row| row.numbers.iter().map(|x| -x).collect()));
    for at in 0..criteria {
        all.push((0..criteria).map(|other| if other == at { 1.0 } else { 0.0 }).collect());
    }
    let place = |at: usize| match rows.get(at) {
        Some(row) => Some(row.place.as_str()),
        None => equalities.get(at.wrapping_sub(said)).map(|row| row.place.as_str()),
    };
    let everything: Vec<(&[f64], bool)> = all.iter().map(|row| (row.as_slice(), true)).collect();
    let first = margin(&everything, criteria)?;
    if first.value < -THIN {
        let guilty: Vec<(&str, &[f64])> = first
            .binding
            .iter()
            .filter_map(|&at| Some((place(at)?, all.get(at)?.as_slice())))
            .collect();
        return Err(conflict(&smallest(&guilty, criteria)?));
    }
    let mut wanted: Vec<bool> = (0..all.len())
        .map(|at| !rows.get(at).is_some_and(|row| row.equal))
        .zip(0..)
        .map(|(wanted, at): (bool, usize)| wanted && !(said..said + equalities.len()).contains(&at))
        .collect();
    let mut weights = first.weights;
    // Each round finds at least one more row that is an equality in truth.
    while wanted.contains(&true) {
        let game: Vec<(&[f64], bool)> =
            all.iter().zip(&wanted).map(|(row, &wanted)| (row.as_slice(), wanted)).collect();
        let found = margin(&game, criteria)?;
        weights = found.weights;
        if found.value > THIN || found.binding.is_empty() {
            break;
        }
        for at in found.binding {
            if let Some(wanted) = wanted.get_mut(at) {
                *wanted = false;
            }
        }
    }
    let (mut loose, mut tight) = (Vec::new(), Vec::new());
    for (at, (row, wanted)) in all.into_iter().zip(wanted).enumerate() {
        if !wanted {
            tight.push(row);
        } else if at < said {
            loose.push(row);
        }
    }
    Ok((loose, tight, weights))
}

/// A smallest set of places whose rows cannot hold together, from rows that cannot.
fn smallest(guilty: &[(&str, &[f64])], criteria: usize) -> Result<Vec<String>> {
    let mut places: BTreeSet<&str> = guilty.iter().map(|(place, _)| *place).collect();
    for place in places.clone() {
        let without: Vec<(&[f64], bool)> = guilty
            .iter()
            .filter(|(own, _)| *own != place && places.contains(own))
            .map(|(_, row)| (*row, true))
            .collect();
        if !without.is_empty() && margin(&without, criteria)?.value < -THIN {
            places.remove(place);
        }
    }
    Ok(places.into_iter().map(str::to_owned).collect())
}

/// A point and directions of the flat on which rows are 0 and weights add up to 1, by
/// elimination with full pivots.
fn flat(equal: &[Vec<f64>], criteria: usize) -> (Vec<f64>, Vec<Vec<f64>>, Vec<usize>) {
    let mut lines: Vec<Vec<f64>> = vec![vec![1.0; criteria + 1]];
    for row in equal {
        let mut line = row.clone();
        line.push(0.0);
        lines.push(line);
    }
    let mut pivots: Vec<(usize, Vec<f64>)> = Vec::new();
    while let Some((line, column)) = largest(&lines, criteria) {
        let mut chosen = lines.swap_remove(line);
        let entry = chosen.get(column).copied().unwrap_or(1.0);
        for cell in &mut chosen {
            *cell /= entry;
        }
        for other in lines.iter_mut().chain(pivots.iter_mut().map(|(_, line)| line)) {
            let factor = other.get(column).copied().unwrap_or(0.0);
            for (cell, own) in other.iter_mut().zip(&chosen) {
                *cell -= factor * own;
            }
            if let Some(cell) = other.get_mut(column) {
                *cell = 0.0;
            }
        }
        pivots.push((column, chosen));
    }
    let mut base = vec![0.0; criteria];
    for (column, line) in &pivots {
        if let (Some(weight), Some(right)) = (base.get_mut(*column), line.last()) {
            *weight = *right;
        }
    }
    let free: Vec<usize> =
        (0..criteria).filter(|at| pivots.iter().all(|(column, _)| column != at)).collect();
    let direction = |&at: &usize| {
        let mut direction = vec![0.0; criteria];
        for (column, line) in &pivots {
            if let (Some(cell), Some(entry)) = (direction.get_mut(*column), line.get(at)) {
                *cell = -entry;
            }
        }
        if let Some(cell) = direction.get_mut(at) {
            *cell = 1.0;
        }
        direction
    };
    (base, free.iter().map(direction).collect(), free)
}

/// The place of the first largest entry, if any is not as good as 0.
fn largest(lines: &[Vec<f64>], criteria: usize) -> Option<(usize, usize)> {
    let mut best: Option<(f64, usize, usize)> = None;
    for (line, cells) in lines.iter().enumerate() {
        for (column, cell) in cells.iter().take(criteria).enumerate() {
            if cell.abs() > best.map_or(THIN, |(most, _, _)| most) {
                best = Some((cell.abs(), line, column));
            }
        }
    }
    best.map(|(_, line, column)| (line, column))
}

/// The sum of products.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
