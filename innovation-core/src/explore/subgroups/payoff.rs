//! What views are worth: a block of dimensions counts when all of it is right.

use crate::explore::bits::lowest;

/// Where blocks lie in words. No block is cut by the end of a word, so that a word has as
/// many lanes in use as whole blocks fit in.
#[derive(Debug, Clone)]
pub(in crate::explore) struct Blocks {
    size: u32,
    /// The lanes in use in each word.
    pub masks: Vec<u64>,
    /// The first lane of each block, in each word.
    starts: Vec<u64>,
}

impl Blocks {
    /// `blocks` blocks of `size` dimensions, 1 to 64 of them.
    pub(in crate::explore) fn new(blocks: u32, size: u32) -> Self {
        let fit = 64 / size;
        let held = (0..blocks.div_ceil(fit)).map(|word| (blocks - word * fit).min(fit));
        let masks = held.clone().map(|held| lowest(held * size)).collect();
        let starts = held.map(|held| (0..held).map(|block| 1u64 << (block * size)).sum()).collect();
        Self { size, masks, starts }
    }

    /// How many blocks are right throughout, given the dimensions that are right.
    #[inline]
    pub(in crate::explore) fn complete(&self, right: impl Iterator<Item = u64>) -> u32 {
        right
            .zip(&self.starts)
            .map(|(right, starts)| {
                let whole = (1..self.size).fold(right, |whole, shift| whole & (right >> shift));
                (whole & starts).count_ones()
            })
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Blocks counted at once are blocks counted one by one.
        #[test]
        fn whole_blocks_are_counted(
            size in 1u32..=64,
            blocks in 1u32..30,
            spots in prop::collection::vec((any::<u64>(), any::<u64>()), 30),
        ) {
            let layout = Blocks::new(blocks, size);
            let used: u32 = layout.masks.iter().map(|mask| mask.count_ones()).sum();
            prop_assert_eq!(used, blocks * size);
            // Mostly ones, so that whole blocks occur.
            let right: Vec<u64> =
                layout.masks.iter().zip(&spots).map(|(mask, (a, b))| mask & (a | b)).collect();
            let fit = 64 / size;
            let by_hand = (0..blocks).filter(|block| {
                let (word, from) = ((block / fit) as usize, block % fit * size);
                (from..from + size).all(|lane| right[word] >> lane & 1 == 1)
            });
            prop_assert_eq!(layout.complete(right.iter().copied()), by_hand.count() as u32);
        }
    }
}
