//! Assessments of one subject together: where people stand, and how far apart.

use super::answers::Reading;
use super::change::Occasions;
use super::document::{AssessmentScore, LevelCount, PoolBy, RatioScore};
use super::findings::{self, ScoreFinding};
use super::single::{band, ratio, value};
use crate::evaluate::rubric::{Instrument, Level, Part, Ratio, RubricGroup, Scoring};
use crate::math;
use crate::people::Id;
use crate::stat::Stat;
use serde::Serialize;
use std::collections::BTreeMap;

/// Assessments of one subject together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScorePool {
    /// What was assessed.
    pub subject: Id,
    /// The role of its assessors; all roles where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The occasion; all of them where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// How many assessments.
    pub assessments: u32,
    /// Their totals.
    pub total: ScoreSummary,
    /// The band of the mean total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Id>,
    /// Groups, in the order of the rubric.
    pub groups: Vec<GroupPool>,
    /// Items, in the order of the rubric.
    pub items: Vec<ItemPool>,
    /// How many reached each rung; ladders only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rungs: Vec<RungCount>,
    /// Where people differ or kept silent; in the pool of the whole subject.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<ScoreFinding>,
}

/// Several scores in a few numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoreSummary {
    /// Scores that exist; null where a policy of disclosure hides it.
    pub count: Option<u32>,
    /// Assessments without this score; they are not in the numbers. Null where hidden.
    pub without: Option<u32>,
    /// Arithmetic mean.
    pub mean: Stat,
    /// Median.
    pub median: Stat,
    /// Least.
    pub min: Stat,
    /// Most.
    pub max: Stat,
    /// Standard deviation of a sample (n − 1).
    pub standard_deviation: Stat,
}

/// A group over several assessments.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GroupPool {
    /// The group.
    pub group: Id,
    /// Its scores.
    pub score: ScoreSummary,
}

/// An item over several assessments.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ItemPool {
    /// The item.
    pub item: Id,
    /// Answered; null where a policy of disclosure hides it.
    pub answered: Option<u32>,
    /// Said not to apply; null where hidden.
    pub not_applicable: Option<u32>,
    /// Not answered; null where hidden.
    pub missing: Option<u32>,
    /// How often each level was chosen, levels in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelCount>,
    /// The median level, the lower one of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<Id>,
    /// Mean of the values, where the kind has means.
    pub mean: Stat,
    /// How divided opinions are (Leik): 0 where all agree, 1 where half stand at each end.
    pub dispersion: Stat,
    /// Counts of all assessments together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioScore>,
}

/// How many assessments reached a rung.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RungCount {
    /// The rung; none for those below the first.
    pub rung: Option<Id>,
    /// How many reached it and no higher.
    pub count: u32,
}

/// Makes every pool asked for.
pub(super) fn pools(
    instrument: &Instrument<'_>,
    by: &[PoolBy],
    occasions: &Occasions,
    scores: &[AssessmentScore],
    readings: &[Vec<Reading>],
) -> Vec<ScorePool> {
    let mut pools = Vec::new();
    let all: Vec<usize> = (0..scores.len()).collect();
    let subjects = scores.iter().map(|score| Some(score.subject.as_str())).collect::<Vec<_>>();
    for (_, members) in split(&all, &subjects) {
        let own = |at: &usize| scores.get(*at);
        let make = |members: &[usize]| pool(instrument, scores, readings, members);
        let mut parts = Vec::new();
        if by.contains(&PoolBy::Role) {
            let roles: Vec<_> = members.iter().map(|at| own(at)?.role.as_deref()).collect();
            for (role, members) in split(&members, &roles) {
                parts.extend(make(&members).map(|pool| ScorePool { role: Some(role), ..pool }));
            }
        }
        if by.contains(&PoolBy::Occasion) {
            let times: Vec<_> = members.iter().map(|at| occasions.of(own(at)?)).collect();
            for (occasion, members) in split(&members, &times) {
                parts.extend(
                    make(&members).map(|pool| ScorePool { occasion: Some(occasion), ..pool }),
                );
            }
        }
        pools.extend(make(&members).map(|whole| ScorePool {
            findings: findings::find(instrument, &whole, &parts),
            ..whole
        }));
        pools.append(&mut parts);
    }
    pools
}

/// Members by name, names in the order of their first appearance; nameless ones are left out.
fn split(members: &[usize], names: &[Option<&str>]) -> Vec<(String, Vec<usize>)> {
    let mut places = BTreeMap::new();
    let mut parts: Vec<(String, Vec<usize>)> = Vec::new();
    for (&member, name) in members.iter().zip(names) {
        let Some(name) = *name else { continue };
        let place = *places.entry(name).or_insert(parts.len());
        match parts.get_mut(place) {
            Some((_, members)) => members.push(member),
            None => parts.push((name.to_owned(), vec![member])),
        }
    }
    parts
}

fn pool(
    instrument: &Instrument<'_>,
    scores: &[AssessmentScore],
    readings: &[Vec<Reading>],
    members: &[usize],
) -> Option<ScorePool> {
    let own: Vec<&AssessmentScore> = members.iter().filter_map(|&at| scores.get(at)).collect();
    let answers: Vec<&Vec<Reading>> = members.iter().filter_map(|&at| readings.get(at)).collect();
    let total = summary(own.iter().map(|score| score.total));
    let group = |(at, group): (usize, &RubricGroup)| GroupPool {
        group: group.id.clone(),
        score: summary(own.iter().filter_map(|score| Some(score.groups.get(at)?.score))),
    };
    let item = |(at, part): (usize, &Part<'_>)| {
        item_pool(instrument, part, answers.iter().filter_map(|answers| answers.get(at)))
    };
    Some(ScorePool {
        subject: own.first()?.subject.clone(),
        role: None,
        occasion: None,
        assessments: own.len() as u32,
        band: total.mean.value.and_then(|mean| band(instrument.rubric, mean)),
        total,
        groups: instrument.rubric.groups.iter().enumerate().map(group).collect(),
        items: instrument.parts.iter().enumerate().map(item).collect(),
        rungs: rungs(instrument, &own),
        findings: Vec::new(),
    })
}

/// Sums several scores up.
pub(super) fn summary(scores: impl Iterator<Item = Stat>) -> ScoreSummary {
    let (mut values, mut without, mut reason) = (Vec::new(), 0, "no-assessments");
    for score in scores {
        match score.value {
            Some(value) => values.push(value),
            None => {
                without += 1;
                reason = score.undefined.unwrap_or(reason);
            }
        }
    }
    values.sort_by(f64::total_cmp);
    let count = values.len();
    let number = |value: Option<f64>| value.map_or(Stat::undefined(reason), Stat::of);
    let mean = (count > 0).then(|| math::sum(values.iter().copied()) / count as f64);
    let median = (count > 0)
        .then(|| Some((values.get((count - 1) / 2)? + values.get(count / 2)?) / 2.0))
        .flatten();
    ScoreSummary {
        count: Some(count as u32),
        without: Some(without),
        mean: number(mean),
        median: number(median),
        min: number(values.first().copied()),
        max: number(values.last().copied()),
        standard_deviation: deviation(&values, mean, reason),
    }
}

/// Standard deviation of a sample.
pub(super) fn deviation(values: &[f64], mean: Option<f64>, reason: &'static str) -> Stat {
    match (mean, values.len()) {
        (None, _) => Stat::undefined(reason),
        (_, 0 | 1) => Stat::undefined("too-few-assessments"),
        (Some(mean), count) => {
            let squares = values.iter().map(|value| (value - mean) * (value - mean));
            Stat::of(math::sqrt(math::sum(squares) / (count - 1) as f64))
        }
    }
}

fn item_pool<'a>(
    instrument: &Instrument<'_>,
    part: &Part<'_>,
    readings: impl Iterator<Item = &'a Reading>,
) -> ItemPool {
    let readings: Vec<&Reading> = readings.collect();
    let mut counts = vec![0u32; part.levels.len()];
    for &level in readings.iter().flat_map(|reading| match reading {
        Reading::Level(level) => std::slice::from_ref(level),
        Reading::Levels(levels) => levels.as_slice(),
        _ => &[],
    }) {
        if let Some(count) = counts.get_mut(level) {
            *count += 1;
        }
    }
    let states = super::answers::count(readings.iter().copied());
    let ordered = part.levels.iter().zip(&counts).filter(|(level, _)| {
        instrument.rubric.scoring != Scoring::Valence || level.points.is_some()
    });
    let ordered: Vec<(&Level, u32)> = ordered.map(|(level, &count)| (level, count)).collect();
    let has_order = instrument.rubric.scoring != Scoring::Record;
    let means = instrument.has_points();
    ItemPool {
        item: part.item.id.clone(),
        answered: Some(states.answered),
        not_applicable: Some(states.not_applicable),
        missing: Some(states.missing),
        levels: part
            .levels
            .iter()
            .zip(&counts)
            .map(|(level, &count)| LevelCount { level: level.id.clone(), count })
            .collect(),
        median: has_order.then(|| median(&ordered)).flatten(),
        mean: if means { mean(instrument, part, &counts) } else { Stat::undefined("no-mean") },
        dispersion: if has_order { leik(&ordered) } else { Stat::undefined("no-order") },
        ratio: pooled_ratio(part, &readings),
    }
}

fn median(levels: &[(&Level, u32)]) -> Option<Id> {
    let total: u32 = levels.iter().map(|(_, count)| count).sum();
    let mut below = 0;
    let (level, _) = levels.iter().find(|(_, count)| {
        below += count;
        2 * u64::from(below) >= u64::from(total.max(1))
    })?;
    Some(level.id.clone())
}

fn mean(instrument: &Instrument<'_>, part: &Part<'_>, counts: &[u32]) -> Stat {
    let total: u32 = counts.iter().sum();
    let values = part
        .levels
        .iter()
        .zip(counts)
        .filter_map(|(level, &count)| Some(value(instrument, part, level)? * f64::from(count)));
    Stat::ratio(math::sum(values), f64::from(total), "no-answers")
}

/// Leik's ordinal dispersion: 0 where all choose one level, 1 where half choose each end.
fn leik(levels: &[(&Level, u32)]) -> Stat {
    let total: u32 = levels.iter().map(|(_, count)| count).sum();
    if total < 2 || levels.len() < 2 {
        return Stat::undefined("too-few-answers");
    }
    let mut below = 0;
    let distances = levels.iter().map(|(_, count)| {
        below += count;
        f64::from(below.min(total - below))
    });
    let scale = f64::from(total) * (levels.len() - 1) as f64;
    Stat::of(2.0 * math::sum(distances) / scale)
}

fn pooled_ratio(part: &Part<'_>, readings: &[&Reading]) -> Option<RatioScore> {
    let counted = || {
        readings.iter().filter_map(|reading| match reading {
            Reading::Counted(counts) => Some(*counts),
            _ => None,
        })
    };
    counted().next()?;
    let sum = |part: fn(&Ratio) -> f64| math::sum(counted().map(|counts| part(&counts)));
    let reference = part.item.ratio.as_ref()?.reference.then(|| {
        [
            sum(|counts| counts.reference.map_or(0.0, |[count, _]| count)),
            sum(|counts| counts.reference.map_or(0.0, |[_, among]| among)),
        ]
    });
    let counts = Ratio {
        numerator: sum(|counts| counts.numerator),
        denominator: sum(|counts| counts.denominator),
        reference,
    };
    Some(ratio(part, counts))
}

fn rungs(instrument: &Instrument<'_>, scores: &[&AssessmentScore]) -> Vec<RungCount> {
    let mut counts = BTreeMap::<Option<&Id>, u32>::new();
    for ladder in scores.iter().filter_map(|score| score.ladder.as_ref()) {
        *counts.entry(ladder.reached.as_ref()).or_default() += 1;
    }
    let rungs = instrument.rubric.groups.iter().map(|group| Some(&group.id));
    std::iter::once(None)
        .chain(rungs)
        .filter_map(|rung| Some(RungCount { rung: rung.cloned(), count: *counts.get(&rung)? }))
        .collect()
}
