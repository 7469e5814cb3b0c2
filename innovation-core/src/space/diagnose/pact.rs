//! What the parties agreed on, and who backs it.

use super::facts::Facts;
use super::rule::{Hit, Rule, Verdict, day, listed};
use super::source;
use super::{AboutKind, EvidenceKind, Gravity};
use crate::instant::Instant;
use crate::protect::Tensions;
use crate::protect::charter::signed_by;
use crate::text::Text;

/// How many ideas are settled before it is remarkable that nobody ever disagreed.
const SETTLED: usize = 3;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "charter-missing",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Theory,
        source: source::LLSA,
        reason: [
            "Without a charter nobody can rely on what the space promises.",
            "Sans charte, personne ne peut compter sur ce que l’espace promet.",
        ],
        test: |facts| {
            Verdict::when(facts.charter().is_none(), || {
                Hit::on(AboutKind::Charter, "there is no charter", "il n’y a pas de charte")
            })
        },
    },
    Rule {
        id: "charter-unsigned",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::LLSA,
        reason: [
            "A party that has not signed the version in place is not bound by it.",
            "Une partie qui n’a pas signé la version en vigueur n’est pas tenue par elle.",
        ],
        test: charter_unsigned,
    },
    Rule {
        id: "charter-review-overdue",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::LLSA,
        reason: [
            "A charter that is not looked at again stops describing what people do.",
            "Une charte que l’on ne relit pas cesse de décrire ce que l’on fait.",
        ],
        test: charter_review_overdue,
    },
    Rule {
        id: "charter-without-review",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::LLSA,
        reason: [
            "A date makes sure that the charter is looked at again.",
            "Une date garantit que la charte sera relue.",
        ],
        test: |facts| {
            let undated = facts.charter().is_some_and(|charter| charter.review_by.is_none());
            Verdict::when(undated, || {
                Hit::on(
                    AboutKind::Charter,
                    "the charter does not say when it must be looked at again",
                    "la charte ne dit pas quand elle doit être relue",
                )
            })
        },
    },
    Rule {
        id: "right-to-fail-unborne",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Theory,
        source: source::FABRIQUE,
        reason: [
            "Teams try what may fail where somebody else answers for it.",
            "Les équipes essaient ce qui peut échouer lorsque quelqu’un d’autre en répond.",
        ],
        test: |facts| {
            let nobody = facts.charter().is_some_and(|charter| charter.right_to_fail.is_none());
            Verdict::when(nobody, || {
                Hit::on(
                    AboutKind::Charter,
                    "the charter does not say who answers for a failure",
                    "la charte ne dit pas qui répond d’un échec",
                )
            })
        },
    },
    Rule {
        id: "autonomy-missing",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Empirical,
        source: source::KARLOOPIA,
        reason: [
            "Lack of organisational autonomy lay at the root of the other barriers to design thinking in health care.",
            "Le manque d’autonomie organisationnelle était à la racine des autres obstacles au design thinking en santé.",
        ],
        test: |facts| {
            clause(
                facts,
                "autonomy",
                "gives the space a mandate to act on its own",
                "ne donne à l’espace aucun mandat pour agir de lui-même",
            )
        },
    },
    Rule {
        id: "orientation-missing",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Empirical,
        source: source::HERTEL,
        reason: [
            "An orientation before the event fostered good work together.",
            "Une préparation en amont a favorisé un bon travail en commun.",
        ],
        test: |facts| {
            clause(
                facts,
                "orientation",
                "says how patients, users and carers are prepared",
                "ne dit pas comment patients, usagers et proches aidants sont préparés",
            )
        },
    },
    Rule {
        id: "compensation-missing",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::RICHARDS,
        reason: [
            "Patient partners give time and knowledge, as the others at the table do, who are paid for it.",
            "Les patients partenaires donnent du temps et du savoir, comme les autres autour de la table, qui sont payés pour cela.",
        ],
        test: |facts| {
            clause(
                facts,
                "compensation",
                "says how patients, users and carers are compensated",
                "ne dit pas comment patients, usagers et proches aidants sont indemnisés",
            )
        },
    },
    Rule {
        id: "data-clause-missing",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "People share what concerns their health or their work where they know what becomes of it.",
            "On partage ce qui touche à sa santé ou à son travail lorsque l’on sait ce qu’il en advient.",
        ],
        test: |facts| {
            clause(
                facts,
                "data",
                "says what becomes of what is said, shown and recorded",
                "ne dit pas ce que devient ce qui est dit, montré et enregistré",
            )
        },
    },
    Rule {
        id: "expertise-unseen",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Empirical,
        source: source::FARCHI,
        reason: [
            "Rank can rest, expertise must stay visible: where professional boundaries were removed, people could no longer tell what to expect of whom.",
            "Le rang peut s’effacer, l’expertise doit rester visible\u{a0}: là où les frontières professionnelles ont disparu, on ne savait plus quoi attendre de qui.",
        ],
        test: |facts| {
            let blind = facts.lacks("expertise") && !facts.lacks("hierarchy");
            Verdict::when(blind && facts.charter().is_some(), || {
                Hit::on(
                    AboutKind::Charter,
                    "the charter sets hierarchy aside, and no clause keeps expertise visible",
                    "la charte met la hiérarchie de côté, et aucune clause ne garde l’expertise visible",
                )
            })
        },
    },
    Rule {
        id: "tensions-undeclared",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::INSOLL,
        reason: [
            "Living labs live with tensions that they can name and place, and not make disappear.",
            "Les living labs vivent avec des tensions que l’on peut nommer et situer, non faire disparaître.",
        ],
        test: |facts| {
            let silent = |tensions: &Option<Tensions>| {
                tensions.as_ref().is_none_or(|tensions| *tensions == Tensions::default())
            };
            let undeclared = facts.charter().is_some_and(|charter| silent(&charter.tensions));
            Verdict::when(undeclared, || {
                Hit::on(
                    AboutKind::Charter,
                    "the charter does not say where the space stands on the tensions of living labs",
                    "la charte ne dit pas où l’espace se situe dans les tensions propres aux living labs",
                )
            })
        },
    },
    Rule {
        id: "dissent-never-stated",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "Varied people seldom agree on everything; dissent that is written down can still be learnt from.",
            "Des personnes variées sont rarement d’accord sur tout\u{202f}; un désaccord consigné peut encore instruire.",
        ],
        test: |facts| {
            let settled = || facts.state.ideas.values().filter(|idea| idea.decision.is_some());
            let count = settled().count();
            let silent = count >= SETTLED && !settled().any(|idea| idea.dissent);
            Verdict::when(silent, || {
                Hit::on(
                    AboutKind::Space,
                    format!("{count} ideas were decided on, and no dissent was stated"),
                    format!(
                        "{count} idées ont été tranchées sans qu’aucun désaccord ait été exprimé"
                    ),
                )
            })
        },
    },
    Rule {
        id: "sponsor-absent",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::OWN,
        reason: [
            "A space needs someone with authority who opens doors and stands by what it finds.",
            "Un espace a besoin de quelqu’un qui a de l’autorité, ouvre des portes et défend ce qui s’y trouve.",
        ],
        test: |facts| {
            Verdict::when(facts.founding.sponsor.is_none(), || {
                Hit::on(
                    AboutKind::Space,
                    "nobody with authority is named who backs the space",
                    "aucune autorité n’est nommée qui soutienne l’espace",
                )
            })
        },
    },
];

/// A charter without a clause; where there is no charter, `charter-missing` says it all.
fn clause(facts: &Facts<'_>, id: &str, english: &str, french: &str) -> Verdict {
    Verdict::when(facts.lacks(id), || {
        Hit::on(
            AboutKind::Charter,
            format!("no clause of the charter {english} (`{id}`)"),
            format!("la charte {french} (`{id}`)"),
        )
    })
}

fn charter_unsigned(facts: &Facts<'_>) -> Verdict {
    let Some(charter) = facts.charter() else { return Verdict::fine() };
    let missing = signed_by(charter, facts.at).missing;
    Verdict::when(!missing.is_empty(), || {
        let [english, french] = listed(&missing);
        let version = charter.version;
        Hit::on(
            AboutKind::Charter,
            format!("version {version} of the charter is not signed by {english}"),
            format!("la version {version} de la charte n’est pas signée par {french}"),
        )
    })
}

fn charter_review_overdue(facts: &Facts<'_>) -> Verdict {
    let due = facts.charter().and_then(|charter| charter.review_by.as_deref());
    let Some(due) = due else { return Verdict::fine() };
    let moment = Instant::parse(due);
    let due = day(due);
    let late = moment.is_some_and(|moment| moment <= facts.at) && facts.alive();
    Verdict::when(late, || {
        Hit::on(
            AboutKind::Charter,
            format!("the charter was to be looked at again by {due}"),
            format!("la charte devait être relue avant le {due}"),
        )
    })
    .unless(moment.is_none(), || {
        Text::both(
            "the day of the charter's review is not a time of RFC 3339",
            "la date de relecture de la charte n’est pas un instant au format RFC 3339",
        )
    })
}
