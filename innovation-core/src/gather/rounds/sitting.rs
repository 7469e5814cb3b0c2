//! Whose turn it is to sit out.
//!
//! Where a round has fewer seats than people present, as many sit out as must. Those who sat
//! out least often go first, so that nobody sits out twice while somebody who could has not
//! done so once; ties fall by lot.

use super::Rounds;
use crate::random::Stream;

/// For each round, the units that sit out, after each sat out as often as `before` says.
pub(crate) fn turns(problem: &Rounds, before: &[u32], stream: &mut Stream) -> Vec<Vec<u32>> {
    let mut times: Vec<u32> = before.to_vec();
    times.resize(problem.mass.len(), 0);
    problem
        .rounds
        .iter()
        .map(|round| {
            let seats = round
                .groups
                .iter()
                .filter(|g| g.counted)
                .map(|g| g.max)
                .fold(0, u32::saturating_add);
            let present: u32 = round.present.iter().sum();
            let mut missing = present.saturating_sub(seats);
            let mut queue: Vec<(u32, u32, u32)> = Vec::new();
            for ((unit, &people), &times) in (0u32..).zip(&round.present).zip(&times) {
                let groups = round.groups.len();
                let outside = unit as usize * groups + round.outside() as usize;
                if people > 0 && round.allowed.get(outside).copied().unwrap_or(false) {
                    queue.push((times, stream.bits(), unit));
                }
            }
            queue.sort_unstable();
            let mut out = Vec::new();
            while missing > 0 && !queue.is_empty() {
                let size = |unit: u32| round.present.get(unit as usize).copied().unwrap_or(0);
                // A unit that fits goes before one that would leave a seat empty.
                let next = queue.iter().position(|&(.., unit)| size(unit) <= missing).unwrap_or(0);
                let (.., unit) = queue.remove(next);
                missing = missing.saturating_sub(size(unit));
                out.push(unit);
                if let Some(times) = times.get_mut(unit as usize) {
                    *times += 1;
                }
            }
            out
        })
        .collect()
}
