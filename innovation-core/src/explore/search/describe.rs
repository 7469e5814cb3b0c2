//! Search on a network, as the reader meets it.

use super::parameters::{AGENTS, DENSITY, GROUP_SIZE, REWIRING, SAMPLE, STEPS, SearchParameters};
use crate::explore::landscape::{INTERACTIONS, LOCI, scheme_text, switch};
use crate::explore::record::{ModelDescription, ModelOutcome, ModelParameter};
use crate::text::Text;
use serde_json::Value;

/// The model, its parameters, its outcomes and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    ModelDescription {
        model: "search",
        title: Text::both(
            "Parallel search on a network: who sees whom",
            "Recherche en parallèle sur un réseau\u{a0}: qui voit qui",
        ),
        citation: "D. Lazer and A. Friedman, The network structure of exploration and \
                   exploitation, Administrative Science Quarterly 52(4), 2007; learning rules: \
                   D. Barkoczi and M. Galesic, Social learning strategies modify the effect of \
                   network structure on group performance, Nature Communications 7:13109, 2016.",
        variants: Vec::new(),
        parameters: parameters(),
        outcomes: outcomes(),
        leaves_out: vec![
            Text::both(
                "Which network does best turns on the learning rule, the horizon and the \
                 landscape: do not read one run as advice. In an experiment with people, \
                 networks in which news travels fast did better (W. Mason and D. J. Watts, \
                 PNAS 109(3), 2012).",
                "Le meilleur réseau dépend de la règle d’apprentissage, de l’horizon et du \
                 relief\u{a0}: une seule simulation ne vaut pas conseil. Dans une expérience avec \
                 des personnes, les réseaux où l’information circule vite ont fait mieux \
                 (W. Mason et D. J. Watts, PNAS 109(3), 2012).",
            ),
            Text::both(
                "Forms are copied whole and without error, and everybody sees what they are \
                 worth: no trust, no rank, no cost of copying, no half-understood practice.",
                "Les formes se copient en entier et sans erreur, et chacun voit leur valeur\u{a0}: \
                 ni confiance, ni rang, ni coût de la copie, ni pratique comprise à moitié.",
            ),
            Text::both(
                "All move at once, a draw moves nobody, and the first of equals is followed; \
                 random networks are connected. The papers leave these choices open.",
                "Tous bougent à la fois, une égalité ne fait bouger personne, et l’on suit le \
                 premier des égaux\u{202f}; les réseaux tirés sont connexes. Les articles laissent \
                 ces choix ouverts.",
            ),
            Text::both(
                "Whoever gains nothing from the one they follow tries a change of their own, \
                 under every rule; in the authors’ program those who copy at random never do.",
                "Qui ne gagne rien à suivre quelqu’un essaie un changement, quelle que soit la \
                 règle\u{202f}; dans le programme des auteurs, qui copie au hasard n’essaie \
                 jamais.",
            ),
        ],
    }
}

fn parameters() -> Vec<ModelParameter> {
    let default = SearchParameters::default();
    let choice = ModelParameter::choice;
    vec![
        LOCI.describe(
            default.loci,
            Text::both("Parts of a form (N).", "Éléments d’une forme (N)."),
        ),
        INTERACTIONS.describe(
            default.interactions,
            Text::both(
                "Others on which the worth of each part depends (K), below N.",
                "Autres éléments dont dépend la valeur de chacun (K), moins que N.",
            ),
        ),
        choice("scheme", &["adjacent", "random"], scheme_text()),
        AGENTS
            .describe(default.agents, Text::both("People who search.", "Personnes qui cherchent.")),
        STEPS.describe(
            default.steps,
            Text::both(
                "Steps; agents times steps 1,000,000 at most.",
                "Pas\u{202f}; personnes fois pas, 1\u{202f}000\u{202f}000 au plus.",
            ),
        ),
        choice(
            "network",
            &["line", "ring", "random", "groups", "complete", "given"],
            Text::both(
                "Who sees whom: neighbours in a line or a ring, a random network, silos, \
                 everybody, or the ties given.",
                "Qui voit qui\u{a0}: voisins en ligne ou en anneau, réseau tiré au hasard, silos, \
                 tout le monde, ou les liens donnés.",
            ),
        ),
        DENSITY.describe(
            default.density,
            Text::both(
                "Share of the possible ties in a random network.",
                "Part des liens possibles dans un réseau tiré au hasard.",
            ),
        ),
        GROUP_SIZE
            .describe(default.group_size, Text::both("People in a silo.", "Personnes par silo.")),
        REWIRING.describe(
            default.rewiring,
            Text::both(
                "Share of the ties of silos that lead outside.",
                "Part des liens des silos qui mènent au dehors.",
            ),
        ),
        ModelParameter {
            name: "ties",
            text: Text::both(
                "Ties of a given network: two people each, numbered from 0.",
                "Liens d’un réseau donné\u{a0}: deux personnes chacun, numérotées à partir de 0.",
            ),
            default: Value::Null,
            least: None,
            most: None,
            choices: Vec::new(),
        },
        choice(
            "rule",
            &["bestMember", "conformist", "random", "alone"],
            Text::both(
                "Whom people follow where that is better: the best, the many, anybody, nobody.",
                "Qui l’on suit si c’est mieux\u{a0}: le meilleur, le grand nombre, n’importe qui, \
                 personne.",
            ),
        ),
        SAMPLE.describe(
            default.sample,
            Text::both(
                "How many of those they see people look at in a step; 0 for all.",
                "Combien de ceux qu’on voit l’on regarde à chaque pas\u{202f}; 0 pour tous.",
            ),
        ),
        switch(
            "score",
            Text::both(
                "Whether to set fitness against the best of all forms (20 loci at most).",
                "S’il faut rapporter la valeur à la meilleure de toutes les formes (20 éléments \
                 au plus).",
            ),
        ),
    ]
}

fn outcomes() -> Vec<ModelOutcome> {
    let of = |name, english, french| ModelOutcome { name, text: Text::both(english, french) };
    vec![
        of("fitness", "Mean fitness (0 to 1), step by step.", "Valeur moyenne (0 à 1), pas à pas."),
        of(
            "best",
            "Fitness of the best, step by step.",
            "Valeur de la meilleure forme tenue, pas à pas.",
        ),
        of(
            "forms",
            "Different forms in use, step by step.",
            "Formes différentes en usage, pas à pas.",
        ),
        of(
            "score",
            "Mean of the eighth power of fitness over that of the best of all forms, step by step.",
            "Moyenne de la puissance huitième de la valeur, rapportée à celle de la meilleure de \
             toutes les formes, pas à pas.",
        ),
        of(
            "lastChange",
            "The last step in which anybody changed, 0 for none.",
            "Le dernier pas où quelqu’un a changé, 0 si personne.",
        ),
        of(
            "summitFound",
            "Whether somebody ends on the best of all forms: 1 or 0.",
            "Si quelqu’un finit sur la meilleure de toutes les formes\u{a0}: 1 ou 0.",
        ),
    ]
}
