//! How fast an innovation is adopted, and how far it will go: growth curves.
//!
//! [`fit()`] reads counts by period (`observed`), makes squares least or a likelihood greatest
//! (`objective`, over the curve of `curve` with derivatives by `jet`), or regresses (`ols`);
//! `solution` says what the parameters may be, `forecast` what comes next, `texts` what to bear
//! in mind.
//!
//! Invariant: a fit that runs to the end of a scale is refused with what runs there, never
//! answered with the place where the search gave up.

mod curve;
mod document;
mod forecast;
mod jet;
mod objective;
mod observed;
mod ols;
mod solution;
mod texts;

pub use document::{
    BassFit, FitEstimate, FitGoodness, FitInterval, FitMethod, FitPeak, FitRequest, FittedPeriod,
    ForecastPeriod, GrowthModel,
};
pub(in crate::spread) use observed::period;

use crate::error::{Code, Error, Result};
use crate::minimise::Minimum;
use crate::stat::Stat;
use curve::{Curve, peak};
use objective::{Missing, Objective};
use observed::Observed;
use ols::NoCurve;
use solution::{Parameter, Solution};

/// Most periods of a forecast.
const MOST_HORIZON: u32 = 1_000;

/// Fits the Bass curve of adoption: influence from outside `p`, from others `q`, and how many
/// will ever adopt `m`.
///
/// The chance to adopt of someone who has not is `p + q·F`, where `F` is the share that has.
/// Counts are those of whole periods; `convention` in the answer says how time runs. Intervals
/// come twice: from the standard error, and from the profile of squares or likelihood, which
/// keeps its meaning where the first passes 0. Who has not adopted yet counts as just that for
/// `mle`; the other methods look at adopters alone.
///
/// A curve that fits does not show contagion; see [`BassFit::notes`].
///
/// # Errors
///
/// `spread.invalid-adoptions` where data are negative, no numbers of periods, all censored, all
/// 0, or too few for the parameters. `spread.no-fit` where no curve fits best: a parameter runs
/// to the end of its scale, or the regression has the wrong signs. `contract.too-large` beyond
/// 2,000 periods or 1,000 of forecast.
///
/// # Example
///
/// ```
/// use innovation_core::spread::{FitRequest, fit};
/// let wards = FitRequest {
///     series: Some(vec![3.0, 5.0, 9.0, 14.0, 16.0, 13.0, 8.0, 4.0]),
///     horizon: 2,
///     ..FitRequest::default()
/// };
/// let curve = fit(&wards)?;
/// assert!(curve.q.value > 0.5 && (curve.m.value - 76.0).abs() < 3.0);
/// assert!(curve.forecast[0].lower <= curve.forecast[0].adopters);
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// F. M. Bass, *A new product growth for model consumer durables*, Management Science 15(5),
/// 1969. D. C. Schmittlein, V. Mahajan, *Maximum likelihood estimation for an innovation
/// diffusion model of new product acceptance*, Marketing Science 1(1), 1982. V. Srinivasan,
/// C. H. Mason, *Nonlinear least squares estimation of new product diffusion models*, Marketing
/// Science 5(2), 1986.
pub fn fit(request: &FitRequest) -> Result<BassFit> {
    let method = method(request)?;
    let observed = Observed::read(request, method)?;
    let third = match method {
        FitMethod::NlsCumulative => false,
        FitMethod::Mle => request.ceiling,
        _ => true,
    };
    let objective = Objective { observed: &observed, method, third };
    let (solution, found) = if method == FitMethod::Ols {
        let solution = ols::regress(&observed).map_err(|none| match none {
            NoCurve::Signs(coefficients) => texts::no_regression(Some(coefficients)),
            NoCurve::Flat => texts::no_regression(None),
        })?;
        (solution, None)
    } else {
        let place = if request.series.is_some() { "/series" } else { "/adoptions" };
        let refuse = |missing| texts::no_fit(missing).at(place);
        let found = objective.solve().map_err(refuse)?;
        let solution =
            Solution::of(&objective, &found).ok_or_else(|| refuse(Missing::Unsettled))?;
        (solution, Some(found))
    };
    describe(request, &objective, &solution, found.as_ref())
        .ok_or_else(|| texts::no_fit(Missing::Unsettled))
}

/// The method asked for, checked against the rest of the request.
fn method(request: &FitRequest) -> Result<FitMethod> {
    let invalid = |fact: &str, at: &str| Err(Error::new(Code::ContractInvalidValue, fact).at(at));
    if !(0.5..=0.999).contains(&request.confidence) {
        return invalid("a confidence is a number from 0.5 to 0.999", "/confidence");
    }
    if request.horizon > MOST_HORIZON {
        let fact = format!("{} periods; at most {MOST_HORIZON} are forecast", request.horizon);
        return Err(Error::new(Code::ContractTooLarge, fact).at("/horizon"));
    }
    let usual = if request.series.is_some() { FitMethod::Nls } else { FitMethod::Mle };
    let method = request.method.unwrap_or(usual);
    if request.ceiling && method != FitMethod::Mle {
        return invalid("only mle estimates a ceiling", "/ceiling");
    }
    Ok(method)
}

/// The answer.
fn describe(
    request: &FitRequest,
    objective: &Objective<'_>,
    solution: &Solution,
    found: Option<&Minimum>,
) -> Option<BassFit> {
    let (observed, method) = (objective.observed, objective.method);
    let profiled = found.map(|found| (objective, found));
    let estimate = |parameter| solution.estimate(parameter, request.confidence, profiled);
    let (p, q) = (estimate(Parameter::P)?, estimate(Parameter::Q)?);
    let ceiling = if request.ceiling { Some(estimate(Parameter::Ceiling)?) } else { None };
    let m = match (observed.population, &ceiling) {
        (None, _) => estimate(Parameter::Market)?,
        (Some(population), Some(ceiling)) => multiplied(ceiling, population),
        (Some(population), None) => FitEstimate {
            value: population,
            standard_error: Stat::undefined("given"),
            interval: None,
            profile: None,
        },
    };
    let curve = Curve::new(*solution.point.first()?, *solution.point.get(1)?);
    let mut fitted = Vec::with_capacity(observed.counts.len());
    for (period, adopters) in (1_u32..).zip(&observed.counts) {
        let t = f64::from(period);
        let share = match method {
            FitMethod::NlsDensity => curve.density(t),
            _ => curve.increment(t),
        };
        fitted.push(FittedPeriod {
            period,
            adopters: *adopters,
            fitted: m.value * share.value,
            cumulative: m.value * curve.share(t).value,
        });
    }
    let expected: Vec<f64> = fitted.iter().map(|period| period.fitted).collect();
    let top = peak(p.value, q.value);
    let missing = Stat::undefined("no-peak");
    let mut fit = BassFit {
        model: request.model,
        method,
        periods: observed.counts.len() as u32,
        adopters: observed.total,
        censored: observed.population.map(|_| observed.left()),
        peak: FitPeak {
            time: top.map_or(missing, Stat::of),
            rate: top.map_or(missing, |top| Stat::of(m.value * curve.density(top).value)),
        },
        goodness: solution.goodness(observed, &expected),
        forecast: forecast::forecast(
            solution,
            method,
            observed,
            request.horizon,
            request.confidence,
        ),
        p,
        q,
        m,
        ceiling,
        fitted,
        confidence: request.confidence,
        convention: texts::convention(method),
        band: (request.horizon > 0).then(|| texts::band(method)),
        notes: Vec::new(),
    };
    fit.notes = texts::notes(&fit);
    Some(fit)
}

/// A share as so many of the population.
fn multiplied(share: &FitEstimate, population: f64) -> FitEstimate {
    let times = |stat: Stat| stat.value.map_or(stat, |value| Stat::of(value * population));
    let interval = |interval: &FitInterval| FitInterval {
        lower: times(interval.lower),
        upper: times(interval.upper),
    };
    FitEstimate {
        value: share.value * population,
        standard_error: times(share.standard_error),
        interval: share.interval.as_ref().map(interval),
        profile: share.profile.as_ref().map(interval),
    }
}

#[cfg(test)]
mod tests;
