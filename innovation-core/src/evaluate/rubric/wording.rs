//! Words that replace a rubric's own: those of the published instrument, or of a house.

use super::document::Rubric;
use crate::error::{Code, Error, Result};
use crate::evaluate::under;
use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of a wording.
pub const WORDING_FORMAT: &str = "innovation/wording@1";

/// Texts that replace those of a rubric; structure and points stay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wording {
    /// `innovation/wording@1`.
    #[serde(default = "format")]
    pub format: String,
    /// The rubric's id.
    pub rubric: Id,
    /// The rubric's version.
    pub version: String,
    /// Texts by key, as [`Rubric::each_text`] names them: `item.ID.prompt` and so on.
    pub texts: BTreeMap<String, Text>,
    /// Whether the instrument was validated in these words.
    #[serde(default)]
    pub validated: bool,
    /// Whose words they are; replaces the rubric's citation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
    /// Licence of the words; replaces the rubric's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What a reader must know; replaces the rubric's note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

fn format() -> String {
    WORDING_FORMAT.to_owned()
}

impl Wording {
    /// The rubric in these words; what they do not name keeps its own.
    ///
    /// # Errors
    ///
    /// `evaluate.version-mismatch` where they belong to another rubric or version,
    /// `evaluate.invalid-rubric` where a key names no text.
    pub fn put_on(&self, mut rubric: Rubric) -> Result<Rubric> {
        if self.format != WORDING_FORMAT {
            let message = format!("the format {:?} is not {WORDING_FORMAT}", self.format);
            return Err(Error::new(Code::EvaluateInvalidRubric, message).at("/wording/format"));
        }
        let whose = [
            ("/wording/rubric", self.rubric.as_str(), rubric.id.as_str()),
            ("/wording/version", self.version.as_str(), rubric.version.as_str()),
        ];
        for (path, named, there) in whose {
            if named != there {
                let message = format!("the words are for {named}, the rubric is {there}");
                return Err(Error::new(Code::EvaluateVersionMismatch, message).at(path));
            }
        }
        let mut left: BTreeMap<&str, &Text> =
            self.texts.iter().map(|(key, text)| (key.as_str(), text)).collect();
        rubric.each_text(&mut |key, text| {
            if let Some(words) = left.remove(key) {
                *text = words.clone();
            }
        });
        if let Some((key, _)) = left.pop_first() {
            let message = format!("the rubric has no text {key:?}");
            return Err(Error::new(Code::EvaluateInvalidRubric, message)
                .at(under("/wording/texts", key))
                .hint("keys look like item.ID, item.ID.prompt, item.ID.level.ID, group.ID"));
        }
        rubric.validated = self.validated;
        rubric.citation = self.citation.clone().unwrap_or(rubric.citation);
        rubric.licence = self.licence.clone().or(rubric.licence);
        rubric.note = self.note.clone().or(rubric.note);
        Ok(rubric)
    }
}
