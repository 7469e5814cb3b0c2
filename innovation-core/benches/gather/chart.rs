//! Curves as a picture.

use super::{Case, Point};
use std::fmt::Write as _;

const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 240.0;

/// Value against time, on a logarithmic axis of time: our curve and the peer's points.
pub fn curve(number: usize, case: &Case, ours: &[Point]) -> String {
    let all = || ours.iter().chain(case.peer);
    let range = |value: fn(&Point) -> f64| {
        let values = || all().map(value);
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    };
    let ((t0, t1), (v0, v1)) = (range(|point| log10(point.0)), range(|point| point.1));
    let margin = (v1 - v0).max(v1.abs() * 1e-5) * 0.15;
    let x = |time: f64| 70.0 + (log10(time) - t0) / (t1 - t0).max(1e-9) * (WIDTH - 100.0);
    let y = |value: f64| {
        HEIGHT - 40.0 - (value - v0 + margin) / (v1 - v0 + 2.0 * margin) * (HEIGHT - 80.0)
    };
    let line: Vec<String> =
        ours.iter().map(|&(time, value)| format!("{:.1},{:.1}", x(time), y(value))).collect();
    let (left, top) = ((number % 2) as f64 * WIDTH, (number / 2) as f64 * HEIGHT);
    let mut svg = format!(
        "<g transform=\"translate({left},{top})\"><text x=\"70\" y=\"22\" font-weight=\"bold\">{}</text>\
         <polyline points=\"{}\" fill=\"none\" stroke=\"#0072b2\" stroke-width=\"2\"/>",
        case.name(),
        line.join(" ")
    );
    for &(time, value) in ours {
        let _ = write!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\" fill=\"#0072b2\"/>",
            x(time),
            y(value)
        );
        let _ = write!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" font-size=\"10\" text-anchor=\"middle\">{time} s</text>",
            x(time),
            HEIGHT - 20.0
        );
    }
    for &(time, value) in case.peer {
        let _ = write!(
            svg,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"8\" height=\"8\" fill=\"#d55e00\"/><text x=\"{:.1}\" y=\"{:.1}\" font-size=\"10\">{}</text>",
            x(time) - 4.0,
            y(value) - 4.0,
            x(time) + 7.0,
            y(value) + 12.0,
            case.peer_name
        );
    }
    for value in [v0, v1] {
        let _ = write!(
            svg,
            "<text x=\"64\" y=\"{:.1}\" font-size=\"10\" text-anchor=\"end\">{value:.1}</text>",
            y(value) + 3.0
        );
    }
    svg + "</g>"
}

fn log10(x: f64) -> f64 {
    innovation_core::math::ln(x) / innovation_core::math::ln(10.0)
}

/// The curves, two in a row.
pub fn page(charts: &str, number: usize) -> String {
    let height = number.div_ceil(2) as f64 * HEIGHT;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\">\
         <title>Value against time: ours (blue, circles) beside the peers (orange, squares)</title>\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>{charts}</svg>",
        2.0 * WIDTH
    )
}
