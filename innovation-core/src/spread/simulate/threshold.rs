//! Given thresholds: a node adopts once enough of those who influence it have.

use super::course::{Course, Marks, Play, Scene};
use crate::spread::network::Graph;

/// How far sums of shares may lack of a threshold: what adding decimals leaves.
const ROUNDING: f64 = 1e-9;

/// Shares, or a number of adopters, that nodes need: nothing is drawn.
pub(super) struct Fixed<'a> {
    scene: Scene<'a>,
    /// What each arc adds to its head.
    units: Vec<f64>,
    /// What each node needs.
    needed: Vec<f64>,
}

impl<'a> Fixed<'a> {
    /// Shares of those who influence each node, by weight where there are weights.
    pub(super) fn shares(scene: Scene<'a>, values: &[f64]) -> Self {
        let needed = values.iter().map(|value| value - ROUNDING).collect();
        Self { scene, units: units(scene.graph), needed }
    }

    /// So many adopters among those who influence a node.
    pub(super) fn count(scene: Scene<'a>, count: u32) -> Self {
        let needed = vec![f64::from(count); scene.graph.nodes() as usize];
        Self { scene, units: Vec::new(), needed }
    }
}

impl Play for Fixed<'_> {
    fn play(&mut self, _: u32, course: &mut Course) {
        let Self { scene, units, needed } = self;
        let mut marks = Marks::new(scene.graph.nodes());
        marks.renew(&[], scene.seeds);
        let mut reached = vec![0.0_f64; needed.len()];
        // Those who need nobody adopt in the first step.
        let mut ready: Vec<u32> = (0..scene.graph.nodes())
            .zip(&*needed)
            .filter(|&(node, needed)| *needed <= 0.0 && marks.mark(node))
            .map(|(node, _)| node)
            .collect();
        course.cascade(scene, |node, adopters| {
            adopters.append(&mut ready);
            let units = units.get(scene.graph.row(node)).unwrap_or_default();
            for (place, &head) in scene.graph.heads(node).iter().enumerate() {
                let at = head as usize;
                let (Some(sum), Some(needed)) = (reached.get_mut(at), needed.get(at)) else {
                    continue;
                };
                *sum += units.get(place).copied().unwrap_or(1.0);
                if *sum >= *needed && marks.mark(head) {
                    adopters.push(head);
                }
            }
        });
    }
}

/// The part of each arc in all that reaches its head, by weight where there are weights.
pub(super) fn units(graph: &Graph) -> Vec<f64> {
    let size = graph.nodes() as usize;
    let (mut largest, mut totals) = (vec![0.0_f64; size], vec![0.0_f64; size]);
    let mut units = Vec::with_capacity(graph.arcs());
    let arcs = || {
        (0..graph.nodes()).flat_map(|node| {
            let weights = graph.weights(node);
            let heads = graph.heads(node).iter().enumerate();
            heads.map(move |(place, head)| {
                (*head as usize, weights.get(place).copied().unwrap_or(1.0))
            })
        })
    };
    let of = |list: &[f64], head: usize| list.get(head).copied().unwrap_or(0.0);
    for (head, weight) in arcs() {
        if let Some(most) = largest.get_mut(head) {
            *most = most.max(weight);
        }
    }
    // Divided by the largest first, so that sums of large weights stay finite.
    let scaled = |weight: f64, by: f64| if by > 0.0 { weight / by } else { 0.0 };
    for (head, weight) in arcs() {
        if let Some(total) = totals.get_mut(head) {
            *total += scaled(weight, of(&largest, head));
        }
    }
    for (head, weight) in arcs() {
        units.push(scaled(scaled(weight, of(&largest, head)), of(&totals, head)));
    }
    units
}
