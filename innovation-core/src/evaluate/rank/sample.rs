//! Weights drawn evenly from a region.
//!
//! | region | how |
//! |---|---|
//! | the simplex | gaps between sorted uniform numbers: exactly even, and no logarithms |
//! | with an order | the same, the largest gaps given to the first group, and so on |
//! | with least weights | the simplex shrunk to what is left above them |
//! | anything else | one of these, candidates outside left out; where fewer than one in fifty of 2,000 stays, walks inside |
//!
//! Numbers are drawn from streams addressed by region (replicate), block of draws (entity) and
//! use (step), a draw after the other: what a draw is depends on the seed alone.
//!
//! # References
//!
//! L. Devroye, *Non-uniform random variate generation*, Springer, 1986, chapter XI.2 (gaps).
//! R. L. Smith, *Efficient Monte Carlo procedures for generating points uniformly distributed
//! over bounded regions*, Operations Research 32(6), 1984 (hit and run).

use super::document::Sampler;
use super::region::{Direct, Region, dot};
use crate::random::{Address, Purpose, Stream};

/// Draws that are made and counted together.
pub(super) const BLOCK: usize = 128;
/// Candidates drawn to learn how many stay.
const PILOT: u32 = 2_000;
/// Fewest of these that must stay for candidates to be drawn on.
const FEWEST: u32 = PILOT / 50;
/// Most candidates a draw, on average over a block.
const CANDIDATES: usize = 500;

/// What a stream is for within a region.
#[derive(Debug, Clone, Copy)]
#[repr(u32)]
pub(super) enum Use {
    /// Weights of a block.
    Weights = 0,
    /// Values of a block, for ranks and for confidence factors alike.
    Values = 1,
    /// The pilot and the walks.
    Search = 2,
}

/// A stream for a use, in a region, at a block.
pub(super) fn stream(seed: u64, region: u32, block: u32, used: Use) -> Stream {
    Stream::new(
        seed,
        Address { replicate: region, entity: block, step: used as u32, purpose: Purpose::Weights },
    )
}

/// Draws weights of a region.
#[derive(Debug)]
pub(super) struct Weights<'a> {
    region: &'a Region,
    seed: u64,
    number: u32,
    how: How,
    candidates: u64,
    accepted: u64,
}

#[derive(Debug)]
enum How {
    Point,
    Direct(Direct),
    Walks(Walks),
}

impl<'a> Weights<'a> {
    /// Chooses how to draw.
    pub(super) fn of(region: &'a Region, seed: u64, number: u32) -> Self {
        let mut weights =
            Self { region, seed, number, how: How::Point, candidates: 0, accepted: 0 };
        weights.how = if region.freedom() == 0 {
            How::Point
        } else if let Some(direct) = region.direct.clone().filter(|direct| weights.pilot(direct)) {
            How::Direct(direct)
        } else {
            How::Walks(Walks::start(region, stream(seed, number, 1, Use::Search)))
        };
        weights
    }

    /// Whether enough candidates stay.
    fn pilot(&self, direct: &Direct) -> bool {
        let mut stream = stream(self.seed, self.number, 0, Use::Search);
        let mut draw = Draw::new(self.region.criteria);
        !direct.checked
            || (0..PILOT).filter(|_| self.region.keeps(draw.next(direct, &mut stream))).count()
                >= FEWEST as usize
    }

    /// How weights are drawn.
    pub(super) fn sampler(&self) -> Sampler {
        match &self.how {
            How::Point => Sampler::Point,
            How::Direct(direct) if direct.checked => Sampler::Rejection,
            How::Direct(_) => Sampler::Direct,
            How::Walks(_) => Sampler::HitAndRun,
        }
    }

    /// Share of candidates that stayed so far, where some were left out.
    pub(super) fn accepted(&self) -> Option<f64> {
        (self.sampler() == Sampler::Rejection && self.candidates > 0)
            .then(|| self.accepted as f64 / self.candidates as f64)
    }

    /// Fills the first `count` of each [`BLOCK`] numbers, one block a criterion; says how many
    /// draws there are.
    pub(super) fn fill(&mut self, block: u32, count: usize, into: &mut [f64]) -> usize {
        match &mut self.how {
            How::Point => {
                for at in 0..count {
                    put(&self.region.base, at, into);
                }
                count
            }
            How::Walks(walks) => {
                for at in 0..count {
                    put(walks.next(self.region), at, into);
                }
                count
            }
            How::Direct(direct) => {
                let mut stream = stream(self.seed, self.number, block, Use::Weights);
                let mut draw = Draw::new(self.region.criteria);
                let mut found = 0;
                for _ in 0..count.saturating_mul(CANDIDATES) {
                    if found == count {
                        break;
                    }
                    let weights = draw.next(direct, &mut stream);
                    self.candidates += 1;
                    if !direct.checked || self.region.keeps(weights) {
                        put(weights, found, into);
                        found += 1;
                    }
                }
                self.accepted += found as u64;
                found
            }
        }
    }
}

/// Writes weights as a column.
fn put(weights: &[f64], at: usize, into: &mut [f64]) {
    for (weight, lane) in weights.iter().zip(into.chunks_exact_mut(BLOCK)) {
        if let Some(cell) = lane.get_mut(at) {
            *cell = *weight;
        }
    }
}

/// Room for one draw.
struct Draw {
    weights: Vec<f64>,
    sorted: Vec<(usize, f64)>,
}

impl Draw {
    fn new(criteria: usize) -> Self {
        Self { weights: vec![0.0; criteria], sorted: Vec::with_capacity(criteria) }
    }

    /// Even weights of a direct shape.
    fn next(&mut self, direct: &Direct, stream: &mut Stream) -> &[f64] {
        if let Some((last, cuts)) = self.weights.split_last_mut() {
            for cut in cuts.iter_mut() {
                *cut = stream.unit();
            }
            // Insertion: there are few, and equal numbers need no rule.
            cuts.sort_unstable_by(f64::total_cmp);
            let mut before = 0.0;
            for cut in cuts.iter_mut() {
                let here = *cut;
                *cut = here - before;
                before = here;
            }
            *last = 1.0 - before;
        }
        if direct.order.len() > 1 {
            self.arrange(&direct.order);
        }
        if direct.rest < 1.0 {
            for (weight, floor) in self.weights.iter_mut().zip(&direct.floors) {
                *weight = floor + direct.rest * *weight;
            }
        }
        &self.weights
    }

    /// Gives the largest weights of those named to the first group, and so on; within a group
    /// they stand as they were drawn. Weights are exchangeable, so that all arrangements that
    /// keep the order are equally likely.
    fn arrange(&mut self, order: &[Vec<usize>]) {
        self.sorted.clear();
        let named = order.iter().flatten().enumerate();
        let weights = &self.weights;
        self.sorted.extend(
            named.map(|(at, criterion)| (at, weights.get(*criterion).copied().unwrap_or(0.0))),
        );
        self.sorted.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut rest = self.sorted.as_mut_slice();
        for group in order {
            let (own, others) = rest.split_at_mut(group.len().min(rest.len()));
            own.sort_unstable_by_key(|(at, _)| *at);
            for (&criterion, (_, value)) in group.iter().zip(own.iter()) {
                if let Some(weight) = self.weights.get_mut(criterion) {
                    *weight = *value;
                }
            }
            rest = others;
        }
    }
}

/// A change smaller than this in every row is no direction to go: rounding would lead.
const SHORT: f64 = 1e-7;

/// Walkers inside a region, each of which moves along the line between two others, or along a
/// direction of the region: the crowd learns how long and thin the region is.
///
/// Places are kept in the coordinates of the region, so that no walker can leave its flat.
#[derive(Debug)]
struct Walks {
    /// Coordinates of each walker.
    places: Vec<Vec<f64>>,
    /// What each row leaves each walker.
    slacks: Vec<Vec<f64>>,
    /// What rows leave at the origin of the coordinates.
    origin: Vec<f64>,
    /// For each coordinate how rows change along it.
    changes: Vec<Vec<f64>>,
    stream: Stream,
    next: usize,
    weights: Vec<f64>,
}

impl Walks {
    fn start(region: &Region, stream: Stream) -> Self {
        let size = region.criteria;
        let unit = |at| (0..size).map(|other| if other == at { 1.0 } else { 0.0 }).collect();
        let rows: Vec<Vec<f64>> = region.rows.iter().cloned().chain((0..size).map(unit)).collect();
        let against =
            |step: &[f64]| -> Vec<f64> { rows.iter().map(|row| dot(row, step)).collect() };
        let walkers = (2 * (region.freedom() + 1)).max(16);
        let mut walks = Self {
            places: vec![region.coordinates(&region.centre); walkers],
            slacks: vec![Vec::new(); walkers],
            origin: against(&region.base),
            changes: region.basis.iter().map(|step| against(step)).collect(),
            stream,
            next: 0,
            weights: region.centre.clone(),
        };
        walks.refresh();
        walks.sweep(2 * region.freedom(), 0);
        walks.sweep(200 + region.freedom() * region.freedom(), 3);
        walks
    }

    /// The next draw: walkers in turn, with a walk for all of them after the last.
    fn next(&mut self, region: &Region) -> &[f64] {
        if self.next >= self.places.len() {
            self.sweep(2 + self.changes.len(), 3);
            self.next = 0;
        }
        if let Some(place) = self.places.get(self.next) {
            region.weights(place, &mut self.weights);
        }
        self.next += 1;
        &self.weights
    }

    /// Moves every walker so many times; `lines` in 4 of the moves follow two others.
    fn sweep(&mut self, times: usize, lines: u32) {
        for _ in 0..times {
            for walker in 0..self.places.len() {
                if self.stream.below(4) < lines {
                    let a = self.other(walker, walker);
                    let b = self.other(walker, a);
                    let change = between(&self.slacks, a, b);
                    if change.iter().any(|change| change.abs() > SHORT) {
                        let step = between(&self.places, a, b);
                        self.step(walker, &step, &change);
                        continue;
                    }
                }
                let along = self.stream.index(self.changes.len());
                let step: Vec<f64> =
                    (0..self.changes.len()).map(|at| if at == along { 1.0 } else { 0.0 }).collect();
                let change = self.changes.get(along).cloned().unwrap_or_default();
                self.step(walker, &step, &change);
            }
            self.refresh();
        }
    }

    /// Computes anew what each row leaves, so that rounding does not pile up.
    fn refresh(&mut self) {
        for (place, slacks) in self.places.iter().zip(&mut self.slacks) {
            slacks.clone_from(&self.origin);
            for (coordinate, change) in place.iter().zip(&self.changes) {
                for (slack, change) in slacks.iter_mut().zip(change) {
                    *slack += coordinate * change;
                }
            }
            for slack in slacks {
                *slack = slack.max(0.0);
            }
        }
    }

    /// A walker other than these two.
    fn other(&mut self, a: usize, b: usize) -> usize {
        loop {
            let other = self.stream.index(self.places.len());
            if other != a && other != b {
                return other;
            }
        }
    }

    /// Moves a walker to an even place on the line through it that keeps every row.
    fn step(&mut self, walker: usize, step: &[f64], change: &[f64]) {
        let (Some(place), Some(slacks)) =
            (self.places.get_mut(walker), self.slacks.get_mut(walker))
        else {
            return;
        };
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        for (slack, change) in slacks.iter().zip(change) {
            if *change > 0.0 {
                least = least.max(-slack / change);
            } else if *change < 0.0 {
                most = most.min(-slack / change);
            }
        }
        let far = least + (most - least) * self.stream.unit();
        if !far.is_finite() {
            return;
        }
        for (coordinate, step) in place.iter_mut().zip(step) {
            *coordinate += far * step;
        }
        for (slack, change) in slacks.iter_mut().zip(change) {
            *slack = (*slack + far * change).max(0.0);
        }
    }
}

/// How one entry of a list is from another.
fn between(list: &[Vec<f64>], a: usize, b: usize) -> Vec<f64> {
    let (a, b) = (list.get(a).into_iter().flatten(), list.get(b).into_iter().flatten());
    a.zip(b).map(|(a, b)| a - b).collect()
}
