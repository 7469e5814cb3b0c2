//! Sessions on a line of time: one row each, blocks as wide as they are long.
//!
//! A block shows its kind by a shape, its number, its title where that fits, and below it the
//! time at which it starts. A block that stands is hatched. The numbers lead to the table that
//! stands under the picture; nothing is told by colour alone.

use crate::page::{Page, Parts};
use crate::words::pick;
use innovation_core::equip::Kind;

/// Width of the picture.
const WIDTH: f64 = 1060.0;
/// Room left and right of the rows.
const MARGIN: f64 = 14.0;
/// From the top of a row to its blocks.
const HEAD: f64 = 30.0;
/// Height of a block.
const HEIGHT: f64 = 136.0;
/// Height of the line with mark, number and minutes.
const TOP: f64 = 28.0;
/// Room under the blocks for two lines of times.
const FOOT: f64 = 52.0;
/// Room between text and the edge of its block.
const INSET: f64 = 6.0;
/// Distance of two lines of a title.
const LINE: f64 = 16.0;
/// Lines of a title that a block has room for.
const LINES: usize = 6;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shape {
    /// A card.
    Card(Kind),
    /// A block that stands.
    Fixed,
}

impl Shape {
    /// All shapes, in the order of a legend.
    pub(crate) const ALL: [Self; 6] = [
        Self::Card(Kind::Opening),
        Self::Card(Kind::Method),
        Self::Card(Kind::Concept),
        Self::Card(Kind::Closing),
        Self::Card(Kind::Break),
        Self::Fixed,
    ];

    /// What it is called.
    pub(crate) fn name(self, locale: &str) -> &'static str {
        match self {
            Self::Card(Kind::Opening) => pick(locale, "opening", "ouverture"),
            Self::Card(Kind::Method) => pick(locale, "method", "méthode"),
            Self::Card(Kind::Concept) => pick(locale, "idea to think with", "idée pour réfléchir"),
            Self::Card(Kind::Closing) => pick(locale, "closing", "clôture"),
            Self::Card(Kind::Break) => pick(locale, "break", "pause"),
            Self::Fixed => pick(locale, "fixed block", "moment fixe"),
        }
    }

    fn open(self) -> &'static str {
        match self {
            Self::Card(Kind::Opening) => "<g class=\"opening\"><title>",
            Self::Card(Kind::Method) => "<g class=\"method\"><title>",
            Self::Card(Kind::Concept) => "<g class=\"concept\"><title>",
            Self::Card(Kind::Closing) => "<g class=\"closing\"><title>",
            Self::Card(Kind::Break) => "<g class=\"break\"><title>",
            Self::Fixed => "<g class=\"fixed\"><title>",
        }
    }

    /// The path of its mark, 14 units wide around the origin; hatching for a block that stands.
    fn path(self) -> &'static str {
        match self {
            Self::Card(Kind::Opening) => "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
            Self::Card(Kind::Method) => "M-5.5 -5.5h11v11h-11z",
            Self::Card(Kind::Concept) => "M0 -7.5L7.5 0L0 7.5L-7.5 0z",
            Self::Card(Kind::Closing) => "M-7 -6H7L0 7z",
            Self::Card(Kind::Break) => "M-5 -6h3.5v12h-3.5zM1.5 -6h3.5v12h-3.5z",
            Self::Fixed => "M-7 7L7 -7M-7 0L0 -7M0 7L7 0",
        }
    }
}

/// Something that happens.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) shape: Shape,
    /// Its number in the table.
    pub(crate) number: Option<usize>,
    pub(crate) title: String,
    /// Minutes from the start of the row.
    pub(crate) start: u32,
    pub(crate) minutes: u32,
    /// The time at which it starts.
    pub(crate) at: String,
}

/// A session.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) minutes: u32,
    /// The time at which it ends.
    pub(crate) end: String,
    pub(crate) blocks: Vec<Block>,
    /// A moment to mark: minutes from the start, and what it is.
    pub(crate) moment: Option<(u32, String)>,
}

/// Draws rows to one scale; `id` names the picture within its page.
pub(crate) fn draw(
    page: &mut Page,
    locale: &str,
    id: &'static str,
    (title, text): (&str, &str),
    rows: &[Row],
) {
    let longest = rows.iter().map(|row| row.minutes).max().unwrap_or(1).max(1);
    let scale = (WIDTH - 2.0 * MARGIN) / f64::from(longest);
    let pitch = HEAD + HEIGHT + FOOT;
    page.markup("<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    page.text(title).markup("\">\n<svg role=\"img\" aria-labelledby=\"").markup(id);
    page.markup("-title ").markup(id).markup("-text\" viewBox=\"0 0 1060 ");
    page.at("", pitch * rows.len() as f64 + MARGIN).markup("><title id=\"").markup(id);
    page.element("-title\">", title, "</title><desc id=\"").markup(id);
    page.element("-text\">", text, "</desc>\n<defs><pattern id=\"").markup(id);
    page.markup("-hatch\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect class=\"ground\" width=\"9\" height=\"9\"/><path class=\"hatch\" d=\"M0 0V9\"/></pattern></defs>\n");
    for (row, top) in rows.iter().zip((0..).map(|at| MARGIN + pitch * f64::from(at))) {
        draw_row(page, locale, id, row, top, scale);
    }
    page.markup("</svg>\n</div>\n");
    let used = |shape: &Shape| rows.iter().flat_map(|row| &row.blocks).any(|b| b.shape == *shape);
    page.markup("<ul class=\"legend\">\n");
    for shape in Shape::ALL.into_iter().filter(used) {
        page.markup("<li><svg class=\"mark\" viewBox=\"-9 -9 18 18\" aria-hidden=\"true\">");
        mark(page, shape);
        page.element("</svg>", shape.name(locale), "</li>\n");
    }
    page.markup("</ul>\n").element("<figcaption>", text, "</figcaption>\n</figure>\n");
}

fn mark(page: &mut Page, shape: Shape) {
    page.markup(match shape {
        Shape::Fixed => "<path class=\"hatch\" d=\"",
        Shape::Card(_) => "<path class=\"glyph\" d=\"",
    });
    page.markup(shape.path()).markup("\"/>");
}

fn draw_row(page: &mut Page, locale: &str, id: &'static str, row: &Row, top: f64, scale: f64) {
    let x = |minutes: u32| MARGIN + scale * f64::from(minutes);
    let base = top + HEAD + HEIGHT;
    page.at("<text class=\"row\" x=\"", MARGIN).at(" y=\"", top + 16.0);
    page.element(">", &row.name, "</text>\n");
    page.at("<line class=\"line\" x1=\"", MARGIN).at(" x2=\"", x(row.minutes));
    page.at(" y1=\"", base - HEIGHT / 2.0).at(" y2=\"", base - HEIGHT / 2.0).markup("/>\n");
    // A time that would touch the one before it stands on the second line.
    let mut free = [f64::MIN; 2];
    let mut time = |page: &mut Page, from: f64, text: &str| {
        let level = usize::from(free.first().is_some_and(|free| from < *free));
        if let Some(free) = free.get_mut(level) {
            *free = from + width(text) + 6.0;
        }
        page.at("<text class=\"time\" x=\"", from);
        page.at(" y=\"", base + 17.0 + 16.0 * level as f64).element(">", text, "</text>\n");
    };
    for block in &row.blocks {
        draw_block(page, locale, id, block, (x(block.start), top + HEAD), scale);
        time(page, x(block.start), &block.at);
    }
    time(page, x(row.minutes) - width(&row.end), &row.end);
    if let Some((minutes, text)) = &row.moment {
        let at = x(*minutes);
        page.at("<line class=\"moment\" x1=\"", at).at(" x2=\"", at);
        page.at(" y1=\"", top + HEAD - 8.0).at(" y2=\"", base + 5.0).markup("/>\n");
        page.at("<text class=\"now\" x=\"", at - 3.0).at(" y=\"", top + HEAD - 12.0);
        page.element(">", text, "</text>\n");
    }
}

fn draw_block(
    page: &mut Page,
    locale: &str,
    id: &'static str,
    block: &Block,
    (x, y): (f64, f64),
    scale: f64,
) {
    let wide = scale * f64::from(block.minutes);
    let length = format!("{}\u{a0}min", block.minutes);
    let told = format!("{}, {length}, {}: {}", block.at, block.shape.name(locale), block.title);
    page.markup(block.shape.open()).text(&told).at("</title><rect class=\"frame\" x=\"", x);
    page.at(" y=\"", y).at(" width=\"", wide).at(" height=\"", HEIGHT).markup(" rx=\"4\"");
    if block.shape == Shape::Fixed {
        page.markup(" fill=\"url(#").markup(id).markup("-hatch)\"");
    }
    page.markup("/>");
    let mut from = x + INSET;
    if block.shape != Shape::Fixed {
        page.at("<svg width=\"18\" height=\"18\" viewBox=\"-9 -9 18 18\" x=\"", from - 2.0);
        page.at(" y=\"", y + 5.0).markup(">");
        mark(page, block.shape);
        page.markup("</svg>");
        from += 17.0;
    }
    if let Some(number) = block.number.map(|number| number.to_string()) {
        page.at("<text x=\"", from).at(" y=\"", y + 19.0).element(">", &number, "</text>");
        from += width(&number) + 8.0;
    }
    let end = x + wide - INSET;
    if from + width(&length) <= end {
        page.at("<text class=\"length\" x=\"", end);
        page.at(" y=\"", y + 19.0).element(">", &length, "</text>");
    }
    draw_title(page, &block.title, (x, y), wide);
    page.markup("</g>\n");
}

/// Writes a title into its block: across, else upwards, else not at all.
fn draw_title(page: &mut Page, title: &str, (x, y): (f64, f64), wide: f64) {
    let room = wide - 2.0 * INSET;
    let across = wrap(title, room, LINES);
    for (line, at) in across.iter().zip(0_u8..) {
        page.at("<text x=\"", x + INSET).at(" y=\"", y + TOP + 12.0 + LINE * f64::from(at));
        page.element(">", line, "</text>");
    }
    if !across.is_empty() {
        return;
    }
    let columns = ((room + 4.0) / LINE).max(0.0) as usize;
    for (line, at) in wrap(title, HEIGHT - TOP - INSET, columns).iter().zip(0_u8..) {
        page.at("<text class=\"upward\" x=\"", INSET - y - HEIGHT);
        page.at(" y=\"", x + INSET + 11.0 + LINE * f64::from(at)).element(">", line, "</text>");
    }
}

/// The lines of a title; none where it does not fit.
fn wrap(title: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in title.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let fits = lines.len() <= most && lines.iter().all(|line| width(line) <= room);
    if fits { lines } else { Vec::new() }
}

/// Width of text at 13 units, as wide as the widest of the usual faces has it.
fn width(text: &str) -> f64 {
    text.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '\'' | '’' | '.' | ',' | ':' | ' ' | '\u{a0}' => 4.6,
            'f' | 't' | 'r' | '-' => 5.4,
            'm' | 'w' | 'M' | 'W' => 12.8,
            upper if upper.is_uppercase() => 9.6,
            _ => 8.1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_at_its_spaces_or_left_to_the_table() {
        assert_eq!(wrap("Names and hopes", 80.0, 2), ["Names and", "hopes"]);
        assert_eq!(wrap("Names and hopes", 400.0, 2), ["Names and hopes"]);
        assert!(wrap("Reconnaissance", 40.0, 2).is_empty());
        assert!(wrap("Names and hopes", 80.0, 1).is_empty());
    }
}
