//! Cascades: what is drawn is which arcs are live, and adoption follows live arcs.
//!
//! Independent cascades draw each arc by itself. A linear threshold model spreads as if each node
//! had at most one live arc into it, an arc with the chance of its influence (Kempe, Kleinberg,
//! Tardos 2003): step by step the same, and nothing has to be added up.

use super::course::{Course, Marks, Play, Scene};
use super::draw::{Failures, Sequence, chance};
use crate::spread::network::Graph;

/// Hits that are collected before their heads are looked up.
const BATCH: usize = 4096;

/// The same chance along every arc. The arcs of the adopters, one after the other, are trials of
/// one long row: what is drawn is how many fail before the next success.
pub(super) struct EvenCascade<'a> {
    scene: Scene<'a>,
    failures: Failures,
    marks: Marks,
    /// Positions of live arcs whose heads wait to be looked up: read in a batch, the memory
    /// answers many of them at once (`cargo bench --bench spread`: about a quarter less time).
    hits: Vec<usize>,
}

impl<'a> EvenCascade<'a> {
    pub(super) fn new(scene: Scene<'a>, probability: f64) -> Self {
        let marks = Marks::new(scene.graph.nodes());
        Self { scene, failures: Failures::new(probability), marks, hits: Vec::new() }
    }

    /// Adds to the adopters whom the hits win over.
    fn land(&mut self, adopters: &mut Vec<u32>) {
        let heads = self.scene.graph.all_heads();
        let mut known = adopters.len();
        adopters.resize(known + self.hits.len(), 0);
        for hit in self.hits.drain(..) {
            let Some(&head) = heads.get(hit) else { continue };
            // Written in any case, kept where new: about half are, which no processor foresees.
            if let Some(slot) = adopters.get_mut(known) {
                *slot = head;
                known += usize::from(self.marks.mark(head));
            }
        }
        adopters.truncate(known);
    }
}

impl Play for EvenCascade<'_> {
    fn play(&mut self, replicate: u32, course: &mut Course) {
        let scene = self.scene;
        let mut random = Sequence::new(scene.seed, replicate);
        self.marks.renew(&course.adopters, scene.seeds);
        course.begin(scene.seeds);
        let (mut skip, mut success) = self.failures.draw(&mut random);
        let mut next = 0;
        while course.curve.len() <= scene.steps {
            let known = course.adopters.len();
            while next < known {
                let Some(&node) = course.adopters.get(next) else { break };
                next += 1;
                let row = scene.graph.row(node);
                course.work += 1 + row.len() as u64;
                let mut arc = row.start + skip;
                while arc < row.end {
                    if success {
                        self.hits.push(arc);
                    }
                    let (failed, succeeds) = self.failures.draw(&mut random);
                    arc += failed + usize::from(success);
                    success = succeeds;
                }
                skip = arc - row.end;
                if self.hits.len() >= BATCH {
                    self.land(&mut course.adopters);
                }
            }
            self.land(&mut course.adopters);
            if !course.end_step() {
                return;
            }
        }
    }
}

/// Arcs with chances of their own, drawn by place.
pub(super) struct LiveArcs<'a> {
    scene: Scene<'a>,
    /// By position in the graph.
    arcs: Vec<Arc>,
    /// Whether what is drawn belongs to the node an arc reaches, or to the arc.
    by_head: bool,
    marks: Marks,
}

/// An arc that is live where what is drawn, in steps of 2⁻³¹, lies in its part of 0 to 1.
#[derive(Clone, Copy)]
struct Arc {
    head: u32,
    low: u32,
    width: u32,
}

impl<'a> LiveArcs<'a> {
    /// An independent cascade in which a weight is a chance.
    pub(super) fn own(scene: Scene<'a>) -> Self {
        Self::new(scene, false, |weight, _| (0, chance(weight)))
    }

    /// An independent cascade in which a chance is one over the number of arcs into a node.
    pub(super) fn divided(scene: Scene<'a>) -> Self {
        let arriving = arriving(scene.graph);
        let count = |head: u32| arriving.get(head as usize).copied().unwrap_or(1).max(1);
        Self::new(scene, false, |_, head| (0, chance(1.0 / f64::from(count(head)))))
    }

    /// A linear threshold model: the arcs into a node share 0 to 1 among them by influence.
    pub(super) fn thresholds(scene: Scene<'a>) -> Self {
        let arriving = arriving(scene.graph);
        let weighted = scene.graph.weighted();
        let mut shared = vec![0.0_f64; arriving.len()];
        Self::new(scene, true, |weight, head| {
            let at = head as usize;
            let (Some(shared), Some(count)) = (shared.get_mut(at), arriving.get(at)) else {
                return (0, 0);
            };
            let count = f64::from(*count);
            // Without weights in whole numbers, so that nothing is left over at 1.
            let (of, part) = if weighted { (1.0, weight) } else { (count, 1.0) };
            let low = chance(*shared / of);
            *shared += part;
            (low, chance(*shared / of) - low)
        })
    }

    /// Arcs with the lower end and the width of their parts, from weight and head.
    fn new(scene: Scene<'a>, by_head: bool, mut part: impl FnMut(f64, u32) -> (u32, u32)) -> Self {
        let graph = scene.graph;
        let mut arcs = Vec::with_capacity(graph.arcs());
        for node in 0..graph.nodes() {
            let weights = graph.weights(node);
            for (place, &head) in graph.heads(node).iter().enumerate() {
                let (low, width) = part(weights.get(place).copied().unwrap_or(1.0), head);
                arcs.push(Arc { head, low, width });
            }
        }
        Self { scene, arcs, by_head, marks: Marks::new(graph.nodes()) }
    }
}

/// How many arcs reach each node.
fn arriving(graph: &Graph) -> Vec<u32> {
    let mut counts = vec![0_u32; graph.nodes() as usize];
    for head in graph.all_heads() {
        if let Some(count) = counts.get_mut(*head as usize) {
            *count += 1;
        }
    }
    counts
}

impl Play for LiveArcs<'_> {
    fn play(&mut self, replicate: u32, course: &mut Course) {
        let Self { scene, arcs, by_head, marks } = self;
        let places = scene.places(replicate);
        marks.renew(&course.adopters, scene.seeds);
        course.cascade(scene, |node, adopters| {
            let row = scene.graph.row(node);
            let first = row.start;
            for (place, arc) in arcs.get(row).unwrap_or_default().iter().enumerate() {
                let place = if *by_head { arc.head as usize } else { first + place };
                let drawn = places.steps(place);
                // Where it lies below, the difference wraps round to more than any width.
                if drawn.wrapping_sub(arc.low) < arc.width && marks.mark(arc.head) {
                    adopters.push(arc.head);
                }
            }
        });
    }
}
