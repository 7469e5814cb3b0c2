//! Tables of people, ties, contacts, values, ballots and sites, as spreadsheets, sensors and
//! surveys write them, and the way back.
//!
//! A table arrives as text or as the bytes of a file. [`encoding`] makes text of bytes,
//! [`grid`] makes rows of text, [`detect`] finds separator and columns with the header names
//! of a [`words`] list, [`number`] finds the decimal mark. [`people`], [`ties`] and
//! [`contacts`] read the cells, [`from`] those of the other tables, with [`cross`], [`ballots`] and
//! [`sites`]; [`found`] is what they tell about the reading. [`mod@write`] writes tables.
//!
//! Rows are numbered as a spreadsheet numbers them: the header is row 1 where nothing
//! stands above it, and empty rows count. A fault at row 7 has the path `/text/rows/7/role`.
//!
//! Invariant: what could be read in two ways is refused or reported, never chosen silently.

mod ballots;
mod contacts;
mod cross;
pub(super) mod detect;
pub(super) mod encoding;
pub(super) mod fold;
mod found;
mod from;
pub(super) mod grid;
pub(super) mod headers;
#[cfg(test)]
mod mutated;
mod notes;
pub(super) mod number;
mod people;
mod role_names;
#[cfg(feature = "sheets")]
mod sheets;
mod sites;
mod ties;
mod words;
mod write;

pub use ballots::BallotForm;
pub use contacts::{ContactPerson, ContactsTable, TiesFromContactsRequest, ties_from_contacts};
pub use found::{Decimal, Encoding, Found, FoundColumn, Kept, Note, Separator};
pub use from::{FromTable, FromTableRequest, TableContent, from_table};
pub use people::{PeopleFromTableRequest, PeopleTable, people_from_table};
pub use sites::DayOrder;
pub use ties::{TiesFromTableRequest, TiesTable, ties_from_table};
pub(super) use write::Sheet;
pub use write::{TableText, ToTableRequest, to_table};
