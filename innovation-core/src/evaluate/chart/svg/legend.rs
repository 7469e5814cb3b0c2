//! What stands under the plot: marks that were used, and why phases start.

use super::super::answer::Chart;
use super::super::request::ChartRequest;
use super::marks::{Mark, OF_PHASE};
use super::plot::{CHARACTER, Plot};
use super::words::Language;
use crate::picture::{Pen, wrap};

/// Pixels from line to line.
const LINE: f64 = 22.0;
/// Phases whose reasons are written.
const MOST_PHASES: usize = 12;

/// How an entry is shown.
enum Sample {
    Mark(Mark),
    Line(&'static str),
}

/// Draws the legend; the height of the whole picture.
pub(super) fn draw(
    pen: &mut Pen,
    answer: &Chart,
    request: &ChartRequest,
    plot: &Plot,
    language: Language,
    width: f64,
) -> f64 {
    let mut y = plot.bottom + 48.0;
    let mut x = 8.0;
    for (sample, text) in entries(answer, request, plot, language) {
        let indent = if matches!(sample, Sample::Mark(_)) { 20.0 } else { 32.0 };
        let room = ((width - 16.0 - indent) / CHARACTER) as usize;
        let wide = indent + text.chars().count() as f64 * CHARACTER + 16.0;
        if x > 8.0 && x + wide > width {
            (x, y) = (8.0, y + LINE);
        }
        match sample {
            // A ring is drawn around a mark; alone it is no larger than one.
            Sample::Mark(Mark::Out) => Mark::Out.draw(pen, (x + 7.0, y - 5.0), 0.6, None),
            Sample::Mark(mark) => mark.draw(pen, (x + 7.0, y - 5.0), 1.0, None),
            Sample::Line(class) => pen.line(class, (x, y - 5.0), (x + 24.0, y - 5.0)),
        }
        for (at, line) in wrap(text, room, 3).iter().enumerate() {
            y += if at > 0 { LINE } else { 0.0 };
            pen.label("ic-legend", x + indent, y, line);
        }
        x += wide;
    }
    let room = ((width - 16.0) / CHARACTER) as usize;
    for (number, phase) in answer.phases.iter().enumerate().take(MOST_PHASES) {
        let Some(reason) = &phase.reason else { continue };
        let colon = language.say(": ", " : ");
        for line in wrap(&format!("{}{colon}{reason}", number + 1), room, 3) {
            y += LINE;
            pen.label("ic-reason", 8.0, y, &line);
        }
    }
    y + 14.0
}

/// The entries that this chart needs.
fn entries(
    answer: &Chart,
    request: &ChartRequest,
    plot: &Plot,
    language: Language,
) -> Vec<(Sample, &'static str)> {
    let mark = |mark, english, french| (Sample::Mark(mark), language.say(english, french));
    let line = |class, english, french| (Sample::Line(class), language.say(english, french));
    let used = |wanted: Mark| plot.marks.contains(&wanted);
    let few = answer.signals.iter().any(|signal| signal.rule == OF_PHASE);
    let frozen = answer.phases.iter().any(|phase| phase.baseline.is_some());
    let limited = answer.upper.iter().any(Option::is_some);
    let entries = [
        (!few || answer.phases.len() > 1, line("ic-centre", "centre line", "ligne centrale")),
        (limited, line("ic-limit", "limits", "limites")),
        (request.target.is_some(), line("ic-target", "target", "cible")),
        (
            used(Mark::Improvement),
            mark(Mark::Improvement, "signal, the way wanted", "signal, dans le sens souhaité"),
        ),
        (
            used(Mark::Concern),
            mark(Mark::Concern, "signal, the other way", "signal, en sens contraire"),
        ),
        (used(Mark::Signal), mark(Mark::Signal, "signal", "signal")),
        (
            few,
            line(
                "ic-few",
                "signal: too few crossings of the centre line",
                "signal\u{a0}: la ligne centrale est trop rarement coupée",
            ),
        ),
        (
            answer.n.excluded > 0,
            mark(Mark::Out, "left out of the limits", "hors calcul des limites"),
        ),
        (
            frozen,
            line("ic-base", "points that the limits come from", "points d’où viennent les limites"),
        ),
    ];
    entries.into_iter().filter(|entry| entry.0).map(|entry| entry.1).collect()
}
