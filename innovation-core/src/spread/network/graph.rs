//! Arcs as compact sparse rows.

use crate::people::row_starts;

/// Arcs by the node they leave, each row in rising order of where it leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Graph {
    starts: Vec<u32>,
    heads: Vec<u32>,
    /// One for each arc, or none at all.
    weights: Vec<f64>,
}

impl Graph {
    /// From arcs in rising order.
    pub(super) fn sorted<T>(
        nodes: u32,
        arcs: &[(u32, u32, T)],
        weight: impl Fn(&(u32, u32, T)) -> Option<f64>,
    ) -> Self {
        let starts = row_starts(nodes as usize, arcs.iter().map(|arc| arc.0));
        Self {
            starts,
            heads: arcs.iter().map(|arc| arc.1).collect(),
            weights: arcs.iter().filter_map(weight).collect(),
        }
    }

    /// Number of nodes.
    pub(crate) fn nodes(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Number of arcs.
    pub(crate) fn arcs(&self) -> usize {
        self.heads.len()
    }

    /// Whether arcs have weights.
    pub(crate) fn weighted(&self) -> bool {
        !self.weights.is_empty()
    }

    /// The positions of the arcs that leave a node.
    #[inline]
    pub(crate) fn row(&self, node: u32) -> std::ops::Range<usize> {
        let start = self.starts.get(node as usize).copied().unwrap_or(0) as usize;
        let end = self.starts.get(node as usize + 1).copied().map_or(start, |end| end as usize);
        start..end
    }

    /// Where the arcs of a node lead, in rising order.
    #[inline]
    pub(crate) fn heads(&self, node: u32) -> &[u32] {
        self.heads.get(self.row(node)).unwrap_or_default()
    }

    /// Where all arcs lead, by position.
    pub(crate) fn all_heads(&self) -> &[u32] {
        &self.heads
    }

    /// The weights of the arcs of a node, in the order of [`Graph::heads`]; empty without weights.
    #[inline]
    pub(crate) fn weights(&self, node: u32) -> &[f64] {
        self.weights.get(self.row(node)).unwrap_or_default()
    }

    /// The same arcs by the node they reach.
    pub(crate) fn reversed(&self) -> Self {
        let starts = row_starts(self.nodes() as usize, self.heads.iter().copied());
        let mut next = starts.clone();
        let mut heads = vec![0_u32; self.heads.len()];
        let mut weights = vec![0.0; self.weights.len()];
        for from in 0..self.nodes() {
            for arc in self.row(from) {
                let Some(slot) = self.heads.get(arc).and_then(|&head| next.get_mut(head as usize))
                else {
                    continue;
                };
                let place = *slot as usize;
                *slot += 1;
                if let Some(head) = heads.get_mut(place) {
                    *head = from;
                }
                if let (Some(own), Some(&weight)) = (weights.get_mut(place), self.weights.get(arc))
                {
                    *own = weight;
                }
            }
        }
        Self { starts, heads, weights }
    }
}
