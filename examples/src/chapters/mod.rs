//! The chapters of the main job, and what they hand on.

pub(crate) mod evaluation;
pub(crate) mod exploration;
pub(crate) mod people;
pub(crate) mod programme;
pub(crate) mod protection;
pub(crate) mod reasons;
pub(crate) mod report;
pub(crate) mod rotate;
pub(crate) mod select;
pub(crate) mod spread;
pub(crate) mod takeaway;

use crate::input::Input;
use crate::options::Options;
use crate::words::pick;
use innovation_core::equip::Plan;
use innovation_core::evaluate::Assessment;
use innovation_core::gather::{Rotation, Selection};
use innovation_core::people::Id;
use innovation_core::{Code, Error, Result, Text};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;

/// A chapter: reads what came before, prints what it found, adds to the story.
pub(crate) type Chapter = fn(&mut Story) -> Result<()>;

/// What is known so far.
pub(crate) struct Story {
    pub(crate) options: Options,
    pub(crate) input: Input,
    /// Number of the chapter that is being told.
    pub(crate) number: u32,
    pub(crate) selection: Option<Selection>,
    pub(crate) rotation: Option<Rotation>,
    pub(crate) plan: Option<Plan>,
    /// How the ideas were rated, by the rubric of what helps a change to last.
    pub(crate) assessments: Vec<Assessment>,
    /// Answers for the report, by its fields.
    pub(crate) results: Map<String, Value>,
    /// What ids are called in the report.
    pub(crate) names: BTreeMap<Id, Text>,
}

impl Story {
    /// The story before its first chapter.
    pub(crate) fn new(options: Options, input: Input) -> Self {
        Self {
            options,
            input,
            number: 0,
            selection: None,
            rotation: None,
            plan: None,
            assessments: Vec::new(),
            results: Map::new(),
            names: BTreeMap::new(),
        }
    }

    /// Keeps an answer for a field of the report.
    pub(crate) fn keep(&mut self, field: &str, answer: impl Serialize) -> Result<()> {
        let answer = serde_json::to_value(answer).map_err(|error| {
            Error::new(Code::ContractInternal, format!("{field} cannot be kept: {error}"))
        })?;
        self.results.insert(field.to_owned(), answer);
        Ok(())
    }

    /// English or French, as the user asked.
    pub(crate) fn say<'a>(&self, english: &'a str, french: &'a str) -> &'a str {
        pick(&self.options.locale, english, french)
    }

    /// The same, to keep.
    pub(crate) fn phrase(&self, english: &str, french: &str) -> String {
        self.say(english, french).to_owned()
    }

    /// The title, and whether the data is made up.
    pub(crate) fn title(&self) {
        println!(
            "{}",
            self.say("A creative space for a territory", "Un espace créatif pour un territoire")
        );
        if self.input.synthetic {
            let note = self.say(
                "Synthetic data: nobody in it exists.",
                "Données synthétiques : personne n’y existe réellement.",
            );
            println!("{note}");
        }
    }

    /// Writes a page into the folder that the user named, and says where it is.
    pub(crate) fn write(&self, name: &str, page: &str) -> Result<()> {
        let path = self.options.out.join(name);
        let written = fs::create_dir_all(&self.options.out).and_then(|()| fs::write(&path, page));
        written.map_err(|error| {
            let message = format!("{} cannot be written: {error}", path.display());
            Error::new(Code::ContractInvalidValue, message)
        })?;
        self.line(&format!("{} {}", self.say("written to", "écrite dans"), path.display()));
        Ok(())
    }

    /// The heading of a chapter.
    pub(crate) fn heading(&self, english: &str, french: &str) {
        println!("\n{}  {}", self.number, self.say(english, french));
    }

    /// A line of a chapter.
    pub(crate) fn line(&self, text: &str) {
        println!("   {text}");
    }
}

/// A request from its fields as JSON.
pub(crate) fn asked<T: DeserializeOwned>(fields: Value) -> Result<T> {
    serde_json::from_value(fields).map_err(|error| {
        Error::new(Code::ContractInternal, format!("this cannot be asked: {error}"))
    })
}
