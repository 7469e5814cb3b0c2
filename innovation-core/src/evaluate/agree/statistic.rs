//! What all measures share: how they are computed again for units drawn anew.

use super::document::{AgreementMeasure, Interval, MeasureName, RatingCounts};
use super::patterns::Patterns;
use crate::distribution::{normal_quantile, t_quantile};
use crate::math;
use crate::stat::Stat;
use crate::text::Text;

/// A value, or why there is none.
pub(super) type Computed = Result<f64, &'static str>;

/// No unit has two ratings.
pub(super) const NO_PAIRS: &str = "no-pairable-units";
/// Nothing varies, so that chance and agreement are one.
pub(super) const NO_VARIATION: &str = "no-variation";
/// A spread needs two units.
pub(super) const TOO_FEW_UNITS: &str = "too-few-units";
/// Agreement needs two raters.
pub(super) const TOO_FEW_RATERS: &str = "too-few-raters";
/// More levels than the measure can hold in memory.
pub(super) const TOO_MANY_LEVELS: &str = "too-many-levels";
/// More raters than the measure can compare.
pub(super) const TOO_MANY_RATERS: &str = "too-many-raters";
/// Levels have no order.
pub(super) const NOMINAL: &str = "nominal-scale";

/// How often each unit and each pattern stands in a table or in a replicate of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draw<'a> {
    /// By row.
    pub units: &'a [u32],
    /// By pattern.
    pub patterns: &'a [u32],
}

/// Measures that are computed together, for a table or a replicate.
pub(super) trait Statistic {
    /// Appends one value for each measure of the family.
    fn values(&self, draw: &Draw<'_>, out: &mut Vec<Computed>);

    /// About how many steps that takes.
    fn cost(&self) -> u64;

    /// Whether it looks at `units` of a draw; where none does, they stay uncounted.
    fn looks_at_units(&self) -> bool {
        true
    }
}

/// Measures, and how to compute them again; without a statistic they are not drawn again.
pub(super) struct Family<'a> {
    pub measures: Vec<AgreementMeasure>,
    pub statistic: Option<Box<dyn Statistic + 'a>>,
}

impl Family<'_> {
    /// A measure that does not exist.
    pub fn undefined(name: MeasureName, reason: &'static str, convention: &str) -> Self {
        let measure = measure(name, Err(reason), convention.to_owned(), RatingCounts::default());
        Self { measures: vec![measure], statistic: None }
    }
}

/// A measure with nothing but its value.
pub(super) fn measure(
    name: MeasureName,
    value: Computed,
    convention: String,
    n: RatingCounts,
) -> AgreementMeasure {
    AgreementMeasure {
        name,
        form: None,
        weights: None,
        stat: value.map_or_else(Stat::undefined, Stat::of),
        standard_error: None,
        interval: None,
        bootstrap: None,
        observed: None,
        expected: None,
        by_level: Vec::new(),
        pairs: Vec::new(),
        convention,
        n,
        reading: Text::from(""),
    }
}

/// RatingCounts of what patterns hold, from so many ratings in a unit up.
pub(super) fn counts(patterns: &Patterns, least: u32, units: usize, raters: usize) -> RatingCounts {
    let mut n = RatingCounts { raters: raters as u32, ..RatingCounts::default() };
    for (&size, &times) in patterns.sizes.iter().zip(&patterns.units) {
        if size >= least {
            n.units += times;
            n.ratings += size * times;
        }
    }
    n.dropped = units as u32 - n.units;
    n
}

impl AgreementMeasure {
    /// Adds a standard error and the interval of Student's t, cut at 1.
    pub(super) fn with_t(&mut self, error: Option<f64>, units: f64, confidence: f64) {
        let quantile = t_quantile(0.5 + 0.5 * confidence, units - 1.0);
        self.with_error(error, quantile, confidence, "standard error × t(units − 1), cut at 1");
    }

    /// Adds a standard error and the interval of the normal distribution, cut at 1.
    pub(super) fn with_normal(&mut self, error: Option<f64>, confidence: f64) {
        let quantile = normal_quantile(0.5 + 0.5 * confidence);
        self.with_error(error, quantile, confidence, "standard error × normal, cut at 1");
    }

    fn with_error(&mut self, error: Option<f64>, quantile: f64, level: f64, method: &'static str) {
        let (Some(value), Some(error)) = (self.stat.value, error.filter(|e| e.is_finite())) else {
            return;
        };
        self.standard_error = Some(error);
        // An error of nothing says that nothing was seen to vary, not that the value is certain.
        if error > 0.0 && quantile.is_finite() {
            let reach = quantile * error;
            self.interval = Some(Interval {
                lower: value - reach,
                upper: (value + reach).min(1.0),
                level,
                method,
            });
        }
    }
}

/// √(n/(n − 1) Σ d²) of influences, with how many units have each; `None` below two units.
pub(super) fn jack(influences: impl Iterator<Item = (f64, f64)>, units: f64) -> Option<f64> {
    let squares: f64 = influences.map(|(d, times)| times * d * d).sum();
    (units >= 2.0).then(|| math::sqrt(squares * units / (units - 1.0)))
}
