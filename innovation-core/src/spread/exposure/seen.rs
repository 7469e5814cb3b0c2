//! What each node had seen: exposure, thresholds, infectiousness, susceptibility.

use super::document::ExposureRequest;
use super::read::Adoptions;
use crate::math;
use crate::stat::Stat;

/// The exposure of one node over time.
#[derive(Debug)]
pub(super) struct View {
    /// The weight of those it sees who have adopted by each period, from period 1 at place 1; at
    /// place 0 that of those who never do.
    weights: Vec<f64>,
    total: f64,
}

impl View {
    pub(super) fn new(periods: u32) -> Self {
        Self { weights: vec![0.0; periods as usize + 1], total: 0.0 }
    }

    /// Looks at what a node sees.
    pub(super) fn look(&mut self, adoptions: &Adoptions, node: u32) {
        self.weights.fill(0.0);
        self.total = 0.0;
        for (other, weight) in adoptions.sees(node, adoptions.weighted) {
            let time = adoptions.time(other).unwrap_or(0);
            if let Some(own) = self.weights.get_mut(time as usize) {
                *own += weight;
            }
            self.total += weight;
        }
        let mut sum = 0.0;
        for own in self.weights.iter_mut().skip(1) {
            sum += *own;
            *own = sum;
        }
    }

    /// The share seen to have adopted by the end of a period; 0 before the first, `None` where
    /// it sees nobody.
    pub(super) fn share(&self, period: u32) -> Option<f64> {
        let seen = if period == 0 { 0.0 } else { *self.weights.get(period as usize)? };
        (self.total > 0.0).then(|| f64::min(seen / self.total, 1.0))
    }
}

/// A node's threshold.
pub(super) fn threshold(view: &View, adoptions: &Adoptions, node: u32, lag: u32) -> Stat {
    let Some(time) = adoptions.time(node) else { return Stat::undefined("not-adopted") };
    if time <= lag {
        return Stat::undefined("before-first-period");
    }
    share(view, adoptions, time - lag)
}

/// A share seen, or why there is none.
pub(super) fn share(view: &View, adoptions: &Adoptions, period: u32) -> Stat {
    match view.share(period) {
        Some(share) => Stat::of(share),
        // netdiffuseR: who sees nobody has seen no adopter.
        None if adoptions.compatible => Stat::of(0.0),
        None => Stat::undefined("no-ties"),
    }
}

/// How periods farther off count less, from the next.
pub(super) fn discounts(request: &ExposureRequest, adoptions: &Adoptions) -> Vec<f64> {
    (0..request.window.min(adoptions.end.saturating_sub(1)))
        .map(|k| match request.discount {
            Some(rate) => math::pow(1.0 + rate, -f64::from(k)),
            None => 1.0 / f64::from(k + 1),
        })
        .collect()
}

/// How far those whom a node influences adopt soon after it.
pub(super) fn infectiousness(
    adoptions: &Adoptions,
    node: u32,
    discounts: &[f64],
    normalised: bool,
) -> Stat {
    let Some(time) = adoptions.time(node) else { return Stat::undefined("not-adopted") };
    if time == adoptions.end {
        return none(adoptions, "last-period");
    }
    let (mut soon, mut possible, mut all) = (0.0, 0.0, 0.0);
    for (then, discount) in (time + 1..=adoptions.end).zip(discounts) {
        for &other in adoptions.shown.heads(node) {
            match adoptions.time(other) {
                Some(its) if its == then => {
                    (soon, possible) = (soon + discount, possible + discount)
                }
                Some(its) if its > then => possible += discount,
                Some(_) => {}
                // Who had not adopted at the end still could; netdiffuseR leaves them out.
                None => possible += if adoptions.compatible { 0.0 } else { *discount },
            }
        }
        all += discount * f64::from(adoptions.adopt_in(then));
    }
    ratio(adoptions, [soon, possible, all], normalised, "nobody-left")
}

/// How far a node adopts soon after those who influence it.
pub(super) fn susceptibility(
    adoptions: &Adoptions,
    node: u32,
    discounts: &[f64],
    normalised: bool,
) -> Stat {
    let Some(time) = adoptions.time(node) else { return Stat::undefined("not-adopted") };
    if time == 1 {
        return none(adoptions, "first-period");
    }
    let (mut soon, mut possible, mut all) = (0.0, 0.0, 0.0);
    for (then, discount) in (1..time).rev().zip(discounts) {
        for &other in adoptions.seen.heads(node) {
            match adoptions.time(other) {
                Some(its) if its == then => {
                    (soon, possible) = (soon + discount, possible + discount)
                }
                Some(its) if its < then => possible += discount,
                _ => {}
            }
        }
        all += discount * f64::from(adoptions.adopt_in(then));
    }
    ratio(adoptions, [soon, possible, all], normalised, "nobody-before")
}

fn ratio(
    adoptions: &Adoptions,
    [soon, possible, all]: [f64; 3],
    normalised: bool,
    reason: &'static str,
) -> Stat {
    if possible == 0.0 {
        return none(adoptions, reason);
    }
    if soon == 0.0 {
        return Stat::of(0.0);
    }
    Stat::of(soon / possible / if normalised { all } else { 1.0 })
}

/// Nothing to divide by: netdiffuseR says 0.
fn none(adoptions: &Adoptions, reason: &'static str) -> Stat {
    if adoptions.compatible { Stat::of(0.0) } else { Stat::undefined(reason) }
}
