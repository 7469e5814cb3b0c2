//! The document of a card: a method or a concept that a group can run from its text.

use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format of a card.
pub const FORMAT: &str = "innovation/card@1";

/// A card of a deck.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Card {
    /// `innovation/card@1`.
    #[serde(default = "format")]
    pub format: String,
    /// Stable, kebab-case; one card of a deck has it.
    pub id: Id,
    /// Version of the text, as in semantic versioning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// How far it has been tried.
    #[serde(default)]
    pub status: Status,
    /// What kind of card it is.
    pub kind: Kind,
    /// What it is called.
    pub title: Text,
    /// What it is good for, in a sentence or two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Text>,
    /// The phases it serves, the first above all; all phases where empty.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// Whether it opens, widens, narrows or closes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arc: Option<Arc>,
    /// How many people it takes.
    pub group: GroupSize,
    /// Minutes before, during and after.
    pub minutes: Minutes,
    /// What happens, step by step.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Outcomes that must be in hand.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Outcomes that it brings.
    #[serde(default)]
    pub yields: Vec<String>,
    /// Roles or families of roles that must be there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// What must lie ready.
    #[serde(default)]
    pub materials: Vec<Material>,
    /// Where it works.
    #[serde(default = "on_site")]
    pub modes: Vec<Mode>,
    /// How hard it is.
    #[serde(default)]
    pub difficulty: Difficulty,
    /// How freely the group must be able to speak.
    #[serde(default)]
    pub safety_demand: Degree,
    /// 1 is calm, 3 is lively.
    #[serde(default = "two")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 3)))]
    pub energy: u8,
    /// What it asks of patients and carers.
    #[serde(default)]
    pub patient_burden: Degree,
    /// Where it shines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_for: Option<Text>,
    /// Where it fails or harms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_for: Option<Text>,
    /// What to heed among patients, carers and staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_considerations: Option<Text>,
    /// The subjects of these considerations.
    #[serde(default)]
    pub concerns: Vec<Concern>,
    /// Cards that go well before or after.
    #[serde(default)]
    pub pairs_with: Vec<Id>,
    /// Where the method or idea comes from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Licence of the text, as an SPDX expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// For each language but the first written one, by JSON Pointer, the mark of the English
    /// text that was translated; see [`super::stamp`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translated: BTreeMap<String, BTreeMap<String, String>>,
    /// Anything a host wants to keep with the card.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: BTreeMap<String, serde_json::Value>,
}

/// How far a card has been tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Written, not yet tried with this text.
    #[default]
    Draft,
    /// Tried with this text.
    Tested,
    /// Tried often; changes little.
    Stable,
}

/// What kind of card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Something to do.
    Method,
    /// An idea to think with.
    Concept,
    /// Starts a session.
    Opening,
    /// Ends a session.
    Closing,
    /// A pause.
    Break,
}

/// A phase of an innovation's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Say what it is about and for whom.
    Frame,
    /// See what is so.
    Understand,
    /// See what could be.
    Imagine,
    /// Make it tangible.
    Prototype,
    /// See what it is worth.
    Evaluate,
    /// Make it last.
    Perpetuate,
    /// Bring it elsewhere.
    Spread,
}

impl Phase {
    /// All seven, in their order.
    pub const ALL: [Self; 7] = [
        Self::Frame,
        Self::Understand,
        Self::Imagine,
        Self::Prototype,
        Self::Evaluate,
        Self::Perpetuate,
        Self::Spread,
    ];
}

/// Where a card stands in the breathing of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Arc {
    /// Brings people in.
    Open,
    /// Widens.
    Diverge,
    /// Narrows.
    Converge,
    /// Brings to an end.
    Close,
}

/// How many people a card takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GroupSize {
    /// Fewest.
    pub min: u32,
    /// Most; any number where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
}

impl GroupSize {
    /// Whether so many people can run the card.
    pub(crate) fn takes(self, people: u32) -> bool {
        self.min <= people && self.max.is_none_or(|max| people <= max)
    }
}

/// Minutes before, during and after a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Minutes {
    /// The facilitator alone, before the session.
    #[serde(default)]
    pub prepare: u32,
    /// With the group.
    pub run: Span,
    /// With the group, to look back at it.
    #[serde(default)]
    pub debrief: u32,
}

/// From so many minutes to so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Span {
    /// At least.
    pub min: u32,
    /// At most.
    pub max: u32,
}

/// A step of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Stage {
    /// What it is called.
    pub title: Text,
    /// How long it takes when the card takes its typical time.
    pub minutes: u32,
    /// Who works with whom.
    pub grouping: Grouping,
    /// What to say and do.
    pub instruction: Text,
}

/// Who works with whom in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Grouping {
    /// Each alone.
    Alone,
    /// In pairs.
    Pairs,
    /// In small groups.
    Small,
    /// All together.
    Whole,
}

/// What must lie ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Material {
    /// What it is.
    pub name: Text,
    /// For whom it is counted.
    pub per: Per,
    /// How many.
    pub count: u32,
}

/// For whom a material is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Per {
    /// For each person.
    Person,
    /// For each table of six.
    Table,
    /// For the room.
    Room,
}

/// Where a session takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// In one room.
    OnSite,
    /// Each at their screen.
    Remote,
    /// Some in the room, some at a screen.
    Hybrid,
}

/// How hard a card is, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Difficulty {
    /// For who facilitates.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub facilitator: u8,
    /// For who takes part.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub participant: u8,
}

impl Default for Difficulty {
    fn default() -> Self {
        Self { facilitator: 2, participant: 2 }
    }
}

/// Little, some, much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Degree {
    /// Little.
    #[default]
    Low,
    /// Some.
    Medium,
    /// Much.
    High,
}

/// A subject of health considerations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Concern {
    /// People must agree, and may withdraw.
    Consent,
    /// What is said may concern people who can be recognised.
    Confidentiality,
    /// Someone may need protection.
    Safeguarding,
    /// Hands, objects and places may carry infection.
    InfectionControl,
    /// An ethics committee may have to see it first.
    EthicsReview,
    /// Pictures, films or sound of people.
    Images,
    /// Care itself could be disturbed.
    ClinicalRisk,
    /// It tires.
    Fatigue,
    /// Some there have power over others.
    Power,
}

/// Where a method or an idea comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Source {
    /// Authors, title, place and year.
    pub title: String,
    /// Address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Digital object identifier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
}

impl Card {
    /// Every text with its place in the card, in the order of the card.
    pub(crate) fn texts(&self) -> Vec<(String, &Text)> {
        let mut texts = vec![("/title".to_owned(), &self.title)];
        texts.extend(self.purpose.iter().map(|text| ("/purpose".to_owned(), text)));
        for (at, stage) in self.stages.iter().enumerate() {
            texts.push((format!("/stages/{at}/title"), &stage.title));
            texts.push((format!("/stages/{at}/instruction"), &stage.instruction));
        }
        let materials = self.materials.iter().enumerate();
        texts.extend(materials.map(|(at, item)| (format!("/materials/{at}/name"), &item.name)));
        let ends = [
            ("/bestFor", &self.best_for),
            ("/notFor", &self.not_for),
            ("/healthConsiderations", &self.health_considerations),
        ];
        for (path, text) in ends {
            texts.extend(text.iter().map(|text| (path.to_owned(), text)));
        }
        texts
    }

    /// The same card with texts in one language only.
    pub(crate) fn in_locale(&self, locale: &str) -> Self {
        let one = |text: &Text| Text::from(text.for_locale(locale));
        let maybe = |text: &Option<Text>| text.as_ref().map(one);
        let stage = |stage: &Stage| Stage {
            title: one(&stage.title),
            instruction: one(&stage.instruction),
            ..*stage
        };
        let material = |item: &Material| Material { name: one(&item.name), ..*item };
        Self {
            title: one(&self.title),
            purpose: maybe(&self.purpose),
            stages: self.stages.iter().map(stage).collect(),
            materials: self.materials.iter().map(material).collect(),
            best_for: maybe(&self.best_for),
            not_for: maybe(&self.not_for),
            health_considerations: maybe(&self.health_considerations),
            translated: BTreeMap::new(),
            ..self.clone()
        }
    }

    /// Fewest minutes with the group.
    pub(crate) fn shortest(&self) -> u32 {
        self.minutes.run.min.saturating_add(self.minutes.debrief)
    }

    /// Most minutes with the group.
    pub(crate) fn longest(&self) -> u32 {
        self.minutes.run.max.max(self.minutes.run.min).saturating_add(self.minutes.debrief)
    }
}

impl Material {
    /// How many a group needs.
    pub(crate) fn needed(&self, people: u32) -> u32 {
        let times = match self.per {
            Per::Person => people,
            Per::Table => people.div_ceil(6).max(1),
            Per::Room => 1,
        };
        self.count.saturating_mul(times)
    }
}

fn format() -> String {
    FORMAT.to_owned()
}

fn on_site() -> Vec<Mode> {
    vec![Mode::OnSite]
}

fn two() -> u8 {
    2
}
