//! What is said about people, ties and rounds.

use super::{Phrase, phrases};

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
