//! Where spaces, ideas and sites stand.

pub use crate::spread::UseStage;
use serde::{Deserialize, Serialize};

/// Where a space is on its way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum SpaceStage {
    /// People find each other and agree.
    #[default]
    Emergence,
    /// They see what is so and what could be.
    Exploration,
    /// They make it tangible.
    Prototyping,
    /// They see what it is worth.
    Evaluation,
    /// They make it last.
    Perpetuation,
    /// They bring it elsewhere.
    Spread,
    /// Others keep it alive.
    HandedOver,
    /// It ended.
    Closed,
}

impl SpaceStage {
    /// All, in their order.
    pub const ALL: [Self; 8] = [
        Self::Emergence,
        Self::Exploration,
        Self::Prototyping,
        Self::Evaluation,
        Self::Perpetuation,
        Self::Spread,
        Self::HandedOver,
        Self::Closed,
    ];

    /// The stage behind this one; none behind the last two.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let next = Self::ALL.into_iter().find(|stage| *stage > self)?;
        (next != Self::Closed).then_some(next)
    }
}

/// Within one organisation, or in the gap between several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Locus {
    /// Within one organisation.
    #[default]
    WithinOne,
    /// Between several.
    BetweenSeveral,
}

/// How ripe an idea is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Maturity {
    /// Said.
    #[default]
    Spark,
    /// Thought through: for whom, how, why it should work.
    Concept,
    /// Tangible.
    Prototype,
    /// Tried where care is given.
    Pilot,
    /// What is done.
    Practice,
}

impl Maturity {
    /// The maturity behind this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Spark => Some(Self::Concept),
            Self::Concept => Some(Self::Prototype),
            Self::Prototype => Some(Self::Pilot),
            Self::Pilot => Some(Self::Practice),
            Self::Practice => None,
        }
    }
}

/// What was decided on an idea.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Decision {
    /// Go on.
    Pursue,
    /// Not now.
    Park,
    /// No.
    Stop,
}
