//! Whether sites keep it: at each time of looking, and when to look next.

use super::answer::{CheckDue, CountedRatio, DiscontinuationCounts, MaintenanceCheck, ReasonCount};
use super::check::Case;
use super::document::SiteCheck;
use super::stage::UseStage;
use super::track::Track;
use crate::instant::Instant;
use crate::stat::Stat;
use std::collections::BTreeMap;

/// The day on which a site is looked at, in UTC.
fn day(adopted: Instant, month: u32) -> Instant {
    adopted.start_of_day().plus_months(month)
}

/// For each time of looking the check that counts for it. A check counts for the day next to
/// it, the earlier of two as near, and only within the window; of several the nearest counts,
/// the later of two as near.
fn looks<'a>(case: &Case<'a>, track: &Track<'a>, adopted: Instant) -> Vec<Option<&'a SiteCheck>> {
    let months = &case.request.check_months;
    let mut found: Vec<Option<(u64, &SiteCheck)>> = vec![None; months.len()];
    for (at, check) in &track.checks {
        let away = |month: &u32| day(adopted, *month).days_until(at.start_of_day()).unsigned_abs();
        let near = months.iter().enumerate().map(|(place, month)| (away(month), place)).min();
        let Some((days, place)) = near else { continue };
        let Some(slot) = found.get_mut(place) else { continue };
        let nearer = slot.is_none_or(|(before, _)| days <= before);
        if days <= u64::from(case.request.window_days) && nearer {
            *slot = Some((days, check));
        }
    }
    found.into_iter().map(|slot| slot.map(|(_, check)| check)).collect()
}

pub(super) fn maintenance(case: &Case<'_>) -> Vec<MaintenanceCheck> {
    let adopters: Vec<(&Track<'_>, Instant, Vec<Option<&SiteCheck>>)> = case
        .tracks
        .iter()
        .filter_map(|track| Some((track, track.adopted()?)))
        .map(|(track, adopted)| (track, adopted, looks(case, track, adopted)))
        .collect();
    let months = case.request.check_months.iter().enumerate();
    months
        .map(|(place, &month)| {
            let [mut not_yet, mut kept, mut not_kept, mut discontinued, mut unknown] = [0_u32; 5];
            let (mut fidelity, mut fidelities) = (0.0, 0_u32);
            for (track, adopted, looks) in &adopters {
                let due = day(*adopted, month);
                let look = looks.get(place).copied().flatten();
                if due > case.at {
                    not_yet += 1;
                    continue;
                }
                if track.stage_at(due) == Some(UseStage::Discontinued) {
                    discontinued += 1;
                    continue;
                }
                match look.map(|check| check.kept) {
                    Some(true) => kept += 1,
                    Some(false) => not_kept += 1,
                    None => unknown += 1,
                }
                if let Some(share) = look.and_then(|check| check.fidelity) {
                    fidelity += share;
                    fidelities += 1;
                }
            }
            let due = kept + not_kept + discontinued + unknown;
            let bound = |count: u32| Stat::ratio(f64::from(count), f64::from(due), "none-due");
            let known = u64::from(due - unknown);
            MaintenanceCheck {
                month,
                due,
                not_yet,
                kept,
                not_kept,
                discontinued,
                unknown,
                known: CountedRatio::of(u64::from(kept), known, "none-known"),
                at_least: bound(kept),
                at_most: bound(kept + unknown),
                fidelity: Stat::ratio(fidelity, f64::from(fidelities), "none-stated"),
                fidelities,
            }
        })
        .collect()
}

/// For each site in use the last look that was missed, and the next one ahead. A look that was
/// missed is not made up for once a later one was held.
pub(super) fn due(case: &Case<'_>) -> Vec<CheckDue> {
    let mut all: Vec<(Instant, CheckDue)> = Vec::new();
    let using = case.tracks.iter().filter(|track| track.site.stage.in_use());
    for (track, adopted) in using.filter_map(|track| Some((track, track.adopted()?))) {
        let looks = looks(case, track, adopted);
        let plan = case.request.check_months.iter().zip(&looks).enumerate();
        let plan: Vec<(usize, u32, Instant, bool)> = plan
            .map(|(place, (&month, look))| (place, month, day(adopted, month), look.is_some()))
            .collect();
        let held = plan.iter().rposition(|(.., held)| *held);
        let today = case.at.start_of_day();
        let past = plan.iter().rfind(|(.., due, _)| *due < today);
        let missed = past.filter(|(place, ..)| held.is_none_or(|held| held < *place));
        let next = plan.iter().find(|(.., due, held)| *due >= today && !held);
        for (_, month, due, _) in missed.into_iter().chain(next) {
            let days = case.at.start_of_day().days_until(*due);
            all.push((
                *due,
                CheckDue {
                    site: track.site.id.clone(),
                    month: *month,
                    due: due.day(),
                    overdue: days < 0,
                    days: days.unsigned_abs(),
                },
            ));
        }
    }
    all.sort_by_key(|(due, _)| *due);
    all.into_iter().map(|(_, look)| look).collect()
}

pub(super) fn discontinuation(case: &Case<'_>) -> DiscontinuationCounts {
    let [mut stops, mut from_trial, mut from_use, mut resumed, mut unstated] = [0_u32; 5];
    let mut reasons: BTreeMap<&str, u32> = BTreeMap::new();
    let mut days: Vec<i64> = Vec::new();
    for stop in case.tracks.iter().flat_map(Track::stops) {
        stops += 1;
        resumed += u32::from(stop.resumed);
        match stop.left {
            Some(left) if left.in_use() => from_use += 1,
            _ => from_trial += 1,
        }
        days.extend(stop.begun.map(|begun| begun.days_until(stop.step.at)));
        match stop.step.reason {
            Some(reason) => *reasons.entry(reason).or_default() += 1,
            None => unstated += 1,
        }
    }
    let mut reasons: Vec<ReasonCount> = reasons
        .into_iter()
        .map(|(reason, count)| ReasonCount { reason: reason.to_owned(), count })
        .collect();
    reasons.sort_by_key(|one| std::cmp::Reverse(one.count));
    let ever = || case.tracks.iter().filter(|track| track.ever_adopted());
    let lost = ever().filter(|track| track.site.stage == UseStage::Discontinued).count() as u64;
    DiscontinuationCounts {
        stops,
        from_trial,
        from_use,
        resumed,
        lost: CountedRatio::of(lost, ever().count() as u64, "nobody-adopted"),
        reasons,
        unstated,
        median_days: median(days),
    }
}

fn median(mut days: Vec<i64>) -> Stat {
    days.sort_unstable();
    let middle = |at: usize| days.get(at).copied();
    match (middle(days.len().saturating_sub(1) / 2), middle(days.len() / 2)) {
        (Some(low), Some(high)) => Stat::of((low + high) as f64 / 2.0),
        _ => Stat::undefined("nobody-stopped"),
    }
}
