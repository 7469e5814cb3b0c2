//! The shared optimiser: puts units into groups so that the value of pairs that meet is high.
//!
//! [`improve`] takes an assignment that keeps the rules and returns the best it finds;
//! choosing, seating and a round of a rotation are the same problem to it.
//! [`improve_smallest`] is for choosing people so that even the least valuable pair is
//! worth much.
//!
//! [`values`] says what a unit is worth where ([`dense`] for a matrix, [`sparse`] for
//! ties); [`rules`] says which moves are allowed; [`state`] makes them; [`scan`] finds one
//! that gains enough, given the slack of [`noise`]; [`anneal`] decides how much is enough,
//! within the [`pace`] of a budget, from the sizes of [`shape`]. [`swaps`] reads off an
//! answer what changes would cost.
//!
//! Invariant: a rule is checked when a move is made, never repaired or priced: every
//! assignment on the way keeps the rules.
//! Invariant: the answer to a budget in steps depends on instance, start and seed alone.

mod anneal;
#[cfg(test)]
mod cases;
mod dense;
mod noise;
mod pace;
mod rules;
mod scan;
mod shape;
mod smallest;
mod sparse;
mod state;
mod swaps;
#[cfg(test)]
mod tests;
mod values;

use super::instance::{Instance, Pairs};
use crate::watch::Watch;
use anneal::Search;
use dense::Dense;
pub(crate) use pace::Budget;
use pace::Pace;
pub(crate) use smallest::improve_smallest;
use sparse::Sparse;
use state::State;
pub(crate) use swaps::{Exchange, best_exchanges};
use values::Values;

/// A bonus for units that stay where they are, to change as little as possible.
#[derive(Debug, Clone)]
pub(crate) struct Keep {
    /// `stay[unit * groups + group]`: added to the value where the unit is in the group.
    pub stay: Vec<i64>,
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The group of each unit.
    pub assignment: Vec<u32>,
    /// Its exact value: that of all pairs in counted groups, and of staying.
    pub value: i64,
    /// Steps done.
    pub iterations: u64,
    /// Whether the watch ended the search before its budget was spent.
    pub stopped: bool,
}

/// Improves an assignment that keeps the rules, within a budget.
///
/// The answer is at least as good as the start and a local optimum: no allowed move of one
/// unit and no allowed swap of two gains. After the watch says stop this takes a last
/// descent, which is short.
pub(crate) fn improve(
    instance: &Instance,
    start: Vec<u32>,
    keep: Option<&Keep>,
    budget: &Budget,
    seed: u64,
    watch: &mut dyn Watch,
) -> Found {
    let mut pace = Pace::new(budget, default_iterations(instance), watch);
    search(instance, start, keep, &mut pace, seed)
}

/// Chooses the table of values that fits the pairs and runs the search.
fn search(
    instance: &Instance,
    start: Vec<u32>,
    keep: Option<&Keep>,
    pace: &mut Pace,
    seed: u64,
) -> Found {
    let stay = keep.map(|keep| keep.stay.as_slice());
    match &instance.pairs {
        Pairs::Dense(pairs) => {
            let values = Dense::new(pairs, instance, &start, stay);
            run(State::new(instance, values, start, stay), pace, seed)
        }
        Pairs::Sparse(pairs) => {
            let values = Sparse::new(pairs, instance, &start, stay);
            run(State::new(instance, values, start, stay), pace, seed)
        }
    }
}

fn run<V: Values>(state: State<V>, pace: &mut Pace, seed: u64) -> Found {
    let (value, assignment, iterations) = Search::new(state, seed).run(pace);
    Found { assignment, value, iterations, stopped: pace.stopped }
}

/// Steps that take about a second for one to five hundred people, less for fewer, and more
/// for thousands, where a second is too short to cool.
pub(crate) fn default_iterations(instance: &Instance) -> u64 {
    let units = instance.mass.len() as u64;
    let move_cost = match &instance.pairs {
        Pairs::Dense(_) => units,
        Pairs::Sparse(_) => 64,
    };
    let second = 250_000_000;
    let most = units.saturating_mul(move_cost).saturating_mul(20).max(second);
    let ample = units.saturating_pow(3).saturating_mul(200);
    ample.clamp(1_000_000, most)
}
