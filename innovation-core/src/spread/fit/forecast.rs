//! What the curve says about periods to come, and how far it may be off.

use super::curve::Curve;
use super::document::{FitMethod, ForecastPeriod};
use super::jet::Jet;
use super::observed::Observed;
use super::solution::Solution;
use crate::math;

/// The periods after those observed.
pub(super) fn forecast(
    solution: &Solution,
    method: FitMethod,
    observed: &Observed,
    horizon: u32,
    confidence: f64,
) -> Vec<ForecastPeriod> {
    let (Some(&p), Some(&q)) = (solution.point.first(), solution.point.get(1)) else {
        return Vec::new();
    };
    let ahead = Ahead {
        curve: Curve::new(p, q),
        factor: factor(solution, method, observed),
        population: observed.population.unwrap_or(1.0),
        left: (method == FitMethod::Mle).then(|| observed.left()),
        end: observed.counts.len() as f64,
        density: method == FitMethod::NlsDensity,
    };
    let reach = solution.reach(confidence);
    let mut periods = Vec::new();
    let mut sum = Jet::constant(0.0);
    for step in 1..=horizon {
        let t = ahead.end + f64::from(step);
        let Some(new) = ahead.expected(t) else { break };
        sum = sum + new;
        let off = |what: Jet, steps: f64| {
            let slopes: Vec<f64> = what.slope.iter().take(solution.point.len()).copied().collect();
            let counts = match ahead.left {
                // Those who are left adopt or do not.
                Some(left) if left > 0.0 => what.value * f64::max(1.0 - what.value / left, 0.0),
                Some(_) => 0.0,
                None => steps * solution.noise,
            };
            reach * math::sqrt(f64::max(solution.covariance.form(&slopes), 0.0) + counts)
        };
        let (own, all) = (off(new, 1.0), off(sum, f64::from(step)));
        let cumulative = observed.total + sum.value;
        // A band does not pass those who are left to adopt.
        let most = ahead.left.unwrap_or(f64::INFINITY);
        periods.push(ForecastPeriod {
            period: observed.counts.len() as u32 + step,
            adopters: new.value,
            lower: f64::max(new.value - own, 0.0),
            upper: f64::min(new.value + own, most),
            cumulative,
            cumulative_lower: f64::max(cumulative - all, observed.total),
            cumulative_upper: f64::min(cumulative + all, observed.total + most),
        });
    }
    periods
}

/// How many will ever adopt, with derivatives.
fn factor(solution: &Solution, method: FitMethod, observed: &Observed) -> Jet {
    let population = Jet::constant(observed.population.unwrap_or(1.0));
    let Some(&third) = solution.point.get(2) else { return population };
    let third = Jet::variable(third, 2);
    if method == FitMethod::Mle {
        population / (Jet::constant(1.0) + third.scaled(-1.0).exp())
    } else {
        third.exp()
    }
}

/// The curve beyond what was observed.
struct Ahead {
    curve: Curve,
    factor: Jet,
    population: f64,
    /// Those who had not adopted, where they are known: what is ahead is theirs.
    left: Option<f64>,
    end: f64,
    density: bool,
}

impl Ahead {
    fn expected(&self, t: f64) -> Option<Jet> {
        let share = if self.density { self.curve.density(t) } else { self.curve.increment(t) };
        // So far ahead that nothing is left of the curve.
        if !share.value.is_finite() || share.slope.iter().any(|slope| !slope.is_finite()) {
            return None;
        }
        let new = self.factor * share;
        let Some(left) = self.left else { return Some(new) };
        // Those who never will, and those who have not yet.
        let stays =
            Jet::constant(self.population) - self.factor + self.factor * self.curve.left(self.end);
        let chance = new / stays;
        Some(chance.scaled(left))
    }
}
