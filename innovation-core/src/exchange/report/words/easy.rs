//! What is said in short sentences: one idea a line, words explained.

use super::{Phrase, phrases};

phrases! {
    EASY_NOTICE = "This page uses short sentences.", "Cette page utilise des phrases courtes.";
    EASY_NOT_PROOFREAD = "It was not proofread by readers concerned.", "Elle n’a pas été relue par des personnes concernées.";
    EASY_WORDS = "Words on this page", "Les mots de cette page";

    EASY_TODAY = "We looked at {0} people.", "Nous avons regardé {0} personnes.";
    EASY_TODAY_MARK = "In the picture, each mark is one person.", "Sur l’image, chaque marque est une personne.";
    EASY_TODAY_LINE = "A line means: these two people work together.", "Un trait veut dire\u{a0}: ces deux personnes travaillent ensemble.";
    EASY_TODAY_SHAPE = "People of one group have the same shape.", "Les personnes d’un même groupe ont la même forme.";
    EASY_TODAY_NEVER = "Most pairs of people do not work together.", "La plupart des paires de personnes ne travaillent pas ensemble.";
    EASY_WHO = "{0} people are chosen.", "{0} personnes sont choisies.";
    EASY_WHO_WORTH = "Who is not chosen is needed too.", "Les personnes non choisies comptent aussi.";
    EASY_SEATS = "People sit at tables.", "Les personnes s’assoient à des tables.";
    EASY_SEATS_ROUND = "After a round, people change tables.", "Après chaque tour, on change de table.";
    EASY_MEETS = "{0} pairs of people meet for the first time.", "{0} paires de personnes se rencontrent pour la première fois.";
    EASY_MEETS_LINE = "In the picture, a dashed line means: they meet for the first time.", "Sur l’image, un trait en tirets veut dire\u{a0}: elles se rencontrent pour la première fois.";

    EASY_PROGRAMME = "This is the plan.", "Voici le programme.";
    EASY_PROGRAMME_LINE = "Each line is one thing that we do together.", "Chaque ligne est une chose que l’on fait ensemble.";
    EASY_PROGRAMME_TIME = "The time is in front of it.", "L’heure est devant.";
    EASY_CARDS = "A card says how to do one thing.", "Une carte dit comment faire une chose.";
    EASY_CARDS_PRINT = "You can print the cards and cut them.", "Vous pouvez imprimer les cartes et les découper.";
    EASY_SCORES = "People looked at the ideas.", "Des personnes ont regardé les idées.";
    EASY_SCORES_SAID = "They said what they think of them.", "Elles ont dit ce qu’elles en pensent.";
    EASY_RADAR = "In the picture, a point far from the middle means: more.", "Sur l’image, un point loin du milieu veut dire\u{a0}: plus.";
    EASY_DOTS = "Each shape is a group of people.", "Chaque forme est un groupe de personnes.";
    EASY_DOTS_FAR = "Shapes far apart mean: they do not agree.", "Des formes éloignées veulent dire\u{a0}: ils ne sont pas d’accord.";
    EASY_RANKING = "We looked at which idea comes first.", "Nous avons regardé quelle idée vient en premier.";
    EASY_RANKING_BAR = "The longer the part with 1, the more often the idea is first.", "Plus la partie avec 1 est longue, plus l’idée est souvent première.";
    EASY_RANKING_TALK = "This helps to talk. It does not decide.", "Cela aide à discuter. Cela ne décide pas.";
    EASY_CHARTS = "We counted again and again over time.", "Nous avons compté encore et encore, au fil du temps.";
    EASY_CHARTS_SIGNAL = "A special shape means: something has changed.", "Une forme spéciale veut dire\u{a0}: quelque chose a changé.";
    EASY_SPREAD = "Other places try the idea too.", "D’autres lieux essaient aussi l’idée.";
    EASY_SPREAD_LINE = "When the line goes up, more places do it.", "Quand la ligne monte, plus de lieux le font.";
    EASY_COVERAGE = "Some things make it hard to think freely.", "Certaines choses empêchent de penser librement.";
    EASY_COVERAGE_HELP = "We agreed on things that help.", "Nous avons convenu de choses qui aident.";
    EASY_COVERAGE_BAR = "A long bar means: this is still hard.", "Une longue barre veut dire\u{a0}: cela reste difficile.";
    EASY_FINDINGS = "These are things to look at.", "Voici des choses à regarder.";
    EASY_FINDINGS_FIRST = "The most urgent come first.", "Les plus urgentes sont en premier.";
    EASY_LIMIT_DATA = "We do not know everything.", "Nous ne savons pas tout.";
    EASY_LIMIT_WORTH = "This page does not say who is worth more.", "Cette page ne dit pas qui vaut plus.";
    EASY_LIMIT_PRIVACY = "There are no names on this page.", "Il n’y a pas de noms sur cette page.";
    EASY_LIMIT_SHARE = "Be careful when you share it.", "Faites attention si vous la partagez.";

    WORD_TIE = "tie", "lien";
    WORD_TIE_MEANS = "Two people work together.", "Deux personnes travaillent ensemble.";
    WORD_PAIR = "pair", "paire";
    WORD_PAIR_MEANS = "Two people.", "Deux personnes.";
    WORD_ROLE = "role", "rôle";
    WORD_ROLE_MEANS = "What a person does or is here: for example nurse, patient, carer.", "Ce qu’une personne fait ou est ici\u{a0}: par exemple infirmière, patient, proche aidant.";
    WORD_PROGRAMME = "session", "séance";
    WORD_PROGRAMME_MEANS = "A time when the group meets.", "Un moment où le groupe se réunit.";
    WORD_SCORE = "score", "score";
    WORD_SCORE_MEANS = "A number that says what people think of something.", "Un nombre qui dit ce que l’on pense de quelque chose.";
    WORD_RANK = "place", "place";
    WORD_RANK_MEANS = "First, second, third and so on.", "Première, deuxième, troisième, et ainsi de suite.";
    WORD_SIGNAL = "signal", "signal";
    WORD_SIGNAL_MEANS = "A change that is not just chance.", "Un changement qui n’est pas seulement dû au hasard.";
    WORD_SITE = "site", "site";
    WORD_SITE_MEANS = "A place: for example a ward or a clinic.", "Un lieu\u{a0}: par exemple un service ou une clinique.";
    WORD_PRESSURE = "pressure", "pression";
    WORD_PRESSURE_MEANS = "Something that makes it hard to think freely.", "Quelque chose qui empêche de penser librement.";
    WORD_MEASURE = "measure", "mesure";
    WORD_MEASURE_MEANS = "Something that helps against a pressure.", "Quelque chose qui aide contre une pression.";
}
