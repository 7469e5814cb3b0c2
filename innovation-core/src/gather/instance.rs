//! What the search sees: units, groups, limits and values as whole numbers.
//!
//! People who must sit together are one *unit*. A group that is not `counted` is the outside:
//! people not chosen, or sitting out; there nobody meets, and quotas and bans do not hold.
//! Selecting is two groups with one counted, seating is K counted groups, a round of a
//! rotation is K counted groups and an outside.
//!
//! Invariant: values are integers, so that sums are exact and the same everywhere.

/// A grouping problem in compiled form.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    /// Value of two different units in the same counted group.
    pub pairs: Pairs,
    /// People in each unit, one or more.
    pub mass: Vec<u32>,
    /// The groups.
    pub groups: Vec<Group>,
    /// `allowed[unit * groups + group]`.
    pub allowed: Vec<bool>,
    /// For each unit, in rising order, the units that may not share a counted group with it.
    pub apart: Vec<Vec<u32>>,
    /// Limits on how many people with a property each counted group holds.
    pub quotas: Vec<Quota>,
}

/// A group: how many people it may hold, and whether people meet in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    /// Fewest people.
    pub min: u32,
    /// Most people.
    pub max: u32,
    /// Whether pairs in it count, and quotas and bans hold.
    pub counted: bool,
}

/// A limit that holds in every counted group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quota {
    /// For each unit, how many of its people have the property.
    pub amount: Vec<u32>,
    /// Fewest in each counted group.
    pub min: u32,
    /// Most in each counted group.
    pub max: u32,
}

/// Values of pairs of units.
#[derive(Debug, Clone)]
pub(crate) enum Pairs {
    /// A full symmetric matrix, row by row, zero on the diagonal; entries up to 2²⁴ in
    /// magnitude, so that a sum over any group of 100 fits 31 bits… and any total 63 bits.
    Dense(Vec<i32>),
    /// Every pair has `base`, plus `different[a]` for each attribute in which two units
    /// differ, minus the loss of their tie.
    Sparse(SparsePairs),
}

/// Values that are the same for most pairs: memory grows with people and ties, not pairs.
#[derive(Debug, Clone)]
pub(crate) struct SparsePairs {
    /// Value of a pair without a tie and without a difference.
    pub base: i64,
    /// For each unit its ties: (other unit, how much less the pair is worth), both ways.
    pub ties: Vec<Vec<(u32, i64)>>,
    /// For each attribute: what a difference is worth, and the value of each unit.
    pub attributes: Vec<(i64, Vec<u32>)>,
}
