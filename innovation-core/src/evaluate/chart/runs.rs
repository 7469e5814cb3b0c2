//! ChartRuns about the centre line, and Anhøj's critical values for them.
//!
//! A useful point counts and does not lie on the centre line. The longest run is too long
//! above round(log2 n) + 3; crossings are too few below the 5% point of Binomial(n − 1, ½).
//! Up to 124 points both are computed in whole numbers; beyond, the 5% point comes from a sum
//! whose relative error, some 10⁻¹², is far below what separates two whole crossings.

use super::answer::ChartRuns;

/// Up to this many trials 20 · 2ᵐ fits 128 bits.
const EXACT_TRIALS: u32 = 123;

/// Sides of useful points, in order, to the figures of a phase.
pub(super) fn runs(sides: impl Iterator<Item = i8>) -> ChartRuns {
    let mut runs = ChartRuns::default();
    let (mut last, mut length) = (0, 0);
    for side in sides.filter(|&side| side != 0) {
        runs.useful += 1;
        if side == last {
            length += 1;
        } else {
            runs.crossings += u32::from(last != 0);
            (last, length) = (side, 1);
        }
        runs.longest = runs.longest.max(length);
    }
    runs.longest_limit = longest(runs.useful);
    runs.crossings_limit = fewest_crossings(runs.useful);
    runs
}

/// round(log2 n) + 3: the power of two that is nearest to n by ratio.
fn longest(useful: u32) -> u32 {
    // round(log2 n) is the smallest k with log2 n < k + ½, that is, n² < 2^(2k+1).
    let square = u64::from(useful) * u64::from(useful);
    (0..32).find(|&k| square < 1u64 << (2 * k + 1)).unwrap_or(32) + 3
}

/// The smallest x with P(X ≤ x) ≥ 0.05 for X ~ Binomial(n − 1, ½).
fn fewest_crossings(useful: u32) -> u32 {
    let trials = useful.saturating_sub(1);
    if trials <= EXACT_TRIALS { exact_quantile(trials) } else { long_quantile(trials) }
}

fn exact_quantile(trials: u32) -> u32 {
    let (mut ways, mut sum, mut x) = (1u128, 1u128, 0u32);
    while sum.saturating_mul(20) < 1u128 << trials {
        // C(m, x+1) = C(m, x) (m − x) / (x + 1): the product stays whole after division, and
        // dividing first keeps it within 128 bits.
        let (times, over) = (u128::from(trials - x), u128::from(x + 1));
        ways = ways / over * times + ways % over * times / over;
        sum += ways;
        x += 1;
    }
    x
}

fn long_quantile(trials: u32) -> u32 {
    // Weights relative to the middle, downwards until they no longer count.
    const NOTHING: f64 = 1e-30;
    let middle = trials / 2;
    let mut weights = vec![1.0f64];
    let mut x = middle;
    while x > 0 && weights.last().is_some_and(|&last| last > NOTHING) {
        let last = weights.last().copied().unwrap_or(0.0);
        weights.push(last * f64::from(x) / f64::from(trials - x + 1));
        x -= 1;
    }
    let lower: f64 = weights.iter().rev().sum();
    // The upper half mirrors the lower; an even number of trials has one middle.
    let all = if trials.is_multiple_of(2) { 2.0 * lower - 1.0 } else { 2.0 * lower };
    let mut sum = 0.0;
    for (at, weight) in weights.iter().rev().enumerate() {
        sum += weight;
        if 20.0 * sum >= all {
            return x + at as u32;
        }
    }
    middle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn critical_values_are_the_published_ones() {
        // n, longest run, crossings: Anhøj and Olesen 2014, table 1.
        for (useful, longest_run, crossings) in [
            (10, 6, 2),
            (12, 7, 3),
            (15, 7, 4),
            (20, 7, 6),
            (24, 8, 8),
            (30, 8, 10),
            (50, 9, 19),
            (100, 10, 41),
        ] {
            assert_eq!(
                (longest(useful), fewest_crossings(useful)),
                (longest_run, crossings),
                "{useful}"
            );
        }
        assert_eq!((longest(0), fewest_crossings(0), fewest_crossings(1)), (3, 0, 0));
    }

    #[test]
    fn the_long_way_and_the_exact_way_agree() {
        for trials in 1..=EXACT_TRIALS {
            assert_eq!(exact_quantile(trials), long_quantile(trials), "{trials}");
        }
        // Exact sums in whole numbers of a thousand digits and more.
        for (trials, quantile) in LONG {
            assert_eq!(long_quantile(trials), quantile, "{trials}");
        }
    }

    const LONG: [(u32, u32); 6] =
        [(124, 53), (500, 232), (999, 474), (5000, 2442), (20_000, 9884), (99_999, 49_739)];

    #[test]
    fn rounding_of_the_logarithm_is_exact() {
        for k in 1..15u32 {
            let power = 1u32 << k;
            assert_eq!(longest(power), k + 3);
            // √2 · 2ᵏ is never whole: the change lies between its neighbours.
            let edge = (1u64 << (2 * k + 1)) as f64;
            let below = crate::math::sqrt(edge) as u32;
            assert_eq!((longest(below), longest(below + 1)), (k + 3, k + 4));
        }
        assert_eq!(longest(u32::MAX), 35);
    }

    #[test]
    fn points_on_the_line_are_passed_over() {
        let found = runs([1, 1, 0, 1, -1, 0, -1, 1].into_iter());
        assert_eq!((found.useful, found.longest, found.crossings), (6, 3, 2));
        assert_eq!(runs([0, 0].into_iter()).useful, 0);
    }
}
