//! Rotations that a group turns: a few base rounds give all others.
//!
//! People stand in rows of as many as the group has elements, some outside the rows. Turning
//! by an element moves everybody along the row and leaves those outside where they are. A
//! base round turned by every element gives as many rounds; it repeats no pair when no two of
//! its pairs are turned into each other. A standing table turned by every element gives one
//! round, when it takes one person from each row.
//!
//! The starters in [`super::table`] were found by simulated annealing over base rounds.
//!
//! # References
//!
//! C. J. Colbourn, J. H. Dinitz (eds), *Handbook of Combinatorial Designs*, 2nd ed., CRC,
//! 2007, parts II.7 and IV.5 (resolvable group divisible designs).

use super::Rotation;
use super::table::STARTERS;

/// Base rounds and standing tables for one shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Starter {
    /// Tables in a round, people at a table.
    shape: [u8; 2],
    /// Orders of the cyclic groups whose product turns the rounds.
    turns: &'static [u8],
    /// Rows of people that are turned; all others are outside the rows.
    rows: u8,
    /// People of the base rounds, table by table: person = row · elements + place in the row,
    /// then those outside.
    bases: &'static [u8],
    /// People of the standing tables.
    standing: &'static [u8],
}

impl Starter {
    /// An entry of the table.
    pub(super) const fn new(
        shape: [u8; 2],
        turns: &'static [u8],
        rows: u8,
        bases: &'static [u8],
        standing: &'static [u8],
    ) -> Self {
        Self { shape, turns, rows, bases, standing }
    }

    /// The starter for `groups` tables of `size`.
    pub(super) fn find(groups: usize, size: usize) -> Option<&'static Self> {
        STARTERS.iter().find(|starter| starter.shape.map(usize::from) == [groups, size])
    }

    /// How many turns there are.
    fn elements(&self) -> usize {
        self.turns.iter().map(|&order| usize::from(order)).product()
    }

    /// How many rounds.
    pub(super) fn rounds(&self) -> usize {
        let [groups, size] = self.shape.map(usize::from);
        self.elements() * (self.bases.len() / (groups * size)) + self.standing.len() / size
    }

    /// The first rounds.
    pub(super) fn rotation(&self, rounds: usize) -> Rotation {
        let [groups, size] = self.shape.map(usize::from);
        let people = groups * size;
        let turned = |table: &[u8], turn: usize| -> Vec<u32> {
            table.iter().map(|&person| self.turn(usize::from(person), turn) as u32).collect()
        };
        let standing = self.standing.chunks_exact(size).map(|table| -> Vec<Vec<u32>> {
            (0..self.elements()).map(|turn| turned(table, turn)).collect()
        });
        let bases = self.bases.chunks_exact(people).flat_map(|base| {
            (0..self.elements())
                .map(move |turn| base.chunks_exact(size).map(|table| turned(table, turn)).collect())
        });
        standing.chain(bases).take(rounds).collect()
    }

    /// Where a turn takes a person.
    fn turn(&self, person: usize, turn: usize) -> usize {
        let elements = self.elements();
        if person >= elements * usize::from(self.rows) {
            return person;
        }
        let (row, mut place, mut by) = (person / elements, person % elements, turn);
        let (mut moved, mut unit) = (0, 1);
        for &order in self.turns {
            let order = usize::from(order);
            moved += unit * ((place + by) % order);
            unit *= order;
            place /= order;
            by /= order;
        }
        row * elements + moved
    }
}
