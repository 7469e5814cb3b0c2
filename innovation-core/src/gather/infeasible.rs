//! What to say when no group keeps the rules.

use super::compile::{Layout, Says, Statement, Statements};
use super::conflict;
use super::feasible::{self, Stuck};
use crate::error::{Code, Error};
use crate::people::Pool;
use crate::watch::Watch;
use serde_json::{Value, json};

/// Rounds of effort spent on each question about a subset of the rules.
const QUESTION_ROUNDS: u32 = 3;

/// The error for a start that could not be constructed: a smallest set of rules that cannot
/// hold together where that is proved.
pub(crate) fn explain(
    stuck: Stuck,
    statements: &Statements<'_>,
    layout: &Layout,
    pool: &Pool<'_>,
    seed: u64,
    watch: &mut dyn Watch,
) -> Error {
    if matches!(stuck, Stuck::Undecided) {
        return Error::new(
            Code::GatherUndecided,
            "no group was found that keeps the rules, nor a proof that there is none",
        )
        .hint("loosen a rule, or give more effort");
    }
    let set = conflict::smallest(statements.list.len(), |active| {
        let compiled = statements.compile(layout, active);
        match feasible::within(&compiled.instance, seed, QUESTION_ROUNDS, watch) {
            Ok(_) => Some(false),
            Err(Stuck::Infeasible) => Some(true),
            Err(Stuck::Undecided) => None,
        }
    });
    let rules: Vec<&Statement> = set.iter().filter_map(|&at| statements.list.get(at)).collect();
    let Some(first) = rules.first() else {
        return Error::new(Code::GatherInfeasible, sizes(layout, pool.len()))
            .details(json!({"conflict": []}))
            .hint("change the sizes, or the number of people");
    };
    let told: Vec<String> = rules.iter().map(|rule| tell(&rule.says, pool)).collect();
    let conflict: Vec<Value> = rules
        .iter()
        .zip(&told)
        .map(|(rule, told)| json!({"path": rule.path, "rule": told}))
        .collect();
    Error::new(Code::GatherInfeasible, format!("these cannot hold together: {}", told.join("; ")))
        .at(first.path.clone())
        .hint("loosen any one of them")
        .details(json!({"conflict": conflict}))
}

fn sizes(layout: &Layout, people: usize) -> String {
    let counted = || layout.groups.iter().filter(|group| group.counted);
    let fewest: u64 = counted().map(|group| u64::from(group.min)).sum();
    let most: u64 = counted().map(|group| u64::from(group.max)).sum();
    let absent = layout.absent.iter().filter(|&&absent| absent).count();
    format!("the groups hold {fewest} to {most} people, and {} can be placed", people - absent)
}

/// A rule in words.
fn tell(says: &Says, pool: &Pool<'_>) -> String {
    let name = |at: &usize| pool.people().get(*at).map_or("", |person| person.id.as_str());
    let names = |set: &[usize]| set.iter().map(name).collect::<Vec<_>>().join(", ");
    match says {
        Says::Must(person) => format!("{} must take part", name(person)),
        Says::Never(person) => format!("{} must not take part", name(person)),
        Says::Together(set) => format!("{} stay together", names(set)),
        Says::Apart(set) => format!("{} stay apart", names(set)),
        Says::SeparateReports => "nobody is with their own manager".to_owned(),
        Says::At(person, table) => format!("{} stays at table {table}", name(person)),
        Says::Quota { members, min, max } => {
            let count = members.len();
            match (*min, *max) {
                (min, u32::MAX) => format!("at least {min} of the {count} who fit the quota"),
                (0, max) => format!("at most {max} of the {count} who fit the quota"),
                (min, max) => format!("{min} to {max} of the {count} who fit the quota"),
            }
        }
    }
}
