//! What nothing in force provides for.

use super::check::Case;
use super::document::{BoundaryCount, CoverGap, CoverGapKind, PressureCover, WorkCount};
use crate::protect::{Boundary, MeasureState, SpaceMode, Work};
use crate::text::Text;

const WORKS: [Work; 3] = [Work::Boundary, Work::Distancing, Work::Anchoring];
const BOUNDARIES: [Boundary; 4] =
    [Boundary::Social, Boundary::Physical, Boundary::Temporal, Boundary::Symbolic];

const CARTEL: &str = "M. Cartel, E. Boxenbaum, F. Aggeri, Organization Studies 40(1), 2019, \
                      doi:10.1177/0170840617736937";
const BUCHER: &str =
    "S. Bucher, A. Langley, Organization Science 27(3), 2016, doi:10.1287/orsc.2015.1041";

/// Measures by what they do.
pub(super) fn works(case: &Case<'_>, states: &[MeasureState]) -> Vec<WorkCount> {
    let count = |work| tally(case, states, |one_work, _| one_work == work);
    WORKS
        .into_iter()
        .map(|work| {
            let (measures, active) = count(work);
            WorkCount { work, measures, active }
        })
        .collect()
}

/// Boundary measures by what the boundary is made of.
pub(super) fn boundaries(case: &Case<'_>, states: &[MeasureState]) -> Vec<BoundaryCount> {
    let count = |kind| tally(case, states, |_, boundary| boundary == Some(kind));
    BOUNDARIES
        .into_iter()
        .map(|boundary| {
            let (measures, active) = count(boundary);
            BoundaryCount { boundary, measures, active }
        })
        .collect()
}

fn tally(
    case: &Case<'_>,
    states: &[MeasureState],
    wanted: impl Fn(Work, Option<Boundary>) -> bool,
) -> (u32, u32) {
    let mut counts = (0, 0);
    for (measure, state) in case.request.measures.iter().zip(states) {
        if wanted(measure.work, measure.boundary) {
            counts.0 += 1;
            counts.1 += u32::from(*state == MeasureState::Active);
        }
    }
    counts
}

/// What is missing: for pressures, kinds of work, and the boundaries that the modes ask for.
pub(super) fn gaps(
    case: &Case<'_>,
    pressures: &[PressureCover],
    works: &[WorkCount],
    boundaries: &[BoundaryCount],
) -> Vec<CoverGap> {
    let bare = pressures.iter().filter(|pressure| {
        let answered = pressure.cells.iter().any(|cell| cell.state == MeasureState::Active);
        !answered && pressure.lifted_by.is_empty()
    });
    let bare = bare.map(|pressure| CoverGap {
        kind: CoverGapKind::Pressure,
        pressure: Some(pressure.id.clone()),
        work: None,
        boundary: None,
        mode: None,
        reading: Text::both(
            &format!("Nothing in force answers the pressure “{}”.", pressure.id),
            &format!(
                "Rien de ce qui est en vigueur ne répond à la pression «\u{a0}{}\u{a0}».",
                pressure.id
            ),
        ),
        source: None,
    });
    let idle = works.iter().filter(|count| count.active == 0).map(|count| CoverGap {
        kind: CoverGapKind::Work,
        pressure: None,
        work: Some(count.work),
        boundary: None,
        mode: None,
        reading: without(count.work),
        source: Some(CARTEL),
    });
    let modes = [SpaceMode::Reflective, SpaceMode::Experimental];
    let open =
        modes.into_iter().filter(|mode| case.request.modes.contains(mode)).flat_map(|mode| {
            let missing = boundaries
                .iter()
                .filter(move |count| count.active == 0 && asked_by(mode).contains(&count.boundary));
            missing.map(move |count| CoverGap {
                kind: CoverGapKind::Boundary,
                pressure: None,
                work: None,
                boundary: Some(count.boundary),
                mode: Some(mode),
                reading: unbounded(mode, count.boundary),
                source: Some(BUCHER),
            })
        });
    bare.chain(idle).chain(open).collect()
}

/// The kinds of boundary that set each kind of space apart.
fn asked_by(mode: SpaceMode) -> &'static [Boundary] {
    match mode {
        SpaceMode::Reflective => &[Boundary::Social, Boundary::Physical, Boundary::Temporal],
        SpaceMode::Experimental => &[Boundary::Temporal, Boundary::Symbolic],
    }
}

fn without(work: Work) -> Text {
    match work {
        Work::Boundary => Text::both(
            "No boundary is in force: what presses on the members from outside enters the space.",
            "Aucune frontière n’est en vigueur\u{a0}: ce qui pèse sur les membres au dehors entre \
             dans l’espace.",
        ),
        Work::Distancing => Text::both(
            "Nothing in force helps members to let go of the usual way of doing things.",
            "Rien de ce qui est en vigueur n’aide les membres à se détacher des façons de faire \
             habituelles.",
        ),
        Work::Anchoring => Text::both(
            "Nothing in force ties the space back to the field: it risks remaining an island.",
            "Rien de ce qui est en vigueur ne relie l’espace au terrain\u{a0}: il risque de rester \
             une île.",
        ),
    }
}

fn unbounded(mode: SpaceMode, boundary: Boundary) -> Text {
    let (space, espace) = match mode {
        SpaceMode::Reflective => ("a reflective space", "un espace de réflexion"),
        SpaceMode::Experimental => ("an experimental space", "un espace d’expérimentation"),
    };
    let (kind, genre) = match boundary {
        Boundary::Social => ("a social boundary, who is in", "une frontière sociale, qui en est"),
        Boundary::Physical => ("a physical boundary, a place", "une frontière physique, un lieu"),
        Boundary::Temporal => ("a temporal boundary, a time", "une frontière temporelle, un temps"),
        Boundary::Symbolic => (
            "a symbolic boundary, a sign that this is provisional",
            "une frontière symbolique, un signe que ceci est provisoire",
        ),
    };
    Text::both(
        &format!("What sets {space} apart is missing: {kind}."),
        &format!("Il manque ce qui distingue {espace}\u{a0}: {genre}."),
    )
}
