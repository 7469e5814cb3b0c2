//! What a fit says in words.

use super::document::{BassFit, FitMethod};
use super::objective::Missing;
use crate::error::{Code, Error};
use crate::text::Text;

/// What p, q and time mean.
pub(super) fn convention(method: FitMethod) -> Text {
    if method == FitMethod::NlsDensity {
        return Text::both(
            "Adopters of period t: m·f(t), the rate at the end of the period; f is the slope of \
             F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t), and t counts periods from the start \
             of the first.",
            "Adoptions de la période t\u{a0}: m·f(t), le rythme à la fin de la période\u{202f}; \
             f est la pente de F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t), et t compte les \
             périodes depuis le début de la première.",
        );
    }
    Text::both(
        "F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t) is the share that has adopted by time t; \
         period t runs from t − 1 to t, and the first starts at 0.",
        "F(t) = (1 − e^−(p+q)t) / (1 + (q/p)·e^−(p+q)t) est la part qui a adopté au temps \
         t\u{202f}; la période t va de t − 1 à t, et la première commence à 0.",
    )
}

/// What the bands of a forecast contain.
pub(super) fn band(method: FitMethod) -> Text {
    if method == FitMethod::Mle {
        return Text::both(
            "What is not known about the parameters, and the chance with which those who are \
             left adopt or not. It does not contain a change of circumstances.",
            "Ce qu’on ignore des paramètres, et le hasard selon lequel les personnes qui restent \
             adoptent ou non. Elle ne contient pas un changement de circonstances.",
        );
    }
    Text::both(
        "What is not known about the parameters, and errors of periods as large as those \
         observed. It does not contain a change of circumstances.",
        "Ce qu’on ignore des paramètres, et des écarts aussi grands que ceux des périodes \
         observées. Elle ne contient pas un changement de circonstances.",
    )
}

/// What to bear in mind when reading a fit.
pub(super) fn notes(fit: &BassFit) -> Vec<Text> {
    let mut notes = vec![Text::both(
        "A curve does not show contagion: advertising, mandates or people who differ in \
         readiness draw the same shape. Look at who adopted after whom, with other causes held.",
        "Une courbe ne montre pas une contagion\u{a0}: la publicité, les consignes ou des \
         personnes plus ou moins prêtes dessinent la même forme. Regardez qui a adopté après \
         qui, à autres causes égales.",
    )];
    if fit.peak.time.value.is_some_and(|time| time > f64::from(fit.periods)) {
        notes.push(Text::both(
            "The series ends before the peak of the curve: p, q and m are ill determined, and \
             another period may change them much.",
            "La série finit avant le sommet de la courbe\u{a0}: p, q et m sont mal déterminés, et \
             une période de plus peut les changer beaucoup.",
        ));
    } else if fit.periods < 8 {
        notes.push(Text::both(
            "The series is short: p and q are ill determined.",
            "La série est courte\u{a0}: p et q sont mal déterminés.",
        ));
    }
    let unsure = fit.q.profile.as_ref().is_some_and(|profile| profile.lower.value == Some(0.0));
    if unsure {
        notes.push(Text::both(
            "These data do not refuse q = 0: imitation is not shown.",
            "Ces données ne refusent pas q = 0\u{a0}: l’imitation n’est pas démontrée.",
        ));
    }
    if fit.method == FitMethod::NlsCumulative {
        notes.push(Text::both(
            "Errors of shares that add up follow each other: the standard errors are too small.",
            "Les écarts de parts cumulées se suivent\u{a0}: les erreurs types sont trop petites.",
        ));
    }
    notes
}

/// Why there is no fit.
pub(super) fn no_fit(missing: Missing) -> Error {
    let (fact, hint) = match missing {
        Missing::NoOutside => (
            "no Bass curve fits best: the fit only gets better as p falls to 0",
            "adoption starts too slowly for an influence from outside; start later, or give more \
             periods",
        ),
        Missing::NoImitation => (
            "no Bass curve fits best: the fit only gets better as q falls to 0",
            "nothing in these data looks like imitation; each period wins the same share of those \
             who are left, or adoption comes in waves",
        ),
        Missing::AtOnce => (
            "no Bass curve fits best: the fit only gets better as the rates grow without end",
            "nearly everyone adopts within one period; use shorter periods",
        ),
        Missing::EndlessMarket => (
            "no Bass curve fits best: the fit only gets better as m grows without end",
            "the series does not bend yet; wait for more periods, or give the population and ask \
             for mle",
        ),
        Missing::FullCeiling => (
            "no ceiling below 1 fits best: the fit only gets better as the ceiling rises to 1",
            "leave ceiling out",
        ),
        Missing::Unsettled => (
            "no Bass curve fits best: the search finds no single best curve",
            "too few periods tell the parameters apart; wait for more, or ask for another method",
        ),
    };
    Error::new(Code::SpreadNoFit, fact).hint(hint)
}

/// Why the regression gives no curve.
pub(super) fn no_regression(coefficients: Option<[f64; 3]>) -> Error {
    let error = match coefficients {
        Some([a, b, c]) => Error::new(
            Code::SpreadNoFit,
            "the regression on adopters before and their square gives no Bass curve",
        )
        .details(serde_json::json!({"a": a, "b": b, "c": c})),
        None => Error::new(
            Code::SpreadNoFit,
            "adopters before and their square tell nothing apart in this series",
        ),
    };
    error.at("/series").hint(
        "a curve needs a constant above 0, a square below 0 and a real root; ask for nls or mle",
    )
}
