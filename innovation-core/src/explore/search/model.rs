//! Search on a network, step by step.

use super::parameters::{SearchParameters, SearchRule};
use super::rule::{Rule, Standing};
use super::sight::Sight;
use crate::explore::landscape::{Distinct, Subject, Summit, Surface};
use crate::explore::record::{Model, Outcome, Record};

/// The model, with its parameters checked.
#[derive(Debug)]
pub(crate) struct NetworkSearch {
    parameters: SearchParameters,
    outcomes: Vec<Outcome>,
    surface: Surface,
    summit: Summit,
    sight: Sight,
    rule: Rule,
    distinct: Distinct,
    /// How everybody stands when a step begins.
    now: Standing,
    /// How everybody stands when it ends.
    next: Standing,
}

impl NetworkSearch {
    pub(super) fn new(parameters: &SearchParameters) -> Self {
        let SearchParameters { loci, interactions, scheme, agents, steps, score, .. } = *parameters;
        let course = |name, most| Outcome { name, least: 0.0, most, course: true };
        let single = |name, most| Outcome { name, least: 0.0, most, course: false };
        let mut outcomes =
            vec![course("fitness", 1.0), course("best", 1.0), course("forms", f64::from(agents))];
        if score {
            outcomes.push(course("score", 1.0));
        }
        outcomes.push(single("lastChange", f64::from(steps)));
        if score {
            outcomes.push(single("summitFound", 1.0));
        }
        let mut sight = Sight::default();
        if !Sight::is_drawn(parameters.network) {
            sight.lay(parameters, 0, 0);
        }
        Self {
            outcomes,
            surface: Surface::new(loci, interactions, scheme),
            summit: Summit::default(),
            sight,
            rule: Rule::new(parameters),
            distinct: Distinct::of(agents as usize),
            now: Standing::default(),
            next: Standing::default(),
            parameters: parameters.clone(),
        }
    }

    /// Draws landscape, network and where everybody starts.
    fn start(&mut self, seed: u64, replicate: u32) {
        self.surface.draw(seed, replicate);
        if Sight::is_drawn(self.parameters.network) {
            self.sight.lay(&self.parameters, seed, replicate);
        }
        let agents = self.parameters.agents;
        let start = Subject::Start.draws(seed, replicate);
        self.now.forms.clear();
        self.now.forms.extend((0..agents).map(|one| self.surface.form(start.at(one.into()))));
        self.now.heights.clear();
        self.now.heights.extend(self.now.forms.iter().map(|form| self.surface.height(*form)));
        self.now.tried.clear();
        self.now.tried.resize(agents as usize, 0);
    }

    /// Everybody follows or tries at once; says whether anybody moved. Costs one look and at
    /// most one flip for each.
    fn step(&mut self, seed: u64, replicate: u32, step: u32) -> bool {
        let looks = Subject::Looks.draws(seed, replicate);
        let moves = Subject::Moves.draws(seed, replicate);
        let from = u64::from(step) * u64::from(self.parameters.agents);
        self.rule.begin(&self.now);
        self.next.clone_from(&self.now);
        let mut moved = false;
        let Standing { forms, heights, tried } = &mut self.next;
        let ends = forms.iter_mut().zip(heights).zip(tried);
        for (one, ((form, height), tried)) in ends.enumerate() {
            let place = from + one as u64;
            let leader = self.rule.leader(one, &self.sight, &self.now, looks, place);
            let seen = leader.map_or((0, 0, 0), |leader| self.now.of(leader));
            if leader.is_some() && seen.1 > *height {
                (*form, *height, *tried) = seen;
                moved = true;
                continue;
            }
            let bit = moves.below(place, self.parameters.loci);
            if (*tried >> bit) & 1 == 1 {
                continue;
            }
            let rise = self.surface.rise(*form, bit);
            if rise > 0 {
                (*form, *height, *tried) = (*form ^ (1 << bit), *height + rise, 0);
                moved = true;
            } else {
                *tried |= 1 << bit;
            }
        }
        std::mem::swap(&mut self.now, &mut self.next);
        moved
    }

    /// Whether nobody can move any more: nobody sees anything better that they could follow, and
    /// all are on optima.
    fn is_settled(&self) -> bool {
        let heights = &self.now.heights;
        let highest = heights.iter().copied().max().unwrap_or(0);
        let alone = self.parameters.rule == SearchRule::Alone;
        let content = alone
            || heights.iter().enumerate().all(|(one, own)| match self.sight.everybody() {
                true => *own == highest,
                false => {
                    let mut seen = self.sight.of(one).iter();
                    seen.all(|other| {
                        heights.get(*other as usize).is_none_or(|height| height <= own)
                    })
                }
            });
        content
            && self.now.forms.iter().zip(&self.now.tried).all(|(form, tried)| {
                let mut left = (0..self.parameters.loci).filter(|bit| (tried >> bit) & 1 == 0);
                left.all(|bit| self.surface.rise(*form, bit) <= 0)
            })
    }

    /// Adds how the population stands to its course.
    fn note(&mut self, record: &mut Record) {
        let agents = f64::from(self.parameters.agents);
        let total: i64 = self.now.heights.iter().sum();
        let highest = self.now.heights.iter().copied().max().unwrap_or(0);
        let numbers = [
            self.surface.fitness(total) / agents,
            self.surface.fitness(highest),
            f64::from(self.distinct.count(&self.now.forms)),
        ];
        for (course, number) in record.series.iter_mut().zip(numbers) {
            course.push(number);
        }
        if self.parameters.score
            && let Some(course) = record.series.get_mut(numbers.len())
        {
            let heights = self.now.heights.iter();
            let sum: f64 = heights.map(|height| eighth_power(self.surface.fitness(*height))).sum();
            course.push(sum / agents);
        }
    }

    /// Sets the eighth powers of the course against that of the summit; says whether somebody
    /// stands on it.
    fn score(&mut self, record: &mut Record) -> bool {
        let highest = self.now.heights.iter().copied().max().unwrap_or(0);
        let summit = self.summit.height(&self.surface, highest);
        let most = eighth_power(self.surface.fitness(summit));
        if let Some(course) = record.series.get_mut(3) {
            for score in course {
                *score = if most > 0.0 { (*score / most).min(1.0) } else { 1.0 };
            }
        }
        highest == summit
    }
}

/// A number to the power of eight.
fn eighth_power(number: f64) -> f64 {
    let square = number * number;
    let fourth = square * square;
    fourth * fourth
}

impl Model for NetworkSearch {
    fn outcomes(&self) -> &[Outcome] {
        &self.outcomes
    }

    fn play(&mut self, seed: u64, replicate: u32, record: &mut Record) {
        record.clear(self.outcomes.len());
        self.start(seed, replicate);
        self.note(record);
        let steps = self.parameters.steps;
        let mut last = 0;
        let mut looked = false;
        for step in 0..steps {
            if self.step(seed, replicate, step) {
                (last, looked) = (step + 1, false);
            } else if !looked {
                // Until somebody moves, the answer stays the same.
                looked = true;
                if self.is_settled() {
                    break;
                }
            }
            self.note(record);
        }
        for course in &mut record.series {
            if let Some(end) = course.last().copied() {
                course.resize(steps as usize + 1, end);
            }
        }
        let found = self.parameters.score.then(|| self.score(record));
        record.values.extend(record.series.iter().filter_map(|course| course.last().copied()));
        record.values.push(f64::from(last));
        record.values.extend(found.map(|found| if found { 1.0 } else { 0.0 }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::parameters::SearchNetwork;
    use super::*;
    use crate::explore::landscape::InteractionScheme;
    use proptest::prelude::*;

    fn played(parameters: &SearchParameters, replicate: u32) -> Record {
        let mut record = Record::default();
        parameters.check("").unwrap().play(5, replicate, &mut record);
        record
    }

    /// The model as its sentence says it, without any short cut: best member or alone.
    fn by_the_book(parameters: &SearchParameters, replicate: u32) -> Vec<f64> {
        let mut model = parameters.check("").unwrap();
        model.start(5, replicate);
        let moves = Subject::Moves.draws(5, replicate);
        let (surface, mut forms) = (&model.surface, model.now.forms.clone());
        let mean = |forms: &[u64]| {
            let total: i64 = forms.iter().map(|form| surface.height(*form)).sum();
            surface.fitness(total) / f64::from(parameters.agents)
        };
        let mut course = vec![mean(&forms)];
        for step in 0..parameters.steps {
            let before = forms.clone();
            for (one, own) in before.iter().enumerate() {
                let everybody: Vec<u32> = (0..parameters.agents).collect();
                let seen = if model.sight.everybody() { &everybody } else { model.sight.of(one) };
                let mut best = *own;
                for other in seen {
                    let form = before[*other as usize];
                    if parameters.rule == SearchRule::BestMember
                        && surface.height(form) > surface.height(best)
                    {
                        best = form;
                    }
                }
                if best == *own {
                    let place = u64::from(step) * u64::from(parameters.agents) + one as u64;
                    let tried = own ^ (1 << moves.below(place, parameters.loci));
                    if surface.height(tried) > surface.height(*own) {
                        best = tried;
                    }
                }
                forms[one] = best;
            }
            course.push(mean(&forms));
        }
        course
    }

    fn any_network() -> impl Strategy<Value = SearchNetwork> {
        prop::sample::select(vec![
            SearchNetwork::Line,
            SearchNetwork::Ring,
            SearchNetwork::Random,
            SearchNetwork::Groups,
            SearchNetwork::Complete,
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// Short cuts change nothing.
        #[test]
        fn short_cuts_change_nothing(
            network in any_network(),
            alone: bool,
            agents in 1_u32..25,
            interactions in 0_u32..10,
            replicate: u32,
        ) {
            let parameters = SearchParameters {
                loci: 10,
                interactions,
                agents,
                steps: 60,
                network,
                rule: if alone { SearchRule::Alone } else { SearchRule::BestMember },
                ..Default::default()
            };
            prop_assert_eq!(&played(&parameters, replicate).series[0], &by_the_book(&parameters, replicate));
        }

        /// Under every rule nobody falls, all stays within its range, and a replicate is the
        /// same after others.
        #[test]
        fn nobody_ever_falls(
            network in any_network(),
            rule in prop::sample::select(vec![
                SearchRule::BestMember,
                SearchRule::Conformist,
                SearchRule::Random,
                SearchRule::Alone,
            ]),
            sample in 0_u32..6,
            random: bool,
            agents in 1_u32..30,
            replicate: u32,
        ) {
            let parameters = SearchParameters {
                loci: 8,
                interactions: 3,
                scheme: if random { InteractionScheme::Random } else { InteractionScheme::Adjacent },
                agents,
                steps: 40,
                network,
                rule,
                sample,
                score: true,
                ..Default::default()
            };
            let mut model = parameters.check("").unwrap();
            let (mut other, mut record) = (Record::default(), Record::default());
            model.play(5, 0, &mut other);
            model.play(5, replicate, &mut record);
            let fresh = played(&parameters, replicate);
            prop_assert_eq!(&record.values, &fresh.values);
            prop_assert_eq!(&record.series, &fresh.series);
            prop_assert_eq!(record.values.len(), model.outcomes().len());
            for (outcome, course) in model.outcomes().iter().zip(&record.series) {
                prop_assert_eq!(course.len(), if outcome.course { 41 } else { 0 });
                prop_assert!(course.iter().all(|x| (outcome.least..=outcome.most).contains(x)));
            }
            for (outcome, value) in model.outcomes().iter().zip(&record.values) {
                prop_assert!((outcome.least..=outcome.most).contains(value));
            }
            for course in [0, 1, 3].map(|at| &record.series[at]) {
                prop_assert!(course.windows(2).all(|pair| pair[0] <= pair[1]));
            }
        }
    }

    /// On a landscape without interactions everybody ends on the one summit, whatever they see.
    #[test]
    fn on_a_smooth_landscape_the_network_does_not_matter() {
        for network in [SearchNetwork::Line, SearchNetwork::Complete, SearchNetwork::Groups] {
            let parameters = SearchParameters {
                interactions: 0,
                network,
                score: true,
                steps: 1000,
                ..Default::default()
            };
            let record = played(&parameters, 1);
            assert_eq!(record.values[2..4], [1.0, 1.0]);
            assert_eq!(record.values[5], 1.0);
        }
    }

    /// Networks share landscape and start.
    #[test]
    fn networks_share_landscape_and_start() {
        let start = |network| {
            played(&SearchParameters { network, steps: 1, ..Default::default() }, 7).series[0][0]
        };
        assert_eq!(start(SearchNetwork::Line), start(SearchNetwork::Complete));
        assert_eq!(start(SearchNetwork::Line), start(SearchNetwork::Random));
    }

    /// Mean scores at some steps over 40 replicates.
    fn scores<const N: usize>(parameters: &SearchParameters, steps: [usize; N]) -> [f64; N] {
        let mut model = parameters.check("").unwrap();
        let mut record = Record::default();
        let mut sums = [0.0; N];
        for replicate in 0..40 {
            model.play(5, replicate, &mut record);
            for (sum, step) in sums.iter_mut().zip(steps) {
                *sum += record.series[3][step] / 40.0;
            }
        }
        sums
    }

    /// What is seen by all spreads at once and is soon all there is; on a line there is more to
    /// find for longer.
    #[test]
    fn the_complete_network_leads_early_and_falls_behind() {
        let of = |network| {
            scores(&SearchParameters { network, score: true, ..Default::default() }, [5, 200])
        };
        let [line, complete] = [SearchNetwork::Line, SearchNetwork::Complete].map(of);
        assert!(complete[0] > line[0] + 0.1 && complete[1] < line[1] - 0.1);
    }

    /// Those who follow the best do better on a ring, those who follow the many where all see
    /// each other.
    #[test]
    fn the_learning_rule_turns_the_result_round() {
        let of = |rule, network| {
            let parameters = SearchParameters {
                loci: 15,
                interactions: 7,
                scheme: InteractionScheme::Random,
                rule,
                sample: 3,
                network,
                score: true,
                ..Default::default()
            };
            scores(&parameters, [200])[0]
        };
        let lead = |rule| of(rule, SearchNetwork::Ring) - of(rule, SearchNetwork::Complete);
        assert!(lead(SearchRule::BestMember) > 0.1);
        assert!(lead(SearchRule::Conformist) < -0.1);
    }
}
