//! The least and the most that a rubric allows, whatever is answered.

use super::single::ends;
use crate::error::Result;
use crate::evaluate::rubric::{Instrument, Part, Range, Rubric, Scoring};
use crate::math;

/// For each group, and for each item, the range of its score where all items are answered; none
/// where the rubric has no sums or means.
#[derive(Debug)]
pub(crate) struct Extents {
    pub groups: Vec<Option<Range>>,
    pub items: Vec<Option<Range>>,
}

/// The extents of a rubric.
///
/// # Errors
///
/// `evaluate.invalid-rubric`.
pub(crate) fn extents(rubric: &Rubric) -> Result<Extents> {
    let instrument = Instrument::of(rubric)?;
    if !instrument.has_points() {
        return Ok(Extents { groups: Vec::new(), items: Vec::new() });
    }
    let item = |part: &Part<'_>| Some(ends(&instrument, part));
    let group = |at: usize| {
        let parts: Vec<&Part<'_>> = instrument.in_group(at).map(|(_, part)| part).collect();
        let sum = |of: &dyn Fn(&Part<'_>) -> f64| math::sum(parts.iter().map(|part| of(part)));
        let weight = match rubric.scoring {
            Scoring::LevelTable => 1.0,
            _ => sum(&|part| part.item.weight),
        };
        let end = |end: fn(Range) -> f64| {
            sum(&|part| part.item.weight * end(ends(&instrument, part))) / weight
        };
        let range = Range { min: end(|range| range.min), max: end(|range| range.max) };
        Some(range).filter(|range| range.min.is_finite() && range.max.is_finite())
    };
    Ok(Extents {
        groups: (0..rubric.groups.len()).map(group).collect(),
        items: instrument.parts.iter().map(item).collect(),
    })
}
