//! Diversity and ability, as the reader meets it.

use super::parameters::{DiversityParameters, LONGEST_STEP, PLACES, SMOOTHNESS, STEPS, TEAM};
use crate::explore::record::{ModelDescription, ModelOutcome, ModelParameter};
use crate::text::Text;

/// The model, its parameters, its outcomes and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    ModelDescription {
        model: "diversity",
        title: Text::both(
            "Diversity and ability: the best alone, or a mix",
            "Diversité et aptitude\u{a0}: les meilleurs un à un, ou un mélange",
        ),
        citation: "L. Hong and S. E. Page, Groups of diverse problem solvers can outperform \
                   groups of high-ability problem solvers, PNAS 101(46), 2004; smoothness and \
                   tournament: P. Grim et al., Diversity, ability, and expertise in epistemic \
                   communities, Philosophy of Science 86(1), 2019.",
        variants: Vec::new(),
        parameters: parameters(),
        outcomes: outcomes(),
        leaves_out: vec![
            Text::both(
                "The lead of the mixed team belongs to problems without structure, where \
                 being best at one says nothing about the next. Grim et al. (2019) show that it \
                 shrinks and turns round as slopes get smoother, and comes back with more \
                 kinds of steps to choose from or with a tournament: try `smoothness`, \
                 `longestStep` and `dynamics` before drawing a lesson.",
                "L’avance de l’équipe mêlée tient à des problèmes sans structure, où être le \
                 meilleur sur l’un ne dit rien du suivant. Grim et al. (2019) montrent qu’elle \
                 fond et s’inverse quand les pentes s’adoucissent, et revient avec un plus grand \
                 choix de pas ou un tournoi\u{a0}: essayez `smoothness`, `longestStep` et \
                 `dynamics` avant d’en tirer une leçon.",
            ),
            Text::both(
                "Differences between agents are differences of method only. The model says \
                 nothing of experience, origin or status, of who is heard, nor of what it costs \
                 to understand each other.",
                "Les différences entre agents ne sont que de méthode. Le modèle ne dit rien de \
                 l’expérience vécue, de l’origine ou du statut, de qui est écouté, ni de ce qu’il \
                 en coûte de se comprendre.",
            ),
            Text::both(
                "The diversity of the best team comes out near 85 %, where the paper prints 71 \
                 to 75 %; an independent replication finds the same as we do.",
                "La diversité de l’équipe des meilleurs avoisine 85\u{a0}%, là où l’article donne \
                 71 à 75\u{a0}%\u{202f}; une réplication indépendante trouve la même chose que \
                 nous.",
            ),
        ],
    }
}

fn parameters() -> Vec<ModelParameter> {
    let default = DiversityParameters::default();
    vec![
        PLACES.describe(
            default.places,
            Text::both("Places on the ring (n).", "Places sur l’anneau (n)."),
        ),
        LONGEST_STEP.describe(
            default.longest_step,
            Text::both(
                "The longest step that an agent may have (l).",
                "Le plus long pas qu’un agent puisse avoir (l).",
            ),
        ),
        STEPS.describe(
            default.steps,
            Text::both(
                "Different steps of an agent, in order (k).",
                "Pas différents d’un agent, dans l’ordre (k).",
            ),
        ),
        TEAM.describe(default.team, Text::both("Agents in a team (N).", "Agents par équipe (N).")),
        SMOOTHNESS.describe(
            default.smoothness,
            Text::both(
                "Places on average from one value drawn to the next, with straight slopes \
                 between; 1 draws every value.",
                "Places, en moyenne, d’une valeur tirée à la suivante, avec des pentes droites \
                 entre elles\u{202f}; 1 les tire toutes.",
            ),
        ),
        ModelParameter::choice(
            "dynamics",
            &["relay", "tournament"],
            Text::both(
                "How a team searches: one after the other, or all at once and on from the best.",
                "Comment une équipe cherche\u{a0}: l’un après l’autre, ou tous à la fois puis à \
                 partir du meilleur.",
            ),
        ),
    ]
}

fn outcomes() -> Vec<ModelOutcome> {
    let of = |name, english, french| ModelOutcome { name, text: Text::both(english, french) };
    vec![
        of(
            "best",
            "Mean value reached by the team of those best alone, over all starts (0 to 100).",
            "Valeur moyenne atteinte par l’équipe des meilleurs, sur tous les départs (0 à 100).",
        ),
        of(
            "random",
            "Mean value reached by a team drawn by lot (0 to 100).",
            "Valeur moyenne atteinte par une équipe tirée au sort (0 à 100).",
        ),
        of(
            "randomWins",
            "Whether the team drawn by lot reaches more: 1, 0, or 0.5 for a draw.",
            "Si l’équipe tirée au sort atteint davantage\u{a0}: 1, 0, ou 0,5 en cas d’égalité.",
        ),
        of(
            "ablest",
            "Mean value reached by the ablest agent alone (0 to 100).",
            "Valeur moyenne atteinte par le meilleur agent seul (0 à 100).",
        ),
        of(
            "bestDiversity",
            "Share of places in the order of steps where two of the best team differ, over all \
             pairs (0 to 1).",
            "Part des rangs dans l’ordre des pas où deux membres de l’équipe des meilleurs \
             diffèrent, sur toutes les paires (0 à 1).",
        ),
        of(
            "randomDiversity",
            "The same for the team drawn by lot.",
            "De même pour l’équipe tirée au sort.",
        ),
    ]
}
