//! What the journal itself leaves open.

use super::rule::{Hit, Rule, Verdict, listed};
use super::source;
use super::{AboutKind, EvidenceKind, Gravity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "conflicts-unresolved",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "Where two journals settled one matter each in its own way, people hold different things for agreed.",
            "Quand deux journaux ont tranché une même question chacun à sa façon, on ne tient pas la même chose pour convenue.",
        ],
        test: |facts| {
            let conflicts = &facts.state.conflicts;
            Verdict::when(!conflicts.is_empty(), || {
                let [english, french] = listed(conflicts.iter().map(|held| &held.event));
                Hit::on(
                    AboutKind::Journal,
                    format!(
                        "events of the journal contradict others or were not applied: {english}"
                    ),
                    format!(
                        "des événements du journal en contredisent d’autres ou n’ont pas été appliqués\u{a0}: {french}"
                    ),
                )
            })
        },
    },
    Rule {
        id: "events-not-understood",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "A newer version of this library may see more in the journal than this one.",
            "Une version plus récente de cette bibliothèque peut voir davantage dans le journal que celle-ci.",
        ],
        test: |facts| {
            let strange = &facts.state.not_understood;
            Verdict::when(!strange.is_empty(), || {
                let [english, french] = listed(strange.iter().map(|held| &held.event));
                Hit::on(
                    AboutKind::Journal,
                    format!(
                        "events of the journal are of kinds that this version does not know: {english}"
                    ),
                    format!(
                        "des événements du journal sont d’un genre que cette version ne connaît pas\u{a0}: {french}"
                    ),
                )
            })
        },
    },
];
