//! What a unit is worth in each group, kept up to date move by move.
//!
//! With `worth(v, g)`, the value of `v` with everyone else in group `g`, at hand, a move is
//! judged in a few looks however large the groups are: a unit that goes from `a` to `b`
//! gains `worth(v, b) - worth(v, a)`, and two that change places gain both differences less
//! their own pair, once for each of the two groups that is counted.
//!
//! [`super::dense`] keeps a table for a full matrix of pairs, [`super::sparse`] counts for
//! values that are the same for most pairs.
//!
//! Invariant: a group that is not counted is worth nothing but the bonus for staying there.

/// A value, or the gain of a move.
pub(super) type Worth = i64;

/// The values of an instance under an assignment.
pub(super) trait Values {
    /// What `unit`, now at `home`, is worth in each group; padded with zeros to a multiple
    /// of [`LANES`]. Written to `space` where it is not stored.
    fn row<'a>(&'a self, unit: usize, home: usize, space: &'a mut [Worth]) -> &'a [Worth];

    /// What `unit` is worth at `to` less what it is worth at `home`, where it is.
    fn step(&self, unit: usize, home: usize, to: usize) -> Worth;

    /// The value of a pair.
    fn pair(&self, one: usize, other: usize) -> Worth;

    /// A value that no pair of `unit` goes below, ties apart.
    fn least(&self, unit: usize) -> Worth;

    /// How much further below its ties may take the pairs of `unit` in a group;
    /// nothing for the padding.
    fn tied(&self, unit: usize, group: usize) -> Worth;

    /// Follows `unit` from one group to another; tells how many cells were written.
    fn relocate(&mut self, unit: usize, from: usize, to: usize) -> u64;

    /// Follows two units that change places; tells how many cells were written.
    fn exchange(&mut self, one: (usize, usize), other: (usize, usize)) -> u64 {
        let ((u, a), (w, b)) = (one, other);
        self.relocate(u, a, b) + self.relocate(w, b, a)
    }
}

/// Rows are padded to a multiple of this, so that sums over groups need no remainder.
pub(super) const LANES: usize = 4;
