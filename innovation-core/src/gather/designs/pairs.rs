//! Everybody with everybody, two at a table.
//!
//! # References
//!
//! T. P. Kirkman, *On a problem in combinations*, Cambridge and Dublin Mathematical
//! Journal 2, 1847: one person stays, the others go round a circle.

use super::Rotation;

/// How many rounds: everybody meets everybody else.
pub(super) fn rounds(groups: usize, size: usize) -> usize {
    if size == 2 { 2 * groups - 1 } else { 0 }
}

/// The first rounds for `groups` tables of two.
pub(super) fn rotation(groups: usize, rounds: usize) -> Rotation {
    let circle = 2 * groups - 1;
    let seat = |place: usize| (place % circle) as u32;
    (0..rounds.min(circle))
        .map(|turn| {
            let opposite = |step| vec![seat(turn + step), seat(turn + circle - step)];
            let stays = vec![circle as u32, seat(turn)];
            std::iter::once(stays).chain((1..groups).map(opposite)).collect()
        })
        .collect()
}
