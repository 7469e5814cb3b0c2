//! A programme in words and times: what happens when, why, and why not.

use super::card::{Card, Kind, Phase};
use super::model::{Meaning, Model, share_of_groups};
use super::plan::{
    Item, ItemStage, MaterialNeeded, Plan, PlanBecause, PlanReason, PlanRequest, RejectReason,
    Rejected, ValueParts,
};
use super::search::{Found, Programme};
use super::timing::{Timed, share_out, times};
use crate::gather::SearchDone;
use crate::people::Id;
use crate::text::Text;

/// The answer to a request.
pub(crate) fn plan(
    request: &PlanRequest,
    cards: &[Card],
    model: &Model,
    programme: &Programme,
    found: &Found,
) -> Plan {
    let timed = times(model, &programme.slots);
    let mut chosen = vec![false; model.candidates.len()];
    for at in timed.iter().filter_map(|timed| timed.slot.candidate) {
        if let Some(chosen) = chosen.get_mut(at) {
            *chosen = true;
        }
    }
    let card_of = |timed: &Timed| {
        let at = match timed.slot.candidate {
            Some(candidate) => model.candidates.get(candidate)?.card,
            None => model.rest?.0,
        };
        cards.get(at)
    };
    let mut items = Vec::new();
    let mut because = Vec::new();
    for placed in &request.lock {
        let Some(card) = cards.iter().find(|card| card.id == placed.card) else { continue };
        let session = placed.session as usize;
        items.push(item(request, model, card, session, placed.start, placed.minutes, true));
        because.push(PlanBecause { card: card.id.clone(), reasons: vec![PlanReason::Locked] });
    }
    for place in &timed {
        let Some(card) = card_of(place) else { continue };
        let session = place.slot.session;
        items.push(item(request, model, card, session, place.start, place.minutes, false));
        let reasons = reasons(request, cards, model, &chosen, place, card);
        because.push(PlanBecause { card: card.id.clone(), reasons });
    }
    let used: Vec<&Card> = items
        .iter()
        .filter_map(|item| cards.iter().find(|card| Some(&card.id) == item.card.as_ref()))
        .collect();
    let (materials, prepare) = (materials(request, &used), prepare(&used));
    items.extend(blocks(request, model));
    items.sort_by_key(|item| (item.session, item.start));
    Plan {
        items,
        value: programme.value,
        parts: parts(model, &chosen),
        proved: found.proved,
        bound: if found.proved { programme.value } else { found.bound.unwrap_or(programme.value) },
        because,
        rejected: rejected(request, cards, model, &chosen, &timed, found),
        materials,
        prepare,
        seed: request.seed,
        search: SearchDone {
            iterations: found.nodes,
            reproducible: request.effort.milliseconds.is_none() && !found.stopped,
        },
    }
}

/// A text in the language asked for.
fn told(request: &PlanRequest, text: &Text) -> Text {
    let locale = request.locale.as_deref();
    locale.map_or_else(|| text.clone(), |locale| Text::from(text.for_locale(locale)))
}

fn item(
    request: &PlanRequest,
    model: &Model,
    card: &Card,
    session: usize,
    start: u32,
    minutes: u32,
    locked: bool,
) -> Item {
    // A card cut short by its lock loses stages in proportion, the debriefing first.
    let debrief = card.minutes.debrief.min(minutes.saturating_sub(card.minutes.run.min));
    let lengths: Vec<u32> = card.stages.iter().map(|stage| stage.minutes).collect();
    let stages = card.stages.iter().zip(share_out(&lengths, minutes - debrief));
    Item {
        session: session as u32,
        card: Some(card.id.clone()),
        title: told(request, &card.title),
        start,
        at: model.sessions.get(session).map(|room| room.clock.after(start)).unwrap_or_default(),
        minutes,
        stages: stages
            .map(|(stage, minutes)| ItemStage {
                title: told(request, &stage.title),
                minutes,
                grouping: stage.grouping,
            })
            .collect(),
        debrief,
        locked,
    }
}

/// The fixed blocks of the request.
fn blocks(request: &PlanRequest, model: &Model) -> Vec<Item> {
    let sessions = request.sessions.iter().zip(&model.sessions).enumerate();
    sessions
        .flat_map(|(number, (session, room))| {
            session.fixed.iter().map(move |block| Item {
                session: number as u32,
                card: None,
                title: told(request, &block.title),
                start: block.at,
                at: room.clock.after(block.at),
                minutes: block.minutes,
                stages: Vec::new(),
                debrief: 0,
                locked: true,
            })
        })
        .collect()
}

fn reasons(
    request: &PlanRequest,
    cards: &[Card],
    model: &Model,
    chosen: &[bool],
    place: &Timed,
    card: &Card,
) -> Vec<PlanReason> {
    let Some(own) = place.slot.candidate else {
        return vec![PlanReason::Rest { after: place.tired }];
    };
    let Some(candidate) = model.candidates.get(own) else { return Vec::new() };
    let mut reasons = Vec::new();
    if candidate.wished {
        reasons.push(PlanReason::Wished);
    }
    match card.kind {
        Kind::Opening => reasons.push(PlanReason::Opening),
        Kind::Closing => reasons.push(PlanReason::Closing),
        _ => {}
    }
    let others = || {
        let all = model.candidates.iter().zip(chosen).enumerate();
        all.filter(|(at, (_, chosen))| **chosen && *at != own).map(|(_, (other, _))| other)
    };
    for (at, outcome) in model.names.iter().enumerate() {
        if candidate.yields >> at & 1 == 0 {
            continue;
        }
        let outcome = outcome.clone();
        if model.goal >> at & 1 == 1 {
            reasons.push(PlanReason::Goal { outcome: outcome.clone() });
        }
        let served: Vec<Id> = others()
            .filter(|other| other.needs >> at & 1 == 1)
            .filter_map(|other| cards.get(other.card))
            .map(|card| card.id.clone())
            .collect();
        if !served.is_empty() {
            reasons.push(PlanReason::Prepares { outcome, cards: served });
        }
    }
    if let Some(&phase) = Phase::ALL.get(candidate.phase) {
        if others().all(|other| other.phase != candidate.phase) {
            reasons.push(PlanReason::Variety { phase });
        }
        if request.wishes.phase_share.contains_key(&phase) {
            reasons.push(PlanReason::Balance { phase });
        }
    }
    let share = share_of_groups(card);
    if share > 0 {
        reasons.push(PlanReason::Participation { share });
    }
    reasons
}

fn parts(model: &Model, chosen: &[bool]) -> ValueParts {
    let has = |at: &usize| chosen.get(*at) == Some(&true);
    let mut parts = ValueParts::default();
    for (card, _) in model.candidates.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
        parts.participation += card.participation;
        parts.fit += card.worth - card.participation;
    }
    for term in model.terms.iter().filter(|term| term.members.iter().any(has)) {
        match term.meaning {
            Meaning::Outcome => parts.fit += term.points,
            Meaning::Phase => parts.variety += term.points,
        }
    }
    parts.balance = model.shares.iter().map(|share| model.minutes_of(share, chosen)).sum();
    parts
}

fn rejected(
    request: &PlanRequest,
    cards: &[Card],
    model: &Model,
    chosen: &[bool],
    timed: &[Timed],
    found: &Found,
) -> Vec<Rejected> {
    let mut reasons: Vec<(usize, RejectReason)> = model.rejected.clone();
    let value = model.points(chosen);
    for (at, candidate) in model.candidates.iter().enumerate() {
        if chosen.get(at) != Some(&false) {
            continue;
        }
        let most = found.with.get(at).copied().filter(|&most| most < value);
        let reason = most.map_or(RejectReason::NoRoom, |most| RejectReason::WorthLess { most });
        reasons.push((candidate.card, reason));
    }
    if let Some((rest, _)) = model.rest
        && timed.iter().all(|timed| timed.slot.candidate.is_some())
    {
        reasons.push((rest, RejectReason::NotNeeded));
    }
    reasons.sort_by_key(|reason| reason.0);
    let named = |(at, reason): (usize, RejectReason)| {
        let reason = match reason {
            RejectReason::Material { name, needed, there } => {
                RejectReason::Material { name: told(request, &name), needed, there }
            }
            other => other,
        };
        Some(Rejected { card: cards.get(at)?.id.clone(), reason })
    };
    reasons.into_iter().filter_map(named).collect()
}

/// What must lie ready: of each material as many as the card that takes most of it.
fn materials(request: &PlanRequest, used: &[&Card]) -> Vec<MaterialNeeded> {
    let mut needed: Vec<MaterialNeeded> = Vec::new();
    for item in used.iter().flat_map(|card| &card.materials) {
        let (name, count) = (told(request, &item.name), item.needed(request.group.size));
        match needed.iter_mut().find(|known| known.name == name) {
            Some(known) => known.count = known.count.max(count),
            None => needed.push(MaterialNeeded { name, count }),
        }
    }
    needed.sort_by(|a, b| a.name.cmp(&b.name));
    needed
}

fn prepare(used: &[&Card]) -> u32 {
    used.iter().fold(0, |sum, card| sum.saturating_add(card.minutes.prepare))
}
