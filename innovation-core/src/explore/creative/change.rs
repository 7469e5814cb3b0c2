//! What becomes of what people heard: they take over, they try, they give way.

use super::draws::{Draw, Draws};
use super::listen::apart;
use super::play::{Moment, State};
use super::rules::{Masks, Place, Rules};
use crate::explore::bits::{Bits, lowest};

impl State {
    /// Beliefs to come, for everybody.
    #[expect(
        clippy::indexing_slicing,
        reason = "person is below people; member and busy have people entries, beliefs, next, \
                  lessons and norms words times as many"
    )]
    pub(super) fn change(&mut self, rules: &Rules, bits: &mut Bits, draws: Draws, moment: Moment) {
        let deck = |what| draws.deck(what, moment.period);
        let (routine, trial) = (deck(Draw::Routine), deck(Draw::Trial));
        let (trial_routine, norm) = (deck(Draw::TrialRoutine), deck(Draw::Norm));
        let listening = rules.listens() || moment.open;
        let Self { reality, beliefs, next, member, busy, lessons, norms, .. } = self;
        for person in 0..rules.people {
            let place = rules.place(member[person], moment);
            let own = person * rules.words;
            let run = own..own + rules.words;
            if listening {
                for word in run.clone() {
                    let differs = apart(lessons[word], next[word]);
                    // Drawn also where nothing comes of it, so that others' draws stay.
                    let mut learnt = bits.lanes(place.learning, differs);
                    if busy[person] {
                        continue;
                    }
                    if learnt != 0 && !place.routine.never() {
                        learnt &= !routine.at(word).lanes(place.routine, learnt);
                    }
                    take(&mut next[word], lessons[word], learnt);
                }
            }
            if !place.search.never() && !busy[person] {
                let found = try_a_block(
                    rules,
                    place,
                    &mut trial.at(person),
                    &beliefs[run.clone()],
                    reality,
                );
                if let Some((word, block)) = found
                    && !trial_routine.at(person).chance(place.routine)
                {
                    let right = [reality[word], !reality[word]];
                    take(&mut next[own + word], right, block);
                }
            }
            if !place.norm.never() {
                for word in run {
                    let differs = apart(norms[word], next[word]);
                    if differs != 0 {
                        let gives_way = norm.at(word).lanes(place.norm, differs);
                        take(&mut next[word], norms[word], gives_way);
                    }
                }
            }
        }
    }
}

/// Views take over what others hold, on some dimensions.
#[inline]
fn take(views: &mut Masks, [most, fewest]: Masks, on: u64) {
    let [holds, denies] = views;
    *holds = (*holds & !on) | (most & on);
    *denies = (*denies & !on) | (fewest & on);
}

/// A block thought anew, true or false on each dimension: its word and lanes where it comes
/// out right and was not before, which is when it pays.
#[inline]
fn try_a_block(
    rules: &Rules,
    place: &Place,
    bits: &mut Bits,
    views: &[Masks],
    reality: &[u64],
) -> Option<(usize, u64)> {
    if !bits.chance(place.search) {
        return None;
    }
    let (thought, block) = (bits.word(), bits.below(rules.blocks));
    let fit = 64 / rules.complexity;
    let word = (block / fit) as usize;
    let lanes = lowest(rules.complexity) << (block % fit * rules.complexity);
    let reality = *reality.get(word)?;
    let [yes, no] = *views.get(word)?;
    let right = (yes & reality) | (no & !reality);
    let pays = (thought ^ reality) & lanes == 0 && right & lanes != lanes;
    pays.then_some((word, lanes))
}
