//! The team of those best alone against a team drawn by lot.

use super::parameters::DiversityParameters;
use super::reach::Reach;
use super::ring;
use super::team::{Team, percent};
use crate::explore::landscape::Subject;
use crate::explore::record::{Model, Outcome, Record};
use crate::random::Stream;

/// The model, with its parameters checked.
#[derive(Debug)]
pub(crate) struct Contest {
    parameters: DiversityParameters,
    outcomes: Vec<Outcome>,
    /// One agent of each circle of steps, the one that begins with the shortest. Agent `a`
    /// belongs to circle `a / k` and begins with its step `a mod k`.
    circles: Vec<Vec<u32>>,
    reach: Reach,
    team: Team,
    /// What each agent reaches alone, summed over all places.
    alone: Vec<(u64, u32)>,
}

impl Contest {
    pub(super) fn new(parameters: &DiversityParameters) -> Self {
        let of = |name, most| Outcome { name, least: 0.0, most, course: false };
        Self {
            outcomes: vec![
                of("best", 100.0),
                of("random", 100.0),
                of("randomWins", 1.0),
                of("ablest", 100.0),
                of("bestDiversity", 1.0),
                of("randomDiversity", 1.0),
            ],
            circles: circles(parameters.longest_step, parameters.steps),
            reach: Reach::default(),
            team: Team::default(),
            alone: Vec::new(),
            parameters: parameters.clone(),
        }
    }

    /// The steps of an agent, in its order.
    fn steps(&self, agent: u32) -> Vec<u32> {
        let circle = self.circles.get((agent / self.parameters.steps) as usize);
        let mut steps = circle.cloned().unwrap_or_default();
        steps.rotate_left((agent % self.parameters.steps) as usize);
        steps
    }

    /// Lets a team search; gives its performance and its diversity.
    fn search(&mut self, agents: &[u32]) -> [f64; 2] {
        self.team.clear();
        for &agent in agents {
            let steps = self.steps(agent);
            self.team.join(steps, &mut self.reach);
        }
        let DiversityParameters { dynamics, places, .. } = self.parameters;
        [self.team.performance(dynamics, &self.reach, places), self.team.diversity()]
    }

    /// Lets everybody search alone, and puts them in order: the ablest first, among equals
    /// the lower number. Costs `n`·`k` looks for each circle of steps.
    fn rank(&mut self) {
        self.alone.clear();
        for (circle, steps) in (0..).zip(&self.circles) {
            let sums = self.reach.climb(steps);
            let agents = (circle * self.parameters.steps)..;
            self.alone.extend(sums.into_iter().zip(agents).take(steps.len()));
        }
        self.alone.sort_unstable_by_key(|(sum, agent)| (std::cmp::Reverse(*sum), *agent));
    }
}

impl Model for Contest {
    fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        record.clear(self.outcomes.len());
        let DiversityParameters { places, longest_step, team, smoothness, .. } = self.parameters;
        let mut stream = Subject::Ring.stream(seed, replicate);
        ring::draw(places, smoothness, &mut stream, self.reach.values_mut());
        self.reach.prepare(longest_step);
        self.rank();
        let ablest = self.alone.first().map_or(0, |(sum, _)| *sum);
        let ablest_team: Vec<u32> =
            self.alone.iter().take(team as usize).map(|(_, agent)| *agent).collect();
        let agents = self.parameters.agents();
        let lot = lot(agents, team, &mut Subject::Team.stream(seed, replicate));
        let [best, best_diversity] = self.search(&ablest_team);
        let [random, random_diversity] = self.search(&lot);
        let wins = if random > best {
            1.0
        } else if random == best {
            0.5
        } else {
            0.0
        };
        let ablest = percent(ablest, places);
        record.values.extend([best, random, wins, ablest, best_diversity, random_diversity]);
    }
}

/// A team drawn by lot: different agents, in the order drawn.
fn lot(agents: u32, team: u32, stream: &mut Stream) -> Vec<u32> {
    let mut lot = Vec::with_capacity(team as usize);
    while lot.len() < team.min(agents) as usize {
        let agent = stream.below(agents);
        if !lot.contains(&agent) {
            lot.push(agent);
        }
    }
    lot
}

/// Ordered choices of different steps that begin with their shortest.
fn circles(longest: u32, steps: u32) -> Vec<Vec<u32>> {
    let mut circles: Vec<Vec<u32>> = (1..=longest).map(|first| vec![first]).collect();
    for _ in 1..steps {
        let longer = circles.iter().flat_map(|circle| {
            let shortest = circle.first().copied().unwrap_or(0);
            let further = (shortest + 1..=longest).filter(|step| !circle.contains(step));
            further.map(|step| [circle.as_slice(), &[step]].concat())
        });
        circles = longer.collect();
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::super::parameters::TeamDynamics;
    use super::*;
    use std::collections::BTreeSet;

    fn played(parameters: &DiversityParameters, replicate: u32) -> Vec<f64> {
        let mut record = Record::default();
        parameters.check("").unwrap().play(3, replicate, &mut record);
        record.values
    }

    fn small() -> DiversityParameters {
        DiversityParameters { places: 300, longest_step: 8, team: 5, ..Default::default() }
    }

    #[test]
    fn agents_are_all_ordered_choices_of_different_steps() {
        for (longest_step, steps) in [(12, 3), (5, 4), (4, 1), (3, 2), (4, 4)] {
            let parameters = DiversityParameters { longest_step, steps, team: 1, ..small() };
            let contest = parameters.check("").unwrap();
            let all: BTreeSet<Vec<u32>> =
                (0..parameters.agents()).map(|agent| contest.steps(agent)).collect();
            assert_eq!(all.len(), parameters.agents() as usize);
            for steps in all {
                let different: BTreeSet<u32> = steps.iter().copied().collect();
                assert_eq!(different.len(), steps.len());
                assert!(different.iter().all(|step| (1..=longest_step).contains(step)));
            }
        }
    }

    #[test]
    fn a_lot_names_nobody_twice() {
        let mut lot = lot(6, 6, &mut Subject::Team.stream(1, 0));
        lot.sort_unstable();
        assert_eq!(lot, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn outcomes_keep_their_range_and_do_not_depend_on_what_was_played_before() {
        for dynamics in [TeamDynamics::Relay, TeamDynamics::Tournament] {
            for smoothness in [1, 4, 1000] {
                let parameters = DiversityParameters { dynamics, smoothness, ..small() };
                let mut contest = parameters.check("").unwrap();
                let mut record = Record::default();
                for replicate in 0..20 {
                    contest.play(3, replicate, &mut record);
                    assert_eq!(record.values, played(&parameters, replicate));
                    for (outcome, value) in contest.outcomes().iter().zip(&record.values) {
                        assert!((outcome.least..=outcome.most).contains(value));
                    }
                }
            }
        }
    }

    /// With everybody in both teams, they differ in their order alone; with one agent each,
    /// the team of the best is the ablest.
    #[test]
    fn a_team_of_one_performs_as_the_ablest() {
        let parameters = DiversityParameters { team: 1, ..small() };
        for replicate in 0..10 {
            let values = played(&parameters, replicate);
            assert_eq!(values[0], values[3]);
            assert!(values[1] <= values[3]);
        }
    }

    /// Where every value is drawn, the team by lot finds more; on slopes it does not.
    #[test]
    fn smooth_problems_turn_the_result_round() {
        let lead = |smoothness| {
            let parameters = DiversityParameters { smoothness, ..Default::default() };
            let mut contest = parameters.check("").unwrap();
            let mut record = Record::default();
            let leads = (0..12).map(|replicate| {
                contest.play(3, replicate, &mut record);
                record.values[1] - record.values[0]
            });
            leads.sum::<f64>() / 12.0
        };
        assert!(lead(1) > 1.0);
        assert!(lead(8) < 0.0);
    }
}
