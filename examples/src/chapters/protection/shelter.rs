//! What presses on the group, and what answers it.
//!
//! Ids are in the reader's language, since the library's sentences name them.

use super::cast::Cast;
use super::id;
use crate::words::pick;
use innovation_core::people::Id;
use innovation_core::protect::{Boundary, Measure, Pressure, PressureKind, Work};
use innovation_core::{Result, Text};

/// What presses: its id and what it is in English and French, its kind, its strength, on whom
/// it bears (everybody where empty).
type Threat = ([&'static str; 4], PressureKind, u8, &'static [&'static str]);

const THREATS: [Threat; 7] = [
    (
        [
            "order-of-rank",
            "ordre-des-grades",
            "People speak in the order of their grade",
            "On prend la parole dans l’ordre des grades",
        ],
        PressureKind::Norm,
        4,
        &[],
    ),
    (
        [
            "experts-first",
            "experts-d-abord",
            "Patients answer questions and do not ask them",
            "Les patients répondent aux questions et n’en posent pas",
        ],
        PressureKind::Norm,
        4,
        &["livedExperience"],
    ),
    (
        [
            "full-rota",
            "planning-tendu",
            "Whoever leaves the ward is missed there",
            "Qui quitte le service y manque",
        ],
        PressureKind::Pressure,
        5,
        &["care"],
    ),
    (
        [
            "monthly-targets",
            "objectifs-mensuels",
            "Activity and budget are accounted for every month",
            "L’activité et le budget se justifient chaque mois",
        ],
        PressureKind::Pressure,
        4,
        &["care", "management"],
    ),
    (
        [
            "word-gets-back",
            "tout-se-sait",
            "What is said comes to the ears of superiors",
            "Ce qui se dit arrive aux oreilles des responsables",
        ],
        PressureKind::Pressure,
        3,
        &[],
    ),
    (
        [
            "paper-form",
            "formulaire",
            "Discharge follows the form, line by line",
            "La sortie suit le formulaire, ligne à ligne",
        ],
        PressureKind::Routine,
        3,
        &["care"],
    ),
    (
        [
            "own-circle",
            "entre-soi",
            "Each profession prepares its part alone",
            "Chaque métier prépare sa part de son côté",
        ],
        PressureKind::Routine,
        2,
        &[],
    ),
];

/// Who grants a measure.
#[derive(Debug, Clone, Copy)]
enum Grantor {
    Sponsor,
    /// Another party, counted round.
    Partner(usize),
    /// Nobody yet: it was wished for.
    Nobody,
}

/// What is done: its id and what it is in English and French, the work, the threats it answers
/// by position, how much it takes away, who grants it, until when.
struct Answer {
    words: [&'static str; 4],
    work: Work,
    boundary: Option<Boundary>,
    answers: &'static [usize],
    relief: u8,
    grantor: Grantor,
    until: &'static str,
}

/// No measure answers the monthly targets: that must come to light.
const ANSWERS: [Answer; 8] = [
    Answer {
        words: [
            "released",
            "dégagement",
            "Members are released for sessions and replaced at their posts",
            "Les membres sont libérés pour les séances et remplacés à leur poste",
        ],
        work: Work::Boundary,
        boundary: Some(Boundary::Temporal),
        answers: &[2],
        relief: 4,
        grantor: Grantor::Sponsor,
        until: "2026-12-31T00:00:00Z",
    },
    Answer {
        words: [
            "no-names",
            "sans-noms",
            "Nobody sits with their manager, and nothing goes out with a name",
            "Personne ne siège avec son responsable et rien ne sort avec un nom",
        ],
        work: Work::Boundary,
        boundary: Some(Boundary::Social),
        answers: &[4],
        relief: 2,
        grantor: Grantor::Sponsor,
        until: "2027-06-30T00:00:00Z",
    },
    Answer {
        words: [
            "room-in-town",
            "salle-en-ville",
            "Sessions meet in a room in town",
            "Les séances se tiennent dans une salle en ville",
        ],
        work: Work::Boundary,
        boundary: Some(Boundary::Physical),
        answers: &[4],
        relief: 1,
        grantor: Grantor::Partner(3),
        until: "2026-10-09T00:00:00Z",
    },
    Answer {
        words: [
            "trial-badge",
            "badge-essai",
            "Whatever is being tried wears a badge that says so",
            "Tout ce qui est à l’essai porte un badge qui le dit",
        ],
        work: Work::Boundary,
        boundary: Some(Boundary::Symbolic),
        answers: &[5],
        relief: 2,
        grantor: Grantor::Sponsor,
        until: "2026-11-05T00:00:00Z",
    },
    Answer {
        words: [
            "first-question",
            "première-question",
            "Each round begins with a question from a patient or a carer",
            "Chaque ronde s’ouvre sur une question d’un patient ou d’un proche aidant",
        ],
        work: Work::Distancing,
        boundary: None,
        answers: &[1],
        relief: 3,
        grantor: Grantor::Sponsor,
        until: "2026-12-31T00:00:00Z",
    },
    Answer {
        words: [
            "swapped-roles",
            "rôles-échangés",
            "One round is played with the roles exchanged",
            "Une ronde se joue à rôles échangés",
        ],
        work: Work::Distancing,
        boundary: None,
        answers: &[6],
        relief: 2,
        grantor: Grantor::Partner(1),
        until: "2026-12-31T00:00:00Z",
    },
    Answer {
        words: [
            "ward-council",
            "conseil-de-service",
            "Ward councils keep a quarter of an hour for what the group found",
            "Les conseils de service gardent un quart d’heure pour ce que le groupe a trouvé",
        ],
        work: Work::Anchoring,
        boundary: None,
        answers: &[5, 6],
        relief: 1,
        grantor: Grantor::Sponsor,
        until: "2027-06-30T00:00:00Z",
    },
    Answer {
        words: [
            "trial-budget",
            "budget-d-essai",
            "Next year’s budget has a line for one trial",
            "Le budget de l’an prochain prévoit un essai",
        ],
        work: Work::Anchoring,
        boundary: None,
        answers: &[5],
        relief: 1,
        grantor: Grantor::Nobody,
        until: "2027-12-31T00:00:00Z",
    },
];

/// What presses.
pub(super) fn pressures(locale: &str) -> Result<Vec<Pressure>> {
    let pressure = |(words, kind, strength, bears_on): &Threat| {
        let [english, french, source, origine] = *words;
        Ok(Pressure {
            id: id(pick(locale, english, french))?,
            kind: *kind,
            source: Text::both(source, origine),
            strength: *strength,
            bears_on: bears_on.iter().map(|name| id(name)).collect::<Result<_>>()?,
        })
    };
    THREATS.iter().map(pressure).collect()
}

/// What is done about it.
pub(super) fn measures(locale: &str, cast: &Cast) -> Result<Vec<Measure>> {
    let measure = |answer: &Answer| {
        let [english, french, title, titre] = answer.words;
        let threats = answer.answers.iter().filter_map(|at| THREATS.get(*at));
        Ok(Measure {
            id: id(pick(locale, english, french))?,
            work: answer.work,
            boundary: answer.boundary,
            title: Some(Text::both(title, titre)),
            answers: threats.map(|threat| threat_id(locale, threat)).collect::<Result<_>>()?,
            relief: Some(answer.relief),
            shields: Vec::new(),
            granted_by: match answer.grantor {
                Grantor::Sponsor => Some(cast.sponsor.clone()),
                Grantor::Partner(at) => Some(cast.partner(at).clone()),
                Grantor::Nobody => None,
            },
            from: None,
            until: Some(answer.until.to_owned()),
            evidence: None,
        })
    };
    ANSWERS.iter().map(measure).collect()
}

fn threat_id(locale: &str, (words, ..): &Threat) -> Result<Id> {
    let [english, french, ..] = *words;
    id(pick(locale, english, french))
}

/// The pressure that lies in rank.
pub(super) fn rank(locale: &str) -> Result<Vec<Id>> {
    THREATS.iter().take(1).map(|rank| threat_id(locale, rank)).collect()
}
