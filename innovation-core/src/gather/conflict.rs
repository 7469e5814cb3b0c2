//! Which rules contradict each other: as few of them as can be found.
//!
//! The rules are known only by their number and by a question to the caller: can those that
//! are active hold together? [`smallest`] first halves the list to a set of which every rule
//! is needed, then looks for a smaller one: for few rules it finds a smallest of all, for
//! many it tries to do without each rule in turn.
//!
//! A question left undecided counts as answered with "they may hold together". So every set
//! returned is proved to conflict; where questions were undecided, a smaller one may exist.
//!
//! # References
//!
//! U. Junker, *QuickXplain: preferred explanations and relaxations for over-constrained
//! problems*, AAAI 2004.
//! A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva, *Smallest MUS extraction with
//! minimal hitting set dualization*, CP 2015.

use std::collections::BTreeMap;

/// Up to so many rules, a smallest conflict of all is looked for.
const FEW: usize = 20;
/// Questions spent on a smaller conflict than the first.
const PATIENCE: usize = 400;

/// A set of rules, in rising order, that cannot hold together though they can without any
/// one of them. Empty if nothing is proved, or if even no rule at all is infeasible.
///
/// `infeasible` is asked about active rules and answers `None` where it cannot decide.
pub(crate) fn smallest<F>(rules: usize, infeasible: F) -> Vec<usize>
where
    F: FnMut(&[bool]) -> Option<bool>,
{
    let all: Vec<usize> = (0..rules).collect();
    let mut oracle = Oracle { rules, infeasible, known: BTreeMap::new(), asked: 0 };
    if oracle.conflict(&[]) || !oracle.conflict(&all) {
        return Vec::new();
    }
    let first = oracle.needed(&all);
    let limit = oracle.asked + PATIENCE;
    let best = oracle.leave_out_each(first, limit);
    let best = if rules <= FEW { oracle.smaller(best, limit) } else { best };
    oracle.prune(best)
}

/// The caller's answers, each asked for once.
struct Oracle<F> {
    rules: usize,
    infeasible: F,
    known: BTreeMap<Vec<bool>, bool>,
    asked: usize,
}

impl<F: FnMut(&[bool]) -> Option<bool>> Oracle<F> {
    /// Whether rules are proved to contradict each other.
    fn conflict(&mut self, rules: &[usize]) -> bool {
        let active: Vec<bool> = (0..self.rules).map(|rule| rules.contains(&rule)).collect();
        if let Some(&known) = self.known.get(&active) {
            return known;
        }
        self.asked += 1;
        let answer = (self.infeasible)(&active) == Some(true);
        self.known.insert(active, answer);
        answer
    }

    /// A conflict within rules that conflict, of which every rule is needed.
    fn needed(&mut self, rules: &[usize]) -> Vec<usize> {
        let found = self.halve(&[], false, rules);
        self.prune(found)
    }

    /// Which of `open` are needed for a conflict with `held`.
    fn halve(&mut self, held: &[usize], grown: bool, open: &[usize]) -> Vec<usize> {
        if grown && self.conflict(held) {
            return Vec::new();
        }
        if open.len() <= 1 {
            return open.to_vec();
        }
        let (first, second) = open.split_at(open.len() / 2);
        let later = self.halve(&[held, first].concat(), true, second);
        let earlier = self.halve(&[held, &later].concat(), !later.is_empty(), first);
        [earlier, later].concat()
    }

    /// Drops every rule without which the others still conflict.
    fn prune(&mut self, mut rules: Vec<usize>) -> Vec<usize> {
        rules.sort_unstable();
        for rule in rules.clone() {
            let rest: Vec<usize> = rules.iter().copied().filter(|&other| other != rule).collect();
            if self.conflict(&rest) {
                rules = rest;
            }
        }
        rules
    }

    /// A conflict no larger, looked for by leaving out each rule of the best so far.
    fn leave_out_each(&mut self, mut best: Vec<usize>, limit: usize) -> Vec<usize> {
        let mut left_out = Vec::new();
        while let Some(rule) = best.iter().copied().find(|rule| !left_out.contains(rule)) {
            if self.asked >= limit || best.len() <= 1 {
                break;
            }
            left_out.push(rule);
            // The rules of the best so far come last, and are kept only where needed.
            let (last, others): (Vec<usize>, Vec<usize>) = (0..self.rules)
                .filter(|&other| other != rule)
                .partition(|other| best.contains(other));
            let order = [others, last].concat();
            if self.conflict(&order) {
                let found = self.needed(&order);
                if found.len() < best.len() {
                    best = found;
                    left_out.clear();
                }
            }
        }
        best
    }

    /// A smallest conflict of all, for few rules.
    ///
    /// Whatever may hold together leaves out a set of rules, and every conflict has a rule
    /// in each such set. The fewest rules that have one in each set known so far conflict,
    /// or give one more set.
    fn smaller(&mut self, best: Vec<usize>, limit: usize) -> Vec<usize> {
        let mut left_out: Vec<u32> = Vec::new();
        while self.asked < limit {
            let Some(fewest) = fewest(self.rules, &left_out, best.len()) else { break };
            let mut held: Vec<usize> = (0..self.rules).filter(|&rule| has(fewest, rule)).collect();
            if self.conflict(&held) {
                return held;
            }
            for rule in 0..self.rules {
                if !held.contains(&rule) {
                    held.push(rule);
                    if self.conflict(&held) {
                        held.pop();
                    }
                }
            }
            let rest = (0..self.rules).filter(|rule| !held.contains(rule));
            left_out.push(rest.fold(0, |set, rule| set | 1 << rule));
        }
        best
    }
}

fn has(set: u32, rule: usize) -> bool {
    set >> rule & 1 == 1
}

/// The fewest rules, fewer than `limit`, of which each set has one; sets are bits.
fn fewest(rules: usize, sets: &[u32], limit: usize) -> Option<u32> {
    let end = 1u32 << rules;
    for size in 1..limit {
        let mut chosen = (1u32 << size) - 1;
        while chosen < end {
            if sets.iter().all(|set| set & chosen != 0) {
                return Some(chosen);
            }
            // The next larger number with as many ones.
            let lowest = chosen & chosen.wrapping_neg();
            let ripple = chosen + lowest;
            chosen = ripple | (((chosen ^ ripple) >> 2) / lowest);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn within(small: &[bool], large: &[bool]) -> bool {
        small.iter().zip(large).all(|(&a, &b)| !a || b)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        /// Whatever the conflicts are, a smallest one is found.
        #[test]
        fn a_smallest_conflict_is_found(
            rules in 1usize..12,
            conflicts in prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.4), 12), 1..8),
        ) {
            let conflicts: Vec<&[bool]> = conflicts.iter().map(|c| &c[..rules]).collect();
            let found = smallest(rules, |active| Some(conflicts.iter().any(|c| within(c, active))));
            let size = |c: &&[bool]| c.iter().filter(|&&x| x).count();
            prop_assert_eq!(found.len(), conflicts.iter().map(size).min().unwrap());
            let active: Vec<bool> = (0..rules).map(|rule| found.contains(&rule)).collect();
            prop_assert!(conflicts.iter().any(|c| within(c, &active)));
        }

        /// Among many rules every rule of a conflict is needed.
        #[test]
        fn every_rule_of_a_conflict_is_needed(
            rules in 21usize..60,
            conflicts in prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.1), 60), 1..8),
        ) {
            let conflicts: Vec<&[bool]> = conflicts.iter().map(|c| &c[..rules]).collect();
            let conflict = |active: &[bool]| conflicts.iter().any(|c| within(c, active));
            let found = smallest(rules, |active| Some(conflict(active)));
            let mut active: Vec<bool> = (0..rules).map(|rule| found.contains(&rule)).collect();
            prop_assert!(conflict(&active));
            for rule in found {
                active[rule] = false;
                prop_assert!(!conflict(&active));
                active[rule] = true;
            }
        }

        /// Undecided answers never make a conflict of rules that are not proved to conflict.
        #[test]
        fn what_is_returned_is_proved(
            answers in prop::collection::vec(prop_oneof![Just(None), Just(Some(true)), Just(Some(false))], 32),
        ) {
            let place = |active: &[bool]| active.iter().fold(0, |sum, &bit| sum * 2 + usize::from(bit));
            let found = smallest(5, |active| answers[place(active)]);
            let active: Vec<bool> = (0..5).map(|rule| found.contains(&rule)).collect();
            prop_assert!(found.is_empty() || answers[place(&active)] == Some(true));
        }
    }

    #[test]
    fn nothing_is_returned_without_a_proof() {
        assert!(smallest(4, |_| None).is_empty());
        assert!(smallest(4, |_| Some(false)).is_empty());
        assert!(smallest(0, |_| Some(true)).is_empty());
    }
}
