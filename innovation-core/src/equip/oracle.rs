//! The planner's model once more, by trying everything: slow and simple, from the documents
//! alone.

use super::{Card, Degree, Grouping, Kind, Phase, PlanRequest};
use std::collections::BTreeSet;

/// The most that any programme is worth; `None` where there is none.
pub(super) fn best(request: &PlanRequest, cards: &[Card]) -> Option<i64> {
    let mut oracle = Oracle { request, cards, best: None };
    oracle.go(&mut Trial::start(0, Vec::new()));
    oracle.best
}

/// Points of a set of cards.
pub(super) fn points(request: &PlanRequest, cards: &[Card], chosen: &[usize]) -> i64 {
    let relevant = relevant(request, cards);
    let there = || chosen.iter().map(|&at| &cards[at]);
    let mut points = 0;
    for card in there() {
        points += 10 * card.yields.iter().filter(|o| relevant.contains(*o)).count() as i64;
        let all: u32 = card.stages.iter().map(|stage| stage.minutes).sum();
        let whole = card.stages.iter().filter(|stage| stage.grouping == Grouping::Whole);
        let whole: u32 = whole.map(|stage| stage.minutes).sum();
        points += i64::from(((all - whole) * 100).checked_div(all).unwrap_or(0) * 30 / 100);
    }
    for outcome in &relevant {
        if there().any(|card| card.yields.contains(outcome)) {
            points += if request.goal.contains(outcome) { 100 } else { 40 };
        }
    }
    let minutes: u32 = request
        .sessions
        .iter()
        .map(|session| {
            session.minutes - session.fixed.iter().map(|block| block.minutes).sum::<u32>()
        })
        .sum();
    for phase in Phase::ALL {
        let of_phase = || there().filter(|card| card.phases.first() == Some(&phase));
        points += if of_phase().next().is_some() { 30 } else { 0 };
        if let Some(&share) = request.wishes.phase_share.get(&phase) {
            let taken: u32 =
                of_phase().map(|card| card.minutes.run.min + card.minutes.debrief).sum();
            points += i64::from(taken).min(i64::from(minutes) * i64::from(share) / 100);
        }
    }
    points
}

/// Outcomes of the goal, and those needed by cards that help towards it.
fn relevant(request: &PlanRequest, cards: &[Card]) -> BTreeSet<String> {
    let usable = usable(request, cards);
    let mut relevant: BTreeSet<String> =
        request.goal.iter().filter(|o| !request.have.contains(o)).cloned().collect();
    loop {
        let before = relevant.len();
        for &at in &usable {
            if cards[at].yields.iter().any(|o| relevant.contains(o)) {
                let needs = cards[at].needs.iter().filter(|o| !request.have.contains(o));
                relevant.extend(needs.cloned());
            }
        }
        if relevant.len() == before {
            return relevant;
        }
    }
}

/// Cards that fit, and whose needs can come.
fn usable(request: &PlanRequest, cards: &[Card]) -> Vec<usize> {
    let fits: Vec<usize> = (0..cards.len())
        .filter(|&at| {
            !request.wishes.exclude.contains(&cards[at].id)
                && cards[at].patient_burden as u32 <= request.limits.patient_burden
                && (cards[at].kind == Kind::Break || length(&cards[at]) <= longest_stay(request))
        })
        .collect();
    let mut hand: BTreeSet<&String> = request.have.iter().collect();
    let mut runs = Vec::new();
    loop {
        let more = fits.iter().copied().find(|at| {
            !runs.contains(at) && cards[*at].needs.iter().all(|need| hand.contains(need))
        });
        let Some(more) = more else { return runs };
        runs.push(more);
        hand.extend(&cards[more].yields);
    }
}

fn length(card: &Card) -> u32 {
    card.minutes.run.min + card.minutes.debrief
}

fn longest_stay(request: &PlanRequest) -> u32 {
    let gaps = request.sessions.iter().flat_map(gaps).map(|gap| gap.1).max().unwrap_or(0);
    gaps.min(request.limits.max_without_break)
}

/// Start and minutes of what is free between the fixed blocks.
fn gaps(session: &super::Session) -> Vec<(u32, u32)> {
    let mut gaps = vec![];
    let mut free = 0;
    let mut fixed = session.fixed.clone();
    fixed.sort_by_key(|block| block.at);
    for block in fixed {
        if block.at > free {
            gaps.push((free, block.at - free));
        }
        free = block.at + block.minutes;
    }
    if session.minutes > free {
        gaps.push((free, session.minutes - free));
    }
    gaps
}

struct Oracle<'a> {
    request: &'a PlanRequest,
    cards: &'a [Card],
    best: Option<i64>,
}

#[derive(Clone)]
struct Trial {
    done: Vec<usize>,
    session: usize,
    gap: usize,
    used: u32,
    tired: u32,
    lively: u32,
    burden: u32,
    cards: u32,
    closed: bool,
}

impl Trial {
    fn start(session: usize, done: Vec<usize>) -> Self {
        Self {
            done,
            session,
            gap: 0,
            used: 0,
            tired: 0,
            lively: 0,
            burden: 0,
            cards: 0,
            closed: false,
        }
    }
}

impl Oracle<'_> {
    fn go(&mut self, trial: &mut Trial) {
        let Some(session) = self.request.sessions.get(trial.session) else {
            let has = |o: &String| {
                self.request.have.contains(o)
                    || trial.done.iter().any(|&at| self.cards[at].yields.contains(o))
            };
            let wished = self
                .request
                .wishes
                .include
                .iter()
                .all(|id| trial.done.iter().any(|&at| self.cards[at].id == *id));
            if wished && self.request.goal.iter().all(has) {
                let value = points(self.request, self.cards, &trial.done);
                self.best = self.best.max(Some(value));
            }
            return;
        };
        let limits = &self.request.limits;
        let Some(&(_, room)) = gaps(session).get(trial.gap) else {
            let done = trial.done.clone();
            return self.go(&mut Trial::start(trial.session + 1, done));
        };
        let pause = if trial.used > 0 { limits.transition } else { 0 };
        if !trial.closed {
            for at in usable(self.request, self.cards) {
                let card = &self.cards[at];
                let used = trial.used + pause + length(card);
                if used > room {
                    continue;
                }
                if card.kind == Kind::Break {
                    if trial.tired > 0 {
                        self.go(&mut Trial { used, tired: 0, lively: 0, ..trial.clone() });
                    }
                    continue;
                }
                if let Some(mut next) = self.with(trial, at, used, pause, session.framed) {
                    self.go(&mut next);
                }
            }
        }
        if !trial.closed && trial.gap + 1 < gaps(session).len() {
            self.go(&mut Trial {
                gap: trial.gap + 1,
                used: 0,
                tired: 0,
                lively: 0,
                ..trial.clone()
            });
        }
        if trial.closed || !session.framed {
            let done = trial.done.clone();
            self.go(&mut Trial::start(trial.session + 1, done));
        }
    }

    fn with(&self, trial: &Trial, at: usize, used: u32, pause: u32, framed: bool) -> Option<Trial> {
        let (card, limits) = (&self.cards[at], &self.request.limits);
        let first = trial.cards == 0;
        let placed = match card.kind {
            Kind::Opening => first,
            _ => !first || !framed,
        };
        let hand = |o: &String| {
            self.request.have.contains(o)
                || trial.done.iter().any(|&at| self.cards[at].yields.contains(o))
        };
        let mut safety = limits.safety as usize;
        for &at in &trial.done {
            let earlier = &self.cards[at];
            let trust = earlier.yields.iter().any(|o| o == "trust");
            safety += usize::from(trust || earlier.safety_demand == Degree::Medium);
        }
        let tired = if trial.tired > 0 { trial.tired + pause } else { 0 } + length(card);
        let lively = if card.energy >= 3 { trial.lively + 1 } else { 0 };
        let burden = trial.burden + card.patient_burden as u32;
        let fits = placed
            && !trial.done.contains(&at)
            && card.needs.iter().all(hand)
            && safety >= card.safety_demand as usize
            && tired <= limits.max_without_break
            && lively <= limits.energy_run
            && burden <= limits.patient_burden
            && limits.cards.is_none_or(|most| trial.cards < most);
        fits.then(|| {
            let mut done = trial.done.clone();
            done.push(at);
            Trial {
                done,
                used,
                tired,
                lively,
                burden,
                cards: trial.cards + 1,
                closed: card.kind == Kind::Closing,
                ..*trial
            }
        })
    }
}
