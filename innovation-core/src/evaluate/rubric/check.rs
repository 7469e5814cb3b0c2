//! Whether a rubric holds together, and the form in which it is scored.

use super::document::{FORMAT, Level, Range, Rubric, RubricItem, Scoring, Total};
use crate::error::{Code, Error, Result};
use std::collections::BTreeSet;
use std::fmt::Display;

/// Most items of a rubric.
const MOST_ITEMS: usize = 2_000;
/// The word for an item that does not apply; no level may have it.
pub(crate) const NOT_APPLICABLE: &str = "notApplicable";

/// A rubric that holds together.
#[derive(Debug)]
pub(crate) struct Instrument<'r> {
    /// The rubric itself.
    pub rubric: &'r Rubric,
    /// Its items, group after group.
    pub parts: Vec<Part<'r>>,
    /// Where the items of each group stand.
    groups: Vec<std::ops::Range<usize>>,
    /// Ids of items.
    ids: BTreeSet<&'r str>,
}

/// An item with what its group and rubric lend it.
#[derive(Debug)]
pub(crate) struct Part<'r> {
    /// Which group it belongs to.
    pub group: usize,
    /// The item.
    pub item: &'r RubricItem,
    /// Its levels, or the rubric's.
    pub levels: &'r [Level],
    /// The least and most points of its levels, 0 to 0 where they have none.
    pub range: Range,
}

impl<'r> Instrument<'r> {
    /// Checks a rubric.
    ///
    /// # Errors
    ///
    /// `evaluate.invalid-rubric`, with the place under `/rubric`.
    pub fn of(rubric: &'r Rubric) -> Result<Self> {
        whole(rubric)?;
        let mut parts = Vec::new();
        let (mut names, mut ids) = (BTreeSet::new(), BTreeSet::new());
        let mut groups = Vec::with_capacity(rubric.groups.len());
        for (at, group) in rubric.groups.iter().enumerate() {
            let place = format!("/groups/{at}");
            once(&mut names, group.id.as_str(), &place)?;
            let start = parts.len();
            if group.items.is_empty() {
                return Err(broken(format!("the group {} has no items", group.id), &place));
            }
            for (number, item) in group.items.iter().enumerate() {
                let place = format!("{place}/items/{number}");
                once(&mut ids, item.id.as_str(), &place)?;
                let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
                let part = Part { group: at, item, levels, range: range(levels) };
                of_kind(rubric, &part, &place)?;
                parts.push(part);
            }
            groups.push(start..parts.len());
        }
        if parts.len() > MOST_ITEMS {
            let message = format!("{} items are more than {MOST_ITEMS}", parts.len());
            return Err(broken(message, "/groups"));
        }
        let instrument = Self { rubric, parts, groups, ids };
        instrument.together()?;
        Ok(instrument)
    }

    /// The parts of a group.
    pub fn in_group(&self, group: usize) -> impl Iterator<Item = (usize, &Part<'r>)> {
        let range = self.groups.get(group).cloned().unwrap_or_default();
        range.clone().zip(self.parts.get(range).unwrap_or_default())
    }

    /// Whether it has an item.
    pub fn has(&self, item: &str) -> bool {
        self.ids.contains(item)
    }

    /// Whether its scores are sums or means of points.
    pub fn has_points(&self) -> bool {
        matches!(self.rubric.scoring, Scoring::LevelTable | Scoring::Likert | Scoring::Matrix)
    }

    /// What only shows when all items are seen: scales, cells, rungs, bands.
    fn together(&self) -> Result<()> {
        let rubric = self.rubric;
        let differs = |parts: &[Part<'_>]| {
            parts.windows(2).any(|pair| matches!(pair, [a, b] if a.range != b.range))
        };
        let means = matches!(rubric.scoring, Scoring::Likert | Scoring::Matrix);
        if means && rubric.rescale.is_none() && differs(&self.parts) {
            return Err(broken("items on different scales have no mean", "/groups")
                .hint("name the range onto which they are rescaled: \"rescale\": {min, max}"));
        }
        if rubric.scoring == Scoring::Matrix {
            let mut cells = BTreeSet::new();
            for part in &self.parts {
                if !cells.insert(&part.item.cell) {
                    let message = format!("{} stands in a cell that is taken", part.item.id);
                    return Err(broken(message, "/groups"));
                }
            }
        }
        if rubric.scoring == Scoring::Ladder {
            let mut last = f64::NEG_INFINITY;
            for (at, group) in rubric.groups.iter().enumerate() {
                let place = format!("/groups/{at}/points");
                let points = group.points.ok_or_else(|| broken("a rung needs points", &place))?;
                if !points.is_finite() || points <= last {
                    return Err(broken("rungs stand from the lowest up", &place));
                }
                last = points;
            }
        }
        Ok(())
    }
}

/// What concerns the rubric without its items.
fn whole(rubric: &Rubric) -> Result<()> {
    if rubric.format != FORMAT {
        return Err(broken(format!("the format {:?} is not {FORMAT}", rubric.format), "/format"));
    }
    if rubric.groups.is_empty() {
        return Err(broken("a rubric needs a group of items", "/groups"));
    }
    if !(0.0..=1.0).contains(&rubric.minimum_answered) {
        return Err(broken("a share lies between 0 and 1", "/minimumAnswered"));
    }
    if rubric.rescale.is_some_and(|range| !usable(range)) {
        return Err(broken("a range runs from its min up to its max", "/rescale"));
    }
    if rubric.scoring == Scoring::LevelTable && rubric.total == Total::Groups {
        return Err(broken("the points of a level table add up over items", "/total"));
    }
    let mut bands = BTreeSet::new();
    let mut last = None;
    for (at, band) in rubric.bands.iter().enumerate() {
        let place = format!("/bands/{at}");
        once(&mut bands, band.id.as_str(), &place)?;
        let (from, to) = (band.min.unwrap_or(f64::NEG_INFINITY), band.max.unwrap_or(f64::INFINITY));
        let apart = last.is_none_or(|end| from >= end);
        if from.is_nan() || to.is_nan() || from >= to || !apart {
            return Err(broken("bands run upwards and do not overlap", &place));
        }
        last = Some(to);
    }
    dimensions(rubric)
}

/// The dimensions of a matrix; no other kind has any.
fn dimensions(rubric: &Rubric) -> Result<()> {
    let matrix = rubric.scoring == Scoring::Matrix;
    if matrix == rubric.dimensions.is_empty() {
        let message = if matrix { "a matrix needs dimensions" } else { "only a matrix has them" };
        return Err(broken(message, "/dimensions"));
    }
    let mut ids = BTreeSet::new();
    for (at, dimension) in rubric.dimensions.iter().enumerate() {
        let place = format!("/dimensions/{at}");
        once(&mut ids, dimension.id.as_str(), &place)?;
        let mut values = BTreeSet::new();
        for (number, value) in dimension.values.iter().enumerate() {
            once(&mut values, value.id.as_str(), &format!("{place}/values/{number}"))?;
        }
    }
    Ok(())
}

/// What the kind of scoring asks of an item.
fn of_kind(rubric: &Rubric, part: &Part<'_>, place: &str) -> Result<()> {
    let (item, levels) = (part.item, part.levels);
    let scoring = rubric.scoring;
    let only = [
        (item.reversed && scoring != Scoring::Likert, "reversed", "a Likert scale"),
        (item.several && scoring != Scoring::Record, "several", "a record"),
        (item.ratio.is_some() && scoring != Scoring::Ratio, "ratio", "a rubric of ratios"),
        (!item.cell.is_empty() && scoring != Scoring::Matrix, "cell", "a matrix"),
    ];
    for (wrong, field, owner) in only {
        if wrong {
            let message = format!("only an item of {owner} has it");
            return Err(broken(message, &format!("{place}/{field}")));
        }
    }
    if !(item.weight.is_finite() && item.weight > 0.0 && item.weight <= 1e6) {
        return Err(broken("a weight lies above 0, up to 1,000,000", &format!("{place}/weight")));
    }
    if item.weight != 1.0 && !matches!(scoring, Scoring::Likert | Scoring::Matrix) {
        return Err(broken("only items of a mean have weights", &format!("{place}/weight")));
    }
    distinct(levels, place)?;
    match scoring {
        Scoring::Ratio if item.ratio.is_none() => {
            Err(broken("a ratio says what is counted among what", &format!("{place}/ratio")))
        }
        Scoring::Ratio | Scoring::Record => Ok(()),
        _ if levels.len() < 2 => {
            Err(broken("an item needs two levels at least", &format!("{place}/levels")))
        }
        Scoring::LevelTable | Scoring::Likert | Scoring::Matrix => scored(rubric, part, place),
        Scoring::OrdinalProfile | Scoring::Valence | Scoring::Ladder => Ok(()),
    }
}

/// Levels that are added up or averaged: points for each, and a place in the matrix.
fn scored(rubric: &Rubric, part: &Part<'_>, place: &str) -> Result<()> {
    let place_of_levels = format!("{place}/levels");
    if part.levels.iter().any(|level| level.points.is_none()) {
        return Err(broken("each level needs points", &place_of_levels));
    }
    let ascends = part.levels.windows(2).all(|pair| match pair {
        [a, b] => {
            a.points < b.points || (rubric.scoring == Scoring::LevelTable && a.points == b.points)
        }
        _ => true,
    });
    if !ascends {
        return Err(broken("levels stand from the least points to the most", &place_of_levels));
    }
    let fits = part.item.cell.len() == rubric.dimensions.len()
        && rubric.dimensions.iter().all(|dimension| {
            let value = part.item.cell.get(dimension.id.as_str());
            value.is_some_and(|value| dimension.values.iter().any(|v| v.id.as_str() == value))
        });
    if rubric.scoring == Scoring::Matrix && !fits {
        return Err(broken("a cell names a value for each dimension", &format!("{place}/cell")));
    }
    Ok(())
}

fn distinct(levels: &[Level], place: &str) -> Result<()> {
    let mut ids = BTreeSet::new();
    for (at, level) in levels.iter().enumerate() {
        let place = format!("{place}/levels/{at}");
        once(&mut ids, level.id.as_str(), &place)?;
        if level.id.as_str() == NOT_APPLICABLE {
            return Err(broken("this word says that an item does not apply", &place));
        }
        if level.points.is_some_and(|points| !(-1e6..=1e6).contains(&points)) {
            return Err(broken("points lie within a million of 0", &place));
        }
    }
    Ok(())
}

fn range(levels: &[Level]) -> Range {
    let points = || levels.iter().filter_map(|level| level.points);
    let range = Range {
        min: points().fold(f64::INFINITY, f64::min),
        max: points().fold(f64::NEG_INFINITY, f64::max),
    };
    if range.min <= range.max { range } else { Range { min: 0.0, max: 0.0 } }
}

fn usable(range: Range) -> bool {
    range.min.abs() <= 1e6 && range.max.abs() <= 1e6 && range.min < range.max
}

fn once<'a>(seen: &mut BTreeSet<&'a str>, id: &'a str, place: &str) -> Result<()> {
    if seen.insert(id) {
        return Ok(());
    }
    Err(broken(format!("the id {id:?} stands twice"), &format!("{place}/id")))
}

fn broken(message: impl Display, place: &str) -> Error {
    Error::new(Code::EvaluateInvalidRubric, message.to_string()).at(format!("/rubric{place}"))
}
