//! What a model is to those who run it, and what one replicate leaves.
//!
//! A model knows nothing of summaries, and a summary nothing of models: between them stands
//! a [`Record`], one number for each outcome, and a [`ModelDescription`] for the reader.
//!
//! Invariant: a replicate is drawn from its own number alone, so that replicates may be
//! played anywhere, in any order.

use crate::text::Text;
use serde::Serialize;
use serde_json::Value;

/// An outcome: what a replicate is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outcome {
    /// Its name in JSON.
    pub name: &'static str,
    /// The least value it can take; not below −2²¹.
    pub least: f64,
    /// The largest value it can take, above `least`; not above 2²¹.
    pub most: f64,
    /// Whether it has a course: a value for each step.
    pub course: bool,
}

/// What one replicate leaves: a number for each outcome, and for outcomes with a course one
/// number for each step.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// One number for each outcome, in order.
    pub values: Vec<f64>,
    /// One course for each outcome, in order; empty where it has none.
    pub series: Vec<Vec<f64>>,
}

impl Record {
    /// Makes room for a replicate: no values, one empty course for each outcome. What was
    /// allocated is kept.
    pub(crate) fn clear(&mut self, outcomes: usize) {
        self.values.clear();
        self.series.resize_with(outcomes, Vec::new);
        self.series.iter_mut().for_each(Vec::clear);
    }
}

/// A model with its parameters checked; replicate r is the same whatever the others are.
pub(crate) trait Model {
    /// Its outcomes, in the order of the values of a record.
    fn outcomes(&self) -> &[Outcome];

    /// Plays one replicate and leaves its record, whatever the record held before.
    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record);
}

/// A model as the reader meets it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ModelDescription {
    /// Its name in requests.
    pub model: &'static str,
    /// What it is about.
    pub title: Text,
    /// Where it was published.
    pub citation: &'static str,
    /// Readings of the paper to choose from, the default first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<ModelVariant>,
    /// Its parameters.
    pub parameters: Vec<ModelParameter>,
    /// What a replicate is asked for.
    pub outcomes: Vec<ModelOutcome>,
    /// What it leaves out, and when not to believe it.
    pub leaves_out: Vec<Text>,
}

/// One reading of a paper that can be read in several ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ModelVariant {
    /// Its name in requests.
    pub name: &'static str,
    /// How it reads the paper.
    pub text: Text,
}

/// A parameter of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ModelParameter {
    /// Its name in requests.
    pub name: &'static str,
    /// What it says.
    pub text: Text,
    /// Its value where the request has none; null where it is then absent.
    pub default: Value,
    /// The least number it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<f64>,
    /// The largest number it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<f64>,
    /// The words it takes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<&'static str>,
}

impl ModelParameter {
    /// A parameter that is a number within a range.
    pub(crate) fn number(
        name: &'static str,
        default: impl Into<Value>,
        least: f64,
        most: f64,
        text: Text,
    ) -> Self {
        let (least, most) = (Some(least), Some(most));
        Self { name, text, default: default.into(), least, most, choices: Vec::new() }
    }

    /// A parameter that is one of some words; the default is the first.
    pub(crate) fn choice(name: &'static str, choices: &[&'static str], text: Text) -> Self {
        let default = choices.first().copied().into();
        Self { name, text, default, least: None, most: None, choices: choices.to_vec() }
    }
}

/// An outcome as the reader meets it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ModelOutcome {
    /// Its name in summaries.
    pub name: &'static str,
    /// What it measures, with its unit.
    pub text: Text,
}
