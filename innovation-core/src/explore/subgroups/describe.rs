//! The subgroup model, for the reader.

use super::parameters::*;
use crate::explore::record::{ModelDescription, ModelOutcome};
use crate::text::Text;

/// What the model is about, its parameters and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    let usual = SubgroupsParameters::default();
    ModelDescription {
        model: "subgroups",
        title: Text::both(
            "Semi-isolated subgroups learn from each other",
            "Des sous-groupes à demi isolés apprennent les uns des autres",
        ),
        citation: "C. Fang, J. Lee, M. A. Schilling, Balancing exploration and exploitation \
                   through structural design: the isolation of subgroups and organizational \
                   learning, Organization Science 21(3), 2010",
        variants: Vec::new(),
        parameters: vec![
            PEOPLE.describe(
                usual.people,
                Text::both("People, in whole subgroups.", "Personnes, en sous-groupes entiers."),
            ),
            SUBGROUP_SIZE.describe(
                usual.subgroup_size,
                Text::both("People in a subgroup.", "Personnes par sous-groupe."),
            ),
            DIMENSIONS.describe(
                usual.dimensions,
                Text::both(
                    "Dimensions of reality, in whole blocks.",
                    "Dimensions de la réalité, en blocs entiers.",
                ),
            ),
            COMPLEXITY.describe(
                usual.complexity,
                Text::both(
                    "Dimensions that must be right together to be worth anything.",
                    "Dimensions qui doivent être justes ensemble pour valoir quelque chose.",
                ),
            ),
            REWIRING.describe(
                usual.rewiring,
                Text::both(
                    "Chance that a tie is turned to somebody outside the subgroup.",
                    "Chance qu’un lien soit tourné vers une personne hors du sous-groupe.",
                ),
            ),
            LEARNING.describe(
                usual.learning,
                Text::both(
                    "Chance in a period to take over the belief of most of those who do better.",
                    "Chance, par période, de reprendre la croyance de la plupart de ceux qui \
                     réussissent mieux.",
                ),
            ),
            PERIODS.describe(
                usual.periods,
                Text::both("Most periods played.", "Nombre maximal de périodes jouées."),
            ),
            COURSE.describe(
                usual.course,
                Text::both(
                    "Periods of which the course is kept.",
                    "Périodes dont le déroulement est conservé.",
                ),
            ),
        ],
        outcomes: vec![
            ModelOutcome {
                name: "performance",
                text: Text::both(
                    "Share of blocks that are right throughout, on average over people: 0 to 1.",
                    "Part des blocs entièrement justes, en moyenne sur les personnes\u{a0}: de \
                     0 à 1.",
                ),
            },
            ModelOutcome {
                name: "best",
                text: Text::both(
                    "The same for the person who does best.",
                    "De même pour la personne qui réussit le mieux.",
                ),
            },
            ModelOutcome {
                name: "dissimilarity",
                text: Text::both(
                    "Share of dimensions on which two people differ, over all pairs: 0 to 1.",
                    "Part des dimensions où deux personnes diffèrent, sur toutes les \
                     paires\u{a0}: de 0 à 1.",
                ),
            },
            ModelOutcome {
                name: "periods",
                text: Text::both(
                    "Periods played until rest, or until the end.",
                    "Périodes jouées jusqu’au repos, ou jusqu’à la fin.",
                ),
            },
        ],
        leaves_out: vec![
            Text::both(
                "A reference implementation: the published text was not at hand in full, and what \
                 it may settle otherwise (one-way ties, votes, the last period) was chosen here. \
                 Rely on directions, not on levels.",
                "Implémentation de référence\u{a0}: le texte publié n’était pas disponible en \
                 entier, et ce qu’il règle peut-être autrement (liens à sens unique, votes, \
                 dernière période) a été choisi ici. Se fier aux tendances, non aux niveaux.",
            ),
            Text::both(
                "Isolation helps only in part: without any tie across, subgroups do worst.",
                "L’isolement n’aide qu’en partie\u{a0}: sans aucun lien vers l’extérieur, les \
                 sous-groupes réussissent le moins bien.",
            ),
            Text::both(
                "Where dimensions count one by one (complexity 1), ties across cost nothing, and \
                 isolation has no benefit.",
                "Là où les dimensions comptent une à une (complexité 1), les liens vers \
                 l’extérieur ne coûtent rien et l’isolement n’apporte rien.",
            ),
            Text::both(
                "Everybody sees how well others do, nobody invents, and nobody moves between \
                 subgroups. An experiment with people (Mason and Watts, 2012) found better \
                 connected networks to do better.",
                "Chacun voit la réussite des autres, personne n’invente et personne ne change de \
                 sous-groupe. Une expérience avec des personnes (Mason et Watts, 2012) a trouvé \
                 meilleurs les réseaux mieux reliés.",
            ),
        ],
    }
}
