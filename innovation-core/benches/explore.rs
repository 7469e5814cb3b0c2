//! Replicates of the models of exploration, one line a case: name, then seconds a replicate.
//!
//! usage: cargo bench --bench explore
//!
//! Cases are requests as hosts make them: playing, adding up and the course are all in the
//! time. `tests/peers/explore/run` puts a plain NumPy program beside the first case.

mod clock;

use clock::Clock;
use innovation_core::explore::{RunRequest, run};
use serde_json::{Value, json};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let march = |p1: f64, p2: f64| json!({"p1": p1, "p2": p2});
    let search = |agents: u32, steps: u32| json!({"agents": agents, "steps": steps});
    // Conformists go on looking to the last step, so that the work is agents × steps.
    let busy =
        |agents: u32, steps: u32| json!({"agents": agents, "steps": steps, "rule": "conformist"});
    for (name, model, parameters, replicates) in [
        ("march-0.5-0.5", "march", march(0.5, 0.5), 40_000),
        ("march-0.1-0.5", "march", march(0.1, 0.5), 5_000),
        ("subgroups", "subgroups", json!({}), 60),
        ("landscape", "landscape", json!({}), 1_000),
        ("search", "search", search(100, 200), 4_000),
        ("search-score", "search", json!({"score": true}), 1_000),
        ("search-conformist-100x200", "search", busy(100, 200), 400),
        ("search-conformist-400x200", "search", busy(400, 200), 100),
        ("search-conformist-100x800", "search", busy(100, 800), 100),
        ("diversity", "diversity", json!({}), 20),
        ("creative-space", "creativeSpace", json!({}), 20),
    ] {
        // The best of three: what is left out is the noise of the machine.
        let mut best = f64::INFINITY;
        for _ in 0..3 {
            best = best.min(seconds(model, &parameters, replicates)?);
        }
        println!("{name} {:.9}", best / f64::from(replicates));
        println!("# {name}: {:.0} replicates a second", f64::from(replicates) / best);
    }
    Ok(())
}

fn seconds(model: &str, parameters: &Value, replicates: u32) -> Result<f64, Box<dyn Error>> {
    let request: RunRequest = serde_json::from_value(json!({
        "model": model, "parameters": parameters, "seed": 1,
        "replicates": {"from": 0, "to": replicates}
    }))?;
    let clock = Clock::begin();
    run(&request)?;
    Ok(clock.seconds())
}
