//! The parameters of diversity and ability, and their ranges.

use super::model::Contest;
use crate::error::Result;
use crate::explore::bounds::Bounds;
use crate::explore::landscape::refuse;
use serde::{Deserialize, Serialize};

pub(super) const PLACES: Bounds = Bounds::new("places", 32.0, 20_000.0);
pub(super) const LONGEST_STEP: Bounds = Bounds::new("longestStep", 1.0, 30.0);
pub(super) const STEPS: Bounds = Bounds::new("steps", 1.0, 4.0);
pub(super) const TEAM: Bounds = Bounds::new("team", 1.0, 100.0);
pub(super) const SMOOTHNESS: Bounds = Bounds::new("smoothness", 1.0, 1_000.0);

/// How a team searches together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TeamDynamics {
    /// One after the other, each from where the one before came to rest.
    #[default]
    Relay,
    /// All from the same place; the team goes where the best of them came to rest.
    Tournament,
}

/// Parameters of the model `diversity`: teams of problem solvers on a ring (Hong and Page
/// 2004). The default is the paper's first row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DiversityParameters {
    /// Places on the ring (n), 32 to 20,000. Default 2,000.
    pub places: u32,
    /// The longest step that an agent may have (l), 1 to 30. Default 12.
    pub longest_step: u32,
    /// Different steps of an agent, in order (k), 1 to 4 and no more than `longestStep`. All
    /// agents there can be, times places, are 100,000,000 at most. Default 3.
    pub steps: u32,
    /// Agents in a team (N), 1 to 100, no more than there are. Default 10.
    pub team: u32,
    /// How many places on average from one value drawn to the next, with straight slopes
    /// between them, 1 to 1,000; 1 draws every value. Default 1.
    pub smoothness: u32,
    /// How a team searches together. Default `relay`.
    pub dynamics: TeamDynamics,
}

impl Default for DiversityParameters {
    fn default() -> Self {
        Self {
            places: 2_000,
            longest_step: 12,
            steps: 3,
            team: 10,
            smoothness: 1,
            dynamics: TeamDynamics::Relay,
        }
    }
}

impl DiversityParameters {
    /// The model with these parameters, which stand at `at`.
    pub(crate) fn check(&self, at: &str) -> Result<Contest> {
        PLACES.check(self.places, at)?;
        LONGEST_STEP.check(self.longest_step, at)?;
        Bounds { most: STEPS.most.min(self.longest_step.into()), ..STEPS }.check(self.steps, at)?;
        let agents = self.agents();
        if u64::from(agents) * u64::from(self.places) > 100_000_000 {
            let fact = format!("{agents} agents on {} places are too many", self.places);
            return Err(refuse(&fact, at, "longestStep")
                .hint("take fewer or shorter steps, or a smaller ring"));
        }
        Bounds { most: TEAM.most.min(agents.into()), ..TEAM }.check(self.team, at)?;
        SMOOTHNESS.check(self.smoothness, at)?;
        Ok(Contest::new(self))
    }

    /// How many agents there can be: ordered choices of different steps.
    pub(super) fn agents(&self) -> u32 {
        (0..self.steps).map(|taken| self.longest_step.saturating_sub(taken)).product()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use serde_json::json;

    #[test]
    fn what_cannot_be_is_refused_with_its_place() {
        for (parameters, place) in [
            (json!({"places": 31}), "places"),
            (json!({"longestStep": 31}), "longestStep"),
            (json!({"longestStep": 2}), "steps"),
            (json!({"steps": 0}), "steps"),
            (json!({"steps": 4, "longestStep": 30}), "longestStep"),
            (json!({"team": 101}), "team"),
            (json!({"team": 7, "longestStep": 3}), "team"),
            (json!({"smoothness": 0}), "smoothness"),
        ] {
            let parameters: DiversityParameters = serde_json::from_value(parameters).unwrap();
            let error = parameters.check("/parameters").err().unwrap();
            assert_eq!(error.code(), Code::ExploreInvalidParameter);
            assert_eq!(error.path(), format!("/parameters/{place}"));
        }
        assert_eq!(DiversityParameters::default().agents(), 1320);
        assert!(DiversityParameters::default().check("/parameters").is_ok());
    }
}
