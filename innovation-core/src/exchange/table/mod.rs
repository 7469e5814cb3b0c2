//! Tables of people, ties and contacts, as spreadsheets and sensors write them.
//!
//! A table arrives as text or as the bytes of a file. [`encoding`] makes text of bytes,
//! [`grid`] makes rows of text, [`detect`] finds separator and columns with the header names
//! of a [`words`] list, [`number`] finds the decimal mark. [`people`], [`ties`] and
//! [`contacts`] read the cells; [`found`] is what they tell about the reading.
//!
//! Rows are numbered as a spreadsheet numbers them: the header is row 1 where nothing
//! stands above it, and empty rows count. A fault at row 7 has the path `/text/rows/7/role`.
//!
//! Invariant: what could be read in two ways is refused or reported, never chosen silently.

mod contacts;
mod detect;
mod encoding;
mod fold;
mod found;
mod grid;
mod notes;
mod number;
mod people;
mod role_names;
mod ties;
mod words;

pub use contacts::{ContactPerson, ContactsTable, TiesFromContactsRequest, ties_from_contacts};
pub use found::{Decimal, Encoding, Found, FoundColumn, Kept, Note, Separator};
pub use people::{PeopleFromTableRequest, PeopleTable, people_from_table};
pub use ties::{TiesFromTableRequest, TiesTable, ties_from_table};
