//! How far a search has come: steps or time spent, and whether it was told to stop.

use crate::watch::{Progress, Watch};

/// What a search may spend. Where both are given, what is spent first ends it; where
/// neither is, the default for the instance holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Budget {
    /// Steps: looks at a cell of a table. The same steps give the same result.
    pub iterations: Option<u64>,
    /// Milliseconds of the watch's clock.
    pub milliseconds: Option<f64>,
}

/// Watch and budget in one.
pub(super) struct Pace<'w> {
    watch: &'w mut dyn Watch,
    iterations: Option<u64>,
    /// Moment of the start and milliseconds to spend.
    time: Option<(f64, f64)>,
    /// Whether the watch ended the search.
    pub stopped: bool,
}

impl<'w> Pace<'w> {
    /// Starts the clock, if there is one and it matters.
    pub(super) fn new(budget: &Budget, default: u64, watch: &'w mut dyn Watch) -> Self {
        let time = budget.milliseconds.and_then(|limit| Some((watch.milliseconds()?, limit)));
        let iterations = budget.iterations.or(if time.is_some() { None } else { Some(default) });
        Self { watch, iterations, time, stopped: false }
    }

    /// The part of the budget that is spent; 1 or more where the search must end.
    pub(super) fn spent(&mut self, done: u64, best: i64) -> f64 {
        let progress = Progress::new(done, self.iterations, Some(best as f64));
        self.stopped = self.stopped || !self.watch.proceed(&progress);
        if self.stopped {
            return 1.0;
        }
        let steps = self.iterations.map_or(0.0, |limit| done as f64 / limit.max(1) as f64);
        let time = self.time.and_then(|(start, limit)| {
            let now = self.watch.milliseconds()?;
            Some(if limit > 0.0 { (now - start) / limit } else { 1.0 })
        });
        steps.max(time.unwrap_or(0.0))
    }
}
