//! Rugged landscapes: how far a search comes where parts depend on each other.
//!
//! A solution is a string of bits, a form. Each of its `N` loci contributes a random number
//! that depends on the locus and on `K` others, so that with `K` the slopes turn into ridges
//! (the NK model). [`surface`] is such a landscape, [`heights`] looks at all of it and
//! [`summit`] finds its highest point without doing so. [`walk`] lets organisations climb it
//! by small steps and long jumps; [`mod@describe`] tells the reader what that leaves out.
//!
//! Invariant: fitness is compared in whole numbers, so that all targets climb alike.
//! Invariant: a contribution is a function of its address; tables only remember it.

mod describe;
mod distinct;
mod draws;
mod heights;
mod parameters;
mod summit;
mod surface;
mod walk;

pub(crate) use describe::{describe, scheme_text, switch};
pub(crate) use distinct::Distinct;
pub(crate) use draws::{Draws, Subject};

pub(crate) use parameters::{INTERACTIONS, LOCI, enumerable, refuse, ruggedness};
pub use parameters::{InteractionScheme, LandscapeParameters};
pub(crate) use summit::Summit;
pub(crate) use surface::Surface;
