//! The phrases of a report, in English and French, and how numbers are written in each.
//!
//! `{0}`, `{1}` … take values. A phrase with a count comes in two: for one and for several.

use crate::text::Text;

/// A phrase in English and French.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase(&'static str, &'static str);

/// The language of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    English,
    French,
}

impl Language {
    /// The language that a reader gets.
    pub(super) fn of(locale: &str) -> Self {
        match Text::both("en", "fr").for_locale(locale) {
            "fr" => Self::French,
            _ => Self::English,
        }
    }

    /// Its tag.
    pub(super) fn tag(self) -> &'static str {
        self.say(Phrase("en", "fr"))
    }

    /// A phrase.
    pub(super) fn say(self, phrase: Phrase) -> &'static str {
        match self {
            Self::English => phrase.0,
            Self::French => phrase.1,
        }
    }

    /// A phrase with its values.
    pub(super) fn with(self, phrase: Phrase, values: &[&str]) -> String {
        let mut text = String::new();
        let mut rest = self.say(phrase);
        while let Some((before, after)) = rest.split_once('{') {
            let (index, after) = after.split_once('}').unwrap_or(("", after));
            text.push_str(before);
            text.push_str(index.parse().ok().and_then(|at: usize| values.get(at)).unwrap_or(&""));
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// The phrase for one or for several; in French none is singular.
    pub(super) fn plural(self, count: u64, one: Phrase, several: Phrase) -> String {
        let single = count == 1 || (count == 0 && self == Self::French);
        self.with(if single { one } else { several }, &[&self.count(count)])
    }

    /// 32,424 or 32 424.
    pub(super) fn count(self, count: u64) -> String {
        let digits = count.to_string();
        let between = self.say(Phrase(",", "\u{202f}"));
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(between);
            }
            text.push(digit);
        }
        text
    }

    /// A number with two decimals.
    pub(super) fn decimal(self, value: f64) -> String {
        let text = format!("{value:.2}").replace("-0.00", "0.00").replace('-', "\u{2212}");
        text.replace('.', self.say(Phrase(".", ",")))
    }

    /// A share as a percentage: under one per cent and not none is “<1%”.
    pub(super) fn percent(self, share: f64) -> String {
        let whole = match 100.0 * share {
            few if few > 0.0 && few < 0.5 => "<1".to_owned(),
            nearly if (99.5..100.0).contains(&nearly) => ">99".to_owned(),
            percent => format!("{percent:.0}"),
        };
        whole + self.say(Phrase("%", "\u{202f}%"))
    }

    /// The day of an RFC 3339 time in words; other text as it stands.
    pub(super) fn day(self, time: &str) -> String {
        let mut parts = time.get(..10).unwrap_or_default().splitn(3, '-');
        let mut part = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (Some(year), Some(month), Some(day)) = (part(), part(), part()) else {
            return time.to_owned();
        };
        let name = month.checked_sub(1).and_then(|at| MONTHS.get(at));
        let Some(month) = name.map(|&month| self.say(month)) else { return time.to_owned() };
        let first = self == Self::French && day == 1;
        format!("{day}{} {month} {year}", if first { "er" } else { "" })
    }
}

const MONTHS: [Phrase; 12] = [
    Phrase("January", "janvier"),
    Phrase("February", "février"),
    Phrase("March", "mars"),
    Phrase("April", "avril"),
    Phrase("May", "mai"),
    Phrase("June", "juin"),
    Phrase("July", "juillet"),
    Phrase("August", "août"),
    Phrase("September", "septembre"),
    Phrase("October", "octobre"),
    Phrase("November", "novembre"),
    Phrase("December", "décembre"),
];

/// One constant for each phrase.
macro_rules! phrases {
    ($($name:ident = $english:literal, $french:literal;)+) => {
        $(pub(super) const $name: Phrase = Phrase($english, $french);)+
        #[cfg(test)]
        const ALL: &[Phrase] = &[$($name,)+];
    };
}

phrases! {
    TITLE = "Who meets whom", "Qui rencontre qui";
    SKIP = "Skip to the content", "Aller au contenu";
    CONTENTS = "On this page", "Sur cette page";
    SYNTHETIC = "Synthetic data: these people do not exist.", "Données de synthèse\u{a0}: ces personnes n’existent pas.";
    MADE_ON = "Made on {0}", "Établi le {0}";

    GLANCE = "At a glance", "En bref";
    PEOPLE = "people", "personnes";
    ORGANISATIONS = "organisations", "organisations";
    UNITS = "units", "unités";
    FAMILIES = "families of roles", "familles de rôles";
    TIES = "working ties", "liens de travail";
    NEVER_MET = "of pairs have no tie", "des paires n’ont aucun lien";
    CHOSEN = "people chosen", "personnes choisies";
    NEW_PAIRS = "pairs meet who had no tie", "paires sans lien se rencontrent";

    TODAY = "How people work together today", "Comment on travaille ensemble aujourd’hui";
    INSIDE_ORGANISATION = "{0} of ties stay inside one organisation, {1} run between two. The E-I index is {2} (−1: all inside, +1: all between).", "{0} des liens restent au sein d’une même organisation, {1} relient deux organisations. L’indice E-I vaut {2} (−1\u{a0}: tout à l’intérieur\u{202f}; +1\u{a0}: tout entre organisations).";
    INSIDE_UNIT = "{0} of ties stay inside one unit, {1} run between two. The E-I index is {2} (−1: all inside, +1: all between).", "{0} des liens restent au sein d’une même unité, {1} relient deux unités. L’indice E-I vaut {2} (−1\u{a0}: tout à l’intérieur\u{202f}; +1\u{a0}: tout entre unités).";
    INSIDE_FAMILY = "{0} of ties stay inside one family of roles, {1} run between two. The E-I index is {2} (−1: all inside, +1: all between).", "{0} des liens restent au sein d’une même famille de rôles, {1} relient deux familles. L’indice E-I vaut {2} (−1\u{a0}: tout à l’intérieur\u{202f}; +1\u{a0}: tout entre familles).";
    SILO = "The ties form a single silo: a group of people who work mostly with each other.", "Les liens forment un seul silo, c’est-à-dire un groupe de personnes qui travaillent surtout entre elles.";
    SILOS = "The ties form {0} silos: groups of people who work mostly with each other.", "Les liens forment {0} silos, c’est-à-dire des groupes de personnes qui travaillent surtout entre elles.";
    ALONE = "One person has no tie at all.", "Une personne n’a aucun lien.";
    ALONE_MANY = "{0} people have no tie at all.", "{0} personnes n’ont aucun lien.";
    MODULARITY_LOW = "The silos are faint (modularity {0}): ties run almost as freely across them as within.", "Les silos sont peu marqués (modularité {0})\u{a0}: les liens les traversent presque autant qu’ils les habitent.";
    MODULARITY_MIDDLE = "The silos are plain to see (modularity {0}): ties run within them more than chance would have it.", "Les silos sont visibles (modularité {0})\u{a0}: les liens y restent plus souvent que le hasard ne le voudrait.";
    MODULARITY_HIGH = "The silos are strong (modularity {0}): few ties leave them.", "Les silos sont forts (modularité {0})\u{a0}: peu de liens en sortent.";
    NO_TIES = "No tie is known, so nothing can be said about silos.", "Aucun lien n’est connu\u{202f}; on ne peut donc rien dire des silos.";

    BEFORE = "Before: ties as they are", "Avant\u{a0}: les liens tels qu’ils sont";
    BEFORE_TEXT = "Each mark is a person; marks of the same shape and colour belong together. A line is a tie, wider where it is stronger.", "Chaque marque est une personne\u{202f}; même forme et même couleur, même groupe. Un trait est un lien, plus épais s’il est plus fort.";
    ALL_DRAWN = "All {0} ties are drawn.", "Les {0} liens sont tous tracés.";
    SOME_DRAWN = "The {0} strongest of {1} ties are drawn.", "Les {0} liens les plus forts sur {1} sont tracés.";
    AFTER = "After: the pairs who meet for the first time", "Après\u{a0}: les paires qui se rencontrent pour la première fois";
    AFTER_TEXT = "The same places. Large marks are the people chosen; each dashed line joins two of them who had no tie and share a table at least once.", "Les mêmes emplacements. Les grandes marques sont les personnes choisies\u{202f}; chaque trait en tirets relie deux d’entre elles qui n’avaient aucun lien et partagent au moins une fois une table.";
    TOO_MANY = "There are too many people to draw; the table tells the same.", "Il y a trop de personnes pour les dessiner\u{202f}; le tableau dit la même chose.";
    BEHIND = "The numbers behind this picture", "Les chiffres derrière cette image";
    BEFORE_TABLE = "Number of ties within and between groups", "Nombre de liens au sein des groupes et entre eux";
    GROUP = "Group", "Groupe";
    PERSONS = "People", "Personnes";
    WITHIN = "Ties within", "Liens internes";
    OUTSIDE = "Ties to others", "Liens vers d’autres";
    NO_GROUP = "not given", "non indiqué";
    AFTER_TABLE = "Pairs who meet for the first time", "Paires qui se rencontrent pour la première fois";
    PERSON = "Person", "Personne";
    OTHER = "Meets", "Rencontre";
    ROUND = "Round", "Tour";

    WHO = "Who is chosen", "Qui est choisi";
    CHOSEN_ONE = "One person is chosen among {1}.", "Une personne est choisie parmi {1}.";
    CHOSEN_MANY = "{0} people are chosen among {1}, from {2}.", "{0} personnes sont choisies parmi {1}, issues de {2}.";
    FROM_ORGANISATION = "one organisation", "{0} organisation";
    FROM_ORGANISATIONS = "{0} organisations", "{0} organisations";
    FROM_UNIT = "one unit", "{0} unité";
    FROM_UNITS = "{0} units", "{0} unités";
    FROM_FAMILY = "one family of roles", "{0} famille de rôles";
    FROM_FAMILIES = "{0} families of roles", "{0} familles de rôles";
    CHOSEN_TABLE = "The people chosen", "Les personnes choisies";
    ROLE = "Role", "Rôle";
    ORGANISATION = "Organisation", "Organisation";
    WHY = "Why", "Pourquoi";

    SEATS = "Who sits with whom", "Qui s’assoit avec qui";
    ROUND_NUMBER = "Round {0}", "Tour {0}";
    TABLE_NUMBER = "Table {0}", "Table {0}";
    SITTING_OUT = "Without a seat in this round", "Sans place à ce tour";
    PATHS = "Each person’s tables", "Les tables de chaque personne";
    PATHS_TABLE = "Table of each person in each round", "Table de chaque personne à chaque tour";

    MEETS = "What the rounds bring", "Ce que les tours apportent";
    MEETS_TEXT = "{0} of the {1} pairs of the people chosen share a table at least once. {2} of these pairs had no tie before.", "{0} des {1} paires de personnes choisies partagent au moins une fois une table. {2} de ces paires n’avaient aucun lien auparavant.";
    NO_REPEAT = "No pair shares a table twice.", "Aucune paire ne partage deux fois une table.";
    REPEAT = "One meeting is a repeat.", "{0} rencontre est une répétition.";
    REPEATS = "{0} meetings are repeats.", "{0} rencontres sont des répétitions.";
    MEETS_TABLE = "How many people each person meets", "Nombre de personnes que chacune rencontre";
    MEETS_ALL = "People met", "Personnes rencontrées";
    MEETS_NEW = "Of whom without a tie before", "Dont sans lien auparavant";
    MATRIX = "Who meets whom, pair by pair", "Qui rencontre qui, paire par paire";
    MATRIX_TEXT = "Number of tables shared. ● no tie before; ○ a tie before; an empty cell: they do not meet.", "Nombre de tables partagées. ● sans lien auparavant\u{202f}; ○ avec un lien auparavant\u{202f}; case vide\u{a0}: pas de rencontre.";

    LIMITS = "What this does not say", "Ce que cette page ne dit pas";
    LIMIT_TIES = "A tie says that two people work together, as it was counted or told. It says nothing about trust, nor about who can speak freely.", "Un lien dit que deux personnes travaillent ensemble, tel qu’on l’a compté ou déclaré. Il ne dit rien de la confiance, ni de la liberté de parole.";
    LIMIT_NONE = "Where no tie is known, two people may still know each other: data may be missing.", "Là où aucun lien n’est connu, deux personnes peuvent tout de même se connaître\u{a0}: des données peuvent manquer.";
    LIMIT_SILOS = "Silos are found by a heuristic (Louvain, seed {0}); another method may draw them a little differently.", "Les silos sont trouvés par une heuristique (Louvain, graine {0})\u{202f}; une autre méthode peut les tracer un peu autrement.";
    LIMIT_MEET = "To share a table is a chance to meet, not a meeting of minds. What happens there depends on care, time and the way it is held.", "Partager une table est une occasion de rencontre, pas une entente. Ce qui s’y passe dépend du soin, du temps et de l’animation.";
    LIMIT_WORTH = "Nothing here measures the worth of anyone. Who is not chosen is not less needed.", "Rien ici ne mesure la valeur de quiconque. Ne pas être choisi ne veut pas dire être moins utile.";
    LIMIT_PRIVACY = "Ids are pseudonyms, yet a role and a unit may be enough to recognise someone. Share this page with care.", "Les identifiants sont des pseudonymes, mais un rôle et une unité peuvent suffire à reconnaître quelqu’un. Partagez cette page avec soin.";
    FOOTER = "Written by innovation-core {0}. The page loads nothing from elsewhere.", "Rédigé par innovation-core {0}. La page ne charge rien d’ailleurs.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_take_the_same_values() {
        let values = |text: &str| -> Vec<String> {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| Some(part.split_once('}')?.0.into()))
                .collect();
            found.sort();
            found
        };
        for Phrase(english, french) in ALL {
            let (english, french) = (values(english), values(french));
            // A singular may say “one” in words.
            assert!(english.iter().all(|value| french.contains(value)), "{english:?} {french:?}");
        }
    }

    #[test]
    fn french_marks_have_their_spaces() {
        for Phrase(_, french) in ALL {
            for mark in [":", ";", "?", "!"] {
                for (at, _) in french.match_indices(mark) {
                    let before = french.get(..at).and_then(|start| start.chars().next_back());
                    assert!(matches!(before, Some('\u{a0}' | '\u{202f}')), "{french}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_written_as_readers_expect() {
        let (en, fr) = (Language::of("en-GB"), Language::of("fr-CA"));
        assert_eq!((en.count(32424), fr.count(1139)), ("32,424".into(), "1\u{202f}139".into()));
        assert_eq!((en.decimal(-0.421), fr.decimal(0.5)), ("−0.42".into(), "0,50".into()));
        assert_eq!((en.decimal(-0.001), en.percent(0.001)), ("0.00".into(), "<1%".into()));
        assert_eq!((en.percent(0.0), fr.percent(1.0)), ("0%".into(), "100\u{202f}%".into()));
        assert_eq!(fr.day("2026-03-01T10:00:00Z"), "1er mars 2026");
        assert_eq!(en.day("2026-11-23"), "23 November 2026");
        assert_eq!(en.day("one day in été"), "one day in été");
        assert_eq!(fr.plural(0, REPEAT, REPEATS), "0 rencontre est une répétition.");
    }
}
