//! Sums that do not depend on order, and the constants of control charts.

use crate::math::{self, ExactSum};

/// Three sigma as a multiple of the mean moving range of ranges of two: D4 of a range of 2.
pub(super) const D4_OF_TWO: f64 = 3.267;

/// Fraction bits that a scaled term keeps beyond those of [`ExactSum`].
const LIFT: f64 = (1u64 << 40) as f64;

/// The order-free sum of numbers of any magnitude: each is scaled by a power of two, which is
/// exact, so that the largest fills the bits there are.
pub(super) fn total(terms: impl Iterator<Item = f64> + Clone) -> f64 {
    const EXPONENT: u64 = 0x7ff << 52;
    let top = terms.clone().fold(0.0, |top: f64, term| top.max(term.abs()));
    let unit = f64::from_bits(top.to_bits() & EXPONENT);
    if unit == 0.0 || !unit.is_finite() {
        return terms.sum();
    }
    let scaled: ExactSum = terms.map(|term| term / unit * LIFT).collect();
    scaled.value() / LIFT * unit
}

/// The mean; `None` of nothing.
pub(super) fn mean(terms: impl Iterator<Item = f64> + Clone) -> Option<f64> {
    let count = terms.clone().count();
    (count > 0).then(|| total(terms) / count as f64)
}

/// The median; `None` of nothing.
pub(super) fn median(mut terms: Vec<f64>) -> Option<f64> {
    terms.sort_by(f64::total_cmp);
    let upper = terms.get(terms.len() / 2)?;
    let lower = terms.get(terms.len().checked_sub(1)? / 2)?;
    Some((lower + upper) / 2.0)
}

/// Standard deviation with n − 1, for two terms at least.
pub(super) fn deviation(terms: &[f64]) -> Option<f64> {
    let middle = mean(terms.iter().copied())?;
    let squares = total(terms.iter().map(|term| (term - middle) * (term - middle)));
    (terms.len() > 1).then(|| math::sqrt(squares / (terms.len() - 1) as f64))
}

/// The mean of the standard deviation of `size` normal values of unit variance; `None` for
/// fewer than two.
///
/// c4(n) = √(2/(n−1)) Γ(n/2) / Γ((n−1)/2). The ratio r of the gammas starts at r(2) = 1/√π and
/// goes on as r(n+1) = (n−1) / 2r(n); from a thousand on, its series in 1/n is as exact.
pub(super) fn c4(size: usize) -> Option<f64> {
    const FROM_SERIES: usize = 1000;
    if size < 2 {
        return None;
    }
    let n = size as f64;
    if size >= FROM_SERIES {
        return Some(1.0 - (1.0 + (7.0 / 8.0 + 19.0 / (32.0 * n)) / n) / (4.0 * n));
    }
    let mut ratio = 1.0 / math::sqrt(std::f64::consts::PI);
    for below in 2..size {
        ratio = (below - 1) as f64 / (2.0 * ratio);
    }
    Some(math::sqrt(2.0 / (n - 1.0)) * ratio)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn c4_is_the_published_table() {
        for (size, published) in
            [(2, 0.797_885), (3, 0.886_227), (5, 0.939_986), (10, 0.972_659), (25, 0.989_640)]
        {
            assert!((c4(size).unwrap() - published).abs() < 1e-6, "{size}");
        }
        assert_eq!((c4(0), c4(1)), (None, None));
        let step = c4(1000).unwrap() - c4(999).unwrap();
        assert!((step - 0.25 / (999.0 * 1000.0)).abs() < 1e-8, "{step}");
    }

    #[test]
    fn middles_are_those_of_schoolbooks() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!((median(vec![]), mean(std::iter::empty())), (None, None));
        assert_eq!(deviation(&[1.0, 2.0, 3.0]), Some(1.0));
        assert_eq!(deviation(&[1.0]), None);
    }

    proptest! {
        /// A total does not depend on order, and small terms count beside large ones.
        #[test]
        fn order_does_not_matter(mut terms in prop::collection::vec(-1e12f64..1e12, 1..40), small in -1e-9f64..1e-9) {
            terms.push(small);
            let forward = total(terms.iter().copied());
            terms.reverse();
            prop_assert_eq!(forward, total(terms.iter().copied()));
            let plain: f64 = terms.iter().sum();
            prop_assert!((forward - plain).abs() <= 1e-2);
            prop_assert_eq!(total([small].into_iter()), small);
        }
    }
}
