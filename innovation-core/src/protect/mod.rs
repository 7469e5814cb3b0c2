//! From which norms, pressures and routines a space protects, and whose voices it hides.
//!
//! [`cover()`] sets pressures against the measures that answer them and says what stays exposed;
//! [`charter()`] drafts what the parties sign and [`compare()`] says what an amendment changes;
//! [`present()`] shows people without their rank; [`disclose()`] hides small counts in tables.
//!
//! Invariant: a safeguard (safety, consent, confidentiality, law, care for the vulnerable) is
//! never suspended.
//! Invariant: nothing here looks at a clock; every question names its moment.

pub mod charter;
pub mod cover;
pub mod disclose;
mod document;
pub(crate) mod grant;
pub(crate) mod period;
mod present;

pub use charter::{
    ChangedClause, ChangedText, ChangedWords, CharterComparison, CharterRequest, CharterTemplate,
    ClauseChanges, CompareRequest, IdChanges, ReplacedNorm, ReplacedRightToFail, ReplacedSafeguard,
    ReplacedTensions, ReplacedWord, SafeguardChanges, Signatories, SignatureChanges,
    SuspensionChanges, VersionChange, VersionStep, WordChange, charter, compare,
};
pub use cover::{
    BoundaryCount, CharterState, CoverCell, CoverGap, CoverGapKind, CoverRequest, Coverage,
    DueItem, DueKind, MeasureCover, PersonExposure, PressureCover, RoleExposure, Suspension,
    UnsignedItem, WorkCount, cover,
};
pub(crate) use disclose::Screen;
pub use disclose::{
    CountTable, DiscloseRequest, Disclosure, DisclosureLoss, DisclosurePolicy, EarlierRelease,
    HiddenCell, HiddenKind, PolicyChoice, ReleasedCell, ReleasedTable, disclose,
};
pub use document::{
    Boundary, Charter, Clause, Measure, Pressure, PressureKind, RightToFail, Safeguard, Signature,
    SpaceMode, SuspendedNorm, Tensions, Work,
};
pub use grant::{MeasureState, UnsignedReason};
pub use present::{PersonShown, PresentRequest, Presented, present, rank_hidden};

use crate::error::{Code, Error, Result};

/// Refuses a list that is longer than can be answered in bounded time.
pub(crate) fn at_most(count: usize, most: usize, what: &str, path: &str) -> Result<()> {
    if count <= most {
        return Ok(());
    }
    Err(Error::new(Code::ContractTooLarge, format!("{count} {what}; at most {most} are read"))
        .at(path))
}
