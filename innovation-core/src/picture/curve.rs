//! Lines over time, each with a dash of its own, and a band for what is not sure.

use super::legend::{self, Sample};
use super::radar::LINES;
use super::{CHARACTER, Naming, Pen, Scale, whole};

const OPEN: [&str; 4] = [
    "<path class=\"l l0\" d=\"",
    "<path class=\"l l1\" d=\"",
    "<path class=\"l l2\" d=\"",
    "<path class=\"l l3\" d=\"",
];

/// A line: its name, and its points as step and value.
#[derive(Debug)]
pub(crate) struct Line {
    pub name: String,
    pub points: Vec<(f64, f64)>,
    /// Whether it is level until the next point.
    pub stairs: bool,
}

/// A band: its name, and at each step its lower and upper end.
#[derive(Debug)]
pub(crate) struct Band {
    pub name: String,
    pub points: Vec<(f64, f64, f64)>,
}

/// Draws lines from 0 upwards; `labels` stand under the steps 0, 1, 2 …
pub(crate) fn draw(
    naming: Naming<'_>,
    width: f64,
    french: bool,
    labels: &[String],
    lines: &[Line],
    band: Option<&Band>,
) -> String {
    let (top, bottom) = (10.0, 10.0 + 0.42 * width);
    let all = lines.iter().flat_map(|line| line.points.iter().map(|point| point.1));
    let upper = band.iter().flat_map(|band| band.points.iter().map(|point| point.2));
    let most = all.chain(upper).fold(1.0, f64::max);
    let (scale, ticks, decimals) = Scale::between(0.0, most, bottom, top);
    let written: Vec<String> = ticks.iter().map(|&tick| decimals.write(tick, french)).collect();
    let longest = written.iter().map(|text| text.chars().count()).max().unwrap_or(1);
    let left = 14.0 + longest as f64 * CHARACTER;
    let right = width - 22.0;
    let steps = labels.len().saturating_sub(1).max(1) as f64;
    let x = |step: f64| left + (right - left) * step / steps;
    let mut pen = Pen::default();
    for (&tick, text) in ticks.iter().zip(&written) {
        let y = scale.at(tick);
        pen.line("grid", (left, y), (right, y));
        pen.label("end", left - 7.0, y + 5.0, text);
    }
    pen.line("axis", (left, bottom), (right, bottom));
    under(&mut pen, labels, &x, (bottom, width));
    if let Some(band) = band.filter(|band| !band.points.is_empty()) {
        let lower = band.points.iter().map(|point| (x(point.0), scale.at(point.1)));
        let upper = band.points.iter().rev().map(|point| (x(point.0), scale.at(point.2)));
        let points: Vec<(f64, f64)> = lower.chain(upper).collect();
        pen.through("<path class=\"sure\" d=\"", &points);
        pen.markup("z\"/>\n");
    }
    for (line, open) in lines.iter().zip(OPEN) {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for &(step, value) in &line.points {
            let y = scale.at(value);
            if let Some(&(_, before)) = points.last().filter(|_| line.stairs) {
                points.push((x(step), before));
            }
            points.push((x(step), y));
        }
        pen.through(open, &points);
        pen.markup("\"/>\n");
    }
    let mut entries: Vec<(Sample, &str)> = lines
        .iter()
        .zip(LINES)
        .map(|(line, class)| (Sample::Line(class), line.name.as_str()))
        .collect();
    entries.extend(band.map(|band| (Sample::Area("sure"), band.name.as_str())));
    let height = legend::draw(&mut pen, &entries, bottom + 48.0, width);
    whole(naming, (width, height), pen)
}

/// Labels under the steps, as many as fit.
fn under(pen: &mut Pen, labels: &[String], x: &impl Fn(f64) -> f64, (bottom, width): (f64, f64)) {
    let longest = labels.iter().map(|label| label.chars().count()).max().unwrap_or(1);
    let need = longest as f64 * CHARACTER + 12.0;
    let step = x(1.0) - x(0.0);
    let each = [1, 2, 3, 4, 6, 12, 24, 60, 120, 600];
    let every = each.into_iter().find(|&every| step * every as f64 >= need).unwrap_or(1200);
    for (at, label) in labels.iter().enumerate().filter(|(at, _)| at.is_multiple_of(every)) {
        let place = x(at as f64);
        let half = label.chars().count() as f64 * CHARACTER / 2.0;
        pen.line("axis", (place, bottom), (place, bottom + 4.0));
        let (class, from) = match place {
            near if near - half < 0.0 => ("", 0.0),
            far if far + half > width => ("end", width),
            _ => ("mid", place),
        };
        pen.label(class, from, bottom + 20.0, label);
    }
}
