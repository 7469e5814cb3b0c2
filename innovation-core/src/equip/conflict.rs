//! Why there is no programme: the smallest set of wishes and limits that cannot hold
//! together, and ways out.

use super::card::{Card, Degree};
use super::model::Model;
use super::plan::{PlanRequest, RejectReason, Rejected};
use super::search::{self, Found};
use crate::error::{Code, Error};
use crate::people::Id;
use crate::watch::Watch;
use serde_json::json;

/// Nodes to look at for each question.
const NODES: u64 = 3_000;
/// Most minutes more of a session that are tried.
const MOST_MINUTES: u32 = 240;

/// Something asked for that could be dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wish {
    Goal(String),
    Include(Id),
    Exclude(Id),
    Framed(usize),
    Fixed(usize, usize),
    Limit(&'static str),
    Roles,
}

/// The error for a request without a programme.
pub(crate) fn explain(
    request: &PlanRequest,
    cards: &[Card],
    found: &Found,
    watch: &mut dyn Watch,
) -> Error {
    if !found.proved {
        return Error::new(Code::EquipUndecided, "neither a programme nor a proof was found")
            .hint("give more iterations, longer sessions, or fewer wishes");
    }
    let mut asked = wishes(request);
    let (mut at, mut minimal) = (0, true);
    while at < asked.len() {
        let mut fewer = asked.clone();
        fewer.remove(at);
        let possible = possible(request, cards, &fewer, watch);
        minimal &= possible.is_some();
        if possible == Some(false) {
            asked = fewer;
        } else {
            at += 1;
        }
    }
    let mut ways: Vec<(u32, serde_json::Value, String)> = Vec::new();
    for session in 0..request.sessions.len() {
        if let Some(minutes) = minutes_more(request, cards, session, watch) {
            ways.push((
                minutes,
                json!({"session": session, "minutes": minutes}),
                format!("{minutes} minutes more in session {session}"),
            ));
        }
    }
    for (path, wish) in &asked {
        let mut fewer = wishes(request);
        fewer.retain(|other| other.1 != *wish);
        if possible(request, cards, &fewer, watch) == Some(true) {
            ways.push((MOST_MINUTES + 1, json!({"drop": path}), format!("without {path}")));
        }
    }
    ways.sort_by_key(|way| way.0);
    let named: Vec<&str> = asked.iter().map(|(path, _)| path.as_str()).collect();
    let message = match named.as_slice() {
        [] => "the sessions are too short for any programme".to_owned(),
        [one] => format!("{one} cannot be kept in the time there is"),
        _ => format!("these cannot hold together in the time there is: {}", named.join(", ")),
    };
    let rejected = Model::read(request, cards).map(|model| model.rejected).unwrap_or_default();
    let conflict: Vec<serde_json::Value> = asked
        .iter()
        .map(|(path, wish)| {
            let shut: Vec<Rejected> = shut_out(cards, &rejected, wish);
            let mut told = json!({"path": path, "says": says(request, wish)});
            if let (Some(told), false) = (told.as_object_mut(), shut.is_empty()) {
                told.insert("cards".into(), json!(shut));
            }
            told
        })
        .collect();
    let relaxations: Vec<serde_json::Value> = ways.iter().map(|way| way.1.clone()).collect();
    let mut error = Error::new(Code::EquipInfeasible, message)
        .details(json!({"conflict": conflict, "minimal": minimal, "relaxations": relaxations}));
    if let Some((path, _)) = asked.first() {
        error = error.at(path.clone());
    }
    let told: Vec<String> = ways.into_iter().map(|way| way.2).collect();
    if told.is_empty() { error } else { error.hint(format!("possible: {}", told.join(", or "))) }
}

/// Everything that a request asks for beyond its sessions, with its place.
fn wishes(request: &PlanRequest) -> Vec<(String, Wish)> {
    let mut all: Vec<(String, Wish)> = Vec::new();
    let limits = &request.limits;
    let asked = [
        ("facilitator", limits.facilitator < 5),
        ("materials", !limits.materials.is_empty()),
        ("modes", !limits.modes.is_empty()),
        ("energyRun", true),
        ("patientBurden", true),
        ("safety", limits.safety < Degree::High),
        ("cards", limits.cards.is_some()),
        ("maxWithoutBreak", true),
    ];
    for (name, _) in asked.into_iter().filter(|(_, asked)| *asked) {
        all.push((format!("/limits/{name}"), Wish::Limit(name)));
    }
    if request.group.roles.is_some() {
        all.push(("/group/roles".into(), Wish::Roles));
    }
    for (at, id) in request.wishes.exclude.iter().enumerate() {
        all.push((format!("/wishes/exclude/{at}"), Wish::Exclude(id.clone())));
    }
    for (at, session) in request.sessions.iter().enumerate() {
        for block in 0..session.fixed.len() {
            all.push((format!("/sessions/{at}/fixed/{block}"), Wish::Fixed(at, block)));
        }
        if session.framed {
            all.push((format!("/sessions/{at}/framed"), Wish::Framed(at)));
        }
    }
    for (at, id) in request.wishes.include.iter().enumerate() {
        all.push((format!("/wishes/include/{at}"), Wish::Include(id.clone())));
    }
    for (at, outcome) in request.goal.iter().enumerate() {
        all.push((format!("/goal/{at}"), Wish::Goal(outcome.clone())));
    }
    all
}

/// The request with only some of what it asks for.
fn with_only(request: &PlanRequest, kept: &[(String, Wish)]) -> PlanRequest {
    let keeps = |wish: &Wish| kept.iter().any(|(_, other)| other == wish);
    let mut request = request.clone();
    request.goal.retain(|outcome| keeps(&Wish::Goal(outcome.clone())));
    request.wishes.include.retain(|id| keeps(&Wish::Include(id.clone())));
    request.wishes.exclude.retain(|id| keeps(&Wish::Exclude(id.clone())));
    for (at, session) in request.sessions.iter_mut().enumerate() {
        session.framed &= keeps(&Wish::Framed(at));
        let mut block = 0;
        session.fixed.retain(|_| {
            block += 1;
            keeps(&Wish::Fixed(at, block - 1))
        });
    }
    if !keeps(&Wish::Roles) {
        request.group.roles = None;
    }
    let limits = &mut request.limits;
    let dropped = |name| !keeps(&Wish::Limit(name));
    if dropped("facilitator") {
        limits.facilitator = 5;
    }
    if dropped("materials") {
        limits.materials.clear();
    }
    if dropped("modes") {
        limits.modes.clear();
    }
    if dropped("energyRun") {
        limits.energy_run = u32::MAX;
    }
    if dropped("patientBurden") {
        limits.patient_burden = 1_000;
    }
    if dropped("safety") {
        limits.safety = Degree::High;
    }
    if dropped("cards") {
        limits.cards = None;
    }
    if dropped("maxWithoutBreak") {
        limits.max_without_break = 1_440;
    }
    request
}

fn possible(
    request: &PlanRequest,
    cards: &[Card],
    kept: &[(String, Wish)],
    watch: &mut dyn Watch,
) -> Option<bool> {
    let model = Model::read(&with_only(request, kept), cards).ok()?;
    search::possible(&model, NODES, watch)
}

/// The fewest minutes more of a session that make a programme possible.
fn minutes_more(
    request: &PlanRequest,
    cards: &[Card],
    session: usize,
    watch: &mut dyn Watch,
) -> Option<u32> {
    let mut enough = |more: u32| {
        let mut longer = request.clone();
        if let Some(session) = longer.sessions.get_mut(session) {
            session.minutes = session.minutes.saturating_add(more).min(1_440);
        }
        let model = Model::read(&longer, cards).ok();
        model.and_then(|model| search::possible(&model, NODES, watch)) == Some(true)
    };
    if !enough(MOST_MINUTES) {
        return None;
    }
    let (mut few, mut many) = (0, MOST_MINUTES);
    while few + 1 < many {
        let middle = few.midpoint(many);
        if enough(middle) {
            many = middle;
        } else {
            few = middle;
        }
    }
    Some(many)
}

/// Cards that would serve a wish but can never be in, and why.
fn shut_out(cards: &[Card], rejected: &[(usize, RejectReason)], wish: &Wish) -> Vec<Rejected> {
    let serves = |card: &Card| match wish {
        Wish::Goal(outcome) => card.yields.contains(outcome),
        Wish::Include(id) => card.id == *id,
        _ => false,
    };
    let named = |(at, reason): &(usize, RejectReason)| {
        let card = cards.get(*at).filter(|card| serves(card))?;
        Some(Rejected { card: card.id.clone(), reason: reason.clone() })
    };
    rejected.iter().filter_map(named).collect()
}

fn says(request: &PlanRequest, wish: &Wish) -> String {
    match wish {
        Wish::Goal(outcome) => format!("the programme brings {outcome}"),
        Wish::Include(id) => format!("{id} is in"),
        Wish::Exclude(id) => format!("{id} is not in"),
        Wish::Framed(at) => format!("session {at} has an opening first and a closing last"),
        Wish::Fixed(session, block) => {
            let session = request.sessions.get(*session);
            let block = session.and_then(|session| session.fixed.get(*block));
            block.map_or_else(String::new, |block| {
                format!("{} takes {} minutes", block.title.for_locale("en"), block.minutes)
            })
        }
        Wish::Roles => "only these roles are there".into(),
        Wish::Limit("facilitator") => {
            format!("no card is harder to facilitate than {}", request.limits.facilitator)
        }
        Wish::Limit("materials") => "no card takes more material than there is".into(),
        Wish::Limit("modes") => "every card works in the modes asked for".into(),
        Wish::Limit("energyRun") => {
            format!("at most {} lively cards in a row", request.limits.energy_run)
        }
        Wish::Limit("patientBurden") => {
            format!("a session asks at most {} of patients", request.limits.patient_burden)
        }
        Wish::Limit("safety") => "cards ask for no more trust than there is by then".into(),
        Wish::Limit("cards") => {
            format!("at most {} cards in a session", request.limits.cards.unwrap_or(0))
        }
        Wish::Limit(_) => {
            format!("at most {} minutes without a break", request.limits.max_without_break)
        }
    }
}
