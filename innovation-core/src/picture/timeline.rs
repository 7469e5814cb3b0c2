//! A session from its start to its end, downwards.
//!
//! A strip is true to scale; beside it stand the names of its blocks, moved apart where they
//! would touch, each tied to its block by a thin line.

use super::{LINE, Naming, Pen, marks, room, whole, wrap};

/// The strip: where it starts and how wide it is.
const STRIP: (f64, f64) = (4.0, 64.0);
/// Where the times stand, and after them the names.
const TIMES: f64 = 100.0;
const NAMES: f64 = 176.0;
const TOP: f64 = 16.0;

/// A block of a session.
#[derive(Debug)]
pub(crate) struct Block {
    /// The number of its mark, and with it its kind.
    pub mark: usize,
    /// Minutes from the start of the session.
    pub start: u32,
    pub minutes: u32,
    /// The time at which it starts.
    pub at: String,
    /// What it is, and how long it takes.
    pub text: String,
}

/// Draws blocks in their order; `end` is the minute at which the session ends.
pub(crate) fn draw(naming: Naming<'_>, width: f64, blocks: &[Block], end: u32) -> String {
    let most = room(width - NAMES - 26.0);
    let lines: Vec<Vec<String>> = blocks.iter().map(|block| wrap(&block.text, most, 3)).collect();
    let needed: f64 = crate::math::sum(lines.iter().map(|lines| high(lines)));
    let scale = needed.max(1.7 * f64::from(end)).min(needed.max(620.0)) / f64::from(end.max(1));
    let y = |minutes: u32| TOP + scale * f64::from(minutes);
    let places = apart(blocks, &lines, scale, y(end));
    let mut pen = Pen::default();
    pen.line("rail", (STRIP.0 + STRIP.1 / 2.0, TOP), (STRIP.0 + STRIP.1 / 2.0, y(end)));
    for ((block, lines), place) in blocks.iter().zip(&lines).zip(places) {
        let (top, tall) = (y(block.start), scale * f64::from(block.minutes));
        pen.area(class(block.mark), (STRIP.0, top), (STRIP.1, tall), None);
        if tall > 16.0 {
            let middle = (STRIP.0 + STRIP.1 / 2.0, top + tall / 2.0);
            marks::draw(&mut pen, block.mark, middle, 6.0, None);
        }
        let (from, elbow) = (STRIP.0 + STRIP.1, TIMES - 8.0);
        let lead =
            [(from, top), (from + 6.0, top), (elbow, place + 7.0), (elbow + 4.0, place + 7.0)];
        pen.through("<path class=\"lead\" d=\"", &lead);
        pen.markup("\"/>\n");
        pen.label("time", TIMES, place + 12.0, &block.at);
        marks::draw(&mut pen, block.mark, (NAMES - 14.0, place + 7.0), 6.0, None);
        super::write(&mut pen, "", (NAMES + 2.0, place + 12.0), lines);
    }
    let bottom = y(end).max(TOP + needed);
    whole(naming, (width, bottom + 12.0), pen)
}

/// The class of a block, which a style may fill.
fn class(mark: usize) -> &'static str {
    const CLASSES: [&str; 7] = ["b b0", "b b1", "b b2", "b b3", "b b4", "b b5", "b b6"];
    CLASSES.get(mark).copied().unwrap_or("b")
}

fn high(lines: &[String]) -> f64 {
    LINE * lines.len().max(1) as f64 + 6.0
}

/// Where names stand: beside the start of their block, or below the name before it; pushed
/// back up where the last would pass the end.
fn apart(blocks: &[Block], lines: &[Vec<String>], scale: f64, end: f64) -> Vec<f64> {
    let mut free = TOP - 7.0;
    let mut places: Vec<f64> = Vec::with_capacity(blocks.len());
    for (block, lines) in blocks.iter().zip(lines) {
        let place = (TOP + scale * f64::from(block.start) - 7.0).max(free);
        places.push(place);
        free = place + high(lines);
    }
    let mut most = end;
    for (place, lines) in places.iter_mut().zip(lines).rev() {
        *place = place.min(most - high(lines)).max(TOP - 7.0);
        most = *place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Names never overlap and never leave the picture.
        #[test]
        fn names_stand_apart(lengths in prop::collection::vec((0u32..20, 1u32..90), 1..20)) {
            let mut at = 0;
            let blocks: Vec<Block> = lengths.iter().map(|&(gap, minutes)| {
                let block = Block { mark: 1, start: at + gap, minutes, at: "9:00".into(), text: "A name".into() };
                at += gap + minutes;
                block
            }).collect();
            let lines = vec![vec!["A name".to_owned()]; blocks.len()];
            let needed = 25.0 * blocks.len() as f64;
            let scale = needed.max(1.7 * f64::from(at)) / f64::from(at);
            let places = apart(&blocks, &lines, scale, TOP + scale * f64::from(at));
            for pair in places.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 24.99);
            }
            prop_assert!(places[0] >= 0.0);
        }
    }
}
