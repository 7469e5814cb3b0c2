//! Adding up rows of weights for all periods and exchanges at once.
//!
//! A row says how much a node looks at those who adopt in each period. What is needed of all
//! rows are sums by period that can be added up in time afterwards: a row costs its periods once.

use super::document::MoranOptions;
use super::read::Adoptions;
use crate::math::ExactSum;
use crate::random::{Address, Purpose, Stream};

/// Times of adoption, exchanged between nodes; the share that has adopted by period.
#[derive(Debug)]
pub(super) struct Worlds {
    pub exchanged: Vec<Vec<u32>>,
    pub means: Vec<f64>,
}

impl Worlds {
    pub(super) fn new(adoptions: &Adoptions, options: &MoranOptions) -> Self {
        let exchanged = (0..options.permutations)
            .map(|replicate| {
                let at = Address { replicate, ..Address::of(Purpose::Exchange) };
                let mut times = adoptions.times.clone();
                Stream::new(options.seed.number(), at).shuffle(&mut times);
                times
            })
            .collect();
        let nodes = f64::from(adoptions.nodes());
        let means = adoptions.cumulative().map(|count| f64::from(count) / nodes).collect();
        Self { exchanged, means }
    }
}

/// By period of one world: what rows add to the sum over all nodes, what they add to that over
/// adopters, and the adopters whose rows are not empty. Each counts from its period on.
#[derive(Debug, Clone, Default)]
struct Tally {
    seen: ExactSum,
    seen_by_adopters: ExactSum,
    adopters: u64,
}

/// Sums over rows.
#[derive(Debug)]
pub(super) struct Sums {
    /// By world, by period from 1 at place 1.
    tallies: Vec<Vec<Tally>>,
    /// By period, the squares of products, in the world as it is.
    squares: Vec<f64>,
    /// Rows, and those of them that are not empty.
    pub rows: u32,
    pub filled: u32,
}

/// Rows at hand, and the sums of those before.
#[derive(Debug)]
pub(super) struct Adder<'a> {
    worlds: &'a Worlds,
    times: &'a [u32],
    /// By world, weights by the period in which the other adopts and by row at hand.
    bins: Vec<Vec<f64>>,
    width: usize,
    pub sums: Sums,
}

impl<'a> Adder<'a> {
    /// For so many rows at hand.
    pub(super) fn new(adoptions: &'a Adoptions, worlds: &'a Worlds, width: usize) -> Self {
        let periods = adoptions.end as usize + 1;
        let count = worlds.exchanged.len() + 1;
        Self {
            worlds,
            times: &adoptions.times,
            bins: vec![vec![0.0; periods * width]; count],
            width,
            sums: Sums {
                tallies: vec![vec![Tally::default(); periods]; count],
                squares: vec![0.0; periods],
                rows: 0,
                filled: 0,
            },
        }
    }

    /// Adds a weight to the rows at hand at these places.
    #[inline]
    pub(super) fn weigh(
        &mut self,
        places: impl Iterator<Item = usize> + Clone,
        other: u32,
        weight: f64,
    ) {
        let worlds = std::iter::once(self.times)
            .chain(self.worlds.exchanged.iter().map(Vec::as_slice))
            .map(|times| times.get(other as usize).copied().unwrap_or(0) as usize);
        for (bins, time) in self.bins.iter_mut().zip(worlds) {
            let rows = time * self.width..(time + 1) * self.width;
            let Some(rows) = bins.get_mut(rows) else { continue };
            for place in places.clone() {
                if let Some(bin) = rows.get_mut(place) {
                    *bin += weight;
                }
            }
        }
    }

    /// Ends the row at a place, which is that of a node; says what its weights add up to.
    pub(super) fn end_row(&mut self, place: usize, node: u32) -> f64 {
        self.sums.rows += 1;
        let width = self.width;
        let row = |bins: &'_ Vec<f64>| -> Vec<f64> {
            bins.iter().skip(place).step_by(width).copied().collect()
        };
        let own = self.bins.first().map(row).unwrap_or_default();
        let total: f64 = own.iter().sum();
        if total > 0.0 {
            self.sums.filled += 1;
            let worlds = std::iter::once(self.times)
                .chain(self.worlds.exchanged.iter().map(Vec::as_slice))
                .map(|times| times.get(node as usize).copied().unwrap_or(0) as usize);
            for ((bins, time), tallies) in self.bins.iter().zip(worlds).zip(&mut self.sums.tallies)
            {
                for (period, weight) in bins.iter().skip(place).step_by(width).enumerate().skip(1) {
                    if *weight == 0.0 {
                        continue;
                    }
                    let share = weight / total;
                    if let Some(tally) = tallies.get_mut(period) {
                        tally.seen.add(share);
                    }
                    // Adopters see it from when both have adopted.
                    if time > 0
                        && let Some(tally) = tallies.get_mut(period.max(time))
                    {
                        tally.seen_by_adopters.add(share);
                    }
                }
                if time > 0
                    && let Some(tally) = tallies.get_mut(time)
                {
                    tally.adopters += 1;
                }
            }
            self.square(node, &own, total);
        }
        for bins in &mut self.bins {
            bins.iter_mut().skip(place).step_by(width).for_each(|bin| *bin = 0.0);
        }
        total
    }

    /// Squares of the products of a row, which a sample needs.
    fn square(&mut self, node: u32, bins: &[f64], total: f64) {
        let time = self.times.get(node as usize).copied().unwrap_or(0) as usize;
        let mut seen = 0.0;
        let means = self.worlds.means.iter();
        for (((period, bin), square), mean) in
            bins.iter().enumerate().zip(&mut self.sums.squares).skip(1).zip(means)
        {
            seen += bin / total;
            let adopted = if time > 0 && time <= period { 1.0 } else { 0.0 };
            let product = (adopted - mean) * (seen - mean);
            *square += product * product;
        }
    }
}

impl Sums {
    /// The sum over rows of a node's own deviation times that of those it looks at, by period
    /// from the first, in one world.
    pub(super) fn products(&self, world: usize, means: &[f64]) -> Vec<f64> {
        let (mut seen, mut by_adopters, mut adopters) = (0.0, 0.0, 0_u64);
        let filled = f64::from(self.filled);
        self.tallies
            .get(world)
            .into_iter()
            .flat_map(|tallies| tallies.iter().skip(1).zip(means))
            .map(|(tally, mean)| {
                seen += tally.seen.value();
                by_adopters += tally.seen_by_adopters.value();
                adopters += tally.adopters;
                // Σ (a − m)(s − m) over rows that are not empty.
                by_adopters - mean * (adopters as f64) - mean * seen + mean * mean * filled
            })
            .collect()
    }

    /// The squares of the products, by period from the first.
    pub(super) fn squares(&self) -> &[f64] {
        self.squares.get(1..).unwrap_or_default()
    }
}
