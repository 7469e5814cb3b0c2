//! Distribution functions and quantiles: normal, beta, Student's t, Fisher's F.
//!
//! What intervals need, with [`libm`] below and nothing else, so that every target gives the
//! same bits. Distribution functions are good to about 1e-13 relative to their smaller tail
//! at the sizes of real tables; quantiles are found by Newton's method inside a bracket, to
//! the last digits that the distribution function holds.
//!
//! Invariant: arguments outside their range give NaN, never a panic; callers turn NaN into a
//! statistic that is undefined.

use crate::math;

/// Most terms of the continued fraction: enough for parameters of a hundred million.
const TERMS: u32 = 200_000;

/// Steps after which a search for a quantile has used up every bit of its bracket.
const STEPS: u32 = 200;

/// The share of a standard normal below `z`.
///
/// ```
/// use innovation_core::distribution::normal_cdf;
/// assert!((normal_cdf(1.959963984540054) - 0.975).abs() < 1e-15);
/// ```
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// The point below which a share `p` of a standard normal lies; NaN outside 0 to 1, both
/// ends excluded.
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    if !(p > 0.0 && p < 1.0) {
        return f64::NAN;
    }
    if p > 0.5 {
        return -normal_quantile(1.0 - p);
    }
    // The lower half line; the smallest double has z = -38.5.
    let (mut low, mut high) = (-39.0, 0.0);
    let mut z = -1.0;
    for _ in 0..STEPS {
        let gap = normal_cdf(z) - p;
        if gap > 0.0 {
            high = z;
        } else {
            low = z;
        }
        let density = math::exp(-0.5 * z * z) * 0.398_942_280_401_432_7;
        let next = z - gap / density;
        let next = if next > low && next < high { next } else { 0.5 * (low + high) };
        if same(next, z) {
            return next;
        }
        z = next;
    }
    z
}

/// The regularised incomplete beta function I_x(a, b): the share of a beta distribution
/// below `x`. NaN unless `a` and `b` are above 0.
///
/// # References
///
/// NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction).
#[must_use]
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x.is_nan() || !is_shape(a) || !is_shape(b) {
        return f64::NAN;
    }
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = math::exp(log_front(x, a, b));
    // The fraction converges fast on its own side of the mean.
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

/// Whether a number can be a parameter of a beta distribution.
fn is_shape(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

/// ln of x^a (1 − x)^b / B(a, b).
fn log_front(x: f64, a: f64, b: f64) -> f64 {
    a * math::ln(x) + b * libm::log1p(-x) - log_beta(a, b)
}

/// ln B(a, b), without the loss that three large terms would bring.
fn log_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if small < 10.0 {
        return libm::lgamma(small) + drop_of_log_gamma(large, small);
    }
    // Stirling's series for all three.
    let share = small / (small + large);
    let corrections = stirling(small) + stirling(large) - stirling(small + large);
    0.918_938_533_204_672_7 - 0.5 * math::ln(large)
        + corrections
        + (small - 0.5) * math::ln(share)
        + large * libm::log1p(-share)
}

/// ln Γ(large) − ln Γ(large + small).
fn drop_of_log_gamma(large: f64, small: f64) -> f64 {
    if large < 10.0 {
        return libm::lgamma(large) - libm::lgamma(large + small);
    }
    let sum = large + small;
    stirling(large) - stirling(sum) + small + (large - 0.5) * libm::log1p(-small / sum)
        - small * math::ln(sum)
}

/// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x of 10 or more.
fn stirling(x: f64) -> f64 {
    let inverse = 1.0 / x;
    let square = inverse * inverse;
    let series = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    inverse * series.iter().rev().fold(0.0, |sum, term| sum * square + term)
}

/// The continued fraction of I_x(a, b), by the modified method of Lentz.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for term in 1..TERMS {
        let m = f64::from(term);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    value
}

/// The point below which a share `p` of a beta distribution lies; NaN for `p` outside 0 to 1.
#[must_use]
pub fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if !(0.0..=1.0).contains(&p) || !is_shape(a) || !is_shape(b) {
        return f64::NAN;
    }
    if p == 0.0 || p == 1.0 {
        return p;
    }
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = a / (a + b);
    for _ in 0..STEPS {
        let gap = beta_cdf(x, a, b) - p;
        if gap == 0.0 {
            return x;
        }
        if gap > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let density = math::exp(log_front(x, a, b)) / (x * (1.0 - x));
        let next = x - gap / density;
        let next = if next > low && next < high { next } else { 0.5 * (low + high) };
        if same(next, x) {
            return next;
        }
        x = next;
    }
    x
}

/// The share of Student's t with `freedom` degrees of freedom below `t`.
#[must_use]
pub fn t_cdf(t: f64, freedom: f64) -> f64 {
    let square = t * t;
    if square < freedom.min(1.0) {
        // Near the middle the share on from it keeps digits that the tail would lose.
        let half = 0.5 * beta_cdf(square / (freedom + square), 0.5, 0.5 * freedom);
        return if t > 0.0 { 0.5 + half } else { 0.5 - half };
    }
    let tail = 0.5 * beta_cdf(freedom / (freedom + square), 0.5 * freedom, 0.5);
    if t > 0.0 { 1.0 - tail } else { tail }
}

/// The point below which a share `p` of Student's t lies; NaN outside 0 to 1, both ends
/// excluded, or without degrees of freedom.
///
/// ```
/// use innovation_core::distribution::t_quantile;
/// assert!((t_quantile(0.975, 10.0) - 2.2281388519862747).abs() < 1e-12);
/// ```
#[must_use]
pub fn t_quantile(p: f64, freedom: f64) -> f64 {
    if !(p > 0.0 && p < 1.0 && freedom > 0.0) {
        return f64::NAN;
    }
    if p == 0.5 {
        return 0.0;
    }
    let tail = 2.0 * p.min(1.0 - p);
    // t² is F with 1 and `freedom` degrees of freedom; its upper tail is `tail`.
    let size = math::sqrt(f_quantile(1.0 - tail, 1.0, freedom));
    if p < 0.5 { -size } else { size }
}

/// The share of Fisher's F with `above` and `below` degrees of freedom below `f`.
#[must_use]
pub fn f_cdf(f: f64, above: f64, below: f64) -> f64 {
    if f <= 0.0 {
        return if above > 0.0 && below > 0.0 { 0.0 } else { f64::NAN };
    }
    beta_cdf(above * f / (above * f + below), 0.5 * above, 0.5 * below)
}

/// The point below which a share `p` of Fisher's F lies; NaN for `p` outside 0 to 1, 1
/// excluded, or without degrees of freedom.
///
/// ```
/// use innovation_core::distribution::f_quantile;
/// assert!((f_quantile(0.95, 2.0, 10.0) - 4.102821015130401).abs() < 1e-12);
/// ```
#[must_use]
pub fn f_quantile(p: f64, above: f64, below: f64) -> f64 {
    if p >= 1.0 {
        return f64::NAN;
    }
    let (a, b) = (0.5 * above, 0.5 * below);
    let x = beta_quantile(p, a, b);
    // Near 1 the difference 1 − x would lose digits: ask for it itself.
    let odds = if x > 0.5 {
        let rest = beta_quantile(1.0 - p, b, a);
        (1.0 - rest) / rest
    } else {
        x / (1.0 - x)
    };
    odds * below / above
}

/// Whether two steps of a search differ by no more than rounding.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-16 * a.abs().max(b.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn close(found: f64, known: f64, tolerance: f64) {
        let gap = (found - known).abs() / known.abs().max(1e-300);
        assert!(gap < tolerance, "{found} is not {known}: {gap:e}");
    }

    #[test]
    fn the_normal_has_its_known_values() {
        close(normal_cdf(0.0), 0.5, 1e-15);
        close(normal_cdf(1.0), 0.841_344_746_068_542_9, 1e-14);
        close(normal_cdf(-5.0), 2.866_515_718_791_939e-7, 1e-13);
        close(normal_quantile(0.975), 1.959_963_984_540_054, 1e-14);
        close(normal_quantile(0.999), 3.090_232_306_167_813_5, 1e-14);
        close(normal_quantile(1e-10), -6.361_340_902_404_056, 1e-13);
        assert!(normal_quantile(0.0).is_nan() && normal_quantile(1.0).is_nan());
    }

    #[test]
    fn the_beta_has_its_closed_forms() {
        for x in [0.01, 0.2, 0.5, 0.77, 0.999] {
            close(beta_cdf(x, 1.0, 1.0), x, 1e-14);
            close(beta_cdf(x, 3.0, 1.0), x * x * x, 1e-13);
            close(beta_cdf(x, 2.0, 2.0), x * x * (3.0 - 2.0 * x), 1e-13);
            let arcsine = 2.0 / std::f64::consts::PI * libm::asin(libm::sqrt(x));
            close(beta_cdf(x, 0.5, 0.5), arcsine, 1e-13);
        }
        assert!(beta_cdf(0.5, 0.0, 1.0).is_nan());
        // Half of a symmetric distribution lies below its middle, at any size.
        for a in [0.5, 3.0, 12.0, 400.0, 50_000.0] {
            close(beta_cdf(0.5, a, a), 0.5, 1e-11);
        }
    }

    #[test]
    fn student_has_the_printed_quantiles() {
        close(t_quantile(0.975, 1.0), 12.706_204_736_174_698, 1e-12);
        close(t_quantile(0.975, 2.0), 4.302_652_729_749_462, 1e-12);
        close(t_quantile(0.95, 5.0), 2.015_048_373_333_024, 1e-12);
        close(t_quantile(0.975, 30.0), 2.042_272_456_301_238, 1e-12);
        close(t_quantile(0.025, 30.0), -2.042_272_456_301_238, 1e-12);
        close(t_quantile(0.975, 1e6), 1.959_966_36, 1e-7);
        assert_eq!((t_quantile(0.5, 4.0), t_cdf(0.0, 4.0)), (0.0, 0.5));
        let middle = 0.499_775_265_879_591_37;
        assert!((t_cdf(t_quantile(middle, 1325.141), 1325.141) - middle).abs() < 1e-13);
        assert!(t_quantile(0.9, 0.0).is_nan());
    }

    #[test]
    fn fisher_has_its_closed_form_for_two_degrees_of_freedom() {
        for (p, below) in [(0.5, 4.0), (0.95, 10.0), (0.975, 2.0), (0.999, 37.5)] {
            let known = 0.5 * below * (math::pow(1.0 - p, -2.0 / below) - 1.0);
            close(f_quantile(p, 2.0, below), known, 1e-12);
        }
        close(f_quantile(0.95, 1.0, 1.0), 161.447_638_797_588, 1e-11);
        assert!(f_quantile(1.0, 2.0, 2.0).is_nan());
    }

    proptest! {
        /// A quantile is where its share lies.
        #[test]
        fn quantiles_undo_shares(p in 0.001f64..0.999, a in 0.3f64..3000.0, b in 0.3f64..3000.0) {
            prop_assert!((beta_cdf(beta_quantile(p, a, b), a, b) - p).abs() < 1e-11);
            prop_assert!((f_cdf(f_quantile(p, a, b), a, b) - p).abs() < 1e-11);
            prop_assert!((t_cdf(t_quantile(p, a), a) - p).abs() < 1e-11);
            prop_assert!((normal_cdf(normal_quantile(p)) - p).abs() < 1e-14);
        }
    }
}
