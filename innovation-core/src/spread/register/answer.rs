//! What a register says.

use super::adaptation::CoreFidelity;
use super::stage::UseStage;
use crate::people::Id;
use crate::stat::Stat;
use crate::text::Text;
use serde::Serialize;

/// What a register of sites and adaptations says at a moment. Counts stand beside every ratio,
/// and no ratio is an estimate for sites that are not in the register.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Register {
    /// The moment asked about, as written.
    pub at: String,
    /// The innovation, where it has an id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub innovation: Option<Id>,
    /// How many sites are at each stage now.
    pub stages: StageCounts,
    /// Sites whose stages have no date: they are in no number that asks for time.
    pub undated: u32,
    /// How many of those it is meant for take part.
    pub reach: RegisterReach,
    /// How many settings take it up.
    pub adoption: RegisterAdoption,
    /// Whether the people reached are a fair share of each group, by kind and group.
    pub people: Vec<FairShare>,
    /// Whether the settings that took it up are a fair share of each kind, by attribute and
    /// value.
    pub settings: Vec<FairShare>,
    /// How long sites waited from knowing of it to taking it up.
    pub waiting: AdoptionWait,
    /// Stages over time: each month from that of the first date to that of the moment, in UTC.
    pub months: Vec<MonthOfUse>,
    /// Whether sites keep it, at each time of looking.
    pub maintenance: Vec<MaintenanceCheck>,
    /// Who stopped, and why.
    pub discontinuation: DiscontinuationCounts,
    /// What became of the core.
    pub drift: CoreDrift,
    /// Adaptations to talk about, the most severe first, then in the order of the request.
    pub concerns: Vec<AdaptationConcern>,
    /// All adaptations, counted by the elements of FRAME.
    pub adaptations: AdaptationCounts,
    /// The looks that are due, in order of time, then of the request; what is past is overdue.
    pub due: Vec<CheckDue>,
    /// Who may see this.
    pub disclosure: RegisterDisclosure,
}

/// A ratio and its counts.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CountedRatio {
    /// What was counted.
    pub numerator: u64,
    /// Among how many.
    pub denominator: u64,
    /// Numerator over denominator, from 0 to 1.
    pub ratio: Stat,
}

impl CountedRatio {
    /// A part of a whole; undefined for the reason given where there is none.
    pub(super) fn of(numerator: u64, denominator: u64, none: &'static str) -> Self {
        let ratio = Stat::ratio(numerator as f64, denominator as f64, none);
        Self { numerator, denominator, ratio }
    }
}

/// Sites by stage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StageCounts {
    /// They know of it.
    pub aware: u32,
    /// They try it.
    pub trial: u32,
    /// They do it.
    pub adopted: u32,
    /// They do nothing else any more.
    pub routine: u32,
    /// They stopped.
    pub discontinued: u32,
}

impl StageCounts {
    /// One site more.
    pub(super) fn add(&mut self, stage: UseStage) {
        let count = match stage {
            UseStage::Aware => &mut self.aware,
            UseStage::Trial => &mut self.trial,
            UseStage::Adopted => &mut self.adopted,
            UseStage::Routine => &mut self.routine,
            UseStage::Discontinued => &mut self.discontinued,
        };
        *count += 1;
    }
}

/// Reach: those who took part among those it is meant for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegisterReach {
    /// At the sites that tried it or took it up and say both numbers.
    pub started: CountedRatio,
    /// At these and at those that only know of it, where nobody is reached yet.
    pub all: CountedRatio,
    /// Sites in `started`.
    pub sites: u32,
    /// Sites that tried it or took it up and do not say both numbers.
    pub silent: u32,
}

/// Adoption: settings, and the staff in them, that take it up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegisterAdoption {
    /// Settings that ever took it up among those approached.
    pub ever: CountedRatio,
    /// Settings that use it now (adopted or routine) among those approached.
    pub now: CountedRatio,
    /// Whether those approached are `asked`; else they are the sites of the register.
    pub asked: bool,
    /// Staff who do it among those it concerns, at the sites that say so and ever started.
    pub staff: CountedRatio,
}

/// The share of a group among those reached, over its share among those it is meant for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FairShare {
    /// The kind of group, or the attribute of settings.
    pub by: String,
    /// The group, or the value.
    pub group: String,
    /// Those of the group who were reached, among all who were; settings: that took it up.
    pub reached: CountedRatio,
    /// Those of the group it is meant for, among all it is meant for; settings: registered.
    pub eligible: CountedRatio,
    /// The first share over the second: 1 is fair, below 1 the group is left out, above 1 it is
    /// favoured.
    pub representativeness: Stat,
}

/// The time from knowing of it to taking it up (Kaplan–Meier): sites that have not yet taken it
/// up count for as long as they have known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AdoptionWait {
    /// Sites that took it up after a known date of awareness.
    pub adopted: u32,
    /// Sites that know of it since a known date and have not taken it up.
    pub waiting: u32,
    /// Sites without a date of awareness; they are not in the numbers.
    pub unknown: u32,
    /// The first day, in whole days from awareness, by which a quarter have taken it up.
    pub first_quarter: Stat,
    /// The same for one half: the median. Undefined (`not-reached`) while fewer have.
    pub median: Stat,
}

/// A month in the life of the innovation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonthOfUse {
    /// The month, `2026-11`.
    pub month: String,
    /// Sites that took it up for the first time; the series to fit a diffusion model to.
    pub adopters: u32,
    /// Sites that ever took it up, by its end: the adoption curve.
    pub ever: u32,
    /// Sites that stopped in it.
    pub stopped: u32,
    /// Dated sites at each stage at its end, or at the moment asked about.
    pub stages: StageCounts,
}

/// Whether sites keep the innovation, so many months after they took it up. Only sites for which
/// that day has come are counted: to count those that stopped early before their day, and not
/// those that may go on, would make the picture too dark.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MaintenanceCheck {
    /// Months after adoption.
    pub month: u32,
    /// Sites for which the day has come: kept, not kept, discontinued and unknown together.
    pub due: u32,
    /// Sites for which it has not (right-censored); in no ratio.
    pub not_yet: u32,
    /// A check about that day found it kept.
    pub kept: u32,
    /// A check about that day found it not kept, though the site does not count as stopped.
    pub not_kept: u32,
    /// The site had stopped by that day.
    pub discontinued: u32,
    /// Nobody looked.
    pub unknown: u32,
    /// Kept among those of whom it is known.
    pub known: CountedRatio,
    /// Kept among all that are due: as low as it can be, were all unknown ones lost.
    pub at_least: Stat,
    /// As high as it can be, were all unknown ones kept.
    pub at_most: Stat,
    /// Mean fidelity over the checks about that day that state one, 0 to 1.
    pub fidelity: Stat,
    /// How many state one.
    pub fidelities: u32,
}

/// Who stopped, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DiscontinuationCounts {
    /// How often a site stopped.
    pub stops: u32,
    /// From a trial.
    pub from_trial: u32,
    /// From use: adopted or routine.
    pub from_use: u32,
    /// How often a site took it up again afterwards.
    pub resumed: u32,
    /// Sites that stopped and did not start again, among those that ever took it up. Those that
    /// only tried are not in it.
    pub lost: CountedRatio,
    /// Reasons, the most frequent first, then in rising order.
    pub reasons: Vec<ReasonCount>,
    /// Stops without a reason.
    pub unstated: u32,
    /// Median of whole days in use before a stop from use.
    pub median_days: Stat,
}

/// How often a reason was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReasonCount {
    /// The reason, as written.
    pub reason: String,
    /// How often.
    pub count: u32,
}

/// What became of the core at the sites that use the innovation now: trial, adopted, routine.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CoreDrift {
    /// Sites where no recorded change departs from a core element, among those that use it.
    /// Nobody can count changes that were not recorded.
    pub whole: CountedRatio,
    /// Sites where a change departs from a core element.
    pub departed: Vec<Id>,
    /// Sites where a change touches a core element, none is known to depart from it, and of one
    /// at least nobody knows; counted as whole.
    pub unsure: Vec<Id>,
    /// The core elements, in the order of the request.
    pub elements: Vec<ElementDrift>,
}

/// A core element, and the sites that changed it, all stages together, in the order of the
/// request.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ElementDrift {
    /// The element.
    pub element: Id,
    /// What it is, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Sites that changed it in any way.
    pub changed: Vec<Id>,
    /// Those whose change departs from it.
    pub departed: Vec<Id>,
}

/// How much an adaptation should be talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AdaptationSeverity {
    /// It touches the core and does not stay true to it.
    High,
    /// It touches the core and nobody knows, or it does not stay true to the core and names no
    /// core element.
    Medium,
    /// It touches the core, stays true to it, and came about unplanned.
    Low,
}

/// An adaptation to talk about. To adapt is no fault; to lose the core unawares is a loss.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AdaptationConcern {
    /// Its place in the request, from 0.
    pub adaptation: u32,
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The site.
    pub site: Id,
    /// The core elements that it touches.
    pub core: Vec<Id>,
    /// How much it should be talked about.
    pub severity: AdaptationSeverity,
    /// Whether it stays true to the core, where that was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fidelity: Option<CoreFidelity>,
    /// The same in words.
    pub reading: Text,
}

/// Adaptations, counted by the elements of FRAME. Several choices in one element all count.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AdaptationCounts {
    /// All of them.
    pub all: u32,
    /// Sites that changed anything.
    pub sites: u32,
    /// Those that touch a core element.
    pub core: u32,
    /// Those that came about unplanned, by their place in the request, from 0.
    pub unplanned: Vec<u32>,
    /// Each element: how often it was recorded, and each choice made, in the order of the
    /// elements and of the choices.
    pub elements: Vec<FrameElement>,
}

/// An element of FRAME over all adaptations.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FrameElement {
    /// The element, by its name in an adaptation.
    pub element: &'static str,
    /// Adaptations that record it.
    pub recorded: u32,
    /// Choices made in it.
    pub choices: Vec<ChoiceCount>,
}

/// How often a choice was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChoiceCount {
    /// The choice.
    pub choice: String,
    /// How often.
    pub count: u32,
}

/// A look at a site that is due.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CheckDue {
    /// The site.
    pub site: Id,
    /// Months after adoption.
    pub month: u32,
    /// The day, in UTC.
    pub due: String,
    /// Whether that day is past.
    pub overdue: bool,
    /// Whole days: left where the day is ahead, gone by where it is past.
    pub days: u64,
}

/// Who may see the results of a register.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegisterDisclosure {
    /// The smallest count of people above 0 that can be read here: of a group, reached or
    /// eligible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest: Option<u64>,
    /// What to do before showing it to others.
    pub reading: Text,
}
