//! Random numbers for inner loops, where each draw costs as much as the step it decides.
//!
//! # References
//!
//! G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
//! OOPSLA 2014 (the finaliser of SplitMix64).

#![expect(clippy::indexing_slicing, reason = "twelve bits index a table of 4096 chances")]

use crate::math;
use crate::random::Stream;

/// A generator of 64-bit words, seeded from a stream.
#[derive(Debug, Clone)]
pub(super) struct Fast(u64);

impl Fast {
    /// A generator of its own for each state of the stream.
    pub(super) fn new(stream: &mut Stream) -> Self {
        Self(stream.bits64())
    }

    /// 64 random bits.
    #[inline]
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        word ^ (word >> 31)
    }

    /// An index below `n`, up to 2³², from fresh bits.
    #[inline]
    pub(super) fn index(&mut self, n: usize) -> usize {
        pick(self.bits() >> 32, 32, n)
    }
}

/// An index below `n` from a number of `width` bits.
#[inline]
pub(super) fn pick(bits: u64, width: u32, n: usize) -> usize {
    ((bits * n as u64) >> width) as usize
}

const CHANCES: usize = 1 << 12;

/// How much worse a move may be, for every chance from 1/8192 to 1 (Metropolis' rule).
#[derive(Debug, Clone)]
pub(super) struct Heat {
    logarithms: Vec<f64>,
    limits: Vec<i64>,
}

impl Heat {
    /// No heat: only moves that are not worse.
    pub(super) fn new() -> Self {
        let logarithm = |index: usize| -math::ln((index as f64 + 0.5) / CHANCES as f64);
        Self { logarithms: (0..CHANCES).map(logarithm).collect(), limits: vec![0; CHANCES] }
    }

    /// Sets the temperature.
    pub(super) fn set(&mut self, temperature: f64) {
        for (limit, logarithm) in self.limits.iter_mut().zip(&self.logarithms) {
            *limit = (logarithm * temperature) as i64;
        }
    }

    /// The most that a move may cost, given twelve random bits.
    #[inline]
    pub(super) fn limit(&self, bits: u64) -> i64 {
        self.limits[(bits & 0xfff) as usize]
    }
}
