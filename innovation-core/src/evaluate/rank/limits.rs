//! What is said about weights, as rows: a row holds where its sum with the weights is 0 or more.
//!
//! Weights add up to 1, so that a bound b on a sum of weights moves into the row itself: each
//! coefficient loses b. All rows then go through the origin.

use super::check::{Problem, below, by_criterion};
use super::document::{LinearLimit, RatioLimit, WeightLimits};
use crate::error::{Code, Error, Result};
use crate::math;
use std::collections::BTreeSet;

/// Most rows of one set of limits.
const ROWS: usize = 1000;
/// The largest number in a limit.
const LARGEST: f64 = 1e6;
/// How far exact weights may be from adding up to 1.
const SUM_TOLERANCE: f64 = 1e-9;

/// One statement about weights.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// One number a criterion, the largest 1 in magnitude.
    pub numbers: Vec<f64>,
    /// Where in the request it was said.
    pub place: String,
    /// Whether the sum is 0, not only 0 or more.
    pub equal: bool,
    /// Whether it says no more than a weight's least value.
    pub floor: Option<(usize, f64)>,
}

/// All that is said about weights.
#[derive(Debug, Clone, Default)]
pub(super) struct Limits {
    /// Weights given exactly, and where.
    pub exact: Option<(Vec<f64>, String)>,
    /// Groups in order, and where.
    pub orders: Vec<(Vec<Vec<usize>>, String)>,
    /// Everything else.
    pub rows: Vec<Row>,
}

impl Limits {
    /// Takes in what is said at a place.
    pub(super) fn add(
        &mut self,
        said: &WeightLimits,
        problem: &Problem<'_>,
        path: &str,
    ) -> Result<()> {
        if let Some(exact) = &said.exact {
            self.add_exact(exact_weights(exact, problem, &format!("{path}/exact"))?, path)?;
        }
        if !said.order.is_empty() {
            let path = format!("{path}/order");
            self.orders.push((order(&said.order, problem, &path)?, path));
        }
        for (name, &[low, high]) in &said.between {
            let place = below(&format!("{path}/between"), name);
            let at = problem.criterion(name, || place.clone())?;
            if !(0.0 <= low && low <= high && high <= 1.0) {
                return Err(invalid(
                    "a range of weights is [low, high] with 0 <= low <= high <= 1",
                )
                .at(place));
            }
            let unit = |sign: f64| unit(at, problem.criteria.len(), sign);
            if low == high {
                self.push(unit(1.0), low, true, &place);
                continue;
            }
            if low > 0.0 {
                self.push(unit(1.0), low, false, &place);
                if let Some(row) = self.rows.last_mut() {
                    row.floor = Some((at, low));
                }
            }
            if high < 1.0 {
                self.push(unit(-1.0), -high, false, &place);
            }
        }
        for (at, limit) in said.ratios.iter().enumerate() {
            self.add_ratio(limit, problem, &format!("{path}/ratios/{at}"))?;
        }
        for (at, limit) in said.linear.iter().enumerate() {
            self.add_linear(limit, problem, &format!("{path}/linear/{at}"))?;
        }
        if self.rows.len() + self.order_rows() > ROWS {
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("the limits make more than {ROWS} rows"),
            )
            .at(path.to_owned()));
        }
        Ok(())
    }

    /// The orders as rows: each of a group against each of the next.
    pub(super) fn of_orders(&self, criteria: usize) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.order_rows());
        for (groups, place) in &self.orders {
            for (above, under) in groups.iter().zip(groups.iter().skip(1)) {
                for &heavy in above {
                    for &light in under {
                        let mut numbers = unit(heavy, criteria, 1.0);
                        set(&mut numbers, light, -1.0);
                        let place = place.clone();
                        rows.push(Row { numbers, place, equal: false, floor: None });
                    }
                }
            }
        }
        rows
    }

    fn order_rows(&self) -> usize {
        let pairs = |groups: &Vec<Vec<usize>>| -> usize {
            groups.iter().zip(groups.iter().skip(1)).map(|(a, b)| a.len() * b.len()).sum()
        };
        self.orders.iter().map(|(groups, _)| pairs(groups)).sum()
    }

    fn add_exact(&mut self, weights: Vec<f64>, path: &str) -> Result<()> {
        let place = format!("{path}/exact");
        if let Some((other, before)) = &self.exact
            && other.iter().zip(&weights).any(|(a, b)| (a - b).abs() > SUM_TOLERANCE)
        {
            return Err(conflict(&[before.clone(), place]));
        }
        self.exact = Some((weights, place));
        Ok(())
    }

    fn add_ratio(&mut self, limit: &RatioLimit, problem: &Problem<'_>, path: &str) -> Result<()> {
        let of = problem.criterion(&limit.of, || format!("{path}/of"))?;
        let to = problem.criterion(&limit.to, || format!("{path}/to"))?;
        if of == to {
            return Err(invalid(format!("{} is compared with itself", limit.of)).at(path));
        }
        let (min, max) = bounds(limit.min, limit.max, 0.0, path)?;
        let row = |sign: f64, times: f64| {
            let mut numbers = unit(of, problem.criteria.len(), sign);
            set(&mut numbers, to, -sign * times);
            numbers
        };
        if let (Some(min), Some(max)) = (min, max)
            && min == max
        {
            self.push(row(1.0, min), 0.0, true, path);
            return Ok(());
        }
        if let Some(min) = min {
            self.push(row(1.0, min), 0.0, false, path);
        }
        if let Some(max) = max {
            self.push(row(-1.0, max), 0.0, false, path);
        }
        Ok(())
    }

    fn add_linear(&mut self, limit: &LinearLimit, problem: &Problem<'_>, path: &str) -> Result<()> {
        let terms_path = format!("{path}/terms");
        let terms: Vec<f64> = by_criterion(&limit.terms, problem, &terms_path)?
            .into_iter()
            .map(|term| term.unwrap_or(0.0))
            .collect();
        // Written so that NaN is refused too.
        if !terms.iter().all(|term| term.abs() <= LARGEST) || terms.iter().all(|term| *term == 0.0)
        {
            return Err(invalid("terms are numbers up to 1e6 in magnitude, not all of them 0")
                .at(terms_path));
        }
        let (min, max) = bounds(limit.min, limit.max, -LARGEST, path)?;
        if let (Some(min), Some(max)) = (min, max)
            && min == max
        {
            self.push(terms, min, true, path);
            return Ok(());
        }
        if let Some(min) = min {
            self.push(terms.clone(), min, false, path);
        }
        if let Some(max) = max {
            self.push(terms.iter().map(|term| -term).collect(), -max, false, path);
        }
        Ok(())
    }

    /// A sum of weights is at least a bound, or equal to it.
    fn push(&mut self, mut numbers: Vec<f64>, bound: f64, equal: bool, place: &str) {
        for number in &mut numbers {
            *number -= bound;
        }
        let largest = numbers.iter().fold(0.0_f64, |most, number| most.max(number.abs()));
        if largest > 0.0 {
            for number in &mut numbers {
                *number /= largest;
            }
        }
        self.rows.push(Row { numbers, place: place.to_owned(), equal, floor: None });
    }
}

/// The least and the greatest of a limit, one of which there is at least.
fn bounds(
    min: Option<f64>,
    max: Option<f64>,
    least: f64,
    path: &str,
) -> Result<(Option<f64>, Option<f64>)> {
    if min.is_none() && max.is_none() {
        return Err(invalid("a limit has a min or a max").at(path));
    }
    for (name, bound) in [("min", min), ("max", max)] {
        if bound.is_some_and(|bound| !(least <= bound && bound <= LARGEST)) {
            return Err(invalid(format!("{name} is a number from {least} to {LARGEST}"))
                .at(format!("{path}/{name}")));
        }
    }
    if let (Some(min), Some(max)) = (min, max)
        && min > max
    {
        return Err(invalid(format!("the min {min} is above the max {max}")).at(path));
    }
    Ok((min, max))
}

/// Weights given exactly: all of them, 0 or more, adding up to 1.
fn exact_weights(
    exact: &std::collections::BTreeMap<String, f64>,
    problem: &Problem<'_>,
    path: &str,
) -> Result<Vec<f64>> {
    let found = by_criterion(exact, problem, path)?;
    let mut weights = Vec::with_capacity(found.len());
    for (weight, id) in found.into_iter().zip(&problem.criteria) {
        let Some(weight) = weight else {
            return Err(invalid(format!("{id} has no weight"))
                .at(path)
                .hint("exact weights name every criterion; limit some of them with between"));
        };
        if !(0.0..=1.0).contains(&weight) {
            return Err(invalid(format!("the weight of {id} is not a number from 0 to 1"))
                .at(below(path, id.as_str())));
        }
        weights.push(weight);
    }
    let total = math::sum(weights.iter().copied());
    if (total - 1.0).abs() > SUM_TOLERANCE {
        return Err(invalid(format!("the weights add up to {total}, not to 1"))
            .at(path)
            .hint("divide each weight by their sum"));
    }
    Ok(weights.into_iter().map(|weight| weight / total).collect())
}

/// Groups of criteria in order; none twice.
fn order(said: &[Vec<String>], problem: &Problem<'_>, path: &str) -> Result<Vec<Vec<usize>>> {
    let mut seen = BTreeSet::new();
    let mut groups = Vec::with_capacity(said.len());
    for (rank, names) in said.iter().enumerate() {
        if names.is_empty() {
            return Err(invalid("a group of the order is empty").at(format!("{path}/{rank}")));
        }
        let mut group = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            let place = || format!("{path}/{rank}/{at}");
            let criterion = problem.criterion(name, place)?;
            if !seen.insert(criterion) {
                return Err(invalid(format!("{name} stands twice in the order")).at(place()));
            }
            group.push(criterion);
        }
        groups.push(group);
    }
    Ok(groups)
}

/// A refusal of limits that cannot hold together.
pub(super) fn conflict(places: &[String]) -> Error {
    let list = places.join(", ");
    let error = Error::new(
        Code::EvaluateInvalidWeights,
        if places.len() == 1 {
            format!("no weights that add up to 1 keep the limit at {list}")
        } else {
            format!("no weights keep these limits together: {list}")
        },
    )
    .hint("loosen or remove one of them")
    .details(serde_json::json!({"conflict": places}));
    match places.first() {
        Some(first) => error.at(first.clone()),
        None => error,
    }
}

fn invalid(message: impl Into<String>) -> Error {
    Error::new(Code::EvaluateInvalidWeights, message)
}

fn unit(at: usize, size: usize, value: f64) -> Vec<f64> {
    let mut numbers = vec![0.0; size];
    set(&mut numbers, at, value);
    numbers
}

fn set(numbers: &mut [f64], at: usize, value: f64) {
    if let Some(number) = numbers.get_mut(at) {
        *number = value;
    }
}
