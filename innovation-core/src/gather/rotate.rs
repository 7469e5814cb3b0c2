//! Seats people for several rounds.

use super::effort::{Effort, SearchDone};
use super::rotation::Plan;
use super::rules::{Rules, Tables};
use super::value::{Value, Worth};
use crate::error::Result;
use crate::people::{Id, Person, Pool, Seed, Tie};
use crate::watch::{Relay, Unwatched, Watch};
use serde::{Deserialize, Serialize};

/// Asks for a rotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RotateRequest {
    /// The people to seat.
    pub people: Vec<Person>,
    /// The tables of every round. Tables alike of a given size are filled first; who has no
    /// seat sits out, in turn.
    pub tables: Tables,
    /// How many rounds, 1 to 200.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 200)))]
    pub rounds: u32,
    /// Earlier rounds: the people of each table. Ids of people who are not in the list any
    /// more are passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<Vec<Vec<Id>>>,
    /// Who is away in which round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// A label for each round: people who list labels under `available` are away in rounds
    /// whose label they do not list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<String>,
    /// What must hold in every round; `must` never sit out.
    #[serde(default)]
    pub rules: Rules,
    /// Who already works with whom: among seatings with as few repeats, strangers are
    /// preferred.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ties: Vec<Tie>,
    /// What a meeting is worth, where repeats are equal.
    #[serde(default)]
    pub value: Value,
    /// Seed of the search.
    #[serde(default)]
    pub seed: Seed,
    /// How long to search.
    #[serde(default)]
    pub effort: Effort,
}

/// People who are away in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Absence {
    /// The round, counted from 0.
    pub round: u32,
    /// Who is away.
    pub people: Vec<Id>,
}

/// Who sits with whom, round after round.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rotation {
    /// The rounds.
    pub rounds: Vec<Round>,
    /// How many meet, and how many meet again.
    pub score: RotationScore,
    /// What the rounds give each person, in the order of the request.
    pub because: Vec<RotationBecause>,
    /// The seed used.
    pub seed: Seed,
    /// What the search did.
    pub search: SearchDone,
}

/// One round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Round {
    /// The people of each table.
    pub tables: Vec<Vec<Id>>,
    /// Those who are there and have no seat.
    pub sitting_out: Vec<Id>,
    /// Those who are away.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<Id>,
}

/// How many pairs meet, and how many meet again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RotationScore {
    /// Distinct pairs who meet for the first time.
    pub new_pairs: u64,
    /// Meetings of a pair beyond its first, the history counted.
    pub repeats: u64,
    /// Pairs who never meet, in the history or in these rounds.
    pub never_met: u64,
    /// No rotation of these numbers has fewer repeats than this.
    pub fewest_repeats: u64,
    /// Whether it is proved that there cannot be fewer repeats.
    pub proved: bool,
    /// How often the pair meets that meets most, the history counted.
    pub most_meetings: u32,
}

/// What the rounds give a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RotationBecause {
    /// The person.
    pub person: Id,
    /// Distinct people met in these rounds.
    pub meets: u32,
    /// Of these, people met for the first time.
    pub new: u32,
    /// Of these, people with whom there was no tie before.
    pub strangers: u32,
    /// Rounds sat out, counted from 0.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sits_out: Vec<u32>,
}

/// Seats people for several rounds so that each meets as many others as possible.
///
/// Where design theory has a perfect rotation for the numbers, it is used; otherwise, and
/// where rules, absences or a history forbid it, a search makes repeats few and spreads them.
/// Where seats are short people sit out in turn: nobody twice before everybody once.
///
/// # Errors
///
/// `gather.infeasible` where a round cannot keep the rules; `details.conflict` lists a
/// smallest set of them and `details.round` names the round. `gather.undecided`,
/// `gather.invalid-rule`, and what [`Pool::read`](crate::people::Pool::read) refuses.
///
/// # Example
///
/// ```
/// use innovation_core::gather::{RotateRequest, rotate};
/// let request: RotateRequest = serde_json::from_str(r#"{
///     "people": [
///         {"id": "ana", "role": "nurse"}, {"id": "bo", "role": "nurse"},
///         {"id": "chi", "role": "patient"}, {"id": "dee", "role": "patient"}
///     ],
///     "tables": {"count": 2}, "rounds": 3
/// }"#).unwrap();
/// let rotation = rotate(&request)?;
/// assert_eq!((rotation.score.new_pairs, rotation.score.repeats), (6, 0));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// M. Triska, N. Musliu, *An effective greedy heuristic for the social golfer problem*,
/// Annals of Operations Research 194, 2012; C. J. Colbourn, J. H. Dinitz (eds.), *Handbook
/// of Combinatorial Designs*, 2nd edition, 2007.
pub fn rotate(request: &RotateRequest) -> Result<Rotation> {
    rotate_watched(request, &mut Unwatched)
}

/// [`rotate`] under a watch that sees progress and may stop the search.
///
/// # Errors
///
/// As [`rotate`].
pub fn rotate_watched(request: &RotateRequest, watch: &mut dyn Watch) -> Result<Rotation> {
    request.effort.check(watch)?;
    let watch = &mut Relay::new(watch);
    let pool = Pool::read(&request.people, &request.ties)?;
    let worth = Worth::read(&request.value, &pool)?;
    let plan = Plan::read(request, &pool)?;
    let start = plan.start(watch)?;
    let found = plan.improve(&worth, &start, watch);
    Ok(plan.describe(&start, &found))
}
