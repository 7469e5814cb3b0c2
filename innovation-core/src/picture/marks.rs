//! Shapes of about the same area that can be told apart without colour.

use super::Pen;

/// Shapes with a form of their own; what comes after shares the last.
pub(crate) const OWN: usize = 8;

/// Outlines on a plane of six steps across; none for a circle.
const SHAPES: [&[(f64, f64)]; OWN + 1] = [
    &[],                                                     // a circle
    &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],   // a square
    &[(0.0, -1.2), (1.1, 0.85), (-1.1, 0.85)],               // a triangle
    &[(0.0, -1.25), (1.15, 0.0), (0.0, 1.25), (-1.15, 0.0)], // a diamond
    &[
        (-0.4, -1.1),
        (0.4, -1.1),
        (0.4, -0.4),
        (1.1, -0.4),
        (1.1, 0.4),
        (0.4, 0.4),
        (0.4, 1.1),
        (-0.4, 1.1),
        (-0.4, 0.4),
        (-1.1, 0.4),
        (-1.1, -0.4),
        (-0.4, -0.4),
    ], // a plus
    &[(0.0, 1.2), (-1.1, -0.85), (1.1, -0.85)],              // a triangle on its tip
    &[(-0.55, -1.0), (0.55, -1.0), (1.15, 0.0), (0.55, 1.0), (-0.55, 1.0), (-1.15, 0.0)], // a hexagon
    &[(-1.1, -0.9), (1.1, 0.9), (1.1, -0.9), (-1.1, 0.9)], // an hourglass on its side
    &[],                                                   // all others: a circle
];

/// A mark with a tip that shows on pointing; its class is `m` and its number.
pub(crate) fn draw(pen: &mut Pen, mark: usize, place: (f64, f64), size: f64, tip: Option<&str>) {
    let mark = mark.min(OWN);
    pen.markup("<path class=\"m").index(mark).markup("\" d=\"");
    outline(pen, mark, place, size);
    match tip {
        None => pen.markup("\"/>\n"),
        Some(tip) => pen.markup("\"><title>").text(tip).markup("</title></path>\n"),
    };
}

/// The outline of a mark, as the data of a path.
pub(crate) fn outline(pen: &mut Pen, mark: usize, (x, y): (f64, f64), size: f64) {
    let corners = SHAPES.get(mark).copied().unwrap_or_default();
    if corners.is_empty() {
        pen.markup("M").point(x - size, y).markup("a").number(size).markup(" ").number(size);
        pen.markup(" 0 1 0 ").number(2.0 * size).markup(" 0a").number(size).markup(" ");
        pen.number(size).markup(" 0 1 0 ").number(-2.0 * size).markup(" 0z");
        return;
    }
    for (at, (dx, dy)) in corners.iter().enumerate() {
        pen.markup(if at == 0 { "M" } else { "L" }).point(x + size * dx, y + size * dy);
    }
    pen.markup("z");
}
