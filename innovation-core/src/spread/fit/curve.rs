//! The curve of Bass: which share has adopted by when.

use super::jet::Jet;
use crate::math;

/// The curve with its rates: `p` from outside, `q` from others, both for each period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve {
    p: Jet,
    q: Jet,
    both: Jet,
}

impl Curve {
    /// From the logarithms of the rates, by which its numbers carry derivatives (places 0, 1).
    pub(super) fn new(ln_p: f64, ln_q: f64) -> Self {
        let (p, q) = (Jet::variable(ln_p, 0).exp(), Jet::variable(ln_q, 1).exp());
        Self { p, q, both: p + q }
    }

    /// What is left of the impulse at time `t`: e^−(p+q)t.
    fn fading(&self, t: f64) -> Jet {
        self.both.scaled(-t).exp()
    }

    /// The share that has adopted by time `t`.
    pub(super) fn share(&self, t: f64) -> Jet {
        let fading = self.fading(t);
        self.p * (Jet::constant(1.0) - fading) / (self.p + self.q * fading)
    }

    /// The share that has not adopted by time `t`, without loss of digits near 0.
    pub(super) fn left(&self, t: f64) -> Jet {
        let fading = self.fading(t);
        self.both * fading / (self.p + self.q * fading)
    }

    /// The share that adopts between `t − 1` and `t`, without loss of digits at either end.
    pub(super) fn increment(&self, t: f64) -> Jet {
        let (before, after) = (self.fading(t - 1.0), self.fading(t));
        self.p * self.both * (before - after)
            / ((self.p + self.q * before) * (self.p + self.q * after))
    }

    /// The rate at which the share grows at time `t`.
    pub(super) fn density(&self, t: f64) -> Jet {
        let fading = self.fading(t);
        let below = self.p + self.q * fading;
        self.p * self.both * self.both * fading / (below * below)
    }
}

/// When adoption is fastest, where that is after the start.
pub(super) fn peak(p: f64, q: f64) -> Option<f64> {
    (q > p && p > 0.0).then(|| math::ln(q / p) / (p + q))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Shares add up, and the density is the slope of the share.
        #[test]
        fn the_parts_of_the_curve_agree(p in 1e-4f64..0.2, q in 1e-3f64..1.0, t in 1f64..20.0) {
            let curve = Curve::new(math::ln(p), math::ln(q));
            prop_assert!((curve.share(t).value + curve.left(t).value - 1.0).abs() < 1e-12);
            let step = curve.share(t).value - curve.share(t - 1.0).value;
            prop_assert!((curve.increment(t).value - step).abs() < 1e-12);
            let near = (curve.share(t + 1e-5).value - curve.share(t - 1e-5).value) / 2e-5;
            prop_assert!((curve.density(t).value - near).abs() < 1e-6);
        }

        /// Nowhere is adoption faster than at the peak.
        #[test]
        fn the_peak_is_the_top(p in 1e-4f64..0.1, more in 1.1f64..50.0, t in 0f64..60.0) {
            let curve = Curve::new(math::ln(p), math::ln(p * more));
            let top = curve.density(peak(p, p * more).unwrap()).value;
            prop_assert!(curve.density(t).value <= top * (1.0 + 1e-9));
            prop_assert_eq!(peak(p * more, p), None);
        }
    }
}
