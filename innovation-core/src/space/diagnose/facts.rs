//! A state, looked at from one moment: what rules ask for, worked out once.

use crate::instant::Instant;
use crate::people::{Family, Id, Person};
use crate::protect::period::Period;
use crate::protect::{Boundary, Charter, Measure, Work};
use crate::space::command::{Convene, Convened, Founding};
use crate::space::{Assessed, SpaceStage, State};
use std::collections::{BTreeMap, BTreeSet};

/// What rules look at.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub state: &'a State,
    pub founding: &'a Founding,
    pub at: Instant,
    /// Days in which an end is near.
    pub notice: u32,
    /// The smallest group that results may be shown for.
    pub minimum: u32,
    /// Every session, programme by programme.
    pub sessions: Vec<Session<'a>>,
    /// Measures in force: in their time, and granted by somebody who has signed.
    pub held: Vec<&'a Measure>,
    /// Pressures that something in force answers.
    pub answered: BTreeSet<&'a Id>,
    /// The last assessment of each idea, or of the space, by each rubric.
    pub latest: BTreeMap<(Option<&'a Id>, &'a str), &'a Assessed>,
    /// Ideas that were assessed.
    pub assessed: BTreeSet<&'a Id>,
}

/// A session, and where it stands in its programme.
#[derive(Debug, Clone, Copy)]
pub(super) struct Session<'a> {
    pub programme: &'a Convene,
    /// From 0.
    pub position: u32,
    pub convened: &'a Convened,
    /// When it starts, where that can be read.
    pub start: Option<Instant>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(
        state: &'a State,
        founding: &'a Founding,
        at: Instant,
        notice: u32,
        minimum: u32,
    ) -> Self {
        let grantors = state.grantors(at);
        let held: Vec<&Measure> =
            state.measures.iter().filter(|measure| grantors.holds(measure)).collect();
        let suspended = state.charter.iter().flat_map(|charter| &charter.suspended_norms);
        let suspended = suspended.filter(|norm| grantors.suspends(norm));
        let answered = held.iter().flat_map(|measure| &measure.answers);
        let answered = answered.chain(suspended.flat_map(|norm| &norm.lifts)).collect();
        let key =
            |assessed: &'a Assessed| (assessed.found.idea.as_ref(), assessed.found.rubric.as_str());
        Self {
            state,
            founding,
            at,
            notice,
            minimum,
            sessions: state.programmes.iter().flat_map(sessions).collect(),
            held,
            answered,
            latest: state.assessments.iter().map(|held| (key(held), held)).collect(),
            assessed: state
                .assessments
                .iter()
                .filter_map(|held| held.found.idea.as_ref())
                .collect(),
        }
    }

    /// Whether the space still lives: neither handed over nor closed.
    pub(super) fn alive(&self) -> bool {
        self.state.stage < SpaceStage::HandedOver
    }

    /// The charter, where there is one.
    pub(super) fn charter(&self) -> Option<&'a Charter> {
        self.state.charter.as_ref()
    }

    /// Whether there is a charter that lacks a clause.
    pub(super) fn lacks(&self, clause: &str) -> bool {
        let has = |charter: &Charter| charter.clauses.iter().any(|held| held.id.as_str() == clause);
        self.charter().is_some_and(|charter| !has(charter))
    }

    /// How many take part.
    pub(super) fn present(&self) -> u64 {
        self.state.present().count() as u64
    }

    /// Members who take part and of whom it is known who they are.
    pub(super) fn known(&self) -> impl Iterator<Item = (&'a Id, &'a Person)> {
        let state = self.state;
        state.present().filter_map(|(token, member)| Some((token, member.person.as_deref()?)))
    }

    /// How many take part of whom nothing is known.
    pub(super) fn strangers(&self) -> u64 {
        self.state.present().filter(|(_, member)| member.person.is_none()).count() as u64
    }

    /// How many take part who are of a family, and how many whose family is not known.
    pub(super) fn family(&self, family: Family) -> (u64, u64) {
        let families = self.state.present().map(|(_, member)| member.person.as_ref()?.family);
        families.fold((0, 0), |(of_it, unknown), held| match held {
            None => (of_it, unknown + 1),
            Some(held) => (of_it + u64::from(held == family), unknown),
        })
    }

    /// One name for a person who has several tokens, having left and come back. For comparing
    /// only: it may be the host's id, and stays inside.
    pub(super) fn same(&self, token: &'a Id) -> &'a Id {
        let person = self.state.members.get(token).and_then(|member| member.person.as_deref());
        person.map_or(token, |person| &person.id)
    }

    /// Whether a measure of this work is in force.
    pub(super) fn works(&self, work: Work) -> bool {
        self.held.iter().any(|measure| measure.work == work)
    }

    /// Whether the start of some session cannot be read.
    pub(super) fn undated(&self) -> bool {
        self.sessions.iter().any(|session| session.start.is_none())
    }
}

fn sessions(programme: &Convene) -> impl Iterator<Item = Session<'_>> {
    (0_u32..).zip(&programme.sessions).map(move |(position, convened)| Session {
        programme,
        position,
        convened,
        start: Instant::parse(&convened.start),
    })
}

/// When measures of one boundary hold: stretches of time that do not touch, in order, so that
/// a moment is looked up and not searched.
#[derive(Debug)]
pub(super) struct Shelter(Vec<(Option<Instant>, Option<Instant>)>);

impl Shelter {
    /// What is granted by the moment `at`, by somebody who has signed.
    pub(super) fn of(state: &State, boundary: Boundary, at: Instant) -> Self {
        let grantors = state.grantors(at);
        let built = |measure: &&Measure| {
            measure.work == Work::Boundary
                && measure.boundary == Some(boundary)
                && grantors.fault(measure.granted_by.as_ref()).is_none()
        };
        let period = |measure: &Measure| {
            Period::read(measure.from.as_deref(), measure.until.as_deref(), "").ok()
        };
        let periods = state.measures.iter().filter(built).filter_map(period);
        let mut stretches: Vec<_> = periods.map(|period| (period.from, period.until)).collect();
        stretches.sort_unstable();
        let mut merged: Vec<(Option<Instant>, Option<Instant>)> = Vec::new();
        for (from, until) in stretches {
            match merged.last_mut() {
                // An open end outlasts every other; an open beginning comes before all.
                Some((_, end)) if end.is_none() || *end >= from => {
                    *end = end.and_then(|end| until.map(|until| end.max(until)));
                }
                _ => merged.push((from, until)),
            }
        }
        Self(merged)
    }

    /// Whether one holds at a moment.
    pub(super) fn holds(&self, at: Instant) -> bool {
        let begun = self.0.partition_point(|(from, _)| *from <= Some(at));
        let last = begun.checked_sub(1).and_then(|last| self.0.get(last));
        last.is_some_and(|(_, until)| until.is_none_or(|until| at < until))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    proptest! {
        /// Looking a moment up says what asking every measure says.
        #[test]
        fn a_shelter_holds_where_some_measure_holds(
            periods in prop::collection::vec(
                (prop::option::of(1_u32..20), prop::option::of(1_u32..20), any::<bool>()),
                0..6,
            ),
            day in 1_u32..20,
        ) {
            let date = |day: u32| format!("2026-01-{day:02}");
            let measure = |(at, (from, until, granted)): (usize, &(Option<u32>, Option<u32>, bool))| {
                let measure: Measure = serde_json::from_value(json!({
                    "id": format!("m{at}"), "work": "boundary", "boundary": "temporal",
                    "from": from.map(date), "until": until.map(date),
                    "grantedBy": granted.then_some("chu"),
                })).unwrap();
                measure
            };
            let measures: Vec<_> = periods.iter().enumerate().map(measure).collect();
            let at = Instant::parse(&date(day)).unwrap();
            let state = State { measures, ..State::before() };
            let grantors = state.grantors(at);
            let expected = state.measures.iter().any(|held| grantors.holds(held));
            prop_assert_eq!(Shelter::of(&state, Boundary::Temporal, at).holds(at), expected);
            prop_assert!(!Shelter::of(&state, Boundary::Social, at).holds(at));
        }
    }
}
