//! What the group does: two half-days and a follow-up, and the first one twenty minutes late.

mod late;
mod page;
mod words;

use super::Story;
use crate::words::explain;
use innovation_core::equip::{
    Fixed, Group, Item, Placed, Plan, PlanLimits, PlanReason, PlanRequest, Session, Wishes, plan,
};
use innovation_core::gather::Effort;
use innovation_core::people::{Id, Person};
use innovation_core::{Result, Text};
use std::collections::BTreeSet;
use words::Words;

/// What the programme must bring.
const GOAL: [&str; 2] = ["concept", "test-plan"];

/// What the territory has settled before it invites.
const HAVE: [&str; 1] = ["case-and-scope"];

/// The opening takes so many minutes more than planned.
const LATE: u32 = 20;

/// Name of the page.
const PAGE: &str = "programme.html";

/// A programme, and the first session planned anew.
struct Told {
    request: PlanRequest,
    plan: Plan,
    late: Late,
}

/// The first session after its opening overran.
struct Late {
    /// What the session must still bring.
    goal: Vec<String>,
    /// The programme from there, or why there is none.
    plan: Result<Plan>,
}

/// Plans the programme, tells it in a few lines and writes its page.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    let Some(request) = request(story) else { return Ok(()) };
    story.heading("What they do together", "Ce qu’ils font ensemble");
    let plan = match plan(&request) {
        Ok(plan) => plan,
        // A group too large or too small for the cards ends the chapter, not the job.
        Err(error) => {
            for line in explain(&error).lines() {
                story.line(line.trim());
            }
            return Ok(());
        }
    };
    let words = Words::read(&story.options.locale)?;
    let late = late(&request, &plan, &words);
    let told = Told { request, plan, late };
    lines(story, &told, &words);
    let page = page::write(story, &told, &words);
    story.keep("programme", &told.plan)?;
    story.keep("cards", words.cards(&told.plan))?;
    story.plan = Some(told.plan);
    story.write(PAGE, &page)
}

/// The request for the group that was selected; its roles are those of its people.
fn request(story: &Story) -> Option<PlanRequest> {
    let chosen = &story.selection.as_ref()?.chosen;
    let there = |person: &&Person| chosen.contains(&person.id);
    let roles: BTreeSet<String> =
        story.input.people.iter().filter(there).map(|person| person.role.clone()).collect();
    let session = |start: &str, minutes, fixed| Session {
        start: start.to_owned(),
        minutes,
        fixed,
        framed: true,
    };
    let block = |at, minutes, title| vec![Fixed { at, minutes, title }];
    Some(PlanRequest {
        goal: GOAL.map(str::to_owned).to_vec(),
        have: HAVE.map(str::to_owned).to_vec(),
        sessions: vec![
            session("09:00", 240, block(105, 20, Text::both("Coffee", "Café"))),
            session("10:30", 240, block(90, 45, Text::both("Lunch", "Déjeuner"))),
            session("14:00", 120, Vec::new()),
        ],
        group: Group { size: chosen.len() as u32, roles: Some(roles.into_iter().collect()) },
        cards: None,
        limits: PlanLimits::default(),
        wishes: Wishes::default(),
        lock: Vec::new(),
        locale: Some(story.options.locale.clone()),
        seed: story.options.seed.into(),
        effort: Effort::default(),
    })
}

/// Plans the first session anew after its first card took longer. The other sessions stand:
/// their cards are not to be had, and what they need from the first must still come of it.
fn late(request: &PlanRequest, plan: &Plan, words: &Words) -> Late {
    let later: Vec<&Id> = cards(plan, |session| session > 0).collect();
    let first: Vec<&Id> = cards(plan, |session| session == 0).collect();
    let mut goal = BTreeSet::new();
    let reasons = plan.because.iter().filter(|because| first.contains(&&because.card));
    for reason in reasons.flat_map(|because| &because.reasons) {
        match reason {
            PlanReason::Goal { outcome } => goal.insert(outcome.clone()),
            PlanReason::Prepares { outcome, cards }
                if cards.iter().any(|id| later.contains(&id)) =>
            {
                goal.insert(outcome.clone())
            }
            _ => false,
        };
    }
    let goal: Vec<String> = goal.into_iter().collect();
    let opening = plan.items.iter().find(|item| item.session == 0 && item.card.is_some());
    let lock = opening.and_then(|item| {
        let (card, minutes) = (item.card.clone()?, item.minutes.saturating_add(LATE));
        Some(Placed { session: 0, card, start: item.start, minutes })
    });
    let used = later.into_iter().filter(|id| words.is_work(id)).cloned().collect();
    let request = PlanRequest {
        goal: goal.clone(),
        sessions: request.sessions.iter().take(1).cloned().collect(),
        lock: lock.into_iter().collect(),
        wishes: Wishes { exclude: used, ..Wishes::default() },
        ..request.clone()
    };
    Late { goal, plan: innovation_core::equip::plan(&request) }
}

/// The cards of some sessions, in their order.
fn cards(plan: &Plan, sessions: impl Fn(u32) -> bool) -> impl Iterator<Item = &Id> {
    plan.items
        .iter()
        .filter(move |item| sessions(item.session))
        .filter_map(|item| item.card.as_ref())
}

/// The name of a session.
fn session_name(words: &Words, session: usize) -> &str {
    match session {
        0 => words.say("First half-day", "Première demi-journée"),
        1 => words.say("Second half-day", "Deuxième demi-journée"),
        _ => words.say("Follow-up", "Séance de suivi"),
    }
}

/// What the value is worth as a proof.
fn proof(words: &Words, plan: &Plan) -> String {
    if plan.proved {
        let sentence = words.say(
            "proved: no other programme within these limits is worth more",
            "prouvé\u{a0}: dans ces limites, aucun autre programme ne vaut plus",
        );
        return sentence.to_owned();
    }
    let bound = words.say(
        "not proved; none within these limits is worth more than _",
        "non prouvé\u{202f}; dans ces limites, aucun ne vaut plus de _",
    );
    bound.replace('_', &plan.bound.to_string())
}

/// The programme in the terminal: a line a session, its value, and the late start.
fn lines(story: &Story, told: &Told, words: &Words) {
    let short = |item: &Item| format!("{} {}", item.at, item.title.for_locale(&words.locale));
    let line = |plan: &Plan, session: u32| {
        let items = plan.items.iter().filter(|item| item.session == session);
        items.map(short).collect::<Vec<_>>().join("  |  ")
    };
    for (at, number) in (0..told.request.sessions.len()).zip(0..) {
        story.line(&format!("{}  {}", session_name(words, at), line(&told.plan, number)));
    }
    story.line(&format!(
        "{} {}; {}",
        story.say("value", "valeur"),
        told.plan.value,
        proof(words, &told.plan)
    ));
    let late = words.say("twenty minutes late", "vingt minutes de retard");
    match &told.late.plan {
        Ok(plan) => story.line(&format!("{late}  {}", line(plan, 0))),
        Err(error) => story.line(&format!("{late}  {}", error.message())),
    }
}
