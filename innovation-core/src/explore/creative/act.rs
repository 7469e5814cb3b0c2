//! People perform and learn from the code, and the code learns from those who do better.
//!
//! As in March's model. Who is in the space neither learns from the code nor is heard by it;
//! once back, a member is heard with the chance of inclusion.

use super::draws::{Draw, Draws};
use super::listen::ballot;
use super::play::{Moment, State};
use super::rules::{Masks, Rules};
use crate::explore::bits::{Bits, count, majority};

impl State {
    /// Beliefs to come start from what they are; with a code, people perform, vote on it and
    /// learn from it. False where nobody differs from the code or could do better.
    #[expect(
        clippy::indexing_slicing,
        reason = "person is below people; shown, member, busy and weight have people entries, \
                  and code, masks and code_votes one for each word"
    )]
    pub(super) fn act(
        &mut self,
        rules: &Rules,
        bits: &mut Bits,
        draws: Draws,
        moment: Moment,
    ) -> bool {
        self.next.copy_from_slice(&self.beliefs);
        let Some(code_rules) = &rules.code else { return false };
        let Self { reality, beliefs, next, code, code_votes, shown, member, busy, weight, .. } =
            self;
        code_votes.iter_mut().flatten().for_each(|planes| planes.fill(0));
        let inclusion = draws.deck(Draw::CodeInclusion, moment.period);
        let routine = draws.deck(Draw::CodeRoutine, moment.period);
        let to_beat = rules.worth(code, reality);
        let (words, masks) = (rules.words, &rules.layout.masks);
        let mut actions: Vec<Masks> = vec![[0; 2]; words];
        let mut moving = false;
        let people = beliefs.chunks_exact(words).zip(next.chunks_exact_mut(words));
        for (person, (views, next)) in people.enumerate() {
            for (word, action) in actions.iter_mut().enumerate() {
                let [yes, no] = views[word];
                let open = if code_rules.acts { masks[word] & !(yes | no) } else { 0 };
                let coin = if open == 0 { 0 } else { bits.word() & open };
                *action = [yes | coin, no | (open ^ coin)];
            }
            shown[person] = rules.worth(&actions, reality);
            let away = member[person] && moment.open;
            let back = member[person] && moment.begun && !moment.open;
            let unheard = away || back && rules.inclusion.never();
            let could = match code_rules.acts {
                true => rules.could_be_worth(views, reality),
                false => shown[person],
            };
            moving = moving || !unheard && could > to_beat;
            let heard = !away && (!back || inclusion.at(person).chance(rules.inclusion));
            if heard && shown[person] > to_beat {
                for ([yes, no], votes) in actions.iter().zip(&mut *code_votes) {
                    let [for_it, against] = votes;
                    ballot(for_it, *yes, weight[person]);
                    ballot(against, *no, weight[person]);
                }
            }
            for (word, next) in next.iter_mut().enumerate() {
                let ([yes, no], [code_yes, code_no]) = (views[word], code[word]);
                let apart = (code_yes & !yes) | (code_no & !no);
                moving |= apart != 0;
                let mut learnt = bits.lanes(code_rules.p1, apart);
                if away || busy[person] {
                    continue;
                }
                if learnt != 0 && !rules.outside.routine.never() {
                    let bits = &mut routine.at(person * words + word);
                    learnt &= !bits.lanes(rules.outside.routine, learnt);
                }
                // Who acts takes a step: a view goes before the other comes.
                let step = if code_rules.acts { learnt & !(yes | no) } else { learnt };
                *next = [(yes & !learnt) | (step & code_yes), (no & !learnt) | (step & code_no)];
            }
        }
        moving
    }

    /// The code is drawn to the majority of those who did better, dimension by dimension.
    pub(super) fn code_learns(&mut self, rules: &Rules, bits: &mut Bits) {
        let Some(code_rules) = &rules.code else { return };
        for (views, [yes, no]) in self.code.iter_mut().zip(&self.code_votes) {
            let (more, fewer) = majority(yes, no);
            let [code_yes, code_no] = views;
            let mut apart = (more & !*code_yes) | (fewer & !*code_no);
            while apart != 0 {
                let lane = apart.trailing_zeros();
                let bit = 1 << lane;
                apart ^= bit;
                let lead = count(yes, lane).abs_diff(count(no, lane)) as usize;
                if code_rules.moves.get(lead).is_some_and(|&odds| bits.chance(odds)) {
                    *code_yes = (*code_yes & !bit) | (more & bit);
                    *code_no = (*code_no & !bit) | (fewer & bit);
                }
            }
        }
    }
}
