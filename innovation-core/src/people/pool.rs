//! People and ties, checked once and compiled.

use super::network::Network;
use super::person::{Family, Id, Person, Tie};
use super::role::catalogue;
use crate::error::{Code, Error, Result};
use std::collections::BTreeMap;

/// The heaviest tie: sums of weights stay exact far beyond any real network.
const HEAVIEST: f64 = 1e12;

/// People and their ties after every check: ids are unique, roles have families, reporting
/// lines end, ties join two different people and have weights.
#[derive(Debug)]
pub struct Pool<'a> {
    people: &'a [Person],
    index: BTreeMap<&'a str, u32>,
    families: Vec<Family>,
    managers: Vec<Option<u32>>,
    network: Network,
}

/// One attribute of all people, as small numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The values, in rising order of text.
    pub values: Vec<String>,
    /// For each person the position of the value; `None` where there is none.
    pub codes: Vec<Option<u32>>,
}

impl Column {
    /// How many people have each value.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        for code in self.codes.iter().flatten() {
            if let Some(count) = counts.get_mut(*code as usize) {
                *count += 1;
            }
        }
        counts
    }
}

impl<'a> Pool<'a> {
    /// Checks people and ties.
    ///
    /// # Errors
    ///
    /// `people.empty`, `people.duplicate-id`, `people.unknown-role`, `people.unknown-person`,
    /// `people.reporting-cycle`, `people.self-tie`, `people.duplicate-tie`,
    /// `people.invalid-weight`; each with its place under `/people` or `/ties`.
    pub fn read(people: &'a [Person], ties: &[Tie]) -> Result<Self> {
        if people.is_empty() {
            return Err(Error::new(Code::PeopleEmpty, "there are no people").at("/people"));
        }
        let index = index(people)?;
        let families = families(people)?;
        let managers = managers(people, &index)?;
        let network = network(people.len(), &index, ties)?;
        Ok(Self { people, index, families, managers, network })
    }

    /// How many people.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Never true: a pool holds at least one person.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The people, in the order of the request.
    #[must_use]
    pub fn people(&self) -> &'a [Person] {
        self.people
    }

    /// The position of an id.
    #[must_use]
    pub fn position(&self, id: &Id) -> Option<usize> {
        self.index.get(id.as_str()).map(|&at| at as usize)
    }

    /// The position of an id that must be there.
    ///
    /// # Errors
    ///
    /// `people.unknown-person` at the path given.
    pub fn find(&self, id: &Id, path: impl FnOnce() -> String) -> Result<usize> {
        self.position(id).ok_or_else(|| unknown(id).at(path()))
    }

    /// The id at a position.
    #[must_use]
    pub fn id(&self, at: usize) -> Option<Id> {
        self.people.get(at).map(|person| person.id.clone())
    }

    /// The ids at some positions.
    #[must_use]
    pub fn ids(&self, at: &[usize]) -> Vec<Id> {
        at.iter().filter_map(|&at| self.id(at)).collect()
    }

    /// The family of each person's role.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        &self.families
    }

    /// The manager of each person.
    #[must_use]
    pub fn managers(&self) -> &[Option<u32>] {
        &self.managers
    }

    /// The ties.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// An attribute of all people: `role`, `family`, `organisation`, `unit`, `level`, or one
    /// of their own attributes.
    #[must_use]
    pub fn column(&self, attribute: &str) -> Column {
        let texts: Vec<Option<String>> = self
            .people
            .iter()
            .zip(&self.families)
            .map(|(person, family)| value(person, *family, attribute))
            .collect();
        let positions: BTreeMap<&str, u32> = {
            let mut sorted: Vec<&str> = texts.iter().flatten().map(String::as_str).collect();
            sorted.sort_unstable();
            sorted.dedup();
            sorted.into_iter().zip(0..).collect()
        };
        let codes = texts.iter().map(|text| positions.get(text.as_deref()?).copied()).collect();
        Column { values: positions.keys().map(|&value| value.to_owned()).collect(), codes }
    }
}

fn value(person: &Person, family: Family, attribute: &str) -> Option<String> {
    match attribute {
        "role" => Some(person.role.clone()),
        "family" => Some(family.name().to_owned()),
        "organisation" => person.organisation.clone(),
        "unit" => person.unit.clone(),
        "level" => person.level.map(|level| level.to_string()),
        other => person.attributes.get(other).cloned(),
    }
}

fn unknown(id: &Id) -> Error {
    Error::new(Code::PeopleUnknownPerson, format!("{id} is not in the list of people"))
}

fn index(people: &[Person]) -> Result<BTreeMap<&str, u32>> {
    let mut index = BTreeMap::new();
    for (at, person) in (0..).zip(people) {
        if let Some(first) = index.insert(person.id.as_str(), at) {
            let message = format!("{} is already at /people/{first}", person.id);
            return Err(Error::new(Code::PeopleDuplicateId, message).at(format!("/people/{at}/id")));
        }
    }
    Ok(index)
}

fn families(people: &[Person]) -> Result<Vec<Family>> {
    let known = catalogue()?;
    let family = |(at, person): (usize, &Person)| {
        known
            .family(&person.role, person.family)
            .map_err(|error| error.at(format!("/people/{at}/role")))
    };
    people.iter().enumerate().map(family).collect()
}

fn managers(people: &[Person], index: &BTreeMap<&str, u32>) -> Result<Vec<Option<u32>>> {
    let place = |at: usize| format!("/people/{at}/reportsTo");
    let manager = |(at, person): (usize, &Person)| match &person.reports_to {
        None => Ok(None),
        Some(id) => match index.get(id.as_str()) {
            Some(&manager) => Ok(Some(manager)),
            None => Err(unknown(id)
                .at(place(at))
                .hint("leave reportsTo out where the manager is not in the list")),
        },
    };
    let managers: Vec<Option<u32>> =
        people.iter().enumerate().map(manager).collect::<Result<_>>()?;
    match first_on_a_cycle(&managers) {
        None => Ok(managers),
        Some(at) => {
            let cycle =
                cycle_from(&managers, at).filter_map(|at| people.get(at)).map(|p| p.id.as_str());
            let message =
                format!("the reporting line comes back: {}", cycle.collect::<Vec<_>>().join(" > "));
            Err(Error::new(Code::PeopleReportingCycle, message).at(place(at)))
        }
    }
}

/// The first person whose reporting line comes back to them.
fn first_on_a_cycle(managers: &[Option<u32>]) -> Option<usize> {
    let mut visited_from = vec![usize::MAX; managers.len()];
    for start in 0..managers.len() {
        let mut at = start;
        while let Some(mark @ &mut usize::MAX) = visited_from.get_mut(at) {
            *mark = start;
            match managers.get(at) {
                Some(Some(manager)) => at = *manager as usize,
                _ => break,
            }
        }
        let returned =
            managers.get(at).is_some_and(Option::is_some) && visited_from.get(at) == Some(&start);
        if returned {
            return cycle_from(managers, at).min();
        }
    }
    None
}

/// The people of a cycle, from one of them.
fn cycle_from(managers: &[Option<u32>], start: usize) -> impl Iterator<Item = usize> {
    let next = move |at: &usize| {
        let manager = managers.get(*at).copied().flatten()? as usize;
        (manager != start).then_some(manager)
    };
    std::iter::successors(Some(start), next)
}

fn network(people: usize, index: &BTreeMap<&str, u32>, ties: &[Tie]) -> Result<Network> {
    let mut edges = Vec::with_capacity(ties.len());
    for (at, tie) in ties.iter().enumerate() {
        let end = |id: &Id, end: &str| {
            index
                .get(id.as_str())
                .copied()
                .ok_or_else(|| unknown(id).at(format!("/ties/{at}/{end}")))
        };
        let (a, b) = (end(&tie.a, "a")?, end(&tie.b, "b")?);
        if a == b {
            let message = format!("{} has a tie with themselves", tie.a);
            return Err(Error::new(Code::PeopleSelfTie, message).at(format!("/ties/{at}")));
        }
        if !(0.0..=HEAVIEST).contains(&tie.weight) {
            let message = format!("a weight lies between 0 and {HEAVIEST:e}");
            return Err(
                Error::new(Code::PeopleInvalidWeight, message).at(format!("/ties/{at}/weight"))
            );
        }
        edges.push((a.min(b), a.max(b), tie.weight));
    }
    refuse_repeats(&edges, ties)?;
    Ok(Network::new(people, &edges))
}

fn refuse_repeats(edges: &[(u32, u32, f64)], ties: &[Tie]) -> Result<()> {
    let mut order: Vec<usize> = (0..edges.len()).collect();
    let pair = |at: usize| edges.get(at).map(|edge| (edge.0, edge.1));
    order.sort_by_key(|&at| (pair(at), at));
    let repeat = order.windows(2).filter_map(|two| match two {
        &[first, second] if pair(first) == pair(second) => Some((second, first)),
        _ => None,
    });
    match repeat.min() {
        None => Ok(()),
        Some((second, first)) => {
            let names =
                ties.get(second).map_or(String::new(), |tie| format!("{} and {}", tie.a, tie.b));
            let message = format!("the tie of {names} is already at /ties/{first}");
            Err(Error::new(Code::PeopleDuplicateTie, message)
                .at(format!("/ties/{second}"))
                .hint("ties are undirected: give each pair once, with one weight"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(text: &str) -> Vec<Person> {
        let person = |word: &str| {
            let (id, manager) = word.split_once('>').map_or((word, None), |(id, m)| (id, Some(m)));
            Person { reports_to: manager.and_then(Id::new), ..Person::new(id, "nurse").unwrap() }
        };
        text.split_whitespace().map(person).collect()
    }

    fn tie(a: &str, b: &str, weight: f64) -> Tie {
        Tie { a: Id::new(a).unwrap(), b: Id::new(b).unwrap(), weight }
    }

    fn refused(text: &str, ties: &[Tie]) -> String {
        let error = Pool::read(&people(text), ties).unwrap_err();
        format!("{} {} {}", error.code(), error.path(), error.message())
    }

    #[test]
    fn each_fault_names_its_place() {
        assert_eq!(refused("", &[]), "people.empty /people there are no people");
        assert_eq!(
            refused("a b a", &[]),
            "people.duplicate-id /people/2/id a is already at /people/0"
        );
        assert_eq!(
            refused("a b>z", &[]),
            "people.unknown-person /people/1/reportsTo z is not in the list of people"
        );
        assert_eq!(
            refused("x>c a>b b>c c>a", &[]),
            "people.reporting-cycle /people/1/reportsTo the reporting line comes back: a > b > c"
        );
        assert_eq!(
            refused("a>a", &[]),
            "people.reporting-cycle /people/0/reportsTo the reporting line comes back: a"
        );
        let starts = |ties: &[Tie], start: &str| assert!(refused("a b", ties).starts_with(start));
        starts(&[tie("a", "z", 1.0)], "people.unknown-person /ties/0/b");
        starts(&[tie("a", "a", 1.0)], "people.self-tie /ties/0 ");
        starts(&[tie("a", "b", -1.0)], "people.invalid-weight /ties/0/weight");
        starts(&[tie("a", "b", f64::NAN)], "people.invalid-weight /ties/0/weight");
        starts(&[tie("a", "b", f64::INFINITY)], "people.invalid-weight /ties/0/weight");
        starts(&[tie("a", "b", 1.0), tie("b", "a", 2.0)], "people.duplicate-tie /ties/1");
    }

    #[test]
    fn a_column_codes_values_in_order_of_text() {
        let mut people = people("a b c");
        people[0].unit = Some("ward 2".into());
        people[2].unit = Some("ward 1".into());
        let column = Pool::read(&people, &[]).unwrap().column("unit");
        assert_eq!(column.values, ["ward 1", "ward 2"]);
        assert_eq!(column.codes, [Some(1), None, Some(0)]);
        assert_eq!(column.counts(), [1, 1]);
    }
}
