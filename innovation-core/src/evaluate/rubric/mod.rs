//! The documents: a rubric, and an assessment made with it.

mod document;

pub use document::{
    Answer, Assessment, Band, Dimension, DimensionValue, FORMAT, Group, Item, Level, Range, Ratio,
    RatioItem, Rubric, Scoring, Total,
};
