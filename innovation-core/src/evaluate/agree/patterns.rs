//! Units by what was said of them, no matter by whom.
//!
//! A pattern is a multiset of levels. A hundred thousand units on five levels share a few
//! thousand patterns, so that statistics, and above all their replicates, cost what the
//! patterns cost. Statistics take how many units have each pattern as an argument: the table
//! itself and every replicate of it are the same code.

use super::table::{NONE, Table};

/// Up to so many levels a unit's ratings are counted in a row of counts, above by sorting.
const FEW_LEVELS: usize = 64;

/// A level and how often it was given to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    /// The level's code.
    pub level: u32,
    /// How often.
    pub count: u32,
}

impl Entry {
    /// The level as an index.
    pub fn at(self) -> usize {
        self.level as usize
    }

    /// The count as a number.
    pub fn times(self) -> f64 {
        f64::from(self.count)
    }
}

/// Distinct patterns, in order of first appearance.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    entries: Vec<Entry>,
    /// Where each pattern ends in `entries`.
    ends: Vec<u32>,
    /// Ratings of each pattern, at least 1.
    pub sizes: Vec<u32>,
    /// How many units have each.
    pub units: Vec<u32>,
    /// Each unit's pattern; [`NONE`] for a unit without ratings.
    pub of_unit: Vec<u32>,
    /// Number of levels.
    pub width: usize,
}

impl Patterns {
    /// The patterns of a table.
    pub fn of(table: &Table) -> Self {
        let mut all = Self {
            entries: Vec::new(),
            ends: Vec::new(),
            sizes: Vec::new(),
            units: Vec::new(),
            of_unit: Vec::with_capacity(table.units),
            width: table.width(),
        };
        let mut index = Index::for_units(table.units);
        if let Some(packing) = Packing::of(table) {
            all.read_packed(table, packing, &mut index);
            return all;
        }
        let mut reader = Reader::new(table.width());
        for row in table.rows() {
            let size = reader.read(row);
            let pattern =
                if size == 0 { NONE } else { all.place(&reader.entries, size, &mut index) };
            all.of_unit.push(pattern);
        }
        all
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// About how many steps it takes to go through all.
    pub fn cost(&self) -> u64 {
        2 * self.entries.len() as u64
    }

    /// What a pattern holds, lowest level first.
    pub fn entries(&self, pattern: usize) -> &[Entry] {
        let end = self.ends.get(pattern).map_or(0, |&end| end as usize);
        let start = pattern
            .checked_sub(1)
            .and_then(|last| self.ends.get(last))
            .map_or(0, |&end| end as usize);
        self.entries.get(start..end).unwrap_or_default()
    }

    /// Each pattern that some units have: position, entries, ratings, number of units.
    pub fn with<'a>(
        &'a self,
        units: &'a [u32],
    ) -> impl Iterator<Item = (usize, &'a [Entry], f64, f64)> {
        let mut start = 0;
        let parts = self.ends.iter().zip(&self.sizes).zip(units).enumerate();
        parts.filter_map(move |(pattern, ((&end, &size), &units))| {
            let entries = self.entries.get(start..end as usize).unwrap_or_default();
            start = end as usize;
            (units > 0).then_some((pattern, entries, f64::from(size), f64::from(units)))
        })
    }

    /// Reads rows as words, and a word as entries only where it is new.
    fn read_packed(&mut self, table: &Table, packing: Packing, index: &mut Index) {
        let mut words: Vec<u64> = Vec::new();
        for row in table.rows() {
            let word = packing.read(row);
            if word == 0 {
                self.of_unit.push(NONE);
                continue;
            }
            let mut slot = index.start_of(word);
            let pattern = loop {
                match index.get(slot) {
                    Some(pattern) if words.get(pattern as usize) == Some(&word) => {
                        if let Some(units) = self.units.get_mut(pattern as usize) {
                            *units += 1;
                        }
                        break pattern;
                    }
                    Some(_) => slot = index.after(slot),
                    None => {
                        let before = self.entries.len();
                        self.entries.extend(packing.entries(word));
                        let size = self.entries.iter().skip(before).map(|entry| entry.count).sum();
                        words.push(word);
                        break self.add(size, slot, index);
                    }
                }
            };
            self.of_unit.push(pattern);
        }
    }

    /// The position of a pattern, new or not; counts the unit.
    fn place(&mut self, entries: &[Entry], size: u32, index: &mut Index) -> u32 {
        let mut slot = index.start(entries);
        while let Some(pattern) = index.get(slot) {
            if self.entries(pattern as usize) == entries {
                if let Some(units) = self.units.get_mut(pattern as usize) {
                    *units += 1;
                }
                return pattern;
            }
            slot = index.after(slot);
        }
        self.entries.extend_from_slice(entries);
        self.add(size, slot, index)
    }

    /// Ends a pattern whose entries are there, with its first unit.
    fn add(&mut self, size: u32, slot: usize, index: &mut Index) -> u32 {
        let pattern = self.ends.len() as u32;
        index.set(slot, pattern);
        self.ends.push(self.entries.len() as u32);
        self.sizes.push(size);
        self.units.push(1);
        pattern
    }
}

/// RatingCounts of levels side by side in one word: a short scale's whole unit is compared at once.
#[derive(Debug, Clone, Copy)]
struct Packing {
    /// Bits for each count, enough for a whole row of one level.
    bits: u32,
    width: u32,
}

impl Packing {
    /// `None` where the counts do not fit.
    fn of(table: &Table) -> Option<Self> {
        let bits = u32::BITS - (table.columns as u32).leading_zeros();
        let width = table.width() as u32;
        (u64::from(bits) * u64::from(width) <= 64).then_some(Self { bits, width })
    }

    #[inline]
    fn read(self, row: &[u32]) -> u64 {
        let one = |&code: &u32| {
            let one = 1u64.wrapping_shl(self.bits.wrapping_mul(code));
            if code == NONE { 0 } else { one }
        };
        row.iter().map(one).fold(0, u64::wrapping_add)
    }

    fn entries(self, word: u64) -> impl Iterator<Item = Entry> {
        let most = u64::MAX.checked_shr(64 - self.bits).unwrap_or(0);
        (0..self.width).filter_map(move |level| {
            let count = (word >> (self.bits * level) & most) as u32;
            (count > 0).then_some(Entry { level, count })
        })
    }
}

/// Makes a row of codes into entries, lowest level first.
struct Reader {
    counts: Vec<u32>,
    sorted: Vec<u32>,
    entries: Vec<Entry>,
}

impl Reader {
    fn new(width: usize) -> Self {
        let counts = if width <= FEW_LEVELS { width } else { 0 };
        Self { counts: vec![0; counts], sorted: Vec::new(), entries: Vec::new() }
    }

    /// Fills `entries`; the number of ratings.
    fn read(&mut self, row: &[u32]) -> u32 {
        self.entries.clear();
        if self.counts.is_empty() {
            return self.read_sorted(row);
        }
        let mut size = 0;
        for &code in row {
            // A missing rating's code is no level.
            if let Some(count) = self.counts.get_mut(code as usize) {
                *count += 1;
                size += 1;
            }
        }
        for (level, count) in (0..).zip(&mut self.counts) {
            if *count > 0 {
                self.entries.push(Entry { level, count: *count });
                *count = 0;
            }
        }
        size
    }

    fn read_sorted(&mut self, row: &[u32]) -> u32 {
        self.sorted.clear();
        self.sorted.extend(row.iter().filter(|&&code| code != NONE));
        self.sorted.sort_unstable();
        for &level in &self.sorted {
            match self.entries.last_mut() {
                Some(last) if last.level == level => last.count += 1,
                _ => self.entries.push(Entry { level, count: 1 }),
            }
        }
        self.sorted.len() as u32
    }
}

/// A hash table of patterns by their entries, at most half full.
struct Index {
    slots: Vec<u32>,
    shift: u32,
}

impl Index {
    fn for_units(units: usize) -> Self {
        let bits = (2 * units.max(8)).next_power_of_two().trailing_zeros();
        Self { slots: vec![NONE; 1 << bits], shift: 64 - bits }
    }

    fn start(&self, entries: &[Entry]) -> usize {
        let mut hash = 0x9E37_79B9_7F4A_7C15u64;
        for entry in entries {
            let word = u64::from(entry.level) << 32 | u64::from(entry.count);
            hash = (hash ^ word).wrapping_mul(0xD6E8_FEB8_6659_FD93);
            hash ^= hash >> 32;
        }
        (hash.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn start_of(&self, word: u64) -> usize {
        let mixed = word.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        ((mixed ^ mixed >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn after(&self, slot: usize) -> usize {
        if slot + 1 < self.slots.len() { slot + 1 } else { 0 }
    }

    fn get(&self, slot: usize) -> Option<u32> {
        self.slots.get(slot).copied().filter(|&pattern| pattern != NONE)
    }

    fn set(&mut self, slot: usize, pattern: u32) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = pattern;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::{AgreeRequest, ScaleKind};
    use super::super::ratings::Ratings;
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn ratings(levels: u32) -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
        let cell = prop::option::weighted(0.8, (0..levels).prop_map(f64::from));
        prop::collection::vec(prop::collection::vec(cell, 4), 1..60)
    }

    fn agree_with_a_map(rows: &[Vec<Option<f64>>]) {
        let request = AgreeRequest::of(Ratings::from_rows(rows.to_vec()), ScaleKind::Interval);
        let table = Table::read(&request).unwrap();
        let patterns = Patterns::of(&table);
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        for (row, &pattern) in table.rows().zip(&patterns.of_unit) {
            let mut codes: Vec<u32> = row.iter().copied().filter(|&code| code != NONE).collect();
            codes.sort_unstable();
            if codes.is_empty() {
                assert_eq!(pattern, NONE);
                continue;
            }
            let held: Vec<u32> = patterns
                .entries(pattern as usize)
                .iter()
                .flat_map(|entry| std::iter::repeat_n(entry.level, entry.count as usize))
                .collect();
            assert_eq!(held, codes);
            *known.entry(codes).or_default() += 1;
        }
        assert_eq!(known.len(), patterns.len());
        let mut counts: Vec<u32> = known.into_values().collect();
        let mut units = patterns.units.clone();
        counts.sort_unstable();
        units.sort_unstable();
        assert_eq!(counts, units);
    }

    proptest! {
        /// Patterns are the multisets of rows, counted: for few levels, more, and many.
        #[test]
        fn patterns_are_multisets(few in ratings(4), more in ratings(40), many in ratings(300)) {
            agree_with_a_map(&few);
            let mut whole = more;
            whole.extend((0..40).map(|level| vec![Some(f64::from(level)), None, None, None]));
            agree_with_a_map(&whole);
            let mut spread = many;
            let all = (0..100).map(|level| vec![Some(f64::from(level)), None, None, None]);
            spread.extend(all);
            agree_with_a_map(&spread);
        }
    }
}
