//! The built-in rubrics, and the choice between them and a user's own.

use super::check::Instrument;
use super::document::Rubric;
use super::wording::Wording;
use crate::error::{Code, Error, Result};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Asks for rubrics.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RubricsRequest {
    /// Rubrics to look through and to check. Default: the built-in ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rubrics: Option<Vec<Rubric>>,
    /// Language of the texts (BCP 47); all languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Ids of the rubrics wanted; all of them where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
}

/// Rubrics that hold together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rubrics {
    /// In the order asked for; the built-in ones in the order of their ids.
    pub rubrics: Vec<Rubric>,
}

/// A rubric by its id among the built-in ones, or a whole one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum RubricChoice {
    /// The id of a built-in rubric.
    BuiltIn(String),
    /// A rubric of the user's own.
    Own(Box<Rubric>),
}

impl<'de> Deserialize<'de> for RubricChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        struct ChoiceVisitor;
        impl<'de> Visitor<'de> for ChoiceVisitor {
            type Value = RubricChoice;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the id of a built-in rubric, or a rubric")
            }
            fn visit_str<E: de::Error>(self, id: &str) -> std::result::Result<RubricChoice, E> {
                Ok(RubricChoice::BuiltIn(id.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(
                self,
                map: A,
            ) -> std::result::Result<RubricChoice, A::Error> {
                let rubric = Rubric::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(RubricChoice::Own(Box::new(rubric)))
            }
        }
        deserializer.deserialize_any(ChoiceVisitor)
    }
}

impl RubricChoice {
    /// The rubric, in other words where they are given.
    pub(crate) fn rubric(&self, wording: Option<&Wording>) -> Result<Rubric> {
        let rubric = match self {
            Self::Own(rubric) => (**rubric).clone(),
            Self::BuiltIn(id) => find(built_in("/rubric")?, id, "/rubric")?,
        };
        wording.map_or(Ok(rubric.clone()), |wording| wording.put_on(rubric))
    }
}

/// Gives the built-in rubrics, or the user's own, checked.
///
/// The built-in ones are in our own wording throughout, not validated, each with what it follows
/// and which of its numbers are recalled.
///
/// # Errors
///
/// `evaluate.invalid-rubric`; `evaluate.unknown-rubric`; `evaluate.no-rubrics` where this build
/// holds none and the request neither.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{RubricsRequest, rubrics};
/// let request = RubricsRequest { ids: vec!["re-aim".into()], ..RubricsRequest::default() };
/// let found = rubrics(&request)?;
/// assert!(!found.rubrics[0].validated);
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn rubrics(request: &RubricsRequest) -> Result<Rubrics> {
    let mut found = match &request.rubrics {
        Some(own) => own.clone(),
        None => built_in("/rubrics")?,
    };
    for (at, rubric) in found.iter().enumerate() {
        Instrument::of(rubric).map_err(|error| {
            let below = error.path().trim_start_matches("/rubric").to_owned();
            error.at(format!("/rubrics/{at}{below}"))
        })?;
    }
    if !request.ids.is_empty() {
        let wanted = request.ids.iter().enumerate();
        let one = |(at, id): (usize, &String)| find(found.clone(), id, &format!("/ids/{at}"));
        found = wanted.map(one).collect::<Result<_>>()?;
    }
    if let Some(locale) = &request.locale {
        found = found.into_iter().map(|rubric| rubric.into_locale(locale)).collect();
    }
    Ok(Rubrics { rubrics: found })
}

fn find(all: Vec<Rubric>, id: &str, path: &str) -> Result<Rubric> {
    let names: Vec<String> = all.iter().map(|rubric| rubric.id.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hint = crate::contract::nearest(id, &names)
        .unwrap_or_else(|| "evaluate.rubrics lists them".to_owned());
    all.into_iter().find(|rubric| rubric.id.as_str() == id).ok_or_else(|| {
        let message = format!("there is no rubric {id:?}");
        Error::new(Code::EvaluateUnknownRubric, message).at(path).hint(hint)
    })
}

#[cfg(feature = "rubrics")]
fn built_in(_: &str) -> Result<Vec<Rubric>> {
    let rubric = |text: &&str| {
        serde_json::from_str(text)
            .map_err(|error| Error::new(Code::ContractInternal, format!("a rubric: {error}")))
    };
    super::files::FILES.iter().map(rubric).collect()
}

#[cfg(not(feature = "rubrics"))]
fn built_in(path: &str) -> Result<Vec<Rubric>> {
    Err(Error::new(Code::EvaluateNoRubrics, "this build holds no rubrics").at(path).hint(
        "give the rubric itself, or build with the feature `rubrics`; the npm package has \
         innovation-core/rubrics/en and innovation-core/rubrics/fr",
    ))
}

#[cfg(all(test, feature = "rubrics"))]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rubric_is_whole_bilingual_and_owns_up_to_its_words() {
        let mut ids = BTreeSet::new();
        for mut rubric in built_in("").unwrap() {
            let id = rubric.id.clone();
            assert!(ids.insert(id.clone()), "{id} stands twice");
            Instrument::of(&rubric).unwrap_or_else(|error| panic!("{id}: {error}"));
            assert!(!rubric.validated, "{id}");
            let note = rubric.note.clone().unwrap();
            assert!(note.for_locale("en").contains("Own wording, not validated"), "{id}");
            rubric.each_text(&mut |key, text| {
                assert!(text.languages().eq(["en", "fr"]), "{id}: {key}");
                for language in ["en", "fr"] {
                    let words = text.for_locale(language);
                    assert!(!words.trim().is_empty(), "{id}: {key} in {language}");
                    assert!(words.chars().count() <= 900, "{id}: {key} in {language} is long");
                }
            });
        }
        assert!(ids.len() >= 16, "{}", ids.len());
    }
}
