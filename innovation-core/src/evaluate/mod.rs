//! Is it any good, for whom, do we agree, and what follows.
//!
//! A [`Rubric`] holds the questions and how their answers are scored.
//!
//! Invariant: an assessment stores levels; points are computed, never stored.
//! Invariant: a statistic that does not exist says why; nothing is dropped without being counted.

mod rubric;

pub use rubric::{
    Answer, Assessment, Band, Dimension, DimensionValue, FORMAT, Group, Item, Level, Range, Ratio,
    RatioItem, Rubric, Scoring, Total,
};
