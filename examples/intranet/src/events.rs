//! Followers: every event as it is committed, each exactly once and in its order.
//!
//! A follower listens first and then reads what came before; where it falls behind, or another
//! process wrote the file, it reads again. So nothing is missed between the two.

use crate::App;
use crate::journal::{Journal, Line};
use crate::problem::Problem;
use crate::sign_in::Caller;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use std::convert::Infallible;
use std::ops::ControlFlow::{self, Break, Continue};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::sleep;
use tokio_stream::Stream;
use tokio_stream::wrappers::ReceiverStream;

/// So many lines are read at once.
pub(crate) const PAGE: u32 = 500;
/// How often a follower looks for what other processes wrote.
const LOOK: Duration = Duration::from_secs(15);
/// So many events wait for a slow connection before its follower waits for it.
const AHEAD: usize = 64;

/// Behind which position to begin: `?since=N`, 0 unless told.
#[derive(Debug)]
pub(crate) struct Since(pub(crate) i64);

impl FromRequestParts<App> for Since {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        match query.split('&').find_map(|pair| pair.strip_prefix("since=")) {
            Some(since) => position(since, "what comes after since").map(Self),
            None => Ok(Self(0)),
        }
    }
}

fn position(text: &str, what: &str) -> Result<i64, Problem> {
    text.parse::<u32>().map(i64::from).map_err(|_| {
        Problem::new(
            StatusCode::BAD_REQUEST,
            "intranet.not-a-position",
            &format!("{what} is no position of the journal"),
            "positions are whole numbers from 0",
        )
    })
}

/// `GET /api/events`: server-sent events, the position as their id. A browser that comes back
/// says the last it saw.
pub(crate) async fn events(
    State(app): State<App>,
    _: Caller,
    Since(since): Since,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let from = match headers.get("last-event-id") {
        Some(last) => position(last.to_str().unwrap_or_default(), "the Last-Event-ID")?,
        None => since,
    };
    let (out, lines) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let mut follower = Follower { journal: app.journal, at: from, out, stop: app.stop };
        while follower.follow().await.is_continue() {}
    });
    Ok(Sse::new(ReceiverStream::new(lines)).keep_alive(KeepAlive::default()))
}

struct Follower {
    journal: Journal,
    /// The position of the last event that went out.
    at: i64,
    out: mpsc::Sender<Result<Event, Infallible>>,
    stop: watch::Receiver<bool>,
}

impl Follower {
    /// Sends what stands in the file, until there is no more.
    async fn read(&mut self) -> ControlFlow<()> {
        loop {
            let Ok(lines) = self.journal.after(self.at, PAGE).await else {
                // Too many ask at once, or the file is at fault: come again.
                sleep(Duration::from_secs(1)).await;
                continue;
            };
            if lines.is_empty() {
                return Continue(());
            }
            for line in lines {
                self.send(line).await?;
            }
        }
    }

    /// Sends what was written and what is written from now on, until something was missed or
    /// may have been.
    async fn follow(&mut self) -> ControlFlow<()> {
        let mut news = self.journal.follow();
        self.read().await?;
        loop {
            let heard = tokio::select! {
                _ = self.stop.wait_for(|stop| *stop) => return Break(()),
                () = self.out.closed() => return Break(()),
                () = sleep(LOOK) => return Continue(()),
                heard = news.recv() => heard,
            };
            match heard {
                Ok(line) if line.position <= self.at => {}
                Ok(line) if line.position == self.at + 1 => self.send(line).await?,
                _ => return Continue(()),
            }
        }
    }

    async fn send(&mut self, line: Line) -> ControlFlow<()> {
        let event = Event::default().id(line.position.to_string()).data(&*line.text);
        self.at = line.position;
        tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => Break(()),
            sent = self.out.send(Ok(event)) => if sent.is_ok() { Continue(()) } else { Break(()) },
        }
    }
}
