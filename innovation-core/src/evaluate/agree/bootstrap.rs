//! Units drawn again with replacement, and what measures become.
//!
//! Each replicate draws as many units as have ratings, notes how often each came, and asks
//! every family for its values; what a replicate costs is drawing and going through patterns,
//! not reading the table. A replicate's draws depend on its number alone.
//!
//! Units are drawn, not disagreements: the interval narrows as units are added.
//!
//! # References
//!
//! A. Zapf et al., *Measuring inter-rater reliability for nominal data: which coefficients
//! and confidence intervals are appropriate?*, BMC Medical Research Methodology 16:93, 2016.

use super::document::{AgreeRequest, Bootstrap, BootstrapInterval};
use super::patterns::Patterns;
use super::statistic::{Computed, Draw, Family};
use super::table::NONE;
use crate::error::{Code, Error, Result};
use crate::math;
use crate::random::{Address, Purpose, Stream};
use crate::watch::{Progress, Watch};

/// Most steps of all replicates together.
const MOST_STEPS: u64 = 20_000_000_000;

/// Refuses a bootstrap that cannot be asked for.
pub(super) fn check(request: &AgreeRequest) -> Result<()> {
    if let Some(bootstrap) = request.bootstrap
        && !(10..=1_000_000).contains(&bootstrap.replicates)
    {
        let message = format!("{} replicates are asked for", bootstrap.replicates);
        return Err(Error::new(Code::ContractInvalidValue, message)
            .at("/bootstrap/replicates")
            .hint("ask for 10 to 1,000,000"));
    }
    Ok(())
}

/// Adds what replicates give to every measure that can be drawn again.
pub(super) fn draw_again(
    families: &mut [Family<'_>],
    patterns: &Patterns,
    bootstrap: Bootstrap,
    confidence: f64,
    watch: &mut dyn Watch,
) -> Result<()> {
    let steps: u64 =
        families.iter().filter_map(|family| Some(family.statistic.as_ref()?.cost())).sum();
    let steps = steps + 4 * patterns.of_unit.len() as u64;
    if steps.saturating_mul(u64::from(bootstrap.replicates)) > MOST_STEPS {
        let message = format!("{} replicates of this table take too long", bootstrap.replicates);
        return Err(Error::new(Code::ContractTooLarge, message)
            .at("/bootstrap/replicates")
            .hint(format!("ask for at most {} or for fewer measures", MOST_STEPS / steps.max(1))));
    }
    let rated: Vec<(u32, u32)> = (0..)
        .zip(&patterns.of_unit)
        .filter(|(_, pattern)| **pattern != NONE)
        .map(|(unit, &pattern)| (unit, pattern))
        .collect();
    let mut series: Vec<Series> = families
        .iter()
        .filter(|family| family.statistic.is_some())
        .flat_map(|family| family.measures.iter().map(|_| Series::default()))
        .collect();
    let (mut of_units, mut of_patterns) =
        (vec![0; patterns.of_unit.len()], vec![0; patterns.len()]);
    let mut found: Vec<Computed> = Vec::new();
    let by_unit = families
        .iter()
        .filter_map(|family| family.statistic.as_ref())
        .any(|statistic| statistic.looks_at_units());
    let mut drawn = 0;
    for replicate in 0..bootstrap.replicates {
        let at = Address { replicate, ..Address::of(Purpose::Bootstrap) };
        let mut stream = Stream::new(bootstrap.seed.number(), at);
        of_units.fill(0);
        of_patterns.fill(0);
        for _ in 0..rated.len() {
            if let Some(&(unit, pattern)) = rated.get(stream.index(rated.len())) {
                bump(&mut of_patterns, pattern);
                if by_unit {
                    bump(&mut of_units, unit);
                }
            }
        }
        found.clear();
        let draw = Draw { units: &of_units, patterns: &of_patterns };
        for statistic in families.iter().filter_map(|family| family.statistic.as_ref()) {
            statistic.values(&draw, &mut found);
        }
        for (series, value) in series.iter_mut().zip(&found) {
            series.take(*value);
        }
        drawn += 1;
        let total = Some(u64::from(bootstrap.replicates));
        if !watch.proceed(&Progress::new(u64::from(drawn), total, None)) {
            break;
        }
    }
    let again = families.iter_mut().filter(|family| family.statistic.is_some());
    let measures = again.flat_map(|family| family.measures.iter_mut());
    for (measure, series) in measures.zip(series) {
        measure.bootstrap = Some(series.summary(confidence, drawn));
    }
    Ok(())
}

fn bump(counts: &mut [u32], place: u32) {
    if let Some(count) = counts.get_mut(place as usize) {
        *count += 1;
    }
}

/// The values of one measure over replicates.
#[derive(Debug, Default)]
struct Series {
    values: Vec<f64>,
    undefined: u32,
}

impl Series {
    fn take(&mut self, value: Computed) {
        match value {
            Ok(value) if value.is_finite() => self.values.push(value),
            _ => self.undefined += 1,
        }
    }

    fn summary(mut self, level: f64, replicates: u32) -> BootstrapInterval {
        self.values.sort_unstable_by(f64::total_cmp);
        let n = self.values.len() as f64;
        let mean = math::sum(self.values.iter().copied()) / n;
        let spread = math::sum(self.values.iter().map(|value| (value - mean) * (value - mean)));
        let tail = 0.5 - 0.5 * level;
        BootstrapInterval {
            lower: self.quantile(tail),
            upper: self.quantile(1.0 - tail),
            standard_error: (n >= 2.0).then(|| math::sqrt(spread / (n - 1.0))),
            mean: (n >= 1.0).then_some(mean),
            level,
            replicates,
            undefined: self.undefined,
        }
    }

    /// The quantile of sorted values, between two of them in proportion.
    fn quantile(&self, share: f64) -> Option<f64> {
        let last = self.values.len().checked_sub(1)?;
        let place = share * last as f64;
        let below = (place as usize).min(last);
        let (low, high) = (self.values.get(below)?, self.values.get((below + 1).min(last))?);
        Some(low + (place - below as f64) * (high - low))
    }
}
