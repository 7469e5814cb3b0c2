//! What holds for every programme.

use super::*;
use crate::error::Code;
use proptest::prelude::*;

const OUTCOMES: [&str; 4] = ["trust", "insights", "ideas", "plan"];

fn text(id: &str) -> crate::people::Id {
    crate::people::Id::new(id).unwrap()
}

prop_compose! {
    fn any_card(at: usize)(
        kind in prop_oneof![
            1 => Just(Kind::Opening), 1 => Just(Kind::Closing), 1 => Just(Kind::Break),
            6 => Just(Kind::Method),
        ],
        phase in prop::option::of(0..7usize),
        min in 1..12u32, more in 0..10u32, debrief in 0..2u32,
        stages in prop::collection::vec((1..4u32, any::<bool>()), 0..3),
        needs in prop::collection::vec(0..OUTCOMES.len(), 0..2),
        yields in prop::collection::vec(0..OUTCOMES.len(), 1..3),
        demand in 0..3usize, burden in 0..3usize, energy in 1..4u8,
    ) -> Card {
        let degree = [Degree::Low, Degree::Medium, Degree::High];
        let names = |list: Vec<usize>| {
            let set: std::collections::BTreeSet<&str> =
                list.into_iter().map(|at| OUTCOMES[at]).collect();
            set.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let rest = kind == Kind::Break;
        let stages = stages.into_iter().map(|(minutes, whole)| Stage {
            title: "s".into(), minutes,
            grouping: if whole { Grouping::Whole } else { Grouping::Pairs },
            instruction: "i".into(),
        });
        let empty = serde_json::json!({
            "id": format!("c{at}"), "kind": "method", "title": "c", "group": {"min": 1},
            "minutes": {"run": {"min": min, "max": min + more}, "debrief": debrief},
        });
        let card: Card = serde_json::from_value(empty).unwrap();
        Card {
            kind, phases: phase.map(|at| Phase::ALL[at]).into_iter().collect(),
            stages: stages.collect(),
            needs: if rest { Vec::new() } else { names(needs) },
            yields: if rest { Vec::new() } else { names(yields) },
            safety_demand: if rest { Degree::Low } else { degree[demand] },
            patient_burden: if rest { Degree::Low } else { degree[burden] },
            energy, ..card
        }
    }
}

prop_compose! {
    pub(super) fn any_request(most: usize)(count in most / 2..=most)(
        cards in (0..count).map(any_card).collect::<Vec<_>>(),
        goal in prop::collection::vec(0..OUTCOMES.len(), 0..2),
        have in prop::collection::vec(0..OUTCOMES.len(), 0..2),
        sessions in prop::collection::vec((15..60u32, prop::bool::weighted(0.25), prop::option::of((0..20u32, 1..8u32))), 1..3),
        include in prop::option::weighted(0.2, 0..count),
        share in prop::option::of((0..7usize, 0..100u32)),
        energy_run in 1..3u32, stretch in 14..40u32, burden in 1..4u32, safety in 0..3usize,
        transition in 0..3u32, slots in prop::option::weighted(0.3, 1..5u32),
    ) -> PlanRequest {
        let name = |at: usize| OUTCOMES[at].to_owned();
        let degree = [Degree::Low, Degree::Medium, Degree::High];
        let session = |(minutes, framed, fixed): (u32, bool, Option<(u32, u32)>)| Session {
            start: "09:00".into(), minutes, framed,
            fixed: fixed.filter(|(at, length)| at + length <= minutes).map(|(at, minutes)| {
                Fixed { at, minutes, title: "lunch".into() }
            }).into_iter().collect(),
        };
        PlanRequest {
            goal: goal.into_iter().map(name).collect(),
            have: have.into_iter().map(name).collect(),
            sessions: sessions.into_iter().map(session).collect(),
            group: Group { size: 4, roles: None },
            limits: PlanLimits {
                energy_run, max_without_break: stretch, patient_burden: burden,
                safety: degree[safety], transition, cards: slots, ..PlanLimits::default()
            },
            wishes: Wishes {
                include: include.filter(|&at| cards[at].kind != Kind::Break)
                    .map(|at| cards[at].id.clone()).into_iter().collect(),
                exclude: Vec::new(),
                phase_share: share.map(|(at, share)| (Phase::ALL[at], share)).into_iter().collect(),
            },
            cards: Some(cards),
            lock: Vec::new(), locale: None,
            seed: crate::people::Seed::default(), effort: crate::gather::Effort::default(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// A proved programme is worth what the best of all is worth, and none is missed.
    #[test]
    fn a_programme_is_the_best_of_all(request in any_request(7)) {
        let cards = request.cards.clone().unwrap();
        match plan(&request) {
            Ok(plan) => {
                prop_assert!(plan.proved);
                prop_assert_eq!(Some(plan.value), oracle::best(&request, &cards));
                keeps_everything(&request, &cards, &plan)?;
            }
            Err(error) if error.code() == Code::EquipInfeasible => {
                prop_assert_eq!(oracle::best(&request, &cards), None);
            }
            Err(error) => {
                let early = [
                    Code::EquipUnknownOutcome, Code::EquipUnreachableGoal, Code::EquipInvalidSession,
                ];
                prop_assert!(early.contains(&error.code()), "{}", error);
            }
        }
    }

    /// Without any one of the things in conflict there is a programme.
    #[test]
    fn a_conflict_is_smallest(request in any_request(6)) {
        let Err(error) = plan(&request) else { return Ok(()) };
        if error.code() != Code::EquipInfeasible {
            return Ok(());
        }
        let details: serde_json::Value = serde_json::from_str(&error.to_json()).unwrap();
        if details["error"]["details"]["minimal"] != true {
            return Ok(());
        }
        let only = others_dropped(&request, &details);
        for conflict in details["error"]["details"]["conflict"].as_array().unwrap() {
            let path = conflict["path"].as_str().unwrap();
            let Some(less) = without(&only, path) else { continue };
            prop_assert!(
                !matches!(plan(&less), Err(error) if error.code() == Code::EquipInfeasible),
                "{} is not needed for the conflict {} in {}", path, details, serde_json::to_string(&request).unwrap()
            );
        }
    }
}

/// The request without what stands at a path; limits are left to the conflict's own test.
fn without(request: &PlanRequest, path: &str) -> Option<PlanRequest> {
    let mut less = request.clone();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |at: usize| parts.get(at).and_then(|part| part.parse::<usize>().ok());
    match parts.as_slice() {
        ["goal", _] => drop(less.goal.remove(number(1)?)),
        ["wishes", "include", _] => drop(less.wishes.include.remove(number(2)?)),
        ["sessions", _, "framed"] => less.sessions[number(1)?].framed = false,
        ["sessions", _, "fixed", _] => drop(less.sessions[number(1)?].fixed.remove(number(3)?)),
        ["limits", "energyRun"] => less.limits.energy_run = 100,
        ["limits", "patientBurden"] => less.limits.patient_burden = 1_000,
        ["limits", "safety"] => less.limits.safety = Degree::High,
        ["limits", "cards"] => less.limits.cards = None,
        ["limits", "maxWithoutBreak"] => less.limits.max_without_break = 1_440,
        _ => return None,
    }
    Some(less)
}

/// The request with only what the conflict names; it has one goal at most, one card wished for
/// and one fixed block a session.
fn others_dropped(request: &PlanRequest, details: &serde_json::Value) -> PlanRequest {
    let conflict = details["error"]["details"]["conflict"].as_array().unwrap();
    let named = |path: &str| conflict.iter().any(|one| one["path"] == path);
    let mut only = request.clone();
    let limits = ["energyRun", "patientBurden", "safety", "cards", "maxWithoutBreak"];
    for path in limits.map(|name| format!("/limits/{name}")) {
        if !named(&path) {
            only = without(&only, &path).unwrap();
        }
    }
    for at in 0..only.sessions.len() {
        if !named(&format!("/sessions/{at}/framed")) {
            only.sessions[at].framed = false;
        }
        if !named(&format!("/sessions/{at}/fixed/0")) {
            only.sessions[at].fixed.clear();
        }
    }
    if !named("/wishes/include/0") {
        only.wishes.include.clear();
    }
    if !named("/goal/0") {
        only.goal.clear();
    }
    only
}

/// Recounts a programme from its items alone.
fn keeps_everything(
    request: &PlanRequest,
    cards: &[Card],
    plan: &Plan,
) -> Result<(), TestCaseError> {
    let card = |item: &Item| cards.iter().position(|card| Some(&card.id) == item.card.as_ref());
    let chosen: Vec<usize> =
        plan.items.iter().filter_map(card).filter(|&at| cards[at].kind != Kind::Break).collect();
    prop_assert_eq!(oracle::points(request, cards, &chosen), plan.value);
    let parts = plan.parts;
    prop_assert_eq!(parts.fit + parts.participation + parts.variety + parts.balance, plan.value);
    for (number, session) in request.sessions.iter().enumerate() {
        let items: Vec<&Item> =
            plan.items.iter().filter(|item| item.session as usize == number).collect();
        let mut tired = 0;
        for pair in items.windows(2) {
            let end = pair[0].start + pair[0].minutes;
            let both = pair[0].card.is_some() && pair[1].card.is_some();
            let pause = if both { request.limits.transition } else { 0 };
            prop_assert!(end + pause <= pair[1].start, "{:?}", pair);
        }
        let mut end = 0;
        for item in &items {
            prop_assert!(item.start + item.minutes <= session.minutes);
            let Some(at) = card(item) else {
                tired = 0;
                continue;
            };
            if cards[at].kind == Kind::Break {
                tired = 0;
                continue;
            }
            let (least, most) = (cards[at].shortest(), cards[at].longest());
            prop_assert!((least..=most).contains(&item.minutes), "{:?}", item);
            let stages: u32 = item.stages.iter().map(|stage| stage.minutes).sum();
            prop_assert!(item.stages.is_empty() || stages + item.debrief == item.minutes);
            tired += item.minutes + if tired > 0 { item.start - end } else { 0 };
            end = item.start + item.minutes;
            prop_assert!(tired <= request.limits.max_without_break, "{:?}", items);
        }
    }
    let named = plan
        .items
        .iter()
        .filter_map(|item| item.card.as_ref())
        .chain(plan.rejected.iter().map(|rejected| &rejected.card));
    let all: std::collections::BTreeSet<_> = named.collect();
    prop_assert_eq!(all.len(), cards.len(), "every card is in, or has a reason not to be");
    Ok(())
}

#[test]
fn the_rest_is_planned_again_when_a_session_runs_late() {
    let request: PlanRequest = serde_json::from_str(r#"{
        "goal": ["ideas"], "sessions": [{"start": "2026-03-04T09:00", "minutes": 70}],
        "group": {"size": 6},
        "cards": [
            {"id": "hello", "kind": "opening", "title": "Hello", "group": {"min": 2},
             "minutes": {"run": {"min": 10, "max": 15}}, "yields": ["trust"]},
            {"id": "draw", "kind": "method", "title": "Draw", "group": {"min": 2},
             "minutes": {"run": {"min": 15, "max": 25}}, "yields": ["ideas"]},
            {"id": "talk", "kind": "method", "title": "Talk", "group": {"min": 2}, "phases": ["imagine"],
             "minutes": {"run": {"min": 15, "max": 25}}},
            {"id": "bye", "kind": "closing", "title": "Bye", "group": {"min": 2},
             "minutes": {"run": {"min": 5, "max": 10}}}
        ]
    }"#).unwrap();
    let shape = |plan: &Plan| -> Vec<String> {
        plan.items
            .iter()
            .map(|item| {
                format!(
                    "{} {} {}",
                    item.card.as_ref().map_or("", |id| id.as_str()),
                    item.at,
                    item.minutes
                )
            })
            .collect()
    };
    let planned = plan(&request).unwrap();
    assert_eq!(planned.items.len(), 4);
    let hello = Placed { session: 0, card: text("hello"), start: 0, minutes: 35 };
    let late = plan(&PlanRequest { lock: vec![hello], ..request }).unwrap();
    assert_eq!(
        shape(&late),
        ["hello 2026-03-04T09:00 35", "draw 2026-03-04T09:40 18", "bye 2026-03-04T10:03 7"]
    );
}

#[cfg(feature = "deck")]
#[test]
fn the_built_in_deck_is_whole() {
    let cards = deck(&DeckRequest::default()).unwrap().cards;
    let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/decks")).unwrap();
    assert_eq!(cards.len(), folder.count(), "the list of files is not the folder");
    let lint =
        lint(&LintRequest { cards: cards.clone(), languages: vec!["en".into(), "fr".into()] });
    assert_eq!(lint.unwrap().findings, []);
    let kind = |kind| cards.iter().filter(|card| card.kind == kind).count();
    assert!(kind(Kind::Opening) + kind(Kind::Closing) >= 8 && kind(Kind::Concept) >= 12);
    for phase in Phase::ALL {
        assert!(cards.iter().any(|card| card.phases.first() == Some(&phase)), "{phase:?}");
    }
    assert!(cards.iter().all(|card| !card.concerns.is_empty()));
}
