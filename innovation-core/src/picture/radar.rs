//! Profiles on axes around a centre, each from none to all.

use super::legend::{self, Sample};
use super::{LINE, Naming, Pen, marks, room, whole, wrap};
use crate::math;

/// The classes of profiles; each has its own dash, and its own marks.
pub(crate) const LINES: [&str; 4] = ["l l0", "l l1", "l l2", "l l3"];
const OPEN: [&str; 4] = [
    "<path class=\"l l0\" d=\"",
    "<path class=\"l l1\" d=\"",
    "<path class=\"l l2\" d=\"",
    "<path class=\"l l3\" d=\"",
];

/// A profile: for each axis a share from 0 to 1, or none.
#[derive(Debug)]
pub(crate) struct Profile {
    pub name: String,
    pub shares: Vec<Option<f64>>,
}

/// Draws up to four profiles on three axes or more.
pub(crate) fn draw(
    naming: Naming<'_>,
    width: f64,
    axes: &[String],
    profiles: &[Profile],
) -> String {
    let radius = 0.22 * width;
    let centre = (width / 2.0, radius + 3.0 * LINE + 6.0);
    let place = |axis: usize, share: f64| {
        let turn = 2.0 * std::f64::consts::PI * axis as f64 / axes.len().max(1) as f64;
        let (x, y) = (math::sin(turn), -math::cos(turn));
        (centre.0 + share * radius * x, centre.1 + share * radius * y)
    };
    let mut pen = Pen::default();
    for ring in [0.25, 0.5, 0.75, 1.0] {
        let corners: Vec<(f64, f64)> = (0..axes.len()).map(|axis| place(axis, ring)).collect();
        pen.through("<path class=\"grid\" d=\"", &corners);
        pen.markup("z\"/>\n");
    }
    let mut lowest = centre.1 + radius;
    for (at, axis) in axes.iter().enumerate() {
        pen.line("grid", centre, place(at, 1.0));
        lowest = label(&mut pen, axis, place(at, 1.0), centre).max(lowest);
    }
    for ((at, profile), open) in profiles.iter().enumerate().zip(OPEN) {
        outline(&mut pen, profile, open, &place);
        for (axis, share) in profile.shares.iter().enumerate() {
            if let Some(share) = share {
                marks::draw(&mut pen, at, place(axis, *share), 5.0, None);
            }
        }
    }
    let entries: Vec<(Sample, &str)> = profiles
        .iter()
        .take(LINES.len())
        .enumerate()
        .map(|(at, profile)| (Sample::Mark(at), profile.name.as_str()))
        .collect();
    let height = legend::draw(&mut pen, &entries, lowest + 2.0 * LINE, width);
    whole(naming, (width, height), pen)
}

/// The line of a profile: closed where every axis has a share, else broken where one has none.
fn outline(
    pen: &mut Pen,
    profile: &Profile,
    open: &'static str,
    place: &impl Fn(usize, f64) -> (f64, f64),
) {
    let points: Vec<Option<(f64, f64)>> = profile
        .shares
        .iter()
        .enumerate()
        .map(|(axis, share)| share.map(|share| place(axis, share)))
        .collect();
    if points.iter().all(Option::is_some) {
        let points: Vec<(f64, f64)> = points.into_iter().flatten().collect();
        pen.through(open, &points);
        pen.markup("z\"/>\n");
        return;
    }
    let around = points.iter().zip(points.iter().cycle().skip(1));
    for (one, next) in around {
        if let (Some(one), Some(next)) = (one, next) {
            pen.through(open, &[*one, *next]);
            pen.markup("\"/>\n");
        }
    }
}

/// The name of an axis beyond its end, away from the centre; the height of its last line.
fn label(pen: &mut Pen, text: &str, end: (f64, f64), centre: (f64, f64)) -> f64 {
    let (dx, dy) = (end.0 - centre.0, end.1 - centre.1);
    let sideways = dx.abs() > 0.3 * dy.abs();
    let class = match dx {
        _ if !sideways => "mid",
        left if left < 0.0 => "end",
        _ => "",
    };
    let x = end.0 + if sideways { 12.0 * dx.signum() } else { 0.0 };
    let lines = wrap(text, room(centre.0 - if sideways { dx.abs() + 14.0 } else { 0.0 }), 3);
    let tall = LINE * lines.len() as f64;
    let y = match dy {
        _ if sideways => end.1 - tall / 2.0 + 14.0,
        up if up < 0.0 => end.1 - tall + 8.0,
        _ => end.1 + 22.0,
    };
    super::write(pen, class, (x, y), &lines) - LINE
}
