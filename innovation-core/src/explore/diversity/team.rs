//! Several agents who search together.

use super::parameters::TeamDynamics;
use super::reach::Reach;

/// A team: for each agent, in order, its steps and where it rests from every place.
#[derive(Debug, Clone, Default)]
pub(super) struct Team {
    members: Vec<(Vec<u32>, Vec<u32>)>,
}

impl Team {
    /// Dismisses everybody.
    pub(super) fn clear(&mut self) {
        self.members.clear();
    }

    /// An agent joins, with steps in the order in which it takes them.
    pub(super) fn join(&mut self, steps: Vec<u32>, reach: &mut Reach) {
        reach.climb(&steps);
        let rests = reach.rests(0).collect();
        self.members.push((steps, rests));
    }

    /// The mean value that the team reaches over all places to start from, 0 to 100.
    pub(super) fn performance(&self, dynamics: TeamDynamics, reach: &Reach, places: u32) -> f64 {
        let reached = (0..places).map(|start| {
            u64::from(reach.value(match dynamics {
                TeamDynamics::Relay => self.relay(start),
                TeamDynamics::Tournament => self.tournament(start, reach),
            }))
        });
        percent(reached.sum(), places)
    }

    /// One after the other, until each in turn has failed to move. Whoever has just come to
    /// rest has failed already.
    fn relay(&self, start: u32) -> u32 {
        let (mut place, mut failed) = (start, 0);
        for (_, rests) in self.members.iter().cycle() {
            let rest = rests.get(place as usize).copied().unwrap_or(place);
            failed = if rest == place { failed + 1 } else { 1 };
            place = rest;
            if failed >= self.members.len() {
                break;
            }
        }
        place
    }

    /// All at once, then to the best of their places, until that is where they are.
    fn tournament(&self, start: u32, reach: &Reach) -> u32 {
        let mut place = start;
        loop {
            let mut best = place;
            for (_, rests) in &self.members {
                let rest = rests.get(place as usize).copied().unwrap_or(place);
                if reach.value(rest) > reach.value(best) {
                    best = rest;
                }
            }
            if best == place {
                return place;
            }
            place = best;
        }
    }

    /// The mean over pairs of the share of places in their order of steps where two agents
    /// differ, 0 to 1; 0 for a team of one.
    pub(super) fn diversity(&self) -> f64 {
        let (mut differ, mut all) = (0_u32, 0_u32);
        for (at, (one, _)) in self.members.iter().enumerate() {
            for (other, _) in self.members.iter().skip(at + 1) {
                differ += one.iter().zip(other).filter(|(one, other)| one != other).count() as u32;
                all += one.len() as u32;
            }
        }
        if all == 0 { 0.0 } else { f64::from(differ) / f64::from(all) }
    }
}

/// A sum of values over all places as their mean, 0 to 100.
pub(super) fn percent(sum: u64, places: u32) -> f64 {
    100.0 * (sum as f64 / (f64::from(places.max(1)) * 4_294_967_296.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gathered(values: &[u32], agents: &[&[u32]]) -> (Team, Reach) {
        let mut reach = Reach::default();
        reach.values_mut().extend_from_slice(values);
        reach.prepare(12);
        let mut team = Team::default();
        for steps in agents {
            team.join(steps.to_vec(), &mut reach);
        }
        (team, reach)
    }

    proptest! {
        /// A team comes to rest where none of its members moves, no lower than any alone.
        #[test]
        fn a_team_rests_where_none_of_its_members_moves(
            values in prop::collection::vec(0_u32..1000, 13..60),
        ) {
            let (team, reach) = gathered(&values, &[&[1, 5, 3], &[2, 1, 7], &[12, 4, 9]]);
            for start in 0..values.len() as u32 {
                for place in [team.relay(start), team.tournament(start, &reach)] {
                    prop_assert!(team.members.iter().all(|(_, to)| to[place as usize] == place));
                }
                let best = team.members.iter().map(|(_, to)| reach.value(to[start as usize])).max();
                prop_assert!(Some(reach.value(team.tournament(start, &reach))) >= best);
                let first = reach.value(team.members[0].1[start as usize]);
                prop_assert!(reach.value(team.relay(start)) >= first);
            }
        }
    }

    #[test]
    fn a_team_of_one_is_that_one() {
        let values: Vec<u32> = (0..40).map(|place| place * 7919 % 41).collect();
        let (team, reach) = gathered(&values, &[&[3, 1, 8]]);
        for start in 0..40 {
            let rest = team.members[0].1[start as usize];
            assert_eq!((team.relay(start), team.tournament(start, &reach)), (rest, rest));
        }
        assert_eq!(team.diversity(), 0.0);
    }

    #[test]
    fn diversity_counts_places_in_the_order_of_steps() {
        let (team, _) = gathered(&[1; 20], &[&[1, 2, 3], &[1, 3, 2], &[4, 5, 6]]);
        assert_eq!(team.diversity(), 8.0 / 9.0);
    }
}
