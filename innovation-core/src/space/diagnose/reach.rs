//! What goes to other sites, and what lasts.

use super::facts::Facts;
use super::rule::{Hit, Rule, Verdict, comma};
use super::source;
use super::{AboutKind, EvidenceKind, Gravity};
use crate::instant::Instant;
use crate::people::Id;
use crate::space::command::HandOver;
use crate::space::{Decision, Maturity, SpaceStage, UseStage};
use crate::text::Text;
use std::collections::BTreeMap;

/// The ladder of a project's progress, and the rung before which an idea stays where it is.
const LADDER: (&str, f64) = ("project-progress", 3.5);
/// A check so many days ahead is about a year ahead, as the gate has it.
const YEAR: u32 = 330;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "spread-too-early",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::LADDER,
        reason: [
            "What has not yet shown an improvement where it began spreads a promise.",
            "Ce qui n’a pas encore montré d’amélioration là où il est né diffuse une promesse.",
        ],
        test: spread_too_early,
    },
    Rule {
        id: "core-lost",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::FRAME,
        reason: [
            "A change that is not consistent with what makes an idea work may keep its name and lose its effect.",
            "Une modification incompatible avec ce qui fait agir une idée peut en garder le nom et en perdre l’effet.",
        ],
        test: |facts| {
            let lost = facts.state.adaptations.iter().filter(|held| held.core && !held.consistent);
            Verdict::of(lost.map(|held| {
                let (idea, site) = (&held.idea, &held.site);
                Hit::at(
                    AboutKind::Adaptation,
                    &held.adaptation,
                    format!("the site {site} changed the core of the idea {idea} in a way that is not true to it"),
                    format!("le site {site} a modifié le cœur de l’idée {idea} d’une façon qui ne lui est pas fidèle"),
                )
            }))
        },
    },
    Rule {
        id: "owner-missing",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "What nobody owns ends with the space.",
            "Ce que personne ne porte s’arrête avec l’espace.",
        ],
        test: owner_missing,
    },
    Rule {
        id: "twelve-month-check-missing",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "Whether something lasts is seen about a year later, by someone who looks.",
            "On voit si quelque chose dure environ un an plus tard, quand quelqu’un regarde.",
        ],
        test: twelve_month_check_missing,
    },
    Rule {
        id: "check-not-held",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "A check that was promised and not held lets an idea fade unseen.",
            "Un point promis et non tenu laisse une idée s’éteindre sans qu’on le voie.",
        ],
        test: check_not_held,
    },
];

/// Ideas that sites try, do or do only, beyond the first one, or anywhere once the space
/// spreads, before the ladder says that there is an improvement.
fn spread_too_early(facts: &Facts<'_>) -> Verdict {
    let (ladder, rung) = LADDER;
    let first = if facts.state.stage >= SpaceStage::Spread { 0 } else { 1 };
    let hit = |(idea, count): (&Id, usize)| {
        if count <= first {
            return None;
        }
        let reached = facts.latest.get(&(Some(idea), ladder)).and_then(|held| held.found.rung);
        let (english, french) = match reached {
            Some(reached) if reached >= rung => return None,
            Some(reached) => (
                format!("it stands on rung {reached} of the ladder of progress, under {rung}"),
                format!(
                    "elle est à l’échelon {} de l’échelle de progrès, sous {}",
                    comma(reached),
                    comma(rung)
                ),
            ),
            None => (
                "no rung of the ladder of progress was recorded".to_owned(),
                "aucun échelon de l’échelle de progrès n’a été consigné".to_owned(),
            ),
        };
        let (sites, lieux) = match count {
            1 => ("1 site uses".to_owned(), "1 site utilise".to_owned()),
            _ => (format!("{count} sites use"), format!("{count} sites utilisent")),
        };
        Some(Hit::at(
            AboutKind::Idea,
            idea,
            format!("{sites} the idea {idea}, and {english}"),
            format!("{lieux} l’idée {idea}, et {french}"),
        ))
    };
    let uses = facts.state.sites.iter().map(|(idea, sites)| {
        let tries =
            |stage| matches!(stage, UseStage::Trial | UseStage::Adopted | UseStage::Routine);
        (idea, sites.iter().filter(|site| tries(site.stage)).count())
    });
    Verdict::of(uses.filter_map(hit))
}

/// From perpetuation on, an idea that is what is done, and was not stopped, has an owner.
fn owner_missing(facts: &Facts<'_>) -> Verdict {
    let late = facts.state.stage >= SpaceStage::Perpetuation;
    let open = facts.state.ideas.iter().filter(|(id, idea)| {
        let practised =
            idea.maturity == Maturity::Practice && idea.decision != Some(Decision::Stop);
        late && practised && !facts.state.handovers.contains_key(*id)
    });
    Verdict::of(open.map(|(id, _)| {
        Hit::at(
            AboutKind::Idea,
            id,
            format!("the idea `{id}` is in practice, and nobody owns it after the space"),
            format!(
                "l’idée `{id}` est passée dans la pratique et personne ne la porte après l’espace"
            ),
        )
    }))
}

/// Pacts without a check about a year ahead: of now, or of the day of the handing over; of a
/// closed space, any check after its end will do.
fn twelve_month_check_missing(facts: &Facts<'_>) -> Verdict {
    let since = facts.state.stage_since.as_deref().and_then(Instant::parse).unwrap_or(facts.at);
    let due = match facts.state.stage {
        SpaceStage::HandedOver => since.plus_days(YEAR),
        SpaceStage::Closed => since,
        _ => facts.at.plus_days(YEAR),
    };
    let far = |pact: &HandOver| pact.checks.iter().any(|check| Instant::parse(check) >= Some(due));
    let open = facts.state.handovers.iter().filter(|(_, pact)| !far(pact));
    let (mut hits, mut unread) = (Vec::new(), false);
    for (idea, pact) in open {
        if pact.checks.iter().any(|check| Instant::parse(check).is_none()) {
            unread = true;
            continue;
        }
        hits.push(Hit::at(
            AboutKind::Idea,
            idea,
            format!("no check of the idea {idea} is planned for about a year after the space is handed over"),
            format!("aucun suivi de l’idée {idea} n’est prévu environ un an après la fin de l’espace"),
        ));
    }
    Verdict::of(hits.into_iter()).unless(unread, unreadable)
}

/// Checks that are due, days of notice past, with no assessment of the idea around them or since.
fn check_not_held(facts: &Facts<'_>) -> Verdict {
    let mut last: BTreeMap<&Id, Instant> = BTreeMap::new();
    for held in &facts.state.assessments {
        if let (Some(idea), Some(at)) = (&held.found.idea, Instant::parse(&held.at)) {
            last.entry(idea).and_modify(|last| *last = at.max(*last)).or_insert(at);
        }
    }
    // A journal that is closed takes no more assessments.
    let open = facts.state.stage != SpaceStage::Closed;
    let (mut hits, mut unread) = (Vec::new(), false);
    for (idea, pact) in facts.state.handovers.iter().filter(|_| open) {
        let moments = pact.checks.iter().map(|check| (check, Instant::parse(check)));
        unread |= moments.clone().any(|(_, moment)| moment.is_none());
        let overdue = moments
            .filter_map(|(check, moment)| Some((moment?, check)))
            .filter(|(moment, _)| moment.plus_days(facts.notice) <= facts.at)
            .max();
        let Some((moment, check)) = overdue else { continue };
        // Whoever looked a little early has looked.
        let held = last.get(idea).is_some_and(|last| last.plus_days(facts.notice) >= moment);
        if !held {
            hits.push(Hit::at(
                AboutKind::Idea,
                idea,
                format!("the idea {idea} was to be looked at again on {check}, and no assessment was recorded"),
                format!("l’idée {idea} devait être revue le {check} et aucune évaluation n’a été consignée"),
            ));
        }
    }
    Verdict::of(hits.into_iter()).unless(unread, unreadable)
}

fn unreadable() -> Text {
    Text::both(
        "the day of a check is not a time of RFC 3339",
        "la date d’un point de suivi n’est pas un instant au format RFC 3339",
    )
}
