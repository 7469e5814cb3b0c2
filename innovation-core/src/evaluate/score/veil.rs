//! Scores that may be published: no results of few people, none that can be worked out.
//!
//! Each result over several people is a count (over how many it is taken) and numbers. The
//! counts of the roles, or the occasions, of a subject are a line of a table with the subject's
//! own as its total; what `protect::disclose` hides of that line is hidden here, for the pool as
//! a whole and again for each of its results, since not everybody answers everything. So the
//! whole less what is shown is never that of fewer people than the policy's minimum.
//!
//! Invariant: under a policy no single assessment, least or most is shown.

use super::change::{Occasions, ScoreChange};
use super::document::AssessmentScore;
use super::findings;
use super::pool::{ItemPool, ScorePool, ScoreSummary};
use crate::error::Result;
use crate::evaluate::rubric::Instrument;
use crate::people::Id;
use crate::protect::{DisclosurePolicy, HiddenKind, PolicyChoice, Screen};
use crate::stat::Stat;
use crate::text::Text;
use serde::Serialize;
use std::collections::BTreeMap;

/// Why a number is not there.
const HIDDEN: &str = "hidden-small-count";

/// What was hidden under a policy of disclosure, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScoreDisclosure {
    /// The policy, with its citation.
    pub policy: DisclosurePolicy,
    /// Pools that are not shown.
    pub hidden: Vec<HiddenPool>,
    /// Changes between occasions that are not shown.
    pub hidden_changes: u32,
    /// What else is not shown.
    pub note: Text,
}

/// A pool that is not shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct HiddenPool {
    /// What was assessed.
    pub subject: Id,
    /// The role of its assessors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The occasion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// Too few assessments; enough, but it would give others away; or the whole of a subject.
    pub why: HiddenKind,
}

/// What hides one subject's results.
struct Veil<'a> {
    screen: &'a mut Screen,
    /// Places of the pools by role, and of those by occasion, among the parts.
    families: [Vec<usize>; 2],
}

/// Why the whole and each part are hidden, where they are.
type Hidden = (Option<HiddenKind>, Vec<Option<HiddenKind>>);

impl Veil<'_> {
    /// What is hidden of a result that the whole and its parts take over so many people.
    fn hidden(&mut self, whole: u32, parts: &[u32]) -> Hidden {
        let mut hidden = (None, vec![None; parts.len()]);
        for family in &self.families {
            let mut counts: Vec<u32> =
                family.iter().filter_map(|&at| parts.get(at).copied()).collect();
            // People without a role or a day are nowhere shown, but left when all are taken away.
            let named: u32 = counts.iter().sum();
            if whole > named {
                counts.push(whole - named);
            }
            if counts.is_empty() {
                continue;
            }
            let (total, cells) = self.screen.parts(&counts);
            hidden.0 = hidden.0.or(total);
            for (&at, cell) in family.iter().zip(cells) {
                if let Some(slot) = hidden.1.get_mut(at) {
                    *slot = cell;
                }
            }
        }
        hidden
    }
}

/// Hides what must not be shown of pools and changes.
pub(super) fn veil(
    choice: &PolicyChoice,
    instrument: &Instrument<'_>,
    occasions: &Occasions,
    scores: &[AssessmentScore],
    pools: Vec<ScorePool>,
    changes: Vec<ScoreChange>,
) -> Result<(Vec<ScorePool>, Vec<ScoreChange>, ScoreDisclosure)> {
    let mut screen = Screen::read(choice, "/disclose")?;
    let (mut shown, mut hidden) = (Vec::new(), Vec::new());
    let mut subjects: Vec<Vec<ScorePool>> = Vec::new();
    for pool in pools {
        match subjects.last_mut().filter(|_| pool.role.is_some() || pool.occasion.is_some()) {
            Some(subject) => subject.push(pool),
            None => subjects.push(vec![pool]),
        }
    }
    for subject in subjects {
        let mut parts = subject.into_iter();
        let Some(whole) = parts.next() else { continue };
        one(&mut screen, instrument, whole, parts.collect(), &mut shown, &mut hidden);
    }
    let all = changes.len();
    let changes = changed(&mut screen, instrument, occasions, scores, changes);
    let disclosure = ScoreDisclosure {
        policy: screen.policy.clone(),
        hidden,
        hidden_changes: (all - changes.len()) as u32,
        note: note(),
    };
    Ok((shown, changes, disclosure))
}

/// Hides what must not be shown of one subject.
fn one(
    screen: &mut Screen,
    instrument: &Instrument<'_>,
    mut whole: ScorePool,
    mut parts: Vec<ScorePool>,
    shown: &mut Vec<ScorePool>,
    hidden: &mut Vec<HiddenPool>,
) {
    let family = |of: fn(&ScorePool) -> bool| {
        (0..).zip(&parts).filter(|(_, part)| of(part)).map(|(at, _)| at).collect()
    };
    let families = [family(|part| part.role.is_some()), family(|part| part.occasion.is_some())];
    let mut veil = Veil { screen, families };
    let mut cover = |count: &dyn Fn(&ScorePool) -> u32| {
        let counts: Vec<u32> = parts.iter().map(count).collect();
        let (own, parts) = veil.hidden(count(&whole), &counts);
        std::iter::once(own).chain(parts).collect::<Vec<_>>()
    };
    let pools = cover(&|pool| pool.assessments);
    let totals = cover(&|pool| pool.total.count.unwrap_or(0));
    let groups: Vec<_> = (0..whole.groups.len())
        .map(|at| cover(&|pool| pool.groups.get(at).and_then(|one| one.score.count).unwrap_or(0)))
        .collect();
    let items: Vec<_> = (0..whole.items.len())
        .map(|at| cover(&|pool| pool.items.get(at).and_then(|one| one.answered).unwrap_or(0)))
        .collect();
    let is_hidden = |marks: &[Option<HiddenKind>], at: usize| marks.get(at).copied().flatten();
    for (at, pool) in std::iter::once(&mut whole).chain(&mut parts).enumerate() {
        pool.findings.clear();
        summary(veil.screen, &mut pool.total, is_hidden(&totals, at).is_some());
        if pool.total.mean.value.is_none() {
            pool.band = None;
        }
        for (group, marks) in pool.groups.iter_mut().zip(&groups) {
            summary(veil.screen, &mut group.score, is_hidden(marks, at).is_some());
        }
        for (item, marks) in pool.items.iter_mut().zip(&items) {
            answers(veil.screen, item, is_hidden(marks, at).is_some());
        }
        let rungs: Vec<u32> = pool.rungs.iter().map(|rung| rung.count).collect();
        if !veil.screen.all(&rungs) {
            pool.rungs.clear();
        }
        for rung in &mut pool.rungs {
            rung.count = veil.screen.rounded(rung.count);
        }
        pool.assessments = veil.screen.rounded(pool.assessments);
    }
    let mut kept = Vec::new();
    for (pool, at) in parts.into_iter().zip(1..) {
        match is_hidden(&pools, at) {
            None => kept.push(pool),
            Some(why) => hidden.push(named(&pool, why)),
        }
    }
    match is_hidden(&pools, 0) {
        None => {
            let findings = findings::find(instrument, &whole, &kept);
            shown.push(ScorePool { findings, ..whole });
        }
        Some(why) => hidden.push(named(&whole, why)),
    }
    shown.append(&mut kept);
}

fn named(pool: &ScorePool, why: HiddenKind) -> HiddenPool {
    HiddenPool {
        subject: pool.subject.clone(),
        role: pool.role.clone(),
        occasion: pool.occasion.clone(),
        why,
    }
}

fn blank(stat: &mut Stat) {
    if stat.value.is_some() {
        *stat = Stat::undefined(HIDDEN);
    }
}

/// A summary without its least and most, which are single people's; without all where hidden.
fn summary(screen: &mut Screen, summary: &mut ScoreSummary, hidden: bool) {
    blank(&mut summary.min);
    blank(&mut summary.max);
    if hidden {
        blank(&mut summary.mean);
        blank(&mut summary.median);
        blank(&mut summary.standard_deviation);
    }
    counts(screen, [&mut summary.count, &mut summary.without], hidden);
}

/// Counts that make up a pool: rounded, or none of them where one must be hidden.
fn counts<const N: usize>(screen: &mut Screen, counts: [&mut Option<u32>; N], hidden: bool) {
    let people: Vec<u32> = counts.iter().map(|count| count.unwrap_or(0)).collect();
    let show = !hidden && screen.all(&people);
    for (slot, count) in counts.into_iter().zip(people) {
        *slot = show.then(|| screen.rounded(count));
    }
}

fn answers(screen: &mut Screen, item: &mut ItemPool, hidden: bool) {
    let levels: Vec<u32> = item.levels.iter().map(|level| level.count).collect();
    let few = hidden || !screen.all(&levels);
    // Of two levels, the mean says how many chose each.
    if hidden || (few && levels.len() <= 2) {
        blank(&mut item.mean);
        blank(&mut item.dispersion);
        item.median = None;
    }
    if few {
        item.levels.clear();
    }
    for level in &mut item.levels {
        level.count = screen.rounded(level.count);
    }
    let small = |ratio: &super::RatioScore| {
        [ratio.numerator, ratio.denominator, ratio.denominator - ratio.numerator]
            .into_iter()
            .any(|count| count >= 0.0 && screen.small(count))
    };
    if hidden || item.ratio.as_ref().is_some_and(small) {
        item.ratio = None;
    }
    let ItemPool { answered, not_applicable, missing, .. } = item;
    counts(screen, [answered, not_applicable, missing], hidden);
}

/// Changes between occasions of which both may be shown.
fn changed(
    screen: &mut Screen,
    instrument: &Instrument<'_>,
    occasions: &Occasions,
    scores: &[AssessmentScore],
    changes: Vec<ScoreChange>,
) -> Vec<ScoreChange> {
    let places: BTreeMap<&Id, usize> =
        (0..).zip(&instrument.rubric.groups).map(|(at, group)| (&group.id, at)).collect();
    type ByRole<'a> = BTreeMap<Option<&'a str>, u32>;
    let mut people: BTreeMap<(&Id, Option<usize>), ByRole<'_>> = BTreeMap::new();
    for score in scores {
        let occasion = occasions.of(score);
        let groups = score.groups.iter().enumerate().map(|(at, one)| (Some(at), one.score));
        for (group, stat) in groups.chain([(None, score.total)]) {
            let counts = people.entry((&score.subject, group)).or_default();
            *counts.entry(occasion).or_default() += u32::from(stat.value.is_some());
        }
    }
    let shown = |change: &ScoreChange| {
        let group = change.group.as_ref().and_then(|group| places.get(group).copied());
        let counts = people.get(&(&change.subject, group));
        let line: Vec<u32> = counts.into_iter().flat_map(BTreeMap::values).copied().collect();
        let hidden = screen.parts(&line).1;
        let names = counts.into_iter().flat_map(BTreeMap::keys);
        let mut ends = names.zip(hidden).filter(|(name, _)| {
            **name == Some(change.from.as_str()) || **name == Some(change.to.as_str())
        });
        ends.all(|(_, hidden)| hidden.is_none())
            && (change.pairs == 0 || !screen.small(f64::from(change.pairs)))
    };
    let mut shown = shown;
    let mut kept: Vec<ScoreChange> = changes.into_iter().filter(|one| shown(one)).collect();
    for change in &mut kept {
        change.pairs = screen.rounded(change.pairs);
    }
    kept
}

fn note() -> Text {
    Text::both(
        "Single assessments, least and most scores, and distributions with small counts are not \
         shown. A mean over many can still say something about few who stand far from it.",
        "Les évaluations individuelles, les scores minimaux et maximaux et les répartitions à \
         petits effectifs ne sont pas montrés. Une moyenne sur un grand nombre peut encore \
         renseigner sur quelques personnes qui s’en écartent beaucoup.",
    )
}
