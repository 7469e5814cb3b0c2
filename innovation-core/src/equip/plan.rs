//! A programme: which cards, in which order, at what time.

use super::card::{Card, Degree, Grouping, Mode, Phase};
use super::model::Model;
use super::{conflict, deck, describe, search};
use crate::error::Result;
use crate::gather::{Effort, SearchDone};
use crate::people::{Id, Seed};
use crate::text::Text;
use crate::watch::{Relay, Unwatched, Watch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Asks for a programme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanRequest {
    /// Outcomes that the programme must bring.
    pub goal: Vec<String>,
    /// Outcomes already in hand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub have: Vec<String>,
    /// The sessions, one after the other.
    pub sessions: Vec<Session>,
    /// Who will be there.
    pub group: Group,
    /// Cards to choose from. Default: the built-in deck.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cards: Option<Vec<Card>>,
    /// What the group, the room and the facilitator bear.
    #[serde(default)]
    pub limits: PlanLimits,
    /// What is wished.
    #[serde(default)]
    pub wishes: Wishes,
    /// Cards that have taken place or stay where they are. What they bring is in hand, and only
    /// what comes after the last of them is planned: sessions before its session are over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lock: Vec<Placed>,
    /// Language of the texts of the answer (BCP 47); all languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Repeated in the answer; the search draws no random numbers.
    #[serde(default)]
    pub seed: Seed,
    /// How long to search: nodes of the tree, or milliseconds.
    #[serde(default)]
    pub effort: Effort,
}

/// A session: an unbroken stay in one room, but for its fixed blocks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Session {
    /// Local time it starts at, `2026-03-04T09:00` or `09:00`.
    pub start: String,
    /// How long it lasts.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1440)))]
    pub minutes: u32,
    /// Blocks that stand: lunch, a visit, a speech.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Fixed>,
    /// Whether an opening comes first and a closing last.
    #[serde(default = "yes")]
    pub framed: bool,
}

/// A block that stands; it rests the group as a break does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Fixed {
    /// Minutes from the start of the session.
    pub at: u32,
    /// How long it lasts.
    pub minutes: u32,
    /// What it is.
    pub title: Text,
}

/// Who will be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// How many people.
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub size: u32,
    /// Their roles, or families of roles; where absent, whoever a card asks for is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub roles: Option<Vec<String>>,
}

/// What the group, the room and the facilitator bear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlanLimits {
    /// The hardest card that the facilitator is at ease with, 1 to 5.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 5)))]
    pub facilitator: u8,
    /// What there is, by the name of a material in any of its languages; of what is not named
    /// there is enough.
    pub materials: BTreeMap<String, u32>,
    /// Where the sessions take place: every card works in each of these.
    pub modes: Vec<Mode>,
    /// Most lively cards (energy 3) in a row.
    pub energy_run: u32,
    /// Longest stretch without a break or a fixed block, in minutes, 1440 at most.
    #[cfg_attr(feature = "schema", schemars(range(max = 1440)))]
    pub max_without_break: u32,
    /// How freely the group can speak at the start. Each card that yields `trust` raises this
    /// by one degree, and so does each of medium demand.
    pub safety: Degree,
    /// Most that a session asks of patients and carers: a card of medium burden counts 1, of
    /// high burden 2.
    pub patient_burden: u32,
    /// Minutes between two cards, 1440 at most.
    #[cfg_attr(feature = "schema", schemars(range(max = 1440)))]
    pub transition: u32,
    /// Most cards in a session, breaks apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cards: Option<u32>,
}

impl Default for PlanLimits {
    fn default() -> Self {
        Self {
            facilitator: 5,
            materials: BTreeMap::new(),
            modes: vec![Mode::OnSite],
            energy_run: 2,
            max_without_break: 90,
            safety: Degree::Low,
            patient_burden: 3,
            transition: 5,
            cards: None,
        }
    }
}

/// What is wished.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Wishes {
    /// Cards that must be in.
    pub include: Vec<Id>,
    /// Cards that must not.
    pub exclude: Vec<Id>,
    /// Per cent of the time that cards of a phase should take; 100 at most in all.
    pub phase_share: BTreeMap<Phase, u32>,
}

/// A card at its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Placed {
    /// The session, counted from 0.
    pub session: u32,
    /// The card.
    pub card: Id,
    /// Minutes from the start of the session.
    pub start: u32,
    /// How long it takes, or took.
    pub minutes: u32,
}

/// A programme, and why it is so.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// What happens, session by session.
    pub items: Vec<Item>,
    /// What it is worth, in points.
    pub value: i64,
    /// What the points are for.
    pub parts: ValueParts,
    /// Whether it is proved that no programme within the limits is worth more.
    pub proved: bool,
    /// No programme within the limits is worth more than this.
    pub bound: i64,
    /// Why each card is in.
    pub because: Vec<PlanBecause>,
    /// Why each other card is not.
    pub rejected: Vec<Rejected>,
    /// What must lie ready, for the whole programme.
    pub materials: Vec<MaterialNeeded>,
    /// Minutes that the facilitator prepares.
    pub prepare: u32,
    /// The seed of the request.
    pub seed: Seed,
    /// What the search did.
    pub search: SearchDone,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// The session, counted from 0.
    pub session: u32,
    /// The card; absent for a fixed block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Id>,
    /// What it is called.
    pub title: Text,
    /// Minutes from the start of the session.
    pub start: u32,
    /// Local time it starts at, in the form of the session's start.
    pub at: String,
    /// How long it takes, debriefing included.
    pub minutes: u32,
    /// Its stages, with minutes stretched to the time it has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<ItemStage>,
    /// Minutes of these to look back at it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub debrief: u32,
    /// Whether the request fixed it.
    #[serde(default)]
    pub locked: bool,
}

/// A stage at its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemStage {
    /// What it is called.
    pub title: Text,
    /// How long it takes.
    pub minutes: u32,
    /// Who works with whom.
    pub grouping: Grouping,
}

/// The points of a programme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ValueParts {
    /// Fit to the goal: 100 for each outcome of the goal and 40 for each on the way to it,
    /// once; and 10 for each such outcome of each card.
    pub fit: i64,
    /// Participation: 0 to 30 for each card, by the share of its stages' minutes in which
    /// people work alone, in pairs or in small groups.
    pub participation: i64,
    /// Variety: 30 for each phase that is the first of a card that is in.
    pub variety: i64,
    /// Balance: 1 for each minute of a phase, at the shortest time of its cards, up to the
    /// share wished for.
    pub balance: i64,
}

/// Why a card is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlanBecause {
    /// The card.
    pub card: Id,
    /// The reasons.
    pub reasons: Vec<PlanReason>,
}

/// A reason for a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PlanReason {
    /// The request places it.
    Locked,
    /// The request wishes for it.
    Wished,
    /// A session opens with it.
    Opening,
    /// A session closes with it.
    Closing,
    /// The group rests after so many minutes.
    Rest {
        /// Minutes since the session began or the group last rested.
        after: u32,
    },
    /// It brings an outcome of the goal.
    Goal {
        /// The outcome.
        outcome: String,
    },
    /// It brings what other cards need.
    Prepares {
        /// The outcome.
        outcome: String,
        /// The cards that need it.
        cards: Vec<Id>,
    },
    /// It is the only card of its phase.
    Variety {
        /// The phase.
        phase: Phase,
    },
    /// It fills the share wished for its phase.
    Balance {
        /// The phase.
        phase: Phase,
    },
    /// So many per cent of its time people work alone, in pairs or in small groups.
    Participation {
        /// Per cent.
        share: u32,
    },
}

/// Why a card is not in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rejected {
    /// The card.
    pub card: Id,
    /// Why.
    #[serde(flatten)]
    pub reason: RejectReason,
}

/// A reason against a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "reason", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum RejectReason {
    /// The request excludes it.
    Excluded,
    /// It takes fewer or more people.
    GroupSize,
    /// It does not work in every mode asked for.
    Mode,
    /// It is harder to facilitate.
    Facilitator,
    /// Somebody it asks for is not there.
    RoleMissing {
        /// The role or family.
        role: String,
    },
    /// There is less of a material than it takes.
    Material {
        /// Its name.
        name: Text,
        /// How many it takes.
        needed: u32,
        /// How many there are.
        there: u32,
    },
    /// Nothing can bring an outcome that it needs.
    NeedUnmet {
        /// The outcome.
        outcome: String,
    },
    /// It is longer than any session has room for.
    TooLong,
    /// It asks more of patients than a session may.
    PatientBurden,
    /// No break is needed, or another serves.
    NotNeeded,
    /// With it the programme could be worth at most so much.
    WorthLess {
        /// A limit on the value of a programme with this card.
        most: i64,
    },
    /// Others fill the time as well or better.
    NoRoom,
}

/// How much of a material the programme takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MaterialNeeded {
    /// What it is.
    pub name: Text,
    /// How many at once.
    pub count: u32,
}

/// Chooses, orders and times cards so that a programme reaches its goal and is worth most.
///
/// A card comes after others that bring what it needs; an opening stands first and a closing
/// last in each framed session; nobody sits longer than `maxWithoutBreak`; what asks for much
/// trust comes when the group is ready. The value is stated in [`ValueParts`] and counts each
/// card at its shortest; what time is left then stretches the cards.
///
/// Exact within its model: where `proved` is true no other choice, order or placement of
/// breaks is worth more. What the model leaves out: parallel rooms, people who come late, and
/// whether a card suits this very group, which a facilitator knows.
///
/// # Errors
///
/// `equip.infeasible` where no programme keeps limits and wishes: `details.conflict` is a
/// set of them that cannot hold together, a smallest one where `details.minimal` is true (else
/// some question about it stayed open); `details.relaxations` are ways out, cheapest first.
/// `equip.undecided` where neither a programme nor a proof was found.
///
/// `equip.unknown-outcome`, `equip.unreachable-goal` and `equip.unknown-card` where a name
/// leads nowhere; `equip.invalid-card`, `equip.invalid-session` and `equip.invalid-wish` where
/// something contradicts itself; `contract.invalid-value` where a limit is out of its range.
/// `contract.too-large` beyond 50 sessions, 20 fixed blocks in one of them, 500 cards, or 128
/// outcomes on a list. `equip.no-deck` where this build holds no deck and there are no cards.
///
/// # Example
///
/// ```
/// use innovation_core::equip::{PlanRequest, plan};
/// let request: PlanRequest = serde_json::from_str(r#"{
///     "goal": ["ideas"],
///     "sessions": [{"start": "09:00", "minutes": 60, "framed": false}],
///     "group": {"size": 8},
///     "cards": [
///         {"id": "ask", "kind": "method", "title": "Ask", "group": {"min": 2},
///          "minutes": {"run": {"min": 20, "max": 30}}, "yields": ["question"]},
///         {"id": "draw", "kind": "method", "title": "Draw", "group": {"min": 2},
///          "minutes": {"run": {"min": 15, "max": 25}}, "needs": ["question"], "yields": ["ideas"]}
///     ]
/// }"#).unwrap();
/// let programme = plan(&request)?;
/// let at: Vec<&str> = programme.items.iter().map(|item| item.at.as_str()).collect();
/// assert_eq!(at, ["09:00", "09:35"]);
/// assert!(programme.proved);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// A. M. Geoffrion, *Lagrangean relaxation for integer programming*, Mathematical Programming
/// Study 2, 1974.
pub fn plan(request: &PlanRequest) -> Result<Plan> {
    plan_watched(request, &mut Unwatched)
}

/// [`plan`] under a watch that sees progress and may stop the search.
///
/// # Errors
///
/// As [`plan`].
pub fn plan_watched(request: &PlanRequest, watch: &mut dyn Watch) -> Result<Plan> {
    request.effort.check(watch)?;
    let watch = &mut Relay::new(watch);
    let cards = deck::or_built_in(request.cards.as_deref())?;
    let model = Model::read(request, &cards)?;
    let found = search::best(&model, request.effort, watch);
    match &found.programme {
        Some(programme) => Ok(describe::plan(request, &cards, &model, programme, &found)),
        None => Err(conflict::explain(request, &cards, &found, watch)),
    }
}

fn yes() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde asks for")]
fn is_zero(minutes: &u32) -> bool {
    *minutes == 0
}
