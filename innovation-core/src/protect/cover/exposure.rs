//! What is left of each pressure, for whom.
//!
//! Cost: pressures × measures × people, one look into a table each.

use super::check::Case;
use super::document::{CoverCell, PersonExposure, PressureCover, RoleExposure};
use crate::people::{Family, Id};
use crate::protect::{Measure, MeasureState, Pressure};
use std::collections::BTreeMap;

/// Relief of a measure that does not say.
const RELIEF: u8 = 2;

/// Somebody on whom a pressure may bear: the numbers of all names that a list can use for them.
struct Subject([Option<u32>; 3]);

/// What is left of each pressure for each person, and what was there.
pub(super) struct Exposure {
    /// A row for each pressure.
    pub pressures: Vec<PressureCover>,
    /// For each person the pressures that bear on them: position, strength, what is left.
    bearing: Vec<Vec<(usize, u8, u8)>>,
}

impl Exposure {
    /// Sets measures in their states, and pressures lifted by suspensions, against pressures.
    pub(super) fn of(
        case: &Case<'_>,
        states: &[MeasureState],
        lifted: &BTreeMap<&Id, Vec<Id>>,
    ) -> Self {
        let names = Names::of(case);
        let people = names.people(case);
        let shields: Vec<Vec<u32>> =
            case.request.measures.iter().map(|one| names.list(&one.shields)).collect();
        // Whether each measure shields each person: asked once, needed for every pressure.
        let shielded: Vec<Vec<bool>> = shields
            .iter()
            .map(|shields| people.iter().map(|person| person.is_among(shields)).collect())
            .collect();
        let mut bearing = vec![Vec::new(); people.len()];
        let mut pressures = Vec::new();
        for (at, pressure) in case.request.pressures.iter().enumerate() {
            let answers = answers(case, pressure, states);
            let lifted_by = lifted.get(&pressure.id).cloned().unwrap_or_default();
            let strength = if lifted_by.is_empty() { pressure.strength } else { 0 };
            let left = |shields: &dyn Fn(usize) -> bool| {
                let strongest = answers.strongest_first.iter().find(|one| shields(one.1));
                strength.saturating_sub(strongest.map_or(0, |one| one.0))
            };
            let bears_on = names.list(&pressure.bears_on);
            let mut range = Left::default();
            let mut within: Vec<usize> = Vec::new();
            for (place, bearing) in bearing.iter_mut().enumerate() {
                if people.get(place).is_some_and(|person| person.is_among(&bears_on)) {
                    let left = left(&|measure| holds(&shielded, measure, place));
                    bearing.push((at, pressure.strength, left));
                    range.widen(left);
                    within.push(place);
                }
            }
            // Where no person stands for them, names stand for themselves.
            let named = if within.is_empty() { names.named(case, pressure) } else { Vec::new() };
            let shields_name = |measure: usize, subject: &Subject| {
                shields.get(measure).is_some_and(|shields| subject.is_among(shields))
            };
            for subject in &named {
                range.widen(left(&|measure| shields_name(measure, subject)));
            }
            let partly = |measure: usize| {
                within.iter().any(|&place| !holds(&shielded, measure, place))
                    || named.iter().any(|subject| !shields_name(measure, subject))
            };
            let cells = answers.all.iter().map(|(place, measure, state)| CoverCell {
                measure: measure.id.clone(),
                relief: relief(measure),
                state: *state,
                partly: partly(*place),
            });
            pressures.push(PressureCover {
                id: pressure.id.clone(),
                kind: pressure.kind,
                strength: pressure.strength,
                cells: cells.collect(),
                lifted_by,
                bears_on: (!people.is_empty()).then_some(within.len() as u32),
                residual: range.most,
                least: range.least.unwrap_or(0),
            });
        }
        Self { pressures, bearing }
    }

    /// What stays exposed of each person.
    pub(super) fn people(&self, case: &Case<'_>) -> Vec<PersonExposure> {
        case.request
            .people
            .iter()
            .zip(&self.bearing)
            .map(|(person, bearing)| {
                let mut open: Vec<(u8, usize)> =
                    bearing.iter().filter(|one| one.2 > 0).map(|one| (one.2, one.0)).collect();
                open.sort_by_key(|&(left, at)| (std::cmp::Reverse(left), at));
                PersonExposure {
                    id: person.id.clone(),
                    pressures: bearing.len() as u32,
                    strength: bearing.iter().map(|one| u32::from(one.1)).sum(),
                    residual: bearing.iter().map(|one| u32::from(one.2)).sum(),
                    greatest: bearing.iter().map(|one| one.2).max().unwrap_or(0),
                    open: open
                        .into_iter()
                        .filter_map(|(_, at)| Some(self.pressures.get(at)?.id.clone()))
                        .collect(),
                }
            })
            .collect()
    }
}

/// The same by role.
pub(super) fn by_role(case: &Case<'_>, people: &[PersonExposure]) -> Vec<RoleExposure> {
    let mut roles: BTreeMap<(&str, Family), Vec<&PersonExposure>> = BTreeMap::new();
    for ((person, family), exposure) in case.request.people.iter().zip(&case.families).zip(people) {
        roles.entry((person.role.as_str(), *family)).or_default().push(exposure);
    }
    roles
        .into_iter()
        .map(|((role, family), exposures)| {
            let count = exposures.len() as u32;
            let mean = |sum: u32| f64::from(sum) / f64::from(count);
            RoleExposure {
                role: role.to_owned(),
                family,
                people: count,
                mean_strength: mean(exposures.iter().map(|one| one.strength).sum()),
                mean_residual: mean(exposures.iter().map(|one| one.residual).sum()),
                greatest: exposures.iter().map(|one| one.greatest).max().unwrap_or(0),
            }
        })
        .collect()
}

/// The measures that answer a pressure.
struct Answers<'a> {
    /// Their positions, in the order of the request, and their states.
    all: Vec<(usize, &'a Measure, MeasureState)>,
    /// Relief and position of those in force, strongest first.
    strongest_first: Vec<(u8, usize)>,
}

fn answers<'a>(case: &Case<'a>, pressure: &Pressure, states: &[MeasureState]) -> Answers<'a> {
    let measures = case.request.measures.iter().zip(states).enumerate();
    let all: Vec<(usize, &Measure, MeasureState)> = measures
        .filter(|(_, (measure, _))| measure.answers.contains(&pressure.id))
        .map(|(at, (measure, state))| (at, measure, *state))
        .collect();
    let mut strongest_first: Vec<(u8, usize)> = all
        .iter()
        .filter(|one| one.2 == MeasureState::Active)
        .map(|(at, measure, _)| (relief(measure), *at))
        .collect();
    strongest_first.sort_unstable_by(|a, b| b.cmp(a));
    Answers { all, strongest_first }
}

fn relief(measure: &Measure) -> u8 {
    measure.relief.unwrap_or(RELIEF)
}

fn holds(shielded: &[Vec<bool>], measure: usize, person: usize) -> bool {
    shielded.get(measure).and_then(|row| row.get(person)).copied().unwrap_or(false)
}

/// The least and the most that is left.
#[derive(Default)]
struct Left {
    least: Option<u8>,
    most: u8,
}

impl Left {
    fn widen(&mut self, left: u8) {
        self.least = Some(self.least.map_or(left, |least| least.min(left)));
        self.most = self.most.max(left);
    }
}

impl Subject {
    /// Whether a list, in rising order, names the subject; an empty list is everybody.
    fn is_among(&self, list: &[u32]) -> bool {
        list.is_empty() || self.0.iter().flatten().any(|name| list.binary_search(name).is_ok())
    }
}

/// Every name that a list uses, numbered, so that lists compare numbers and not texts.
struct Names<'a>(BTreeMap<&'a str, u32>);

impl<'a> Names<'a> {
    fn of(case: &Case<'a>) -> Self {
        let bearing = case.request.pressures.iter().map(|one| &one.bears_on);
        let shielding = case.request.measures.iter().map(|one| &one.shields);
        let mut names = BTreeMap::new();
        for name in bearing.chain(shielding).flatten() {
            let number = names.len() as u32;
            names.entry(name.as_str()).or_insert(number);
        }
        Self(names)
    }

    fn number(&self, name: &str) -> Option<u32> {
        self.0.get(name).copied()
    }

    fn list(&self, ids: &[Id]) -> Vec<u32> {
        let mut numbers: Vec<u32> = ids.iter().filter_map(|id| self.number(id.as_str())).collect();
        numbers.sort_unstable();
        numbers
    }

    fn people(&self, case: &Case<'_>) -> Vec<Subject> {
        let people = case.request.people.iter().zip(&case.families);
        people
            .map(|(person, family)| {
                let names = [person.id.as_str(), person.role.as_str(), family.name()];
                Subject(names.map(|name| self.number(name)))
            })
            .collect()
    }

    /// The names on which a pressure bears; everybody, where it names nobody, is somebody whom
    /// no list names.
    fn named(&self, case: &Case<'_>, pressure: &Pressure) -> Vec<Subject> {
        if pressure.bears_on.is_empty() {
            return vec![Subject([None; 3])];
        }
        let family = |name: &str| case.catalogue.get(name).map(|family| family.name());
        let subject = |id: &Id| {
            let family = family(id.as_str()).and_then(|family| self.number(family));
            Subject([self.number(id.as_str()), family, None])
        };
        pressure.bears_on.iter().map(subject).collect()
    }
}
