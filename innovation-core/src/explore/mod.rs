//! Under which conditions does a protected space help? Published models, and our own.
//!
//! The claim of this library is that varied people who seldom work together find better
//! solutions in a space protected from norms, pressures and routines. [`models()`] lists the
//! models by which that claim can be tested and what each leaves out. [`run()`] plays
//! replicates of one of them, [`merge()`] joins what shards of a run left, [`report()`] reads it.
//!
//! | model | what it tells | when the claim fails in it |
//! |---|---|---|
//! | `march` | slow learners keep views apart that the organisation learns from | fast learners agree too soon, turnover can help them |
//! | `subgroups` | few ties between groups find most | none is worst; simple problems forgive any number |
//! | `landscape` | search by small steps ends on a near peak | on smooth landscapes one peak gathers all |
//! | `search` | sparse networks find better solutions later | dense ones are better early, and conformists turn the result |
//! | `diversity` | a team drawn by lot beats the best alone | on smooth problems it does not |
//! | `creativeSpace` | what a protected space changes for silos held by norm, pressure, routine, rank | where nobody listens to those who return, where problems are simple, where ties across abound |
//!
//! Replicates are numbered, and a replicate is the same on any machine, in any order, and
//! whatever the other replicates are. Rows of a sweep that share a seed share their random
//! numbers, so that differences between rows are sharper than the rows themselves. There is
//! no scheduler here: a host, a job array or a cluster asks for ranges of replicates and
//! merges what comes back.
//!
//! Invariant: a summary depends on which replicates were played, not on who played them when.
//! Invariant: a simulation shows what follows from assumptions; it proves no policy.

mod bits;
mod bounds;
mod creative;
mod diversity;
mod landscape;
mod march;
mod models;
mod record;
mod run;
mod search;
mod subgroups;
mod summary;

pub use creative::{CreativeSpaceParameters, Mistakes};
pub use diversity::{DiversityParameters, TeamDynamics};
pub use landscape::{InteractionScheme, LandscapeParameters};
pub use march::{MarchParameters, MarchVariant};
pub use models::{Models, ModelsRequest, models};
pub use record::{ModelDescription, ModelOutcome, ModelParameter, ModelVariant};
#[cfg(feature = "schema")]
pub use run::AnyParameters;
pub use run::{ModelName, RunRequest, run, run_watched};
pub use search::{SearchNetwork, SearchParameters, SearchRule};
pub use subgroups::SubgroupsParameters;
pub use summary::{
    FixedSum, MergeSummariesRequest, Moments, OutcomeReport, OutcomeSummary, ReplicateRange,
    SUMMARY_BINS, SUMMARY_FORMAT, StepReport, Summary, SummaryQuantile, SummaryReport,
    SummaryReportRequest, SummaryTable, merge, report,
};
