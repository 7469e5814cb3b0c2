//! How few repeats there can be: counting arguments.
//!
//! Each round makes at least as many pairs meet as even tables do, and only pairs that have
//! not met, may meet and are there together can be new. The same holds for each person.

use super::Rounds;

/// No seating has fewer repeats than this, for units of one person.
pub(crate) fn fewest_repeats(problem: &Rounds, start: &[Vec<u32>]) -> u64 {
    let units = problem.mass.len();
    // For each unit, people it meets at least over all rounds, and people it could newly meet.
    let mut meets = vec![0u64; units];
    let mut pairs = 0u64;
    for (round, groups) in problem.rounds.iter().zip(start) {
        let outside = round.outside();
        let seated = groups.iter().filter(|&&group| group != outside).count() as u64;
        let sizes = even_sizes(round, seated);
        pairs += sizes.iter().map(|size| size * size.saturating_sub(1) / 2).sum::<u64>();
        let least = sizes.iter().copied().min().unwrap_or(0);
        let least = smallest_table(round, seated).min(least);
        for (meets, _) in meets.iter_mut().zip(groups).filter(|&(_, &group)| group != outside) {
            *meets += least.saturating_sub(1);
        }
    }
    let mut barred = vec![false; units * units];
    let mut bar = |a: usize, b: usize| {
        for pair in [a * units + b, b * units + a] {
            if let Some(barred) = barred.get_mut(pair) {
                *barred = true;
            }
        }
    };
    for &(a, b, _) in problem.met.iter().filter(|&&(.., count)| count > 0) {
        bar(a as usize, b as usize);
    }
    for (a, apart) in problem.apart.iter().enumerate() {
        apart.iter().for_each(|&b| bar(a, b as usize));
    }
    let there = |unit: usize| {
        problem
            .rounds
            .iter()
            .zip(start)
            .map(move |(round, groups)| groups.get(unit).is_some_and(|&g| g != round.outside()))
    };
    let rows: Vec<Vec<bool>> = (0..units).map(|unit| there(unit).collect()).collect();
    let can_be_new: Vec<u64> = rows
        .iter()
        .enumerate()
        .map(|(a, row)| {
            let fits = |&(b, other): &(usize, &Vec<bool>)| {
                a != b
                    && !barred.get(a * units + b).copied().unwrap_or(true)
                    && row.iter().zip(other).any(|(&here, &there)| here && there)
            };
            rows.iter().enumerate().filter(fits).count() as u64
        })
        .collect();
    let by_pairs = pairs.saturating_sub(can_be_new.iter().sum::<u64>() / 2);
    let by_person: u64 =
        meets.iter().zip(&can_be_new).map(|(meets, new)| meets.saturating_sub(*new)).sum();
    by_pairs.max(by_person.div_ceil(2))
}

/// Table sizes as even as limits allow: the fewest pairs.
fn even_sizes(round: &super::Round, seated: u64) -> Vec<u64> {
    let tables: Vec<(u64, u64)> = round
        .groups
        .iter()
        .filter(|g| g.counted)
        .map(|g| (u64::from(g.min), u64::from(g.max)))
        .collect();
    let mut sizes: Vec<u64> = tables.iter().map(|&(min, _)| min).collect();
    let mut left = seated.saturating_sub(sizes.iter().sum());
    while left > 0 {
        let next = sizes
            .iter_mut()
            .zip(&tables)
            .filter(|(size, (_, max))| **size < *max)
            .min_by_key(|(size, _)| **size);
        let Some((size, _)) = next else { break };
        *size += 1;
        left -= 1;
    }
    sizes
}

/// The smallest table that can be.
fn smallest_table(round: &super::Round, seated: u64) -> u64 {
    let most: u64 = round.groups.iter().filter(|g| g.counted).map(|g| u64::from(g.max)).sum();
    let empty = most.saturating_sub(seated);
    round
        .groups
        .iter()
        .filter(|g| g.counted)
        .map(|g| u64::from(g.min).max(u64::from(g.max).saturating_sub(empty)))
        .min()
        .unwrap_or(0)
}
