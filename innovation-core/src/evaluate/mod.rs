//! Is it any good, for whom, do we agree, and what follows.
//!
//! A [`Rubric`] holds the questions and how their answers are scored; [`score()`] turns
//! assessments into scores, each with what it is made of, and [`improve()`] finds the cheapest
//! way up. [`agree()`] says how far raters agree; [`rank()`] which alternatives come first under
//! all weights that people admit, [`sort()`] which are good enough, [`weigh()`] what comparisons
//! in pairs say about weights; [`fund()`] spends a budget by ballots; [`chart()`] says what has
//! changed since.
//!
//! Invariant: an assessment stores levels; points are computed, never stored.
//! Invariant: a statistic that does not exist says why; nothing is dropped without being counted.

mod agree;
mod chart;
mod fund;
mod improve;
mod rank;
mod rubric;
mod score;
mod sort;
mod weigh;

pub use agree::{
    AgreeRequest, Agreement, AgreementMeasure, Bootstrap, BootstrapInterval, FacetModel, Flag,
    Interval, LevelId, LevelValue, MOST_CELLS, MeasureName, PairValue, RaterEffect, RaterModel,
    RatingCounts, Ratings, Scale, ScaleKind, WeightsName, agree, agree_watched,
};
pub(crate) use chart::draw_chart;
pub use chart::{
    Baseline, Chart, ChartCounts, ChartDirection, ChartKind, ChartNote, ChartPhase, ChartPicture,
    ChartRequest, ChartRules, ChartRuns, ChartSignal, ExcludedPoint, KnownProcess, NotChecked,
    NotCheckedReason, Rebase, RuleUsed, RulesUsed, SignalMeaning, TargetAssurance, TargetReading,
    WantedDirection, chart,
};
pub use fund::{
    Ballot, Completed, Completion, Detail, FundBecause, FundCounts, FundRequest, FundRule, Funding,
    Money, NotFunded, NotFundedReason, Payment, Project, RaiseEnd, RoleShare, SchulzeOrder,
    TieBreak, TieBroken, Utility, VoterShare, fund, fund_watched,
};
pub use improve::{ImproveRequest, ImproveTarget, Improvement, LevelChange, improve};
pub use rank::{
    Alternative, AlternativeStanding, Anchors, CentralWeights, Criterion, CriterionValue,
    Direction, Dominance, DominanceCheck, Drawn, GivenDraws, LinearLimit, Missing, RankRequest,
    Ranking, RatioLimit, RoleStanding, RoleWeights, Sampler, ScaleUsed, Scaling, Standing,
    WeightLimits, rank, rank_draws, rank_watched,
};
pub use rubric::{
    Answer, Assessment, Band, Dimension, DimensionValue, FORMAT, Level, Range, Ratio, RatioItem,
    Rubric, RubricChoice, RubricGroup, RubricItem, Rubrics, RubricsRequest, Scoring, Total,
    WORDING_FORMAT, Wording, rubrics,
};
pub(crate) use score::extents;
pub use score::{
    AnswerCounts, AnswerState, AssessmentScore, GroupPool, GroupScore, HiddenPool, ItemPool,
    ItemScore, LadderScore, LevelCount, Marginal, Occasion, PoolBy, RatioScore, RungCount,
    ScoreChange, ScoreDisclosure, ScoreFinding, ScorePool, ScoreRequest, ScoreSummary, Scores,
    score,
};
pub use sort::{
    Assigned, Category, CategoryCount, CategoryLevels, ProfileCheck, SortRequest, Sorting, sort,
};
pub use weigh::{Comparison, Contradiction, RandomIndex, WeighRequest, Weighing, weigh};

/// A place below a prefix, the key written as a JSON Pointer has it.
pub(crate) fn under(prefix: &str, key: &str) -> String {
    let mut pointer = crate::contract::Pointer::default();
    pointer.key(key);
    format!("{prefix}{}", String::from(pointer))
}
