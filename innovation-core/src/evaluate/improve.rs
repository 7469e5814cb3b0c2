//! The cheapest way up: which levels to change so that a total reaches its target.
//!
//! The total is linear in the values of items, so that the question is a knapsack with one choice
//! for each item. It is solved exactly: item by item, only partial sums that no other partial sum
//! beats in both cost and gain are kept. Gains count in steps of 10⁻⁹, costs in steps of 10⁻⁶.

use super::rubric::{Assessment, Instrument, Level, Part, RubricChoice, Scoring, Wording};
use super::score::{self, AssessmentScore, Reading};
use super::under;
use crate::error::{Code, Error, Result};
use crate::people::Id;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Steps of gain in one point.
const GAIN: f64 = 1e9;
/// Steps of cost in one unit.
const COST: f64 = 1e6;
/// Most partial sums kept at once.
const MOST: usize = 1_000_000;

/// Asks for the cheapest way to a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImproveRequest {
    /// The rubric, or the id of a built-in one.
    pub rubric: RubricChoice,
    /// Words to put in place of the rubric's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// Where things stand.
    pub assessment: Assessment,
    /// What it costs to bring an item to a level, in any one unit; what is not named cannot
    /// change. Where absent, each level up costs 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<BTreeMap<String, BTreeMap<String, f64>>>,
    /// A total, or the id of a band. Default: the next band; the next rung of a ladder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<ImproveTarget>,
}

/// What to reach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ImproveTarget {
    /// A total.
    Total(f64),
    /// A band, or a rung, by its id.
    Named(String),
}

/// The cheapest way to a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Improvement {
    /// The total as it stands; none below the first rung.
    pub from: Option<f64>,
    /// The total to reach.
    pub target: f64,
    /// The total after the changes.
    pub reached: f64,
    /// What the changes cost together.
    pub cost: f64,
    /// No set of changes that reaches the target costs less.
    pub proved: bool,
    /// Items to change, in the order of the rubric.
    pub changes: Vec<LevelChange>,
    /// The band after the changes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Id>,
}

/// An item to change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LevelChange {
    /// The item.
    pub item: Id,
    /// Its level now; none where it has no answer.
    pub from: Option<Id>,
    /// The level to bring it to.
    pub to: Id,
    /// What that costs.
    pub cost: f64,
    /// What the total gains.
    pub gain: f64,
    /// Whether what is asked for is evidence alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub evidence: bool,
}

/// Finds the cheapest set of level changes that reaches a target.
///
/// Among sets that cost the same, the one with the most gain. What is missing or not applicable
/// stays so, except on a ladder, where missing conditions count as not met. Points say nothing of
/// what a change asks of people: give `cost` where you know it.
///
/// # Errors
///
/// `evaluate.unreachable-target` where even the best levels do not reach it, or the assessment is
/// there already; `evaluate.invalid-answer` where too little is answered for a total;
/// `evaluate.invalid-rubric` where the kind has no total; and those of [`score()`](super::score()).
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{ImproveRequest, improve};
/// let request: ImproveRequest = serde_json::from_str(r#"{
///     "rubric": {"id": "r", "version": "1.0.0", "title": "R", "citation": "own", "scoring": "levelTable",
///         "groups": [{"id": "g", "title": "G", "items": [
///             {"id": "a", "title": "A", "levels": [{"id": "no", "title": "No", "points": 0}, {"id": "yes", "title": "Yes", "points": 3}]},
///             {"id": "b", "title": "B", "levels": [{"id": "no", "title": "No", "points": 0}, {"id": "yes", "title": "Yes", "points": 5}]}]}]},
///     "assessment": {"rubric": "r", "version": "1.0.0", "subject": "pilot", "answers": {"a": "no", "b": "no"}},
///     "cost": {"a": {"yes": 2}, "b": {"yes": 7}},
///     "target": 3
/// }"#).unwrap();
/// let way = improve(&request)?;
/// assert_eq!((way.changes[0].item.as_str(), way.cost), ("a", 2.0));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// H. Kellerer, U. Pferschy, D. Pisinger, *Knapsack Problems*, Springer, 2004, chapter 11
/// (multiple choice, dynamic programming with dominance).
pub fn improve(request: &ImproveRequest) -> Result<Improvement> {
    let rubric = request.rubric.rubric(request.wording.as_ref())?;
    let instrument = Instrument::of(&rubric)?;
    let readings = score::read(&instrument, &request.assessment, "/assessment")?;
    let now = score::single(&instrument, &request.assessment, &readings);
    let prices = prices(&instrument, request)?;
    if rubric.scoring == Scoring::Ladder {
        return climb(&instrument, request, &readings, &now, &prices);
    }
    let factors = score::factors(&instrument, &readings).map_err(|reason| match reason {
        "no-total" => {
            Error::new(Code::EvaluateInvalidRubric, "this rubric has no total to improve")
                .at("/rubric")
        }
        _ => Error::new(Code::EvaluateInvalidAnswer, format!("there is no total yet: {reason}"))
            .at("/assessment/answers"),
    })?;
    let from = now.total.value.unwrap_or_default();
    let target = target(&instrument, request, from)?;
    let need = steps(target - from, GAIN);
    let mut choices = Vec::new();
    for (at, (part, reading)) in instrument.parts.iter().zip(&readings).enumerate() {
        let (Some(level), Some(factor)) = (reading.level(), factors.get(at).copied().flatten())
        else {
            continue;
        };
        let worth = |level: usize| score::value(&instrument, part, part.levels.get(level)?);
        let Some(stands) = worth(level) else { continue };
        let mut options = Vec::new();
        for (to, name) in part.levels.iter().enumerate() {
            let gain = worth(to).map_or(0.0, |value| (value - stands) * factor);
            if let (true, Some(cost)) = (gain > 0.0, price(&prices, part, name, level.abs_diff(to)))
            {
                options.push(Choice { at, to, gain: steps(gain, GAIN), cost });
            }
        }
        choices.push(options);
    }
    let best = cheapest(&choices, need)?.ok_or_else(|| {
        let most: i64 = choices
            .iter()
            .filter_map(|options| options.iter().map(|choice| choice.gain).max())
            .sum();
        let message = format!("the best total within reach is {}", from + most as f64 / GAIN);
        Error::new(Code::EvaluateUnreachableTarget, message).at("/target")
    })?;
    let gain: i64 = best.iter().map(|choice| choice.gain).sum();
    let reached = from + gain as f64 / GAIN;
    let change = |choice: &Choice| {
        let part = instrument.parts.get(choice.at)?;
        let from = readings.get(choice.at)?.level().and_then(|level| part.levels.get(level));
        Some(LevelChange {
            item: part.item.id.clone(),
            from: from.map(|level| level.id.clone()),
            to: part.levels.get(choice.to)?.id.clone(),
            cost: choice.cost as f64 / COST,
            gain: choice.gain as f64 / GAIN,
            evidence: false,
        })
    };
    Ok(Improvement {
        from: Some(from),
        target,
        reached,
        cost: best.iter().map(|choice| choice.cost).sum::<i64>() as f64 / COST,
        proved: true,
        changes: best.iter().filter_map(change).collect(),
        band: score::band(&rubric, reached),
    })
}

/// Whole steps of a number, to the nearest.
fn steps(number: f64, scale: f64) -> i64 {
    libm::round(number * scale) as i64
}

/// A level that an item may be brought to.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Choice {
    at: usize,
    to: usize,
    gain: i64,
    cost: i64,
}

/// What the request says that changes cost, in steps, by item and level.
type Prices = Option<BTreeMap<String, BTreeMap<String, i64>>>;

fn prices(instrument: &Instrument<'_>, request: &ImproveRequest) -> Result<Prices> {
    let Some(given) = &request.cost else { return Ok(None) };
    let mut prices = BTreeMap::new();
    for (item, levels) in given {
        let place = under("/cost", item);
        let part = instrument.parts.iter().find(|part| part.item.id.as_str() == item);
        let part = part.ok_or_else(|| {
            Error::new(Code::EvaluateUnknownItem, format!("the rubric has no item {item:?}"))
                .at(place.as_str())
        })?;
        let mut costs = BTreeMap::new();
        for (level, &cost) in levels {
            let place = under(&place, level);
            if !part.levels.iter().any(|known| known.id.as_str() == level) {
                let message = format!("{item} has no level {level:?}");
                return Err(Error::new(Code::EvaluateUnknownLevel, message).at(place));
            }
            if !(0.0..=1e9).contains(&cost) {
                let message = "a cost lies between 0 and a thousand million";
                return Err(Error::new(Code::ContractInvalidValue, message).at(place));
            }
            costs.insert(level.clone(), steps(cost, COST));
        }
        prices.insert(item.clone(), costs);
    }
    Ok(Some(prices))
}

/// The cost of a change, `None` where it cannot be made.
fn price(prices: &Prices, part: &Part<'_>, level: &Level, levels_apart: usize) -> Option<i64> {
    match prices {
        None => Some(steps(levels_apart as f64, COST)),
        Some(prices) => prices.get(part.item.id.as_str())?.get(level.id.as_str()).copied(),
    }
}

/// The total to reach.
fn target(instrument: &Instrument<'_>, request: &ImproveRequest, from: f64) -> Result<f64> {
    let refuse =
        |message: String| Error::new(Code::EvaluateUnreachableTarget, message).at("/target");
    let bands = &instrument.rubric.bands;
    let target = match &request.target {
        Some(ImproveTarget::Total(total)) => *total,
        Some(ImproveTarget::Named(id)) => bands
            .iter()
            .find(|band| band.id.as_str() == id)
            .ok_or_else(|| refuse(format!("the rubric has no band {id:?}")))?
            .min
            .unwrap_or(from),
        None => {
            bands.iter().filter_map(|band| band.min).find(|&min| min > from).ok_or_else(|| {
                refuse("there is no band above this total".to_owned())
                    .hint("name a total as target")
            })?
        }
    };
    if !(target > from && target - from < 1e6) {
        return Err(refuse(format!("the total is {from} already")));
    }
    Ok(target)
}

/// A partial sum that no other beats, and how it came about.
#[derive(Debug, Clone, Copy)]
struct Sum {
    cost: i64,
    gain: i64,
    last: Option<usize>,
}

/// The cheapest choices, at most one of each list, whose gains reach the need.
fn cheapest(lists: &[Vec<Choice>], need: i64) -> Result<Option<Vec<Choice>>> {
    let mut taken: Vec<(Choice, Option<usize>)> = Vec::new();
    let mut front = vec![Sum { cost: 0, gain: 0, last: None }];
    for options in lists {
        let mut sums = front.clone();
        for choice in options {
            for sum in front.iter().filter(|sum| sum.gain < need) {
                taken.push((*choice, sum.last));
                sums.push(Sum {
                    cost: sum.cost.saturating_add(choice.cost),
                    gain: sum.gain.saturating_add(choice.gain),
                    last: Some(taken.len() - 1),
                });
            }
            if taken.len() > MOST * 8 || sums.len() > MOST {
                let message = "too many different sums of costs and gains";
                return Err(Error::new(Code::ContractTooLarge, message)
                    .at("/cost")
                    .hint("round the costs"));
            }
        }
        front = undominated(sums, need);
    }
    let best = front.iter().find(|sum| sum.gain >= need);
    Ok(best.map(|best| {
        let chain = std::iter::successors(best.last, |&at| taken.get(at)?.1);
        let mut choices: Vec<Choice> =
            chain.filter_map(|at| taken.get(at).map(|(choice, _)| *choice)).collect();
        choices.reverse();
        choices
    }))
}

/// Drops sums that another matches at no more cost; of those that reach the need, the cheapest
/// stays. What is left rises in cost and in gain.
fn undominated(mut sums: Vec<Sum>, need: i64) -> Vec<Sum> {
    sums.sort_by(|a, b| a.cost.cmp(&b.cost).then(b.gain.cmp(&a.gain)));
    let mut kept: Vec<Sum> = Vec::new();
    for sum in sums {
        match kept.last() {
            Some(last) if last.gain >= need => break,
            Some(last) if sum.gain <= last.gain => {}
            _ => kept.push(sum),
        }
    }
    kept
}

/// What the next rung, or the one named, asks for: every open condition up to it.
fn climb(
    instrument: &Instrument<'_>,
    request: &ImproveRequest,
    readings: &[Reading],
    now: &AssessmentScore,
    prices: &Prices,
) -> Result<Improvement> {
    let rungs = &instrument.rubric.groups;
    let refuse =
        |message: String| Error::new(Code::EvaluateUnreachableTarget, message).at("/target");
    let next = now.ladder.as_ref().and_then(|ladder| ladder.next.clone());
    let goal = match &request.target {
        None => rungs.iter().position(|rung| Some(&rung.id) == next.as_ref()),
        Some(ImproveTarget::Named(id)) => rungs.iter().position(|rung| rung.id.as_str() == id),
        Some(ImproveTarget::Total(points)) => {
            rungs.iter().position(|rung| rung.points.is_some_and(|here| here >= *points))
        }
    };
    let first = rungs.iter().position(|rung| Some(&rung.id) == next.as_ref());
    let (Some(first), Some(goal)) = (first, goal) else {
        return Err(refuse("there is no such rung above".to_owned()));
    };
    if goal < first {
        return Err(refuse("this rung is reached already".to_owned()));
    }
    let mut changes = Vec::new();
    let mut cost = 0;
    let open = instrument.parts.iter().zip(readings);
    for (part, reading) in open.filter(|(part, _)| (first..=goal).contains(&part.group)) {
        let Some(top) = part.levels.last() else { continue };
        let height = part.levels.len() - 1;
        let level = reading.level();
        let shown = request.assessment.evidence.get(part.item.id.as_str());
        let evidence = level == Some(height) && part.item.evidence.is_some() && shown.is_none();
        if *reading == Reading::NotApplicable || (level == Some(height) && !evidence) {
            continue;
        }
        let apart = if evidence { 1 } else { height - level.unwrap_or(0).min(height) };
        let own = price(prices, part, top, apart).ok_or_else(|| {
            refuse(format!("{} must be met, and no cost is named for it", part.item.id))
        })?;
        cost += own;
        changes.push(LevelChange {
            item: part.item.id.clone(),
            from: level.and_then(|level| part.levels.get(level)).map(|level| level.id.clone()),
            to: top.id.clone(),
            cost: own as f64 / COST,
            gain: 0.0,
            evidence,
        });
    }
    let reached = rungs.get(goal).and_then(|rung| rung.points).unwrap_or_default();
    Ok(Improvement {
        from: now.total.value,
        target: reached,
        reached,
        cost: cost as f64 / COST,
        proved: true,
        changes,
        band: score::band(instrument.rubric, reached),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lists(costs: &[Vec<(i64, i64)>]) -> Vec<Vec<Choice>> {
        let list = |(at, options): (usize, &Vec<(i64, i64)>)| {
            let option = |(to, &(gain, cost)): (usize, &(i64, i64))| Choice { at, to, gain, cost };
            options.iter().enumerate().map(option).collect()
        };
        costs.iter().enumerate().map(list).collect()
    }

    /// Tries every combination.
    fn brute(lists: &[Vec<Choice>], need: i64) -> Option<(i64, i64)> {
        let Some((first, rest)) = lists.split_first() else {
            return (need <= 0).then_some((0, 0));
        };
        let none = brute(rest, need);
        let some = first.iter().filter_map(|choice| {
            let (cost, gain) = brute(rest, need - choice.gain)?;
            Some((cost + choice.cost, gain - choice.gain))
        });
        some.chain(none).min()
    }

    proptest! {
        /// No combination of changes is cheaper; of the cheapest, none gains more.
        #[test]
        fn nothing_is_cheaper(
            costs in prop::collection::vec(prop::collection::vec((1i64..9, 0i64..9), 0..4), 0..6),
            need in 1i64..25,
        ) {
            let lists = lists(&costs);
            let found = cheapest(&lists, need).unwrap();
            let found = found.map(|choices| {
                let (cost, gain) = choices.iter().fold((0, 0), |(c, g), choice| {
                    (c + choice.cost, g + choice.gain)
                });
                prop_assert!(choices.windows(2).all(|pair| pair[0].at < pair[1].at));
                prop_assert!(gain >= need);
                Ok(cost)
            }).transpose()?;
            prop_assert_eq!(found, brute(&lists, need).map(|(cost, _)| cost));
        }
    }
}
