//! Light draws by address, for kernels that draw at every move.
//!
//! A subject of a replicate gets one 64-bit key from Philox; its draws are then those of
//! SplitMix64 read at any place. What stands at a place never depends on what was read before.
//!
//! # References
//!
//! G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
//! OOPSLA 2014.

use crate::random::{Address, Purpose, Stream};

/// What is drawn for: subjects of one replicate never share a key.
#[derive(Debug, Clone, Copy)]
#[repr(u32)]
pub(crate) enum Subject {
    /// Contributions of a landscape.
    Contributions = 0,
    /// Which loci depend on which.
    Partners = 1,
    /// Where a search starts.
    Start = 2,
    /// Which move is tried.
    Moves = 3,
    /// Who sees whom.
    Sight = 4,
    /// Whom somebody looks at.
    Looks = 5,
    /// Values around a ring.
    Ring = 6,
    /// Who joins a team.
    Team = 7,
}

impl Subject {
    /// The full stream of a subject, for what is drawn once.
    pub(crate) fn stream(self, seed: u64, replicate: u32) -> Stream {
        let at = Address { replicate, entity: self as u32, step: 0, purpose: Purpose::Explore };
        Stream::new(seed, at)
    }

    /// The draws of a subject, for what is drawn at every move.
    pub(crate) fn draws(self, seed: u64, replicate: u32) -> Draws {
        Draws { key: self.stream(seed, replicate).bits64() }
    }
}

/// Numbers at places.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Draws {
    key: u64,
}

impl Draws {
    /// 64 random bits at a place.
    #[inline]
    pub(crate) fn at(self, place: u64) -> u64 {
        let step = place.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.key.wrapping_add(step);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A whole number below `n` at a place, even but for `n`·2⁻⁶⁴; 0 where `n` is 0.
    #[inline]
    pub(crate) fn below(self, place: u64, n: u32) -> u32 {
        ((u128::from(self.at(place)) * u128::from(n)) >> 64) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_of_zero_gives_the_known_answers_of_splitmix64() {
        let draws = Draws { key: 0 };
        let first: Vec<u64> = (0..3).map(|place| draws.at(place)).collect();
        assert_eq!(first, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]);
    }

    #[test]
    fn subjects_and_replicates_do_not_share_a_key() {
        let keys = [
            Subject::Start.draws(1, 0).key,
            Subject::Moves.draws(1, 0).key,
            Subject::Start.draws(1, 1).key,
            Subject::Start.draws(2, 0).key,
        ];
        for (place, key) in keys.iter().enumerate() {
            assert!(keys.iter().skip(place + 1).all(|other| other != key));
        }
    }

    #[test]
    fn draws_below_a_limit_are_even() {
        let draws = Subject::Moves.draws(3, 0);
        let mut counts = [0_u32; 6];
        for place in 0..60_000 {
            counts[draws.below(place, 6) as usize] += 1;
        }
        // Chi-squared with 5 degrees of freedom: 20.5 is passed once in a thousand.
        let chi: f64 =
            counts.iter().map(|&c| (f64::from(c) - 1e4) * (f64::from(c) - 1e4) / 1e4).sum();
        assert!(chi < 20.5, "{counts:?}");
    }
}
