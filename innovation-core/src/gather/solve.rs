//! From a compiled task to an answer: a feasible start, the proof, the search.

use super::compile::{Compiled, Layout, Statements};
use super::effort::{Effort, SearchDone};
use super::instance::{Instance, Pairs};
use super::search::{self, Budget, Keep};
use super::select::Objective;
use super::value::{Worth, pairs};
use super::{feasible, infeasible, prove};
use crate::error::Result;
use crate::people::Pool;
use crate::watch::{Relay, Watch};

/// Everything that one grouping needs.
pub(crate) struct Task<'a> {
    pub pool: &'a Pool<'a>,
    pub worth: &'a Worth<'a>,
    pub layout: &'a Layout,
    pub statements: &'a Statements<'a>,
    /// For each person the group to stay in, where there is one.
    pub previous: &'a [Option<u32>],
    pub keep: Option<f64>,
    pub effort: Effort,
    pub seed: u64,
}

/// An answer in compiled form.
pub(crate) struct Solved {
    /// The people of each unit who are there.
    pub units: Vec<Vec<usize>>,
    pub instance: Instance,
    /// The group of each unit.
    pub group_of: Vec<u32>,
    pub proved: bool,
    pub bound: Option<f64>,
    pub done: SearchDone,
}

impl Solved {
    /// The people of each of the first groups, in the order of the request.
    pub(crate) fn people(&self, groups: usize) -> Vec<Vec<usize>> {
        let mut people = vec![Vec::new(); groups];
        for (unit, &group) in self.units.iter().zip(&self.group_of) {
            if let Some(list) = people.get_mut(group as usize) {
                list.extend(unit);
            }
        }
        for list in &mut people {
            list.sort_unstable();
        }
        people
    }
}

/// Up to so many units a proof is tried before the search, with so many nodes: a tenth of a
/// second. Up to [`ROOT_UNITS`] it is looked whether the first limit is reached at once.
const PROOF_UNITS: usize = 60;
const PROOF_NODES: u64 = 20_000;
const ROOT_UNITS: usize = 500;

/// Nodes for each millisecond of effort, which is meant for the search: a tenth of it.
const NODES_A_MILLISECOND: f64 = 10.0;

impl Task<'_> {
    /// The best division into groups that is found.
    pub(crate) fn solve(&self, objective: Objective, watch: &mut dyn Watch) -> Result<Solved> {
        let watch = &mut Relay::new(watch);
        let began = watch.milliseconds();
        let (units, mut instance, start) = self.start(watch)?;
        let largest =
            instance.groups.iter().filter(|group| group.counted).map(|group| group.max).max();
        let (values, scale) = self.worth.compile(&units, largest.unwrap_or(1));
        instance.pairs = values;
        watch.scale(scale);
        let keep = self.keep(&units, &instance, scale);

        let nodes = keep.is_none().then(|| self.proof_nodes(instance.mass.len())).flatten();
        let proof = nodes.and_then(|nodes| prove::small(&instance, objective, nodes, watch));
        let limit = proof.as_ref().map(|proof| (proof.bound, proof.proved));
        let nodes = proof.as_ref().map_or(0, |proof| proof.nodes);
        let start = proof.map_or(start, |proof| proof.best);
        let mut solved = Solved {
            units,
            instance,
            group_of: start.clone(),
            proved: limit.is_some_and(|limit| limit.1),
            bound: None,
            done: SearchDone { iterations: nodes, reproducible: true },
        };
        if solved.proved && objective == Objective::Sum {
            return Ok(solved);
        }
        let mut budget = self.budget(began, watch);
        let instance = &solved.instance;
        let bound = (objective == Objective::Sum).then(|| {
            let bound = prove::bound(instance);
            limit.map_or(bound, |limit| limit.0.min(bound))
        });
        let found = match objective {
            Objective::Sum => {
                budget.goal = bound.filter(|_| keep.is_none());
                search::improve(instance, start, keep.as_ref(), &budget, self.seed, watch)
            }
            Objective::Min => search::improve_smallest(instance, start, &budget, self.seed, watch),
        };
        solved.done = SearchDone {
            iterations: found.iterations,
            reproducible: self.effort.milliseconds.is_none() && !found.stopped,
        };
        if let Some(bound) = bound {
            solved.proved = keep.is_none() && found.value >= bound;
            solved.bound = Some(self.bound(&solved, bound, scale));
        }
        solved.group_of = found.assignment;
        Ok(solved)
    }

    /// Nodes that a proof may look at; `None` where none is tried.
    fn proof_nodes(&self, units: usize) -> Option<u64> {
        match self.effort.milliseconds {
            _ if units > ROOT_UNITS => None,
            Some(_) if units > PROOF_UNITS => None,
            None if units > PROOF_UNITS => Some(0),
            Some(limit) => Some(((limit * NODES_A_MILLISECOND) as u64).min(PROOF_NODES)),
            None => Some(PROOF_NODES),
        }
    }

    /// Units of those who are there, the rules between them, and a start that keeps them.
    fn start(&self, watch: &mut dyn Watch) -> Result<(Vec<Vec<usize>>, Instance, Vec<u32>)> {
        let active = vec![true; self.statements.list.len()];
        let Compiled { units, instance } = self.statements.compile(self.layout, &active);
        let start = feasible::start(&instance, self.seed, watch).map_err(|stuck| {
            infeasible::explain(stuck, self.statements, self.layout, self.pool, self.seed, watch)
        })?;
        let present = units.iter().map(|unit| self.layout.present(unit).collect()).collect();
        Ok((present, instance, start))
    }

    /// What it is worth that a unit is in a group whoever else is there: the pairs inside the
    /// unit, and staying where it was. `None` where neither counts.
    fn keep(&self, units: &[Vec<usize>], instance: &Instance, scale: f64) -> Option<Keep> {
        let groups = instance.groups.len();
        let stays = self.previous.iter().any(Option::is_some);
        let outside = instance.groups.iter().any(|group| !group.counted);
        let inside_counts = outside && units.iter().any(|unit| unit.len() > 1);
        if !(stays || inside_counts) {
            return None;
        }
        let keep = self.keep.map_or_else(
            || self.more_than_any_change(instance),
            |keep| libm::rint(keep * scale) as i64,
        );
        let mut stay = vec![0; units.len() * groups];
        for (unit, row) in units.iter().zip(stay.chunks_exact_mut(groups.max(1))) {
            let inside: f64 = pairs(unit).map(|(a, b)| self.worth.pair(a, b)).sum();
            for (group, bonus) in instance.groups.iter().zip(row.iter_mut()) {
                if group.counted {
                    *bonus += libm::rint(inside * scale) as i64;
                }
            }
            for &person in unit {
                let group = self.previous.get(person).copied().flatten();
                if let Some(bonus) = group.and_then(|group| row.get_mut(group as usize)) {
                    *bonus += keep;
                }
            }
        }
        Some(Keep { stay })
    }

    /// More than a person can add to any group.
    fn more_than_any_change(&self, instance: &Instance) -> i64 {
        let most = instance
            .groups
            .iter()
            .filter(|group| group.counted)
            .map(|group| i64::from(group.max))
            .max();
        let largest = match &instance.pairs {
            Pairs::Dense(values) => {
                values.iter().map(|&value| i64::from(value).abs()).max().unwrap_or(0)
            }
            Pairs::Sparse(values) => {
                values.base + values.attributes.iter().map(|attribute| attribute.0).sum::<i64>()
            }
        };
        2 * most.unwrap_or(1) * largest + 1
    }

    /// The effort, less the time that is gone.
    fn budget(&self, began: Option<f64>, watch: &mut dyn Watch) -> Budget {
        let gone = began.zip(watch.milliseconds()).map_or(0.0, |(began, now)| now - began);
        Budget {
            iterations: self.effort.iterations,
            milliseconds: self.effort.milliseconds.map(|limit| (limit - gone).max(0.0)),
            goal: None,
        }
    }

    /// A bound in units of the score: what the rounding of pairs may hide is added.
    fn bound(&self, solved: &Solved, bound: i64, scale: f64) -> f64 {
        let members =
            |group: &super::instance::Group| u64::from(group.max.min(self.pool.len() as u32));
        let counted = solved.instance.groups.iter().filter(|group| group.counted);
        let rounded: u64 =
            counted.map(|group| members(group) * (members(group).saturating_sub(1)) / 2).sum();
        let inside = solved
            .units
            .iter()
            .flat_map(|unit| pairs(unit))
            .map(|(a, b)| self.worth.pair(a, b).max(0.0));
        (bound as f64 + 0.5 * rounded as f64) / scale + crate::math::sum(inside)
    }
}
