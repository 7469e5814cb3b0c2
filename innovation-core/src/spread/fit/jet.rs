//! Numbers that carry their first and second derivatives by up to three others.

use crate::math;
use std::ops::{Add, Div, Mul, Sub};

/// A number, its slopes and its curvatures in the order 00, 01, 02, 11, 12, 22.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Jet {
    pub value: f64,
    pub slope: [f64; 3],
    pub bend: [f64; 6],
}

impl Jet {
    /// A number that does not depend on anything.
    pub(super) const fn constant(value: f64) -> Self {
        Self { value, slope: [0.0; 3], bend: [0.0; 6] }
    }

    /// The number at a place, 0 to 2.
    pub(super) fn variable(value: f64, place: usize) -> Self {
        let mut jet = Self::constant(value);
        if let Some(slope) = jet.slope.get_mut(place) {
            *slope = 1.0;
        }
        jet
    }

    pub(super) fn exp(self) -> Self {
        let e = math::exp(self.value);
        self.chain(e, e, e)
    }

    pub(super) fn ln(self) -> Self {
        let over = 1.0 / self.value;
        self.chain(math::ln(self.value), over, -over * over)
    }

    pub(super) fn scaled(self, by: f64) -> Self {
        self.chain(self.value * by, by, 0.0)
    }

    /// A function of this number, from its value and derivatives there.
    fn chain(self, value: f64, first: f64, second: f64) -> Self {
        let [a, b, c] = self.slope;
        let square = [a * a, a * b, a * c, b * b, b * c, c * c];
        Self {
            value,
            slope: self.slope.map(|slope| first * slope),
            bend: zip(self.bend, square, |bend, square| first * bend + second * square),
        }
    }
}

impl Add for Jet {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            slope: zip(self.slope, other.slope, |a, b| a + b),
            bend: zip(self.bend, other.bend, |a, b| a + b),
        }
    }
}

impl Sub for Jet {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + other.scaled(-1.0)
    }
}

impl Mul for Jet {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.slope, other.slope);
        let cross =
            [2.0 * a * x, a * y + b * x, a * z + c * x, 2.0 * b * y, b * z + c * y, 2.0 * c * z];
        let bend = zip(self.bend, other.bend, |own, its| own * other.value + its * self.value);
        Self {
            value: self.value * other.value,
            slope: zip(self.slope, other.slope, |own, its| own * other.value + its * self.value),
            bend: zip(bend, cross, |bend, cross| bend + cross),
        }
    }
}

impl Div for Jet {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let over = 1.0 / other.value;
        self * other.chain(over, -over * over, 2.0 * over * over * over)
    }
}

fn zip<const N: usize>(a: [f64; N], b: [f64; N], with: impl Fn(f64, f64) -> f64) -> [f64; N] {
    let mut joined = a;
    joined.iter_mut().zip(b).for_each(|(own, other)| *own = with(*own, other));
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mixture(x: [f64; 3]) -> Jet {
        let [a, b, c] = [0, 1, 2].map(|place| Jet::variable(x[place], place));
        (a * b - c.exp()) / (b + c * c) + (a + b).ln().scaled(2.0)
    }

    proptest! {
        /// Derivatives are what differences tend to.
        #[test]
        fn derivatives_agree_with_differences(a in 0.5f64..2.0, b in 0.5f64..2.0, c in -1f64..1.0) {
            let (x, step) = ([a, b, c], 1e-5);
            let jet = mixture(x);
            let pairs = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)];
            for (place, slope) in jet.slope.iter().enumerate() {
                let mut near = [x, x];
                near[0][place] += step;
                near[1][place] -= step;
                let [up, down] = near.map(mixture);
                prop_assert!(((up.value - down.value) / (2.0 * step) - slope).abs() < 1e-6);
                for (bend, (i, j)) in jet.bend.iter().zip(pairs) {
                    if j == place {
                        let found = (up.slope[i] - down.slope[i]) / (2.0 * step);
                        prop_assert!((found - bend).abs() < 1e-6);
                    }
                }
            }
        }
    }
}
