//! Seeds where no chance is involved: all choices where they are few, else choices that grow.
//!
//! One seed alone may tip nobody, and two together many: gains rise before they fall, so that a
//! plain greedy rule stands still. Choices therefore grow from many starts, each time by the
//! node that tips most or, where none tips anybody, moves others furthest towards their
//! threshold; then seeds are exchanged one by one while that helps.

use super::choose::Pace;
use super::plan::{Plan, Room, flag, mark};
use super::tipping::Tipping;
use std::cmp::Ordering;

/// Most choices that are compared one by one.
const MOST_CHOICES: u64 = 50_000;

/// Most arcs followed in all: a few seconds.
const MOST_WORK: u64 = 1 << 26;

/// How many grown choices are improved.
const MOST_TOPS: usize = 12;

/// How many promising nodes are followed to the end before one is taken.
const FOLLOWED: usize = 6;

/// A choice and what it reaches.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Swayed {
    /// In order of choice.
    pub chosen: Vec<u32>,
    /// Adopters in the end, earlier ones among them.
    pub reached: u32,
    pub cost: f64,
    /// Whether all choices were compared.
    pub exhaustive: bool,
}

impl Swayed {
    fn none(reached: u32) -> Self {
        Self { chosen: Vec::new(), reached, cost: 0.0, exhaustive: false }
    }

    /// Whether this is better than another: it reaches more, or as many at less cost.
    fn beats(&self, other: &Self) -> bool {
        let by_cost = || other.cost.total_cmp(&self.cost);
        self.reached.cmp(&other.reached).then_with(by_cost) == Ordering::Greater
    }
}

/// The best choice that was found.
pub(super) fn choose(plan: &Plan, tipping: &mut Tipping<'_>, pace: &mut Pace<'_>) -> Swayed {
    let base = tipping.count();
    let found = if few(plan, tipping) {
        let mut all = All { plan, best: None, chosen: Vec::new() };
        all.from(0, 0.0, tipping, pace);
        all.best.map(|best| Swayed { exhaustive: !pace.stopped, ..best })
    } else {
        search(plan, base, tipping, pace)
    };
    let mut best = found.unwrap_or_else(|| Swayed::none(base));
    order(plan, &mut best, base, tipping);
    best
}

/// Whether all choices can be compared.
fn few(plan: &Plan, tipping: &Tipping<'_>) -> bool {
    let nodes = plan.candidates.len() as u64;
    let choices = match plan.room {
        Room::Budget(_) => (nodes < 20).then(|| 1_u64 << nodes),
        Room::Size(size) if size > 20 => None,
        Room::Size(size) => {
            let few = u64::from(size).min(nodes.saturating_sub(u64::from(size)));
            (0..few).try_fold(1_u64, |ways, place| {
                let ways = ways * (nodes - place) / (place + 1);
                (ways <= MOST_CHOICES).then_some(ways)
            })
        }
    };
    choices.is_some_and(|choices| {
        choices <= MOST_CHOICES && choices.saturating_mul(tipping.size()) <= MOST_WORK
    })
}

/// Compares all choices, as deep as a choice has seeds: 20 at most.
struct All<'p> {
    plan: &'p Plan,
    best: Option<Swayed>,
    chosen: Vec<u32>,
}

impl All<'_> {
    /// All choices that go on from this one with candidates from a place on.
    fn from(&mut self, place: usize, cost: f64, tipping: &mut Tipping<'_>, pace: &mut Pace<'_>) {
        let missing = match self.plan.room {
            Room::Size(size) => (size as usize).saturating_sub(self.chosen.len()),
            Room::Budget(_) => 0,
        };
        if missing == 0 {
            let reached = tipping.count();
            let found = Swayed { cost, ..Swayed::none(reached) };
            if self.best.as_ref().is_none_or(|best| found.beats(best)) {
                self.best = Some(Swayed { chosen: self.chosen.clone(), ..found });
            }
            if !pace.goes_on(tipping.work, 0, None) {
                return;
            }
        }
        // Too few candidates may be left for the size.
        let last = (self.plan.candidates.len() + 1).saturating_sub(missing.max(1));
        for next in place..last {
            let Some(&node) = self.plan.candidates.get(next) else { break };
            if pace.stopped && self.best.is_some() {
                break;
            }
            if !self.plan.fits(self.chosen.len(), cost, node) {
                continue;
            }
            let before = tipping.count();
            tipping.adopt(node);
            self.chosen.push(node);
            self.from(next + 1, cost + self.plan.cost(node), tipping, pace);
            self.chosen.pop();
            tipping.back_to(before);
        }
    }
}

/// Grows choices from many starts, and improves the best.
pub(super) fn search(
    plan: &Plan,
    base: u32,
    tipping: &mut Tipping<'_>,
    pace: &mut Pace<'_>,
) -> Option<Swayed> {
    let limit = tipping.work.saturating_add(MOST_WORK);
    let starts = starts(plan, tipping);
    let mut tops: Vec<Swayed> = Vec::new();
    for start in &starts {
        // Half of the work is for growing, half for exchanges.
        let spent = tipping.work >= limit - MOST_WORK / 2;
        if !tops.is_empty() && (spent || !pace.goes_on(tipping.work, 0, None)) {
            break;
        }
        tipping.back_to(base);
        let mut grown = Swayed::none(base);
        take(plan, &mut grown, *start, tipping);
        grow(plan, &mut grown, None, limit, tipping);
        fill(plan, &mut grown, &starts, tipping);
        let place = tops.partition_point(|top| !grown.beats(top));
        if place < MOST_TOPS {
            tops.insert(place, grown);
            tops.truncate(MOST_TOPS);
        }
    }
    if tops.is_empty() {
        let mut filled = Swayed::none(base);
        fill(plan, &mut filled, &starts, tipping);
        tops.push(filled);
    }
    let mut best: Option<Swayed> = None;
    for mut top in tops {
        exchange(plan, &mut top, (base, limit), &starts, tipping, pace);
        if best.as_ref().is_none_or(|best| top.beats(best)) {
            best = Some(top);
        }
    }
    best
}

/// Exchanges seeds one by one, while that reaches more, or as many at less cost.
fn exchange(
    plan: &Plan,
    best: &mut Swayed,
    (base, limit): (u32, u64),
    starts: &[u32],
    tipping: &mut Tipping<'_>,
    pace: &mut Pace<'_>,
) {
    let mut kept = 0;
    while kept < best.chosen.len() && tipping.work < limit {
        if !pace.goes_on(tipping.work, 0, None) {
            break;
        }
        // The first seed leaves and, unless that helps, comes back last: each is tried in turn.
        tipping.back_to(base);
        let leaving = best.chosen.first().copied();
        let mut tried = Swayed::none(base);
        for &node in best.chosen.iter().skip(1) {
            take(plan, &mut tried, node, tipping);
        }
        grow(plan, &mut tried, leaving, limit, tipping);
        fill(plan, &mut tried, starts, tipping);
        if tried.beats(best) {
            *best = tried;
            kept = 0;
        } else {
            best.chosen.rotate_left(1);
            kept += 1;
        }
    }
}

/// Where choices start: the candidates that influence most, for their cost, first.
fn starts(plan: &Plan, tipping: &mut Tipping<'_>) -> Vec<u32> {
    let mut starts: Vec<(f64, u32)> = Vec::new();
    for &node in &plan.candidates {
        if plan.fits(0, 0.0, node) && !tipping.has(node) {
            let (tips, moves) = tipping.promise(node);
            starts.push((worth(plan, node, 1.0 + f64::from(tips) + moves), node));
        }
    }
    starts.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    starts.into_iter().map(|(_, node)| node).collect()
}

/// Worth for cost where there is a budget.
fn worth(plan: &Plan, node: u32, gain: f64) -> f64 {
    match plan.room {
        Room::Size(_) => gain,
        Room::Budget(_) => gain / plan.cost(node).max(1e-12),
    }
}

fn take(plan: &Plan, choice: &mut Swayed, node: u32, tipping: &mut Tipping<'_>) {
    tipping.adopt(node);
    choice.chosen.push(node);
    choice.cost += plan.cost(node);
    choice.reached = tipping.count();
}

/// Adds nodes, but not one of them, while there is room for somebody who has not adopted.
fn grow(plan: &Plan, choice: &mut Swayed, but: Option<u32>, limit: u64, tipping: &mut Tipping<'_>) {
    while tipping.work < limit {
        let Some(node) = next(plan, choice, but, tipping) else { break };
        take(plan, choice, node, tipping);
    }
}

/// Fills up a choice of a size: with those who have not adopted, then with anybody.
fn fill(plan: &Plan, choice: &mut Swayed, starts: &[u32], tipping: &mut Tipping<'_>) {
    let Room::Size(size) = plan.room else { return };
    let missing = |choice: &Swayed| choice.chosen.len() < size as usize;
    for &node in starts {
        if missing(choice) && !tipping.has(node) {
            take(plan, choice, node, tipping);
        }
    }
    if !missing(choice) {
        return;
    }
    let mut free = plan.eligible.clone();
    mark(&mut free, &choice.chosen, false);
    for &node in &plan.candidates {
        if missing(choice) && flag(&free, node) {
            take(plan, choice, node, tipping);
        }
    }
}

/// The node to add: of those that promise most, the one that reaches most. `None` where there
/// is no room, or nobody left to win.
fn next(plan: &Plan, choice: &Swayed, but: Option<u32>, tipping: &mut Tipping<'_>) -> Option<u32> {
    if let Room::Size(size) = plan.room
        && choice.chosen.len() >= size as usize
    {
        return None;
    }
    let mut front: Vec<(f64, f64, u32)> = Vec::with_capacity(FOLLOWED + 1);
    for &node in &plan.candidates {
        if tipping.has(node)
            || Some(node) == but
            || !plan.fits(choice.chosen.len(), choice.cost, node)
        {
            continue;
        }
        let (tips, moves) = tipping.promise(node);
        let promise = (
            worth(plan, node, 1.0 + f64::from(tips)),
            worth(plan, node, 1.0 + f64::from(tips) + moves),
            node,
        );
        let place = front.partition_point(|other| {
            let order = other.0.total_cmp(&promise.0).then(other.1.total_cmp(&promise.1));
            order != Ordering::Less
        });
        if place < FOLLOWED {
            front.insert(place, promise);
            front.truncate(FOLLOWED);
        }
    }
    let before = tipping.count();
    let mut best: Option<(f64, f64, u32)> = None;
    for (_, moves, node) in front {
        tipping.adopt(node);
        let gain = worth(plan, node, f64::from(tipping.count() - before));
        tipping.back_to(before);
        let better = best.is_none_or(|best| {
            gain.total_cmp(&best.0).then(moves.total_cmp(&best.1)) == Ordering::Greater
        });
        if better {
            best = Some((gain, moves, node));
        }
    }
    best.map(|(.., node)| node)
}

/// Puts the chosen into the order in which each adds most to those before it.
fn order(plan: &Plan, choice: &mut Swayed, base: u32, tipping: &mut Tipping<'_>) {
    if choice.chosen.len() > MOST_ORDERED {
        return;
    }
    let mut left = std::mem::take(&mut choice.chosen);
    left.sort_unstable();
    tipping.back_to(base);
    while !left.is_empty() {
        let before = tipping.count();
        let mut best: (u32, f64, usize) = (0, -1.0, 0);
        for (place, &node) in left.iter().enumerate() {
            let (tips, moves) = tipping.promise(node);
            let moves = f64::from(tips) + moves;
            tipping.adopt(node);
            let gain = tipping.count() - before;
            tipping.back_to(before);
            if (gain, moves) > (best.0, best.1) {
                best = (gain, moves, place);
            }
        }
        let node = left.remove(best.2);
        tipping.adopt(node);
        choice.chosen.push(node);
    }
    choice.cost = choice.chosen.iter().map(|&node| plan.cost(node)).sum();
    choice.reached = tipping.count();
}

/// Most seeds that are put into order: each is tried at each place.
const MOST_ORDERED: usize = 200;

/// What the chosen reach, together and each.
pub(super) struct Reached {
    /// Adopters after each seed.
    after: Vec<u32>,
    /// Adopters that each adds to none; empty where there are too many seeds.
    pub alone: Vec<u32>,
    /// Adopters that are missing without each; empty where there are too many seeds.
    pub only: Vec<u32>,
}

impl Reached {
    /// Adopters after the seed of a rank.
    pub(super) fn after(&self, rank: usize) -> u32 {
        self.after.get(rank).copied().unwrap_or(0)
    }
}

/// What the chosen reach beyond those who had adopted before.
pub(super) fn reach(chosen: &[u32], base: u32, tipping: &mut Tipping<'_>) -> Reached {
    let count = |but: Option<u32>, tipping: &mut Tipping<'_>| {
        tipping.back_to(base);
        for &node in chosen.iter().filter(|&&node| Some(node) != but) {
            tipping.adopt(node);
        }
        tipping.count()
    };
    let (mut alone, mut only) = (Vec::new(), Vec::new());
    if tipping.size().saturating_mul(chosen.len() as u64) <= MOST_WORK {
        let all = count(None, tipping);
        for &node in chosen {
            only.push(all - count(Some(node), tipping));
            tipping.back_to(base);
            tipping.adopt(node);
            alone.push(tipping.count() - base);
        }
    }
    tipping.back_to(base);
    let mut after = Vec::with_capacity(chosen.len());
    for &node in chosen {
        tipping.adopt(node);
        after.push(tipping.count());
    }
    Reached { after, alone, only }
}
