//! Who rates higher than the others, and whose ratings look odd.
//!
//! The model is additive: a rating is its unit's level, plus how much higher the rater rates
//! than raters on the whole, plus what is left. It is fitted by least squares to all ratings
//! there are; units are eliminated, so that the system solved has one row for each rater.
//! Raters who share no unit with the others, directly or through others, cannot be compared
//! with them: effects are those of the largest group of raters who can be.
//!
//! Flags are questions to ask, not verdicts: a rater who differs may be the one who sees.

use super::document::{AgreeRequest, Flag, RaterEffect, RaterModel, RatingCounts, ScaleKind};
use super::reading;
use super::statistic::{NOMINAL, TOO_FEW_RATERS, TOO_MANY_RATERS};
use super::table::{NONE, Table};
use crate::distribution::t_quantile;
use crate::linear::Symmetric;
use crate::math;
use crate::stat::Stat;

/// Most raters whose effects are estimated together.
const MOST_RATERS: usize = 200;

/// Below so many ratings nothing is said of a rater.
pub(super) const FEW: u32 = 5;

/// The chance that any rater at all is flagged where none differs.
const CAUTION: f64 = 0.05;

/// The additive model, fitted.
#[derive(Debug)]
pub(super) struct Fit {
    /// By position among the active columns: effect, standard error; `None` outside the group.
    effects: Vec<Option<(f64, Option<f64>)>>,
    /// How many standard errors from 0 an effect may lie before any of the raters is flagged.
    caution: f64,
    /// Standard deviation left over.
    residual: Stat,
    n: RatingCounts,
}

/// Effects and flags of every column.
pub(super) fn effects(request: &AgreeRequest, table: &Table) -> (Vec<RaterEffect>, RaterModel) {
    let fit = Fit::of(table);
    let group = fit.as_ref().map_or(0, |fit| fit.n.raters);
    let mut place = 0;
    let raters = (0..table.columns)
        .map(|column| {
            let ratings = table.of_column.get(column).copied().unwrap_or(0);
            let own = if ratings == 0 {
                Err("no-ratings")
            } else {
                place += 1;
                fit.as_ref().map_err(|reason| *reason).and_then(|fit| {
                    fit.effects.get(place - 1).copied().flatten().ok_or("not-connected")
                })
            };
            let mut rater = RaterEffect {
                rater: request.raters.get(column).cloned(),
                column: column as u32,
                ratings,
                effect: own.map_or_else(Stat::undefined, |own| Stat::of(own.0)),
                standard_error: own.ok().and_then(|own| own.1).filter(|error| error.is_finite()),
                severity: None,
                severity_error: None,
                flags: Vec::new(),
            };
            rater.flags = flags(table, column, &rater, fit.as_ref().ok(), group);
            rater
        })
        .collect();
    let model = RaterModel {
        convention: "additive model unit + rater, least squares on all ratings; effects of the largest group of raters who share units add up to 0; flags of severity at 5 % for all raters together (Bonferroni)".to_owned(),
        n: fit.as_ref().map_or_else(|_| RatingCounts::default(), |fit| fit.n),
        residual: fit.map_or_else(Stat::undefined, |fit| fit.residual),
        facets: None,
    };
    (raters, model)
}

impl Fit {
    fn of(table: &Table) -> Result<Self, &'static str> {
        let raters = table.active.len();
        if table.kind == ScaleKind::Nominal {
            return Err(NOMINAL);
        }
        if table.columns < 2 || raters < 2 {
            return Err(TOO_FEW_RATERS);
        }
        if raters > MOST_RATERS {
            return Err(TOO_MANY_RATERS);
        }
        let scores = table.unit_scores();
        let group = largest_group(table);
        if group.iter().filter(|member| **member).count() < 2 {
            return Err("not-connected");
        }
        let rows = || table.rows().map(|row| observed(table, row, &scores, &group));
        let mut system = Symmetric::new(raters);
        let mut right = vec![0.0; raters];
        let mut n = RatingCounts::default();
        for row in rows().filter(|row| !row.is_empty()) {
            n.units += 1;
            n.ratings += row.len() as u32;
            let size = row.len() as f64;
            let mean = row.iter().map(|rating| rating.1).sum::<f64>() / size;
            for &(rater, score) in &row {
                system.add(rater, rater, 1.0);
                if let Some(sum) = right.get_mut(rater) {
                    *sum += score - mean;
                }
                for &(other, _) in &row {
                    system.add(rater, other, -1.0 / size);
                }
            }
        }
        n.raters = group.iter().filter(|member| **member).count() as u32;
        n.dropped = table.units as u32 - n.units;
        let members = f64::from(n.raters);
        // The system knows differences only: pin the mean of the group, and others, at 0.
        for (a, &in_group) in group.iter().enumerate() {
            for (b, &other) in group.iter().enumerate() {
                if in_group && other {
                    system.add(a, b, 1.0 / members);
                } else if a == b {
                    system.add(a, a, 1.0);
                }
            }
        }
        let inverse = system.inverse().ok_or("not-connected")?;
        let solution: Vec<f64> = (0..raters)
            .map(|a| {
                (0..raters).map(|b| inverse.of(a, b) * right.get(b).copied().unwrap_or(0.0)).sum()
            })
            .collect();
        let mut left = 0.0;
        for row in rows().filter(|row| !row.is_empty()) {
            let gap = |&(rater, score): &(usize, f64)| {
                score - solution.get(rater).copied().unwrap_or(0.0)
            };
            let mean = row.iter().map(gap).sum::<f64>() / row.len() as f64;
            left +=
                row.iter().map(|rating| (gap(rating) - mean) * (gap(rating) - mean)).sum::<f64>();
        }
        if left < 1e-24 * f64::from(n.ratings) {
            left = 0.0;
        }
        let freedom = f64::from(n.ratings) - f64::from(n.units) - (members - 1.0);
        let range = table.range();
        let variance = left / freedom;
        let residual = if freedom > 0.0 {
            Stat::of(range * math::sqrt(variance))
        } else {
            Stat::undefined("too-few-ratings")
        };
        let effects = group
            .iter()
            .zip(&solution)
            .enumerate()
            .map(|(rater, (&member, &effect))| {
                let spread = (inverse.of(rater, rater) - 1.0 / members).max(0.0);
                let error = (freedom > 0.0).then(|| range * math::sqrt(variance * spread));
                member.then_some((range * effect, error))
            })
            .collect();
        let caution = t_quantile(1.0 - 0.5 * CAUTION / members, freedom);
        Ok(Self { effects, caution, residual, n })
    }
}

/// The ratings of a row by raters of the group: position among active columns, score.
fn observed(table: &Table, row: &[u32], scores: &[f64], group: &[bool]) -> Vec<(usize, f64)> {
    table
        .active
        .iter()
        .zip(group)
        .enumerate()
        .filter(|(_, (_, member))| **member)
        .filter_map(|(place, (&column, _))| {
            let code = row.get(column).copied().filter(|&code| code != NONE)?;
            Some((place, scores.get(code as usize).copied()?))
        })
        .collect()
}

/// Which active columns belong to the largest group that shares units; the first of equals.
fn largest_group(table: &Table) -> Vec<bool> {
    let mut parent: Vec<usize> = (0..table.active.len()).collect();
    fn top(parent: &[usize], mut at: usize) -> usize {
        while let Some(&up) = parent.get(at).filter(|&&up| up != at) {
            at = up;
        }
        at
    }
    for row in table.rows() {
        let mut first = None;
        for (place, &column) in table.active.iter().enumerate() {
            if row.get(column).is_none_or(|&code| code == NONE) {
                continue;
            }
            let own = top(&parent, place);
            let root = *first.get_or_insert(own);
            let (low, high) = (root.min(own), root.max(own));
            if let Some(up) = parent.get_mut(high) {
                *up = low;
            }
            first = Some(low);
        }
    }
    let roots: Vec<usize> = (0..parent.len()).map(|place| top(&parent, place)).collect();
    let mut sizes = vec![0usize; parent.len()];
    for &root in &roots {
        if let Some(size) = sizes.get_mut(root) {
            *size += 1;
        }
    }
    let largest = (0..sizes.len()).max_by_key(|&root| (sizes.get(root), std::cmp::Reverse(root)));
    roots.iter().map(|root| Some(*root) == largest).collect()
}

fn flags(
    table: &Table,
    column: usize,
    rater: &RaterEffect,
    fit: Option<&Fit>,
    group: u32,
) -> Vec<Flag> {
    let mut flags = Vec::new();
    let mut raise = |flag: &'static str| flags.push(Flag { flag, text: reading::flag(flag) });
    if rater.ratings == 0 {
        raise("no-ratings");
        return flags;
    }
    if rater.ratings < FEW {
        raise("too-few-ratings");
    }
    if gives_all_the_same(table, column) {
        raise("gives-everyone-the-same");
    }
    let raters = f64::from(group.max(1));
    if let (Some(fit), Some(effect), Some(error)) = (fit, rater.effect.value, rater.standard_error)
        && rater.ratings >= FEW
        && effect.abs() > (fit.caution * error).max(1e-9 * table.range())
    {
        raise(if effect < 0.0 { "more-severe" } else { "more-lenient" });
    }
    if table.kind != ScaleKind::Nominal
        && against_the_others(table, column).is_some_and(|(r, n)| {
            let t = r * math::sqrt((n - 2.0) / (1.0 - r * r).max(1e-12));
            t < t_quantile(CAUTION / raters, n - 2.0)
        })
    {
        raise("against-the-others");
    }
    flags
}

/// Whether a rater gave three units or more one level, where others saw differences.
fn gives_all_the_same(table: &Table, column: usize) -> bool {
    let (mut given, mut ratings) = (NONE, 0);
    let (mut seen, mut differ) = (NONE, false);
    for row in table.rows() {
        let own = row.get(column).copied().unwrap_or(NONE);
        if own == NONE {
            continue;
        }
        if given != NONE && own != given {
            return false;
        }
        given = own;
        ratings += 1;
        for (_, &code) in row.iter().enumerate().filter(|(c, code)| *c != column && **code != NONE)
        {
            differ = differ || (seen != NONE && code != seen);
            seen = code;
        }
    }
    ratings >= 3 && differ
}

/// Correlation of a rater's scores with the mean of the others', and on how many units;
/// `None` below five units or without variation.
fn against_the_others(table: &Table, column: usize) -> Option<(f64, f64)> {
    let scores = table.unit_scores();
    let score = |code: u32| scores.get(code as usize).copied();
    let pairs: Vec<(f64, f64)> = table
        .rows()
        .filter_map(|row| {
            let own = score(row.get(column).copied()?)?;
            let (mut sum, mut n) = (0.0, 0.0);
            for (place, &code) in row.iter().enumerate() {
                if let Some(other) = score(code).filter(|_| place != column) {
                    sum += other;
                    n += 1.0;
                }
            }
            (n > 0.0).then(|| (own, sum / n))
        })
        .collect();
    let n = pairs.len() as f64;
    let mean = |part: fn(&(f64, f64)) -> f64| pairs.iter().map(part).sum::<f64>() / n;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for (own, others) in &pairs {
        xx += (own - x) * (own - x);
        xy += (own - x) * (others - y);
        yy += (others - y) * (others - y);
    }
    (n >= f64::from(FEW) && xx > 1e-12 && yy > 1e-12).then(|| (xy / math::sqrt(xx * yy), n))
}
