//! With which methods and concepts, in which order.
//!
//! A [`Card`] is a method or a concept that a group can run from its text; [`deck()`] gives
//! those that fit, [`lint()`] says what is wrong with a card before a group finds out, and
//! [`plan()`] chooses, orders and times cards into a programme that brings its goal.
//!
//! The planner: `bounds` refuses what is too much and `check` what cannot be meant, `model` turns the rest into whole
//! numbers, `rows` limits what any choice of cards can be worth, `search` branches over the
//! choice, `order` finds a sequence, `timing` stretches it, `describe` explains it, and
//! `conflict` explains why there is none.
//!
//! Invariant: the planner draws no random numbers; the same request gives the same programme.
//! Invariant: what a programme is worth is stated in points that can be recounted.

mod bounds;
mod card;
mod check;
mod clock;
mod conflict;
mod deck;
mod describe;
#[cfg(feature = "deck")]
mod files;
#[cfg(test)]
mod laws;
mod lint;
#[cfg(test)]
mod milp;
mod model;
#[cfg(test)]
mod oracle;
mod order;
mod plan;
mod reach;
mod rows;
mod search;
mod timing;

pub use card::{
    Arc, Card, Concern, Degree, Difficulty, FORMAT, GroupSize, Grouping, Kind, Material, Minutes,
    Mode, Per, Phase, Source, Span, Stage, Status,
};
pub use deck::{Deck, DeckRequest, Exclusion, deck};
pub use lint::{CardPaper, Fault, Finding, Lint, LintRequest, Paper, Severity, lint, stamp};
pub use plan::{
    Fixed, Group, Item, ItemStage, MaterialNeeded, Placed, Plan, PlanBecause, PlanLimits,
    PlanReason, PlanRequest, RejectReason, Rejected, Session, ValueParts, Wishes, plan,
    plan_watched,
};
