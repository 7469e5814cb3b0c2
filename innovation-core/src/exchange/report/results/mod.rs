//! What other operations answered, each read and then written as a section.

pub(super) mod cards;
pub(super) mod charts;
pub(super) mod coverage;
mod faces;
pub(super) mod findings;
pub(super) mod programme;
pub(super) mod ranking;
pub(super) mod scores;
pub(super) mod spread;
