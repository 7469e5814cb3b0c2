//! How much a request may hold, and how long anything in it may take.
//!
//! The search for an order adds up minutes in 32 bits and goes through every gap of every
//! session, again and again; the search for a conflict asks about everything on every list.
//!
//! Invariant: within these bounds no sum of minutes of a programme leaves 32 bits.

use super::card::Card;
use super::plan::{PlanLimits, PlanRequest};
use crate::error::{Code, Error, Result};

/// Most sessions of a request, fixed blocks of a session, and cards.
const SESSIONS: usize = 50;
const BLOCKS: usize = 20;
const CARDS: usize = 500;
/// Most outcomes on a list, and in all.
pub(crate) const OUTCOMES: usize = 128;
/// Minutes of a day.
const DAY: u32 = 1440;

/// Refuses what is too much.
pub(crate) fn check(request: &PlanRequest, cards: &[Card]) -> Result<()> {
    lists(request, cards)?;
    limits(&request.limits)?;
    for (at, card) in cards.iter().enumerate() {
        let mut minutes =
            [("run", card.minutes.run.max), ("debrief", card.minutes.debrief)].into_iter();
        if let Some((name, minutes)) = minutes.find(|(_, minutes)| *minutes > DAY) {
            return Err(Error::new(
                Code::EquipInvalidCard,
                format!("{minutes} minutes of {} are more than a day", card.id),
            )
            .at(format!("/cards/{at}/minutes/{name}"))
            .hint(format!("at most {DAY} minutes; what goes on for days is several cards")));
        }
    }
    Ok(())
}

/// Whether the lists of a request are short enough.
fn lists(request: &PlanRequest, cards: &[Card]) -> Result<()> {
    let few = |path: String, things: &str, found: usize, most: usize, hint: &str| {
        if found <= most {
            return Ok(());
        }
        Err(Error::new(Code::ContractTooLarge, format!("{found} {things} are more than {most}"))
            .at(path)
            .hint(hint))
    };
    let apart = "plan them in parts: what the first part brings is in hand for the next";
    let filter = "give the cards that fit, as equip.deck finds them";
    let once = "name each once";
    few("/sessions".into(), "sessions", request.sessions.len(), SESSIONS, apart)?;
    for (at, session) in request.sessions.iter().enumerate() {
        let join = "join blocks that follow each other";
        few(format!("/sessions/{at}/fixed"), "blocks", session.fixed.len(), BLOCKS, join)?;
    }
    few("/cards".into(), "cards", cards.len(), CARDS, filter)?;
    for (at, card) in cards.iter().enumerate() {
        few(format!("/cards/{at}/needs"), "outcomes", card.needs.len(), OUTCOMES, once)?;
        few(format!("/cards/{at}/yields"), "outcomes", card.yields.len(), OUTCOMES, once)?;
    }
    let wishes = &request.wishes;
    few("/goal".into(), "outcomes", request.goal.len(), OUTCOMES, once)?;
    few("/have".into(), "outcomes", request.have.len(), OUTCOMES, once)?;
    few("/wishes/include".into(), "cards", wishes.include.len(), CARDS, once)?;
    few("/wishes/exclude".into(), "cards", wishes.exclude.len(), CARDS, once)?;
    few("/lock".into(), "locked cards", request.lock.len(), CARDS, apart)
}

/// Whether the limits are such as a facilitator and a day have.
fn limits(limits: &PlanLimits) -> Result<()> {
    let refuse = |message: String, name: &str, hint: &str| {
        Err(Error::new(Code::ContractInvalidValue, message)
            .at(format!("/limits/{name}"))
            .hint(hint))
    };
    if !(1..=5).contains(&limits.facilitator) {
        let message = format!("no card is of difficulty {}", limits.facilitator);
        return refuse(message, "facilitator", "from 1 for the easiest to 5 for the hardest");
    }
    let mut minutes =
        [("maxWithoutBreak", limits.max_without_break), ("transition", limits.transition)]
            .into_iter();
    if let Some((name, minutes)) = minutes.find(|(_, minutes)| *minutes > DAY) {
        let message = format!("{minutes} minutes are more than a day");
        return refuse(message, name, "at most 1440 minutes");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::plan;
    use super::*;
    use serde_json::{Value, json};

    /// An hour with one card, and a change to it at a place.
    fn told(path: &str, value: Value) -> String {
        let mut request = json!({
            "goal": ["ideas"], "have": ["plan"],
            "sessions": [{"start": "09:00", "minutes": 60, "framed": false, "fixed": []}],
            "group": {"size": 6},
            "cards": [{"id": "draw", "kind": "method", "title": "Draw", "group": {"min": 2},
                "minutes": {"run": {"min": 20, "max": 30}, "debrief": 5, "prepare": 10},
                "needs": ["plan"], "yields": ["ideas"]}],
            "limits": {"facilitator": 3, "transition": 5, "maxWithoutBreak": 90},
            "wishes": {"include": [], "exclude": []}, "lock": []
        });
        if let Some(place) = request.pointer_mut(path) {
            *place = value;
        }
        match plan(&serde_json::from_value(request).unwrap()) {
            Ok(plan) => format!("{} items", plan.items.len()),
            Err(error) => {
                let ours =
                    [Code::ContractTooLarge, Code::ContractInvalidValue, Code::EquipInvalidCard];
                assert!(error.advice().is_some() || !ours.contains(&error.code()), "{error}");
                format!("{} at {}", error.code(), error.path())
            }
        }
    }

    #[test]
    fn lists_are_as_long_as_the_planner_bears_and_no_longer() {
        let session = json!({"start": "09:00", "minutes": 60, "framed": false});
        assert_eq!(told("/sessions", json!(vec![session.clone(); 50])), "1 items");
        assert_eq!(told("/sessions", json!(vec![session; 51])), "contract.too-large at /sessions");
        let blocks = |count: u32| -> Value {
            (0..count).map(|at| json!({"at": at, "minutes": 1, "title": "Bell"})).collect()
        };
        assert_eq!(told("/sessions/0/fixed", blocks(20)), "21 items");
        assert_eq!(
            told("/sessions/0/fixed", blocks(21)),
            "contract.too-large at /sessions/0/fixed"
        );
        let cards = |count: u32| -> Value {
            let card = |at: u32| {
                json!({"id": format!("c{at}"), "kind": "method", "title": "C", "group": {"min": 2},
                       "minutes": {"run": {"min": 60, "max": 60}}, "needs": ["plan"],
                       "yields": ["ideas"]})
            };
            (0..count).map(card).collect()
        };
        assert_eq!(told("/cards", cards(500)), "1 items");
        assert_eq!(told("/cards", cards(501)), "contract.too-large at /cards");
        for (path, name, most) in [
            ("/goal", "ideas", 128),
            ("/have", "plan", 128),
            ("/cards/0/needs", "plan", 128),
            ("/cards/0/yields", "ideas", 128),
            ("/wishes/include", "draw", 500),
        ] {
            assert_eq!(told(path, json!(vec![name; most])), "1 items");
            let more = told(path, json!(vec![name; most + 1]));
            assert_eq!(more, format!("contract.too-large at {path}"));
        }
        let out = |count| told("/wishes/exclude", json!(vec!["draw"; count]));
        assert_eq!(out(500), "equip.infeasible at /wishes/exclude/499");
        assert_eq!(out(501), "contract.too-large at /wishes/exclude");
        let place = json!({"session": 0, "card": "draw", "start": 0, "minutes": 1});
        assert_eq!(told("/lock", json!(vec![place; 501])), "contract.too-large at /lock");
    }

    /// As many gaps as there may be, and a card that only the last has room for.
    #[test]
    fn a_long_way_to_an_order_needs_no_deep_stack() {
        let session = |at: usize| {
            let blocks: Vec<Value> = (0..20)
                .map(|block| json!({"at": 10 * block + 9, "minutes": 1, "title": "Bell"}))
                .collect();
            let minutes = if at == 49 { 240 } else { 200 };
            json!({"start": "09:00", "minutes": minutes, "framed": false, "fixed": blocks})
        };
        let sessions: Value = (0..50).map(session).collect();
        let small = std::thread::Builder::new().stack_size(128 << 10);
        let told = small.spawn(move || told("/sessions", sessions)).unwrap().join().unwrap();
        assert_eq!(told, "1001 items");
    }

    #[test]
    fn no_limit_and_no_card_takes_more_than_a_day() {
        for name in ["transition", "maxWithoutBreak"] {
            let path = format!("/limits/{name}");
            assert_eq!(told(&path, json!(1440)), "1 items");
            for minutes in [1441, u32::MAX] {
                let more = told(&path, json!(minutes));
                assert_eq!(more, format!("contract.invalid-value at {path}"));
            }
        }
        assert_eq!(told("/cards/0/minutes/run/max", json!(1440)), "1 items");
        assert_eq!(told("/cards/0/minutes/debrief", json!(1440)), "equip.infeasible at /goal/0");
        for (path, place) in [("run/max", "run"), ("debrief", "debrief")] {
            for minutes in [1441, u32::MAX] {
                let more = told(&format!("/cards/0/minutes/{path}"), json!(minutes));
                assert_eq!(more, format!("equip.invalid-card at /cards/0/minutes/{place}"));
            }
        }
        assert_eq!(told("/sessions/0/minutes", json!(1440)), "1 items");
        for minutes in [0, 1441, u32::MAX] {
            let more = told("/sessions/0/minutes", json!(minutes));
            assert_eq!(more, "equip.invalid-session at /sessions/0/minutes");
        }
        for (at, minutes) in [(0, 61), (u32::MAX, 1), (1, u32::MAX)] {
            let block = json!([{"at": at, "minutes": minutes, "title": "Bell"}]);
            let more = told("/sessions/0/fixed", block);
            assert_eq!(more, "equip.invalid-session at /sessions/0/fixed/0");
        }
    }

    #[test]
    fn preparing_may_take_as_long_as_it_takes() {
        assert_eq!(told("/cards/0/minutes/prepare", json!(u32::MAX)), "1 items");
    }

    #[test]
    fn a_facilitator_is_at_ease_with_something() {
        for level in 3..=5 {
            assert_eq!(told("/limits/facilitator", json!(level)), "1 items");
        }
        for level in [0, 6, 255] {
            let told = told("/limits/facilitator", json!(level));
            assert_eq!(told, "contract.invalid-value at /limits/facilitator");
        }
    }
}
