//! Tables of people without small numbers that can be solved back.
//!
//! `policy` says what is small, `sheet` lays a table with its totals out as one grid, `network`
//! computes what can be learnt of each place, exactly. `cure` hides further counts until nothing
//! small can be solved back and shows again what need not be hidden, `exact` proves the least
//! loss where it can, `earlier` sets the answer against what was published before, `describe`
//! words it; `screen` lends the policy to other rooms.
//!
//! Invariant: counts and policy alone decide what is hidden; nothing in a table switches it off.
//! Invariant: what is hidden is checked by the same attack that the answer reports.

mod cure;
mod describe;
mod document;
mod earlier;
mod exact;
mod network;
mod policy;
mod screen;
mod sheet;

pub use document::{
    CountTable, DiscloseRequest, Disclosure, DisclosureLoss, EarlierRelease, HiddenCell,
    HiddenKind, ReleasedCell, ReleasedTable,
};
pub use policy::{DisclosurePolicy, PolicyChoice};
pub(crate) use screen::Screen;

use crate::error::Result;
use policy::Limit;
use sheet::Sheet;

/// Hides small counts of people, and what would give them away, from a table that is to be
/// published.
///
/// Small counts and small totals are hidden first (`primary`), then as few people and places as
/// possible besides (`complementary`), so that nobody who knows the release and the policy can
/// bound a hidden count within a range narrower than the policy's `interval` (most less least;
/// unless told, as wide as the range of small counts). Totals are computed from true counts,
/// then rounded, each on its own.
///
/// Whoever tries to solve a hidden count back is taken to know: that every line adds up to its
/// total; every shown figure, and the counts that could have been rounded to it; that no shown
/// count but 0 lies below the minimum; that a `primary` count is small and a `complementary` one
/// is not; and that a hidden total may be either. They are taken not to know any person in the
/// table, nor to reason back from which of several possible choices this library made.
///
/// What to lose is measured in people: the sum of the hidden counts, totals included, then the
/// number of places. Zeros are never hidden unless the policy says so, and then all of them.
/// A mean stands where its count does; how many decimals it has is for the host to limit, since
/// a mean with many can tell how many people it is over.
///
/// # Errors
///
/// `protect.invalid-table` where labels, counts and means do not fit each other, a count is
/// negative or above 1,000,000,000, or a side has more than 60 labels; `protect.invalid-policy`
/// where a policy is unknown or contradicts itself; `protect.differencing` where this release
/// together with one in `released` would say more about a hidden count than the policy allows,
/// or how many people, fewer than the minimum, lie between the two.
///
/// # Example
///
/// ```
/// use innovation_core::protect::{DiscloseRequest, disclose};
/// let request: DiscloseRequest = serde_json::from_str(r#"{
///     "table": {"rows": ["ward", "home"], "columns": ["patients", "carers", "nurses"],
///         "counts": [[14, 3, 21], [18, 12, 30]]},
///     "policy": "fr-casd"
/// }"#).unwrap();
/// let answer = disclose(&request)?;
/// assert!(answer.protected && answer.proved);
/// assert_eq!(answer.release.cells[0][1].count, None);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// L. Willenborg, T. de Waal, *Elements of Statistical Disclosure Control*, LNS 155, Springer,
/// 2001; A. Hundepool et al., *Statistical Disclosure Control*, Wiley, 2012; M. Fischetti,
/// J. J. Salazar, *Models and algorithms for optimizing cell suppression in tabular data with
/// linear constraints*, Journal of the American Statistical Association 95(451), 2000.
pub fn disclose(request: &DiscloseRequest) -> Result<Disclosure> {
    let (policy, limit) = request.policy.read("/policy")?;
    sheet::check(&request.table, "/table")?;
    let earlier = earlier::read(&request.released)?;
    let (sheet, proved) = hide(&request.table.counts, limit);
    earlier::check(&sheet, &request.table, &earlier)?;
    Ok(describe::answer(&sheet, &request.table, policy, proved))
}

/// Hides what is small and, where the policy says so, what would give it away.
fn hide(counts: &[Vec<i64>], limit: Limit) -> (Sheet, bool) {
    protect(Sheet::of(counts, limit))
}

/// Completes a sheet in which what is small is hidden; whether no other choice loses less.
fn protect(start: Sheet) -> (Sheet, bool) {
    if !start.limit.secondary {
        return (start, true);
    }
    let mut sheet = start.clone();
    cure::cure(&mut sheet);
    cure::thin(&mut sheet);
    exact::improve(&sheet, start)
}

#[cfg(test)]
mod tests;
