//! Parallel search on a network: who sees whom decides how much is tried and how fast it spreads.
//!
//! People look for good forms on one NK landscape. In each step all of them at once either
//! take over a form that they see, or try a change of their own; nobody takes what is not
//! better. [`sight`] says who sees whom, [`rule`] whom they follow, [`model`] plays it and
//! [`mod@describe`] tells the reader what it leaves out.
//!
//! Invariant: a step reads only what stood at its beginning.
//! Invariant: runs that differ in their network or rule alone share landscape, start and moves.

mod describe;
mod model;
mod parameters;
mod rule;
mod sight;

pub(crate) use describe::describe;
pub use parameters::{SearchNetwork, SearchParameters, SearchRule};
