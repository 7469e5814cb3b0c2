//! What became of the core, and which changes to talk about.

use super::adaptation::{Adaptation, AdaptationPlanning, CoreFidelity};
use super::answer::{
    AdaptationConcern, AdaptationCounts, AdaptationSeverity, ChoiceCount, CoreDrift, CountedRatio,
    ElementDrift, FrameElement,
};
use super::check::Case;
use super::document::{InnovationPart, Site};
use super::stage::UseStage;
use crate::people::Id;
use crate::text::Text;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The core elements that an adaptation touches, in its own order.
fn touched<'a>(case: &Case<'a>, one: &'a Adaptation) -> Vec<&'a InnovationPart> {
    one.elements.iter().filter_map(|element| case.core.get(element).copied()).collect()
}

pub(super) fn drift(case: &Case<'_>) -> CoreDrift {
    let mut departed: BTreeSet<usize> = BTreeSet::new();
    let mut unsure: BTreeSet<usize> = BTreeSet::new();
    let mut elements: BTreeMap<&Id, [BTreeSet<usize>; 2]> = BTreeMap::new();
    for (one, &site) in case.request.adaptations.iter().zip(&case.adapted) {
        let core = touched(case, one);
        let departs = one.fidelity == Some(CoreFidelity::Inconsistent);
        for element in &core {
            let [changed, left] = elements.entry(&element.id).or_default();
            changed.insert(site);
            if departs {
                left.insert(site);
            }
        }
        match one.fidelity {
            _ if core.is_empty() => {}
            Some(CoreFidelity::Consistent) => {}
            Some(CoreFidelity::Inconsistent) => _ = departed.insert(site),
            Some(CoreFidelity::Unknown) | None => _ = unsure.insert(site),
        }
    }
    let using = |site: &usize| {
        case.tracks.get(*site).is_some_and(|track| {
            !matches!(track.site.stage, UseStage::Aware | UseStage::Discontinued)
        })
    };
    departed.retain(using);
    unsure.retain(|site| using(site) && !departed.contains(site));
    let users = (0..case.tracks.len()).filter(using).count();
    let names = |sites: &BTreeSet<usize>| -> Vec<Id> {
        sites.iter().filter_map(|at| Some(case.tracks.get(*at)?.site.id.clone())).collect()
    };
    let none = Default::default();
    let core = case.request.innovation.core.iter().map(|part| {
        let [changed, left] = elements.get(&part.id).unwrap_or(&none);
        ElementDrift {
            element: part.id.clone(),
            title: part.title.clone(),
            changed: names(changed),
            departed: names(left),
        }
    });
    let whole = (users - departed.len()) as u64;
    CoreDrift {
        whole: CountedRatio::of(whole, users as u64, "nobody-uses-it"),
        departed: names(&departed),
        unsure: names(&unsure),
        elements: core.collect(),
    }
}

/// Adaptations to talk about.
pub(super) fn concerns(case: &Case<'_>) -> Vec<AdaptationConcern> {
    let all = case.request.adaptations.iter().enumerate();
    let mut concerns: Vec<AdaptationConcern> = all
        .filter_map(|(at, one)| {
            let site = case.tracks.get(*case.adapted.get(at)?)?.site;
            let core = touched(case, one);
            let severity = severity(one, !core.is_empty())?;
            Some(AdaptationConcern {
                adaptation: at as u32,
                id: one.id.clone(),
                site: one.site.clone(),
                severity,
                fidelity: one.fidelity,
                reading: reading(site, severity, &core),
                core: core.into_iter().map(|part| part.id.clone()).collect(),
            })
        })
        .collect();
    concerns.sort_by_key(|one| one.severity);
    concerns
}

fn severity(one: &Adaptation, core: bool) -> Option<AdaptationSeverity> {
    let unplanned = one.planned == Some(AdaptationPlanning::Unplanned);
    match (core, one.fidelity) {
        (true, Some(CoreFidelity::Inconsistent)) => Some(AdaptationSeverity::High),
        (true, Some(CoreFidelity::Unknown) | None) => Some(AdaptationSeverity::Medium),
        (false, Some(CoreFidelity::Inconsistent)) => Some(AdaptationSeverity::Medium),
        (true, Some(CoreFidelity::Consistent)) if unplanned => Some(AdaptationSeverity::Low),
        _ => None,
    }
}

fn reading(site: &Site, severity: AdaptationSeverity, core: &[&InnovationPart]) -> Text {
    let told = |title: &Option<Text>, id: &Id, locale: &str| {
        let name = title.as_ref().map_or(id.as_str(), |title| title.for_locale(locale));
        if locale == "fr" { format!("«\u{a0}{name}\u{a0}»") } else { format!("“{name}”") }
    };
    let names = |locale: &str, and: &str| {
        let names: Vec<String> =
            core.iter().map(|part| told(&part.title, &part.id, locale)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
            _ => names.concat(),
        }
    };
    let (here, ici) = (told(&site.name, &site.id, "en"), told(&site.name, &site.id, "fr"));
    let (what, quoi) = (names("en", " and "), names("fr", " et "));
    match severity {
        AdaptationSeverity::High => Text::both(
            &format!(
                "Site {here} changed {what} (core), and what makes it work is not kept: find out \
                 with the site what made this necessary, and whether the core can be restored or \
                 has to be thought again."
            ),
            &format!(
                "Le site {ici} a modifié {quoi} (cœur), et ce qui fait que cela marche n’est pas \
                 gardé\u{a0}: cherchez avec le site ce qui l’a rendu nécessaire, et si le cœur peut \
                 être rétabli ou doit être repensé."
            ),
        ),
        AdaptationSeverity::Medium if core.is_empty() => Text::both(
            &format!(
                "Site {here} made a change that does not stay true to the core, and no core \
                 element is named: say which one it touches."
            ),
            &format!(
                "Le site {ici} a fait un changement qui ne reste pas fidèle au cœur, sans qu’aucun \
                 élément du cœur soit nommé\u{a0}: précisez lequel est touché."
            ),
        ),
        AdaptationSeverity::Medium => Text::both(
            &format!(
                "Site {here} changed {what} (core), and nobody knows whether what makes it work \
                 is kept: look at it together."
            ),
            &format!(
                "Le site {ici} a modifié {quoi} (cœur), et nul ne sait si ce qui fait que cela \
                 marche est gardé\u{a0}: regardez-le ensemble."
            ),
        ),
        AdaptationSeverity::Low => Text::both(
            &format!(
                "Site {here} changed {what} (core) without a plan; what makes it work is said to \
                 be kept. Others may want to learn from it."
            ),
            &format!(
                "Le site {ici} a modifié {quoi} (cœur) sans l’avoir prévu\u{202f}; ce qui fait que \
                 cela marche serait gardé. D’autres voudront peut-être en apprendre."
            ),
        ),
    }
}

/// All adaptations, by the elements of FRAME.
pub(super) fn counts(case: &Case<'_>) -> AdaptationCounts {
    let all = &case.request.adaptations;
    let unplanned = all.iter().enumerate().filter_map(|(at, one)| {
        (one.planned == Some(AdaptationPlanning::Unplanned)).then_some(at as u32)
    });
    let both = |one: &Adaptation| {
        let (goal, context) = (&one.reasons.goal, &one.reasons.context);
        u32::from(!goal.is_empty() || !context.is_empty())
    };
    let mut elements = vec![
        element("phase", all, |one| one.phase.as_slice()),
        element("planned", all, |one| one.planned.as_slice()),
        element("decidedBy", all, |one| &one.decided_by),
        element("what", all, |one| &one.what),
        element("level", all, |one| &one.level),
        element("nature", all, |one| &one.nature),
        element("fidelity", all, |one| one.fidelity.as_slice()),
        element("reasons", all, |one| &one.reasons.goal),
    ];
    // The eighth element has two sides: goal and context stand in one list.
    if let Some(reasons) = elements.last_mut() {
        reasons.recorded = all.iter().map(both).sum();
        reasons.choices.extend(element("context", all, |one| &one.reasons.context).choices);
    }
    AdaptationCounts {
        all: all.len() as u32,
        sites: case.adapted.iter().collect::<BTreeSet<_>>().len() as u32,
        core: all.iter().filter(|one| !touched(case, one).is_empty()).count() as u32,
        unplanned: unplanned.collect(),
        elements,
    }
}

fn element<T: Copy + Ord + Serialize>(
    name: &'static str,
    all: &[Adaptation],
    choices: impl Fn(&Adaptation) -> &[T],
) -> FrameElement {
    let mut counts: BTreeMap<T, u32> = BTreeMap::new();
    let mut recorded = 0;
    for one in all {
        let here = choices(one);
        recorded += u32::from(!here.is_empty());
        here.iter().for_each(|choice| *counts.entry(*choice).or_default() += 1);
    }
    let word = |choice: &T| match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    };
    let choices = counts
        .iter()
        .map(|(choice, count)| ChoiceCount { choice: word(choice), count: *count })
        .collect();
    FrameElement { element: name, recorded, choices }
}
