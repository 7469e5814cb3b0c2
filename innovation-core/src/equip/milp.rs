//! The planner's model once more, as a mixed-integer programme for one session.
//!
//! Each gap between fixed blocks has positions, each with a card or with nothing up to its end.
//! Where a break comes before a position is a variable; the time at which a card starts is not:
//! the minutes of a gap add up, and so do those of any cards in a row without a break.

use super::model::{Candidate, Model, Place};
use super::{laws, plan};
use crate::error::Code;
use good_lp::{
    Constraint, Expression, ProblemVariables, ResolutionError, Solution, SolutionStatus,
    SolverModel, Variable, constraint, microlp, variable,
};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Cards of a request, and how many requests.
const CARDS: usize = 6;
const REQUESTS: u32 = 300;

/// What a position holds.
struct Position {
    gap: usize,
    /// For each candidate, whether it stands here.
    cards: Vec<Variable>,
    /// Whether a break comes before.
    rests: Variable,
}

struct Programme<'m> {
    model: &'m Model,
    variables: ProblemVariables,
    rows: Vec<Constraint>,
    positions: Vec<Position>,
    value: Expression,
}

/// The most that any programme of a model with one session is worth; `None` where there is none.
fn best(model: &Model) -> Option<i64> {
    if model.hopeless > 0 {
        return None;
    }
    let mut programme = Programme {
        model,
        variables: ProblemVariables::new(),
        rows: Vec::new(),
        positions: Vec::new(),
        value: Expression::from(0),
    };
    programme.lay();
    for gap in 0..model.sessions[0].gaps.len() {
        programme.time(gap);
    }
    programme.frame();
    programme.limits();
    programme.order();
    programme.points();
    let Programme { variables, rows, value, .. } = programme;
    let mut problem = variables.maximise(value.clone()).using(microlp);
    for row in rows {
        problem.add_constraint(row);
    }
    match problem.solve() {
        Ok(solution) => {
            assert!(matches!(solution.status(), SolutionStatus::Optimal), "no proof");
            Some(solution.eval(&value).round() as i64)
        }
        Err(ResolutionError::Infeasible) => None,
        Err(error) => panic!("{error}"),
    }
}

impl Programme<'_> {
    fn flag(&mut self) -> Variable {
        self.variables.add(variable().binary())
    }

    /// So many positions as a gap may hold cards, filled from the first.
    fn lay(&mut self) {
        let model = self.model;
        let pause = model.limits.transition;
        let mut lengths: Vec<u32> = model.candidates.iter().map(|card| card.shortest).collect();
        lengths.sort_unstable();
        for (gap, &(_, minutes)) in model.sessions[0].gaps.iter().enumerate() {
            let mut left = minutes + pause;
            let fits = |length: &&u32| {
                let fits = **length + pause <= left;
                left = left.saturating_sub(**length + pause);
                fits
            };
            let count = lengths.iter().take_while(fits).count();
            for at in 0..count {
                let cards = model.candidates.iter().map(|_| self.flag()).collect();
                let rests = self.flag();
                let last = self.positions.last().filter(|_| at > 0);
                let before = last.map_or(Expression::from(1), |last| sum(last, model, |_| 1));
                let position = Position { gap, cards, rests };
                self.rows.push(constraint!(sum(&position, model, |_| 1) <= before));
                // A break comes between two cards.
                let may = i32::from(at > 0 && model.rest.is_some()) * sum(&position, model, |_| 1);
                self.rows.push(constraint!(rests <= may));
                self.positions.push(position);
            }
        }
        for at in 0..model.candidates.len() {
            let places: Expression = self.positions.iter().map(|place| place.cards[at]).sum();
            let least = i32::from(model.candidates[at].wished);
            self.rows.push(constraint!(places.clone() <= 1));
            self.rows.push(constraint!(places >= least));
        }
    }

    /// Minutes of a gap, of the stretches in it, and lively cards in a row.
    fn time(&mut self, gap: usize) {
        let (model, limits) = (self.model, &self.model.limits);
        let places: Vec<&Position> =
            self.positions.iter().filter(|place| place.gap == gap).collect();
        let pause = limits.transition;
        let lost = model.rest.map_or(0, |rest| rest.1) + pause;
        let taken = |places: &[&Position]| -> Expression {
            places.iter().map(|place| sum(place, model, |card| card.shortest + pause)).sum()
        };
        let rests = |places: &[&Position]| -> Expression {
            places.iter().skip(1).map(|place| place.rests).sum()
        };
        let minutes = model.sessions[0].gaps[gap].1;
        let all = taken(&places) + rests(&places) * lost;
        self.rows.push(constraint!(all <= minutes + pause));
        for first in 0..places.len() {
            for last in first..places.len() {
                let row = &places[first..=last];
                let stretch = taken(row) - rests(row) * minutes;
                self.rows.push(constraint!(stretch <= limits.max_without_break + pause));
            }
        }
        let run = limits.energy_run as usize;
        for row in places.windows(run + 1) {
            let lively: Expression =
                row.iter().map(|place| sum(place, model, |card| u32::from(card.lively))).sum();
            self.rows.push(constraint!(lively - rests(row) <= limits.energy_run));
        }
    }

    /// An opening stands before all others, a closing after them.
    fn frame(&mut self) {
        let model = self.model;
        let room = &model.sessions[0];
        let of = |place: Place| move |card: &Candidate| u32::from(card.place == place);
        let all = |place| -> Expression {
            self.positions.iter().map(|position| sum(position, model, of(place))).sum()
        };
        self.rows.push(constraint!(all(Place::First) >= i32::from(room.opens)));
        self.rows.push(constraint!(all(Place::Last) >= i32::from(room.closes)));
        for (at, later) in self.positions.iter().enumerate() {
            for earlier in &self.positions[..at] {
                let before = sum(earlier, model, |_| 1) + sum(later, model, of(Place::First));
                let after = sum(earlier, model, of(Place::Last)) + sum(later, model, |_| 1);
                self.rows.push(constraint!(before <= 1));
                self.rows.push(constraint!(after <= 1));
            }
        }
    }

    fn limits(&mut self) {
        let (model, limits) = (self.model, &self.model.limits);
        let all = |weight: fn(&Candidate) -> u32| -> Expression {
            self.positions.iter().map(|position| sum(position, model, weight)).sum()
        };
        self.rows.push(constraint!(all(|card| card.burden) <= limits.patient_burden));
        if let Some(most) = limits.cards {
            self.rows.push(constraint!(all(|_| 1) <= most));
        }
    }

    /// Outcomes and safety that a card asks for come from cards before it.
    fn order(&mut self) {
        let model = self.model;
        for (at, here) in self.positions.iter().enumerate() {
            let before = &self.positions[..at];
            for outcome in 0..model.names.len() {
                let asks = sum(here, model, |card| (card.needs >> outcome & 1) as u32);
                let brings = |place| sum(place, model, |card| (card.yields >> outcome & 1) as u32);
                let brought: Expression = before.iter().map(brings).sum();
                self.rows.push(constraint!(asks <= brought));
            }
            let asks = sum(here, model, |card| card.demand.saturating_sub(model.safety));
            let raised: Expression =
                before.iter().map(|place| sum(place, model, |card| card.raises)).sum();
            self.rows.push(constraint!(asks <= raised));
        }
    }

    /// The goal, and what the programme is worth.
    fn points(&mut self) {
        let model = self.model;
        let chosen = |positions: &[Position], at: usize| -> Expression {
            positions.iter().map(|place| place.cards[at]).sum()
        };
        for outcome in (0..model.names.len()).filter(|outcome| model.goal >> outcome & 1 == 1) {
            let brings = |card: &Candidate| (card.yields >> outcome & 1) as u32;
            let brought: Expression =
                self.positions.iter().map(|place| sum(place, model, brings)).sum();
            self.rows.push(constraint!(brought >= 1));
        }
        for (at, card) in model.candidates.iter().enumerate() {
            self.value += card.worth as f64 * chosen(&self.positions, at);
        }
        for term in &model.terms {
            let there = self.flag();
            let members: Expression =
                term.members.iter().map(|&at| chosen(&self.positions, at)).sum();
            self.rows.push(constraint!(there <= members));
            self.value += term.points as f64 * there;
        }
        for share in &model.shares {
            let counted = self.variables.add(variable().min(0).max(share.target as f64));
            let minutes = |&at: &usize| {
                f64::from(model.candidates[at].shortest) * chosen(&self.positions, at)
            };
            let minutes: Expression = share.members.iter().map(minutes).sum();
            self.rows.push(constraint!(counted <= minutes));
            self.value += counted;
        }
    }
}

/// The weight of the card that a position holds.
fn sum(position: &Position, model: &Model, weight: impl Fn(&Candidate) -> u32) -> Expression {
    let cards = position.cards.iter().zip(&model.candidates);
    cards.map(|(&card, candidate)| f64::from(weight(candidate)) * card).sum()
}

/// The planner is worth what the solver is worth, and neither finds a programme alone.
#[test]
fn a_programme_is_the_best_of_the_mixed_integer_programme() {
    let mut runner = TestRunner::deterministic();
    let requests = laws::any_request(CARDS);
    let (mut compared, mut none) = (0, 0);
    while compared < REQUESTS {
        let mut request = requests.new_tree(&mut runner).unwrap().current();
        request.sessions.truncate(1);
        let cards = request.cards.clone().unwrap();
        let Ok(model) = Model::read(&request, &cards) else { continue };
        let found = match plan(&request) {
            Ok(plan) => {
                assert!(plan.proved);
                Some(plan.value)
            }
            Err(error) => {
                assert_eq!(error.code(), Code::EquipInfeasible, "{error}");
                None
            }
        };
        let text = serde_json::to_string(&request).unwrap();
        assert_eq!(found, best(&model), "{text}");
        compared += 1;
        none += u32::from(found.is_none());
    }
    assert!(none < REQUESTS / 2, "{none} requests have no programme");
}
