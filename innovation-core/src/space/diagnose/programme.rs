//! Sessions and cards: how many, in which order, for which phases.

use super::facts::{Facts, Session};
use super::rule::{Hit, Rule, Verdict, undated};
use super::source;
use super::{About, AboutKind, EvidenceKind, Gravity};
use crate::equip::{Degree, Kind, Phase};
use crate::instant::Instant;
use crate::protect::SpaceMode;
use crate::space::Locus;
use crate::space::command::{Convene, ConvenedCard};
use crate::text::Text;

/// The rubric by which the climate is measured.
const CLIMATE: &str = "psychological-safety";
/// How many programmes of one mode in a row are too many.
const ROW: usize = 3;
/// Divisible by every number of phases from 1 to 7, so that shares of a card stay whole.
const SHARES: u128 = 420;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ritual-absent",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::FURNARI,
        reason: [
            "In the gap between organisations, ideas become practice where people meet again in a form that they know and look forward to.",
            "Entre plusieurs organisations, les idées deviennent des pratiques là où l’on se retrouve sous une forme connue et attendue.",
        ],
        test: |facts| {
            let programmes = &facts.state.programmes;
            let lacks = facts.founding.locus == Locus::BetweenSeveral
                && !programmes.is_empty()
                && !programmes.iter().any(|programme| programme.ritual);
            Verdict::when(lacks, || {
                Hit::on(
                    AboutKind::Space,
                    "the space lies between several organisations, and none of its programmes is a ritual",
                    "l’espace se tient entre plusieurs organisations et aucun de ses programmes n’est un rituel",
                )
            })
        },
    },
    Rule {
        id: "one-session-space",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::DUBE,
        reason: [
            "One workshop yields ideas; exploring, trying and assessing them take longer.",
            "Un atelier donne des idées\u{202f}; les explorer, les essayer et les évaluer prend plus de temps.",
        ],
        test: |facts| {
            Verdict::when(facts.sessions.len() == 1, || {
                Hit::on(
                    AboutKind::Space,
                    "a single session was convened",
                    "une seule séance a été réunie",
                )
            })
        },
    },
    Rule {
        id: "inspiration-underweighted",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Empirical,
        source: source::OLIVEIRA,
        reason: [
            "Design-thinking projects in health care spent too little on inspiration: seeing what is so, for whom, before looking for solutions.",
            "Les projets de design thinking en santé consacraient trop peu à l’inspiration\u{a0}: voir ce qui est, et pour qui, avant de chercher des solutions.",
        ],
        test: inspiration_underweighted,
    },
    Rule {
        id: "session-without-opening",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::STRINGS,
        reason: [
            "People who seldom work together need a moment to arrive.",
            "Des personnes qui travaillent rarement ensemble ont besoin d’un moment pour arriver.",
        ],
        test: |facts| framed(facts, Kind::Opening, ["opens", "n’ouvre"]),
    },
    Rule {
        id: "session-without-closing",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::STRINGS,
        reason: [
            "What is not brought to an end together is soon forgotten or feared.",
            "Ce que l’on ne termine pas ensemble est vite oublié ou redouté.",
        ],
        test: |facts| framed(facts, Kind::Closing, ["closes", "ne clôt"]),
    },
    Rule {
        id: "safety-before-climate",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::EDMONDSON,
        reason: [
            "Where people feel safe they learn together; where they do not, a card that asks for much safety can hurt.",
            "Là où l’on se sent en sécurité, on apprend ensemble\u{202f}; ailleurs, une carte qui en demande beaucoup peut blesser.",
        ],
        test: safety_before_climate,
    },
    Rule {
        id: "modes-never-alternate",
        severity: Gravity::Hint,
        evidence: EvidenceKind::Theory,
        source: source::BUCHER,
        reason: [
            "Reflecting and experimenting change a routine in complementary ways, and must follow each other.",
            "Réfléchir et expérimenter transforment une routine de façon complémentaire et doivent se succéder.",
        ],
        test: modes_never_alternate,
    },
    Rule {
        id: "cadence-broken",
        severity: Gravity::Warning,
        evidence: EvidenceKind::Theory,
        source: source::FURNARI_OWN,
        reason: [
            "A space between meetings lives on the certainty of the next one.",
            "Entre deux rencontres, un espace vit de la certitude de la prochaine.",
        ],
        test: cadence_broken,
    },
];

/// Minutes of framing and understanding, against all minutes that serve a phase; a card's
/// minutes are shared out evenly among its phases.
fn inspiration_underweighted(facts: &Facts<'_>) -> Verdict {
    let cards = || facts.sessions.iter().flat_map(|session| &session.convened.cards);
    let share = |card: &ConvenedCard| {
        let phases: Vec<Phase> =
            Phase::ALL.into_iter().filter(|phase| card.phases.contains(phase)).collect();
        let seeing = |phase: &&Phase| matches!(phase, Phase::Frame | Phase::Understand);
        let inspired = phases.iter().filter(seeing).count() as u128;
        let of_one = SHARES.checked_div(phases.len() as u128).unwrap_or(0);
        let minutes = u128::from(card.minutes);
        (minutes * of_one * inspired, minutes * of_one * phases.len() as u128)
    };
    let (inspired, all) = cards().map(share).fold((0_u128, 0_u128), |(inspired, all), card| {
        (inspired.saturating_add(card.0), all.saturating_add(card.1))
    });
    let under = inspired.saturating_mul(4) < all;
    Verdict::when(under, || {
        let percent = inspired.saturating_mul(100).checked_div(all).unwrap_or(0);
        Hit::on(
            AboutKind::Space,
            format!("{percent} % of the minutes serve framing and understanding: under a quarter"),
            format!("{percent}\u{a0}% des minutes servent à cadrer et à comprendre\u{a0}: moins d’un quart"),
        )
    })
    .unless(all == 0 && !facts.sessions.is_empty(), || {
        Text::both(
            "the state does not say which phases the cards of the sessions serve",
            "l’état ne dit pas quelles phases servent les cartes des séances",
        )
    })
}

/// Sessions without a card of a kind, among those of which cards are recorded.
fn framed(facts: &Facts<'_>, kind: Kind, [english, french]: [&str; 2]) -> Verdict {
    let told = || facts.sessions.iter().filter(|session| !session.convened.cards.is_empty());
    let lacks =
        |session: &&Session<'_>| !session.convened.cards.iter().any(|card| card.kind == kind);
    Verdict::of(told().filter(lacks).map(|session| {
        let (number, id) = (session.position.saturating_add(1), &session.programme.programme);
        Hit::new(
            place(session),
            format!("no card {english} session {number} of the programme `{id}`"),
            format!("aucune carte {french} la séance {number} du programme `{id}`"),
        )
    }))
    .unless(!facts.sessions.is_empty() && told().next().is_none(), || {
        Text::both(
            "the state does not say which cards the sessions use",
            "l’état ne dit pas quelles cartes les séances utilisent",
        )
    })
}

fn place(session: &Session<'_>) -> About {
    About {
        kind: AboutKind::Programme,
        id: Some(session.programme.programme.clone()),
        session: Some(session.position),
        group: None,
    }
}

fn safety_before_climate(facts: &Facts<'_>) -> Verdict {
    let climate = facts
        .state
        .assessments
        .iter()
        .filter(|held| held.found.idea.is_none() && held.found.rubric.as_str() == CLIMATE);
    let measured = climate.filter_map(|held| Instant::parse(&held.at)).min();
    let demanding = || {
        facts.sessions.iter().filter(|session| {
            session.convened.cards.iter().any(|card| card.safety_demand == Some(Degree::High))
        })
    };
    let early = demanding().filter(|session| {
        session.start.is_some_and(|start| measured.is_none_or(|measured| measured >= start))
    });
    Verdict::of(early.map(|session| {
        let (number, id) = (session.position.saturating_add(1), &session.programme.programme);
        Hit::new(
            place(session),
            format!("a card of session {number} of the programme `{id}` asks for much safety, and the climate was not measured before"),
            format!("une carte de la séance {number} du programme `{id}` demande beaucoup de sécurité et le climat n’a pas été mesuré auparavant"),
        )
    }))
    .unless(demanding().any(|session| session.start.is_none()), undated)
}

/// Runs of three programmes or more of one mode, in the order in which they were convened.
fn modes_never_alternate(facts: &Facts<'_>) -> Verdict {
    let runs = facts.state.programmes.chunk_by(|one, next| one.mode == next.mode);
    let long = runs.filter(|run| run.len() >= ROW);
    let hit = |run: &[Convene]| {
        let last = run.last()?;
        let (count, id) = (run.len(), &last.programme);
        let (english, french) = match last.mode {
            SpaceMode::Reflective => ("reflective", "réflexifs"),
            SpaceMode::Experimental => ("experimental", "expérimentaux"),
        };
        Some(Hit::at(
            AboutKind::Programme,
            id,
            format!("{count} {english} programmes follow each other, the last of them `{id}`"),
            format!("{count} programmes {french} se suivent, le dernier étant `{id}`"),
        ))
    };
    Verdict::of(long.filter_map(hit))
}

/// Days since the last session that has begun, or since the opening.
fn cadence_broken(facts: &Facts<'_>) -> Verdict {
    let Some(cadence) = facts.founding.cadence_days.filter(|_| facts.alive()) else {
        return Verdict::fine();
    };
    let opened = facts.state.opened_at.as_deref().and_then(Instant::parse);
    let begun = facts.sessions.iter().filter_map(|session| session.start);
    let held = begun.filter(|start| *start <= facts.at).max();
    let last = held.max(opened.filter(|opened| *opened <= facts.at));
    let days = last.map(|last| last.days_until(facts.at));
    let late = days.filter(|days| *days > i64::from(cadence));
    let since = match held {
        Some(_) => ["the last session", "la dernière séance"],
        None => {
            ["the opening, no session having been held since,", "l’ouverture, sans séance depuis,"]
        }
    };
    let open = facts.undated() && (late.is_some() || days.is_none());
    Verdict::of(late.filter(|_| !open).into_iter().map(|days| {
        Hit::on(
            AboutKind::Space,
            format!("{} lies {days} days back; at most {cadence} were agreed on", since[0]),
            format!(
                "{} remonte à {days} jours\u{202f}; il en était convenu {cadence} au plus",
                since[1]
            ),
        )
    }))
    .unless(open, undated)
}
