//! The same subject again: what has changed between occasions.

use super::document::{AssessmentScore, ScoreRequest};
use super::pool::{deviation, summary};
use crate::error::{Code, Error, Result};
use crate::evaluate::rubric::Instrument;
use crate::instant::Instant;
use crate::math;
use crate::people::Id;
use crate::stat::Stat;
use serde::Serialize;
use std::collections::BTreeMap;

/// Most occasions of a request.
const MOST_OCCASIONS: usize = 1_000;

/// What has changed from one occasion to a later one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoreChange {
    /// What was assessed.
    pub subject: Id,
    /// The earlier occasion.
    pub from: String,
    /// The later occasion.
    pub to: String,
    /// The group; the total where absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Id>,
    /// Difference of the two means, whoever answered.
    pub difference: Stat,
    /// People who answered on both occasions.
    pub pairs: u32,
    /// Mean of their own differences.
    pub paired: Stat,
    /// Standard error of that mean.
    pub standard_error: Stat,
}

/// Which occasion a day belongs to.
#[derive(Debug)]
pub(super) struct Occasions {
    spans: Vec<(String, String, String)>,
}

impl Occasions {
    /// The occasion of an assessment; its day where no occasions are named.
    pub fn of<'a>(&'a self, score: &'a AssessmentScore) -> Option<&'a str> {
        let day = score.at.as_deref()?.get(..10)?;
        if self.spans.is_empty() {
            return Some(day);
        }
        let holds =
            |span: &&(String, String, String)| span.1.as_str() <= day && day <= span.2.as_str();
        self.spans.iter().find(holds).map(|span| span.0.as_str())
    }

    /// Where an occasion stands in time.
    fn rank<'a>(&'a self, name: &'a str) -> &'a str {
        self.spans.iter().find(|span| span.0 == name).map_or(name, |span| span.1.as_str())
    }
}

/// Reads the occasions, and checks every date.
pub(super) fn occasions(request: &ScoreRequest) -> Result<Occasions> {
    for (at, assessment) in request.assessments.iter().enumerate() {
        if let Some(when) = &assessment.at {
            date(when, &format!("/assessments/{at}/at"))?;
        }
    }
    if request.occasions.len() > MOST_OCCASIONS {
        let message =
            format!("{} occasions are more than {MOST_OCCASIONS}", request.occasions.len());
        return Err(Error::new(Code::ContractTooLarge, message).at("/occasions"));
    }
    let mut spans: Vec<(String, String, String)> = Vec::new();
    for (at, occasion) in request.occasions.iter().enumerate() {
        let place = format!("/occasions/{at}");
        let from = date(&occasion.from, &format!("{place}/from"))?;
        let to = date(&occasion.to, &format!("{place}/to"))?;
        let refuse =
            |message: &str| Err(Error::new(Code::ContractInvalidValue, message).at(&place));
        if from > to {
            return refuse("an occasion ends on or after its first day");
        }
        if spans.iter().any(|span| span.0 == occasion.id.as_str()) {
            return refuse("two occasions have this name");
        }
        if spans.iter().any(|span| span.1.as_str() <= to && from <= span.2.as_str()) {
            return refuse("two occasions share a day");
        }
        spans.push((occasion.id.to_string(), from.to_owned(), to.to_owned()));
    }
    Ok(Occasions { spans })
}

/// The day of an RFC 3339 date or time.
fn date<'a>(text: &'a str, place: &str) -> Result<&'a str> {
    let whole = matches!(text.as_bytes().get(10), None | Some(b'T' | b't' | b' '));
    match text.get(..10) {
        Some(day) if whole && Instant::parse(day).is_some() => Ok(day),
        _ => Err(Error::new(Code::ContractInvalidValue, format!("{text:?} is not a date"))
            .at(place)
            .hint("write 2026-11-23 or 2026-11-23T09:00:00Z")),
    }
}

/// From each occasion to the next, and from the first to the last, by subject.
pub(super) fn changes(
    instrument: &Instrument<'_>,
    occasions: &Occasions,
    scores: &[AssessmentScore],
) -> Vec<ScoreChange> {
    let mut subjects: BTreeMap<&Id, BTreeMap<(&str, &str), Vec<&AssessmentScore>>> =
        BTreeMap::new();
    for score in scores {
        if let Some(name) = occasions.of(score) {
            let when = (occasions.rank(name), name);
            subjects.entry(&score.subject).or_default().entry(when).or_default().push(score);
        }
    }
    let mut changes = Vec::new();
    for (subject, occasions) in subjects {
        let held: Vec<(&str, &Vec<&AssessmentScore>)> =
            occasions.iter().map(|((_, name), scores)| (*name, scores)).collect();
        let steps = held.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.last()?)));
        let whole = held.first().copied().zip(held.last().copied()).filter(|_| held.len() > 2);
        for ((from, before), (to, after)) in steps.chain(whole) {
            let total = |score: &AssessmentScore| score.total;
            let change = |group: Option<Id>, of: &dyn Fn(&AssessmentScore) -> Stat| {
                let (pairs, paired, standard_error) = paired(before, after, of);
                ScoreChange {
                    subject: subject.clone(),
                    from: from.to_owned(),
                    to: to.to_owned(),
                    group,
                    difference: difference(before, after, of),
                    pairs,
                    paired,
                    standard_error,
                }
            };
            changes.push(change(None, &total));
            if instrument.has_points() {
                for (at, group) in instrument.rubric.groups.iter().enumerate() {
                    let of = |score: &AssessmentScore| {
                        score.groups.get(at).map_or(Stat::undefined("no-sum"), |group| group.score)
                    };
                    changes.push(change(Some(group.id.clone()), &of));
                }
            }
        }
    }
    changes
}

/// The difference of two means.
fn difference(
    before: &[&AssessmentScore],
    after: &[&AssessmentScore],
    of: &dyn Fn(&AssessmentScore) -> Stat,
) -> Stat {
    let mean = |scores: &[&AssessmentScore]| summary(scores.iter().map(|score| of(score))).mean;
    let (before, after) = (mean(before), mean(after));
    match (before.value, after.value) {
        (Some(before), Some(after)) => Stat::of(after - before),
        (None, _) => before,
        (_, None) => after,
    }
}

/// People's own differences: how many, their mean and its standard error. Who answered twice on
/// an occasion counts with the last answer.
fn paired(
    before: &[&AssessmentScore],
    after: &[&AssessmentScore],
    of: &dyn Fn(&AssessmentScore) -> Stat,
) -> (u32, Stat, Stat) {
    let people = |scores: &[&AssessmentScore]| -> BTreeMap<Id, f64> {
        let person = |score: &&AssessmentScore| Some((score.assessor.clone()?, of(score).value?));
        scores.iter().filter_map(person).collect()
    };
    let (earlier, later) = (people(before), people(after));
    let own = earlier.iter().filter_map(|(person, before)| Some(later.get(person)? - before));
    let own: Vec<f64> = own.collect();
    let count = own.len();
    let mean = (count > 0).then(|| math::sum(own.iter().copied()) / count as f64);
    let spread = deviation(&own, mean, "nobody-answered-twice");
    let mean = mean.map_or(Stat::undefined("nobody-answered-twice"), Stat::of);
    let error = spread.value.map(|spread| Stat::of(spread / math::sqrt(count as f64)));
    (count as u32, mean, error.unwrap_or(spread))
}
