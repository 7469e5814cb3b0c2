//! How much a move may lose at a temperature: exponential slack, drawn from a table.
//!
//! Accepting a loss with probability `exp(-loss / temperature)` is to accept it when it is
//! below `temperature` times an exponential number. Drawing one per candidate would cost
//! more than judging it, so that the numbers stand in a shuffled table, already multiplied,
//! and a look at a unit reads a stretch of it from a random offset. As the greatest of each
//! stretch is known beforehand, a whole group can be passed over with one comparison.

#![expect(
    clippy::indexing_slicing,
    reason = "an offset is below LENGTH / STRIDE and the table is made longer than LENGTH by \
              a stride for each group and a stretch"
)]

use super::values::{LANES, Worth};
use crate::math;
use crate::random::{Address, Purpose, Stream};

/// Different numbers in the table.
const LENGTH: usize = 4096;
/// Numbers between the stretches of neighbouring groups.
const STRIDE: usize = 8;
/// Fraction bits of the exponential numbers and of the temperature.
const FRACTION: u32 = 16;

/// The table and the generator of offsets.
#[derive(Debug, Clone)]
pub(super) struct Noise {
    exponential: Vec<u32>,
    greatest: Vec<u32>,
    slack: Vec<Worth>,
    tops: Vec<Worth>,
    stretch: usize,
    draw: u64,
}

impl Noise {
    /// A table for groups of up to `most` units; without slack until it is warmed.
    pub(super) fn new(seed: u64, groups: usize, most: usize) -> Self {
        let mut stream = Stream::new(seed, Address::of(Purpose::Gather));
        let unit = f64::from(1u32 << FRACTION);
        let quantile = |rank: usize| (rank as f64 + 0.5) / LENGTH as f64;
        let mut exponential: Vec<u32> =
            (0..LENGTH).map(|rank| (-math::ln(quantile(rank)) * unit) as u32).collect();
        stream.shuffle(&mut exponential);
        let stretch = (most + 1).next_power_of_two().min(LENGTH);
        let starts = LENGTH / STRIDE + groups + LANES;
        let length = starts * STRIDE + stretch;
        exponential = exponential.iter().copied().cycle().take(length).collect();
        let greatest: Vec<u32> = (0..starts)
            .map(|start| {
                exponential[start * STRIDE..][..stretch].iter().copied().max().unwrap_or(0)
            })
            .collect();
        let mut noise = Self {
            slack: vec![0; exponential.len()],
            tops: vec![0; greatest.len()],
            exponential,
            greatest,
            stretch,
            draw: stream.bits64(),
        };
        noise.still();
        noise
    }

    /// Sets the temperature, in units of value; it is kept between 2⁻¹⁶ and 2⁴⁶.
    pub(super) fn warm(&mut self, temperature: f64) {
        let unit = f64::from(1u32 << FRACTION);
        let fixed = ((temperature * unit) as u64).clamp(1, 1 << (46 + FRACTION));
        // Its 32 leading bits are exact enough, and keep the product within 64 bits.
        let surplus = (u64::BITS - fixed.leading_zeros()).saturating_sub(32);
        let leading = fixed >> surplus;
        let scale = |number: u32| {
            (leading.wrapping_mul(u64::from(number)) >> (2 * FRACTION - surplus)) as Worth
        };
        for (slack, &number) in self.slack.iter_mut().zip(&self.exponential) {
            *slack = scale(number);
        }
        for (top, &number) in self.tops.iter_mut().zip(&self.greatest) {
            *top = scale(number);
        }
    }

    /// From now on only a gain is enough.
    pub(super) fn still(&mut self) {
        self.slack.fill(-1);
        self.tops.fill(-1);
    }

    /// A random place to read from.
    #[inline]
    pub(super) fn offset(&mut self) -> usize {
        // A linear congruence (Knuth's MMIX constants): its upper bits do for offsets.
        let next = self.draw.wrapping_mul(6_364_136_223_846_793_005);
        self.draw = next.wrapping_add(1_442_695_040_888_963_407);
        (self.draw >> (u64::BITS - (LENGTH / STRIDE).ilog2())) as usize
    }

    /// For each group the greatest slack of its stretch.
    #[inline]
    pub(super) fn tops(&self, offset: usize, width: usize) -> &[Worth] {
        &self.tops[offset..][..width]
    }

    /// The slack of the candidates of one group; the length is a power of two.
    #[inline]
    pub(super) fn stretch(&self, offset: usize, group: usize) -> &[Worth] {
        &self.slack[(offset + group) * STRIDE..][..self.stretch]
    }
}
