//! Agreement, weights and funding, one line a case: name, then the best of some runs in seconds.
//!
//! usage: cargo bench --bench evaluate -- [agreement|weights|funding]
//!
//! Without a part, all. `tests/peers/evaluate/run` puts the named peers beside each case.

mod agreement;
mod funding;
mod weights;

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

/// What a part returns.
type Outcome = Result<(), Box<dyn Error>>;

/// A part's name, and what runs it.
type Part = (&'static str, fn() -> Outcome);

fn main() -> Outcome {
    let parts: [Part; 3] =
        [("agreement", agreement::run), ("weights", weights::run), ("funding", funding::run)];
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    for (name, run) in parts {
        if asked.is_empty() || asked.iter().any(|arg| arg == name) {
            run()?;
        }
    }
    Ok(())
}

/// Runs a case so many times and prints its name and the best time in seconds.
fn best<T>(
    name: &str,
    runs: u32,
    mut case: impl FnMut() -> Result<T, innovation_core::Error>,
) -> Outcome {
    let mut least = f64::INFINITY;
    for _ in 0..runs.max(1) {
        let start = Instant::now();
        black_box(case()?);
        least = least.min(start.elapsed().as_secs_f64());
    }
    println!("{name} {least:.9}");
    Ok(())
}
