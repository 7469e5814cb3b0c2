//! March's model, for the reader.

use super::parameters::*;
use crate::explore::record::{ModelDescription, ModelOutcome, ModelVariant};
use crate::text::Text;
use serde_json::Value;

/// What the model is about, its parameters and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    let paper = MarchParameters::default();
    ModelDescription {
        model: "march",
        title: Text::both(
            "An organisation learns from its members while they learn from it",
            "Une organisation apprend de ses membres pendant qu’ils apprennent d’elle",
        ),
        citation: "J. G. March, Exploration and exploitation in organizational learning, \
                   Organization Science 2(1), 1991",
        variants: vec![
            ModelVariant {
                name: "originalCode",
                text: Text::both(
                    "As the original program is known to have worked: where people have no \
                     belief they toss a coin and act, actions are what counts, and a belief \
                     moves by one step.",
                    "Comme fonctionnait, d’après ce qu’on en sait, le programme d’origine\u{a0}: \
                     sans croyance, on agit à pile ou face, ce sont les actes qui comptent, et \
                     une croyance avance d’un pas.",
                ),
            },
            ModelVariant {
                name: "paperLiteral",
                text: Text::both(
                    "As the paper is written: no belief counts nothing, and what is learnt is \
                     taken over at once.",
                    "À la lettre de l’article\u{a0}: l’absence de croyance ne compte pas, et ce \
                     qui est appris est repris d’un coup.",
                ),
            },
        ],
        parameters: vec![
            PEOPLE.describe(paper.people, Text::both("People.", "Personnes.")),
            DIMENSIONS.describe(
                paper.dimensions,
                Text::both("Dimensions of reality.", "Dimensions de la réalité."),
            ),
            P1.describe(
                paper.p1,
                Text::both(
                    "Chance in a period that a person learns from the code where they differ.",
                    "Chance, par période, qu’une personne apprenne du code là où elle s’en écarte.",
                ),
            ),
            P2.describe(
                paper.p2,
                Text::both(
                    "Chance with which one vote of majority, among those who know more, moves \
                     the code.",
                    "Chance qu’une voix de majorité, parmi les personnes qui en savent plus, \
                     fasse bouger le code.",
                ),
            ),
            SLOW_SHARE.describe(
                paper.slow_share,
                Text::both(
                    "Share of people who learn at slowP1.",
                    "Part des personnes qui apprennent à slowP1.",
                ),
            ),
            SLOW_P1.describe(
                paper.slow_p1,
                Text::both("The chance p1 of those people.", "La chance p1 de ces personnes."),
            ),
            P3.describe(
                paper.p3,
                Text::both(
                    "Turnover: chance in a period that a newcomer takes a person’s place.",
                    "Renouvellement\u{a0}: chance, par période, qu’une nouvelle personne prenne \
                     la place d’une autre.",
                ),
            ),
            P4.describe(
                paper.p4,
                Text::both(
                    "Turbulence: chance in a period that a dimension of reality turns round.",
                    "Turbulence\u{a0}: chance, par période, qu’une dimension de la réalité \
                     s’inverse.",
                ),
            ),
            PERIODS.describe(
                Value::Null,
                Text::both(
                    "Periods played; without, until nothing can change any more.",
                    "Périodes jouées\u{202f}; sans valeur, jusqu’à ce que plus rien ne puisse \
                     changer.",
                ),
            ),
            COURSE.describe(
                paper.course,
                Text::both(
                    "Periods of which the course is kept.",
                    "Périodes dont le déroulement est conservé.",
                ),
            ),
        ],
        outcomes: vec![
            ModelOutcome {
                name: "codeKnowledge",
                text: Text::both(
                    "What the code has right less what it has wrong, as a share of dimensions: \
                     −1 to 1. Its course starts before the first period.",
                    "Ce que le code a de juste moins ce qu’il a de faux, en part des \
                     dimensions\u{a0}: de −1 à 1. Son déroulement part d’avant la première période.",
                ),
            },
            ModelOutcome {
                name: "peopleKnowledge",
                text: Text::both(
                    "The same for people’s beliefs, on average.",
                    "De même pour les croyances des personnes, en moyenne.",
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
                "People learn from the code alone, never from each other: no ties, no teams, no \
                 place apart.",
                "On n’apprend que du code, jamais les uns des autres\u{a0}: ni liens, ni équipes, \
                 ni lieu à part.",
            ),
            Text::both(
                "Dimensions do not depend on each other, and knowledge costs nothing.",
                "Les dimensions ne dépendent pas les unes des autres, et savoir ne coûte rien.",
            ),
            Text::both(
                "Nobody has an interest, a rank or a reason to keep silent.",
                "Personne n’a d’intérêt, de rang ni de raison de se taire.",
            ),
            Text::both(
                "The paper can be read in several ways; levels differ between readings, and only \
                 directions should be relied on.",
                "L’article se lit de plusieurs façons\u{202f}; les niveaux changent d’une lecture \
                 à l’autre, et seules les tendances sont à retenir.",
            ),
        ],
    }
}
