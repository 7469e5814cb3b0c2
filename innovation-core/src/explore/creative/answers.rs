//! What the model answers, and what it cannot know, for the reader.

use crate::explore::record::ModelOutcome;
use crate::text::Text;

/// What a replicate is asked for.
pub(super) fn outcomes() -> Vec<ModelOutcome> {
    let of = |name, english, french| ModelOutcome { name, text: Text::both(english, french) };
    vec![
        of(
            "performance",
            "What people’s beliefs are worth, on average, as a share of all blocks: 0 to 1, or \
             from −1 where mistakes are costly. Its course starts before the first period.",
            "Ce que valent en moyenne les croyances des personnes, en part de tous les blocs\u{a0}: \
             de 0 à 1, ou dès −1 si les erreurs coûtent. Son déroulement part d’avant la première \
             période.",
        ),
        of(
            "best",
            "The same for the person who does best.",
            "De même pour la personne qui réussit le mieux.",
        ),
        of(
            "found",
            "The same for the best that anybody has had so far, kept or lost since.",
            "De même pour le meilleur résultat obtenu jusque-là par quiconque, gardé ou perdu \
             depuis.",
        ),
        of(
            "anchoring",
            "Share of people who do at least as well as the best that was found: 0 to 1.",
            "Part des personnes qui réussissent au moins aussi bien que le meilleur résultat \
             trouvé\u{a0}: de 0 à 1.",
        ),
        of(
            "dissimilarity",
            "Share of dimensions on which two people differ, over all pairs: 0 to 1.",
            "Part des dimensions où deux personnes diffèrent, sur toutes les paires\u{a0}: de 0 \
             à 1.",
        ),
        of(
            "codePerformance",
            "What the code is worth, with a code.",
            "Ce que vaut le code, s’il y en a un.",
        ),
        of(
            "members",
            "Performance of those who go into the space, if somebody does.",
            "Réussite de celles et ceux qui entrent dans l’espace, s’il y en a.",
        ),
        of(
            "others",
            "Performance of those who never do, if there is a space.",
            "Réussite de celles et ceux qui n’y entrent jamais, s’il y a un espace.",
        ),
        of(
            "spaceBest",
            "The best that a member has had at the end of a period in the space, if it opens.",
            "Le meilleur résultat d’un membre à la fin d’une période dans l’espace, s’il ouvre.",
        ),
        of(
            "carried",
            "Share of those outside who do at least as well as that: what the organisation took \
             over from the space, or has without it.",
            "Part des personnes du dehors qui réussissent au moins aussi bien\u{a0}: ce que \
             l’organisation a repris de l’espace, ou possède sans lui.",
        ),
        of(
            "foundIn",
            "The period since which nothing better has been found; 0 for the beginning.",
            "La période depuis laquelle rien de meilleur n’a été trouvé\u{202f}; 0 pour le début.",
        ),
        of(
            "periods",
            "Periods played until rest, or until the end.",
            "Périodes jouées jusqu’au repos, ou jusqu’à la fin.",
        ),
    ]
}

/// When not to believe it.
pub(super) fn leaves_out() -> Vec<Text> {
    vec![
        Text::both(
            "Nothing is fitted to data: strengths of forces, times and shares are assumptions. It \
             says what follows from them, never how large an effect is in a hospital.",
            "Rien n’est ajusté à des données\u{a0}: force des contraintes, durées et parts sont des \
             hypothèses. Le modèle dit ce qui en découle, jamais l’ampleur d’un effet dans un \
             hôpital.",
        ),
        Text::both(
            "A better solution is seen to be better by all who look, and is copied in parts \
             without error. In practice, agreeing on what is better is a good share of the work.",
            "Une meilleure solution se voit comme telle par qui la regarde, et se copie par parties \
             sans erreur. En pratique, s’accorder sur ce qui est meilleur est une bonne part du \
             travail.",
        ),
        Text::both(
            "People are alike: no knowledge of one’s own as a usager, carer or professional, no \
             gain from different views other than more of them, no trust that grows, no \
             facilitation. A space of patients and staff cannot be told from any other.",
            "Les personnes se ressemblent\u{a0}: pas de savoir propre d’usager, de proche aidant ou \
             de professionnel, pas d’apport de la différence sinon le nombre, pas de confiance qui \
             grandit, pas d’animation. Un espace réunissant usagers et équipes ne s’y distingue \
             d’aucun autre.",
        ),
        Text::both(
            "A space costs its members’ presence in their silos, and nothing else. It makes no \
             norm of its own, no ties that outlast it, and seniors go into it as others do.",
            "Un espace coûte la présence de ses membres dans leur silo, et rien d’autre. Il n’y \
             naît ni norme propre ni liens durables, et les personnes de rang plus élevé y entrent \
             comme les autres.",
        ),
        Text::both(
            "Members in the space hear nothing from their silo and are not heard there; once back, \
             they are set aside for a period or taken as any colleague. Inclusion is the same for \
             all, and does not grow with success.",
            "Dans l’espace, les membres n’entendent rien de leur silo et n’y sont pas \
             entendus\u{202f}; au retour, ils sont ignorés pour une période ou pris comme tout \
             collègue. L’inclusion est la même pour tous et ne croît pas avec la réussite.",
        ),
        Text::both(
            "Reality stands still and nobody leaves. Where reality changes, views kept apart are \
             worth more than here.",
            "La réalité ne bouge pas et personne ne part. Là où elle change, des vues restées \
             distinctes valent plus qu’ici.",
        ),
        Text::both(
            "In the model itself a space may do harm: members whom nobody takes seriously on \
             return, or who never return, leave the others worse off than no space would, for \
             their silos have lost them as colleagues to learn from.",
            "Dans le modèle même, un espace peut nuire\u{a0}: des membres que personne ne prend au \
             sérieux à leur retour, ou qui ne reviennent jamais, laissent les autres plus mal \
             lotis que sans espace, car leur silo a perdu en eux des collègues dont apprendre.",
        ),
        Text::both(
            "Compare it with an organisation of more ties and no space before believing in a \
             space: more ties often do as well or better. In an experiment with people (W. Mason \
             and D. J. Watts, PNAS 109(3), 2012) better connected networks did better.",
            "Avant de croire à un espace, comparer avec une organisation aux liens plus nombreux \
             et sans espace\u{a0}: elle fait souvent aussi bien ou mieux. Dans une expérience avec \
             des personnes (W. Mason et D. J. Watts, PNAS 109(3), 2012), les réseaux mieux reliés ont \
             fait mieux.",
        ),
    ]
}
