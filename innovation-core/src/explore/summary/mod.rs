//! What many replicates leave, in a form that can be added up in any order.
//!
//! A [`Summary`] holds counts, exact sums, extremes and bins, and nothing that depends on the
//! order in which replicates were played: shards of one run, merged in any order, give the
//! bytes of the whole run. [`fixed`] is the number that makes sums exact, [`document`] the
//! stored form, [`tally`] what replicates are counted into, [`mod@merge`] joins summaries and
//! [`mod@report`] reads them: means, standard errors, quantiles, courses; [`table`] writes that
//! as lines for other programs.
//!
//! Invariant: replicates of a summary follow each other without a gap, and none counts twice.

mod check;
mod document;
mod fixed;
mod merge;
mod report;
mod table;
mod tally;

pub use document::{
    Moments, OutcomeSummary, ReplicateRange, SUMMARY_BINS, SUMMARY_FORMAT, Summary,
};
pub use fixed::FixedSum;
pub use merge::{MergeSummariesRequest, merge};
pub use report::{
    OutcomeReport, StepReport, SummaryQuantile, SummaryReport, SummaryReportRequest, report,
};
pub use table::SummaryTable;
pub(crate) use tally::{Provenance, Tally};
