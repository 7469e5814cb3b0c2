//! What a replicate is asked for.

use super::parameters::MOST_PERIODS;
use super::play::State;
use super::rules::Rules;
use crate::explore::bits::{count, vote};
use crate::explore::record::{Outcome, Record};

/// The outcomes, in the order in which [`State::measure`] gives them. The code, members and
/// others are asked about where there are some.
pub(super) fn outcomes(rules: &Rules) -> Vec<Outcome> {
    let least = if rules.costly { -1.0 } else { 0.0 };
    let value = |name| Outcome { name, least, most: 1.0, course: true };
    let share = |name| Outcome { name, least: 0.0, most: 1.0, course: true };
    let most = f64::from(MOST_PERIODS);
    let time = |name| Outcome { name, least: 0.0, most, course: false };
    let (code, members) = (rules.code.is_some(), rules.members > 0);
    let others = rules.others() > 0 && members;
    let met = rules.sessions.any();
    [
        (true, value("performance")),
        (true, value("best")),
        (true, value("found")),
        (true, share("anchoring")),
        (true, share("dissimilarity")),
        (code, value("codePerformance")),
        (members, value("members")),
        (others, value("others")),
        (met, value("spaceBest")),
        (met && others, share("carried")),
        (true, time("foundIn")),
        (true, time("periods")),
    ]
    .into_iter()
    .filter(|(asked, _)| *asked)
    .map(|(_, outcome)| outcome)
    .collect()
}

impl Rules {
    /// How many never go into the space.
    fn others(&self) -> u32 {
        self.people as u32 - self.members
    }
}

impl State {
    /// The present value of an outcome that has a course.
    fn measure(&mut self, rules: &Rules, name: &str) -> f64 {
        let blocks = f64::from(rules.blocks);
        let people = rules.people as f64;
        match name {
            "performance" => self.mean(None) / blocks,
            "best" => f64::from(self.worth.iter().max().copied().unwrap_or(0)) / blocks,
            "found" => f64::from(self.found) / blocks,
            "anchoring" => self.reach(self.found, |_| true) as f64 / people,
            "dissimilarity" => self.dissimilarity(rules),
            "codePerformance" => f64::from(rules.worth(&self.code, &self.reality)) / blocks,
            "members" => self.mean(Some(true)) / blocks,
            "others" => self.mean(Some(false)) / blocks,
            "spaceBest" => self.space_best.map_or(0.0, |best| f64::from(best) / blocks),
            // What the space brought forth; before the first session that is nothing.
            _ => self.space_best.map_or(0.0, |best| {
                self.reach(best, |member| !member) as f64 / f64::from(rules.others())
            }),
        }
    }

    /// The mean worth of everybody, of members or of others.
    fn mean(&self, member: Option<bool>) -> f64 {
        let (mut total, mut people) = (0i64, 0u32);
        for (&worth, &is_member) in self.worth.iter().zip(&self.member) {
            if member.is_none_or(|member| member == is_member) {
                total += i64::from(worth);
                people += 1;
            }
        }
        total as f64 / f64::from(people.max(1))
    }

    /// How many, of some, have beliefs worth at least so much.
    fn reach(&self, worth: i32, among: impl Fn(bool) -> bool) -> usize {
        let people = self.worth.iter().zip(&self.member);
        people.filter(|&(&own, &member)| own >= worth && among(member)).count()
    }

    /// The share of dimensions on which two people differ, over all pairs.
    fn dissimilarity(&mut self, rules: &Rules) -> f64 {
        let pairs = |n: u64| n * n.saturating_sub(1) / 2;
        let people = rules.people as u64;
        let (mut alike, mut dimensions) = (0, 0);
        let [yes, no] = &mut self.all_votes;
        for (word, mask) in rules.layout.masks.iter().enumerate() {
            yes.fill(0);
            no.fill(0);
            for [holds, denies] in self.beliefs.iter().skip(word).step_by(rules.words) {
                vote(yes, *holds);
                vote(no, *denies);
            }
            for lane in 0..mask.count_ones() {
                let (holds, denies) = (u64::from(count(yes, lane)), u64::from(count(no, lane)));
                let open = people.saturating_sub(holds + denies);
                alike += pairs(holds) + pairs(denies) + pairs(open);
                dimensions += 1;
            }
        }
        let all = pairs(people) * dimensions;
        if all == 0 { 0.0 } else { all.saturating_sub(alike) as f64 / all as f64 }
    }

    /// Adds the present to the course.
    pub(super) fn note(&mut self, rules: &Rules, outcomes: &[Outcome], record: &mut Record) {
        for (outcome, course) in outcomes.iter().zip(&mut record.series) {
            if outcome.course {
                course.push(self.measure(rules, outcome.name));
            }
        }
    }

    /// Leaves the values of the end, and holds them to the end of the course.
    pub(super) fn finish(
        &mut self,
        rules: &Rules,
        outcomes: &[Outcome],
        played: u32,
        record: &mut Record,
    ) {
        for (outcome, course) in outcomes.iter().zip(&mut record.series) {
            let value = match outcome.name {
                "foundIn" => f64::from(self.found_in),
                "periods" => f64::from(played),
                name => self.measure(rules, name),
            };
            record.values.push(value);
            if outcome.course {
                course.resize(rules.course as usize + 1, value);
            }
        }
    }
}
