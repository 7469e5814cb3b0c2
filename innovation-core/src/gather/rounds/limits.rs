//! Which moves the rules of a round allow.
//!
//! Invariant: a seating that keeps all rules still does after a move that was allowed.

#![expect(
    clippy::indexing_slicing,
    reason = "rounds, units and groups are below the sizes the problem was checked for"
)]

use super::ledger::Ledger;
use super::{Round, Rounds};

/// People and quota totals at every table.
#[derive(Debug, Clone)]
pub(super) struct Limits<'a> {
    problem: &'a Rounds,
    /// For each round and group, how many people.
    people: Vec<Vec<u32>>,
    /// For each round, quota and group, how many people with the property.
    totals: Vec<Vec<Vec<u32>>>,
}

impl<'a> Limits<'a> {
    /// The totals of a seating.
    pub(super) fn new(problem: &'a Rounds, seating: &[Vec<u32>]) -> Self {
        let sums = |round: &Round, amounts: &[u32], groups: &[u32]| {
            let mut sums = vec![0; round.groups.len()];
            for (&amount, &group) in amounts.iter().zip(groups) {
                sums[group as usize] += amount;
            }
            sums
        };
        let rounds = problem.rounds.iter().zip(seating);
        Self {
            problem,
            people: rounds
                .clone()
                .map(|(round, groups)| sums(round, &round.present, groups))
                .collect(),
            totals: rounds
                .map(|(round, groups)| {
                    round.quotas.iter().map(|quota| sums(round, &quota.amount, groups)).collect()
                })
                .collect(),
        }
    }

    /// Whether two units at different tables may swap places.
    pub(super) fn may_swap(&self, ledger: &Ledger, round: usize, a: usize, b: usize) -> bool {
        let (from, to) = (ledger.group(round, a), ledger.group(round, b));
        self.fits(round, from, a, Some(b))
            && self.fits(round, to, b, Some(a))
            && self.may_join(ledger, round, a, to, b)
            && self.may_join(ledger, round, b, from, a)
    }

    /// Whether a unit may move to another table.
    pub(super) fn may_shift(&self, ledger: &Ledger, round: usize, unit: usize, to: usize) -> bool {
        let from = ledger.group(round, unit);
        self.fits_without(round, from, unit)
            && self.fits_with(round, to, unit)
            && self.may_join(ledger, round, unit, to, unit)
    }

    /// Takes note of a swap that is about to be made.
    pub(super) fn swap(&mut self, ledger: &Ledger, round: usize, a: usize, b: usize) {
        let (from, to) = (ledger.group(round, a), ledger.group(round, b));
        self.move_amounts(round, a, from, to);
        self.move_amounts(round, b, to, from);
    }

    /// Takes note of a move that is about to be made.
    pub(super) fn shift(&mut self, ledger: &Ledger, round: usize, unit: usize, to: usize) {
        self.move_amounts(round, unit, ledger.group(round, unit), to);
    }

    fn move_amounts(&mut self, round: usize, unit: usize, from: usize, to: usize) {
        let rules = &self.problem.rounds[round];
        self.people[round][from] -= rules.present[unit];
        self.people[round][to] += rules.present[unit];
        for (quota, totals) in rules.quotas.iter().zip(&mut self.totals[round]) {
            totals[from] -= quota.amount[unit];
            totals[to] += quota.amount[unit];
        }
    }

    /// Whether a group keeps its limits when one unit leaves and another joins.
    fn fits(&self, round: usize, group: usize, leaves: usize, joins: Option<usize>) -> bool {
        let rules = &self.problem.rounds[round];
        let amount = |amounts: &[u32]| joins.map_or(0, |unit| amounts[unit]);
        let people = self.people[round][group] - rules.present[leaves] + amount(&rules.present);
        let limits = &rules.groups[group];
        (limits.min..=limits.max).contains(&people)
            && (!limits.counted
                || rules.quotas.iter().zip(&self.totals[round]).all(|(quota, totals)| {
                    let total = totals[group] - quota.amount[leaves] + amount(&quota.amount);
                    (quota.min..=quota.max).contains(&total)
                }))
    }

    fn fits_without(&self, round: usize, group: usize, unit: usize) -> bool {
        self.fits(round, group, unit, None)
    }

    fn fits_with(&self, round: usize, group: usize, unit: usize) -> bool {
        let rules = &self.problem.rounds[round];
        let limits = &rules.groups[group];
        self.people[round][group] + rules.present[unit] <= limits.max
            && (!limits.counted
                || rules
                    .quotas
                    .iter()
                    .zip(&self.totals[round])
                    .all(|(quota, totals)| totals[group] + quota.amount[unit] <= quota.max))
    }

    /// Whether a unit may sit at a group that `leaves` is about to leave.
    fn may_join(
        &self,
        ledger: &Ledger,
        round: usize,
        unit: usize,
        group: usize,
        leaves: usize,
    ) -> bool {
        let rules = &self.problem.rounds[round];
        rules.allowed[unit * rules.groups.len() + group]
            && (!rules.groups[group].counted
                || self.problem.apart[unit].iter().all(|&other| {
                    other as usize == leaves || ledger.group(round, other as usize) != group
                }))
    }
}
