//! Adaptation on a landscape, as the reader meets it.

use super::parameters::{INTERACTIONS, LOCI, LandscapeParameters, ORGANISATIONS, PERIODS};
use crate::explore::record::{ModelDescription, ModelOutcome, ModelParameter};
use crate::text::Text;

/// The model, its parameters, its outcomes and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    ModelDescription {
        model: "landscape",
        title: Text::both(
            "Adaptation on a rugged landscape: small steps and long jumps",
            "Adaptation sur un relief accidenté\u{a0}: petits pas et grands sauts",
        ),
        citation: "D. A. Levinthal, Adaptation on rugged landscapes, Management Science 43(7), \
                   1997; landscape: S. A. Kauffman and S. Levin, Journal of Theoretical Biology \
                   128(1), 1987.",
        variants: Vec::new(),
        parameters: parameters(),
        outcomes: outcomes(),
        leaves_out: vec![
            Text::both(
                "Organisations search alone: nobody sees, copies or is selected against another.",
                "Chaque organisation cherche seule\u{a0}: aucune n’en voit, n’en imite ni n’en \
                 évince une autre.",
            ),
            Text::both(
                "The landscape stands still, fitness is seen without error, and looking costs \
                 nothing.",
                "Le relief ne bouge pas, la valeur se lit sans erreur, et regarder ne coûte rien.",
            ),
            Text::both(
                "The number of neighbours looked at in a period (one) and whether a draw is kept \
                 (never) are a reading of the paper, not its words.",
                "Le nombre de voisins regardés par période (un) et le sort d’une égalité (on ne \
                 bouge pas) sont une lecture de l’article, non son texte.",
            ),
        ],
    }
}

fn parameters() -> Vec<ModelParameter> {
    let default = LandscapeParameters::default();
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
        ModelParameter::choice("scheme", &["random", "adjacent"], scheme_text()),
        ORGANISATIONS
            .describe(default.organisations, Text::both("Organisations.", "Organisations.")),
        PERIODS.describe(
            default.periods,
            Text::both(
                "Periods; organisations times periods 1,000,000 at most.",
                "Périodes\u{202f}; organisations fois périodes, 1\u{202f}000\u{202f}000 au plus.",
            ),
        ),
        switch(
            "longJumps",
            Text::both(
                "Whether an organisation also looks at a form drawn from all of them.",
                "Si une organisation regarde aussi une forme tirée parmi toutes.",
            ),
        ),
        switch(
            "optima",
            Text::both(
                "Whether to count the local optima too (20 loci at most).",
                "S’il faut aussi compter les optima locaux (20 éléments au plus).",
            ),
        ),
    ]
}

/// What `scheme` says.
pub(crate) fn scheme_text() -> Text {
    Text::both(
        "On which others: drawn anew for each landscape, or those that follow in a circle. It \
         moves levels, not the shape of results.",
        "Desquels\u{a0}: tirés à nouveau pour chaque relief, ou les suivants, en cercle. Cela \
         déplace les niveaux, non l’allure des résultats.",
    )
}

/// A parameter that is yes or no, and no by default.
pub(crate) fn switch(name: &'static str, text: Text) -> ModelParameter {
    let (least, most) = (None, None);
    ModelParameter { name, text, default: false.into(), least, most, choices: Vec::new() }
}

fn outcomes() -> Vec<ModelOutcome> {
    let of = |name, english, french| ModelOutcome { name, text: Text::both(english, french) };
    vec![
        of(
            "forms",
            "Different forms among the organisations, period by period.",
            "Formes différentes parmi les organisations, période par période.",
        ),
        of(
            "fitness",
            "Mean fitness (0 to 1), period by period. At the end it weighs each optimum by how \
             many it draws in.",
            "Valeur moyenne (0 à 1), période par période. À la fin, chaque optimum y pèse par ce \
             qu’il attire.",
        ),
        of(
            "best",
            "Fitness of the best organisation, period by period.",
            "Valeur de la meilleure organisation, période par période.",
        ),
        of(
            "optima",
            "Local optima: forms that no single change improves.",
            "Optima locaux\u{a0}: formes qu’aucun changement isolé n’améliore.",
        ),
        of(
            "optimaTotal",
            "Sum of the fitness of all local optima; its mean over that of `optima` is the mean \
             fitness of an optimum.",
            "Somme des valeurs des optima locaux\u{202f}; sa moyenne, divisée par celle de \
             `optima`, est la valeur moyenne d’un optimum.",
        ),
        of(
            "summit",
            "Fitness of the best of all forms.",
            "Valeur de la meilleure de toutes les formes.",
        ),
    ]
}
