//! Tables in, a report out.
//!
//! What a service has is a list of staff from a spreadsheet and perhaps a log of who met
//! whom; what it wants is a page to read together. [`people_from_table`],
//! [`ties_from_table`] and [`ties_from_contacts`] read the first, whatever program wrote it,
//! and say what they found; [`report()`] writes the second. [`to_fhir`] and [`from_fhir`] speak with
//! the systems of hospitals. A [`Pen`] writes further pages of a host
//! with the same care.
//!
//! Invariant: nothing is guessed silently; an answer says how the table was read.
//! Invariant: a report is one page that asks nothing of the network.

mod fhir;
mod pen;
mod report;
mod table;

pub use fhir::{
    FhirAssessment, FhirBundle, FhirItem, FhirMeasure, FhirMeasureKind, FhirNote, FhirPoint,
    FhirProgramme, FhirRelease, FhirResource, FhirRest, FhirRoles, FhirSubject, FromFhir,
    FromFhirRequest, PatchOp, PatchStep, ToFhirRequest, from_fhir, to_fhir,
};
pub use pen::{Pen, STYLE};
pub use report::{
    Report, ReportChart, ReportProfile, ReportReason, ReportRequest, ReportRound, ReportScores,
    report,
};
pub use table::{
    ContactPerson, ContactsTable, Decimal, Encoding, Found, FoundColumn, Kept, Note,
    PeopleFromTableRequest, PeopleTable, Separator, TiesFromContactsRequest, TiesFromTableRequest,
    TiesTable, people_from_table, ties_from_contacts, ties_from_table,
};
