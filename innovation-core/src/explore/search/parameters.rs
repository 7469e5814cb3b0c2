//! The parameters of search on a network, and their ranges.

use super::model::NetworkSearch;
use crate::error::Result;
use crate::explore::bounds::Bounds;
use crate::explore::landscape::{InteractionScheme, enumerable, refuse, ruggedness};
use serde::{Deserialize, Serialize};

pub(super) const AGENTS: Bounds = Bounds::new("agents", 1.0, 1_000.0);
pub(super) const STEPS: Bounds = Bounds::new("steps", 1.0, 10_000.0);
pub(super) const DENSITY: Bounds = Bounds::new("density", 0.0, 1.0);
pub(super) const GROUP_SIZE: Bounds = Bounds::new("groupSize", 1.0, 1_000.0);
pub(super) const REWIRING: Bounds = Bounds::new("rewiring", 0.0, 1.0);
pub(super) const SAMPLE: Bounds = Bounds::new("sample", 0.0, 1_000.0);

/// Who sees whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SearchNetwork {
    /// Everybody sees the one before and the one after.
    #[default]
    Line,
    /// A line whose ends see each other.
    Ring,
    /// Each tie is there with the chance `density`, drawn again until all are connected.
    Random,
    /// Silos of `groupSize` in which all see each other; each tie leads outside instead with
    /// the chance `rewiring`.
    Groups,
    /// All see each other.
    Complete,
    /// The ties that are given.
    Given,
}

/// Whom people follow where they do not search alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SearchRule {
    /// The best of those they look at.
    #[default]
    BestMember,
    /// The form that most of those they look at hold, two or more.
    Conformist,
    /// One of those they see, drawn evenly.
    Random,
    /// Nobody.
    Alone,
}

/// Parameters of the model `search`: parallel search on a network (Lazer and Friedman 2007),
/// with the learning rule as a parameter (Barkoczi and Galesic 2016). The default is the
/// first paper's model on a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct SearchParameters {
    /// Parts of a form (N), 1 to 64. Default 20.
    pub loci: u32,
    /// Others on which each part depends (K), 0 to N − 1 and at most 31. Default 5.
    pub interactions: u32,
    /// On which others. Default `adjacent`.
    pub scheme: InteractionScheme,
    /// People who search, 1 to 1,000. Default 100.
    pub agents: u32,
    /// Steps, 1 to 10,000; agents times steps 1,000,000 at most. Default 200.
    pub steps: u32,
    /// Who sees whom. Default `line`.
    pub network: SearchNetwork,
    /// Share of the possible ties in a random network, 0 to 1. Default 0.1.
    pub density: f64,
    /// People in a silo of `groups`, 1 to 1,000. Default 10.
    pub group_size: u32,
    /// Share of the ties in `groups` that lead outside, 0 to 1. Default 0.
    pub rewiring: f64,
    /// Ties of a `given` network: two people, numbered from 0; at most 100,000.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<[u32; 2]>,
    /// Whom people follow. Default `bestMember`.
    pub rule: SearchRule,
    /// How many of those they see people look at in a step, drawn anew each time; 0 for all.
    /// The rule `random` looks at one. Default 0.
    pub sample: u32,
    /// Whether to set fitness against the summit, which has to be found first: up to 20 loci.
    /// Default false.
    pub score: bool,
}

impl Default for SearchParameters {
    fn default() -> Self {
        Self {
            loci: 20,
            interactions: 5,
            scheme: InteractionScheme::Adjacent,
            agents: 100,
            steps: 200,
            network: SearchNetwork::Line,
            density: 0.1,
            group_size: 10,
            rewiring: 0.0,
            ties: Vec::new(),
            rule: SearchRule::BestMember,
            sample: 0,
            score: false,
        }
    }
}

impl SearchParameters {
    /// The model with these parameters, which stand at `at`.
    pub(crate) fn check(&self, at: &str) -> Result<NetworkSearch> {
        ruggedness(self.loci, self.interactions, at)?;
        AGENTS.check(self.agents, at)?;
        STEPS.check(self.steps, at)?;
        if u64::from(self.agents) * u64::from(self.steps) > 1_000_000 {
            return Err(refuse("agents times steps pass 1,000,000", at, "steps")
                .hint("play fewer steps, or fewer agents"));
        }
        DENSITY.check(self.density, at)?;
        GROUP_SIZE.check(self.group_size, at)?;
        REWIRING.check(self.rewiring, at)?;
        SAMPLE.check(self.sample, at)?;
        if self.score {
            enumerable(self.loci, at, "score")?;
        }
        self.check_ties(at)?;
        Ok(NetworkSearch::new(self))
    }

    fn check_ties(&self, at: &str) -> Result<()> {
        if self.network != SearchNetwork::Given {
            return match self.ties.is_empty() {
                true => Ok(()),
                false => Err(refuse("ties are given, and the network is another", at, "ties")
                    .hint("take the network `given`, or leave the ties out")),
            };
        }
        if self.ties.len() > 100_000 {
            return Err(refuse("more than 100,000 ties", at, "ties"));
        }
        for (place, [one, other]) in self.ties.iter().enumerate() {
            let field = format!("ties/{place}");
            if *one >= self.agents || *other >= self.agents {
                let fact = format!("people are numbered from 0 to {}", self.agents - 1);
                return Err(refuse(&fact, at, &field));
            }
            if one == other {
                return Err(refuse("the tie joins a person to themselves", at, &field));
            }
        }
        Ok(())
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
            (json!({"loci": 65}), "loci"),
            (json!({"interactions": 20}), "interactions"),
            (json!({"agents": 0}), "agents"),
            (json!({"steps": 0}), "steps"),
            (json!({"agents": 1000, "steps": 1001}), "steps"),
            (json!({"density": 1.5}), "density"),
            (json!({"groupSize": 0}), "groupSize"),
            (json!({"rewiring": -0.1}), "rewiring"),
            (json!({"sample": 1001}), "sample"),
            (json!({"loci": 21, "score": true}), "score"),
            (json!({"ties": [[0, 1]]}), "ties"),
            (json!({"network": "given", "ties": [[0, 1], [0, 100]]}), "ties/1"),
            (json!({"network": "given", "ties": [[3, 3]]}), "ties/0"),
        ] {
            let parameters: SearchParameters = serde_json::from_value(parameters).unwrap();
            let error = parameters.check("/parameters").err().unwrap();
            assert_eq!(error.code(), Code::ExploreInvalidParameter);
            assert_eq!(error.path(), format!("/parameters/{place}"));
        }
        assert!(SearchParameters::default().check("/parameters").is_ok());
        let nan = SearchParameters { density: f64::NAN, ..Default::default() };
        assert!(nan.check("").is_err());
    }
}
