//! What is missing for it to last.

use crate::evaluate::Improvement;
use crate::people::Id;
use crate::protect::Clause;
use crate::stat::Stat;
use crate::text::Text;
use serde::Serialize;

/// What is there and what is missing for an innovation to last. A list of what others have
/// found to matter, and no forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Sustainability {
    /// The moment asked about, as written.
    pub at: String,
    /// The innovation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub innovation: Option<Id>,
    /// Whole days until the exit; below 0 where it is past.
    pub days_to_exit: i64,
    /// Owner, budget, training, measures, policy, in this order.
    pub anchors: Vec<Anchor>,
    /// How many of the five are there.
    pub there: u32,
    /// The same in words.
    pub reading: Text,
    /// What is missing, in the order in which to see to it: what is not there at all, what has
    /// lapsed, what is there in part; within these in the order of the anchors.
    pub missing: Vec<AnchorGap>,
    /// Assessments, one for each rubric and subject, in the order of the request.
    pub scores: Vec<SustainScore>,
    /// The handing over, drafted.
    pub pact: PactDraft,
    /// How to read this.
    pub caution: Text,
}

/// What an innovation is tied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AnchorKind {
    /// An owner after the exit.
    Owner,
    /// A recurrent budget line.
    Budget,
    /// Training that is renewed.
    Training,
    /// Measures that are still collected.
    Measures,
    /// A policy, standard or procedure.
    Policy,
}

/// Whether it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AnchorState {
    /// Nothing is there.
    Missing,
    /// It was there, and its time is over.
    Lapsed,
    /// Part of it is there.
    Partly,
    /// It is there, and holds beyond the exit.
    There,
}

/// One of the five, and its state.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Anchor {
    /// Which.
    pub anchor: AnchorKind,
    /// Its state.
    pub state: AnchorState,
    /// Why.
    pub reason: Text,
}

/// What is wrong with an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AnchorGapKind {
    /// Nothing is there.
    Absent,
    /// Its time is over.
    Ended,
    /// It begins after the exit.
    StartsLate,
    /// It ends before the horizon.
    EndsSoon,
    /// The owner has not said yes.
    NotAccepted,
    /// The money is not in the ordinary budget.
    NotRecurrent,
    /// Fewer are trained than must be.
    NotAllTrained,
    /// Nothing says when training is given again, or when it last was.
    NotRenewed,
    /// Training should have been given again.
    RenewalOverdue,
    /// Nobody collects the measure.
    NobodyCollects,
    /// It was never collected.
    NeverCollected,
    /// It should have been collected again.
    CollectionOverdue,
    /// The policy is a draft.
    NotInForce,
    /// The policy should have been looked at again.
    ReviewOverdue,
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnchorGap {
    /// Of which anchor.
    pub anchor: AnchorKind,
    /// What is wrong with it.
    pub gap: AnchorGapKind,
    /// Where, a JSON Pointer into the request.
    pub place: String,
    /// The same in words.
    pub reading: Text,
}

/// An assessment of how well it is placed to last.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SustainScore {
    /// The rubric.
    pub rubric: Id,
    /// Its version.
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
    /// What a reader of the score must know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What was assessed.
    pub subject: Id,
    /// How many assessments; null where a policy of disclosure hides them.
    pub assessments: Option<u32>,
    /// Mean of their totals; undefined (`hidden`) where a policy of disclosure hides it.
    pub total: Stat,
    /// Their standard deviation (n − 1): how far people are apart.
    pub standard_deviation: Stat,
    /// The band of the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<SustainBand>,
    /// The items with most to gain, three at most, the most first, then in the order of the
    /// rubric; of rubrics whose items have points.
    pub weakest: Vec<WeakFactor>,
    /// The cheapest way to the next band, where each level up costs 1. With several assessments,
    /// from the median level of each item, the lower one of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_up: Option<Improvement>,
    /// Why there is none: `hidden` under a policy of disclosure, `no-total`, `too-few-answered`,
    /// `no-band-above`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_way_up: Option<&'static str>,
}

/// The band of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SustainBand {
    /// The band.
    pub id: Id,
    /// What it means.
    pub title: Text,
    /// Whether its ends are recalled, not read in a publication.
    pub recalled: bool,
}

/// An item with much to gain.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct WeakFactor {
    /// The item.
    pub item: Id,
    /// What it is called.
    pub title: Text,
    /// Its median level, the lower one of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Id>,
    /// Its mean value, in points of the rubric.
    pub mean: f64,
    /// Points from there to its best, times its weight.
    pub to_gain: f64,
}

/// Whose task an entry of the pact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PactSide {
    /// Of whoever hands over.
    Giver,
    /// Of whoever takes over.
    Receiver,
    /// Of both.
    Both,
}

/// An entry of the pact's checklist.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PactItem {
    /// Its id; a clause with this id settles it.
    pub id: &'static str,
    /// Whose task it is.
    pub side: PactSide,
    /// What it says, in words to start from.
    pub text: Text,
    /// Whether a clause settles it.
    pub agreed: bool,
    /// The state of what passes, where it is one of the five anchors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<AnchorState>,
}

/// The pact by which it is handed over, drafted as a checklist for the two to talk over and
/// change. No legal text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PactDraft {
    /// Who hands over, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Id>,
    /// Who takes over, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Id>,
    /// On which day, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The version of the pact.
    pub version: u32,
    /// What passes.
    pub passes: Vec<PactItem>,
    /// What each side takes on.
    pub obligations: Vec<PactItem>,
    /// On which days to look again, in UTC; `checks` of the command `handOver` of a space.
    pub checks: Vec<String>,
    /// Clauses already agreed, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
    /// What is open, in the order in which to settle it.
    pub open: Vec<Text>,
    /// Those who have signed this version.
    pub signed: Vec<Id>,
    /// Those who have not.
    pub unsigned: Vec<Id>,
}
