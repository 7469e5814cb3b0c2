//! Whom to bring together, who sits with whom, round after round.
//!
//! Three questions, one engine. [`select()`] picks a group from a pool, [`seat()`] splits people
//! over tables, [`rotate()`] does so for several rounds. All three make the value of pairs that
//! come together as large as they can (see [`Value`]), within [`Rules`].
//!
//! Documents become an *instance* of whole numbers; a feasible start is constructed or
//! refuted; the search improves it; the answer is read back with its reasons.
//!
//! Invariant: a rule is checked when a move is made, never repaired afterwards.
//! Invariant: the engine knows no JSON, no language and no time.

mod compile;
mod conflict;
mod designs;
mod effort;
mod feasible;
mod infeasible;
mod instance;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod oracle;
mod prove;
mod reasons;
mod rotate;
mod rotation;
mod rounds;
mod rules;
mod search;
mod seat;
mod select;
mod solve;
mod value;

pub use effort::{Effort, SearchDone};
pub use reasons::{Because, Reason, Reserve, Swap};
pub use rotate::{
    Absence, RotateRequest, Rotation, RotationBecause, RotationScore, Round, rotate, rotate_watched,
};
pub use rules::{AlikeTables, Lock, OneOrMany, QuotaRule, Rules, Scalar, Table, Tables};
pub use seat::{SeatRequest, Seating, seat, seat_watched};
pub use select::{Objective, SelectRequest, Selection, select, select_watched};
pub use value::{Score, Value};
