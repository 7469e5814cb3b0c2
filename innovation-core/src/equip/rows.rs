//! The choice of cards as linear rows, and a limit on its value.
//!
//! Each row says that a weighted sum over the chosen cards is at most a number: time, number
//! of cards, burden, openings and closings, goals, needs. What a programme gains by bringing
//! an outcome or a phase at all, or by minutes of a phase, are rows as well, which may be
//! broken at a price. A price for every row gives a limit on the value of any programme; the
//! prices move to lower it.
//!
//! Invariant: the order of cards and where sessions end is left out here: every programme
//! keeps the rows, but not every choice that keeps them is a programme.

#![expect(
    clippy::indexing_slicing,
    reason = "rows name candidates of one model, and the tables are made with a cell for each"
)]

use super::model::{Candidate, Model, Place};

/// Prices and limits are whole numbers of this fraction of a point.
pub(super) const SCALE: i64 = 1 << 16;
/// What a row of counts is multiplied by, to weigh as much as a row of minutes.
const UNIT: i64 = 30;

/// `Σ factor · chosen ≤ most`.
#[derive(Debug, Clone)]
struct Row {
    factors: Vec<(usize, i64)>,
    most: i64,
    /// The highest price; a row without one holds in every programme.
    cap: Option<i64>,
}

/// Rows over the candidates of a model.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    rows: Vec<Row>,
    worth: Vec<i64>,
    /// Points that are granted until a row that may be broken is.
    granted: i64,
    /// Pairs of which the first does all that the second does, at no more cost: a programme
    /// with the second alone may as well have the first.
    better: Vec<(usize, usize)>,
}

/// Whether a candidate is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Open,
    In,
    Out,
}

/// A limit on the value, with what each candidate adds to it at these prices.
#[derive(Debug, Clone)]
pub(super) struct Limit {
    /// In fractions of a point.
    pub value: i64,
    pub adds: Vec<i64>,
}

impl Limit {
    /// The same in points.
    pub(super) fn points(&self) -> i64 {
        self.value.div_euclid(SCALE)
    }
}

impl Rows {
    /// The rows of a model.
    pub(super) fn of(model: &Model) -> Self {
        let all = || model.candidates.iter().enumerate();
        let some = |test: &dyn Fn(usize) -> bool, factor: i64| -> Vec<(usize, i64)> {
            (0..model.candidates.len()).filter(|&at| test(at)).map(|at| (at, factor)).collect()
        };
        let (limits, pause) = (&model.limits, i64::from(model.limits.transition));
        let mut rows = Vec::new();
        let mut hard = |factors: Vec<(usize, i64)>, most: i64| {
            rows.push(Row { factors, most, cap: None });
        };
        hard(Vec::new(), -(model.hopeless as i64));
        let minutes = all().map(|(at, card)| (at, i64::from(card.shortest) + pause)).collect();
        hard(minutes, model.capacity());
        for part in [shares_of_a_stretch, large] {
            let factors = all().map(|(at, card)| {
                let breaks = part(model, i64::from(card.shortest) + pause);
                (at, i64::from(card.shortest) + pause + breaks)
            });
            hard(factors.collect(), model.capacity_with_breaks());
        }
        let live = model.sessions.iter().filter(|room| !room.gaps.is_empty());
        let burden: i64 = live
            .clone()
            .map(|room| i64::from(limits.patient_burden.saturating_sub(room.burden)))
            .sum();
        hard(all().map(|(at, card)| (at, UNIT * i64::from(card.burden))).collect(), UNIT * burden);
        if let Some(most) = limits.cards {
            let left: i64 = live.map(|room| i64::from(most.saturating_sub(room.cards))).sum();
            hard(some(&|_| true, UNIT), UNIT * left);
        }
        for (place, least, most) in model.ends() {
            let there = |at: usize| model.candidates[at].place == place;
            hard(some(&there, UNIT), UNIT * most as i64);
            hard(some(&there, -UNIT), -UNIT * least as i64);
        }
        let begins = model.sessions.iter().find(|room| !room.gaps.is_empty());
        if begins.is_some_and(|room| room.opens) {
            let can = |at: usize| {
                let card = &model.candidates[at];
                card.place == Place::First && card.needs == 0 && card.demand <= model.safety
            };
            hard(some(&can, -UNIT), -UNIT);
        }
        for (at, card) in all() {
            if card.demand > model.safety {
                let raises = |other: usize| other != at && model.candidates[other].raises > 0;
                let mut factors = some(&raises, -UNIT);
                factors.push((at, UNIT * i64::from(card.demand - model.safety)));
                hard(factors, 0);
            }
            if card.wished {
                hard(vec![(at, -UNIT)], -UNIT);
            }
            for outcome in (0..model.names.len()).filter(|&bit| card.needs >> bit & 1 == 1) {
                let brings = |other: usize| {
                    other != at && model.candidates[other].yields >> outcome & 1 == 1
                };
                let mut factors = some(&brings, -UNIT);
                factors.push((at, UNIT));
                hard(factors, 0);
            }
        }
        for outcome in (0..model.names.len()).filter(|&bit| model.goal >> bit & 1 == 1) {
            let brings = |at: usize| model.candidates[at].yields >> outcome & 1 == 1;
            hard(some(&brings, -UNIT), -UNIT);
        }
        let mut granted = 0;
        for term in &model.terms {
            let factors = term.members.iter().map(|&at| (at, -UNIT)).collect();
            rows.push(Row { factors, most: -UNIT, cap: Some(term.points * SCALE / UNIT) });
            granted += term.points * SCALE;
        }
        for share in &model.shares {
            let minutes = |&at: &usize| (at, -i64::from(model.candidates[at].shortest));
            let factors = share.members.iter().map(minutes).collect();
            rows.push(Row { factors, most: -share.target, cap: Some(SCALE) });
            granted += share.target * SCALE;
        }
        let worth = model.candidates.iter().map(|card| card.worth * SCALE).collect();
        Self { rows, worth, granted, better: better(model) }
    }

    /// Prices to begin with.
    pub(super) fn free(&self) -> Vec<i64> {
        vec![0; self.rows.len()]
    }

    /// The limit at given prices.
    fn limit(&self, prices: &[i64], fates: &[Fate]) -> Limit {
        let mut adds = self.worth.clone();
        let mut value = self.granted;
        for (row, &price) in self.rows.iter().zip(prices).filter(|(_, price)| **price != 0) {
            value += price * row.most;
            for &(at, factor) in &row.factors {
                adds[at] -= price * factor;
            }
        }
        for (&adds, fate) in adds.iter().zip(fates) {
            value += match fate {
                Fate::In => adds,
                Fate::Open => adds.max(0),
                Fate::Out => 0,
            };
        }
        Limit { value, adds }
    }

    /// Moves prices for a lower limit, until it falls to `enough` points or rounds end; the
    /// lowest limit, with its prices left in place.
    pub(super) fn lower(
        &self,
        prices: &mut Vec<i64>,
        fates: &[Fate],
        enough: i64,
        rounds: u32,
    ) -> Limit {
        let mut best = (self.limit(prices, fates), prices.clone());
        let mut now = best.0.clone();
        let (mut ease, mut since) = (16, 0);
        for _ in 0..rounds {
            if best.0.points() <= enough {
                break;
            }
            let slack: Vec<i64> = self
                .rows
                .iter()
                .map(|row| {
                    let taken = row.factors.iter().filter(|(at, _)| match fates[*at] {
                        Fate::In => true,
                        Fate::Open => now.adds[*at] > 0,
                        Fate::Out => false,
                    });
                    row.most - taken.map(|factor| factor.1).sum::<i64>()
                })
                .collect();
            // A row with slack and no price stays as it is, and so does a broken one at its cap.
            let stays = |((row, &price), &slack): ((&Row, &i64), &i64)| {
                (slack > 0 && price == 0) || (slack < 0 && row.cap == Some(price)) || slack == 0
            };
            let moving: Vec<bool> =
                self.rows.iter().zip(prices.iter()).zip(&slack).map(|all| !stays(all)).collect();
            let length: i64 =
                slack.iter().zip(&moving).filter(|(_, moves)| **moves).map(|(s, _)| s * s).sum();
            if length == 0 {
                break;
            }
            let gap = (now.value - enough * SCALE).max(SCALE);
            for (((price, row), &slack), _) in prices
                .iter_mut()
                .zip(&self.rows)
                .zip(&slack)
                .zip(&moving)
                .filter(|(_, moves)| **moves)
            {
                let step = i128::from(gap) * i128::from(slack) * ease / (16 * i128::from(length));
                *price = (*price - step as i64).clamp(0, row.cap.unwrap_or(1 << 32));
            }
            now = self.limit(prices, fates);
            if now.value < best.0.value {
                best = (now.clone(), prices.clone());
                since = 0;
            } else {
                since += 1;
                if since >= 4 {
                    (ease, since) = ((ease / 2).max(1), 0);
                    prices.clone_from(&best.1);
                    now = best.0.clone();
                }
            }
        }
        prices.clone_from(&best.1);
        best.0
    }

    /// Settles what the rows leave no choice about; `None` where they cannot hold.
    pub(super) fn settle(&self, mut fates: Vec<Fate>) -> Option<Vec<Fate>> {
        loop {
            let mut settled = true;
            for row in self.rows.iter().filter(|row| row.cap.is_none()) {
                let least: i64 = row
                    .factors
                    .iter()
                    .map(|&(at, factor)| match fates[at] {
                        Fate::In => factor,
                        Fate::Open => factor.min(0),
                        Fate::Out => 0,
                    })
                    .sum();
                if least > row.most {
                    return None;
                }
                for &(at, factor) in &row.factors {
                    if fates[at] == Fate::Open && least + factor.abs() > row.most {
                        fates[at] = if factor > 0 { Fate::Out } else { Fate::In };
                        settled = false;
                    }
                }
            }
            for &(one, other) in &self.better {
                match (fates[one], fates[other]) {
                    (Fate::Out, Fate::In) => return None,
                    (Fate::Open, Fate::In) => (fates[one], settled) = (Fate::In, false),
                    (Fate::Out, Fate::Open) => (fates[other], settled) = (Fate::Out, false),
                    _ => {}
                }
            }
            if settled {
                return Some(fates);
            }
        }
    }

    /// Whether a choice keeps the rows that hold in every programme.
    pub(super) fn hold(&self, chosen: &[bool]) -> bool {
        let sum = |row: &Row| -> i64 {
            row.factors.iter().filter(|(at, _)| chosen[*at]).map(|factor| factor.1).sum()
        };
        self.rows.iter().filter(|row| row.cap.is_none()).all(|row| sum(row) <= row.most)
    }
}

/// Pairs of which the first card does all that the second does, at no more cost.
fn better(model: &Model) -> Vec<(usize, usize)> {
    let cards = &model.candidates;
    let asked = cards.iter().fold(model.goal, |set, card| set | card.needs);
    let weighed = |phase: usize| {
        model.shares.iter().any(|share| share.members.iter().any(|&at| cards[at].phase == phase))
    };
    let mut pairs = Vec::new();
    for (one, a) in cards.iter().enumerate() {
        for (other, b) in cards.iter().enumerate() {
            let as_good = a.place == b.place
                && a.phase == b.phase
                && a.worth >= b.worth
                && (b.yields & asked) & !a.yields == 0
                && a.raises >= b.raises;
            let as_cheap = a.shortest <= b.shortest
                && (a.shortest == b.shortest || !weighed(a.phase))
                && a.lively <= b.lively
                && a.burden <= b.burden
                && a.demand <= b.demand
                && a.needs & !b.needs == 0;
            let same = |x: &Candidate, y: &Candidate| {
                (x.worth, x.shortest, x.lively, x.burden, x.demand, x.raises, x.needs)
                    == (y.worth, y.shortest, y.lively, y.burden, y.demand, y.raises, y.needs)
                    && (x.yields ^ y.yields) & asked == 0
            };
            // Of two alike the earlier is the better one.
            if one != other && !b.wished && as_good && as_cheap && (one < other || !same(a, b)) {
                pairs.push((one, other));
            }
        }
    }
    pairs
}

/// What a card of a size, transition included, takes of breaks at least: where `f` adds up to
/// no more than one over any cards that share a stretch, a gap has at least as many stretches
/// as `f` of its cards adds up to, and between any two of them the minutes of a break.
///
/// Here cards count half that do not go three to a stretch, and whole that do not go two.
fn shares_of_a_stretch(model: &Model, size: i64) -> i64 {
    let stretch = model.stretch();
    let part = if 3 * size > 2 * stretch { 2 } else { i64::from(3 * size > stretch) };
    model.lost_to_a_break() * part / 2
}

/// As above, where cards count that are longer than half a stretch.
fn large(model: &Model, size: i64) -> i64 {
    if 2 * size > model.stretch() { model.lost_to_a_break() } else { 0 }
}

impl Model {
    /// A stretch between breaks, with the transition that follows it.
    fn stretch(&self) -> i64 {
        i64::from(self.limits.max_without_break) + i64::from(self.limits.transition)
    }

    /// Minutes that a break takes beyond the transition that would stand in its place.
    fn lost_to_a_break(&self) -> i64 {
        // Without any break there is one stretch to a gap, however long it is.
        self.rest.map_or(0, |rest| i64::from(rest.1) + i64::from(self.limits.transition))
    }

    /// Minutes of the gaps, with one transition and one break more for each.
    fn capacity_with_breaks(&self) -> i64 {
        let gaps = self.sessions.iter().flat_map(|room| &room.gaps);
        let pause = i64::from(self.limits.transition);
        gaps.map(|gap| i64::from(gap.1) + pause + self.lost_to_a_break()).sum()
    }

    /// Minutes of cards, each with a transition, that the sessions hold between breaks.
    fn capacity(&self) -> i64 {
        self.sessions.iter().flat_map(|room| &room.gaps).map(|gap| self.holds(gap.1)).sum()
    }

    /// Minutes of cards, each with a transition, that a gap holds at most.
    pub(super) fn holds(&self, gap: u32) -> i64 {
        let (gap, pause) = (i64::from(gap), i64::from(self.limits.transition));
        let stretch = i64::from(self.limits.max_without_break);
        let Some((_, rest)) = self.rest else { return gap.min(stretch) + pause };
        let lost = i64::from(rest) + 2 * pause;
        let with = |breaks: i64| {
            let worked = (gap - breaks * lost).min((breaks + 1) * stretch);
            worked + (breaks + 1) * pause
        };
        (0..=gap / lost.max(1)).map(with).max().unwrap_or(0)
    }
}
