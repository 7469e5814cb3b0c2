//! Who looks at whom.

use crate::explore::bits::{Bits, Odds};

/// Draws the ties of everybody: a run of `size - 1` people for each person, those of the same
/// subgroup, some of them replaced by different people of other subgroups.
///
/// One subgroup alone has no outside, and all its ties stay.
pub(in crate::explore) fn draw(
    people: u32,
    size: u32,
    rewiring: Odds,
    bits: &mut Bits,
    ties: &mut Vec<u32>,
) {
    ties.clear();
    let outside = people - size;
    for person in 0..people {
        let first = person / size * size;
        let mut away = 0;
        for colleague in (first..first + size).filter(|&colleague| colleague != person) {
            if outside > 0 && bits.chance(rewiring) {
                away += 1;
            } else {
                ties.push(colleague);
            }
        }
        // Floyd's choice of `away` different people among those outside, who are numbered
        // as if the subgroup were not there. Two subgroups or more have enough of them.
        let chosen = ties.len();
        for last in outside - away..outside {
            let outsider = |number: u32| if number < first { number } else { number + size };
            let drawn = outsider(bits.below(last + 1));
            let taken = ties.iter().skip(chosen).any(|&tie| tie == drawn);
            ties.push(if taken { outsider(last) } else { drawn });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn ties_leave_the_subgroup_as_often_as_the_odds_say() {
        let (mut bits, mut ties) = (Bits::new(4, 0), Vec::new());
        draw(7000, 7, Odds::new(0.1), &mut bits, &mut ties);
        let away = ties.iter().zip(0..).filter(|(tie, place)| *tie / 7 != place / 6 / 7).count();
        // 42,000 ties: a standard deviation is 61.
        assert!(away.abs_diff(4200) < 250, "{away}");
    }

    proptest! {
        /// Everybody looks at as many different others as their subgroup has.
        #[test]
        fn ties_are_different_people(
            seed in 0u64..1000, groups in 1u32..5, size in 2u32..9, rewiring in 0.0f64..=1.0
        ) {
            let mut ties = Vec::new();
            draw(groups * size, size, Odds::new(rewiring), &mut Bits::new(seed, 0), &mut ties);
            prop_assert_eq!(ties.len() as u32, groups * size * (size - 1));
            for (person, run) in (0..).zip(ties.chunks_exact(size as usize - 1)) {
                let different: BTreeSet<u32> = run.iter().copied().collect();
                prop_assert_eq!(different.len(), run.len());
                prop_assert!(!different.contains(&person));
                prop_assert!(different.iter().all(|&other| other < groups * size));
            }
        }
    }
}
