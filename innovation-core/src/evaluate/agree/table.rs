//! Ratings as levels by number.
//!
//! Reading is one pass over the cells; [`lookup`](super::lookup) says which level a cell is.
//!
//! Invariant: after reading, a code is below the number of levels, or [`NONE`].

use super::document::{AgreeRequest, LevelId, MeasureName, Scale, ScaleKind};
use super::lookup::{Lookup, UNKNOWN, distinct_numbers};
use super::ratings::{Cell, Ratings};
use crate::error::{Code, Error, Result};
use std::collections::BTreeSet;

/// The code of a missing rating.
pub(super) const NONE: u32 = u32::MAX;

/// Most columns.
const MOST_COLUMNS: usize = 10_000;

/// Most levels that an answer lists.
pub(super) const MOST_LISTED: usize = 1_000;

/// Most declared levels.
const MOST_LEVELS: usize = 10_000;

/// Ratings as codes of levels.
#[derive(Debug)]
pub(super) struct Table {
    /// Rows.
    pub units: usize,
    /// Columns.
    pub columns: usize,
    /// Row by row: positions in `levels`, or [`NONE`].
    pub codes: Vec<u32>,
    /// The levels.
    pub levels: Levels,
    /// What levels mean to each other.
    pub kind: ScaleKind,
    /// Columns with at least one rating.
    pub active: Vec<usize>,
    /// Ratings of each column.
    pub of_column: Vec<u32>,
}

/// Levels, lowest first.
#[derive(Debug)]
pub(super) struct Levels {
    /// Their ids.
    pub ids: Vec<LevelId>,
    /// Where each stands: its number on interval and ratio scales; on ordinal scales its
    /// number where all levels are numbers that go up, else its position from 1.
    pub scores: Vec<f64>,
    /// Whether `scores` are the levels' own numbers.
    pub numeric: bool,
    /// Whether the request declared them.
    pub declared: bool,
}

impl Table {
    /// Reads a request's ratings.
    pub fn read(request: &AgreeRequest) -> Result<Self> {
        let ratings = &request.ratings;
        check_shape(ratings)?;
        let (units, columns) = (ratings.units(), ratings.raters());
        let (levels, codes) = match Levels::one_a_cell(request) {
            Some(found) => found,
            None => {
                let levels = Levels::read(&request.scale, ratings)?;
                let codes = Lookup::of(&levels, ratings).codes(ratings.cells());
                (levels, codes)
            }
        };
        if let Some(place) = codes.iter().position(|&code| code == UNKNOWN)
            && let Some(&cell) = ratings.cells().get(place)
        {
            return Err(refuse(cell, place, columns, ratings, &levels));
        }
        let mut of_column = vec![0u32; columns];
        for row in codes.chunks(columns.max(1)) {
            for (count, &code) in of_column.iter_mut().zip(row) {
                *count += u32::from(code != NONE);
            }
        }
        let active = (0..columns).filter(|&c| of_column.get(c).is_some_and(|&n| n > 0)).collect();
        Ok(Self { units, columns, codes, levels, kind: request.scale.kind, active, of_column })
    }

    /// Rows of codes.
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        // A table without columns has no rows to speak of.
        self.codes.chunks(self.columns.max(1))
    }

    /// The number of levels.
    pub fn width(&self) -> usize {
        self.levels.ids.len()
    }

    /// Rows in which every active column has a rating, as positions of rows.
    pub fn complete_rows(&self) -> Vec<usize> {
        let full = |row: &[u32]| {
            self.active.iter().all(|&column| row.get(column).is_some_and(|&code| code != NONE))
        };
        self.rows().enumerate().filter(|(_, row)| full(row)).map(|(unit, _)| unit).collect()
    }

    /// A row of codes.
    pub fn row(&self, unit: usize) -> &[u32] {
        self.codes.get(unit * self.columns..(unit + 1) * self.columns).unwrap_or_default()
    }

    /// Scores of levels on 0 to 1: what correlations look at, without the risk of overflow.
    pub fn unit_scores(&self) -> Vec<f64> {
        let scores = &self.levels.scores;
        let least = scores.iter().copied().fold(f64::INFINITY, f64::min) * 0.5;
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max) * 0.5;
        let range = most - least;
        scores
            .iter()
            .map(|score| if range > 0.0 { (score * 0.5 - least) / range } else { 0.0 })
            .collect()
    }

    /// What one step of `unit_scores` is in units of the scale.
    pub fn range(&self) -> f64 {
        let scores = &self.levels.scores;
        let least = scores.iter().copied().fold(f64::INFINITY, f64::min);
        scores.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least
    }
}

fn check_shape(ratings: &Ratings) -> Result<()> {
    let too_large = |message: String| {
        Error::new(Code::ContractTooLarge, message).at("/ratings").hint("send less at a time")
    };
    if ratings.cut() {
        return Err(too_large(format!(
            "the table has more than {} cells",
            super::ratings::MOST_CELLS
        )));
    }
    if ratings.raters() > MOST_COLUMNS {
        return Err(too_large(format!(
            "the table has {} columns; the limit is {MOST_COLUMNS}",
            ratings.raters()
        )));
    }
    if let Some((row, length)) = ratings.ragged() {
        let first = ratings.raters();
        return Err(Error::new(
            Code::EvaluateInvalidRatings,
            format!("the row has {length} places, the first row {first}"),
        )
        .at(format!("/ratings/{row}"))
        .hint("write null where nobody rated"));
    }
    Ok(())
}

impl Levels {
    /// A level for each cell, in the order of the cells and without ids, where only correlations
    /// are asked for and more distinct numbers are found than an answer lists: what levels are
    /// the same does not matter to them, and sorting is most of the work.
    fn one_a_cell(request: &AgreeRequest) -> Option<(Self, Vec<u32>)> {
        let scale = &request.scale;
        let least = match scale.kind {
            ScaleKind::Interval => f64::NEG_INFINITY,
            ScaleKind::Ratio => 0.0,
            ScaleKind::Nominal | ScaleKind::Ordinal => return None,
        };
        let only = only_correlations(request) && scale.levels.is_empty();
        let cells = request.ratings.cells();
        if !only || !many(cells) {
            return None;
        }
        let mut scores = Vec::with_capacity(cells.len());
        let mut codes = Vec::with_capacity(cells.len());
        for &cell in cells {
            codes.push(match cell {
                Cell::Missing => NONE,
                Cell::Number(number) if number.is_finite() && number >= least => {
                    scores.push(number);
                    scores.len() as u32 - 1
                }
                Cell::Number(_) | Cell::Label(_) => return None,
            });
        }
        Some((Self { ids: Vec::new(), scores, numeric: true, declared: false }, codes))
    }

    fn read(scale: &Scale, ratings: &Ratings) -> Result<Self> {
        let declared = !scale.levels.is_empty();
        let ids = if declared {
            check_levels(scale)?;
            scale.levels.clone()
        } else {
            found(scale, ratings)?
        };
        let numbers: Option<Vec<f64>> = ids
            .iter()
            .map(|id| match id {
                LevelId::Number(number) => Some(*number),
                LevelId::Label(_) => None,
            })
            .collect();
        let measured = matches!(scale.kind, ScaleKind::Interval | ScaleKind::Ratio);
        let rising = |numbers: &[f64]| numbers.windows(2).all(|pair| pair.first() < pair.last());
        let positions = || (1..=ids.len()).map(|position| position as f64).collect();
        let (scores, numeric) = match numbers {
            Some(numbers) if measured || rising(&numbers) => (numbers, true),
            _ => (positions(), false),
        };
        Ok(Self { ids, scores, numeric, declared })
    }
}

/// Whether intraclass correlations are all that is asked for, units as they are.
pub(super) fn only_correlations(request: &AgreeRequest) -> bool {
    request.measures == [MeasureName::Icc]
        && request.bootstrap.is_none()
        && request.items.is_empty()
}

/// Whether there are more distinct numbers than an answer lists.
fn many(cells: &[Cell]) -> bool {
    let mut seen = BTreeSet::new();
    cells.iter().any(|cell| {
        if let Cell::Number(number) = cell {
            seen.insert(number.to_bits());
        }
        seen.len() > MOST_LISTED + 1
    })
}

fn check_levels(scale: &Scale) -> Result<()> {
    if scale.levels.len() > MOST_LEVELS {
        let message =
            format!("the scale has {} levels; the limit is {MOST_LEVELS}", scale.levels.len());
        return Err(Error::new(Code::ContractTooLarge, message).at("/scale/levels"));
    }
    let measured = matches!(scale.kind, ScaleKind::Interval | ScaleKind::Ratio);
    let refuse = |place: usize, message: &str| {
        Err(Error::new(Code::EvaluateInvalidRatings, message).at(format!("/scale/levels/{place}")))
    };
    for (place, level) in scale.levels.iter().enumerate() {
        match level {
            LevelId::Number(number) if !number.is_finite() => {
                return refuse(place, "the level is not a finite number");
            }
            LevelId::Number(number) if scale.kind == ScaleKind::Ratio && *number < 0.0 => {
                return refuse(place, "a level of a ratio scale lies below 0");
            }
            LevelId::Label(_) if measured => {
                return refuse(place, "a level of an interval or ratio scale is not a number");
            }
            _ => {}
        }
    }
    let mut order: Vec<usize> = (0..scale.levels.len()).collect();
    let level = |&place: &usize| scale.levels.get(place);
    order.sort_by(|a, b| match (level(a), level(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => std::cmp::Ordering::Equal,
    });
    for pair in order.windows(2) {
        if let [a, b] = pair
            && level(a) == level(b)
        {
            return refuse(*a.max(b), "the level stands there twice");
        }
    }
    Ok(())
}

/// Numbers before texts, each in their order.
fn compare(a: &LevelId, b: &LevelId) -> std::cmp::Ordering {
    match (a, b) {
        (LevelId::Number(a), LevelId::Number(b)) => (a + 0.0).total_cmp(&(b + 0.0)),
        (LevelId::Number(_), LevelId::Label(_)) => std::cmp::Ordering::Less,
        (LevelId::Label(_), LevelId::Number(_)) => std::cmp::Ordering::Greater,
        (LevelId::Label(a), LevelId::Label(b)) => a.cmp(b),
    }
}

/// The levels that occur, in order: numbers, then texts.
fn found(scale: &Scale, ratings: &Ratings) -> Result<Vec<LevelId>> {
    if let Some(place) = ratings.cells().iter().position(|cell| matches!(cell, Cell::Label(_)))
        && scale.kind != ScaleKind::Nominal
    {
        let columns = ratings.raters().max(1);
        let error = Error::new(Code::EvaluateInvalidRatings, "the rating is a text without order");
        return Err(error
            .at(format!("/ratings/{}/{}", place / columns, place % columns))
            .hint("declare the levels of the scale, lowest first"));
    }
    let mut levels: Vec<LevelId> =
        distinct_numbers(ratings).into_iter().map(LevelId::Number).collect();
    let mut texts: Vec<&String> = ratings.texts().iter().collect();
    texts.sort_unstable();
    levels.extend(texts.into_iter().map(|text| LevelId::Label(text.clone())));
    Ok(levels)
}

/// Says why a cell has no level.
fn refuse(cell: Cell, place: usize, columns: usize, ratings: &Ratings, levels: &Levels) -> Error {
    let written = match cell {
        Cell::Number(number) if !number.is_finite() => "a number that is not finite".to_owned(),
        Cell::Number(number) => format!("the number {number}"),
        Cell::Label(text) => {
            format!("the text {:?}", ratings.texts().get(text as usize).map_or("", String::as_str))
        }
        Cell::Missing => "nothing".to_owned(),
    };
    let twin = |id: &LevelId| match (id, cell) {
        (LevelId::Number(level), Cell::Label(text)) => {
            ratings.texts().get(text as usize).is_some_and(|text| *text == level.to_string())
        }
        (LevelId::Label(level), Cell::Number(number)) => *level == number.to_string(),
        _ => false,
    };
    let hint = if levels.ids.iter().any(twin) {
        "write levels and ratings alike: both as numbers or both as texts"
    } else {
        "correct the rating, write null where there is none, or declare the level in /scale/levels"
    };
    let columns = columns.max(1);
    Error::new(Code::EvaluateInvalidRatings, format!("{written} is not a level of the scale"))
        .at(format!("/ratings/{}/{}", place / columns, place % columns))
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn read(ratings: Value, scale: Value) -> Result<Table> {
        let request = json!({"ratings": ratings, "scale": scale});
        Table::read(&serde_json::from_value(request).unwrap())
    }

    fn refused(ratings: Value, scale: Value) -> String {
        let error = read(ratings, scale).unwrap_err();
        format!("{} {}", error.code(), error.path())
    }

    #[test]
    fn levels_found_are_in_order_and_declared_ones_stay_as_they_are() {
        let table = read(json!([[3, -0.0], [0.5, null]]), json!({"kind": "interval"})).unwrap();
        assert_eq!(table.levels.scores, [0.0, 0.5, 3.0]);
        assert_eq!(table.codes, [2, 0, 1, NONE]);
        let declared = json!({"kind": "ordinal", "levels": ["low", "mid", "high"]});
        let table = read(json!([["high", "low"]]), declared).unwrap();
        assert_eq!((table.codes.as_slice(), table.width()), (&[2, 0][..], 3));
        assert_eq!(table.levels.scores, [1.0, 2.0, 3.0]);
        let down = json!({"kind": "ordinal", "levels": [9, 5, 1]});
        let table = read(json!([[1, 9]]), down).unwrap();
        assert_eq!((table.codes.as_slice(), table.levels.numeric), (&[2, 0][..], false));
        let table = read(json!([["b", 2], ["a", 1]]), json!({"kind": "nominal"})).unwrap();
        assert_eq!(table.codes, [3, 1, 2, 0]);
    }

    /// What only correlations see of a table of many numbers is the same, sorted or not.
    #[test]
    fn correlations_do_not_care_how_levels_are_found() {
        let rows =
            (0..400).map(|unit| [1.5, 2.0, 0.25].map(|by| Some(f64::from(unit * unit) * by)));
        let request = AgreeRequest::of(Ratings::from_rows(rows), ScaleKind::Ratio);
        let icc = |measures: &[MeasureName]| {
            let found = crate::evaluate::agree(&request.clone().measures(measures)).unwrap();
            let own = found.measures.into_iter().filter(|own| own.name == MeasureName::Icc);
            (
                own.map(|own| (own.stat, own.interval, own.convention, own.reading))
                    .collect::<Vec<_>>(),
                found.levels,
            )
        };
        let (fast, slow) = (icc(&[MeasureName::Icc]), icc(&[MeasureName::Icc, MeasureName::Alpha]));
        assert_eq!(fast, slow);
        assert_eq!((fast.0.len(), fast.1.len()), (6, 0));
    }

    #[test]
    fn a_rating_outside_the_scale_is_refused_at_its_place() {
        let scale = json!({"kind": "ordinal", "levels": [1, 2, 3]});
        let code = "evaluate.invalid-ratings";
        assert_eq!(
            refused(json!([[1], [2], [1.5]]), scale.clone()),
            format!("{code} /ratings/2/0")
        );
        assert_eq!(refused(json!([[1, 2], [3, 4]]), scale.clone()), format!("{code} /ratings/1/1"));
        assert_eq!(refused(json!([[0, "2"]]), scale.clone()), format!("{code} /ratings/0/0"));
        assert_eq!(refused(json!([[1, 2], [3]]), scale), format!("{code} /ratings/1"));
        assert_eq!(
            refused(json!([[1, "b"]]), json!({"kind": "ordinal"})),
            format!("{code} /ratings/0/1")
        );
        for (levels, place) in [(json!([1, 2, 1]), 2), (json!([1, -1]), 1), (json!(["a"]), 0)] {
            assert_eq!(
                refused(json!([[1]]), json!({"kind": "ratio", "levels": levels})),
                format!("{code} /scale/levels/{place}")
            );
        }
        let request = AgreeRequest::of(Ratings::from_rows([[Some(f64::NAN)]]), ScaleKind::Interval);
        assert_eq!(Table::read(&request).unwrap_err().path(), "/ratings/0/0");
    }
}
