//! Counts of people at a site, checked.

use super::check::invalid;
use super::document::Site;
use super::stage::UseStage;
use crate::error::{Error, Result};
use crate::protect::at_most;
use std::collections::{BTreeMap, BTreeSet};

/// The largest count of people or settings.
pub(super) const LARGEST: u64 = 1_000_000_000;
/// Most groups of people, and most values of attributes, over all sites.
const MOST_GROUPS: usize = 1_000;
/// The longest text that is counted by, in characters.
const LONGEST: usize = 200;

/// People reached are among those eligible, in all and in every group.
pub(super) fn counts(site: &Site, path: &str) -> Result<()> {
    for (name, count) in [("eligible", site.eligible), ("reached", site.reached)] {
        if count.is_some_and(|count| count > LARGEST) {
            return Err(too_many().at(format!("{path}/{name}")));
        }
    }
    let part = |part: u64, whole: u64, what: &str, place: String| {
        if whole > LARGEST {
            return Err(too_many().at(place));
        }
        if part > whole {
            return Err(invalid(format!("{part} {what} of {whole}"))
                .at(place)
                .hint("whoever is counted above is counted below as well"));
        }
        Ok(())
    };
    if let (Some(eligible), Some(reached)) = (site.eligible, site.reached) {
        part(reached, eligible, "were reached", format!("{path}/reached"))?;
    }
    if site.stage == UseStage::Aware && site.reached.is_some_and(|reached| reached > 0) {
        return Err(invalid("people were reached where it has not begun".to_owned())
            .at(format!("{path}/reached"))
            .hint("a site that reaches people tries it at least"));
    }
    if let Some(staff) = site.staff {
        part(staff.delivering, staff.concerned, "do it", format!("{path}/staff/delivering"))?;
    }
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut sums: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
    for (at, group) in site.groups.iter().enumerate() {
        let path = format!("{path}/groups/{at}");
        short(&group.by, || format!("{path}/by"))?;
        short(&group.group, || format!("{path}/group"))?;
        part(group.reached, group.eligible, "were reached", format!("{path}/reached"))?;
        if !seen.insert((&group.by, &group.group)) {
            return Err(
                invalid(format!("{:?} is there twice", group.group)).at(format!("{path}/group"))
            );
        }
        let sum = sums.entry(&group.by).or_default();
        *sum = [sum[0].saturating_add(group.eligible), sum[1].saturating_add(group.reached)];
    }
    for (by, [eligible, reached]) in sums {
        let more = |sum: u64, whole: Option<u64>| whole.is_some_and(|whole| sum > whole);
        if more(eligible, site.eligible) || more(reached, site.reached) {
            return Err(invalid(format!("the groups by {by:?} hold more people than the site"))
                .at(format!("{path}/groups"))
                .hint("groups of one kind do not overlap"));
        }
    }
    Ok(())
}

/// What shares are told of is bounded.
pub(super) fn groups(sites: &[Site]) -> Result<()> {
    let people = sites.iter().flat_map(|site| &site.groups);
    let people: BTreeSet<(&str, &str)> =
        people.map(|group| (group.by.as_str(), group.group.as_str())).collect();
    at_most(people.len(), MOST_GROUPS, "groups of people", "/sites")?;
    let kinds: BTreeSet<(&String, &String)> =
        sites.iter().flat_map(|site| &site.attributes).collect();
    at_most(kinds.len(), MOST_GROUPS, "kinds of settings", "/sites")
}

/// A text that is counted by: something, and short.
pub(super) fn short(text: &str, path: impl FnOnce() -> String) -> Result<()> {
    let length = text.chars().take(LONGEST + 1).count();
    if text.trim().is_empty() || length > LONGEST {
        let message = format!("a text of 1 to {LONGEST} characters is counted by");
        return Err(invalid(message).at(path()));
    }
    Ok(())
}

fn too_many() -> Error {
    invalid(format!("a count lies above {LARGEST}"))
}
