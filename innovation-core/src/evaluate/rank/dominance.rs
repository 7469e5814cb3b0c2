//! What holds whatever the weights.

use super::check::Problem;
use super::document::{Dominance, DominanceCheck};
use crate::people::Id;

/// Which alternatives dominate which: the worst of one against the best of the other on every
/// criterion. Cost: alternatives² × criteria.
pub(super) fn check(problem: &Problem<'_>) -> DominanceCheck {
    let size = problem.ids.len();
    let mut dominated = vec![false; size];
    let mut pairs = Vec::new();
    for (a, better) in problem.ids.iter().enumerate() {
        for ((b, worse), dominated) in problem.ids.iter().enumerate().zip(&mut dominated) {
            if a == b {
                continue;
            }
            let (worst, best) = (problem.values(a).0, problem.values(b).1);
            let holds = worst.iter().zip(best).all(|(own, theirs)| own >= theirs);
            if holds && worst.iter().zip(best).any(|(own, theirs)| own > theirs) {
                let strict = worst.iter().zip(best).all(|(own, theirs)| own > theirs);
                pairs.push(Dominance {
                    better: (*better).clone(),
                    worse: (*worse).clone(),
                    strict,
                });
                *dominated = true;
            }
        }
    }
    DominanceCheck {
        pairs,
        undominated: problem
            .ids
            .iter()
            .zip(&dominated)
            .filter(|(_, dominated)| !**dominated)
            .map(|(id, _)| (*id).clone())
            .collect(),
        alike: alike(problem),
    }
}

/// Groups of two or more alternatives with the same known values.
fn alike(problem: &Problem<'_>) -> Vec<Vec<Id>> {
    let mut groups: Vec<(usize, Vec<Id>)> = Vec::new();
    for (at, id) in problem.ids.iter().enumerate() {
        let (low, high) = problem.values(at);
        if low != high {
            continue;
        }
        match groups.iter_mut().find(|(first, _)| problem.values(*first).0 == low) {
            Some((_, group)) => group.push((*id).clone()),
            None => groups.push((at, vec![(*id).clone()])),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}
