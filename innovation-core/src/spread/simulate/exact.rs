//! All courses of a small network, each with its probability.
//!
//! Given what has happened, nodes adopt in a step independently of each other: in a cascade
//! with the chance that one of the new adopters wins them over, with linear thresholds with the
//! chance that the threshold lies within the influence that was added, given that it lies above
//! what there was before. The tree of these possibilities is walked to its leaves.

use super::course::Scene;
use super::tally::Tally;
use crate::error::{Code, Error, Result};
use crate::spread::network::Graph;
use std::collections::BTreeSet;

/// Most steps of the walk: nodes, arcs and courses looked at.
const WORK: u64 = 1 << 25;

/// Most steps with an open outcome, one below the other.
const DEPTH: u32 = 256;

/// Most nodes whose adoption is open in one step.
const OPEN: usize = 20;

/// Below this, a chance is none; as near to 1, it is certain. What rounding leaves of sums.
const ROUNDING: f64 = 1e-12;

/// What an arc weighs: a chance, or an influence.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Weight {
    /// The same for all.
    Even(f64),
    /// Its own.
    Own,
    /// One over the number of arcs that reach the same node.
    Divided,
}

/// The walk.
pub(super) struct Walk<'a> {
    scene: Scene<'a>,
    /// Arcs by the node they reach.
    reversed: Graph,
    weight: Weight,
    /// Whether weights are influences that add up, rather than chances.
    thresholds: bool,
    /// The step in which each node adopts, if it has.
    since: Vec<Option<u32>>,
    adopters: Vec<u32>,
    curve: Vec<u32>,
    work: u64,
    tally: Tally,
}

impl<'a> Walk<'a> {
    pub(super) fn new(scene: Scene<'a>, weight: Weight, thresholds: bool, tally: Tally) -> Self {
        let mut since = vec![None; scene.graph.nodes() as usize];
        for seed in scene.seeds {
            if let Some(since) = since.get_mut(*seed as usize) {
                *since = Some(0);
            }
        }
        Self {
            scene,
            reversed: scene.graph.reversed(),
            weight,
            thresholds,
            since,
            adopters: scene.seeds.to_vec(),
            curve: vec![scene.seeds.len() as u32],
            work: 0,
            tally,
        }
    }

    /// All courses.
    pub(super) fn all(mut self) -> Result<Tally> {
        self.descend(1.0, 0)?;
        Ok(self.tally)
    }

    /// Every course that follows what has happened so far, which has this probability.
    fn descend(&mut self, probability: f64, depth: u32) -> Result<()> {
        let (adopted, steps) = (self.adopters.len(), self.curve.len());
        loop {
            let (certain, open) = self.candidates();
            let quiet = certain.is_empty() && open.is_empty();
            self.spend(1 + certain.len() + open.len())?;
            if quiet || self.curve.len() > self.scene.steps {
                self.spend(self.adopters.len() + self.curve.len())?;
                self.tally.add(&self.curve, &self.adopters, probability);
                break;
            }
            if open.is_empty() {
                self.adopt(&certain);
                continue;
            }
            if open.len() > OPEN || depth >= DEPTH {
                return Err(too_large());
            }
            for chosen in 0..1_u32 << open.len() {
                self.spend(certain.len() + open.len())?;
                let mut joint = probability;
                let mut adopt = certain.clone();
                for (place, (node, chance)) in open.iter().enumerate() {
                    let adopts = chosen >> place & 1 == 1;
                    joint *= if adopts { *chance } else { 1.0 - *chance };
                    if adopts {
                        adopt.push(*node);
                    }
                }
                if adopt.is_empty() {
                    // Nobody new: the course ends here.
                    self.spend(self.adopters.len() + self.curve.len())?;
                    self.tally.add(&self.curve, &self.adopters, joint);
                } else {
                    let (adopted, steps) = (self.adopters.len(), self.curve.len());
                    self.adopt(&adopt);
                    self.descend(joint, depth + 1)?;
                    self.back(adopted, steps);
                }
            }
            break;
        }
        self.back(adopted, steps);
        Ok(())
    }

    /// Who adopts in the next step for certain, and who perhaps, with which chance.
    fn candidates(&mut self) -> (Vec<u32>, Vec<(u32, f64)>) {
        let now = self.curve.len() as u32 - 1;
        let (mut reached, mut looked) = (BTreeSet::new(), 0);
        for node in self.adopters.iter().rev().take_while(|node| self.since(**node) == Some(now)) {
            let heads = self.scene.graph.heads(*node);
            looked += heads.len() as u64;
            reached.extend(heads.iter().copied().filter(|head| self.since(*head).is_none()));
        }
        self.work += looked;
        let (mut certain, mut open) = (Vec::new(), Vec::new());
        for node in reached {
            let chance = self.chance(node, now);
            if chance >= 1.0 - ROUNDING {
                certain.push(node);
            } else if chance > ROUNDING {
                open.push((node, chance));
            }
        }
        (certain, open)
    }

    fn since(&self, node: u32) -> Option<u32> {
        self.since.get(node as usize).copied().flatten()
    }

    /// The chance that a node adopts in the step after this one.
    fn chance(&mut self, node: u32, now: u32) -> f64 {
        let row = self.reversed.heads(node);
        self.work += row.len() as u64;
        let divided = 1.0 / row.len() as f64;
        let own = self.reversed.weights(node);
        let weight = |place: usize| match self.weight {
            Weight::Even(weight) => weight,
            Weight::Own => own.get(place).copied().unwrap_or(0.0),
            Weight::Divided => divided,
        };
        let (mut fails, mut before, mut added) = (1.0, 0.0, 0.0);
        for (place, from) in row.iter().enumerate() {
            match self.since(*from) {
                Some(step) if step == now => {
                    fails *= 1.0 - weight(place);
                    added += weight(place);
                }
                Some(_) => before += weight(place),
                None => {}
            }
        }
        match self.thresholds {
            false => 1.0 - fails,
            true if before + added >= 1.0 - ROUNDING => 1.0,
            true => added / (1.0 - before),
        }
    }

    fn adopt(&mut self, nodes: &[u32]) {
        let step = self.curve.len() as u32;
        for node in nodes {
            if let Some(since) = self.since.get_mut(*node as usize) {
                *since = Some(step);
            }
        }
        self.adopters.extend_from_slice(nodes);
        self.curve.push(self.adopters.len() as u32);
    }

    /// Back to so many adopters after so many steps.
    fn back(&mut self, adopted: usize, steps: usize) {
        for node in self.adopters.drain(adopted..) {
            if let Some(since) = self.since.get_mut(node as usize) {
                *since = None;
            }
        }
        self.curve.truncate(steps);
    }

    fn spend(&mut self, work: usize) -> Result<()> {
        self.work += work as u64;
        if self.work > WORK { Err(too_large()) } else { Ok(()) }
    }
}

fn too_large() -> Error {
    Error::new(Code::ContractTooLarge, "too much can happen on this network to go through it all")
        .at("/exact")
        .hint("ask without exact: the answer then has a standard error")
}
