//! From cells to levels by number.
//!
//! Levels that are whole numbers close together, as almost all scales have, are looked up by
//! subtraction; others by binary search.

use super::document::LevelId;
use super::ratings::{Cell, Ratings};
use super::table::{Levels, NONE};

/// The code of a cell that is no level.
pub(super) const UNKNOWN: u32 = u32::MAX - 1;

/// Widest range of whole numbers that is looked up by subtraction.
const SPAN: f64 = 65_536.0;

/// Half of it.
const HALF: i32 = 32_768;

/// Whole numbers below this differ by whole steps, exactly.
const EXACT: f64 = 4_503_599_627_370_496.0;

/// Whether subtracting `least` loses nothing of the numbers up to `most`.
fn close_together(least: f64, most: f64) -> bool {
    most - least < SPAN && least.abs() < EXACT && least as i64 as f64 == least
}

/// The numbers that occur, lowest first. One pass where they are whole and near 0.
pub(super) fn distinct_numbers(ratings: &Ratings) -> Vec<f64> {
    let mut seen = vec![false; SPAN as usize];
    let near = ratings.cells().iter().all(|cell| match *cell {
        Cell::Number(number) => {
            let step = number as i32;
            let place = seen.get_mut(step.wrapping_add(HALF) as usize);
            let whole = f64::from(step) == number && place.is_some();
            if let Some(place) = place {
                *place = true;
            }
            whole
        }
        Cell::Missing | Cell::Label(_) => true,
    });
    if near {
        let there = (-HALF..).zip(&seen).filter(|(_, there)| **there);
        return there.map(|(number, _)| f64::from(number)).collect();
    }
    let number = |cell: &Cell| match *cell {
        Cell::Number(number) if number.is_finite() => Some(number + 0.0),
        _ => None,
    };
    let mut all: Vec<f64> = ratings.cells().iter().filter_map(number).collect();
    all.sort_unstable_by(f64::total_cmp);
    all.dedup();
    all
}

/// Codes of the levels of a scale.
#[derive(Debug)]
pub(super) struct Lookup {
    numbers: Numbers,
    /// Codes of the texts of the table.
    texts: Vec<u32>,
}

#[derive(Debug)]
enum Numbers {
    /// Whole steps from a least number.
    Steps { least: f64, codes: Vec<u32> },
    /// Numbers in order, with their codes.
    Sorted(Vec<(f64, u32)>),
}

impl Lookup {
    /// From the levels of a scale, and the texts of a table.
    pub fn of(levels: &Levels, ratings: &Ratings) -> Self {
        let mut numbers: Vec<(f64, u32)> = Vec::new();
        let mut labels: Vec<(&str, u32)> = Vec::new();
        for (code, id) in (0..).zip(&levels.ids) {
            match id {
                LevelId::Number(number) => numbers.push((number + 0.0, code)),
                LevelId::Label(label) => labels.push((label, code)),
            }
        }
        numbers.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        labels.sort_unstable();
        let code = |text: &String| {
            let place = labels.binary_search_by(|(label, _)| (*label).cmp(text)).ok()?;
            labels.get(place).map(|found| found.1)
        };
        let texts = ratings.texts().iter().map(|text| code(text).unwrap_or(UNKNOWN)).collect();
        Self { numbers: Numbers::of(numbers), texts }
    }

    /// The code of every cell: [`NONE`] where it is missing, [`UNKNOWN`] where it is no level.
    pub fn codes(&self, cells: &[Cell]) -> Vec<u32> {
        // One loop for each kind of number, so that it holds no choice between them.
        match &self.numbers {
            Numbers::Steps { least, codes } => self.all(cells, |number| {
                let offset = number - least;
                // A place beyond the range, and any for NaN, fails one of the two tests.
                let step = offset as i32;
                let code = codes.get(step as usize).copied().unwrap_or(UNKNOWN);
                if f64::from(step) == offset { code } else { UNKNOWN }
            }),
            Numbers::Sorted(levels) => self.all(cells, |number| {
                let sought = number + 0.0;
                let place = levels.binary_search_by(|(level, _)| level.total_cmp(&sought));
                let found = place.ok().and_then(|place| levels.get(place));
                found.map_or(UNKNOWN, |found| found.1)
            }),
        }
    }

    #[inline]
    fn all(&self, cells: &[Cell], number: impl Fn(f64) -> u32) -> Vec<u32> {
        let one = |cell: &Cell| match *cell {
            Cell::Missing => NONE,
            Cell::Number(value) => number(value),
            Cell::Label(text) => self.texts.get(text as usize).copied().unwrap_or(UNKNOWN),
        };
        cells.iter().map(one).collect()
    }
}

impl Numbers {
    fn of(sorted: Vec<(f64, u32)>) -> Self {
        let (Some(&(least, _)), Some(&(most, _))) = (sorted.first(), sorted.last()) else {
            return Self::Sorted(sorted);
        };
        let whole = |&(number, _): &(f64, u32)| (number - least) as usize as f64 == number - least;
        if !(close_together(least, most) && sorted.iter().all(whole)) {
            return Self::Sorted(sorted);
        }
        let mut codes = vec![UNKNOWN; (most - least) as usize + 1];
        for (number, code) in sorted {
            if let Some(place) = codes.get_mut((number - least) as usize) {
                *place = code;
            }
        }
        Self::Steps { least, codes }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::{AgreeRequest, ScaleKind};
    use super::super::table::Table;
    use super::*;

    fn codes(rows: &[f64], levels: &[f64]) -> Result<Vec<u32>, String> {
        let ratings = Ratings::from_rows(rows.iter().map(|&rating| [Some(rating)]));
        let request = AgreeRequest::of(ratings, ScaleKind::Interval).levels(levels.iter().copied());
        let table = Table::read(&request).map_err(|error| error.path().to_owned())?;
        Ok(table.codes)
    }

    #[test]
    fn a_number_is_its_own_level_and_no_neighbours() {
        assert_eq!(codes(&[3.0, 1.0, 4.0], &[1.0, 3.0, 4.0]), Ok(vec![1, 0, 2]));
        for outside in [2.0, 0.0, 5.0, 1.5, -1.0, 1e300, -1e300, f64::INFINITY] {
            assert_eq!(codes(&[1.0, outside], &[1.0, 3.0, 4.0]), Err("/ratings/1/0".to_owned()));
        }
        // One step of rounding away, and yet the same difference from the lowest level.
        let near = f64::from_bits(4.1f64.to_bits() + 1);
        assert_eq!(codes(&[4.1, 0.1], &[0.1, 4.1]), Ok(vec![1, 0]));
        assert_eq!(codes(&[near], &[0.1, 4.1]), Err("/ratings/0/0".to_owned()));
        let large = 9_007_199_254_740_992.0;
        assert_eq!(codes(&[large + 2.0, large], &[large, large + 2.0]), Ok(vec![1, 0]));
    }
}
