//! Laying a perfect rotation over the people.
//!
//! A perfect rotation does not say who is who. Which person takes which place in it decides
//! whom the absent miss, whether a banned pair meets, whether those meet who met before, and
//! what meetings are worth. Places are exchanged by simulated annealing over the cost of the
//! tables that change; the rotation itself stays, so that no repeat arises among its rounds.
//! Where there are more places than people, some stay empty; where there are more rounds than
//! the rotation has, the last ones stay as they were.

#![expect(
    clippy::indexing_slicing,
    reason = "places and tables come from a verified rotation, units from the problem"
)]

use super::budget::Budget;
use super::ledger::MOST_MET;
use super::mend::breach;
use super::random::{Fast, Heat, pick};
use super::{Rounds, Seating};
use crate::gather::designs;
use crate::math;
use crate::random::Stream;

/// What one breach of a rule costs, in repeats: mending it costs about as many.
const BREACH: i64 = 3;
/// Exchanges tried at one temperature, and how many temperatures.
const EXCHANGES: u64 = 1 << 9;
const LEVELS: u64 = 1 << 7;
/// Steps of the main search that take as long as one exchange for one round.
const WEIGHT: u64 = 4;

/// A seating from a perfect rotation, where there is one for the shape of the tables. It may
/// break rules. Who sits out is as in `start`.
pub(super) fn lay(
    problem: &Rounds,
    start: &[Vec<u32>],
    repeat: i64,
    budget: &mut Budget<'_>,
    stream: &mut Stream,
) -> Option<Seating> {
    let design = rotation(problem, start)?;
    let mut layout = Layout::new(problem, start, design, repeat, stream);
    layout.exchange(budget, stream);
    Some(layout.seating(start))
}

/// A perfect rotation for those ever seated, with tables no larger than they may be: for all
/// rounds, or else for as many as there can be.
fn rotation(problem: &Rounds, start: &[Vec<u32>]) -> Option<designs::Rotation> {
    let tables = problem.rounds.first()?.outside();
    let same = problem.rounds.iter().all(|round| round.outside() == tables);
    let largest = problem
        .rounds
        .iter()
        .flat_map(|round| &round.groups)
        .filter(|g| g.counted)
        .map(|g| g.max)
        .max()?;
    if !same || tables == 0 {
        return None;
    }
    let units =
        (0..problem.mass.len()).filter(|&unit| ever_seated(problem, start, unit)).count() as u32;
    let rounds = problem.rounds.len() as u32;
    let sizes = units.div_ceil(tables)..=largest;
    let reach = |size: u32| designs::most_rounds(tables, size).min(rounds);
    // The smallest of the sizes that reach most: the fewest empty places.
    let size = sizes.rev().max_by_key(|&size| reach(size))?;
    designs::perfect(tables, size, reach(size))
}

fn ever_seated(problem: &Rounds, start: &[Vec<u32>], unit: usize) -> bool {
    problem.rounds.iter().zip(start).any(|(round, groups)| groups[unit] != round.outside())
}

struct Layout<'a> {
    problem: &'a Rounds,
    repeat: i64,
    /// Places of each table of each round.
    design: designs::Rotation,
    /// For each round, the table of each place.
    table: Vec<Vec<usize>>,
    /// The unit at each place, if any.
    unit: Vec<Option<usize>>,
    /// For each round and unit, whether it is seated.
    seated: Vec<Vec<bool>>,
    /// For each round, the group where each table of the rotation stands.
    stands: Vec<Vec<usize>>,
    /// Cost of a meeting of two units.
    price: Vec<i64>,
    cost: Vec<Vec<i64>>,
}

impl<'a> Layout<'a> {
    fn new(
        problem: &'a Rounds,
        start: &[Vec<u32>],
        design: designs::Rotation,
        repeat: i64,
        stream: &mut Stream,
    ) -> Self {
        let units = problem.mass.len();
        let places = design.first().map_or(0, |round| round.iter().map(Vec::len).sum());
        let mut unit: Vec<Option<usize>> =
            (0..units).filter(|&unit| ever_seated(problem, start, unit)).map(Some).collect();
        unit.resize(places, None);
        stream.shuffle(&mut unit);
        let mut price: Vec<i64> = problem.value.iter().map(|&value| -i64::from(value)).collect();
        price.resize(units * units, 0);
        for &(a, b, count) in &problem.met {
            price[a as usize * units + b as usize] += repeat * i64::from(count.min(MOST_MET));
            price[b as usize * units + a as usize] += repeat * i64::from(count.min(MOST_MET));
        }
        let table_of = |round: &Vec<Vec<u32>>| {
            let mut table = vec![0; places];
            for (number, members) in round.iter().enumerate() {
                members.iter().for_each(|&place| table[place as usize] = number);
            }
            table
        };
        let rounds = problem.rounds.iter().zip(start);
        let mut layout = Self {
            problem,
            repeat,
            table: design.iter().map(table_of).collect(),
            stands: design.iter().map(|round| (0..round.len()).collect()).collect(),
            cost: design.iter().map(|round| vec![0; round.len()]).collect(),
            seated: rounds
                .map(|(round, groups)| groups.iter().map(|&g| g != round.outside()).collect())
                .collect(),
            design,
            unit,
            price,
        };
        for round in 0..layout.design.len() {
            for table in 0..layout.design[round].len() {
                layout.cost[round][table] = layout.table_cost(round, table);
            }
        }
        layout
    }

    /// Breaches, history and lost value of one table.
    fn table_cost(&self, round: usize, table: usize) -> i64 {
        let units = self.problem.mass.len();
        let seated = &self.seated[round];
        let members = self.design[round][table]
            .iter()
            .filter_map(|&place| self.unit[place as usize])
            .filter(|&unit| seated[unit]);
        let mut cost = 0;
        for (i, a) in members.clone().enumerate() {
            for b in members.clone().take(i) {
                cost += self.price[a * units + b];
            }
        }
        let rules = &self.problem.rounds[round];
        cost + BREACH
            * self.repeat
            * i64::from(breach(self.problem, rules, self.stands[round][table], members))
    }

    fn total(&self) -> i64 {
        self.cost.iter().flatten().sum()
    }

    /// Exchanges places, and tables of a round, as long as it pays.
    fn exchange(&mut self, budget: &mut Budget<'_>, stream: &mut Stream) {
        let mut random = Fast::new(stream);
        let mut heat = Heat::new();
        let mut total = self.total();
        let mut best = (total, self.unit.clone(), self.stands.clone());
        let valued = !self.problem.value.is_empty();
        let (places, rounds) = (self.unit.len(), self.design.len());
        for level in 0..LEVELS {
            if best.0 <= 0 && !valued {
                break;
            }
            if !budget.spend(EXCHANGES * WEIGHT * rounds as u64, best.0) {
                break;
            }
            let part = level as f64 / LEVELS as f64;
            let (hot, cold) = (self.repeat as f64 * 2.0, if valued { 1.0 } else { 0.1 });
            heat.set(hot * math::pow(cold / hot, part));
            for _ in 0..EXCHANGES {
                let limit = heat.limit(random.bits());
                let bits = random.bits();
                let change = if bits & 7 == 0 {
                    let round = pick((bits >> 3) & 0xffff, 16, rounds);
                    let tables = self.stands[round].len();
                    let pair = [random.index(tables), random.index(tables)];
                    self.try_tables(round, pair, limit)
                } else {
                    self.try_places(
                        [pick((bits >> 3) & 0xf_ffff, 20, places), random.index(places)],
                        limit,
                    )
                };
                total += change;
                if total < best.0 {
                    best = (total, self.unit.clone(), self.stands.clone());
                }
            }
        }
        (_, self.unit, self.stands) = best;
    }

    /// Exchanges two places where that costs at most `limit`; what it costs.
    fn try_places(&mut self, [a, b]: [usize; 2], limit: i64) -> i64 {
        if self.unit[a] == self.unit[b] {
            return 0;
        }
        self.unit.swap(a, b);
        let tables: Vec<(usize, usize)> = (0..self.design.len())
            .filter(|&round| self.table[round][a] != self.table[round][b])
            .flat_map(|round| [(round, self.table[round][a]), (round, self.table[round][b])])
            .collect();
        let change = self.settle(&tables, limit);
        if change.is_none() {
            self.unit.swap(a, b);
        }
        change.unwrap_or(0)
    }

    /// Exchanges where two tables of a round stand; what it costs.
    fn try_tables(&mut self, round: usize, [a, b]: [usize; 2], limit: i64) -> i64 {
        if a == b {
            return 0;
        }
        self.stands[round].swap(a, b);
        let change = self.settle(&[(round, a), (round, b)], limit);
        if change.is_none() {
            self.stands[round].swap(a, b);
        }
        change.unwrap_or(0)
    }

    /// Takes note of the costs of changed tables where together they rise by at most `limit`.
    fn settle(&mut self, tables: &[(usize, usize)], limit: i64) -> Option<i64> {
        let new: Vec<i64> =
            tables.iter().map(|&(round, table)| self.table_cost(round, table)).collect();
        let old: i64 = tables.iter().map(|&(round, table)| self.cost[round][table]).sum();
        let change = new.iter().sum::<i64>() - old;
        if change > limit {
            return None;
        }
        for (&(round, table), cost) in tables.iter().zip(new) {
            self.cost[round][table] = cost;
        }
        Some(change)
    }

    /// The seating that this layout stands for.
    fn seating(&self, start: &[Vec<u32>]) -> Seating {
        let mut seating = start.to_vec();
        let laid = self.design.len();
        for (place, unit) in self.unit.iter().enumerate() {
            let Some(unit) = *unit else { continue };
            for (round, groups) in seating.iter_mut().take(laid).enumerate() {
                if self.seated[round][unit] {
                    groups[unit] = self.stands[round][self.table[round][place]] as u32;
                }
            }
        }
        seating
    }
}
