//! Phases: where people said that a new one starts, and what its limits come from.
//!
//! A baseline belongs to one phase. It freezes the centre and the limits of that phase, before
//! it and after it; the next rebase ends the freeze, and a rebase may bring a baseline of its
//! own.

use super::constants;
use super::request::{Baseline, ChartRequest};
use super::series::{Point, Series, reason};
use crate::error::{Code, Error, Result};
use std::ops::Range;

/// A phase.
#[derive(Debug)]
pub(super) struct Phase<'a> {
    /// Its points.
    pub(super) points: Range<usize>,
    /// Why it was started.
    pub(super) reason: Option<&'a str>,
    /// What its limits come from, where they are frozen.
    pub(super) baseline: Option<Baseline>,
}

impl Phase<'_> {
    /// The points that its limits come from.
    pub(super) fn base(&self, series: &Series) -> Vec<usize> {
        let range = match self.baseline {
            Some(baseline) => baseline.from as usize..(baseline.to as usize).saturating_add(1),
            None => self.points.clone(),
        };
        range.filter(|&at| series.points.get(at).is_some_and(|point| point.counts())).collect()
    }
}

/// Reads the phases, and refuses an empty one or one without a reason.
pub(super) fn read<'a>(request: &'a ChartRequest, series: &Series) -> Result<Vec<Phase<'a>>> {
    let end = series.points.len();
    let mut starts = vec![(0, None, request.baseline, String::new())];
    for (at, rebase) in request.rebases.iter().enumerate() {
        let place = format!("/rebases/{at}");
        reason(&rebase.reason, &place)?;
        let start = rebase.at as usize;
        let before = starts.last().map_or(0, |last| last.0);
        if start <= before || start >= end {
            return Err(invalid(&format!(
                "a phase cannot start at point {start}: the one before starts at {before}, and \
                 the last point is {}",
                end.saturating_sub(1)
            ))
            .at(format!("{place}/at"))
            .hint("points are counted from 0, and phases are in order"));
        }
        starts.push((start, Some(rebase.reason.as_str()), rebase.baseline, place));
    }
    let ends: Vec<usize> =
        starts.iter().skip(1).map(|start| start.0).chain(std::iter::once(end)).collect();
    let mut phases = Vec::with_capacity(starts.len());
    for ((start, reason, baseline, place), end) in starts.into_iter().zip(ends) {
        let phase = Phase { points: start..end, reason, baseline };
        if let Some(Baseline { from, to }) = baseline {
            let place = format!("{place}/baseline");
            if from > to {
                return Err(invalid("the baseline ends before it starts").at(place));
            }
            if (from as usize) < start || to as usize >= end {
                return Err(invalid(&format!(
                    "the baseline, points {from} to {to}, is not within its phase, points \
                     {start} to {}",
                    end.saturating_sub(1)
                ))
                .at(place)
                .hint("a rebase ends a freeze; give the rebase a baseline of its own"));
            }
            if request.known.is_some() {
                return Err(invalid("limits come from elsewhere and from a baseline").at(place));
            }
            if phase.base(series).is_empty() {
                return Err(invalid("no point of the baseline has a measurement").at(place));
            }
        }
        let holds = |at: usize| series.points.get(at).is_some_and(Point::counts);
        if !phase.points.clone().any(holds) {
            return Err(invalid("no point of the phase has a measurement that counts").at(place));
        }
        phases.push(phase);
    }
    Ok(phases)
}

/// Replaces values by their moving ranges: none across phases, gaps or points left out, and,
/// in a baseline, none that reaches before it.
pub(super) fn take_ranges(series: &mut Series, phases: &[Phase<'_>]) {
    let values: Vec<Option<f64>> =
        series.points.iter().map(|point| point.statistic.filter(|_| !point.excluded)).collect();
    let starts: Vec<usize> = phases.iter().map(|phase| phase.points.start).collect();
    for (at, point) in series.points.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(|before| values.get(before).copied().flatten());
        let own = values.get(at).copied().flatten();
        let first = starts.binary_search(&at).is_ok();
        let range = own.zip(before).map(|(own, before)| (own - before).abs());
        point.statistic = range.filter(|_| !first);
        point.value = point.statistic.unwrap_or(0.0);
        if point.statistic.is_none() {
            point.size = None;
        }
    }
}

/// A mean moving range.
#[derive(Debug, Clone, Copy)]
pub(super) struct MovingRange {
    pub(super) mean: f64,
    /// Ranges left out of it.
    pub(super) screened: u32,
}

/// The mean of the ranges between neighbours; no range spans a point that is not there.
pub(super) fn moving_range(at: &[usize], values: &[f64], screen: bool) -> Option<MovingRange> {
    let mut ranges = Vec::with_capacity(values.len());
    for (places, pair) in at.windows(2).zip(values.windows(2)) {
        if let (&[before, here], &[one, other]) = (places, pair)
            && here == before + 1
        {
            ranges.push((other - one).abs());
        }
    }
    let all = ranges.len();
    let mut mean = constants::mean(ranges.iter().copied())?;
    if screen {
        let most = constants::D4_OF_TWO * mean;
        ranges.retain(|&range| range <= most);
        mean = constants::mean(ranges.iter().copied())?;
    }
    Some(MovingRange { mean, screened: (all - ranges.len()) as u32 })
}

fn invalid(fact: &str) -> Error {
    Error::new(Code::EvaluateInvalidPhase, fact)
}
