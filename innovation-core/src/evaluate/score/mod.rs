//! From answers to scores.
//!
//! `answers` reads what an assessment says of each item, `single` scores one assessment by the
//! rubric's kind, `ladder` climbs rungs, `pool` brings assessments of one subject together,
//! `findings` says where people differ, `change` compares occasions, `veil` hides results of few
//! people where a policy of disclosure is given.

mod answers;
mod change;
mod document;
mod extent;
mod findings;
mod ladder;
mod pool;
mod single;
mod veil;

pub(crate) use answers::{Reading, read};
pub use change::ScoreChange;
pub use document::{
    AnswerCounts, AnswerState, AssessmentScore, GroupScore, ItemScore, LadderScore, LevelCount,
    Marginal, Occasion, PoolBy, RatioScore, ScoreRequest, Scores,
};
pub(crate) use extent::extents;
pub use findings::ScoreFinding;
pub use pool::{GroupPool, ItemPool, RungCount, ScorePool, ScoreSummary};
pub(crate) use single::{band, factors, single, value};
pub use veil::{HiddenPool, ScoreDisclosure};

use super::rubric::Instrument;
use crate::error::{Code, Error, Result};

/// Most answers of a request: assessments times items.
const MOST_ANSWERS: usize = 500_000;

/// Scores assessments by their rubric: each on its own, then pooled by subject, and by role and
/// occasion where asked.
///
/// What is not applicable does not count, in no direction; what is missing is counted, and below
/// the rubric's `minimumAnswered` a score is undefined (`too-few-answered`). Points are computed
/// from levels. A kind without a sum (ordinal profile, valence, record, ratios) has no total, and
/// none is made up.
///
/// A score is no verdict: where `validated` is false, nobody has shown that these words measure
/// what they name.
///
/// Under `disclose`, a policy as in [`protect::disclose`](crate::protect::disclose()), no single
/// assessment is listed, and no result is shown that few people gave, or from which together
/// with others one of few people could be worked out; `disclosure` says what is missing.
///
/// # Errors
///
/// `protect.invalid-policy` where that policy is unknown or contradicts itself;
/// `evaluate.unknown-rubric`, `evaluate.invalid-rubric`; `evaluate.version-mismatch` where an
/// assessment was made with another rubric or version; `evaluate.unknown-item`,
/// `evaluate.unknown-level`, `evaluate.invalid-answer`, `evaluate.invalid-ratio` with the place
/// of the answer; `contract.too-large` above 500,000 answers or 1,000 occasions.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{ScoreRequest, score};
/// let request: ScoreRequest = serde_json::from_str(r#"{
///     "rubric": {"id": "two", "version": "1.0.0", "title": "Two", "citation": "own",
///         "scoring": "likert", "levels": [
///             {"id": "no", "title": "No", "points": 1}, {"id": "yes", "title": "Yes", "points": 2}],
///         "groups": [{"id": "g", "title": "G", "items": [
///             {"id": "heard", "title": "Heard"}, {"id": "hurried", "title": "Hurried", "reversed": true}]}]},
///     "assessments": [{"rubric": "two", "version": "1.0.0", "subject": "pilot",
///         "answers": {"heard": "yes", "hurried": "yes"}}]
/// }"#).unwrap();
/// assert_eq!(score(&request)?.scores[0].total.value, Some(1.5));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// R. K. Leik, *A measure of ordinal consensus*, Pacific Sociological Review 9(2), 1966 (how
/// divided opinions are). E. B. Wilson, *Probable inference, the law of succession, and
/// statistical inference*, JASA 22, 1927 (intervals of proportions).
pub fn score(request: &ScoreRequest) -> Result<Scores> {
    let rubric = request.rubric.rubric(request.wording.as_ref())?;
    let instrument = Instrument::of(&rubric)?;
    if request.assessments.len().saturating_mul(instrument.parts.len()) > MOST_ANSWERS {
        let message = format!("more than {MOST_ANSWERS} answers, assessments times items");
        return Err(Error::new(Code::ContractTooLarge, message)
            .at("/assessments")
            .hint("score subject by subject"));
    }
    let mut scores = Vec::with_capacity(request.assessments.len());
    let mut readings = Vec::with_capacity(request.assessments.len());
    for (at, assessment) in request.assessments.iter().enumerate() {
        let reading = read(&instrument, assessment, &format!("/assessments/{at}"))?;
        scores.push(single(&instrument, assessment, &reading));
        readings.push(reading);
    }
    let occasions = change::occasions(request)?;
    let pools = pool::pools(&instrument, &request.by, &occasions, &scores, &readings);
    let changes = change::changes(&instrument, &occasions, &scores);
    let (scores, pools, changes, disclosure) = match &request.disclose {
        None => (scores, pools, changes, None),
        Some(policy) => {
            let (pools, changes, disclosure) =
                veil::veil(policy, &instrument, &occasions, &scores, pools, changes)?;
            (Vec::new(), pools, changes, Some(disclosure))
        }
    };
    Ok(Scores {
        rubric: rubric.id.clone(),
        version: rubric.version.clone(),
        title: rubric.title.clone(),
        citation: rubric.citation.clone(),
        licence: rubric.licence.clone(),
        validated: rubric.validated,
        note: rubric.note.clone(),
        scoring: rubric.scoring,
        scores,
        pooled: pools,
        changes,
        disclosure,
    })
}

#[cfg(test)]
mod tests;
