//! Distances from many nodes at once, level by level, in memory that does not grow.
//!
//! Up to 64 searches share one pass: a node holds one bit for each, so that an arc is looked at
//! once where searches meet.
//!
//! # References
//!
//! M. Then et al., *The more the merrier: efficient multi-source graph traversal*, PVLDB 8(4),
//! 2014.

use crate::spread::network::Graph;

/// Searches that share a pass.
pub(super) const MOST_AT_ONCE: usize = 64;

/// Breadth-first searches that are used again and again on graphs of one size.
#[derive(Debug)]
pub(super) struct Near {
    /// By node, the searches that came by.
    seen: Vec<u64>,
    /// By node, the searches that come by at the next level.
    coming: Vec<u64>,
    level: Vec<(u32, u64)>,
    next: Vec<u32>,
    touched: Vec<u32>,
    /// Arcs and nodes looked at in all searches.
    pub steps: u64,
}

impl Near {
    pub(super) fn new(nodes: u32) -> Self {
        Self {
            seen: vec![0; nodes as usize],
            coming: vec![0; nodes as usize],
            level: Vec::new(),
            next: Vec::new(),
            touched: Vec::new(),
            steps: 0,
        }
    }

    /// Visits each other node within reach of the sources (at most 64): the node, the distance,
    /// and the sources that are so far, as bits in their order.
    pub(super) fn visit(
        &mut self,
        graph: &Graph,
        sources: &[u32],
        reach: u32,
        mut visit: impl FnMut(u32, u32, u64),
    ) {
        let Self { seen, coming, level, next, touched, steps } = self;
        level.clear();
        for (place, &source) in sources.iter().take(MOST_AT_ONCE).enumerate() {
            level.push((source, 1 << place));
            if let Some(bits) = seen.get_mut(source as usize) {
                *bits |= 1 << place;
                touched.push(source);
            }
        }
        let mut distance = 0;
        while !level.is_empty() && distance < reach {
            distance += 1;
            for &(node, bits) in level.iter() {
                let heads = graph.heads(node);
                *steps += heads.len() as u64 + 1;
                for &head in heads {
                    let Some(known) = seen.get(head as usize) else { continue };
                    let new = bits & !known;
                    if new != 0
                        && let Some(waiting) = coming.get_mut(head as usize)
                    {
                        if *waiting == 0 {
                            next.push(head);
                        }
                        *waiting |= new;
                    }
                }
            }
            level.clear();
            for node in next.drain(..) {
                let (Some(known), Some(waiting)) =
                    (seen.get_mut(node as usize), coming.get_mut(node as usize))
                else {
                    continue;
                };
                if *known == 0 {
                    touched.push(node);
                }
                *known |= *waiting;
                *steps += u64::from(waiting.count_ones());
                visit(node, distance, *waiting);
                level.push((node, *waiting));
                *waiting = 0;
            }
        }
        for node in touched.drain(..) {
            if let Some(bits) = seen.get_mut(node as usize) {
                *bits = 0;
            }
        }
    }
}

/// The places of the bits that are set.
pub(super) fn places(mut bits: u64) -> impl Iterator<Item = usize> + Clone {
    std::iter::from_fn(move || {
        let place = bits.trailing_zeros();
        bits &= bits.wrapping_sub(1);
        (place < 64).then_some(place as usize)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spread::network::DiffusionNetwork;
    use proptest::prelude::*;

    #[test]
    fn places_are_those_of_bits() {
        assert_eq!(places(0b1010_0001).collect::<Vec<_>>(), [0, 5, 7]);
        assert_eq!(places(u64::MAX).count(), 64);
        assert_eq!(places(0).next(), None);
    }

    proptest! {
        /// Distances are those of Floyd and Warshall, whichever searches go together.
        #[test]
        fn distances_are_shortest(
            pairs in prop::collection::btree_set((0_u32..8, 0_u32..8), 0..24),
            reach in 1_u32..9,
            width in 1_usize..9,
        ) {
            let edges: Vec<_> = pairs.into_iter().filter(|(a, b)| a != b).collect();
            let network = DiffusionNetwork { directed: true, ..DiffusionNetwork::of(8, &edges) };
            let graph = network.read("").unwrap().graph;
            let mut known = [[99_u32; 8]; 8];
            edges.iter().for_each(|&(a, b)| known[a as usize][b as usize] = 1);
            for middle in 0..8 {
                for a in 0..8 {
                    for b in 0..8 {
                        known[a][b] = known[a][b].min(known[a][middle] + known[middle][b]);
                    }
                }
            }
            let mut near = Near::new(8);
            for sources in [5, 2, 7, 0, 1, 3, 6, 4].chunks(width) {
                let mut found = [[99_u32; 8]; 8];
                near.visit(&graph, sources, reach, |to, distance, bits| {
                    for place in places(bits) {
                        found[place][to as usize] = distance;
                    }
                });
                for (place, &from) in sources.iter().enumerate() {
                    for to in (0..8).filter(|&to| to != from as usize) {
                        let own = known[from as usize][to];
                        prop_assert_eq!(found[place][to], if own > reach { 99 } else { own });
                    }
                }
            }
        }
    }
}
