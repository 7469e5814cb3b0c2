//! The least value of a smooth function of a few numbers: one damped Newton search for all fits.
//!
//! [`minimise`] asks for value, gradient and curvature at a point ([`Local`]), steps by the
//! inverse of the curvature with its diagonal raised, less where steps succeed and more where
//! they fail (Levenberg and Marquardt), until what a step could gain is lost in rounding.
//!
//! Invariant: the value never rises; a point where the function does not exist is never taken.
//!
//! # References
//!
//! D. W. Marquardt, *An algorithm for least-squares estimation of nonlinear parameters*,
//! J. SIAM 11(2), 1963.

use crate::linear::Symmetric;

/// A function near a point.
#[derive(Debug)]
pub(crate) struct Local {
    pub value: f64,
    pub gradient: Vec<f64>,
    /// The matrix of second derivatives, or one near it (Gauss and Newton, Fisher).
    pub curvature: Symmetric,
}

/// Where a search ended.
#[derive(Debug)]
pub(crate) struct Minimum {
    pub point: Vec<f64>,
    pub local: Local,
    /// Whether no step gains anything any more; where not, the search ran into a wall or ran
    /// out of steps.
    pub settled: bool,
}

/// Most steps of a search.
const STEPS: u32 = 300;

/// What a step may still gain, as a share of the value, for the search to be at its end.
const END: f64 = 1e-26;

/// Below this share of the value, gains are too small to be seen in the value itself.
const BLUR: f64 = 1e-13;

/// The damping at which no step is left to try.
const STUCK: f64 = 1e12;

/// Seeks the least value from a start; `None` where the function does not exist at the start.
/// `scale` is the size of a value that matters: gains of less than 10⁻²⁸ of it are none.
pub(crate) fn minimise(
    start: Vec<f64>,
    scale: f64,
    at: &dyn Fn(&[f64]) -> Option<Local>,
) -> Option<Minimum> {
    let mut point = start;
    let mut local = at(&point)?;
    let mut damping = 1e-3;
    for _ in 0..STEPS {
        let Some((step, gain)) = local.step(damping) else {
            damping = f64::max(damping * 10.0, 1e-3);
            if damping > STUCK {
                break;
            }
            continue;
        };
        if gain <= f64::max(END * local.value.abs(), END * 0.01 * scale) {
            return Some(Minimum { point, local, settled: true });
        }
        let next: Vec<f64> = point.iter().zip(&step).map(|(here, by)| here + by).collect();
        let blurred = gain <= BLUR * f64::max(local.value.abs(), scale * BLUR);
        let better = at(&next).filter(|there| {
            if blurred {
                there.step(damping).is_some_and(|(_, left)| left < gain)
            } else {
                there.value < local.value
            }
        });
        match better {
            Some(there) => {
                (point, local) = (next, there);
                damping = if damping < 1e-9 { 0.0 } else { damping * 0.1 };
            }
            None if blurred => return Some(Minimum { point, local, settled: true }),
            None => {
                damping = f64::max(damping * 8.0, 1e-6);
                if damping > STUCK {
                    break;
                }
            }
        }
    }
    Some(Minimum { point, local, settled: false })
}

impl Local {
    /// The damped step, and the gain that it promises (twice, as a quadratic would give).
    fn step(&self, damping: f64) -> Option<(Vec<f64>, f64)> {
        let step: Vec<f64> =
            self.curvature.solve(&self.gradient, damping)?.iter().map(|part| -part).collect();
        let gain: f64 = step.iter().zip(&self.gradient).map(|(by, slope)| -by * slope).sum();
        (gain.is_finite() && gain >= 0.0).then_some((step, gain))
    }

    /// Holds one number where it is: the search goes over the others alone.
    pub(crate) fn hold(&mut self, place: usize) {
        if let Some(slope) = self.gradient.get_mut(place) {
            *slope = 0.0;
        }
        self.curvature.isolate(place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn symmetric(rows: &[[f64; 2]; 2]) -> Symmetric {
        let mut matrix = Symmetric::new(2);
        for (a, row) in rows.iter().enumerate() {
            for (b, &value) in row.iter().enumerate() {
                matrix.add(a, b, value);
            }
        }
        matrix
    }

    /// Rosenbrock's bent valley, as a sum of squares.
    fn valley(point: &[f64]) -> Option<Local> {
        let (x, y) = (point[0], point[1]);
        let (a, b) = (1.0 - x, 10.0 * (y - x * x));
        let jacobian = [[-1.0, 0.0], [-20.0 * x, 10.0]];
        let cell =
            |i: usize, j: usize| jacobian[0][i] * jacobian[0][j] + jacobian[1][i] * jacobian[1][j];
        Some(Local {
            value: 0.5 * (a * a + b * b),
            gradient: (0..2).map(|i| jacobian[0][i] * a + jacobian[1][i] * b).collect(),
            curvature: symmetric(&[[cell(0, 0), cell(0, 1)], [cell(1, 0), cell(1, 1)]]),
        })
    }

    #[test]
    fn a_bent_valley_is_followed_to_its_end() {
        let found = minimise(vec![-1.2, 1.0], 1.0, &valley).unwrap();
        assert!(found.settled && found.local.value < 1e-20);
        assert!((found.point[0] - 1.0).abs() < 1e-9 && (found.point[1] - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_function_without_a_least_value_does_not_settle() {
        let endless = |point: &[f64]| {
            let fall = crate::math::exp(-point[0]);
            (point[0] < 20.0).then(|| Local {
                value: fall,
                gradient: vec![-fall, 0.0],
                curvature: symmetric(&[[fall, 0.0], [0.0, 1.0]]),
            })
        };
        assert!(!minimise(vec![0.0, 0.0], 1.0, &endless).unwrap().settled);
        assert!(minimise(vec![30.0, 0.0], 1.0, &endless).is_none());
    }

    #[test]
    fn a_number_that_is_held_does_not_move() {
        let held = |point: &[f64]| {
            let mut local = valley(point)?;
            local.hold(0);
            Some(local)
        };
        let found = minimise(vec![0.5, 3.0], 1.0, &held).unwrap();
        assert!(found.settled && found.point[0] == 0.5);
        assert!((found.point[1] - 0.25).abs() < 1e-9);
    }

    proptest! {
        /// The bottom of a bowl is found from anywhere, however thin the bowl.
        #[test]
        fn a_bowl_has_its_bottom(
            x in -1e3f64..1e3, y in -1e3f64..1e3, thin in 1e-6f64..1e6, tilt in -0.9f64..0.9,
        ) {
            let mixed = tilt * crate::math::sqrt(thin);
            let bowl = |point: &[f64]| {
                let (a, b) = (point[0] - x, point[1] - y);
                Some(Local {
                    value: 0.5 * (a * a + 2.0 * mixed * a * b + thin * b * b),
                    gradient: vec![a + mixed * b, mixed * a + thin * b],
                    curvature: symmetric(&[[1.0, mixed], [mixed, thin]]),
                })
            };
            let found = minimise(vec![0.0, 0.0], 1.0, &bowl).unwrap();
            prop_assert!(found.settled);
            prop_assert!((found.point[0] - x).abs() < 1e-6 * (1.0 + x.abs()));
        }
    }
}
