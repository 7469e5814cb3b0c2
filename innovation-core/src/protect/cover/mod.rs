//! Which pressures are answered, by what, and who stays exposed to which.
//!
//! [`cover()`] sets every pressure against the measures that answer it at one moment. `check`
//! refuses what contradicts itself, `holding` says what holds and who stands behind it,
//! `exposure` says what is left for whom, `gaps` what nothing provides for.
//!
//! Invariant: only what is in force relieves; what nobody signed for is a wish.
//! Invariant: a measure more never raises anybody's exposure.

mod check;
mod document;
mod exposure;
mod gaps;
mod holding;
#[cfg(test)]
mod tests;

pub use document::{
    BoundaryCount, CharterState, CoverCell, CoverGap, CoverGapKind, CoverRequest, Coverage,
    DueItem, DueKind, MeasureCover, PersonExposure, PressureCover, RoleExposure, Suspension,
    UnsignedItem, WorkCount,
};

use crate::error::Result;
use crate::protect::{Measure, Pressure};
use crate::text::Text;
use check::Case;
use exposure::Exposure;
use holding::Holding;

/// Sets pressures against the measures that answer them, and says what stays exposed.
///
/// What is left of a pressure for somebody is its strength less the relief of the strongest
/// measure in force that answers it and shields them, never below 0. Weaker measures add
/// nothing: nobody has shown that reliefs add up, and a sum would reward long lists. A suspended
/// norm in force leaves nothing of the pressures it lifts. This is a convention of this library
/// and no validated scale.
///
/// A measure is in force in its time where somebody granted it; with a charter, where that party
/// or person, or the person's organisation, has signed a version of it by then. Pressures bear
/// on people by id, role or family, and measures shield them so.
///
/// # Errors
///
/// `protect.safeguard-suspended` where the charter suspends a norm that touches a safeguard.
/// `protect.invalid-pressure`, `protect.invalid-measure`, `protect.invalid-charter`,
/// `protect.invalid-time`, `protect.duplicate-id` where a document contradicts itself or names
/// nobody; `protect.unknown-pressure` where a measure answers a pressure that is not there; what
/// is wrong with people as in `people.profile`. `contract.too-large` beyond 100 pressures, 300
/// measures, 1,000 people or 1,000 names in a list.
///
/// # Example
///
/// ```
/// use innovation_core::protect::{CoverRequest, cover};
/// let request: CoverRequest = serde_json::from_str(r#"{
///     "pressures": [{"id": "targets", "kind": "pressure", "source": "budget", "strength": 4}],
///     "measures": [{"id": "fridays", "work": "boundary", "boundary": "temporal",
///         "answers": ["targets"], "relief": 3, "grantedBy": "hospital", "until": "2027-01-01"}],
///     "at": "2026-12-20"
/// }"#).unwrap();
/// let coverage = cover(&request)?;
/// assert_eq!(coverage.pressures[0].residual, 1);
/// assert_eq!(coverage.soon[0].days, 12);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// M. Cartel, E. Boxenbaum, F. Aggeri, *Just for fun! How experimental spaces stimulate
/// innovation in institutionalized fields*, Organization Studies 40(1), 2019: kinds of work.
/// S. Bucher, A. Langley, *The interplay of reflective and experimental spaces in interrupting
/// and reorienting routine dynamics*, Organization Science 27(3), 2016: kinds of boundary.
pub fn cover(request: &CoverRequest) -> Result<Coverage> {
    let case = Case::read(request)?;
    let holding = Holding::of(&case);
    let exposure = Exposure::of(&case, &holding.measures, &holding.lifted());
    let people = exposure.people(&case);
    let works = gaps::works(&case, &holding.measures);
    let boundaries = gaps::boundaries(&case, &holding.measures);
    Ok(Coverage {
        at: request.at.clone(),
        convention: convention(),
        measures: measures(&case, &holding),
        roles: exposure::by_role(&case, &people),
        people,
        gaps: gaps::gaps(&case, &exposure.pressures, &works, &boundaries),
        works,
        boundaries,
        lapsed: holding.lapsed(),
        unsigned: holding.unsigned(),
        soon: holding.soon(),
        charter: holding.charter(),
        pressures: exposure.pressures,
    })
}

/// Refuses pressures and measures that do not hold together; places start with `/pressures` or
/// `/measures`.
pub(crate) fn hold_together(pressures: Vec<Pressure>, measures: Vec<Measure>) -> Result<()> {
    let request = CoverRequest {
        pressures,
        measures,
        charter: None,
        people: Vec::new(),
        modes: Vec::new(),
        at: "1970-01-01".to_owned(),
        soon_days: 0,
    };
    Case::read(&request).map(|_| ())
}

fn measures(case: &Case<'_>, holding: &Holding<'_>) -> Vec<MeasureCover> {
    let all = case.request.measures.iter().zip(&case.periods).zip(&holding.measures);
    all.map(|((measure, period), state)| MeasureCover {
        id: measure.id.clone(),
        work: measure.work,
        state: *state,
        days_left: period.until.filter(|end| *end > case.at).map(|end| case.at.days_until(end)),
    })
    .collect()
}

fn convention() -> Text {
    Text::both(
        "What is left of a pressure is its strength less the relief of the strongest measure in \
         force, never below 0; a suspension in force leaves nothing. Our own convention, not a \
         validated scale.",
        "Ce qui reste d’une pression est sa force moins le soulagement de la plus forte des mesures \
         en vigueur, jamais moins de 0\u{202f}; une suspension en vigueur n’en laisse rien. \
         Convention propre à cet outil, et non échelle validée.",
    )
}
