//! People learn from a code, and the code learns from people (March 1991).
//!
//! An organisation holds a code: what it takes to be true on each dimension. People are
//! drawn towards it, and it is drawn towards those who know more than it does. Slow learners
//! keep the code supplied with views that differ; fast ones agree soon, and then nobody
//! learns any more. [`parameters`] is the request, [`play`] the model, [`mod@describe`] the text.
//!
//! The paper leaves open what a person without a belief does, and two readings of it give
//! different figures: see [`MarchVariant`].
//!
//! Invariant: a closed organisation at rest stays so, so that playing on costs nothing.

mod describe;
#[cfg(test)]
mod laws;
mod parameters;
mod play;

pub(crate) use describe::describe;
pub use parameters::{MarchParameters, MarchVariant};
