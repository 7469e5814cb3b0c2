//! Assessments repeated with what they rest on, their weakest factors, and the way up.

use super::answer::{SustainBand, SustainScore, WeakFactor};
use super::document::SustainRequest;
use crate::error::{Code, Error, Result};
use crate::evaluate::{
    Answer, Assessment, ImproveRequest, Improvement, Rubric, RubricChoice, RubricItem, ScorePool,
    ScoreRequest, Scores, Scoring, improve, score,
};
use crate::people::Id;
use crate::stat::Stat;
use std::collections::BTreeMap;

/// How many weak factors are named.
const WEAKEST: usize = 3;

pub(super) fn scores(request: &SustainRequest) -> Result<Vec<SustainScore>> {
    let mut all = Vec::new();
    for (at, asked) in request.scores.iter().enumerate() {
        let path = format!("/scores/{at}");
        if asked.assessments.is_empty() {
            return Err(Error::new(Code::SpreadInvalidAnchoring, "there is nothing to score")
                .at(format!("{path}/assessments")));
        }
        let below = |error: Error| {
            let place = format!("{path}{}", error.path());
            error.at(place)
        };
        let scores = score(asked).map_err(below)?;
        let rubric = asked.rubric.rubric(asked.wording.as_ref()).map_err(below)?;
        let whole = |pool: &&ScorePool| pool.role.is_none() && pool.occasion.is_none();
        for pool in scores.pooled.iter().filter(whole) {
            let way = way_up(asked, &rubric, &scores, pool).map_err(below)?;
            all.push(repeat(&rubric, &scores, pool, way));
        }
        let veiled = scores.disclosure.iter().flat_map(|veil| &veil.hidden);
        for pool in veiled.filter(|pool| pool.role.is_none() && pool.occasion.is_none()) {
            all.push(named(&scores, &pool.subject));
        }
    }
    Ok(all)
}

/// The rubric and the subject, and no number.
fn named(scores: &Scores, subject: &Id) -> SustainScore {
    SustainScore {
        rubric: scores.rubric.clone(),
        version: scores.version.clone(),
        title: scores.title.clone(),
        citation: scores.citation.clone(),
        licence: scores.licence.clone(),
        validated: scores.validated,
        note: scores.note.clone(),
        subject: subject.clone(),
        assessments: None,
        total: Stat::undefined("hidden"),
        standard_deviation: Stat::undefined("hidden"),
        band: None,
        weakest: Vec::new(),
        way_up: None,
        no_way_up: Some("hidden"),
    }
}

fn repeat(
    rubric: &Rubric,
    scores: &Scores,
    pool: &ScorePool,
    way: std::result::Result<Improvement, &'static str>,
) -> SustainScore {
    let band = pool.band.as_ref();
    let band = band.and_then(|id| rubric.bands.iter().find(|band| band.id == *id));
    let (way_up, no_way_up) = match way {
        Ok(way) => (Some(way), None),
        Err(reason) => (None, Some(reason)),
    };
    SustainScore {
        assessments: Some(pool.assessments),
        total: pool.total.mean,
        standard_deviation: pool.total.standard_deviation,
        band: band.map(|band| SustainBand {
            id: band.id.clone(),
            title: band.title.clone(),
            recalled: band.recalled,
        }),
        weakest: weakest(rubric, pool),
        way_up,
        no_way_up,
        ..named(scores, &pool.subject)
    }
}

/// Items by what they have to gain; where items have no points, none are named.
fn weakest(rubric: &Rubric, pool: &ScorePool) -> Vec<WeakFactor> {
    if !matches!(rubric.scoring, Scoring::LevelTable | Scoring::Likert) {
        return Vec::new();
    }
    let items = rubric.groups.iter().flat_map(|group| &group.items);
    let mut factors: Vec<WeakFactor> = items
        .zip(&pool.items)
        .filter_map(|(item, pooled)| {
            let mean = pooled.mean.value?;
            let weight = if rubric.scoring == Scoring::LevelTable { 1.0 } else { item.weight };
            Some(WeakFactor {
                item: item.id.clone(),
                title: item.title.clone(),
                level: pooled.median.clone(),
                mean,
                to_gain: (best(rubric, item)? - mean) * weight,
            })
        })
        .filter(|factor| factor.to_gain > 0.0)
        .collect();
    factors.sort_by(|a, b| b.to_gain.total_cmp(&a.to_gain));
    factors.truncate(WEAKEST);
    factors
}

/// The most that an item can be worth; reversed items have the same ends.
fn best(rubric: &Rubric, item: &RubricItem) -> Option<f64> {
    let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
    let most = levels.iter().filter_map(|level| level.points).reduce(f64::max);
    rubric.rescale.map(|range| range.max).or(most)
}

/// The cheapest way to the next band from where the middle of the assessments stands.
fn way_up(
    asked: &ScoreRequest,
    rubric: &Rubric,
    scores: &Scores,
    pool: &ScorePool,
) -> Result<std::result::Result<Improvement, &'static str>> {
    if asked.disclose.is_some() {
        return Ok(Err("hidden"));
    }
    let mut own = asked.assessments.iter().filter(|one| one.subject == pool.subject);
    let assessment = match (own.next(), own.next()) {
        (Some(only), None) => only.clone(),
        _ => middle(scores, pool),
    };
    let request = ImproveRequest {
        rubric: RubricChoice::Own(Box::new(rubric.clone())),
        wording: None,
        assessment,
        cost: None,
        target: None,
    };
    match improve(&request) {
        Ok(way) => Ok(Ok(way)),
        Err(error) => match error.code() {
            Code::EvaluateUnreachableTarget => Ok(Err("no-band-above")),
            Code::EvaluateInvalidRubric => Ok(Err("no-total")),
            Code::EvaluateInvalidAnswer => Ok(Err("too-few-answered")),
            _ => Err(error),
        },
    }
}

/// The lower median level of each item, as one assessment.
fn middle(scores: &Scores, pool: &ScorePool) -> Assessment {
    let levels = pool.items.iter().filter_map(|item| {
        let level = item.median.as_ref()?.as_str().to_owned();
        Some((item.item.as_str().to_owned(), Answer::Level(level)))
    });
    Assessment {
        rubric: scores.rubric.clone(),
        version: scores.version.clone(),
        subject: pool.subject.clone(),
        assessor: None,
        role: None,
        at: None,
        answers: levels.collect(),
        evidence: BTreeMap::new(),
    }
}
