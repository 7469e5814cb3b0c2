//! Sets kept, and the nodes that are in most of them.

use super::plan::{Plan, Room, flag, mark};
use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// Sets one after another in one arena; an adopter's set keeps its number and holds nobody.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// Where each set ends.
    ends: Vec<u32>,
    members: Vec<u32>,
}

impl Sets {
    /// Keeps a set, of its members those who may be chosen.
    pub(super) fn push(&mut self, set: Option<&[u32]>, plan: &Plan) {
        let members = set.unwrap_or_default().iter().copied();
        self.members.extend(members.filter(|&node| plan.may_choose(node)));
        self.ends.push(self.members.len() as u32);
    }

    /// How many sets.
    pub(super) fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// How many members in all.
    pub(super) fn entries(&self) -> usize {
        self.members.len()
    }

    fn end(&self, set: u32) -> usize {
        self.ends.get(set as usize).map_or(self.members.len(), |&end| end as usize)
    }

    fn set(&self, set: u32) -> &[u32] {
        let start = set.checked_sub(1).map_or(0, |before| self.end(before));
        self.members.get(start..self.end(set)).unwrap_or_default()
    }
}

/// Which nodes are in most of some sets.
#[derive(Debug)]
pub(super) struct Cover {
    /// In order of choice.
    pub chosen: Vec<u32>,
    /// Sets that hold one of them.
    pub covered: u64,
    /// No choice within the limit covers more of these sets.
    pub ceiling: f64,
}

/// A node, and what it promised when it was last looked at: by promise, then the lower node.
#[derive(Clone, Copy, PartialEq)]
struct Promise {
    rate: f64,
    count: u32,
    node: u32,
}

impl Eq for Promise {}

impl PartialOrd for Promise {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Promise {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rate.total_cmp(&other.rate).then(other.node.cmp(&self.node))
    }
}

/// Sets not yet covered, by node.
struct Coverage<'a> {
    sets: &'a Sets,
    /// The sets of each node, and where they start.
    index: Vec<u32>,
    starts: Vec<u32>,
    counts: Vec<u32>,
    done: Vec<bool>,
    covered: u64,
}

impl<'a> Coverage<'a> {
    /// Of the first `count` sets.
    fn new(sets: &'a Sets, count: u32, nodes: u32) -> Self {
        let mut counts = vec![0_u32; nodes as usize];
        let kept = count.checked_sub(1).map_or(0, |last| sets.end(last));
        let members = sets.members.get(..kept).unwrap_or_default();
        for &node in members {
            if let Some(count) = counts.get_mut(node as usize) {
                *count += 1;
            }
        }
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut total = 0;
        for count in &counts {
            starts.push(total);
            total += count;
        }
        let mut next = starts.clone();
        starts.push(total);
        let mut index = vec![0_u32; members.len()];
        for set in 0..count {
            for &node in sets.set(set) {
                let Some(slot) = next.get_mut(node as usize) else { continue };
                if let Some(own) = index.get_mut(*slot as usize) {
                    *own = set;
                }
                *slot += 1;
            }
        }
        Self { sets, index, starts, counts, done: vec![false; count as usize], covered: 0 }
    }

    /// Nothing is covered any more.
    fn reset(&mut self) {
        self.done.fill(false);
        self.covered = 0;
        let ends = self.starts.iter().skip(1);
        for ((count, start), end) in self.counts.iter_mut().zip(&self.starts).zip(ends) {
            *count = end - start;
        }
    }

    fn count(&self, node: u32) -> u32 {
        self.counts.get(node as usize).copied().unwrap_or(0)
    }

    /// Takes a node: its sets count no more for anybody.
    fn take(&mut self, node: u32) {
        let start = self.starts.get(node as usize).map_or(0, |&start| start as usize);
        let end = self.starts.get(node as usize + 1).map_or(start, |&end| end as usize);
        for &set in self.index.get(start..end).unwrap_or_default() {
            let Some(done) = self.done.get_mut(set as usize) else { continue };
            if std::mem::replace(done, true) {
                continue;
            }
            self.covered += 1;
            for &member in self.sets.set(set) {
                if let Some(count) = self.counts.get_mut(member as usize) {
                    *count = count.saturating_sub(1);
                }
            }
        }
    }

    /// What no choice within the limit passes: what is covered, and the most that as many nodes,
    /// or as much cost, could add if no two of them shared a set.
    fn ceiling(&self, plan: &Plan) -> f64 {
        let covered = self.covered as f64;
        let counts = plan.candidates.iter().map(|&node| (node, self.count(node)));
        let counts = counts.filter(|&(_, count)| count > 0);
        match plan.room {
            Room::Size(size) => {
                let mut counts: Vec<u32> = counts.map(|(_, count)| count).collect();
                if let Some(last) = counts.len().checked_sub(size as usize)
                    && last > 0
                {
                    counts.select_nth_unstable_by(size as usize - 1, |a, b| b.cmp(a));
                    counts.truncate(size as usize);
                }
                covered + counts.iter().map(|&count| f64::from(count)).sum::<f64>()
            }
            Room::Budget(budget) => {
                let mut items: Vec<(f64, f64, f64)> = counts
                    .map(|(node, count)| (f64::from(count), plan.cost(node)))
                    .filter(|&(_, cost)| plan.room.holds(cost))
                    .map(|(count, cost)| (rate(count, cost), count, cost))
                    .collect();
                items.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
                let mut left = budget * (1.0 + 2e-9);
                let mut most = covered;
                for (_, count, cost) in items {
                    if cost <= left {
                        left -= cost;
                        most += count;
                    } else {
                        most += count * left / cost;
                        break;
                    }
                }
                most
            }
        }
    }
}

/// Sets for a unit of cost; what costs nothing comes first, unless it brings nothing.
fn rate(count: f64, cost: f64) -> f64 {
    if count == 0.0 {
        0.0
    } else if cost > 0.0 {
        count / cost
    } else {
        f64::INFINITY
    }
}

/// How many nodes are tried as the first, and how many members these trials may look at in all.
const MOST_STARTS: usize = 32;
const MOST_LOOKS: usize = 1 << 22;

/// Chooses by the greedy rule with lazy looks: each time the node in most sets not yet covered,
/// for its cost where there is a budget; ties go to the lower node. The rule is near-sighted, and
/// by rates it may miss a dear node that is worth its cost: the nodes in most sets are tried as
/// the first, as many as the work allows, and the best choice counts.
pub(super) fn greedy(sets: &Sets, count: u32, plan: &Plan) -> Cover {
    let mut coverage = Coverage::new(sets, count, plan.nodes);
    let most = MOST_LOOKS / (coverage.index.len() + plan.nodes as usize + 1);
    // With a budget the best single node must be among them, or the rule holds no share at all.
    let least = usize::from(matches!(plan.room, Room::Budget(_)));
    let starts = starts(&coverage, plan, most.clamp(least, MOST_STARTS));
    let mut best = run(&mut coverage, plan, None);
    for start in starts {
        coverage.reset();
        let other = run(&mut coverage, plan, Some(start));
        let ceiling = best.ceiling.min(other.ceiling);
        if other.covered > best.covered {
            best = other;
        }
        best.ceiling = ceiling;
    }
    best.ceiling = best.ceiling.max(best.covered as f64);
    best
}

/// The nodes in most sets, the lower one first at a tie.
fn starts(coverage: &Coverage<'_>, plan: &Plan, most: usize) -> Vec<u32> {
    if most == 0 {
        return Vec::new();
    }
    let order = |node: &u32| (Reverse(coverage.count(*node)), *node);
    let fit = plan.candidates.iter().copied().filter(|&node| plan.fits(0, 0.0, node));
    let mut starts: Vec<u32> = fit.collect();
    if starts.len() > most {
        starts.select_nth_unstable_by_key(most, order);
        starts.truncate(most);
    }
    starts.sort_unstable_by_key(order);
    starts
}

/// One run of the greedy rule, after a first node where one is given.
fn run(coverage: &mut Coverage<'_>, plan: &Plan, first: Option<u32>) -> Cover {
    let budget = matches!(plan.room, Room::Budget(_));
    let promise = |node: u32, count: u32| Promise {
        rate: if budget { rate(f64::from(count), plan.cost(node)) } else { f64::from(count) },
        count,
        node,
    };
    let mut ceiling = coverage.ceiling(plan);
    let mut chosen: Vec<u32> = Vec::new();
    let mut spent = 0.0;
    if let Some(first) = first {
        coverage.take(first);
        chosen.push(first);
        spent = plan.cost(first);
    }
    let fit = plan.candidates.iter().filter(|&&node| plan.fits(0, 0.0, node));
    let promises = fit.map(|&node| promise(node, coverage.count(node)));
    let mut heap: BinaryHeap<Promise> = promises.filter(|one| one.count > 0).collect();
    let mut look = 1;
    while let Some(best) = heap.pop() {
        if !plan.fits(chosen.len(), spent, best.node) {
            if budget {
                continue;
            }
            break;
        }
        let count = coverage.count(best.node);
        if count < best.count {
            heap.push(promise(best.node, count));
            continue;
        }
        // What reaches nobody, or only whom others reach, is not worth its cost.
        if count == 0 {
            continue;
        }
        coverage.take(best.node);
        chosen.push(best.node);
        spent += plan.cost(best.node);
        if chosen.len() >= look {
            look = chosen.len() * 2;
            ceiling = ceiling.min(coverage.ceiling(plan));
        }
    }
    ceiling = ceiling.min(coverage.ceiling(plan));
    // A choice of a size is filled up all the same.
    if !budget && plan.fits(chosen.len(), spent, 0) {
        let mut free = plan.eligible.clone();
        mark(&mut free, &chosen, false);
        for &node in plan.candidates.iter().filter(|&&node| flag(&free, node)) {
            if !plan.fits(chosen.len(), spent, node) {
                break;
            }
            chosen.push(node);
        }
    }
    Cover { chosen, covered: coverage.covered, ceiling }
}
