//! Making a seating keep the rules: the fewest breaches first, then the fewest repeats.
//!
//! A round that breaks a rule is walked towards one that does not: each step takes a unit
//! from a table with a breach and makes its best swap or move, where one was not just made.

#![expect(
    clippy::indexing_slicing,
    reason = "rounds, units and groups are below the sizes the problem was checked for"
)]

use super::ledger::Ledger;
use super::{Round, Rounds, Seating};
use crate::random::Stream;

/// Steps of the walk, for each seated unit.
const STEPS_PER_UNIT: usize = 20;

/// How far a group is from keeping its rules, when these units sit there: people too many or
/// too few, people with a property too many or too few, pairs that must be apart, and units
/// that may not be there.
pub(super) fn breach(
    problem: &Rounds,
    round: &Round,
    group: usize,
    members: impl Iterator<Item = usize> + Clone,
) -> u32 {
    let limits = &round.groups[group];
    let strangers =
        members.clone().filter(|&unit| !round.allowed[unit * round.groups.len() + group]).count()
            as u32;
    if !limits.counted {
        return strangers;
    }
    let beyond = |amounts: &[u32], min: u32, max: u32| {
        let total: u32 = members.clone().map(|unit| amounts[unit]).sum();
        total.saturating_sub(max) + min.saturating_sub(total)
    };
    let quotas: u32 =
        round.quotas.iter().map(|quota| beyond(&quota.amount, quota.min, quota.max)).sum();
    let mut pairs = 0;
    for unit in members.clone().filter(|&unit| !problem.apart[unit].is_empty()) {
        pairs +=
            members.clone().filter(|&other| problem.apart[unit].contains(&(other as u32))).count()
                as u32;
    }
    strangers + quotas + pairs / 2 + beyond(&round.present, limits.min, limits.max)
}

/// Mends every round; a round that resists takes the seating that `start` has for it.
pub(super) fn mend(
    problem: &Rounds,
    seating: Seating,
    start: &[Vec<u32>],
    repeat: i64,
    stream: &mut Stream,
) -> Seating {
    let mut ledger = Ledger::new(problem, &seating, repeat);
    let kept: Vec<bool> =
        (0..problem.rounds.len()).map(|round| walk(problem, &mut ledger, round, stream)).collect();
    let units = problem.mass.len().max(1);
    let rounds = ledger.groups().chunks(units).zip(start).zip(kept);
    rounds
        .map(|((mended, start), kept)| if kept { mended.to_vec() } else { start.clone() })
        .collect()
}

/// Walks a round until it keeps all rules; false when the steps run out first.
pub(super) fn walk(
    problem: &Rounds,
    ledger: &mut Ledger,
    number: usize,
    stream: &mut Stream,
) -> bool {
    let round = &problem.rounds[number];
    let outside = round.outside() as usize;
    let units = problem.mass.len();
    let breach_of = |ledger: &Ledger, group: usize| {
        breach(
            problem,
            round,
            group,
            ledger.members(number, group).iter().map(|&unit| unit as usize),
        )
    };
    let mut banned_until = vec![0usize; units * round.groups.len()];
    let seated: Vec<usize> =
        (0..units).filter(|&unit| ledger.group(number, unit) != outside).collect();
    for step in 1..=STEPS_PER_UNIT * seated.len().max(1) {
        let broken: Vec<usize> =
            (0..outside).filter(|&group| breach_of(ledger, group) > 0).collect();
        if broken.is_empty() {
            return true;
        }
        let group = broken[stream.index(broken.len())];
        // Breaches and cost after the move, a lot for ties, then the move.
        let mut best: Option<((i64, i64, u32), Move)> = None;
        let full: Vec<u32> = (0..outside).map(|group| breach_of(ledger, group)).collect();
        // A table below its minimum gains from moves towards it: all units are tried then.
        let candidates = if ledger.members(number, group).is_empty() {
            seated.clone()
        } else {
            ledger.members(number, group).iter().map(|&unit| unit as usize).collect()
        };
        let mut consider = |ledger: &Ledger, to_make: Move, stream: &mut Stream| {
            let (a, from, to, b) = to_make;
            let leaving = |group: usize, out: usize, joins: Option<usize>| {
                let stay = ledger
                    .members(number, group)
                    .iter()
                    .map(|&unit| unit as usize)
                    .filter(move |&unit| unit != out);
                breach(problem, round, group, stay.chain(joins))
            };
            let after = match b {
                Some(b) => leaving(from, a, Some(b)) + leaving(to, b, Some(a)),
                None => leaving(from, a, None) + leaving(to, usize::MAX, Some(a)),
            };
            let banned = banned_until[a * round.groups.len() + to] > step;
            let gain = i64::from(after) - i64::from(full[from]) - i64::from(full[to]);
            if banned && gain >= 0 {
                return;
            }
            let cost = match b {
                Some(b) => ledger.swap_cost(number, a, b),
                None => ledger.shift_cost(number, a, to),
            };
            let rank = (gain, cost, stream.bits());
            if best.is_none_or(|(least, _)| rank < least) {
                best = Some((rank, to_make));
            }
        };
        for &a in &candidates {
            let from = ledger.group(number, a);
            for to in (0..outside).filter(|&to| to != from) {
                consider(ledger, (a, from, to, None), stream);
                for &b in ledger.members(number, to) {
                    consider(ledger, (a, from, to, Some(b as usize)), stream);
                }
            }
        }
        for &b in seated.iter().filter(|&&b| ledger.group(number, b) != group) {
            consider(ledger, (b, ledger.group(number, b), group, None), stream);
        }
        let Some((_, (a, from, to, b))) = best else { continue };
        let groups = round.groups.len();
        let tenure = step + 3 + stream.index(5);
        banned_until[a * groups + from] = tenure;
        match b {
            Some(b) => {
                banned_until[b * groups + to] = tenure;
                ledger.swap(number, a, b);
            }
            None => ledger.shift(number, a, to),
        }
    }
    (0..outside).all(|group| breach_of(ledger, group) == 0)
}

/// A unit, its group, the group it goes to, and who comes back for it.
type Move = (usize, usize, usize, Option<usize>);
