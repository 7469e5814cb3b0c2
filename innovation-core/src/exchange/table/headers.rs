//! Header names of ties, contacts, values, ratings, assessments, ballots, sites and records, in English and
//! French; [`words`](super::words) says how a header is compared with them.

use super::words::Word;

/// Fields of a tie.
pub(super) const TIE: &[Word] = &[
    Word { field: "a", headers: FROM },
    Word { field: "b", headers: TO },
    Word {
        field: "weight",
        headers: &[
            "weight",
            "poids",
            "minutes",
            "contacts",
            "interactions",
            "duration",
            "durée",
            "hours",
            "heures",
            "strength",
            "force",
            "intensity",
            "intensité",
            "frequency",
            "fréquence",
            "count",
            "nombre",
            "messages",
            "meetings",
            "réunions",
            "value",
            "valeur",
            "w",
        ],
    },
];

/// Fields of an observed contact.
pub(super) const CONTACT: &[Word] = &[
    Word {
        field: "time",
        headers: &[
            "t",
            "time",
            "timestamp",
            "temps",
            "heure",
            "date",
            "moment",
            "seconds",
            "secondes",
        ],
    },
    Word { field: "a", headers: FROM },
    Word { field: "b", headers: TO },
    Word {
        field: "statusA",
        headers: &[
            "status a", "statut a", "Si", "status 1", "statut 1", "role a", "rôle a", "role 1",
            "rôle 1", "Ci",
        ],
    },
    Word {
        field: "statusB",
        headers: &[
            "status b", "statut b", "Sj", "status 2", "statut 2", "role b", "rôle b", "role 2",
            "rôle 2", "Cj",
        ],
    },
];

const FROM: &[&str] = &[
    "a",
    "from",
    "source",
    "person 1",
    "personne 1",
    "person a",
    "personne a",
    "id 1",
    "id a",
    "de",
    "i",
    "origin",
    "origine",
    "ego",
    "p1",
];

const TO: &[&str] = &[
    "b",
    "to",
    "target",
    "person 2",
    "personne 2",
    "person b",
    "personne b",
    "id 2",
    "id b",
    "à",
    "vers",
    "j",
    "cible",
    "destination",
    "alter",
    "p2",
];

/// Fields of a table of values or ratings, long or wide.
pub(super) const VALUE: &[Word] = &[
    Word {
        field: "unit",
        headers: &[
            "unit",
            "unité",
            "alternative",
            "option",
            "subject",
            "sujet",
            "case",
            "cas",
            "project",
            "projet",
            "idea",
            "idée",
            "innovation",
            "proposal",
            "proposition",
            "id",
            "identifiant",
        ],
    },
    Word { field: "rater", headers: RATER },
    Word { field: "item", headers: ITEM },
    Word { field: "value", headers: GIVEN },
];

/// Fields of a table of assessments, long or wide.
pub(super) const ASSESSMENT: &[Word] = &[
    Word {
        field: "subject",
        headers: &[
            "subject",
            "sujet",
            "innovation",
            "project",
            "projet",
            "idea",
            "idée",
            "space",
            "espace",
            "unit",
            "unité",
            "id",
            "identifiant",
        ],
    },
    Word { field: "assessor", headers: RATER },
    Word { field: "role", headers: ROLE },
    Word { field: "at", headers: &["at", "date", "when", "le", "jour", "day"] },
    Word { field: "item", headers: ITEM },
    Word { field: "value", headers: GIVEN },
];

/// Fields of a table of ballots, long or wide.
pub(super) const BALLOT: &[Word] = &[
    Word {
        field: "voter",
        headers: &[
            "voter",
            "votant",
            "votante",
            "électeur",
            "électrice",
            "participant",
            "participante",
            "id",
            "identifiant",
            "pseudonym",
            "pseudonyme",
        ],
    },
    Word { field: "role", headers: ROLE },
    Word {
        field: "project",
        headers: &["project", "projet", "idea", "idée", "proposal", "proposition"],
    },
    Word {
        field: "approve",
        headers: &["approve", "approved", "approves", "approuve", "approuvés", "choices", "choix"],
    },
    Word {
        field: "points",
        headers: &["points", "dots", "gommettes", "votes", "score", "note", "value", "valeur"],
    },
    Word {
        field: "order",
        headers: &["order", "ordre", "rank", "rang", "ranking", "classement", "place"],
    },
];

/// Fields of a site.
pub(super) const SITE: &[Word] = &[
    Word {
        field: "id",
        headers: &["id", "site", "site id", "id site", "identifiant", "code", "finess"],
    },
    Word {
        field: "name",
        headers: &["name", "nom", "site name", "nom du site", "établissement", "label", "libellé"],
    },
    Word {
        field: "stage",
        headers: &["stage", "stade", "étape", "state", "état", "status", "statut"],
    },
    Word { field: "since", headers: &["since", "depuis", "date", "depuis le", "as of"] },
    Word {
        field: "eligible",
        headers: &["eligible", "éligibles", "target population", "population cible", "cible"],
    },
    Word {
        field: "reached",
        headers: &["reached", "atteints", "touchés", "bénéficiaires", "participants"],
    },
    Word {
        field: "staffConcerned",
        headers: &[
            "staff concerned",
            "staff",
            "personnel",
            "professionnels concernés",
            "personnel concerné",
            "professionnels",
        ],
    },
    Word {
        field: "staffDelivering",
        headers: &["staff delivering", "professionnels engagés", "personnel engagé"],
    },
];

/// The one field by which a table of records is known.
pub(in crate::exchange) const RECORD: &[Word] =
    &[Word { field: "record", headers: &["record id", "record"] }];

const ROLE: &[&str] =
    &["role", "fonction", "profession", "métier", "job title", "poste", "college", "collège"];

const RATER: &[&str] = &[
    "rater",
    "assessor",
    "judge",
    "juge",
    "évaluateur",
    "évaluatrice",
    "cotateur",
    "cotatrice",
    "expert",
    "experte",
    "reviewer",
    "person",
    "personne",
];

const ITEM: &[&str] = &["criterion", "critère", "item", "question", "indicator", "indicateur"];

const GIVEN: &[&str] = &[
    "value", "valeur", "rating", "score", "note", "cotation", "answer", "réponse", "level",
    "niveau",
];
