//! Who might have reached a node: one random set, drawn backwards.
//!
//! A set is drawn for a node picked evenly, its root. It holds all who would have won the root
//! over in one random run of the model. The share of sets that hold one of some seeds, times
//! the number of nodes, is therefore the spread of these seeds, on average.
//!
//! Invariant: a set depends on the seed, its collection and its number alone.

use super::plan::{flag, mark};
use crate::math;
use crate::random::{Address, Purpose, Stream};
use crate::spread::DiffusionModel;
use crate::spread::network::Graph;

/// From this many equal chances on, skipping to the next success costs less than a draw each.
const SKIP_FROM: usize = 12;

/// A chance of 1 in steps of 2⁻³².
const CERTAIN: u64 = 1 << 32;

/// Marks a row whose arcs have chances of their own.
const OWN: u64 = u64::MAX;

/// Draws sets.
pub(super) struct Backwards {
    /// Arcs by the node they reach.
    sources: Graph,
    rule: Rule,
    /// The number of the last set that held a node.
    stamps: Vec<u32>,
    stamp: u32,
    set: Vec<u32>,
    /// Nodes whose presence ends a set: adopters above all, who reach the root whatever is chosen.
    ends: Vec<bool>,
    seed: u64,
    /// Steps done so far: nodes found and chances drawn.
    pub work: u64,
}

enum Rule {
    /// Each source has its chance.
    Cascade(Vec<Row>),
    /// One source at most, each by its weight: the running sums of each row.
    Walk(Vec<f64>),
    /// One source, all alike.
    EvenWalk,
}

/// The chance of a row in steps of 2⁻³², and the scale of a skip: one over the logarithm of a
/// failure's chance, 0 where each arc is drawn.
#[derive(Clone, Copy)]
struct Row {
    chance: u64,
    scale: f64,
}

impl Backwards {
    pub(super) fn new(graph: &Graph, model: &DiffusionModel, already: &[u32], seed: u64) -> Self {
        let sources = graph.reversed();
        let nodes = graph.nodes();
        let rule = match model {
            DiffusionModel::LinearThreshold {} if sources.weighted() => Rule::Walk(sums(&sources)),
            DiffusionModel::LinearThreshold {} => Rule::EvenWalk,
            DiffusionModel::IndependentCascade { p } => {
                Rule::Cascade((0..nodes).map(|node| Row::of(&sources, node, *p)).collect())
            }
            _ => {
                let chance = |node| 1.0 / sources.heads(node).len().max(1) as f64;
                let row = |node| Row::of(&sources, node, Some(chance(node)));
                Rule::Cascade((0..nodes).map(row).collect())
            }
        };
        let mut ends = vec![false; nodes as usize];
        mark(&mut ends, already, true);
        Self {
            sources,
            rule,
            stamps: vec![0; nodes as usize],
            stamp: 0,
            set: Vec::new(),
            ends,
            seed,
            work: 0,
        }
    }

    /// From now on these nodes end a set, or do so no more.
    pub(super) fn end_at(&mut self, nodes: &[u32], end: bool) {
        mark(&mut self.ends, nodes, end);
    }

    /// The set of a number in a collection, or `None` where it holds a node that ends it.
    pub(super) fn draw(&mut self, collection: u32, number: u32) -> Option<&[u32]> {
        let mut random = Light::at(self.seed, collection, number);
        self.stamp = self.stamp.checked_add(1).unwrap_or_else(|| {
            self.stamps.fill(0);
            1
        });
        self.set.clear();
        let root = random.below(self.sources.nodes());
        let held = if self.find(root) {
            match &self.rule {
                Rule::Cascade(_) => self.cascade(&mut random),
                Rule::Walk(_) | Rule::EvenWalk => self.walk(root, &mut random),
            }
        } else {
            false
        };
        self.work += self.set.len() as u64;
        held.then_some(self.set.as_slice())
    }

    /// Adds a node; no where it ends the set.
    #[inline]
    fn find(&mut self, node: u32) -> bool {
        if let Some(stamp) = self.stamps.get_mut(node as usize) {
            *stamp = self.stamp;
        }
        self.set.push(node);
        !flag(&self.ends, node)
    }

    /// Adds a node that is not there yet; no where it ends the set.
    #[inline]
    fn meet(&mut self, node: u32) -> bool {
        self.stamps.get(node as usize) == Some(&self.stamp) || self.find(node)
    }

    /// Breadth first. Cost: a draw for each success and each node with many sources, for each
    /// source of a node with few.
    fn cascade(&mut self, random: &mut Light) -> bool {
        let mut next = 0;
        while let Some(&node) = self.set.get(next) {
            next += 1;
            let arcs = self.sources.row(node);
            let Rule::Cascade(rows) = &self.rule else { return true };
            let Some(&Row { chance, scale }) = rows.get(node as usize) else { continue };
            let count = arcs.len();
            let mut place = 0;
            while place < count {
                self.work += 1;
                if scale != 0.0 {
                    let skip = math::ln(random.positive()) * scale;
                    if skip >= (count - place) as f64 {
                        break;
                    }
                    place += skip as usize;
                } else {
                    let chance = if chance == OWN {
                        self.sources.weights(node).get(place).map_or(0, |&own| steps(own))
                    } else {
                        chance
                    };
                    if chance < CERTAIN && random.next() >> 32 >= chance {
                        place += 1;
                        continue;
                    }
                }
                let Some(&source) = self.sources.heads(node).get(place) else { break };
                place += 1;
                if !self.meet(source) {
                    return false;
                }
            }
        }
        true
    }

    /// One source after another, until none is drawn or one comes twice.
    fn walk(&mut self, root: u32, random: &mut Light) -> bool {
        let mut node = root;
        loop {
            self.work += 1;
            let row = self.sources.heads(node);
            let place = match &self.rule {
                Rule::Walk(sums) => {
                    let drawn = random.positive();
                    let sums = sums.get(self.sources.row(node)).unwrap_or_default();
                    sums.partition_point(|&sum| sum < drawn)
                }
                _ => random.below(row.len() as u32) as usize,
            };
            let Some(&source) = row.get(place) else { return true };
            if self.stamps.get(source as usize) == Some(&self.stamp) {
                return true;
            }
            if !self.find(source) {
                return false;
            }
            node = source;
        }
    }
}

impl Row {
    /// The row of a node, with one chance for all arcs or those that its weights say.
    fn of(sources: &Graph, node: u32, chance: Option<f64>) -> Self {
        let weights = sources.weights(node);
        let first = chance.or_else(|| weights.first().copied()).unwrap_or(0.0);
        if chance.is_none() && weights.iter().any(|weight| *weight != first) {
            return Self { chance: OWN, scale: 0.0 };
        }
        let long = sources.heads(node).len() >= SKIP_FROM && first > 0.0 && first < 1.0;
        // A chance below 2⁻⁵³ leaves no logarithm; its row is drawn arc by arc, and never wins.
        let failure = math::ln(1.0 - first);
        let scale = if long && failure < 0.0 { 1.0 / failure } else { 0.0 };
        Self { chance: steps(first), scale }
    }
}

/// A chance in steps of 2⁻³².
fn steps(chance: f64) -> u64 {
    (chance * CERTAIN as f64 + 0.5) as u64
}

/// The running sums of weights within each row.
fn sums(sources: &Graph) -> Vec<f64> {
    let mut sums = Vec::with_capacity(sources.arcs());
    for node in 0..sources.nodes() {
        let mut total = 0.0;
        for weight in sources.weights(node) {
            total += weight;
            sums.push(total);
        }
        // Weights that add up to 1 but for rounding leave no gap above them.
        if total > 1.0 - 1e-9
            && let Some(last) = sums.last_mut()
        {
            *last = 1.0;
        }
    }
    sums
}

/// A light generator for one set (xoroshiro128++), started at an address.
///
/// D. Blackman, S. Vigna, *Scrambled linear pseudorandom number generators*, ACM TOMS 47(4),
/// 2021.
struct Light(u64, u64);

impl Light {
    fn at(seed: u64, collection: u32, number: u32) -> Self {
        let at = Address {
            replicate: number,
            step: collection,
            ..Address::of(Purpose::ReverseReachable)
        };
        let mut stream = Stream::new(seed, at);
        // The generator leaves every state but 0.
        Self(stream.bits64(), stream.bits64() | 1)
    }

    #[inline]
    fn next(&mut self) -> u64 {
        let (first, mut second) = (self.0, self.1);
        let drawn = first.wrapping_add(second).rotate_left(17).wrapping_add(first);
        second ^= first;
        self.0 = first.rotate_left(49) ^ second ^ (second << 21);
        self.1 = second.rotate_left(28);
        drawn
    }

    /// A whole number from 0 to `n - 1`, even but for less than n · 2⁻⁶⁴; 0 where `n` is 0.
    #[inline]
    fn below(&mut self, n: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(n)) >> 64) as u32
    }

    /// A number above 0 and up to 1.
    #[inline]
    fn positive(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 * (1.0 / (1_u64 << 53) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spread::DiffusionNetwork;

    #[test]
    fn a_set_depends_on_its_number_alone() {
        let edges: Vec<(u32, u32)> = (0..8).map(|node| (node, (node * 2 + 1) % 9)).collect();
        let network = DiffusionNetwork { directed: true, ..DiffusionNetwork::of(9, &edges) };
        let graph = network.read("").unwrap().graph;
        let model = DiffusionModel::IndependentCascade { p: Some(0.6) };
        let draw =
            |backwards: &mut Backwards, number| backwards.draw(1, number).map(<[u32]>::to_vec);
        let mut forth = Backwards::new(&graph, &model, &[], 5);
        let mut back = Backwards::new(&graph, &model, &[], 5);
        let first: Vec<_> = (0..50).map(|number| draw(&mut forth, number)).collect();
        let mut second: Vec<_> = (0..50).rev().map(|number| draw(&mut back, number)).collect();
        second.reverse();
        assert_eq!(first, second);
    }

    /// Long rows are drawn by skips, short ones arc by arc: both win as often as they should.
    #[test]
    fn skips_win_as_often_as_they_should() {
        for (sources, p) in [(11, 0.2), (40, 0.2), (40, 0.01), (40, 0.9), (12, 1.0), (30, 0.0)] {
            let edges: Vec<(u32, u32)> = (1..=sources).map(|from| (from, 0)).collect();
            let network =
                DiffusionNetwork { directed: true, ..DiffusionNetwork::of(sources + 1, &edges) };
            let graph = network.read("").unwrap().graph;
            let model = DiffusionModel::IndependentCascade { p: Some(p) };
            let mut backwards = Backwards::new(&graph, &model, &[], 9);
            let (mut rooted, mut won) = (0.0, vec![0.0; sources as usize + 1]);
            for number in 0..100_000 {
                let set = backwards.draw(1, number).unwrap();
                if set[0] == 0 {
                    rooted += 1.0;
                    set.iter().for_each(|&node| won[node as usize] += 1.0);
                }
            }
            let error = libm::sqrt(p * (1.0 - p) / rooted);
            for own in &won[1..] {
                assert!((own / rooted - p).abs() <= 4.5 * error, "{sources} {p} {}", own / rooted);
            }
        }
    }
}
