//! The rules of an instance as whole numbers under linear limits.
//!
//! Units that no rule tells apart form a *class*, and only how many of a class go to each
//! group matters: the unknowns are `x[class, column]`, a column being a group, or a kind of
//! groups that no rule tells apart. Every limit is a [`Row`]: a weighted sum of unknowns
//! between two bounds.
//!
//! [`Classes`] finds classes and kinds; [`Model::of_groups`] is equivalent to the instance,
//! [`Model::of_kinds`] is its sum over equal groups: much smaller, and where it has no
//! solution the instance has none.
//!
//! Invariant: rows of a column come first, then one row per class, which holds with equality.
#![expect(
    clippy::indexing_slicing,
    reason = "units, classes, columns and rows are numbered densely by this module and index \
              vectors made with one entry for each"
)]

use crate::gather::instance::{Group, Instance};
use std::cmp::Ordering;

/// Units that no rule tells apart, and groups that no rule tells apart.
#[derive(Debug, Clone)]
pub(crate) struct Classes {
    /// Units of each class, in rising order.
    pub members: Vec<Vec<u32>>,
    /// Whether members of the class may not share a counted group.
    pub scattered: Vec<bool>,
    /// Sets of classes of which a counted group holds at most one unit.
    pub exclusive: Vec<Vec<u32>>,
    /// Kind of each group.
    pub kind: Vec<u32>,
}

impl Classes {
    /// Classes and kinds under all rules.
    pub fn of(instance: &Instance) -> Self {
        Self::under(instance, &instance.apart)
    }

    /// Classes and kinds under all rules but those that keep units apart: fewer classes.
    pub fn without_apart(instance: &Instance) -> Self {
        Self::under(instance, &vec![Vec::new(); instance.mass.len()])
    }

    fn under(instance: &Instance, apart: &[Vec<u32>]) -> Self {
        let compare = |a, b| compare(instance, apart, a, b);
        let mut order: Vec<u32> = (0..instance.mass.len() as u32).collect();
        order.sort_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
        let mut members: Vec<Vec<u32>> = Vec::new();
        for &unit in &order {
            match members.last_mut() {
                Some(class) if compare(class[0], unit).is_eq() => class.push(unit),
                _ => members.push(vec![unit]),
            }
        }
        let mut class_of = vec![0u32; instance.mass.len()];
        for (class, units) in members.iter().enumerate() {
            for &unit in units {
                class_of[unit as usize] = class as u32;
            }
        }
        let mut scattered = vec![false; members.len()];
        let mut partners: Vec<Vec<u32>> = vec![Vec::new(); members.len()];
        for (class, units) in members.iter().enumerate() {
            for &other in &apart[units[0] as usize] {
                let other = class_of[other as usize];
                scattered[class] |= other as usize == class;
                partners[class].push(other);
            }
            partners[class].sort_unstable();
            partners[class].dedup();
            partners[class].retain(|&other| other as usize != class);
        }
        let kind = kinds(instance, &members);
        Self { exclusive: cover(&partners), members, scattered, kind }
    }
}

/// Orders units by everything a rule can see; equal units are interchangeable.
///
/// Units with partners compare by partners and themselves, so that equal ones are apart.
fn compare(instance: &Instance, apart: &[Vec<u32>], a: u32, b: u32) -> Ordering {
    let (i, j) = (a as usize, b as usize);
    let groups = instance.groups.len();
    let closed = |unit: u32| {
        let partners = &apart[unit as usize];
        let split = partners.partition_point(|&other| other < unit);
        let own = (!partners.is_empty()).then_some(unit);
        partners[..split].iter().copied().chain(own).chain(partners[split..].iter().copied())
    };
    let amounts = |unit: usize| instance.quotas.iter().map(move |quota| quota.amount[unit]);
    (instance.mass[i].cmp(&instance.mass[j]))
        .then_with(|| {
            let row = |unit: usize| &instance.allowed[unit * groups..(unit + 1) * groups];
            row(i).cmp(row(j))
        })
        .then_with(|| amounts(i).cmp(amounts(j)))
        .then_with(|| closed(a).cmp(closed(b)))
}

/// Numbers groups so that two have the same number exactly if no rule tells them apart.
fn kinds(instance: &Instance, members: &[Vec<u32>]) -> Vec<u32> {
    let groups = instance.groups.len();
    let mut first: Vec<usize> = Vec::new();
    let mut kind = Vec::with_capacity(groups);
    for group in 0..groups {
        let same = |other: usize| {
            instance.groups[group] == instance.groups[other]
                && members.iter().all(|units| {
                    let row = units[0] as usize * groups;
                    instance.allowed[row + group] == instance.allowed[row + other]
                })
        };
        let found = first.iter().position(|&other| same(other));
        kind.push(found.unwrap_or(first.len()) as u32);
        if found.is_none() {
            first.push(group);
        }
    }
    kind
}

/// Covers the edges of a graph with cliques, each grown greedily from an uncovered edge.
fn cover(partners: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut covered: Vec<Vec<bool>> = partners.iter().map(|list| vec![false; list.len()]).collect();
    let mut cliques = Vec::new();
    for first in 0..partners.len() {
        for place in 0..partners[first].len() {
            let second = partners[first][place];
            if (second as usize) < first || covered[first][place] {
                continue;
            }
            let mut clique = vec![first as u32, second];
            let mut candidates = common(&partners[first], &partners[second as usize]);
            while let Some(&next) =
                candidates.iter().max_by_key(|&&c| (partners[c as usize].len(), u32::MAX - c))
            {
                clique.push(next);
                candidates = common(&candidates, &partners[next as usize]);
            }
            clique.sort_unstable();
            for &a in &clique {
                for &b in &clique {
                    if let Ok(place) = partners[a as usize].binary_search(&b) {
                        covered[a as usize][place] = true;
                    }
                }
            }
            cliques.push(clique);
        }
    }
    cliques
}

/// What two rising lists share.
fn common(a: &[u32], b: &[u32]) -> Vec<u32> {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.iter().copied().filter(|item| long.binary_search(item).is_ok()).collect()
}

/// A weighted sum of unknowns between two bounds.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Unknown and weight; weights are at least 1.
    pub terms: Vec<(u32, u32)>,
    /// Least value of the sum.
    pub min: i64,
    /// Largest value of the sum.
    pub max: i64,
}

/// Whole numbers under linear limits.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// Units in each class.
    pub size: Vec<u32>,
    /// Kind of each column; columns of one kind are interchangeable.
    pub kind: Vec<u32>,
    /// Largest value of each unknown `class * columns + column`.
    pub high: Vec<u32>,
    /// The limits: of columns first, then one for each class.
    pub rows: Vec<Row>,
    /// How many rows belong to columns.
    pub column_rows: usize,
    /// Column of each row of a column.
    pub column_of: Vec<u32>,
    /// For each unknown its rows of a column, and its weight there.
    pub places: Vec<Vec<(u32, u32)>>,
}

impl Model {
    /// One column for each group: has a solution exactly if the instance has one.
    pub fn of_groups(instance: &Instance, classes: &Classes) -> Self {
        let columns: Vec<(usize, i64)> =
            (0..instance.groups.len()).map(|group| (group, 1)).collect();
        Self::build(instance, classes, &columns, classes.kind.clone())
    }

    /// One column for each kind of groups: has a solution if the instance has one.
    pub fn of_kinds(instance: &Instance, classes: &Classes) -> Self {
        let mut columns: Vec<(usize, i64)> = Vec::new();
        for (group, &kind) in classes.kind.iter().enumerate() {
            match columns.get_mut(kind as usize) {
                Some(column) => column.1 += 1,
                None => columns.push((group, 1)),
            }
        }
        let kind = (0..columns.len() as u32).collect();
        Self::build(instance, classes, &columns, kind)
    }

    /// How many columns.
    pub fn columns(&self) -> usize {
        self.kind.len()
    }

    /// Columns stand for `copies` groups each, given by one of them.
    fn build(
        instance: &Instance,
        classes: &Classes,
        columns: &[(usize, i64)],
        kind: Vec<u32>,
    ) -> Self {
        let size: Vec<u32> = classes.members.iter().map(|units| units.len() as u32).collect();
        let unknown = |class: usize, column: usize| (class * columns.len() + column) as u32;
        let mut high = Vec::with_capacity(size.len() * columns.len());
        for (class, units) in classes.members.iter().enumerate() {
            for &(group, copies) in columns {
                let fits = instance.allowed[units[0] as usize * instance.groups.len() + group];
                let single = classes.scattered[class] && instance.groups[group].counted;
                let most = if single { size[class].min(copies as u32) } else { size[class] };
                high.push(if fits { most } else { 0 });
            }
        }
        let mut model = Self {
            size,
            kind,
            places: vec![Vec::new(); high.len()],
            high,
            rows: Vec::new(),
            column_rows: 0,
            column_of: Vec::new(),
        };
        for (column, &(group, copies)) in columns.iter().enumerate() {
            let Group { min, max, counted } = instance.groups[group];
            let weigh = |amount: &[u32]| -> Vec<(u32, u32)> {
                (classes.members.iter().enumerate())
                    .map(|(class, units)| (unknown(class, column), amount[units[0] as usize]))
                    .filter(|&(_, weight)| weight > 0)
                    .collect()
            };
            model.limit(column, copies, weigh(&instance.mass), min, max);
            if !counted {
                continue;
            }
            for quota in &instance.quotas {
                model.limit(column, copies, weigh(&quota.amount), quota.min, quota.max);
            }
            for clique in &classes.exclusive {
                let terms = clique.iter().map(|&class| (unknown(class as usize, column), 1));
                model.limit(column, copies, terms.collect(), 0, 1);
            }
        }
        model.column_rows = model.rows.len();
        for (row, limit) in model.rows.iter().enumerate() {
            for &(unknown, weight) in &limit.terms {
                model.places[unknown as usize].push((row as u32, weight));
            }
        }
        for (class, &size) in model.size.iter().enumerate() {
            let terms = (0..columns.len()).map(|column| (unknown(class, column), 1)).collect();
            model.rows.push(Row { terms, min: i64::from(size), max: i64::from(size) });
        }
        model
    }

    /// Adds a limit that holds in each of `copies` equal groups, unless it always holds.
    fn limit(&mut self, column: usize, copies: i64, terms: Vec<(u32, u32)>, min: u32, max: u32) {
        let terms: Vec<(u32, u32)> =
            terms.into_iter().filter(|&(unknown, _)| self.high[unknown as usize] > 0).collect();
        let reach: i64 = (terms.iter())
            .map(|&(unknown, weight)| i64::from(weight) * i64::from(self.high[unknown as usize]))
            .sum();
        // A sum of multiples is a multiple: bounds tighten to the nearest ones inside.
        let divisor = terms.iter().fold(0, |divisor, &(_, weight)| gcd(divisor, weight)).max(1);
        let divisor = i64::from(divisor);
        let min = (i64::from(min) + divisor - 1) / divisor * divisor * copies;
        let max = (i64::from(max) / divisor * divisor).saturating_mul(copies);
        if min > 0 || max < reach {
            self.rows.push(Row { terms, min, max: max.min(reach) });
            self.column_of.push(column as u32);
        }
    }
}

/// Greatest common divisor.
fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { gcd(b, a % b) }
}
