//! The documents of sorting.

use crate::evaluate::rank::{Alternative, Criterion};
use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks into which categories alternatives go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SortRequest {
    /// What is sorted, 1 to 200; a value may be a range.
    pub alternatives: Vec<Alternative>,
    /// By what, 1 to 50; scales are not used.
    pub criteria: Vec<Criterion>,
    /// The categories from the best to the last, 2 to 20.
    pub categories: Vec<Category>,
    /// For each category but the last, in their order, the levels at its foot.
    pub profiles: Vec<CategoryLevels>,
    /// Weights of the criteria, 0 or more, in any unit.
    pub weights: BTreeMap<String, f64>,
    /// The weight that the criteria in favour must have, in the same unit.
    pub majority: f64,
    /// Levels that bar a category: at them or worse there is no entry, whatever the majority.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<CategoryLevels>,
}

/// A category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Category {
    /// Unique among categories.
    pub id: Id,
    /// What it is called; its id where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// Levels that belong to a category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CategoryLevels {
    /// The category.
    pub category: Id,
    /// By criterion: all of them in a profile, those with a veto among vetoes.
    pub values: BTreeMap<String, f64>,
}

/// Which alternatives went where, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Sorting {
    /// Each alternative, in the order of the request.
    pub alternatives: Vec<Assigned>,
    /// How many went to each category, from the best to the last.
    pub counts: Vec<CategoryCount>,
    /// The majority, as in the request.
    pub majority: f64,
    /// All weight there is.
    pub total_weight: f64,
}

/// Where an alternative went.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assigned {
    /// The alternative.
    pub id: Id,
    /// Its category; with ranges, the one it is certain to reach.
    pub category: Id,
    /// The category it could reach with the best of its ranges, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_best: Option<Id>,
    /// The profiles it was held against, from the best category down to its own.
    pub because: Vec<ProfileCheck>,
    /// The same in plain words.
    pub reading: Text,
}

/// An alternative held against a profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ProfileCheck {
    /// The category of the profile.
    pub category: Id,
    /// Criteria on which the alternative is at least as good.
    pub supporters: Vec<Id>,
    /// What they weigh together.
    pub weight: f64,
    /// Whether that is the majority or more.
    pub majority: bool,
    /// Criteria that raise a veto.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vetoes: Vec<Id>,
    /// Whether the category is reached.
    pub reached: bool,
}

/// How many alternatives went to a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CategoryCount {
    /// The category.
    pub category: Id,
    /// How many.
    pub count: u32,
}
