//! Who sees whom.

use super::parameters::{SearchNetwork, SearchParameters};
use crate::explore::landscape::Subject;
use crate::random::{Stream, Threshold};

/// How often a random network is drawn again before its parts are joined instead.
const DRAWS: u32 = 50;

/// For everybody, in order, those they see, in order. Sight is mutual.
#[derive(Debug, Clone, Default)]
pub(super) struct Sight {
    starts: Vec<u32>,
    seen: Vec<u32>,
    /// All see each other, and the lists are empty.
    everybody: bool,
    ties: Vec<(u32, u32)>,
}

impl Sight {
    /// Whether it differs between replicates.
    pub(super) fn is_drawn(network: SearchNetwork) -> bool {
        matches!(network, SearchNetwork::Random | SearchNetwork::Groups)
    }

    /// Lays the network of a replicate.
    pub(super) fn lay(&mut self, parameters: &SearchParameters, seed: u64, replicate: u32) {
        let agents = parameters.agents;
        let mut stream = Subject::Sight.stream(seed, replicate);
        self.everybody = parameters.network == SearchNetwork::Complete;
        self.ties.clear();
        match parameters.network {
            SearchNetwork::Complete => {}
            SearchNetwork::Line => self.ties.extend((1..agents).map(|one| (one - 1, one))),
            SearchNetwork::Ring => {
                self.ties.extend((1..agents).map(|one| (one - 1, one)));
                if agents > 2 {
                    self.ties.push((0, agents - 1));
                }
            }
            SearchNetwork::Given => {
                self.ties.extend(parameters.ties.iter().map(|[one, other]| (*one, *other)));
            }
            SearchNetwork::Random => {
                self.draw_connected(agents, Threshold::new(parameters.density), &mut stream);
            }
            SearchNetwork::Groups => {
                let rewired = Threshold::new(parameters.rewiring);
                self.draw_groups(agents, parameters.group_size, rewired, &mut stream);
            }
        }
        self.index(agents);
    }

    /// Each tie with the same chance, until all are connected; after too many draws the parts
    /// are joined by a tie from each to the one before.
    fn draw_connected(&mut self, agents: u32, density: Threshold, stream: &mut Stream) {
        let mut parts = Vec::new();
        for _ in 0..DRAWS {
            self.ties.clear();
            for one in 0..agents {
                for other in one + 1..agents {
                    if stream.chance(density) {
                        self.ties.push((one, other));
                    }
                }
            }
            parts = heads(agents, &self.ties);
            if parts.len() <= 1 {
                return;
            }
        }
        let joints = parts.iter().zip(parts.iter().skip(1)).map(|(one, other)| (*one, *other));
        self.ties.extend(joints);
    }

    /// Complete silos; a tie that leads outside starts at one of its two people and ends at
    /// anybody of another silo.
    fn draw_groups(&mut self, agents: u32, size: u32, rewired: Threshold, stream: &mut Stream) {
        for one in 0..agents {
            let group = one / size;
            let from = group * size;
            let end = from.saturating_add(size).min(agents);
            for other in one + 1..end {
                let outside = agents - (end - from);
                if outside > 0 && stream.chance(rewired) {
                    let keeps = if stream.below(2) == 0 { one } else { other };
                    let drawn = stream.below(outside);
                    self.ties.push((keeps, if drawn < from { drawn } else { drawn + end - from }));
                } else {
                    self.ties.push((one, other));
                }
            }
        }
    }

    /// Turns ties into lists, each in order and without doubles.
    fn index(&mut self, agents: u32) {
        let mut arcs: Vec<(u32, u32)> =
            self.ties.iter().flat_map(|(one, other)| [(*one, *other), (*other, *one)]).collect();
        arcs.sort_unstable();
        arcs.dedup();
        self.starts.clear();
        self.seen.clear();
        let mut next = arcs.iter().peekable();
        for one in 0..agents {
            self.starts.push(self.seen.len() as u32);
            while let Some((_, other)) = next.next_if(|(from, _)| *from == one) {
                self.seen.push(*other);
            }
        }
        self.starts.push(self.seen.len() as u32);
    }

    /// Whether all see each other; [`of`](Self::of) is then empty.
    pub(super) fn everybody(&self) -> bool {
        self.everybody
    }

    /// Those whom somebody sees.
    #[inline]
    pub(super) fn of(&self, one: usize) -> &[u32] {
        let (Some(&from), Some(&to)) = (self.starts.get(one), self.starts.get(one + 1)) else {
            return &[];
        };
        self.seen.get(from as usize..to as usize).unwrap_or_default()
    }
}

/// The first person of each connected part, in order.
fn heads(agents: u32, ties: &[(u32, u32)]) -> Vec<u32> {
    let mut leader: Vec<u32> = (0..agents).collect();
    for (one, other) in ties {
        let (one, other) = (find(&mut leader, *one), find(&mut leader, *other));
        let (low, high) = (one.min(other), one.max(other));
        if let Some(leader) = leader.get_mut(high as usize) {
            *leader = low;
        }
    }
    (0..agents).filter(|one| leader.get(*one as usize) == Some(one)).collect()
}

/// Who leads a part, with paths halved on the way.
fn find(leader: &mut [u32], mut one: u32) -> u32 {
    loop {
        let above = leader.get(one as usize).copied().unwrap_or(one);
        if above == one {
            return one;
        }
        let further = leader.get(above as usize).copied().unwrap_or(above);
        if let Some(own) = leader.get_mut(one as usize) {
            *own = further;
        }
        one = further;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn laid(parameters: &SearchParameters, replicate: u32) -> Sight {
        let mut sight = Sight::default();
        sight.lay(parameters, 9, replicate);
        sight
    }

    proptest! {
        /// Sight is mutual, in order, and nobody sees themselves.
        #[test]
        fn sight_is_mutual(
            agents in 1_u32..60,
            network in prop::sample::select(vec![
                SearchNetwork::Line,
                SearchNetwork::Ring,
                SearchNetwork::Random,
                SearchNetwork::Groups,
            ]),
            density in 0.0..1.0,
            group_size in 1_u32..70,
            rewiring in 0.0..=1.0,
            replicate: u32,
        ) {
            let parameters = SearchParameters {
                agents, network, density, group_size, rewiring, ..Default::default()
            };
            let sight = laid(&parameters, replicate);
            for one in 0..agents {
                let seen = sight.of(one as usize);
                prop_assert!(seen.windows(2).all(|pair| pair[0] < pair[1]));
                for other in seen {
                    prop_assert!(*other != one && *other < agents);
                    prop_assert!(sight.of(*other as usize).contains(&one));
                }
            }
            if network != SearchNetwork::Groups {
                prop_assert_eq!(heads(agents, &sight.ties), vec![0]);
            }
        }
    }

    #[test]
    fn a_line_has_ends_and_a_ring_has_none() {
        let of = |network| laid(&SearchParameters { network, ..Default::default() }, 0);
        let degrees = |sight: &Sight| -> Vec<usize> {
            [0, 50, 99].iter().map(|one| sight.of(*one).len()).collect()
        };
        assert_eq!(degrees(&of(SearchNetwork::Line)), [1, 2, 1]);
        assert_eq!(degrees(&of(SearchNetwork::Ring)), [2, 2, 2]);
    }

    #[test]
    fn silos_without_rewiring_are_closed() {
        let network = SearchNetwork::Groups;
        let sight = laid(&SearchParameters { network, agents: 25, ..Default::default() }, 0);
        assert_eq!(sight.of(0), (1..10).collect::<Vec<u32>>());
        assert_eq!(sight.of(24), (20..24).collect::<Vec<u32>>());
    }

    #[test]
    fn rewired_ties_all_lead_outside() {
        let network = SearchNetwork::Groups;
        let parameters =
            SearchParameters { network, agents: 25, rewiring: 1.0, ..Default::default() };
        let sight = laid(&parameters, 0);
        for one in 0..25_u32 {
            assert!(sight.of(one as usize).iter().all(|other| other / 10 != one / 10));
        }
    }
}
