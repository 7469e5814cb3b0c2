//! What is asked for, and what comes back.

use crate::equip::{Card, Item, Session};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for a calendar of a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarRequest {
    /// The programme, as `equip.plan` answers it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<CalendarProgramme>,
    /// The sessions of the programme, as `equip.plan` was asked; needed where a session is to
    /// last longer than its blocks, or where `programme` has times without dates. A start may
    /// also be a moment, `2026-03-04T09:00:00+01:00`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sessions: Vec<Session>,
    /// The cards of the programme, for their phases, which become categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Card>,
    /// The zone of local times: `UTC`, `Europe/Paris`, `America/Toronto` or its alias
    /// `America/Montreal`.
    pub zone: String,
    /// Whether the calendar tells its times in UTC rather than with the rules of the zone.
    #[serde(default)]
    pub in_utc: bool,
    /// When the calendar is written, a moment of RFC 3339; the library has no clock.
    pub stamp: String,
    /// What makes the ids of events unique in the world, 1 to 200 characters without spaces:
    /// the id of the programme and a domain of the host, such as `p7@hospital.example`.
    pub uid_base: String,
    /// How often the calendar was changed before; a reader takes the events with the highest.
    #[serde(default)]
    pub sequence: u32,
    /// Language of the texts (BCP 47).
    pub locale: String,
    /// An event for each block, or for each session.
    #[serde(default)]
    pub each: CalendarEach,
    /// What the programme is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Where it takes place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Text>,
}

/// What becomes an event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CalendarEach {
    /// Each card and each fixed block.
    Block,
    /// Each session, with its blocks in the description.
    #[default]
    Session,
}

/// What a calendar takes from the answer of `equip.plan`; all else in it is passed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CalendarProgramme {
    /// What happens, session by session; at most 10,000.
    pub items: Vec<Item>,
}

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// The calendar, as iCalendar (RFC 5545); a file of it ends in `.ics`.
    pub text: String,
    /// Its events.
    pub events: u32,
    /// The zone whose rules it holds; absent where all times are in UTC.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}
