//! The nodes compared with each other, and in few numbers.

use super::document::{AdopterCategory, ExposureSummary, NodeExposure, ThresholdCategory};
use super::read::Adoptions;
use crate::math;
use crate::stat::Stat;

/// Mean and standard deviation of some numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    mean: f64,
    sd: f64,
}

impl Around {
    /// Of one number or more; one alone has no deviation.
    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        let count = numbers.len() as f64;
        let mean = math::sum(numbers.iter().copied()) / count;
        let squares = math::sum(numbers.iter().map(|x| (x - mean) * (x - mean)));
        let sd = if count > 1.0 { math::sqrt(squares / (count - 1.0)) } else { 0.0 };
        mean.is_finite().then_some(Self { mean, sd })
    }

    /// When a node adopted compared with others. netdiffuseR does not tell innovators apart.
    pub(super) fn adopter(self, time: f64, compatible: bool) -> AdopterCategory {
        let Self { mean, sd } = self;
        if time < mean - 2.0 * sd && !compatible {
            AdopterCategory::Innovator
        } else if time < mean - sd {
            AdopterCategory::EarlyAdopter
        } else if time < mean {
            AdopterCategory::EarlyMajority
        } else if time < mean + sd {
            AdopterCategory::LateMajority
        } else {
            AdopterCategory::Laggard
        }
    }

    pub(super) fn threshold(self, share: f64) -> ThresholdCategory {
        let Self { mean, sd } = self;
        if share < mean - sd {
            ThresholdCategory::VeryLow
        } else if share < mean {
            ThresholdCategory::Low
        } else if share < mean + sd {
            ThresholdCategory::High
        } else {
            ThresholdCategory::VeryHigh
        }
    }
}

/// The nodes in few numbers.
pub(super) fn summary(adoptions: &Adoptions, nodes: &[NodeExposure]) -> ExposureSummary {
    let known = |of: fn(&NodeExposure) -> Stat| -> Vec<f64> {
        nodes.iter().filter_map(|node| of(node).value).collect()
    };
    let mean = |numbers: &[f64]| {
        Around::of(numbers).map_or(Stat::undefined("none-exists"), |around| Stat::of(around.mean))
    };
    let mut thresholds = known(|node| node.threshold);
    let mean_threshold = mean(&thresholds);
    thresholds.sort_by(f64::total_cmp);
    let adopters = adoptions.counts.iter().skip(1).sum();
    let count = adoptions.nodes();
    ExposureSummary {
        nodes: count,
        adopters,
        censored: count - adopters,
        without_ties: (0..count).filter(|&node| adoptions.seen.heads(node).is_empty()).count()
            as u32,
        mean_threshold,
        median_threshold: median(&thresholds),
        mean_infectiousness: mean(&known(|node| node.infectiousness)),
        mean_susceptibility: mean(&known(|node| node.susceptibility)),
    }
}

/// The middle of numbers in rising order.
fn median(sorted: &[f64]) -> Stat {
    let upper = sorted.get(sorted.len() / 2);
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2);
    match (lower, upper) {
        (Some(lower), Some(upper)) => Stat::of(0.5 * (lower + upper)),
        _ => Stat::undefined("none-exists"),
    }
}
