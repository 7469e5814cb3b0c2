//! The form of a rubric and of an assessment.

use crate::equip::Source;
use crate::people::Id;
use crate::text::Text;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The format of a rubric.
pub const FORMAT: &str = "innovation/rubric@1";

/// Questions, the levels of their answers, and how answers are scored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rubric {
    /// `innovation/rubric@1`.
    #[serde(default = "format")]
    pub format: String,
    /// Stable, kebab-case.
    pub id: Id,
    /// Version, as in semantic versioning; assessments name it.
    pub version: String,
    /// What it is called.
    pub title: Text,
    /// What it is good for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The instrument or the idea it follows.
    pub citation: String,
    /// Where to read about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// Licence of the text, as an SPDX expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether these words, as they stand, were validated.
    #[serde(default)]
    pub validated: bool,
    /// What a reader of a score must know: whose words, which numbers are recalled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// How answers become a score.
    pub scoring: Scoring,
    /// How a total is made from groups, where there is one.
    #[serde(default)]
    pub total: Total,
    /// The range onto which items are rescaled; needed where their scales differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rescale: Option<Range>,
    /// Levels of items that name none of their own, from the least to the most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Dimensions of a matrix.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimensions: Vec<Dimension>,
    /// Domains, subscales or rungs.
    pub groups: Vec<RubricGroup>,
    /// Ranges of the total and what they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// The least share of applicable items that must be answered for a score, in a group and in
    /// the whole. Default 1: all of them.
    #[serde(default = "one")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub minimum_answered: f64,
    /// Anything a host wants to keep with the rubric.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: BTreeMap<String, serde_json::Value>,
}

/// How answers become a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Scoring {
    /// Each level of each item has points of its own; they add up.
    LevelTable,
    /// The mean of levels, items reversed where they say so.
    Likert,
    /// Levels in order, counted and listed, never averaged.
    OrdinalProfile,
    /// Signed levels for and against, with mixed ones apart; never averaged.
    Valence,
    /// Counts over counts.
    Ratio,
    /// Rungs from the lowest up: a rung is reached where all conditions up to it are met.
    Ladder,
    /// Cells of a table with two or three dimensions.
    Matrix,
    /// Coded fields without a score.
    Record,
}

/// How the scores of groups become a total.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Total {
    /// Over all items: their sum in a level table, else their mean.
    #[default]
    Items,
    /// The mean of the groups' means.
    Groups,
    /// No total: each group stands for itself.
    None,
}

/// A range of numbers, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Range {
    /// Its lower end.
    pub min: f64,
    /// Its upper end.
    pub max: f64,
}

/// A domain, a subscale, or a rung of a ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RubricGroup {
    /// Unique among groups.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Text>,
    /// Points of this rung; ladders only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Its questions.
    pub items: Vec<RubricItem>,
}

/// A question, a criterion, a condition or a field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RubricItem {
    /// Unique in the rubric.
    pub id: Id,
    /// A short name.
    pub title: Text,
    /// The question itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<Text>,
    /// Its own levels, from the least to the most; the rubric's where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Whether agreeing counts against.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reversed: bool,
    /// How much it counts in a mean.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// What must be shown for the answer to count; ladders ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// Its place in a matrix: a value for each dimension.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cell: BTreeMap<String, String>,
    /// What is counted, and among what; ratios only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioItem>,
    /// Whether several levels may be chosen; records only.
    #[serde(default, skip_serializing_if = "is_false")]
    pub several: bool,
}

/// What a ratio counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RatioItem {
    /// What is counted.
    pub numerator: Text,
    /// Among what.
    pub denominator: Text,
    /// Whether what is counted is a part of what it is counted among, so that the ratio is a
    /// proportion from 0 to 1.
    #[serde(default = "yes")]
    pub part: bool,
    /// Whether it is set against the same ratio in a reference population: 1 is a fair share.
    #[serde(default, skip_serializing_if = "is_false")]
    pub reference: bool,
}

/// A level of an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// Unique among the levels of its item.
    pub id: Id,
    /// In words.
    pub title: Text,
    /// What it is worth; a level without points has none, such as a mixed valence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Whether the points are recalled, not read in a publication.
    #[serde(default, skip_serializing_if = "is_false")]
    pub recalled: bool,
}

/// A range of the total, from `min` up to but without `max`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Band {
    /// Unique among bands.
    pub id: Id,
    /// What it means.
    pub title: Text,
    /// From here, included; from below where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Up to here, not included; without end where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Whether the ends are recalled, not read in a publication.
    #[serde(default, skip_serializing_if = "is_false")]
    pub recalled: bool,
}

/// A dimension of a matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dimension {
    /// Unique among dimensions.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// Its values, in order.
    pub values: Vec<DimensionValue>,
}

/// A value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DimensionValue {
    /// Unique in its dimension.
    pub id: Id,
    /// What it is called.
    pub title: Text,
}

/// Somebody's answers to a rubric about a subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assessment {
    /// The rubric's id.
    pub rubric: Id,
    /// The rubric's version.
    pub version: String,
    /// What is assessed: an innovation, a project, a space.
    pub subject: Id,
    /// Who assessed it, a pseudonymous id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessor: Option<Id>,
    /// In which role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// When, as RFC 3339 has it: a date, or a date and a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Answers by item. An item that is absent or null is missing.
    pub answers: BTreeMap<String, Answer>,
    /// What was shown for an answer, by item.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: BTreeMap<String, String>,
}

/// An answer to an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Answer {
    /// No answer.
    Missing(()),
    /// The points of a level, where only one level has them; a number in a record.
    Number(f64),
    /// The id of a level, or `notApplicable`; text in a record.
    Level(String),
    /// Several levels; records only.
    Levels(Vec<String>),
    /// Counts.
    Ratio(Ratio),
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnswerVisitor;
        impl<'de> Visitor<'de> for AnswerVisitor {
            type Value = Answer;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a level, a number, a list of levels, counts or null")
            }
            fn visit_unit<E: de::Error>(self) -> Result<Answer, E> {
                Ok(Answer::Missing(()))
            }
            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Answer, E> {
                Ok(Answer::Number(number))
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Answer, E> {
                Ok(Answer::Number(number as f64))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Answer, E> {
                Ok(Answer::Number(number as f64))
            }
            fn visit_str<E: de::Error>(self, level: &str) -> Result<Answer, E> {
                Ok(Answer::Level(level.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, levels: A) -> Result<Answer, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(levels)).map(Answer::Levels)
            }
            fn visit_map<A: MapAccess<'de>>(self, counts: A) -> Result<Answer, A::Error> {
                Ratio::deserialize(de::value::MapAccessDeserializer::new(counts)).map(Answer::Ratio)
            }
        }
        deserializer.deserialize_any(AnswerVisitor)
    }
}

/// A count among a count.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ratio {
    /// What was counted.
    pub numerator: f64,
    /// Among how many.
    pub denominator: f64,
    /// The same counts in the reference population: `[numerator, denominator]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<[f64; 2]>,
}

fn format() -> String {
    FORMAT.to_owned()
}

fn one() -> f64 {
    1.0
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_false(value: &bool) -> bool {
    !value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_one(value: &f64) -> bool {
    *value == 1.0
}
