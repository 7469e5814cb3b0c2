//! The profile of a pool: diversity, silos, positions.

use super::brokerage::{Brokerage, Positions, brokerage};
use super::diversity;
use super::person::{Id, Person, Seed, Tie};
use super::pool::{Column, Pool};
use super::silos::communities;
use crate::error::Result;
use crate::math;
use crate::stat::Stat;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for a profile.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProfileRequest {
    /// The people.
    pub people: Vec<Person>,
    /// Who already works with whom.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// Attributes to look at: `role`, `family`, `organisation`, `unit`, `level` or people's
    /// own. Default role, organisation, unit.
    #[serde(default = "default_by")]
    pub by: Vec<String>,
    /// Seed of the search for silos.
    #[serde(default)]
    pub seed: Seed,
}

fn default_by() -> Vec<String> {
    ["role", "organisation", "unit"].map(str::to_owned).to_vec()
}

/// What a pool is like.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    /// Number of people.
    pub people: u32,
    /// Number of ties with a weight above 0.
    pub ties: u32,
    /// Sum of their weights.
    pub weight: f64,
    /// Pairs of people without a tie.
    pub never_met: u64,
    /// All pairs.
    pub pairs: u64,
    /// Diversity and mixing, by attribute.
    pub attributes: Vec<AttributeProfile>,
    /// Rao's quadratic entropy.
    pub rao: Rao,
    /// Communities of the network.
    pub silos: Silos,
    /// Each person's position, in the order of the request.
    pub persons: Vec<PersonProfile>,
    /// The seed used.
    pub seed: Seed,
}

/// Diversity in one attribute, and how ties run within and across its values.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AttributeProfile {
    /// The attribute.
    pub name: String,
    /// Its values and how many people have each.
    pub values: Vec<ValueCount>,
    /// People without a value; they are left out of the statistics.
    pub missing: u32,
    /// 1 − Σ p².
    pub blau: Stat,
    /// −Σ p ln p, in nats.
    pub shannon: Stat,
    /// Shannon over its maximum ln k for the k values present.
    pub normalised: Stat,
    /// (external − internal) / all ties.
    pub ei_index: EiIndex,
}

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ValueCount {
    /// The value.
    pub value: String,
    /// How many people have it.
    pub count: u32,
}

/// The E-I index by number of ties and by weight.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EiIndex {
    /// Each tie counts once.
    pub unweighted: Stat,
    /// Each tie counts by its weight.
    pub weighted: Stat,
}

/// Rao's quadratic entropy Σ d p p for two people drawn with replacement.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rao {
    /// d = share of the attributes in `by` in which two people differ.
    pub attributes: Stat,
    /// d = 1/(1 + weight of their tie).
    pub unfamiliarity: Stat,
}

/// Communities of the network.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Silos {
    /// How they were found.
    pub method: &'static str,
    /// Newman's modularity by weights.
    pub modularity: Stat,
    /// People of each silo, largest silo first.
    pub groups: Vec<Vec<Id>>,
}

/// A measure by number of ties and by weight.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Weighting {
    /// Each tie counts once.
    pub unweighted: Stat,
    /// Each tie counts by its weight.
    pub weighted: Stat,
}

/// A person's position among the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PersonProfile {
    /// The person.
    pub id: Id,
    /// Number of ties.
    pub degree: u32,
    /// Sum of their weights.
    pub strength: f64,
    /// Position in `silos.groups`.
    pub silo: u32,
    /// Burt's constraint: high where all contacts know each other.
    pub constraint: Weighting,
    /// Effective size: contacts less their redundancy. Unweighted after Borgatti (n − 2t/n),
    /// weighted after Burt.
    pub effective_size: Weighting,
    /// Gould and Fernandez' roles, for each attribute in `by`.
    pub brokerage: BTreeMap<String, Brokerage>,
}

/// Measures who is there.
///
/// # Errors
///
/// What [`Pool::read`] refuses.
///
/// # Example
///
/// ```
/// use innovation_core::people::{ProfileRequest, profile};
/// let request: ProfileRequest = serde_json::from_str(r#"{
///     "people": [{"id": "ana", "role": "nurse"}, {"id": "bo", "role": "patient"}],
///     "ties": [{"a": "ana", "b": "bo", "weight": 2}]
/// }"#).unwrap();
/// let profile = profile(&request)?;
/// assert_eq!(profile.attributes[0].blau.value, Some(0.5));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn profile(request: &ProfileRequest) -> Result<Profile> {
    let pool = Pool::read(&request.people, &request.ties)?;
    let network = pool.network();
    let columns: Vec<Column> = request.by.iter().map(|name| pool.column(name)).collect();
    let (silos, silo_of) = silos(&pool, request.seed);
    let people = pool.len() as u64;
    let pairs = people * (people - 1) / 2;
    Ok(Profile {
        people: people as u32,
        ties: network.ties() as u32,
        weight: math::sum(network.each_tie().map(|tie| tie.2)),
        never_met: pairs - network.ties() as u64,
        pairs,
        attributes: request
            .by
            .iter()
            .zip(&columns)
            .map(|(name, column)| attribute(&pool, name, column))
            .collect(),
        rao: Rao { attributes: rao(&columns), unfamiliarity: diversity::unfamiliarity(network) },
        silos,
        persons: persons(&pool, &request.by, &columns, &silo_of),
        seed: request.seed,
    })
}

fn attribute(pool: &Pool<'_>, name: &str, column: &Column) -> AttributeProfile {
    let counts = column.counts();
    let index = |weighted| diversity::ei_index(pool.network(), column, weighted);
    AttributeProfile {
        name: name.to_owned(),
        missing: column.codes.iter().filter(|code| code.is_none()).count() as u32,
        blau: diversity::blau(&counts),
        shannon: diversity::shannon(&counts),
        normalised: diversity::normalised(&counts),
        ei_index: EiIndex { unweighted: index(false), weighted: index(true) },
        values: column
            .values
            .iter()
            .cloned()
            .zip(counts)
            .map(|(value, count)| ValueCount { value, count })
            .collect(),
    }
}

/// The mean of Blau's index over attributes that anyone has a value of.
fn rao(columns: &[Column]) -> Stat {
    let indices: Vec<f64> =
        columns.iter().filter_map(|column| diversity::blau(&column.counts()).value).collect();
    Stat::ratio(math::sum(indices.iter().copied()), indices.len() as f64, "no-values")
}

/// Silos, largest first, and for each person the position of theirs.
fn silos(pool: &Pool<'_>, seed: Seed) -> (Silos, Vec<u32>) {
    let found = communities(pool.network(), seed.number());
    let count = found.of.iter().max().map_or(0, |&last| last as usize + 1);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (person, &community) in found.of.iter().enumerate() {
        if let Some(list) = members.get_mut(community as usize) {
            list.push(person);
        }
    }
    members.sort_by_key(|list| (std::cmp::Reverse(list.len()), list.first().copied()));
    let mut of = vec![0; pool.len()];
    for (position, list) in (0..).zip(&members) {
        for &person in list {
            if let Some(own) = of.get_mut(person) {
                *own = position;
            }
        }
    }
    let id = |&person: &usize| pool.people().get(person).map(|person| person.id.clone());
    let groups = members.iter().map(|list| list.iter().filter_map(id).collect()).collect();
    (Silos { method: "louvain", modularity: found.modularity, groups }, of)
}

fn persons(
    pool: &Pool<'_>,
    names: &[String],
    columns: &[Column],
    silo_of: &[u32],
) -> Vec<PersonProfile> {
    let network = pool.network();
    let positions = Positions::of(network);
    let brokers: Vec<(&String, Vec<Brokerage>)> = names
        .iter()
        .zip(columns)
        .map(|(name, column)| (name, brokerage(network, column)))
        .collect();
    let stat =
        |stats: &[Stat], at: usize| stats.get(at).copied().unwrap_or(Stat::undefined("no-ties"));
    let person = |(at, person): (usize, &Person)| PersonProfile {
        id: person.id.clone(),
        degree: network.degree(at) as u32,
        strength: math::sum(network.neighbours(at).map(|(_, weight)| weight)),
        silo: silo_of.get(at).copied().unwrap_or(0),
        constraint: Weighting {
            unweighted: stat(&positions.constraint_unweighted, at),
            weighted: stat(&positions.constraint, at),
        },
        effective_size: Weighting {
            unweighted: stat(&positions.effective_size_unweighted, at),
            weighted: stat(&positions.effective_size, at),
        },
        brokerage: brokers
            .iter()
            .map(|(name, roles)| ((*name).clone(), roles.get(at).copied().unwrap_or_default()))
            .collect(),
    };
    pool.people().iter().enumerate().map(person).collect()
}
