//! One winner from orders, by strongest paths, in winning votes.

use super::shares::{MOST_NAMED, Tie};
use super::vote::{Vote, Work};
use crate::error::Result;

/// A full order, and what it rests on.
#[derive(Debug)]
pub(super) struct Ranked {
    /// From the winner down.
    pub order: Vec<u32>,
    /// Those that nothing beats.
    pub winners: Vec<u32>,
    /// Voters who place the row's project before the column's.
    pub pairwise: Vec<Vec<u64>>,
    /// Strength of the strongest path from row to column.
    pub strengths: Vec<Vec<u64>>,
}

/// Ranks all projects.
pub(super) fn rank(vote: &Vote<'_>, work: &mut Work) -> Result<(Ranked, Vec<Tie>)> {
    let pairwise = pairwise(vote, work)?;
    let strengths = strongest(&pairwise, work)?;
    let at = |row: u32, column: u32| {
        strengths.get(row as usize).and_then(|row| row.get(column as usize)).copied().unwrap_or(0)
    };
    let beats = |a: u32, b: u32| at(a, b) > at(b, a);
    let mut rest: Vec<u32> = (0..vote.costs.len() as u32).collect();
    rest.sort_by_key(|project| vote.rank(*project));
    let mut unbeaten_by: Vec<(u32, usize)> =
        rest.iter().map(|a| (*a, rest.iter().filter(|b| beats(**b, *a)).count())).collect();
    work.take(rest.len() * rest.len())?;
    let best = |open: &[(u32, usize)]| -> Vec<u32> {
        open.iter().filter(|(_, beaten)| *beaten == 0).map(|(project, _)| *project).collect()
    };
    let winners = best(&unbeaten_by);
    let (mut order, mut ties) = (Vec::new(), Vec::new());
    loop {
        // "Beats" is transitive, so there is always one that nothing left beats.
        let equals = best(&unbeaten_by);
        let Some(first) = equals.first().copied() else { break };
        if equals.len() > 1 {
            let between = equals.iter().take(MOST_NAMED).copied().collect();
            ties.push(Tie { between, count: equals.len() as u64 });
        }
        order.push(first);
        unbeaten_by.retain(|(project, _)| *project != first);
        for (project, beaten) in &mut unbeaten_by {
            *beaten -= usize::from(beats(first, *project));
        }
    }
    Ok((Ranked { order, winners, pairwise, strengths }, ties))
}

/// How many voters place one before the other; what is not named comes after all that is.
fn pairwise(vote: &Vote<'_>, work: &mut Work) -> Result<Vec<Vec<u64>>> {
    let count = vote.costs.len();
    let mut votes = vec![vec![0; count]; count];
    let mut worth = vec![0_u32; count];
    for (marks, weight) in vote.marks.iter().zip(&vote.weights) {
        work.take(count * (marks.len() + 1))?;
        worth.fill(0);
        for mark in marks {
            if let Some(worth) = worth.get_mut(mark.of as usize) {
                *worth = mark.worth;
            }
        }
        for mark in marks {
            let Some(row) = votes.get_mut(mark.of as usize) else { continue };
            for (cell, other) in row.iter_mut().zip(&worth) {
                *cell += u64::from(mark.worth > *other) * weight;
            }
        }
    }
    Ok(votes)
}

/// Widest paths over won pairs; the cost is the cube of the number of projects.
fn strongest(pairwise: &[Vec<u64>], work: &mut Work) -> Result<Vec<Vec<u64>>> {
    let count = pairwise.len();
    let votes = |a: usize, b: usize| {
        pairwise.get(a).and_then(|row: &Vec<u64>| row.get(b)).copied().unwrap_or(0)
    };
    let mut paths: Vec<Vec<u64>> = (0..count)
        .map(|a| {
            let won = |b| if votes(a, b) > votes(b, a) { votes(a, b) } else { 0 };
            (0..count).map(won).collect()
        })
        .collect();
    for through in 0..count {
        work.take(count * count)?;
        let onward = paths.get(through).cloned().unwrap_or_default();
        for (from, row) in paths.iter_mut().enumerate() {
            let first = row.get(through).copied().unwrap_or(0);
            for (to, (cell, next)) in row.iter_mut().zip(&onward).enumerate() {
                if from != to {
                    *cell = (*cell).max(first.min(*next));
                }
            }
        }
    }
    Ok(paths)
}
