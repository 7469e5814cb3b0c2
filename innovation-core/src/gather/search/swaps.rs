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
    let counted =
        |&group: &u32| state.instance.groups.get(group as usize).is_some_and(|group| group.counted);
    let homes = state.home.iter().enumerate();
    homes.map(|(unit, home)| counted(home).then(|| best(state, unit))?).collect()
}

fn best<V: Values>(state: &State<'_, V>, unit: usize) -> Option<Exchange> {
    let group = |unit: usize| state.home.get(unit).map_or(0, |&group| group as usize);
    let (home, mass) = (group(unit), &state.instance.mass);
    let mut best: Option<Exchange> = None;
    for (other, &away) in state.home.iter().enumerate() {
        let away = away as usize;
        if away == home || mass.get(other) != mass.get(unit) {
            continue;
        }
        // Both go where the other was; the pair they are stays apart, and was counted in
        // each group that counts.
        let steps = state.values.step(unit, home, away) + state.values.step(other, away, home);
        let gain = steps - state.shared(home, away) * state.values.pair(unit, other);
        if best.is_none_or(|best| gain > best.gain)
            && state.rules.allow_exchange((unit, home), (other, away))
        {
            best = Some(Exchange { other: other as u32, gain });
        }
    }
    best
}
