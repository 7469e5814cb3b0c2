//! Exact shares where weights have at most two degrees of freedom and all values are known.
//!
//! What an alternative is worth is affine in the coordinates of the region, so that two of them
//! divide it by a line. For each competitor the region is cut by its lines against all others,
//! a piece going only as deep as there are lines that cross it. A region with fewer degrees of
//! freedom is measured as if it had two, nothing depending on those added.

use super::field::Field;
use super::outcome::Outcome;
use super::polygon::{Affine, Polygon, Side};
use super::region::Region;
use crate::watch::{Progress, Watch};

/// Measures exactly; `None` where the watch said stop. Call only with two degrees of freedom or
/// fewer and known values.
///
/// Cost: about competitors³ in the worst case.
pub(super) fn measure(field: &Field, region: &Region, watch: &mut dyn Watch) -> Option<Outcome> {
    let whole = polygon(region);
    let (area, _) = whole.moments();
    let size = field.len();
    let worth: Vec<_> = (0..size).map(|at| region.function(field.values(at).0)).collect();
    let mut outcome = Outcome {
        better: Vec::with_capacity(size * field.alternatives),
        errors: None,
        beats: Vec::with_capacity(size * size),
        central: Vec::with_capacity(size),
        drawn: None,
    };
    for (at, own) in worth.iter().enumerate() {
        if !watch.proceed(&Progress::new(at as u64, Some(size as u64), None)) {
            return None;
        }
        let mut lines = Vec::with_capacity(size);
        for (other, (theirs, &members)) in worth.iter().zip(&field.members).enumerate() {
            if other == at {
                outcome.beats.push(0.0);
                continue;
            }
            let function = theirs.above(own);
            lines.push((function, members));
            outcome.beats.push(match whole.side(&function) {
                Side::Below => 1.0,
                Side::Above => 0.0,
                Side::Both => whole.split(&function).1.moments().0 / area,
            });
        }
        let cells = Cells::of(&whole, lines, field.alternatives);
        outcome.better.extend(cells.areas.iter().map(|part| part / area));
        let first = cells.areas.first().copied().unwrap_or(0.0);
        let central = (first > 0.0).then(|| {
            let [x, y] = cells.moment.map(|moment| moment / first);
            let mut weights = vec![0.0; region.criteria];
            region.weights(&[x, y], &mut weights);
            weights
        });
        outcome.central.push(central);
    }
    Some(outcome)
}

/// The region in its coordinates; those it lacks run from 0 to 1.
fn polygon(region: &Region) -> Polygon {
    let mut whole = Polygon::square();
    let nonnegative = (0..region.criteria).map(|at| {
        (0..region.criteria).map(|other| if other == at { 1.0 } else { 0.0 }).collect::<Vec<f64>>()
    });
    let rows: Vec<Vec<f64>> = nonnegative.chain(region.rows.iter().cloned()).collect();
    let none = region.function(&vec![0.0; region.criteria]);
    for row in rows {
        let function: Affine = region.function(&row).above(&none);
        if whole.side(&function) == Side::Both {
            whole = whole.split(&function).0;
        }
    }
    whole
}

/// The pieces that lines cut a polygon into, by how many are above 0.
struct Cells {
    /// Area by number of alternatives that are better.
    areas: Vec<f64>,
    /// Area times centre where none is better.
    moment: [f64; 2],
}

impl Cells {
    /// Cuts a polygon by functions, each standing for so many alternatives.
    fn of(whole: &Polygon, lines: Vec<(Affine, usize)>, alternatives: usize) -> Self {
        let mut cells = Self { areas: vec![0.0; alternatives], moment: [0.0; 2] };
        let mut waiting = vec![(whole.clone(), lines, 0_usize)];
        while let Some((piece, lines, mut better)) = waiting.pop() {
            let mut crossing = Vec::with_capacity(lines.len());
            for (function, members) in lines {
                match piece.side(&function) {
                    Side::Above => better += members,
                    Side::Below => {}
                    Side::Both => crossing.push((function, members)),
                }
            }
            if crossing.is_empty() {
                cells.add(&piece, better);
                continue;
            }
            let (function, members) = crossing.swap_remove(crossing.len() / 2);
            let (above, below) = piece.split(&function);
            waiting.push((above, crossing.clone(), better + members));
            waiting.push((below, crossing, better));
        }
        cells
    }

    fn add(&mut self, piece: &Polygon, better: usize) {
        let (area, moment) = piece.moments();
        if let Some(own) = self.areas.get_mut(better) {
            *own += area;
        }
        if better == 0 {
            self.moment[0] += moment[0];
            self.moment[1] += moment[1];
        }
    }
}
