//! What a summary says: means, standard errors, quantiles, courses.

use super::document::{Moments, OutcomeSummary, ReplicateRange, SUMMARY_BINS, Summary};
use super::table::{self, SummaryTable};
use crate::error::Result;
use crate::math;
use crate::stat::Stat;
use serde::{Deserialize, Serialize};

/// The shares for which quantiles are given.
const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Asks what a summary says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SummaryReportRequest {
    /// The summary.
    pub summary: Summary,
    /// Writes the same as a table too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<SummaryTable>,
}

/// What replicates left, for a reader.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SummaryReport {
    /// The model.
    pub model: String,
    /// Its variant, where it has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// SHA-256 of the parameters.
    pub specification: String,
    /// The seed.
    pub seed: u64,
    /// The replicates.
    pub replicates: ReplicateRange,
    /// What they left, in the model's order.
    pub outcomes: Vec<OutcomeReport>,
    /// The same as a table, where it was asked for: a line for each outcome, then one for each
    /// step of its course.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
}

/// One outcome, for a reader.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OutcomeReport {
    /// Its name.
    pub name: String,
    /// How many replicates.
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// The standard deviation between replicates (n − 1); undefined for one replicate.
    pub deviation: Stat,
    /// The standard error of the mean; undefined for one replicate.
    pub standard_error: Stat,
    /// The smallest value.
    pub least: f64,
    /// The largest value.
    pub most: f64,
    /// The values below which 5, 25, 50, 75 and 95 % of replicates lie, read from bins: right
    /// to within `binWidth`.
    pub quantiles: Vec<SummaryQuantile>,
    /// The width of a bin.
    pub bin_width: f64,
    /// Mean and standard error at each step, the start first; empty without a course.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub course: Vec<StepReport>,
}

/// A value below which a share of replicates lies.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SummaryQuantile {
    /// The share, from 0 to 1.
    pub share: f64,
    /// The value.
    pub value: f64,
}

/// One step of a course.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct StepReport {
    /// The step, 0 for the start.
    pub step: u32,
    /// How many replicates came so far.
    pub count: u64,
    /// Their mean.
    pub mean: f64,
    /// The standard error of the mean; undefined for one replicate.
    pub standard_error: Stat,
}

/// Reads a summary: means, standard errors, quantiles and courses.
///
/// Replicates are independent, so that the standard error of a mean is the standard deviation
/// between replicates over the root of their number. Quantiles are read from bins as if
/// values lay evenly within one; they keep to the smallest and the largest value.
///
/// # Errors
///
/// `explore.invalid-summary` where the summary contradicts itself or is of another version.
///
/// # Example
///
/// ```
/// use innovation_core::explore::{Summary, SummaryReportRequest, report};
/// let summary: Summary = serde_json::from_value(serde_json::json!({
///     "format": "innovation/summary@1", "library": "0.1.0", "model": "march",
///     "specification": "0".repeat(64), "seed": 1, "replicates": {"from": 0, "to": 10},
///     "outcomes": []
/// }))?;
/// let request = SummaryReportRequest { summary, table: None };
/// assert_eq!(report(&request)?.replicates.to, 10);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn report(request: &SummaryReportRequest) -> Result<SummaryReport> {
    let summary = &request.summary;
    summary.check("/summary")?;
    let mut report = SummaryReport {
        model: summary.model.clone(),
        variant: summary.variant.clone(),
        specification: summary.specification.clone(),
        seed: summary.seed,
        replicates: summary.replicates,
        outcomes: summary.outcomes.iter().map(OutcomeReport::describe).collect(),
        table: None,
    };
    report.table = request.table.map(|form| table::write(&report, form));
    Ok(report)
}

impl OutcomeReport {
    fn describe(outcome: &OutcomeSummary) -> Self {
        let values = &outcome.values;
        let steps = outcome.course.iter().zip(0..).map(|(moments, step)| StepReport {
            step,
            count: moments.count,
            mean: moments.mean(),
            standard_error: moments.standard_error(),
        });
        let quantiles =
            SHARES.map(|share| SummaryQuantile { share, value: outcome.quantile(share) });
        Self {
            name: outcome.name.clone(),
            count: values.count,
            mean: values.mean(),
            deviation: values.deviation(),
            standard_error: values.standard_error(),
            least: values.least,
            most: values.most,
            quantiles: quantiles.to_vec(),
            bin_width: outcome.bin_width(),
            course: steps.collect(),
        }
    }
}

impl Moments {
    /// The mean; there is at least one value.
    fn mean(&self) -> f64 {
        // Rounding must not carry the mean of equal values past them.
        (self.sum.value() / self.count as f64).max(self.least).min(self.most)
    }

    /// The standard deviation, n − 1.
    fn deviation(&self) -> Stat {
        if self.count < 2 {
            return Stat::undefined("one-replicate");
        }
        if self.least == self.most {
            return Stat::of(0.0);
        }
        let n = self.count as f64;
        let sum = self.sum.value();
        let spread = self.squares.value() - sum * (sum / n);
        Stat::of(math::sqrt(spread.max(0.0) / (n - 1.0)))
    }

    /// The standard error of the mean.
    fn standard_error(&self) -> Stat {
        let deviation = self.deviation();
        deviation.value.map_or(deviation, |value| Stat::of(value / math::sqrt(self.count as f64)))
    }
}

impl OutcomeSummary {
    /// The value below which a share of replicates lies.
    fn quantile(&self, share: f64) -> f64 {
        let wanted = share * self.values.count as f64;
        let mut below = 0.0;
        for (bin, &held) in self.bins.iter().enumerate() {
            let held = held as f64;
            if held > 0.0 && below + held >= wanted {
                let into = (wanted - below) / held;
                let place = (bin as f64 + into) / SUMMARY_BINS as f64;
                let value = self.from + (self.to - self.from) * place;
                return value.max(self.values.least).min(self.values.most);
            }
            below += held;
        }
        self.values.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::record::{Outcome, Record};
    use crate::explore::summary::{Provenance, Tally};
    use proptest::prelude::*;

    fn read(values: &[f64], least: f64, most: f64) -> OutcomeReport {
        let outcome = Outcome { name: "a", least, most, course: true };
        let mut tally = Tally::new(&[outcome]);
        for &value in values {
            tally.add(&Record { values: vec![value], series: vec![vec![value; 2]] });
        }
        let of = Provenance {
            model: "made-up".into(),
            variant: None,
            specification: "0".repeat(64),
            seed: 0,
        };
        let to = values.len() as u32;
        let summary = tally.finish(of, ReplicateRange { from: 0, to });
        report(&SummaryReportRequest { summary, table: None }).unwrap().outcomes.remove(0)
    }

    #[test]
    fn equal_values_have_no_deviation_and_one_value_has_none() {
        let many = read(&[0.1; 7], 0.0, 1.0);
        assert_eq!((many.mean, many.deviation.value), (0.1, Some(0.0)));
        assert!(many.quantiles.iter().all(|quantile| quantile.value == 0.1));
        let one = read(&[0.1], 0.0, 1.0);
        assert_eq!(one.standard_error.undefined, Some("one-replicate"));
    }

    #[test]
    fn what_leaves_the_range_is_kept_at_its_ends() {
        let report = read(&[-3.0, f64::NAN, 9.0, f64::INFINITY], 0.0, 2.0);
        assert_eq!((report.least, report.most, report.mean), (0.0, 2.0, 1.0));
    }

    proptest! {
        /// Means and errors are those of the textbook, and quantiles lie within a bin.
        #[test]
        fn figures_are_those_of_the_values(
            mut values in prop::collection::vec(-50.0f64..150.0, 2..60)
        ) {
            let report = read(&values, -50.0, 150.0);
            let n = values.len() as f64;
            let mean = values.iter().sum::<f64>() / n;
            let spread: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
            let error = math::sqrt(spread / (n - 1.0) / n);
            prop_assert!((report.mean - mean).abs() < 1e-9);
            prop_assert!((report.standard_error.value.unwrap() - error).abs() < 1e-6);
            prop_assert_eq!(report.course[1].mean, report.mean);
            values.sort_by(f64::total_cmp);
            for quantile in report.quantiles {
                // The value of that rank, or the next where the rank is whole.
                let rank = quantile.share * n;
                let low = values[(libm::ceil(rank) as usize).max(1) - 1] - report.bin_width - 1e-9;
                let high = values[(rank as usize).min(values.len() - 1)] + report.bin_width + 1e-9;
                prop_assert!(quantile.value >= low && quantile.value <= high);
            }
        }
    }
}
