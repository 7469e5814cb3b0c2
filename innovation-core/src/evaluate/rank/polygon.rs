//! Convex polygons cut by lines: how exact shares are measured.

/// Distances from a line up to this count as on the line.
const ON: f64 = 1e-12;

/// A function that is affine in two coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Affine {
    /// Its value at the origin.
    pub constant: f64,
    /// Its slopes.
    pub slope: [f64; 2],
}

impl Affine {
    /// The value at a point.
    pub(super) fn at(&self, [x, y]: [f64; 2]) -> f64 {
        self.constant + self.slope[0] * x + self.slope[1] * y
    }
}

/// Where a polygon lies from a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Where the function is above 0.
    Above,
    /// Where it is 0 or below.
    Below,
    /// On both sides.
    Both,
}

/// A convex polygon, its corners in order.
#[derive(Debug, Clone)]
pub(super) struct Polygon(Vec<[f64; 2]>);

impl Polygon {
    /// The unit square.
    pub(super) fn square() -> Self {
        Self(vec![[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    }

    /// Where it lies from the line on which a function is 0.
    pub(super) fn side(&self, function: &Affine) -> Side {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for &corner in &self.0 {
            let value = function.at(corner);
            least = least.min(value);
            most = most.max(value);
        }
        if most <= ON {
            Side::Below
        } else if least >= -ON {
            Side::Above
        } else {
            Side::Both
        }
    }

    /// The parts where a function is above 0 and where it is below.
    pub(super) fn split(&self, function: &Affine) -> (Self, Self) {
        let (mut above, mut below) = (Vec::new(), Vec::new());
        let next = self.0.iter().cycle().skip(1);
        for (&here, &there) in self.0.iter().zip(next) {
            let (a, b) = (function.at(here), function.at(there));
            if a >= -ON {
                above.push(here);
            }
            if a <= ON {
                below.push(here);
            }
            if (a > ON && b < -ON) || (a < -ON && b > ON) {
                let share = a / (a - b);
                let cut = [
                    here[0] + share * (there[0] - here[0]),
                    here[1] + share * (there[1] - here[1]),
                ];
                above.push(cut);
                below.push(cut);
            }
        }
        (Self(above), Self(below))
    }

    /// Its area, and its area times its centre.
    pub(super) fn moments(&self) -> (f64, [f64; 2]) {
        let Some((&[x, y], rest)) = self.0.split_first() else { return (0.0, [0.0; 2]) };
        let (mut area, mut moment) = (0.0, [0.0; 2]);
        for (b, c) in rest.iter().zip(rest.iter().skip(1)) {
            let (u, v) = ([b[0] - x, b[1] - y], [c[0] - x, c[1] - y]);
            let part = (u[0] * v[1] - u[1] * v[0]) / 2.0;
            area += part;
            moment[0] += part * (x + (u[0] + v[0]) / 3.0);
            moment[1] += part * (y + (u[1] + v[1]) / 3.0);
        }
        (area, moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_triangle_has_its_area_and_centre() {
        let half = Affine { constant: 1.0, slope: [-1.0, -1.0] };
        let (triangle, _) = Polygon::square().split(&half);
        let (area, [x, y]) = triangle.moments();
        assert_eq!(area, 0.5);
        assert!((x / area - 1.0 / 3.0).abs() < 1e-15 && (y / area - 1.0 / 3.0).abs() < 1e-15);
    }

    proptest! {
        /// The two parts of a polygon add up to it, and each lies on its side.
        #[test]
        fn parts_add_up(lines in prop::collection::vec((-1.0..1.0f64, -1.0..1.0f64, -1.0..1.0f64), 1..6)) {
            let mut parts = vec![Polygon::square()];
            for (constant, x, y) in lines {
                let function = Affine { constant, slope: [x, y] };
                let mut next = Vec::new();
                for part in parts {
                    if part.side(&function) != Side::Both {
                        next.push(part);
                        continue;
                    }
                    let (above, below) = part.split(&function);
                    prop_assert_eq!(above.side(&function), Side::Above);
                    prop_assert_eq!(below.side(&function), Side::Below);
                    next.extend([above, below]);
                }
                parts = next;
            }
            let total: f64 = parts.iter().map(|part| part.moments().0).sum();
            prop_assert!((total - 1.0).abs() < 1e-12);
        }
    }
}
