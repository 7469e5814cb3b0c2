//! A solution of the limits by moving units until no limit is broken.
//!
//! Units are dealt to columns one by one where they break least, then a broken limit is
//! picked and the best of some moves that mend it is made. A limit that stays broken grows
//! heavier; a unit that left a column may not return at once.
//!
//! Finds solutions fast, and proves nothing.
//!
//! # References
//!
//! S. Minton et al., *Minimizing conflicts: a heuristic repair method for constraint
//! satisfaction and scheduling problems*, Artificial Intelligence 58, 1992.
//! P. Morris, *The breakout method for escaping from local minima*, AAAI 1993.
#![expect(
    clippy::indexing_slicing,
    reason = "unknowns, columns and rows come from the model, and vectors have one entry for each"
)]

use super::model::Model;
use super::propagate::Bounds;
use crate::random::Stream;
use crate::watch::{Progress, Watch};

/// Moves looked at for each move made.
const LOOKS: usize = 48;
/// Steps between looks at the watch: a few milliseconds.
const LOOK: u32 = 1024;
/// Steps for which a unit may not return to the column it left, and as many more by chance.
const TENURE: u32 = 4;

/// A move of one unit of a class from a column to another.
#[derive(Debug, Clone, Copy)]
struct Move {
    class: u32,
    from: u32,
    to: u32,
}

/// Units in columns, and how far each limit is from holding.
#[derive(Debug, Clone)]
pub(crate) struct Repair<'a> {
    model: &'a Model,
    bounds: &'a Bounds<'a>,
    stream: Stream,
    count: Vec<u32>,
    sum: Vec<i64>,
    weight: Vec<i64>,
    broken: Places,
    /// For each column the classes it holds.
    present: Vec<Places>,
    /// Step from which a unit of the class may return to the column.
    free: Vec<u32>,
    /// Terms looked at so far.
    work: u64,
}

impl<'a> Repair<'a> {
    /// Deals all units within bounds.
    pub fn deal(model: &'a Model, bounds: &'a Bounds<'a>, stream: Stream) -> Self {
        let classes = model.size.len();
        let mut repair = Self {
            model,
            bounds,
            stream,
            count: vec![0; model.high.len()],
            sum: vec![0; model.column_rows],
            weight: vec![1; model.column_rows],
            broken: Places::new(model.column_rows),
            present: vec![Places::new(classes); model.columns()],
            free: vec![0; model.high.len()],
            work: 0,
        };
        for row in 0..model.column_rows {
            repair.note(row);
        }
        let mut order: Vec<usize> = (0..classes).collect();
        repair.stream.shuffle(&mut order);
        // Those with the fewest places to go and the most limits to heed go first.
        let freedom = |class: usize| {
            let columns = model.columns();
            let places = class * columns..(class + 1) * columns;
            let open = bounds.high[places.clone()].iter().filter(|&&high| high > 0).count();
            let limits: usize = model.places[places].iter().map(Vec::len).sum();
            (open, usize::MAX - limits)
        };
        order.sort_by_cached_key(|&class| freedom(class));
        for class in order {
            repair.deal_class(class);
        }
        repair
    }

    /// Puts the units of a class one by one where they break least.
    fn deal_class(&mut self, class: usize) {
        let columns = self.model.columns();
        let places = class * columns..(class + 1) * columns;
        let mut left = self.model.size[class];
        for unknown in places.clone() {
            let least = self.bounds.low[unknown];
            left = left.saturating_sub(least);
            for _ in 0..least {
                self.shift(unknown, 1);
            }
        }
        for _ in 0..left {
            let open = places.clone().filter(|&u| self.count[u] < self.bounds.high[u]);
            let costs: Vec<(i64, usize)> = open.map(|u| (self.cost(u, 1), u)).collect();
            let Some(best) = costs.iter().map(|&(cost, _)| cost).min() else { return };
            let ties = costs.iter().filter(|&&(cost, _)| cost == best);
            let chosen = self.stream.index(ties.clone().count());
            if let Some(&(_, unknown)) = ties.clone().nth(chosen) {
                self.shift(unknown, 1);
            }
        }
    }

    /// Moves units until no limit is broken: the count of each unknown; or gives up when
    /// some amount of work is done.
    pub fn run(&mut self, work: u64, watch: &mut dyn Watch) -> Option<Vec<u32>> {
        let end = self.work + work;
        let mut step = 0u32;
        while !self.broken.items.is_empty() {
            step += 1;
            let done = Progress::new(work - end.saturating_sub(self.work), Some(work), None);
            let look = step.is_multiple_of(LOOK);
            if self.work >= end || (look && !watch.proceed(&done)) {
                return None;
            }
            self.work += 1;
            let row = self.broken.items[self.stream.index(self.broken.items.len())];
            let Some((change, chosen)) = self.best_move(row as usize, step) else {
                self.weight[row as usize] += 1;
                continue;
            };
            if change >= 0 {
                for &row in &self.broken.items {
                    self.weight[row as usize] += 1;
                }
            }
            let (from, to) = self.unknowns(chosen);
            self.shift(from, -1);
            self.shift(to, 1);
            self.free[from] = step + TENURE + self.stream.below(TENURE);
        }
        Some(self.count.clone())
    }

    /// The best of some moves that bring a broken row nearer to its bounds.
    fn best_move(&mut self, row: usize, step: u32) -> Option<(i64, Move)> {
        let column = self.model.column_of[row];
        let short = self.sum[row] < self.model.rows[row].min;
        let length = if short {
            self.model.rows[row].terms.len()
        } else {
            self.present[column as usize].items.len()
        };
        if length == 0 {
            return None;
        }
        let start = self.stream.index(length);
        let mut best: Option<(i64, Move)> = None;
        let mut ties = 0;
        let mut looks = 0;
        for place in (start..length).chain(0..start) {
            if looks >= LOOKS {
                break;
            }
            self.work += 1;
            let class = if short {
                self.model.rows[row].terms[place].0 / self.model.columns() as u32
            } else {
                let class = self.present[column as usize].items[place];
                if !self.weighs(class, column, row) {
                    continue;
                }
                class
            };
            for other in 0..self.model.columns() as u32 {
                let (from, to) = if short { (other, column) } else { (column, other) };
                let candidate = Move { class, from, to };
                if from == to || !self.possible(candidate) {
                    continue;
                }
                looks += 1;
                let (leave, enter) = self.unknowns(candidate);
                let terms = self.model.places[leave].len() + self.model.places[enter].len();
                self.work += terms as u64;
                if self.free[enter] > step {
                    continue;
                }
                let change = self.cost(leave, -1) + self.cost(enter, 1);
                match best {
                    Some((least, _)) if change > least => {}
                    Some((least, _)) if change == least => {
                        ties += 1;
                        if self.stream.below(ties) == 0 {
                            best = Some((change, candidate));
                        }
                    }
                    _ => {
                        ties = 1;
                        best = Some((change, candidate));
                    }
                }
            }
        }
        best
    }

    /// Whether a class has a weight in a row of the column.
    fn weighs(&self, class: u32, column: u32, row: usize) -> bool {
        let unknown = class as usize * self.model.columns() + column as usize;
        self.model.places[unknown].iter().any(|&(place, _)| place as usize == row)
    }

    fn possible(&self, candidate: Move) -> bool {
        let (from, to) = self.unknowns(candidate);
        self.count[from] > self.bounds.low[from] && self.count[to] < self.bounds.high[to]
    }

    fn unknowns(&self, Move { class, from, to }: Move) -> (usize, usize) {
        let start = class as usize * self.model.columns();
        (start + from as usize, start + to as usize)
    }

    /// How much more the limits of a column are broken if a count changes by `by`.
    fn cost(&self, unknown: usize, by: i64) -> i64 {
        (self.model.places[unknown].iter())
            .map(|&(row, weight)| {
                let row = row as usize;
                let sum = self.sum[row];
                let changed = self.excess(row, sum + by * i64::from(weight));
                self.weight[row] * (changed - self.excess(row, sum))
            })
            .sum()
    }

    /// By how much a sum misses the bounds of a row.
    fn excess(&self, row: usize, sum: i64) -> i64 {
        let row = &self.model.rows[row];
        (row.min - sum).max(sum - row.max).max(0)
    }

    /// Changes a count.
    fn shift(&mut self, unknown: usize, by: i64) {
        let (class, column) = (unknown / self.model.columns(), unknown % self.model.columns());
        self.count[unknown] = (i64::from(self.count[unknown]) + by) as u32;
        self.present[column].set(class as u32, self.count[unknown] > 0);
        let model = self.model;
        for &(row, weight) in &model.places[unknown] {
            self.sum[row as usize] += by * i64::from(weight);
            self.note(row as usize);
        }
    }

    /// Keeps the set of broken rows true.
    fn note(&mut self, row: usize) {
        self.broken.set(row as u32, self.excess(row, self.sum[row]) > 0);
    }
}

/// A set of small numbers as a list, with the place of each.
#[derive(Debug, Clone)]
struct Places {
    items: Vec<u32>,
    place: Vec<u32>,
}

impl Places {
    fn new(limit: usize) -> Self {
        Self { items: Vec::new(), place: vec![u32::MAX; limit] }
    }

    fn set(&mut self, item: u32, within: bool) {
        let place = self.place[item as usize];
        if within && place == u32::MAX {
            self.place[item as usize] = self.items.len() as u32;
            self.items.push(item);
        } else if !within && place != u32::MAX {
            self.items.swap_remove(place as usize);
            if let Some(&moved) = self.items.get(place as usize) {
                self.place[moved as usize] = place;
            }
            self.place[item as usize] = u32::MAX;
        }
    }
}
