//! The plot: scales, lines, points, and the labels beside the lines.

use super::super::answer::Chart;
use super::super::request::ChartRequest;
use super::marks::{self, Mark};
use super::words::Language;
use crate::picture::{Decimals, Pen, Scale, short};

/// Pixels of a character of 14 pixels height, on the wide side.
pub(super) const CHARACTER: f64 = 7.8;
/// Pixels between two labels, one below the other.
const LABEL_GAP: f64 = 17.0;
/// The longest label under the plot, in characters.
const LONGEST_LABEL: usize = 12;

/// Where everything lies.
#[derive(Debug)]
pub(super) struct Plot {
    left: f64,
    right: f64,
    top: f64,
    pub(super) bottom: f64,
    step: f64,
    scale: Scale,
    ticks: Vec<f64>,
    decimals: Decimals,
    pub(super) marks: Vec<Mark>,
    beside: Vec<Beside>,
    language: Language,
}

/// A label beside the end of a line.
#[derive(Debug)]
struct Beside {
    /// Pixel of the line.
    line: f64,
    /// Pixel of the label.
    label: f64,
    text: String,
}

impl Plot {
    pub(super) fn lay_out(
        answer: &Chart,
        request: &ChartRequest,
        language: Language,
        width: f64,
        top: f64,
    ) -> Self {
        let top = if answer.phases.len() > 1 { top + 16.0 } else { top };
        let bottom = top + (0.44 * width).clamp(220.0, 440.0);
        let lines = [&answer.statistic, &answer.centre, &answer.lower, &answer.upper];
        let values = lines.into_iter().flatten().flatten().copied().chain(request.target);
        let scale = Scale::over(values, bottom, top);
        let (ticks, decimals) = scale.ticks(6);
        let widest = |texts: &mut dyn Iterator<Item = String>| {
            texts.map(|text| text.chars().count()).max().unwrap_or(1) as f64 * CHARACTER
        };
        let left =
            14.0 + widest(&mut ticks.iter().map(|&tick| decimals.write(tick, language.french)));
        let beside = beside(answer, request, language, scale, decimals.finer(), (top, bottom));
        let right = width - 16.0 - widest(&mut beside.iter().map(|label| label.text.clone()));
        let points = answer.statistic.len().max(1);
        let step = (right - left) / points as f64;
        let marks = marks::of(answer);
        Self { left, right, top, bottom, step, scale, ticks, decimals, marks, beside, language }
    }

    /// The pixel of a point.
    fn x(&self, at: usize) -> f64 {
        self.left + self.step * (at as f64 + 0.5)
    }

    pub(super) fn draw(&self, pen: &mut Pen, answer: &Chart, request: &ChartRequest) {
        self.grid(pen);
        self.phases(pen, answer);
        self.under(pen, answer, request);
        self.lines(pen, answer, request);
        self.points(pen, answer, request);
        for label in &self.beside {
            let (from, to) = ((self.right, label.line), (self.right + 6.0, label.label));
            pen.line("ic-lead", from, to);
            pen.label("ic-value", self.right + 9.0, label.label + 5.0, &label.text);
        }
    }

    fn grid(&self, pen: &mut Pen) {
        for &tick in &self.ticks {
            let y = self.scale.at(tick);
            pen.line("ic-grid", (self.left, y), (self.right, y));
            let text = self.decimals.write(tick, self.language.french);
            pen.label("ic-end", self.left - 6.0, y + 5.0, &text);
        }
        pen.line("ic-axis", (self.left, self.bottom), (self.right, self.bottom));
    }

    /// Where phases start, with their numbers, and what their limits come from.
    fn phases(&self, pen: &mut Pen, answer: &Chart) {
        for (number, phase) in answer.phases.iter().enumerate() {
            let start = self.x(phase.from as usize) - self.step / 2.0;
            if number > 0 {
                pen.line("ic-phase", (start, self.top - 14.0), (start, self.bottom));
            }
            let end = self.x(phase.to as usize) + self.step / 2.0;
            if answer.phases.len() > 1 && end - start > 14.0 {
                pen.label("ic-number", start + 4.0, self.top - 5.0, &(number + 1).to_string());
            }
            if let Some(baseline) = phase.baseline {
                let y = self.bottom + 4.0;
                let half = self.step / 2.0;
                let from = self.x(baseline.from as usize) - half;
                let to = self.x(baseline.to as usize) + half;
                pen.line("ic-base", (from, y), (to, y));
            }
        }
    }

    /// Labels under the plot, as many as fit.
    fn under(&self, pen: &mut Pen, answer: &Chart, request: &ChartRequest) {
        let points = answer.statistic.len();
        let label = |at: usize| match request.labels.get(at) {
            Some(label) => short(label.trim(), LONGEST_LABEL),
            None => (at + 1).to_string(),
        };
        let longest = (0..points).map(|at| label(at).chars().count()).max().unwrap_or(1);
        let need = longest as f64 * CHARACTER + 14.0;
        let fits = |&every: &usize| every as f64 * self.step >= need;
        let numbers = request.labels.is_empty();
        // Labels are often months or weeks.
        let steps: &[usize] = if numbers {
            &[1, 2, 5, 10, 20, 50, 100, 200]
        } else {
            &[1, 2, 3, 4, 6, 12, 24, 52, 104]
        };
        let every = steps.iter().copied().find(fits).unwrap_or(points.max(1));
        for at in 0..points {
            // Numbers are shown where they are round: 5, 10, 15.
            let shown = if numbers { at + 1 } else { at };
            if !shown.is_multiple_of(every) {
                continue;
            }
            let (x, own) = (self.x(at), label(at));
            let half = own.chars().count() as f64 * CHARACTER / 2.0;
            if x + half > self.right + 40.0 || x - half < 0.0 {
                continue;
            }
            pen.line("ic-axis", (x, self.bottom), (x, self.bottom + 4.0));
            pen.label("ic-mid", x, self.bottom + 21.0, &own);
        }
    }

    fn lines(&self, pen: &mut Pen, answer: &Chart, request: &ChartRequest) {
        for phase in &answer.phases {
            let range = phase.from as usize..phase.to as usize + 1;
            let few = answer.signals.iter().any(|signal| {
                signal.rule == marks::OF_PHASE
                    && signal.points.first().is_some_and(|&at| range.contains(&(at as usize)))
            });
            let limit = "<path class=\"ic-limit\" d=\"";
            self.stairs(pen, limit, &answer.lower, range.clone());
            self.stairs(pen, limit, &answer.upper, range.clone());
            let centre =
                if few { "<path class=\"ic-few\" d=\"" } else { "<path class=\"ic-centre\" d=\"" };
            self.stairs(pen, centre, &answer.centre, range);
        }
        if let Some(target) = request.target {
            let y = self.scale.at(target);
            pen.line("ic-target", (self.left, y), (self.right, y));
        }
    }

    /// A line that is level at each point and steps half-way between two.
    fn stairs(
        &self,
        pen: &mut Pen,
        open: &'static str,
        line: &[Option<f64>],
        range: std::ops::Range<usize>,
    ) {
        let values: Vec<(usize, Option<f64>)> =
            range.filter_map(|at| line.get(at).map(|value| (at, *value))).collect();
        if values.iter().all(|value| value.1.is_none()) {
            return;
        }
        pen.markup(open);
        let mut going = false;
        for level in values.chunk_by(|one, next| one.1 == next.1) {
            let (Some(&(first, Some(value))), Some(&(last, _))) = (level.first(), level.last())
            else {
                going = false;
                continue;
            };
            let (y, half) = (self.scale.at(value), self.step / 2.0);
            pen.markup(if going { "L" } else { "M" }).point(self.x(first) - half, y);
            pen.markup("L").point(self.x(last) + half, y);
            going = true;
        }
        pen.markup("\"/>");
    }

    /// The measurements: a line with gaps where one is missing and between phases.
    fn points(&self, pen: &mut Pen, answer: &Chart, request: &ChartRequest) {
        pen.markup("<path class=\"ic-line\" d=\"");
        let mut going = false;
        let starts: Vec<usize> = answer.phases.iter().map(|phase| phase.from as usize).collect();
        for (at, value) in answer.statistic.iter().enumerate() {
            going = going && starts.binary_search(&at).is_err();
            if let Some(value) = value {
                pen.markup(if going { "L" } else { "M" }).point(self.x(at), self.scale.at(*value));
            }
            going = value.is_some();
        }
        pen.markup("\"/>");
        let size = (self.step / 9.0).clamp(0.45, 1.0);
        for (at, (value, mark)) in answer.statistic.iter().zip(&self.marks).enumerate() {
            let Some(value) = value else { continue };
            let name = match request.labels.get(at) {
                Some(label) => label.trim().to_owned(),
                None => (at + 1).to_string(),
            };
            let number = self.decimals.finer().write(*value, self.language.french);
            let tip = self.language.say(": ", " : ");
            let tip = format!("{name}{tip}{number}");
            // A signal stays visible however many points there are.
            let size = if *mark == Mark::Dot { size } else { size.max(0.7) };
            mark.draw(pen, (self.x(at), self.scale.at(*value)), size, Some(&tip));
        }
        for at in request.excludes.iter().map(|exclude| exclude.at as usize) {
            if let Some(value) = answer.statistic.get(at).copied().flatten() {
                Mark::Out.draw(pen, (self.x(at), self.scale.at(value)), size, None);
            }
        }
    }
}

/// Labels of the last phase's lines, moved apart where they would overlap.
fn beside(
    answer: &Chart,
    request: &ChartRequest,
    language: Language,
    scale: Scale,
    decimals: Decimals,
    (top, bottom): (f64, f64),
) -> Vec<Beside> {
    let last = |line: &[Option<f64>]| line.iter().rev().find_map(|value| *value);
    let all = [
        (language.say("upper", "haute"), last(&answer.upper)),
        (language.say("centre", "centre"), last(&answer.centre)),
        (language.say("lower", "basse"), last(&answer.lower)),
        (language.say("target", "cible"), request.target),
    ];
    let mut labels: Vec<Beside> = all
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| (name, value)))
        .map(|(name, value)| Beside {
            line: scale.at(value),
            label: scale.at(value),
            text: format!("{name} {}", decimals.write(value, language.french)),
        })
        .collect();
    labels.sort_by(|one, other| one.line.total_cmp(&other.line));
    let mut least = top;
    for label in &mut labels {
        label.label = label.label.max(least);
        least = label.label + LABEL_GAP;
    }
    let mut most = bottom;
    for label in labels.iter_mut().rev() {
        label.label = label.label.min(most);
        most = label.label - LABEL_GAP;
    }
    labels
}
