//! Profiles, weights and vetoes, checked once; and an alternative held against them.

use super::ROUNDING;
use super::describe;
use super::document::{Assigned, Category, CategoryLevels, ProfileCheck, SortRequest};
use crate::error::{Code, Error, Result};
use crate::evaluate::rank::{Alternative, Direction, below, invalid, position, unique, unknown};
use crate::people::Id;
use std::collections::BTreeMap;

/// Most alternatives, criteria and categories.
const MOST: [usize; 3] = [200, 50, 20];
/// The largest value and the largest weight.
const LARGEST: f64 = 1e15;

/// What alternatives are held against, every level turned so that more is better.
pub(super) struct Model<'a> {
    criteria: Vec<&'a Id>,
    signs: Vec<f64>,
    weights: Vec<f64>,
    majority: f64,
    /// Sum of the weights.
    pub total: f64,
    /// Categories from the best to the last.
    pub categories: &'a [Category],
    /// Levels of each profile.
    profiles: Vec<Vec<f64>>,
    /// Veto levels of each profile, where there are any.
    vetoes: Vec<Vec<Option<f64>>>,
    /// For each alternative its worst and its best levels.
    levels: Vec<[Vec<f64>; 2]>,
}

impl<'a> Model<'a> {
    /// Checks a request.
    pub(super) fn read(request: &'a SortRequest) -> Result<Self> {
        let [alternatives, criteria, categories] = MOST;
        unique(request.alternatives.iter().map(|one| &one.id), "alternatives", alternatives, true)?;
        unique(request.categories.iter().map(|one| &one.id), "categories", categories, true)?;
        let mut model = Self {
            criteria: unique(
                request.criteria.iter().map(|one| &one.id),
                "criteria",
                criteria,
                true,
            )?,
            signs: request
                .criteria
                .iter()
                .map(|one| if one.direction == Direction::Max { 1.0 } else { -1.0 })
                .collect(),
            weights: Vec::new(),
            majority: request.majority,
            total: 0.0,
            categories: &request.categories,
            profiles: Vec::new(),
            vetoes: Vec::new(),
            levels: Vec::new(),
        };
        model.read_weights(request)?;
        model.read_profiles(request)?;
        model.read_vetoes(request)?;
        for (at, alternative) in request.alternatives.iter().enumerate() {
            let levels = model.read_alternative(at, alternative)?;
            model.levels.push(levels);
        }
        Ok(model)
    }

    fn read_weights(&mut self, request: &SortRequest) -> Result<()> {
        let refuse = |message: String, path: String| {
            Err(Error::new(Code::EvaluateInvalidWeights, message).at(path))
        };
        let code = Code::EvaluateInvalidWeights;
        for (weight, id) in
            self.numbers(&request.weights, "/weights", code)?.iter().zip(&self.criteria)
        {
            match weight {
                None => return refuse(format!("{id} has no weight"), "/weights".to_owned()),
                Some(weight) if *weight < 0.0 => {
                    let path = below("/weights", id.as_str());
                    return refuse(format!("the weight of {id} is negative"), path);
                }
                Some(weight) => self.weights.push(*weight),
            }
        }
        self.total = self.weights.iter().sum();
        if self.total <= 0.0 {
            return refuse("no criterion has a weight".to_owned(), "/weights".to_owned());
        }
        let majority = request.majority;
        // Written so that NaN is refused too.
        if !(majority > 0.0 && majority <= self.total * (1.0 + ROUNDING)) {
            return refuse(
                format!(
                    "the majority {majority} is not above 0 and up to all weight, {}",
                    self.total
                ),
                "/majority".to_owned(),
            );
        }
        Ok(())
    }

    /// One profile a category but the last, in order, none better than the one before.
    fn read_profiles(&mut self, request: &SortRequest) -> Result<()> {
        let wanted = request.categories.len().saturating_sub(1);
        if request.categories.len() < 2 {
            return Err(invalid("there are fewer than two categories").at("/categories"));
        }
        if request.profiles.len() != wanted {
            return Err(profile(format!(
                "{} categories need {wanted} profiles, one each but for the last; there are {}",
                request.categories.len(),
                request.profiles.len()
            ))
            .at("/profiles"));
        }
        for (at, (said, category)) in request.profiles.iter().zip(&request.categories).enumerate() {
            let path = format!("/profiles/{at}");
            if said.category != category.id {
                return Err(profile(format!(
                    "the profile of {} stands where that of {} is expected",
                    said.category, category.id
                ))
                .at(format!("{path}/category"))
                .hint("profiles stand in the order of the categories, the last has none"));
            }
            let path = format!("{path}/values");
            let mut levels = Vec::with_capacity(self.criteria.len());
            for (level, id) in self.levels_of(said, &path)?.into_iter().zip(&self.criteria) {
                let Some(level) = level else {
                    return Err(profile(format!("the profile has no level on {id}")).at(path));
                };
                levels.push(level);
            }
            if let Some(better) = self.profiles.last()
                && let Some(at) = better.iter().zip(&levels).position(|(above, own)| own > above)
                && let Some(id) = self.criteria.get(at)
            {
                return Err(profile(format!(
                    "on {id} the profile is better than that of the category above"
                ))
                .at(below(&path, id.as_str())));
            }
            self.profiles.push(levels);
        }
        Ok(())
    }

    /// Veto levels, each worse than the profile's level.
    fn read_vetoes(&mut self, request: &SortRequest) -> Result<()> {
        self.vetoes = vec![vec![None; self.criteria.len()]; self.profiles.len()];
        for (at, said) in request.vetoes.iter().enumerate() {
            let path = format!("/vetoes/{at}");
            let found = request.profiles.iter().position(|other| other.category == said.category);
            let twice = request.vetoes.iter().take(at).any(|other| other.category == said.category);
            let (Some(category), false) = (found, twice) else {
                let fact =
                    if twice { "has vetoes already" } else { "has no profile to be barred from" };
                return Err(
                    profile(format!("{} {fact}", said.category)).at(format!("{path}/category"))
                );
            };
            let path = format!("{path}/values");
            let levels = self.levels_of(said, &path)?;
            let against = self.profiles.get(category).into_iter().flatten();
            for ((veto, level), id) in levels.iter().zip(against).zip(&self.criteria) {
                if veto.is_some_and(|veto| veto >= *level) {
                    return Err(profile(format!(
                        "on {id} the veto is not worse than the profile of {}",
                        said.category
                    ))
                    .at(below(&path, id.as_str())));
                }
            }
            if let Some(own) = self.vetoes.get_mut(category) {
                *own = levels;
            }
        }
        Ok(())
    }

    fn read_alternative(&self, at: usize, alternative: &Alternative) -> Result<[Vec<f64>; 2]> {
        let path = format!("/alternatives/{at}/values");
        for (name, value) in &alternative.values {
            if position(&self.criteria, name).is_none() {
                let code = Code::EvaluateInvalidAlternatives;
                return Err(unknown(&self.criteria, name, code).at(below(&path, name)));
            }
            let [low, high] = value.ends();
            if !(low.abs() <= LARGEST && high.abs() <= LARGEST && low <= high) {
                return Err(invalid(
                    "a value is a number between -1e15 and 1e15, or a range [low, high] of them",
                )
                .at(below(&path, name)));
            }
        }
        let (mut worst, mut best) = (Vec::new(), Vec::new());
        for (id, sign) in self.criteria.iter().zip(&self.signs) {
            let Some(value) = alternative.values.get(id.as_str()) else {
                return Err(invalid(format!("{} has no value on {id}", alternative.id)).at(path));
            };
            let [a, b] = value.ends().map(|level| level * sign);
            worst.push(a.min(b));
            best.push(a.max(b));
        }
        Ok([worst, best])
    }

    /// Numbers by criterion, turned so that more is better.
    fn levels_of(&self, said: &CategoryLevels, path: &str) -> Result<Vec<Option<f64>>> {
        let found = self.numbers(&said.values, path, Code::EvaluateInvalidProfile)?;
        Ok(found.iter().zip(&self.signs).map(|(level, sign)| level.map(|l| l * sign)).collect())
    }

    fn numbers(
        &self,
        said: &BTreeMap<String, f64>,
        path: &str,
        code: Code,
    ) -> Result<Vec<Option<f64>>> {
        let mut found = vec![None; self.criteria.len()];
        for (name, &number) in said {
            let place = || below(path, name);
            let at = position(&self.criteria, name)
                .ok_or_else(|| unknown(&self.criteria, name, code).at(place()))?;
            if number.is_nan() || number.abs() > LARGEST {
                return Err(
                    Error::new(code, "a level or weight lies between -1e15 and 1e15").at(place())
                );
            }
            if let Some(own) = found.get_mut(at) {
                *own = Some(number);
            }
        }
        Ok(found)
    }

    /// Sorts one alternative: by its worst levels for certain, by its best at best. `None`
    /// never: there are categories.
    pub(super) fn assign(&self, at: usize, alternative: &Alternative) -> Option<Assigned> {
        let [worst, best] = self.levels.get(at)?;
        let certain = self.held(worst);
        let category = self.reached(&certain)?;
        let at_best = self.reached(&self.held(best))?;
        Some(Assigned {
            id: alternative.id.clone(),
            reading: describe::reading(&alternative.id, category, at_best, &certain, self),
            category: category.id.clone(),
            at_best: (at_best.id != category.id).then(|| at_best.id.clone()),
            because: certain,
        })
    }

    /// The weight that is needed.
    pub(super) fn needed(&self) -> f64 {
        self.majority
    }

    /// The category of the last profile where it was reached, else the last of all.
    fn reached(&self, because: &[ProfileCheck]) -> Option<&'a Category> {
        match because.last() {
            Some(check) if check.reached => self.categories.get(because.len() - 1),
            _ => self.categories.last(),
        }
    }

    /// Levels held against the profiles, from the best down, until one is reached.
    fn held(&self, levels: &[f64]) -> Vec<ProfileCheck> {
        let mut because = Vec::new();
        for ((profile, vetoes), category) in
            self.profiles.iter().zip(&self.vetoes).zip(self.categories)
        {
            let mut supporters = Vec::new();
            let mut barring = Vec::new();
            let mut weights = Vec::new();
            for (at, id) in self.criteria.iter().enumerate() {
                let level = levels.get(at).copied().unwrap_or(f64::NEG_INFINITY);
                if profile.get(at).is_some_and(|needed| level >= *needed) {
                    supporters.push((*id).clone());
                    weights.extend(self.weights.get(at).copied());
                }
                if vetoes.get(at).copied().flatten().is_some_and(|veto| level <= veto) {
                    barring.push((*id).clone());
                }
            }
            let weight: f64 = weights.iter().sum();
            let majority = weight >= self.majority - ROUNDING * self.total;
            let reached = majority && barring.is_empty();
            because.push(ProfileCheck {
                category: category.id.clone(),
                supporters,
                weight,
                majority,
                vetoes: barring,
                reached,
            });
            if reached {
                break;
            }
        }
        because
    }
}

fn profile(message: String) -> Error {
    Error::new(Code::EvaluateInvalidProfile, message)
}
