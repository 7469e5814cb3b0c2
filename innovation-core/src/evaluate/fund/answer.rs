//! What is answered: the projects funded, who paid, what is left and why.

use super::money::Money;
use super::request::{Completion, FundRule, TieBreak, Utility};
use crate::people::Id;
use crate::stat::Stat;
use crate::text::Text;
use serde::Serialize;

/// Which projects are funded, by whom, and what is left.
///
/// Amounts of voters are exact: a decimal where it ends (`"2.5"`), else a fraction (`"7/3"`).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Funding {
    /// The projects funded, in the order in which they were.
    pub funded: Vec<Id>,
    /// What they cost together; absent where a cost is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spent: Option<Money>,
    /// What is left of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Money>,
    /// The rule that was used.
    pub rule: FundRule,
    /// The utility that was used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub utility: Option<Utility>,
    /// How ties were broken.
    pub tie_break: TieBreak,
    /// What each voter had to spend, under equal shares; raised by `addOne`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// What followed where equal shares left money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<Completed>,
    /// For each funded project, in the order of `funded`: who paid for it.
    pub because: Vec<FundBecause>,
    /// Every other project, in the order of the request, and why it is not funded.
    pub not_funded: Vec<NotFunded>,
    /// Where a choice was made among equals.
    pub ties_broken: Vec<TieBroken>,
    /// What each role steered and got, by name; voters without a role come last.
    pub per_role: Vec<RoleShare>,
    /// What each voter got, in the order of the ballots; empty where voters are only counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<VoterShare>,
    /// The full order of the projects under the Schulze rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ranking: Option<SchulzeOrder>,
    /// What was counted.
    pub n: FundCounts,
}

/// What followed where equal shares left money.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Completed {
    /// The completion that was used.
    pub rule: Completion,
    /// By how much the whole budget was raised at each step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Money>,
    /// How many steps the outcome stands above the budget itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    /// Why the raising ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<RaiseEnd>,
}

/// Why the raising of shares ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum RaiseEnd {
    /// No other project fits in what is left.
    NothingFits,
    /// The next step would have cost more than the budget.
    WouldOverspend,
    /// Every project that somebody wants is funded.
    AllFunded,
    /// Every voter could have paid the whole budget alone.
    WholeBudgetEach,
    /// The caller stopped it.
    Stopped,
}

/// Why a project is funded.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FundBecause {
    /// The project.
    pub project: Id,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// The rule that bought it: a completion buys as the greedy rule.
    pub by: FundRule,
    /// How many voters support it: it has a utility above 0 to them.
    pub supporters: u64,
    /// What each supporter paid who had enough; for each point where utility is in points.
    /// Absent where the project was not paid from shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_voter: Option<String>,
    /// Who paid what, the largest amounts first; together exactly the cost.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payers: Vec<Payment>,
}

/// Supporters who paid the same.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Payment {
    /// What each of them paid; absent where many small groups who paid all they had left, each
    /// group another amount, are put together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<String>,
    /// What they paid together.
    pub total: String,
    /// Whether it was all that they had left, and less than the others paid.
    pub spent_all: bool,
    /// How many they are.
    pub count: u64,
    /// Who they are, in the order of the ballots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<Id>,
}

/// Why a project is not funded.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NotFunded {
    /// The project.
    pub project: Id,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// How many voters support it.
    pub supporters: u64,
    /// Why.
    pub reason: NotFundedReason,
    /// Why, in words.
    pub text: Text,
    /// What its supporters have left together, under equal shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available: Option<String>,
    /// How much is missing: from the supporters' money, or from what is left of the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
}

/// Why a project is not funded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum NotFundedReason {
    /// It costs more than the whole budget.
    OverBudget,
    /// It is of use to no voter.
    NoSupport,
    /// Its supporters have too little left.
    SupportersShort,
    /// It costs more than what is left.
    DoesNotFit,
    /// Another project won.
    NotTheWinner,
}

/// A choice among equals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TieBroken {
    /// The one that came first.
    pub chosen: Id,
    /// The equals, the chosen one among them, in the order of the tie-break; at most the first
    /// 20 of them.
    pub between: Vec<Id>,
    /// How many they are.
    pub count: u64,
}

/// What a role steered and got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RoleShare {
    /// The role; null for voters without one.
    pub role: Option<String>,
    /// How many voters it has.
    pub voters: u64,
    /// What they paid from their shares, exactly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<String>,
    /// The share of the money spent that they steered, 0 to 1: what they paid and, of a project
    /// that was not paid from shares, their part of the utility that it brings.
    pub share: Stat,
    /// Mean utility of the funded projects to a voter of the role: money, projects or points.
    pub mean_satisfaction: Stat,
    /// The share of its voters with at least one funded project that they support, 0 to 1.
    pub represented: Stat,
}

/// What a voter got.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct VoterShare {
    /// The voter.
    pub voter: Id,
    /// How many projects are funded that the voter supports.
    pub funded: u32,
    /// Utility of the funded projects to the voter: money, projects or points.
    pub satisfaction: f64,
}

/// The order of the projects by strongest paths (Schulze).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SchulzeOrder {
    /// From the winner down; `tiesBroken` names the equals.
    pub order: Vec<Id>,
    /// Projects that nothing beats; more than one is a tie for the first place.
    pub winners: Vec<Id>,
    /// Row over column, in the order of the request: voters who place the row's project before
    /// the column's.
    pub pairwise: Vec<Vec<u64>>,
    /// Row to column: strength of the strongest path, in winning votes; 0 where there is none.
    pub strengths: Vec<Vec<u64>>,
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FundCounts {
    /// Projects.
    pub projects: u64,
    /// Projects that cost more than the whole budget.
    pub over_budget: u64,
    /// Projects of use to no voter.
    pub unsupported: u64,
    /// Ballots, each of another voter; each has its share of the budget.
    pub voters: u64,
    /// Ballots that name no project, or give no points.
    pub empty: u64,
    /// Ballots to which no project has a utility, the empty ones among them.
    pub without_utility: u64,
    /// Different ballots.
    pub distinct: u64,
}
