//! What the parties of a space agreed on: drafted, checked, signed, amended.
//!
//! [`charter()`] gives a charter to begin with, [`compare()`] says what an amendment changes.
//! `check` refuses a charter that contradicts itself, `safeguard` one that suspends what no
//! charter can, and `signed` reads who stands behind which version.
//!
//! Invariant: a signature belongs to one version and carries over to no other.

mod check;
mod compare;
mod safeguard;
mod signed;
mod template;
mod words;

pub(crate) use check::{check, unique};
pub use compare::{
    ChangedClause, CharterComparison, ClauseChanges, CompareRequest, IdChanges, ReplacedNorm,
    ReplacedRightToFail, ReplacedSafeguard, ReplacedTensions, ReplacedWord, SafeguardChanges,
    SignatureChanges, SuspensionChanges, VersionChange, VersionStep, compare,
};
pub(crate) use safeguard::every_language;
pub use signed::Signatories;
pub(crate) use signed::{signed, signed_by, signers};
pub use template::{CharterRequest, CharterTemplate, charter};
pub use words::{ChangedText, ChangedWords, WordChange};
