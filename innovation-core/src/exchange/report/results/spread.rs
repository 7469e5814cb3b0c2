//! How something spreads: sites month by month, the curve fitted, the model run ahead.

use crate::error::Result;
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::words::{self, Language, Phrase};
use crate::exchange::report::{ReportRequest, names::Names};
use crate::picture::Naming;
use crate::picture::curve::{self, Band, Line};
use crate::text::Text;

/// What is known of a spread; at least one of them.
#[derive(Debug)]
pub(in crate::exchange::report) struct Spread {
    curves: Vec<Curve>,
}

/// A picture with its table.
#[derive(Debug)]
struct Curve {
    name: &'static str,
    title: Phrase,
    text: Phrase,
    labels: Vec<String>,
    lines: Vec<Line>,
    band: Option<Band>,
    data: Data,
    reading: Option<Text>,
}

impl Spread {
    /// Reads the answers of `spread.register`, `spread.fit` and `spread.simulate`.
    pub(in crate::exchange::report) fn read(
        request: &ReportRequest,
        language: Language,
    ) -> Result<Option<Self>> {
        let mut curves = Vec::new();
        if let Some(value) = &request.register {
            curves.push(register(&Answer::of(value, "/register")?, language)?);
        }
        if let Some(value) = &request.fit {
            curves.push(fit(&Answer::of(value, "/fit")?, language)?);
        }
        if let Some(value) = &request.simulation {
            curves.push(simulation(&Answer::of(value, "/simulation")?, language)?);
        }
        Ok((!curves.is_empty()).then_some(Self { curves }))
    }

    /// Writes the section.
    pub(in crate::exchange::report) fn write(&self, pen: &mut Pen, names: &Names<'_>) {
        let language = pen.language;
        section(pen, "spread", Some(words::SPREAD), words::SPREADING);
        if language.is_easy() {
            pen.easy(&[words::EASY_SPREAD, words::EASY_SPREAD_LINE]);
        }
        for curve in &self.curves {
            let (title, text) = (language.say(curve.title), language.say(curve.text));
            let naming = Naming { name: curve.name, title, text };
            let svg = curve::draw(
                naming,
                language.width(),
                language.is_french(),
                &curve.labels,
                &curve.lines,
                curve.band.as_ref(),
            );
            pen.picture(title, &svg, if language.is_easy() { "" } else { text });
            if let Some(reading) = curve.reading.as_ref().filter(|_| !language.is_easy()) {
                pen.paragraph(&names.text(reading));
            }
            pen.behind(&curve.data);
        }
        pen.markup("</section>\n");
    }
}

/// A table behind a curve.
fn data(language: Language, title: Phrase, columns: &[Phrase]) -> Data {
    let columns: Vec<(&str, bool)> =
        columns.iter().enumerate().map(|(at, column)| (language.say(*column), at > 0)).collect();
    let caption = format!("{} – {}", language.say(title), language.say(words::NUMBERS));
    Data::of(caption, &columns)
}

fn line(language: Language, name: Phrase, points: Vec<(f64, f64)>, stairs: bool) -> Line {
    Line { name: language.say(name).to_owned(), points, stairs }
}

fn register(answer: &Answer<'_>, language: Language) -> Result<Curve> {
    let (mut labels, mut ever, mut using) = (Vec::new(), Vec::new(), Vec::new());
    let columns = [words::MONTH, words::EVER, words::USING, words::STOPPED];
    let mut table = data(language, words::SITES, &columns);
    for (at, month) in answer.list("months")?.iter().enumerate() {
        let label = language.month(month.need("month")?.string()?);
        let stages = month.need("stages")?;
        let stage = |name: &str| stages.need(name)?.whole(1_000_000);
        let use_it = stage("adopted")? + stage("routine")?;
        let took = month.need("ever")?.whole(1_000_000)?;
        if use_it > took {
            let fact = format!("{use_it} sites use it, and {took} ever took it up");
            return Err(month.contradicts(fact));
        }
        let stopped = month.get("stopped").map_or(Ok(0), |stopped| stopped.whole(1_000_000))?;
        ever.push((at as f64, f64::from(took)));
        using.push((at as f64, f64::from(use_it)));
        let counts = [took, use_it, stopped].map(|count| language.count(u64::from(count)));
        table.rows.push([label.clone()].into_iter().chain(counts).collect());
        labels.push(label);
    }
    Ok(Curve {
        name: "sites",
        title: words::SITES,
        text: words::SITES_TEXT,
        labels,
        lines: vec![
            line(language, words::EVER, ever, true),
            line(language, words::USING, using, true),
        ],
        band: None,
        data: table,
        reading: None,
    })
}

fn fit(answer: &Answer<'_>, language: Language) -> Result<Curve> {
    let columns = [words::PERIOD, words::SEEN, words::CURVE, words::EXPECTED, words::BAND];
    let mut table = data(language, words::FIT, &columns);
    let (mut seen, mut by_curve) = (vec![(0.0, 0.0)], vec![(0.0, 0.0)]);
    let mut all = 0.0;
    let nothing = || language.say(words::NOTHING).to_owned();
    for period in answer.list("fitted")? {
        let at = f64::from(period.need("period")?.whole(100_000)?);
        all += period.need("adopters")?.number()?;
        let cumulative = period.need("cumulative")?.number()?;
        if at <= seen.last().map_or(0.0, |last| last.0) {
            return Err(
                period.contradicts("its period does not follow the one before it".to_owned())
            );
        }
        seen.push((at, all));
        by_curve.push((at, cumulative));
        let cells = [language.number(at), language.number(all), language.number(cumulative)];
        table.rows.push(cells.into_iter().chain([nothing(), nothing()]).collect());
    }
    let (mut ahead, mut band) = (Vec::new(), Vec::new());
    ahead.extend(seen.last().copied());
    band.extend(seen.last().map(|&(at, all)| (at, all, all)));
    for period in answer.list("forecast")? {
        let at = f64::from(period.need("period")?.whole(100_000)?);
        let value = |name: &str| period.need(name)?.number();
        let (mean, lower, upper) =
            (value("cumulative")?, value("cumulativeLower")?, value("cumulativeUpper")?);
        if at <= ahead.last().map_or(0.0, |last| last.0) {
            return Err(
                period.contradicts("its period does not follow the one before it".to_owned())
            );
        }
        ahead.push((at, mean));
        band.push((at, lower, upper));
        let range = format!("{} – {}", language.number(lower), language.number(upper));
        table.rows.push(vec![
            language.number(at),
            nothing(),
            nothing(),
            language.number(mean),
            range,
        ]);
    }
    let last = ahead.last().map_or(0.0, |last| last.0) as usize;
    let mut lines = vec![
        line(language, words::SEEN, seen, true),
        line(language, words::CURVE, by_curve, false),
    ];
    let forecast = ahead.len() > 1;
    if forecast {
        lines.push(line(language, words::EXPECTED, ahead, false));
    }
    Ok(Curve {
        name: "fit",
        title: words::FIT,
        text: words::FIT_TEXT,
        labels: (0..=last.min(100_000)).map(|at| at.to_string()).collect(),
        lines,
        band: forecast.then(|| Band { name: language.say(words::BAND).to_owned(), points: band }),
        data: table,
        reading: None,
    })
}

fn simulation(answer: &Answer<'_>, language: Language) -> Result<Curve> {
    let (mut mean, mut band) = (Vec::new(), Vec::new());
    let mut ends: Option<(f64, f64)> = None;
    let mut table = data(language, words::SIMULATION, &[words::STEP, words::MEAN]);
    let mut labels = Vec::new();
    for (at, step) in answer.list("curve")?.iter().enumerate() {
        let own = step.need("mean")?.number()?;
        let number = step.need("step")?.whole(1_000_000)?.to_string();
        let mut quantiles: Vec<(f64, f64)> = Vec::new();
        for quantile in step.list("quantiles")? {
            quantiles
                .push((quantile.need("probability")?.share()?, quantile.need("value")?.number()?));
        }
        let mut row = vec![number.clone(), language.decimal(own)];
        if let (Some(first), Some(last)) = (quantiles.first(), quantiles.last()) {
            ends = Some((first.0, last.0));
            band.push((at as f64, first.1, last.1));
            row.push(format!("{} – {}", language.number(first.1), language.number(last.1)));
        }
        mean.push((at as f64, own));
        table.rows.push(row);
        labels.push(number);
    }
    let named = ends.map(|(from, to)| {
        language.with(words::RUNS, &[&language.percent(from), &language.percent(to)])
    });
    table.columns.extend(named.clone().map(|name| (name, true)));
    Ok(Curve {
        name: "simulation",
        title: words::SIMULATION,
        text: words::SIMULATION_TEXT,
        labels,
        lines: vec![line(language, words::MEAN, mean, false)],
        band: named.map(|name| Band { name, points: band }),
        data: table,
        reading: answer.get("reading").map(|reading| reading.text()).transpose()?,
    })
}
