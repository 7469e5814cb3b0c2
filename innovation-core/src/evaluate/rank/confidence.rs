//! How often an alternative is first under the weights that are typical for it.

use super::check::Problem;
use super::region::dot;
use super::sample::{BLOCK, Use, stream};
use crate::watch::{Progress, Watch};

/// Worths nearer than this are tied.
const TIED: f64 = 1e-12;
/// Most draws of values.
pub(super) const DRAWS: u32 = 10_000;

/// For each alternative with weights of its own the share of values within their ranges for
/// which it is first, ties shared; without ranges, of the one case there is. `None` where the
/// watch said stop.
///
/// Cost of a draw: alternatives² × criteria.
pub(super) fn measure(
    problem: &Problem<'_>,
    central: &[Option<Vec<f64>>],
    draws: u32,
    (seed, number): (u64, u32),
    watch: &mut dyn Watch,
) -> Option<Vec<Option<f64>>> {
    if problem.low == problem.high {
        return Some(
            central
                .iter()
                .enumerate()
                .map(|(at, weights)| weights.as_ref().map(|weights| known(problem, at, weights)))
                .collect(),
        );
    }
    let mut first: Vec<Option<f64>> =
        central.iter().map(|weights| weights.as_ref().map(|_| 0.0)).collect();
    let draws = draws.min(DRAWS);
    let mut values = vec![0.0; problem.low.len() * BLOCK];
    for block in 0..draws.div_ceil(BLOCK as u32) {
        let done = block * BLOCK as u32;
        if !watch.proceed(&Progress::new(u64::from(done), Some(u64::from(draws)), None)) {
            return None;
        }
        let mut stream = stream(seed, number, block, Use::Values);
        for ((lane, low), high) in
            values.chunks_exact_mut(BLOCK).zip(&problem.low).zip(&problem.high)
        {
            if low == high {
                lane.fill(*low);
            } else {
                lane.iter_mut().for_each(|cell| *cell = low + (high - low) * stream.unit());
            }
        }
        let count = (draws - done).min(BLOCK as u32) as usize;
        for (at, (weights, first)) in central.iter().zip(&mut first).enumerate() {
            if let (Some(weights), Some(first)) = (weights, first) {
                *first += shared(at, weights, &values, count);
            }
        }
    }
    for first in first.iter_mut().flatten() {
        *first /= f64::from(draws.max(1));
    }
    Some(first)
}

/// 1 where an alternative is first with known values, less where it is tied, else 0.
fn known(problem: &Problem<'_>, at: usize, weights: &[f64]) -> f64 {
    let worth = |other: usize| dot(weights, problem.values(other).0);
    let own = worth(at);
    let all: Vec<f64> = (0..problem.ids.len()).map(worth).collect();
    if all.iter().any(|other| *other > own + TIED) {
        return 0.0;
    }
    1.0 / all.iter().filter(|other| **other >= own - TIED).count().max(1) as f64
}

/// Over a block of values, draw by draw, how often an alternative is first.
pub(super) fn shared(at: usize, weights: &[f64], values: &[f64], count: usize) -> f64 {
    let stride = weights.len() * BLOCK;
    let worth = |values: &[f64]| {
        let mut total = [0.0; BLOCK];
        for (lane, weight) in values.chunks_exact(BLOCK).zip(weights) {
            for (total, value) in total.iter_mut().zip(lane) {
                *total += weight * value;
            }
        }
        total
    };
    let own = values.get(at * stride..(at + 1) * stride).map_or([0.0; BLOCK], worth);
    let (mut better, mut tied) = ([0.0; BLOCK], [0.0; BLOCK]);
    for theirs in values.chunks_exact(stride) {
        let theirs = worth(theirs);
        for (((own, theirs), better), tied) in
            own.iter().zip(&theirs).zip(&mut better).zip(&mut tied)
        {
            *better += f64::from(u8::from(*theirs > own + TIED));
            *tied += f64::from(u8::from(*theirs >= own - TIED));
        }
    }
    let draws = better.iter().zip(&tied).take(count);
    draws.map(|(better, tied)| if *better > 0.0 { 0.0 } else { 1.0 / tied.max(1.0) }).sum()
}
