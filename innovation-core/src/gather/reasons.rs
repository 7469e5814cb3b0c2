//! Why each person is where they are: read from the answer, the rules and the table of values.

use super::compile::Says;
use super::instance::Instance;
use super::search::{self, Exchange};
use super::solve::{Solved, Task};
use crate::math;
use crate::people::Id;
use serde::Serialize;

/// Why a person is where they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Because {
    /// The person.
    pub person: Id,
    /// The reasons: rules first, then what the person brings.
    pub reasons: Vec<Reason>,
    /// The exchange with one other person that would cost least, where any keeps the rules.
    /// People who must stay together are not exchanged one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_swap: Option<Swap>,
}

/// A reason, by its code.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Reason {
    /// A rule asks for this person in this place.
    Rule {
        /// Its place in the request.
        rule: String,
    },
    /// A quota would not hold without this person.
    Quota {
        /// Its place in the request.
        rule: String,
        /// People in the group who count for it.
        count: u32,
    },
    /// A view that few others of the group have.
    Perspective {
        /// The attribute.
        attribute: String,
        /// This person's value.
        value: String,
        /// Others in the group with the same value.
        others: u32,
    },
    /// People of the group with whom there is no tie.
    Strangers {
        /// How many.
        count: u32,
        /// Others in the group.
        of: u32,
    },
    /// What the person adds to the score of the group.
    Contribution {
        /// Sum of the values of the person's pairs.
        value: f64,
    },
}

/// An exchange.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Swap {
    /// Who would change places with the person.
    pub with: Id,
    /// What that would add to the score; negative where it costs.
    pub change: f64,
}

/// Who would come in for a person who cannot.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reserve {
    /// Who cannot come.
    #[serde(rename = "for")]
    pub absent: Id,
    /// Who would come.
    pub person: Id,
    /// What that would add to the score; negative where it costs.
    pub change: f64,
}

/// Attributes in which a view can be rare.
const PERSPECTIVES: [&str; 3] = ["role", "organisation", "unit"];

/// The reasons of every person in the groups, in the order of the request.
pub(crate) fn of_groups(task: &Task<'_>, solved: &Solved, groups: &[Vec<usize>]) -> Vec<Because> {
    let swaps = exchanges(task, solved, &solved.instance, groups);
    let columns = PERSPECTIVES.map(|attribute| (attribute, task.pool.column(attribute)));
    let mut because = Vec::new();
    for (table, group) in groups.iter().enumerate() {
        for &person in group {
            let mut reasons = rules(task, person, table, group);
            for (attribute, column) in &columns {
                let code = |person: usize| column.codes.get(person).copied().flatten();
                let value = code(person).and_then(|code| column.values.get(code as usize));
                let others = group
                    .iter()
                    .filter(|&&other| other != person && code(other) == code(person))
                    .count();
                if let (Some(value), true) = (value, others <= 1) {
                    let (attribute, others) = ((*attribute).to_owned(), others as u32);
                    reasons.push(Reason::Perspective { attribute, value: value.clone(), others });
                }
            }
            let tied = task
                .pool
                .network()
                .neighbours(person)
                .filter(|(other, _)| group.contains(other))
                .count();
            let of = group.len().saturating_sub(1);
            reasons
                .push(Reason::Strangers { count: of.saturating_sub(tied) as u32, of: of as u32 });
            reasons.push(Reason::Contribution { value: sum_with(task, person, group) });
            let best_swap = swaps.iter().find(|swap| swap.0 == person);
            let best_swap = best_swap
                .and_then(|&(_, with, change)| Some(Swap { with: task.pool.id(with)?, change }));
            because.extend(
                task.pool.id(person).map(|id| (person, Because { person: id, reasons, best_swap })),
            );
        }
    }
    because.sort_by_key(|(person, _)| *person);
    because.into_iter().map(|(_, because)| because).collect()
}

/// Who would come in for each person of a selection, were they not to come.
pub(crate) fn reserves(task: &Task<'_>, solved: &Solved, chosen: &[usize]) -> Vec<Reserve> {
    let mut free = solved.instance.clone();
    let groups = free.groups.len();
    for (row, &group) in free.allowed.chunks_exact_mut(groups.max(1)).zip(&solved.group_of) {
        if free.groups.get(group as usize).is_some_and(|group| group.counted) {
            row.fill(true); // whoever cannot come is out, whatever rule asks for them
        }
    }
    let reserve = |(absent, person, change): (usize, usize, f64)| {
        Some(Reserve { absent: task.pool.id(absent)?, person: task.pool.id(person)?, change })
    };
    exchanges(task, solved, &free, &[chosen.to_vec()]).into_iter().filter_map(reserve).collect()
}

/// For each person of the groups the cheapest exchange and what it changes, by person.
fn exchanges(
    task: &Task<'_>,
    solved: &Solved,
    instance: &Instance,
    groups: &[Vec<usize>],
) -> Vec<(usize, usize, f64)> {
    let best = search::best_exchanges(instance, &solved.group_of);
    let single = |unit: u32| match solved.units.get(unit as usize).map(Vec::as_slice) {
        Some(&[person]) => Some(person),
        _ => None,
    };
    let group_of = |person: usize| {
        groups.iter().find(|group| group.contains(&person)).map_or(&[][..], Vec::as_slice)
    };
    let exchange = |(unit, best): (u32, Option<Exchange>)| {
        let (person, other) = (single(unit)?, single(best?.other)?);
        let (home, away) = (group_of(person), group_of(other));
        let leaves = sum_with(task, person, home) + sum_with(task, other, away);
        let joins = sum_without(task, other, home, person) + sum_without(task, person, away, other);
        Some((person, other, joins - leaves))
    };
    let mut found: Vec<_> = (0..).zip(best).filter_map(exchange).collect();
    found.sort_by_key(|swap| swap.0);
    found
}

/// Sum of the values of a person's pairs in their group.
fn sum_with(task: &Task<'_>, person: usize, group: &[usize]) -> f64 {
    sum_without(task, person, group, person)
}

/// Sum of the values of a person's pairs in a group that one person has left.
fn sum_without(task: &Task<'_>, person: usize, group: &[usize], left: usize) -> f64 {
    math::sum(
        group.iter().filter(|&&other| other != left).map(|&other| task.worth.pair(person, other)),
    )
}

/// The rules that hold a person in a group.
fn rules(task: &Task<'_>, person: usize, table: usize, group: &[usize]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for statement in &task.statements.list {
        let rule = || statement.path.clone();
        match &statement.says {
            Says::Must(own) if *own == person => reasons.push(Reason::Rule { rule: rule() }),
            Says::At(own, at) if *own == person && *at as usize == table => {
                reasons.push(Reason::Rule { rule: rule() });
            }
            Says::Together(set) if set.contains(&person) => {
                reasons.push(Reason::Rule { rule: rule() })
            }
            Says::Quota { members, min, .. } if members.contains(&person) => {
                let count = group.iter().filter(|other| members.contains(other)).count() as u32;
                if count == *min {
                    reasons.push(Reason::Quota { rule: rule(), count });
                }
            }
            _ => {}
        }
    }
    reasons
}
