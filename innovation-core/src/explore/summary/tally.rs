//! Where replicates are counted.

use super::document::{
    Moments, OutcomeSummary, ReplicateRange, SUMMARY_BINS, SUMMARY_FORMAT, Summary,
};
use super::fixed::MOST_TERM;
use crate::explore::record::{Outcome, Record};

/// What a summary is of.
#[derive(Debug, Clone)]
pub(crate) struct Provenance {
    /// The model.
    pub model: String,
    /// Its variant, where it has several.
    pub variant: Option<String>,
    /// SHA-256 of the parameters in canonical JSON.
    pub specification: String,
    /// The seed.
    pub seed: u64,
}

/// Counts replicates into what will be a summary.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    outcomes: Vec<OutcomeTally>,
}

#[derive(Debug, Clone)]
struct OutcomeTally {
    outcome: Outcome,
    values: Option<Moments>,
    bins: Vec<u64>,
    course: Vec<Moments>,
}

impl Tally {
    /// Nothing counted yet.
    pub(crate) fn new(outcomes: &[Outcome]) -> Self {
        let outcomes = outcomes.iter().map(|outcome| OutcomeTally {
            outcome: outcome.clone(),
            values: None,
            bins: vec![0; SUMMARY_BINS],
            course: Vec::new(),
        });
        Self { outcomes: outcomes.collect() }
    }

    /// Counts a replicate.
    pub(crate) fn add(&mut self, record: &Record) {
        for (place, tally) in self.outcomes.iter_mut().enumerate() {
            if let Some(&value) = record.values.get(place) {
                tally.add(value, record.series.get(place).map_or(&[], Vec::as_slice));
            }
        }
    }

    /// The summary of the replicates counted; they are those of `replicates`.
    pub(crate) fn finish(self, of: Provenance, replicates: ReplicateRange) -> Summary {
        let outcomes = self.outcomes.into_iter().filter_map(|tally| {
            Some(OutcomeSummary {
                name: tally.outcome.name.to_owned(),
                from: tally.outcome.least,
                to: tally.outcome.most,
                values: tally.values?,
                bins: tally.bins,
                course: tally.course,
            })
        });
        Summary {
            format: SUMMARY_FORMAT.to_owned(),
            library: env!("CARGO_PKG_VERSION").to_owned(),
            model: of.model,
            variant: of.variant,
            specification: of.specification,
            seed: of.seed,
            replicates,
            outcomes: outcomes.collect(),
        }
    }
}

impl OutcomeTally {
    fn add(&mut self, value: f64, course: &[f64]) {
        let value = within(value, &self.outcome);
        join(&mut self.values, value);
        if let Some(bin) = self.bins.get_mut(bin_of(value, self.outcome.least, self.outcome.most)) {
            *bin += 1;
        }
        let known = self.course.len();
        for (step, &value) in self.course.iter_mut().zip(course) {
            let value = within(value, &self.outcome);
            *step = step.with(&Moments::of(value)).unwrap_or(*step);
        }
        let longer = course.iter().skip(known).map(|&value| within(value, &self.outcome));
        self.course.extend(longer.map(Moments::of));
    }
}

/// Adds a value; terms are so bounded that 2³² of them stay in range.
fn join(moments: &mut Option<Moments>, value: f64) {
    let value = Moments::of(value);
    *moments = moments.map_or(Some(value), |moments| moments.with(&value));
}

/// The value within the outcome's range. A model keeps to it; should one not, the summary
/// stays sound. A negative zero becomes zero, NaN the least value.
fn within(value: f64, outcome: &Outcome) -> f64 {
    let (least, most) = (outcome.least.max(-MOST_TERM), outcome.most.min(MOST_TERM));
    if value > least { value.min(most) + 0.0 } else { least + 0.0 }
}

/// The bin of a value within a range.
pub(super) fn bin_of(value: f64, from: f64, to: f64) -> usize {
    let share = (value - from) / (to - from);
    // Casting from a float saturates: below the range is the first bin.
    ((share * SUMMARY_BINS as f64) as usize).min(SUMMARY_BINS - 1)
}
