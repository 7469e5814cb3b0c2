//! Who hears what from whom.
//!
//! Outside the space people look at their ties: those who do better teach, and all of them
//! make the norm. Members in the space are away from their silos, look at each other, and
//! bring the norm of their silo along as far as they are not shielded from it. Once back
//! they see as before, but are seen by others only with the chance of inclusion.

use super::draws::{Draw, Draws};
use super::play::{Moment, State};
use super::rules::{Masks, Rules};
use crate::explore::bits::{majority, planes_for, vote};
use std::cmp::Reverse;

/// Adds a ballot that counts so many times.
#[inline]
pub(super) fn ballot(planes: &mut [u64], ballot: u64, weight: u32) {
    let mut left = weight;
    while left != 0 {
        let digit = left.trailing_zeros();
        left &= left - 1;
        if let Some(planes) = planes.get_mut(digit as usize..) {
            vote(planes, ballot);
        }
    }
}

/// Planes enough for the votes of the largest silo, each of the largest weight.
const PLANES: usize = 14;

/// Those looked at, each as often as a vote of theirs has digits set, with the digit.
type Voters = Vec<(usize, usize)>;

/// Adds somebody with some votes to a list.
#[inline]
fn enlist(list: &mut Voters, person: usize, weight: u32) {
    let mut left = weight;
    while left != 0 {
        list.push((person, left.trailing_zeros() as usize));
        left &= left - 1;
    }
}

/// What most hold of those in a list, on one word of dimensions. Both counts are kept at
/// once and carried to the end: this is where most of the time is spent, and a carry of 64
/// lanes seldom dies early.
#[inline]
fn most(
    list: &[(usize, usize)],
    beliefs: &[Masks],
    words: usize,
    word: usize,
    planes: usize,
) -> Masks {
    if list.is_empty() {
        return [0; 2];
    }
    let mut counts = [[0u64; 2]; PLANES];
    for &(other, digit) in list {
        let Some(&[mut yes, mut no]) = beliefs.get(other * words + word) else { continue };
        for [for_it, against] in counts.iter_mut().take(planes).skip(digit) {
            let carries = [*for_it & yes, *against & no];
            *for_it ^= yes;
            *against ^= no;
            [yes, no] = carries;
        }
    }
    let (mut above, mut below) = (0, 0);
    for [yes, no] in counts.iter().take(planes).rev() {
        let even = !(above | below);
        above |= even & yes & !no;
        below |= even & no & !yes;
    }
    [above, below]
}

/// The dimensions on which views are not what they would become.
#[inline]
pub(super) fn apart([most, fewest]: Masks, [holds, denies]: Masks) -> u64 {
    (most & !holds) | (fewest & !denies)
}

impl State {
    /// Lessons and norms of everybody. False where no view differs from them, nor can in
    /// another period.
    #[expect(
        clippy::indexing_slicing,
        reason = "ties and persons are below people; member and weight have people entries, \
                  beliefs, lessons and norms words times as many"
    )]
    pub(super) fn listen(&mut self, rules: &Rules, draws: Draws, moment: Moment) -> bool {
        let (listens, normed) = (rules.listens(), !rules.outside.norm.never());
        if !listens && !normed && !moment.open {
            return false;
        }
        let inclusion = draws.deck(Draw::Inclusion, moment.period);
        // Where what is seen is in part chance, others may be seen another time.
        let partly = moment.begun && rules.partly_included();
        let (words, acts) = (rules.words, rules.acts());
        let Self { beliefs, ties, worth, shown, member, weight, lessons, norms, .. } = self;
        let shown: &[i32] = if acts { shown } else { worth };
        let wary = partly || acts;
        let degree = rules.size - 1;
        let planes = planes_for(degree as u32 * rules.senior_weight);
        let (mut better, mut around): (Voters, Voters) =
            (Vec::with_capacity(degree), Vec::with_capacity(degree));
        let mut moving = false;
        for person in 0..rules.people {
            let (run, own) = (person * degree, person * words);
            let inside = member[person] && moment.open;
            better.clear();
            around.clear();
            let mut chances = inclusion.at(person);
            let stranger = !member[person] && moment.begun;
            for &tie in &ties[run..run + degree] {
                let other = tie as usize;
                let returner = stranger && member[other];
                // A member's view on the way back from the space is drawn for everybody who
                // may meet it, so that draws do not depend on what is believed.
                let serious = !returner || chances.chance(rules.inclusion);
                let away = member[other] && moment.open;
                let teaches = shown[other] > shown[person];
                if serious && (inside || !away) {
                    if normed {
                        enlist(&mut around, other, weight[other]);
                    }
                    if teaches && !inside && listens {
                        enlist(&mut better, other, weight[other]);
                    }
                }
                let ever = !returner || !rules.inclusion.never();
                if wary && ever && !moving && (normed || listens && (acts || teaches)) {
                    let mine = &beliefs[own..own + words];
                    let theirs = &beliefs[other * words..(other + 1) * words];
                    moving = mine.iter().zip(theirs).any(|(own, view)| apart(*view, *own) != 0);
                }
            }
            for word in 0..words {
                let views = beliefs[own + word];
                if listens && !inside {
                    lessons[own + word] = most(&better, beliefs, words, word, planes);
                    moving |= apart(lessons[own + word], views) != 0;
                } else {
                    lessons[own + word] = [0; 2];
                }
                if normed {
                    norms[own + word] = most(&around, beliefs, words, word, planes);
                    moving |= apart(norms[own + word], views) != 0;
                }
            }
        }
        if moment.open {
            self.interact(rules);
        }
        moving
    }

    /// Members in the space hear all inside who do better. From the best down, each vote is
    /// counted once.
    #[expect(
        clippy::indexing_slicing,
        reason = "members are below people; shown and weight have people entries, beliefs and \
                  lessons words times as many"
    )]
    fn interact(&mut self, rules: &Rules) {
        let Self { beliefs, worth, shown, weight, lessons, circle, circle_votes, .. } = self;
        let shown: &[i32] = if rules.acts() { shown } else { worth };
        circle.sort_unstable_by_key(|&member| (Reverse(shown[member as usize]), member));
        let [yes, no] = circle_votes;
        for word in 0..rules.words {
            yes.fill(0);
            no.fill(0);
            for equals in circle.chunk_by(|&a, &b| shown[a as usize] == shown[b as usize]) {
                let lesson = majority(yes, no).into();
                for &member in equals {
                    let (member, place) = (member as usize, member as usize * rules.words + word);
                    lessons[place] = lesson;
                    let [holds, denies] = beliefs[place];
                    ballot(yes, holds, weight[member]);
                    ballot(no, denies, weight[member]);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::bits::count;
    use proptest::prelude::*;

    proptest! {
        /// A ballot of some weight counts so many times.
        #[test]
        fn weights_are_counts(ballots in prop::collection::vec((any::<u64>(), 0u32..=16), 0..20)) {
            let mut planes = vec![0; planes_for(320)];
            ballots.iter().for_each(|&(set, weight)| ballot(&mut planes, set, weight));
            for lane in 0..64 {
                let by_hand: u32 =
                    ballots.iter().filter(|(set, _)| set >> lane & 1 == 1).map(|(_, w)| w).sum();
                prop_assert_eq!(count(&planes, lane), by_hand);
            }
        }

        /// The majority of a list is that of its votes, each as often as it weighs.
        #[test]
        fn most_hold_what_most_votes_hold(
            views in prop::collection::vec((any::<u64>(), any::<u64>(), 1u32..=16), 0..40),
        ) {
            let mut list = Voters::new();
            views.iter().enumerate().for_each(|(person, view)| enlist(&mut list, person, view.2));
            let beliefs: Vec<Masks> = views.iter().map(|&(yes, no, _)| [yes, no & !yes]).collect();
            let [above, below] = most(&list, &beliefs, 1, 0, planes_for(40 * 16));
            for lane in 0..64 {
                let votes = |side: usize| -> u32 {
                    let set = |(view, _): &(&Masks, u32)| view[side] >> lane & 1 == 1;
                    beliefs.iter().zip(views.iter().map(|view| view.2)).filter(set).map(|(_, w)| w).sum()
                };
                prop_assert_eq!(above >> lane & 1 == 1, votes(0) > votes(1));
                prop_assert_eq!(below >> lane & 1 == 1, votes(1) > votes(0));
            }
        }
    }
}
