//! Randomness by address: what is drawn depends on where, never on what was drawn before.
//!
//! A [`Stream`] is named by a seed and an [`Address`] (replicate, entity, step, purpose).
//! Two streams with different addresses never share a block of the generator, so that work
//! may be split over threads, machines or sessions and gives the same numbers.
//!
//! The generator is Philox4x32-10. Integers below a limit are unbiased, and a yes-or-no draw
//! compares integers, so that all targets agree.
//!
//! # References
//!
//! J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, *Parallel random numbers: as easy as
//! 1, 2, 3*, SC '11, 2011.

use crate::math;

/// The largest seed: every whole number that JSON carries exactly.
pub const MAX_SEED: u64 = (1 << 53) - 1;

/// What a stream is drawn for. Numbers are stable: changing one changes results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// Anything without a purpose of its own, tests above all.
    General = 0,
    /// Order in which communities are refined.
    Communities = 1,
    /// Search over groups.
    Gather = 2,
    /// Search over rotations.
    Rotate = 3,
    /// A feasible start.
    Feasible = 4,
    /// Synthetic data.
    Synthetic = 5,
    /// Weights of criteria, and values within their ranges.
    Weights = 6,
    /// Units drawn again, to learn how far a statistic strays.
    Bootstrap = 7,
    /// Who adopts through a network.
    Diffusion = 8,
    /// Who might have reached a node, drawn backwards.
    ReverseReachable = 9,
    /// Values exchanged between nodes, and nodes that stand for all.
    Exchange = 10,
    /// A replicate of a model of exploration; entities tell apart what is drawn for.
    Explore = 11,
}

/// Where a stream stands within its seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// Which repetition of the whole.
    pub replicate: u32,
    /// Which person, node, site or restart.
    pub entity: u32,
    /// Which step of time or search.
    pub step: u32,
    /// What for.
    pub purpose: Purpose,
}

impl Address {
    /// The first address of a purpose.
    #[must_use]
    pub fn of(purpose: Purpose) -> Self {
        Self { replicate: 0, entity: 0, step: 0, purpose }
    }
}

/// A stream of random numbers, 2³⁴ words long.
#[derive(Debug, Clone)]
pub struct Stream {
    key: [u32; 2],
    counter: [u32; 4],
    block: [u32; 4],
    used: u8,
}

impl Stream {
    /// The stream at an address. Seeds above [`MAX_SEED`] lose their upper bits.
    #[must_use]
    pub fn new(seed: u64, at: Address) -> Self {
        let key = (seed & MAX_SEED) | (u64::from(at.purpose as u8) << 56);
        Self {
            key: [key as u32, (key >> 32) as u32],
            counter: [0, at.step, at.entity, at.replicate],
            block: [0; 4],
            used: 4,
        }
    }

    /// 32 random bits.
    #[inline]
    pub fn bits(&mut self) -> u32 {
        if self.used >= 4 {
            self.block = philox(self.counter, self.key);
            self.counter[0] = self.counter[0].wrapping_add(1);
            self.used = 0;
        }
        let [first, second, third, fourth] = self.block;
        let word = match self.used {
            0 => first,
            1 => second,
            2 => third,
            _ => fourth,
        };
        self.used += 1;
        word
    }

    /// 64 random bits.
    #[inline]
    pub fn bits64(&mut self) -> u64 {
        u64::from(self.bits()) | (u64::from(self.bits()) << 32)
    }

    /// A whole number from 0 to `n - 1`, each equally likely; 0 where `n` is 0.
    ///
    /// # References
    ///
    /// D. Lemire, *Fast random integer generation in an interval*, ACM TOMACS 29(1), 2019.
    #[inline]
    pub fn below(&mut self, n: u32) -> u32 {
        let mut wide = u64::from(self.bits()) * u64::from(n);
        if (wide as u32) < n {
            let refuse = n.wrapping_neg() % n.max(1);
            while (wide as u32) < refuse {
                wide = u64::from(self.bits()) * u64::from(n);
            }
        }
        (wide >> 32) as u32
    }

    /// An index below a length that fits 32 bits.
    #[inline]
    pub fn index(&mut self, length: usize) -> usize {
        self.below(u32::try_from(length).unwrap_or(u32::MAX)) as usize
    }

    /// A number in [0, 1) with 53 random bits.
    pub fn unit(&mut self) -> f64 {
        (self.bits64() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// Yes with the chance that a [`Threshold`] holds.
    #[inline]
    pub fn chance(&mut self, threshold: Threshold) -> bool {
        u64::from(self.bits()) < threshold.0
    }

    /// Puts a slice into random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.index(last + 1);
            items.swap(last, other);
        }
    }

    /// A point drawn uniformly from the simplex: `n` parts that add up to 1 (Dirichlet(1)).
    pub fn dirichlet(&mut self, n: usize) -> Vec<f64> {
        let mut parts: Vec<f64> = (0..n).map(|_| -math::ln(1.0 - self.unit())).collect();
        let total = math::sum(parts.iter().copied());
        for part in &mut parts {
            *part = if total > 0.0 { *part / total } else { 1.0 / n as f64 };
        }
        parts
    }
}

/// A probability as a whole number of 2⁻³² steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold(u64);

impl Threshold {
    /// The nearest threshold to a probability; values outside 0 to 1 are clamped, NaN is 0.
    #[must_use]
    pub fn new(probability: f64) -> Self {
        Self(libm::round(probability.clamp(0.0, 1.0) * 4_294_967_296.0) as u64)
    }
}

/// Ten rounds of Philox 4×32.
#[inline]
fn philox(mut counter: [u32; 4], mut key: [u32; 2]) -> [u32; 4] {
    const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
    const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
    for _ in 0..10 {
        let a = u64::from(MULTIPLIERS[0]) * u64::from(counter[0]);
        let b = u64::from(MULTIPLIERS[1]) * u64::from(counter[2]);
        counter = [
            (b >> 32) as u32 ^ counter[1] ^ key[0],
            b as u32,
            (a >> 32) as u32 ^ counter[3] ^ key[1],
            a as u32,
        ];
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stream(seed: u64) -> Stream {
        Stream::new(seed, Address::of(Purpose::General))
    }

    #[test]
    fn philox_gives_the_known_answers_of_random123() {
        let ones = u32::MAX;
        assert_eq!(philox([0; 4], [0; 2]), [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]);
        assert_eq!(
            philox([ones; 4], [ones; 2]),
            [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
        );
        assert_eq!(
            philox(
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xa409_3822, 0x299f_31d0]
            ),
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
        );
    }

    #[test]
    fn integers_below_a_limit_are_even() {
        let mut stream = stream(7);
        let mut counts = [0u32; 6];
        for _ in 0..60_000 {
            counts[stream.index(6)] += 1;
        }
        // Chi-squared with 5 degrees of freedom: 20.5 is passed once in a thousand.
        let chi: f64 =
            counts.iter().map(|&c| (f64::from(c) - 1e4) * (f64::from(c) - 1e4) / 1e4).sum();
        assert!(chi < 20.5, "{counts:?}");
    }

    #[test]
    fn a_threshold_is_exact_at_its_ends() {
        let mut stream = stream(1);
        for _ in 0..1000 {
            assert!(stream.chance(Threshold::new(1.0)));
            assert!(!stream.chance(Threshold::new(0.0)));
            assert!(!stream.chance(Threshold::new(f64::NAN)));
        }
    }

    #[test]
    fn addresses_do_not_share_numbers() {
        let base = Address::of(Purpose::General);
        let first = |at| Stream::new(5, at).bits64();
        let all = [
            first(base),
            first(Address { replicate: 1, ..base }),
            first(Address { entity: 1, ..base }),
            first(Address { step: 1, ..base }),
            first(Address::of(Purpose::Gather)),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all.iter().skip(i + 1).all(|b| a != b));
        }
    }

    proptest! {
        /// A shuffle keeps every item, and a share adds up to one.
        #[test]
        fn shuffles_and_shares_keep_the_whole(seed in 0..=MAX_SEED, n in 1usize..50) {
            let mut items: Vec<usize> = (0..n).collect();
            let mut stream = stream(seed);
            stream.shuffle(&mut items);
            items.sort_unstable();
            prop_assert!(items.into_iter().eq(0..n));
            let parts = stream.dirichlet(n);
            prop_assert!((math::sum(parts) - 1.0).abs() < 1e-12);
        }

        /// A draw below a limit stays below it.
        #[test]
        fn draws_stay_below(seed in 0..=MAX_SEED, n in 1u32..) {
            prop_assert!(stream(seed).below(n) < n);
        }
    }
}
