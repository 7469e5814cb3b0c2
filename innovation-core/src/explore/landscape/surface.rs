//! An NK landscape: what a form is worth.
//!
//! The height of a form is the sum of the contributions of its loci, each a whole number of
//! 2⁻³² drawn evenly from [0, 1). A contribution depends on the bits that its locus reads:
//! its own and those of its partners.
//!
//! # References
//!
//! S. A. Kauffman, S. Levin, *Towards a general theory of adaptive walks on rugged
//! landscapes*, Journal of Theoretical Biology 128(1), 1987.

use super::draws::{Draws, Subject};
use super::parameters::InteractionScheme;

/// The most contributions that are kept in a table; beyond, each is computed when it is asked
/// for. The numbers are the same.
const TABLE_MOST: u64 = 1 << 15;

/// A locus that reads a bit, and where that bit stands in what it reads.
#[derive(Debug, Clone, Copy)]
struct Reader {
    locus: u32,
    mask: u64,
}

/// A landscape of `N` loci, 1 to 64, each of which reads `K` others, 0 to `N` − 1 and at most
/// 31. It is flat until it is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Surface {
    loci: u32,
    /// Bits that a locus reads: `K` + 1.
    width: u32,
    scheme: InteractionScheme,
    /// For each locus the bits it reads, its own first.
    reads: Vec<u32>,
    /// For each bit, in order, the loci that read it.
    readers: Vec<Vec<Reader>>,
    /// Contributions by locus and pattern, where there are few enough.
    table: Vec<u32>,
    contributions: Draws,
}

impl Surface {
    /// A landscape of checked size.
    pub(crate) fn new(loci: u32, interactions: u32, scheme: InteractionScheme) -> Self {
        let loci = loci.clamp(1, 64);
        let width = interactions.min(loci - 1).min(31) + 1;
        let mut surface = Self {
            loci,
            width,
            scheme,
            reads: Vec::new(),
            readers: vec![Vec::new(); loci as usize],
            table: Vec::new(),
            contributions: Draws::default(),
        };
        surface.reads =
            (0..loci).flat_map(|locus| (0..width).map(move |by| (locus + by) % loci)).collect();
        surface.index();
        surface
    }

    /// Draws the landscape of a replicate.
    pub(crate) fn draw(&mut self, seed: u64, replicate: u32) {
        if self.scheme == InteractionScheme::Random {
            self.draw_partners(seed, replicate);
        }
        self.contributions = Subject::Contributions.draws(seed, replicate);
        self.table.clear();
        let patterns = 1_u64 << self.width;
        if u64::from(self.loci) << self.width <= TABLE_MOST {
            for locus in 0..self.loci {
                let own = self.contributions;
                self.table.extend((0..patterns).map(|pattern| drawn(own, locus, pattern)));
            }
        }
    }

    /// Each locus gets `K` different partners among the others, all choices equally likely.
    fn draw_partners(&mut self, seed: u64, replicate: u32) {
        let mut stream = Subject::Partners.stream(seed, replicate);
        self.reads.clear();
        let mut others = Vec::with_capacity(self.loci as usize);
        for locus in 0..self.loci {
            self.reads.push(locus);
            others.clear();
            others.extend((0..self.loci).filter(|&other| other != locus));
            for _ in 1..self.width {
                let chosen = stream.index(others.len());
                if chosen < others.len() {
                    self.reads.push(others.swap_remove(chosen));
                }
            }
        }
        self.index();
    }

    /// Turns who reads what into who is read by whom.
    fn index(&mut self) {
        self.readers.iter_mut().for_each(Vec::clear);
        for (locus, reads) in (0..).zip(self.reads.chunks_exact(self.width as usize)) {
            for (place, &bit) in reads.iter().enumerate() {
                if let Some(readers) = self.readers.get_mut(bit as usize) {
                    readers.push(Reader { locus, mask: 1 << place });
                }
            }
        }
    }

    /// How many loci.
    pub(crate) fn loci(&self) -> u32 {
        self.loci
    }

    /// How many bits a locus reads.
    pub(crate) fn width(&self) -> u32 {
        self.width
    }

    /// Whether contributions are kept in a table.
    pub(crate) fn is_tabled(&self) -> bool {
        !self.table.is_empty()
    }

    /// The bits that a locus reads, its own first.
    pub(crate) fn reads(&self, locus: u32) -> &[u32] {
        let from = (locus * self.width) as usize;
        self.reads.get(from..from + self.width as usize).unwrap_or_default()
    }

    /// The loci that read a bit, in order.
    pub(crate) fn readers(&self, bit: u32) -> impl Iterator<Item = u32> {
        self.readers.get(bit as usize).into_iter().flatten().map(|reader| reader.locus)
    }

    /// The bits of a form, and nothing above.
    pub(crate) fn form(&self, bits: u64) -> u64 {
        bits & (u64::MAX >> (64 - self.loci))
    }

    /// A height as fitness, from 0 to 1: the mean contribution.
    pub(crate) fn fitness(&self, height: i64) -> f64 {
        height as f64 / (f64::from(self.loci) * 4_294_967_296.0)
    }

    /// What a locus contributes under a pattern of the bits it reads.
    #[inline]
    pub(crate) fn contribution(&self, locus: u32, pattern: u64) -> u32 {
        if self.table.is_empty() {
            return drawn(self.contributions, locus, pattern);
        }
        let at = (u64::from(locus) << self.width) | pattern;
        self.table.get(at as usize).copied().unwrap_or(0)
    }

    /// The bits of a form that a locus reads, its own lowest.
    #[inline]
    fn pattern(&self, locus: u32, form: u64) -> u64 {
        match self.scheme {
            InteractionScheme::Adjacent => {
                // The form twice in a row, read from the locus on.
                let twice = match self.loci {
                    0..=32 => (form | (form << self.loci)) >> locus,
                    _ => ((u128::from(form) | (u128::from(form) << self.loci)) >> locus) as u64,
                };
                twice & ((1 << self.width) - 1)
            }
            InteractionScheme::Random => (0_u32..)
                .zip(self.reads(locus))
                .fold(0, |pattern, (place, bit)| pattern | (((form >> bit) & 1) << place)),
        }
    }

    /// The height of a form. Costs `N` contributions.
    pub(crate) fn height(&self, form: u64) -> i64 {
        (0..self.loci)
            .map(|locus| i64::from(self.contribution(locus, self.pattern(locus, form))))
            .sum()
    }

    /// How much higher a form gets when one bit flips. Costs two contributions for each locus
    /// that reads the bit, `K` + 1 on average.
    #[inline]
    pub(crate) fn rise(&self, form: u64, bit: u32) -> i64 {
        let Some(readers) = self.readers.get(bit as usize) else { return 0 };
        let mut rise = 0;
        for reader in readers {
            let pattern = self.pattern(reader.locus, form);
            rise += i64::from(self.contribution(reader.locus, pattern ^ reader.mask));
            rise -= i64::from(self.contribution(reader.locus, pattern));
        }
        rise
    }

    /// Whether no flip of one bit leads higher.
    #[cfg(test)]
    pub(crate) fn is_optimum(&self, form: u64) -> bool {
        (0..self.loci).all(|bit| self.rise(form, bit) <= 0)
    }
}

/// The contribution at an address: 32 bits that stand for a number in [0, 1).
#[inline]
fn drawn(contributions: Draws, locus: u32, pattern: u64) -> u32 {
    (contributions.at((pattern << 6) | u64::from(locus)) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_scheme() -> impl Strategy<Value = InteractionScheme> {
        prop_oneof![Just(InteractionScheme::Adjacent), Just(InteractionScheme::Random)]
    }

    proptest! {
        /// A flip rises by the difference of two heights, with or without a table.
        #[test]
        fn a_flip_rises_by_the_difference_of_heights(
            loci in 1_u32..=64,
            interactions in 0_u32..=31,
            scheme in any_scheme(),
            seed in 0_u64..1000,
            bits: u64,
            bit in 0_u32..64,
        ) {
            let mut surface = Surface::new(loci, interactions.min(loci - 1), scheme);
            surface.draw(seed, 3);
            let (form, bit) = (surface.form(bits), bit % loci);
            let flipped = form ^ (1 << bit);
            prop_assert_eq!(surface.rise(form, bit), surface.height(flipped) - surface.height(form));
            let fitness = surface.fitness(surface.height(form));
            prop_assert!((0.0..1.0).contains(&fitness));
        }

        /// A locus reads itself and `K` different others.
        #[test]
        fn a_locus_reads_itself_and_different_others(
            loci in 1_u32..=64,
            interactions in 0_u32..=31,
            scheme in any_scheme(),
        ) {
            let interactions = interactions.min(loci - 1);
            let mut surface = Surface::new(loci, interactions, scheme);
            surface.draw(1, 0);
            for locus in 0..loci {
                let mut reads = surface.reads(locus).to_vec();
                prop_assert_eq!(reads.first(), Some(&locus));
                reads.sort_unstable();
                reads.dedup();
                prop_assert_eq!(reads.len() as u32, interactions + 1);
                prop_assert!(reads.iter().all(|bit| *bit < loci));
            }
        }

        /// Contributions are the same from the table and from their address.
        #[test]
        fn a_table_only_remembers(seed in 0_u64..1000, scheme in any_scheme(), bits: u64) {
            let mut kept = Surface::new(12, 4, scheme);
            kept.draw(seed, 0);
            prop_assert!(kept.is_tabled());
            let mut computed = kept.clone();
            computed.table.clear();
            let form = kept.form(bits);
            prop_assert_eq!(kept.height(form), computed.height(form));
        }
    }

    #[test]
    fn adjacent_and_gathered_patterns_agree() {
        let adjacent = Surface::new(9, 4, InteractionScheme::Adjacent);
        let mut gathered = adjacent.clone();
        gathered.scheme = InteractionScheme::Random;
        for form in 0..1 << 9 {
            for locus in 0..9 {
                assert_eq!(adjacent.pattern(locus, form), gathered.pattern(locus, form));
            }
        }
    }
}
