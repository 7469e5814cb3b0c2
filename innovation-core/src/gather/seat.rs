//! Splits people over tables.

use super::compile::{Layout, Statements};
use super::effort::{Effort, SearchDone};
use super::instance::Group;
use super::reasons::{self, Because};
use super::rules::{Rules, Table, Tables};
use super::select::Objective;
use super::solve;
use super::value::{Score, Value, Worth};
use crate::error::{Code, Error, Result};
use crate::people::{Id, Person, Pool, Seed, Tie};
use crate::watch::{Unwatched, Watch};
use serde::{Deserialize, Serialize};

/// Asks for a seating.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeatRequest {
    /// The people to seat.
    pub people: Vec<Person>,
    /// Who already works with whom.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// The tables.
    pub tables: Tables,
    /// What must hold; quotas hold at every table.
    #[serde(default)]
    pub rules: Rules,
    /// What a pair at one table is worth.
    #[serde(default)]
    pub value: Value,
    /// An earlier seating to stay near: the people of each table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous: Vec<Vec<Id>>,
    /// What it is worth that a person stays at their table of `previous`, in units of the
    /// score. Default: more than any change could gain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<f64>,
    /// Seed of the search.
    #[serde(default)]
    pub seed: Seed,
    /// How long to search.
    #[serde(default)]
    pub effort: Effort,
}

/// Who sits where, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Seating {
    /// The people of each table, each in the order of the request.
    pub tables: Vec<Vec<Id>>,
    /// Sum over tables of the values of their pairs.
    pub score: Score,
    /// Whether it is proved that no other seating that keeps the rules is worth more.
    pub proved: bool,
    /// No seating that keeps the rules is worth more than this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<f64>,
    /// Why each person sits where they sit.
    pub because: Vec<Because>,
    /// The seed used.
    pub seed: Seed,
    /// What the search did.
    pub search: SearchDone,
}

impl SeatRequest {
    /// Citizens by id, to be seated at one table: a start for examples and tests. Texts that
    /// cannot be ids are left out.
    #[must_use]
    pub fn of(ids: &[&str]) -> Self {
        Self {
            people: ids.iter().filter_map(|id| Person::new(id, "citizen")).collect(),
            ties: Vec::new(),
            tables: Tables::alike(1, None),
            rules: Rules::default(),
            value: Value::default(),
            previous: Vec::new(),
            keep: None,
            seed: Seed::default(),
            effort: Effort::default(),
        }
    }

    /// The same with so many tables alike.
    #[must_use]
    pub fn tables(mut self, count: u32) -> Self {
        self.tables = Tables::alike(count, None);
        self
    }

    /// The same with a seed.
    #[must_use]
    pub fn seed(mut self, seed: u32) -> Self {
        self.seed = seed.into();
        self
    }
}

/// Splits people over tables so that those who seldom work together sit together.
///
/// The value of a seating is the sum, over tables, of the values of its pairs (see
/// [`Value`]). Everybody has a seat but those under `never` or not available. A heuristic:
/// `proved` is true only where the search was exhaustive.
///
/// # Errors
///
/// `gather.infeasible` where the rules cannot hold together; `details.conflict` lists a
/// smallest set of them. `gather.undecided` where neither a seating nor a proof was found.
/// `gather.invalid-rule`, `gather.invalid-value`, and what [`Pool::read`] refuses.
///
/// # Example
///
/// ```
/// use innovation_core::gather::{SeatRequest, seat};
/// let seating = seat(&SeatRequest::of(&["ana", "bo", "chi", "dee"]).tables(2).seed(1))?;
/// assert!(seating.tables.iter().all(|table| table.len() == 2));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// S. Kirkpatrick, C. D. Gelatt, M. P. Vecchi, *Optimization by simulated annealing*,
/// Science 220, 1983. Measured beside X. Yang, Z. Cai, T. Jin, Z. Tang, S. Gao, *A
/// three-phase search approach with dynamic population size for solving the maximally
/// diverse grouping problem*, European Journal of Operational Research 302(3), 2022.
pub fn seat(request: &SeatRequest) -> Result<Seating> {
    seat_watched(request, &mut Unwatched)
}

/// [`seat`] under a watch that sees progress and may stop the search.
///
/// # Errors
///
/// As [`seat`].
pub fn seat_watched(request: &SeatRequest, watch: &mut dyn Watch) -> Result<Seating> {
    request.effort.check(watch)?;
    let pool = Pool::read(&request.people, &request.ties)?;
    let worth = Worth::read(&request.value, &pool)?;
    let layout = layout(request, &pool)?;
    let statements = Statements::read(&request.rules, &pool, layout.tables(), None)?;
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
    let solved = task.solve(Objective::Sum, watch)?;
    let groups = solved.people(layout.tables());
    let score = worth.score(&groups);
    Ok(Seating {
        because: reasons::of_groups(&task, &solved, &groups),
        tables: groups.iter().map(|group| pool.ids(group)).collect(),
        proved: solved.proved,
        bound: if solved.proved { Some(score.total) } else { solved.bound },
        score,
        seed: request.seed,
        search: solved.done,
    })
}

/// The tables and, for those who take no part, the outside.
fn layout(request: &SeatRequest, pool: &Pool<'_>) -> Result<Layout> {
    let absent = unavailable(pool, request.rules.available.as_deref());
    let mut out: Vec<bool> = absent.clone();
    for id in &request.rules.never {
        if let Some(out) = pool.position(id).and_then(|at| out.get_mut(at)) {
            *out = true;
        }
    }
    let seated = out.iter().filter(|out| !**out).count() as u32;
    let mut groups = groups(&request.tables, seated)?;
    let has_outside = out.contains(&true);
    if has_outside {
        groups.push(Group { min: 0, max: pool.len() as u32, counted: false });
    }
    Ok(Layout { groups, has_outside, may_stay_out: false, absent })
}

/// The counted groups of some tables; refuses tables that contradict themselves.
pub(super) fn groups(tables: &Tables, people: u32) -> Result<Vec<Group>> {
    let invalid =
        |message: String, path: String| Err(Error::new(Code::GatherInvalidRule, message).at(path));
    let count = match tables {
        Tables::Each(list) => list.len(),
        Tables::Alike(alike) => alike.count as usize,
    };
    if count == 0 {
        return invalid("there are no tables".to_owned(), "/tables".to_owned());
    }
    if count > people.max(1) as usize {
        return invalid(
            format!("{count} tables are more than the {people} people"),
            "/tables".to_owned(),
        );
    }
    let mut groups = Vec::with_capacity(count);
    for (at, Table { min, max }) in tables.limits(people).into_iter().enumerate() {
        if min > max {
            return invalid(
                format!("the min {min} is above the max {max}"),
                format!("/tables/{at}"),
            );
        }
        groups.push(Group { min, max, counted: true });
    }
    Ok(groups)
}

/// For each person whether they list other labels but not this one.
pub(super) fn unavailable(pool: &Pool<'_>, label: Option<&str>) -> Vec<bool> {
    let away = |person: &Person| {
        let lists = |label: &str| {
            person.available.is_empty() || person.available.iter().any(|own| own == label)
        };
        label.is_some_and(|label| !lists(label))
    };
    pool.people().iter().map(away).collect()
}

/// For each person their table in the earlier seating.
fn previous(request: &SeatRequest, pool: &Pool<'_>) -> Result<Vec<Option<u32>>> {
    let mut table_of = vec![None; pool.len()];
    for (table, ids) in request.previous.iter().enumerate() {
        for (at, id) in ids.iter().enumerate() {
            let person = pool.find(id, || format!("/previous/{table}/{at}"))?;
            if let Some(own) = table_of.get_mut(person) {
                *own = Some(table as u32);
            }
        }
    }
    Ok(table_of)
}
