//! Cascades and linear thresholds on a network of 100,000 nodes, seeds 0 to 99.
//!
//! `SPREAD_GRAPH` is a file with a tie a line, two numbers of nodes; ties run both ways. Without
//! it, a network is drawn in which each node ties itself to ten at random. Reading the request
//! takes the same whatever the replicates: a case is the time of many less that of one, by run,
//! and `read` is that of one. Seconds are those of the processor where the system tells them, so
//! that a busy machine does not blur them.

use crate::Outcome;
use crate::clock::Clock;
use innovation_core::random::{Address, Purpose, Stream};
use innovation_core::spread::{
    DiffusionModel, DiffusionNetwork, Node, SimulateRequest, Simulation, simulate,
};
use std::collections::BTreeSet;
use std::error::Error;

const RUNS: u32 = 3;

/// Every case, best of some runs.
pub fn run() -> Outcome {
    let network = network()?;
    let cascade = |p| DiffusionModel::IndependentCascade { p: Some(p) };
    for (name, model, replicates) in [
        ("cascade-0.1", cascade(0.1), 401),
        ("cascade-0.01", cascade(0.01), 10_001),
        ("weighted-cascade", DiffusionModel::WeightedCascade {}, 301),
        ("linear-threshold", DiffusionModel::LinearThreshold {}, 101),
    ] {
        let seeds = (0..100).map(Node::Place).collect();
        let mut request = SimulateRequest::of(network.clone(), model, seeds);
        request.seed = 1.into();
        request.replicates = 1;
        let (read, _) = best(&request)?;
        request.replicates = replicates;
        let (all, answer) = best(&request)?;
        println!("{name} {:.9}", (all - read) / f64::from(replicates - 1));
        println!(
            "# {name}: mean {} ± {}, read {read:.3} s, all {all:.3} s for {replicates}",
            answer.adopters.mean,
            answer.adopters.standard_error.value.unwrap_or_default()
        );
    }
    Ok(())
}

/// The best time of some runs, in seconds, and the answer.
fn best(request: &SimulateRequest) -> Result<(f64, Simulation), Box<dyn Error>> {
    let clock = Clock::begin();
    let answer = simulate(request)?;
    let mut least = clock.seconds();
    for _ in 1..RUNS {
        let clock = Clock::begin();
        simulate(request)?;
        least = least.min(clock.seconds());
    }
    Ok((least, answer))
}

/// The network of the file, or one that is drawn.
fn network() -> Result<DiffusionNetwork, Box<dyn Error>> {
    let Ok(path) = std::env::var("SPREAD_GRAPH") else {
        let mut stream = Stream::new(1, Address::of(Purpose::Synthetic));
        let mut ties = BTreeSet::new();
        for node in 1..100_000_u32 {
            for _ in 0..10 {
                ties.insert((stream.below(node), node));
            }
        }
        return Ok(DiffusionNetwork::of(100_000, &ties.into_iter().collect::<Vec<_>>()));
    };
    let mut ties = Vec::new();
    let mut nodes = 0;
    for line in std::fs::read_to_string(path)?.lines() {
        let mut ends = line.split_whitespace().map(str::parse::<u32>);
        let (Some(a), Some(b)) = (ends.next(), ends.next()) else { continue };
        let (a, b) = (a?, b?);
        nodes = nodes.max(a + 1).max(b + 1);
        ties.push((a, b));
    }
    Ok(DiffusionNetwork::of(nodes, &ties))
}
