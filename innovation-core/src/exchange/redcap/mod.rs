//! A rubric as a REDCap instrument, and its records as assessments.
//!
//! [`names`] gives each item a variable name that REDCap admits and each level a code; both ways
//! read the same plan, so that what is collected comes back to the items it belongs to.
//! [`dictionary`] writes the data dictionary with the expressions of [`calc`]; [`records`] reads
//! what REDCap exports.
//!
//! Invariant: names and codes depend on the rubric and the form alone.

mod calc;
mod dictionary;
mod names;
mod records;

pub use dictionary::{RedcapDictionary, RedcapField, ToRedcapRequest, to_redcap};
pub use records::{FromRedcapRequest, RedcapRecords, from_redcap};

#[cfg(test)]
mod tests;
