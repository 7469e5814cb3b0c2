//! Scores as REDCap works them out.
//!
//! Every answer is tested for being there, so that nothing rests on what REDCap makes of blanks,
//! and the least share of answers that the rubric asks for is asked for here too.

use super::names::{Plan, Planned};
use crate::evaluate::{Scoring, Total};

/// The score of some items: their sum in a level table, else their mean.
pub(super) fn score(plan: &Plan, items: &[&Planned], not_applicable: bool) -> String {
    let enough = enough(plan, items, not_applicable);
    format!("if({enough}, {}, '')", value(plan, items))
}

/// The total, where REDCap can work it out.
pub(super) fn total(plan: &Plan, not_applicable: bool) -> Option<String> {
    let all: Vec<&Planned> = plan.items.iter().collect();
    match plan.rubric.total {
        Total::None => None,
        Total::Items => Some(score(plan, &all, not_applicable)),
        // A group of which nothing applies drops out of the mean: that is beyond an expression.
        Total::Groups if not_applicable => None,
        Total::Groups => {
            let groups: Vec<Vec<&Planned>> = (0..plan.rubric.groups.len())
                .map(|group| plan.items.iter().filter(|item| item.group == group).collect())
                .collect();
            let conditions: Vec<String> = std::iter::once(&all)
                .chain(&groups)
                .map(|items| enough(plan, items, false))
                .collect();
            let means: Vec<String> = groups.iter().map(|items| value(plan, items)).collect();
            Some(format!(
                "if({}, ({}) / {}, '')",
                conditions.join(" and "),
                means.join(" + "),
                groups.len()
            ))
        }
    }
}

/// A count over a count.
pub(super) fn ratio(counts: &[String; 4]) -> String {
    let [count, among, ..] = counts;
    format!("if([{count}] <> '' and [{among}] <> '' and [{among}] > 0, [{count}] / [{among}], '')")
}

/// Whether so many items are answered as the rubric asks for.
fn enough(plan: &Plan, items: &[&Planned], not_applicable: bool) -> String {
    let answered = sum(items, |item| format!("if([{}] <> '', 1, 0)", item.name));
    let least = plan.rubric.minimum_answered;
    if not_applicable {
        let applicable = sum(items, |item| format!("if([{}(1)] = '1', 0, 1)", item.not_applicable));
        return format!("{answered} > 0 and {answered} >= {least} * {applicable}");
    }
    let whole = (least * items.len() as f64 - 1e-9).max(1.0);
    format!("{answered} >= {}", libm::ceil(whole))
}

fn value(plan: &Plan, items: &[&Planned]) -> String {
    let weighted = |item: &Planned| match item.item.weight {
        1.0 => points(plan, item),
        weight => format!("{weight} * {}", points(plan, item)),
    };
    let all = sum(items, |item| format!("if([{}] <> '', {}, 0)", item.name, weighted(item)));
    if plan.rubric.scoring == Scoring::LevelTable {
        return all;
    }
    let weights = sum(items, |item| format!("if([{}] <> '', {}, 0)", item.name, item.item.weight));
    format!("{all} / {weights}")
}

fn sum(items: &[&Planned], term: impl Fn(&Planned) -> String) -> String {
    let terms: Vec<String> = items.iter().map(|item| term(item)).collect();
    format!("sum({})", terms.join(", "))
}

/// What an answer is worth: points, reversed and rescaled where the rubric says so.
fn points(plan: &Plan, item: &Planned) -> String {
    let name = &item.name;
    let raw = if item.coded_by_points {
        format!("[{name}]")
    } else {
        let mut nested = "0".to_owned();
        for (code, level) in item.levels.iter().rev() {
            let points = level.points.unwrap_or_default();
            nested = format!("if([{name}] = '{code}', {points}, {nested})");
        }
        nested
    };
    let points = || item.levels.iter().filter_map(|(_, level)| level.points);
    let (min, max) =
        (points().fold(f64::INFINITY, f64::min), points().fold(f64::NEG_INFINITY, f64::max));
    let straight = if item.item.reversed { format!("({} - {raw})", min + max) } else { raw };
    match plan.rubric.rescale {
        Some(onto) if max > min => {
            let step = (onto.max - onto.min) / (max - min);
            format!("({} + ({straight} - ({min})) * {step})", onto.min)
        }
        _ => straight,
    }
}
