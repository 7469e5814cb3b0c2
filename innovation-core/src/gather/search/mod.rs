//! The shared optimiser.
mod anneal;
mod dense;
mod noise;
mod pace;
mod rules;
mod scan;
mod sparse;
mod state;
mod swaps;
mod values;

use super::instance::{Instance, Pairs};
use crate::watch::Watch;
use anneal::Search;
pub(crate) use anneal::Tune;
use dense::Dense;
pub(crate) use pace::Budget;
use pace::Pace;
use sparse::Sparse;
use state::State;
pub(crate) use swaps::{Exchange, best_exchanges};
use values::Values;

/// Bonus values for staying: `stay[unit * groups + group]`.
#[derive(Debug, Clone)]
pub(crate) struct Keep {
    pub stay: Vec<i64>,
}

/// What a search found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub assignment: Vec<u32>,
    pub value: i64,
    pub iterations: u64,
    pub stopped: bool,
    pub note: String,
}

pub(crate) fn improve(
    instance: &Instance,
    start: Vec<u32>,
    _objective: super::select::Objective,
    keep: Option<&Keep>,
    budget: &Budget,
    seed: u64,
    watch: &mut dyn Watch,
) -> Found {
    let tune = Tune::default();
    let stay = keep.map(|keep| keep.stay.as_slice());
    match &instance.pairs {
        Pairs::Dense(pairs) => {
            let values = Dense::new(pairs, instance, &start, stay);
            run(instance, values, start, stay, budget, seed, watch, tune)
        }
        Pairs::Sparse(pairs) => {
            let values = Sparse::new(pairs, instance, &start, stay);
            run(instance, values, start, stay, budget, seed, watch, tune)
        }
    }
}

fn run<V: Values>(
    instance: &Instance,
    values: V,
    start: Vec<u32>,
    stay: Option<&[i64]>,
    budget: &Budget,
    seed: u64,
    watch: &mut dyn Watch,
    tune: Tune,
) -> Found {
    let mut pace = Pace::new(budget, default_iterations(instance), watch);
    let state = State::new(instance, values, start, stay);
    let mut search = Search::new(state, seed, tune);
    search.run(&mut pace);
    Found {
        value: search.best.0,
        assignment: search.best.1,
        iterations: search.scan.work,
        stopped: pace.stopped,
        note: search.note,
    }
}

pub(crate) fn default_iterations(instance: &Instance) -> u64 {
    let units = instance.mass.len() as u64;
    let groups = instance.groups.len() as u64;
    let _ = (units, groups);
    250_000_000
}
