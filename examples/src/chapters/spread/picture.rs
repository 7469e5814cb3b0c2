//! The picture: twelve sites along the months.

use super::super::Story;
use super::Told;
use super::cast::LOOK;
use super::words;
use crate::page::{Page, Parts};
use innovation_core::instant::Instant;
use innovation_core::spread::{AdaptationSeverity, Site, UseStage};

const LEFT: f64 = 215.0;
const WIDTH: f64 = 930.0;
const ROW: f64 = 34.0;
const TOP: f64 = 30.0;

/// Height is the first sign of a stage, colour only the second.
const STYLE: &str = "<style>.aware{fill:var(--tie)}.trial{fill:var(--m4);stroke:var(--ink);stroke-dasharray:4 3}.adopted{fill:var(--m4);stroke:var(--ink)}.routine{fill:var(--m0);stroke:var(--ink)}.discontinued{fill:none;stroke:var(--ink);stroke-dasharray:2 5}.kept{fill:var(--ink);stroke:var(--card);stroke-width:2}.unkept{fill:var(--card);stroke:var(--ink);stroke-width:2}.lost{fill:var(--new);stroke:var(--card);stroke-width:2}figure text.site{text-anchor:end;font-size:15px}figure text.month{fill:var(--soft)}</style>\n";

/// The months from the first to that of the look, and where a day lies among them.
struct Axis {
    first: Instant,
    days: f64,
}

impl Axis {
    fn of(told: &Told) -> Option<Self> {
        let first = told.register.months.first()?;
        let first = Instant::parse(&format!("{}-01", first.month))?;
        let days = first.days_until(Instant::parse(LOOK)?).max(1) as f64;
        Some(Self { first, days })
    }

    fn x(&self, day: &str) -> f64 {
        let days = Instant::parse(day).map_or(0, |day| self.first.days_until(day));
        LEFT + (WIDTH - LEFT) * days as f64 / self.days
    }
}

/// A row for each site: its stages as bars, looks as rounds, what touched the core as a diamond.
pub(super) fn sites(page: &mut Page, story: &Story, told: &Told) {
    let Some(axis) = Axis::of(told) else { return };
    let locale = story.options.locale.as_str();
    let title = story.say("Twelve sites along the months", "Douze sites au fil des mois");
    let height = TOP + ROW * told.request.sites.len() as f64 + 8.0;
    page.canvas(("sites-title", title), STYLE, height);
    months(page, &axis, told, locale, height);
    for (row, site) in told.request.sites.iter().enumerate() {
        let middle = TOP + ROW * (row as f64 + 0.5);
        let name = site.name.as_ref().map_or(site.id.as_str(), |name| name.for_locale(locale));
        page.markup("<text class=\"site\"").at(" x=\"", LEFT - 12.0).at(" y=\"", middle + 5.0);
        page.element(">", name, "</text>\n");
        bars(page, &axis, site, middle);
        for check in &site.checks {
            page.markup(if check.kept {
                "<circle class=\"kept\""
            } else {
                "<circle class=\"unkept\""
            });
            page.at(" cx=\"", axis.x(&check.at)).at(" cy=\"", middle).markup(" r=\"6\"/>\n");
        }
        let grave = told.register.concerns.iter();
        let grave =
            grave.filter(|one| one.site == site.id && one.severity == AdaptationSeverity::High);
        for concern in grave {
            let adaptation = told.request.adaptations.get(concern.adaptation as usize);
            if let Some(at) = adaptation.and_then(|one| one.at.as_deref()) {
                diamond(page, axis.x(at), middle);
            }
        }
    }
    page.markup("</svg></div>\n<figcaption>");
    page.text(story.say(
        "A thin line: the site knows of it. A dashed bar: it tries it. A full bar: it does it; the highest: nothing else any more. Dots: it stopped. A filled round: somebody looked and it was kept; an empty one: it was not. A diamond: a change that departs from the core.",
        "Un trait fin\u{a0}: le site en a connaissance. Une barre en tirets\u{a0}: il l’essaie. Une barre pleine\u{a0}: il le pratique\u{202f}; la plus haute\u{a0}: il ne fait plus rien d’autre. Des points\u{a0}: il a arrêté. Un rond plein\u{a0}: on a regardé, et c’était gardé\u{202f}; un rond vide\u{a0}: non. Un losange\u{a0}: un changement qui s’écarte du cœur.",
    ))
    .markup("</figcaption></figure>\n");
}

/// The stages of a site, each until the next one.
fn bars(page: &mut Page, axis: &Axis, site: &Site, middle: f64) {
    for (at, step) in site.history.iter().enumerate() {
        let from = axis.x(&step.at);
        let until = site.history.get(at + 1).map_or(WIDTH, |next| axis.x(&next.at));
        let (class, height) = match step.stage {
            UseStage::Aware => ("<rect class=\"aware\"", 3.0),
            UseStage::Trial => ("<rect class=\"trial\"", 12.0),
            UseStage::Adopted => ("<rect class=\"adopted\"", 18.0),
            UseStage::Routine => ("<rect class=\"routine\"", 24.0),
            UseStage::Discontinued => ("<rect class=\"discontinued\"", 3.0),
        };
        page.markup(class).at(" x=\"", from).at(" y=\"", middle - height / 2.0);
        page.at(" width=\"", (until - from).max(1.0)).at(" height=\"", height).markup("/>\n");
    }
}

fn diamond(page: &mut Page, x: f64, y: f64) {
    const SIZE: f64 = 9.0;
    page.markup("<path class=\"lost\" d=\"M").point((x, y - SIZE)).markup("L").point((x + SIZE, y));
    page.markup("L").point((x, y + SIZE)).markup("L").point((x - SIZE, y)).markup("Z\"/>\n");
}

/// A line and a name for each January and each July.
fn months(page: &mut Page, axis: &Axis, told: &Told, locale: &str, height: f64) {
    for month in &told.register.months {
        if !month.month.ends_with("-01") && !month.month.ends_with("-07") {
            continue;
        }
        let x = axis.x(&format!("{}-01", month.month));
        page.markup("<path class=\"line\" d=\"M").point((x, TOP - 6.0)).markup("V");
        page.coordinate(height).markup("\"/>\n<text class=\"month\"");
        page.at(" x=\"", x).at(" y=\"", 16.0);
        page.element(">", &words::month(locale, &month.month), "</text>\n");
    }
}
