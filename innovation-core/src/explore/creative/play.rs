//! The organisation and its space at work, 64 dimensions of a person at a time.
//!
//! Order within a period: who has no time and whose rank counts; people perform and learn
//! from the code; they hear what those hold who do better; they take over some of it, try,
//! and give way to the norm; the code learns from those who did better than it. All at once,
//! from what was so before.

use super::draws::{Draw, Draws};
use super::measure;
use super::parameters::CreativeSpaceParameters;
use super::rules::{Masks, Place, Rules};
use crate::explore::bits::{Bits, planes_for};
use crate::explore::march::MarchVariant;
use crate::explore::record::{Model, Outcome, Record};
use crate::explore::subgroups::ties;

/// An organisation with a creative space, its parameters checked.
#[derive(Debug, Clone)]
pub(crate) struct CreativeSpace {
    rules: Rules,
    outcomes: Vec<Outcome>,
    state: State,
}

/// What changes while a replicate is played. Runs of words stand for people, in order.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub reality: Vec<u64>,
    pub beliefs: Vec<Masks>,
    /// What beliefs become in this period.
    pub next: Vec<Masks>,
    /// One run of people for each person: those they look at.
    pub ties: Vec<u32>,
    /// What beliefs are worth.
    pub worth: Vec<i32>,
    /// What people did in this period was worth, where they act.
    pub shown: Vec<i32>,
    /// Who goes into the space, and the same as a list.
    pub member: Vec<bool>,
    pub circle: Vec<u32>,
    /// Who has no time in this period.
    pub busy: Vec<bool>,
    /// How many votes each has in this period.
    pub weight: Vec<u32>,
    /// What each hears from those who do better: dimensions to hold true, to hold false.
    pub lessons: Vec<Masks>,
    /// What most hold around each.
    pub norms: Vec<Masks>,
    /// What the code holds.
    pub code: Vec<Masks>,
    /// Votes on the code, upright, for each word.
    pub code_votes: Vec<[Vec<u64>; 2]>,
    /// Votes in the space and in all the organisation, upright, for one word.
    pub circle_votes: [Vec<u64>; 2],
    pub all_votes: [Vec<u64>; 2],
    /// The most that anybody's beliefs have been worth, and since which period.
    pub found: i32,
    pub found_in: u32,
    /// The most that a member's beliefs were worth in a session, once there was one.
    pub space_best: Option<i32>,
}

/// A period, and where the space stands in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// Counted from 0.
    pub period: u32,
    /// Whether the space is open.
    pub open: bool,
    /// Whether members have been in it before.
    pub begun: bool,
}

impl CreativeSpace {
    /// The model; the parameters are within their ranges.
    pub(super) fn new(parameters: &CreativeSpaceParameters, variant: MarchVariant) -> Self {
        let rules = Rules::new(parameters, variant);
        Self { outcomes: measure::outcomes(&rules), state: State::new(&rules), rules }
    }
}

impl State {
    fn new(rules: &Rules) -> Self {
        let (people, words) = (rules.people, rules.words);
        let votes = |most: u32| {
            let planes = vec![0; planes_for(most)];
            [planes.clone(), planes]
        };
        let masks = vec![[0; 2]; words * people];
        let code_words = if rules.code.is_some() { words } else { 0 };
        Self {
            reality: vec![0; words],
            next: masks.clone(),
            lessons: masks.clone(),
            norms: masks.clone(),
            beliefs: masks,
            ties: Vec::new(),
            worth: vec![0; people],
            shown: vec![0; people],
            member: vec![false; people],
            circle: Vec::new(),
            busy: vec![false; people],
            weight: vec![1; people],
            code: vec![[0; 2]; words],
            code_votes: vec![votes(rules.votes()); code_words],
            circle_votes: votes(rules.members * rules.senior_weight),
            all_votes: votes(rules.people as u32),
            found: 0,
            found_in: 0,
            space_best: None,
        }
    }

    /// A reality, a code without views, people with views at random, their ties, and who goes
    /// into the space.
    fn begin(&mut self, rules: &Rules, bits: &mut Bits, draws: Draws) {
        let masks = &rules.layout.masks;
        for (reality, mask) in self.reality.iter_mut().zip(masks) {
            *reality = bits.word() & mask;
        }
        self.code.fill([0; 2]);
        for person in self.beliefs.chunks_exact_mut(rules.words) {
            for (views, &mask) in person.iter_mut().zip(masks) {
                *views = bits.thirds(mask).into();
            }
        }
        let (people, size) = (rules.people as u32, rules.size as u32);
        ties::draw(people, size, rules.rewiring, bits, &mut self.ties);
        self.choose_members(rules, draws);
        self.value(rules);
        self.found = self.worth.iter().max().copied().unwrap_or(0);
        self.found_in = 0;
        self.space_best = None;
    }

    /// Draws members from all silos, as many from each or one more. Those of a small space are
    /// among those of a larger one.
    fn choose_members(&mut self, rules: &Rules, draws: Draws) {
        let silos = (rules.people / rules.size) as u32;
        let deck = draws.deck(Draw::Members, 0);
        let mut order: Vec<usize> = Vec::with_capacity(rules.size);
        self.member.fill(false);
        for (silo, people) in self.member.chunks_exact_mut(rules.size).enumerate() {
            let bits = &mut deck.at(silo);
            order.clear();
            order.extend(0..rules.size);
            for last in (1..rules.size).rev() {
                order.swap(last, bits.below(last as u32 + 1) as usize);
            }
            let extra = u32::from((silo as u32) < rules.members % silos);
            let seats = (rules.members / silos + extra) as usize;
            for &place in order.iter().take(seats) {
                if let Some(member) = people.get_mut(place) {
                    *member = true;
                }
            }
        }
        self.circle.clear();
        let members = (0..).zip(&self.member).filter(|(_, member)| **member);
        self.circle.extend(members.map(|(person, _)| person));
    }

    /// Who has no time in this period, and whose rank counts.
    fn burden(&mut self, rules: &Rules, draws: Draws, moment: Moment) {
        if !rules.outside.pressure.never() {
            let deck = draws.deck(Draw::Pressure, moment.period);
            for (person, (busy, member)) in self.busy.iter_mut().zip(&self.member).enumerate() {
                *busy = deck.at(person).chance(rules.place(*member, moment).pressure);
            }
        }
        if rules.senior_weight > 1 {
            let deck = draws.deck(Draw::Rank, moment.period);
            for (person, (weight, member)) in self.weight.iter_mut().zip(&self.member).enumerate() {
                let senior = person % rules.size < rules.seniors;
                let counts = senior && deck.at(person).chance(rules.place(*member, moment).rank);
                *weight = if counts { rules.senior_weight } else { 1 };
            }
        }
    }

    /// What everybody's beliefs are worth.
    fn value(&mut self, rules: &Rules) {
        let people = self.beliefs.chunks_exact(rules.words);
        for (worth, person) in self.worth.iter_mut().zip(people) {
            *worth = rules.worth(person, &self.reality);
        }
    }

    /// Beliefs become what they are to be, and the best is noted.
    fn settle(&mut self, rules: &Rules, moment: Moment) {
        std::mem::swap(&mut self.beliefs, &mut self.next);
        self.value(rules);
        let best = self.worth.iter().max().copied().unwrap_or(0);
        if best > self.found {
            (self.found, self.found_in) = (best, moment.period + 1);
        }
        if moment.open {
            let members = self.worth.iter().zip(&self.member).filter(|(_, member)| **member);
            self.space_best = self.space_best.max(members.map(|(worth, _)| *worth).max());
        }
    }

    /// Whether a trial may still pay somewhere.
    fn may_find(&self, rules: &Rules) -> bool {
        !rules.outside.search.never() && self.worth.iter().any(|&worth| worth < rules.blocks as i32)
    }
}

impl Rules {
    /// Where a person is.
    #[inline]
    pub(super) fn place(&self, member: bool, moment: Moment) -> &Place {
        if member && moment.open { &self.inside } else { &self.outside }
    }
}

impl Model for CreativeSpace {
    fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        let Self { rules, outcomes, state } = self;
        let (bits, draws) = (&mut Bits::new(seed, replicate), Draws::new(seed, replicate));
        record.clear(outcomes.len());
        state.begin(rules, bits, draws);
        state.note(rules, outcomes, record);
        let mut played = 0;
        while played < rules.periods {
            let (open, begun) = (rules.sessions.hold(played), rules.sessions.begun(played));
            let moment = Moment { period: played, open, begun };
            state.burden(rules, draws, moment);
            let drawn_to_code = state.act(rules, bits, draws, moment);
            let drawn_to_others = state.listen(rules, draws, moment);
            let moving = drawn_to_code || drawn_to_others || state.may_find(rules);
            if !moving && !rules.sessions.ahead(played) {
                break;
            }
            state.change(rules, bits, draws, moment);
            state.code_learns(rules, bits);
            state.settle(rules, moment);
            played += 1;
            if played <= rules.course {
                state.note(rules, outcomes, record);
            }
        }
        state.finish(rules, outcomes, played, record);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Members, and at the end of period 6 who has no time and whose rank counts.
    fn drawn(told: CreativeSpaceParameters) -> (Vec<bool>, Vec<bool>, Vec<u32>) {
        let told = CreativeSpaceParameters { periods: 6, sessions: 2, every: 5, ..told };
        let mut model = told.check(MarchVariant::default(), "").unwrap();
        model.play(1, 0, &mut Record::default());
        let State { member, busy, weight, .. } = model.state;
        (member, busy, weight)
    }

    #[test]
    fn a_force_shifts_no_draw_of_another() {
        let usual = CreativeSpaceParameters::default();
        let (member, busy, weight) = drawn(usual.clone());
        assert!(busy.contains(&true) && weight.contains(&3));
        for other in [
            CreativeSpaceParameters { norm: 0.9, ..usual.clone() },
            CreativeSpaceParameters { routine: 0.0, ..usual.clone() },
            CreativeSpaceParameters { search: 0.5, space_search: 0.9, ..usual.clone() },
            CreativeSpaceParameters { inclusion: 0.1, interaction: 0.9, ..usual.clone() },
            CreativeSpaceParameters { code: true, ..usual.clone() },
        ] {
            assert_eq!(drawn(other), (member.clone(), busy.clone(), weight.clone()));
        }
        let (_, busy_without_rank, _) = drawn(CreativeSpaceParameters { seniors: 0.0, ..usual });
        assert_eq!(busy_without_rank, busy);
    }

    #[test]
    fn a_larger_space_holds_the_smaller_one_and_draws_evenly_from_silos() {
        let mut before = vec![false; 280];
        for share in [0.0, 0.01, 0.1, 0.3, 0.75, 1.0] {
            let (member, ..) = drawn(CreativeSpaceParameters { share, ..Default::default() });
            assert!(before.iter().zip(&member).all(|(before, now)| *now || !before));
            let seats = member.chunks(7).map(|silo| silo.iter().filter(|seat| **seat).count());
            let (least, most) = (seats.clone().min().unwrap(), seats.clone().max().unwrap());
            assert!(most - least <= 1);
            assert_eq!(seats.sum::<usize>(), libm::rint(share * 280.0) as usize);
            before = member;
        }
    }
}
