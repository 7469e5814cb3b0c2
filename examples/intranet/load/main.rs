//! Fifty people at once, and a server that is killed while they work.
//!
//! Each user asks as a page does, thinks for a moment, and asks again; whoever is cut off asks
//! again with the same id. Some follow the events all the while. At the end the journal is
//! checked: every link, every event that was acknowledged, none lost and none twice.

mod check;
mod server;
mod user;

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::time::sleep;
use user::{Follower, User};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// How long the server stays away when it is killed.
const OUTAGE: Duration = Duration::from_secs(1);

/// What is asked of a run.
struct Options {
    server: PathBuf,
    users: usize,
    followers: usize,
    seconds: u64,
    /// How long a user thinks, on average.
    think: Duration,
    /// What 99 of 100 answers must stay below, on a machine that does nothing else.
    bar: Option<Duration>,
}

/// What users saw, taken together.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Time from the question to the whole answer, of each request that was answered.
    pub(crate) times: Vec<Duration>,
    /// Requests that were cut off, or found nobody, and were asked again.
    pub(crate) cut_off: usize,
    /// The longest that somebody tried again.
    pub(crate) longest_outage: Duration,
    /// Id and line of each command that was acknowledged.
    pub(crate) acknowledged: Vec<(String, String)>,
    /// Answers that should not have been.
    pub(crate) errors: Vec<String>,
}

impl Seen {
    fn add(&mut self, mut other: Self) {
        self.times.append(&mut other.times);
        self.cut_off = self.cut_off.saturating_add(other.cut_off);
        self.longest_outage = self.longest_outage.max(other.longest_outage);
        self.acknowledged.append(&mut other.acknowledged);
        self.errors.append(&mut other.errors);
    }

    /// The time that a share of the answers, in thousandths, stay below.
    fn quantile(&self, thousandths: usize) -> Duration {
        let place = self.times.len().saturating_sub(1).saturating_mul(thousandths) / 1000;
        self.times.get(place).copied().unwrap_or_default()
    }
}

fn main() -> ExitCode {
    match read(lexopt::Parser::from_env()).and_then(|options| run(&options)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            println!("FAILED the load: {error}\n0 passed, 1 failed");
            ExitCode::FAILURE
        }
    }
}

fn read(mut parser: lexopt::Parser) -> Outcome<Options> {
    use lexopt::ValueExt;
    use lexopt::prelude::Long;

    let mut options = Options {
        server: PathBuf::new(),
        users: 50,
        followers: 5,
        seconds: 20,
        think: Duration::from_millis(100),
        bar: None,
    };
    while let Some(argument) = parser.next()? {
        match argument {
            Long("server") => options.server = parser.value()?.into(),
            Long("users") => options.users = parser.value()?.parse()?,
            Long("followers") => options.followers = parser.value()?.parse()?,
            Long("seconds") => options.seconds = parser.value()?.parse()?,
            Long("think") => options.think = Duration::from_millis(parser.value()?.parse()?),
            Long("bar") => options.bar = Some(Duration::from_millis(parser.value()?.parse()?)),
            _ => return Err(argument.unexpected().into()),
        }
    }
    Ok(options)
}

/// Runs, prints what was seen, and gives how much of it must not be.
#[tokio::main]
async fn run(options: &Options) -> Outcome<usize> {
    let folder = tempfile::tempdir()?;
    let journal = folder.path().join("space.db");
    let members: Vec<String> = (1..=options.users).map(|number| format!("m{number}")).collect();
    let before = check::opened(&journal, &members)?;
    let mut server = server::Server::start(&options.server, &journal)?;
    server.ready().await?;

    let end = Instant::now() + Duration::from_secs(options.seconds);
    let seen = Arc::new(Mutex::new(Seen::default()));
    let mut working = Vec::new();
    for (number, member) in members.iter().enumerate() {
        let mut user = User::new(&server.address, member, number, options.think)?;
        let seen = Arc::clone(&seen);
        working.push(tokio::spawn(async move {
            user.work(end).await;
            if let Ok(mut seen) = seen.lock() {
                seen.add(user.seen);
            }
        }));
    }
    let mut following = Vec::new();
    for member in members.iter().take(options.followers) {
        following.push(tokio::spawn(Follower::new(&server.address, member, before)?.follow()));
    }

    sleep(Duration::from_secs(options.seconds) / 2).await;
    server.kill()?;
    sleep(OUTAGE).await;
    server.restart()?;
    let away = server.ready().await? + OUTAGE;

    for user in working {
        user.await?;
    }
    let mut seen = std::mem::take(&mut *seen.lock().map_err(|_| "a user stopped at a fault")?);
    seen.times.sort_unstable();
    let last = before.saturating_add(i64::try_from(seen.acknowledged.len())?);
    let mut missed = None;
    for follower in following {
        missed = missed.or(follower.await?.until(last).err());
    }
    let ended = server.stop().await?;
    let slow = seen.quantile(990);
    let late = options.bar.filter(|bar| slow > *bar).map(|_| format!("{slow:.1?}"));
    let laws = [
        ("no request fails", seen.errors.first().cloned()),
        ("followers see every event once", missed),
        ("the server ends in good order", (!ended).then(|| "it did not".to_owned())),
        ("the journal holds what was acknowledged", check::journal(&journal, before, &seen)?),
        ("99 of 100 answers come in time", late),
    ];
    report(options, &seen, away);
    let mut failed: usize = 0;
    for (law, fault) in &laws {
        if let Some(fault) = fault {
            failed = failed.saturating_add(1);
            println!("FAILED {law}: {fault}");
        }
    }
    println!("{} passed, {failed} failed", laws.len().saturating_sub(failed));
    Ok(failed)
}

fn report(options: &Options, seen: &Seen, away: Duration) {
    println!(
        "{} users for {} s, who think {:?} on average: {} requests answered, {} of them events",
        options.users,
        options.seconds,
        options.think,
        seen.times.len(),
        seen.acknowledged.len()
    );
    println!(
        "time of an answer: p50 {:.1?}, p90 {:.1?}, p99 {:.1?}, p99.9 {:.1?}, longest {:.1?}; {} errors",
        seen.quantile(500),
        seen.quantile(900),
        seen.quantile(990),
        seen.quantile(999),
        seen.quantile(1000),
        seen.errors.len()
    );
    println!(
        "killed at half-time, away for {away:.1?}: {} requests cut off and repeated, for {:.1?} at most",
        seen.cut_off, seen.longest_outage
    );
}
