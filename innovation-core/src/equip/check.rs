//! What a request says that cannot be meant: unknown names, goals out of reach, sessions that
//! contradict themselves.

use super::card::{Card, Kind};
use super::plan::{Placed, PlanRequest, Session};
use super::{bounds, reach};
use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use crate::people::catalogue;
use std::collections::{BTreeMap, BTreeSet};

/// A request whose names are known.
pub(crate) struct Checked {
    /// The outcomes, in alphabetical order.
    pub names: Vec<String>,
    /// The card and the session of each locked place.
    pub locked: Vec<(usize, usize)>,
}

/// Checks names, goals and locked places.
pub(crate) fn request(request: &PlanRequest, cards: &[Card]) -> Result<Checked> {
    bounds::check(request, cards)?;
    let ids: BTreeMap<&str, usize> =
        cards.iter().enumerate().rev().map(|(at, card)| (card.id.as_str(), at)).collect();
    for (at, card) in cards.iter().enumerate() {
        if ids.get(card.id.as_str()) != Some(&at) {
            return Err(Error::new(
                Code::EquipInvalidCard,
                format!("two cards have the id {}", card.id),
            )
            .at(format!("/cards/{at}/id")));
        }
        let run = card.minutes.run;
        if run.min == 0 || run.min > run.max {
            let message = format!("a card does not run for {} to {} minutes", run.min, run.max);
            return Err(
                Error::new(Code::EquipInvalidCard, message).at(format!("/cards/{at}/minutes/run"))
            );
        }
    }
    let find = |id: &str, path: String| {
        ids.get(id).copied().ok_or_else(|| {
            let known: Vec<&str> = ids.keys().copied().collect();
            let error = Error::new(Code::EquipUnknownCard, format!("no card has the id {id}"));
            with_hint(error.at(&path), nearest(id, &known))
        })
    };
    for (at, id) in request.wishes.include.iter().enumerate() {
        let path = format!("/wishes/include/{at}");
        let card = find(id.as_str(), path.clone())?;
        if request.wishes.exclude.contains(id) {
            return Err(Error::new(
                Code::EquipInvalidWish,
                format!("{id} is to be in and is to be out"),
            )
            .at(&path));
        }
        if cards.get(card).is_some_and(|card| card.kind == Kind::Break) {
            return Err(Error::new(Code::EquipInvalidWish, format!("{id} is a break"))
                .at(&path)
                .hint("breaks are placed where they are needed; a fixed block places one"));
        }
    }
    for (at, id) in request.wishes.exclude.iter().enumerate() {
        find(id.as_str(), format!("/wishes/exclude/{at}"))?;
    }
    let shares: u64 = request.wishes.phase_share.values().map(|&share| u64::from(share)).sum();
    if shares > 100 {
        let message = format!("the shares of the phases add up to {shares} per cent");
        return Err(Error::new(Code::EquipInvalidWish, message).at("/wishes/phaseShare"));
    }
    sessions(request)?;
    let locked = locked(request, cards, &find)?;
    let names = outcomes(request, cards, &locked)?;
    group(request, cards)?;
    Ok(Checked { names, locked })
}

/// The gaps between the fixed blocks of a session: start and minutes.
pub(crate) fn gaps(session: &Session, number: usize) -> Result<Vec<(u32, u32)>> {
    let mut blocks: Vec<(usize, u32, u32)> =
        session.fixed.iter().enumerate().map(|(at, block)| (at, block.at, block.minutes)).collect();
    blocks.sort_by_key(|&(at, from, _)| (from, at));
    let mut gaps = Vec::new();
    let mut free = 0;
    for &(at, from, minutes) in &blocks {
        let refuse = |message: String| {
            Error::new(Code::EquipInvalidSession, message)
                .at(format!("/sessions/{number}/fixed/{at}"))
        };
        if from < free {
            return Err(refuse("two fixed blocks overlap".into()));
        }
        let end = from.saturating_add(minutes);
        if minutes == 0 || end > session.minutes {
            let message = format!(
                "a block from {from} to {end} does not fit in a session of {} minutes",
                session.minutes
            );
            return Err(refuse(message));
        }
        if from > free {
            gaps.push((free, from - free));
        }
        free = end;
    }
    if session.minutes > free {
        gaps.push((free, session.minutes - free));
    }
    Ok(gaps)
}

/// The roles that are there, with their families; `None` where anybody may be.
pub(crate) fn roles_there(request: &PlanRequest) -> Option<BTreeSet<String>> {
    let roles = request.group.roles.as_ref()?;
    let families = catalogue().ok()?;
    let family = |role: &String| Some(families.family(role, None).ok()?.name().to_owned());
    Some(roles.iter().cloned().chain(roles.iter().filter_map(family)).collect())
}

/// The outcomes that are there from the start: those in hand, and those of locked cards.
pub(crate) fn in_hand<'a>(
    request: &'a PlanRequest,
    cards: &'a [Card],
    locked: &[(usize, usize)],
) -> BTreeSet<&'a str> {
    let cards = locked.iter().filter_map(|&(at, _)| cards.get(at));
    let yields = cards.flat_map(|card| &card.yields);
    request.have.iter().chain(yields).map(String::as_str).collect()
}

fn sessions(request: &PlanRequest) -> Result<()> {
    if request.sessions.is_empty() {
        return Err(Error::new(Code::EquipInvalidSession, "there is no session").at("/sessions"));
    }
    for (at, session) in request.sessions.iter().enumerate() {
        if !(1..=1440).contains(&session.minutes) {
            let message = format!("a session of {} minutes", session.minutes);
            return Err(Error::new(Code::EquipInvalidSession, message)
                .at(format!("/sessions/{at}/minutes"))
                .hint("from 1 minute to a day of 1440"));
        }
        gaps(session, at)?;
    }
    Ok(())
}

/// The card and the session of each locked place. Breaks apart, a card is locked once; no two
/// places overlap.
fn locked(
    request: &PlanRequest,
    cards: &[Card],
    find: &dyn Fn(&str, String) -> Result<usize>,
) -> Result<Vec<(usize, usize)>> {
    let mut locked: Vec<(usize, usize)> = Vec::new();
    for (at, placed) in request.lock.iter().enumerate() {
        let card = find(placed.card.as_str(), format!("/lock/{at}/card"))?;
        let session = placed.session as usize;
        let Some(room) = request.sessions.get(session) else {
            return Err(Error::new(
                Code::EquipInvalidSession,
                format!("there is no session {session}; the first is 0"),
            )
            .at(format!("/lock/{at}/session")));
        };
        if placed.start.saturating_add(placed.minutes) > room.minutes {
            return Err(Error::new(
                Code::EquipInvalidSession,
                format!("{} would end after the session", placed.card),
            )
            .at(format!("/lock/{at}")));
        }
        let rests = cards.get(card).is_some_and(|card| card.kind == Kind::Break);
        if !rests && locked.iter().any(|&(other, _)| other == card) {
            return Err(Error::new(
                Code::EquipInvalidSession,
                format!("{} is locked twice", placed.card),
            )
            .at(format!("/lock/{at}/card"))
            .hint("a programme has each card once, breaks apart"));
        }
        locked.push((card, session));
    }
    one_by_one(&request.lock)?;
    Ok(locked)
}

/// Locked cards of a session come one after the other.
fn one_by_one(lock: &[Placed]) -> Result<()> {
    let end = |placed: &Placed| placed.start.saturating_add(placed.minutes);
    let mut order: Vec<(usize, &Placed)> = lock.iter().enumerate().collect();
    order.sort_by_key(|&(at, placed)| (placed.session, placed.start, end(placed), at));
    for (&(_, before), &(at, placed)) in order.iter().zip(order.iter().skip(1)) {
        if before.session == placed.session && placed.start < end(before) {
            let message = format!(
                "{} begins at {} minutes, before {} ends at {}",
                placed.card,
                placed.start,
                before.card,
                end(before)
            );
            return Err(Error::new(Code::EquipInvalidSession, message)
                .at(format!("/lock/{at}/start"))
                .hint("locked cards of a session come one after the other"));
        }
    }
    Ok(())
}

/// The outcomes that cards and request name; those of the goal can be reached.
fn outcomes(
    request: &PlanRequest,
    cards: &[Card],
    locked: &[(usize, usize)],
) -> Result<Vec<String>> {
    let of_cards = cards.iter().flat_map(|card| card.needs.iter().chain(&card.yields));
    let names: BTreeSet<&str> = of_cards.map(String::as_str).collect();
    if names.len() > bounds::OUTCOMES {
        let message = format!("{} outcomes are more than {}", names.len(), bounds::OUTCOMES);
        return Err(Error::new(Code::EquipInvalidCard, message).at("/cards"));
    }
    let known: Vec<&str> = names.iter().copied().collect();
    let lists = [("/goal", &request.goal), ("/have", &request.have)];
    for (place, list) in lists {
        for (at, outcome) in list.iter().enumerate() {
            if known.binary_search(&outcome.as_str()).is_err() {
                let error = Error::new(
                    Code::EquipUnknownOutcome,
                    format!("no card needs or yields {outcome}"),
                );
                return Err(with_hint(error.at(format!("{place}/{at}")), nearest(outcome, &known)));
            }
        }
    }
    let all: Vec<usize> = (0..cards.len()).collect();
    let (hand, runs) = reach::closure(cards, &all, &in_hand(request, cards, locked));
    for (at, outcome) in request.goal.iter().enumerate() {
        if !hand.contains(outcome.as_str()) {
            let waiting = cards.iter().zip(&runs).find(|(card, _)| card.yields.contains(outcome));
            let why = match waiting {
                None => format!("no card yields {outcome}"),
                Some((card, _)) => {
                    let need = card.needs.iter().find(|need| !hand.contains(need.as_str()));
                    format!(
                        "{outcome} would come from {}, whose need of {} nothing meets",
                        card.id,
                        need.map_or("", String::as_str)
                    )
                }
            };
            return Err(Error::new(Code::EquipUnreachableGoal, why).at(format!("/goal/{at}")));
        }
    }
    Ok(names.into_iter().map(str::to_owned).collect())
}

/// Somebody is there, and not fewer than every card takes.
fn group(request: &PlanRequest, cards: &[Card]) -> Result<()> {
    let size = request.group.size;
    let working = || cards.iter().filter(|card| card.kind != Kind::Break);
    if working().any(|card| card.group.takes(size)) && size > 0 {
        return Ok(());
    }
    let least = working().map(|card| card.group.min).min().unwrap_or(1);
    Err(Error::new(Code::EquipInvalidSession, format!("no card is for a group of {size}"))
        .at("/group/size")
        .hint(format!("the cards begin at {least} people")))
}

fn with_hint(error: Error, hint: Option<String>) -> Error {
    match hint {
        Some(hint) => error.hint(&hint),
        None => error,
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan;
    use super::*;
    use serde_json::{Value, json};

    /// Two sessions with places locked; the items as their card and start.
    fn locked(goal: &str, lock: &Value) -> Result<Vec<String>> {
        let card = |id: &str, kind: &str, needs: &[&str], yields: &[&str]| {
            json!({"id": id, "kind": kind, "title": id, "group": {"min": 2},
                   "minutes": {"run": {"min": 20, "max": 20}}, "needs": needs, "yields": yields})
        };
        let session = json!({"start": "09:00", "minutes": 70, "framed": false});
        let request = json!({
            "goal": [goal], "sessions": [session, session], "group": {"size": 6},
            "cards": [
                card("walk", "method", &[], &["insights"]),
                card("sort", "method", &["insights"], &["ideas"]),
                card("test", "method", &["prototype"], &["feedback"]),
                card("tell", "method", &["feedback"], &["story"]),
                card("rest", "break", &[], &[])
            ],
            "limits": {"cards": 1}, "lock": lock
        });
        let plan = plan(&serde_json::from_value(request).unwrap())?;
        let told = |item: super::super::Item| {
            format!("{} {}+{}", item.card.unwrap(), item.session, item.start)
        };
        Ok(plan.items.into_iter().map(told).collect())
    }

    fn refused(lock: &Value) -> String {
        let error = locked("ideas", lock).unwrap_err();
        assert!(error.advice().is_some());
        format!("{} at {}", error.code(), error.path())
    }

    fn place(card: &str, session: u32, start: u32, minutes: u32) -> Value {
        json!({"card": card, "session": session, "start": start, "minutes": minutes})
    }

    #[test]
    fn what_a_locked_card_brings_is_in_hand() {
        let test = json!([place("test", 0, 0, 20)]);
        let unmet = locked("feedback", &json!([])).unwrap_err();
        assert_eq!(unmet.code(), Code::EquipUnreachableGoal, "nothing yields a prototype");
        assert_eq!(locked("feedback", &test).unwrap().first().unwrap(), "test 0+0");
        let told = locked("story", &test).unwrap();
        assert!(told.iter().any(|item| item.starts_with("tell 1+")), "{told:?}");
        assert_eq!(locked("prototype", &test).unwrap_err().code(), Code::EquipUnreachableGoal);
    }

    #[test]
    fn sessions_before_the_last_locked_one_are_over() {
        let told = locked("insights", &json!([place("walk", 1, 10, 20)])).unwrap();
        assert_eq!(told, ["walk 1+10"]);
    }

    #[test]
    fn a_card_is_locked_once_and_a_break_as_often_as_it_was_taken() {
        let twice = json!([place("walk", 0, 0, 20), place("walk", 1, 0, 20)]);
        assert_eq!(refused(&twice), "equip.invalid-session at /lock/1/card");
        let rest =
            json!([place("rest", 0, 0, 10), place("walk", 0, 10, 20), place("rest", 0, 30, 9)]);
        assert!(locked("ideas", &rest).is_ok());
    }

    #[test]
    fn locked_cards_of_a_session_do_not_overlap() {
        let meets = [place("sort", 0, 20, 20), place("walk", 0, 0, 21)];
        assert_eq!(refused(&json!(meets)), "equip.invalid-session at /lock/0/start");
        let inside = [place("sort", 1, 0, 60), place("walk", 1, 5, 0)];
        assert_eq!(refused(&json!(inside)), "equip.invalid-session at /lock/1/start");
        let next = [place("sort", 0, 20, 20), place("walk", 0, 0, 20)];
        assert!(locked("ideas", &json!(next)).is_ok());
        let elsewhere = [place("sort", 0, 0, 30), place("walk", 1, 0, 30)];
        assert!(locked("ideas", &json!(elsewhere)).is_ok());
    }
}
