//! The caller's side of a long search: the clock of the system and a C function.

use innovation_core::{Progress, Watch};
use std::ffi::c_void;
use std::time::Instant;

/// Takes the progress of a search and says whether to go on.
///
/// `done` counts steps, `total` is how many are planned (0 where unknown), `best` the best
/// value so far (NaN where unknown). Called many times a second: return soon.
pub type InnovationProgress =
    Option<unsafe extern "C" fn(user: *mut c_void, done: u64, total: u64, best: f64) -> bool>;

/// A watch with a clock, and with the caller's function where there is one.
pub(crate) struct Caller {
    start: Instant,
    progress: InnovationProgress,
    user: *mut c_void,
}

impl Caller {
    /// Only a clock.
    pub(crate) fn silent() -> Self {
        Self { start: Instant::now(), progress: None, user: std::ptr::null_mut() }
    }

    /// A clock and a function.
    ///
    /// # Safety
    ///
    /// While this watch lives, `progress` may be called from this thread with `user`, and
    /// returns.
    pub(crate) unsafe fn new(progress: InnovationProgress, user: *mut c_void) -> Self {
        Self { progress, user, ..Self::silent() }
    }
}

impl Watch for Caller {
    fn milliseconds(&mut self) -> Option<f64> {
        Some(self.start.elapsed().as_secs_f64() * 1000.0)
    }

    fn proceed(&mut self, progress: &Progress) -> bool {
        let Some(tell) = self.progress else {
            return true;
        };
        let (total, best) = (progress.total.unwrap_or(0), progress.best.unwrap_or(f64::NAN));
        // SAFETY: promised to `new`.
        unsafe { tell(self.user, progress.done, total, best) }
    }
}

/// Steps until the watch says stop; gives the number of steps as JSON.
#[cfg(feature = "forced-panic")]
pub(crate) fn until_stopped(watch: &mut dyn Watch) -> String {
    let mut done = 0;
    let mut before = watch.milliseconds();
    while watch.proceed(&Progress::new(done, (done > 0).then_some(10), None)) && done < 1000 {
        let now = watch.milliseconds();
        assert!(now.is_some() && now >= before, "a clock does not go back");
        (before, done) = (now, done + 1);
    }
    format!(r#"{{"steps":{done}}}"#)
}
