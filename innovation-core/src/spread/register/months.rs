//! Stages over time, and how long sites waited.

use super::answer::{AdoptionWait, MonthOfUse, StageCounts};
use super::check::Case;
use super::stage::UseStage;
use crate::stat::Stat;

/// Every month from that of the first date to that of the moment; at most fifty years of them.
pub(super) fn months(case: &Case<'_>) -> Vec<MonthOfUse> {
    let dated = || case.tracks.iter().flat_map(|track| &track.steps);
    let Some(first) = dated().map(|step| step.at).min() else { return Vec::new() };
    let (first, last) = (first.month(), case.at.month());
    let length = usize::try_from(last - first + 1).unwrap_or_default();
    let mut months: Vec<MonthOfUse> = (first..=last)
        .map(|month| MonthOfUse {
            month: format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1),
            adopters: 0,
            ever: 0,
            stopped: 0,
            stages: StageCounts::default(),
        })
        .collect();
    // Each site is counted from the month of a step up to that of the next one.
    for track in &case.tracks {
        let place = |month: i64| usize::try_from(month - first).unwrap_or_default().min(length);
        if let Some(month) = track.adopted().and_then(|at| months.get_mut(place(at.month()))) {
            month.adopters += 1;
        }
        for (at, step) in track.steps.iter().enumerate() {
            let begin = place(step.at.month());
            let end = track.steps.get(at + 1).map_or(length, |next| place(next.at.month()));
            if let (UseStage::Discontinued, Some(month)) = (step.stage, months.get_mut(begin)) {
                month.stopped += 1;
            }
            let span = months.get_mut(begin..end.max(begin)).unwrap_or_default();
            span.iter_mut().for_each(|month| month.stages.add(step.stage));
        }
    }
    let mut ever = 0;
    for month in &mut months {
        ever += month.adopters;
        month.ever = ever;
    }
    months
}

/// Kaplan and Meier's share of sites that still wait, read at a quarter and at one half.
pub(super) fn waiting(case: &Case<'_>) -> AdoptionWait {
    let mut waits: Vec<(i64, bool)> = Vec::new();
    let mut unknown = 0;
    for track in &case.tracks {
        let aware = track.steps.iter().find(|step| step.stage == UseStage::Aware);
        let Some(aware) = aware else {
            unknown += 1;
            continue;
        };
        let until = track.adopted();
        waits.push((aware.at.days_until(until.unwrap_or(case.at)), until.is_some()));
    }
    let adopted = waits.iter().filter(|(_, event)| *event).count() as u32;
    let read = |share: f64| match quantile(&mut waits.clone(), share) {
        _ if waits.is_empty() => Stat::undefined("no-date-of-awareness"),
        Some(days) => Stat::of(days as f64),
        None => Stat::undefined("not-reached"),
    };
    AdoptionWait {
        adopted,
        waiting: waits.len() as u32 - adopted,
        unknown,
        first_quarter: read(0.25),
        median: read(0.5),
    }
}

/// What rounding may take from a share that is reached exactly.
const ROUNDING: f64 = 1e-9;

/// The first time by which a share has adopted; `waits` are days, and whether they ended in
/// adoption. Who adopts on the day on which another is last seen counts as before.
fn quantile(waits: &mut [(i64, bool)], share: f64) -> Option<i64> {
    waits.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let mut left = 1.0;
    for same in waits.chunk_by(|a, b| a.0 == b.0).scan(waits.len(), |at_risk, same| {
        let here = *at_risk;
        *at_risk -= same.len();
        Some((here, same))
    }) {
        let (at_risk, same) = same;
        let events = same.iter().filter(|(_, event)| *event).count();
        left *= 1.0 - events as f64 / at_risk as f64;
        if left <= 1.0 - share + ROUNDING {
            return same.first().map(|(days, _)| *days);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::quantile;
    use proptest::prelude::*;

    #[test]
    fn a_published_example_of_kaplan_and_meier() {
        // Remission in weeks under 6-MP (Freireich and others, 1963; Gehan 1965): median 23.
        let events = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let mut waits: Vec<(i64, bool)> = events
            .iter()
            .map(|&days| (days, true))
            .chain(censored.iter().map(|&days| (days, false)))
            .collect();
        assert_eq!(quantile(&mut waits, 0.5), Some(23));
        assert_eq!(quantile(&mut waits, 0.25), Some(13));
        assert_eq!(quantile(&mut waits, 0.75), None);
    }

    proptest! {
        /// Where everybody has adopted, the median is that of the waits, the lower one of two.
        #[test]
        fn without_censoring_the_median_is_the_median(days in prop::collection::vec(0..30i64, 1..40)) {
            let mut waits: Vec<(i64, bool)> = days.iter().map(|&days| (days, true)).collect();
            let mut sorted = days.clone();
            sorted.sort_unstable();
            prop_assert_eq!(quantile(&mut waits, 0.5), Some(sorted[(days.len() - 1) / 2]));
        }
    }
}
