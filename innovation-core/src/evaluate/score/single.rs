//! The score of one assessment.
//!
//! Where a kind has sums or means, the total is linear in the values of items: [`factors`] says
//! how much each value counts, and total, contributions and improvements all read it.

use super::answers::{Reading, count};
use super::document::{
    AnswerCounts, AssessmentScore, GroupScore, ItemScore, LevelCount, Marginal, RatioScore,
    level_counts,
};
use super::ladder;
use crate::evaluate::rubric::{
    Assessment, Instrument, Level, Part, Range, Ratio, Rubric, Scoring, Total,
};
use crate::math;
use crate::people::Id;
use crate::stat::Stat;
use std::collections::BTreeMap;

/// How much the value of each item counts in a sum or mean; nothing where it has no answer.
pub(crate) type Factors = Vec<Option<f64>>;

/// Scores an assessment.
pub(crate) fn single(
    instrument: &Instrument<'_>,
    assessment: &Assessment,
    readings: &[Reading],
) -> AssessmentScore {
    let rubric = instrument.rubric;
    let ladder = (rubric.scoring == Scoring::Ladder)
        .then(|| ladder::climb(instrument, assessment, readings));
    let factors = factors(instrument, readings);
    let (total, range) = match (&factors, &ladder) {
        (Ok(factors), _) => {
            let all: Vec<usize> = (0..readings.len()).collect();
            (combine(instrument, readings, factors, &all), extent(instrument, factors, &all))
        }
        (Err(_), Some(ladder)) => (ladder::points(rubric, ladder), None),
        (Err(reason), None) => (Stat::undefined(reason), None),
    };
    AssessmentScore {
        subject: assessment.subject.clone(),
        assessor: assessment.assessor.clone(),
        role: assessment.role.clone(),
        at: assessment.at.clone(),
        total,
        range,
        band: total.value.and_then(|total| band(rubric, total)),
        counts: count(readings.iter()),
        groups: group_scores(instrument, readings),
        items: items(instrument, readings, factors.as_ref().ok()),
        ladder,
        marginals: marginals(instrument, readings),
    }
}

/// The band that holds a total.
pub(crate) fn band(rubric: &Rubric, total: f64) -> Option<Id> {
    let holds = |from: Option<f64>, to: Option<f64>| {
        from.is_none_or(|from| total >= from) && to.is_none_or(|to| total < to)
    };
    rubric.bands.iter().find(|band| holds(band.min, band.max)).map(|band| band.id.clone())
}

/// What a level is worth: points, reversed and rescaled where the rubric says so.
pub(crate) fn value(instrument: &Instrument<'_>, part: &Part<'_>, level: &Level) -> Option<f64> {
    let points = level.points?;
    let Range { min, max } = part.range;
    let points = if part.item.reversed { min + max - points } else { points };
    Some(match instrument.rubric.rescale {
        Some(onto) if max > min => onto.min + (points - min) / (max - min) * (onto.max - onto.min),
        _ => points,
    })
}

/// The value of an answer.
fn value_of(instrument: &Instrument<'_>, part: &Part<'_>, reading: &Reading) -> Option<f64> {
    value(instrument, part, part.levels.get(reading.level()?)?)
}

/// The least and the most that an item can be worth.
pub(crate) fn ends(instrument: &Instrument<'_>, part: &Part<'_>) -> Range {
    instrument.rubric.rescale.unwrap_or(part.range)
}

/// How much each item counts in the total, or why there is none.
pub(crate) fn factors(
    instrument: &Instrument<'_>,
    readings: &[Reading],
) -> Result<Factors, &'static str> {
    let rubric = instrument.rubric;
    if !instrument.has_points() || rubric.total == Total::None {
        return Err("no-total");
    }
    enough(rubric, count(readings.iter()))?;
    if rubric.total == Total::Items {
        let all: Vec<usize> = (0..readings.len()).collect();
        return Ok(shares(instrument, readings, &all, 1.0));
    }
    let members: Vec<Vec<usize>> = (0..rubric.groups.len())
        .map(|group| instrument.in_group(group).map(|(at, _)| at).collect::<Vec<_>>())
        .filter(|members| applicable(&counts_of(readings, members)) > 0)
        .collect();
    let mut factors = vec![None; readings.len()];
    for group in &members {
        enough(rubric, counts_of(readings, group))?;
        let group = shares(instrument, readings, group, 1.0 / members.len() as f64);
        for (factor, share) in factors.iter_mut().zip(group) {
            *factor = share.or(*factor);
        }
    }
    Ok(factors)
}

/// Factors of a sum, or of a weighted mean times `part`, over some items.
fn shares(instrument: &Instrument<'_>, readings: &[Reading], over: &[usize], part: f64) -> Factors {
    let weight = |at: usize| {
        readings.get(at)?.level()?;
        instrument.parts.get(at).map(|part| part.item.weight)
    };
    let whole = match instrument.rubric.scoring {
        Scoring::LevelTable => 1.0,
        _ => math::sum(over.iter().filter_map(|&at| weight(at))),
    };
    let mut factors = vec![None; readings.len()];
    for &at in over {
        if let (Some(factor), Some(weight)) = (factors.get_mut(at), weight(at)) {
            *factor = Some(part * weight / whole);
        }
    }
    factors
}

/// The sum of values times factors over some items.
fn combine(
    instrument: &Instrument<'_>,
    readings: &[Reading],
    factors: &Factors,
    over: &[usize],
) -> Stat {
    let term = |&at: &usize| {
        let value = value_of(instrument, instrument.parts.get(at)?, readings.get(at)?)?;
        Some(value * (*factors.get(at)?)?)
    };
    Stat::of(tidy(instrument, math::sum(over.iter().filter_map(term))))
}

/// The same sum with every answered item at its least, and at its most.
fn extent(instrument: &Instrument<'_>, factors: &Factors, over: &[usize]) -> Option<Range> {
    let sum = |end: fn(Range) -> f64| {
        let term = |&at: &usize| {
            Some(end(ends(instrument, instrument.parts.get(at)?)) * (*factors.get(at)?)?)
        };
        tidy(instrument, math::sum(over.iter().filter_map(term)))
    };
    Some(Range { min: sum(|range| range.min), max: sum(|range| range.max) })
}

/// A sum; that of a level table, whose points are decimals, without the dust of binary
/// fractions, to nine decimals.
fn tidy(instrument: &Instrument<'_>, sum: f64) -> f64 {
    match instrument.rubric.scoring {
        Scoring::LevelTable => libm::round(sum * 1e9) / 1e9,
        _ => sum,
    }
}

fn applicable(counts: &AnswerCounts) -> u32 {
    counts.answered + counts.missing
}

fn counts_of(readings: &[Reading], over: &[usize]) -> AnswerCounts {
    count(over.iter().filter_map(|&at| readings.get(at)))
}

/// Whether enough items are answered for a score.
fn enough(rubric: &Rubric, counts: AnswerCounts) -> Result<(), &'static str> {
    let applicable = applicable(&counts);
    if applicable == 0 {
        return Err("nothing-applicable");
    }
    let least = rubric.minimum_answered * f64::from(applicable);
    if counts.answered == 0 || f64::from(counts.answered) < least - 1e-9 {
        return Err("too-few-answered");
    }
    Ok(())
}

fn group_scores(instrument: &Instrument<'_>, readings: &[Reading]) -> Vec<GroupScore> {
    let groups = instrument.rubric.groups.iter().enumerate();
    groups.map(|(at, one)| group(instrument, readings, at, &one.id)).collect()
}

fn group(instrument: &Instrument<'_>, readings: &[Reading], at: usize, id: &Id) -> GroupScore {
    let rubric = instrument.rubric;
    let members: Vec<usize> = instrument.in_group(at).map(|(at, _)| at).collect();
    let counts = counts_of(readings, &members);
    let (score, range) = if !instrument.has_points() {
        (Stat::undefined("no-sum"), None)
    } else if let Err(reason) = enough(rubric, counts) {
        (Stat::undefined(reason), None)
    } else {
        let factors = shares(instrument, readings, &members, 1.0);
        (combine(instrument, readings, &factors, &members), extent(instrument, &factors, &members))
    };
    let mut levels = levels(instrument, readings, &members);
    let highest = (rubric.scoring == Scoring::OrdinalProfile)
        .then(|| levels.iter().rev().find(|level| level.count > 0))
        .flatten()
        .map(|level| level.level.clone());
    if !matches!(rubric.scoring, Scoring::OrdinalProfile | Scoring::Valence) {
        levels.clear();
    }
    GroupScore { group: id.clone(), score, range, counts, levels, highest }
}

/// How many of some items are at each level, levels in the order of the items.
fn levels(instrument: &Instrument<'_>, readings: &[Reading], over: &[usize]) -> Vec<LevelCount> {
    let (mut order, mut counts) = (Vec::<Id>::new(), BTreeMap::new());
    for (part, reading) in
        over.iter().filter_map(|&at| Some((instrument.parts.get(at)?, readings.get(at)?)))
    {
        for level in part.levels {
            if !order.contains(&level.id) {
                order.push(level.id.clone());
            }
        }
        if let Some(level) = reading.level().and_then(|level| part.levels.get(level)) {
            *counts.entry(level.id.clone()).or_default() += 1;
        }
    }
    level_counts(&order, &counts)
}

fn items(
    instrument: &Instrument<'_>,
    readings: &[Reading],
    factors: Option<&Factors>,
) -> Vec<ItemScore> {
    let item = |(at, (part, reading)): (usize, (&Part<'_>, &Reading))| {
        let value = value_of(instrument, part, reading);
        let factor = factors.and_then(|factors| *factors.get(at)?);
        let linear = value.zip(factor);
        let ids = |levels: &[usize]| {
            levels.iter().filter_map(|&at| Some(part.levels.get(at)?.id.clone())).collect()
        };
        ItemScore {
            item: part.item.id.clone(),
            state: reading.state(),
            levels: match reading {
                Reading::Level(level) => ids(&[*level]),
                Reading::Levels(levels) => ids(levels),
                _ => Vec::new(),
            },
            value,
            contribution: linear.map(|(value, factor)| tidy(instrument, value * factor)),
            to_gain: linear.map(|(value, factor)| {
                tidy(instrument, (ends(instrument, part).max - value) * factor)
            }),
            ratio: match reading {
                Reading::Counted(counts) => Some(ratio(part, *counts)),
                _ => None,
            },
        }
    };
    instrument.parts.iter().zip(readings).enumerate().map(item).collect()
}

/// A ratio with its interval and its place beside the reference.
pub(super) fn ratio(part: &Part<'_>, counts: Ratio) -> RatioScore {
    let Ratio { numerator, denominator, reference } = counts;
    let ratio = Stat::ratio(numerator, denominator, "nothing-to-count-among");
    let is_part = part.item.ratio.as_ref().is_some_and(|form| form.part);
    let against = |[count, among]: [f64; 2]| match (
        ratio.value,
        Stat::ratio(count, among, "empty-reference").value,
    ) {
        (None, _) => Stat::undefined("nothing-to-count-among"),
        (_, None | Some(0.0)) => Stat::undefined("empty-reference"),
        (Some(here), Some(there)) => Stat::of(here / there),
    };
    RatioScore {
        numerator,
        denominator,
        ratio,
        interval: ratio.value.filter(|_| is_part).map(|share| wilson(share, denominator)),
        representativeness: reference.map(against),
    }
}

/// Wilson's 95 % interval of a proportion.
fn wilson(share: f64, among: f64) -> [f64; 2] {
    const Z: f64 = 1.959_963_984_540_054;
    let square = Z * Z / among;
    let centre = (share + square / 2.0) / (1.0 + square);
    let half =
        Z / (1.0 + square) * math::sqrt(share * (1.0 - share) / among + square / (4.0 * among));
    [(centre - half).max(0.0), (centre + half).min(1.0)]
}

/// Means of a matrix over the cells of each value of each dimension.
fn marginals(instrument: &Instrument<'_>, readings: &[Reading]) -> Vec<Marginal> {
    let mut marginals = Vec::new();
    for dimension in &instrument.rubric.dimensions {
        for value in &dimension.values {
            let here = |part: &Part<'_>| {
                part.item.cell.get(dimension.id.as_str()).is_some_and(|v| v == value.id.as_str())
            };
            let cells: Vec<usize> =
                (0..).zip(&instrument.parts).filter(|(_, p)| here(p)).map(|(at, _)| at).collect();
            let counts = counts_of(readings, &cells);
            let score = match enough(instrument.rubric, counts) {
                Err(reason) => Stat::undefined(reason),
                Ok(()) => {
                    let factors = shares(instrument, readings, &cells, 1.0);
                    combine(instrument, readings, &factors, &cells)
                }
            };
            marginals.push(Marginal {
                dimension: dimension.id.clone(),
                value: value.id.clone(),
                score,
                counts,
            });
        }
    }
    marginals
}
