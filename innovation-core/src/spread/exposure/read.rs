//! Reading who adopted when.

use super::document::ExposureRequest;
use crate::error::{Code, Error, Result};
use crate::spread::fit::period;
use crate::spread::network::Graph;

/// Most periods.
const MOST_PERIODS: u32 = 2_000;

/// A network with the period in which each node adopted.
#[derive(Debug)]
pub(super) struct Adoptions {
    /// From who is influenced to who influences them: rows are what a node sees.
    pub seen: Graph,
    /// From who influences to who is influenced.
    pub shown: Graph,
    /// By node, from 1; 0 where it had not adopted.
    pub times: Vec<u32>,
    /// The last period observed.
    pub end: u32,
    /// Adopters by period, from period 1 at place 1; place 0 holds those who had not.
    pub counts: Vec<u32>,
    /// Whether the conventions of netdiffuseR hold.
    pub compatible: bool,
    pub weighted: bool,
}

impl Adoptions {
    pub(super) fn read(request: &ExposureRequest, network: Graph) -> Result<Self> {
        let nodes = network.nodes() as usize;
        if request.adoptions.len() != nodes {
            let fact = format!("{} adoptions for {nodes} nodes", request.adoptions.len());
            return Err(refuse(&fact, "/adoptions").hint("give one for each node, in their order"));
        }
        if nodes < 2 {
            return Err(refuse("a network of fewer than 2 nodes", "/network/nodes"));
        }
        let mut times = Vec::with_capacity(nodes);
        for (place, time) in request.adoptions.iter().enumerate() {
            times.push(match time {
                Some(time) => period(*time, &format!("/adoptions/{place}"))?,
                None => 0,
            });
        }
        let latest = times.iter().copied().max().unwrap_or(0);
        let compatible = request.compatible.is_some();
        let end = match request.censored_at {
            Some(0) => return Err(refuse("periods are numbered from 1", "/censoredAt")),
            // netdiffuseR knows no censoring: a time after the last period is a period more.
            Some(end) if compatible => end.max(latest),
            Some(end) => end,
            None => latest,
        };
        times.iter_mut().filter(|time| **time > end).for_each(|time| *time = 0);
        if times.iter().all(|time| *time == 0) {
            return Err(refuse("nobody has adopted: all are censored", "/adoptions"));
        }
        if end > MOST_PERIODS {
            let place = if request.censored_at == Some(end) { "/censoredAt" } else { "/adoptions" };
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("{end} periods; at most {MOST_PERIODS} are analysed"),
            )
            .at(place)
            .hint("use longer periods, or number them from the start of the diffusion"));
        }
        let mut counts = vec![0_u32; end as usize + 1];
        for &time in &times {
            if let Some(count) = counts.get_mut(time as usize) {
                *count += 1;
            }
        }
        let weighted = network.weighted() && request.weighted.unwrap_or(!compatible);
        Ok(Self {
            seen: network.reversed(),
            shown: network,
            times,
            end,
            counts,
            compatible,
            weighted,
        })
    }

    pub(super) fn nodes(&self) -> u32 {
        self.times.len() as u32
    }

    /// When a node adopted; `None` where it had not.
    pub(super) fn time(&self, node: u32) -> Option<u32> {
        self.times.get(node as usize).copied().filter(|time| *time > 0)
    }

    /// How many adopt in a period.
    pub(super) fn adopt_in(&self, period: u32) -> u32 {
        if period == 0 { 0 } else { self.counts.get(period as usize).copied().unwrap_or(0) }
    }

    /// Adopters by the end of each period, from the first.
    pub(super) fn cumulative(&self) -> impl Iterator<Item = u32> {
        self.counts.iter().skip(1).scan(0, |sum, count| {
            *sum += count;
            Some(*sum)
        })
    }

    /// What a node sees: each of those who influence it with the weight of the tie.
    pub(super) fn sees(&self, node: u32, weighted: bool) -> impl Iterator<Item = (u32, f64)> {
        let weights = if weighted { self.seen.weights(node) } else { &[] };
        let weights = weights.iter().copied().chain(std::iter::repeat(1.0));
        self.seen.heads(node).iter().copied().zip(weights)
    }
}

/// Refuses options that contradict the data.
pub(super) fn check(request: &ExposureRequest, adoptions: &Adoptions) -> Result<()> {
    let invalid = |fact: &str, at: &str| Err(Error::new(Code::ContractInvalidValue, fact).at(at));
    let large = |fact: String, at: &str| Err(Error::new(Code::ContractTooLarge, fact).at(at));
    if request.lag >= adoptions.end {
        return invalid("the lag is shorter than the time observed", "/lag");
    }
    if request.window == 0 {
        return invalid("the window is 1 or more", "/window");
    }
    if request.discount.is_some_and(|rate| !(0.0..=1e3).contains(&rate)) {
        return invalid("a discount is a number from 0 to 1000", "/discount");
    }
    if request.moran.reach == Some(0) {
        return invalid("the reach is 1 or more", "/moran/reach");
    }
    if request.moran.sources.is_some_and(|sources| sources < 2) {
        return invalid("distances are measured from 2 nodes or more", "/moran/sources");
    }
    let nodes = u64::from(adoptions.nodes());
    let arcs = adoptions.shown.arcs() as u64;
    if arcs.saturating_mul(u64::from(request.window.min(adoptions.end))) > MOST_STEPS {
        return large(format!("a window of {} over {arcs} ties", request.window), "/window");
    }
    let cells = nodes * u64::from(adoptions.end);
    if cells > MOST_PASSED {
        let fact = format!("{nodes} nodes times {} periods; at most {MOST_PASSED}", adoptions.end);
        return large(fact, "/adoptions");
    }
    let permutations = u64::from(request.moran.permutations);
    if permutations > 9_999
        || permutations * nodes > MOST_EXCHANGED
        || permutations * cells > MOST_PASSED
        || permutations * u64::from(adoptions.end) > MOST_CELLS
    {
        let fact = format!(
            "{permutations} permutations of {nodes} nodes over {} periods; at most 9999, and at \
             most {MOST_EXCHANGED} times exchanged and {MOST_PASSED} nodes and periods",
            adoptions.end
        );
        return large(fact, "/moran/permutations");
    }
    if request.by_period && cells > MOST_CELLS {
        return large(
            format!("{nodes} nodes times {} periods; at most {MOST_CELLS}", adoptions.end),
            "/byPeriod",
        );
    }
    Ok(())
}

/// Most steps of one pass over ties.
const MOST_STEPS: u64 = 1_000_000_000;

/// Most periods of nodes, over all permutations.
const MOST_PASSED: u64 = 100_000_000;

/// Most times exchanged in all permutations together.
const MOST_EXCHANGED: u64 = 20_000_000;

/// Most cells of exposure by period.
const MOST_CELLS: u64 = 2_000_000;

fn refuse(fact: &str, at: &str) -> Error {
    Error::new(Code::SpreadInvalidAdoptions, fact).at(at)
}
