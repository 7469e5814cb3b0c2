//! Many yes-or-no draws and many votes at once, one for each bit of a word.
//!
//! Models of belief hold one bit for each dimension. [`Bits`] draws for 64 dimensions what
//! otherwise takes 64 draws, and [`vote`] counts 64 ballots in a few operations: a count is
//! kept upright, its digits spread over words (planes), the least digit first.
//!
//! Invariant: a draw costs the same words of the generator on every target.
//!
//! # References
//!
//! D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47(4),
//! 2021 (xoshiro256++).

use crate::random::{Address, Purpose, Stream};

/// A probability as a whole number of 2⁻³² steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Odds(u64);

/// One.
const CERTAIN: u64 = 1 << 32;

impl Odds {
    /// The nearest to a probability; values outside 0 to 1 are clamped, NaN is 0.
    pub(crate) fn new(probability: f64) -> Self {
        Self(libm::rint(probability.clamp(0.0, 1.0) * CERTAIN as f64) as u64)
    }

    /// Whether it never holds.
    pub(crate) fn never(self) -> bool {
        self.0 == 0
    }
}

/// The random bits of one replicate: a small fast generator that starts from the
/// replicate's address.
#[derive(Debug, Clone)]
pub(crate) struct Bits {
    pub(super) state: [u64; 4],
}

impl Bits {
    /// The bits of a replicate.
    pub(crate) fn new(seed: u64, replicate: u32) -> Self {
        let mut stream = Stream::new(seed, Address { replicate, ..Address::of(Purpose::Explore) });
        // An all-zero state would stay so; one bit of 256 is given up to make it impossible.
        Self { state: [stream.bits64() | 1, stream.bits64(), stream.bits64(), stream.bits64()] }
    }

    /// 64 random bits.
    #[inline]
    pub(crate) fn word(&mut self) -> u64 {
        let [a, b, c, d] = self.state;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let (c, d) = (c ^ a, d ^ b);
        self.state = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A whole number from 0 to `n - 1`, each equally likely; 0 where `n` is 0.
    #[inline]
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        let mut wide = (self.word() >> 32) * u64::from(n);
        if (wide as u32) < n {
            let refuse = n.wrapping_neg() % n.max(1);
            while (wide as u32) < refuse {
                wide = (self.word() >> 32) * u64::from(n);
            }
        }
        (wide >> 32) as u32
    }

    /// Yes with these odds.
    #[inline]
    pub(crate) fn chance(&mut self, odds: Odds) -> bool {
        (self.word() >> 32) < odds.0
    }

    /// Draws for each bit of `among` by itself: set with these odds.
    ///
    /// A random number of each lane is compared with the odds digit by digit, from the
    /// highest, and only until every lane has differed: about log₂ of the lanes plus one words.
    #[inline]
    pub(crate) fn lanes(&mut self, odds: Odds, among: u64) -> u64 {
        if odds.0 >= CERTAIN {
            return among;
        }
        let (mut open, mut yes) = (among, 0);
        let mut digits = odds.0 as u32;
        while open != 0 && digits != 0 {
            let drawn = self.word();
            if digits >> 31 == 1 {
                yes |= open & !drawn;
                open &= drawn;
            } else {
                open &= !drawn;
            }
            digits <<= 1;
        }
        yes
    }

    /// Draws one of three values for each bit of `among`: the first mask, the second, neither.
    pub(crate) fn thirds(&mut self, among: u64) -> (u64, u64) {
        let (mut open, mut first, mut second) = (among, 0, 0);
        while open != 0 {
            let (a, b) = (self.word(), self.word());
            first |= open & a & !b;
            second |= open & !a & b;
            open &= a & b;
        }
        (first, second)
    }
}

/// How many planes hold counts up to `most`.
pub(crate) fn planes_for(most: u32) -> usize {
    (u32::BITS - most.leading_zeros()) as usize
}

/// Adds a ballot: one to the count of every lane that is set. Counts that leave the planes
/// lose their highest digit.
#[inline]
pub(crate) fn vote(planes: &mut [u64], ballot: u64) {
    let mut carry = ballot;
    for plane in planes {
        if carry == 0 {
            return;
        }
        let next = *plane & carry;
        *plane ^= carry;
        carry = next;
    }
}

/// The count of a lane.
#[inline]
pub(crate) fn count(planes: &[u64], lane: u32) -> u32 {
    planes.iter().rev().fold(0, |count, plane| (count << 1) | ((plane >> lane) & 1) as u32)
}

/// The lanes in which the first count is above the second, and those in which it is below.
#[inline]
pub(crate) fn majority(first: &[u64], second: &[u64]) -> (u64, u64) {
    let (mut above, mut below) = (0, 0);
    for (a, b) in first.iter().zip(second).rev() {
        let even = !(above | below);
        above |= even & a & !b;
        below |= even & b & !a;
    }
    (above, below)
}

/// A mask of the `n` lowest lanes.
pub(crate) fn lowest(n: u32) -> u64 {
    if n >= u64::BITS { u64::MAX } else { (1 << n) - 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lanes_are_set_as_often_as_the_odds_say() {
        let mut bits = Bits::new(1, 0);
        for p in [0.0, 0.02, 0.1, 0.3, 0.5, 0.9, 1.0] {
            let (odds, rounds) = (Odds::new(p), 4000);
            let mut counts = [0u32; 64];
            for _ in 0..rounds {
                let set = bits.lanes(odds, u64::MAX);
                (0..64).for_each(|lane| counts[lane] += u32::from(set >> lane & 1 == 1));
            }
            let spread = crate::math::sqrt(p * (1.0 - p) * f64::from(rounds));
            for count in counts {
                let off = (f64::from(count) - p * f64::from(rounds)).abs();
                assert!(off <= 4.5 * spread, "{p}: {count}");
            }
        }
    }

    #[test]
    fn thirds_are_even() {
        let mut bits = Bits::new(2, 0);
        let mut counts = [0u32; 2];
        for _ in 0..3000 {
            let (first, second) = bits.thirds(lowest(30));
            assert_eq!((first & second, (first | second) >> 30), (0, 0));
            counts[0] += first.count_ones();
            counts[1] += second.count_ones();
        }
        // 90,000 draws: a standard deviation is 141.
        assert!(counts.iter().all(|&count| count.abs_diff(30_000) < 600), "{counts:?}");
    }

    #[test]
    fn numbers_below_a_limit_are_even() {
        let mut bits = Bits::new(3, 9);
        let mut counts = [0u32; 6];
        (0..60_000).for_each(|_| counts[bits.below(6) as usize] += 1);
        assert!(counts.iter().all(|&count| count.abs_diff(10_000) < 400), "{counts:?}");
        assert_eq!(bits.below(0), 0);
    }

    proptest! {
        /// Upright counts are the counts of ballots, and the majority compares them.
        #[test]
        fn votes_are_counted(
            first in prop::collection::vec(any::<u64>(), 0..70),
            second in prop::collection::vec(any::<u64>(), 0..70),
        ) {
            let planes = planes_for(70);
            let counted = |ballots: &[u64]| {
                let mut counts = vec![0; planes];
                ballots.iter().for_each(|&ballot| vote(&mut counts, ballot));
                counts
            };
            let (a, b) = (counted(&first), counted(&second));
            let (above, below) = majority(&a, &b);
            for lane in 0..64 {
                let by_hand =
                    |ballots: &[u64]| ballots.iter().filter(|&&x| x >> lane & 1 == 1).count();
                prop_assert_eq!(count(&a, lane) as usize, by_hand(&first));
                prop_assert_eq!(above >> lane & 1 == 1, by_hand(&first) > by_hand(&second));
                prop_assert_eq!(below >> lane & 1 == 1, by_hand(&first) < by_hand(&second));
            }
        }

        /// Only the lanes asked for are drawn.
        #[test]
        fn lanes_stay_among(seed in 0u64..1000, p in 0.0f64..=1.0, among: u64) {
            prop_assert_eq!(Bits::new(seed, 0).lanes(Odds::new(p), among) & !among, 0);
        }
    }
}
