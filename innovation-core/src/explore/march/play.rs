//! The organisation at work, 64 dimensions of a person at a time.
//!
//! A belief is two bits, one in a mask of what is held true and one in a mask of what is
//! held false; neither is no belief. A period costs each person a few words of work: one
//! coin for all their open dimensions, two counts of bits, one draw for all dimensions on
//! which they learn.
//!
//! Order within a period: turnover, turbulence, performance, people learn from the code, the
//! code learns from those who performed better than it. Both learn from what was so before.

use super::parameters::{MOST_PERIODS, MarchParameters, MarchVariant};
use crate::explore::bits::{Bits, Odds, count, lowest, majority, planes_for, vote};
use crate::explore::record::{Model, Outcome, Record};

/// What a March replicate is asked for.
pub(super) const OUTCOMES: [Outcome; 3] = [
    Outcome { name: "codeKnowledge", least: -1.0, most: 1.0, course: true },
    Outcome { name: "peopleKnowledge", least: -1.0, most: 1.0, course: true },
    Outcome { name: "periods", least: 0.0, most: MOST_PERIODS as f64, course: false },
];

/// Views on up to 64 dimensions; no bit is set in both masks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Views {
    /// Held true.
    yes: u64,
    /// Held false.
    no: u64,
}

impl Views {
    /// Dimensions with a view.
    #[inline]
    fn held(self) -> u64 {
        self.yes | self.no
    }

    /// Those that agree with reality less those that do not.
    #[inline]
    fn score(self, reality: u64) -> i32 {
        2 * ones(self.right(reality)) - ones(self.held())
    }

    /// Dimensions with a view that agrees with reality.
    #[inline]
    fn right(self, reality: u64) -> u64 {
        (self.yes & reality) | (self.no & !reality)
    }
}

#[inline]
fn ones(mask: u64) -> i32 {
    mask.count_ones() as i32
}

/// March's organisation, its parameters checked.
#[derive(Debug, Clone)]
pub(crate) struct March {
    variant: MarchVariant,
    people: u32,
    dimensions: u32,
    /// The first so many learn at `slow`, the others at `p1`.
    slow_people: usize,
    slow: Odds,
    p1: Odds,
    /// The chance that a majority of k moves the code, by k.
    moves: Vec<Odds>,
    turnover: Odds,
    turbulence: Odds,
    closed: bool,
    periods: u32,
    course: u32,
    /// The dimensions in each word.
    masks: Vec<u64>,
    reality: Vec<u64>,
    code: Vec<Views>,
    /// One run of words for each person.
    beliefs: Vec<Views>,
    /// What a person does in this period.
    actions: Vec<Views>,
    /// Votes for and against among those who know more, upright, one run for each word.
    votes: Vec<[Vec<u64>; 2]>,
}

impl March {
    /// The model; the parameters are within their ranges.
    pub(super) fn new(parameters: &MarchParameters, variant: MarchVariant) -> Self {
        let words = parameters.dimensions.div_ceil(64) as usize;
        let people = parameters.people as usize;
        let mut stays = 1.0;
        let moves = (0..=people).map(|_| {
            let odds = Odds::new(1.0 - stays);
            stays *= 1.0 - parameters.p2;
            odds
        });
        let planes = vec![0; planes_for(parameters.people)];
        Self {
            variant,
            people: parameters.people,
            dimensions: parameters.dimensions,
            slow_people: libm::rint(parameters.slow_share * people as f64) as usize,
            slow: Odds::new(parameters.slow_p1),
            p1: Odds::new(parameters.p1),
            moves: moves.collect(),
            turnover: Odds::new(parameters.p3),
            turbulence: Odds::new(parameters.p4),
            closed: parameters.is_closed(),
            periods: parameters.periods.unwrap_or(MOST_PERIODS),
            course: parameters.course.min(parameters.periods.unwrap_or(u32::MAX)),
            masks: (0..words as u32)
                .map(|word| lowest(parameters.dimensions - 64 * word))
                .collect(),
            reality: vec![0; words],
            code: vec![Views::default(); words],
            beliefs: vec![Views::default(); words * people],
            actions: vec![Views::default(); words],
            votes: vec![[planes.clone(), planes]; words],
        }
    }

    /// A reality, a code without views, people with views at random.
    fn begin(&mut self, bits: &mut Bits) {
        for (reality, mask) in self.reality.iter_mut().zip(&self.masks) {
            *reality = bits.word() & mask;
        }
        self.code.fill(Views::default());
        for person in self.beliefs.chunks_exact_mut(self.masks.len()) {
            newcomer(person, &self.masks, bits);
        }
    }

    /// Some leave, and reality turns.
    fn disturb(&mut self, bits: &mut Bits) {
        if !self.turnover.never() {
            for person in self.beliefs.chunks_exact_mut(self.masks.len()) {
                if bits.chance(self.turnover) {
                    newcomer(person, &self.masks, bits);
                }
            }
        }
        for (reality, &mask) in self.reality.iter_mut().zip(&self.masks) {
            *reality ^= bits.lanes(self.turbulence, mask);
        }
    }

    /// People perform and learn, and those who do better than the code vote. False where
    /// nobody differs from the code or could do better: the organisation is at rest.
    fn people_learn(&mut self, bits: &mut Bits) -> bool {
        let Self { variant, code, reality, masks, beliefs, actions, votes, .. } = self;
        votes.iter_mut().flatten().for_each(|planes| planes.fill(0));
        let to_beat = score(code, reality);
        let dimensions = self.dimensions as i32;
        let mut moving = false;
        for (number, person) in beliefs.chunks_exact_mut(masks.len()).enumerate() {
            // Whoever acts on all dimensions is right or wrong on each: one count is enough.
            let mut acted = match variant {
                MarchVariant::PaperLiteral => 0,
                MarchVariant::OriginalCode => -dimensions,
            };
            for (((belief, mask), reality), action) in
                person.iter().zip(&*masks).zip(&*reality).zip(&mut *actions)
            {
                (*action, acted) = match variant {
                    MarchVariant::PaperLiteral => (*belief, acted + belief.score(*reality)),
                    MarchVariant::OriginalCode => {
                        let action = belief.act(*mask, bits);
                        (action, acted + 2 * ones(action.right(*reality)))
                    }
                };
            }
            // At the end, when nobody differs, coins may still do better another time.
            moving = moving || could_reach(person, masks, reality, *variant) > to_beat;
            if acted > to_beat {
                for (action, [yes, no]) in actions.iter().zip(&mut *votes) {
                    vote(yes, action.yes);
                    vote(no, action.no);
                }
            }
            let odds = if number < self.slow_people { self.slow } else { self.p1 };
            let mut differs = 0;
            for (belief, code) in person.iter_mut().zip(&*code) {
                let views = *belief;
                let apart = (code.yes & !views.yes) | (code.no & !views.no);
                let learnt = bits.lanes(odds, apart);
                differs |= apart;
                // One step of the original code takes a view away before it gives the other.
                let step = match variant {
                    MarchVariant::PaperLiteral => learnt,
                    MarchVariant::OriginalCode => learnt & !views.held(),
                };
                belief.yes = (views.yes & !learnt) | (step & code.yes);
                belief.no = (views.no & !learnt) | (step & code.no);
            }
            moving = moving || differs != 0;
        }
        moving
    }

    /// The code is drawn to the majority of those who did better, dimension by dimension.
    fn code_learns(&mut self, bits: &mut Bits) {
        for (code, [yes, no]) in self.code.iter_mut().zip(&self.votes) {
            let (more, fewer) = majority(yes, no);
            let mut apart = (more & !code.yes) | (fewer & !code.no);
            while apart != 0 {
                let lane = apart.trailing_zeros();
                let bit = 1 << lane;
                apart ^= bit;
                let lead = count(yes, lane).abs_diff(count(no, lane)) as usize;
                if self.moves.get(lead).is_some_and(|&odds| bits.chance(odds)) {
                    code.yes = (code.yes & !bit) | (more & bit);
                    code.no = (code.no & !bit) | (fewer & bit);
                }
            }
        }
    }

    /// How much the code knows, from −1 to 1.
    fn code_knowledge(&self) -> f64 {
        f64::from(score(&self.code, &self.reality)) / f64::from(self.dimensions)
    }

    /// How much people know on average, from −1 to 1.
    fn people_knowledge(&self) -> f64 {
        let people = self.beliefs.chunks_exact(self.masks.len());
        let total: i32 = people.map(|person| score(person, &self.reality)).sum();
        f64::from(total) / f64::from(self.people) / f64::from(self.dimensions)
    }

    /// Adds the present to the course.
    fn note(&self, record: &mut Record) {
        if let [code, people, _] = record.series.as_mut_slice() {
            code.push(self.code_knowledge());
            people.push(self.people_knowledge());
        }
    }
}

impl Views {
    /// What a person does: what they believe, and the toss of a coin where they have no
    /// belief.
    #[inline]
    fn act(self, mask: u64, bits: &mut Bits) -> Self {
        let open = mask & !self.held();
        if open == 0 {
            return self;
        }
        let coin = bits.word() & open;
        Self { yes: self.yes | coin, no: self.no | (open ^ coin) }
    }
}

impl Model for March {
    fn outcomes(&self) -> &[Outcome] {
        &OUTCOMES
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        let bits = &mut Bits::new(seed, replicate);
        record.clear(OUTCOMES.len());
        self.begin(bits);
        self.note(record);
        let mut played = 0;
        while played < self.periods {
            self.disturb(bits);
            if !self.people_learn(bits) && self.closed {
                break;
            }
            self.code_learns(bits);
            played += 1;
            if played <= self.course {
                self.note(record);
            }
        }
        let values = [self.code_knowledge(), self.people_knowledge(), f64::from(played)];
        record.values.extend(values);
        for (course, last) in record.series.iter_mut().zip(values).take(2) {
            course.resize(self.course as usize + 1, last);
        }
    }
}

/// Views at random: true, false or none, each equally likely.
fn newcomer(person: &mut [Views], masks: &[u64], bits: &mut Bits) {
    for (views, &mask) in person.iter_mut().zip(masks) {
        let (yes, no) = bits.thirds(mask);
        *views = Views { yes, no };
    }
}

/// The best score a person may have: with coins, all of them in luck.
fn could_reach(person: &[Views], masks: &[u64], reality: &[u64], variant: MarchVariant) -> i32 {
    let coins = || person.iter().zip(masks).map(|(views, mask)| ones(mask & !views.held())).sum();
    let luck: i32 = if variant == MarchVariant::OriginalCode { coins() } else { 0 };
    score(person, reality) + luck
}

/// The score over all words.
#[inline]
fn score(views: &[Views], reality: &[u64]) -> i32 {
    views.iter().zip(reality).map(|(views, &reality)| views.score(reality)).sum()
}
