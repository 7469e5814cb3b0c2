//! Diversity and ability: do a few different people find more than the few who are best alone?
//!
//! A problem is a ring of values. An agent looks ahead by its own steps, in turn, and moves to
//! what is higher. [`ring`] draws the values, smooth or not; [`reach`] says where every agent
//! comes to rest from every place; [`team`] lets several search together. [`model`] sets the
//! team of those best alone against a team drawn by lot; [`mod@describe`] says when the result
//! turns round.
//!
//! Invariant: values are compared in whole numbers, and only what is higher is moved to, so
//! that every search ends.

mod describe;
mod model;
mod parameters;
mod reach;
mod ring;
mod team;

pub(crate) use describe::describe;
pub use parameters::{DiversityParameters, TeamDynamics};
