//! The policy for other rooms: which parts of a whole may be shown.

use super::document::HiddenKind;
use super::policy::{DisclosurePolicy, Limit, PolicyChoice};
use super::sheet::{MOST, Mark, Sheet};
use crate::error::Result;
use std::collections::BTreeMap;

/// Why a whole and each of its parts are hidden, where they are.
type Hidden = (Option<HiddenKind>, Vec<Option<HiddenKind>>);

/// A policy that counts of people are held against, line by line.
#[derive(Debug)]
pub(crate) struct Screen {
    /// The policy, with its note.
    pub policy: DisclosurePolicy,
    limit: Limit,
    /// Lines seen before.
    known: BTreeMap<Vec<u32>, Hidden>,
}

impl Screen {
    /// Reads a policy.
    pub fn read(choice: &PolicyChoice, place: &str) -> Result<Self> {
        let (policy, limit) = choice.read(place)?;
        Ok(Self { policy, limit, known: BTreeMap::new() })
    }

    /// What is hidden of a whole and of the parts that make it up, so that nobody can take what
    /// is shown away from the whole and find a few people left.
    pub fn parts(&mut self, counts: &[u32]) -> Hidden {
        let line: Vec<i64> = counts.iter().map(|&count| i64::from(count)).collect();
        let whole = self.limit.small(line.iter().sum()).then_some(HiddenKind::Total);
        if line.is_empty() || !line.iter().any(|&count| self.limit.small(count)) {
            return (whole, vec![None; line.len()]);
        }
        let why = |count: &i64| {
            let small = self.limit.small(*count);
            Some(if small { HiddenKind::Primary } else { HiddenKind::Complementary })
        };
        if line.len() > MOST {
            // More parts than a table has columns: the whole alone is shown.
            return (whole, line.iter().map(why).collect());
        }
        if let Some(known) = self.known.get(counts) {
            return known.clone();
        }
        let mut sheet = Sheet::of(&[line], self.limit);
        // The totals of columns of one cell are not published beside the cells.
        for cell in sheet.columns..sheet.counts.len() {
            sheet.set(cell, Mark::Absent);
        }
        let (sheet, _) = super::protect(sheet);
        let hidden = |cell: usize| match sheet.mark(cell) {
            Mark::Hidden(kind) => Some(kind),
            _ => None,
        };
        let found = (hidden(counts.len()), (0..counts.len()).map(hidden).collect());
        self.known.insert(counts.to_vec(), found.clone());
        found
    }

    /// Whether nothing needs to be hidden of parts and their whole.
    pub fn all(&mut self, counts: &[u32]) -> bool {
        let (whole, parts) = self.parts(counts);
        whole.is_none() && parts.iter().all(Option::is_none)
    }

    /// Whether a count is small.
    pub fn small(&self, count: f64) -> bool {
        count >= self.limit.least as f64 && count < self.limit.minimum as f64
    }

    /// What is shown in place of a count.
    pub fn rounded(&self, count: u32) -> u32 {
        u32::try_from(self.limit.rounded(i64::from(count))).unwrap_or(u32::MAX)
    }
}
