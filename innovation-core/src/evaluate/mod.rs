//! Is it any good, for whom, do we agree, and what follows.
//!
//! A [`Rubric`] holds the questions and how their answers are scored; [`score()`] turns
//! assessments into scores, each with what it is made of, and [`improve()`] finds the cheapest
//! way up.
//!
//! Invariant: an assessment stores levels; points are computed, never stored.
//! Invariant: a statistic that does not exist says why; nothing is dropped without being counted.

mod improve;
mod rubric;
mod score;

pub use improve::{ImproveRequest, ImproveTarget, Improvement, LevelChange, improve};
pub use rubric::{
    Answer, Assessment, Band, Dimension, DimensionValue, FORMAT, Level, Range, Ratio, RatioItem,
    Rubric, RubricChoice, RubricGroup, RubricItem, Rubrics, RubricsRequest, Scoring, Total,
    WORDING_FORMAT, Wording, rubrics,
};
pub use score::{
    AnswerCounts, AnswerState, AssessmentScore, GroupPool, GroupScore, ItemPool, ItemScore,
    LadderScore, LevelCount, Marginal, Occasion, PoolBy, RatioScore, RungCount, ScoreChange,
    ScoreFinding, ScorePool, ScoreRequest, ScoreSummary, Scores, score,
};

/// A place below a prefix, the key written as a JSON Pointer has it.
pub(crate) fn under(prefix: &str, key: &str) -> String {
    let mut pointer = crate::contract::Pointer::default();
    pointer.key(key);
    format!("{prefix}{}", String::from(pointer))
}
