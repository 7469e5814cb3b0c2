//! The picture: what is known, period by period, with a band for each way.

use super::rows::Way;
use super::{Played, Told};
use crate::chapters::Story;
use crate::page::{Page, Parts};
use crate::words::decimals;
use innovation_core::explore::StepReport;
use innovation_core::math;

const LEFT: f64 = 70.0;
const RIGHT: f64 = 730.0;
const TOP: f64 = 24.0;
const FOOT: f64 = 340.0;

/// Dashes are the first sign of a way, its name beside the line the second, colour the last.
const STYLE: &str = "<style>.way{fill:none;stroke-width:3}.band{stroke:none;opacity:.25}.silos{stroke:var(--ink)}.openPlan{stroke:var(--m0);stroke-dasharray:2 5}.space{stroke:var(--new)}.unheard{stroke:var(--soft);stroke-dasharray:9 5}.silosBand{fill:var(--ink)}.openPlanBand{fill:var(--m0)}.spaceBand{fill:var(--new)}.unheardBand{fill:var(--soft)}figure text.mark{text-anchor:end;font-size:14px}figure text.name{font-size:15px}</style>\n";

/// Draws the course of performance.
pub(super) fn course(page: &mut Page, story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let title = story.say(
        "What people know on average, period by period",
        "Ce que l’on sait en moyenne, période après période",
    );
    page.canvas(("course-title", title), STYLE, 380.0);
    let most = told.played.iter().flat_map(steps).map(|step| step.mean + spread(step));
    // A scale that ends on a whole tenth above all bands.
    let most = ((10.0 * most.fold(0.1, f64::max)).ceil() / 10.0).min(1.0);
    let periods = told.played.iter().flat_map(steps).map(|step| step.step).max().unwrap_or(1);
    let x = |step: u32| LEFT + (RIGHT - LEFT) * f64::from(step) / f64::from(periods.max(1));
    let y = |share: f64| FOOT - (FOOT - TOP) * (share / most).clamp(0.0, 1.0);
    for part in 0..=4 {
        let share = most * f64::from(part) / 4.0;
        page.markup("<path class=\"line\" d=\"M").point((LEFT, y(share))).markup("H");
        page.coordinate(RIGHT).markup("\"/>\n<text class=\"mark\"").at(" x=\"", LEFT - 10.0);
        let label = decimals(locale, 100.0 * share, 0) + story.say("%", "\u{a0}%");
        page.at(" y=\"", y(share) + 5.0).element(">", &label, "</text>\n");
        let step = periods * part / 4;
        page.markup("<text").at(" x=\"", x(step) - 8.0).at(" y=\"", FOOT + 24.0);
        page.element(">", &step.to_string(), "</text>\n");
    }
    for played in &told.played {
        page.markup(classes(played.row.way).0).markup(" d=\"M");
        let edge = |page: &mut Page, step: &StepReport, side: f64| {
            page.point((x(step.step), y(step.mean + side * spread(step)))).markup(" ");
        };
        steps(played).for_each(|step| edge(page, step, 1.0));
        let back: Vec<&StepReport> = steps(played).collect();
        back.iter().rev().for_each(|step| edge(page, step, -1.0));
        page.markup("Z\"/>\n");
    }
    // Names stand beside the ends of their lines, and give way to each other.
    let mut ends: Vec<(f64, &Played)> = told
        .played
        .iter()
        .filter_map(|played| Some((y(steps(played).last()?.mean), played)))
        .collect();
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free = TOP;
    for (end, played) in ends {
        page.markup(classes(played.row.way).1).markup(" d=\"M");
        steps(played).for_each(|step| {
            page.point((x(step.step), y(step.mean))).markup(" ");
        });
        page.markup("\"/>\n");
        let at = end.max(free);
        free = at + 20.0;
        page.markup("<text class=\"name\"").at(" x=\"", RIGHT + 12.0).at(" y=\"", at + 5.0);
        page.element(">", played.row.name(locale), "</text>\n");
    }
    page.markup("</svg></div>\n<figcaption>");
    page.text(story.say(
        "Across: periods. Lines: means over replicates, from the start to the last period. Bands: one standard deviation to each side, within which about two replicates of three lie.",
        "En abscisse\u{a0}: les périodes. Traits\u{a0}: moyennes des répliques, du début à la dernière période. Bandes\u{a0}: un écart-type de chaque côté, où se trouvent environ deux répliques sur trois.",
    ))
    .markup("</figcaption></figure>\n");
}

fn steps(played: &Played) -> impl Iterator<Item = &StepReport> {
    let outcome = played.report.outcomes.iter().find(|outcome| outcome.name == "performance");
    outcome.into_iter().flat_map(|outcome| &outcome.course)
}

/// The standard deviation between replicates.
fn spread(step: &StepReport) -> f64 {
    step.standard_error.value.unwrap_or_default() * math::sqrt(step.count as f64)
}

/// The start tags of a way's band and line.
fn classes(way: Way) -> (&'static str, &'static str) {
    match way {
        Way::Silos => ("<path class=\"band silosBand\"", "<path class=\"way silos\""),
        Way::OpenPlan => ("<path class=\"band openPlanBand\"", "<path class=\"way openPlan\""),
        Way::Space => ("<path class=\"band spaceBand\"", "<path class=\"way space\""),
        Way::Unheard => ("<path class=\"band unheardBand\"", "<path class=\"way unheard\""),
    }
}
