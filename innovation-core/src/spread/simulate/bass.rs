//! Bass on a network: influence from outside and from others, step after step.
//!
//! A node adopts once the hazard that it has borne passes a unit exponential of its own, which
//! is the same as a chance of 1 − exp(−hazard) in each step. The exponential is drawn by place,
//! so that stronger influence or more seeds never delay anybody.

use super::course::{Course, Marks, Play, Scene};
use super::threshold::units;
use crate::math;
use crate::spread::BassCovariates;

/// Bass with covariates.
pub(super) struct Bass<'a> {
    scene: Scene<'a>,
    /// Influence from outside of each node, before what its step adds.
    outside: Vec<f64>,
    /// What multiplies it in each step; after the last, the last holds.
    factors: Vec<f64>,
    /// What each arc adds to the influence of others on its head.
    inside: Vec<f64>,
    nodes: Vec<Waiting>,
    /// Who is no seed, in order; and who of them has not adopted yet.
    others: Vec<u32>,
    remaining: Vec<u32>,
}

/// What a node has borne, and what is on it.
#[derive(Clone, Copy)]
struct Waiting {
    /// Hazard that it still bears before it adopts.
    left: f64,
    /// Influence of others in a step.
    inside: f64,
}

impl<'a> Bass<'a> {
    pub(super) fn new(
        scene: Scene<'a>,
        (p, q): (f64, f64),
        covariates: Option<&BassCovariates>,
    ) -> Self {
        let size = scene.graph.nodes() as usize;
        let (nodes, steps) =
            covariates.map_or((&[][..], &[][..]), |said| (&said.nodes[..], &said.steps[..]));
        let mut marks = Marks::new(scene.graph.nodes());
        marks.renew(&[], scene.seeds);
        let effect = |at: usize| nodes.get(at).map_or(1.0, |effect| math::exp(*effect));
        Self {
            scene,
            outside: (0..size).map(|at| p * effect(at)).collect(),
            factors: steps.iter().map(|effect| math::exp(*effect)).collect(),
            inside: units(scene.graph).into_iter().map(|unit| q * unit).collect(),
            nodes: Vec::with_capacity(size),
            others: (0..scene.graph.nodes()).filter(|&node| marks.mark(node)).collect(),
            remaining: Vec::with_capacity(size),
        }
    }

    /// Takes note that a node has adopted.
    fn pass(&mut self, node: u32) -> u64 {
        let row = self.scene.graph.row(node);
        let work = row.len() as u64;
        let inside = self.inside.get(row).unwrap_or_default();
        for (head, more) in self.scene.graph.heads(node).iter().zip(inside) {
            if let Some(other) = self.nodes.get_mut(*head as usize) {
                other.inside += more;
            }
        }
        work
    }
}

/// A unit exponential from 64 random bits.
fn exponential(bits: u64) -> f64 {
    -math::ln(1.0 - (bits >> 11) as f64 * (1.0 / (1_u64 << 53) as f64))
}

impl Play for Bass<'_> {
    fn play(&mut self, replicate: u32, course: &mut Course) {
        let places = self.scene.places(replicate);
        let count = self.scene.graph.nodes();
        course.begin(self.scene.seeds);
        self.nodes.clear();
        self.nodes.extend(
            (0..count as usize)
                .map(|node| Waiting { left: exponential(places.bits(node)), inside: 0.0 }),
        );
        self.remaining.clone_from(&self.others);
        course.work += u64::from(count);
        let mut known = 0;
        let mut quiet = 0;
        for step in 0..self.scene.steps {
            while let Some(&node) = course.adopters.get(known) {
                course.work += self.pass(node);
                known += 1;
            }
            course.work += self.remaining.len() as u64;
            let factor = self.factors.get(step).or(self.factors.last()).copied().unwrap_or(1.0);
            let mut influenced = false;
            let (nodes, outside) = (&mut self.nodes, &self.outside);
            let adopters = &mut course.adopters;
            self.remaining.retain(|&at| {
                let Some(node) = nodes.get_mut(at as usize) else { return false };
                let hazard =
                    outside.get(at as usize).copied().unwrap_or(0.0) * factor + node.inside;
                influenced |= hazard > 0.0;
                node.left -= hazard;
                let waits = node.left >= 0.0;
                if !waits {
                    adopters.push(at);
                }
                waits
            });
            if !influenced {
                return;
            }
            // A step in which nobody adopts is a step all the same once another follows.
            quiet += 1;
            let now = adopters.len() as u32;
            let before = course.curve.last().copied().unwrap_or(0);
            if now > before {
                course.curve.extend((1..quiet).map(|_| before));
                course.curve.push(now);
                quiet = 0;
            }
        }
    }
}
