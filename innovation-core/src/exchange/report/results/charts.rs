//! Charts of measurements, drawn as `evaluate.chart` draws them.
//!
//! The picture of an answer is not taken over: it is markup, and it comes from outside. It is
//! drawn anew from the numbers.

use crate::error::{Code, Error, Result};
use crate::evaluate::{
    Baseline, Chart, ChartCounts, ChartKind, ChartPhase, ChartPicture, ChartRequest, ChartRuns,
    ChartSignal, RulesUsed, SignalMeaning, draw_chart,
};
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::{ReportChart, words};
use crate::text::Text;
use std::collections::BTreeSet;

/// Longer series are not drawn.
const MOST_POINTS: usize = 1_000;

/// A chart that can be drawn.
#[derive(Debug)]
pub(in crate::exchange::report) struct Drawn {
    title: Option<String>,
    chart: Chart,
    request: ChartRequest,
}

impl Drawn {
    /// Reads the answer of `evaluate.chart`.
    pub(in crate::exchange::report) fn read(
        own: &ReportChart,
        path: &str,
        names: &Names<'_>,
    ) -> Result<Self> {
        let answer = Answer::of(&own.answer, &format!("{path}/answer"))?;
        let statistic = answer.numbers("statistic")?;
        if statistic.len() > MOST_POINTS {
            let message = format!("{} points are more than {MOST_POINTS}", statistic.len());
            return Err(Error::new(Code::ContractTooLarge, message).at(answer.path));
        }
        let line = |name: &str| -> Result<Vec<Option<f64>>> {
            let line = answer.numbers(name)?;
            if line.len() == statistic.len() {
                return Ok(line);
            }
            let fact = format!("{} points, and {} in the series", line.len(), statistic.len());
            Err(answer.need(name)?.contradicts(fact))
        };
        let last = statistic.len().saturating_sub(1) as u32;
        let point = |one: &Answer<'_>| one.whole(last);
        let signal = |one: &Answer<'_>| -> Result<ChartSignal> {
            Ok(ChartSignal {
                rule: one.need("rule")?.string()?.to_owned(),
                points: one.list("points")?.iter().map(point).collect::<Result<_>>()?,
                completed: Vec::new(),
                phase: 0,
                direction: None,
                meaning: match one.maybe("meaning")? {
                    Some("improvement") => SignalMeaning::Improvement,
                    Some("concern") => SignalMeaning::Concern,
                    _ => SignalMeaning::Neutral,
                },
                text: one.need("text")?.text()?,
            })
        };
        let phase = |one: &Answer<'_>| -> Result<ChartPhase> {
            let baseline = one.get("baseline").map(|own| -> Result<Baseline> {
                Ok(Baseline { from: point(&own.need("from")?)?, to: point(&own.need("to")?)? })
            });
            Ok(ChartPhase {
                from: point(&one.need("from")?)?,
                to: point(&one.need("to")?)?,
                reason: one.maybe("reason")?.map(str::to_owned),
                baseline: baseline.transpose()?,
                used: 0,
                centre: None,
                mean_moving_range: None,
                screened_ranges: 0,
                runs: ChartRuns::default(),
                not_checked: Vec::new(),
            })
        };
        let target =
            answer.get("target").map(|target| target.need("value")?.number()).transpose()?;
        let rules = answer.get("rules").and_then(|rules| rules.get("title"));
        let rules = rules.map_or(Ok(Text::from("")), |title| title.text())?;
        let chart = Chart {
            kind: kind(&answer.need("kind")?)?,
            rules: RulesUsed {
                id: String::new(),
                title: rules,
                citation: String::new(),
                rules: Vec::new(),
            },
            n: ChartCounts {
                points: statistic.len() as u32,
                missing: 0,
                excluded: 0,
                used: 0,
                missing_members: 0,
                not_checked: 0,
            },
            sizes: Vec::new(),
            centre: line("centre")?,
            sigma: Vec::new(),
            lower: line("lower")?,
            upper: line("upper")?,
            signals: answer.list("signals")?.iter().map(signal).collect::<Result<_>>()?,
            phases: answer.list("phases")?.iter().map(phase).collect::<Result<_>>()?,
            target: None,
            method: Text::from(""),
            assumptions: Vec::new(),
            notes: Vec::new(),
            svg: None,
            statistic,
        };
        if !own.labels.is_empty() && own.labels.len() != chart.statistic.len() {
            let fact = format!("{} labels for {} points", own.labels.len(), chart.statistic.len());
            return Err(Error::new(Code::ExchangeContradiction, fact).at(format!("{path}/labels")));
        }
        let request =
            ChartRequest { target, labels: own.labels.clone(), ..ChartRequest::default() };
        Ok(Self { title: own.title.as_ref().map(|title| names.text(title)), chart, request })
    }

    fn write(&self, pen: &mut Pen, number: usize) {
        let language = pen.language;
        let several = format!("{} {}", language.say(words::CHART), number + 1);
        let title = match &self.title {
            Some(title) => title.as_str(),
            None if number == 0 => language.say(words::CHART),
            None => several.as_str(),
        };
        let picture = ChartPicture {
            title: None,
            locale: Some(language.tag().to_owned()),
            width: Some(language.width() as u32),
        };
        let svg = draw_chart(&self.chart, &self.request, &picture);
        pen.picture(
            title,
            &svg,
            if language.is_easy() { "" } else { language.say(words::CHART_TEXT) },
        );
        let signals: Vec<String> = self
            .chart
            .signals
            .iter()
            .map(|signal| language.of_text(&signal.text).to_owned())
            .collect();
        match signals.as_slice() {
            [] => pen.say(words::NO_SIGNAL),
            signals => pen.list(signals),
        };
        self.table(pen, title);
    }

    fn table(&self, pen: &mut Pen, title: &str) {
        let language = pen.language;
        let heads =
            [words::POINT, words::VALUE, words::CENTRE, words::LOWER, words::UPPER, words::SIGNAL];
        let heads: Vec<(&str, bool)> = heads
            .iter()
            .enumerate()
            .map(|(at, head)| (language.say(*head), (1..5).contains(&at)))
            .collect();
        let mut data = Data::of(format!("{title} – {}", language.say(words::NUMBERS)), &heads);
        let number = |line: &[Option<f64>], at: usize| {
            let value = line.get(at).copied().flatten();
            value.map_or(language.say(words::NOTHING).to_owned(), |value| language.short(value))
        };
        let chart = &self.chart;
        let flagged: BTreeSet<u32> =
            chart.signals.iter().flat_map(|signal| &signal.points).copied().collect();
        data.rows = (0..chart.statistic.len())
            .map(|at| {
                let name = self.request.labels.get(at).cloned();
                let signal = flagged.contains(&(at as u32));
                vec![
                    name.unwrap_or_else(|| (at + 1).to_string()),
                    number(&chart.statistic, at),
                    number(&chart.centre, at),
                    number(&chart.lower, at),
                    number(&chart.upper, at),
                    if signal { language.say(words::YES).to_owned() } else { String::new() },
                ]
            })
            .collect();
        pen.behind(&data);
    }
}

/// The kind of a chart, by its name in the contract.
fn kind(one: &Answer<'_>) -> Result<ChartKind> {
    Ok(match one.string()? {
        "run" => ChartKind::Run,
        "i" => ChartKind::I,
        "mr" => ChartKind::Mr,
        "p" => ChartKind::P,
        "pPrime" => ChartKind::PPrime,
        "u" => ChartKind::U,
        "uPrime" => ChartKind::UPrime,
        "c" => ChartKind::C,
        "xbar" => ChartKind::Xbar,
        "s" => ChartKind::S,
        "t" => ChartKind::T,
        "g" => ChartKind::G,
        _ => return Err(one.wrong("is no kind of chart")),
    })
}

/// Writes the section.
pub(in crate::exchange::report) fn write(pen: &mut Pen, charts: &[Drawn]) {
    section(pen, "charts", Some(words::EVALUATE), words::CHARTS);
    if pen.language.is_easy() {
        pen.easy(&[words::EASY_CHARTS, words::EASY_CHARTS_SIGNAL]);
    }
    for (number, chart) in charts.iter().enumerate() {
        chart.write(pen, number);
    }
    pen.markup("</section>\n");
}
