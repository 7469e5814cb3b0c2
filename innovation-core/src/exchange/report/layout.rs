//! Where each person stands in a picture.
//!
//! Each group is a disc, its members laid out as seeds in a sunflower; the discs stand on an
//! ellipse that is just large enough for none to touch. Nothing is random and nothing moves
//! when ties change, so that two pictures of the same people can be compared.
//!
//! # References
//!
//! H. Vogel, *A better way to construct the sunflower head*, Mathematical Biosciences 44,
//! 1979.

use crate::math;

/// Width of a picture.
pub(super) const WIDTH: f64 = 1000.0;
/// Room around the discs for the names of groups.
const MARGIN: f64 = 56.0;
/// The ellipse is this much wider than high.
const STRETCH: f64 = 1.55;
/// Room between discs, in distances of neighbours.
const GAP: f64 = 2.6;
/// A small disc takes the room of its name.
const SMALLEST: f64 = 3.4;
const TURN: f64 = 2.0 * std::f64::consts::PI;
/// The golden angle: one turn over the golden ratio squared.
const GOLDEN: f64 = TURN * 0.381_966_011_250_105_1;

/// Places in a picture.
#[derive(Debug)]
pub(super) struct Layout {
    pub height: f64,
    /// Radius of a person's mark.
    pub mark: f64,
    /// The disc of each group.
    pub discs: Vec<Disc>,
    /// For each group the places of its members, in order.
    pub places: Vec<Vec<(f64, f64)>>,
}

/// A disc.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Disc {
    pub centre: (f64, f64),
    pub radius: f64,
}

impl Layout {
    /// Lays out groups of the sizes given.
    pub(super) fn of(sizes: &[usize]) -> Self {
        let discs = discs(sizes);
        let low = |of: fn(&Disc) -> f64| discs.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = |of: fn(&Disc) -> f64| discs.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (left, right) = (low(|d| d.centre.0 - d.radius), high(|d| d.centre.0 + d.radius));
        let (top, bottom) = (low(|d| d.centre.1 - d.radius), high(|d| d.centre.1 + d.radius));
        let unit = ((WIDTH - 2.0 * MARGIN) / (right - left)).min(20.0);
        let inset = (WIDTH - unit * (right - left)) / 2.0;
        let place = |(x, y): (f64, f64)| (inset + unit * (x - left), MARGIN + unit * (y - top));
        let members = |(disc, &size): (&Disc, &usize)| {
            let member = |at: usize| {
                let (radius, angle) = (math::sqrt(at as f64 + 0.5), at as f64 * GOLDEN);
                let (x, y) = disc.centre;
                place((x + radius * math::cos(angle), y + radius * math::sin(angle)))
            };
            (0..size).map(member).collect()
        };
        Self {
            height: 2.0 * MARGIN + unit * (bottom - top),
            mark: 0.52 * unit,
            places: discs.iter().zip(sizes).map(members).collect(),
            discs: discs
                .iter()
                .map(|disc| Disc { centre: place(disc.centre), radius: unit * disc.radius })
                .collect(),
        }
    }
}

/// Discs whose members stand one unit of distance apart.
fn discs(sizes: &[usize]) -> Vec<Disc> {
    let radii: Vec<f64> =
        sizes.iter().map(|&size| (math::sqrt(size as f64) + 0.9).max(SMALLEST)).collect();
    if let &[radius] = radii.as_slice() {
        return vec![Disc { centre: (0.0, 0.0), radius }];
    }
    let all: f64 = math::sum(radii.iter().map(|radius| 2.0 * radius + GAP));
    let mut size = all / (TURN * STRETCH);
    // Each step adds a twentieth; some size is large enough, since the angles all differ.
    loop {
        let placed = on_an_ellipse(&radii, size, all);
        if apart(&placed) {
            return placed;
        }
        size *= 1.05;
    }
}

fn on_an_ellipse(radii: &[f64], size: f64, all: f64) -> Vec<Disc> {
    let mut before = 0.0;
    let place = |&radius: &f64| {
        let share = 2.0 * radius + GAP;
        let angle = TURN * ((before + share / 2.0) / all - 0.25);
        before += share;
        Disc { centre: (STRETCH * size * math::cos(angle), size * math::sin(angle)), radius }
    };
    radii.iter().map(place).collect()
}

fn apart(discs: &[Disc]) -> bool {
    discs.iter().enumerate().all(|(at, one)| {
        discs.iter().skip(at + 1).all(|other| {
            let (x, y) = (one.centre.0 - other.centre.0, one.centre.1 - other.centre.1);
            let room = one.radius + other.radius + GAP;
            x * x + y * y >= room * room
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Everyone stands inside the picture, and no two marks touch.
        #[test]
        fn everyone_has_a_place(sizes in prop::collection::vec(1usize..60, 1..20)) {
            let layout = Layout::of(&sizes);
            let places: Vec<_> = layout.places.iter().flatten().copied().collect();
            prop_assert_eq!(places.len(), sizes.iter().sum::<usize>());
            let two_marks = 2.0 * layout.mark;
            for (at, &(x, y)) in places.iter().enumerate() {
                prop_assert!((0.0..=WIDTH).contains(&x) && (0.0..=layout.height).contains(&y));
                for &(u, v) in &places[at + 1..] {
                    let square = (x - u) * (x - u) + (y - v) * (y - v);
                    prop_assert!(square >= two_marks * two_marks);
                }
            }
        }
    }
}
