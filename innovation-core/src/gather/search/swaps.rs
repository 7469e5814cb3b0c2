//! What exchanging one unit for another would change: read off the table of the search.

use super::dense::Dense;
use super::sparse::Sparse;
use super::state::State;
use super::values::Values;
use crate::gather::instance::{Instance, Pairs};

/// An exchange of a unit with one of another group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exchange {
    /// Who would come in its place.
    pub other: u32,
    /// What that would change in value; never above 0 for a local optimum.
    pub gain: i64,
}

/// For each unit of a counted group the best exchange that keeps all rules, among units as
/// large as itself; the first of equals. Cost: units in counted groups times units.
pub(crate) fn best_exchanges(instance: &Instance, group_of: &[u32]) -> Vec<Option<Exchange>> {
    match &instance.pairs {
        Pairs::Dense(pairs) => {
            let values = Dense::new(pairs, instance, group_of, None);
            read(&State::new(instance, values, group_of.to_vec(), None))
        }
        Pairs::Sparse(pairs) => {
            let values = Sparse::new(pairs, instance, group_of, None);
            read(&State::new(instance, values, group_of.to_vec(), None))
        }
    }
}

fn read<V: Values>(state: &State<'_, V>) -> Vec<Option<Exchange>> {
    let instance = state.instance;
    let counted =
        |group: u32| instance.groups.get(group as usize).is_some_and(|group| group.counted);
    let best = |(unit, &home): (usize, &u32)| {
        let mut best: Option<Exchange> = None;
        for (other, &away) in state.home.iter().enumerate().filter(|_| counted(home)) {
            if away == home || instance.mass.get(other) != instance.mass.get(unit) {
                continue;
            }
            let gain = gain(state, unit, other, state.shared(home as usize, away as usize));
            if best.is_none_or(|best| gain > best.gain)
                && state.rules.allow_exchange((unit, home as usize), (other, away as usize))
            {
                best = Some(Exchange { other: other as u32, gain });
            }
        }
        best
    };
    state.home.iter().enumerate().map(best).collect()
}

/// Both go where the other was; the pair they are stays apart, and was counted in each group
/// that counts.
fn gain<V: Values>(state: &State<'_, V>, unit: usize, other: usize, counted: i64) -> i64 {
    let group = |unit: usize| state.home.get(unit).map_or(0, |&group| group as usize);
    let (home, away) = (group(unit), group(other));
    let steps = state.values.step(unit, home, away) + state.values.step(other, away, home);
    steps - counted * state.values.pair(unit, other)
}
