//! Which models there are, and what each leaves out.

use super::{ModelDescription, creative, diversity, landscape, march, search, subgroups};
use crate::error::Result;
use serde::{Deserialize, Serialize};

/// Asks for the models.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModelsRequest {}

/// The models.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Models {
    /// Each with its parameters, defaults, ranges, citation and what it leaves out.
    pub models: Vec<ModelDescription>,
}

/// Every model of [`run`](super::run()): parameters, defaults, ranges, variants, citation, and
/// what it leaves out.
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use innovation_core::explore::{ModelsRequest, models};
/// let answer = models(&ModelsRequest {})?;
/// let march = answer.models.iter().find(|model| model.model == "march").unwrap();
/// assert_eq!(march.variants[0].name, "originalCode");
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn models(_: &ModelsRequest) -> Result<Models> {
    let models = vec![
        march::describe(),
        subgroups::describe(),
        landscape::describe(),
        search::describe(),
        diversity::describe(),
        creative::describe(),
    ];
    Ok(Models { models })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::{
        CreativeSpaceParameters, DiversityParameters, LandscapeParameters, MarchParameters,
        ModelName, RunRequest, SearchParameters, SubgroupsParameters, run,
    };
    use serde_json::{Map, Value, json, to_value};

    fn described() -> Vec<ModelDescription> {
        models(&ModelsRequest {}).unwrap().models
    }

    /// Asks for one replicate of a model, with some parameters.
    fn asked(model: &ModelDescription, parameters: Value) -> RunRequest {
        serde_json::from_value(json!({
            "model": model.model, "parameters": parameters,
            "replicates": {"from": 0, "to": 1}, "seed": 1
        }))
        .unwrap()
    }

    #[test]
    fn every_name_is_described_once_and_plays_what_it_describes() {
        let described = described();
        assert_eq!(described.len(), ModelName::ALL.len());
        for (name, model) in ModelName::ALL.iter().zip(&described) {
            assert_eq!(json!(name), json!(model.model));
            let whole = match name {
                ModelName::Landscape => json!({"optima": true}),
                ModelName::Search => json!({"score": true}),
                ModelName::CreativeSpace => json!({"code": true}),
                _ => json!({}),
            };
            let summary = run(&asked(model, whole)).unwrap();
            let played: Vec<&str> = summary.outcomes.iter().map(|of| of.name.as_str()).collect();
            let known: Vec<&str> = model.outcomes.iter().map(|outcome| outcome.name).collect();
            assert_eq!(played, known);
            assert!(!model.leaves_out.is_empty());
        }
    }

    #[test]
    fn parameters_and_defaults_are_those_of_the_request() {
        let requests = [
            to_value(MarchParameters::default()),
            to_value(SubgroupsParameters::default()),
            to_value(LandscapeParameters::default()),
            to_value(SearchParameters::default()),
            to_value(DiversityParameters::default()),
            to_value(CreativeSpaceParameters::default()),
        ];
        for (request, model) in requests.into_iter().zip(described()) {
            let defaults = model.parameters.into_iter().filter(|one| !one.default.is_null());
            let defaults: Map<String, Value> =
                defaults.map(|one| (one.name.to_owned(), one.default)).collect();
            let mut request = request.unwrap();
            request.as_object_mut().unwrap().retain(|_, value| !value.is_null());
            assert_eq!(request, Value::Object(defaults), "{}", model.model);
        }
    }

    #[test]
    fn defaults_play_and_what_lies_outside_a_range_is_refused_with_its_place() {
        for model in described() {
            let defaults: Map<String, Value> = model
                .parameters
                .iter()
                .filter(|parameter| !parameter.default.is_null())
                .map(|parameter| (parameter.name.to_owned(), parameter.default.clone()))
                .collect();
            assert_eq!(
                run(&asked(&model, json!(defaults))),
                run(&asked(&model, json!({}))),
                "{}",
                model.model
            );
            for parameter in &model.parameters {
                for limit in [parameter.least.map(|x| x - 1.0), parameter.most.map(|x| x + 1.0)] {
                    let Some(limit) = limit else { continue };
                    // Whole numbers are written as such, so that counts can be read.
                    let value =
                        if limit.fract() == 0.0 { json!(limit as i64) } else { json!(limit) };
                    let error = run(&asked(&model, json!({parameter.name: value}))).unwrap_err();
                    assert_eq!(error.path(), format!("/parameters/{}", parameter.name));
                }
            }
        }
    }
}
