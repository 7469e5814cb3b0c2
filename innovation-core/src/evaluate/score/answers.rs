//! What an assessment says of each item.

use super::document::{AnswerCounts, AnswerState};
use crate::error::{Code, Error, Result};
use crate::evaluate::rubric::{
    Answer, Assessment, Instrument, NOT_APPLICABLE, Part, Ratio, Scoring,
};
use crate::evaluate::under;

/// The answer to an item, checked.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reading {
    /// No answer.
    Missing,
    /// The item does not apply.
    NotApplicable,
    /// A level, by its place among the item's levels.
    Level(usize),
    /// Several levels of a record.
    Levels(Vec<usize>),
    /// Text or a number in a record.
    Free,
    /// Counts.
    Counted(Ratio),
}

impl Reading {
    /// Whether there is an answer.
    pub fn state(&self) -> AnswerState {
        match self {
            Self::Missing => AnswerState::Missing,
            Self::NotApplicable => AnswerState::NotApplicable,
            _ => AnswerState::Answered,
        }
    }

    /// The level, where it is one.
    pub fn level(&self) -> Option<usize> {
        match self {
            Self::Level(level) => Some(*level),
            _ => None,
        }
    }
}

/// How many readings have an answer.
pub(super) fn count<'a>(readings: impl Iterator<Item = &'a Reading>) -> AnswerCounts {
    let mut counts = AnswerCounts::default();
    for reading in readings {
        match reading.state() {
            AnswerState::Answered => counts.answered += 1,
            AnswerState::NotApplicable => counts.not_applicable += 1,
            AnswerState::Missing => counts.missing += 1,
        }
    }
    counts
}

/// Reads an assessment, one reading for each item of the rubric.
pub(crate) fn read(
    instrument: &Instrument<'_>,
    assessment: &Assessment,
    place: &str,
) -> Result<Vec<Reading>> {
    let rubric = instrument.rubric;
    let whose = [
        ("rubric", assessment.rubric.as_str(), rubric.id.as_str()),
        ("version", assessment.version.as_str(), rubric.version.as_str()),
    ];
    for (field, named, there) in whose {
        if named != there {
            let message = format!("the assessment was made with {named}, the rubric is {there}");
            return Err(Error::new(Code::EvaluateVersionMismatch, message)
                .at(format!("{place}/{field}"))
                .hint("score it with the version it was made with"));
        }
    }
    for (field, keys) in [
        ("answers", assessment.answers.keys().collect::<Vec<_>>()),
        ("evidence", assessment.evidence.keys().collect()),
    ] {
        for item in keys {
            known(instrument, item, &under(&format!("{place}/{field}"), item))?;
        }
    }
    let mut readings = Vec::with_capacity(instrument.parts.len());
    for part in &instrument.parts {
        let place = under(&format!("{place}/answers"), part.item.id.as_str());
        readings.push(match assessment.answers.get(part.item.id.as_str()) {
            None => Reading::Missing,
            Some(answer) => reading(instrument.rubric.scoring, part, answer, &place)?,
        });
    }
    Ok(readings)
}

fn known(instrument: &Instrument<'_>, item: &str, place: &str) -> Result<()> {
    if instrument.has(item) {
        return Ok(());
    }
    let names: Vec<&str> = instrument.parts.iter().map(|part| part.item.id.as_str()).collect();
    let error = Error::new(Code::EvaluateUnknownItem, format!("the rubric has no item {item:?}"));
    let error = error.at(place);
    Err(match crate::contract::nearest(item, &names) {
        Some(hint) => error.hint(hint),
        None => error,
    })
}

/// Reads one answer.
fn reading(scoring: Scoring, part: &Part<'_>, answer: &Answer, place: &str) -> Result<Reading> {
    let record = scoring == Scoring::Record;
    let free = record && part.levels.is_empty();
    match answer {
        Answer::Missing(()) => Ok(Reading::Missing),
        Answer::Level(word) if word == NOT_APPLICABLE => Ok(Reading::NotApplicable),
        Answer::Ratio(ratio) if scoring == Scoring::Ratio => counted(part, *ratio, place),
        _ if scoring == Scoring::Ratio => {
            Err(unsuited("counts are needed: {numerator, denominator}", place))
        }
        Answer::Level(_) if free => Ok(Reading::Free),
        Answer::Number(number) if free && number.is_finite() => Ok(Reading::Free),
        Answer::Level(id) => Ok(Reading::Level(by_id(part, id, place)?)),
        Answer::Number(points) => Ok(Reading::Level(by_points(part, *points, place)?)),
        Answer::Levels(ids) if part.item.several => {
            let each = ids.iter().enumerate();
            let mut levels = each
                .map(|(at, id)| by_id(part, id, &format!("{place}/{at}")))
                .collect::<Result<Vec<_>>>()?;
            levels.sort_unstable();
            levels.dedup();
            Ok(if levels.is_empty() { Reading::Missing } else { Reading::Levels(levels) })
        }
        Answer::Levels(_) => Err(unsuited("one level is needed, not several", place)),
        Answer::Ratio(_) => Err(unsuited("a level is needed, not counts", place)),
    }
}

fn by_id(part: &Part<'_>, id: &str, place: &str) -> Result<usize> {
    let names: Vec<&str> = part.levels.iter().map(|level| level.id.as_str()).collect();
    names.iter().position(|name| *name == id).ok_or_else(|| {
        Error::new(Code::EvaluateUnknownLevel, format!("{} has no level {id:?}", part.item.id))
            .at(place)
            .hint(format!("its levels: {}", names.join(", ")))
    })
}

/// A level by its points, which must be those of one level only.
fn by_points(part: &Part<'_>, points: f64, place: &str) -> Result<usize> {
    let mut found =
        part.levels.iter().enumerate().filter(|(_, level)| level.points == Some(points));
    let first = found.next().map(|(at, _)| at);
    match (first, found.next()) {
        (Some(level), None) => Ok(level),
        (Some(_), Some(_)) => Err(unsuited(
            "two levels have these points: give the level's id, not its points",
            place,
        )),
        (None, _) => {
            let names: Vec<&str> = part.levels.iter().map(|level| level.id.as_str()).collect();
            let message = format!("no level of {} has {points} points", part.item.id);
            Err(Error::new(Code::EvaluateUnknownLevel, message)
                .at(place)
                .hint(format!("its levels: {}", names.join(", "))))
        }
    }
}

/// Counts that make a ratio.
fn counted(part: &Part<'_>, ratio: Ratio, place: &str) -> Result<Reading> {
    let wrong = |message: &str, field: &str| {
        Error::new(Code::EvaluateInvalidRatio, message).at(format!("{place}/{field}"))
    };
    let form = part.item.ratio.as_ref();
    let is_part = form.is_some_and(|form| form.part);
    let pairs = [Some([ratio.numerator, ratio.denominator]), ratio.reference];
    for (pair, prefix) in pairs.into_iter().zip(["", "reference/"]) {
        let Some([numerator, denominator]) = pair else { continue };
        let fields = if prefix.is_empty() { ["numerator", "denominator"] } else { ["0", "1"] };
        for (value, field) in [numerator, denominator].into_iter().zip(fields) {
            if !(0.0..=1e15).contains(&value) {
                let message = "a count lies between 0 and a million thousand million";
                return Err(wrong(message, &format!("{prefix}{field}")));
            }
        }
        if is_part && numerator > denominator {
            let message = "more are counted than there are to count among";
            return Err(wrong(message, &format!("{prefix}{}", fields.first().unwrap_or(&""))));
        }
    }
    if ratio.reference.is_some() != form.is_some_and(|form| form.reference) {
        let message = if ratio.reference.is_some() {
            "this item has no reference population"
        } else {
            "this item is set against a reference population: give its counts"
        };
        return Err(wrong(message, "reference"));
    }
    Ok(Reading::Counted(ratio))
}

fn unsuited(message: &str, place: &str) -> Error {
    Error::new(Code::EvaluateInvalidAnswer, message).at(place)
}
