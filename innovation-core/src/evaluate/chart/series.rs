//! The points of a chart, checked.

use super::constants::{deviation, mean};
use super::request::{ChartKind, ChartRequest};
use crate::error::{Code, Error, Result};

/// More points than this are refused.
pub(super) const MOST_POINTS: usize = 100_000;
/// More measurements in subgroups than this are refused.
const MOST_MEMBERS: usize = 1_000_000;
/// Measurements beyond this are refused: their squares and sums must hold.
const LARGEST: f64 = 1e12;
/// Denominators below this are refused, 0 and negative ones among them.
const SMALLEST: f64 = 1e-12;
/// The longest label, in characters.
const LONGEST_LABEL: usize = 200;

/// The points in the order of time.
#[derive(Debug)]
pub(super) struct Series {
    pub(super) points: Vec<Point>,
    /// A proportion or a rate is shown per so many.
    pub(super) per: f64,
    pub(super) missing_members: u32,
}

/// A point.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Point {
    /// What is drawn; `None` where it is missing.
    pub(super) statistic: Option<f64>,
    /// A numerator, the mean of a subgroup, or the statistic itself.
    pub(super) value: f64,
    /// A denominator, the size of a subgroup, or 1.
    pub(super) size: Option<f64>,
    /// The standard deviation of a subgroup of two at least.
    pub(super) deviation: Option<f64>,
    /// Left out of the calculations.
    pub(super) excluded: bool,
}

impl Point {
    /// Whether it is there and counts.
    pub(super) fn counts(&self) -> bool {
        self.statistic.is_some() && !self.excluded
    }
}

impl ChartKind {
    /// Whether its points have denominators.
    pub(super) fn has_denominators(self) -> bool {
        matches!(self, Self::P | Self::PPrime | Self::U | Self::UPrime)
    }

    /// Whether its points are proportions.
    pub(super) fn is_proportion(self) -> bool {
        matches!(self, Self::P | Self::PPrime)
    }

    /// Whether its points are subgroups.
    pub(super) fn has_subgroups(self) -> bool {
        matches!(self, Self::Xbar | Self::S)
    }

    /// Whether what it measures can be negative.
    fn may_be_negative(self) -> bool {
        matches!(self, Self::Run | Self::I | Self::Mr | Self::Xbar | Self::S)
    }
}

impl Series {
    /// Reads the measurements, and refuses what cannot be one.
    pub(super) fn read(request: &ChartRequest) -> Result<Self> {
        let mut series = if request.kind.has_subgroups() {
            Self::of_subgroups(request)?
        } else {
            Self::of_values(request)?
        };
        series.exclude(request)?;
        labels(request, series.points.len())?;
        if let Some(target) = request.target {
            measurement(target, || "/target".to_owned())?;
        }
        let there = series.points.iter().filter(|point| point.counts()).count();
        if there < 2 {
            let place = if request.kind.has_subgroups() { "/subgroups" } else { "/values" };
            return Err(invalid(match there {
                0 => "no point has a measurement that counts",
                _ => "only one point has a measurement that counts",
            })
            .at(place)
            .hint("a chart shows change over time: it needs two points at least, better twelve"));
        }
        Ok(series)
    }

    fn of_values(request: &ChartRequest) -> Result<Self> {
        if request.subgroups.is_some() {
            return Err(invalid("this kind of chart has no subgroups")
                .at("/subgroups")
                .hint("give values, or ask for the kind xbar or s"));
        }
        let kind = request.kind;
        few(request.values.len(), "/values")?;
        let per = per(request)?;
        let denominators = denominators(request)?;
        let mut points = Vec::with_capacity(request.values.len());
        for (at, &value) in request.values.iter().enumerate() {
            let size = match denominators {
                Some(list) => list.get(at).copied().flatten(),
                None => Some(1.0),
            };
            if let (Some(size), true) = (size, kind.has_denominators()) {
                let place = || format!("/denominators/{at}");
                measurement(size, place)?;
                if size < SMALLEST {
                    return Err(invalid(&format!("the denominator is {size}"))
                        .at(place())
                        .hint("where nothing was at risk, give null: the point is missing"));
                }
            }
            if let Some(value) = value {
                let place = || format!("/values/{at}");
                measurement(value, place)?;
                if value < 0.0 && !kind.may_be_negative() {
                    return Err(invalid(&format!("a count or a time is {value}")).at(place()));
                }
                if let Some(size) = size.filter(|&size| kind.is_proportion() && value > size) {
                    return Err(invalid(&format!("{value} of {size} is more than all"))
                        .at(place())
                        .hint("events that can happen more than once are a rate: ask for u"));
                }
            }
            let statistic = value.zip(size).map(|(value, size)| value / size * per);
            points.push(Point {
                statistic,
                value: value.unwrap_or(0.0),
                size: size.filter(|_| value.is_some() || kind.has_denominators()),
                ..Point::default()
            });
        }
        Ok(Self { points, per, missing_members: 0 })
    }

    fn of_subgroups(request: &ChartRequest) -> Result<Self> {
        if !request.values.is_empty() {
            return Err(invalid("this kind of chart takes subgroups, not values").at("/values"));
        }
        if request.denominators.is_some() {
            return Err(no_denominators());
        }
        let per = per(request)?;
        let subgroups = request.subgroups.as_deref().ok_or_else(|| {
            invalid("this kind of chart needs subgroups")
                .at("/subgroups")
                .hint("give the measurements of each point as a list")
        })?;
        few(subgroups.len(), "/subgroups")?;
        let members: usize = subgroups.iter().map(Vec::len).sum();
        if members > MOST_MEMBERS {
            return Err(too_large(members, MOST_MEMBERS, "measurements", "/subgroups"));
        }
        let mut missing_members = 0u32;
        let mut points = Vec::with_capacity(subgroups.len());
        for (at, subgroup) in subgroups.iter().enumerate() {
            let mut there = Vec::with_capacity(subgroup.len());
            for (member, value) in subgroup.iter().enumerate() {
                match value {
                    Some(value) => {
                        there.push(measurement(*value, || format!("/subgroups/{at}/{member}"))?);
                    }
                    None => missing_members = missing_members.saturating_add(1),
                }
            }
            let middle = mean(there.iter().copied());
            let deviation = deviation(&there);
            points.push(Point {
                statistic: if request.kind == ChartKind::S { deviation } else { middle },
                value: middle.unwrap_or(0.0),
                size: Some(there.len() as f64).filter(|&size| size > 0.0),
                deviation,
                excluded: false,
            });
        }
        Ok(Self { points, per, missing_members })
    }

    fn exclude(&mut self, request: &ChartRequest) -> Result<()> {
        for (at, exclude) in request.excludes.iter().enumerate() {
            let place = format!("/excludes/{at}");
            reason(&exclude.reason, &place)?;
            let point = self.points.get_mut(exclude.at as usize).ok_or_else(|| {
                invalid(&format!("there is no point {}", exclude.at)).at(format!("{place}/at"))
            })?;
            if point.excluded {
                return Err(invalid(&format!("point {} is left out twice", exclude.at))
                    .at(format!("{place}/at")));
            }
            point.excluded = true;
        }
        Ok(())
    }
}

/// A recorded reason: never empty, never endless.
pub(super) fn reason(text: &str, place: &str) -> Result<()> {
    const LONGEST: usize = 1000;
    let fault = if text.trim().is_empty() {
        "the reason is empty"
    } else if text.chars().count() > LONGEST {
        "the reason has more than 1000 characters"
    } else {
        return Ok(());
    };
    Err(Error::new(Code::EvaluateInvalidPhase, fault)
        .at(format!("{place}/reason"))
        .hint("say what changed, so that it is understood in a year"))
}

fn per(request: &ChartRequest) -> Result<f64> {
    let Some(per) = request.per else { return Ok(1.0) };
    if !request.kind.has_denominators() {
        return Err(invalid("only proportions and rates are shown per so many").at("/per"));
    }
    if !(1e-12..=1e12).contains(&per) {
        return Err(invalid("a rate is shown per 1e-12 to 1e12").at("/per"));
    }
    Ok(per)
}

fn denominators(request: &ChartRequest) -> Result<Option<&[Option<f64>]>> {
    match (&request.denominators, request.kind.has_denominators()) {
        (None, false) => Ok(None),
        (Some(_), false) => Err(no_denominators()),
        (None, true) => Err(invalid("this kind of chart needs denominators")
            .at("/denominators")
            .hint("say what each value was counted among; for plain counts ask for c")),
        (Some(list), true) if list.len() != request.values.len() => Err(invalid(&format!(
            "{} values have {} denominators",
            request.values.len(),
            list.len()
        ))
        .at("/denominators")),
        (Some(list), true) => Ok(Some(list)),
    }
}

fn no_denominators() -> Error {
    invalid("this kind of chart has no denominators")
        .at("/denominators")
        .hint("ask for p or u, or divide yourself")
}

fn labels(request: &ChartRequest, points: usize) -> Result<()> {
    if !request.labels.is_empty() && request.labels.len() != points {
        return Err(
            invalid(&format!("{points} points have {} labels", request.labels.len())).at("/labels")
        );
    }
    let long = |label: &String| label.chars().count() > LONGEST_LABEL;
    match request.labels.iter().position(long) {
        None => Ok(()),
        Some(at) => {
            Err(invalid("the label has more than 200 characters").at(format!("/labels/{at}")))
        }
    }
}

fn few(points: usize, place: &str) -> Result<()> {
    if points > MOST_POINTS {
        return Err(too_large(points, MOST_POINTS, "points", place));
    }
    Ok(())
}

/// A number that can be computed with.
pub(super) fn measurement(value: f64, place: impl Fn() -> String) -> Result<f64> {
    if value.abs() <= LARGEST {
        return Ok(value);
    }
    Err(invalid(&format!("{value:e} is not within 1e12 of 0")).at(place()))
}

pub(super) fn invalid(fact: &str) -> Error {
    Error::new(Code::EvaluateInvalidSeries, fact)
}

pub(super) fn too_large(found: usize, limit: usize, what: &str, place: &str) -> Error {
    Error::new(Code::ContractTooLarge, format!("{found} {what}; the limit is {limit}")).at(place)
}
