//! One course of a spread: who adopts, step by step.

use super::draw::Places;
use crate::spread::network::Graph;

/// What all courses of a request have in common.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub graph: &'a Graph,
    /// Who has adopted before the first step, no one twice.
    pub seeds: &'a [u32],
    /// After how many steps to look.
    pub steps: usize,
    /// The seed of the random numbers.
    pub seed: u64,
}

impl Scene<'_> {
    /// The numbers by place of a replicate.
    pub(super) fn places(&self, replicate: u32) -> Places {
        Places::new(self.seed, replicate)
    }
}

/// A model that plays one replicate after the other.
pub(super) trait Play {
    /// Plays a replicate; its number alone decides what is drawn.
    fn play(&mut self, replicate: u32, course: &mut Course);
}

/// A course of events.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// Who has adopted, in the order of steps.
    pub adopters: Vec<u32>,
    /// How many have adopted after each step, until nothing happens any more.
    pub curve: Vec<u32>,
    /// Nodes and arcs looked at, over all courses.
    pub work: u64,
}

impl Course {
    /// Back to the seeds.
    pub(super) fn begin(&mut self, seeds: &[u32]) {
        self.adopters.clear();
        self.adopters.extend_from_slice(seeds);
        self.curve.clear();
        self.curve.push(seeds.len() as u32);
    }

    /// Plays until a step changes nothing: each adopter passes it on once, in the step after its
    /// own, and adds to the list whom it wins over.
    #[inline]
    pub(super) fn cascade(&mut self, scene: &Scene<'_>, mut pass: impl FnMut(u32, &mut Vec<u32>)) {
        self.begin(scene.seeds);
        let mut next = 0;
        while self.curve.len() <= scene.steps {
            let known = self.adopters.len();
            while next < known {
                let Some(&node) = self.adopters.get(next) else { break };
                next += 1;
                self.work += 1 + scene.graph.row(node).len() as u64;
                pass(node, &mut self.adopters);
            }
            if !self.end_step() {
                return;
            }
        }
    }

    /// Notes how many have adopted after a step; no if nobody has adopted in it.
    pub(super) fn end_step(&mut self) -> bool {
        let count = self.adopters.len() as u32;
        let changed = self.curve.last().is_none_or(|before| *before < count);
        if changed {
            self.curve.push(count);
        }
        changed
    }
}

/// Who has adopted: a bit for each node, cleared by walking over those who have.
pub(super) struct Marks(Vec<u64>);

impl Marks {
    pub(super) fn new(nodes: u32) -> Self {
        Self(vec![0; nodes as usize / 64 + 1])
    }

    /// Marks a node; no if it was marked.
    #[inline]
    pub(super) fn mark(&mut self, node: u32) -> bool {
        let Some(word) = self.0.get_mut(node as usize / 64) else { return false };
        let bit = 1 << (node % 64);
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Marks these alone, where those and no others were marked.
    pub(super) fn renew(&mut self, those: &[u32], these: &[u32]) {
        if those.len() < self.0.len() {
            for node in those {
                if let Some(word) = self.0.get_mut(*node as usize / 64) {
                    *word = 0;
                }
            }
        } else {
            self.0.fill(0);
        }
        for node in these {
            self.mark(*node);
        }
    }
}
