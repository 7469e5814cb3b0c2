//! Which projects a budget pays for, decided by those it is for.
//!
//! [`fund()`] turns ballots into a choice. [`ballots`] and [`vote`] check the request and put equal
//! ballots together, [`shares`] runs the method of equal shares over the exact money of [`ledger`],
//! [`greedy`] is the baseline, [`complete`] spends what is left, [`schulze`] ranks orders, and
//! [`describe`] says who paid for what and why the rest is not funded.
//!
//! Invariant: money is exact from the request to the answer; a double decides nothing.
//! Invariant: the order of ballots leaves no trace but in lists that repeat it.
//! Invariant: every tie is broken by the rule that the request names, and reported.

mod answer;
mod ballots;
mod complete;
mod describe;
mod greedy;
#[cfg(test)]
mod laws;
mod ledger;
mod money;
#[cfg(test)]
mod oracle;
mod request;
mod schulze;
mod shares;
mod vote;

pub use answer::{
    Completed, FundBecause, FundCounts, Funding, NotFunded, NotFundedReason, Payment, RaiseEnd,
    RoleShare, SchulzeOrder, TieBroken, VoterShare,
};
pub use money::Money;
pub use request::{Ballot, Completion, Detail, FundRequest, FundRule, Project, TieBreak, Utility};

use crate::error::Result;
use crate::watch::{Unwatched, Watch};
use vote::{Vote, Work};

/// Chooses the projects that a budget pays for, and says who paid for what.
///
/// Under the method of equal shares every voter has the same share of the budget, and their
/// ballot spends it for them: a project is funded where those who support it can pay for it,
/// the one with the most utility for their money first. So a group of a tenth of the voters
/// steers a tenth of the money, which a plain count of votes would not give them. Where the
/// method leaves money, the completion that the answer names spends it: `addOne` raises all
/// shares step by step, `utilitarian` buys what most want for its cost.
///
/// The greedy rule is that plain count: utility over cost, highest first, whatever fits. The
/// Schulze rule ranks projects by orders and funds the first that the budget pays for.
///
/// Money is exact: decimals in, decimals or fractions out.
///
/// # Errors
///
/// `evaluate.invalid-project` where there is no project, or an id stands twice, or a cost is
/// absent or not above 0. `evaluate.unknown-project` where a ballot names one that is not there.
/// `evaluate.invalid-ballot` where there is no ballot, a voter votes twice, a ballot names a
/// project twice, gives too many points or is of another kind than the first, or where the
/// utility or the rule does not go with the ballots. `contract.missing-field` without a budget;
/// `contract.invalid-value` for a budget below 0 or a completion or step that does not go with
/// the rule. `contract.too-large` above the limits of [`FundRequest`], where raising the shares
/// takes too many steps, or where exact shares take more than 4096 binary digits.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{FundRequest, fund};
/// let request: FundRequest = serde_json::from_str(
///     r#"{
///     "projects": [
///         {"id": "garden", "cost": "60.50"},
///         {"id": "night-desk", "cost": 60},
///         {"id": "quiet-room", "cost": 30}
///     ],
///     "ballots": [
///         {"voter": "a", "role": "nurse", "approve": ["garden", "night-desk"]},
///         {"voter": "b", "role": "nurse", "approve": ["garden", "night-desk"]},
///         {"voter": "c", "role": "patient", "approve": ["quiet-room"]}
///     ],
///     "budget": "100",
///     "completion": "none"
/// }"#,
/// )?;
/// let funding = fund(&request)?;
/// let funded: Vec<&str> = funding.funded.iter().map(|id| id.as_str()).collect();
/// assert_eq!(funded, ["garden", "quiet-room"]);
/// assert_eq!(funding.because[0].per_voter.as_deref(), Some("30.25"));
/// assert_eq!(funding.share.as_deref(), Some("100/3"));
/// assert_eq!(funding.left.unwrap().to_string(), "9.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # References
///
/// D. Peters, P. Skowron, *Proportionality and the limits of welfarism*, EC 2020. D. Peters,
/// G. Pierczyński, P. Skowron, *Proportional participatory budgeting with additive utilities*,
/// NeurIPS 2021. M. Schulze, *A new monotonic, clone-independent, reversal symmetric, and
/// Condorcet-consistent single-winner election method*, Social Choice and Welfare 36, 2011.
pub fn fund(request: &FundRequest) -> Result<Funding> {
    fund_watched(request, &mut Unwatched)
}

/// [`fund`] under a watch that sees each step of `addOne` and may stop it; the answer is then
/// that of the last step, and says so.
///
/// # Errors
///
/// As [`fund`].
pub fn fund_watched(request: &FundRequest, watch: &mut dyn Watch) -> Result<Funding> {
    let vote = Vote::read(request)?;
    let choice = complete::choose(&vote, &mut Work::new(), watch)?;
    Ok(describe::describe(&vote, choice))
}
