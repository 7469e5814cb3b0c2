//! A dot plot: rows of values on one scale, a shape for each series.

use super::legend::{self, Sample};
use super::{LINE, Naming, Pen, Scale, marks, room, whole, wrap};

/// Units between the lanes of two series in a row.
const LANE: f64 = 13.0;

/// A row: its name, and for each series a value or none.
#[derive(Debug)]
pub(crate) struct Row {
    pub name: String,
    pub values: Vec<Option<f64>>,
}

/// Draws rows on a scale from `ends.0` to `ends.1`. Each series has a lane of its own in every
/// row, so that no mark hides another.
pub(crate) fn draw(
    naming: Naming<'_>,
    width: f64,
    ends: (f64, f64),
    french: bool,
    series: &[String],
    rows: &[Row],
) -> String {
    let left = (0.36 * width).min(280.0);
    let right = width - 14.0;
    let (scale, ticks, decimals) = Scale::between(ends.0, ends.1, left, right);
    let lanes = series.len().max(1) as f64;
    let mut pen = Pen::default();
    let mut y = 8.0;
    let mut middles = Vec::new();
    for row in rows {
        let lines = wrap(&row.name, room(left - 16.0), 3);
        let tall = (LANE * lanes + 10.0).max(LINE * lines.len() as f64 + 8.0);
        pen.area("band", (0.0, y), (width, tall - 3.0), None);
        let text = y + (tall - LINE * lines.len() as f64) / 2.0 + 13.0;
        super::write(&mut pen, "", (6.0, text), &lines);
        middles.push(y + tall / 2.0 - 1.5);
        y += tall;
    }
    for &tick in &ticks {
        let x = scale.at(tick);
        pen.line("grid", (x, 4.0), (x, y));
        pen.label("mid", x, y + 17.0, &decimals.write(tick, french));
    }
    for (row, middle) in rows.iter().zip(middles) {
        for (at, value) in row.values.iter().enumerate() {
            let Some(value) = value else { continue };
            let lane = middle + LANE * (at as f64 - (lanes - 1.0) / 2.0);
            let name = series.get(at).map_or("", String::as_str);
            let tip = format!("{name} {}", decimals.finer().write(*value, french));
            pen.line("lane", (left, lane), (scale.at(*value), lane));
            marks::draw(&mut pen, at, (scale.at(*value), lane), 5.5, Some(&tip));
        }
    }
    let entries: Vec<(Sample, &str)> =
        series.iter().enumerate().map(|(at, name)| (Sample::Mark(at), name.as_str())).collect();
    let height = legend::draw(&mut pen, &entries, y + 44.0, width);
    whole(naming, (width, height), pen)
}
