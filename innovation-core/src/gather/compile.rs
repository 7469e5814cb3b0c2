//! From documents to what the search sees.
//!
//! [`Statements`] holds every rule of a request by itself, with its place, so that a subset
//! can be compiled: that is how a smallest conflicting set is found. Units stand in the order
//! of ids, so that the order of people in a request changes nothing.

use super::instance::{Group, Instance, Pairs, Quota};
use super::rules::{QuotaRule, Rules};
use crate::contract::{Pointer, nearest};
use crate::error::{Code, Error, Result};
use crate::people::{Id, Pool};
use std::collections::BTreeSet;

/// The groups, and who may be in none of them.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    /// The groups; the outside, where there is one, stands last.
    pub groups: Vec<Group>,
    /// Whether the last group is the outside.
    pub has_outside: bool,
    /// Whether people who are present may be outside.
    pub may_stay_out: bool,
    /// People who are away: they take no seat, and those who would be with them do.
    pub absent: Vec<bool>,
}

impl Layout {
    /// How many groups are tables.
    pub(crate) fn tables(&self) -> usize {
        self.groups.len() - usize::from(self.has_outside)
    }

    /// The people of a unit who are there.
    pub(crate) fn present<'b>(&'b self, unit: &'b [usize]) -> impl Iterator<Item = usize> {
        unit.iter().copied().filter(|&person| !self.absent.get(person).copied().unwrap_or(false))
    }
}

/// A rule by itself.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// Its place in the request.
    pub path: String,
    /// What it says.
    pub says: Says,
}

/// What a rule says, about positions in the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    Must(usize),
    Never(usize),
    Together(Vec<usize>),
    Apart(Vec<usize>),
    SeparateReports,
    Quota { members: Vec<usize>, min: u32, max: u32 },
    At(usize, u32),
}

/// Every rule of a request.
#[derive(Debug)]
pub(crate) struct Statements<'a> {
    pool: &'a Pool<'a>,
    pub list: Vec<Statement>,
    /// People by rising id.
    order: Vec<usize>,
}

/// An instance and the people of its units.
#[derive(Debug)]
pub(crate) struct Compiled {
    pub units: Vec<Vec<usize>>,
    pub instance: Instance,
}

impl<'a> Statements<'a> {
    /// Reads the rules; `round` picks the locks of a rotation.
    pub(crate) fn read(
        rules: &Rules,
        pool: &'a Pool<'a>,
        tables: usize,
        round: Option<u32>,
    ) -> Result<Self> {
        let mut list = Vec::new();
        let mut add = |path: String, says: Says| list.push(Statement { path, says });
        for (at, id) in rules.must.iter().enumerate() {
            let path = format!("/rules/must/{at}");
            add(path.clone(), Says::Must(pool.find(id, || path)?));
        }
        for (at, id) in rules.never.iter().enumerate() {
            let path = format!("/rules/never/{at}");
            add(path.clone(), Says::Never(pool.find(id, || path)?));
        }
        for (at, ids) in rules.together.iter().enumerate() {
            let path = format!("/rules/together/{at}");
            add(path.clone(), Says::Together(people(pool, ids, &path)?));
        }
        for (at, ids) in rules.apart.iter().enumerate() {
            let path = format!("/rules/apart/{at}");
            add(path.clone(), Says::Apart(people(pool, ids, &path)?));
        }
        if rules.separate_reports {
            add("/rules/separateReports".to_owned(), Says::SeparateReports);
        }
        for (at, rule) in rules.quotas.iter().enumerate() {
            let path = format!("/rules/quotas/{at}");
            for says in quotas(rule, pool, &path)? {
                add(path.clone(), says);
            }
        }
        for (at, lock) in rules.lock.iter().enumerate() {
            let path = format!("/rules/lock/{at}");
            let person = pool.find(&lock.person, || format!("{path}/person"))?;
            if lock.round.is_some() && lock.round != round {
                continue;
            }
            match lock.table {
                None => add(path, Says::Must(person)),
                Some(table) if (table as usize) < tables => add(path, Says::At(person, table)),
                Some(table) => {
                    return Err(invalid(format!(
                        "there is no table {table}; the last is {}",
                        tables.saturating_sub(1)
                    ))
                    .at(format!("{path}/table")));
                }
            }
        }
        let mut order: Vec<usize> = (0..pool.len()).collect();
        order.sort_by_key(|&at| pool.people().get(at).map(|person| &person.id));
        Ok(Self { pool, list, order })
    }

    /// Adds that people who are away do not take part.
    pub(crate) fn keep_out(&mut self, away: &[bool]) {
        for (person, _) in away.iter().enumerate().filter(|(_, away)| **away) {
            self.list
                .push(Statement { path: "/rules/available".to_owned(), says: Says::Never(person) });
        }
    }

    /// Compiles the rules that `active` lets through. A unit whose people must be together
    /// and apart can only be outside.
    pub(crate) fn compile(&self, layout: &Layout, active: &[bool]) -> Compiled {
        let says = || {
            let chosen = self.list.iter().zip(active).filter(|(_, active)| **active);
            chosen.map(|(statement, _)| &statement.says)
        };
        let (units, unit_of) = self.units(says());
        let unit = |person: usize| unit_of.get(person).copied().unwrap_or(0);
        let mut apart = vec![Vec::new(); units.len()];
        let mut torn = BTreeSet::new();
        let mut part = |a: usize, b: usize| {
            let (one, other) = (unit(a), unit(b));
            if one == other {
                torn.insert(one);
                return;
            }
            for (from, to) in [(one, other), (other, one)] {
                if let Some(list) = apart.get_mut(from) {
                    list.push(to as u32);
                }
            }
        };
        let mut quotas = Vec::new();
        for says in says() {
            match says {
                Says::Apart(set) => {
                    for (a, b) in super::value::pairs(set) {
                        part(a, b);
                    }
                }
                Says::SeparateReports => {
                    for (person, manager) in self.pool.managers().iter().enumerate() {
                        if let Some(manager) = manager {
                            part(person, *manager as usize);
                        }
                    }
                }
                Says::Quota { members, min, max } => {
                    let mut amount = vec![0; units.len()];
                    for person in layout.present(members) {
                        if let Some(amount) = amount.get_mut(unit(person)) {
                            *amount += 1;
                        }
                    }
                    quotas.push(Quota { amount, min: *min, max: *max });
                }
                _ => {}
            }
        }
        for list in &mut apart {
            list.sort_unstable();
            list.dedup();
        }
        let instance = Instance {
            pairs: Pairs::Dense(Vec::new()),
            mass: units.iter().map(|unit| mass(layout, unit)).collect(),
            groups: layout.groups.clone(),
            allowed: self.allowed(layout, &units, &unit, &torn, says()),
            apart,
            quotas,
        };
        Compiled { units, instance }
    }

    /// People joined by `together`, in order of ids, and the unit of each person.
    fn units<'b>(&self, says: impl Iterator<Item = &'b Says>) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut leader: Vec<usize> = (0..self.pool.len()).collect();
        let find = |leader: &[usize], mut person: usize| {
            while let Some(&above) = leader.get(person)
                && above != person
            {
                person = above;
            }
            person
        };
        for says in says {
            let Says::Together(set) = says else { continue };
            for two in set.windows(2) {
                let &[a, b] = two else { continue };
                let (a, b) = (find(&leader, a), find(&leader, b));
                if let Some(above) = leader.get_mut(a) {
                    *above = b;
                }
            }
        }
        let mut number = vec![None; self.pool.len()];
        let mut unit_of = vec![0; self.pool.len()];
        let mut units: Vec<Vec<usize>> = Vec::new();
        for &person in &self.order {
            let Some(number) = number.get_mut(find(&leader, person)) else { continue };
            let unit = *number.get_or_insert_with(|| {
                units.push(Vec::new());
                units.len() - 1
            });
            if let Some(own) = unit_of.get_mut(person) {
                *own = unit;
            }
            if let Some(members) = units.get_mut(unit) {
                members.push(person);
            }
        }
        (units, unit_of)
    }

    fn allowed<'b>(
        &self,
        layout: &Layout,
        units: &[Vec<usize>],
        unit: &dyn Fn(usize) -> usize,
        torn: &BTreeSet<usize>,
        says: impl Iterator<Item = &'b Says>,
    ) -> Vec<bool> {
        let groups = layout.groups.len();
        let outside = layout.has_outside.then(|| groups - 1);
        let says: Vec<&Says> = says.collect();
        let never: BTreeSet<usize> = says
            .iter()
            .filter_map(|says| if let Says::Never(person) = says { Some(*person) } else { None })
            .collect();
        let mut allowed = vec![true; units.len() * groups];
        let mut keep = |unit: usize, fits: &dyn Fn(usize) -> bool| {
            let row = allowed.get_mut(unit * groups..(unit + 1) * groups).unwrap_or_default();
            for (group, allowed) in row.iter_mut().enumerate() {
                *allowed &= fits(group);
            }
        };
        for (at, people) in units.iter().enumerate() {
            if layout.present(people).next().is_none() {
                keep(at, &|group| Some(group) == outside);
            } else if !layout.may_stay_out && !people.iter().any(|person| never.contains(person)) {
                keep(at, &|group| Some(group) != outside);
            }
        }
        for &unit in torn {
            keep(unit, &|group| Some(group) == outside);
        }
        for says in says {
            match *says {
                Says::Must(person) => keep(unit(person), &|group| Some(group) != outside),
                Says::Never(person) => keep(unit(person), &|group| Some(group) == outside),
                Says::At(person, table) => keep(unit(person), &|group| group == table as usize),
                _ => {}
            }
        }
        allowed
    }
}

/// People of a unit who take seats; a unit that is away as a whole counts as it is.
fn mass(layout: &Layout, unit: &[usize]) -> u32 {
    match layout.present(unit).count() {
        0 => unit.len() as u32,
        present => present as u32,
    }
}

fn invalid(message: String) -> Error {
    Error::new(Code::GatherInvalidRule, message)
}

fn people(pool: &Pool<'_>, ids: &[Id], path: &str) -> Result<Vec<usize>> {
    let mut found = Vec::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        let person = pool.find(id, || format!("{path}/{at}"))?;
        if found.contains(&person) {
            return Err(invalid(format!("{id} is named twice")).at(format!("{path}/{at}")));
        }
        found.push(person);
    }
    Ok(found)
}

/// A quota, or one for each value of an attribute.
fn quotas(rule: &QuotaRule, pool: &Pool<'_>, path: &str) -> Result<Vec<Says>> {
    let (min, max) = (rule.min.unwrap_or(0), rule.max.unwrap_or(u32::MAX));
    if rule.min.is_none() && rule.max.is_none() {
        return Err(invalid("a quota has a min, a max or both".to_owned()).at(path));
    }
    if min > max {
        return Err(invalid(format!("the min {min} is above the max {max}")).at(path));
    }
    if rule.filter.is_empty() && rule.each.is_none() {
        return Err(invalid("a quota says where, each or both".to_owned()).at(path));
    }
    let mut members: Vec<usize> = (0..pool.len()).collect();
    for (name, values) in &rule.filter {
        let texts = values.texts();
        let matches = matcher(pool, name, &texts).map_err(|error| {
            let mut place = Pointer::default();
            place.key(name);
            error.at(format!("{path}/where{}", String::from(place)))
        })?;
        members.retain(|&person| matches.get(person).copied().unwrap_or(false));
    }
    let Some(each) = &rule.each else {
        return Ok(vec![Says::Quota { members, min, max }]);
    };
    let column = pool.column(each);
    if column.values.is_empty() {
        return Err(unknown_attribute(pool, each).at(format!("{path}/each")));
    }
    let with = |code: u32| {
        let has = |person: &usize| column.codes.get(*person).copied().flatten() == Some(code);
        members.iter().copied().filter(has).collect()
    };
    Ok((0..column.values.len() as u32)
        .map(|code| Says::Quota { members: with(code), min, max })
        .collect())
}

/// For each person whether the attribute has one of the values.
fn matcher(pool: &Pool<'_>, name: &str, values: &[String]) -> Result<Vec<bool>> {
    if name == "expertise" {
        let knows = |person: &crate::people::Person| {
            person.expertise.iter().any(|known| values.contains(known))
        };
        return Ok(pool.people().iter().map(knows).collect());
    }
    let column = pool.column(name);
    if column.values.is_empty() {
        return Err(unknown_attribute(pool, name));
    }
    let wanted: Vec<bool> = column.values.iter().map(|value| values.contains(value)).collect();
    let fits = |code: &Option<u32>| {
        code.is_some_and(|code| wanted.get(code as usize).copied().unwrap_or(false))
    };
    Ok(column.codes.iter().map(fits).collect())
}

fn unknown_attribute(pool: &Pool<'_>, name: &str) -> Error {
    let error = invalid(format!("nobody has a value of {name:?}"));
    let own = pool.people().iter().flat_map(|person| person.attributes.keys().map(String::as_str));
    let mut known: Vec<&str> = ["role", "family", "organisation", "unit", "level", "expertise"]
        .into_iter()
        .chain(own)
        .collect();
    known.sort_unstable();
    known.dedup();
    match nearest(name, &known) {
        Some(hint) => error.hint(hint),
        None => error,
    }
}
