//! The documents: a rubric, the words that may replace its own, an assessment made with it.

mod built_in;
mod check;
mod document;
#[cfg(feature = "rubrics")]
mod files;
mod texts;
mod wording;

pub use built_in::{RubricChoice, Rubrics, RubricsRequest, rubrics};
pub(crate) use check::{Instrument, NOT_APPLICABLE, Part};
pub use document::{
    Answer, Assessment, Band, Dimension, DimensionValue, FORMAT, Level, Range, Ratio, RatioItem,
    Rubric, RubricGroup, RubricItem, Scoring, Total,
};
pub use wording::{WORDING_FORMAT, Wording};
