//! How far a search has come: steps or time spent, and whether it was told to stop.

use crate::watch::{Progress, Watch};

/// What a search may spend. Where steps and time are given, what is spent first ends it;
/// where neither is, or time without a clock, the default for the instance holds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Budget {
    /// Steps, of some nanoseconds each: cells of tables looked at or written. The same
    /// steps give the same result.
    pub iterations: Option<u64>,
    /// Milliseconds of the watch's clock.
    pub milliseconds: Option<f64>,
    /// A value that is good enough to end.
    pub goal: Option<i64>,
}

/// Watch and budget in one.
pub(super) struct Pace<'w> {
    watch: &'w mut dyn Watch,
    iterations: Option<u64>,
    /// The moment of the start, and milliseconds to spend.
    time: Option<(f64, f64)>,
    goal: Option<i64>,
    /// Whether the watch ended the search.
    pub stopped: bool,
}

impl<'w> Pace<'w> {
    /// Starts the clock, if there is one and it matters.
    pub(super) fn new(budget: &Budget, default: u64, watch: &'w mut dyn Watch) -> Self {
        let time = budget.milliseconds.and_then(|limit| Some((watch.milliseconds()?, limit)));
        let default = time.is_none().then_some(default);
        let iterations = budget.iterations.or(default);
        Self { watch, iterations, time, goal: budget.goal, stopped: false }
    }

    /// The part of the budget that is spent; 1 or more where the search must end.
    pub(super) fn spent(&mut self, done: u64, best: i64) -> f64 {
        let progress = Progress::new(done, self.iterations, Some(best as f64));
        self.stopped = self.stopped || !self.watch.proceed(&progress);
        if self.stopped || self.goal.is_some_and(|goal| best >= goal) {
            return 1.0;
        }
        let share = |done: f64, limit: f64| if limit > 0.0 { done / limit } else { 1.0 };
        let steps = self.iterations.map_or(0.0, |limit| share(done as f64, limit as f64));
        let time = self.time.and_then(|(start, limit)| {
            self.watch.milliseconds().map(|now| share(now - start, limit))
        });
        steps.max(time.unwrap_or(0.0))
    }
}
