//! What a fit makes least: squares of errors, or the negative log-likelihood.

use super::curve::Curve;
use super::document::FitMethod;
use super::jet::Jet;
use super::observed::Observed;
use crate::linear::Symmetric;
use crate::math;
use crate::minimise::{Local, Minimum, minimise};

/// Rates beyond which a fit is none: logarithms of the least and the greatest `p` and `q`.
const WALLS: [(f64, f64); 2] = [(-27.7, 3.0), (-20.8, 4.0)];

/// How many times the adopters observed the market may be before it counts as endless.
const MOST_MARKET: f64 = 1e4;

/// How near to its wall a parameter ends that runs there, on its own scale.
const NEAR: f64 = 2.4;

/// The function to make least, of ln p, ln q and, where it is estimated, ln m or the logit of
/// the ceiling.
#[derive(Debug)]
pub(super) struct Objective<'a> {
    pub observed: &'a Observed,
    pub method: FitMethod,
    /// Whether there is a third parameter.
    pub third: bool,
}

/// Why a fit does not exist: the parameter that runs to a wall, and which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    NoOutside,
    NoImitation,
    AtOnce,
    EndlessMarket,
    FullCeiling,
    Unsettled,
}

impl Objective<'_> {
    pub(super) fn parameters(&self) -> usize {
        2 + usize::from(self.third)
    }

    /// What the third parameter stands for, as a factor of shares: adopters or a ceiling.
    fn factor(&self, point: &[f64]) -> Jet {
        let Some(&third) = point.get(2) else { return Jet::constant(1.0) };
        let third = Jet::variable(third, 2);
        match self.method {
            FitMethod::Mle => Jet::constant(1.0) / (Jet::constant(1.0) + third.scaled(-1.0).exp()),
            _ => third.exp(),
        }
    }

    fn walls(&self) -> [(f64, f64); 3] {
        let [p, q] = WALLS;
        let third = match self.method {
            FitMethod::Mle => (-30.0, 14.0),
            _ => {
                let total = math::ln(self.observed.total);
                (total - 3.0, total + math::ln(MOST_MARKET))
            }
        };
        [p, q, third]
    }

    /// New adopters expected in a period, with derivatives.
    pub(super) fn expected(&self, point: &[f64], period: usize) -> Jet {
        let (Some(&p), Some(&q)) = (point.first(), point.get(1)) else {
            return Jet::constant(0.0);
        };
        let curve = Curve::new(p, q);
        let t = period as f64;
        let factor = self.factor(point).scaled(self.observed.population.unwrap_or(1.0));
        match self.method {
            FitMethod::NlsDensity => factor * curve.density(t),
            _ => factor * curve.increment(t),
        }
    }

    /// The function near a point; nothing beyond the walls.
    pub(super) fn at(&self, point: &[f64]) -> Option<Local> {
        let inside = point.iter().zip(self.walls()).all(|(x, (low, high))| *x > low && *x < high);
        let (true, Some(&p), Some(&q)) = (inside, point.first(), point.get(1)) else { return None };
        let curve = Curve::new(p, q);
        let factor = self.factor(point);
        let local = match self.method {
            FitMethod::Mle => self.likelihood(&curve, factor),
            _ => self.squares(&curve, factor),
        };
        let finite =
            local.value.is_finite() && local.gradient.iter().all(|slope| slope.is_finite());
        finite.then_some(local)
    }

    /// Half the sum of squared errors, with the curvature of Gauss and Newton.
    fn squares(&self, curve: &Curve, factor: Jet) -> Local {
        let size = self.parameters();
        let (mut value, mut gradient) = (0.0, vec![0.0; size]);
        let mut curvature = Symmetric::new(size);
        let mut before = 0.0;
        for (t, count) in (1_u32..).zip(&self.observed.counts) {
            before += count;
            let t = f64::from(t);
            let (seen, model) = match self.method {
                FitMethod::NlsDensity => (*count, factor * curve.density(t)),
                FitMethod::NlsCumulative => {
                    (before / self.observed.population.unwrap_or(1.0), curve.share(t))
                }
                _ => (*count, factor * curve.increment(t)),
            };
            let error = seen - model.value;
            value += 0.5 * error * error;
            for ((a, own), slope) in gradient.iter_mut().enumerate().zip(model.slope) {
                *own -= error * slope;
                for (b, other) in model.slope.iter().enumerate().take(size) {
                    curvature.add(a, b, slope * other);
                }
            }
        }
        Local { value, gradient, curvature }
    }

    /// The negative log-likelihood of counts by period and of those who are left.
    fn likelihood(&self, curve: &Curve, ceiling: Jet) -> Local {
        let mut value = Jet::constant(0.0);
        let limit = ceiling.ln();
        for (t, count) in (1_u32..).zip(&self.observed.counts).filter(|(_, count)| **count > 0.0) {
            value = value - (curve.increment(f64::from(t)).ln() + limit).scaled(*count);
        }
        let (left, end) = (self.observed.left(), self.observed.counts.len() as f64);
        if left > 0.0 {
            // With a ceiling c: 1 − c·F(T), which is 1 − c + c·(1 − F(T)).
            let stays = if self.third {
                Jet::constant(1.0) - ceiling + ceiling * curve.left(end)
            } else {
                curve.left(end)
            };
            value = value - stays.ln().scaled(left);
        }
        let size = self.parameters();
        let mut curvature = Symmetric::new(size);
        let places = [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)];
        for ((a, b), bend) in places.into_iter().zip(value.bend).filter(|((_, b), _)| *b < size) {
            curvature.add(a, b, bend);
            if a != b {
                curvature.add(b, a, bend);
            }
        }
        Local {
            value: value.value,
            gradient: value.slope.iter().take(size).copied().collect(),
            curvature,
        }
    }

    /// The size of a value that matters: all squares, or a unit of log-likelihood.
    pub(super) fn scale(&self) -> f64 {
        match self.method {
            FitMethod::Mle => 1.0,
            FitMethod::NlsCumulative => 1.0,
            _ => self.observed.counts.iter().map(|count| count * count).sum(),
        }
    }

    /// The best point of a search from many starts, or why there is none.
    pub(super) fn solve(&self) -> Result<Minimum, Missing> {
        let mut starts: Vec<(f64, Vec<f64>)> = Vec::new();
        for p in [0.0003, 0.003, 0.02, 0.08, 0.25] {
            for q in [0.01, 0.1, 0.3, 0.6, 1.2] {
                let start = self.start(p, q);
                if let Some(local) = self.at(&start) {
                    starts.push((local.value, start));
                }
            }
        }
        starts.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut best: Option<Minimum> = None;
        for (_, start) in starts.into_iter().take(4) {
            let Some(found) = minimise(start, self.scale(), &|point| self.at(point)) else {
                continue;
            };
            if best.as_ref().is_none_or(|best| {
                found.local.value < best.local.value - 1e-12 * best.local.value.abs()
            }) {
                best = Some(found);
            }
        }
        let best = best.ok_or(Missing::Unsettled)?;
        match self.missing(&best) {
            Some(missing) => Err(missing),
            None => Ok(best),
        }
    }

    /// A start with given rates: the market is what fits them best.
    fn start(&self, p: f64, q: f64) -> Vec<f64> {
        let mut point = vec![math::ln(p), math::ln(q)];
        if !self.third {
            return point;
        }
        point.push(match self.method {
            FitMethod::Mle => 1.0,
            _ => {
                let (mut above, mut below) = (0.0, 0.0);
                for (t, count) in (1_usize..).zip(&self.observed.counts) {
                    let share = self.expected(&point, t).value;
                    above += share * count;
                    below += share * share;
                }
                let total = self.observed.total;
                let market = if below > 0.0 { above / below } else { total };
                math::ln(market.clamp(0.5 * total, 100.0 * total))
            }
        });
        point
    }

    /// Why a point is no fit, where it is none.
    fn missing(&self, found: &Minimum) -> Option<Missing> {
        let [p_walls, q_walls, third_walls] = self.walls();
        let mut point = found.point.iter();
        let (p, q, third) = (*point.next()?, *point.next()?, point.next());
        let runs_up = |x: f64, walls: (f64, f64)| x > walls.1 - NEAR;
        if third.is_some_and(|third| runs_up(*third, third_walls)) {
            return Some(match self.method {
                FitMethod::Mle => Missing::FullCeiling,
                _ => Missing::EndlessMarket,
            });
        }
        if runs_up(q, q_walls) || runs_up(p, p_walls) {
            return Some(Missing::AtOnce);
        }
        if q < q_walls.0 + NEAR {
            return Some(Missing::NoImitation);
        }
        if p < p_walls.0 + NEAR {
            return Some(Missing::NoOutside);
        }
        let ill = !found.settled || found.local.curvature.scaled_inverse().is_none();
        ill.then_some(Missing::Unsettled)
    }
}
