//! The pictures: twelve sites along the months, and the curve of those that took it up.

use super::super::Story;
use super::Told;
use super::cast::LOOK;
use super::words;
use crate::page::{Page, Parts};
use crate::words::decimals;
use innovation_core::instant::Instant;
use innovation_core::spread::{AdaptationSeverity, BassFit, Site, UseStage};

const LEFT: f64 = 215.0;
const WIDTH: f64 = 930.0;
const ROW: f64 = 34.0;
const TOP: f64 = 30.0;

/// Height is the first sign of a stage, colour only the second.
const STYLE: &str = "<style>.aware{fill:var(--tie)}.trial{fill:var(--m4);stroke:var(--ink);stroke-dasharray:4 3}.adopted{fill:var(--m4);stroke:var(--ink)}.routine{fill:var(--m0);stroke:var(--ink)}.discontinued{fill:none;stroke:var(--ink);stroke-dasharray:2 5}.kept{fill:var(--ink);stroke:var(--card);stroke-width:2}.unkept{fill:var(--card);stroke:var(--ink);stroke-width:2}.lost{fill:var(--new);stroke:var(--card);stroke-width:2}figure text.site{text-anchor:end;font-size:15px}figure text.month{fill:var(--soft)}.ever{fill:none;stroke:var(--ink);stroke-width:3}.using{fill:none;stroke:var(--m0);stroke-width:3;stroke-dasharray:7 4}.band{fill:var(--tie);stroke:none}</style>\n";

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
    open(page, "sites-title", title, height);
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

/// How many sites ever took it up, and how many use it, month by month.
pub(super) fn curve(page: &mut Page, story: &Story, told: &Told) {
    const HEIGHT: f64 = 260.0;
    const FOOT: f64 = 236.0;
    let Some(axis) = Axis::of(told) else { return };
    let locale = story.options.locale.as_str();
    let title = story.say(
        "Sites that took it up, and sites that use it",
        "Sites qui l’ont adopté, et sites qui le pratiquent",
    );
    open(page, "curve-title", title, HEIGHT);
    months(page, &axis, told, locale, HEIGHT);
    let most = told.request.sites.len().max(1) as f64;
    let y = |count: u32| FOOT - (FOOT - TOP) * f64::from(count) / most;
    let months = &told.register.months;
    for (class, using) in
        [("<path class=\"ever\" d=\"M", false), ("<path class=\"using\" d=\"M", true)]
    {
        page.markup(class).point((LEFT, FOOT));
        for (at, month) in months.iter().enumerate() {
            let stages = month.stages;
            let count = if using { stages.adopted + stages.routine } else { month.ever };
            let next = months.get(at + 1);
            let end = next.map_or(WIDTH, |next| axis.x(&format!("{}-01", next.month)));
            page.markup(" V").coordinate(y(count)).markup(" H").coordinate(end);
        }
        page.markup("\"/>\n");
    }
    for count in [0, 4, 8, 12] {
        page.markup("<text class=\"site\"").at(" x=\"", LEFT - 12.0).at(" y=\"", y(count) + 5.0);
        page.element(">", &count.to_string(), "</text>\n");
    }
    page.markup("</svg></div>\n<figcaption>");
    page.text(story.say(
        "Full line: sites that ever took it up. Dashed: sites that use it.",
        "Trait plein\u{a0}: sites qui l’ont adopté un jour. Tirets\u{a0}: sites qui le pratiquent.",
    ))
    .markup("</figcaption></figure>\n");
}

/// What was seen month by month and what the curve expects, with its band.
pub(super) fn band(page: &mut Page, story: &Story, curve: &BassFit) {
    const HEIGHT: f64 = 260.0;
    const FOOT: f64 = 236.0;
    let months = (curve.fitted.len() + curve.forecast.len()).max(1) as f64;
    let ceiling = curve.forecast.iter().map(|period| period.cumulative_upper);
    let ceiling = ceiling.fold(curve.adopters, f64::max).max(1.0);
    let x = |period: f64| LEFT + (WIDTH - LEFT) * period / months;
    let y = |count: f64| FOOT - (FOOT - TOP) * count / ceiling;
    let title = story.say("Adopters seen, and expected", "Adoptions constatées, et attendues");
    open(page, "band-title", title, HEIGHT);
    let now = (curve.fitted.len() as f64, curve.adopters);
    page.markup("<path class=\"band\" d=\"M").point((x(now.0), y(now.1)));
    for period in &curve.forecast {
        page.markup("L").point((x(f64::from(period.period)), y(period.cumulative_upper)));
    }
    for period in curve.forecast.iter().rev() {
        page.markup("L").point((x(f64::from(period.period)), y(period.cumulative_lower)));
    }
    page.markup("Z\"/>\n<path class=\"ever\" d=\"M").point((x(0.0), y(0.0)));
    let mut seen = 0.0;
    for period in &curve.fitted {
        seen += period.adopters;
        page.markup(" V").coordinate(y(seen));
        page.markup(" H").coordinate(x(f64::from(period.period)));
    }
    page.markup("\"/>\n<path class=\"using\" d=\"M").point((x(now.0), y(now.1)));
    for period in &curve.forecast {
        page.markup("L").point((x(f64::from(period.period)), y(period.cumulative)));
    }
    page.markup("\"/>\n");
    for count in [0.0, curve.adopters, ceiling] {
        page.markup("<text class=\"site\"").at(" x=\"", LEFT - 12.0).at(" y=\"", y(count) + 5.0);
        page.element(">", &decimals(&story.options.locale, count, 0), "</text>\n");
    }
    page.markup("</svg></div>\n<figcaption>");
    page.text(story.say(
        "Full line: adopters seen, by month since the first. Dashed: what the curve expects of the year ahead, in its band.",
        "Trait plein\u{a0}: adoptions constatées, par mois depuis la première. Tirets\u{a0}: ce que la courbe attend de l’année à venir, dans sa bande.",
    ))
    .markup("</figcaption></figure>\n");
}

fn open(page: &mut Page, id: &'static str, title: &str, height: f64) {
    page.markup("<figure><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    page.text(title).markup("\"><svg role=\"img\" aria-labelledby=\"").markup(id);
    page.markup("\" viewBox=\"0 0 960 ").coordinate(height).markup("\">\n<title id=\"").markup(id);
    page.element("\">", title, "</title>\n").markup(STYLE);
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
