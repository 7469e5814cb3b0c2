//! Plays a sweep: rows of parameters × replicates, on one machine or as a job array.
//!
//! A shard plays its share of the replicates of every row and writes what they left, a line
//! for each piece; played again, it goes on where it stopped. `merge` joins the files of all
//! shards, in any order, into one summary for each row and one table.

mod join;
mod lines;
mod plan;
mod play;

use lexopt::{Arg, Parser, ValueExt};
use plan::{Plan, Shard};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "\
Plays a sweep over the parameters of a model, or joins what its shards left.

  sweep PLAN [--shard I/N] [--threads T] [--out DIR]
  sweep merge PLAN FILE... [--out DIR]

  PLAN          a JSON file: model, variant, parameters, rows, replicates, seed
  --shard I/N   the share to play, 1/1 (all) to N/N; a job array plays one each
  --threads T   how many threads play (default: as many as the machine has)
  --out DIR     where files are written (default: here)

A shard writes sweep-I-of-N.ndjson; merge writes summaries.ndjson and report.csv.
";

enum Task {
    Play { plan: PathBuf, shard: Shard, threads: usize, out: PathBuf },
    Merge { plan: PathBuf, files: Vec<PathBuf>, out: PathBuf },
    Help,
}

type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Fault> {
    match read()? {
        Task::Help => print!("{HELP}"),
        Task::Play { plan, shard, threads, out } => {
            play::play(&Plan::read(&plan)?, shard, threads, &out)?;
        }
        Task::Merge { plan, files, out } => join::join(&Plan::read(&plan)?, &files, &out)?,
    }
    Ok(())
}

fn read() -> Result<Task, lexopt::Error> {
    let (mut words, mut shard) = (Vec::new(), Shard::WHOLE);
    let mut threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut out = PathBuf::from(".");
    let mut parser = Parser::from_env();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Value(word) => words.push(word),
            Arg::Long("shard") => shard = parser.value()?.parse()?,
            Arg::Long("threads") => threads = parser.value()?.parse()?,
            Arg::Long("out") => out = parser.value()?.into(),
            Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter().peekable();
    let merges = words.next_if(|word| word == "merge").is_some();
    let plan = words.next().ok_or("which plan? try --help")?.into();
    let files: Vec<PathBuf> = words.map(PathBuf::from).collect();
    match (merges, files.is_empty()) {
        (true, false) => Ok(Task::Merge { plan, files, out }),
        (true, true) => Err("merge which files? try --help".into()),
        (false, true) => Ok(Task::Play { plan, shard, threads: threads.max(1), out }),
        (false, false) => Err("one plan at a time; try --help".into()),
    }
}
