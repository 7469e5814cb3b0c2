//! The living record of a space: what happened, in a chain that shows any change, and where
//! the space stands.
//!
//! [`apply`](apply()) turns a command into an event or refuses it, [`replay`](replay()) folds events to
//! a [`State`], [`verify`](verify()) checks the chain, [`merge`](merge()) joins journals that
//! forked offline, [`redact`] removes what was erased, [`diagnose`](diagnose()) says what is
//! missing. The host stores the lines and brings
//! clock and salt.
//!
//! # Erasure, and its limits
//!
//! The chain holds fingerprints of persons and texts, made with a salt that nobody can guess;
//! they themselves stand in `open`, outside the chain. When a person is erased, `open` is
//! removed from what they did and from their invitation: the chain still holds, and what is
//! left of them is a token without a way back. Where two forks meet, an erasure in either wins.
//!
//! What is agreed on stays for ever, since it is what the chain is there to prove: the founding,
//! charters and their clauses, pressures and measures with their evidence, suspended norms,
//! programmes, evidence of maturity, and the pact of a handover with its budget and training.
//! Names of people do not belong there. Beyond reach are also copies that the host or others
//! made, what others wrote about the person in their own words, the time at which the token
//! acted, and ids that a host puts where parties or roles belong.
//!
//! Invariant: a journal is only ever appended to; the state is a pure fold over it.
//! Invariant: an event that cannot be applied is kept and listed, never dropped.

mod apply;
mod chain;
mod command;
mod diagnose;
mod event;
mod fold;
mod gate;
#[cfg(test)]
mod laws;
mod merge;
mod names;
mod protection;
mod replay;
mod stage;
mod state;
mod verify;

pub use crate::canonical::canonical;
pub use apply::{Applied, ApplyRequest, advance, apply, decide};
pub use command::{
    Adapt, Adopt, AdvanceStage, AmendCharter, Assess, Audience, Close, Command, Convene, Convened,
    ConvenedCard, Decide, Develop, Erase, Founding, HandOver, Invite, Join, Lapse, Leave, Open,
    Propose, Protect, Sign, SuspendNorm,
};
pub use diagnose::{
    About, AboutKind, DiagnoseRequest, Diagnosis, EvidenceKind, Gravity, SpaceFinding, Unjudged,
    diagnose,
};
pub use event::{Event, Opening};
pub use gate::{Gate, Requirement};
pub use merge::{MergeRequest, Merged, merge, redact};
pub use replay::{ReplayRequest, fold, replay};
pub use stage::{Decision, Locus, Maturity, SpaceStage, UseStage};
pub use state::{
    Assessed, Conflict, FORMAT, Idea, Member, NotUnderstood, SiteUse, Standing, State, Tombstone,
};
pub use verify::{BrokenLink, Verification, VerifyRequest, verify};
