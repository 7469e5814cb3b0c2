//! What marks, lines and areas mean, in rows under a picture.

use super::{CHARACTER, LINE, Pen, marks, room, wrap};

/// How an entry is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sample {
    /// A shape, by its number.
    Mark(usize),
    /// A line, by its class.
    Line(&'static str),
    /// An area, by its class.
    Area(&'static str),
}

/// Writes entries from a height downwards; where the picture may end.
pub(crate) fn draw(pen: &mut Pen, entries: &[(Sample, &str)], top: f64, width: f64) -> f64 {
    let (mut x, mut y) = (4.0, top);
    for &(sample, text) in entries {
        let indent = if matches!(sample, Sample::Mark(_)) { 20.0 } else { 34.0 };
        let lines = wrap(text, room(width - indent - 8.0), 3);
        let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let wide = indent + longest as f64 * CHARACTER + 14.0;
        if x > 4.0 && x + wide > width {
            (x, y) = (4.0, y + LINE + 3.0);
        }
        match sample {
            Sample::Mark(mark) => marks::draw(pen, mark, (x + 7.0, y - 5.0), 6.0, None),
            Sample::Line(class) => pen.line(class, (x, y - 5.0), (x + 28.0, y - 5.0)),
            Sample::Area(class) => pen.area(class, (x + 1.0, y - 12.0), (26.0, 14.0), None),
        }
        y = super::write(pen, "", (x + indent, y), &lines) - LINE;
        x += wide;
    }
    y + 10.0
}
