//! What is missing for an innovation to last once those who made it step back.
//!
//! [`sustain()`] looks at five anchors – an owner, a recurrent budget line, training that is
//! renewed, measures still collected, a policy in force – and at assessments, and drafts the
//! handing over. `check` refuses what contradicts itself, `anchor` says what is there, `scored`
//! repeats scores with what they rest on, `pact` drafts.
//!
//! Invariant: nothing here forecasts; a score is repeated with its citation and whether its
//! words were validated.

mod anchor;
mod answer;
mod check;
mod document;
mod pact;
mod scored;
#[cfg(test)]
mod tests;

pub use answer::{
    Anchor, AnchorGap, AnchorGapKind, AnchorKind, AnchorState, PactDraft, PactItem, PactSide,
    SustainBand, SustainScore, Sustainability, WeakFactor,
};
pub use document::{
    AnchorBudget, AnchorHandover, AnchorMeasure, AnchorOwner, AnchorPolicy, AnchorTraining,
    Anchoring, SustainRequest,
};

use crate::error::Result;
use crate::text::Text;
use anchor::Found;
use check::Case;

/// Says what is there and what is missing for an innovation to last.
///
/// Each of the five anchors is there, there in part, lapsed or missing, as seen from the exit of
/// those who made it: what holds must hold `horizonMonths` beyond it, or beyond `at` where the
/// exit is past. Training and measures lapse where every one of them is overdue. A policy whose
/// review is overdue has lapsed.
///
/// Scores are those of [`evaluate::score`](crate::evaluate::score()), with the items that have
/// most to gain and the cheapest way to the next band
/// ([`evaluate::improve`](crate::evaluate::improve()), each level up costing 1). They say where
/// to begin, and not whether it will last.
///
/// # Errors
///
/// `spread.invalid-anchoring` where what is meant to last contradicts itself: an owner who is
/// nobody, an end before a beginning, more people trained than must be, a round of no months, a
/// date of what has been after `at`, a signature of somebody else, nothing to score.
/// `contract.invalid-value` where `at` or `exitAt` is no time, or months do not rise; those of
/// `evaluate.score` below `/scores`. `contract.too-large` beyond the limits that the fields name.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{AnchorState, SustainRequest, sustain};
/// let request: SustainRequest = serde_json::from_str(r#"{
///     "anchoring": {
///         "owner": {"role": "head-nurse", "accepted": true},
///         "budget": {"line": "pilot fund", "until": "2027-06-30"}
///     },
///     "exitAt": "2027-01-01",
///     "at": "2026-11-23"
/// }"#).unwrap();
/// let found = sustain(&request)?;
/// assert_eq!(found.anchors[0].state, AnchorState::There);
/// assert_eq!(found.anchors[1].state, AnchorState::Partly);
/// assert_eq!(found.pact.checks[1], "2028-01-01");
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// L. Maher, D. Gustafson, A. Evans, *Sustainability Model and Guide*, NHS Institute for
/// Innovation and Improvement, 2010. S. Malone et al., *The Clinical Sustainability Assessment
/// Tool*, Implementation Science Communications 2:77, 2021. E. Proctor et al., *Outcomes for
/// implementation research*, Administration and Policy in Mental Health 38, 2011.
pub fn sustain(request: &SustainRequest) -> Result<Sustainability> {
    let case = Case::read(request)?;
    let scores = scored::scores(request)?;
    let anchors = anchor::anchors(&case);
    let pact = pact::draft(&case, &anchors);
    let there = anchors.iter().filter(|found| found.anchor.state == AnchorState::There).count();
    Ok(Sustainability {
        at: request.at.clone(),
        innovation: request.innovation.clone(),
        days_to_exit: case.at.days_until(case.exit),
        there: there as u32,
        reading: reading(there),
        missing: missing(&anchors),
        anchors: anchors.into_iter().map(|found| found.anchor).collect(),
        scores,
        pact,
        caution: Text::both(
            "What is listed here is what others have found to matter: it says where to begin. \
             Neither these answers nor any score repeated here forecast whether it will last.",
            "Cette liste rappelle ce que d’autres ont trouvé important\u{a0}: elle dit par où \
             commencer. Ni ces réponses ni les scores repris ici ne prédisent si cela durera.",
        ),
    })
}

/// Gaps, those of anchors that are not there at all first.
fn missing(anchors: &[Found]) -> Vec<AnchorGap> {
    let mut found: Vec<&Found> = anchors.iter().collect();
    found.sort_by_key(|one| one.anchor.state);
    found.into_iter().flat_map(|one| one.gaps.iter().cloned()).collect()
}

fn reading(there: usize) -> Text {
    match there {
        5 => Text::both("All five anchors are there.", "Les cinq ancrages sont là."),
        0 => Text::both(
            "None of the five anchors is there in full.",
            "Aucun des cinq ancrages n’est pleinement là.",
        ),
        1 => Text::both("One of the five anchors is there.", "Un des cinq ancrages est là."),
        _ => Text::both(
            &format!("{there} of the five anchors are there."),
            &format!("{there} des cinq ancrages sont là."),
        ),
    }
}
