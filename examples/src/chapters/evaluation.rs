//! What comes of it: three ideas rated by the group, ranked, funded, and one of them tried.

mod decide;
pub(super) mod ideas;
mod page;
mod pilot;

use super::Story;
use crate::words::decimals;
use innovation_core::evaluate::{
    AgreeRequest, Agreement, Assessment, Chart, Funding, ImproveRequest, Improvement, PoolBy,
    Ranking, Ratings, RubricChoice, ScaleKind, ScoreRequest, Scores, Sorting, agree, improve,
    score,
};
use innovation_core::people::Id;
use innovation_core::{Code, Error, Result};
use serde_json::json;
use std::collections::BTreeMap;

/// The rubric of value, and for whom.
const VALUE: &str = "value-for-whom";
/// The rubric of what helps a change to last.
const LASTING: &str = "nhs-sustainability";

/// The levels of a cell of value.
const LEVELS: [f64; 5] = [0.0, 1.0, 2.0, 3.0, 4.0];

/// Name of the page.
const PAGE: &str = "evaluation.html";

/// All that was found out.
struct Told {
    value: Scores,
    lasting: Scores,
    agreement: Agreement,
    ranking: Ranking,
    sorting: Sorting,
    /// The idea to improve, and the way.
    improvement: Option<(&'static ideas::Idea, Improvement)>,
    funding: Funding,
    chart: Chart,
}

/// Rates, ranks, funds and follows the ideas, tells it in a few lines and writes its page.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    let Some(raters) = ideas::raters(story)? else { return Ok(()) };
    story.heading("What comes of it", "Ce qui en sort");
    let lasting = ideas::assessments(story, &raters, LASTING)?;
    let value_scores = scores(VALUE, &ideas::assessments(story, &raters, VALUE)?)?;
    let lasting_scores = scores(LASTING, &lasting)?;
    let agreement = agree(
        &AgreeRequest::of(ratings(&value_scores, &raters)?, ScaleKind::Ordinal).levels(LEVELS),
    )?;
    let ranking = decide::rank(story, &value_scores, &lasting_scores)?;
    let told = Told {
        sorting: decide::sort(&value_scores, &lasting_scores)?,
        improvement: to_improve(&lasting, &ranking)?,
        funding: decide::fund(story, &raters)?,
        chart: pilot::weeks(story)?,
        value: value_scores,
        lasting: lasting_scores,
        agreement,
        ranking,
    };
    lines(story, &told);
    let page = page::write(story, &told);
    let by = |rubric: &str, answer: &Scores| json!({"rubric": rubric, "answer": answer});
    story.keep("scores", [by(VALUE, &told.value), by(LASTING, &told.lasting)])?;
    story.keep("ranking", &told.ranking)?;
    story.keep("charts", [json!({"title": pilot::title(), "answer": told.chart})])?;
    for idea in &ideas::IDEAS {
        story.names.extend(Id::new(idea.id).map(|id| (id, idea.text())));
    }
    story.assessments = lasting;
    story.write(PAGE, &page)
}

fn scores(rubric: &str, assessments: &[Assessment]) -> Result<Scores> {
    score(&ScoreRequest {
        rubric: RubricChoice::BuiltIn(rubric.to_owned()),
        wording: None,
        assessments: assessments.to_vec(),
        by: vec![PoolBy::Role],
        occasions: Vec::new(),
        disclose: None,
    })
}

/// The idea that comes first most often among those that can still rise a band, and its way.
fn to_improve(
    lasting: &[Assessment],
    ranking: &Ranking,
) -> Result<Option<(&'static ideas::Idea, Improvement)>> {
    for idea in decide::by_first_places(ranking) {
        if let Some(way) = way_up(lasting, idea)? {
            return Ok(Some((idea, way)));
        }
    }
    Ok(None)
}

/// The cheapest way up from where most see an idea: the assessment with the median total.
fn way_up(lasting: &[Assessment], idea: &ideas::Idea) -> Result<Option<Improvement>> {
    let own: Vec<&Assessment> =
        lasting.iter().filter(|one| one.subject.as_str() == idea.id).collect();
    let mut totals: Vec<(f64, &Assessment)> = Vec::new();
    for assessment in own {
        let scores = scores(LASTING, std::slice::from_ref(assessment))?;
        let total = scores.scores.first().and_then(|score| score.total.value);
        totals.extend(total.map(|total| (total, assessment)));
    }
    totals.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some((_, median)) = totals.get(totals.len() / 2) else { return Ok(None) };
    let request = ImproveRequest {
        rubric: RubricChoice::BuiltIn(LASTING.to_owned()),
        wording: None,
        assessment: (*median).clone(),
        cost: None,
        target: None,
    };
    match improve(&request) {
        Ok(way) => Ok(Some(way)),
        Err(error) if error.code() == Code::EvaluateUnreachableTarget => Ok(None),
        Err(error) => Err(error),
    }
}

/// A row for each cell of each idea, a column for each rater.
fn ratings(scores: &Scores, raters: &[ideas::Rater]) -> Result<Ratings> {
    let mut rows: Vec<Vec<Option<f64>>> = Vec::new();
    for idea in &ideas::IDEAS {
        let own = scores.scores.iter().filter(|score| score.subject.as_str() == idea.id);
        let by: BTreeMap<_, _> = own.map(|score| (score.assessor.as_ref(), &score.items)).collect();
        let cells = by.values().next().map_or(0, |items| items.len());
        rows.extend((0..cells).map(|cell| {
            let rating = |rater: &ideas::Rater| by.get(&Some(&rater.id))?.get(cell)?.value;
            raters.iter().map(rating).collect()
        }));
    }
    serde_json::from_value(json!(rows))
        .map_err(|error| Error::new(Code::ContractInternal, error.to_string()))
}

/// What was found, in the terminal.
fn lines(story: &Story, told: &Told) {
    let locale = &story.options.locale;
    for (idea, standing) in ideas::IDEAS.iter().zip(&told.ranking.overall.alternatives) {
        let total = told
            .lasting
            .pooled
            .iter()
            .find(|pool| pool.subject.as_str() == idea.id && pool.role.is_none());
        let total = total.and_then(|pool| pool.total.mean.value).unwrap_or_default();
        let share = decide::first_share(standing);
        story.line(&format!(
            "{}  {} {} / 100, {} {} %, {}",
            idea.title(locale),
            story.say("will last", "durera"),
            decimals(locale, total, 1),
            story.say("first in", "première dans"),
            decimals(locale, 100.0 * share, 0),
            decide::category(&told.sorting, idea).for_locale(locale)
        ));
    }
    story.line(&ideas::named(locale, told.ranking.reading.for_locale(locale)));
    if let Some(measure) = told.agreement.measures.first() {
        story.line(measure.reading.for_locale(locale));
    }
    let funded: Vec<&str> =
        told.funding.funded.iter().map(|id| ideas::project_title(id.as_str(), locale)).collect();
    story.line(&format!("{} {}", story.say("funded:", "financés :"), funded.join(", ")));
    for signal in &told.chart.signals {
        story.line(signal.text.for_locale(locale));
    }
}
