//! Totals as expressions of FHIRPath, which a form computes as it is filled.
//!
//! What an item is worth is linear in its points, whatever is reversed, rescaled or weighted:
//! items of one line are added up together. What is not applicable is left out by its system;
//! the conditions are those of the rubric's `minimumAnswered`.
//!
//! # References
//!
//! HL7, *FHIRPath*, normative release 2.0; HL7, *Structured Data Capture*, calculatedExpression.

use super::json::REASONS;
use super::layout::{GroupPlace, ItemPlace, Layout};
use crate::evaluate::{Rubric, Scoring, Total};
use crate::people::Id;

/// More items, and an expression is left out: readers parse lists by recursion.
const MOST_ITEMS: usize = 300;
/// More rungs, and the expression of a ladder is left out.
const MOST_RUNGS: usize = 30;

/// Variables by name, and what is computed from them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub variables: Vec<(String, String)>,
    pub expression: String,
}

/// The score of a group.
pub(super) fn of_group(rubric: &Rubric, group: &GroupPlace<'_>) -> Option<Sum> {
    let items: Vec<&ItemPlace<'_>> = group.items.iter().collect();
    (items.len() <= MOST_ITEMS).then(|| combined(rubric, &items))
}

/// The total, where there is one that can be written.
pub(super) fn of_all(layout: &Layout<'_>) -> Option<Sum> {
    let items: Vec<&ItemPlace<'_>> = layout.items().collect();
    if layout.total.is_none() || items.len() > MOST_ITEMS {
        return None;
    }
    match (layout.rubric.scoring, layout.rubric.total) {
        (Scoring::Ladder, _) => ladder(layout),
        (_, Total::Groups) => Some(mean_of_groups(layout, &items)),
        _ => Some(combined(layout.rubric, &items)),
    }
}

/// Items whose value is the same line of their points, with the same weight.
struct Line<'a> {
    slope: f64,
    constant: f64,
    weight: f64,
    links: Vec<&'a str>,
}

fn lines<'a>(rubric: &Rubric, items: &[&'a ItemPlace<'_>]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    for place in items {
        let points = || place.levels.iter().filter_map(|level| level.points);
        let min = points().fold(f64::INFINITY, f64::min);
        let max = points().fold(f64::NEG_INFINITY, f64::max);
        let reversed = place.item.reversed;
        let (mut slope, mut constant) = if reversed { (-1.0, min + max) } else { (1.0, 0.0) };
        if let Some(onto) = rubric.rescale.filter(|_| max > min) {
            let stretch = (onto.max - onto.min) / (max - min);
            (slope, constant) = (slope * stretch, onto.min + (constant - min) * stretch);
        }
        let weight = place.item.weight;
        let (slope, constant) = (slope * weight, constant * weight);
        let same = |line: &&mut Line<'a>| {
            (line.slope, line.constant, line.weight) == (slope, constant, weight)
        };
        match lines.iter_mut().find(same) {
            Some(line) => line.links.push(&place.link),
            None => lines.push(Line { slope, constant, weight, links: vec![&place.link] }),
        }
    }
    lines
}

/// The sum or the weighted mean over items.
fn combined(rubric: &Rubric, items: &[&ItemPlace<'_>]) -> Sum {
    let lines = lines(rubric, items);
    let mut sum = Sum::default();
    let (mut counts, mut above, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let name = format!("points{}", at + 1);
        let (total, count) =
            (format!("%{name}.aggregate($this + $total, 0)"), format!("%{name}.count()"));
        above.push(times(line.slope, &total));
        if line.constant != 0.0 {
            above.push(times(line.constant, &count));
        }
        below.push(times(line.weight, &count));
        counts.push(count);
        let chosen = format!("{}.where(system != '{REASONS}')", answers(&line.links));
        sum.variables.push((name, format!("{chosen}.ordinal()")));
    }
    let links: Vec<&str> = items.iter().map(|place| place.link.as_str()).collect();
    sum.variables.push(("excused".to_owned(), excused(&links)));
    let enough = enough(rubric, &counts.join(" + "), links.len());
    let above = above.join(" + ");
    let value = match rubric.scoring {
        Scoring::LevelTable => above,
        _ => format!("({above}) / ({})", below.join(" + ")),
    };
    sum.expression = format!("iif({enough}, {value}, {{}})");
    sum
}

/// The mean of the groups' means, over the groups of which anything applies.
fn mean_of_groups(layout: &Layout<'_>, items: &[&ItemPlace<'_>]) -> Sum {
    let scores: Vec<&str> =
        layout.groups.iter().filter_map(|group| group.score.as_deref()).collect();
    let links: Vec<&str> = items.iter().map(|place| place.link.as_str()).collect();
    let applies = |group: &GroupPlace<'_>| {
        let links: Vec<&str> = group.items.iter().map(|place| place.link.as_str()).collect();
        format!("iif({}.count() < {}, 1, 0)", excused(&links), links.len())
    };
    let groups: Vec<String> = layout.groups.iter().map(applies).collect();
    let chosen = format!("{}.where(system != '{REASONS}')", answers(&links));
    let variables = vec![
        ("scores".to_owned(), answers(&scores)),
        ("chosen".to_owned(), chosen),
        ("excused".to_owned(), excused(&links)),
        ("groups".to_owned(), groups.join(" + ")),
    ];
    let enough = enough(layout.rubric, "%chosen.count()", links.len());
    let expression = format!(
        "iif({enough} and %scores.count() = %groups, \
         %scores.aggregate($this + $total, 0) / %scores.count(), {{}})"
    );
    Sum { variables, expression }
}

/// Whether enough of the items that apply are answered.
fn enough(rubric: &Rubric, answered: &str, items: usize) -> String {
    let least = rubric.minimum_answered;
    let some = format!("{answered} > 0");
    if least == 0.0 {
        some
    } else if least == 1.0 {
        format!("{some} and {answered} = {items} - %excused.count()")
    } else {
        // The library's own allowance for shares that are no binary fractions.
        format!("{some} and {answered} >= {least} * ({items} - %excused.count()) - 0.000000001")
    }
}

/// The points of the highest rung up to which every condition holds.
fn ladder(layout: &Layout<'_>) -> Option<Sum> {
    if layout.groups.len() > MOST_RUNGS {
        return None;
    }
    let mut expression = String::new();
    for rung in layout.groups.iter().rev() {
        let points = decimal(rung.group.points?);
        let above = if expression.is_empty() {
            points
        } else {
            // What lies above, or this rung where that has nothing to say.
            format!("({expression} | {points}).first()")
        };
        expression = format!("iif({}, {above}, {{}})", holds(rung)?);
    }
    Some(Sum { variables: Vec::new(), expression })
}

/// Whether every condition of a rung holds.
fn holds(rung: &GroupPlace<'_>) -> Option<String> {
    let mut conditions = Vec::new();
    let mut plain: Vec<(&Id, Vec<&str>)> = Vec::new();
    for place in &rung.items {
        let top = &place.levels.last()?.id;
        match &place.evidence {
            Some(evidence) => {
                let answer = answers(&[&place.link]);
                let shown = format!("{}.where(matches('\\\\S'))", answers(&[evidence]));
                conditions.push(format!(
                    "({answer}.where(system = '{REASONS}').exists() or \
                     ({answer}.where({}).exists() and {shown}.exists()))",
                    is_level(top)
                ));
            }
            None => match plain.iter_mut().find(|(level, _)| *level == top) {
                Some((_, links)) => links.push(&place.link),
                None => plain.push((top, vec![&place.link])),
            },
        }
    }
    conditions.extend(plain.iter().map(|(top, links)| {
        let held = format!("system = '{REASONS}' or ({})", is_level(top));
        format!("{}.where({held}).count() = {}", answers(links), links.len())
    }));
    Some(conditions.join(" and "))
}

fn is_level(level: &Id) -> String {
    format!("code = {} and system != '{REASONS}'", quoted(&super::json::code(level.as_str())))
}

/// The answers of some questions.
fn answers(links: &[&str]) -> String {
    let links: Vec<String> = links.iter().map(|link| quoted(link)).collect();
    match links.as_slice() {
        [one] => format!("%resource.item.item.where(linkId = {one}).answer.value"),
        _ => format!("%resource.item.item.where(linkId in ({})).answer.value", links.join(" | ")),
    }
}

/// The answers that say that an item does not apply.
fn excused(links: &[&str]) -> String {
    format!("{}.where(system = '{REASONS}')", answers(links))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn times(factor: f64, what: &str) -> String {
    if factor == 1.0 { what.to_owned() } else { format!("{} * {what}", decimal(factor)) }
}

fn decimal(number: f64) -> String {
    if number < 0.0 { format!("({number})") } else { number.to_string() }
}
