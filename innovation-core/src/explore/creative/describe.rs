//! The model of a creative space, for the reader.

use super::answers::{leaves_out, outcomes};
use super::parameters::*;
use crate::explore::march;
use crate::explore::record::{ModelDescription, ModelParameter};
use crate::text::Text;

/// What the model is about, its parameters and what it leaves out.
pub(crate) fn describe() -> ModelDescription {
    let mut parameters = organisation();
    parameters.extend(code());
    parameters.extend(forces());
    parameters.extend(space());
    ModelDescription {
        model: "creativeSpace",
        title: Text::both(
            "A protected space across the silos of an organisation",
            "Un espace protégé à travers les silos d’une organisation",
        ),
        citation: "Our own model, not published elsewhere. It contains those of J. G. March, \
                   Organization Science 2(1), 1991 (closed, all learning alike) and of C. Fang, \
                   J. Lee, M. A. Schilling, Organization Science 21(3), 2010; isolation, \
                   interaction and inclusion after K. C. Kellogg, American Journal of Sociology \
                   115(3), 2009",
        variants: march::describe().variants,
        parameters,
        outcomes: outcomes(),
        leaves_out: leaves_out(),
    }
}

fn organisation() -> Vec<ModelParameter> {
    let usual = CreativeSpaceParameters::default();
    vec![
        PEOPLE.describe(
            usual.people,
            Text::both(
                "People, in whole silos. Default as in subgroups.",
                "Personnes, en silos entiers. Valeur de subgroups.",
            ),
        ),
        SILO_SIZE.describe(
            usual.silo_size,
            Text::both(
                "People in a silo; people times silo size is 1,000,000 at most. Default as in \
                 subgroups.",
                "Personnes par silo\u{202f}; personnes fois taille du silo, 1\u{202f}000\u{202f}000 \
                 au plus. Valeur de subgroups.",
            ),
        ),
        DIMENSIONS.describe(
            usual.dimensions,
            Text::both(
                "Dimensions of reality, in whole blocks. Default as in subgroups.",
                "Dimensions de la réalité, en blocs entiers. Valeur de subgroups.",
            ),
        ),
        COMPLEXITY.describe(
            usual.complexity,
            Text::both(
                "Dimensions that must be right together to be worth anything. Default as in \
                 subgroups.",
                "Dimensions qui doivent être justes ensemble pour valoir quelque chose. Valeur de \
                 subgroups.",
            ),
        ),
        ModelParameter::choice(
            "mistakes",
            &["free", "costly"],
            Text::both(
                "What a block costs that is held and not right: nothing (as in subgroups), or as \
                 much as a right one is worth (as in march).",
                "Ce que coûte un bloc tenu qui n’est pas juste\u{a0}: rien (comme dans subgroups), \
                 ou autant que vaut un bloc juste (comme dans march).",
            ),
        ),
        REWIRING.describe(
            usual.rewiring,
            Text::both(
                "Chance that a tie is turned to somebody outside the silo; 1 is an open plan. \
                 Default assumed.",
                "Chance qu’un lien soit tourné vers une personne hors du silo\u{202f}; 1 pour une \
                 organisation ouverte. Valeur supposée.",
            ),
        ),
        LEARNING.describe(
            usual.learning,
            Text::both(
                "Chance in a period to take over the belief of most of those looked at who do \
                 better. Default as in subgroups.",
                "Chance, par période, de reprendre la croyance de la plupart de ceux que l’on \
                 regarde et qui réussissent mieux. Valeur de subgroups.",
            ),
        ),
        SEARCH.describe(
            usual.search,
            Text::both(
                "Chance in a period to think a block anew, kept where it pays. Default assumed; \
                 the published models have none.",
                "Chance, par période, de repenser un bloc, gardé s’il rapporte. Valeur \
                 supposée\u{202f}; les modèles publiés n’en ont pas.",
            ),
        ),
        PERIODS.describe(
            usual.periods,
            Text::both(
                "Most periods played. Default as in subgroups.",
                "Nombre maximal de périodes jouées. Valeur de subgroups.",
            ),
        ),
        COURSE.describe(
            usual.course,
            Text::both(
                "Periods of which the course is kept.",
                "Périodes dont le déroulement est conservé.",
            ),
        ),
    ]
}

fn code() -> Vec<ModelParameter> {
    let usual = CreativeSpaceParameters::default();
    vec![
        ModelParameter {
            name: "code",
            text: Text::both(
                "Whether there is a code of the organisation that people learn from and that \
                 learns from them, as in march.",
                "S’il existe un code de l’organisation, dont on apprend et qui apprend des \
                 personnes, comme dans march.",
            ),
            default: usual.code.into(),
            least: None,
            most: None,
            choices: Vec::new(),
        },
        P1.describe(
            usual.p1,
            Text::both(
                "Chance in a period that a person learns from the code where they differ. Default \
                 as in march.",
                "Chance, par période, qu’une personne apprenne du code là où elle s’en écarte. \
                 Valeur de march.",
            ),
        ),
        P2.describe(
            usual.p2,
            Text::both(
                "Chance with which one vote of majority, among those who do better, moves the \
                 code. Default as in march.",
                "Chance qu’une voix de majorité, parmi les personnes qui réussissent mieux, fasse \
                 bouger le code. Valeur de march.",
            ),
        ),
    ]
}

fn forces() -> Vec<ModelParameter> {
    let usual = CreativeSpaceParameters::default();
    vec![
        NORM.describe(
            usual.norm,
            Text::both(
                "Norm: chance in a period to take over what most hold around, better or not. \
                 Default assumed.",
                "Norme\u{a0}: chance, par période, de reprendre ce que la plupart tiennent pour \
                 vrai autour de soi, qu’ils réussissent mieux ou non. Valeur supposée.",
            ),
        ),
        PRESSURE.describe(
            usual.pressure,
            Text::both(
                "Pressure: chance to have no time in a period to learn or to try. Default assumed.",
                "Pression\u{a0}: chance de n’avoir, dans une période, le temps ni d’apprendre ni \
                 d’essayer. Valeur supposée.",
            ),
        ),
        ROUTINE.describe(
            usual.routine,
            Text::both(
                "Routine: chance that a change that was learnt is not carried out. Default \
                 assumed.",
                "Routine\u{a0}: chance qu’un changement appris ne soit pas mis en œuvre. Valeur \
                 supposée.",
            ),
        ),
        SENIORS.describe(
            usual.seniors,
            Text::both(
                "Hierarchy: share of each silo whose view weighs more. Default assumed.",
                "Hiérarchie\u{a0}: part de chaque silo dont l’avis pèse davantage. Valeur supposée.",
            ),
        ),
        SENIOR_WEIGHT.describe(
            usual.senior_weight,
            Text::both(
                "Votes of such a view. Default assumed.",
                "Nombre de voix d’un tel avis. Valeur supposée.",
            ),
        ),
    ]
}

fn space() -> Vec<ModelParameter> {
    let usual = CreativeSpaceParameters::default();
    vec![
        SHARE.describe(
            usual.share,
            Text::both(
                "Share of people who go into the space, evenly from all silos; 0 is no space. \
                 Default assumed.",
                "Part des personnes qui entrent dans l’espace, également de tous les silos\u{202f}; \
                 0 pour aucun espace. Valeur supposée.",
            ),
        ),
        OPENS.describe(
            usual.opens,
            Text::both(
                "Period in which the first session begins. Default assumed.",
                "Période où commence la première session. Valeur supposée.",
            ),
        ),
        SESSION_LENGTH.describe(
            usual.session_length,
            Text::both(
                "Periods that a session lasts. Default assumed.",
                "Périodes que dure une session. Valeur supposée.",
            ),
        ),
        EVERY.describe(
            usual.every,
            Text::both(
                "Periods from the beginning of a session to the next. Default assumed.",
                "Périodes du début d’une session à la suivante. Valeur supposée.",
            ),
        ),
        SESSIONS.describe(
            usual.sessions,
            Text::both(
                "Sessions; with 0 the space never opens. Default assumed.",
                "Nombre de sessions\u{202f}; avec 0, l’espace n’ouvre jamais. Valeur supposée.",
            ),
        ),
        SHIELD.describe(
            usual.shield,
            Text::both(
                "Isolation: how much less norm, pressure, routine and rank act in the space; 1 for \
                 not at all. Default assumed.",
                "Isolement\u{a0}: de combien norme, pression, routine et rang agissent moins dans \
                 l’espace\u{202f}; 1 pour pas du tout. Valeur supposée.",
            ),
        ),
        INTERACTION.describe(
            usual.interaction,
            Text::both(
                "Interaction: the chance learning in the space, where all look at all. Default \
                 assumed, that of learning.",
                "Interaction\u{a0}: la chance learning dans l’espace, où tous se voient. Valeur \
                 supposée, celle de learning.",
            ),
        ),
        SPACE_SEARCH.describe(
            usual.space_search,
            Text::both(
                "The chance search in the space. Default assumed, that of search.",
                "La chance search dans l’espace. Valeur supposée, celle de search.",
            ),
        ),
        INCLUSION.describe(
            usual.inclusion,
            Text::both(
                "Inclusion: chance in a period that somebody who was not in the space, or the \
                 code, takes seriously somebody who came back. Default assumed.",
                "Inclusion\u{a0}: chance, par période, qu’une personne qui n’était pas dans \
                 l’espace, ou le code, prenne au sérieux une personne qui en revient. Valeur \
                 supposée.",
            ),
        ),
    ]
}
