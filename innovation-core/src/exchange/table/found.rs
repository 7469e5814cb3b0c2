//! What was found in a table: the part of every answer that says how it was read.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// How a table was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// How the bytes stood for characters; `utf-8` where text was given.
    pub encoding: Encoding,
    /// Whether the text began with a byte order mark.
    pub byte_order_mark: bool,
    /// What stands between cells.
    pub separator: Separator,
    /// The decimal mark of the numbers that were read.
    pub decimal: Decimal,
    /// Rows read, without the header and without empty rows.
    pub rows: u32,
    /// Empty rows that were passed over.
    pub empty_rows: u32,
    /// The columns, in the order of the table.
    pub columns: Vec<FoundColumn>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FoundColumn {
    /// The header as written, or `column 4` where there is none.
    pub header: String,
    /// The field it was read as; null where it is none of the known ones.
    pub field: Option<&'static str>,
    /// What became of it.
    pub kept: Kept,
}

/// What became of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Kept {
    /// Read as a field.
    Field,
    /// Kept under the header, as an attribute, a criterion, a rater, an item or a project.
    Attribute,
    /// Left out: of no use here, or it would tell who a person is.
    LeftOut,
}

/// How bytes stand for characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Windows-1252, the usual encoding of older Western European spreadsheets.
    #[serde(rename = "windows-1252")]
    Windows1252,
    /// None: a workbook, whose cells are characters already.
    #[serde(rename = "workbook")]
    Workbook,
    /// UTF-16, low byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Separator {
    /// A comma; also where the table has one column.
    #[serde(rename = ",")]
    Comma,
    /// A semicolon.
    #[serde(rename = ";")]
    Semicolon,
    /// A tab.
    #[serde(rename = "\t")]
    Tab,
    /// A vertical bar.
    #[serde(rename = "|")]
    Bar,
    /// A space; in logs of contacts only.
    #[serde(rename = " ")]
    Space,
}

impl Separator {
    /// The character.
    #[must_use]
    pub fn character(self) -> char {
        char::from(self.byte())
    }

    pub(in crate::exchange) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Bar => b'|',
            Self::Space => b' ',
        }
    }
}

/// The mark between the whole and the fraction of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Decimal {
    /// 2.5
    Point,
    /// 2,5
    Comma,
    /// No number has a fraction.
    None,
}

/// Something in the table that a person should know about; never a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// Which kind, kebab-case.
    pub code: &'static str,
    /// The first row it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The column it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// How often it was met.
    pub count: u32,
    /// In words.
    pub message: Text,
}
