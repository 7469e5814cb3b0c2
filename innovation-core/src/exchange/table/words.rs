//! Header names, in English and French, and how a header is compared with them.
//!
//! Case, accents, spaces, underscores and other marks do not matter: `N° d’équipe`,
//! `no d equipe` and `No_D_Equipe` are one name.

use super::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A field that a column may be, and the headers it goes by, the best first.
#[derive(Debug)]
pub(in crate::exchange) struct Word {
    pub field: &'static str,
    pub headers: &'static [&'static str],
}

/// Fields of a person.
pub(super) const PERSON: &[Word] = &[
    Word {
        field: "id",
        headers: &[
            "id",
            "identifiant",
            "identifier",
            "pseudonym",
            "pseudonyme",
            "code",
            "matricule",
            "person id",
            "id personne",
            "participant",
            "person",
            "personne",
        ],
    },
    Word {
        field: "role",
        headers: &[
            "role",
            "fonction",
            "profession",
            "métier",
            "job",
            "job title",
            "poste",
            "function",
            "occupation",
        ],
    },
    Word {
        field: "family",
        headers: &["family", "famille", "role family", "famille de rôle", "famille de métier"],
    },
    Word {
        field: "organisation",
        headers: &[
            "organisation",
            "organization",
            "établissement",
            "structure",
            "organisme",
            "institution",
            "employer",
            "employeur",
            "hospital",
            "hôpital",
        ],
    },
    Word {
        field: "unit",
        headers: &[
            "unit",
            "unité",
            "service",
            "ward",
            "équipe",
            "team",
            "department",
            "département",
            "pôle",
        ],
    },
    Word {
        field: "reportsTo",
        headers: &[
            "reports to",
            "manager",
            "responsable",
            "n+1",
            "supérieur",
            "supérieure",
            "line manager",
            "manager id",
            "supérieur hiérarchique",
            "supérieure hiérarchique",
            "responsable hiérarchique",
            "rend compte à",
        ],
    },
    Word {
        field: "level",
        headers: &["level", "niveau", "niveau hiérarchique", "grade", "échelon"],
    },
    Word {
        field: "expertise",
        headers: &[
            "expertise",
            "expertises",
            "compétences",
            "compétence",
            "skills",
            "knows about",
            "savoirs",
        ],
    },
    Word {
        field: "needs",
        headers: &[
            "needs",
            "besoins",
            "access needs",
            "besoins d’accès",
            "accessibility",
            "accessibilité",
        ],
    },
    Word {
        field: "available",
        headers: &[
            "available",
            "disponibilités",
            "disponibilité",
            "availability",
            "disponible",
            "slots",
            "créneaux",
        ],
    },
];

/// Headers of columns that tell who a person is. They are left out: a document of this
/// library holds pseudonymous ids and nothing that names people.
pub(super) const IDENTITY: &[&str] = &[
    "name",
    "nom",
    "prénom",
    "first name",
    "last name",
    "surname",
    "full name",
    "given name",
    "family name",
    "nom complet",
    "nom et prénom",
    "prénom et nom",
    "nom prénom",
    "prénom nom",
    "nom de famille",
    "nom de naissance",
    "nom d’usage",
    "email",
    "e-mail",
    "mail",
    "courriel",
    "email address",
    "adresse mail",
    "adresse e-mail",
    "adresse électronique",
    "phone",
    "telephone",
    "téléphone",
    "tél",
    "tel",
    "mobile",
    "portable",
    "phone number",
    "numéro de téléphone",
    "address",
    "adresse",
    "adresse postale",
    "birth date",
    "date of birth",
    "date de naissance",
    "nir",
    "ins",
    "ipp",
    "rpps",
    "ssn",
    "nhs number",
    "numéro de sécurité sociale",
];

/// Whether a header tells who a person is.
pub(super) fn is_identity(header: &str) -> bool {
    let header = fold(header);
    IDENTITY.iter().any(|name| fold(name) == header)
}

/// The field of each column: as the caller names it, else the column whose header comes
/// first in the field's list. Of two columns with the same header the first is taken.
pub(super) fn assign(
    headers: &[&str],
    words: &[Word],
    named: &BTreeMap<String, String>,
) -> Vec<Option<&'static str>> {
    let names = Names::of(words);
    let taken: BTreeSet<String> = named.values().map(|name| fold(name)).collect();
    // The best column of each word that the caller does not name: its rank and position.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; words.len()];
    for (column, header) in headers.iter().enumerate() {
        if taken.contains(&fold(header)) {
            continue;
        }
        for (word, rank) in names.ranks(header) {
            if let Some(best) = best.get_mut(word)
                && best.is_none_or(|best| (rank, column) < best)
            {
                *best = Some((rank, column));
            }
        }
    }
    let mut fields = vec![None; headers.len()];
    for (word, best) in words.iter().zip(best) {
        let column = match named.get(word.field) {
            Some(header) => find_named(headers, header),
            None => best.map(|(_, column)| column),
        };
        if let Some(field @ None) = column.and_then(|column| fields.get_mut(column)) {
            *field = Some(word.field);
        }
    }
    fields
}

/// Every header of a list of words, to look one up among thousands.
pub(super) struct Names {
    /// By the folded header: words, and its place in the word's list, the first being best.
    folded: BTreeMap<String, Vec<(usize, usize)>>,
    /// By the header as it is listed: the words.
    listed: BTreeMap<&'static str, usize>,
}

impl Names {
    pub(super) fn of(words: &[Word]) -> Self {
        let mut names = Self { folded: BTreeMap::new(), listed: BTreeMap::new() };
        for (word, known) in words.iter().enumerate() {
            for (rank, header) in known.headers.iter().enumerate() {
                let places = names.folded.entry(fold(header)).or_default();
                if places.iter().all(|(other, _)| *other != word) {
                    places.push((word, rank));
                }
                names.listed.insert(header, word);
            }
        }
        names
    }

    /// Whether a header is that of any word.
    pub(super) fn know(&self, folded: &str) -> bool {
        self.folded.contains_key(folded)
    }

    /// The words that a header fits and how well. A header that is one word's name to the letter
    /// fits that one alone, so that `à` is the other end of a tie and not its end `a`.
    fn ranks(&self, header: &str) -> impl Iterator<Item = (usize, usize)> {
        let listed = self.listed.get(header.to_lowercase().as_str()).copied();
        let places = self.folded.get(&fold(header)).map_or(&[][..], Vec::as_slice);
        places.iter().copied().filter(move |(word, _)| listed.is_none_or(|listed| listed == *word))
    }
}

/// The column that the caller means: the header as written, else the same but for marks.
fn find_named(headers: &[&str], name: &str) -> Option<usize> {
    let exact = headers.iter().position(|header| *header == name.trim());
    exact.or_else(|| headers.iter().position(|header| fold(header) == fold(name)))
}

#[cfg(test)]
mod tests {
    use super::super::headers::{ASSESSMENT, BALLOT, CONTACT, SITE, TIE, VALUE};
    use super::*;

    fn check(words: &[Word], headers: &str, expected: &str) {
        let headers: Vec<&str> = headers.split(';').collect();
        let fields = assign(&headers, words, &BTreeMap::new());
        let shown: Vec<&str> = fields.iter().map(|field| field.unwrap_or("-")).collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn headers_are_known_in_both_languages() {
        check(
            PERSON,
            "Identifiant;FONCTION;Etablissement;Équipe;N+1;Âge",
            "id role organisation unit reportsTo -",
        );
        check(
            PERSON,
            "person_id;Job Title;Organization;Ward;Reports To;Needs",
            "id role organisation unit reportsTo needs",
        );
        check(TIE, "De;À;Durée", "a b weight");
        check(TIE, "Person_1;Person_2;x", "a b -");
        check(CONTACT, "t;i;j;Si;Sj", "time a b statusA statusB");
        check(VALUE, "Projet;Évaluateur;Critère;Note", "unit rater item value");
        check(ASSESSMENT, "innovation;évaluatrice;métier;date;q1", "subject assessor role at -");
        check(BALLOT, "Votante;Collège;Choix", "voter role approve");
        check(SITE, "Code;Établissement;Stade;Depuis le;Taille", "id name stage since -");
    }

    #[test]
    fn the_better_header_wins() {
        check(PERSON, "Code;ID;Profession;Rôle", "- id - role");
    }

    #[test]
    fn what_the_caller_names_comes_first() {
        let named = BTreeMap::from([("role".to_owned(), "code".to_owned())]);
        assert_eq!(assign(&["Code", "Role"], PERSON, &named), [Some("role"), None]);
    }

    #[test]
    fn a_header_names_one_field() {
        for words in [PERSON, TIE, CONTACT] {
            let all: Vec<&str> = words.iter().flat_map(|word| word.headers).copied().collect();
            for (at, header) in all.iter().enumerate() {
                assert!(!all[..at].contains(header), "{header}");
                assert!(!is_identity(header), "{header}");
            }
        }
        for words in [VALUE, ASSESSMENT, BALLOT, SITE] {
            let all: Vec<&str> = words.iter().flat_map(|word| word.headers).copied().collect();
            for (at, header) in all.iter().enumerate() {
                assert!(!all[..at].contains(header), "{header}");
            }
        }
    }
}
