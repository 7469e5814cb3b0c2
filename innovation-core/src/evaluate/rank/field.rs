//! The alternatives as they compete within a region of weights, those always tied as one.

use super::check::Problem;
use super::polygon::Affine;
use super::region::{Region, dot};

/// Values of alternatives that compete.
#[derive(Debug)]
pub(super) struct Field {
    /// How many alternatives there are, tied ones included.
    pub alternatives: usize,
    /// How many criteria.
    pub criteria: usize,
    /// For each alternative the competitor that stands for it.
    pub competitor_of: Vec<usize>,
    /// For each competitor how many alternatives it stands for.
    pub members: Vec<usize>,
    /// Lowest partial values, competitor by competitor.
    pub low: Vec<f64>,
    /// Highest partial values, likewise.
    pub high: Vec<f64>,
}

impl Field {
    /// Alternatives with known values that are worth the same under all admitted weights become
    /// one competitor. Values on criteria that can have no weight do not count.
    pub(super) fn of(problem: &Problem<'_>, region: &Region) -> Self {
        let mut field = Self {
            alternatives: problem.ids.len(),
            criteria: region.criteria,
            competitor_of: Vec::new(),
            members: Vec::new(),
            low: Vec::new(),
            high: Vec::new(),
        };
        let counts: Vec<bool> = (0..region.criteria)
            .map(|at| {
                std::iter::once(&region.base)
                    .chain(&region.basis)
                    .any(|numbers| numbers.get(at).is_some_and(|number| *number != 0.0))
            })
            .collect();
        let masked = |values: &[f64]| -> Vec<f64> {
            values
                .iter()
                .zip(&counts)
                .map(|(value, &counts)| if counts { *value } else { 0.0 })
                .collect()
        };
        for at in 0..field.alternatives {
            let (low, high) = problem.values(at);
            let (low, high) = (masked(low), masked(high));
            let twin = (0..field.members.len()).find(|&other| {
                let (own_low, own_high) = field.values(other);
                low == high
                    && own_low == own_high
                    && region
                        .function(&low)
                        .minus(&region.function(own_low))
                        .iter()
                        .all(|x| x.abs() <= 1e-12)
            });
            match twin.and_then(|twin| field.members.get_mut(twin).map(|count| (twin, count))) {
                Some((twin, count)) => {
                    *count += 1;
                    field.competitor_of.push(twin);
                }
                None => {
                    field.competitor_of.push(field.members.len());
                    field.members.push(1);
                    field.low.extend(low);
                    field.high.extend(high);
                }
            }
        }
        field
    }

    /// How many competitors.
    pub(super) fn len(&self) -> usize {
        self.members.len()
    }

    /// Lowest and highest values of a competitor.
    pub(super) fn values(&self, competitor: usize) -> (&[f64], &[f64]) {
        let range = competitor * self.criteria..(competitor + 1) * self.criteria;
        (self.low.get(range.clone()).unwrap_or_default(), self.high.get(range).unwrap_or_default())
    }
}

/// What values are worth, over the coordinates of a region: a constant, then a slope each.
pub(super) struct Worth(Vec<f64>);

impl Worth {
    fn minus(&self, other: &Self) -> Vec<f64> {
        self.0.iter().zip(&other.0).map(|(a, b)| a - b).collect()
    }

    /// The difference as a function of two coordinates at most.
    pub(super) fn above(&self, other: &Self) -> Affine {
        let mut numbers = self.minus(other).into_iter();
        let mut next = || numbers.next().unwrap_or(0.0);
        Affine { constant: next(), slope: [next(), next()] }
    }
}

impl Region {
    /// What values are worth over the coordinates of the region.
    pub(super) fn function(&self, values: &[f64]) -> Worth {
        Worth(
            std::iter::once(&self.base)
                .chain(&self.basis)
                .map(|numbers| dot(numbers, values))
                .collect(),
        )
    }
}
