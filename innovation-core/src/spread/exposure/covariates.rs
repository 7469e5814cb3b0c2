//! What else is known of nodes: covariates, checked, as columns of a regression.

use super::document::Covariate;
use super::read::Adoptions;
use crate::error::{Code, Error, Result};

/// Most covariates.
const MOST_COVARIATES: usize = 60;

/// Most groups of a covariate.
const MOST_GROUPS: usize = 50;

/// The largest value of a covariate.
const MOST_VALUE: f64 = 1e9;

/// An effect: what its column is called, and the place in the request that answers for it.
#[derive(Debug)]
pub(super) struct Term {
    pub name: String,
    pub at: String,
}

/// Covariates, checked.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    covariates: &'a [Covariate],
    /// By covariate, the groups after the first; empty where its numbers are numbers.
    groups: Vec<Vec<f64>>,
}

impl<'a> Columns<'a> {
    pub(super) fn read(covariates: &'a [Covariate], adoptions: &Adoptions) -> Result<Self> {
        let refuse =
            |fact: String, at: String| Err(Error::new(Code::SpreadInvalidCovariates, fact).at(at));
        if covariates.len() > MOST_COVARIATES {
            return Err(Error::new(
                Code::ContractTooLarge,
                format!("{} covariates; at most {MOST_COVARIATES} are read", covariates.len()),
            )
            .at("/covariates"));
        }
        let (nodes, periods) = (adoptions.times.len(), adoptions.end as usize);
        let mut groups = Vec::with_capacity(covariates.len());
        for (place, covariate) in covariates.iter().enumerate() {
            let at = format!("/covariates/{place}");
            let length = covariate.name.chars().count();
            if length == 0 || length > 128 || covariate.name.chars().any(char::is_control) {
                let fact = "a name has 1 to 128 characters, none of them a control character";
                return refuse(fact.to_owned(), format!("{at}/name"));
            }
            if covariates.iter().take(place).any(|other| other.name == covariate.name) {
                return refuse(
                    format!("the covariate {} stands twice", covariate.name),
                    format!("{at}/name"),
                );
            }
            let lists: Vec<(&[Option<f64>], String)> =
                match (covariate.values.is_empty(), covariate.by_period.is_empty()) {
                    (false, true) => {
                        if covariate.values.len() != nodes {
                            let fact =
                                format!("{} values for {nodes} nodes", covariate.values.len());
                            return refuse(fact, format!("{at}/values"));
                        }
                        vec![(&covariate.values, format!("{at}/values"))]
                    }
                    (true, false) => {
                        if covariate.by_period.len() != nodes {
                            let fact =
                                format!("{} lists for {nodes} nodes", covariate.by_period.len());
                            return refuse(fact, format!("{at}/byPeriod"));
                        }
                        let mut lists = Vec::with_capacity(nodes);
                        for (node, list) in covariate.by_period.iter().enumerate() {
                            let at = format!("{at}/byPeriod/{node}");
                            if list.len() != periods {
                                let fact = format!("{} values for {periods} periods", list.len());
                                return refuse(fact, at);
                            }
                            lists.push((list.as_slice(), at));
                        }
                        lists
                    }
                    _ => {
                        let fact = "a covariate has either values or values by period".to_owned();
                        return refuse(fact, at);
                    }
                };
            let mut found: Vec<f64> = Vec::new();
            for (list, at) in &lists {
                for (place, value) in list.iter().enumerate() {
                    let Some(value) = value else { continue };
                    if !(-MOST_VALUE..=MOST_VALUE).contains(value) {
                        let fact =
                            format!("a value is a number from -{MOST_VALUE:e} to {MOST_VALUE:e}");
                        return refuse(fact, format!("{at}/{place}"));
                    }
                    if covariate.categorical
                        && let Err(own) = found.binary_search_by(|known| known.total_cmp(value))
                    {
                        found.insert(own, *value);
                        if found.len() > MOST_GROUPS {
                            let fact = format!("more than {MOST_GROUPS} groups");
                            return refuse(fact, format!("{at}/{place}"));
                        }
                    }
                }
            }
            if covariate.categorical && found.len() < 2 {
                return refuse("a covariate of groups has 2 or more".to_owned(), at);
            }
            groups.push(found.into_iter().skip(1).collect());
        }
        Ok(Self { covariates, groups })
    }

    pub(super) fn terms(&self) -> Vec<Term> {
        let mut terms = Vec::new();
        for (place, (covariate, groups)) in self.covariates.iter().zip(&self.groups).enumerate() {
            let at = format!("/covariates/{place}");
            if !covariate.categorical {
                terms.push(Term { name: covariate.name.clone(), at: at.clone() });
            }
            for group in groups {
                terms.push(Term { name: format!("{} = {group}", covariate.name), at: at.clone() });
            }
        }
        terms
    }

    /// Whether what does not change over time is known of a node.
    pub(super) fn known(&self, node: u32) -> bool {
        self.covariates.iter().all(|covariate| {
            covariate.values.is_empty()
                || covariate.values.get(node as usize).is_some_and(Option::is_some)
        })
    }

    /// Adds the numbers of a row; false where one is not known.
    pub(super) fn row(&self, node: u32, period: u32, cells: &mut Vec<f64>) -> bool {
        for (covariate, groups) in self.covariates.iter().zip(&self.groups) {
            let value = match covariate.values.get(node as usize) {
                Some(value) => *value,
                None => (covariate.by_period.get(node as usize))
                    .and_then(|list| list.get(period as usize - 1))
                    .copied()
                    .flatten(),
            };
            let Some(value) = value else { return false };
            if covariate.categorical {
                cells.extend(groups.iter().map(|group| f64::from(u8::from(*group == value))));
            } else {
                cells.push(value);
            }
        }
        true
    }
}
