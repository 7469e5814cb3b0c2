//! The best programme: branch and bound over which cards are in.
//!
//! At each node prices lower the limit until the node is cut or they stop helping; what the
//! limit proves about single cards is settled, and the node is cut as well where the cards that
//! are in already leave no order. A choice that keeps every row is handed to
//! [`order`](super::order), which says whether it can be a programme.
//!
//! Invariant: whole numbers throughout; the answer depends on the request alone.

#![expect(
    clippy::indexing_slicing,
    reason = "fates and choices have a cell for each candidate of one model"
)]

use super::model::{Candidate, Model, Room};
use super::order::{Order, Slot, order};
use super::rows::{Fate, Limit, Rows, SCALE};
use crate::gather::Effort;
use crate::watch::{Progress, Watch};

/// Nodes where no effort is given: about a second for a deck of a hundred cards.
const NODES: u64 = 10_000;
/// Rounds of prices at the root and at a node.
const AT_ROOT: u32 = 600;
const AT_NODE: u32 = 12;
/// Steps of one search for an order: of a choice of the rows, and while building one.
const STEPS: u64 = 50_000;
const FEW_STEPS: u64 = 400;
/// Steps of a search for an order of the cards that are in at a node.
const PART_STEPS: u64 = 20_000;

/// What a search found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub programme: Option<Programme>,
    /// No programme is worth more; `None` where there is none at all.
    pub bound: Option<i64>,
    pub proved: bool,
    pub nodes: u64,
    pub stopped: bool,
    /// For each candidate, a limit on programmes with it.
    pub with: Vec<i64>,
}

/// Cards in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Programme {
    pub value: i64,
    pub slots: Vec<Slot>,
}

/// The best programme within an effort.
pub(crate) fn best(model: &Model, effort: Effort, watch: &mut dyn Watch) -> Found {
    let mut tree = Tree::new(model, effort, watch);
    tree.run(false)
}

/// Whether there is a programme at all; `None` where that stays open.
pub(crate) fn possible(model: &Model, nodes: u64, watch: &mut dyn Watch) -> Option<bool> {
    let found = Tree::new(model, Effort::iterations(nodes), watch).run(true);
    match found.programme {
        Some(_) => Some(true),
        None => found.proved.then_some(false),
    }
}

struct Tree<'m, 'w> {
    model: &'m Model,
    rows: Rows,
    /// The sessions with the cards that are in at a node.
    part: Model,
    best: Option<Programme>,
    /// The greatest value of a choice whose order stayed open, where there is one.
    open: Option<i64>,
    nodes: u64,
    watch: &'w mut dyn Watch,
    most_nodes: Option<u64>,
    deadline: Option<f64>,
    stopped: bool,
}

struct Node {
    fates: Vec<Fate>,
    prices: Vec<i64>,
    /// The limit of its parent, in points.
    limit: i64,
}

impl<'m, 'w> Tree<'m, 'w> {
    fn new(model: &'m Model, effort: Effort, watch: &'w mut dyn Watch) -> Self {
        let deadline = effort.milliseconds.and_then(|limit| Some(watch.milliseconds()? + limit));
        let most_nodes = effort.iterations.or(deadline.is_none().then_some(NODES));
        Self {
            model,
            rows: Rows::of(model),
            part: Model {
                candidates: Vec::new(),
                goal: 0,
                terms: Vec::new(),
                shares: Vec::new(),
                rejected: Vec::new(),
                names: Vec::new(),
                ..model.clone()
            },
            best: None,
            open: None,
            nodes: 0,
            watch,
            most_nodes,
            deadline,
            stopped: false,
        }
    }

    fn worth(&self) -> i64 {
        self.best.as_ref().map_or(-1, |best| best.value)
    }

    /// Searches until the tree is done, the effort is spent, or, if `any` will do, a
    /// programme is found.
    fn run(&mut self, any: bool) -> Found {
        let count = self.model.candidates.len();
        let mut found = Found {
            programme: None,
            bound: None,
            proved: true,
            nodes: 0,
            stopped: false,
            with: vec![i64::MIN; count],
        };
        let Some(fates) = self.rows.settle(vec![Fate::Open; count]) else { return found };
        let mut prices = self.rows.free();
        let mut root = self.rows.lower(&mut prices, &fates, 0, AT_ROOT);
        self.build(&root, &fates);
        for _ in 0..3 {
            // A good programme makes for better prices.
            root = self.rows.lower(&mut prices, &fates, self.worth(), AT_ROOT / 2);
            self.build(&root, &fates);
        }
        found.with =
            root.adds.iter().map(|add| (root.value + add.min(&0)).div_euclid(SCALE)).collect();
        let mut stack = vec![Node { fates, prices, limit: root.points() }];
        while let Some(node) = stack.pop() {
            if node.limit <= self.worth() {
                continue;
            }
            if self.spent() || (any && self.best.is_some()) {
                stack.push(node);
                break;
            }
            self.nodes += 1;
            self.branch(node, &mut stack);
        }
        // A better programme could only be in a node that is left, or be a choice whose order
        // stayed open; where no programme is known, either leaves the question open.
        let beyond = stack.iter().map(|node| node.limit).max().max(self.open);
        found.programme = self.best.take();
        let worth = found.programme.as_ref().map(|programme| programme.value);
        found.proved = beyond <= worth;
        found.bound = beyond.max(worth);
        (found.nodes, found.stopped) = (self.nodes, self.stopped);
        found
    }

    fn spent(&mut self) -> bool {
        let best = self.best.as_ref().map(|best| best.value as f64);
        let progress = Progress::new(self.nodes, self.most_nodes, best);
        self.stopped = self.stopped || !self.watch.proceed(&progress);
        let late = self
            .deadline
            .is_some_and(|deadline| self.watch.milliseconds().is_some_and(|now| now >= deadline));
        self.stopped || late || self.most_nodes.is_some_and(|most| self.nodes >= most)
    }

    /// Cuts a node, or takes its best choice, and splits it.
    fn branch(&mut self, mut node: Node, stack: &mut Vec<Node>) {
        let limit = loop {
            let limit = self.rows.lower(&mut node.prices, &node.fates, self.worth(), AT_NODE);
            if limit.points().min(node.limit) <= self.worth() {
                return;
            }
            self.take(&limit, &node.fates);
            let Some(fates) = self.settled(&limit, &node.fates) else { return };
            if fates == node.fates {
                break limit;
            }
            node.fates = fates;
        };
        let points = limit.points().min(node.limit);
        if points <= self.worth() {
            return;
        }
        if self.blocked(&node.fates) {
            return;
        }
        if self.nodes % 64 == 1 {
            self.build(&limit, &node.fates);
        }
        let way = self.way(&node.fates, &limit);
        let open = || (0..node.fates.len()).filter(|&at| node.fates[at] == Fate::Open);
        let spare = || self.spare(&node.fates).filter(|_| self.best.is_none());
        let Some(split) =
            way.or_else(spare).or_else(|| open().min_by_key(|&at| limit.adds[at].abs()))
        else {
            self.leaf(&node.fates, points);
            return;
        };
        let mut ways = [Fate::Out, Fate::In];
        if way.is_none() && (limit.adds[split] < 0 || self.best.is_none()) {
            ways.reverse();
        }
        for fate in ways {
            let mut fates = node.fates.clone();
            fates[split] = fate;
            if let Some(fates) = self.rows.settle(fates) {
                stack.push(Node { fates, prices: node.prices.clone(), limit: points });
            }
        }
    }

    /// Whether the cards that are in leave no order, whatever else comes: what open cards may
    /// still bring is taken as there, lively cards as calm, and openings and closings to come
    /// as short as the shortest.
    fn blocked(&mut self, fates: &[Fate]) -> bool {
        let all = || self.model.candidates.iter().zip(fates);
        let inside = || all().filter(|(_, fate)| **fate == Fate::In).map(|(card, _)| card);
        let open = || all().filter(|(_, fate)| **fate == Fate::Open).map(|(card, _)| card);
        let room: u32 =
            self.model.sessions.iter().flat_map(|room| &room.gaps).map(|gap| gap.1).sum();
        // Where an opening may stand in a session that needs none, it is not known for which
        // session those that are in will do.
        let framed =
            |room: &Room| room.gaps.is_empty() || (room.opens == room.fresh && room.closes);
        if !self.model.sessions.iter().all(framed) {
            return false;
        }
        if 3 * inside().map(|card| card.shortest).sum::<u32>() < room {
            return false;
        }
        let free = open().fold(0, |set, card| set | card.yields);
        let calms = open().any(|card| card.raises > 0);
        let mut cards: Vec<Candidate> = inside()
            .map(|card| Candidate {
                needs: card.needs & !free,
                demand: if calms { 0 } else { card.demand },
                lively: false,
                ..card.clone()
            })
            .collect();
        for (place, asked, _) in self.model.ends() {
            let there = inside().filter(|card| card.place == place).count();
            let shortest =
                open().filter(|card| card.place == place).min_by_key(|card| card.shortest);
            let any = shortest.map(|card| Candidate {
                needs: 0,
                demand: 0,
                burden: 0,
                lively: false,
                yields: 0,
                ..card.clone()
            });
            cards.extend(std::iter::repeat_n(any, asked.saturating_sub(there)).flatten());
        }
        self.part.candidates = cards;
        let chosen = vec![true; self.part.candidates.len()];
        order(&self.part, &chosen, PART_STEPS) == Order::None
    }

    /// A card that could bring what is asked for and not yet sure: which way a programme goes
    /// to its goal is decided first, as the limit takes a little of each.
    fn way(&self, fates: &[Fate], limit: &Limit) -> Option<usize> {
        let cards = || self.model.candidates.iter().zip(fates);
        let sure = || cards().filter(|(_, fate)| **fate == Fate::In).map(|(card, _)| card);
        let asked = sure().fold(self.model.goal, |set, card| set | card.needs);
        let missing = asked & !sure().fold(0, |set, card| set | card.yields);
        let brings = |at: &usize| {
            let card = self.model.candidates.get(*at);
            fates[*at] == Fate::Open && card.is_some_and(|card| card.yields & missing != 0)
        };
        (0..fates.len()).filter(brings).max_by_key(|&at| (limit.adds[at], std::cmp::Reverse(at)))
    }

    /// A card that could bring once more what is sure to come: as long as no programme is
    /// known, an order is refuted sooner where it is settled who brings what.
    fn spare(&self, fates: &[Fate]) -> Option<usize> {
        let cards = || self.model.candidates.iter().zip(fates);
        let sure = cards().filter(|(_, fate)| **fate == Fate::In);
        let asked = sure.fold(0, |set, (card, _)| set | card.needs);
        cards().position(|(card, fate)| *fate == Fate::Open && card.yields & asked != 0)
    }

    /// What the limit and the rows leave no choice about.
    fn settled(&self, limit: &Limit, fates: &[Fate]) -> Option<Vec<Fate>> {
        let mut fates = fates.to_vec();
        for (fate, &adds) in fates.iter_mut().zip(&limit.adds) {
            let without = (limit.value - adds.abs()).div_euclid(SCALE);
            if *fate == Fate::Open && without <= self.worth() {
                *fate = if adds > 0 { Fate::In } else { Fate::Out };
            }
        }
        self.rows.settle(fates)
    }

    /// Everything is decided: the last word is the order's.
    fn leaf(&mut self, fates: &[Fate], points: i64) {
        let chosen: Vec<bool> = fates.iter().map(|&fate| fate == Fate::In).collect();
        if !self.rows.hold(&chosen) {
            return;
        }
        let value = self.model.points(&chosen);
        if value <= self.worth() {
            return;
        }
        match order(self.model, &chosen, STEPS) {
            Order::Found(slots) => self.best = Some(Programme { value, slots }),
            Order::None => {}
            Order::Unknown => self.open = self.open.max(Some(value.min(points))),
        }
    }

    /// Tries the choice that the prices make.
    fn take(&mut self, limit: &Limit, fates: &[Fate]) {
        let chosen: Vec<bool> = fates
            .iter()
            .zip(&limit.adds)
            .map(|(&fate, &adds)| fate == Fate::In || (fate == Fate::Open && adds > 0))
            .collect();
        if self.rows.hold(&chosen) {
            self.offer(&chosen, FEW_STEPS);
        }
    }

    /// Keeps a choice that can be ordered and is worth more.
    fn offer(&mut self, chosen: &[bool], steps: u64) -> bool {
        let value = self.model.points(chosen);
        if value <= self.worth() {
            return false;
        }
        let Order::Found(slots) = order(self.model, chosen, steps) else { return false };
        self.best = Some(Programme { value, slots });
        true
    }

    /// Builds a programme: what must be in, what the goal needs, then whatever adds most.
    fn build(&mut self, limit: &Limit, fates: &[Fate]) {
        let mut chosen: Vec<bool> = fates.iter().map(|&fate| fate == Fate::In).collect();
        let mut ranked: Vec<usize> =
            (0..chosen.len()).filter(|&at| fates[at] == Fate::Open).collect();
        ranked.sort_by_key(|&at| (-limit.adds[at], at));
        for (place, asked, _) in self.model.ends() {
            let there = |at: usize| self.model.candidates[at].place == place;
            let has = (0..chosen.len()).filter(|&at| chosen[at] && there(at)).count();
            let more: Vec<usize> = ranked.iter().copied().filter(|&at| there(at)).collect();
            more.into_iter().take(asked.saturating_sub(has)).for_each(|at| chosen[at] = true);
        }
        if !self.complete(&mut chosen, &ranked) {
            return;
        }
        let mut fits = order(self.model, &chosen, STEPS);
        for &at in &ranked {
            if chosen[at] {
                continue;
            }
            let mut more = chosen.clone();
            more[at] = true;
            if !self.complete(&mut more, &ranked) {
                continue;
            }
            if self.model.points(&more) <= self.model.points(&chosen) || !self.rows.hold(&more) {
                continue;
            }
            let found = order(self.model, &more, FEW_STEPS);
            if matches!(found, Order::Found(_)) {
                (chosen, fits) = (more, found);
            }
        }
        let value = self.model.points(&chosen);
        if let (Order::Found(slots), true) = (fits, value > self.worth()) {
            self.best = Some(Programme { value, slots });
        }
    }

    /// Adds, best first, cards that bring what the goal and the chosen cards need.
    fn complete(&self, chosen: &mut [bool], ranked: &[usize]) -> bool {
        let cards = &self.model.candidates;
        loop {
            let there = || cards.iter().zip(chosen.iter()).filter(|(_, chosen)| **chosen);
            let hand = there().fold(self.model.have, |set, (card, _)| set | card.yields);
            let asked = there().fold(self.model.goal, |set, (card, _)| set | card.needs);
            let missing = asked & !hand;
            if missing == 0 {
                return true;
            }
            let lowest = missing & missing.wrapping_neg();
            let brings = |at: &usize| !chosen[*at] && cards[*at].yields & lowest != 0;
            let Some(&more) = ranked.iter().find(|at| brings(at)) else { return false };
            chosen[more] = true;
        }
    }
}
