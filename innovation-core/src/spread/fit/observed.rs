//! Reading the data of a fit: counts by period, and who is left.

use super::document::{FitMethod, FitRequest};
use crate::error::{Code, Error, Result};

/// Most periods of a series.
pub(super) const MOST_PERIODS: u32 = 2_000;

/// Most people or sites of a list of adoptions.
const MOST_ADOPTIONS: usize = 10_000_000;

/// Most adopters of a period, most people of a population.
const MOST_PEOPLE: f64 = 1e12;

/// Counts by period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Observed {
    pub counts: Vec<f64>,
    pub total: f64,
    /// How many could adopt; `None` where that is estimated.
    pub population: Option<f64>,
}

impl Observed {
    pub(super) fn read(request: &FitRequest, method: FitMethod) -> Result<Self> {
        let grouped = matches!(method, FitMethod::Mle | FitMethod::NlsCumulative);
        let observed = match (&request.series, &request.adoptions) {
            (Some(series), None) => Self::of_series(request, series, grouped)?,
            (None, Some(adoptions)) => Self::of_adoptions(request, adoptions, grouped)?,
            (None, None) => {
                return Err(refuse("there is neither a series nor adoptions", "")
                    .hint("give new adopters by period as series, or times as adoptions"));
            }
            (Some(_), Some(_)) => {
                return Err(refuse(
                    "a series and adoptions say the same thing twice",
                    "/adoptions",
                )
                .hint("give one of them"));
            }
        };
        let data = if request.series.is_some() { "/series" } else { "/adoptions" };
        let parameters = 2 + usize::from(!grouped || request.ceiling);
        // Least squares also need a period to judge the errors by.
        let needed = parameters + usize::from(method != FitMethod::Mle);
        if observed.counts.len() < needed {
            let fact = format!(
                "{} periods are too few for {parameters} parameters; {needed} or more are needed",
                observed.counts.len()
            );
            return Err(refuse(&fact, data));
        }
        if request.adoptions.is_some() && observed.total < parameters as f64 {
            let fact =
                format!("{} adoptions are too few for {parameters} parameters", observed.total);
            return Err(refuse(&fact, data));
        }
        Ok(observed)
    }

    /// Those who could have adopted and have not.
    pub(super) fn left(&self) -> f64 {
        self.population.map_or(0.0, |population| f64::max(population - self.total, 0.0))
    }

    fn of_series(request: &FitRequest, series: &[f64], grouped: bool) -> Result<Self> {
        if request.censored_at.is_some() {
            return Err(refuse("a series has no censored people to date", "/censoredAt")
                .hint("a series ends with its last period; leave censoredAt out"));
        }
        check_periods(series.len() as u64, "/series")?;
        for (place, count) in series.iter().enumerate() {
            if !(0.0..=MOST_PEOPLE).contains(count) {
                let fact = format!("new adopters are a number from 0 to {MOST_PEOPLE:e}");
                return Err(refuse(&fact, &format!("/series/{place}")));
            }
        }
        let total: f64 = series.iter().sum();
        if total <= 0.0 {
            return Err(refuse("nobody adopts in the series", "/series"));
        }
        if let Some(population) = request.population {
            if !grouped {
                return Err(refuse("this method estimates how many will adopt", "/population")
                    .hint("leave population out, or ask for mle or nlsCumulative"));
            }
            if !(population >= total * (1.0 - 1e-12) && population <= MOST_PEOPLE) {
                let fact = format!("a population of {population} for {total} adopters");
                return Err(refuse(&fact, "/population"));
            }
        } else if grouped {
            return Err(refuse("this method needs to know how many could adopt", "/population")
                .hint("give population, or ask for nls"));
        }
        Ok(Self { counts: series.to_vec(), total, population: request.population })
    }

    fn of_adoptions(
        request: &FitRequest,
        adoptions: &[Option<f64>],
        grouped: bool,
    ) -> Result<Self> {
        if request.population.is_some() {
            return Err(refuse("adoptions already list the whole population", "/population")
                .hint("add a null for each person or site that has not adopted"));
        }
        if adoptions.len() > MOST_ADOPTIONS {
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("{} adoptions; at most {MOST_ADOPTIONS} are read", adoptions.len()),
            )
            .at("/adoptions"));
        }
        let mut times = Vec::with_capacity(adoptions.len());
        for (place, time) in adoptions.iter().enumerate() {
            times.push(match time {
                Some(time) => Some(period(*time, &format!("/adoptions/{place}"))?),
                None => None,
            });
        }
        let latest = times.iter().flatten().max().copied();
        let end = match (request.censored_at, latest) {
            (Some(0), _) => {
                return Err(refuse("periods are numbered from 1", "/censoredAt"));
            }
            (Some(end), _) | (None, Some(end)) => end,
            (None, None) => 0,
        };
        let counted = |time: &&u32| **time <= end;
        let total = times.iter().flatten().filter(counted).count();
        if total == 0 {
            return Err(refuse("nobody has adopted: all are censored", "/adoptions"));
        }
        let place = if request.censored_at.is_some() { "/censoredAt" } else { "/adoptions" };
        check_periods(u64::from(end), place)?;
        let mut counts = vec![0.0; end as usize];
        for time in times.iter().flatten().filter(counted) {
            if let Some(count) = counts.get_mut((*time as usize).saturating_sub(1)) {
                *count += 1.0;
            }
        }
        let population = grouped.then_some(adoptions.len() as f64);
        Ok(Self { counts, total: total as f64, population })
    }
}

/// The number of a period.
pub(in crate::spread) fn period(time: f64, at: &str) -> Result<u32> {
    let whole = time as u32;
    if f64::from(whole) == time && whole >= 1 {
        return Ok(whole);
    }
    Err(refuse(&format!("{time} is not the number of a period"), at).hint(
        "periods are whole numbers from 1; subtract from years the year before the first, and \
         give null for who has not adopted",
    ))
}

fn check_periods(count: u64, at: &str) -> Result<()> {
    if count <= u64::from(MOST_PERIODS) {
        return Ok(());
    }
    Err(Error::new(
        Code::ContractTooLarge,
        format!("{count} periods; at most {MOST_PERIODS} are fitted"),
    )
    .at(at)
    .hint("use longer periods, or number them from the start of the diffusion"))
}

fn refuse(fact: &str, at: &str) -> Error {
    Error::new(Code::SpreadInvalidAdoptions, fact).at(at)
}
