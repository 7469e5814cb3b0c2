//! What a pair of people is worth to a group.
//!
//! A pair that seldom works together is worth more, and so may be one that differs. For the
//! search, values are whole numbers on a power-of-two scale; what a caller sees is summed
//! from the exact values.

use super::instance::{Pairs, SparsePairs};
use crate::error::{Code, Error, Result};
use crate::math::ExactSum;
use crate::people::{Column, Pool};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a pair of people is worth: unfamiliarity and diversity by weight, or distances.
///
/// Unfamiliarity of a pair is 1/(1 + weight of their tie). Diversity adds the weight given
/// for each attribute in which the two differ (`level` by its difference over the range of
/// levels); where one has no value they do not differ. With nothing given: unfamiliarity 1.
///
/// # References
///
/// J. C. Gower, *A general coefficient of similarity and some of its properties*,
/// Biometrics 27(4), 1971.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Value {
    /// Weight of unfamiliarity, 0 or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unfamiliarity: Option<f64>,
    /// Weight of a difference, by attribute, 0 or more.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub diversity: BTreeMap<String, f64>,
    /// Instead of both: the value of every pair, upper triangle row by row, in the order of
    /// people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<Vec<f64>>,
}

/// The value of a group or of several, and what it is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// What the search makes as large as it can.
    pub total: f64,
    /// The part of unfamiliarity, weighted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfamiliarity: Option<f64>,
    /// The part of each attribute, weighted.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub diversity: BTreeMap<String, f64>,
    /// The smallest value of a pair in a group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest: Option<f64>,
}

/// Largest magnitude of a weight or a distance.
const LARGEST: f64 = 1e9;

/// Beyond this many people the full matrix of pairs is not kept.
const DENSE_PEOPLE: usize = 2500;

/// Values of pairs of a pool, exact.
pub(crate) struct Worth<'a> {
    pool: &'a Pool<'a>,
    unfamiliarity: f64,
    attributes: Vec<Attribute>,
    distance: Option<&'a [f64]>,
}

/// An attribute that counts: two people with different codes are worth `weight` more.
struct Attribute {
    name: String,
    /// A difference in `level` is cut into steps, each an entry of its own.
    weight: f64,
    codes: Vec<Option<u32>>,
}

impl<'a> Worth<'a> {
    /// Checks a value against a pool.
    pub(crate) fn read(value: &'a Value, pool: &'a Pool<'a>) -> Result<Self> {
        let invalid = |path: &str, message: String| {
            Err(Error::new(Code::GatherInvalidValue, message).at(path))
        };
        let usable = |weight: f64| (0.0..=LARGEST).contains(&weight);
        if let Some(distance) = &value.distance {
            if value.unfamiliarity.is_some() || !value.diversity.is_empty() {
                return invalid(
                    "/value",
                    "a value has distances, or unfamiliarity and diversity, not both".into(),
                );
            }
            let pairs = pool.len() * (pool.len() - 1) / 2;
            if distance.len() != pairs {
                let message =
                    format!("{} people have {pairs} pairs, not {}", pool.len(), distance.len());
                return invalid("/value/distance", message);
            }
            if let Some(at) =
                distance.iter().position(|&distance| distance.is_nan() || distance.abs() > LARGEST)
            {
                return invalid(
                    &format!("/value/distance/{at}"),
                    format!("a distance is at most {LARGEST:e}"),
                );
            }
        }
        let unfamiliarity =
            value.unfamiliarity.unwrap_or(if value.diversity.is_empty() { 1.0 } else { 0.0 });
        if !usable(unfamiliarity) {
            return invalid(
                "/value/unfamiliarity",
                format!("a weight lies between 0 and {LARGEST:e}"),
            );
        }
        let mut attributes = Vec::new();
        for (name, &weight) in &value.diversity {
            if !usable(weight) {
                let path = format!("/value/diversity/{name}");
                return invalid(&path, format!("a weight lies between 0 and {LARGEST:e}"));
            }
            let column = pool.column(name);
            if column.values.is_empty() {
                return invalid(
                    &format!("/value/diversity/{name}"),
                    format!("nobody has a value of {name:?}"),
                );
            }
            attributes.extend(if name == "level" {
                levels(pool, weight)
            } else {
                vec![Attribute::of(name, weight, column)]
            });
        }
        Ok(Self { pool, unfamiliarity, attributes, distance: value.distance.as_deref() })
    }

    /// The value of a pair of people.
    pub(crate) fn pair(&self, a: usize, b: usize) -> f64 {
        if let Some(distance) = self.distance {
            let at = triangle_index(self.pool.len(), a.min(b), a.max(b));
            return distance.get(at).copied().unwrap_or(0.0);
        }
        let parts = self.attributes.iter().map(|attribute| attribute.pair(a, b));
        self.unfamiliarity * unfamiliarity(self.pool, a, b) + parts.sum::<f64>()
    }

    /// The score of groups of people.
    pub(crate) fn score(&self, groups: &[Vec<usize>]) -> Score {
        let mut total = ExactSum::default();
        let mut strangers = ExactSum::default();
        let mut parts: BTreeMap<&str, ExactSum> = BTreeMap::new();
        let mut smallest: Option<f64> = None;
        for (a, b) in groups.iter().flat_map(|group| pairs(group)) {
            let value = self.pair(a, b);
            total.add(value);
            smallest = Some(smallest.map_or(value, |least| least.min(value)));
            if self.distance.is_some() {
                continue;
            }
            strangers.add(self.unfamiliarity * unfamiliarity(self.pool, a, b));
            for attribute in &self.attributes {
                parts.entry(&attribute.name).or_default().add(attribute.pair(a, b));
            }
        }
        let own = self.distance.is_none();
        Score {
            total: total.value(),
            unfamiliarity: (own && self.unfamiliarity > 0.0).then(|| strangers.value()),
            diversity: parts
                .into_iter()
                .map(|(name, sum)| (name.to_owned(), sum.value()))
                .collect(),
            smallest,
        }
    }

    /// Values for the search, between units of people: full where that is small enough.
    /// `group` is the most people a group can hold. Also the scale: steps to one unit of value.
    pub(crate) fn compile(&self, units: &[Vec<usize>], group: u32) -> (Pairs, f64) {
        let dense = self.distance.is_some() || units.len() <= DENSE_PEOPLE;
        if dense { self.dense(units, group) } else { self.sparse(units, group) }
    }

    fn dense(&self, units: &[Vec<usize>], group: u32) -> (Pairs, f64) {
        let between = |one: &[usize], other: &[usize]| -> f64 {
            one.iter()
                .flat_map(|&a| other.iter().map(move |&b| (a, b)))
                .map(|(a, b)| self.pair(a, b))
                .sum()
        };
        let mut exact = vec![0.0; units.len() * units.len()];
        let mut largest = 0.0_f64;
        for (row, one) in units.iter().enumerate() {
            for (column, other) in units.iter().enumerate().skip(row + 1) {
                let value = between(one, other);
                largest = largest.max(value.abs());
                for at in [row * units.len() + column, column * units.len() + row] {
                    if let Some(place) = exact.get_mut(at) {
                        *place = value;
                    }
                }
            }
        }
        let scale = scale(largest, group);
        (
            Pairs::Dense(exact.into_iter().map(|value| libm::rint(value * scale) as i32).collect()),
            scale,
        )
    }

    fn sparse(&self, units: &[Vec<usize>], group: u32) -> (Pairs, f64) {
        let largest = self.unfamiliarity
            + self.attributes.iter().map(|attribute| attribute.weight).sum::<f64>();
        let scale = scale(largest, group);
        let whole = |value: f64| libm::rint(value * scale) as i64;
        let mut unit_of = vec![0_u32; self.pool.len()];
        for (at, unit) in (0..).zip(units) {
            for &person in unit {
                if let Some(own) = unit_of.get_mut(person) {
                    *own = at;
                }
            }
        }
        let ties = |unit: &Vec<usize>| -> Vec<(u32, i64)> {
            let known = unit.iter().flat_map(|&person| self.pool.network().neighbours(person));
            let loss = |(other, weight): (usize, f64)| {
                Some((*unit_of.get(other)?, whole(self.unfamiliarity * weight / (1.0 + weight))))
            };
            let mut ties: Vec<(u32, i64)> = known.filter_map(loss).collect();
            ties.sort_unstable();
            ties
        };
        let codes = |attribute: &Attribute| {
            let first = |unit: &Vec<usize>| {
                unit.first().and_then(|&person| attribute.codes.get(person).copied().flatten())
            };
            (
                whole(attribute.weight),
                units.iter().map(|unit| first(unit).unwrap_or(u32::MAX)).collect(),
            )
        };
        let pairs = SparsePairs {
            base: whole(self.unfamiliarity),
            ties: units.iter().map(ties).collect(),
            attributes: self.attributes.iter().map(codes).collect(),
        };
        (Pairs::Sparse(pairs), scale)
    }
}

impl Attribute {
    fn of(name: &str, weight: f64, column: Column) -> Self {
        Self { name: name.to_owned(), weight, codes: column.codes }
    }

    fn pair(&self, a: usize, b: usize) -> f64 {
        let code = |person: usize| self.codes.get(person).copied().flatten();
        match (code(a), code(b)) {
            (Some(one), Some(other)) if one != other => self.weight,
            _ => 0.0,
        }
    }
}

/// A difference in level as a sum of steps: for each step between two neighbouring levels,
/// two people differ where one stands above it and the other not.
fn levels(pool: &Pool<'_>, weight: f64) -> Vec<Attribute> {
    let level = |at: usize| pool.people().get(at).and_then(|person| person.level).map(i64::from);
    let mut present: Vec<i64> = (0..pool.len()).filter_map(level).collect();
    present.sort_unstable();
    present.dedup();
    let range = present.last().zip(present.first()).map_or(0, |(last, first)| last - first);
    let step = |pair: &[i64]| {
        let &[below, above] = pair else { return None };
        let codes = (0..pool.len()).map(|at| level(at).map(|level| u32::from(level >= above)));
        let weight = weight * (above - below) as f64 / range as f64;
        Some(Attribute { name: "level".to_owned(), weight, codes: codes.collect() })
    };
    present.windows(2).filter_map(step).collect()
}

fn unfamiliarity(pool: &Pool<'_>, a: usize, b: usize) -> f64 {
    1.0 / (1.0 + pool.network().weight(a, b))
}

/// Position of the pair a < b in the upper triangle, row by row.
fn triangle_index(people: usize, a: usize, b: usize) -> usize {
    a * (2 * people - a - 1) / 2 + (b - a - 1)
}

/// Every pair of a group once.
pub(crate) fn pairs(group: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    group.iter().enumerate().flat_map(|(at, &a)| group.iter().skip(at + 1).map(move |&b| (a, b)))
}

/// The power of two that makes the sum of `group` largest values fit 30 bits.
fn scale(largest: f64, group: u32) -> f64 {
    if largest == 0.0 {
        return 1.0;
    }
    let room = f64::from(1_u32 << 30) / f64::from(group.max(1));
    let (_, exponent) = libm::frexp(room / largest);
    libm::ldexp(1.0, exponent - 1)
}
