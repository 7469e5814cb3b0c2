//! Perfect rotations: rounds in which no two people meet twice.
//!
//! For full tables of one size, the theory of combinatorial designs knows rotations that
//! search finds late or never. Four constructions stand here: everybody with everybody for
//! tables of two ([`pairs`]), lines of a geometry or of a grid ([`lines`]), and base rounds
//! that are turned by a group ([`starters`]). [`perfect`] takes the one with most rounds.
//!
//! Invariant: in every rotation given, each round seats everybody once and each pair meets
//! at most once.

mod field;
mod lines;
mod pairs;
mod starters;
mod table;

use lines::{Affine, Grid};
use starters::Starter;

/// Rounds of tables of people, numbered from 0.
pub(crate) type Rotation = Vec<Vec<Vec<u32>>>;

/// The most people for whom a construction is tried: beyond, tables of arithmetic grow large.
const MOST_PEOPLE: u32 = 2048;

/// `rounds` rounds of `groups` tables of `size` in which no two people meet twice, where a
/// construction reaches as many.
pub(crate) fn perfect(groups: u32, size: u32, rounds: u32) -> Option<Rotation> {
    let fits = groups.checked_mul(size).is_some_and(|people| (1..=MOST_PEOPLE).contains(&people));
    if !fits || rounds > upper_bound(groups, size) {
        return None;
    }
    if size == 1 {
        return Some(vec![(0..groups).map(|person| vec![person]).collect(); rounds as usize]);
    }
    rotation(groups as usize, size as usize, rounds as usize)
        .filter(|rotation| rotation.len() == rounds as usize)
}

/// How many rounds [`perfect`] reaches.
pub(crate) fn most_rounds(groups: u32, size: u32) -> u32 {
    let fits = groups.checked_mul(size).is_some_and(|people| (1..=MOST_PEOPLE).contains(&people));
    if !fits {
        return 0;
    }
    if size == 1 {
        return u32::MAX;
    }
    (best(groups as usize, size as usize) as u32).min(upper_bound(groups, size))
}

/// A limit on rounds without a repeat: everybody meets `size` − 1 new people each time, and
/// those of one table must part, which needs as many tables as seats.
pub(crate) fn upper_bound(groups: u32, size: u32) -> u32 {
    match size {
        0 | 1 => u32::MAX,
        _ if size > groups => 1,
        _ => (groups * size - 1) / (size - 1),
    }
}

/// Rounds of the best construction.
fn best(groups: usize, size: usize) -> usize {
    [
        1,
        pairs::rounds(groups, size),
        Affine::new(groups, size).map_or(0, Affine::rounds),
        Starter::find(groups, size).map_or(0, Starter::rounds),
        Grid::new(groups, size).map_or(0, |grid| grid.rounds()),
    ]
    .into_iter()
    .max()
    .unwrap_or(1)
}

/// Up to `rounds` rounds of the first construction that has as many.
fn rotation(groups: usize, size: usize, rounds: usize) -> Option<Rotation> {
    if rounds <= pairs::rounds(groups, size) {
        return Some(pairs::rotation(groups, rounds));
    }
    if let Some(affine) = Affine::new(groups, size).filter(|a| rounds <= a.rounds()) {
        return affine.rotation(rounds);
    }
    if let Some(grid) = Grid::new(groups, size).filter(|g| rounds <= g.rounds()) {
        return grid.rotation(rounds);
    }
    if let Some(starter) = Starter::find(groups, size).filter(|s| rounds <= s.rounds()) {
        return Some(starter.rotation(rounds));
    }
    let people = |table: usize| (table * size..(table + 1) * size).map(|x| x as u32).collect();
    (rounds <= 1).then(|| (0..rounds).map(|_| (0..groups).map(people).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether each round seats all once and each pair meets at most once.
    fn is_perfect(rotation: &Rotation, groups: u32, size: u32) -> bool {
        let people = (groups * size) as usize;
        let mut met = vec![false; people * people];
        rotation.iter().all(|round| {
            let mut all: Vec<u32> = round.concat();
            all.sort_unstable();
            let seated = all.into_iter().eq(0..groups * size);
            let apart = round.iter().all(|table| {
                table.len() == size as usize
                    && table.iter().enumerate().all(|(i, &a)| {
                        table[..i].iter().all(|&b| {
                            let pair = a.min(b) as usize * people + a.max(b) as usize;
                            !std::mem::replace(&mut met[pair], true)
                        })
                    })
            });
            round.len() == groups as usize && seated && apart
        })
    }

    #[test]
    fn no_two_people_meet_twice() {
        for groups in 1..=17 {
            for size in 1..=11 {
                let rounds = most_rounds(groups, size);
                let rotation =
                    perfect(groups, size, rounds.min(40)).expect("as many rounds as it claims");
                assert!(is_perfect(&rotation, groups, size), "{groups} tables of {size}");
            }
        }
    }

    #[test]
    fn more_rounds_than_the_constructions_reach_are_refused() {
        for groups in 1..=12 {
            for size in 2..=8 {
                assert!(perfect(groups, size, most_rounds(groups, size) + 1).is_none());
            }
        }
    }

    #[test]
    fn known_shapes_reach_their_known_rounds() {
        for (groups, size, rounds) in [
            (5, 3, 7),
            (7, 3, 10),
            (9, 3, 13),
            (6, 4, 7),
            (7, 4, 9),
            (8, 4, 9),
            (4, 4, 5),
            (5, 5, 6),
            (7, 7, 8),
            (8, 8, 9),
            (9, 9, 10),
            (16, 4, 21),
            (10, 5, 6),
            (6, 6, 3),
            (25, 5, 31),
        ] {
            assert!(
                most_rounds(groups, size) >= rounds,
                "{groups}-{size}: {}",
                most_rounds(groups, size)
            );
        }
    }
}
