//! The handing over, drafted: what passes, what each side takes on, what is open.

use super::anchor::Found;
use super::answer::{AnchorKind, AnchorState, PactDraft, PactItem, PactSide};
use super::check::Case;
use crate::people::Id;
use crate::text::Text;
use std::collections::BTreeSet;

/// An entry of the checklist: its id, whose task it is, the anchor behind it, its words.
type Entry = (&'static str, PactSide, Option<AnchorKind>, [&'static str; 2]);

/// What passes from one side to the other.
const PASSES: &[Entry] = &[
    (
        "ownership",
        PactSide::Both,
        Some(AnchorKind::Owner),
        [
            "From the day of the handing over, the new owner decides on the innovation and answers for it.",
            "À partir du jour de la passation, la nouvelle instance responsable décide de l’innovation et en répond.",
        ],
    ),
    (
        "budget",
        PactSide::Both,
        Some(AnchorKind::Budget),
        [
            "The budget line passes with it, and stands in the ordinary budget.",
            "La ligne budgétaire est transmise avec elle et figure au budget ordinaire.",
        ],
    ),
    (
        "training",
        PactSide::Both,
        Some(AnchorKind::Training),
        [
            "The training passes with its materials, and whoever gives it is named.",
            "La formation est transmise avec ses supports, et la personne qui la donne est désignée.",
        ],
    ),
    (
        "measures",
        PactSide::Both,
        Some(AnchorKind::Measures),
        [
            "The measures pass with the way they are collected and all that was collected so far.",
            "Les mesures sont transmises avec leur mode de recueil et tout ce qui a été recueilli jusqu’ici.",
        ],
    ),
    (
        "policy",
        PactSide::Both,
        Some(AnchorKind::Policy),
        [
            "The document in which it is written passes, and whoever revises it is named.",
            "Le document où elle est écrite est transmis, et la personne qui le révise est désignée.",
        ],
    ),
    (
        "core",
        PactSide::Giver,
        None,
        [
            "A description passes of what must not be lost, why, and what each site may change.",
            "Une description est transmise\u{a0}: ce qui ne doit pas se perdre, pourquoi, et ce que chaque site peut changer.",
        ],
    ),
    (
        "register",
        PactSide::Giver,
        None,
        [
            "The register of sites and adaptations passes, with what did not work.",
            "Le registre des sites et des adaptations est transmis, y compris ce qui n’a pas marché.",
        ],
    ),
    (
        "people",
        PactSide::Giver,
        None,
        [
            "Those who made it, patient partners and carers among them, are asked whether they wish to stay in touch, and under which conditions.",
            "On demande à celles et ceux qui l’ont faite, dont les patients partenaires et les proches aidants, s’ils souhaitent rester en lien, et à quelles conditions.",
        ],
    ),
];

/// What each side takes on.
const OBLIGATIONS: &[Entry] = &[
    (
        "support",
        PactSide::Giver,
        None,
        [
            "For six months we answer questions and come when we are called.",
            "Pendant six mois, nous répondons aux questions et venons quand on nous appelle.",
        ],
    ),
    (
        "letting-go",
        PactSide::Giver,
        None,
        [
            "After that day we advise and no longer decide.",
            "Après ce jour, nous conseillons et ne décidons plus.",
        ],
    ),
    (
        "keeping-the-core",
        PactSide::Receiver,
        None,
        [
            "We keep the core, and write down what we change and why.",
            "Nous gardons le cœur et consignons ce que nous changeons et pourquoi.",
        ],
    ),
    (
        "voices",
        PactSide::Receiver,
        None,
        [
            "Patients, users and carers keep a say in what becomes of it, and are compensated for their time.",
            "Les patients, les usagers et les proches aidants gardent voix au chapitre et sont indemnisés pour leur temps.",
        ],
    ),
    (
        "looking-again",
        PactSide::Receiver,
        None,
        [
            "We look again on the days named here, and tell the other side what we find.",
            "Nous faisons le point aux dates indiquées ici et disons à l’autre partie ce que nous constatons.",
        ],
    ),
    (
        "stopping",
        PactSide::Receiver,
        None,
        [
            "Should we stop, we tell those concerned beforehand, with the reasons.",
            "Si nous arrêtons, nous prévenons les personnes concernées à l’avance et donnons nos raisons.",
        ],
    ),
    (
        "credit",
        PactSide::Both,
        None,
        [
            "Whoever made it is named wherever it is shown, in the way they wish.",
            "Celles et ceux qui l’ont faite sont nommés partout où elle est présentée, comme ils le souhaitent.",
        ],
    ),
    (
        "amending",
        PactSide::Both,
        None,
        [
            "Either side may ask to change this pact; a change holds once both have signed it.",
            "Chaque partie peut demander à modifier ce pacte\u{202f}; une modification vaut quand les deux l’ont signée.",
        ],
    ),
];

pub(super) fn draft(case: &Case<'_>, anchors: &[Found]) -> PactDraft {
    let given = case.request.anchoring.handover.as_ref();
    let settled: BTreeSet<&str> =
        given.into_iter().flat_map(|pact| &pact.clauses).map(|clause| clause.id.as_str()).collect();
    let items = |entries: &[Entry]| -> Vec<PactItem> {
        let item = |(id, side, anchor, [english, french]): &Entry| PactItem {
            id,
            side: *side,
            text: Text::both(english, french),
            agreed: settled.contains(id),
            state: anchor.and_then(|kind| state(anchors, kind)),
        };
        entries.iter().map(item).collect()
    };
    let (passes, obligations) = (items(PASSES), items(OBLIGATIONS));
    let version = given.map_or(1, |pact| pact.version);
    let parties: Vec<&Id> = given.into_iter().flat_map(|pact| [&pact.from, &pact.to]).collect();
    let has_signed = |party: &&&Id| {
        let mut signatures = given.into_iter().flat_map(|pact| &pact.signatures);
        signatures.any(|one| one.party == ***party && one.version == version)
    };
    let signed: Vec<Id> = parties.iter().filter(has_signed).map(|id| (*id).clone()).collect();
    let unsigned: Vec<Id> =
        parties.iter().filter(|id| !has_signed(id)).map(|id| (*id).clone()).collect();
    let months = case.request.check_months.iter();
    let left = passes.iter().chain(&obligations).filter(|item| !item.agreed).count();
    PactDraft {
        from: given.map(|pact| pact.from.clone()),
        to: given.map(|pact| pact.to.clone()),
        at: given.and_then(|pact| pact.at.clone()),
        version,
        open: open(case, anchors, left, &unsigned),
        passes,
        obligations,
        checks: months.map(|&month| case.exit.plus_months(month).day()).collect(),
        clauses: given.map(|pact| pact.clauses.clone()).unwrap_or_default(),
        signed,
        unsigned,
    }
}

fn state(anchors: &[Found], kind: AnchorKind) -> Option<AnchorState> {
    anchors.iter().find(|found| found.anchor.anchor == kind).map(|found| found.anchor.state)
}

/// First who and when, then what is agreed, then what would pass broken, then who must sign.
fn open(case: &Case<'_>, anchors: &[Found], left: usize, unsigned: &[Id]) -> Vec<Text> {
    let given = case.request.anchoring.handover.as_ref();
    let mut open = Vec::new();
    if given.is_none() {
        open.push(Text::both(
            "Nobody is named who hands over, and nobody who takes over.",
            "Personne n’est désigné pour transmettre, ni pour reprendre.",
        ));
    }
    if given.is_none_or(|pact| pact.at.is_none()) {
        open.push(Text::both(
            "The day of the handing over is not set.",
            "Le jour de la passation n’est pas fixé.",
        ));
    }
    match left {
        0 => {}
        1 => open.push(Text::both(
            "One entry of this checklist is not settled by a clause.",
            "Un point de cette liste n’est réglé par aucune clause.",
        )),
        _ => open.push(Text::both(
            &format!("{left} entries of this checklist are not settled by a clause."),
            &format!("{left} points de cette liste ne sont réglés par aucune clause."),
        )),
    }
    let broken = anchors.iter().filter(|found| found.anchor.state != AnchorState::There);
    open.extend(broken.map(|found| found.anchor.reason.clone()));
    for party in unsigned {
        open.push(Text::both(
            &format!("“{party}” has not signed this version."),
            &format!("«\u{a0}{party}\u{a0}» n’a pas signé cette version."),
        ));
    }
    open
}
