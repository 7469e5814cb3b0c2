//! Reach, adoption, and whether they are fair: counts over counts.

use super::answer::{
    CountedRatio, FairShare, RegisterAdoption, RegisterDisclosure, RegisterReach, StageCounts,
};
use super::check::Case;
use super::track::Track;
use crate::stat::Stat;
use crate::text::Text;
use std::collections::BTreeMap;

pub(super) fn stages(case: &Case<'_>) -> StageCounts {
    let mut counts = StageCounts::default();
    case.tracks.iter().for_each(|track| counts.add(track.site.stage));
    counts
}

pub(super) fn reach(case: &Case<'_>) -> RegisterReach {
    let mut started = [0_u64; 2];
    let mut all = [0_u64; 2];
    let (mut sites, mut silent) = (0, 0);
    for track in &case.tracks {
        let site = track.site;
        let both = match (site.reached, site.eligible) {
            (Some(reached), Some(eligible)) => Some([reached, eligible]),
            (None, Some(eligible)) if !track.ever_started() => Some([0, eligible]),
            _ => None,
        };
        if let Some(both) = both {
            add(&mut all, both);
        }
        if track.ever_started() {
            match both {
                Some(both) => {
                    add(&mut started, both);
                    sites += 1;
                }
                None => silent += 1,
            }
        }
    }
    let ratio =
        |[reached, eligible]: [u64; 2]| CountedRatio::of(reached, eligible, "nobody-eligible");
    RegisterReach { started: ratio(started), all: ratio(all), sites, silent }
}

pub(super) fn adoption(case: &Case<'_>) -> RegisterAdoption {
    let tracks = &case.tracks;
    let count =
        |holds: fn(&Track<'_>) -> bool| tracks.iter().filter(|one| holds(one)).count() as u64;
    let approached = case.request.asked.unwrap_or(tracks.len() as u64);
    let ratio = |count| CountedRatio::of(count, approached, "nobody-approached");
    let mut staff = [0_u64; 2];
    for one in tracks.iter().filter(|track| track.ever_started()) {
        if let Some(here) = one.site.staff {
            add(&mut staff, [here.delivering, here.concerned]);
        }
    }
    RegisterAdoption {
        ever: ratio(count(|track| track.ever_adopted())),
        now: ratio(count(|track| track.site.stage.in_use())),
        asked: case.request.asked.is_some(),
        staff: CountedRatio::of(staff[0], staff[1], "nobody-concerned"),
    }
}

/// For each kind of group the sums of each group, and the sums of all.
type Tally<'a> = BTreeMap<&'a str, ([u64; 2], BTreeMap<&'a str, [u64; 2]>)>;

/// Groups of people over the sites that ever started. Where a site says its own total, that is
/// the whole; else its groups of one kind together are.
pub(super) fn people(case: &Case<'_>) -> Vec<FairShare> {
    let mut tally = Tally::new();
    for track in case.tracks.iter().filter(|track| track.ever_started()) {
        let site = track.site;
        let mut listed: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
        for group in &site.groups {
            let both = [group.reached, group.eligible];
            add(listed.entry(&group.by).or_default(), both);
            add(tally.entry(&group.by).or_default().1.entry(&group.group).or_default(), both);
        }
        for (by, [reached, eligible]) in listed {
            // One total alone would set a part of one kind against a whole of another.
            let whole = match (site.reached, site.eligible) {
                (Some(reached), Some(eligible)) => [reached, eligible],
                _ => [reached, eligible],
            };
            add(&mut tally.entry(by).or_default().0, whole);
        }
    }
    shares(&tally, "nobody-reached", "nobody-eligible")
}

/// Kinds of settings: those that ever took it up against all that are registered.
pub(super) fn settings(case: &Case<'_>) -> Vec<FairShare> {
    let mut tally = Tally::new();
    for track in &case.tracks {
        let one = [u64::from(track.ever_adopted()), 1];
        for (by, value) in &track.site.attributes {
            let (all, groups) = tally.entry(by).or_default();
            add(all, one);
            add(groups.entry(value).or_default(), one);
        }
    }
    shares(&tally, "nobody-adopted", "nobody-registered")
}

fn shares(tally: &Tally<'_>, none: &'static str, empty: &'static str) -> Vec<FairShare> {
    let rows = tally.iter().flat_map(|(by, (all, groups))| {
        groups.iter().map(move |(group, here)| (by, *all, group, *here))
    });
    rows.map(|(by, all, group, here)| {
        let reached = CountedRatio::of(here[0], all[0], none);
        let eligible = CountedRatio::of(here[1], all[1], empty);
        let representativeness = match (reached.ratio.value, eligible.ratio.value) {
            (Some(_), Some(0.0)) => Stat::undefined("group-without-people"),
            (Some(share), Some(fair)) => Stat::of(share / fair),
            (None, _) => Stat::undefined(none),
            (_, None) => Stat::undefined(empty),
        };
        FairShare {
            by: (*by).to_owned(),
            group: (*group).to_owned(),
            reached,
            eligible,
            representativeness,
        }
    })
    .collect()
}

/// The smallest count of people, and what to do before these results are shown.
pub(super) fn disclosure(people: &[FairShare], reach: &RegisterReach) -> RegisterDisclosure {
    let counts = people.iter().flat_map(|share| [&share.reached, &share.eligible]);
    let all = counts.chain([&reach.started, &reach.all]);
    let smallest = all.map(|ratio| ratio.numerator).filter(|count| *count > 0).min();
    RegisterDisclosure {
        smallest,
        reading: Text::both(
            "These results name sites and may rest on few people. They are for those who take \
             part in the spread; before others see them, pass the counts through protect.disclose.",
            "Ces résultats nomment des sites et reposent parfois sur peu de personnes. Ils sont \
             destinés à celles et ceux qui prennent part à la diffusion\u{202f}; avant de les montrer à \
             d’autres, passez les effectifs par protect.disclose.",
        ),
    }
}

fn add(sum: &mut [u64; 2], more: [u64; 2]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum = sum.saturating_add(more);
    }
}
