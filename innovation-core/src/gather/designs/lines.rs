//! Rotations from lines: tables are the lines of a geometry, rounds its parallel classes.
//!
//! [`Affine`] takes all lines of a space over a field; every pair meets exactly once.
//! [`Grid`] places people at (row, column), one row for each seat of a table, and makes a
//! round of the lines of one slope; people of one row never meet on such lines and may meet
//! in further rounds among themselves.
//!
//! # References
//!
//! C. J. Colbourn, J. H. Dinitz (eds), *Handbook of Combinatorial Designs*, 2nd ed., CRC,
//! 2007, parts II.7 (resolvable designs) and III.3 (orthogonal arrays).

use super::field::{Field, Ring, prime_powers};
use super::{Rotation, best};

/// The space of a given dimension over a field: tables of as many as the field has elements.
#[derive(Debug, Clone, Copy)]
pub(super) struct Affine {
    prime: usize,
    degree: u32,
    dimension: u32,
}

impl Affine {
    /// The space whose lines are `groups` tables of `size`, where there is one.
    pub(super) fn new(groups: usize, size: usize) -> Option<Self> {
        let [(prime, degree)] = prime_powers(size)[..] else { return None };
        let mut dimension = 1;
        let mut lines = 1;
        while lines < groups {
            lines *= size;
            dimension += 1;
        }
        (lines == groups).then_some(Self { prime, degree, dimension })
    }

    /// One round for each direction.
    pub(super) fn rounds(self) -> usize {
        let size = self.prime.pow(self.degree);
        (size.pow(self.dimension) - 1) / (size - 1)
    }

    /// The first rounds.
    pub(super) fn rotation(self, rounds: usize) -> Option<Rotation> {
        let field = Field::new(self.prime, self.degree)?;
        let (size, dimension) = (field.size(), self.dimension);
        let people = size.pow(dimension);
        let digit = |point: usize, place: u32| point / size.pow(place) % size;
        // A direction is a vector whose first digit other than zero is one.
        let directions = (1..people).filter(|&vector| {
            (0..dimension).map(|place| digit(vector, place)).find(|&digit| digit > 0) == Some(1)
        });
        let line = |start: usize, direction: usize| -> Vec<u32> {
            (0..size)
                .map(|step| {
                    (0..dimension)
                        .map(|place| {
                            let along = field.product(step, digit(direction, place));
                            field.sum(digit(start, place), along) * size.pow(place)
                        })
                        .sum::<usize>() as u32
                })
                .collect()
        };
        let round = |direction: usize| -> Vec<Vec<u32>> {
            let mut placed = vec![false; people];
            let mut tables = Vec::new();
            for start in 0..people {
                if placed.get(start).copied().unwrap_or(true) {
                    continue;
                }
                let table = line(start, direction);
                for &person in &table {
                    if let Some(seen) = placed.get_mut(person as usize) {
                        *seen = true;
                    }
                }
                tables.push(table);
            }
            tables
        };
        Some(directions.take(rounds).map(round).collect())
    }
}

/// Rows of `groups` people, as many rows as a table has seats.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    ring: Ring,
    groups: usize,
    size: usize,
    slopes: Vec<usize>,
    within: usize,
}

impl Grid {
    /// The grid for `groups` tables of `size`.
    ///
    /// Two lines of different slopes share at most one person when no product of a
    /// difference of slopes and a difference of rows is zero; slopes are taken greedily.
    pub(super) fn new(groups: usize, size: usize) -> Option<Self> {
        if size < 2 || size > groups {
            return None;
        }
        let ring = Ring::new(groups)?;
        let mut slopes: Vec<usize> = Vec::new();
        for slope in 0..groups {
            let fits = slopes.iter().all(|&other| {
                (1..size).all(|a| (0..a).all(|b| !ring.lines_meet_twice([a, b], [slope, other])))
            });
            if fits {
                slopes.push(slope);
            }
        }
        let within = if groups.is_multiple_of(size) { best(groups / size, size) } else { 0 };
        Some(Self { ring, groups, size, slopes, within })
    }

    /// One round for each slope, and those within rows.
    pub(super) fn rounds(&self) -> usize {
        self.slopes.len() + self.within
    }

    /// The first rounds.
    pub(super) fn rotation(&self, rounds: usize) -> Option<Rotation> {
        let person = |row: usize, column: usize| (row * self.groups + column) as u32;
        let mut rotation: Rotation = self
            .slopes
            .iter()
            .take(rounds)
            .map(|&slope| {
                let line = |start| {
                    (0..self.size).map(move |row| person(row, self.ring.line(slope, row, start)))
                };
                (0..self.groups).map(|start| line(start).collect()).collect()
            })
            .collect();
        let rest = rounds.saturating_sub(rotation.len()).min(self.within);
        if rest > 0 {
            let inner = super::rotation(self.groups / self.size, self.size, rest)?;
            rotation.extend(inner.into_iter().map(|round| {
                (0..self.size)
                    .flat_map(|row| {
                        let shift = person(row, 0);
                        round.iter().map(move |table| table.iter().map(|&x| x + shift).collect())
                    })
                    .collect()
            }));
        }
        Some(rotation)
    }
}
