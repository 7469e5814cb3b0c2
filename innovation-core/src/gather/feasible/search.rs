//! A solution of the limits, or the proof that there is none.
//!
//! Depth first: tighten bounds, refute by the fractional relaxation, split an unknown of the
//! class that has fewest columns left for the conflicts it was in. An unknown is first given more, then less; what held
//! for a column when it was given less holds for every column that looked the same then.
//!
//! # References
//!
//! F. Boussemart, F. Hemery, C. Lecoutre, L. Sais, *Boosting systematic search by weighting
//! constraints*, ECAI 2004.
#![expect(
    clippy::indexing_slicing,
    reason = "unknowns, columns and rows come from the model, and vectors have one entry for each"
)]

use super::model::Model;
use super::propagate::Bounds;
use super::relax::{Relaxation, Verdict};
use crate::watch::{Progress, Watch};

/// Work between looks at the watch: a few milliseconds.
const LOOK: u64 = 1_000_000;

/// Checks of the relaxation without a refutation after which its work is limited.
const PATIENCE: u32 = 4;

/// What a search ended with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A value for each unknown.
    Solved(Vec<u32>),
    /// There is none.
    Refuted,
    /// The work ran out.
    Open,
}

/// An unknown that was given at least `value`.
#[derive(Debug, Clone, Copy)]
struct Choice {
    mark: usize,
    unknown: u32,
    value: u32,
}

/// A search that can be continued with more work: what it learnt about conflicts stays.
#[derive(Debug, Clone)]
pub(crate) struct Search<'m> {
    model: &'m Model,
    bounds: Bounds<'m>,
    relaxation: Option<Relaxation<'m>>,
    /// Conflicts each unknown was in, plus one.
    weight: Vec<u64>,
    choices: Vec<Choice>,
    /// Checks of the relaxation since it refuted a node.
    idle: u32,
}

impl<'m> Search<'m> {
    /// A search that starts from tightened bounds.
    pub fn new(model: &'m Model, bounds: Bounds<'m>) -> Self {
        let weight = model.places.iter().map(|places| places.len() as u64 + 1).collect();
        let relaxation = Relaxation::new(model);
        Self { model, bounds, relaxation, weight, choices: Vec::new(), idle: 0 }
    }

    /// Searches from the start, until some amount of work is done.
    pub fn run(&mut self, work: u64, watch: &mut dyn Watch) -> Outcome {
        if let Some(first) = self.choices.first() {
            self.bounds.undo(first.mark);
            self.choices.clear();
        }
        let start = self.work();
        let (mut nodes, mut look) = (0, LOOK);
        loop {
            nodes += 1;
            let spent = self.work() - start + nodes * self.model.high.len() as u64;
            if spent > work {
                return Outcome::Open;
            }
            if spent > look {
                look = spent + LOOK;
                if !watch.proceed(&Progress::new(spent, Some(work), None)) {
                    return Outcome::Open;
                }
            }
            if self.holds() {
                let Some(unknown) = self.narrowest() else {
                    return Outcome::Solved(self.bounds.low.clone());
                };
                self.choose(unknown);
            } else if !self.retreat() {
                return Outcome::Refuted;
            }
        }
    }

    fn work(&self) -> u64 {
        self.bounds.work + self.relaxation.as_ref().map_or(0, |relaxation| relaxation.work)
    }

    /// Whether nothing speaks against the present bounds.
    fn holds(&mut self) -> bool {
        if let Err(conflict) = self.bounds.propagate() {
            self.blame(conflict.row);
            return false;
        }
        // Where the relaxation refutes little, it has no more than its share of the work.
        let Some(relaxation) = &mut self.relaxation else { return true };
        if self.idle >= PATIENCE && relaxation.work > self.bounds.work {
            return true;
        }
        let refuted = relaxation.check(&self.bounds) == Verdict::Refuted;
        self.idle = if refuted { 0 } else { self.idle.saturating_add(1) };
        !refuted
    }

    fn blame(&mut self, row: u32) {
        for &(unknown, _) in &self.model.rows[row as usize].terms {
            self.weight[unknown as usize] += 1;
        }
    }

    /// An open unknown of the class with the fewest open for its conflicts: the one that
    /// was in most conflicts; `None` if all are known.
    fn narrowest(&self) -> Option<u32> {
        let columns = self.model.columns().max(1);
        let rows =
            self.bounds.low.chunks_exact(columns).zip(self.bounds.high.chunks_exact(columns));
        let mut best: Option<(u32, u64, u64)> = None;
        for (class, (low, high)) in rows.enumerate() {
            let (mut open, mut weight, mut most) = (0, 0, (0, 0));
            for column in (0..columns).filter(|&column| low[column] < high[column]) {
                let unknown = class * columns + column;
                open += 1;
                weight += self.weight[unknown];
                if self.weight[unknown] > most.1 {
                    most = (unknown as u32, self.weight[unknown]);
                }
            }
            // Fewest open unknowns for the mean of their conflicts.
            let (score, by) = (open * open, weight);
            if open > 0 && best.is_none_or(|(_, s, w)| score * w < s * by) {
                best = Some((most.0, score, by));
            }
        }
        best.map(|(unknown, ..)| unknown)
    }

    /// Gives an unknown at least what the relaxation says, or at least its middle.
    fn choose(&mut self, unknown: u32) {
        let (low, high) = (self.bounds.low[unknown as usize], self.bounds.high[unknown as usize]);
        let fraction = self.relaxation.as_ref().and_then(|relaxation| relaxation.value(unknown));
        let value = match fraction {
            Some(fraction) => (fraction + 0.5) as u32,
            None => low + (high - low).div_ceil(2),
        };
        let value = value.clamp(low + 1, high);
        self.choices.push(Choice { mark: self.bounds.mark(), unknown, value });
        // The value lies within bounds, which therefore do not cross.
        let _ = self.bounds.restrict(unknown, value, high);
    }

    /// Goes back to the last choice and gives less; whether there was one.
    fn retreat(&mut self) -> bool {
        while let Some(Choice { mark, unknown, value }) = self.choices.pop() {
            self.bounds.undo(mark);
            let columns = self.model.columns();
            let (class, column) = (unknown as usize / columns, unknown as usize % columns);
            let twins: Vec<usize> =
                (0..columns).filter(|&other| self.twins(column, other)).collect();
            let held = twins.into_iter().all(|twin| {
                self.bounds.restrict((class * columns + twin) as u32, 0, value - 1).is_ok()
            });
            if held {
                return true;
            }
        }
        false
    }

    /// Whether two columns look the same.
    fn twins(&self, a: usize, b: usize) -> bool {
        let columns = self.model.columns();
        let Bounds { low, high, .. } = &self.bounds;
        self.model.kind[a] == self.model.kind[b]
            && (0..self.model.size.len())
                .map(|class| class * columns)
                .all(|row| low[row + a] == low[row + b] && high[row + a] == high[row + b])
    }
}

#[cfg(test)]
impl Search<'_> {
    /// Searches by bounds alone.
    pub fn forget_relaxation(&mut self) {
        self.relaxation = None;
    }
}
