//! What is known of a field once it has been measured, exactly or by draws.

use super::document::{Drawn, Sampler};
use super::field::Field;
use crate::math;

/// Shares of weightings, competitor by competitor.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Competitor by competitor, the share of weightings in which so many alternatives are
    /// better, from none to all.
    pub better: Vec<f64>,
    /// Standard errors of draws that depend on each other.
    pub errors: Option<Vec<f64>>,
    /// Competitor by competitor, the share in which it beats each other one.
    pub beats: Vec<f64>,
    /// Mean of the weights under which each competitor is first; `None` where it never is.
    pub central: Vec<Option<Vec<f64>>>,
    /// What was drawn; `None` where the shares are exact.
    pub drawn: Option<Drawn>,
}

/// The same for the alternatives of the request.
#[derive(Debug, Clone)]
pub(super) struct Shares {
    /// Alternative by alternative, the share of each rank.
    pub ranks: Vec<f64>,
    /// Standard errors of these; `None` where they are exact.
    pub errors: Option<Vec<f64>>,
    /// Alternative by alternative, the share in which it beats each other one.
    pub pairwise: Vec<f64>,
    /// Mean of the weights under which each is first.
    pub central: Vec<Option<Vec<f64>>>,
    /// What was drawn; `None` where the shares are exact.
    pub drawn: Option<Drawn>,
}

impl Shares {
    /// Gives every alternative the shares of its competitor; tied ones hold the ranks that
    /// they occupy together in equal parts, and beat each other half the time.
    pub(super) fn of(outcome: &Outcome, field: &Field) -> Self {
        let (all, size) = (field.alternatives, field.len());
        let mut shares = Self {
            ranks: Vec::with_capacity(all * all),
            errors: outcome.drawn.map(|_| Vec::with_capacity(all * all)),
            pairwise: Vec::with_capacity(all * all),
            central: Vec::with_capacity(all),
            drawn: outcome.drawn,
        };
        let row = |numbers: &[f64], own: usize, width: usize| -> Vec<f64> {
            numbers.get(own * width..(own + 1) * width).unwrap_or_default().to_vec()
        };
        for (at, &own) in field.competitor_of.iter().enumerate() {
            let members = field.members.get(own).copied().unwrap_or(1);
            let better = row(&outcome.better, own, all);
            let spread = outcome.errors.as_ref().map(|errors| row(errors, own, all));
            for rank in 0..all {
                // The ranks are held together where the first of them is one of these.
                let window = rank.saturating_sub(members - 1)..=rank;
                let held: f64 = better.get(window.clone()).unwrap_or_default().iter().sum();
                shares.ranks.push(held / members as f64);
                if let (Some(errors), Some(drawn)) = (&mut shares.errors, outcome.drawn) {
                    let error = match &spread {
                        Some(spread) => math::sqrt(
                            spread.get(window).unwrap_or_default().iter().map(|e| e * e).sum(),
                        ),
                        None => binomial(held, drawn.done),
                    };
                    errors.push(error / members as f64);
                }
            }
            let beats = row(&outcome.beats, own, size);
            for (other, &theirs) in field.competitor_of.iter().enumerate() {
                shares.pairwise.push(if at == other {
                    0.0
                } else if own == theirs {
                    0.5
                } else {
                    beats.get(theirs).copied().unwrap_or(0.0)
                });
            }
            shares.central.push(outcome.central.get(own).cloned().flatten());
        }
        shares
    }

    /// The shares of an outcome in which every competitor is one alternative.
    pub(super) fn separate(outcome: Outcome) -> Self {
        let size = outcome.central.len();
        Self::of(
            &outcome,
            &Field {
                alternatives: size,
                criteria: 0,
                competitor_of: (0..size).collect(),
                members: vec![1; size],
                low: Vec::new(),
                high: Vec::new(),
            },
        )
    }

    /// The joint shares of several, each with its part of the whole.
    pub(super) fn joint(parts: &[(f64, Self)], alternatives: usize) -> Self {
        let mix = |numbers: &dyn Fn(&Self) -> &[f64]| -> Vec<f64> {
            let length = parts.first().map_or(0, |(_, first)| numbers(first).len());
            let mut mixed = vec![0.0; length];
            for (part, shares) in parts {
                for (own, number) in mixed.iter_mut().zip(numbers(shares)) {
                    *own += part * number;
                }
            }
            mixed
        };
        let ranks = mix(&|shares| &shares.ranks);
        let drawn = joint_drawn(parts);
        let errors = drawn.map(|_| {
            let mut squares = vec![0.0; ranks.len()];
            for (part, shares) in parts {
                for (own, error) in squares.iter_mut().zip(shares.errors.iter().flatten()) {
                    *own += part * part * error * error;
                }
            }
            squares.into_iter().map(math::sqrt).collect()
        });
        Self {
            errors,
            pairwise: mix(&|shares| &shares.pairwise),
            central: (0..alternatives).map(|at| joint_central(parts, at, alternatives)).collect(),
            drawn,
            ranks,
        }
    }
}

/// All that was drawn for any of several; `None` where nothing was.
fn joint_drawn(parts: &[(f64, Shares)]) -> Option<Drawn> {
    let mut drawn = parts.iter().filter_map(|(_, shares)| shares.drawn);
    let first = Drawn { sampler: Sampler::PerRole, accepted: None, ..drawn.next()? };
    Some(drawn.fold(first, |sum, one| Drawn {
        planned: sum.planned.saturating_add(one.planned),
        done: sum.done.saturating_add(one.done),
        reproducible: sum.reproducible && one.reproducible,
        ..sum
    }))
}

/// The mean of central weights, each by how often the alternative is first.
fn joint_central(parts: &[(f64, Shares)], at: usize, alternatives: usize) -> Option<Vec<f64>> {
    let mut total = 0.0;
    let mut mean: Vec<f64> = Vec::new();
    for (part, shares) in parts {
        let Some(Some(central)) = shares.central.get(at) else { continue };
        let weight = part * shares.ranks.get(at * alternatives).copied().unwrap_or(0.0);
        if weight <= 0.0 {
            continue;
        }
        mean.resize(central.len(), 0.0);
        for (own, number) in mean.iter_mut().zip(central) {
            *own += weight * number;
        }
        total += weight;
    }
    (total > 0.0).then(|| mean.into_iter().map(|number| number / total).collect())
}

/// Standard error of a share among so many independent draws.
fn binomial(share: f64, draws: u32) -> f64 {
    let share = share.clamp(0.0, 1.0);
    math::sqrt(share * (1.0 - share) / f64::from(draws.max(1)))
}

/// What was drawn, before anything is.
pub(super) fn planned(planned: u32, sampler: Sampler) -> Drawn {
    Drawn { planned, done: 0, sampler, accepted: None, reproducible: true }
}
