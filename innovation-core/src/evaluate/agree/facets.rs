//! Severity of raters on a scale of logits: the many-facet Rasch model.
//!
//! A unit of ability θ gets level k rather than k − 1 from a rater on an item with log odds
//! θ − item − rater − step k: the rating scale model with raters as a facet. Abilities are
//! drawn from a normal distribution about 0, whose variance is estimated; items are free,
//! raters and steps add up to 0. Marginal maximum likelihood by the EM algorithm on a grid of
//! 61 points; standard errors from the scores of units.
//!
//! No published table of estimates was found; the model is validated against the R package TAM
//! on one data set, and that only.
//!
//! # References
//!
//! J. M. Linacre, *Many-Facet Rasch Measurement*, MESA Press, 1989. R. D. Bock, M. Aitkin,
//! *Marginal maximum likelihood estimation of item parameters*, Psychometrika 46, 1981.

mod column;
mod round;

use super::document::{AgreeRequest, FacetModel, MeasureName, RaterEffect, RaterModel, ScaleKind};
use super::reading;
use super::table::Table;
use crate::error::{Code, Error, Result};
use crate::linear::Symmetric;
use crate::math;
use crate::stat::Stat;

/// Points of the grid of abilities, from −6 to 6 standard deviations.
const NODES: usize = 61;

/// Most ratings, raters with items, and levels of the model.
const MOST_RATINGS: u32 = 100_000;
const MOST_FACETS: usize = 100;
const MOST_STEPS: usize = 20;

/// Most iterations, and the change below which they rest.
const ITERATIONS: u32 = 1_000;
const REST: f64 = 1e-6;

/// Beyond so many logits an estimate is on its way to infinity.
const FAR: f64 = 15.0;

/// Refuses items that do not fit.
pub(super) fn check(request: &AgreeRequest) -> Result<()> {
    let refuse = |path: String, message: &str| {
        Err(Error::new(Code::EvaluateInvalidRatings, message).at(path))
    };
    if request.scale.kind != ScaleKind::Ordinal {
        return refuse("/scale/kind".to_owned(), "a table with items needs an ordinal scale");
    }
    if request.raters.is_empty() {
        return refuse("/raters".to_owned(), "a table with items needs the rater of each column");
    }
    if let Some(place) = request.measures.iter().position(|name| *name != MeasureName::RaterEffects)
    {
        let message = "columns are raters on items here: only raterEffects can be measured";
        return refuse(format!("/measures/{place}"), message);
    }
    let mut columns: Vec<_> = request.raters.iter().zip(&request.items).zip(0..).collect();
    columns.sort_unstable();
    for pair in columns.windows(2) {
        if let [(a, _), (b, place)] = pair
            && a == b
        {
            return refuse(
                format!("/items/{place}"),
                "the rater and the item stand at two columns",
            );
        }
    }
    Ok(())
}

/// Adds severities where they are asked for; with items, raters are listed once each.
pub(super) fn add(
    request: &AgreeRequest,
    table: &Table,
    raters: &mut Vec<RaterEffect>,
    model: &mut RaterModel,
) {
    if !request.facets && request.items.is_empty() {
        return;
    }
    let facets = Facets::of(request, table);
    if !request.items.is_empty() {
        *raters = facets.raters_once(request, raters);
        model.residual = Stat::undefined("has-items");
        model.convention = "no additive effects where columns are raters on items".to_owned();
    }
    let fit = facets.fit(table);
    let shared: Vec<usize> = facets.rater_of.iter().flatten().copied().collect();
    for (place, rater) in raters.iter_mut().enumerate() {
        // With items a rater stands at its own number; without, at its column.
        let own = if request.items.is_empty() {
            facets.rater_of.get(place).copied().flatten()
        } else {
            shared.contains(&place).then_some(place)
        };
        let (severity, error) = match (&fit, own) {
            (Err(reason), _) => (Stat::undefined(reason), None),
            (_, None) => (Stat::undefined("no-ratings"), None),
            (Ok(fit), Some(own)) => fit.severity(own),
        };
        rater.severity = Some(severity);
        rater.severity_error = error;
    }
    let convention = "many-facet Rasch model, rating scale form: log odds of a level over the one below = unit − item − rater − step; abilities normal about 0, raters and steps add up to 0; marginal maximum likelihood; levels never given left out; checked against one program’s estimates only";
    let (deviance, variance) = match &fit {
        Ok(fit) => (Stat::of(fit.deviance), Stat::of(fit.variance)),
        Err(reason) => (Stat::undefined(reason), Stat::undefined(reason)),
    };
    let fit = fit.ok();
    model.facets = Some(FacetModel {
        convention: convention.to_owned(),
        deviance,
        variance,
        items: fit.as_ref().map_or_else(Vec::new, |fit| {
            fit.parameters.iter().take(facets.items).copied().collect()
        }),
        steps: fit.as_ref().map_or_else(Vec::new, |fit| facets.steps_of(&fit.parameters)),
        iterations: fit.as_ref().map_or(0, |fit| fit.iterations),
        converged: fit.as_ref().is_some_and(|fit| fit.converged),
    });
}

/// Columns as raters on items, and levels as those that occur.
struct Facets {
    /// Of each column; `None` without ratings.
    rater_of: Vec<Option<usize>>,
    item_of: Vec<usize>,
    raters: usize,
    items: usize,
    /// Step of each level among those that occur.
    step_of: Vec<Option<usize>>,
    levels: usize,
    ratings: u32,
}

/// Estimates.
struct Fit {
    /// Items, raters but the last, steps but the last.
    parameters: Vec<f64>,
    variance: f64,
    deviance: f64,
    iterations: u32,
    converged: bool,
    /// Severity and its error, by rater.
    raters: Vec<(f64, Option<f64>)>,
}

impl Fit {
    fn severity(&self, rater: usize) -> (Stat, Option<f64>) {
        match self.raters.get(rater) {
            Some(&(severity, error)) if severity.abs() < FAR && self.converged => {
                (Stat::of(severity), error.filter(|error| error.is_finite()))
            }
            _ => (Stat::undefined("no-finite-estimate"), None),
        }
    }
}

impl Facets {
    fn of(request: &AgreeRequest, table: &Table) -> Self {
        let mut rater_ids = Vec::new();
        let mut item_ids = Vec::new();
        let number = |ids: &mut Vec<String>, id: String| {
            ids.iter().position(|known| *known == id).unwrap_or_else(|| {
                ids.push(id);
                ids.len() - 1
            })
        };
        let with_items = !request.items.is_empty();
        let (mut rater_of, mut item_of) = (Vec::new(), Vec::new());
        for column in 0..table.columns {
            let rated = table.active.binary_search(&column).is_ok();
            let id = match request.raters.get(column).filter(|_| with_items) {
                Some(id) => id.to_string(),
                None => column.to_string(),
            };
            // Without items a column without ratings is no rater of the model.
            let rater = (rated || with_items).then(|| number(&mut rater_ids, id));
            let item = request.items.get(column).map_or_else(String::new, ToString::to_string);
            rater_of.push(rater.filter(|_| rated));
            item_of.push(number(&mut item_ids, item));
        }
        let mut seen = vec![false; table.width()];
        for &code in &table.codes {
            if let Some(place) = seen.get_mut(code as usize) {
                *place = true;
            }
        }
        let mut levels = 0;
        let step_of = seen
            .into_iter()
            .map(|seen| {
                seen.then(|| {
                    levels += 1;
                    levels - 1
                })
            })
            .collect();
        Self {
            rater_of,
            item_of,
            raters: rater_ids.len(),
            items: item_ids.len(),
            step_of,
            levels,
            ratings: table.of_column.iter().sum(),
        }
    }

    /// Where several columns are one rater: the rater once, with all ratings.
    fn raters_once(&self, request: &AgreeRequest, columns: &[RaterEffect]) -> Vec<RaterEffect> {
        let mut once: Vec<RaterEffect> = Vec::new();
        for (own, id) in columns.iter().zip(&request.raters) {
            if let Some(known) = once.iter_mut().find(|known| known.rater.as_ref() == Some(id)) {
                known.ratings += own.ratings;
                continue;
            }
            once.push(RaterEffect {
                effect: Stat::undefined("has-items"),
                standard_error: None,
                flags: Vec::new(),
                ..own.clone()
            });
        }
        for rater in &mut once {
            let flag = if rater.ratings == 0 { "no-ratings" } else { "too-few-ratings" };
            if rater.ratings < super::effects::FEW {
                rater.flags.push(super::document::Flag { flag, text: reading::flag(flag) });
            }
        }
        once
    }

    fn size(&self) -> usize {
        self.items + self.raters.saturating_sub(1) + self.levels.saturating_sub(2)
    }

    /// Steps from level to level, the last one such that all add up to 0.
    fn steps_of(&self, parameters: &[f64]) -> Vec<f64> {
        let first = self.items + self.raters.saturating_sub(1);
        let mut steps: Vec<f64> = parameters.iter().skip(first).copied().collect();
        if self.levels >= 2 {
            steps.push(-steps.iter().sum::<f64>());
        }
        steps
    }

    /// Severities of all raters, which add up to 0.
    fn severities(&self, parameters: &[f64]) -> Vec<f64> {
        let mut all: Vec<f64> = parameters
            .iter()
            .skip(self.items)
            .take(self.raters.saturating_sub(1))
            .copied()
            .collect();
        all.push(-all.iter().sum::<f64>());
        all
    }

    /// How a column's location depends on the parameters.
    fn location(&self, column: usize) -> Vec<(usize, f64)> {
        let item = self.item_of.get(column).copied().unwrap_or(0);
        let mut parts = vec![(item, 1.0)];
        match self.rater_of.get(column).copied().flatten() {
            Some(rater) if rater + 1 < self.raters => parts.push((self.items + rater, 1.0)),
            Some(_) => parts.extend((0..self.raters - 1).map(|other| (self.items + other, -1.0))),
            None => {}
        }
        parts
    }

    fn fit(&self, table: &Table) -> std::result::Result<Fit, &'static str> {
        if table.kind == ScaleKind::Nominal {
            return Err(super::statistic::NOMINAL);
        }
        if self.raters < 2 {
            return Err(super::statistic::TOO_FEW_RATERS);
        }
        if self.levels < 2 {
            return Err(super::statistic::NO_VARIATION);
        }
        if self.ratings > MOST_RATINGS {
            return Err("too-many-ratings");
        }
        if self.size() > MOST_FACETS || self.levels > MOST_STEPS {
            return Err(super::statistic::TOO_MANY_RATERS);
        }
        let mut parameters = vec![0.0; self.size()];
        let mut variance = 1.0;
        let (mut iterations, mut converged) = (0, false);
        while iterations < ITERATIONS && !converged {
            iterations += 1;
            let round = self.round(table, &parameters, variance, false);
            let Some(inverse) = round.curvature.inverse() else { break };
            let mut most: f64 = (round.variance - variance).abs();
            for (place, parameter) in parameters.iter_mut().enumerate() {
                let step: f64 = round
                    .gradient
                    .iter()
                    .enumerate()
                    .map(|(other, slope)| inverse.of(place, other) * slope)
                    .sum();
                let step = step.clamp(-1.0, 1.0);
                *parameter += step;
                most = most.max(step.abs());
            }
            variance = round.variance.max(1e-9);
            if !most.is_finite() || parameters.iter().any(|parameter| parameter.abs() > 2.0 * FAR) {
                break;
            }
            converged = most < REST;
        }
        let last = self.round(table, &parameters, variance, true);
        let covariance = last.products.and_then(Symmetric::inverse);
        let severities = self.severities(&parameters);
        let raters = severities
            .iter()
            .enumerate()
            .map(|(rater, &severity)| {
                let own: Vec<(usize, f64)> = if rater + 1 < self.raters {
                    vec![(self.items + rater, 1.0)]
                } else {
                    (0..self.raters - 1).map(|other| (self.items + other, -1.0)).collect()
                };
                let error = covariance.as_ref().map(|covariance| {
                    let sum: f64 = own
                        .iter()
                        .flat_map(|a| own.iter().map(move |b| (a, b)))
                        .map(|(a, b)| a.1 * b.1 * covariance.of(a.0, b.0))
                        .sum();
                    math::sqrt(sum)
                });
                (severity, error)
            })
            .collect();
        Ok(Fit { parameters, variance, deviance: last.deviance, iterations, converged, raters })
    }
}
