//! A rotation between its documents and the search: who is there in which round, whose turn
//! it is to sit out, a start, and what the answer comes to.

use super::compile::{Compiled, Layout, Statements};
use super::effort::SearchDone;
use super::instance::{Group, Instance, Pairs};
use super::rotate::{RotateRequest, Rotation, RotationBecause, RotationScore, Round};
use super::rounds::{self, Found, Rounds, Score, Seating};
use super::seat::{groups, unavailable};
use super::value::{Worth, pairs};
use super::{feasible, infeasible};
use crate::error::{Code, Error, Result};
use crate::people::Pool;
use crate::random::{Address, Purpose, Stream};
use crate::watch::Watch;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Most rounds of a rotation.
const MOST_ROUNDS: u32 = 200;

/// Moves that the search looks at where no effort is given: about a second at the usual size.
const DEFAULT_STEPS: u64 = 10_000_000;

/// A rotation in compiled form.
pub(super) struct Plan<'a> {
    request: &'a RotateRequest,
    pool: &'a Pool<'a>,
    rounds: Vec<Stage<'a>>,
    units: Vec<Vec<usize>>,
    problem: Rounds,
    /// How often two people met before, by position in the pool, smaller first.
    met: BTreeMap<(usize, usize), u32>,
}

/// One round: its groups and its rules.
struct Stage<'a> {
    layout: Layout,
    statements: Statements<'a>,
    instance: Instance,
}

impl<'a> Plan<'a> {
    /// Compiles every round.
    pub(super) fn read(request: &'a RotateRequest, pool: &'a Pool<'a>) -> Result<Self> {
        if !(1..=MOST_ROUNDS).contains(&request.rounds) {
            let message = format!("a rotation has 1 to {MOST_ROUNDS} rounds");
            return Err(Error::new(Code::GatherInvalidRule, message).at("/rounds"));
        }
        if !request.slots.is_empty() && request.slots.len() != request.rounds as usize {
            let message = format!(
                "{} rounds have as many slots, not {}",
                request.rounds,
                request.slots.len()
            );
            return Err(Error::new(Code::GatherInvalidRule, message).at("/slots"));
        }
        let away = absences(request, pool)?;
        let mut units = Vec::new();
        let mut stages = Vec::new();
        for (round, away) in (0..).zip(away) {
            let layout = layout(request, away)?;
            let statements = Statements::read(&request.rules, pool, layout.tables(), Some(round))?;
            let active = vec![true; statements.list.len()];
            let Compiled { units: own, instance } = statements.compile(&layout, &active);
            units = own;
            stages.push(Stage { layout, statements, instance });
        }
        let met = history(request, pool);
        let problem = problem(&units, &stages, &met);
        Ok(Self { request, pool, rounds: stages, units, problem, met })
    }

    /// A seating that keeps every rule, with people sitting out in turn.
    pub(super) fn start(&self, watch: &mut dyn Watch) -> Result<Seating> {
        let seed = self.request.seed.number();
        let mut lot = Stream::new(seed, Address { step: 2, ..Address::of(Purpose::Rotate) });
        let turns = rounds::turns(&self.problem, &[], &mut lot);
        let mut seating = Vec::with_capacity(self.rounds.len());
        for (number, (stage, out)) in (0_u32..).zip(self.rounds.iter().zip(&turns)) {
            let round_seed = seed.wrapping_add(u64::from(number)) & crate::random::MAX_SEED;
            let in_turn = with_turns(&stage.instance, out);
            let start = match feasible::start(&in_turn, round_seed, watch) {
                Ok(start) => Ok(start),
                // Rules come before turns.
                Err(_) => feasible::start(&stage.instance, round_seed, watch),
            };
            seating.push(start.map_err(|stuck| {
                let error = infeasible::explain(
                    stuck,
                    &stage.statements,
                    &stage.layout,
                    self.pool,
                    round_seed,
                    watch,
                );
                in_round(error, number)
            })?);
        }
        Ok(seating)
    }

    /// The best seating that is found.
    pub(super) fn improve(
        &self,
        worth: &Worth<'_>,
        start: &Seating,
        watch: &mut dyn Watch,
    ) -> Found {
        let mut problem = self.problem.clone();
        let asks =
            self.pool.network().ties() > 0 || self.request.value != super::value::Value::default();
        if asks {
            let largest = self
                .rounds
                .iter()
                .flat_map(|stage| &stage.layout.groups)
                .filter(|group| group.counted);
            let (values, _) =
                worth.compile(&self.units, largest.map(|group| group.max).max().unwrap_or(1));
            if let Pairs::Dense(values) = values {
                problem.value = values;
            }
        }
        let effort = rounds::Effort {
            steps: self.request.effort.iterations.unwrap_or(
                match self.request.effort.milliseconds {
                    Some(_) => u64::MAX,
                    None => DEFAULT_STEPS,
                },
            ),
            milliseconds: self.request.effort.milliseconds,
        };
        rounds::improve(&problem, start, effort, self.request.seed.number(), watch)
    }

    /// The answer.
    pub(super) fn describe(&self, start: &Seating, found: &Found) -> Rotation {
        let seated: Vec<Vec<Vec<usize>>> = (self.rounds.iter().zip(&found.seating))
            .map(|(stage, group_of)| self.people_of(stage, group_of))
            .collect();
        let rounds = self.rounds.iter().zip(&seated).map(|(stage, groups)| {
            let tables = stage.layout.tables();
            let away = (0..self.pool.len())
                .filter(|&person| stage.layout.absent.get(person) == Some(&true));
            Round {
                tables: groups.iter().take(tables).map(|group| self.pool.ids(group)).collect(),
                sitting_out: groups.get(tables).map_or(Vec::new(), |group| self.pool.ids(group)),
                absent: self.pool.ids(&away.collect::<Vec<_>>()),
            }
        });
        Rotation {
            rounds: rounds.collect(),
            score: self.score(start, &seated),
            because: self.because(&seated),
            seed: self.request.seed,
            search: SearchDone {
                iterations: found.steps,
                reproducible: self.request.effort.milliseconds.is_none() && !found.stopped,
            },
        }
    }

    /// The people of each group of a round who are there, in the order of the request.
    fn people_of(&self, stage: &Stage<'_>, group_of: &[u32]) -> Vec<Vec<usize>> {
        let mut groups = vec![Vec::new(); stage.layout.groups.len()];
        for (unit, &group) in self.units.iter().zip(group_of) {
            if let Some(people) = groups.get_mut(group as usize) {
                people.extend(stage.layout.present(unit));
            }
        }
        for people in &mut groups {
            people.sort_unstable();
        }
        groups
    }

    /// The tables of all rounds.
    fn tables<'b>(&'b self, seated: &'b [Vec<Vec<usize>>]) -> impl Iterator<Item = &'b Vec<usize>> {
        self.rounds
            .iter()
            .zip(seated)
            .flat_map(|(stage, groups)| groups.iter().take(stage.layout.tables()))
    }

    fn score(&self, start: &Seating, seated: &[Vec<Vec<usize>>]) -> RotationScore {
        let tables: Vec<Vec<u32>> = self
            .tables(seated)
            .map(|table| table.iter().map(|&person| person as u32).collect())
            .collect();
        let before = self.met.keys().map(|&(a, b)| (a as u32, b as u32));
        let Score { new_pairs, repeats, never_met } =
            Score::count(self.pool.len() as u32, before, tables.iter().map(Vec::as_slice));
        let single = self.units.iter().all(|unit| unit.len() == 1);
        let fewest_repeats = if single { rounds::fewest_repeats(&self.problem, start) } else { 0 };
        let mut meetings = self.met.clone();
        for (a, b) in self.tables(seated).flat_map(|table| pairs(table)) {
            *meetings.entry((a, b)).or_default() += 1;
        }
        RotationScore {
            new_pairs,
            repeats,
            never_met,
            fewest_repeats,
            proved: repeats <= fewest_repeats,
            most_meetings: meetings.values().copied().max().unwrap_or(0),
        }
    }

    fn because(&self, seated: &[Vec<Vec<usize>>]) -> Vec<RotationBecause> {
        let mut meets: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); self.pool.len()];
        for (a, b) in self.tables(seated).flat_map(|table| pairs(table)) {
            for (one, other) in [(a, b), (b, a)] {
                if let Some(own) = meets.get_mut(one) {
                    own.insert(other);
                }
            }
        }
        let sits_out = |person: usize| {
            let out = self.rounds.iter().zip(seated).map(move |(stage, groups)| {
                groups.get(stage.layout.tables()).is_some_and(|outside| outside.contains(&person))
            });
            (0..).zip(out).filter(|(_, out)| *out).map(|(round, _)| round).collect()
        };
        let person = |(at, meets): (usize, &BTreeSet<usize>)| {
            let count = |fits: &dyn Fn(usize) -> bool| {
                meets.iter().filter(|&&other| fits(other)).count() as u32
            };
            Some(RotationBecause {
                person: self.pool.id(at)?,
                meets: meets.len() as u32,
                new: count(&|other| !self.met.contains_key(&(at.min(other), at.max(other)))),
                strangers: count(&|other| self.pool.network().weight(at, other) == 0.0),
                sits_out: sits_out(at),
            })
        };
        meets.iter().enumerate().filter_map(person).collect()
    }
}

/// The round that an error is about.
fn in_round(error: Error, round: u32) -> Error {
    let mut facts = error.facts().cloned().unwrap_or(json!({}));
    if let Some(fields) = facts.as_object_mut() {
        fields.insert("round".to_owned(), json!(round));
    }
    error.details(facts)
}

/// For each round who takes no seat: the absent, the unavailable, and who is never seated.
fn absences(request: &RotateRequest, pool: &Pool<'_>) -> Result<Vec<Vec<bool>>> {
    let mut never = unavailable(pool, request.rules.available.as_deref());
    let mut mark =
        |person: usize| never.get_mut(person).is_some_and(|never| !std::mem::replace(never, true));
    for (at, id) in request.rules.never.iter().enumerate() {
        mark(pool.find(id, || format!("/rules/never/{at}"))?);
    }
    let mut rounds: Vec<Vec<bool>> = match request.slots.as_slice() {
        [] => vec![never; request.rounds as usize],
        slots => {
            let away = slots.iter().map(|slot| unavailable(pool, Some(slot)));
            away.map(|away| away.iter().zip(&never).map(|(away, never)| *away || *never).collect())
                .collect()
        }
    };
    for (at, absence) in request.absences.iter().enumerate() {
        let Some(round) = rounds.get_mut(absence.round as usize) else {
            let message =
                format!("there is no round {}; the last is {}", absence.round, request.rounds - 1);
            return Err(
                Error::new(Code::GatherInvalidRule, message).at(format!("/absences/{at}/round"))
            );
        };
        for (place, id) in absence.people.iter().enumerate() {
            let person = pool.find(id, || format!("/absences/{at}/people/{place}"))?;
            if let Some(away) = round.get_mut(person) {
                *away = true;
            }
        }
    }
    Ok(rounds)
}

/// The tables of a round and the outside.
fn layout(request: &RotateRequest, absent: Vec<bool>) -> Result<Layout> {
    let present = absent.iter().filter(|away| !**away).count() as u32;
    let mut groups = groups(&request.tables, present)?;
    let seats: u32 = groups.iter().map(|group| group.max).fold(0, u32::saturating_add);
    let may_stay_out = seats < present;
    groups.push(Group { min: 0, max: absent.len() as u32, counted: false });
    Ok(Layout { groups, has_outside: true, may_stay_out, absent })
}

/// Who met before, and how often; people who are not in the pool any more are passed over.
fn history(request: &RotateRequest, pool: &Pool<'_>) -> BTreeMap<(usize, usize), u32> {
    let mut met = BTreeMap::new();
    for table in request.history.iter().flatten() {
        let mut people: Vec<usize> = table.iter().filter_map(|id| pool.position(id)).collect();
        people.sort_unstable();
        people.dedup();
        for pair in pairs(&people) {
            *met.entry(pair).or_default() += 1;
        }
    }
    met
}

fn problem(
    units: &[Vec<usize>],
    stages: &[Stage<'_>],
    met: &BTreeMap<(usize, usize), u32>,
) -> Rounds {
    let mut unit_of = BTreeMap::new();
    for (unit, people) in (0_u32..).zip(units) {
        unit_of.extend(people.iter().map(|&person| (person, unit)));
    }
    let mut between: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for ((a, b), times) in met {
        if let (Some(&a), Some(&b)) = (unit_of.get(a), unit_of.get(b))
            && a != b
        {
            *between.entry((a.min(b), a.max(b))).or_default() += times;
        }
    }
    let round = |stage: &Stage<'_>| rounds::Round {
        groups: stage.instance.groups.clone(),
        present: units.iter().map(|unit| stage.layout.present(unit).count() as u32).collect(),
        allowed: stage.instance.allowed.clone(),
        quotas: stage.instance.quotas.clone(),
    };
    Rounds {
        mass: units.iter().map(|unit| unit.len() as u32).collect(),
        apart: stages.first().map_or(Vec::new(), |stage| stage.instance.apart.clone()),
        met: between.into_iter().map(|((a, b), times)| (a, b, times)).collect(),
        value: Vec::new(),
        rounds: stages.iter().map(round).collect(),
    }
}

/// The same instance in which those whose turn it is sit out, and nobody else.
fn with_turns(instance: &Instance, out: &[u32]) -> Instance {
    let mut in_turn = instance.clone();
    let groups = instance.groups.len();
    for (unit, row) in (0_u32..).zip(in_turn.allowed.chunks_exact_mut(groups.max(1))) {
        let Some((outside, tables)) = row.split_last_mut() else { continue };
        if out.contains(&unit) {
            tables.fill(false);
        } else if tables.contains(&true) {
            *outside = false;
        }
    }
    in_turn
}
