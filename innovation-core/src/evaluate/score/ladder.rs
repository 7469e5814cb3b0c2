//! Rungs: one is reached where every condition up to it is met, with its evidence.

use super::answers::Reading;
use super::document::LadderScore;
use crate::evaluate::rubric::{Assessment, Instrument, Part, Rubric};
use crate::people::Id;
use crate::stat::Stat;

/// What is said and shown of a condition.
#[derive(PartialEq)]
enum Condition {
    /// Met, or not applicable.
    Holds,
    /// Said to be met, without the evidence it asks for.
    Unproved,
    /// Not met, or not answered.
    Unmet,
}

/// Climbs as far as conditions hold.
pub(super) fn climb(
    instrument: &Instrument<'_>,
    assessment: &Assessment,
    readings: &[Reading],
) -> LadderScore {
    let state = |(at, part): (usize, &Part<'_>)| {
        let reading = readings.get(at).unwrap_or(&Reading::Missing);
        (part.item.id.clone(), condition(part, reading, assessment))
    };
    let mut ladder =
        LadderScore { reached: None, next: None, unmet: vec![], unproved: vec![], ahead: vec![] };
    for (at, rung) in instrument.rubric.groups.iter().enumerate() {
        let conditions: Vec<(Id, Condition)> = instrument.in_group(at).map(state).collect();
        let named = |wanted: Condition| {
            let those = conditions.iter().filter(move |(_, condition)| *condition == wanted);
            those.map(|(id, _)| id.clone())
        };
        if ladder.next.is_some() {
            ladder.ahead.extend(named(Condition::Holds));
        } else if conditions.iter().all(|(_, condition)| *condition == Condition::Holds) {
            ladder.reached = Some(rung.id.clone());
        } else {
            ladder.next = Some(rung.id.clone());
            ladder.unmet = named(Condition::Unmet).collect();
            ladder.unproved = named(Condition::Unproved).collect();
        }
    }
    ladder
}

/// The points of the rung reached.
pub(super) fn points(rubric: &Rubric, ladder: &LadderScore) -> Stat {
    let reached = rubric.groups.iter().find(|group| Some(&group.id) == ladder.reached.as_ref());
    reached.and_then(|rung| rung.points).map_or(Stat::undefined("no-rung-reached"), Stat::of)
}

fn condition(part: &Part<'_>, reading: &Reading, assessment: &Assessment) -> Condition {
    let top = part.levels.len().checked_sub(1);
    match reading {
        Reading::NotApplicable => Condition::Holds,
        Reading::Level(_) if reading.level() == top => {
            let shown = assessment.evidence.get(part.item.id.as_str());
            let shown = shown.is_some_and(|words| !words.trim().is_empty());
            if part.item.evidence.is_none() || shown {
                Condition::Holds
            } else {
                Condition::Unproved
            }
        }
        _ => Condition::Unmet,
    }
}
