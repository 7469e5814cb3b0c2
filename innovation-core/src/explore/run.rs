//! Plays a range of replicates of a model.

use super::creative::CreativeSpaceParameters;
use super::diversity::DiversityParameters;
use super::landscape::LandscapeParameters;
use super::march::{MarchParameters, MarchVariant};
use super::record::{Model, Record};
use super::search::SearchParameters;
use super::subgroups::SubgroupsParameters;
use super::summary::{Provenance, ReplicateRange, Summary, Tally};
use crate::canonical;
use crate::contract::read_value;
use crate::error::{Code, Error, Result};
use crate::people::Seed;
use crate::watch::{Progress, Unwatched, Watch};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// A model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ModelName {
    /// People learn from a code, and the code from people (March 1991).
    March,
    /// Semi-isolated subgroups (Fang, Lee and Schilling 2010).
    Subgroups,
    /// Adaptation on rugged landscapes (Levinthal 1997).
    Landscape,
    /// Parallel search on a network (Lazer and Friedman 2007).
    Search,
    /// Diversity and ability (Hong and Page 2004).
    Diversity,
    /// Silos, the forces that hold them, and a protected space: our own model.
    CreativeSpace,
}

impl ModelName {
    /// Every model.
    pub const ALL: &[Self] = &[
        Self::March,
        Self::Subgroups,
        Self::Landscape,
        Self::Search,
        Self::Diversity,
        Self::CreativeSpace,
    ];
}

/// Asks for replicates of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunRequest {
    /// The model.
    pub model: ModelName,
    /// The reading of the paper, for `march` and for a `creativeSpace` with a code;
    /// `originalCode` unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<MarchVariant>,
    /// The model's parameters by name, as `explore.models` lists them; those left out keep
    /// their default.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "AnyParameters"))]
    pub parameters: Map<String, Value>,
    /// Which replicates.
    pub replicates: ReplicateRange,
    /// The seed: with it and its number, a replicate is the same everywhere.
    pub seed: Seed,
}

/// The parameters of a model.
#[cfg(feature = "schema")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum AnyParameters {
    /// Of `march`.
    March(MarchParameters),
    /// Of `subgroups`.
    Subgroups(SubgroupsParameters),
    /// Of `landscape`.
    Landscape(LandscapeParameters),
    /// Of `search`.
    Search(SearchParameters),
    /// Of `diversity`.
    Diversity(DiversityParameters),
    /// Of `creativeSpace`.
    CreativeSpace(CreativeSpaceParameters),
}

/// Plays replicates of a model.
///
/// Outcomes are added up exactly, so that any cut of a range into parts, merged in any order,
/// gives the bytes of the range in one piece. Rows of a sweep that share a seed share their
/// random numbers.
///
/// # Errors
///
/// `contract.invalid-value` where the range is empty or the seed too large, and for a variant
/// of a model that has none; `contract.unknown-field` for a parameter the model does not know;
/// `explore.invalid-parameter` for one out of range.
///
/// # Example
///
/// ```
/// use innovation_core::explore::{RunRequest, run};
/// let request: RunRequest = serde_json::from_str(r#"{
///     "model": "march", "parameters": {"p1": 0.1, "p2": 0.5},
///     "replicates": {"from": 0, "to": 20}, "seed": 1
/// }"#)?;
/// let summary = run(&request)?;
/// assert_eq!(summary.outcomes[0].name, "codeKnowledge");
/// assert_eq!(summary.outcomes[0].values.count, 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run(request: &RunRequest) -> Result<Summary> {
    run_watched(request, &mut Unwatched)
}

/// [`run`] under a [`Watch`]: stopped, it returns what it played so far, one replicate at
/// least; `replicates.to` then says where to go on.
///
/// # Errors
///
/// As [`run`].
pub fn run_watched(request: &RunRequest, watch: &mut dyn Watch) -> Result<Summary> {
    let ReplicateRange { from, to } = request.replicates;
    if from >= to {
        return Err(Error::new(Code::ContractInvalidValue, "there is no replicate to play")
            .at("/replicates")
            .hint("to is the replicate after the last, above from"));
    }
    let (mut model, provenance) = request.prepare()?;
    let (mut tally, mut record) = (Tally::new(model.outcomes()), Record::default());
    let mut next = from;
    while next < to {
        model.play(request.seed.number(), next, &mut record);
        tally.add(&record);
        next += 1;
        let (done, total) = (u64::from(next - from), u64::from(to - from));
        if next < to && !watch.proceed(&Progress::new(done, Some(total), None)) {
            break;
        }
    }
    Ok(tally.finish(provenance, ReplicateRange { from, to: next }))
}

impl RunRequest {
    /// The model with its parameters checked, and what its summary is of.
    fn prepare(&self) -> Result<(Box<dyn Model>, Provenance)> {
        const AT: &str = "/parameters";
        let parameters = Value::Object(self.parameters.clone());
        let reads = matches!(self.model, ModelName::March | ModelName::CreativeSpace);
        if self.variant.is_some() && !reads {
            return Err(
                Error::new(Code::ContractInvalidValue, "this model has no variants").at("/variant")
            );
        }
        let reading = self.variant.unwrap_or_default();
        let variant = reads.then_some(reading);
        let (model, full): (Box<dyn Model>, Value) = match self.model {
            ModelName::March => {
                let parameters: MarchParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(reading, AT)?), filled(&parameters)?)
            }
            ModelName::Subgroups => {
                let parameters: SubgroupsParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(AT)?), filled(&parameters)?)
            }
            ModelName::Landscape => {
                let parameters: LandscapeParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(AT)?), filled(&parameters)?)
            }
            ModelName::Search => {
                let parameters: SearchParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(AT)?), filled(&parameters)?)
            }
            ModelName::Diversity => {
                let parameters: DiversityParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(AT)?), filled(&parameters)?)
            }
            ModelName::CreativeSpace => {
                let parameters: CreativeSpaceParameters = read_value(&parameters, AT)?;
                (Box::new(parameters.check(reading, AT)?), filled(&parameters)?)
            }
        };
        let specification = json!({"model": self.model, "variant": variant, "parameters": full});
        let provenance = Provenance {
            model: name(&self.model),
            variant: variant.as_ref().map(name),
            specification: canonical::fingerprint_of(&specification),
            seed: self.seed.number(),
        };
        Ok((model, provenance))
    }
}

/// The parameters with every default written out.
fn filled<T: Serialize>(parameters: &T) -> Result<Value> {
    serde_json::to_value(parameters)
        .map_err(|error| Error::new(Code::ContractInternal, error.to_string()))
}

/// The word of a variant in JSON.
fn name<T: Serialize>(word: &T) -> String {
    serde_json::to_value(word)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}
