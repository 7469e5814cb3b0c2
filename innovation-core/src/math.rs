//! The only place for floating-point functions and for sums that must not depend on order.
//!
//! The standard library's `exp`, `ln` and friends come from the platform and differ in the
//! last bit between targets; these come from [`libm`] and do not. [`ExactSum`] adds numbers
//! in fixed point, so that any order of adding gives the same total.
//!
//! Invariant: no other module calls a floating-point function of the standard library
//! (held by clippy's `disallowed-methods`).

/// e raised to `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm of `x`; negative infinity at zero, NaN below.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` raised to `exponent`.
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// Square root of `x`, correctly rounded; NaN below zero.
#[must_use]
pub fn sqrt(x: f64) -> f64 {
    libm::sqrt(x)
}

/// Sine of `x`, in radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of `x`, in radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Fraction bits of [`ExactSum`].
const FRACTION_BITS: i32 = 64;

/// A sum in 128-bit fixed point with 64 fraction bits: the same total in any order.
///
/// A term is rounded once to a multiple of 2⁻⁶⁴, which is exact for every `f64` of
/// magnitude 2⁻¹² or more; terms and total must stay below 2⁶² in magnitude (larger ones
/// saturate).
///
/// ```
/// use innovation_core::math::ExactSum;
/// let forward: ExactSum = [0.1, 0.2, 0.3].into_iter().collect();
/// let backward: ExactSum = [0.3, 0.2, 0.1].into_iter().collect();
/// assert_eq!(forward.value(), backward.value());
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExactSum(i128);

impl ExactSum {
    /// Adds a term.
    pub fn add(&mut self, term: f64) {
        self.0 = self.0.saturating_add(fixed(term));
    }

    /// The total, rounded once.
    #[must_use]
    pub fn value(self) -> f64 {
        libm::ldexp(self.0 as f64, -FRACTION_BITS)
    }
}

impl FromIterator<f64> for ExactSum {
    fn from_iter<I: IntoIterator<Item = f64>>(terms: I) -> Self {
        let mut sum = Self::default();
        for term in terms {
            sum.add(term);
        }
        sum
    }
}

/// The order-free sum of some numbers: [`ExactSum`] in one call.
#[must_use]
pub fn sum<I: IntoIterator<Item = f64>>(terms: I) -> f64 {
    terms.into_iter().collect::<ExactSum>().value()
}

/// A number as a multiple of 2⁻⁶⁴, rounded half to even, saturating, NaN as zero.
fn fixed(x: f64) -> i128 {
    libm::rint(libm::ldexp(x, FRACTION_BITS)) as i128
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_total_is_exact_where_terms_are() {
        assert_eq!(sum([1.0, 1e15, -1e15]), 1.0);
        assert_eq!(sum((0..10).map(|_| 0.1)), 1.0);
        assert_eq!(sum([]), 0.0);
    }

    proptest! {
        /// Order of terms does not matter.
        #[test]
        fn order_does_not_matter(mut terms in prop::collection::vec(-1e9f64..1e9, 0..40)) {
            let forward = sum(terms.iter().copied());
            terms.reverse();
            prop_assert_eq!(forward, sum(terms.iter().copied()));
            terms.sort_by(f64::total_cmp);
            prop_assert_eq!(forward, sum(terms.iter().copied()));
        }
    }
}
