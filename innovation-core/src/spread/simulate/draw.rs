//! Random numbers for the kernels: light generators whose start is an address of the seed.
//!
//! A replicate's numbers follow from the seed and the replicate's number alone, in two forms: a
//! sequence ([`Sequence`]), and numbers by place ([`Places`]), where what a node or an arc draws
//! depends on nothing that happened before. The latter give two runs with the same seed common
//! random numbers: who adopts with fewer seeds or smaller chances adopts with more of them.

use crate::random::{Address, Purpose, Stream};

/// The stream of a replicate.
fn stream(seed: u64, replicate: u32, entity: u32) -> Stream {
    Stream::new(seed, Address { replicate, entity, ..Address::of(Purpose::Diffusion) })
}

/// Random bits one after the other: xoshiro256++.
///
/// # References
///
/// D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47(4), 2021.
pub(super) struct Sequence([u64; 4]);

impl Sequence {
    pub(super) fn new(seed: u64, replicate: u32) -> Self {
        let mut stream = stream(seed, replicate, 0);
        // A state of zeros would stay there.
        Self([stream.bits64(), stream.bits64(), stream.bits64(), stream.bits64() | 1])
    }

    /// 64 random bits.
    #[inline]
    pub(super) fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let bits = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        bits
    }
}

/// Random bits by place: a counter of random start and stride under the finaliser of SplitMix64.
///
/// # References
///
/// G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014.
#[derive(Clone, Copy)]
pub(super) struct Places {
    start: u64,
    stride: u64,
}

impl Places {
    pub(super) fn new(seed: u64, replicate: u32) -> Self {
        let mut stream = stream(seed, replicate, 1);
        Self { start: stream.bits64(), stride: stream.bits64() | 1 }
    }

    /// 64 random bits that belong to a place.
    #[inline]
    pub(super) fn bits(self, place: usize) -> u64 {
        let mut bits = (place as u64).wrapping_mul(self.stride).wrapping_add(self.start);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number of steps of [`chance`] that belongs to a place: below [`ONE`].
    #[inline]
    pub(super) fn steps(self, place: usize) -> u32 {
        (self.bits(place) >> 33) as u32
    }
}

/// One, in the steps of [`chance`].
pub(super) const ONE: u32 = 1 << 31;

/// A probability in steps of 2⁻³¹; exact at 0 and 1.
pub(super) fn chance(probability: f64) -> u32 {
    libm::round(probability.clamp(0.0, 1.0) * f64::from(ONE)) as u32
}

/// Outcomes of a draw of [`Failures`]; the last stands for "none so far, draw on".
const OUTCOMES: usize = 256;

/// The share of a slot in all 2⁶⁴ bit patterns.
const SLOT: u128 = 1 << 56;

/// How many trials fail before one succeeds: the geometric distribution in whole numbers.
///
/// Alias tables over 0 to 254 failures and "255 or more", which draws on; with 64 bits a draw,
/// each probability is right to 2⁻⁶⁴, on every target.
///
/// # References
///
/// M. D. Vose, *A linear algorithm for generating random numbers with a given distribution*,
/// IEEE Transactions on Software Engineering 17(9), 1991.
pub(super) struct Failures {
    /// For each slot, the bits below which its own outcome holds, then the other outcome.
    slots: Vec<u64>,
}

impl Failures {
    /// Of trials that succeed with a probability.
    pub(super) fn new(probability: f64) -> Self {
        Self { slots: alias(geometric(probability)) }
    }

    /// So many failures, and whether a success follows them.
    #[inline]
    pub(super) fn draw(&self, random: &mut Sequence) -> (usize, bool) {
        let bits = random.bits();
        let own = bits >> 56;
        let slot = self.slots.get(own as usize).copied().unwrap_or(0);
        let outcome = if (bits << 8) >> 8 < slot >> 8 { own } else { slot & 0xFF };
        (outcome as usize, outcome != OUTCOMES as u64 - 1)
    }
}

/// The probabilities of 0, 1, … failures, and of as many as are left, in steps of 2⁻⁶⁴.
fn geometric(probability: f64) -> Vec<u128> {
    let success = libm::ldexp(probability.clamp(0.0, 1.0), 64) as u128;
    let mut left: u128 = 1 << 64;
    let mut weights = Vec::with_capacity(OUTCOMES);
    for _ in 1..OUTCOMES {
        // A certain success would overflow the product.
        let weight = left.checked_mul(success).map_or(left, |product| product >> 64);
        weights.push(weight);
        left -= weight;
    }
    weights.push(left);
    weights
}

/// Slots of equal size such that each outcome holds its weight in all; weights add up to 2⁶⁴.
fn alias(mut weights: Vec<u128>) -> Vec<u64> {
    let pack = |cut: u128, other: usize| ((cut as u64) << 8) | other as u64;
    let mut slots: Vec<u64> = (0..weights.len()).map(|own| pack(0, own)).collect();
    let (mut small, mut large): (Vec<usize>, Vec<usize>) =
        (0..weights.len()).partition(|&own| weights.get(own).is_some_and(|weight| *weight < SLOT));
    while let Some(&rich) = large.last() {
        let Some(poor) = small.pop() else { break };
        let cut = weights.get(poor).copied().unwrap_or(0);
        if let Some(slot) = slots.get_mut(poor) {
            *slot = pack(cut, rich);
        }
        if let Some(weight) = weights.get_mut(rich) {
            *weight = (*weight + cut).saturating_sub(SLOT);
            if *weight < SLOT {
                large.pop();
                small.push(rich);
            }
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weight of each outcome, read off the slots.
    fn weights(slots: &[u64]) -> Vec<u128> {
        let mut weights = vec![0_u128; slots.len()];
        for (own, slot) in slots.iter().enumerate() {
            let cut = u128::from(slot >> 8);
            weights[own] += cut;
            weights[(slot & 0xFF) as usize] += SLOT - cut;
        }
        weights
    }

    #[test]
    fn slots_hold_exactly_the_weights() {
        for p in [0.0, 1e-30, 1e-9, 0.003, 0.01, 0.1, 1.0 / 3.0, 0.5, 0.99, 1.0] {
            let wanted = geometric(p);
            assert_eq!(wanted.iter().sum::<u128>(), 1 << 64);
            assert_eq!(weights(&alias(wanted.clone())), wanted, "{p}");
            let third = libm::ldexp(wanted[2] as f64, -64);
            assert!((third - p * (1.0 - p) * (1.0 - p)).abs() < 1e-15, "{p}");
        }
    }

    #[test]
    fn successes_come_at_their_rate() {
        for p in [0.004, 0.1, 0.7] {
            let (failures, mut random) = (Failures::new(p), Sequence::new(3, 0));
            let (mut trials, mut successes) = (0_usize, 0_usize);
            while successes < 40_000 {
                let (failed, success) = failures.draw(&mut random);
                trials += failed + usize::from(success);
                successes += usize::from(success);
            }
            let rate = successes as f64 / trials as f64;
            let error = libm::sqrt(p * (1.0 - p) / trials as f64);
            assert!((rate - p).abs() < 4.0 * error, "{p}: {rate}");
        }
    }

    #[test]
    fn a_place_holds_at_its_rate_and_at_the_ends_for_certain() {
        let places = Places::new(9, 4);
        let share = |p: f64| (0..100_000).filter(|&at| places.steps(at) < chance(p)).count();
        assert_eq!((share(0.0), share(1.0)), (0, 100_000));
        for p in [0.01, 0.5, 0.9] {
            let error = libm::sqrt(p * (1.0 - p) * 1e5);
            assert!((share(p) as f64 - p * 1e5).abs() < 4.0 * error, "{p}");
        }
    }
}
