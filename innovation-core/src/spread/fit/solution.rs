//! A fit that exists: its parameters, what they may be, how well they fit.

use super::document::{FitEstimate, FitGoodness, FitInterval, FitMethod};
use super::objective::Objective;
use super::observed::Observed;
use crate::distribution::{normal_quantile, t_quantile};
use crate::linear::Symmetric;
use crate::math;
use crate::minimise::{Minimum, minimise};
use crate::stat::Stat;

/// Parameters on their own scale: ln p, ln q and ln m or the logit of the ceiling.
#[derive(Debug)]
pub(super) struct Solution {
    pub point: Vec<f64>,
    pub covariance: Symmetric,
    /// The sum of squares that the method makes least; for `mle`, of new adopters.
    pub rss: f64,
    /// Degrees of freedom that are left for errors; `None` for `mle`.
    pub freedom: Option<f64>,
    pub log_likelihood: Stat,
    /// The variance of new adopters of a period about the curve; 0 for `mle`.
    pub noise: f64,
}

/// A parameter, as a number and as it is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parameter {
    P,
    Q,
    Market,
    Ceiling,
}

impl Parameter {
    fn place(self) -> usize {
        match self {
            Self::P => 0,
            Self::Q => 1,
            Self::Market | Self::Ceiling => 2,
        }
    }

    /// The number at a point of the search.
    fn value(self, x: f64) -> f64 {
        match self {
            Self::Ceiling => 1.0 / (1.0 + math::exp(-x)),
            _ => math::exp(x),
        }
    }

    /// How fast the number moves with the point of the search.
    fn slope(self, x: f64) -> f64 {
        let value = self.value(x);
        match self {
            Self::Ceiling => value * (1.0 - value),
            _ => value,
        }
    }

    /// The end of an interval that reaches the end of the scale.
    fn end(self, up: bool) -> Stat {
        match (self, up) {
            (Self::Ceiling, true) => Stat::of(1.0),
            (Self::P | Self::Q | Self::Ceiling, false) => Stat::of(0.0),
            _ => Stat::undefined("no-end"),
        }
    }
}

impl Solution {
    /// From the least squares or the greatest likelihood that were found.
    pub(super) fn of(objective: &Objective<'_>, found: &Minimum) -> Option<Self> {
        let observed = objective.observed;
        let mut covariance = found.local.curvature.scaled_inverse()?;
        let spread = increments_off(observed, |t| objective.expected(&found.point, t).value);
        if objective.method == FitMethod::Mle {
            return Some(Self {
                point: found.point.clone(),
                covariance,
                rss: spread,
                freedom: None,
                log_likelihood: Stat::of(-found.local.value),
                noise: 0.0,
            });
        }
        let freedom = (observed.counts.len() - found.point.len()) as f64;
        let rss = 2.0 * found.local.value;
        covariance.scale(rss / freedom);
        Some(Self {
            point: found.point.clone(),
            covariance,
            rss,
            freedom: Some(freedom),
            log_likelihood: normal_likelihood(rss, objective.scale(), observed.counts.len()),
            noise: spread / freedom,
        })
    }

    /// How many standard errors an interval reaches to either side.
    pub(super) fn reach(&self, confidence: f64) -> f64 {
        let p = 0.5 + 0.5 * confidence;
        self.freedom.map_or_else(|| normal_quantile(p), |freedom| t_quantile(p, freedom))
    }

    /// A parameter with its intervals; the profile where an objective is at hand.
    pub(super) fn estimate(
        &self,
        parameter: Parameter,
        confidence: f64,
        profiled: Option<(&Objective<'_>, &Minimum)>,
    ) -> Option<FitEstimate> {
        let place = parameter.place();
        let x = *self.point.get(place)?;
        let value = parameter.value(x);
        let own = math::sqrt(self.covariance.of(place, place));
        let error = own * parameter.slope(x);
        let reach = self.reach(confidence);
        let profile = profiled.map(|(objective, found)| {
            let limit = match self.freedom {
                Some(freedom) => found.local.value * (1.0 + reach * reach / freedom),
                None => found.local.value + 0.5 * reach * reach,
            };
            let end = |up: bool| {
                let step = if up { own * reach } else { -own * reach };
                match side(objective, found, place, step, limit) {
                    Some(Some(x)) => Stat::of(parameter.value(x)),
                    Some(None) => parameter.end(up),
                    None => Stat::undefined("not-found"),
                }
            };
            FitInterval { lower: end(false), upper: end(true) }
        });
        Some(FitEstimate {
            value,
            standard_error: Stat::of(error),
            interval: Some(FitInterval {
                lower: Stat::of(value - reach * error),
                upper: Stat::of(value + reach * error),
            }),
            profile,
        })
    }

    pub(super) fn goodness(&self, observed: &Observed, fitted: &[f64]) -> FitGoodness {
        let mean = observed.total / observed.counts.len() as f64;
        let variation: f64 =
            observed.counts.iter().map(|count| (count - mean) * (count - mean)).sum();
        let off = increments_off(observed, |t| {
            fitted.get(t.saturating_sub(1)).copied().unwrap_or_default()
        });
        let parameters = self.point.len() as u32;
        // Least squares also estimate the variance of errors.
        let charged = f64::from(parameters + u32::from(self.freedom.is_some()));
        let aic = match self.log_likelihood.value {
            Some(value) => Stat::of(2.0 * charged - 2.0 * value),
            None => self.log_likelihood,
        };
        FitGoodness {
            rss: self.rss,
            r_squared: if variation > 0.0 {
                Stat::of(1.0 - off / variation)
            } else {
                Stat::undefined("no-variation")
            },
            log_likelihood: self.log_likelihood,
            aic,
            parameters,
        }
    }
}

/// The sum of squares of new adopters about a curve.
pub(super) fn increments_off(observed: &Observed, curve: impl Fn(usize) -> f64) -> f64 {
    (1..).zip(&observed.counts).map(|(t, count)| (count - curve(t)) * (count - curve(t))).sum()
}

/// The log-likelihood of normal errors with the variance that fits them best.
pub(super) fn normal_likelihood(rss: f64, scale: f64, count: usize) -> Stat {
    if rss <= 1e-24 * scale {
        return Stat::undefined("perfect-fit");
    }
    let n = count as f64;
    Stat::of(-0.5 * n * (math::ln(2.0 * std::f64::consts::PI * rss / n) + 1.0))
}

/// Where one parameter, the others following, passes the limit: the point; `Some(None)` where it
/// never does; `None` where the search gives no answer.
fn side(
    objective: &Objective<'_>,
    found: &Minimum,
    place: usize,
    step: f64,
    limit: f64,
) -> Option<Option<f64>> {
    let least = found.local.value;
    let goal = math::sqrt(limit - least);
    let mut near = found.point.clone();
    // Above the goal by how much, on a scale on which a parabola is a straight line.
    let mut over = |x: f64| -> Option<f64> {
        *near.get_mut(place)? = x;
        // From where the others were last, and from where they were at first: one that ran to
        // its wall finds no way back by itself.
        let mut fresh = found.point.clone();
        *fresh.get_mut(place)? = x;
        let search = |start: Vec<f64>| {
            minimise(start, objective.scale(), &|point| {
                let mut local = objective.at(point)?;
                local.hold(place);
                Some(local)
            })
        };
        let held = match (search(near.clone()), search(fresh)) {
            (Some(one), Some(other)) if other.local.value < one.local.value => other,
            (Some(one), _) => one,
            (None, other) => other?,
        };
        near.clone_from(&held.point);
        Some(math::sqrt(f64::max(held.local.value - least, 0.0)) - goal)
    };
    let start = *found.point.get(place)?;
    if !(step.is_finite() && step != 0.0 && goal > 0.0) {
        return None;
    }
    let (mut low, mut low_over) = (start, -goal);
    let (mut high, mut reach) = (start + step, step);
    let mut high_over = loop {
        match over(high) {
            Some(found) if found >= 0.0 => break found,
            Some(found) => (low, low_over) = (high, found),
            // Beyond a wall: the limit is never passed.
            None => return Some(None),
        }
        reach *= 1.6;
        high = start + reach;
    };
    // Regula falsi; the end that stays counts half (Illinois).
    for _ in 0..60 {
        let next = high - high_over * (high - low) / (high_over - low_over);
        let found = over(next)?;
        if found.abs() <= 1e-9 * goal || (high - low).abs() <= 1e-12 * (1.0 + high.abs()) {
            return Some(Some(next));
        }
        if (found > 0.0) == (high_over > 0.0) {
            (high, high_over) = (next, found);
            low_over *= 0.5;
        } else {
            (low, low_over) = (high, high_over);
            (high, high_over) = (next, found);
        }
    }
    None
}
