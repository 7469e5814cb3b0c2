//! Who uses it, for whom, does it last, and what became of its core.
//!
//! A register holds sites with their stages over time, and what they changed. [`register()`]
//! reads it at a moment: `check` and `people` refuse what contradicts itself, `track` puts each site in
//! order of time; `count` makes ratios with their counts, `months` the curve and the wait,
//! `maintain` says what is kept and where to look next, `drift` what became of the core.
//!
//! Invariant: a ratio stands beside its counts, and none lies above 1: what would make it so is
//! refused.
//! Invariant: what has not happened yet is counted apart, never as a failure.

mod adaptation;
mod answer;
mod check;
mod count;
mod document;
mod drift;
mod maintain;
mod months;
mod people;
mod stage;
#[cfg(test)]
mod tests;
mod track;

pub use adaptation::{
    Adaptation, AdaptationContext, AdaptationDecider, AdaptationGoal, AdaptationNature,
    AdaptationPhase, AdaptationPlanning, AdaptationReasons, AdaptedAspect, CoreFidelity,
    DeliveryLevel,
};
pub use answer::{
    AdaptationConcern, AdaptationCounts, AdaptationSeverity, AdoptionWait, CheckDue, ChoiceCount,
    CoreDrift, CountedRatio, DiscontinuationCounts, ElementDrift, FairShare, FrameElement,
    MaintenanceCheck, MonthOfUse, ReasonCount, Register, RegisterAdoption, RegisterDisclosure,
    RegisterReach, StageCounts,
};
pub use document::{
    InnovationPart, RegisterRequest, Site, SiteCheck, SiteGroup, SiteMove, SiteStaff,
    SpreadInnovation,
};
pub use stage::UseStage;

use crate::error::Result;
use check::Case;

/// Reads a register of sites and adaptations at a moment.
///
/// Reach, adoption and maintenance are RE-AIM's ratios with their counts; representativeness is
/// the share of a group among those reached over its share among those it is meant for, 1 where
/// it is fair. Adaptations are recorded in FRAME's eight elements and set against the core of
/// the innovation. Effectiveness is not in it: see [`evaluate`](crate::evaluate).
///
/// A site that goes straight to routine took it up on that day. Months are those of the
/// calendar in UTC; where a month is too short, its last day stands in. A check counts for the
/// time of looking next to it, within `windowDays`. Nothing is filled in: where nobody looked,
/// it is unknown, and the ratio has bounds.
///
/// # Errors
///
/// `spread.invalid-site` where a site contradicts itself: two with one id, stages out of order,
/// a date after `at` or more than fifty years before it, more people reached than eligible, a
/// check before adoption, a stop of nothing; or where fewer settings were asked than are
/// registered. `spread.invalid-adaptation` where an element is both core and adaptable, or an
/// adaptation names a site or an element that is not there. `contract.invalid-value` where `at`
/// is no time, months do not rise, or the window is longer than a year. `contract.too-large`
/// beyond the limits that the fields name.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{RegisterRequest, register};
/// let request: RegisterRequest = serde_json::from_str(r#"{
///     "innovation": {"core": [{"id": "patient-speaks-first"}], "adaptable": [{"id": "poster"}]},
///     "sites": [
///         {"id": "w1", "stage": "adopted", "since": "2026-02-01", "eligible": 40, "reached": 30,
///          "checks": [{"at": "2026-05-04", "kept": true}]},
///         {"id": "w2", "stage": "aware", "since": "2026-03-01", "eligible": 60}
///     ],
///     "adaptations": [{"site": "w1", "elements": ["patient-speaks-first"], "fidelity": "inconsistent"}],
///     "at": "2026-06-01"
/// }"#).unwrap();
/// let register = register(&request)?;
/// assert_eq!(register.reach.started.ratio.value, Some(0.75));
/// assert_eq!(register.reach.all.ratio.value, Some(0.3));
/// assert_eq!((register.maintenance[0].kept, register.maintenance[1].not_yet), (1, 1));
/// assert_eq!(register.concerns.len(), 1);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// R. E. Glasgow, T. M. Vogt, S. M. Boles, *Evaluating the public health impact of health
/// promotion interventions: the RE-AIM framework*, American Journal of Public Health 89(9), 1999.
/// S. Wiltsey Stirman, A. A. Baumann, C. J. Miller, *The FRAME*, Implementation Science 14:58,
/// 2019. E. L. Kaplan, P. Meier, *Nonparametric estimation from incomplete observations*, JASA
/// 53, 1958.
pub fn register(request: &RegisterRequest) -> Result<Register> {
    let case = Case::read(request)?;
    let reach = count::reach(&case);
    let shares = count::people(&case);
    Ok(Register {
        at: request.at.clone(),
        innovation: request.innovation.id.clone(),
        stages: count::stages(&case),
        undated: case.tracks.iter().filter(|track| track.steps.is_empty()).count() as u32,
        adoption: count::adoption(&case),
        settings: count::settings(&case),
        waiting: months::waiting(&case),
        months: months::months(&case),
        maintenance: maintain::maintenance(&case),
        discontinuation: maintain::discontinuation(&case),
        drift: drift::drift(&case),
        concerns: drift::concerns(&case),
        adaptations: drift::counts(&case),
        due: maintain::due(&case),
        disclosure: count::disclosure(&shares, &reach),
        reach,
        people: shares,
    })
}
