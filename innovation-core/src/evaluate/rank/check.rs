//! From a request to partial values: every fault is refused here, with its place.

use super::document::{
    Alternative, Anchors, Criterion, CriterionValue, Direction, Missing, RankRequest, ScaleUsed,
    Scaling,
};
use crate::contract::{Pointer, nearest};
use crate::error::{Code, Error, Result};
use crate::people::Id;
use std::collections::{BTreeMap, BTreeSet};

/// Most alternatives.
const ALTERNATIVES: usize = 200;
/// Most criteria.
const CRITERIA: usize = 50;
/// The largest value, so that no difference of two overflows.
const LARGEST: f64 = 1e15;

/// Alternatives as partial values: 0 is the worst level of a criterion, 1 the best.
#[derive(Debug)]
pub(super) struct Problem<'a> {
    /// The alternatives' ids, in the order of the request.
    pub ids: Vec<&'a Id>,
    /// The criteria's ids, in the order of the request.
    pub criteria: Vec<&'a Id>,
    /// Lowest partial values, alternative by alternative.
    pub low: Vec<f64>,
    /// Highest partial values, likewise.
    pub high: Vec<f64>,
    /// The scale of each criterion.
    pub scales: Vec<ScaleUsed>,
}

impl<'a> Problem<'a> {
    /// Checks alternatives and criteria.
    pub(super) fn read(request: &'a RankRequest) -> Result<Self> {
        let criteria =
            unique(request.criteria.iter().map(|one| &one.id), "criteria", CRITERIA, true)?;
        let ids = unique(
            request.alternatives.iter().map(|one| &one.id),
            "alternatives",
            ALTERNATIVES,
            true,
        )?;
        for (at, alternative) in request.alternatives.iter().enumerate() {
            check_values(at, alternative, request)?;
        }
        let mut problem = Self {
            low: Vec::with_capacity(ids.len() * criteria.len()),
            high: Vec::with_capacity(ids.len() * criteria.len()),
            scales: Vec::with_capacity(criteria.len()),
            ids,
            criteria,
        };
        for (at, criterion) in request.criteria.iter().enumerate() {
            problem.scales.push(scale(at, criterion, request)?);
        }
        for (at, alternative) in request.alternatives.iter().enumerate() {
            for scale in &problem.scales {
                let [low, high] = partial(at, alternative, scale)?;
                problem.low.push(low);
                problem.high.push(high);
            }
        }
        Ok(problem)
    }

    /// Lowest and highest partial values of an alternative.
    pub(super) fn values(&self, alternative: usize) -> (&[f64], &[f64]) {
        let size = self.criteria.len();
        let range = alternative * size..(alternative + 1) * size;
        (self.low.get(range.clone()).unwrap_or_default(), self.high.get(range).unwrap_or_default())
    }

    /// The position of a criterion that must be there.
    pub(super) fn criterion(&self, name: &str, path: impl FnOnce() -> String) -> Result<usize> {
        position(&self.criteria, name)
            .ok_or_else(|| unknown(&self.criteria, name, Code::EvaluateInvalidWeights).at(path()))
    }
}

/// The place of a key below a place.
pub(in crate::evaluate) fn below(path: &str, key: &str) -> String {
    let mut pointer = Pointer::default();
    pointer.key(key);
    format!("{path}{}", String::from(pointer))
}

/// The position of a name.
pub(in crate::evaluate) fn position(ids: &[&Id], name: &str) -> Option<usize> {
    ids.iter().position(|id| id.as_str() == name)
}

/// A refusal of a name that is no criterion.
pub(in crate::evaluate) fn unknown(criteria: &[&Id], name: &str, code: Code) -> Error {
    let known: Vec<&str> = criteria.iter().map(|id| id.as_str()).collect();
    let error = Error::new(code, format!("there is no criterion {name:?}"));
    match nearest(name, &known) {
        Some(hint) => error.hint(hint),
        None => error,
    }
}

/// Ids of a list that is neither empty nor too long, each once.
pub(in crate::evaluate) fn unique<'a>(
    ids: impl ExactSizeIterator<Item = &'a Id>,
    list: &str,
    most: usize,
    are_objects: bool,
) -> Result<Vec<&'a Id>> {
    let count = ids.len();
    if count == 0 {
        return Err(Error::new(Code::EvaluateInvalidAlternatives, format!("there are no {list}"))
            .at(format!("/{list}")));
    }
    if count > most {
        return Err(Error::new(
            Code::ContractTooLarge,
            format!("{count} {list} are more than {most}"),
        )
        .at(format!("/{list}")));
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::with_capacity(count);
    for (at, id) in ids.enumerate() {
        if !seen.insert(id) {
            let place = if are_objects { "/id" } else { "" };
            return Err(Error::new(
                Code::EvaluateInvalidAlternatives,
                format!("{id} stands twice among the {list}"),
            )
            .at(format!("/{list}/{at}{place}")));
        }
        found.push(id);
    }
    Ok(found)
}

/// Every value has a criterion and is a number or a range, and every criterion a value.
fn check_values(at: usize, alternative: &Alternative, request: &RankRequest) -> Result<()> {
    let path = format!("/alternatives/{at}/values");
    let criteria: Vec<&Id> = request.criteria.iter().map(|criterion| &criterion.id).collect();
    for (name, value) in &alternative.values {
        if position(&criteria, name).is_none() {
            let code = Code::EvaluateInvalidAlternatives;
            return Err(unknown(&criteria, name, code).at(below(&path, name)));
        }
        let [low, high] = value.ends();
        // Written so that NaN is refused too.
        if !(low.abs() <= LARGEST && high.abs() <= LARGEST) {
            return Err(
                invalid("a value is a number between -1e15 and 1e15").at(below(&path, name))
            );
        }
        if low > high {
            return Err(
                invalid(format!("the low {low} is above the high {high}")).at(below(&path, name))
            );
        }
    }
    if request.missing == Missing::Error
        && let Some(absent) =
            criteria.iter().find(|id| !alternative.values.contains_key(id.as_str()))
    {
        return Err(invalid(format!("{} has no value on {absent}", alternative.id))
            .at(path)
            .hint("give a value or a range, or set missing to interval"));
    }
    Ok(())
}

/// The scale of a criterion: its own, 0 to 1, or the values observed.
fn scale(at: usize, criterion: &Criterion, request: &RankRequest) -> Result<ScaleUsed> {
    let path = format!("/criteria/{at}");
    let upward = criterion.direction == Direction::Max;
    let used = |worst, best, observed| ScaleUsed {
        criterion: criterion.id.clone(),
        worst,
        best,
        observed,
    };
    match (criterion.scale, request.scaling) {
        (Some(Anchors { worst, best }), _) => {
            if !(worst.abs() <= LARGEST && best.abs() <= LARGEST) {
                return Err(invalid("an anchor is a number between -1e15 and 1e15")
                    .at(format!("{path}/scale")));
            }
            let fits = if upward { worst < best } else { worst > best };
            if !fits {
                let order = if upward { "below" } else { "above" };
                return Err(invalid(format!(
                    "the worst level {worst} is not {order} the best level {best}"
                ))
                .at(format!("{path}/scale"))
                .hint("with direction max the worst level is the lowest, with min the highest"));
            }
            Ok(used(worst, best, false))
        }
        (None, Scaling::Anchored) => {
            Ok(if upward { used(0.0, 1.0, false) } else { used(1.0, 0.0, false) })
        }
        (None, Scaling::Observed) => {
            let ends = || {
                request
                    .alternatives
                    .iter()
                    .filter_map(|one| one.values.get(criterion.id.as_str()))
                    .flat_map(|value| value.ends())
            };
            let low = ends().fold(f64::INFINITY, f64::min);
            let high = ends().fold(f64::NEG_INFINITY, f64::max);
            // Also false where nobody has a value.
            if low < high {
                Ok(if upward { used(low, high, true) } else { used(high, low, true) })
            } else {
                Err(invalid(format!("all alternatives have the same value on {}", criterion.id))
                    .at(path)
                    .hint("give the criterion a scale, or leave it out: it tells nothing apart"))
            }
        }
    }
}

/// The lowest and the highest partial value of an alternative on a criterion.
fn partial(at: usize, alternative: &Alternative, scale: &ScaleUsed) -> Result<[f64; 2]> {
    let name = scale.criterion.as_str();
    let Some(value) = alternative.values.get(name) else { return Ok([0.0, 1.0]) };
    let share = |level: f64| (level - scale.worst) / (scale.best - scale.worst);
    let [a, b] = value.ends().map(share);
    if a.min(b) < 0.0 || a.max(b) > 1.0 {
        let (low, high) = (scale.worst.min(scale.best), scale.worst.max(scale.best));
        return Err(invalid(format!(
            "the value of {} on {name} lies outside the scale from {low} to {high}",
            alternative.id
        ))
        .at(below(&format!("/alternatives/{at}/values"), name))
        .hint("give the criterion a scale whose worst and best levels hold every value"));
    }
    // + 0.0 turns a negative zero into zero.
    Ok([a.min(b) + 0.0, a.max(b) + 0.0])
}

impl CriterionValue {
    /// The lowest and the highest it may be.
    pub(in crate::evaluate) fn ends(self) -> [f64; 2] {
        match self {
            Self::Known(value) => [value, value],
            Self::Between(ends) => ends,
        }
    }
}

pub(in crate::evaluate) fn invalid(message: impl Into<String>) -> Error {
    Error::new(Code::EvaluateInvalidAlternatives, message)
}

/// Numbers by criterion, in the order of the criteria; refuses names that are none.
pub(super) fn by_criterion(
    numbers: &BTreeMap<String, f64>,
    problem: &Problem<'_>,
    path: &str,
) -> Result<Vec<Option<f64>>> {
    let mut found = vec![None; problem.criteria.len()];
    for (name, &number) in numbers {
        let at = problem.criterion(name, || below(path, name))?;
        if let Some(own) = found.get_mut(at) {
            *own = Some(number);
        }
    }
    Ok(found)
}
