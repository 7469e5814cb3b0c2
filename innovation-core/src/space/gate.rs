//! What a space must have before it comes to its next stage.
//!
//! Requirements are the library's own, drawn from what the literature says such spaces lack;
//! they are design hypotheses, not a validated standard.

use super::stage::{Decision, Maturity, SpaceStage, UseStage};
use super::state::State;
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Family;
use crate::protect::charter::signed;
use crate::protect::{Measure, SpaceMode, Work};
use crate::text::Text;
use serde::Serialize;
use serde_json::json;

/// Something a gate asks for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// Its name, stable.
    pub id: String,
    /// What it asks for.
    pub text: Text,
    /// Whether it is there.
    pub met: bool,
}

/// The gate to a stage, and whether it is open.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    /// The stage behind it.
    pub to: SpaceStage,
    /// Whether everything is there.
    pub open: bool,
    /// What it asks for, in order.
    pub requirements: Vec<Requirement>,
}

type Law = (SpaceStage, &'static str, fn(&State, &str) -> bool, &'static str, &'static str);

/// Every requirement: the stage it guards, its name, the test, the words.
const LAWS: &[Law] = &[
    (
        SpaceStage::Exploration,
        "charter-signed",
        |state, _| state.charter.as_ref().is_some_and(|charter| signed(charter).missing.is_empty()),
        "every party has signed the charter",
        "chaque partie a signé la charte",
    ),
    (
        SpaceStage::Exploration,
        "sponsor",
        |state, _| state.founding.as_ref().is_some_and(|founding| founding.sponsor.is_some()),
        "someone with authority backs the space",
        "une autorité soutient l’espace",
    ),
    (
        SpaceStage::Exploration,
        "right-to-fail",
        |state, _| state.charter.as_ref().is_some_and(|charter| charter.right_to_fail.is_some()),
        "the charter says who answers for a failure",
        "la charte dit qui répond d’un échec",
    ),
    (
        SpaceStage::Exploration,
        "lived-experience",
        |state, _| state.has_family(Family::LivedExperience),
        "patients, users or carers take part",
        "des usagers ou des proches aidants participent",
    ),
    (
        SpaceStage::Exploration,
        "facilitator",
        |state, _| state.has_family(Family::Facilitation),
        "a facilitator holds the space",
        "un facilitateur ou une facilitatrice tient l’espace",
    ),
    (
        SpaceStage::Exploration,
        "two-silos",
        |state, _| {
            let mut silos: Vec<_> = state
                .people()
                .map(|person| (person.organisation.as_deref(), person.unit.as_deref()))
                .collect();
            silos.sort_unstable();
            silos.dedup();
            silos.len() >= 2
        },
        "members come from two units or organisations at least",
        "les membres viennent d’au moins deux services ou organisations",
    ),
    (
        SpaceStage::Prototyping,
        "reflective-programme",
        |state, _| state.has_mode(SpaceMode::Reflective),
        "a reflective programme was convened",
        "un programme réflexif a été réuni",
    ),
    (
        SpaceStage::Prototyping,
        "concept",
        |state, _| state.has_idea(Maturity::Concept),
        "an idea was thought through to a concept",
        "une idée a mûri jusqu’au concept",
    ),
    (
        SpaceStage::Evaluation,
        "experimental-programme",
        |state, _| state.has_mode(SpaceMode::Experimental),
        "an experimental programme was convened",
        "un programme expérimental a été réuni",
    ),
    (
        SpaceStage::Evaluation,
        "prototype",
        |state, _| state.has_idea(Maturity::Prototype),
        "an idea was made tangible",
        "une idée est devenue tangible",
    ),
    (
        SpaceStage::Perpetuation,
        "assessed-pilot",
        |state, _| {
            let piloted =
                |id| state.ideas.get(id).is_some_and(|idea| idea.maturity >= Maturity::Pilot);
            state.assessments.iter().any(|held| held.found.idea.as_ref().is_some_and(piloted))
        },
        "an idea was tried where care is given, and assessed",
        "une idée a été essayée sur le terrain et évaluée",
    ),
    (
        SpaceStage::Perpetuation,
        "decision",
        |state, _| state.ideas.values().any(|idea| idea.decision == Some(Decision::Pursue)),
        "it was decided to pursue an idea",
        "il a été décidé de poursuivre une idée",
    ),
    (
        SpaceStage::Spread,
        "anchoring",
        |state, at| {
            let Some(at) = Instant::parse(at) else { return false };
            let grantors = state.grantors(at);
            let anchors = |held: &Measure| held.work == Work::Anchoring && grantors.holds(held);
            state.measures.iter().any(anchors)
        },
        "a measure ties what was found back to the field",
        "une mesure ancre ce qui a été trouvé dans le terrain",
    ),
    (
        SpaceStage::Spread,
        "practice",
        |state, _| state.has_idea(Maturity::Practice),
        "an idea is what is done somewhere",
        "une idée est devenue la pratique quelque part",
    ),
    (
        SpaceStage::Spread,
        "owner",
        |state, _| !state.handovers.is_empty(),
        "someone owns an idea after the space",
        "quelqu’un porte une idée après l’espace",
    ),
    (
        SpaceStage::HandedOver,
        "every-owner",
        |state, _| {
            let practised =
                state.ideas.iter().filter(|(_, idea)| idea.maturity == Maturity::Practice);
            practised.clone().count() > 0
                && practised.into_iter().all(|(id, _)| state.handovers.contains_key(id))
        },
        "every idea in practice has an owner",
        "chaque idée passée dans la pratique a un porteur",
    ),
    (
        SpaceStage::HandedOver,
        "twelve-month-check",
        |state, at| {
            let late = Instant::parse(at).map(|moment| moment.plus_days(330));
            let far = |check: &String| Instant::parse(check) >= late;
            !state.handovers.is_empty()
                && state.handovers.values().all(|pact| pact.checks.iter().any(far))
        },
        "each will be looked at again about a year from now",
        "chacune sera revue dans un an environ",
    ),
    (
        SpaceStage::HandedOver,
        "used-elsewhere",
        |state, _| {
            let used = |site: &super::state::SiteUse| {
                matches!(site.stage, UseStage::Adopted | UseStage::Routine)
            };
            state.sites.values().flatten().any(used)
        },
        "a site has adopted an idea",
        "un site a adopté une idée",
    ),
];

/// The gate to a stage, looked at at a moment.
pub(super) fn gate(state: &State, to: SpaceStage, at: &str) -> Gate {
    let laws = LAWS.iter().filter(|law| law.0 == to);
    let requirements: Vec<_> = laws
        .map(|(_, id, test, english, french)| Requirement {
            id: (*id).to_owned(),
            text: Text::both(english, french),
            met: test(state, at),
        })
        .collect();
    Gate { to, open: requirements.iter().all(|requirement| requirement.met), requirements }
}

/// Refuses a stage whose gate is closed.
pub(super) fn check(state: &State, to: SpaceStage, at: &str) -> Result<()> {
    let gate = gate(state, to, at);
    let missing: Vec<_> = gate.requirements.iter().filter(|requirement| !requirement.met).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let words: Vec<_> =
        missing.iter().map(|requirement| requirement.text.for_locale("en")).collect();
    let message = format!("missing: {}", words.join("; "));
    Err(Error::new(Code::SpaceGateClosed, message)
        .at("/command/advanceStage/to")
        .details(json!({"missing": missing})))
}

impl State {
    pub(super) fn has_family(&self, family: Family) -> bool {
        self.people().any(|person| person.family == Some(family))
    }

    fn has_mode(&self, mode: SpaceMode) -> bool {
        self.programmes.iter().any(|programme| programme.mode == mode)
    }

    fn has_idea(&self, maturity: Maturity) -> bool {
        self.ideas.values().any(|idea| idea.maturity >= maturity)
    }
}
