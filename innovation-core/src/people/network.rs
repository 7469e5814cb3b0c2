//! Weighted ties as a compact sparse graph.

/// An undirected weighted graph: for each person the others they have a tie with.
///
/// Compressed rows: memory grows with people and ties. A tie of weight 0 is no tie.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    starts: Vec<u32>,
    others: Vec<u32>,
    weights: Vec<f64>,
}

impl Network {
    /// A network of `people` nodes from ties `(a, b, weight)`, each pair named once.
    ///
    /// Ties that name a node outside `0..people` are left out; callers check before.
    #[must_use]
    pub fn new(people: usize, ties: &[(u32, u32, f64)]) -> Self {
        let real = |&&(a, b, weight): &&(u32, u32, f64)| {
            weight > 0.0 && a != b && (a as usize) < people && (b as usize) < people
        };
        let mut arcs: Vec<(u32, u32, f64)> = Vec::with_capacity(2 * ties.len());
        for &(a, b, weight) in ties.iter().filter(real) {
            arcs.push((a, b, weight));
            arcs.push((b, a, weight));
        }
        arcs.sort_unstable_by_key(|&(from, to, _)| (from, to));
        let starts = row_starts(people, arcs.iter().map(|arc| arc.0));
        Self {
            starts,
            others: arcs.iter().map(|arc| arc.1).collect(),
            weights: arcs.iter().map(|arc| arc.2).collect(),
        }
    }

    /// Number of people.
    #[must_use]
    pub fn people(&self) -> usize {
        self.starts.len() - 1
    }

    /// Number of ties.
    #[must_use]
    pub fn ties(&self) -> usize {
        self.others.len() / 2
    }

    /// The slots of a person: positions in the list of arcs, two for each tie.
    #[must_use]
    pub fn slots(&self, person: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(person).copied().unwrap_or(0) as usize;
        let end = self.starts.get(person + 1).copied().map_or(start, |end| end as usize);
        start..end
    }

    /// Number of arcs: twice the ties.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.others.len()
    }

    /// The others whom a person has ties with, in rising order, and the weights.
    pub fn neighbours(&self, person: usize) -> impl Iterator<Item = (usize, f64)> {
        let slots = self.slots(person);
        let others = self.others.get(slots.clone()).unwrap_or_default();
        let weights = self.weights.get(slots).unwrap_or_default();
        others.iter().map(|&other| other as usize).zip(weights.iter().copied())
    }

    /// Number of ties of a person.
    #[must_use]
    pub fn degree(&self, person: usize) -> usize {
        self.slots(person).len()
    }

    /// The slot of the arc from one person to another; [`arcs`](Self::arcs) where there is none.
    #[must_use]
    pub fn slot(&self, from: usize, to: usize) -> usize {
        let slots = self.slots(from);
        let others = self.others.get(slots.clone()).unwrap_or_default();
        let found = u32::try_from(to).ok().and_then(|to| others.binary_search(&to).ok());
        found.map_or(self.arcs(), |at| slots.start + at)
    }

    /// Weight of the tie of two people; 0 where there is none.
    #[must_use]
    pub fn weight(&self, a: usize, b: usize) -> f64 {
        self.weights.get(self.slot(a, b)).copied().unwrap_or(0.0)
    }

    /// Every tie once, as `(a, b, weight)` with a < b, in rising order.
    pub fn each_tie(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        (0..self.people()).flat_map(move |a| {
            self.neighbours(a).filter(move |&(b, _)| a < b).map(move |(b, weight)| (a, b, weight))
        })
    }
}

/// Where each row of a compressed matrix starts, and where the last one ends, from the row of
/// each entry.
pub(crate) fn row_starts(rows: usize, entries: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0; rows + 1];
    for row in entries {
        if let Some(count) = starts.get_mut(row as usize + 1) {
            *count += 1;
        }
    }
    let mut total = 0;
    for start in &mut starts {
        total += *start;
        *start = total;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_seen_from_both_sides() {
        let network = Network::new(4, &[(2, 0, 1.5), (1, 2, 2.0), (3, 1, 0.0)]);
        assert_eq!((network.people(), network.ties()), (4, 2));
        assert_eq!(network.neighbours(2).collect::<Vec<_>>(), [(0, 1.5), (1, 2.0)]);
        assert_eq!(network.weight(0, 2), 1.5);
        assert_eq!(network.weight(1, 3), 0.0);
        assert_eq!(network.each_tie().collect::<Vec<_>>(), [(0, 2, 1.5), (1, 2, 2.0)]);
        assert_eq!(network.degree(3), 0);
    }
}
