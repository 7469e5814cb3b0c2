//! What an organisation of subgroups is made of.

use super::play::Subgroups;
use crate::error::{Code, Error, Result};
use crate::explore::bounds::{Bounds, check_work};
use serde::{Deserialize, Serialize};

pub(super) const PEOPLE: Bounds = Bounds::new("people", 2.0, 10_000.0);
pub(super) const SUBGROUP_SIZE: Bounds = Bounds::new("subgroupSize", 2.0, 100.0);
pub(super) const DIMENSIONS: Bounds = Bounds::new("dimensions", 1.0, 1_000.0);
pub(super) const COMPLEXITY: Bounds = Bounds::new("complexity", 1.0, 64.0);
pub(super) const REWIRING: Bounds = Bounds::chance("rewiring");
pub(super) const LEARNING: Bounds = Bounds::chance("learning");
pub(super) const PERIODS: Bounds = Bounds::new("periods", 1.0, MOST_PERIODS as f64);
pub(super) const COURSE: Bounds = Bounds::new("course", 0.0, 1_000.0);

/// The most periods that are played.
pub(super) const MOST_PERIODS: u32 = 10_000;

/// Semi-isolated subgroups: parameters after Fang, Lee & Schilling (2010).
///
/// Open in the text we hold, and settled here: a tie is one-way, from a person to one they
/// look at, and a rewired tie goes to somebody outside the subgroup who is not looked at
/// yet; only those with a strictly higher payoff are followed; a dimension without a belief
/// is no vote, and a draw changes nothing; periods end at rest or at a limit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SubgroupsParameters {
    /// How many people, from 2 to 10,000, in whole subgroups; 280 unless told.
    pub people: u32,
    /// How many people a subgroup has, from 2 to 100; 7 unless told.
    pub subgroup_size: u32,
    /// How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told.
    pub dimensions: u32,
    /// How many dimensions must be right together to be worth anything, from 1 (each counts
    /// alone) to 64; 5 unless told.
    pub complexity: u32,
    /// The chance that a tie is turned to somebody outside the subgroup, from 0 (isolated) to
    /// 1 (random); 0.1 unless told.
    pub rewiring: f64,
    /// The chance in a period that a person takes over the majority's belief on a dimension,
    /// from 0 to 1; 0.3 unless told.
    pub learning: f64,
    /// The most periods that are played, from 1 to 10,000; 400 unless told. At rest, when
    /// nobody can learn any more, the end is reached before.
    pub periods: u32,
    /// How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
    /// last value holds.
    pub course: u32,
}

impl Default for SubgroupsParameters {
    fn default() -> Self {
        Self {
            people: 280,
            subgroup_size: 7,
            dimensions: 100,
            complexity: 5,
            rewiring: 0.1,
            learning: 0.3,
            periods: 400,
            course: 100,
        }
    }
}

impl SubgroupsParameters {
    /// The model, or what is out of range; `at` is the place of the parameters.
    pub(crate) fn check(&self, at: &str) -> Result<Subgroups> {
        PEOPLE.check(self.people, at)?;
        SUBGROUP_SIZE.check(self.subgroup_size, at)?;
        DIMENSIONS.check(self.dimensions, at)?;
        COMPLEXITY.check(self.complexity, at)?;
        REWIRING.check(self.rewiring, at)?;
        LEARNING.check(self.learning, at)?;
        PERIODS.check(self.periods, at)?;
        COURSE.check(self.course, at)?;
        whole(self.people, self.subgroup_size, "people", "subgroups", at)?;
        whole(self.dimensions, self.complexity, "dimensions", "blocks", at)?;
        let words = self.dimensions.div_ceil(64 / self.complexity * self.complexity);
        check_work(&[self.people, self.subgroup_size, words, self.periods], at)?;
        Ok(Subgroups::new(self))
    }
}

/// Refuses a number that does not split into whole parts.
fn whole(number: u32, part: u32, name: &str, parts: &str, at: &str) -> Result<()> {
    if number.is_multiple_of(part) {
        return Ok(());
    }
    let fact = format!("{number} {name} do not split into {parts} of {part}");
    Err(Error::new(Code::ExploreInvalidParameter, fact).at(format!("{at}/{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_parameter_out_of_range_is_named() {
        for (parameters, at) in [
            (json!({"people": 1}), "/parameters/people"),
            (json!({"people": 281}), "/parameters/people"),
            (json!({"subgroupSize": 101}), "/parameters/subgroupSize"),
            (json!({"dimensions": 1001}), "/parameters/dimensions"),
            (json!({"dimensions": 99}), "/parameters/dimensions"),
            (json!({"complexity": 0}), "/parameters/complexity"),
            (json!({"rewiring": 1.5}), "/parameters/rewiring"),
            (json!({"learning": -1}), "/parameters/learning"),
            (json!({"periods": 0}), "/parameters/periods"),
            (json!({"course": 1001}), "/parameters/course"),
            (json!({"people": 10_000, "subgroupSize": 100, "periods": 1000}), "/parameters"),
        ] {
            let parameters: SubgroupsParameters = serde_json::from_value(parameters).unwrap();
            let error = parameters.check("/parameters").unwrap_err();
            assert_eq!(error.path(), at);
        }
        assert!(SubgroupsParameters::default().check("").is_ok());
    }
}
