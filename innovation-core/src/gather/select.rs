//! Chooses a group from a pool.

use super::compile::{Layout, Statements};
use super::effort::{Effort, SearchDone};
use super::instance::Group;
use super::reasons::{self, Because, Reserve};
use super::rules::Rules;
use super::seat::unavailable;
use super::solve;
use super::value::{Score, Value, Worth};
use crate::error::{Code, Error, Result};
use crate::people::{Id, Person, Pool, Seed, Tie};
use crate::watch::{Unwatched, Watch};
use serde::{Deserialize, Serialize};

/// What a selection makes as large as it can.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Objective {
    /// The sum of the values of pairs.
    #[default]
    Sum,
    /// The smallest value of a pair; among equals the sum.
    Min,
}

/// Asks for a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectRequest {
    /// The people to choose from.
    pub people: Vec<Person>,
    /// Who already works with whom.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// How many to choose.
    pub size: u32,
    /// What must hold.
    #[serde(default)]
    pub rules: Rules,
    /// What a pair is worth.
    #[serde(default)]
    pub value: Value,
    /// Sum of pairs or smallest pair.
    #[serde(default)]
    pub objective: Objective,
    /// An earlier choice to stay near.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Id>,
    /// What keeping a person of `previous` is worth, in units of the score; with it, as few
    /// people change as the value allows. Default: more than any change could gain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<f64>,
    /// Seed of the search.
    #[serde(default)]
    pub seed: Seed,
    /// How long to search.
    #[serde(default)]
    pub effort: Effort,
}

/// A group, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Selection {
    /// The people chosen, in the order of the request.
    pub chosen: Vec<Id>,
    /// Its value.
    pub score: Score,
    /// Whether it is proved that no other group that keeps the rules is worth more.
    pub proved: bool,
    /// No group that keeps the rules is worth more than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<f64>,
    /// Why each person was chosen.
    pub because: Vec<Because>,
    /// Who would come in for whom, and what that would change.
    pub reserves: Vec<Reserve>,
    /// The seed used.
    pub seed: Seed,
    /// What the search did.
    pub search: SearchDone,
}

/// Chooses a group of people who seldom work together, within rules.
///
/// The value of a group is the sum of the values of its pairs (see [`Value`]). Small cases
/// are searched to the end, and then `proved` is true; otherwise a heuristic, with `bound`
/// an upper limit of any group's value.
///
/// # Errors
///
/// `gather.infeasible` where the rules cannot hold together; `details.conflict` lists a
/// smallest set of them. `gather.undecided` where neither a group nor a proof was found.
/// `gather.invalid-rule`, `gather.invalid-value`, and what [`Pool::read`] refuses.
///
/// # Example
///
/// ```
/// use innovation_core::gather::{SelectRequest, select};
/// let request: SelectRequest = serde_json::from_str(r#"{
///     "people": [
///         {"id": "ana", "role": "nurse"}, {"id": "bo", "role": "nurse"},
///         {"id": "chi", "role": "patient"}, {"id": "dee", "role": "researcher"}
///     ],
///     "ties": [{"a": "ana", "b": "bo", "weight": 9}],
///     "size": 3, "rules": {"must": ["ana"]}
/// }"#).unwrap();
/// let selection = select(&request)?;
/// let chosen: Vec<&str> = selection.chosen.iter().map(|id| id.as_str()).collect();
/// assert_eq!(chosen, ["ana", "chi", "dee"]);
/// assert!(selection.proved);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
/// Science 220, 1983. Measured beside Y. Zhou, J.-K. Hao, B. Duval, *Opposition-based memetic
/// search for the maximum diversity problem*, IEEE Transactions on Evolutionary Computation
/// 21(5), 2017.
pub fn select(request: &SelectRequest) -> Result<Selection> {
    select_watched(request, &mut Unwatched)
}

/// [`select`] under a watch that sees progress and may stop the search.
///
/// # Errors
///
/// As [`select`].
pub fn select_watched(request: &SelectRequest, watch: &mut dyn Watch) -> Result<Selection> {
    request.effort.check(watch)?;
    let pool = Pool::read(&request.people, &request.ties)?;
    let worth = Worth::read(&request.value, &pool)?;
    let layout = layout(request, &pool)?;
    let mut statements = Statements::read(&request.rules, &pool, 1, None)?;
    statements.keep_out(&unavailable(&pool, request.rules.available.as_deref()));
    let task = solve::Task {
        pool: &pool,
        worth: &worth,
        layout: &layout,
        statements: &statements,
        previous: &previous(request, &pool)?,
        keep: request.keep,
        effort: request.effort,
        seed: request.seed.number(),
    };
    let solved = task.solve(request.objective, watch)?;
    let groups = solved.people(1);
    let chosen = groups.first().map_or(&[][..], Vec::as_slice);
    let score = worth.score(&groups);
    Ok(Selection {
        chosen: pool.ids(chosen),
        because: reasons::of_groups(&task, &solved, &groups),
        reserves: reasons::reserves(&task, &solved, chosen),
        proved: solved.proved,
        bound: if solved.proved { Some(score.total) } else { solved.bound },
        score,
        seed: request.seed,
        search: solved.done,
    })
}

/// The chosen group, and the outside.
fn layout(request: &SelectRequest, pool: &Pool<'_>) -> Result<Layout> {
    let people = pool.len() as u32;
    if request.size == 0 {
        return Err(
            Error::new(Code::GatherInvalidRule, "a group has at least one person").at("/size")
        );
    }
    let chosen = Group { min: request.size, max: request.size, counted: true };
    let outside = Group { min: 0, max: people, counted: false };
    Ok(Layout {
        groups: vec![chosen, outside],
        has_outside: true,
        may_stay_out: true,
        absent: Vec::new(),
    })
}

/// For each person whether they were chosen before: group 0, the chosen.
fn previous(request: &SelectRequest, pool: &Pool<'_>) -> Result<Vec<Option<u32>>> {
    let mut group_of = vec![None; pool.len()];
    for (at, id) in request.previous.iter().enumerate() {
        let person = pool.find(id, || format!("/previous/{at}"))?;
        if let Some(own) = group_of.get_mut(person) {
            *own = Some(0);
        }
    }
    Ok(group_of)
}
