//! Seconds of the processor where the system tells them, so that a busy machine does not blur
//! what is measured; elsewhere seconds of the wall.

use std::time::Instant;

/// A clock that has begun.
pub struct Clock {
    wall: Instant,
    processor: Option<f64>,
}

impl Clock {
    /// Begins.
    pub fn begin() -> Self {
        Self { wall: Instant::now(), processor: processor() }
    }

    /// Seconds since.
    pub fn seconds(&self) -> f64 {
        let used = self.processor.and_then(|begin| Some(processor()? - begin));
        used.unwrap_or_else(|| self.wall.elapsed().as_secs_f64())
    }
}

/// Seconds of the processor that this thread has used.
fn processor() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(told.split_whitespace().next()?.parse::<u64>().ok()? as f64 / 1e9)
}
