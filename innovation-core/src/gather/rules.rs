//! Which groups are allowed: the documents of the rules.
//!
//! [`compile`](super::compile) turns them into what the search checks at every move.

use crate::people::Id;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Rules of a grouping. All are kept, or the answer is `gather.infeasible` with a smallest
/// set of rules that cannot hold together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rules {
    /// People who are chosen, or who never sit out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub must: Vec<Id>,
    /// People who are not chosen, or who are never seated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub never: Vec<Id>,
    /// Sets of people who stay together: all chosen or none; all at one table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<Vec<Id>>,
    /// Sets of people of whom no two are chosen, or sit at one table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Vec<Id>>,
    /// Nobody is chosen with, or sits with, their own manager.
    #[serde(default)]
    pub separate_reports: bool,
    /// Numbers of people with a property, in the chosen group or at every table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotas: Vec<QuotaRule>,
    /// Placements that stay as they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lock: Vec<Lock>,
    /// Only people who list this label under `available` take part; those who list none are
    /// always available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<String>,
}

/// How many people with a property a group holds.
///
/// With `each`, the limits hold for every value of that attribute that anyone has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct QuotaRule {
    /// The property: for each attribute named (`role`, `family`, `organisation`, `unit`,
    /// `level`, `expertise` or people's own) one of the values given.
    #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
    pub filter: BTreeMap<String, OneOrMany>,
    /// An attribute: the limits hold for each of its values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<String>,
    /// Fewest people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// Most people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

/// A value, or several of which any will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a text, a whole number, or a list of them")]
pub enum OneOrMany {
    /// One value.
    One(Scalar),
    /// Any of several.
    Many(Vec<Scalar>),
}

/// A value of an attribute; levels are numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a text or a whole number")]
pub enum Scalar {
    /// A level.
    Number(i32),
    /// Any other value.
    Text(String),
}

impl OneOrMany {
    /// The values as text.
    pub(crate) fn texts(&self) -> Vec<String> {
        let text = |scalar: &Scalar| match scalar {
            Scalar::Number(number) => number.to_string(),
            Scalar::Text(text) => text.clone(),
        };
        match self {
            Self::One(scalar) => vec![text(scalar)],
            Self::Many(scalars) => scalars.iter().map(text).collect(),
        }
    }
}

/// A placement that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Lock {
    /// Who.
    pub person: Id,
    /// The table, counted from 0; not given for a selection, where the person is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// The round, counted from 0; all rounds where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<u32>,
}

/// How many people each table seats: a list of tables, or a number of equal ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Tables {
    /// Each table with its limits.
    Each(Vec<Table>),
    /// Tables alike.
    Alike(AlikeTables),
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Fewest people.
    pub min: u32,
    /// Most people.
    pub max: u32,
}

/// A number of tables that seat as evenly as they can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AlikeTables {
    /// How many tables.
    pub count: u32,
    /// Seats at each; as many as are needed where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
}

impl Tables {
    /// So many tables alike.
    #[must_use]
    pub fn alike(count: u32, size: Option<u32>) -> Self {
        Self::Alike(AlikeTables { count, size })
    }

    /// Limits of each table for so many people: tables alike differ by one seat at most.
    pub(crate) fn limits(&self, people: u32) -> Vec<Table> {
        match self {
            Self::Each(tables) => tables.clone(),
            Self::Alike(AlikeTables { count, size }) => {
                let fewest = people / (*count).max(1);
                let most = size.unwrap_or(people.div_ceil((*count).max(1)));
                vec![Table { min: fewest.min(most), max: most }; *count as usize]
            }
        }
    }
}

/// Read by hand, so that a fault inside names its place.
impl<'de> Deserialize<'de> for Tables {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TablesVisitor;
        impl<'de> Visitor<'de> for TablesVisitor {
            type Value = Tables;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of tables {min, max}, or {count, size?}")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Tables, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Tables::Each)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Tables, A::Error> {
                AlikeTables::deserialize(MapAccessDeserializer::new(map)).map(Tables::Alike)
            }
        }
        deserializer.deserialize_any(TablesVisitor)
    }
}
