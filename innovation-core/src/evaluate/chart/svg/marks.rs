//! Marks of points: each meaning has a shape of its own, and colour only adds to it.

use super::super::answer::{Chart, SignalMeaning};
use crate::picture::Pen;

/// How a point is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A point like others: a dot.
    Dot,
    /// Around a point left out of the calculations: a ring.
    Out,
    /// Part of a signal that goes the way wanted: a star.
    Improvement,
    /// Part of a signal that goes the other way: a square.
    Concern,
    /// Part of a signal that goes no way that is better: a diamond.
    Signal,
}

/// The rule about a phase as a whole; the centre line shows it.
pub(super) const OF_PHASE: &str = "crossings";

/// The mark of each point: that of the first rule of the set that flags it.
pub(super) fn of(answer: &Chart) -> Vec<Mark> {
    let mut marks = vec![Mark::Dot; answer.statistic.len()];
    for signal in answer.signals.iter().filter(|signal| signal.rule != OF_PHASE) {
        let mark = match signal.meaning {
            SignalMeaning::Improvement => Mark::Improvement,
            SignalMeaning::Concern => Mark::Concern,
            SignalMeaning::Neutral => Mark::Signal,
        };
        for &point in &signal.points {
            if let Some(own) = marks.get_mut(point as usize).filter(|own| **own == Mark::Dot) {
                *own = mark;
            }
        }
    }
    marks
}

impl Mark {
    /// Draws the mark, `size` times its usual size, with a text that shows on pointing.
    pub(super) fn draw(self, pen: &mut Pen, (x, y): (f64, f64), size: f64, tip: Option<&str>) {
        const STAR: [(f64, f64); 10] = [
            (0.0, -7.6),
            (1.9, -2.6),
            (7.2, -2.3),
            (3.0, 1.0),
            (4.5, 6.1),
            (0.0, 3.2),
            (-4.5, 6.1),
            (-3.0, 1.0),
            (-7.2, -2.3),
            (-1.9, -2.6),
        ];
        const SQUARE: [(f64, f64); 4] = [(-4.8, -4.8), (4.8, -4.8), (4.8, 4.8), (-4.8, 4.8)];
        const DIAMOND: [(f64, f64); 4] = [(0.0, -6.6), (5.6, 0.0), (0.0, 6.6), (-5.6, 0.0)];
        let (open, corners): (&'static str, &[(f64, f64)]) = match self {
            Self::Dot => ("<path class=\"ic-dot\" d=\"", &[]),
            Self::Out => ("<path class=\"ic-out\" d=\"", &[]),
            Self::Improvement => ("<path class=\"ic-improvement\" d=\"", &STAR),
            Self::Concern => ("<path class=\"ic-concern\" d=\"", &SQUARE),
            Self::Signal => ("<path class=\"ic-signal\" d=\"", &DIAMOND),
        };
        pen.markup(open);
        if corners.is_empty() {
            let radius = size * if self == Self::Dot { 3.0 } else { 10.0 };
            pen.markup("M").point(x - radius, y).markup("a").point(radius, radius);
            pen.markup(" 0 1 0 ").point(2.0 * radius, 0.0).markup("a").point(radius, radius);
            pen.markup(" 0 1 0 ").point(-2.0 * radius, 0.0);
        } else {
            for (at, corner) in corners.iter().enumerate() {
                pen.markup(if at == 0 { "M" } else { "L" });
                pen.point(x + size * corner.0, y + size * corner.1);
            }
        }
        match tip {
            None => pen.markup("z\"/>"),
            Some(tip) => pen.markup("z\"><title>").text(tip).markup("</title></path>"),
        };
    }
}
