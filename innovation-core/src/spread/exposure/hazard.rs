//! Whether exposure matters once other causes are held: a regression of adoption in each
//! period of those who had not adopted before.

use super::covariates::{Columns, Term};
use super::document::{
    ExposureRequest, HazardCoefficient, HazardLink, HazardModel, HazardRegression, PeriodEffects,
};
use super::read::Adoptions;
use super::seen::View;
use crate::distribution::normal_cdf;
use crate::error::{Code, Error, Result};
use crate::linear::Symmetric;
use crate::math;
use crate::minimise::{Local, minimise};

/// Most effects.
const MOST_TERMS: usize = 300;

/// Most numbers that the rows of the regression hold.
const MOST_CELLS: usize = 16_000_000;

/// Periods of nodes at risk.
#[derive(Debug)]
struct Table {
    terms: Vec<Term>,
    /// Columns of `cells`: effects that are numbers of a row.
    width: usize,
    /// Row by row, the numbers.
    cells: Vec<f64>,
    /// Row by row: the period, and whether the node adopts in it.
    rows: Vec<(u32, bool)>,
    /// By period, the effect of its own: `None` where it has none.
    dummies: Vec<Option<u32>>,
    left_out: u32,
    periods_left_out: Vec<u32>,
    /// Rows and adoptions of periods that were left out.
    beyond: (u64, u64),
}

/// Fits the regression that a request asks for.
pub(super) fn regress(
    request: &ExposureRequest,
    adoptions: &Adoptions,
) -> Result<Option<HazardRegression>> {
    let model = match &request.hazard_model {
        Some(model) => model.clone(),
        None if request.covariates.is_empty() => return Ok(None),
        None => HazardModel::default(),
    };
    let table = Table::read(request, adoptions, &model)?;
    table.fit(model, adoptions.compatible).map(Some)
}

impl Table {
    fn read(request: &ExposureRequest, adoptions: &Adoptions, model: &HazardModel) -> Result<Self> {
        if model.lag >= adoptions.end {
            return Err(Error::new(
                Code::ContractInvalidValue,
                "the lag is shorter than the time observed",
            )
            .at("/hazardModel/lag"));
        }
        let columns = Columns::read(&request.covariates, adoptions)?;
        let mut terms = vec![
            Term { name: "constant".to_owned(), at: "/hazardModel".to_owned() },
            Term { name: "exposure".to_owned(), at: "/hazardModel".to_owned() },
        ];
        terms.extend(columns.terms());
        if model.periods == PeriodEffects::Linear {
            let at = "/hazardModel/periods".to_owned();
            terms.push(Term { name: "period".to_owned(), at });
        }
        let width = terms.len();
        let mut table = Self {
            terms,
            width,
            cells: Vec::new(),
            rows: Vec::new(),
            dummies: Vec::new(),
            left_out: 0,
            periods_left_out: Vec::new(),
            beyond: (0, 0),
        };
        let mut view = View::new(adoptions.end);
        for node in 0..adoptions.nodes() {
            if !columns.known(node) {
                table.left_out += 1;
                continue;
            }
            view.look(adoptions, node);
            let time = adoptions.time(node);
            for period in model.lag + 1..=time.unwrap_or(adoptions.end) {
                let start = table.cells.len();
                // Who sees nobody has seen no adopter.
                let seen = view.share(period - model.lag).unwrap_or(0.0);
                table.cells.extend([1.0, seen]);
                if !columns.row(node, period, &mut table.cells) {
                    table.cells.truncate(start);
                    continue;
                }
                if model.periods == PeriodEffects::Linear {
                    table.cells.push(f64::from(period));
                }
                table.rows.push((period, time == Some(period)));
                if table.cells.len() > MOST_CELLS {
                    return Err(Error::new(
                        Code::ContractTooLarge,
                        format!(
                            "nodes at risk, periods and effects make more than {MOST_CELLS} numbers"
                        ),
                    )
                    .at("/hazardModel")
                    .hint("use fewer covariates, longer periods, or a sample of nodes"));
                }
            }
        }
        if model.periods == PeriodEffects::Dummies {
            table.free_periods(adoptions.end);
        }
        if table.terms.len() > MOST_TERMS {
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("{} effects; at most {MOST_TERMS} are estimated", table.terms.len()),
            )
            .at("/hazardModel/periods")
            .hint("let the chance change evenly (linear), or use longer periods"));
        }
        Ok(table)
    }

    /// Gives each period an effect of its own, but leaves out those in which nobody or everybody
    /// at risk adopts: such an effect has no estimate and takes no other with it.
    fn free_periods(&mut self, end: u32) {
        let mut counts = vec![(0_u64, 0_u64); end as usize + 1];
        for &(period, adopts) in &self.rows {
            if let Some((risk, events)) = counts.get_mut(period as usize) {
                *risk += 1;
                *events += u64::from(adopts);
            }
        }
        let varied = |period: u32| {
            counts.get(period as usize).is_some_and(|&(risk, events)| events > 0 && events < risk)
        };
        let (mut cells, mut rows) = (Vec::new(), Vec::new());
        for (row, numbers) in self.rows.iter().zip(self.cells.chunks(self.width)) {
            if varied(row.0) {
                rows.push(*row);
                cells.extend_from_slice(numbers);
            }
        }
        (self.rows, self.cells) = (rows, cells);
        self.dummies = vec![None; end as usize + 1];
        let mut first = true;
        for period in 1..=end {
            let Some(&(risk, events)) = counts.get(period as usize) else { continue };
            if risk == 0 {
                continue;
            }
            if !varied(period) {
                self.periods_left_out.push(period);
                self.beyond = (self.beyond.0 + risk, self.beyond.1 + events);
                continue;
            }
            // The first is the one that others are compared with.
            if !std::mem::take(&mut first)
                && let Some(dummy) = self.dummies.get_mut(period as usize)
            {
                *dummy = Some(self.terms.len() as u32);
                self.terms.push(Term {
                    name: format!("period {period}"),
                    at: "/hazardModel/periods".to_owned(),
                });
            }
        }
    }

    /// The effects of a row: places and numbers.
    fn effects<'a>(
        &'a self,
        period: u32,
        numbers: &'a [f64],
    ) -> impl Iterator<Item = (usize, f64)> + Clone + 'a {
        let dummy = self.dummies.get(period as usize).copied().flatten();
        numbers
            .iter()
            .copied()
            .enumerate()
            .chain(dummy.into_iter().map(|place| (place as usize, 1.0)))
    }

    /// The negative log-likelihood, with the curvature that is expected (Fisher).
    fn local(&self, link: HazardLink, point: &[f64]) -> Local {
        let size = self.terms.len();
        let (mut value, mut gradient) = (0.0, vec![0.0; size]);
        let mut curvature = Symmetric::new(size);
        for (&(period, adopts), numbers) in self.rows.iter().zip(self.cells.chunks(self.width)) {
            let effects = self.effects(period, numbers);
            let sum: f64 = effects
                .clone()
                .map(|(place, number)| number * point.get(place).copied().unwrap_or(0.0))
                .sum();
            let (loss, slope, weight) = loss(link, sum, adopts);
            value += loss;
            for (place, number) in effects.clone() {
                if let Some(own) = gradient.get_mut(place) {
                    *own += slope * number;
                }
                for (other, its) in effects.clone() {
                    curvature.add(place, other, weight * number * its);
                }
            }
        }
        Local { value, gradient, curvature }
    }

    fn fit(&self, model: HazardModel, compatible: bool) -> Result<HazardRegression> {
        let link = model.link;
        let events = self.rows.iter().filter(|(_, adopts)| *adopts).count() as f64;
        let risk = self.rows.len() as f64;
        if events == 0.0 || events == risk {
            return Err(Error::new(
                Code::SpreadNoFit,
                "nobody or everybody at risk adopts: there is nothing to explain",
            )
            .at("/hazardModel"));
        }
        let share = events / risk;
        let mut start = vec![0.0; self.terms.len()];
        if let Some(constant) = start.first_mut() {
            *constant = match link {
                HazardLink::Logit => math::ln(share / (1.0 - share)),
                HazardLink::Probit => crate::distribution::normal_quantile(share),
            };
        }
        let at_start = self.local(link, &start);
        if let Some(term) = at_start.curvature.dependent().and_then(|place| self.terms.get(place)) {
            let fact = format!("{} follows from the effects before it", term.name);
            return Err(Error::new(Code::SpreadInvalidCovariates, fact)
                .at(&term.at)
                .hint("leave it out, or give numbers that vary by themselves"));
        }
        let scale = at_start.value;
        let found = minimise(start, scale, &|point| {
            let local = self.local(link, point);
            local.value.is_finite().then_some(local)
        });
        let none = || {
            Error::new(Code::SpreadNoFit, "the search finds no single best regression")
                .at("/hazardModel")
        };
        let found = found.ok_or_else(none)?;
        let inverse = found.local.curvature.scaled_inverse();
        if let Some(term) = self.separating(link, &found.point) {
            let fact = format!("{} tells adopters from others wholly, or nearly", term.name);
            return Err(Error::new(Code::SpreadNoFit, fact)
                .at(&term.at)
                .hint("its effect has no finite estimate; leave it out or join rare groups"));
        }
        let inverse = inverse.filter(|_| found.settled).ok_or_else(none)?;
        let mut coefficients = Vec::with_capacity(self.terms.len());
        for (place, (term, &estimate)) in self.terms.iter().zip(&found.point).enumerate() {
            let standard_error = math::sqrt(inverse.of(place, place));
            let z = estimate / standard_error;
            let p = 2.0 * normal_cdf(-z.abs());
            coefficients.push(HazardCoefficient {
                term: term.name.clone(),
                estimate,
                standard_error,
                z,
                p,
            });
        }
        // netdiffuseR keeps periods that explain themselves, and counts their effects.
        let (rows, adoptions, charged) = if compatible {
            let (rows, adoptions) = self.beyond;
            (rows, adoptions, self.periods_left_out.len() as f64)
        } else {
            (0, 0, 0.0)
        };
        let all = (risk + rows as f64, events + adoptions as f64);
        let deviance = 2.0 * found.local.value;
        Ok(HazardRegression {
            model,
            coefficients,
            observations: all.0 as u64,
            events: all.1 as u64,
            left_out: self.left_out,
            periods_left_out: self.periods_left_out.clone(),
            deviance,
            null_deviance: -2.0
                * (plog(all.1, all.1 / all.0) + plog(all.0 - all.1, 1.0 - all.1 / all.0)),
            aic: deviance + 2.0 * (self.terms.len() as f64 + charged),
        })
    }

    /// The effect that runs away, where the model is sure beyond what so many rows can tell.
    fn separating(&self, link: HazardLink, point: &[f64]) -> Option<&Term> {
        let sure = match link {
            HazardLink::Logit => 18.0,
            HazardLink::Probit => 6.0,
        };
        let (mut most, mut worst) = (sure, None);
        for (&(period, _), numbers) in self.rows.iter().zip(self.cells.chunks(self.width)) {
            let parts = self
                .effects(period, numbers)
                .map(|(place, number)| (place, number * point.get(place).copied().unwrap_or(0.0)));
            let sum: f64 = parts.clone().map(|(_, part)| part).sum();
            if sum.abs() > most {
                most = sum.abs();
                // Of the effects that push that way the largest; of equals the last.
                worst = parts
                    .filter(|(place, _)| *place > 0)
                    .max_by(|one, other| (one.1 * sum).total_cmp(&(other.1 * sum)));
            }
        }
        worst.and_then(|(place, _)| self.terms.get(place))
    }
}

/// −log-likelihood of a row, its slope by the sum of effects, and its expected curvature.
fn loss(link: HazardLink, sum: f64, adopts: bool) -> (f64, f64, f64) {
    match link {
        HazardLink::Logit => {
            // e^−|sum| does not overflow.
            let small = math::exp(-sum.abs());
            let chance = if sum > 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) };
            let weight = small / ((1.0 + small) * (1.0 + small));
            let against = if adopts { -sum } else { sum };
            let loss = f64::max(against, 0.0) + math::ln(1.0 + small);
            (loss, chance - f64::from(u8::from(adopts)), weight)
        }
        HazardLink::Probit => {
            let density = math::exp(-0.5 * sum * sum) / math::sqrt(2.0 * std::f64::consts::PI);
            let (yes, no) = (normal_cdf(sum), normal_cdf(-sum));
            let (own, sign) = if adopts { (yes, -1.0) } else { (no, 1.0) };
            (-math::ln(own), sign * density / own, density * density / (yes * no))
        }
    }
}

/// `count · ln share`, 0 where nothing is counted.
fn plog(count: f64, share: f64) -> f64 {
    if count > 0.0 { count * math::ln(share) } else { 0.0 }
}
