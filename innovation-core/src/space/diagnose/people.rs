//! Who is there, and who sits with whom.

use super::facts::{Facts, Session};
use super::rule::{Hit, Rule, Verdict, listed, strangers, undated};
use super::source;
use super::{About, AboutKind, EvidenceKind, Gravity};
use crate::people::{Family, Id};
use crate::space::Locus;
use crate::space::command::Audience;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "no-lived-experience",
        severity: Gravity::Critical,
        evidence: EvidenceKind::Empirical,
        source: source::HERTEL,
        reason: [
            "Designs made with patients as equal partners improved, because they brought in what life with care is really like.",
            "Avec des patients partenaires, à égalité, la conception s’est améliorée\u{a0}: ils apportent ce qu’est réellement la vie avec les soins.",
        ],
        test: no_lived_experience,
    },
    Rule {
        id: "lived-experience-minority",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Empirical,
        source: source::HERTEL_SHARE,
        reason: [
            "A few voices among many are easily overruled; about equal numbers worked well.",
            "Quelques voix parmi beaucoup d’autres sont vite couvertes\u{202f}; un nombre à peu près égal a bien fonctionné.",
        ],
        test: lived_experience_minority,
    },
    Rule {
        id: "level-absent",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::KELLOGG,
        reason: [
            "Change took hold where every position that it needed was included, so that people could stand up for it together.",
            "Le changement a pris là où toutes les positions nécessaires étaient incluses et pouvaient le défendre ensemble.",
        ],
        test: level_absent,
    },
    Rule {
        id: "manager-with-report",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::KELLOGG,
        reason: [
            "People speak more freely apart from those who decide on their work.",
            "On parle plus librement à l’écart de ceux qui décident de son travail.",
        ],
        test: manager_with_report,
    },
    Rule {
        id: "facilitator-manages",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::KELLOGG,
        reason: [
            "Whoever holds the space should not be able to reward or punish what is said in it.",
            "Qui anime l’espace ne devrait pouvoir ni récompenser ni sanctionner ce qui s’y dit.",
        ],
        test: facilitator_manages,
    },
    Rule {
        id: "catalyst-absent",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::FURNARI,
        reason: [
            "In the gap between organisations, ideas become practice where a catalyst keeps people in touch and helps them find a shared meaning.",
            "Entre plusieurs organisations, les idées deviennent des pratiques là où un catalyseur entretient les liens et aide à trouver un sens commun.",
        ],
        test: |facts| {
            let (catalysts, unknown) = facts.family(Family::Facilitation);
            let lacks = facts.founding.locus == Locus::BetweenSeveral && catalysts == 0;
            Verdict::when(lacks && unknown == 0, || {
                Hit::on(
                    AboutKind::Space,
                    "the space lies between several organisations, and nobody who takes part facilitates",
                    "l’espace se tient entre plusieurs organisations et aucun de ses membres n’y assure l’animation",
                )
            })
            .unless(lacks && unknown > 0, strangers)
        },
    },
    Rule {
        id: "one-organisation-majority",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::FURNARI_OWN,
        reason: [
            "A space between several organisations frees people from the habits of each only while none of them is at home in it.",
            "Un espace entre plusieurs organisations ne libère des habitudes de chacune que si aucune n’y est chez elle.",
        ],
        test: one_organisation_majority,
    },
    Rule {
        id: "joint-before-own-session",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::AHHA,
        reason: [
            "Patients, users and carers who first meet among themselves come to the joint session with words and allies.",
            "Les patients, usagers et proches aidants qui se retrouvent d’abord entre eux arrivent à la séance commune avec des mots et des alliés.",
        ],
        test: joint_before_own_session,
    },
];

fn no_lived_experience(facts: &Facts<'_>) -> Verdict {
    let (lived, unknown) = facts.family(Family::LivedExperience);
    Verdict::when(lived == 0 && unknown == 0, || {
        Hit::on(
            AboutKind::Space,
            "no patient, user or carer takes part",
            "aucun patient, usager ou proche aidant ne participe",
        )
    })
    .unless(lived == 0 && unknown > 0, strangers)
}

/// Under two fifths, whoever the unknown are.
fn lived_experience_minority(facts: &Facts<'_>) -> Verdict {
    let (lived, unknown) = facts.family(Family::LivedExperience);
    let present = facts.present();
    let few = |count: u64| count.saturating_mul(5) < present.saturating_mul(2);
    let most = lived.saturating_add(unknown);
    Verdict::when(lived > 0 && few(most), || {
        let (up_to, jusque) = if unknown > 0 { ("at most ", "au plus ") } else { ("", "") };
        Hit::on(
            AboutKind::Space,
            format!("{up_to}{most} of {present} who take part are patients, users or carers: under 40 %"),
            format!("{jusque}{most} des {present} membres présents sont patients, usagers ou proches aidants\u{a0}: moins de 40\u{a0}%"),
        )
    })
    .unless(unknown > 0 && few(lived) && !(lived > 0 && few(most)), strangers)
}

fn level_absent(facts: &Facts<'_>) -> Verdict {
    let mut missing: BTreeSet<i32> = facts.founding.levels.iter().copied().collect();
    for (_, person) in facts.known() {
        if let Some(level) = person.level {
            missing.remove(&level);
        }
    }
    let open = facts.strangers() > 0;
    Verdict::when(!missing.is_empty() && !open, || {
        let [english, french] = listed(&missing);
        Hit::on(
            AboutKind::Space,
            format!("nobody takes part from these levels of the hierarchy that the space concerns: {english}"),
            format!("personne ne participe pour ces niveaux hiérarchiques que l’espace concerne\u{a0}: {french}"),
        )
    })
    .unless(!missing.is_empty() && open, strangers)
}

fn manager_with_report(facts: &Facts<'_>) -> Verdict {
    let person = |token: &Id| facts.state.members.get(token)?.person.as_deref();
    let mut open = false;
    let mut hits = Vec::new();
    for session in &facts.sessions {
        for (group, seats) in (0_u32..).zip(&session.convened.groups) {
            let seated: BTreeSet<&Id> = seats.iter().map(|token| facts.same(token)).collect();
            let with_manager = |token: &&Id| {
                let manager = person(token).and_then(|person| person.reports_to.as_ref());
                manager.is_some_and(|manager| {
                    let manager = facts.same(manager);
                    manager != facts.same(token) && seated.contains(manager)
                })
            };
            open |= seats.iter().any(|token| person(token).is_none());
            let count = seats.iter().filter(with_manager).count();
            if count > 0 {
                hits.push(together(session, group, count));
            }
        }
    }
    Verdict::of(hits.into_iter()).unless(open, strangers)
}

fn together(session: &Session<'_>, group: u32, count: usize) -> Hit {
    let programme = &session.programme.programme;
    let (number, table) = (session.position.saturating_add(1), group.saturating_add(1));
    let about = About {
        kind: AboutKind::Programme,
        id: Some(programme.clone()),
        session: Some(session.position),
        group: Some(group),
    };
    let (english, french) = match count {
        1 => ("a member sits".to_owned(), "un membre siège".to_owned()),
        _ => (format!("{count} members sit"), format!("{count} membres siègent")),
    };
    Hit::new(
        about,
        format!("{english} with their manager in group {table} of session {number} of {programme}"),
        format!(
            "{french} avec leur responsable dans le groupe {table} de la séance {number} de {programme}"
        ),
    )
}

fn facilitator_manages(facts: &Facts<'_>) -> Verdict {
    let managers: BTreeSet<&Id> = facts
        .known()
        .filter_map(|(_, person)| person.reports_to.as_ref())
        .map(|manager| facts.same(manager))
        .collect();
    let facilitators =
        facts.known().filter(|(_, person)| person.family == Some(Family::Facilitation));
    let manage = facilitators.filter(|(token, _)| managers.contains(facts.same(token)));
    Verdict::of(manage.map(|(token, _)| {
        Hit::at(
            AboutKind::Member,
            token,
            "a facilitator is the manager of members who take part",
            "une personne qui anime est la responsable hiérarchique de membres présents",
        )
    }))
    .unless(facts.strangers() > 0, strangers)
}

/// More than half, whoever the unknown are.
fn one_organisation_majority(facts: &Facts<'_>) -> Verdict {
    if facts.founding.locus != Locus::BetweenSeveral {
        return Verdict::fine();
    }
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, person) in facts.known() {
        if let Some(organisation) = &person.organisation {
            *counts.entry(organisation).or_default() += 1;
        }
    }
    let (present, unknown) = (facts.present(), facts.strangers());
    let most = |count: u64| count.saturating_mul(2) > present;
    // A single member is all there is: nobody dominates yet.
    let crowd = present > 1;
    let largest = counts.values().max().copied().unwrap_or(0);
    let found = counts.iter().find(|(_, count)| most(**count) && crowd);
    let hit = found.map(|(organisation, count)| {
        Hit::on(
            AboutKind::Space,
            format!("{count} of {present} who take part come from {organisation}"),
            format!("{count} des {present} membres présents viennent de {organisation}"),
        )
    });
    let open = hit.is_none() && unknown > 0 && crowd && most(largest.saturating_add(unknown));
    Verdict::of(hit.into_iter()).unless(open, strangers)
}

fn joint_before_own_session(facts: &Facts<'_>) -> Verdict {
    let (lived, _) = facts.family(Family::LivedExperience);
    if lived == 0 {
        return Verdict::fine();
    }
    let first = |own: bool| {
        let wanted = |session: &&Session<'_>| match session.convened.audience {
            Some(Audience::LivedExperience) => own,
            Some(Audience::Everyone) | None => !own,
            Some(Audience::Staff) => false,
        };
        facts.sessions.iter().filter(wanted).filter_map(|session| session.start).min()
    };
    let (own, joint) = (first(true), first(false));
    let broken = joint.is_some_and(|joint| own.is_none_or(|own| own >= joint));
    let open = facts.undated();
    Verdict::when(broken && !open, || {
        Hit::on(
            AboutKind::Space,
            "no session for patients, users and carers among themselves comes before the first joint one",
            "aucune séance entre patients, usagers et proches aidants ne précède la première séance commune",
        )
    })
    .unless(open, undated)
}
