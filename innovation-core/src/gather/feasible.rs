//! A grouping that keeps all rules, or the proof that there is none.
//!
//! Three parts take turns with growing effort. [`repair`] deals people out and mends what is
//! broken: it finds a grouping at once where there are many. [`relax`] and [`propagate`]
//! refute what counting can refute: more people apart than groups, quotas that add up to more
//! than a size. [`search`] tries everything the two leave open. All see the rules as the
//! linear limits of [`model`], over classes of people whom no rule tells apart.
//!
//! Invariant: an answer is a grouping that [`holds`], or `Infeasible` after a proof in whole
//! numbers; effort is counted in work and never in time.
#![expect(
    clippy::indexing_slicing,
    reason = "units and groups are numbered densely by the instance, unknowns by its model"
)]

mod model;
mod propagate;
mod relax;
mod repair;
mod search;

use super::instance::Instance;
use crate::random::{Address, Purpose, Stream};
use crate::watch::{Progress, Watch};
use model::{Classes, Model};
use propagate::Bounds;
use repair::Repair;
use search::{Outcome, Search};

/// Why there is no grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// The rules contradict each other: proved.
    Infeasible,
    /// The effort ran out, or the watch stopped it, with neither a grouping nor a proof.
    Undecided,
}

/// Rounds of growing effort in [`start`]: some seconds.
const ROUNDS: u32 = 5;
/// Terms that each part may look at in the first round.
const FIRST_WORK: u64 = 2_000_000;

/// A grouping that keeps all rules: the group of each unit.
///
/// The same seed gives the same grouping; different seeds start searches elsewhere.
///
/// # Errors
///
/// [`Stuck`], proved or not.
pub(crate) fn start(
    instance: &Instance,
    seed: u64,
    watch: &mut dyn Watch,
) -> Result<Vec<u32>, Stuck> {
    within(instance, seed, ROUNDS, watch)
}

/// [`start`] with a limit on rounds: each has three times the effort of the one before.
///
/// # Errors
///
/// [`Stuck`], proved or not.
pub(crate) fn within(
    instance: &Instance,
    seed: u64,
    rounds: u32,
    watch: &mut dyn Watch,
) -> Result<Vec<u32>, Stuck> {
    let watch = &mut Once { watch, stopped: false };
    let classes = Classes::of(instance);
    let model = Model::of_groups(instance, &classes);
    let mut bounds = Bounds::new(&model);
    bounds.propagate().map_err(|_| Stuck::Infeasible)?;

    let stream = |entity, replicate| {
        Stream::new(seed, Address { replicate, entity, ..Address::of(Purpose::Feasible) })
    };
    let deal = |counts: &[u32], round| deal_out(&classes, &model, counts, &mut stream(1, round));
    let mend = |work, round, watch: &mut Once| {
        Repair::deal(&model, &bounds, stream(0, round)).run(work, watch)
    };
    if let Some(counts) = mend(FIRST_WORK / 8, 0, watch) {
        return Ok(deal(&counts, 0));
    }

    let loose = Model::of_kinds(instance, &Classes::without_apart(instance));
    let summed = Model::of_kinds(instance, &classes);
    let mut weaker: Vec<Search> =
        [&loose, &summed].map(|model| Search::new(model, Bounds::new(model))).into();
    let mut exact = Search::new(&model, bounds.clone());
    let mut work = FIRST_WORK;
    for round in 1..rounds {
        for mut search in std::mem::take(&mut weaker) {
            match search.run(work, watch) {
                Outcome::Refuted => return Err(Stuck::Infeasible),
                Outcome::Solved(_) => {} // says nothing about the instance
                Outcome::Open => weaker.push(search),
            }
        }
        match exact.run(work, watch) {
            Outcome::Solved(counts) => return Ok(deal(&counts, round)),
            Outcome::Refuted => return Err(Stuck::Infeasible),
            Outcome::Open => {}
        }
        if watch.stopped {
            break;
        }
        work *= 3;
        if let Some(counts) = mend(work, round, watch) {
            return Ok(deal(&counts, round));
        }
    }
    Err(Stuck::Undecided)
}

/// A watch that stays stopped.
struct Once<'w> {
    watch: &'w mut dyn Watch,
    stopped: bool,
}

impl Watch for Once<'_> {
    fn milliseconds(&mut self) -> Option<f64> {
        self.watch.milliseconds()
    }

    fn proceed(&mut self, progress: &Progress) -> bool {
        self.stopped = self.stopped || !self.watch.proceed(progress);
        !self.stopped
    }
}

/// Gives each unit a group, as many of a class to each group as counted, by chance.
fn deal_out(classes: &Classes, model: &Model, counts: &[u32], stream: &mut Stream) -> Vec<u32> {
    let columns = model.columns();
    let mut group_of = vec![0; classes.members.iter().map(Vec::len).sum()];
    for (units, row) in classes.members.iter().zip(counts.chunks_exact(columns.max(1))) {
        let mut units = units.clone();
        stream.shuffle(&mut units);
        let groups = row
            .iter()
            .enumerate()
            .flat_map(|(group, &count)| std::iter::repeat_n(group as u32, count as usize));
        for (unit, group) in units.into_iter().zip(groups) {
            group_of[unit as usize] = group;
        }
    }
    group_of
}

/// Whether a grouping keeps all rules.
pub(crate) fn holds(instance: &Instance, group_of: &[u32]) -> bool {
    let groups = instance.groups.len();
    let total = |amount: &[u32]| {
        let mut sums = vec![0u64; groups];
        for (&group, &by) in group_of.iter().zip(amount) {
            sums[group as usize] += u64::from(by);
        }
        sums
    };
    let between = |sum: u64, min: u32, max: u32| u64::from(min) <= sum && sum <= u64::from(max);
    let counted = |group: u32| instance.groups[group as usize].counted;
    let placed = group_of.len() == instance.mass.len()
        && group_of.iter().enumerate().all(|(unit, &group)| {
            (group as usize) < groups && instance.allowed[unit * groups + group as usize]
        });
    placed
        && (instance.groups.iter().zip(total(&instance.mass)))
            .all(|(group, people)| between(people, group.min, group.max))
        && instance.quotas.iter().all(|quota| {
            (instance.groups.iter().zip(total(&quota.amount)))
                .all(|(group, sum)| !group.counted || between(sum, quota.min, quota.max))
        })
        && instance.apart.iter().zip(group_of).all(|(partners, &group)| {
            !counted(group) || partners.iter().all(|&other| group_of[other as usize] != group)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gather::oracle;
    use crate::watch::Unwatched;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3000))]
        /// There is an answer exactly if trying every grouping finds one.
        #[test]
        fn a_start_is_found_exactly_where_one_exists(
            instance in oracle::instance(8, 3), seed in 0u64..9,
        ) {
            let exists = !oracle::groupings(&instance).is_empty();
            match start(&instance, seed, &mut Unwatched) {
                Ok(group_of) => prop_assert!(holds(&instance, &group_of)),
                Err(stuck) => {
                    prop_assert_eq!(stuck, Stuck::Infeasible);
                    prop_assert!(!exists);
                }
            }
        }

        /// The search alone, without repair, gives the same answer.
        #[test]
        fn search_alone_decides(instance in oracle::instance(7, 3)) {
            let exists = !oracle::groupings(&instance).is_empty();
            let classes = Classes::of(&instance);
            let model = Model::of_groups(&instance, &classes);
            for relaxed in [false, true] {
                let mut search = Search::new(&model, Bounds::new(&model));
                if !relaxed {
                    search.forget_relaxation();
                }
                match search.run(FIRST_WORK, &mut Unwatched) {
                    Outcome::Solved(counts) => {
                        let mut stream = Stream::new(1, Address::of(Purpose::General));
                        let group_of = deal_out(&classes, &model, &counts, &mut stream);
                        prop_assert!(holds(&instance, &group_of));
                    }
                    outcome => {
                        prop_assert_eq!(outcome, Outcome::Refuted);
                        prop_assert!(!exists);
                    }
                }
            }
        }
    }
}
