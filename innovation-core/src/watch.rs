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

/// A watch that is asked no more once it has said stop, and sees the best value in the units
/// of the answer instead of the search's whole numbers.
pub(crate) struct Relay<'w> {
    watch: &'w mut dyn Watch,
    /// Steps of the search's value to one unit of the answer; `None` where they do not compare.
    scale: Option<f64>,
    stopped: bool,
}

impl<'w> Relay<'w> {
    /// Relays to a watch.
    pub(crate) fn new(watch: &'w mut dyn Watch) -> Self {
        Self { watch, scale: None, stopped: false }
    }

    /// From now on values compare: so many steps are one unit.
    pub(crate) fn scale(&mut self, scale: f64) {
        self.scale = Some(scale);
    }
}

impl Watch for Relay<'_> {
    fn milliseconds(&mut self) -> Option<f64> {
        self.watch.milliseconds()
    }

    fn proceed(&mut self, progress: &Progress) -> bool {
        let best = self.scale.zip(progress.best).map(|(scale, best)| best / scale);
        self.stopped = self.stopped || !self.watch.proceed(&Progress { best, ..*progress });
        !self.stopped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Count(u32);

    impl Watch for Count {
        fn proceed(&mut self, progress: &Progress) -> bool {
            assert_eq!(progress.best, Some(1.5));
            self.0 += 1;
            self.0 < 2
        }
    }

    #[test]
    fn a_watch_that_said_stop_is_asked_no_more() {
        let mut count = Count(0);
        let mut relay = Relay::new(&mut count);
        relay.scale(2.0);
        let heard: Vec<bool> =
            (0..4).map(|step| relay.proceed(&Progress::new(step, None, Some(3.0)))).collect();
        assert_eq!(heard, [true, false, false, false]);
        assert_eq!(count.0, 2);
    }
}
