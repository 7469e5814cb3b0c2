//! Draws that were made elsewhere: values from a study's own model, weights from a survey.

use super::describe;
use super::document::{Sampler, Standing};
use super::outcome::{Outcome, Shares, planned};
use super::sample::BLOCK;
use super::tally::Counter;
use super::{check, confidence};
use crate::error::{Code, Error, Result};
use crate::people::Id;

/// Draws of values and weights, as many of the one as of the other.
#[derive(Debug, Clone, Copy)]
pub struct GivenDraws<'a> {
    /// The alternatives, 1 to 200.
    pub alternatives: &'a [Id],
    /// The criteria, 1 to 50.
    pub criteria: &'a [Id],
    /// Partial values, finite: draw by draw, alternative by alternative, criterion by criterion.
    pub values: &'a [f64],
    /// Weights: draw by draw, criterion by criterion.
    pub weights: &'a [f64],
}

/// Ranks alternatives over draws that were made elsewhere.
///
/// As [`rank`](super::rank()) with the draws given: partial values need not lie between 0 and 1,
/// and where two are worth the same in a draw, the one named first counts as better. Confidence
/// factors use the values of all draws.
///
/// # Errors
///
/// `evaluate.invalid-alternatives` where there are no alternatives, criteria or draws, ids stand
/// twice, lists have lengths that do not fit or values are not finite;
/// `evaluate.invalid-weights` where weights are negative or do not add up to 1;
/// `contract.too-large`.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{GivenDraws, rank_draws};
/// use innovation_core::people::Id;
/// let ids = |names: &[&str]| names.iter().filter_map(|name| Id::new(name)).collect::<Vec<_>>();
/// let standing = rank_draws(&GivenDraws {
///     alternatives: &ids(&["stay", "move"]),
///     criteria: &ids(&["cost", "calm"]),
///     values: &[0.9, 0.1, 0.2, 0.8, 0.9, 0.3, 0.4, 0.8],
///     weights: &[0.7, 0.3, 0.2, 0.8],
/// })?;
/// assert_eq!(standing.alternatives[0].acceptability, [0.5, 0.5]);
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn rank_draws(given: &GivenDraws<'_>) -> Result<Standing> {
    let ids = check::unique(given.alternatives.iter(), "alternatives", 200, false)?;
    let criteria = check::unique(given.criteria.iter(), "criteria", 50, false)?;
    let draws = draws(given)?;
    let size = ids.len();
    let mut counter = Counter::new(&vec![1; size], size, criteria.len());
    let blocks = || {
        given
            .weights
            .chunks(criteria.len() * BLOCK)
            .zip(given.values.chunks(criteria.len() * size * BLOCK))
    };
    for (weights, values) in blocks() {
        let weights = lanes(weights, criteria.len());
        let values = lanes(values, criteria.len() * size);
        let mut worth = vec![0.0; size * BLOCK];
        for (total, values) in
            worth.chunks_exact_mut(BLOCK).zip(values.lanes.chunks_exact(criteria.len() * BLOCK))
        {
            for (values, weights) in
                values.chunks_exact(BLOCK).zip(weights.lanes.chunks_exact(BLOCK))
            {
                for ((total, value), weight) in total.iter_mut().zip(values).zip(weights) {
                    *total += value * weight;
                }
            }
        }
        counter.add(&worth, &weights.lanes, weights.count);
    }
    let mut outcome: Outcome = counter.outcome(draws);
    let drawn = planned(draws, Sampler::Direct);
    outcome.drawn = Some(super::document::Drawn { done: draws, ..drawn });
    let mut first: Vec<Option<f64>> =
        outcome.central.iter().map(|c| c.as_ref().map(|_| 0.0)).collect();
    for (_, values) in blocks() {
        let values = lanes(values, criteria.len() * size);
        for (at, (central, first)) in outcome.central.iter().zip(&mut first).enumerate() {
            if let (Some(central), Some(first)) = (central, first) {
                *first += confidence::shared(at, central, &values.lanes, values.count);
            }
        }
    }
    let confidence = first.into_iter().map(|f| f.map(|f| f / f64::from(draws))).collect::<Vec<_>>();
    let shares = Shares::separate(outcome);
    Ok(describe::standing(&shares, &confidence, &ids, &criteria))
}

/// How many draws there are, all lengths fitting.
fn draws(given: &GivenDraws<'_>) -> Result<u32> {
    let criteria = given.criteria.len();
    let draws = given.weights.len() / criteria.max(1);
    let fits = draws * criteria == given.weights.len()
        && given.values.len() == given.weights.len().saturating_mul(given.alternatives.len());
    if draws == 0 || !fits {
        return Err(check::invalid(format!(
            "{} values and {} weights are not so many draws of {} alternatives and {criteria} criteria",
            given.values.len(),
            given.weights.len(),
            given.alternatives.len()
        ))
        .at("/values"));
    }
    if let Some(at) = given.values.iter().position(|value| value.is_nan() || value.abs() > 1e15) {
        return Err(check::invalid("a value is a number between -1e15 and 1e15")
            .at(format!("/values/{at}")));
    }
    for (at, weights) in given.weights.chunks_exact(criteria).enumerate() {
        let total: f64 = weights.iter().sum();
        if !((total - 1.0).abs() <= 1e-6 && weights.iter().all(|weight| *weight >= 0.0)) {
            return Err(Error::new(
                Code::EvaluateInvalidWeights,
                format!("the weights of draw {at} are not 0 or more with sum 1"),
            )
            .at(format!("/weights/{}", at * criteria)));
        }
    }
    u32::try_from(draws)
        .map_err(|_| Error::new(Code::ContractTooLarge, "there are too many draws").at("/weights"))
}

/// A block of draws, laid out number by number.
struct Lanes {
    lanes: Vec<f64>,
    count: usize,
}

fn lanes(rows: &[f64], width: usize) -> Lanes {
    let mut lanes = vec![0.0; width * BLOCK];
    for (draw, row) in rows.chunks_exact(width).enumerate() {
        for (lane, number) in lanes.chunks_exact_mut(BLOCK).zip(row) {
            if let Some(cell) = lane.get_mut(draw) {
                *cell = *number;
            }
        }
    }
    Lanes { lanes, count: rows.len() / width }
}
