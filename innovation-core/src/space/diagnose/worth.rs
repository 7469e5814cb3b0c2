//! What assessments found, and what was decided with or without them.

use super::facts::Facts;
use super::rule::{Hit, Rule, Verdict, comma, listed};
use super::source;
use super::{AboutKind, EvidenceKind, Gravity};
use crate::people::Id;
use crate::space::Maturity;
use crate::space::command::Assess;
use std::collections::BTreeSet;

/// The rubric of complexity.
const COMPLEXITY: &str = "nasss";
/// The rubric of sustainability, of 0 to 100.
const SUSTAINABILITY: &str = "nhs-sustainability";
/// Where the lowest band of the rubric ends.
const LOW: f64 = 45.0;
/// Where its highest band begins.
const HOPEFUL: f64 = 55.0;
/// A standard deviation of a quarter of the scale: this library's own limit.
const APART: f64 = 0.25;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "complexity-unanswered",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Empirical,
        source: source::GREENHALGH,
        reason: [
            "The more domains were complex, the less often a technology was taken up, spread and kept.",
            "Plus les domaines complexes étaient nombreux, moins une technologie était adoptée, diffusée et gardée.",
        ],
        test: complexity_unanswered,
    },
    Rule {
        id: "sustainability-low",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Theory,
        source: source::MAHER,
        reason: [
            "A change with so low a total needs strengthening before it is left to itself, its lowest factors first.",
            "Un changement dont le total est si bas doit être renforcé avant d’être laissé à lui-même, facteurs les plus bas d’abord.",
        ],
        test: |facts| sustainability(facts, |total| total < LOW, ["under 45", "moins de 45"]),
    },
    Rule {
        id: "sustainability-undecided",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::MAHER,
        reason: [
            "It may last or not; the factors with most to gain are worth the effort.",
            "Cela peut durer ou non\u{202f}; les facteurs qui ont le plus à gagner méritent l’effort.",
        ],
        test: |facts| {
            let between = |total: f64| (LOW..HOPEFUL).contains(&total);
            sustainability(facts, between, ["from 45 to 55", "entre 45 et 55"])
        },
    },
    Rule {
        id: "opinions-apart",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Empirical,
        source: source::DOYLE,
        reason: [
            "How far opinions lie apart is a result of its own: a mean hides it, a conversation can use it.",
            "L’écart entre les avis est un résultat en soi\u{a0}: une moyenne le cache, une conversation peut s’en servir.",
        ],
        test: opinions_apart,
    },
    Rule {
        id: "group-too-small",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "In a small group, people can be recognised by what they answered.",
            "Dans un petit groupe, on peut reconnaître les personnes à leurs réponses.",
        ],
        test: group_too_small,
    },
    Rule {
        id: "decided-unassessed",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "Criteria that were agreed on beforehand weigh ideas, not those who brought them in.",
            "Des critères convenus à l’avance pèsent les idées et non celles et ceux qui les portent.",
        ],
        test: decided_unassessed,
    },
    Rule {
        id: "pilot-unassessed",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "What is tried where care is given touches people; whether it is any good must be looked at.",
            "Ce qui est essayé là où l’on soigne touche des personnes\u{202f}; il faut regarder ce que cela vaut.",
        ],
        test: pilot_unassessed,
    },
];

/// The last assessments, among those by a rubric where one is named.
fn last<'a>(facts: &'a Facts<'_>, rubric: Option<&'a str>) -> impl Iterator<Item = &'a Assess> {
    let wanted = move |key: &str| rubric.is_none_or(|rubric| rubric == key);
    facts.latest.iter().filter(move |(key, _)| wanted(key.1)).map(|(_, held)| &held.found)
}

fn complexity_unanswered(facts: &Facts<'_>) -> Verdict {
    let hit = |found: &Assess| {
        let answered: BTreeSet<&Id> = found.answered_by.iter().collect();
        let open: Vec<&Id> = found.complex.iter().filter(|id| !answered.contains(id)).collect();
        if open.is_empty() {
            return None;
        }
        let ([english, french], id) = (listed(open), &found.assessment);
        Some(Hit::at(
            AboutKind::Assessment,
            id,
            format!("nothing answers what the assessment `{id}` found complex: {english}"),
            format!(
                "rien ne répond à ce que l’évaluation `{id}` a trouvé complexe\u{a0}: {french}"
            ),
        ))
    };
    Verdict::of(last(facts, Some(COMPLEXITY)).filter_map(hit))
}

fn sustainability(
    facts: &Facts<'_>,
    in_band: impl Fn(f64) -> bool,
    [english, french]: [&str; 2],
) -> Verdict {
    let hit = |found: &Assess| {
        let total = found.total.filter(|total| in_band(*total))?;
        let (id, virgule) = (&found.assessment, comma(total));
        Some(Hit::at(
            AboutKind::Assessment,
            id,
            format!("the assessment `{id}` of sustainability comes to {total} of 100: {english}"),
            format!(
                "l’évaluation `{id}` de la durabilité atteint {virgule} sur 100\u{a0}: {french}"
            ),
        ))
    };
    Verdict::of(last(facts, Some(SUSTAINABILITY)).filter_map(hit))
}

fn opinions_apart(facts: &Facts<'_>) -> Verdict {
    let hit = |found: &Assess| {
        let dispersion = found.dispersion.filter(|dispersion| *dispersion >= APART)?;
        let (id, virgule) = (&found.assessment, comma(dispersion));
        Some(Hit::at(
            AboutKind::Assessment,
            id,
            format!(
                "opinions in the assessment `{id}` lie far apart: a standard deviation of {dispersion} of the scale"
            ),
            format!(
                "les avis de l’évaluation `{id}` sont très éloignés\u{a0}: un écart-type de {virgule} fois l’étendue de l’échelle"
            ),
        ))
    };
    Verdict::of(last(facts, None).filter_map(hit))
}

fn group_too_small(facts: &Facts<'_>) -> Verdict {
    let small = facts.state.assessments.iter().map(|held| &held.found).filter_map(|found| {
        found.smallest_group.filter(|size| *size < facts.minimum).map(|size| (found, size))
    });
    Verdict::of(small.map(|(found, size)| {
        let (id, minimum) = (&found.assessment, facts.minimum);
        Hit::at(
            AboutKind::Assessment,
            id,
            format!("the assessment `{id}` shows results of a group of {size}; {minimum} is the least"),
            format!("l’évaluation `{id}` montre les résultats d’un groupe de {size}\u{202f}; il en faut au moins {minimum}"),
        )
    }))
}

fn decided_unassessed(facts: &Facts<'_>) -> Verdict {
    let open = facts
        .state
        .ideas
        .iter()
        .filter(|(id, idea)| idea.decision.is_some() && !facts.assessed.contains(id));
    Verdict::of(open.map(|(id, _)| {
        Hit::at(
            AboutKind::Idea,
            id,
            format!("the idea `{id}` was decided on without an assessment"),
            format!("l’idée `{id}` a été tranchée sans évaluation"),
        )
    }))
}

fn pilot_unassessed(facts: &Facts<'_>) -> Verdict {
    let open = facts
        .state
        .ideas
        .iter()
        .filter(|(id, idea)| idea.maturity >= Maturity::Pilot && !facts.assessed.contains(id));
    Verdict::of(open.map(|(id, _)| {
        Hit::at(
            AboutKind::Idea,
            id,
            format!("the idea `{id}` is tried where care is given, and was never assessed"),
            format!("l’idée `{id}` est essayée sur le terrain et n’a jamais été évaluée"),
        )
    }))
}
