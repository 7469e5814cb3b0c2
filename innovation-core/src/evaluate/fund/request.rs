//! What is asked: projects, ballots, and the rule that turns them into a choice.

use super::money::Money;
use crate::people::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks which projects a budget pays for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FundRequest {
    /// What can be funded: 1 to 10,000 projects (500 under the Schulze rule).
    pub projects: Vec<Project>,
    /// One ballot a voter, all of one kind: 1 to 1,000,000, with at most 10,000,000 marks.
    pub ballots: Vec<Ballot>,
    /// What there is to spend, 0 or more. Only the Schulze rule does without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// How ballots become a choice.
    #[serde(default)]
    pub rule: FundRule,
    /// What a funded project is worth to a voter. Default: `cost` for ballots that approve,
    /// `points` for points, `borda` for orders. The Schulze rule knows none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub utility: Option<Utility>,
    /// What follows where equal shares leave money. Default `addOne` for equal shares; the
    /// other rules need none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<Completion>,
    /// By how much `addOne` raises the whole budget at each step. Default: one unit of currency
    /// a voter or, where more, a ten-thousandth of a voter's share rounded up to whole units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Money>,
    /// Who comes first among equals.
    #[serde(default)]
    pub tie_break: TieBreak,
    /// The most points that one ballot may give away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_per_voter: Option<u32>,
    /// Whether the answer names voters, or only counts them.
    #[serde(default)]
    pub detail: Detail,
}

/// Something that can be funded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Project {
    /// Named in ballots.
    pub id: Id,
    /// What it costs, above 0. Only the Schulze rule does without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
}

/// What one voter wants: exactly one of `approve`, `points` and `order`, which may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ballot {
    /// Who votes, a pseudonymous id.
    pub voter: Id,
    /// In which role; the answer says what each role got. At most 1,000 different ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The projects wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approve: Option<Vec<Id>>,
    /// Points (dots) by project; 0 is as good as absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<BTreeMap<Id, u32>>,
    /// Projects from the most wanted down; those that are not named come after, all equal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<Vec<Id>>,
}

/// How ballots become a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FundRule {
    /// The method of equal shares: every voter has the same share of the budget, and a project
    /// is funded where those who want it can pay for it.
    #[default]
    EqualShares,
    /// The most utility for the money, one project after the other, as long as they fit.
    Greedy,
    /// One winner from orders, by strongest paths.
    Schulze,
}

/// What a funded project is worth to a voter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Utility {
    /// Its cost, to those who approve it.
    Cost,
    /// One, to those who approve it.
    Cardinality,
    /// The points that it was given.
    Points,
    /// How many projects of the same ballot come after it; the last is worth 0.
    Borda,
}

/// What follows where equal shares leave money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Completion {
    /// Nothing: what is left is left.
    None,
    /// The shares are raised step by step and the method run afresh. It ends at the first
    /// outcome that leaves no room for any project, or at the last before one that costs more
    /// than the budget.
    AddOne,
    /// The rest is spent as the greedy rule does.
    Utilitarian,
    /// `addOne`, then `utilitarian`.
    AddOneUtilitarian,
}

/// Who comes first among equals. What is still equal goes by id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TieBreak {
    /// By id, in the order of Unicode code points.
    #[default]
    Lexicographic,
    /// The cheapest.
    Cheapest,
    /// The one with the most supporters.
    MostSupported,
    /// The one named first in the request.
    Given,
}

/// Whether an answer names voters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Detail {
    /// Every voter is named with what they paid and got.
    #[default]
    Voters,
    /// Voters are only counted: for an answer that is made public.
    Counts,
}
