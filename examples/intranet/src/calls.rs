//! Operations of the contract for many at once: a slot for each core, a line before them, and a
//! time after which a search stops with the best it has.

use crate::problem::Problem;
use axum::http::StatusCode;
use innovation_core::{Limits, Progress, Watch, call_with};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// So many calls wait for a slot at most.
const WAITING: usize = 128;
/// How long an operation may take to heed its time limit; what takes longer goes on unheard.
const GRACE: Duration = Duration::from_secs(10);

/// The slots and the line before them.
#[derive(Debug, Clone)]
pub(crate) struct Calls {
    slots: Arc<Semaphore>,
    line: Arc<Semaphore>,
    time: Duration,
    limits: Limits,
}

impl Calls {
    /// So many calls at once, each within a time and within so many bytes.
    pub(crate) fn new(slots: usize, time: Duration, bytes: u32) -> Self {
        let mut limits = Limits::default();
        limits.bytes = bytes;
        let [slots, line] = [slots, slots + WAITING].map(|size| Arc::new(Semaphore::new(size)));
        Self { slots, line, time, limits }
    }

    /// The answer of an operation. Where the caller goes away, a search stops.
    pub(crate) async fn call(&self, name: String, request: String) -> Result<String, Problem> {
        let _place = self.line.try_acquire().map_err(|_| Problem::busy())?;
        let slot = Arc::clone(&self.slots).acquire_owned().await.map_err(|_| Problem::busy())?;
        let (limits, mut deadline) = (self.limits, Deadline::new(self.time));
        let _gone = Gone(Arc::clone(&deadline.gone));
        let work = spawn_blocking(move || {
            let _slot = slot;
            call_with(&name, &request, &limits, &mut deadline)
        });
        match timeout(self.time + GRACE, work).await {
            Ok(Ok(answer)) => Ok(answer?),
            Ok(Err(panic)) => Err(Problem::fault(&panic)),
            Err(_) => Err(Problem::new(
                StatusCode::GATEWAY_TIMEOUT,
                "intranet.too-long",
                "the operation took longer than this server waits",
                "ask for less: fewer people, fewer replicates, a smaller effort",
            )),
        }
    }
}

/// Stops a search when its time is over, or when nobody waits for it any more.
struct Deadline {
    start: Instant,
    time: Duration,
    gone: Arc<AtomicBool>,
}

impl Deadline {
    fn new(time: Duration) -> Self {
        Self { start: Instant::now(), time, gone: Arc::default() }
    }
}

impl Watch for Deadline {
    fn milliseconds(&mut self) -> Option<f64> {
        Some(self.start.elapsed().as_secs_f64() * 1000.0)
    }

    fn proceed(&mut self, _: &Progress) -> bool {
        !self.gone.load(Ordering::Relaxed) && self.start.elapsed() < self.time
    }
}

/// Says, when it is dropped, that nobody waits.
struct Gone(Arc<AtomicBool>);

impl Drop for Gone {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
