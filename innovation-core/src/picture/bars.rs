//! Shares of a whole: a bar for each row, cut into parts that stand in a fixed order.

use super::legend::{self, Sample};
use super::{LINE, Naming, Pen, length, room, whole, wrap};

/// Units of a bar's height.
const TALL: f64 = 28.0;
/// The classes of parts; what comes after shares the last.
const CLASSES: [&str; 6] = ["p p0", "p p1", "p p2", "p p3", "p p4", "p p5"];

/// A bar: its name and its parts, from 0 to 1 each.
#[derive(Debug)]
pub(crate) struct Bar {
    pub name: String,
    pub shares: Vec<f64>,
}

/// What parts are called: in the bar, and in full under the picture.
#[derive(Debug)]
pub(crate) struct Part {
    pub short: String,
    pub name: String,
}

impl Part {
    /// Its name, with what stands in the bar where the name does not say it.
    fn named(&self) -> String {
        if self.name.ends_with(&self.short) {
            return self.name.clone();
        }
        format!("{} – {}", self.short, self.name)
    }
}

/// Draws bars one below the other; `written` writes a share, such as 58 %.
pub(crate) fn draw(
    naming: Naming<'_>,
    width: f64,
    parts: &[Part],
    bars: &[Bar],
    written: impl Fn(f64) -> String,
) -> String {
    let left = (0.3 * width).min(230.0);
    let wide = width - left - 4.0;
    let mut pen = Pen::default();
    let mut y = 4.0;
    for bar in bars {
        let lines = wrap(&bar.name, room(left - 14.0), 3);
        let tall = TALL.max(LINE * lines.len() as f64);
        let text = y + (tall - LINE * lines.len() as f64) / 2.0 + 14.0;
        super::write(&mut pen, "", (2.0, text), &lines);
        let mut x = left;
        for (at, (share, part)) in bar.shares.iter().zip(parts).enumerate() {
            let own = wide * share;
            if own <= 0.0 {
                continue;
            }
            let top = y + (tall - TALL) / 2.0;
            let tip = format!("{} {}", part.name, written(*share));
            pen.area(class(at), (x, top), (own, TALL), Some(&tip));
            let both = format!("{}\u{a0}\u{a0}{}", part.short, written(*share));
            let inside = [both.as_str(), part.short.as_str()];
            if let Some(text) = inside.into_iter().find(|text| length(text) + 8.0 < own) {
                pen.label("mid", x + own / 2.0, top + 19.0, text);
            }
            x += own;
        }
        y += tall + 12.0;
    }
    let entries: Vec<(Sample, String)> = parts
        .iter()
        .enumerate()
        .map(|(at, part)| (Sample::Area(class(at)), part.named()))
        .collect();
    let entries: Vec<(Sample, &str)> =
        entries.iter().map(|(sample, text)| (*sample, text.as_str())).collect();
    let height = legend::draw(&mut pen, &entries, y + 16.0, width);
    whole(naming, (width, height), pen)
}

fn class(part: usize) -> &'static str {
    CLASSES.get(part.min(CLASSES.len() - 1)).copied().unwrap_or("p")
}
