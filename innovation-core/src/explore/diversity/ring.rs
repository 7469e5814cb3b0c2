//! The values around a ring.

use crate::random::Stream;

/// Draws a ring: values at places `smoothness` apart on average, straight slopes between them.
/// A value is a whole number of 2⁻³² of the range.
pub(super) fn draw(places: u32, smoothness: u32, stream: &mut Stream, ring: &mut Vec<u32>) {
    ring.clear();
    let first = stream.bits();
    let mut from = first;
    let mut at = 0;
    while at < places {
        // Gaps from 1 to 2s − 1 are s long on average; the last ends where the ring does.
        let gap = (1 + stream.below(2 * smoothness - 1)).min(places - at);
        let to = if at + gap == places { first } else { stream.bits() };
        ring.extend((0..gap).map(|step| between(from, to, step, gap)));
        (from, at) = (to, at + gap);
    }
}

/// The value after some steps of a slope.
fn between(from: u32, to: u32, step: u32, gap: u32) -> u32 {
    let (step, gap) = (u64::from(step), u64::from(gap.max(1)));
    ((u64::from(from) * (gap - step) + u64::from(to) * step) / gap) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::landscape::Subject;

    fn drawn(places: u32, smoothness: u32) -> Vec<u32> {
        let mut ring = Vec::new();
        draw(places, smoothness, &mut Subject::Ring.stream(1, 0), &mut ring);
        ring
    }

    #[test]
    fn a_ring_has_its_places_and_a_slope_its_ends() {
        for smoothness in [1, 2, 7, 1000] {
            assert_eq!(drawn(500, smoothness).len(), 500);
        }
        let slope: Vec<u32> = (0..5).map(|step| between(10, 30, step, 4)).collect();
        assert_eq!(slope, [10, 15, 20, 25, 30]);
    }

    /// Turns from rising to falling: two in three places where all is drawn, fewer where not.
    #[test]
    fn smoothness_leaves_fewer_peaks() {
        let peaks = |smoothness| {
            let ring = drawn(10_000, smoothness);
            ring.windows(3).filter(|of| of[0] < of[1] && of[1] > of[2]).count()
        };
        assert!(peaks(1).abs_diff(3333) < 150, "{}", peaks(1));
        assert!(peaks(5) < 1000);
    }
}
