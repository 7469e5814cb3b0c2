//! What the limits leave for each unknown.
//!
//! [`Bounds`] holds a least and a largest value of every unknown and tightens them until no
//! limit implies more, or some limit cannot hold. Changes are remembered, so that a search
//! can take them back.
//!
//! Invariant: no value between first bounds is lost that belongs to a solution.
//!
//! # References
//!
//! W. Harvey, J. Schimpf, *Bounds consistency techniques for long linear constraints*,
//! TRICS workshop at CP 2002.
#![expect(
    clippy::indexing_slicing,
    reason = "unknowns and rows come from the model, and every vector here has one entry for each"
)]

use super::model::Model;

/// A limit that cannot hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// Its row.
    pub row: u32,
}

/// Least and largest values of all unknowns.
#[derive(Debug, Clone)]
pub(crate) struct Bounds<'m> {
    model: &'m Model,
    /// Least value of each unknown.
    pub low: Vec<u32>,
    /// Largest value of each unknown.
    pub high: Vec<u32>,
    /// Least and largest value of each row.
    reach: Vec<(i64, i64)>,
    trail: Vec<(u32, u32, u32)>,
    queue: Vec<u32>,
    queued: Vec<bool>,
    /// Terms looked at so far.
    pub work: u64,
}

impl<'m> Bounds<'m> {
    /// The model's own bounds, nothing concluded yet.
    pub fn new(model: &'m Model) -> Self {
        let reach = (model.rows.iter())
            .map(|row| {
                let most = |&(unknown, weight): &(u32, u32)| {
                    i64::from(weight) * i64::from(model.high[unknown as usize])
                };
                (0, row.terms.iter().map(most).sum())
            })
            .collect();
        Self {
            model,
            low: vec![0; model.high.len()],
            high: model.high.clone(),
            reach,
            trail: Vec::new(),
            queue: (0..model.rows.len() as u32).rev().collect(),
            queued: vec![true; model.rows.len()],
            work: 0,
        }
    }

    /// A mark to come back to.
    pub fn mark(&self) -> usize {
        self.trail.len()
    }

    /// Takes back every change since the mark.
    pub fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            if let Some((unknown, low, high)) = self.trail.pop() {
                self.shift(unknown, low, high);
            }
        }
    }

    /// Demands that an unknown lies between two values.
    ///
    /// # Errors
    ///
    /// A limit of the unknown's class where its bounds cross.
    pub fn restrict(&mut self, unknown: u32, low: u32, high: u32) -> Result<(), Conflict> {
        let (was_low, was_high) = (self.low[unknown as usize], self.high[unknown as usize]);
        let (low, high) = (low.max(was_low), high.min(was_high));
        let class_row = self.class_row(unknown);
        if low > high {
            return Err(Conflict { row: class_row });
        }
        if (low, high) == (was_low, was_high) {
            return Ok(());
        }
        self.trail.push((unknown, was_low, was_high));
        self.shift(unknown, low, high);
        let model = self.model;
        for &(row, _) in &model.places[unknown as usize] {
            self.enqueue(row);
        }
        self.enqueue(class_row);
        Ok(())
    }

    /// Tightens until nothing more follows.
    ///
    /// # Errors
    ///
    /// A limit that cannot hold.
    pub fn propagate(&mut self) -> Result<(), Conflict> {
        while let Some(row) = self.queue.pop() {
            self.queued[row as usize] = false;
            if let Err(conflict) = self.filter(row) {
                for row in self.queue.drain(..) {
                    self.queued[row as usize] = false;
                }
                return Err(conflict);
            }
        }
        Ok(())
    }

    /// What one row implies for its unknowns.
    fn filter(&mut self, row: u32) -> Result<(), Conflict> {
        let model = self.model;
        let limit = &model.rows[row as usize];
        let (least, most) = self.reach[row as usize];
        if least > limit.max || most < limit.min || limit.min > limit.max {
            return Err(Conflict { row });
        }
        // How far the sum may still rise above its least and fall below its largest value.
        let (above, below) = (limit.max - least, most - limit.min);
        if most <= limit.max && least >= limit.min {
            return Ok(());
        }
        self.work += limit.terms.len() as u64;
        for &(unknown, weight) in &limit.terms {
            let (low, high) = (self.low[unknown as usize], self.high[unknown as usize]);
            let range = i64::from(weight) * i64::from(high - low);
            if range > above || range > below {
                let highest = i64::from(low) + above / i64::from(weight);
                let lowest = i64::from(high) - below / i64::from(weight);
                let highest = highest.min(i64::from(high)) as u32;
                let lowest = lowest.max(i64::from(low)) as u32;
                self.restrict(unknown, lowest, highest)?;
            }
        }
        Ok(())
    }

    fn enqueue(&mut self, row: u32) {
        if !self.queued[row as usize] {
            self.queued[row as usize] = true;
            self.queue.push(row);
        }
    }

    fn class_row(&self, unknown: u32) -> u32 {
        (self.model.column_rows + unknown as usize / self.model.columns()) as u32
    }

    /// Sets bounds and keeps the rows' reach true.
    fn shift(&mut self, unknown: u32, low: u32, high: u32) {
        let class_row = self.class_row(unknown);
        let up = i64::from(low) - i64::from(self.low[unknown as usize]);
        let down = i64::from(high) - i64::from(self.high[unknown as usize]);
        self.low[unknown as usize] = low;
        self.high[unknown as usize] = high;
        let model = self.model;
        let places = &model.places[unknown as usize];
        for &(row, weight) in places.iter().chain(&[(class_row, 1)]) {
            let reach = &mut self.reach[row as usize];
            reach.0 += up * i64::from(weight);
            reach.1 += down * i64::from(weight);
        }
        self.work += places.len() as u64;
    }
}
