//! Spread through networks, one line a case: name, then the best of some runs in seconds.
//!
//! usage: cargo bench --bench spread -- [simulate|seed]
//!
//! Without a part, all. `tests/peers/spread/run` puts the named peers beside each case.

#[path = "../clock/mod.rs"]
mod clock;
mod seed;
mod simulate;

use std::error::Error;

/// What a part returns.
type Outcome = Result<(), Box<dyn Error>>;

/// A part's name, and what runs it.
type Part = (&'static str, fn() -> Outcome);

fn main() -> Outcome {
    let parts: [Part; 2] = [("simulate", simulate::run), ("seed", seed::run)];
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    for (name, run) in parts {
        if asked.is_empty() || asked.iter().any(|arg| arg == name) {
            run()?;
        }
    }
    Ok(())
}
