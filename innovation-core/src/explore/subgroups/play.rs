//! Subgroups at work, 64 dimensions of a person at a time.
//!
//! Beliefs are two masks, as in March's model. A period looks at every tie once: those who
//! do better cast their beliefs as ballots that are counted upright, and one comparison of
//! counts gives the majority's view on all dimensions of a word.

use super::parameters::{MOST_PERIODS, SubgroupsParameters};
use super::payoff::Blocks;
use super::ties;
use crate::explore::bits::{Bits, Odds, count, majority, planes_for, vote};
use crate::explore::record::{Model, Outcome, Record};

/// What a replicate of subgroups is asked for.
pub(super) const OUTCOMES: [Outcome; 4] = [
    Outcome { name: "performance", least: 0.0, most: 1.0, course: true },
    Outcome { name: "best", least: 0.0, most: 1.0, course: true },
    Outcome { name: "dissimilarity", least: 0.0, most: 1.0, course: true },
    Outcome { name: "periods", least: 0.0, most: MOST_PERIODS as f64, course: false },
];

/// Beliefs on up to 64 dimensions: held true, held false; no bit is set in both.
type Masks = [u64; 2];

/// Semi-isolated subgroups, their parameters checked.
#[derive(Debug, Clone)]
pub(crate) struct Subgroups {
    people: u32,
    size: u32,
    blocks: u32,
    layout: Blocks,
    rewiring: Odds,
    learning: Odds,
    periods: u32,
    course: u32,
    reality: Vec<u64>,
    /// One run of words for each person.
    beliefs: Vec<Masks>,
    /// What beliefs become in this period.
    next: Vec<Masks>,
    /// One run of people for each person: those they look at.
    ties: Vec<u32>,
    /// Blocks that each person has right.
    payoffs: Vec<u32>,
    /// Votes for and against, upright, for one word.
    votes: [Vec<u64>; 2],
    /// The same for the whole organisation.
    all: [Vec<u64>; 2],
}

impl Subgroups {
    /// The model; the parameters are within their ranges.
    pub(super) fn new(parameters: &SubgroupsParameters) -> Self {
        let blocks = parameters.dimensions / parameters.complexity;
        let layout = Blocks::new(blocks, parameters.complexity);
        let words = layout.masks.len();
        let masks = vec![[0; 2]; words * parameters.people as usize];
        let votes = vec![0; planes_for(parameters.subgroup_size - 1)];
        let all = vec![0; planes_for(parameters.people)];
        Self {
            people: parameters.people,
            size: parameters.subgroup_size,
            blocks,
            layout,
            rewiring: Odds::new(parameters.rewiring),
            learning: Odds::new(parameters.learning),
            periods: parameters.periods,
            course: parameters.course.min(parameters.periods),
            reality: vec![0; words],
            next: masks.clone(),
            beliefs: masks,
            ties: Vec::new(),
            payoffs: vec![0; parameters.people as usize],
            votes: [votes.clone(), votes],
            all: [all.clone(), all],
        }
    }

    /// A reality, people with beliefs at random, and who looks at whom.
    fn begin(&mut self, bits: &mut Bits) {
        for (reality, mask) in self.reality.iter_mut().zip(&self.layout.masks) {
            *reality = bits.word() & mask;
        }
        for person in self.beliefs.chunks_exact_mut(self.reality.len()) {
            for (masks, &among) in person.iter_mut().zip(&self.layout.masks) {
                *masks = bits.thirds(among).into();
            }
        }
        ties::draw(self.people, self.size, self.rewiring, bits, &mut self.ties);
        self.perform();
    }

    /// What everybody's beliefs are worth.
    fn perform(&mut self) {
        let people = self.beliefs.chunks_exact(self.reality.len());
        for (payoff, person) in self.payoffs.iter_mut().zip(people) {
            let right = person.iter().zip(&self.reality);
            *payoff = self
                .layout
                .complete(right.map(|([yes, no], &reality)| (yes & reality) | (no & !reality)));
        }
    }

    /// Everybody takes over some of what most of those hold who do better. False where
    /// nobody could learn anything: the organisation is at rest.
    #[expect(
        clippy::indexing_slicing,
        reason = "ties and persons are below people; payoffs has people entries, beliefs and \
                  next words times as many, and word is below words"
    )]
    fn learn(&mut self, bits: &mut Bits) -> bool {
        let words = self.reality.len();
        let ties = self.ties.chunks_exact(self.size as usize - 1);
        let mut apart = 0;
        for (person, ties) in ties.enumerate() {
            for word in 0..words {
                let [yes, no] = &mut self.votes;
                yes.fill(0);
                no.fill(0);
                for &tie in ties {
                    let tie = tie as usize;
                    if self.payoffs[tie] > self.payoffs[person] {
                        let [holds, denies] = self.beliefs[tie * words + word];
                        vote(yes, holds);
                        vote(no, denies);
                    }
                }
                let (most, fewest) = majority(yes, no);
                let [holds, denies] = self.beliefs[person * words + word];
                let differs = (most & !holds) | (fewest & !denies);
                let learnt = bits.lanes(self.learning, differs);
                self.next[person * words + word] =
                    [(holds & !learnt) | (most & learnt), (denies & !learnt) | (fewest & learnt)];
                apart |= differs;
            }
        }
        std::mem::swap(&mut self.beliefs, &mut self.next);
        apart != 0
    }

    /// The share of blocks that are right, on average and of the best.
    fn performance(&self) -> [f64; 2] {
        let total: u64 = self.payoffs.iter().map(|&payoff| u64::from(payoff)).sum();
        let best = self.payoffs.iter().max().copied().unwrap_or(0);
        let blocks = f64::from(self.blocks);
        [total as f64 / f64::from(self.people) / blocks, f64::from(best) / blocks]
    }

    /// The share of dimensions on which two people differ, over all pairs.
    fn dissimilarity(&mut self) -> f64 {
        let words = self.reality.len();
        let pairs = |n: u64| n * n.saturating_sub(1) / 2;
        let (mut alike, mut dimensions) = (0, 0);
        for (word, mask) in self.layout.masks.iter().enumerate() {
            let [yes, no] = &mut self.all;
            yes.fill(0);
            no.fill(0);
            for [holds, denies] in self.beliefs.iter().skip(word).step_by(words) {
                vote(yes, *holds);
                vote(no, *denies);
            }
            for lane in 0..mask.count_ones() {
                let (holds, denies) = (u64::from(count(yes, lane)), u64::from(count(no, lane)));
                let open = u64::from(self.people).saturating_sub(holds + denies);
                alike += pairs(holds) + pairs(denies) + pairs(open);
                dimensions += 1;
            }
        }
        let all = pairs(self.people.into()) * dimensions;
        all.saturating_sub(alike) as f64 / all as f64
    }

    /// Adds the present to the course.
    fn note(&mut self, record: &mut Record) {
        let ([average, best], apart) = (self.performance(), self.dissimilarity());
        for (course, value) in record.series.iter_mut().zip([average, best, apart]) {
            course.push(value);
        }
    }
}

impl Model for Subgroups {
    fn outcomes(&self) -> &[Outcome] {
        &OUTCOMES
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        let bits = &mut Bits::new(seed, replicate);
        record.clear(OUTCOMES.len());
        self.begin(bits);
        self.note(record);
        let mut played = 0;
        while played < self.periods && self.learn(bits) {
            self.perform();
            played += 1;
            if played <= self.course {
                self.note(record);
            }
        }
        let ([average, best], apart) = (self.performance(), self.dissimilarity());
        record.values.extend([average, best, apart, f64::from(played)]);
        for (course, last) in record.series.iter_mut().zip([average, best, apart]) {
            course.resize(self.course as usize + 1, last);
        }
    }
}
