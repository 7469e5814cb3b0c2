//! How long the search may go on: steps, milliseconds, and the watch's word.

use crate::watch::{Progress, Watch};

/// How long to search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Effort {
    /// Most moves looked at.
    pub steps: u64,
    /// Most milliseconds, where the watch has a clock.
    pub milliseconds: Option<f64>,
}

/// What is left of an effort.
pub(super) struct Budget<'a> {
    effort: Effort,
    watch: &'a mut dyn Watch,
    start: Option<f64>,
    done: u64,
    next_look: u64,
    stopped: bool,
}

impl std::fmt::Debug for Budget<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Budget")
            .field("effort", &self.effort)
            .field("done", &self.done)
            .finish_non_exhaustive()
    }
}

/// Steps between two looks at the watch: one to five milliseconds.
const LOOK: u64 = 1 << 15;

impl<'a> Budget<'a> {
    /// The whole effort.
    pub(super) fn new(effort: Effort, watch: &'a mut dyn Watch) -> Self {
        let start = watch.milliseconds();
        Self { effort, watch, start, done: 0, next_look: 0, stopped: false }
    }

    /// Steps done.
    pub(super) fn done(&self) -> u64 {
        self.done
    }

    /// Whether the watch ended the search.
    pub(super) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Asks for some steps at once; false when the search must stop.
    pub(super) fn spend(&mut self, steps: u64, best: i64) -> bool {
        if self.stopped || self.effort.steps.saturating_sub(self.done) < steps {
            return false;
        }
        if self.done >= self.next_look {
            self.next_look = self.done + LOOK;
            let late = match (self.start, self.effort.milliseconds, self.watch.milliseconds()) {
                (Some(start), Some(most), Some(now)) => now - start >= most,
                _ => false,
            };
            let progress = Progress::new(self.done, Some(self.effort.steps), Some(best as f64));
            self.stopped = late || !self.watch.proceed(&progress);
        }
        if !self.stopped {
            self.done += steps;
        }
        !self.stopped
    }
}
