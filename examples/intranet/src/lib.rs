//! One intranet end to end: a space that many share, a page, and every operation.
//!
//! `innovation-core` decides, `store` keeps, and this crate stands between them and browsers.
//! [`SignIn`] finds out who asks; `guard` refuses what comes from other sites; `api` and
//! `events` answer; `journal` puts everybody's commands into one line and has them committed
//! together; `calls` runs operations a few at a time; `shown` says what is seen of people.
//!
//! Who may act is the library's to decide: whoever is signed in and no member is refused. Who
//! may read is the host's: everybody whom [`SignIn`] lets in reads the record of the space.
//!
//! Invariant: a request without a person is served nothing but the page.
//! Invariant: a command that was answered is on the disk; one that was not can be repeated.

mod api;
mod calls;
mod events;
mod guard;
mod journal;
mod problem;
mod shown;
mod sign_in;

pub use problem::Problem;
pub use sign_in::{ProxyHeader, SignIn};

use axum::Router;
use axum::handler::HandlerWithoutStateExt;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use calls::Calls;
use journal::Journal;
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::services::ServeDir;

/// How long connections may take to end once the server stops.
const FAREWELL: Duration = Duration::from_secs(10);

/// What an intranet is made of.
#[derive(Debug)]
pub struct Settings {
    /// The journal's file.
    pub journal: PathBuf,
    /// The folder of the page, where there is one.
    pub page: Option<PathBuf>,
    /// Who asks.
    pub sign_in: Arc<dyn SignIn>,
    /// The origin of the page as browsers see it, `https://intranet.example`; unless told, that
    /// of the `Host` header.
    pub origin: Option<String>,
    /// Bytes of a request.
    pub largest: u32,
    /// How long an operation may search.
    pub search: Duration,
    /// How long a request may take.
    pub patience: Duration,
    /// Events from one snapshot to the next. A snapshot makes everybody wait while it is
    /// written; without one the next start reads more events.
    pub snapshot_every: u32,
}

impl Settings {
    /// With a journal, the rest as is usual.
    #[must_use]
    pub fn new(journal: PathBuf) -> Self {
        Self {
            journal,
            page: None,
            sign_in: Arc::new(ProxyHeader::default()),
            origin: None,
            largest: 4 << 20,
            search: Duration::from_secs(20),
            patience: Duration::from_secs(60),
            snapshot_every: 20_000,
        }
    }
}

/// What every request is answered from.
#[derive(Debug, Clone)]
pub(crate) struct App {
    journal: Journal,
    calls: Calls,
    sign_in: Arc<dyn SignIn>,
    origin: Option<Arc<str>>,
    largest: usize,
    patience: Duration,
    /// Turns true when the server stops.
    stop: watch::Receiver<bool>,
}

/// Serves until `stop` is done; then ends what is going on and leaves a snapshot.
///
/// # Errors
///
/// Where the journal cannot be opened, or the listener fails.
pub async fn serve(
    listener: TcpListener,
    settings: Settings,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (journal, writer) = Journal::open(&settings.journal, settings.snapshot_every)?;
    let (stopping, stopped) = watch::channel(false);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let app = App {
        journal,
        calls: Calls::new(cores, settings.search, settings.largest),
        sign_in: settings.sign_in,
        origin: settings.origin.map(Into::into),
        largest: usize::try_from(settings.largest).unwrap_or(usize::MAX),
        patience: settings.patience,
        stop: stopped.clone(),
    };
    let service = router(app, settings.page).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(async move {
        stop.await;
        stopping.send_replace(true);
    });
    let mut leaving = stopped;
    tokio::select! {
        ended = server.into_future() => ended?,
        () = async {
            // Whoever holds on to a connection does not hold up the end for ever.
            let _ = leaving.wait_for(|stop| *stop).await;
            tokio::time::sleep(FAREWELL).await;
        } => {}
    }
    // The writer ends once the last follower and the last connection have let go.
    let ended = tokio::task::spawn_blocking(move || writer.join());
    match timeout(FAREWELL, ended).await {
        Ok(Ok(Ok(()))) => Ok(()),
        Ok(_) => Err("the writer of the journal stopped at a fault".into()),
        Err(_) => Err("the writer of the journal did not end in time".into()),
    }
}

/// Every address of the intranet.
fn router(app: App, page: Option<PathBuf>) -> Router {
    let api = Router::new()
        .route("/session", get(api::session))
        .route("/state", get(api::state))
        .route("/journal", get(api::journal))
        .route("/events", get(events::events))
        .route("/command", post(api::command))
        .route("/call/{operation}", post(api::call))
        .fallback(api::nothing)
        .method_not_allowed_fallback(api::not_that_way)
        .layer(from_fn_with_state(app.clone(), guard::same_origin))
        .layer(from_fn_with_state(app.clone(), guard::in_time));
    let router = Router::new().nest("/api", api).with_state(app);
    let router = match page {
        Some(folder) => {
            let files = ServeDir::new(folder).not_found_service(api::nothing.into_service());
            router.fallback_service(files)
        }
        None => router.fallback(api::nothing),
    };
    router.layer(CatchPanicLayer::custom(guard::panicked)).layer(from_fn(guard::headers))
}
