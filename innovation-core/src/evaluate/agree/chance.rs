//! Coefficients that set observed agreement against chance, from available ratings.
//!
//! (p − e)/(1 − e), where p is the mean over units with two ratings or more of the share of
//! their pairs that agree (weighted), and e is what chance would give. Four coefficients
//! differ only in e: Fleiss' kappa draws from the mean shares of levels, Gwet's AC1 and AC2
//! from how evenly levels are used, Brennan and Prediger from all levels alike, and percent
//! agreement sets e to 0.
//!
//! Standard errors are those of the linearised coefficient; a unit with one rating counts for
//! chance alone.
//!
//! # References
//!
//! K. L. Gwet, *Handbook of Inter-Rater Reliability*, 4th ed., Advanced Analytics, 2014,
//! chapters 2 to 5. J. L. Fleiss, *Measuring nominal scale agreement among many raters*,
//! Psychological Bulletin 76, 1971.

use super::document::{AgreementMeasure, LevelValue, MeasureName};
use super::patterns::Patterns;
use super::statistic::{
    Computed, Draw, Family, NO_PAIRS, NO_VARIATION, NOMINAL, Statistic, TOO_FEW_RATERS,
    TOO_MANY_LEVELS, counts, jack, measure,
};
use super::table::Table;
use super::weights::{MOST_WEIGHTED, Weights, dot};
use crate::evaluate::agree::document::ScaleKind;
use crate::stat::Stat;

/// What chance would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chance {
    /// By the mean shares of levels.
    Shares,
    /// By how evenly levels are used.
    Evenness,
    /// All declared levels alike.
    Uniform,
    /// Nothing.
    Nothing,
}

/// One coefficient of a table.
struct Coefficient<'a> {
    patterns: &'a Patterns,
    weights: Weights,
    chance: Chance,
    /// Weighted share of pairs that agree, by pattern.
    agreeing: Vec<f64>,
}

/// What a coefficient is made of.
struct Parts {
    value: f64,
    observed: f64,
    expected: f64,
    /// Units with a rating, and with two.
    units: f64,
    pairable: f64,
    /// Mean shares of levels.
    shares: Vec<f64>,
}

/// A coefficient from available ratings, with its standard error.
pub(super) fn coefficient<'a>(
    name: MeasureName,
    table: &Table,
    patterns: &'a Patterns,
    weights: &Weights,
    confidence: f64,
) -> Family<'a> {
    let (chance, words) = match name {
        MeasureName::FleissKappa => (Chance::Shares, "Fleiss' kappa, as Gwet generalised it"),
        MeasureName::Ac1 => (Chance::Evenness, "Gwet’s AC1"),
        MeasureName::Ac2 => (Chance::Evenness, "Gwet’s AC2"),
        MeasureName::BrennanPrediger => (Chance::Uniform, "Brennan and Prediger’s kappa"),
        _ => (Chance::Nothing, "share of pairs of ratings that agree, mean over units"),
    };
    let levels = if chance == Chance::Nothing || chance == Chance::Shares {
        ""
    } else if table.levels.declared {
        "; chance by all declared levels, used or not"
    } else {
        "; no levels were declared, so that chance knows only the levels found"
    };
    let weighted = if weights.name.is_some() { ", " } else { "" };
    let convention = format!(
        "{words}{weighted}{}; available ratings: pairs from units with two or more, shares of levels from all; standard error by Gwet’s linearisation{levels}",
        weights.words
    );
    let refuse = |reason| Family::undefined(name, reason, &convention);
    if table.columns < 2 {
        return refuse(TOO_FEW_RATERS);
    }
    if table.width() > MOST_WEIGHTED {
        return refuse(TOO_MANY_LEVELS);
    }
    if table.kind == ScaleKind::Nominal && weights.name.is_some_and(|name| name != "own") {
        return refuse(NOMINAL);
    }
    let coefficient = Coefficient::new(patterns, weights.clone(), chance);
    let least = if matches!(chance, Chance::Nothing | Chance::Uniform) { 2 } else { 1 };
    let n = counts(patterns, least, table.units, table.active.len());
    let parts = coefficient.parts(&patterns.units);
    let value = parts.as_ref().map(|parts| parts.value).map_err(|reason| *reason);
    let mut found = measure(name, value, convention, n);
    found.weights = weights.name;
    if let Ok(parts) = &parts {
        found.observed = Some(parts.observed);
        found.expected = (chance != Chance::Nothing).then_some(parts.expected);
        found.with_t(coefficient.standard_error(parts, &patterns.units), parts.units, confidence);
    }
    Family { measures: vec![found], statistic: Some(Box::new(coefficient)) }
}

/// Fleiss' kappa as printed, from units that every rater rated: present where some are not.
pub(super) fn complete_fleiss(
    table: &Table,
    patterns: &Patterns,
    weights: &Weights,
    confidence: f64,
) -> Option<AgreementMeasure> {
    let raters = table.active.len();
    if table.columns < 2 || raters < 2 || table.width() > MOST_WEIGHTED {
        return None;
    }
    let complete: Vec<u32> = patterns
        .sizes
        .iter()
        .zip(&patterns.units)
        .map(|(&size, &units)| if size as usize == raters { units } else { 0 })
        .collect();
    let used: u32 = complete.iter().sum();
    if used as usize == table.units {
        return None;
    }
    let coefficient = Coefficient::new(patterns, weights.clone(), Chance::Shares);
    let parts = coefficient.parts(&complete);
    let value = match &parts {
        Ok(parts) => Ok(parts.value),
        Err(NO_PAIRS) => Err("no-complete-units"),
        Err(reason) => Err(*reason),
    };
    let convention = "Fleiss' kappa of 1971, which takes the same raters for every unit: only units that every rater rated; standard error by Gwet’s linearisation";
    let mut n = counts(patterns, u32::MAX, table.units, raters);
    n.units = used;
    n.ratings = used * raters as u32;
    n.dropped = table.units as u32 - used;
    let mut found = measure(MeasureName::FleissKappa, value, convention.to_owned(), n);
    found.form = Some("complete-units");
    if let Ok(parts) = &parts {
        found.observed = Some(parts.observed);
        found.expected = Some(parts.expected);
        found.with_t(coefficient.standard_error(parts, &complete), parts.units, confidence);
    }
    Some(found)
}

/// Fleiss' kappa of each level against all others: 1 − Σ c(m − c)/(m − 1) over what chance
/// would give.
pub(super) fn by_level(table: &Table, patterns: &Patterns) -> Vec<LevelValue> {
    let width = table.width();
    if width > 100 {
        return Vec::new();
    }
    let (mut units, mut pairable) = (0.0, 0.0);
    let mut shares = vec![0.0; width];
    let mut differing = vec![0.0; width];
    for (_, entries, size, times) in patterns.with(&patterns.units) {
        units += times;
        if size >= 2.0 {
            pairable += times;
        }
        for entry in entries {
            let count = entry.times();
            if let Some(share) = shares.get_mut(entry.at()) {
                *share += times * count / size;
            }
            if let Some(sum) = differing.get_mut(entry.at())
                && size >= 2.0
            {
                *sum += times * count * (size - count) / (size * (size - 1.0));
            }
        }
    }
    let kappa = |share: f64, differing: f64| {
        let share = share / units;
        let chance = share * (1.0 - share);
        if pairable == 0.0 {
            Stat::undefined(NO_PAIRS)
        } else if chance < 1e-12 {
            Stat::undefined(NO_VARIATION)
        } else {
            Stat::of(1.0 - differing / pairable / chance)
        }
    };
    let values = shares.iter().zip(&differing);
    table
        .levels
        .ids
        .iter()
        .zip(values)
        .map(|(level, (&share, &differing))| LevelValue {
            level: level.clone(),
            stat: kappa(share, differing),
        })
        .collect()
}

impl Statistic for Coefficient<'_> {
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>) {
        out.push(self.parts(draw.patterns).map(|parts| parts.value));
    }

    fn cost(&self) -> u64 {
        let width = self.patterns.width as u64;
        width * width + self.patterns.cost()
    }

    fn looks_at_units(&self) -> bool {
        false
    }
}

impl<'a> Coefficient<'a> {
    fn new(patterns: &'a Patterns, weights: Weights, chance: Chance) -> Self {
        let agreeing = agreeing(patterns, &weights);
        Self { patterns, weights, chance, agreeing }
    }

    fn parts(&self, units: &[u32]) -> Result<Parts, &'static str> {
        let width = self.patterns.width;
        let mut shares = vec![0.0; width];
        let (mut all, mut pairable, mut observed) = (0.0, 0.0, 0.0);
        for (pattern, entries, size, times) in self.patterns.with(units) {
            all += times;
            if size >= 2.0 {
                pairable += times;
                observed += times * self.agreeing.get(pattern).copied().unwrap_or(0.0);
            }
            for entry in entries {
                if let Some(share) = shares.get_mut(entry.at()) {
                    *share += times * entry.times() / size;
                }
            }
        }
        if pairable == 0.0 {
            return Err(NO_PAIRS);
        }
        observed /= pairable;
        for share in &mut shares {
            *share /= all;
        }
        let levels = width as f64;
        let expected = match self.chance {
            Chance::Shares => dot(&shares, &self.weights.mean_with(&shares)),
            Chance::Evenness if width < 2 => return Err(NO_VARIATION),
            Chance::Evenness => {
                let evenness: f64 = shares.iter().map(|share| share * (1.0 - share)).sum();
                self.weights.total() * evenness / (levels * (levels - 1.0))
            }
            Chance::Uniform => self.weights.total() / (levels * levels),
            Chance::Nothing => 0.0,
        };
        if 1.0 - expected < 1e-12 {
            return Err(NO_VARIATION);
        }
        let value = (observed - expected) / (1.0 - expected);
        Ok(Parts { value, observed, expected, units: all, pairable, shares })
    }

    fn standard_error(&self, parts: &Parts, units: &[u32]) -> Option<f64> {
        let levels = self.patterns.width as f64;
        // What a level adds to a unit's part in chance.
        let by_level: Vec<f64> = match self.chance {
            Chance::Shares => self.weights.mean_with(&parts.shares),
            Chance::Evenness => {
                let scale = self.weights.total() / (levels * (levels - 1.0));
                parts.shares.iter().map(|share| scale * (1.0 - share)).collect()
            }
            Chance::Uniform | Chance::Nothing => Vec::new(),
        };
        let rest = 1.0 - parts.expected;
        let influences = self.patterns.with(units).map(|(pattern, entries, size, times)| {
            let mut own = 0.0;
            if size >= 2.0 {
                let agreeing = self.agreeing.get(pattern).copied().unwrap_or(0.0);
                own = parts.units / parts.pairable * (agreeing - parts.expected) / rest;
            }
            if !by_level.is_empty() {
                let chance: f64 = entries
                    .iter()
                    .map(|entry| entry.times() * by_level.get(entry.at()).copied().unwrap_or(0.0))
                    .sum();
                own -= 2.0 * (1.0 - parts.value) * (chance / size - parts.expected) / rest;
            }
            ((own - parts.value) / parts.units, times)
        });
        jack(influences, parts.units)
    }
}

/// The weighted share of ordered pairs of ratings that agree, for each pattern.
pub(super) fn agreeing(patterns: &Patterns, weights: &Weights) -> Vec<f64> {
    (0..patterns.len())
        .map(|pattern| {
            let entries = patterns.entries(pattern);
            let size = f64::from(patterns.sizes.get(pattern).copied().unwrap_or(0));
            if size < 2.0 {
                return 0.0;
            }
            let mut pairs = 0.0;
            for (place, a) in entries.iter().enumerate() {
                pairs += a.times() * (a.times() - 1.0);
                if weights.name.is_some() {
                    for b in entries.iter().skip(place + 1) {
                        pairs += 2.0 * a.times() * b.times() * weights.of(a.at(), b.at());
                    }
                }
            }
            pairs / (size * (size - 1.0))
        })
        .collect()
}
