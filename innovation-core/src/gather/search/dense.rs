//! Worth from a full matrix of pairs: one row of sums per unit, written at each move.

#![expect(
    clippy::indexing_slicing,
    reason = "units and groups come from an instance whose matrix is units × units, and the \
              table is made here with a row of `width` ≥ groups for each unit"
)]

use super::values::{LANES, Values, Worth};
use crate::gather::instance::Instance;

/// A matrix of pairs and the table of sums over it.
#[derive(Debug, Clone)]
pub(super) struct Dense<'a> {
    pairs: &'a [i32],
    units: usize,
    width: usize,
    counted: Vec<bool>,
    /// `table[unit * width + group]`.
    table: Vec<Worth>,
}

impl<'a> Dense<'a> {
    /// Sums for an assignment, with the bonus for staying folded in.
    pub(super) fn new(
        pairs: &'a [i32],
        instance: &Instance,
        home: &[u32],
        stay: Option<&[i64]>,
    ) -> Self {
        let (units, groups) = (home.len(), instance.groups.len());
        let width = groups.next_multiple_of(LANES);
        let counted: Vec<bool> = instance.groups.iter().map(|group| group.counted).collect();
        let mut table = vec![0; units * width];
        for (unit, row) in table.chunks_exact_mut(width).enumerate() {
            if let Some(stay) = stay {
                row[..groups].copy_from_slice(&stay[unit * groups..][..groups]);
            }
            for (&pair, &group) in pairs[unit * units..][..units].iter().zip(home) {
                if counted[group as usize] {
                    row[group as usize] += Worth::from(pair);
                }
            }
        }
        Self { pairs, units, width, counted, table }
    }

    fn pairs_of(&self, unit: usize) -> &'a [i32] {
        &self.pairs[unit * self.units..][..self.units]
    }

    /// Puts `comer` in the place of `leaver` in one counted group.
    fn replace(&mut self, group: usize, leaver: usize, comer: usize) {
        let (out, into) = (self.pairs_of(leaver), self.pairs_of(comer));
        for ((row, &out), &into) in self.table.chunks_exact_mut(self.width).zip(out).zip(into) {
            row[group] = row[group].wrapping_add(Worth::from(into.wrapping_sub(out)));
        }
    }

    /// Adds `sign` times the pairs of a unit to one group.
    fn shift(&mut self, unit: usize, group: usize, sign: Worth) -> u64 {
        if !self.counted[group] {
            return 0;
        }
        let pairs = self.pairs_of(unit);
        for (row, &pair) in self.table.chunks_exact_mut(self.width).zip(pairs) {
            row[group] = row[group].wrapping_add(sign.wrapping_mul(Worth::from(pair)));
        }
        self.units as u64
    }
}

impl Values for Dense<'_> {
    #[inline]
    fn row<'b>(&'b self, unit: usize, _: usize, _: &'b mut [Worth]) -> &'b [Worth] {
        &self.table[unit * self.width..][..self.width]
    }

    #[inline]
    fn step(&self, unit: usize, home: usize, to: usize) -> Worth {
        let row = unit.wrapping_mul(self.width);
        self.table[row.wrapping_add(to)].wrapping_sub(self.table[row.wrapping_add(home)])
    }

    #[inline]
    fn pair(&self, one: usize, other: usize) -> Worth {
        Worth::from(self.pairs[one.wrapping_mul(self.units).wrapping_add(other)])
    }

    fn least(&self, unit: usize) -> Worth {
        let (before, after) = self.pairs_of(unit).split_at(unit);
        let others = before.iter().chain(after.iter().skip(1));
        others.copied().min().map_or(0, Worth::from)
    }

    #[inline]
    fn tied(&self, _: usize, _: usize) -> Worth {
        0
    }

    fn relocate(&mut self, unit: usize, from: usize, to: usize) -> u64 {
        self.shift(unit, from, -1) + self.shift(unit, to, 1)
    }

    fn exchange(&mut self, (u, a): (usize, usize), (w, b): (usize, usize)) -> u64 {
        match (self.counted[a], self.counted[b]) {
            (true, true) => {
                let (of_u, of_w) = (self.pairs_of(u), self.pairs_of(w));
                for ((row, &of_u), &of_w) in
                    self.table.chunks_exact_mut(self.width).zip(of_u).zip(of_w)
                {
                    let change = Worth::from(of_w.wrapping_sub(of_u));
                    row[a] = row[a].wrapping_add(change);
                    row[b] = row[b].wrapping_sub(change);
                }
            }
            (true, false) => self.replace(a, u, w),
            (false, true) => self.replace(b, w, u),
            (false, false) => return 0,
        }
        self.units as u64
    }
}
