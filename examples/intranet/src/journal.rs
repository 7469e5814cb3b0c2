//! The journal as many share it: one thread writes it, one reads its lines, one the space as it
//! stands, and everybody else waits in line for one of them.
//!
//! The writer takes whoever waits, up to [`TOGETHER`], and has them committed together: the disk
//! is waited for once for all of them. A large state takes long to write out, and hinders no
//! other thread. Every line is bounded; whoever finds one full is told to come again.
//!
//! Invariant: an event is answered and told to followers only once it is on the disk.
//! Invariant: a command that comes again with its id is answered with the event it became.

use crate::problem::Problem;
use crate::shown;
use axum::http::StatusCode;
use innovation_core::people::Id;
use innovation_core::space::{Event, State};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use store::{Asked, Placed, Store, StoreError};
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{broadcast, mpsc, oneshot};

/// So many commands reach the disk together at most.
const TOGETHER: usize = 64;
/// So many commands, and so many questions, wait at most.
const WAITING: usize = 1024;
/// So many events a follower may be behind before it reads them from the file.
const BEHIND: usize = 1024;

/// A line of the journal as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) position: i64,
    pub(crate) text: Arc<str>,
}

/// The space as it stands, as it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    /// Fingerprints that the journal ends with; empty before the opening.
    pub(crate) heads: Vec<String>,
    pub(crate) text: Arc<str>,
}

/// Behind which position, at most how many.
type Range = (i64, u32);
/// Somebody who waits: what they ask for, and where the answer goes.
type Waiting<Q, A> = (Q, oneshot::Sender<Result<A, Problem>>);

/// What is asked of the thread that holds the space.
#[derive(Debug)]
enum Space {
    /// Its id, once it is open.
    Id(oneshot::Sender<Result<Option<Id>, Problem>>),
    /// All of it.
    Standing(oneshot::Sender<Result<Standing, Problem>>),
}

/// The way to the three threads.
#[derive(Debug, Clone)]
pub(crate) struct Journal {
    commands: mpsc::Sender<Waiting<Asked, Arc<str>>>,
    lines: mpsc::Sender<Waiting<Range, Vec<Line>>>,
    space: mpsc::Sender<Space>,
    news: broadcast::Sender<Line>,
}

impl Journal {
    /// Opens the file and starts the threads. They end once every [`Journal`] is dropped; the
    /// writer, whose handle this gives, leaves a snapshot.
    pub(crate) fn open(path: &Path, snapshot_every: u32) -> store::Result<(Self, JoinHandle<()>)> {
        let writer = Store::open(path)?.snapshot_every(snapshot_every);
        let [reader, holder] = [Store::open(path)?, Store::open(path)?];
        let (commands, asked) = mpsc::channel(WAITING);
        let (lines, ranges) = mpsc::channel(WAITING);
        let (space, questions) = mpsc::channel(WAITING);
        let (news, _) = broadcast::channel(BEHIND);
        let told = news.clone();
        let handle = thread::spawn(move || write(writer, asked, &told));
        thread::spawn(move || read(reader, ranges));
        thread::spawn(move || hold(holder, questions));
        Ok((Self { commands, lines, space, news }, handle))
    }

    /// Has a command done: the event on the disk, as it is shown.
    pub(crate) async fn command(&self, asked: Asked) -> Result<Arc<str>, Problem> {
        ask(&self.commands, |answer| (asked, answer)).await
    }

    /// Lines behind a position, at most so many.
    pub(crate) async fn after(&self, position: i64, most: u32) -> Result<Vec<Line>, Problem> {
        ask(&self.lines, |answer| ((position, most), answer)).await
    }

    /// The id of the space, once it is open.
    pub(crate) async fn space(&self) -> Result<Option<Id>, Problem> {
        ask(&self.space, Space::Id).await
    }

    /// The space as it stands.
    pub(crate) async fn standing(&self) -> Result<Standing, Problem> {
        ask(&self.space, Space::Standing).await
    }

    /// Lines as this process writes them, from now on.
    pub(crate) fn follow(&self) -> broadcast::Receiver<Line> {
        self.news.subscribe()
    }
}

/// Waits in a line for an answer.
async fn ask<Q, A>(
    line: &mpsc::Sender<Q>,
    question: impl FnOnce(oneshot::Sender<Result<A, Problem>>) -> Q,
) -> Result<A, Problem> {
    let (answer, answered) = oneshot::channel();
    let gone = || Problem::fault(&"a thread of the journal has ended");
    line.try_send(question(answer)).map_err(|refused| match refused {
        TrySendError::Full(_) => Problem::busy(),
        TrySendError::Closed(_) => gone(),
    })?;
    answered.await.map_err(|_| gone())?
}

/// The writer's work, until nobody can ask any more.
fn write(
    mut store: Store,
    mut waiting: mpsc::Receiver<Waiting<Asked, Arc<str>>>,
    news: &broadcast::Sender<Line>,
) {
    let mut taken = Vec::with_capacity(TOGETHER);
    while waiting.blocking_recv_many(&mut taken, TOGETHER) > 0 {
        let (asked, answers): (Vec<_>, Vec<_>) = taken.drain(..).unzip();
        // Whoever no longer waits for an answer has none: that they went is no fault.
        match store.commands(&asked) {
            Ok(done) => {
                for ((done, asked), answer) in done.into_iter().zip(&asked).zip(answers) {
                    let _ = answer.send(settled(&mut store, asked, done, news));
                }
            }
            Err(fault) => {
                let problem = Problem::from(fault);
                for answer in answers {
                    let _ = answer.send(Err(problem.clone()));
                }
            }
        }
    }
    if let Err(fault) = store.snapshot() {
        eprintln!("no snapshot at the end, the next start reads the journal: {fault}");
    }
}

/// What a command is answered, once it is committed; followers hear of what is new.
fn settled(
    store: &mut Store,
    asked: &Asked,
    done: store::Result<Placed>,
    news: &broadcast::Sender<Line>,
) -> Result<Arc<str>, Problem> {
    match done {
        Ok(placed) => {
            let line = line(placed)?;
            // Nobody may be following.
            let _ = news.send(line.clone());
            Ok(line.text)
        }
        Err(StoreError::Known(id)) => {
            let known = store.event(&id)?;
            let event = known.filter(|event| same(store.state(), event, asked));
            text(event.ok_or_else(taken)?)
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether an event is what a command became earlier: by the same person, of the same kind.
fn same(state: store::Result<&State>, event: &Event, asked: &Asked) -> bool {
    let author = state.is_ok_and(|state| state.token_of(&asked.by) == Some(&event.by));
    let command = serde_json::to_value(&asked.command).ok();
    author && command.is_some_and(|command| command.get(&event.kind).is_some())
}

fn taken() -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        "intranet.id-taken",
        "another command has this id",
        "give each command a new id, and the same one only to repeat it",
    )
}

fn line(placed: Placed) -> Result<Line, Problem> {
    Ok(Line { position: placed.position, text: text(placed.event)? })
}

fn text(event: Event) -> Result<Arc<str>, Problem> {
    let text = serde_json::to_string(&shown::event(event));
    text.map(Into::into).map_err(|fault| Problem::fault(&fault))
}

/// The work of whoever reads lines, until nobody can ask any more.
fn read(mut store: Store, mut waiting: mpsc::Receiver<Waiting<Range, Vec<Line>>>) {
    while let Some(((position, most), answer)) = waiting.blocking_recv() {
        let found = store.events_after(position, most).map_err(Problem::from);
        // Whoever no longer waits for an answer has none.
        let _ = answer.send(found.and_then(|found| found.into_iter().map(line).collect()));
    }
}

/// The work of whoever holds the space, until nobody can ask any more. It is written out once
/// for each end of the journal.
fn hold(mut store: Store, mut waiting: mpsc::Receiver<Space>) {
    let mut last: Option<Standing> = None;
    while let Some(question) = waiting.blocking_recv() {
        match question {
            Space::Id(answer) => {
                let state = store.state().map_err(Problem::from);
                let id = |state: &State| state.founding.as_ref().map(|it| it.space.clone());
                let _ = answer.send(state.map(id));
            }
            Space::Standing(answer) => {
                let _ = answer.send(standing(&mut store, &mut last));
            }
        }
    }
}

fn standing(store: &mut Store, last: &mut Option<Standing>) -> Result<Standing, Problem> {
    let state = store.state()?;
    if let Some(last) = last.as_ref().filter(|last| last.heads == state.heads) {
        return Ok(last.clone());
    }
    let now = Standing { heads: state.heads.clone(), text: shown::state(state)?.into() };
    Ok(last.insert(now).clone())
}
