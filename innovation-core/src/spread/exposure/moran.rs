//! Moran's I of having adopted, period by period, over weights that are never held all at once.
//!
//! With rows of weights that add up to 1, the index is the slope of what neighbours do on what
//! a node does. A row is made, used for all periods at once and forgotten: memory grows with
//! nodes and ties, not with pairs. Distances from all nodes take time nodes × ties; where that
//! is too long, rows of nodes drawn at random stand for all, with a standard error.

use super::document::{GeodesicSample, Moran, MoranOptions};
use super::near::{MOST_AT_ONCE, Near, places};
use super::read::Adoptions;
use super::rows::{Adder, Sums, Worlds};
use crate::distribution::normal_cdf;
use crate::error::{Code, Error, Result};
use crate::math;
use crate::random::{Address, Purpose, Stream};
use crate::stat::Stat;
use crate::watch::{Progress, Watch};

/// Most steps of measuring distances where the caller does not say from how many nodes.
const USUAL_STEPS: u64 = 100_000_000;

/// Most steps where the caller does.
const MOST_STEPS: u64 = 4_000_000_000;

/// Steps between two looks at the watch.
const STEPS_A_LOOK: u64 = 4_000_000;

/// Most numbers held for searches that go together.
const MOST_HELD: usize = 1 << 24;

/// Moran's I for one kind of weights.
#[derive(Debug)]
pub(super) struct Index<'a> {
    worlds: &'a Worlds,
    sums: Sums,
    /// By world, by period, sums of products.
    products: Vec<Vec<f64>>,
    /// Σ(w + w')²/2 over pairs, and Σ(row + column)² over nodes; none where they are not known.
    moments: Option<[f64; 2]>,
    nodes: f64,
    stopped: bool,
}

impl<'a> Index<'a> {
    fn new(adoptions: &Adoptions, worlds: &'a Worlds, sums: Sums) -> Self {
        let products =
            (0..=worlds.exchanged.len()).map(|world| sums.products(world, &worlds.means)).collect();
        let nodes = f64::from(adoptions.nodes());
        Self { worlds, sums, products, moments: None, nodes, stopped: false }
    }
}

/// Weights are those of ties.
pub(super) fn along_ties<'a>(adoptions: &Adoptions, worlds: &'a Worlds) -> Index<'a> {
    let mut adder = Adder::new(adoptions, worlds, 1);
    let weighted = adoptions.seen.weighted();
    let mut columns = vec![0.0; adoptions.times.len()];
    let mut totals = vec![0.0; adoptions.times.len()];
    for (node, total) in (0..).zip(&mut totals) {
        *total = adoptions.sees(node, weighted).map(|(_, weight)| weight).sum();
    }
    let scaled = |node: u32, weight: f64| {
        totals.get(node as usize).filter(|total| **total > 0.0).map_or(0.0, |total| weight / total)
    };
    let (mut squares, mut mutual) = (0.0, 0.0);
    for node in 0..adoptions.nodes() {
        for (other, weight) in adoptions.sees(node, weighted) {
            adder.weigh(std::iter::once(0), other, weight);
            let own = scaled(node, weight);
            squares += own * own;
            if let Some(column) = columns.get_mut(other as usize) {
                *column += own;
            }
            if let Ok(place) = adoptions.seen.heads(other).binary_search(&node) {
                let back = adoptions.seen.weights(other).get(place).copied();
                mutual += own * scaled(other, back.unwrap_or(1.0));
            }
        }
        adder.end_row(0, node);
    }
    let sides =
        columns.iter().zip(&totals).map(|(column, total)| square_side(*column, *total)).sum();
    Index { moments: Some([squares + mutual, sides]), ..Index::new(adoptions, worlds, adder.sums) }
}

/// (row + column)² of a node; a row that is not empty adds up to 1.
fn square_side(column: f64, total: f64) -> f64 {
    let side = column + if total > 0.0 { 1.0 } else { 0.0 };
    side * side
}

/// Weights are inverse distances, measured from all nodes or from some drawn at random.
pub(super) fn by_distance<'a>(
    adoptions: &Adoptions,
    worlds: &'a Worlds,
    options: &MoranOptions,
    watch: &mut dyn Watch,
) -> Result<(Index<'a>, GeodesicSample)> {
    let nodes = adoptions.nodes();
    let usual = if adoptions.compatible { 6 } else { u32::MAX };
    let reach = options.reach.unwrap_or(usual);
    let asked = options.sources.unwrap_or(nodes).min(nodes);
    let limit = limit(adoptions, options, asked)?;
    let mut order: Vec<u32> = (0..nodes).collect();
    // Not the address of any exchange.
    let at = Address { entity: 1, ..Address::of(Purpose::Exchange) };
    Stream::new(options.seed.number(), at).shuffle(&mut order);
    let cells = (worlds.exchanged.len() + 1).saturating_mul(adoptions.end as usize + 1);
    let width = (MOST_HELD / 4 / cells.max(1)).clamp(1, MOST_AT_ONCE);
    let mut adder = Adder::new(adoptions, worlds, width);
    let mut near = Near::new(nodes);
    let mut totals = vec![0.0; nodes as usize];
    let (mut within, mut looked, mut stopped) = (0_u64, 0, false);
    for sources in order.get(..asked as usize).unwrap_or(&order).chunks(width) {
        near.visit(&adoptions.seen, sources, reach, |other, distance, bits| {
            adder.weigh(places(bits), other, 1.0 / f64::from(distance));
            within += u64::from(bits.count_ones());
        });
        for (place, &source) in sources.iter().enumerate() {
            let total = adder.end_row(place, source);
            if let Some(own) = totals.get_mut(source as usize) {
                *own = total;
            }
        }
        let exchanged = within.saturating_mul(u64::from(options.permutations));
        let steps = near.steps.saturating_add(exchanged);
        if steps / STEPS_A_LOOK > looked {
            looked = steps / STEPS_A_LOOK;
            let done = Progress::new(u64::from(adder.sums.rows), Some(u64::from(asked)), None);
            if !watch.proceed(&done) {
                stopped = true;
                break;
            }
        }
        if steps > limit && adder.sums.rows >= 2 {
            break;
        }
    }
    let rows = adder.sums.rows;
    let exact = rows == nodes;
    let mut index = Index { stopped, ..Index::new(adoptions, worlds, adder.sums) };
    if exact && options.permutations == 0 && !stopped {
        index.moments = moments(adoptions, reach, &totals, &mut near, watch);
    }
    let sample = GeodesicSample {
        sources: rows,
        exact,
        reach: (reach < u32::MAX).then_some(reach),
        within_reach: within as f64 / f64::from(rows.max(1)),
    };
    Ok((index, sample))
}

/// Most steps, where the sources that were asked for do not promise to take more.
fn limit(adoptions: &Adoptions, options: &MoranOptions, asked: u32) -> Result<u64> {
    if options.sources.is_none() {
        return Ok(USUAL_STEPS);
    }
    let size = u64::from(adoptions.nodes()) + adoptions.seen.arcs() as u64;
    let worst = u64::from(asked).saturating_mul(size);
    if worst > MOST_STEPS {
        let fact = format!("distances from {asked} nodes take up to {worst} steps");
        return Err(Error::new(Code::ContractTooLarge, fact)
            .at("/moran/sources")
            .hint("measure from fewer nodes; the answer states its standard error"));
    }
    Ok(MOST_STEPS)
}

/// What the standard deviation needs of weights both ways; nothing where the watch says stop.
fn moments(
    adoptions: &Adoptions,
    reach: u32,
    totals: &[f64],
    near: &mut Near,
    watch: &mut dyn Watch,
) -> Option<[f64; 2]> {
    let nodes = totals.len();
    let width = (MOST_HELD / nodes.max(1)).clamp(1, MOST_AT_ONCE);
    // By node and search, the distance on the way there.
    let mut there = vec![0_u32; nodes.checked_mul(width)?];
    let all: Vec<u32> = (0..nodes as u32).collect();
    let total = |node: u32| totals.get(node as usize).copied().unwrap_or(0.0);
    let (mut pairs, mut sides, mut looked) = (0.0, 0.0, near.steps / STEPS_A_LOOK);
    for sources in all.chunks(width) {
        let own: Vec<f64> = sources.iter().map(|&source| total(source)).collect();
        let mut columns = vec![0.0; sources.len()];
        near.visit(&adoptions.seen, sources, reach, |other, distance, bits| {
            let far = f64::from(distance);
            for place in places(bits) {
                let weight = own.get(place).map_or(0.0, |total| 1.0 / (far * total));
                pairs += weight * weight;
                if let Some(cell) = there.get_mut(other as usize * width + place) {
                    *cell = distance;
                }
            }
        });
        near.visit(&adoptions.shown, sources, reach, |other, distance, bits| {
            let back = 1.0 / (f64::from(distance) * total(other));
            for place in places(bits) {
                if let Some(column) = columns.get_mut(place) {
                    *column += back;
                }
                let forth = there.get(other as usize * width + place).filter(|far| **far > 0);
                if let (Some(&far), Some(total)) = (forth, own.get(place)) {
                    pairs += back / (f64::from(far) * total);
                }
            }
        });
        near.visit(&adoptions.seen, sources, reach, |other, _, bits| {
            for place in places(bits) {
                if let Some(cell) = there.get_mut(other as usize * width + place) {
                    *cell = 0;
                }
            }
        });
        sides +=
            columns.iter().zip(&own).map(|(column, own)| square_side(*column, *own)).sum::<f64>();
        if near.steps / STEPS_A_LOOK > looked {
            looked = near.steps / STEPS_A_LOOK;
            let done = sources.last().map_or(0, |source| u64::from(*source) + 1);
            if !watch.proceed(&Progress::new(done, Some(nodes as u64), None)) {
                return None;
            }
        }
    }
    Some([pairs, sides])
}

impl Index<'_> {
    /// The index in a period, counted from 0.
    pub(super) fn at(&self, place: usize) -> Moran {
        let expected = -1.0 / (self.nodes - 1.0);
        let none = |reason| Moran {
            value: Stat::undefined(reason),
            expected: Stat::of(expected),
            sd: Stat::undefined(reason),
            p: Stat::undefined(reason),
            standard_error: None,
        };
        let mean = self.worlds.means.get(place).copied().unwrap_or(0.0);
        let spread = mean * (1.0 - mean);
        if spread <= 0.0 {
            return none("no-variation");
        }
        if self.stopped {
            return none("stopped");
        }
        if self.sums.filled == 0 {
            return none("no-ties");
        }
        // All weights add up to the number of rows that are not empty, and squared deviations
        // to nodes · spread.
        let scale = 1.0 / (f64::from(self.sums.filled) * spread);
        let product = |world: &Vec<f64>| world.get(place).copied().unwrap_or(0.0);
        let sum = self.products.first().map_or(0.0, product);
        let value = sum * scale;
        let moran = Moran { value: Stat::of(value), ..none("sampled") };
        let rows = f64::from(self.sums.rows);
        if rows < self.nodes {
            // A ratio of two means: of products, and of rows that are not empty.
            let squares = self.sums.squares().get(place).copied().unwrap_or(0.0);
            let (mean, filled) = (sum / rows, f64::from(self.sums.filled) / rows);
            let ratio = mean / filled;
            let off = squares / rows - 2.0 * ratio * mean + ratio * ratio * filled;
            let variance = f64::max(off, 0.0) / (rows - 1.0).max(1.0) * (1.0 - rows / self.nodes);
            let error = math::sqrt(variance) / filled / spread;
            return Moran { standard_error: Some(error), ..moran };
        }
        let exchanged: Vec<f64> =
            self.products.iter().skip(1).map(|world| product(world) * scale).collect();
        let (sd, p) = if exchanged.is_empty() {
            self.by_formula(spread, value, expected)
        } else {
            by_exchange(&exchanged, value, expected)
        };
        Moran { sd, p, ..moran }
    }

    /// Standard deviation over all exchanges by formula (Cliff and Ord), and the p-value of a
    /// normal distribution.
    fn by_formula(&self, spread: f64, value: f64, expected: f64) -> (Stat, Stat) {
        let Some([pairs, sides]) = self.moments else {
            return (Stat::undefined("stopped"), Stat::undefined("stopped"));
        };
        let n = self.nodes;
        if n <= 3.0 {
            return (Stat::undefined("too-few-nodes"), Stat::undefined("too-few-nodes"));
        }
        let all = f64::from(self.sums.filled);
        // Of a variable that is 0 or 1.
        let kurtosis = (1.0 - 3.0 * spread) / spread;
        let first = n * ((n * n - 3.0 * n + 3.0) * pairs - n * sides + 3.0 * all * all);
        let second = kurtosis * (n * (n - 1.0) * pairs - 2.0 * n * sides + 6.0 * all * all);
        let below = (n - 1.0) * (n - 2.0) * (n - 3.0) * all * all;
        let variance = (first - second) / below - expected * expected;
        // Where all weights are equal, no exchange changes anything.
        if variance <= 1e-10 * expected * expected {
            return (Stat::undefined("no-variation"), Stat::undefined("no-variation"));
        }
        let sd = math::sqrt(variance);
        (Stat::of(sd), Stat::of(2.0 * normal_cdf(-((value - expected) / sd).abs())))
    }
}

/// Standard deviation and p-value from exchanges.
fn by_exchange(found: &[f64], value: f64, expected: f64) -> (Stat, Stat) {
    let count = found.len() as f64;
    let mean = math::sum(found.iter().copied()) / count;
    let squares = math::sum(found.iter().map(|x| (x - mean) * (x - mean)));
    let off = (value - expected).abs() * (1.0 - 1e-12);
    let far = found.iter().filter(|x| (**x - expected).abs() >= off).count() as f64;
    let sd = if found.len() > 1 {
        Stat::of(math::sqrt(squares / (count - 1.0)))
    } else {
        Stat::undefined("too-few-permutations")
    };
    (sd, Stat::of((far + 1.0) / (count + 1.0)))
}
