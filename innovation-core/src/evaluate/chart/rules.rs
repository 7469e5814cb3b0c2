//! The sets of rules, as data: named, versioned, cited.
//!
//! Tools that name the same set differ in what they flag (seven points or eight, ties that
//! end a trend or not), so that each set here says all its numbers.

use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde::{Deserialize, Serialize};

const SETS: &str = include_str!("rules.json");

/// The name of a set of rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ChartRules {
    /// Anhøj and Olesen 2014: unusually long runs and unusually few crossings, with critical
    /// values that follow the number of points.
    #[default]
    #[serde(rename = "anhoej-2014")]
    Anhoej2014,
    /// NHS Making Data Count as computed since 2021: shift 7, trend 7, two of three between
    /// two and three sigma with all three on one side, outside the limits.
    #[serde(rename = "nhs-mdc-2021")]
    NhsMdc2021,
    /// The same as announced in 2023: points outside the limits count in two of three.
    #[serde(rename = "nhs-mdc-2023")]
    NhsMdc2023,
    /// Western Electric 1956: four zone rules.
    #[serde(rename = "western-electric")]
    WesternElectric,
    /// Nelson 1984: eight tests.
    #[serde(rename = "nelson")]
    Nelson,
}

/// A set of rules.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RuleSet {
    pub(super) id: ChartRules,
    pub(super) title: Text,
    pub(super) citation: String,
    /// How far a limit lies from the centre, in mean moving ranges.
    pub(super) range_factor: RangeFactor,
    pub(super) rules: Vec<Rule>,
}

/// `limit / per` mean moving ranges make three sigma: 3 / 1.128, or the rounded 2.66 that the
/// NHS publishes.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RangeFactor {
    pub(super) limit: f64,
    pub(super) per: f64,
}

/// A rule.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) test: Test,
    pub(super) text: Text,
}

/// What a rule looks for.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum Test {
    /// A point outside the limits.
    BeyondLimits,
    /// So many points in a row on one side of the centre line.
    Shift { points: usize },
    /// So many points in a row that rise, or that fall.
    Trend { points: usize },
    /// So many of so many points in a row on one side and farther than `beyond` sigma, but
    /// not farther than `within` where that is given; the others on that side as well where
    /// `all_on_one_side` says so.
    Zone {
        points: usize,
        of: usize,
        beyond: f64,
        #[serde(default)]
        within: Option<f64>,
        #[serde(default)]
        all_on_one_side: bool,
    },
    /// So many points in a row that rise and fall in turn.
    Alternating { points: usize },
    /// So many points in a row nearer than so many sigma.
    Hugging { points: usize, within: f64 },
    /// So many points in a row farther than so many sigma, on both sides.
    Avoiding { points: usize, beyond: f64 },
    /// A run longer than chance readily gives.
    LongestRun,
    /// Fewer crossings than chance readily gives.
    Crossings,
}

impl RuleSet {
    /// The set of this name with all of its rules, or only some.
    pub(super) fn read(id: ChartRules, only: &[String]) -> Result<Self> {
        let mut set = all()?.into_iter().find(|set| set.id == id).ok_or_else(|| {
            Error::new(Code::ContractInternal, "a set of rules has a name and no content")
        })?;
        for (at, wanted) in only.iter().enumerate() {
            if !set.rules.iter().any(|rule| rule.id == *wanted) {
                let known: Vec<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
                return Err(Error::new(
                    Code::ContractInvalidValue,
                    format!("the set has no rule {wanted:?}"),
                )
                .at(format!("/only/{at}"))
                .hint(format!("its rules are {}", known.join(", "))));
            }
        }
        if !only.is_empty() {
            set.rules.retain(|rule| only.contains(&rule.id));
        }
        Ok(set)
    }
}

/// Every set.
pub(super) fn all() -> Result<Vec<RuleSet>> {
    serde_json::from_str(SETS)
        .map_err(|error| Error::new(Code::ContractInternal, format!("the rules: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_set_is_whole() {
        let sets = all().unwrap();
        assert_eq!(sets.len(), 5);
        for set in &sets {
            assert!(set.title.languages().eq(["en", "fr"]));
            assert!(set.citation.len() > 40);
            let ids: BTreeSet<&str> = set.rules.iter().map(|rule| rule.id.as_str()).collect();
            assert_eq!(ids.len(), set.rules.len());
            for rule in &set.rules {
                assert!(rule.text.languages().eq(["en", "fr"]), "{}", rule.id);
            }
            assert_eq!(RuleSet::read(set.id, &[]).unwrap(), *set);
        }
    }

    #[test]
    fn a_rule_that_is_not_there_cannot_be_chosen() {
        let error = RuleSet::read(ChartRules::Nelson, &["nelson-1".into(), "nelson-9".into()]);
        let error = error.unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::ContractInvalidValue, "/only/1"));
        let set = RuleSet::read(ChartRules::Nelson, &["nelson-5".into()]).unwrap();
        assert_eq!(set.rules.len(), 1);
    }
}
