//! Whom to ask first in a network of 15,233 co-authors: fifty seeds, weighted cascade and linear
//! threshold.
//!
//! The network is reference data, kept beside the sources and never with them; `SPREAD_SEED_GRAPH`
//! names another file of the same form: a line with two counts, then a directed tie a line, with
//! a weight that is not read. Without a file there is nothing to measure, and it says so. Seconds
//! are those of the processor where the system tells them, so that a busy machine does not blur
//! them; they include reading the network into its compact form.

use crate::Outcome;
use crate::clock::Clock;
use innovation_core::spread::{
    DiffusionModel, DiffusionNetwork, Node, SeedingRequest, SimulateRequest, seed, simulate,
};
use std::path::{Path, PathBuf};

const RUNS: u32 = 3;

/// Every case, best of some runs, with its spread in simulations of their own.
pub fn run() -> Outcome {
    let path = std::env::var_os("SPREAD_SEED_GRAPH").map_or_else(
        || {
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("../../shared/data/spread/graphs/NetHEPT_wc_directed.txt")
        },
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("# SKIPPED: {} cannot be read", path.display());
        return Ok(());
    };
    let network = network(&text).ok_or("the first line has no number of nodes")?;
    for (name, model) in [
        ("seed-weighted-cascade", DiffusionModel::WeightedCascade {}),
        ("seed-linear-threshold", DiffusionModel::LinearThreshold {}),
    ] {
        let request = SeedingRequest::of(network.clone(), model.clone(), 50);
        let mut least = f64::INFINITY;
        let mut answer = None;
        for _ in 0..RUNS {
            let clock = Clock::begin();
            answer = Some(seed(&request)?);
            least = least.min(clock.seconds());
        }
        let Some(answer) = answer else { continue };
        println!("{name} {least:.6}");
        let chosen: Vec<Node> = answer.seeds.iter().map(|one| one.node.clone()).collect();
        let mut check = SimulateRequest::of(network.clone(), model, chosen.clone());
        check.seed = 99.into();
        check.replicates = 20_000;
        let simulated = simulate(&check)?.adopters;
        let first: Vec<String> = chosen.iter().take(5).map(ToString::to_string).collect();
        println!(
            "# {name}: {:.1} simulated, estimate {:.1}, share {:.3}, {:?} sets, first {}",
            simulated.mean,
            answer.spread.last().map_or(0.0, |last| last.spread),
            answer.guarantee.share,
            answer.sets.map(|sets| sets.choice),
            first.join(" "),
        );
    }
    Ok(())
}

/// The network of a file; ties from a node to itself are left out.
fn network(text: &str) -> Option<DiffusionNetwork> {
    let pair = |line: &str| {
        let mut fields = line.split_whitespace().map(|field| field.parse::<u32>().ok());
        Some((fields.next()??, fields.next()??))
    };
    let mut lines = text.lines();
    let (nodes, _) = pair(lines.next()?)?;
    let edges: Vec<(u32, u32)> = lines.filter_map(pair).filter(|(a, b)| a != b).collect();
    Some(DiffusionNetwork { directed: true, ..DiffusionNetwork::of(nodes, &edges) })
}
