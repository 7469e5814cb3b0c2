//! Where chance comes from: the main bits of a replicate, and bits of each force by address.
//!
//! What was there before any force (reality, beliefs, ties) and learning itself come from the
//! main bits, in the order of the published models. Everything else is drawn for a period, a
//! person and a word of dimensions, whatever else was drawn: two runs that differ in one
//! force share the draws of all others, and start alike. What they learn is drawn alike until
//! what they believe is no longer the same.

use crate::explore::bits::Bits;
use crate::random::{Address, Purpose, Stream};

/// What bits are drawn for. Numbers are stable: changing one changes results. The main bits
/// of a replicate stand at number 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub(super) enum Draw {
    /// Who goes into the space.
    Members = 1,
    /// Who has no time.
    Pressure = 2,
    /// Whose rank counts.
    Rank = 3,
    /// Which returners colleagues take seriously.
    Inclusion = 4,
    /// Which returners the code takes seriously.
    CodeInclusion = 5,
    /// Which of the code's lessons are not carried out.
    CodeRoutine = 6,
    /// Which of other people's lessons are not carried out.
    Routine = 7,
    /// Who tries what.
    Trial = 8,
    /// Which trials that pay are not carried out.
    TrialRoutine = 9,
    /// Who gives way to the norm.
    Norm = 10,
}

/// The addresses of a replicate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draws {
    seed: u64,
    replicate: u32,
}

impl Draws {
    /// Those of a replicate.
    pub(super) fn new(seed: u64, replicate: u32) -> Self {
        Self { seed, replicate }
    }

    /// What is drawn for one thing in one period.
    pub(super) fn deck(self, what: Draw, period: u32) -> Deck {
        let Self { seed, replicate } = self;
        let at =
            Address { replicate, entity: what as u32, step: period, purpose: Purpose::Explore };
        Deck(Stream::new(seed, at).bits64())
    }
}

/// The bits of a period for one thing, by place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deck(u64);

impl Deck {
    /// The bits at a place: a person, or a word of a person's dimensions.
    ///
    /// # References
    ///
    /// G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
    /// OOPSLA 2014 (SplitMix64, with which xoshiro256++ is to be started).
    #[inline]
    pub(super) fn at(self, place: usize) -> Bits {
        const STEP: u64 = 0x9E37_79B9_7F4A_7C15;
        let start = self.0.wrapping_add((place as u64).wrapping_mul(STEP.wrapping_mul(4)));
        let part = |number: u64| {
            let z = start.wrapping_add(STEP.wrapping_mul(number));
            let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ (z >> 31)
        };
        // An all-zero state would stay so.
        Bits { state: [part(1) | 1, part(2), part(3), part(4)] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn places_periods_and_things_share_no_bits() {
        let mut seen = BTreeSet::new();
        for replicate in 0..3 {
            for what in [Draw::Members, Draw::Pressure, Draw::Norm] {
                for period in 0..20 {
                    let deck = Draws::new(5, replicate).deck(what, period);
                    (0..50).for_each(|place| {
                        assert!(seen.insert(deck.at(place).word()));
                    });
                }
            }
        }
    }

    #[test]
    fn draws_of_neighbours_are_even_and_not_alike() {
        let (mut ones, mut alike) = (0, 0);
        for period in 0..200 {
            let deck = Draws::new(1, 0).deck(Draw::Norm, period);
            for place in 0..50 {
                let (here, next) = (deck.at(place).word(), deck.at(place + 1).word());
                ones += here.count_ones();
                alike += (!(here ^ next)).count_ones();
            }
        }
        // 640,000 bits: a standard deviation is 400.
        assert!(
            ones.abs_diff(320_000) < 1_800 && alike.abs_diff(320_000) < 1_800,
            "{ones} {alike}"
        );
    }
}
