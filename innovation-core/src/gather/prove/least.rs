//! The selection whose least valued pair is best.
//!
//! Asked for a threshold, pairs below it may not be chosen together; what is left is whether
//! the rules still hold, decided by trying with a count: of units that exclude each other
//! only one can be chosen. Thresholds are halved over the values that occur.
//!
//! # References
//!
//! E. Erkut, *The discrete p-dispersion problem*, European Journal of Operational Research
//! 46(1), 1990.
#![expect(
    clippy::indexing_slicing,
    reason = "units are numbered densely by the instance, thresholds by their own list"
)]

use super::partial::{Partial, State};
use super::values::Values;
use super::{Proof, chosen_group};
use crate::gather::feasible;
use crate::gather::instance::Instance;
use crate::watch::{Progress, Watch};

/// The selection with the largest least value of a chosen pair: the largest number where a
/// selection without pairs keeps the rules.
///
/// Stops after `node_limit` nodes or when the watch says so, with the limit proved by then.
pub(crate) fn select_min(
    instance: &Instance,
    incumbent: Option<(Vec<u32>, i64)>,
    node_limit: u64,
    watch: &mut dyn Watch,
) -> Proof {
    let mut proof = Proof::open(incumbent, i64::MAX);
    let (Some(group), Some(values)) = (chosen_group(instance), Values::of_instance(instance))
    else {
        return proof.close(false);
    };
    if proof.best.is_empty() {
        match feasible::start(instance, 0, watch) {
            Ok(group_of) => {
                proof.value = least(&values, group, &group_of);
                proof.best = group_of;
            }
            Err(feasible::Stuck::Infeasible) => return proof.close(true),
            Err(feasible::Stuck::Undecided) => return proof.close(false),
        }
    }
    let pairs = (0..values.units()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let mut thresholds: Vec<i64> = pairs.map(|(a, b)| values.of(a, b)).collect();
    thresholds.push(i64::MAX);
    thresholds.retain(|&threshold| threshold > proof.value);
    thresholds.sort_unstable();
    thresholds.dedup();

    // Below `open` all thresholds are reached; from `closed` on none is, or none is known.
    let (mut open, mut closed) = (0, thresholds.len());
    let mut refuted = closed;
    while open < closed {
        let middle = open + (closed - open) / 2;
        match reach(instance, &values, thresholds[middle], node_limit, &mut proof.nodes, watch) {
            Reached::Yes(group_of) => {
                proof.value = least(&values, group, &group_of);
                proof.best = group_of;
                open = thresholds.partition_point(|&threshold| threshold <= proof.value);
            }
            Reached::No => (closed, refuted) = (middle, middle),
            Reached::Unknown => closed = middle,
        }
    }
    proof.bound = match refuted.checked_sub(1) {
        Some(last) => thresholds[last].max(proof.value),
        None => proof.value,
    };
    proof.close(false)
}

/// The least value of a chosen pair.
fn least(values: &Values, group: u32, group_of: &[u32]) -> i64 {
    let chosen: Vec<usize> = (0..group_of.len()).filter(|&unit| group_of[unit] == group).collect();
    (chosen.iter().enumerate())
        .flat_map(|(place, &a)| chosen[..place].iter().map(move |&b| values.of(a, b)))
        .min()
        .unwrap_or(i64::MAX)
}

/// Whether a threshold can be reached.
enum Reached {
    Yes(Vec<u32>),
    No,
    Unknown,
}

/// Looks for a selection without pairs below a threshold.
fn reach(
    instance: &Instance,
    values: &Values,
    threshold: i64,
    node_limit: u64,
    nodes: &mut u64,
    watch: &mut dyn Watch,
) -> Reached {
    let Some(group) = chosen_group(instance) else { return Reached::Unknown };
    let exclude = |unit: usize| -> Vec<u32> {
        let below = |&other: &usize| {
            let kept_apart = instance.apart[unit].binary_search(&(other as u32)).is_ok();
            other != unit && (kept_apart || values.of(unit, other) < threshold)
        };
        (0..values.units()).filter(below).map(|other| other as u32).collect()
    };
    let apart: Vec<Vec<u32>> = (0..values.units()).map(exclude).collect();
    let exclusion = Exclusion::new(&apart);
    let Some(mut partial) = Partial::new(instance, &apart) else { return Reached::No };
    let mut path: Vec<(usize, usize)> = Vec::new();
    loop {
        *nodes += 1;
        let progress = Progress::new(*nodes, Some(node_limit), None);
        if *nodes > node_limit || (nodes.is_multiple_of(256) && !watch.proceed(&progress)) {
            return Reached::Unknown;
        }
        let sound = partial.tighten();
        if sound && partial.complete() {
            return Reached::Yes(partial.groups(group));
        }
        if sound && exclusion.leaves_enough(&partial) {
            let freest = partial.open().min_by_key(|&unit| exclusion.of_open(&partial, unit));
            if let Some(unit) = freest {
                path.push((partial.decided().len(), unit));
                partial.decide(unit, State::Chosen);
                continue;
            }
        }
        let Some((mark, unit)) = path.pop() else { return Reached::No };
        partial.undo(mark);
        partial.decide(unit, State::Left);
    }
}

/// Who excludes whom, as bits.
struct Exclusion {
    words: usize,
    bits: Vec<u64>,
}

impl Exclusion {
    fn new(apart: &[Vec<u32>]) -> Self {
        let words = apart.len().div_ceil(64);
        let mut bits = vec![0u64; words * apart.len()];
        for (unit, others) in apart.iter().enumerate() {
            for &other in others {
                bits[unit * words + other as usize / 64] |= 1 << (other % 64);
            }
        }
        Self { words, bits }
    }

    fn row(&self, unit: usize) -> &[u64] {
        &self.bits[unit * self.words..(unit + 1) * self.words]
    }

    /// How many open units a unit excludes.
    fn of_open(&self, partial: &Partial, unit: usize) -> usize {
        let row = self.row(unit);
        partial.open().filter(|&other| row[other / 64] >> (other % 64) & 1 == 1).count()
    }

    /// Whether open units can bring what is missing, if of each set of units that exclude
    /// each other only one is chosen.
    fn leaves_enough(&self, partial: &Partial) -> bool {
        let mut sets: Vec<(Vec<u64>, Vec<usize>)> = Vec::new();
        for unit in partial.open() {
            let joins = |shared: &[u64]| shared[unit / 64] >> (unit % 64) & 1 == 1;
            match sets.iter_mut().find(|(shared, _)| joins(shared)) {
                Some((shared, members)) => {
                    for (word, &by) in shared.iter_mut().zip(self.row(unit)) {
                        *word &= by;
                    }
                    members.push(unit);
                }
                None => sets.push((self.row(unit).to_vec(), vec![unit])),
            }
        }
        partial.needs().all(|(amount, need)| {
            let most = |members: &[usize]| {
                members.iter().map(|&unit| i64::from(amount[unit])).max().unwrap_or(0)
            };
            need == 0 || sets.iter().map(|(_, members)| most(members)).sum::<i64>() >= need
        })
    }
}
