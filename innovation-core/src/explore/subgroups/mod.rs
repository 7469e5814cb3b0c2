//! Semi-isolated subgroups learn from each other (Fang, Lee & Schilling 2010).
//!
//! People sit in subgroups in which all know each other; a share of ties is turned to people
//! of other subgroups. Everybody looks at those they know who do better, and takes over some
//! of what most of them hold. Few ties across keep views apart long enough for good parts to
//! be found and let them travel; none, or many, do worse. [`parameters`] is the request,
//! [`ties`] draws who knows whom, [`payoff`] says who does better, [`play`] is the model.
//!
//! A reference implementation: what the published text leaves open is stated in
//! [`SubgroupsParameters`], and figures need not be those of the paper.
//!
//! Invariant: all learn at once, from what was so before.

mod describe;
#[cfg(test)]
mod laws;
mod parameters;
pub(super) mod payoff;
mod play;
pub(super) mod ties;

pub(crate) use describe::describe;
pub use parameters::SubgroupsParameters;
