//! Centre, sigma and limits at every point, kind by kind.

use super::answer::NotCheckedReason;
use super::constants::{D4_OF_TWO, c4, mean, median, total};
use super::phases::{MovingRange, Phase, moving_range};
use super::request::{ChartKind, ChartRequest, KnownProcess};
use super::rules::RangeFactor;
use super::series::{Point, Series, invalid, measurement};
use crate::error::{Code, Result};
use crate::math;

/// Times between events, raised to this, are nearly normal (Nelson 1994; Montgomery 7.6).
const EXPONENT_OF_TIMES: f64 = 1.0 / 3.6;
/// Median over mean of times and of cases between rare events, about ln 2 (Provost and Murray).
const MEDIAN_OVER_MEAN: f64 = 0.693;
/// Numbers this near to each other, relative to the larger, are equal: what computing a centre
/// may cost.
const SAME: f64 = 4.0 * f64::EPSILON;

/// The lines at a point, and where the point lies among them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) centre: Option<f64>,
    pub(super) sigma: Option<f64>,
    pub(super) lower: Option<f64>,
    pub(super) upper: Option<f64>,
    /// 1 above the centre line, −1 below, 0 on it or missing.
    pub(super) side: i8,
    /// Distance from the centre in sigma, where sigma is more than 0.
    pub(super) z: Option<f64>,
    /// 1 above the upper limit, −1 below the lower.
    pub(super) beyond: i8,
}

/// What holds for a phase as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Law {
    /// On the scale of computing: of proportions of 1, of transformed times.
    middle: f64,
    spread: Spread,
    /// The centre line as drawn.
    pub(super) centre: f64,
    pub(super) range: Option<MovingRange>,
    /// Points that the centre comes from.
    pub(super) used: u32,
}

/// How sigma follows from a point.
#[derive(Debug, Clone, Copy)]
enum Spread {
    /// There is none.
    Unknown,
    /// The same at every point.
    Same(f64),
    /// √(p(1−p)/n), times this.
    Proportion(f64),
    /// √(u/n), times this.
    Rate(f64),
    /// σ/√n of a mean, where the standard deviation is known.
    Mean(f64),
    /// s/(c4 √n) of a mean, where it is estimated.
    EstimatedMean(f64),
    /// s √(1−c4²)/c4 of a standard deviation.
    Deviation(f64),
}

/// Refuses a centre and sigma from elsewhere that cannot hold.
pub(super) fn check_known(request: &ChartRequest) -> Result<()> {
    let Some(KnownProcess { centre, sigma }) = request.known else { return Ok(()) };
    let place = |field: &'static str| move || format!("/known{field}");
    measurement(centre, place("/centre"))?;
    let per = request.per.unwrap_or(1.0);
    let (takes, needs_sigma, fits) = match request.kind {
        ChartKind::I | ChartKind::Xbar => (true, true, true),
        ChartKind::P => (true, false, (0.0..=1.0).contains(&(centre / per))),
        ChartKind::U | ChartKind::C => (true, false, centre >= 0.0),
        _ => (false, false, false),
    };
    if !takes {
        return Err(invalid("this kind of chart takes its centre from its own points").at("/known"));
    }
    if !fits {
        return Err(invalid(&format!("the centre cannot be {centre}")).at("/known/centre"));
    }
    match sigma {
        None if needs_sigma => Err(invalid("the centre is known, and sigma is not")
            .at("/known")
            .hint("give the sigma of single measurements")),
        Some(_) if !needs_sigma => Err(crate::Error::new(
            Code::ContractInvalidValue,
            "sigma follows from the centre in this kind of chart",
        )
        .at("/known/sigma")),
        Some(sigma) if !(1e-12..=1e12).contains(&sigma) => {
            Err(invalid("sigma lies between 1e-12 and 1e12").at("/known/sigma"))
        }
        _ => Ok(()),
    }
}

impl Law {
    /// The law of a phase; `None` where no point counts.
    pub(super) fn of(
        request: &ChartRequest,
        factor: RangeFactor,
        series: &Series,
        phase: &Phase<'_>,
    ) -> Option<Self> {
        let base = phase.base(series);
        let points: Vec<&Point> = base.iter().filter_map(|&at| series.points.get(at)).collect();
        let seen: Vec<f64> = points.iter().filter_map(|point| point.statistic).collect();
        let values = || points.iter().map(|point| point.value);
        let sizes = || points.iter().filter_map(|point| point.size);
        let used = seen.len() as u32;
        let ranges = |values: &[f64]| moving_range(&base, values, request.screen_moving_ranges);
        let sigma = |range: Option<MovingRange>| {
            range.map_or(Spread::Unknown, |range| Spread::Same(range.mean * times(factor)))
        };
        let plain =
            |centre: f64, spread| Some(Self { middle: centre, spread, centre, range: None, used });
        if let Some(KnownProcess { centre, sigma }) = request.known {
            let spread = match (request.kind, sigma) {
                (ChartKind::I, Some(sigma)) => Spread::Same(sigma),
                (ChartKind::Xbar, Some(sigma)) => Spread::Mean(sigma),
                (ChartKind::P, _) => Spread::Proportion(1.0),
                (ChartKind::U, _) => Spread::Rate(1.0),
                _ => Spread::Same(math::sqrt(centre.max(0.0))),
            };
            let middle = centre / series.per;
            return Some(Self { middle, spread, centre, range: None, used: 0 });
        }
        match request.kind {
            ChartKind::Run => plain(median(seen)?, Spread::Unknown),
            ChartKind::I => {
                let range = ranges(&seen);
                let law = plain(mean(seen.iter().copied())?, sigma(range))?;
                Some(Self { range, ..law })
            }
            ChartKind::Mr => {
                let centre = mean(seen.iter().copied())?;
                plain(centre, Spread::Same(centre * (D4_OF_TWO - 1.0) / 3.0))
            }
            ChartKind::C => {
                let centre = mean(seen.iter().copied())?;
                plain(centre, Spread::Same(math::sqrt(centre)))
            }
            ChartKind::G => {
                let middle = mean(seen.iter().copied())?;
                let spread = Spread::Same(math::sqrt(middle * (middle + 1.0)));
                let centre = MEDIAN_OVER_MEAN * middle;
                Some(Self { middle, spread, centre, range: None, used })
            }
            ChartKind::T => {
                let scaled: Vec<f64> = seen.iter().map(|&time| shorten(time)).collect();
                let range = ranges(&scaled);
                let middle = mean(scaled.iter().copied())?;
                Some(Self { middle, spread: sigma(range), centre: lengthen(middle), range, used })
            }
            ChartKind::P | ChartKind::U => {
                let middle = total(values()) / total(sizes());
                let spread = match request.kind {
                    ChartKind::P => Spread::Proportion(1.0),
                    _ => Spread::Rate(1.0),
                };
                Some(Self { middle, spread, centre: middle * series.per, range: None, used })
            }
            ChartKind::PPrime | ChartKind::UPrime => {
                let middle = total(values()) / total(sizes());
                let make = match request.kind {
                    ChartKind::PPrime => Spread::Proportion,
                    _ => Spread::Rate,
                };
                let law = Self { middle, spread: make(1.0), centre: middle, range: None, used };
                let scores = |point: &&Point| {
                    let sigma = law.sigma(point).filter(|&sigma| sigma > 0.0);
                    let value = point.size.map(|size| point.value / size);
                    value.zip(sigma).map(|(value, sigma)| (value - middle) / sigma)
                };
                let scores: Vec<f64> = points.iter().filter_map(scores).collect();
                // Without variation within points there is none to compare with.
                let flat = scores.len() < points.len();
                let range = if flat { None } else { ranges(&scores) };
                let spread = match range {
                    Some(range) => make(range.mean * times(factor)),
                    None if flat => Spread::Same(0.0),
                    None => Spread::Unknown,
                };
                Some(Self { spread, range, centre: middle * series.per, ..law })
            }
            ChartKind::Xbar => {
                let members = || points.iter().map(|point| point.value * point.size.unwrap_or(0.0));
                let spread = pooled(&points).map_or(Spread::Unknown, Spread::EstimatedMean);
                plain(total(members()) / total(sizes()), spread)
            }
            ChartKind::S => {
                let centre = pooled(&points)?;
                plain(centre, Spread::Deviation(centre))
            }
        }
    }

    /// Sigma at a point, for statistics per one.
    fn sigma(&self, point: &Point) -> Option<f64> {
        let size = point.size;
        let ideal = || c4(size.unwrap_or(0.0) as usize);
        match self.spread {
            Spread::Unknown => None,
            Spread::Same(sigma) => Some(sigma),
            Spread::Proportion(times) => {
                Some(times * math::sqrt((self.middle * (1.0 - self.middle)).max(0.0) / size?))
            }
            Spread::Rate(times) => Some(times * math::sqrt(self.middle / size?)),
            Spread::Mean(sigma) => Some(sigma / math::sqrt(size?)),
            Spread::EstimatedMean(sigma) => Some(sigma / (ideal()? * math::sqrt(size?))),
            Spread::Deviation(sigma) => {
                let c4 = ideal()?;
                Some(sigma * math::sqrt(1.0 - c4 * c4) / c4)
            }
        }
    }

    /// The lines at a point, and where the point lies.
    pub(super) fn place(&self, kind: ChartKind, series: &Series, point: &Point) -> Place {
        let per = series.per;
        let floor = match kind {
            ChartKind::Run | ChartKind::I | ChartKind::Xbar => f64::NEG_INFINITY,
            _ => 0.0,
        };
        let ceiling = if kind.is_proportion() { 1.0 } else { f64::INFINITY };
        let sigma = self.sigma(point).filter(|sigma| sigma.is_finite());
        let lower = sigma.map(|sigma| (self.middle - 3.0 * sigma).max(floor));
        let upper = sigma.map(|sigma| (self.middle + 3.0 * sigma).min(ceiling));
        let drawn = |line: f64| if kind == ChartKind::T { lengthen(line) } else { line * per };
        let mut place = Place {
            centre: Some(self.centre),
            sigma: sigma.map(|sigma| if kind == ChartKind::T { sigma } else { sigma * per }),
            lower: lower.map(drawn),
            upper: upper.map(drawn),
            ..Place::default()
        };
        let Some(statistic) = point.statistic else { return place };
        let (value, line) = match kind {
            ChartKind::T => (shorten(statistic), self.middle),
            _ => (statistic, self.centre),
        };
        place.side = compare(value, line);
        if let Some(sigma) = sigma.filter(|&sigma| sigma > 0.0) {
            let seen = if kind == ChartKind::T { value } else { statistic / per };
            place.z = Some((seen - self.middle) / sigma);
            let outside = |limit: Option<f64>| limit.map_or(0, |limit| compare(seen, limit));
            place.beyond = outside(upper).max(0) + outside(lower).min(0);
        }
        place
    }
}

/// Why rules that measure in sigma cannot be checked at these places, where that is so.
pub(super) fn no_sigma(places: &[Place]) -> Option<NotCheckedReason> {
    if places.iter().any(|place| place.z.is_some()) {
        return None;
    }
    let flat = places.iter().any(|place| place.sigma == Some(0.0));
    Some(if flat { NotCheckedReason::NoVariation } else { NotCheckedReason::NoLimits })
}

/// The standard deviation within subgroups: the mean where all are of one size, else pooled
/// by degrees of freedom. `None` where no subgroup has two measurements.
fn pooled(points: &[&Point]) -> Option<f64> {
    let own = || points.iter().filter_map(|point| point.deviation.zip(point.size));
    let first = own().next()?.1;
    if points.iter().all(|point| point.size == Some(first)) {
        return mean(own().map(|own| own.0));
    }
    let squares = total(own().map(|(own, size)| (size - 1.0) * own * own));
    Some(math::sqrt(squares / total(own().map(|own| own.1 - 1.0))))
}

/// Sigma in mean moving ranges.
fn times(factor: RangeFactor) -> f64 {
    factor.limit / 3.0 / factor.per
}

fn shorten(time: f64) -> f64 {
    math::pow(time, EXPONENT_OF_TIMES)
}

fn lengthen(scaled: f64) -> f64 {
    math::pow(scaled, 3.6)
}

/// 1, 0 or −1; numbers that differ by what computing costs are the same.
fn compare(value: f64, line: f64) -> i8 {
    let difference = value - line;
    if difference.abs() <= SAME * value.abs().max(line.abs()) {
        0
    } else if difference > 0.0 {
        1
    } else {
        -1
    }
}
