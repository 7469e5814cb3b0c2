//! A change to an innovation at a site, in the eight elements of FRAME.
//!
//! The elements are those of the publication; the choices in each follow it in shorter, own
//! words. What is left out was not recorded, which is another thing than "unknown".
//!
//! # References
//!
//! S. Wiltsey Stirman, A. A. Baumann, C. J. Miller, *The FRAME: an expanded framework for
//! reporting adaptations and modifications to evidence-based interventions*, Implementation
//! Science 14:58, 2019.

use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A change to an innovation at a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Adaptation {
    /// Its id, unique among adaptations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The site that changed it.
    pub site: Id,
    /// When it was changed, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The core or adaptable elements that it touches; at most 50.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Id>,
    /// 1. When in the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<AdaptationPhase>,
    /// 2. Whether it was planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<AdaptationPlanning>,
    /// 3. Who took part in the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided_by: Vec<AdaptationDecider>,
    /// 4. What was modified.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<AdaptedAspect>,
    /// 5. For whom or what: the level of delivery.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level: Vec<DeliveryLevel>,
    /// 6. The nature of the change.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nature: Vec<AdaptationNature>,
    /// 7. Whether it stays true to the core.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fidelity: Option<CoreFidelity>,
    /// 8. Why: what for, and because of what.
    #[serde(default, skip_serializing_if = "AdaptationReasons::is_empty")]
    pub reasons: AdaptationReasons,
    /// The change in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Why something was changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdaptationReasons {
    /// What for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goal: Vec<AdaptationGoal>,
    /// Because of what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<AdaptationContext>,
}

impl AdaptationReasons {
    fn is_empty(&self) -> bool {
        self.goal.is_empty() && self.context.is_empty()
    }
}

/// When in the process something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationPhase {
    /// While preparing, before first use.
    PreImplementation,
    /// While it was put in place.
    Implementation,
    /// While it spread to other places.
    ScaleUp,
    /// Once it was in ordinary use.
    Maintenance,
}

/// Whether a change was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationPlanning {
    /// Planned ahead of any difficulty.
    Proactive,
    /// Planned, to answer a difficulty.
    Reactive,
    /// It came about unplanned.
    Unplanned,
}

/// Who took part in a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationDecider {
    /// Patients, users or carers.
    Recipients,
    /// Associations or people of the neighbourhood.
    CommunityMembers,
    /// One professional alone.
    IndividualPractitioner,
    /// The team that puts it into practice.
    TreatmentTeam,
    /// Whoever leads the programme.
    ProgrammeLeader,
    /// Whoever manages the unit or the programme.
    ProgrammeManager,
    /// The management of the institution.
    Administrator,
    /// Those who designed it.
    Developer,
    /// Researchers.
    Researcher,
    /// Those who pay.
    Funder,
    /// Elected officials or authorities.
    PoliticalLeaders,
}

/// What was modified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptedAspect {
    /// What is done.
    Content,
    /// How, where, by whom and for whom it is done.
    Context,
    /// How people are trained for it, and how it is evaluated.
    TrainingAndEvaluation,
    /// How it is put in place or spread.
    Implementation,
}

/// At which level of delivery a change was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum DeliveryLevel {
    /// One patient or user.
    Individual,
    /// People who receive it together.
    TargetGroup,
    /// All who share a characteristic.
    Cohort,
    /// One professional's own practice.
    IndividualPractitioner,
    /// A unit or a practice.
    Unit,
    /// An organisation.
    Organisation,
    /// A network or a community.
    Network,
}

/// The nature of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationNature {
    /// Words, materials or details fitted to people.
    Tailored,
    /// Something added.
    Added,
    /// Something removed or skipped.
    Removed,
    /// Made shorter.
    Shortened,
    /// Made longer.
    Lengthened,
    /// Spread over more sessions.
    SpacedOut,
    /// One part put in the place of another.
    Substituted,
    /// Done in another order.
    Reordered,
    /// Joined with another approach.
    Integrated,
    /// Something repeated.
    Repeated,
    /// Done in a freer way.
    Loosened,
    /// Left and taken up again.
    DriftWithReturn,
    /// Left for good.
    DriftWithoutReturn,
}

/// Whether a change stays true to the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CoreFidelity {
    /// What makes it work is kept.
    Consistent,
    /// What makes it work is not kept.
    Inconsistent,
    /// Nobody knows.
    Unknown,
}

/// What a change was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationGoal {
    /// To reach more people, or others.
    Reach,
    /// To help people stay with it.
    Retention,
    /// To make it easier to do here.
    Feasibility,
    /// To fit people better.
    Fit,
    /// To respect a culture or beliefs.
    Culture,
    /// To be fairer.
    Equity,
    /// To be safer.
    Safety,
    /// To get better results.
    Effectiveness,
    /// To spend less.
    Cost,
    /// To please people more.
    Satisfaction,
}

/// Because of what something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationContext {
    /// Laws, policies, funding, society, a crisis.
    Sociopolitical,
    /// Time, staff, place, equipment, habits of the organisation.
    Organisation,
    /// Skills, judgement or wishes of professionals.
    Provider,
    /// Health, means, language or wishes of patients, users and carers.
    Recipient,
}
