//! The highest point of a landscape, by branch and bound.
//!
//! Bits are fixed one after the other, those first that complete what loci read. What a locus can still contribute is the largest of
//! its contributions under the bits it reads that are fixed; the sum over loci bounds every
//! form below, and a branch whose bound is no higher than a form that is known is left out.

use super::heights::Heights;
use super::surface::Surface;

/// A search for the summit, with its memory; for at most 20 loci.
#[derive(Debug, Clone, Default)]
pub(crate) struct Summit {
    /// Bits in the order in which they are fixed.
    order: Vec<u32>,
    /// For each locus a tree over the bits it reads, in that order: node 1 knows none,
    /// the children of node `n` are 2`n` and 2`n` + 1. A node holds the largest contribution
    /// below it.
    trees: Vec<u32>,
    /// The node where each locus stands.
    nodes: Vec<u32>,
    /// For each bit, the loci that read it.
    readers: Vec<Vec<u32>>,
    /// Leaves of a tree as patterns of the landscape.
    patterns: Vec<u64>,
    /// For landscapes without a table.
    heights: Heights,
    width: u32,
    best: i64,
}

impl Summit {
    /// The height of the summit. `known` is the height of any form: the higher, the faster.
    ///
    /// The worst case is that of [`Heights::read`]; with few interactions a small part of it.
    pub(crate) fn height(&mut self, surface: &Surface, known: i64) -> i64 {
        if !surface.is_tabled() {
            self.heights.read(surface);
            return self.heights.summit();
        }
        self.arrange(surface);
        self.plant(surface);
        self.best = known;
        let top = (0..surface.loci()).map(|locus| i64::from(self.node(locus, 1))).sum();
        self.descend(0, top);
        self.best
    }

    /// Puts the bits in order: always one that is read most by loci of which most is known, a
    /// known bit of a locus making it weigh four times as much; among equals the first.
    fn arrange(&mut self, surface: &Surface) {
        let loci = surface.loci();
        self.order.clear();
        let mut known = vec![0_u32; loci as usize];
        let mut left: Vec<u32> = (0..loci).collect();
        let weight = |known: &[u32], bit: u32| -> u64 {
            let of = |locus: u32| known.get(locus as usize).copied().unwrap_or(0).min(24);
            surface.readers(bit).map(|locus| 1 << (2 * of(locus))).sum()
        };
        while let Some(place) = (0..left.len()).max_by_key(|place| {
            (left.get(*place).map(|bit| weight(&known, *bit)), std::cmp::Reverse(*place))
        }) {
            let bit = left.remove(place);
            self.order.push(bit);
            for locus in surface.readers(bit) {
                if let Some(known) = known.get_mut(locus as usize) {
                    *known += 1;
                }
            }
        }
    }

    /// Builds the trees, from the leaves up.
    fn plant(&mut self, surface: &Surface) {
        let loci = surface.loci();
        self.width = surface.width();
        self.trees.clear();
        self.nodes.clear();
        self.nodes.resize(loci as usize, 1);
        self.readers.resize(loci as usize, Vec::new());
        self.readers.iter_mut().for_each(Vec::clear);
        for locus in 0..loci {
            let reads: Vec<(u32, usize)> = self
                .order
                .iter()
                .filter_map(|bit| {
                    Some((*bit, surface.reads(locus).iter().position(|own| own == bit)?))
                })
                .collect();
            self.patterns.clear();
            self.patterns.push(0);
            for (bit, _) in &reads {
                if let Some(readers) = self.readers.get_mut(*bit as usize) {
                    readers.push(locus);
                }
            }
            // The bit that is fixed last varies fastest: it doubles the list first.
            for (_, place) in reads.iter().rev() {
                let half = self.patterns.len();
                self.patterns.extend_from_within(..);
                self.patterns.iter_mut().skip(half).for_each(|pattern| *pattern |= 1 << place);
            }
            let root = self.trees.len();
            self.trees.resize(root + self.patterns.len(), 0);
            let leaves = self.patterns.iter().map(|at| surface.contribution(locus, *at));
            self.trees.extend(leaves);
            let Some(tree) = self.trees.get_mut(root..) else { continue };
            for node in (1..self.patterns.len()).rev() {
                let below = tree.get(2 * node).max(tree.get(2 * node + 1)).copied();
                if let Some(own) = tree.get_mut(node) {
                    *own = below.unwrap_or(0);
                }
            }
        }
    }

    /// The largest contribution of a locus below a node.
    #[inline]
    fn node(&self, locus: u32, node: u32) -> u32 {
        let at = (locus << (self.width + 1)) | node;
        self.trees.get(at as usize).copied().unwrap_or(0)
    }

    /// Tries both values of a bit, the more promising first.
    fn descend(&mut self, depth: usize, bound: i64) {
        let Some(&bit) = self.order.get(depth) else {
            self.best = self.best.max(bound);
            return;
        };
        let Some(readers) = self.readers.get(bit as usize) else { return };
        let mut bounds = [bound; 2];
        for &locus in readers {
            let at = self.nodes.get(locus as usize).copied().unwrap_or(1);
            let now = i64::from(self.node(locus, at));
            bounds[0] -= now - i64::from(self.node(locus, 2 * at));
            bounds[1] -= now - i64::from(self.node(locus, 2 * at + 1));
        }
        let first = u32::from(bounds[1] > bounds[0]);
        for value in [first, 1 - first] {
            let bound = if value == 0 { bounds[0] } else { bounds[1] };
            if bound > self.best {
                self.turn(bit, |node| 2 * node + value);
                self.descend(depth + 1, bound);
                self.turn(bit, |node| node / 2);
            }
        }
    }

    /// Moves the nodes of the loci that read a bit.
    fn turn(&mut self, bit: u32, to: impl Fn(u32) -> u32) {
        for &locus in self.readers.get(bit as usize).into_iter().flatten() {
            if let Some(node) = self.nodes.get_mut(locus as usize) {
                *node = to(*node);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::InteractionScheme::{Adjacent, Random};
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// It is the highest of all heights, whatever form is known.
        #[test]
        fn the_summit_is_the_highest_of_all(
            loci in 1_u32..=12,
            interactions in 0_u32..=11,
            random: bool,
            seed in 0_u64..1000,
            known: u64,
        ) {
            let scheme = if random { Random } else { Adjacent };
            let mut surface = Surface::new(loci, interactions.min(loci - 1), scheme);
            surface.draw(seed, 0);
            let mut heights = Heights::default();
            heights.read(&surface);
            let mut summit = Summit::default();
            prop_assert_eq!(summit.height(&surface, 0), heights.summit());
            let known = heights.of(surface.form(known));
            prop_assert_eq!(summit.height(&surface, known), heights.summit());
        }
    }
}
