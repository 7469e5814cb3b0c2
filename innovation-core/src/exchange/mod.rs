//! Tables in, a report out, and the formats of other programs both ways.
//!
//! What a service has is a list of staff from a spreadsheet and perhaps a log of who met
//! whom; what it wants is a page to read together. [`people_from_table`],
//! [`ties_from_table`] and [`ties_from_contacts`] read the first, whatever program wrote it,
//! and say what they found, as [`from_table`] does for values, ratings, assessments, ballots and
//! sites; [`to_table`] is the way back. [`report()`] writes the page. [`to_fhir`] and [`from_fhir`]
//! speak with the systems of hospitals. A [`Pen`] writes further pages of a host
//! with the same care.
//!
//! [`calendar()`] writes a programme for calendar programs, [`to_graphml`] people and ties for
//! programs of networks; [`to_redcap`] and [`from_redcap`] take a rubric to REDCap and its
//! records back; [`card_to_markdown`] and [`card_from_markdown`] let people edit cards as text.
//!
//! Invariant: nothing is guessed silently; an answer says how the table was read.
//! Invariant: a report is one page that asks nothing of the network.

mod calendar;
mod cards;
mod fhir;
mod graph;
mod pen;
mod redcap;
mod report;
mod table;

pub use calendar::{Calendar, CalendarEach, CalendarProgramme, CalendarRequest, calendar};
pub use cards::{
    CardFormat, CardFromMarkdownRequest, CardMarkdown, CardRead, CardToMarkdownRequest,
    card_from_markdown, card_to_markdown,
};
pub use fhir::{
    FhirAssessment, FhirBundle, FhirMeasure, FhirMeasureKind, FhirNote, FhirPoint, FhirProgramme,
    FhirRelease, FhirResource, FhirRest, FhirRoles, FhirSubject, FromFhir, FromFhirRequest,
    PatchOp, PatchStep, ToFhirRequest, from_fhir, to_fhir,
};
pub use graph::{GraphText, ToGraphmlRequest, to_graphml};
pub use pen::{Pen, STYLE};
pub use redcap::{
    FromRedcapRequest, RedcapDictionary, RedcapField, RedcapRecords, ToRedcapRequest, from_redcap,
    to_redcap,
};
pub use report::{
    Report, ReportChart, ReportProfile, ReportReason, ReportRequest, ReportRound, ReportScores,
    report,
};
pub use table::{
    BallotForm, ContactPerson, ContactsTable, DayOrder, Decimal, Encoding, Found, FoundColumn,
    FromTable, FromTableRequest, Kept, Note, PeopleFromTableRequest, PeopleTable, Separator,
    TableContent, TableText, TiesFromContactsRequest, TiesFromTableRequest, TiesTable,
    ToTableRequest, from_table, people_from_table, ties_from_contacts, ties_from_table, to_table,
};
