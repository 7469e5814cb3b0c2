//! What protects the space, what no longer does, and what ties it back to the field.

use super::facts::{Facts, Shelter};
use super::rule::{Hit, Rule, Verdict, day, undated};
use super::source;
use super::{AboutKind, EvidenceKind, Gravity};
use crate::instant::Instant;
use crate::protect::{Boundary, Measure, SpaceMode, Work};
use crate::space::command::Convene;

/// From which strength on a pressure must be answered.
const STRONG: u8 = 4;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "reflection-without-time-apart",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::BUCHER,
        reason: [
            "Reflective spaces brought new conceptions of a routine where they were set apart from it, in time among others.",
            "Les espaces réflexifs ont fait naître de nouvelles conceptions d’une routine lorsqu’ils en étaient séparés, dans le temps entre autres.",
        ],
        test: |facts| {
            let words = ["no measure sets time apart", "aucune mesure ne réserve du temps"];
            bounded(facts, SpaceMode::Reflective, Boundary::Temporal, words)
        },
    },
    Rule {
        id: "experiment-without-sign",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::BUCHER,
        reason: [
            "Experiments inside a routine were possible where signs marked them as provisional and local.",
            "Expérimenter au sein d’une routine a été possible lorsque des signes marquaient le provisoire et le local.",
        ],
        test: |facts| {
            let words = [
                "no sign marks what is tried as provisional",
                "aucun signe ne marque l’essai comme provisoire",
            ];
            bounded(facts, SpaceMode::Experimental, Boundary::Symbolic, words)
        },
    },
    Rule {
        id: "island",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::CARTEL,
        reason: [
            "A space that is only set apart keeps its solutions to itself; rules that tie both back to the field let them spread.",
            "Un espace qui n’est que séparé garde ses solutions pour lui\u{202f}; des règles qui l’ancrent dans le terrain leur permettent de se diffuser.",
        ],
        test: |facts| {
            let island = facts.works(Work::Boundary) && !facts.works(Work::Anchoring);
            Verdict::when(island && facts.alive(), || {
                Hit::on(
                    AboutKind::Space,
                    "measures set the space apart, and none ties it back to the field",
                    "des mesures séparent l’espace et aucune ne l’ancre dans le terrain",
                )
            })
        },
    },
    Rule {
        id: "no-protected-time",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "Whoever must make up for the hours of the space elsewhere stops coming.",
            "Qui doit rattraper ailleurs les heures passées dans l’espace finit par ne plus venir.",
        ],
        test: |facts| {
            let temporal = |measure: &&Measure| measure.boundary == Some(Boundary::Temporal);
            Verdict::when(facts.alive() && !facts.held.iter().any(temporal), || {
                Hit::on(
                    AboutKind::Space,
                    "no measure in force protects the time of those who take part",
                    "aucune mesure en vigueur ne protège le temps de celles et ceux qui participent",
                )
            })
        },
    },
    Rule {
        id: "measure-expired",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "A protection that ran out unnoticed leaves people exposed who count on it.",
            "Une protection échue sans qu’on le remarque expose celles et ceux qui comptent sur elle.",
        ],
        test: measure_expired,
    },
    Rule {
        id: "protection-lapses-soon",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "What is to go on must be granted again in time.",
            "Ce qui doit continuer doit être accordé à nouveau à temps.",
        ],
        test: protection_lapses_soon,
    },
    Rule {
        id: "pressure-unanswered",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "What is felt strongly and answered by nothing decides in place of those who take part.",
            "Ce qui pèse fortement et à quoi rien ne répond décide à la place des participants.",
        ],
        test: |facts| {
            let open = facts.state.pressures.iter().filter(|pressure| {
                facts.alive()
                    && pressure.strength >= STRONG
                    && !facts.answered.contains(&pressure.id)
            });
            Verdict::of(open.map(|pressure| {
                let (id, strength) = (&pressure.id, pressure.strength);
                Hit::at(
                    AboutKind::Pressure,
                    id,
                    format!(
                        "nothing in force answers the pressure `{id}`, of strength {strength} of 5"
                    ),
                    format!(
                        "rien en vigueur ne répond à la pression `{id}`, de force {strength} sur 5"
                    ),
                )
            }))
        },
    },
];

/// Programmes of a mode whose sessions take place outside the boundary that the mode needs.
fn bounded(
    facts: &Facts<'_>,
    mode: SpaceMode,
    boundary: Boundary,
    [english, french]: [&str; 2],
) -> Verdict {
    let shelter = Shelter::of(facts.state, boundary, facts.at);
    let programmes = || facts.state.programmes.iter().filter(|held| held.mode == mode);
    let exposed = |programme: &Convene| {
        let starts = programme.sessions.iter().filter_map(|session| Instant::parse(&session.start));
        starts.filter(|start| !shelter.holds(*start)).count()
    };
    let hits = programmes().filter_map(|programme| {
        let (id, all) = (&programme.programme, programme.sessions.len());
        match exposed(programme) {
            0 if all > 0 || shelter.holds(facts.at) => None,
            0 => Some(Hit::at(
                AboutKind::Programme,
                id,
                format!("{english} for the programme `{id}`"),
                format!("{french} pour le programme `{id}`"),
            )),
            count => Some(Hit::at(
                AboutKind::Programme,
                id,
                format!("{english} for {count} of the {all} sessions of the programme `{id}`"),
                format!("{french} pour {count} des {all} séances du programme `{id}`"),
            )),
        }
    });
    let open = |programme: &Convene| {
        programme.sessions.iter().any(|session| Instant::parse(&session.start).is_none())
    };
    Verdict::of(hits).unless(programmes().any(open), undated)
}

/// Measures past their end whose place nothing has taken.
fn measure_expired(facts: &Facts<'_>) -> Verdict {
    let over = |measure: &&Measure| {
        let until = measure.until.as_deref().and_then(Instant::parse);
        facts.alive() && until.is_some_and(|until| until <= facts.at)
    };
    let alike = |measure: &Measure| {
        facts.held.iter().any(|held| held.work == measure.work && held.boundary == measure.boundary)
    };
    let replaced = |measure: &Measure| match measure.answers.is_empty() {
        true => alike(measure),
        false => measure.answers.iter().all(|pressure| facts.answered.contains(pressure)),
    };
    let expired = facts.state.measures.iter().filter(over).filter(|measure| !replaced(measure));
    Verdict::of(expired.map(|measure| {
        let (id, until) = (&measure.id, measure.until.as_deref().map(day).unwrap_or_default());
        Hit::at(
            AboutKind::Measure,
            id,
            format!("the measure `{id}` ended on {until}, and nothing took its place"),
            format!("la mesure `{id}` a pris fin le {until} et rien ne l’a remplacée"),
        )
    }))
}

/// Measures and suspensions in force that end within the days of notice.
fn protection_lapses_soon(facts: &Facts<'_>) -> Verdict {
    let horizon = facts.at.plus_days(facts.notice);
    let soon = |until: Option<&str>| {
        let until = until.and_then(Instant::parse);
        facts.alive() && until.is_some_and(|until| facts.at < until && until <= horizon)
    };
    let measures = facts.held.iter().filter(|measure| soon(measure.until.as_deref()));
    let measures = measures.map(|measure| {
        let (id, until) = (&measure.id, measure.until.as_deref().map(day).unwrap_or_default());
        Hit::at(
            AboutKind::Measure,
            id,
            format!("the measure `{id}` ends on {until}"),
            format!("la mesure `{id}` prend fin le {until}"),
        )
    });
    let begun = |from: Option<&str>| from.is_none_or(|from| Instant::parse(from) <= Some(facts.at));
    let norms = facts.charter().into_iter().flat_map(|charter| &charter.suspended_norms);
    let norms = norms.filter(|norm| soon(Some(&norm.until)) && begun(norm.from.as_deref()));
    let norms = norms.map(|norm| {
        let (id, until) = (&norm.id, day(&norm.until));
        Hit::at(
            AboutKind::Norm,
            id,
            format!("the suspension `{id}` of a norm ends on {until}"),
            format!("la suspension `{id}` d’une norme prend fin le {until}"),
        )
    });
    Verdict::of(measures.chain(norms))
}
