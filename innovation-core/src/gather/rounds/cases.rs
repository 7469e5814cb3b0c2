//! Problems for tests.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use super::mend::{breach, walk};
use super::{Round, Rounds, Seating};
use crate::gather::instance::{Group, Quota};
use crate::random::{Address, Purpose, Stream};

/// People one by one at tables of one kind, nothing else.
pub(super) fn plain(people: u32, tables: u32, [min, max]: [u32; 2], rounds: u32) -> Rounds {
    let units = people as usize;
    let mut groups = vec![Group { min, max, counted: true }; tables as usize];
    groups.push(Group { min: 0, max: people, counted: false });
    let allowed = vec![true; units * groups.len()];
    let round = Round { groups, present: vec![1; units], allowed, quotas: vec![] };
    Rounds {
        mass: vec![1; units],
        apart: vec![vec![]; units],
        met: vec![],
        value: vec![],
        rounds: vec![round; rounds as usize],
    }
}

/// Makes a unit absent from a round.
pub(super) fn absent(problem: &mut Rounds, round: usize, unit: usize) {
    let round = &mut problem.rounds[round];
    let (groups, outside) = (round.groups.len(), round.outside() as usize);
    round.present[unit] = 0;
    for group in 0..groups {
        round.allowed[unit * groups + group] = group == outside;
    }
    for quota in &mut round.quotas {
        quota.amount[unit] = 0;
    }
}

/// Keeps two units apart.
pub(super) fn ban(problem: &mut Rounds, a: u32, b: u32) {
    for (one, other) in [(a, b), (b, a)] {
        let apart = &mut problem.apart[one as usize];
        if let Err(place) = apart.binary_search(&other) {
            apart.insert(place, other);
        }
    }
}

/// A small problem with every kind of rule, of which some seating keeps all: one is returned.
pub(super) fn any(seed: u64) -> (Rounds, Seating) {
    let mut stream = Stream::new(seed, Address::of(Purpose::General));
    let tables = 2 + stream.below(3);
    let most = 2 + stream.below(4);
    let rounds = 1 + stream.below(4);
    let units = 4 + stream.below(tables * most + 1);
    let mut problem = plain(units, tables, [0, most], rounds);
    let n = units as usize;
    problem.mass.iter_mut().for_each(|mass| *mass = 1 + u32::from(stream.below(5) == 0));
    let mut met = BTreeMap::new();
    for _ in 0..stream.below(units) {
        let (a, b) = (stream.below(units), stream.below(units));
        if a != b {
            *met.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    problem.met = met.into_iter().map(|((a, b), count)| (a, b, count)).collect();
    if stream.below(2) == 0 {
        problem.value = vec![0; n * n];
        for a in 0..n {
            for b in 0..a {
                let value = stream.below(100) as i32 - 20;
                problem.value[a * n + b] = value;
                problem.value[b * n + a] = value;
            }
        }
    }
    let property: Vec<u32> = (0..n).map(|_| stream.below(2)).collect();
    let mass = problem.mass.clone();
    for round in &mut problem.rounds {
        round.present.clone_from(&mass);
        round.quotas = vec![Quota { amount: property.clone(), min: 0, max: u32::MAX }];
    }
    for _ in 0..stream.below(4) {
        let (round, unit) = (stream.index(rounds as usize), stream.index(n));
        absent(&mut problem, round, unit);
    }
    // A seating by lot; then rules that it keeps, as tight as it allows.
    let mut seating = Seating::new();
    for round in &mut problem.rounds {
        let mut people = vec![0; tables as usize];
        let mut groups = vec![tables; n];
        for (unit, group) in groups.iter_mut().enumerate() {
            let table = stream.index(tables as usize);
            if round.present[unit] > 0 && people[table] + round.present[unit] <= most {
                people[table] += round.present[unit];
                *group = table as u32;
            }
        }
        for (limits, &people) in round.groups.iter_mut().zip(&people) {
            limits.min = people - stream.below(2).min(people);
        }
        let mut totals = vec![0; tables as usize];
        for (unit, &group) in groups.iter().enumerate().filter(|&(_, &group)| group < tables) {
            totals[group as usize] += round.quotas[0].amount[unit];
        }
        round.quotas[0].min = totals.iter().copied().min().unwrap_or(0);
        round.quotas[0].max = totals.iter().copied().max().unwrap_or(0);
        seating.push(groups);
    }
    for _ in 0..stream.below(4) {
        let (a, b) = (stream.below(units), stream.below(units));
        let meet = seating
            .iter()
            .any(|groups| groups[a as usize] == groups[b as usize] && groups[a as usize] < tables);
        if a != b && !meet {
            ban(&mut problem, a, b);
        }
    }
    (problem, seating)
}

/// How many breaches a seating has in all.
pub(super) fn breaches(problem: &Rounds, seating: &[Vec<u32>]) -> u32 {
    let of_round = |(round, groups): (&Round, &Vec<u32>)| -> u32 {
        let members =
            |group: usize| (0..groups.len()).filter(move |&unit| groups[unit] as usize == group);
        (0..round.groups.len()).map(|group| breach(problem, round, group, members(group))).sum()
    };
    problem.rounds.iter().zip(seating).map(of_round).sum()
}

/// Cost of a seating, from its definition.
pub(super) fn cost(problem: &Rounds, seating: &[Vec<u32>], repeat: i64) -> i64 {
    let n = problem.mass.len();
    let mut total = 0;
    for a in 0..n {
        for b in 0..a {
            let meetings = problem
                .rounds
                .iter()
                .zip(seating)
                .filter(|(round, groups)| groups[a] == groups[b] && groups[a] < round.outside())
                .count() as i64;
            let before: i64 = problem
                .met
                .iter()
                .filter(|&&(x, y, _)| [(a, b), (b, a)].contains(&(x as usize, y as usize)))
                .map(|&(.., count)| i64::from(count))
                .sum();
            let pairs = i64::from(problem.mass[a] * problem.mass[b]);
            let value = problem.value.get(a * n + b).copied().map_or(0, i64::from);
            total += repeat * (before * meetings + pairs * meetings * (meetings - 1) / 2)
                - value * meetings;
        }
    }
    total
}

/// A seating that keeps all rules, by lot and repair; `None` where repair fails, which proves
/// nothing.
pub(super) fn start(problem: &Rounds, before: &[u32], seed: u64) -> Option<Seating> {
    let mut stream = Stream::new(seed, Address { step: 1, ..Address::of(Purpose::Rotate) });
    let out = super::turns(problem, before, &mut stream);
    let mut seating: Seating = Vec::with_capacity(out.len());
    for (round, out) in problem.rounds.iter().zip(&out) {
        let outside = round.outside();
        let mut groups = vec![outside; round.present.len()];
        let mut order: Vec<u32> = (0u32..)
            .zip(&round.present)
            .filter(|&(unit, &people)| people > 0 && !out.contains(&unit))
            .map(|(unit, _)| unit)
            .collect();
        stream.shuffle(&mut order);
        let mass = |unit: u32| round.present.get(unit as usize).copied().unwrap_or(0);
        order.sort_by_key(|&unit| std::cmp::Reverse(mass(unit)));
        let mut people = vec![0u32; outside as usize];
        for unit in order {
            // The table furthest below its minimum, then the emptiest below its maximum.
            let table = (0..)
                .zip(people.iter().zip(&round.groups))
                .min_by_key(|&(_, (&people, limits))| {
                    let full = people + mass(unit) > limits.max;
                    (full, people >= limits.min, people)
                })
                .map(|(table, _)| table);
            if let Some(table) = table {
                if let Some(people) = people.get_mut(table as usize) {
                    *people += mass(unit);
                }
                if let Some(group) = groups.get_mut(unit as usize) {
                    *group = table;
                }
            }
        }
        seating.push(groups);
    }
    mend_all(problem, seating, 1, &mut stream)
}

/// Mends every round, or nothing.
fn mend_all(
    problem: &Rounds,
    seating: Seating,
    repeat: i64,
    stream: &mut Stream,
) -> Option<Seating> {
    let mut ledger = Ledger::new(problem, &seating, repeat);
    let units = problem.mass.len().max(1);
    (0..problem.rounds.len())
        .all(|round| walk(problem, &mut ledger, round, stream))
        .then(|| ledger.groups().chunks(units).map(<[u32]>::to_vec).collect())
}
