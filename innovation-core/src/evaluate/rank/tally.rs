//! Draws counted: who is first, who is how far behind, who beats whom.
//!
//! Draws come in blocks, laid out number by number, so that the comparisons of a pair run over
//! a whole block at once. Sums of weights are kept in the order of draws.

use super::document::Sampler;
use super::field::Field;
use super::outcome::{Outcome, planned};
use super::region::Region;
use super::sample::{BLOCK, Use, Weights, stream};
use crate::math;
use crate::random::Stream;
use crate::watch::{Progress, Watch};

/// Parts that dependent draws are divided into, to learn how far their shares stray.
const BATCHES: u32 = 32;

/// Draws weights and values, and counts.
///
/// Cost of a draw: competitors × (competitors + criteria).
pub(super) fn measure(
    field: &Field,
    region: &Region,
    draws: u32,
    (seed, number): (u64, u32),
    watch: &mut dyn Watch,
) -> Outcome {
    let mut source = Weights::of(region, seed, number);
    let mut weights = vec![0.0; region.criteria * BLOCK];
    let mut worth = vec![0.0; field.len() * BLOCK];
    let mut counter = Counter::new(&field.members, field.alternatives, region.criteria);
    let mut drawn = planned(draws, source.sampler());
    let mut batches = (source.sampler() == Sampler::HitAndRun)
        .then(|| Batches::new(draws / BATCHES, field.len() * field.alternatives));
    let blocks = draws.div_ceil(BLOCK as u32);
    for block in 0..blocks {
        if !watch.proceed(&Progress::new(u64::from(drawn.done), Some(u64::from(draws)), None)) {
            drawn.reproducible = false;
            break;
        }
        let count = (draws - block * BLOCK as u32).min(BLOCK as u32) as usize;
        let found = source.fill(block, count, &mut weights);
        let mut values = stream(seed, number, block, Use::Values);
        evaluate(field, &weights, &mut values, &mut worth);
        counter.add(&worth, &weights, found);
        drawn.done += found as u32;
        if let Some(batches) = &mut batches {
            batches.look(&counter.better, drawn.done);
        }
    }
    drawn.accepted = source.accepted();
    let mut outcome = counter.outcome(drawn.done);
    outcome.errors = batches.map(Batches::errors);
    outcome.drawn = Some(drawn);
    outcome
}

/// What every competitor is worth in every draw of a block; values within ranges are drawn
/// competitor by competitor, criterion by criterion.
fn evaluate(field: &Field, weights: &[f64], stream: &mut Stream, worth: &mut [f64]) {
    for (at, total) in worth.chunks_exact_mut(BLOCK).enumerate() {
        total.fill(0.0);
        let (low, high) = field.values(at);
        for ((lane, low), high) in weights.chunks_exact(BLOCK).zip(low).zip(high) {
            if low == high {
                for (total, weight) in total.iter_mut().zip(lane) {
                    *total += weight * low;
                }
            } else {
                for (total, weight) in total.iter_mut().zip(lane) {
                    *total += weight * (low + (high - low) * stream.unit());
                }
            }
        }
    }
}

/// Counts of ranks, wins and weights.
#[derive(Debug)]
pub(super) struct Counter {
    members: Vec<usize>,
    alternatives: usize,
    criteria: usize,
    /// Competitor by competitor, draws in which so many alternatives are better.
    pub(super) better: Vec<u64>,
    /// Competitor by competitor, draws in which it beats each later one.
    wins: Vec<u64>,
    /// Competitor by competitor, sums of the weights under which it is first.
    sums: Vec<f64>,
    /// For each competitor and draw of the block how many are better.
    ahead: Vec<u64>,
}

impl Counter {
    /// Nothing counted yet.
    pub(super) fn new(members: &[usize], alternatives: usize, criteria: usize) -> Self {
        let size = members.len();
        Self {
            members: members.to_vec(),
            alternatives,
            criteria,
            better: vec![0; size * alternatives],
            wins: vec![0; size * size],
            sums: vec![0.0; size * criteria],
            ahead: vec![0; size * BLOCK],
        }
    }

    /// Counts the first `count` draws of a block. Equal worth, which has no chance unless
    /// values were made so, counts for the one named first.
    pub(super) fn add(&mut self, worth: &[f64], weights: &[f64], count: usize) {
        self.compare(worth, count);
        for (at, ahead) in self.ahead.chunks_exact(BLOCK).enumerate() {
            let range = at * self.alternatives..(at + 1) * self.alternatives;
            let own = self.better.get_mut(range).unwrap_or_default();
            let range = at * self.criteria..(at + 1) * self.criteria;
            let sums = self.sums.get_mut(range).unwrap_or_default();
            for (draw, &ahead) in ahead.iter().take(count).enumerate() {
                if let Some(cell) = own.get_mut(ahead as usize) {
                    *cell += 1;
                }
                if ahead == 0 {
                    for (sum, lane) in sums.iter_mut().zip(weights.chunks_exact(BLOCK)) {
                        *sum += lane.get(draw).copied().unwrap_or(0.0);
                    }
                }
            }
        }
    }

    /// Compares all pairs over a block, two draws at a time where the machine can.
    fn compare(&mut self, worth: &[f64], count: usize) {
        self.ahead.fill(0);
        let size = self.members.len();
        let mut worth_rest = worth;
        let mut ahead_rest = self.ahead.as_mut_slice();
        for (at, &members) in self.members.iter().enumerate() {
            let (Some((own, others)), Some((behind_own, behind_others))) =
                (worth_rest.split_at_checked(BLOCK), ahead_rest.split_at_mut_checked(BLOCK))
            else {
                return;
            };
            let wins = self.wins.get_mut(at * size + at + 1..(at + 1) * size).unwrap_or_default();
            let later = self.members.get(at + 1..).unwrap_or_default();
            for (((theirs, behind), wins), &other) in others
                .chunks_exact(BLOCK)
                .zip(behind_others.chunks_exact_mut(BLOCK))
                .zip(wins)
                .zip(later)
            {
                *wins += pair(own, theirs, behind_own, behind, members as u64, other as u64, count);
            }
            worth_rest = others;
            ahead_rest = behind_others;
        }
    }

    /// The shares, once so many draws have been counted.
    pub(super) fn outcome(&self, done: u32) -> Outcome {
        let size = self.members.len();
        let share = |count: u64| if done == 0 { 0.0 } else { count as f64 / f64::from(done) };
        let win = |a: usize, b: usize| self.wins.get(a * size + b).copied().map_or(0.0, share);
        let beats = (0..size * size).map(|cell| {
            let (a, b) = (cell / size, cell % size);
            match a.cmp(&b) {
                std::cmp::Ordering::Less => win(a, b),
                std::cmp::Ordering::Equal => 0.0,
                std::cmp::Ordering::Greater if done == 0 => 0.0,
                std::cmp::Ordering::Greater => {
                    let lost = self.wins.get(b * size + a).copied().unwrap_or(0);
                    share(u64::from(done).saturating_sub(lost))
                }
            }
        });
        let central = self
            .better
            .chunks_exact(self.alternatives.max(1))
            .zip(self.sums.chunks_exact(self.criteria.max(1)))
            .map(|(better, sums)| {
                let first = better.first().copied().unwrap_or(0);
                (first > 0).then(|| sums.iter().map(|sum| sum / first as f64).collect())
            });
        Outcome {
            better: self.better.iter().copied().map(share).collect(),
            errors: None,
            beats: beats.collect(),
            central: central.collect(),
            drawn: None,
        }
    }
}

/// Compares two competitors over a block: adds to how many are ahead of each, and says how
/// often the first wins among the first `count` draws. What lies beyond is compared too, for
/// lanes of a fixed number, and not counted.
#[inline]
fn pair(
    own: &[f64],
    theirs: &[f64],
    behind_own: &mut [u64],
    behind_theirs: &mut [u64],
    members: u64,
    others: u64,
    count: usize,
) -> u64 {
    let (Some(own), Some(theirs), Some(behind_own), Some(behind_theirs)) = (
        own.first_chunk::<BLOCK>(),
        theirs.first_chunk::<BLOCK>(),
        behind_own.first_chunk_mut::<BLOCK>(),
        behind_theirs.first_chunk_mut::<BLOCK>(),
    ) else {
        return 0;
    };
    let mut wins = 0_u64;
    for (((a, b), ahead_a), ahead_b) in own.iter().zip(theirs).zip(behind_own).zip(behind_theirs) {
        // All ones where the first wins; sums stay below the number of alternatives.
        let won = if a >= b { u64::MAX } else { 0 };
        *ahead_a = ahead_a.wrapping_add(!won & others);
        *ahead_b = ahead_b.wrapping_add(won & members);
        wins = wins.wrapping_sub(won);
    }
    let beyond = own.iter().zip(theirs).skip(count).filter(|(a, b)| a >= b).count();
    wins.wrapping_sub(beyond as u64)
}

/// Shares of parts of the draws, for draws that depend on each other.
struct Batches {
    size: u32,
    from: u32,
    parts: u32,
    before: Vec<u64>,
    sums: Vec<f64>,
    squares: Vec<f64>,
}

impl Batches {
    fn new(size: u32, cells: usize) -> Self {
        Self {
            size: size.max(1),
            from: 0,
            parts: 0,
            before: vec![0; cells],
            sums: vec![0.0; cells],
            squares: vec![0.0; cells],
        }
    }

    /// Closes a part once it is full.
    fn look(&mut self, counts: &[u64], done: u32) {
        let part = done - self.from;
        if part < self.size {
            return;
        }
        let cells = counts.iter().zip(&mut self.before).zip(&mut self.sums).zip(&mut self.squares);
        for (((&count, before), sum), square) in cells {
            let share = (count - *before) as f64 / f64::from(part);
            *before = count;
            *sum += share;
            *square += share * share;
        }
        self.from = done;
        self.parts += 1;
    }

    /// Standard errors of the means over parts; with fewer than two parts the widest, one half.
    fn errors(self) -> Vec<f64> {
        let parts = f64::from(self.parts);
        self.sums
            .iter()
            .zip(&self.squares)
            .map(|(sum, square)| {
                if self.parts < 2 {
                    return 0.5;
                }
                let spread = (square / parts - (sum / parts) * (sum / parts)).max(0.0);
                math::sqrt(spread / (parts - 1.0))
            })
            .collect()
    }
}
