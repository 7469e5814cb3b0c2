//! What a rotation came to: counts of pairs.

use std::collections::BTreeSet;

/// Pairs of people who met, met again, never met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Score {
    /// Pairs that met in these rounds and not before.
    pub new_pairs: u64,
    /// Meetings of pairs that had met before, in the history or an earlier round.
    pub repeats: u64,
    /// Pairs that have not met at all.
    pub never_met: u64,
}

impl Score {
    /// Counts `tables` of people, round by round, after the pairs that `met` before.
    pub(crate) fn count<'a>(
        people: u32,
        met: impl IntoIterator<Item = (u32, u32)>,
        tables: impl IntoIterator<Item = &'a [u32]>,
    ) -> Self {
        let mut seen: BTreeSet<(u32, u32)> =
            met.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect();
        let mut score = Self { new_pairs: 0, repeats: 0, never_met: 0 };
        for table in tables {
            for (i, &a) in table.iter().enumerate() {
                for &b in table.iter().take(i) {
                    if seen.insert((a.min(b), a.max(b))) {
                        score.new_pairs += 1;
                    } else {
                        score.repeats += 1;
                    }
                }
            }
        }
        let pairs = u64::from(people) * u64::from(people.saturating_sub(1)) / 2;
        score.never_met = pairs.saturating_sub(seen.len() as u64);
        score
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_new_once_and_a_repeat_thereafter() {
        let tables: [&[u32]; 3] = [&[0, 1, 2], &[1, 0], &[3, 1]];
        let score = Score::count(5, [(3, 1), (4, 0)], tables);
        assert_eq!(score, Score { new_pairs: 3, repeats: 2, never_met: 5 });
    }
}
