//! From scores to decisions: a ranking that says how sure it is, a sorting, a vote on money.

use super::super::Story;
use super::ideas::{self, IDEAS, Idea, Rater, SMALLER};
use innovation_core::evaluate::{
    AlternativeStanding, FundRequest, Funding, RankRequest, Ranking, Scores, SortRequest, Sorting,
};
use innovation_core::{Code, Error, Result, Text};
use serde_json::{Value, json};

/// What the ideas are compared by: value to five groups of people, and whether it will last.
pub(super) const CRITERIA: [&str; 6] =
    ["patients", "carers", "staff", "organisation", "territory", "lasting"];

/// What there is to spend, in euros.
pub(super) const BUDGET: u32 = 26_000;

/// The ideas with the range of what roles see on each criterion.
fn alternatives(value: &Scores, lasting: &Scores, range: bool) -> Vec<Value> {
    let of = |idea: &Idea, criterion: usize| {
        let (scores, group) =
            if criterion < 5 { (value, Some(criterion)) } else { (lasting, None) };
        let mean = |pool: &innovation_core::evaluate::ScorePool| match group {
            Some(group) => pool.groups.get(group)?.score.mean.value,
            None => pool.total.mean.value,
        };
        let own = scores.pooled.iter().filter(|pool| pool.subject.as_str() == idea.id);
        let (roles, whole): (Vec<_>, Vec<_>) = own.partition(|pool| pool.role.is_some());
        let means: Vec<f64> = roles.iter().filter_map(|pool| mean(pool)).collect();
        let low = means.iter().copied().fold(f64::INFINITY, f64::min);
        let high = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if range && low < high {
            json!([low, high])
        } else {
            json!(whole.first().and_then(|pool| mean(pool)).unwrap_or_default())
        }
    };
    let alternative = |idea: &Idea| {
        let values: serde_json::Map<String, Value> = CRITERIA
            .iter()
            .enumerate()
            .map(|(at, criterion)| ((*criterion).to_owned(), of(idea, at)))
            .collect();
        json!({"id": idea.id, "values": values})
    };
    IDEAS.iter().map(alternative).collect()
}

fn criteria() -> Vec<Value> {
    let best = |at: usize| if at < 5 { 4 } else { 100 };
    let criterion = |(at, id): (usize, &&str)| json!({"id": id, "direction": "max", "scale": {"worst": 0, "best": best(at)}});
    CRITERIA.iter().enumerate().map(criterion).collect()
}

fn read<T: serde::de::DeserializeOwned>(request: Value) -> Result<T> {
    serde_json::from_value(request)
        .map_err(|error| Error::new(Code::ContractInternal, error.to_string()))
}

/// Ranks the ideas under all weights that the roles admit.
pub(super) fn rank(story: &Story, value: &Scores, lasting: &Scores) -> Result<Ranking> {
    let locale = &story.options.locale;
    let role = |family: &str, order: Value| json!({"role": ideas::role_name(locale, family), "weights": {"order": order}});
    let request: RankRequest = read(json!({
        "alternatives": alternatives(value, lasting, true),
        "criteria": criteria(),
        "perRole": [
            role("livedExperience", json!([["patients", "carers"], ["staff", "territory", "lasting"], ["organisation"]])),
            role("care", json!([["patients", "staff"], ["carers", "lasting"], ["organisation", "territory"]])),
            role("management", json!([["lasting", "organisation"], ["patients", "staff"], ["carers", "territory"]])),
        ],
        "draws": 20_000,
        "seed": story.options.seed,
    }))?;
    innovation_core::evaluate::rank(&request)
}

/// The ideas, the one that is first most often before the others.
pub(super) fn by_first_places(ranking: &Ranking) -> Vec<&'static Idea> {
    let mut ideas: Vec<(f64, &Idea)> = IDEAS
        .iter()
        .zip(&ranking.overall.alternatives)
        .map(|(idea, standing)| (first_share(standing), idea))
        .collect();
    ideas.sort_by(|a, b| b.0.total_cmp(&a.0));
    ideas.into_iter().map(|(_, idea)| idea).collect()
}

/// The share of weightings in which an idea comes first.
pub(super) fn first_share(standing: &AlternativeStanding) -> f64 {
    standing.acceptability.first().copied().unwrap_or_default()
}

/// Sorts the ideas: take up, refine, leave. What harms patients or staff is not taken up.
pub(super) fn sort(value: &Scores, lasting: &Scores) -> Result<Sorting> {
    let all = |value: f64, lasting: f64| -> serde_json::Map<String, Value> {
        CRITERIA
            .iter()
            .map(|id| ((*id).to_owned(), json!(if *id == "lasting" { lasting } else { value })))
            .collect()
    };
    let request: SortRequest = read(json!({
        "alternatives": alternatives(value, lasting, false),
        "criteria": criteria(),
        "categories": [
            {"id": "take-up", "title": {"en": "take up", "fr": "à retenir"}},
            {"id": "refine", "title": {"en": "refine", "fr": "à retravailler"}},
            {"id": "leave", "title": {"en": "leave for now", "fr": "à laisser pour l’instant"}},
        ],
        "profiles": [
            {"category": "take-up", "values": all(2.3, 45.0)},
            {"category": "refine", "values": all(1.5, 30.0)},
        ],
        "weights": {"patients": 3, "carers": 2, "staff": 2, "organisation": 1, "territory": 1, "lasting": 2},
        "majority": 7,
        "vetoes": [{"category": "take-up", "values": {"patients": 1.0, "staff": 1.0}}],
    }))?;
    innovation_core::evaluate::sort(&request)
}

/// The category of an idea in words.
pub(super) fn category(sorting: &Sorting, idea: &Idea) -> Text {
    let sorted = sorting.alternatives.iter().find(|sorted| sorted.id.as_str() == idea.id);
    match sorted.map_or("", |sorted| sorted.category.as_str()) {
        "take-up" => Text::both("take up", "à retenir"),
        "refine" => Text::both("refine", "à retravailler"),
        _ => Text::both("leave for now", "à laisser pour l’instant"),
    }
}

/// Lets the group vote on money.
pub(super) fn fund(story: &Story, raters: &[Rater]) -> Result<Funding> {
    let project = |idea: &Idea| json!({"id": idea.id, "cost": idea.cost});
    let ballot = |rater: &Rater| json!({"voter": rater.id, "role": rater.role, "approve": ideas::approves(story, rater)});
    let request: FundRequest = read(json!({
        "projects": IDEAS.iter().chain(&SMALLER).map(project).collect::<Vec<_>>(),
        "ballots": raters.iter().map(ballot).collect::<Vec<_>>(),
        "budget": BUDGET,
        "rule": "equalShares",
        "completion": "addOneUtilitarian",
    }))?;
    innovation_core::evaluate::fund(&request)
}
