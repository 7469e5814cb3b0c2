//! A table of ratings as it arrives: units down, raters across, gaps allowed.
//!
//! Cells lie in one flat list, so that a million of them are read as fast as memory gives
//! them. A text is kept once and referred to by number.

use serde::de::{self, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// Most cells of a table.
pub const MOST_CELLS: usize = 4_000_000;

/// One place in a table.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    /// Nobody rated here.
    Missing,
    /// A number.
    Number(f64),
    /// A text, by its position among the texts of the table.
    Label(u32),
}

/// Ratings: a row for each unit, in it a place for each rater.
///
/// In JSON `[[number | string | null]]`. A table with more than [`MOST_CELLS`] cells is not
/// read to its end and refused later, with its place.
///
/// ```
/// use innovation_core::evaluate::Ratings;
/// let ratings: Ratings = serde_json::from_str(r#"[[1, 2], [null, "x"]]"#)?;
/// assert_eq!((ratings.units(), ratings.raters()), (2, 2));
/// let same = Ratings::from_rows([[Some(1.0), Some(2.0)], [None, Some(1.0)]]);
/// assert_eq!(serde_json::to_string(&same)?, "[[1.0,2.0],[null,1.0]]");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ratings {
    cells: Vec<Cell>,
    /// Where each row ends in `cells`.
    ends: Vec<u32>,
    texts: Vec<String>,
    numbers_of_texts: BTreeMap<String, u32>,
    /// Whether cells were left out because there are too many.
    cut: bool,
}

impl Ratings {
    /// A table of numbers, row by row.
    #[must_use]
    pub fn from_rows<R: IntoIterator<Item = Option<f64>>>(
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        let mut table = Self::default();
        for row in rows {
            for cell in row {
                table.push(cell.map_or(Cell::Missing, Cell::Number));
            }
            table.end_row();
        }
        table
    }

    /// How many rows there are.
    #[must_use]
    pub fn units(&self) -> usize {
        self.ends.len()
    }

    /// How many places the first row has.
    #[must_use]
    pub fn raters(&self) -> usize {
        self.ends.first().map_or(0, |&end| end as usize)
    }

    /// Whether the table was too large to be read to its end.
    pub(super) fn cut(&self) -> bool {
        self.cut
    }

    /// Every cell, row by row.
    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The first row whose length differs from the first row's, and its length.
    pub(super) fn ragged(&self) -> Option<(usize, usize)> {
        let width = self.raters();
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let lengths = self.ends.iter().zip(starts).map(|(&end, start)| (end - start) as usize);
        lengths.enumerate().find(|&(_, length)| length != width)
    }

    /// The texts, in order of first appearance.
    pub(super) fn texts(&self) -> &[String] {
        &self.texts
    }

    fn push(&mut self, cell: Cell) {
        if self.cells.len() < MOST_CELLS {
            self.cells.push(cell);
        } else {
            self.cut = true;
        }
    }

    fn push_text(&mut self, text: &str) {
        let number = match self.numbers_of_texts.get(text) {
            Some(&number) => number,
            None => {
                let number = self.texts.len() as u32;
                self.texts.push(text.to_owned());
                self.numbers_of_texts.insert(text.to_owned(), number);
                number
            }
        };
        self.push(Cell::Label(number));
    }

    fn end_row(&mut self) {
        if self.ends.len() < MOST_CELLS {
            self.ends.push(self.cells.len() as u32);
        } else {
            self.cut = true;
        }
    }
}

impl Serialize for Ratings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Row<'a>(&'a [Cell], &'a [String]);
        impl Serialize for Row<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut row = serializer.serialize_seq(Some(self.0.len()))?;
                for cell in self.0 {
                    match *cell {
                        Cell::Missing => row.serialize_element(&None::<f64>)?,
                        Cell::Number(number) => row.serialize_element(&number)?,
                        Cell::Label(text) => row.serialize_element(
                            self.1.get(text as usize).map_or("", String::as_str),
                        )?,
                    }
                }
                row.end()
            }
        }
        let mut rows = serializer.serialize_seq(Some(self.ends.len()))?;
        let mut start = 0;
        for &end in &self.ends {
            let cells = self.cells.get(start..end as usize).unwrap_or_default();
            rows.serialize_element(&Row(cells, &self.texts))?;
            start = end as usize;
        }
        rows.end()
    }
}

impl<'de> de::Deserialize<'de> for Ratings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut table = Self::default();
        deserializer.deserialize_seq(Rows(&mut table))?;
        Ok(table)
    }
}

struct Rows<'t>(&'t mut Ratings);

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows of ratings")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<(), A::Error> {
        while rows.next_element_seed(Row(self.0))?.is_some() {
            self.0.end_row();
        }
        Ok(())
    }
}

struct Row<'t>(&'t mut Ratings);

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row of ratings: numbers, texts, or null where nobody rated")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<(), A::Error> {
        while row.next_element_seed(One(self.0))?.is_some() {}
        Ok(())
    }
}

struct One<'t>(&'t mut Ratings);

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rating: a number, a text, or null")
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.0.push(Cell::Missing);
        Ok(())
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<(), E> {
        self.0.push(Cell::Number(number));
        Ok(())
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<(), E> {
        self.visit_f64(number as f64)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.0.push_text(text);
        Ok(())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Ratings {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Ratings".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Ratings: a row for each unit, in it a place for each rater; null where nobody rated.",
            "type": "array",
            "items": {
                "type": "array",
                "items": {"type": ["number", "string", "null"]}
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_keeps_its_json_form() {
        for json in ["[]", r#"[[1.5,null],["a","b"],["a",-2.0]]"#] {
            let table: Ratings = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&table).unwrap(), json);
        }
        for json in ["3", "[3]", "[[true]]", "[[[1]]]", "[[{}]]"] {
            assert!(serde_json::from_str::<Ratings>(json).is_err(), "{json}");
        }
    }

    #[test]
    fn the_first_row_of_another_length_is_found() {
        let table: Ratings = serde_json::from_str("[[1,2],[3,4],[5],[]]").unwrap();
        assert_eq!(table.ragged(), Some((2, 1)));
        assert_eq!(Ratings::from_rows([[None], [Some(1.0)]]).ragged(), None);
    }
}
