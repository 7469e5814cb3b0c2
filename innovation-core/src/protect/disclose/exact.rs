//! The least loss, proved, where that is within reach.
//!
//! Where a hidden place cannot vary enough, the searches that ended have reached part of the
//! network, and only hiding a place on the edge of that part can help: one of these must be
//! hidden in every answer that keeps what is hidden so far. The search branches on them, the
//! cheapest first; a place once tried stays shown in the branches after it.

use super::network::{Reach, Varies, Way, ends};
use super::sheet::Sheet;

/// Most places among which to choose.
const CHOICES: usize = 64;
/// Flow searches that a proof may take.
const PATIENCE: u64 = 20_000;

/// A search over sets of complementary places.
struct Search {
    best: Sheet,
    loss: i64,
    forbidden: Vec<bool>,
    searches: u64,
}

/// Looks for a set that loses less than that of a sheet; whether its answer is proved best.
pub(super) fn improve(sheet: &Sheet, start: Sheet) -> (Sheet, bool) {
    let places = start.counts.len();
    if (0..places).filter(|&cell| start.is_candidate(cell)).count() > CHOICES {
        return (sheet.clone(), sheet.loss() == start.loss());
    }
    let mut search = Search {
        best: sheet.clone(),
        loss: sheet.loss(),
        forbidden: vec![false; places],
        searches: 0,
    };
    let proved = search.descend(&mut start.clone());
    (search.best, proved)
}

impl Search {
    /// Tries everything below a sheet; false where patience ended.
    fn descend(&mut self, sheet: &mut Sheet) -> bool {
        let loss = sheet.loss();
        if loss >= self.loss {
            return true;
        }
        let mut network = sheet.network();
        let interval = sheet.limit.interval;
        // Weak places, each with those that could help it; the sum over weak places that share
        // no helper of their cheapest helper bounds what is still to be lost.
        let (mut choice, mut bound): (Option<Vec<usize>>, i64) = (None, loss);
        let mut counted = vec![false; sheet.counts.len()];
        for cell in sheet.hidden() {
            let Varies::Within { top, bottom, .. } = network.varies(cell, interval) else {
                continue;
            };
            let helpers = self.helpers(sheet, [top, bottom]);
            let shared = helpers.iter().any(|&one| counted.get(one) == Some(&true));
            if !shared {
                bound = bound.saturating_add(helpers.first().map_or(0, |&one| sheet.cost(one)));
                for &one in &helpers {
                    if let Some(mark) = counted.get_mut(one) {
                        *mark = true;
                    }
                }
            }
            if choice.as_ref().is_none_or(|least| helpers.len() < least.len()) {
                choice = Some(helpers);
            }
        }
        self.searches += network.searches;
        let Some(helpers) = choice else {
            self.loss = loss;
            self.best = sheet.clone();
            return true;
        };
        if bound >= self.loss {
            return true;
        }
        if self.searches > PATIENCE {
            return false;
        }
        let mut complete = true;
        for &cell in &helpers {
            let mark = sheet.mark(cell);
            sheet.set(cell, sheet.cover(cell));
            complete = self.descend(sheet);
            sheet.set(cell, mark);
            self.forbid(cell, true);
            if !complete {
                break;
            }
        }
        for &cell in &helpers {
            self.forbid(cell, false);
        }
        complete
    }

    fn forbid(&mut self, cell: usize, forbidden: bool) {
        if let Some(mark) = self.forbidden.get_mut(cell) {
            *mark = forbidden;
        }
    }

    /// Places on the edge of what was reached whose hiding would let a search go on, the
    /// cheapest first.
    fn helpers(&self, sheet: &Sheet, reaches: [Option<Reach>; 2]) -> Vec<usize> {
        let helps = |cell: &usize| {
            let cell = *cell;
            if !sheet.is_candidate(cell) || self.forbidden.get(cell) == Some(&true) {
                return false;
            }
            let shown = sheet.bounds(cell, sheet.mark(cell));
            let (low, _) = sheet.bounds(cell, sheet.cover(cell));
            reaches.iter().flatten().any(|reach| {
                [Way::Up, Way::Down].into_iter().any(|way| {
                    let (from, to) = ends(sheet.rows, sheet.columns, cell, way);
                    let gains = way == Way::Up || low < shown.0;
                    gains && reach.holds(from) && !reach.holds(to)
                })
            })
        };
        let mut helpers: Vec<usize> = (0..sheet.counts.len()).filter(helps).collect();
        helpers.sort_by_key(|&cell| (sheet.cost(cell), cell));
        helpers
    }
}
