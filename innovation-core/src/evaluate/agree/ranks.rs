//! Mid-ranks, and the sums that alpha's ordinal metric needs of them.
//!
//! Sums of doubled mid-ranks are whole numbers and kept exact until the last step.

use super::patterns::{Entry, Patterns};

/// Longest scale whose counts are kept in full rows.
const SHORT: usize = 8;

/// The length of most rubrics, which has a loop of its own.
const FIVE: usize = 5;

/// RatingCounts of levels by pattern in full rows, zeros and all: what a bootstrap spends its time
/// in is then one loop of fixed length without a choice in it.
#[derive(Debug)]
pub(super) struct Rows {
    width: usize,
    /// Pattern by pattern; zeros for a pattern that is not pairable.
    counts: Vec<[u32; SHORT]>,
    /// Of each pattern; 0 where it is not pairable.
    sizes: Vec<u32>,
    largest: u64,
}

impl Rows {
    /// `None` where the scale is long.
    pub fn of(patterns: &Patterns) -> Option<Self> {
        let width = patterns.width;
        if width > SHORT {
            return None;
        }
        let mut counts = vec![[0; SHORT]; patterns.len()];
        let mut sizes = vec![0; patterns.len()];
        let rows = counts.iter_mut().zip(&mut sizes).zip(&patterns.sizes);
        for (pattern, ((row, own), &size)) in rows.enumerate() {
            if size >= 2 {
                *own = size;
                for entry in patterns.entries(pattern) {
                    if let Some(count) = row.get_mut(entry.at()) {
                        *count = entry.count;
                    }
                }
            }
        }
        let largest = sizes.iter().copied().max().map_or(0, u64::from);
        Some(Self { width, counts, sizes, largest })
    }

    /// Pairable ratings of each level.
    pub fn totals(&self, units: &[u32]) -> Vec<u64> {
        let totals = match self.width {
            0..=FIVE => self.first_totals::<FIVE>(units),
            _ => self.first_totals::<SHORT>(units),
        };
        totals.into_iter().take(self.width).collect()
    }

    fn first_totals<const W: usize>(&self, units: &[u32]) -> [u64; SHORT] {
        let mut totals = [0u64; SHORT];
        for (row, &times) in self.counts.iter().zip(units) {
            for (total, &count) in totals.iter_mut().zip(row).take(W) {
                // At most as many as there are ratings.
                *total = total.wrapping_add(u64::from(count) * u64::from(times));
            }
        }
        totals
    }

    /// Σ over units of [`ordinal_pairs`] / (m − 1); `None` where sums need more than a word.
    pub fn within(&self, units: &[u32], ranks: &[u64]) -> Option<f64> {
        let highest = ranks.iter().copied().max().unwrap_or(0);
        if highest.saturating_mul(self.largest) >= WORD {
            return None;
        }
        let mut padded = [0; SHORT];
        for (own, &rank) in padded.iter_mut().zip(ranks) {
            *own = rank;
        }
        Some(match self.width {
            0..=FIVE => self.first_within::<FIVE>(units, &padded),
            _ => self.first_within::<SHORT>(units, &padded),
        })
    }

    fn first_within<const W: usize>(&self, units: &[u32], ranks: &[u64; SHORT]) -> f64 {
        let mut within = 0.0;
        for ((row, &size), &times) in self.counts.iter().zip(&self.sizes).zip(units) {
            let all = row.iter().zip(ranks).take(W).map(|(&count, &rank)| (u64::from(count), rank));
            let pairs = spread_in_words(all, u64::from(size));
            within += f64::from(times) * (pairs / f64::from(size.max(2) - 1));
        }
        within
    }
}

/// Doubled mid-ranks: twice what lies below, and what is at the level itself.
pub(super) fn mid_ranks(totals: &[u64]) -> Vec<u64> {
    let mut below = 0;
    totals
        .iter()
        .map(|&total| {
            let rank = 2 * below + total;
            below += total;
            rank
        })
        .collect()
}

/// Below this product of a unit's size and the highest doubled rank its sums fit in a word.
const WORD: u64 = 1 << 32;

/// Σ over ordered pairs of a unit of squared differences of mid-ranks, exact until the end.
#[inline]
pub(super) fn ordinal_pairs(entries: &[Entry], size: u64, ranks: &[u64]) -> f64 {
    let rank = |entry: &Entry| ranks.get(entry.at()).copied().unwrap_or(0);
    let all = entries.iter().map(|entry| (u64::from(entry.count), rank(entry)));
    // The sums of almost every table fit in a word, which is several times as fast.
    if entries.last().map_or(0, rank).saturating_mul(size) < WORD {
        spread_in_words(all, size)
    } else {
        ordinal_spread(all, size)
    }
}

/// [`ordinal_spread`] where `size` times the highest doubled rank stays below [`WORD`]: the
/// two products of the last line do not pass its square then.
#[inline]
fn spread_in_words(all: impl Iterator<Item = (u64, u64)>, size: u64) -> f64 {
    let (mut sum, mut squares) = (0u64, 0u64);
    for (times, rank) in all {
        sum = sum.wrapping_add(times.wrapping_mul(rank));
        squares = squares.wrapping_add(times.wrapping_mul(rank.wrapping_mul(rank)));
    }
    // At most a quarter of the bound's square: as a signed number it is made a float at once.
    size.wrapping_mul(squares).wrapping_sub(sum.wrapping_mul(sum)) as i64 as f64 * 0.5
}

/// Σ over ordered pairs of (rank − rank)² for (times, doubled rank). With at most 4 million
/// ratings every sum stays below 2¹⁰⁰.
#[inline]
pub(super) fn ordinal_spread(all: impl Iterator<Item = (u64, u64)>, size: u64) -> f64 {
    let (mut sum, mut squares) = (0u128, 0u128);
    for (times, rank) in all {
        let part = u128::from(times * rank);
        sum += part;
        squares += part * u128::from(rank);
    }
    // Twice for ordered pairs, a quarter for doubled ranks.
    (u128::from(size) * squares - sum * sum) as f64 * 0.5
}

/// One more rating of a level raises the mid-ranks of all levels above by 1, its own by ½.
pub(super) fn slopes(
    patterns: &Patterns,
    units: &[u32],
    totals: &[f64],
    ranks: &[u64],
) -> Vec<(f64, f64)> {
    let rank = |level: usize| ranks.get(level).map_or(0.0, |&rank| rank as f64 * 0.5);
    // What a mid-rank does to `within` and to `between`.
    let mut by_rank = vec![(0.0, 0.0); totals.len()];
    for (_, entries, size, times) in patterns.with(units) {
        if size < 2.0 {
            continue;
        }
        let mean = entries.iter().map(|entry| entry.times() * rank(entry.at())).sum::<f64>() / size;
        for entry in entries {
            if let Some(place) = by_rank.get_mut(entry.at()) {
                place.0 +=
                    times * 4.0 * entry.times() * size * (rank(entry.at()) - mean) / (size - 1.0);
            }
        }
    }
    let n: f64 = totals.iter().sum();
    let mean = totals.iter().enumerate().map(|(level, total)| total * rank(level)).sum::<f64>() / n;
    let mut spread = 0.0;
    for (level, (place, total)) in by_rank.iter_mut().zip(totals).enumerate() {
        let gap = rank(level) - mean;
        place.1 = 4.0 * total * n * gap;
        spread += total * gap * gap;
    }
    // From the top down: levels above count fully, the level itself by half.
    let mut above = (0.0, 0.0);
    let mut slopes = vec![(0.0, 0.0); totals.len()];
    for (level, slope) in slopes.iter_mut().enumerate().rev() {
        let own = by_rank.get(level).copied().unwrap_or_default();
        let gap = rank(level) - mean;
        let direct = 2.0 * (n * gap * gap + spread);
        *slope = (above.0 + 0.5 * own.0, above.1 + 0.5 * own.1 + direct);
        above = (above.0 + own.0, above.1 + own.1);
    }
    slopes
}

#[cfg(test)]
mod tests {
    use super::super::document::{AgreeRequest, ScaleKind};
    use super::super::ratings::Ratings;
    use super::super::table::Table;
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Full rows and words give what entries and wide sums give, to the last bit.
        #[test]
        fn rows_and_words_change_nothing(
            rows in prop::collection::vec(
                prop::collection::vec(prop::option::of((0u32..5).prop_map(f64::from)), 6), 1..30),
            times in 0u32..4,
        ) {
            let request = AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Ordinal)
                .levels([0.0, 1.0, 2.0, 3.0, 4.0]);
            let patterns = Patterns::of(&Table::read(&request).unwrap());
            let units: Vec<u32> = patterns.units.iter().map(|units| units * times).collect();
            let (mut totals, mut within) = (vec![0; 5], 0.0);
            for (_, entries, _, times) in patterns.with(&units).filter(|part| part.2 >= 2.0) {
                for entry in entries {
                    totals[entry.at()] += u64::from(entry.count) * times as u64;
                }
            }
            let ranks = mid_ranks(&totals);
            for (_, entries, size, times) in patterns.with(&units).filter(|part| part.2 >= 2.0) {
                let all = entries.iter().map(|e| (u64::from(e.count), ranks[e.at()]));
                let wide = ordinal_spread(all, size as u64);
                prop_assert_eq!(ordinal_pairs(entries, size as u64, &ranks), wide);
                within += times * (wide / (size - 1.0));
            }
            let full = Rows::of(&patterns).unwrap();
            prop_assert_eq!(full.totals(&units), totals);
            prop_assert_eq!(full.within(&units, &ranks), Some(within));
            let far: Vec<u64> = ranks.iter().map(|rank| rank << 32).collect();
            let none = patterns.sizes.iter().all(|&size| size < 2) || totals_are_none(&ranks);
            prop_assert_eq!(full.within(&units, &far).is_none(), !none);
        }
    }

    fn totals_are_none(ranks: &[u64]) -> bool {
        ranks.iter().all(|&rank| rank == 0)
    }
}
