//! How a long search is watched from outside: progress out, continue or stop in.
//!
//! The library has no clock. A caller who wants a limit in milliseconds, a progress bar or a
//! cancel button hands in a [`Watch`]; a stopped search still returns the best it has.

/// What a search says while it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Progress {
    /// Steps done.
    pub done: u64,
    /// Steps planned, where that is known.
    pub total: Option<u64>,
    /// Best value found so far.
    pub best: Option<f64>,
}

impl Progress {
    /// Progress at a step.
    #[must_use]
    pub fn new(done: u64, total: Option<u64>, best: Option<f64>) -> Self {
        Self { done, total, best }
    }
}

/// The caller's side of a long search.
pub trait Watch {
    /// Milliseconds since some fixed moment; `None` where there is no clock.
    fn milliseconds(&mut self) -> Option<f64> {
        None
    }

    /// Takes progress and says whether to go on. Called many times a second.
    fn proceed(&mut self, progress: &Progress) -> bool;
}

/// Never looks and never stops: for searches limited by their steps alone.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn proceed(&mut self, _: &Progress) -> bool {
        true
    }
}
