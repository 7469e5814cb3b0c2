//! From shares to the documents, and to plain words.

use super::FEWEST;
use super::check::Problem;
use super::confidence;
use super::document::{
    AlternativeStanding, CentralWeights, RankRequest, Ranking, RoleStanding, Standing,
};
use super::dominance;
use super::outcome::Shares;
use crate::people::{Id, RolesRequest, roles};
use crate::stat::Stat;
use crate::text::Text;
use crate::watch::Watch;

/// A standing with its confidence factors, or why there is none.
pub(super) fn told(
    shares: Option<Shares>,
    request: &RankRequest,
    problem: &Problem<'_>,
    number: u32,
    watch: &mut dyn Watch,
) -> Standing {
    let Some(shares) = shares else { return none("stopped", None) };
    if shares.drawn.is_some_and(|drawn| drawn.done < FEWEST) {
        return none("too-few-draws", Some(&shares));
    }
    let seed = (request.seed.number(), number);
    match confidence::measure(problem, &shares.central, request.draws, seed, watch) {
        Some(confidence) => standing(&shares, &confidence, &problem.ids, &problem.criteria),
        None => none("stopped", Some(&shares)),
    }
}

fn none(reason: &'static str, shares: Option<&Shares>) -> Standing {
    Standing {
        alternatives: Vec::new(),
        pairwise: Vec::new(),
        exact: false,
        drawn: shares.and_then(|shares| shares.drawn),
        undefined: Some(reason),
    }
}

/// Shares as a document.
pub(super) fn standing(
    shares: &Shares,
    confidence: &[Option<f64>],
    ids: &[&Id],
    criteria: &[&Id],
) -> Standing {
    let size = ids.len().max(1);
    let rows = |numbers: &[f64]| -> Vec<Vec<f64>> {
        numbers.chunks_exact(size).map(<[f64]>::to_vec).collect()
    };
    let mut errors = shares.errors.as_deref().map(rows).map(Vec::into_iter);
    let alternatives = ids
        .iter()
        .zip(rows(&shares.ranks))
        .zip(&shares.central)
        .zip(confidence)
        .map(|(((id, acceptability), central), confidence)| AlternativeStanding {
            id: (*id).clone(),
            standard_errors: errors.as_mut().and_then(Iterator::next),
            mean_rank: acceptability
                .iter()
                .zip(1..)
                .map(|(share, rank)| share * f64::from(rank))
                .sum(),
            acceptability,
            central_weights: central_weights(central.as_deref(), criteria),
            confidence: confidence.map_or(Stat::undefined("never-first"), Stat::of),
        })
        .collect();
    Standing {
        alternatives,
        pairwise: rows(&shares.pairwise),
        exact: shares.drawn.is_none(),
        drawn: shares.drawn,
        undefined: None,
    }
}

fn central_weights(central: Option<&[f64]>, criteria: &[&Id]) -> CentralWeights {
    match central {
        Some(weights) => CentralWeights {
            value: Some(
                criteria
                    .iter()
                    .map(|id| id.as_str().to_owned())
                    .zip(weights.iter().copied())
                    .collect(),
            ),
            undefined: None,
        },
        None => CentralWeights { value: None, undefined: Some("never-first") },
    }
}

/// The whole answer.
pub(super) fn ranking(
    overall: Standing,
    per_role: Vec<RoleStanding>,
    problem: &Problem<'_>,
    request: &RankRequest,
) -> Ranking {
    let dominance = dominance::check(problem);
    let exact = overall.exact;
    let reading = reading(&overall, &per_role, dominance.pairs.len());
    Ranking {
        exact,
        reading,
        dominance,
        overall,
        per_role,
        scales: problem.scales.clone(),
        seed: request.seed,
    }
}

/// A sentence in English and in French.
type Words = [String; 2];

/// The result in plain words: who is first how often, for whom, and what is certain.
fn reading(overall: &Standing, per_role: &[RoleStanding], dominated: usize) -> Text {
    let mut sentences: Vec<Words> = Vec::new();
    if let Some(best) = leader(overall) {
        sentences.push(if per_role.is_empty() {
            alone(best, overall)
        } else {
            by_role(best, per_role)
        });
        if !per_role.is_empty() {
            sentences.push(agreement(best, per_role));
        }
        if let Some(second) = runner_up(overall, best) {
            sentences.push(second);
        }
    } else {
        sentences.push([
            "The ranking was stopped before it could say anything.".to_owned(),
            "Le classement a été arrêté avant de pouvoir conclure.".to_owned(),
        ]);
    }
    sentences.push(certain(dominated));
    let [english, french] = [0, 1].map(|language| {
        let all: Vec<&str> =
            sentences.iter().filter_map(|words| words.get(language)).map(String::as_str).collect();
        all.join(" ")
    });
    Text::both(&english, &french)
}

/// The share of first ranks.
fn first(standing: &AlternativeStanding) -> f64 {
    standing.acceptability.first().copied().unwrap_or(0.0)
}

/// The position of the alternative that is first most often; the first named among equals.
fn leader(standing: &Standing) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (at, one) in standing.alternatives.iter().enumerate() {
        if best.is_none_or(|(_, most)| first(one) > most) {
            best = Some((at, first(one)));
        }
    }
    best.map(|(at, _)| at)
}

fn alone(best: usize, standing: &Standing) -> Words {
    let Some(one) = standing.alternatives.get(best) else { return Words::default() };
    let [english, french] = percent(first(one));
    [
        format!("“{}” comes first most often: in {english} of the admitted weightings.", one.id),
        format!(
            "«\u{a0}{}\u{a0}» arrive le plus souvent en tête\u{a0}: dans {french} des pondérations admises.",
            one.id
        ),
    ]
}

fn by_role(best: usize, per_role: &[RoleStanding]) -> Words {
    let names = role_names(per_role);
    let (mut english, mut french) = (Vec::new(), Vec::new());
    let mut id = "";
    for (role, [own, theirs]) in per_role.iter().zip(&names) {
        let Some(one) = role.standing.alternatives.get(best) else { continue };
        id = one.id.as_str();
        let [share, part] = percent(first(one));
        english.push(format!("{share} for “{own}”"));
        french.push(format!("{part} pour «\u{a0}{theirs}\u{a0}»"));
    }
    [
        format!(
            "“{id}” comes first in these shares of the admitted weightings: {}.",
            english.join(", ")
        ),
        format!(
            "«\u{a0}{id}\u{a0}» arrive en tête dans ces parts des pondérations admises\u{a0}: {}.",
            french.join(", ")
        ),
    ]
}

/// Whether the roles would choose the same.
fn agreement(best: usize, per_role: &[RoleStanding]) -> Words {
    let all = |holds: &dyn Fn(&RoleStanding) -> bool| per_role.iter().all(holds);
    let over_half = |role: &RoleStanding| {
        role.standing.alternatives.get(best).is_some_and(|one| first(one) > 0.5)
    };
    let [english, french] = if all(&over_half) {
        [
            "For every role it is first in more than half of them.",
            "Pour chaque rôle, c’est le cas dans plus de la moitié d’entre elles.",
        ]
    } else if all(&|role| leader(&role.standing) == Some(best)) {
        [
            "For every role it is first more often than any other.",
            "Pour chaque rôle, aucune autre option n’arrive plus souvent en tête.",
        ]
    } else {
        [
            "Not every role would put it first most often: the roles have something to talk about.",
            "Tous les rôles ne la placeraient pas le plus souvent en tête\u{a0}: il y a matière à échanger.",
        ]
    };
    [english.to_owned(), french.to_owned()]
}

/// Who comes next, if anyone else is ever first.
fn runner_up(standing: &Standing, best: usize) -> Option<Words> {
    let mut next: Option<(&AlternativeStanding, f64)> = None;
    for (at, one) in standing.alternatives.iter().enumerate() {
        if at != best && first(one) > 0.0 && next.is_none_or(|(_, most)| first(one) > most) {
            next = Some((one, first(one)));
        }
    }
    let (one, share) = next?;
    let [english, french] = percent(share);
    Some([
        format!("Next is “{}”, first in {english} overall.", one.id),
        format!("Vient ensuite «\u{a0}{}\u{a0}», en tête dans {french} de l’ensemble.", one.id),
    ])
}

fn certain(dominated: usize) -> Words {
    match dominated {
        0 => [
            "No pair is settled before the weights are: weights decide.".to_owned(),
            "Aucune paire n’est départagée d’avance\u{a0}: ce sont les poids qui décident."
                .to_owned(),
        ],
        1 => [
            "One pair is settled whatever the weights.".to_owned(),
            "Une paire est départagée quels que soient les poids.".to_owned(),
        ],
        pairs => [
            format!("{pairs} pairs are settled whatever the weights."),
            format!("{pairs} paires sont départagées quels que soient les poids."),
        ],
    }
}

/// A share in whole percent; what is little is not called nothing, nor nearly all all.
fn percent(share: f64) -> Words {
    let whole = libm::round(share * 100.0);
    let say = |english: &str, number: &str, french: &str| {
        [format!("{english}{number}%"), format!("{french}{number} %")]
    };
    if share > 0.0 && whole < 1.0 {
        say("under ", "1", "moins de ")
    } else if share < 1.0 - 1e-12 && whole > 99.0 {
        say("over ", "99", "plus de ")
    } else {
        say("", &format!("{whole:.0}"), "")
    }
}

/// What roles are called, in English and in French; those of one's own by their id.
fn role_names(per_role: &[RoleStanding]) -> Vec<Words> {
    let catalogue = roles(&RolesRequest::default()).map(|found| found.roles).unwrap_or_default();
    let name = |role: &RoleStanding| {
        let known = catalogue.iter().find(|known| known.id == role.role);
        ["en", "fr"].map(|language| match known {
            Some(known) => known.name.for_locale(language).to_owned(),
            None => role.role.clone(),
        })
    };
    per_role.iter().map(name).collect()
}
