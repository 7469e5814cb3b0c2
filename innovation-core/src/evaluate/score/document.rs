//! The request and what comes back for one assessment.

use super::change::ScoreChange;
use super::pool::ScorePool;
use super::veil::ScoreDisclosure;
use crate::evaluate::rubric::{Assessment, Range, RubricChoice, Scoring, Wording};
use crate::people::Id;
use crate::protect::PolicyChoice;
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for scores.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScoreRequest {
    /// The rubric, or the id of a built-in one.
    pub rubric: RubricChoice,
    /// Words to put in place of the rubric's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// The assessments.
    pub assessments: Vec<Assessment>,
    /// Pools to make beside that of each subject.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<PoolBy>,
    /// Times at which the subject was assessed; where absent, each day is an occasion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub occasions: Vec<Occasion>,
    /// A policy of disclosure: results of few people are hidden, and what would give them away;
    /// no single assessment is listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disclose: Option<PolicyChoice>,
}

/// What else to pool by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PoolBy {
    /// The assessor's role.
    Role,
    /// The occasion.
    Occasion,
}

/// A span of days that counts as one occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Occasion {
    /// Its name: baseline, six months.
    pub id: Id,
    /// First day, `2026-11-23`.
    pub from: String,
    /// Last day, included.
    pub to: String,
}

/// Scores, with what they rest on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Scores {
    /// The rubric's id.
    pub rubric: Id,
    /// The rubric's version.
    pub version: String,
    /// What it is called.
    pub title: Text,
    /// What it follows.
    pub citation: String,
    /// Licence of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether its words were validated.
    pub validated: bool,
    /// What a reader of a score must know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// How answers become a score.
    pub scoring: Scoring,
    /// One for each assessment, in the order of the request; none under a policy of disclosure.
    pub scores: Vec<AssessmentScore>,
    /// Pools: of each subject, then by role and by occasion where asked.
    pub pooled: Vec<ScorePool>,
    /// From each occasion to the next, and from the first to the last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ScoreChange>,
    /// What was hidden, and why; only under a policy of disclosure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<ScoreDisclosure>,
}

/// The score of one assessment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AssessmentScore {
    /// What was assessed.
    pub subject: Id,
    /// Who assessed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Id>,
    /// In which role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The total, where the kind has one.
    pub total: Stat,
    /// The least and the most that the answered items allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// The band of the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Id>,
    /// Answered, not applicable and missing items.
    pub counts: AnswerCounts,
    /// Groups, in the order of the rubric.
    pub groups: Vec<GroupScore>,
    /// Items, in the order of the rubric.
    pub items: Vec<ItemScore>,
    /// The rung reached; ladders only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<LadderScore>,
    /// Means by value of each dimension; matrices only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marginals: Vec<Marginal>,
}

/// How many items have an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnswerCounts {
    /// Answered.
    pub answered: u32,
    /// Said not to apply.
    pub not_applicable: u32,
    /// Not answered.
    pub missing: u32,
}

/// The score of a group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupScore {
    /// The group.
    pub group: Id,
    /// Its sum or mean, where the kind has one.
    pub score: Stat,
    /// The least and the most that its answered items allow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// Answered, not applicable and missing items.
    pub counts: AnswerCounts,
    /// How many items are at each level, levels in order; profiles and valences only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelCount>,
    /// The highest level that any item has; profiles only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub highest: Option<Id>,
}

/// How many answers are at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LevelCount {
    /// The level.
    pub level: Id,
    /// How many.
    pub count: u32,
}

/// Whether an item has an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AnswerState {
    /// Answered.
    Answered,
    /// Said not to apply.
    NotApplicable,
    /// Not answered.
    Missing,
}

/// What an item brings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemScore {
    /// The item.
    pub item: Id,
    /// Whether it has an answer.
    pub state: AnswerState,
    /// Levels chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Id>,
    /// Points, reversed and rescaled where the rubric says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Its part of the total; the parts add up to the total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
    /// What the total would gain were the item at its best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_gain: Option<f64>,
    /// Counts and their ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioScore>,
}

/// A ratio and how sure it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RatioScore {
    /// What was counted.
    pub numerator: f64,
    /// Among how many.
    pub denominator: f64,
    /// Numerator over denominator.
    pub ratio: Stat,
    /// Wilson's 95 % interval; proportions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<[f64; 2]>,
    /// The ratio over that of the reference population: 1 is a fair share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub representativeness: Option<Stat>,
}

/// The rung reached, and what the next one asks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LadderScore {
    /// The highest rung up to which every condition is met; none below the first.
    pub reached: Option<Id>,
    /// The next rung, none at the top.
    pub next: Option<Id>,
    /// Its conditions that are not met.
    pub unmet: Vec<Id>,
    /// Its conditions said to be met without the evidence they ask for.
    pub unproved: Vec<Id>,
    /// Conditions met above the next rung; they do not count yet.
    pub ahead: Vec<Id>,
}

/// The mean of a matrix over the cells of one value of a dimension.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Marginal {
    /// The dimension.
    pub dimension: Id,
    /// Its value.
    pub value: Id,
    /// The mean of its cells.
    pub score: Stat,
    /// Answered, not applicable and missing cells.
    pub counts: AnswerCounts,
}

/// Levels chosen and how often, kept in the order of the levels.
pub(super) fn level_counts(order: &[Id], counts: &BTreeMap<Id, u32>) -> Vec<LevelCount> {
    let count = |level: &Id| LevelCount {
        level: level.clone(),
        count: counts.get(level).copied().unwrap_or(0),
    };
    order.iter().map(count).collect()
}
