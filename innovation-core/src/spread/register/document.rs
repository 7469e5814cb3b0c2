//! What a register holds: the innovation, the sites, what was changed where.

use super::adaptation::Adaptation;
use super::stage::UseStage;
use crate::people::Id;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks what a register of sites and adaptations says at a moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RegisterRequest {
    /// What spreads, and what it must not lose.
    pub innovation: SpreadInnovation,
    /// The sites that were approached or came by themselves; at most 10,000.
    pub sites: Vec<Site>,
    /// What sites changed; at most 20,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adaptations: Vec<Adaptation>,
    /// The moment asked about, RFC 3339. A register holds what has happened: nothing in it lies
    /// later.
    pub at: String,
    /// After how many months from adoption a site is looked at, rising; 1 to 600 each, at most
    /// 20 of them. 3, 6, 12 and 24 unless told. Months are those of the calendar, in UTC.
    #[serde(default = "usual_months")]
    pub check_months: Vec<u32>,
    /// How many days a check may lie before or after the day it is due and still count for it;
    /// 0 to 365, 45 unless told.
    #[serde(default = "usual_window")]
    #[cfg_attr(feature = "schema", schemars(range(max = 365)))]
    pub window_days: u32,
    /// How many settings were approached, those without an entry in `sites` included; not fewer
    /// than `sites`. Without it, all of `sites`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub asked: Option<u64>,
}

fn usual_months() -> Vec<u32> {
    vec![3, 6, 12, 24]
}

fn usual_window() -> u32 {
    45
}

/// What spreads.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SpreadInnovation {
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What makes it work and must not be lost; at most 200 elements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub core: Vec<InnovationPart>,
    /// What each site may fit to itself; at most 200 elements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adaptable: Vec<InnovationPart>,
}

/// An element of an innovation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InnovationPart {
    /// Its id, unique among core and adaptable elements.
    pub id: Id,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Why it is core, or why it may change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
}

/// A setting: a ward, a practice, a home, a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Site {
    /// Its id, unique among sites.
    pub id: Id,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// How far it uses the innovation now.
    pub stage: UseStage,
    /// Since when, RFC 3339. A site without any date counts in what is counted now, and in
    /// nothing that asks for time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// How it came there, in order of time; the stage of now may be its last entry. A site that
    /// stopped says here what it stopped. At most 50 entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<SiteMove>,
    /// People there for whom the innovation is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub eligible: Option<u64>,
    /// Those among them who took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub reached: Option<u64>,
    /// The same by group: age, language, deprivation. At most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<SiteGroup>,
    /// Staff there, and those among them who do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<SiteStaff>,
    /// What kind of setting it is, by attribute: size, area, sector. At most 50.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// When it was looked at, and what was found; at most 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<SiteCheck>,
}

/// When a site reached a stage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteMove {
    /// The stage.
    pub stage: UseStage,
    /// When, RFC 3339.
    pub at: String,
    /// Why, in a few words that recur from site to site; it is counted for those who stopped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// People of one group at a site. Groups of one kind do not overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteGroup {
    /// What kind of group: `age`, `language`.
    pub by: String,
    /// The group: `75-and-over`.
    pub group: String,
    /// Those for whom the innovation is meant.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub eligible: u64,
    /// Those among them who took part.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub reached: u64,
}

/// Staff of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteStaff {
    /// Those whom it concerns.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub concerned: u64,
    /// Those among them who do it.
    #[cfg_attr(feature = "schema", schemars(range(max = 1_000_000_000)))]
    pub delivering: u64,
}

/// A look at a site after its adoption.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SiteCheck {
    /// When, RFC 3339.
    pub at: String,
    /// Whether the site still does it.
    pub kept: bool,
    /// How much of the core it does, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(range(min = 0.0, max = 1.0)))]
    pub fidelity: Option<f64>,
    /// Who looked: a function or a pseudonymous id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Id>,
    /// What was seen, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}
