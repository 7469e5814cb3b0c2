//! The pen: markup is a literal of the program, everything else is escaped.

use crate::evaluate::Chart;

/// A page that is being written, in a language of its writer's own kind.
///
/// Hosts that add pages beside the report write them with the same pen and [`STYLE`].
///
/// ```
/// use innovation_core::exchange::Pen;
/// let mut pen = Pen::new(());
/// pen.markup("<p>").text("a < b").markup("</p>");
/// assert_eq!(pen.finish(), "<p>a &lt; b</p>");
/// ```
#[derive(Debug)]
pub struct Pen<L> {
    html: String,
    /// The language of the page.
    pub language: L,
}

/// The style of the report.
pub const STYLE: &str = include_str!("report/style.css");

impl<L> Pen<L> {
    /// A blank page.
    pub fn new(language: L) -> Self {
        Self { html: String::with_capacity(1 << 16), language }
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        self.html
    }

    /// Markup: only a literal can be markup.
    pub fn markup(&mut self, literal: &'static str) -> &mut Self {
        self.html.push_str(literal);
        self
    }

    /// Text from anywhere, escaped for content and for attributes in double quotes. Control
    /// characters, which HTML forbids, become the replacement character.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                '\n' | '\t' => self.html.push(character),
                control if control.is_control() => self.html.push('\u{fffd}'),
                other => self.html.push(other),
            }
        }
        self
    }

    /// An element that holds text: `open` is its whole start tag, `close` its end tag.
    pub fn element(&mut self, open: &'static str, text: &str, close: &'static str) -> &mut Self {
        self.markup(open).text(text).markup(close)
    }

    /// The picture of a chart, where it was asked for: what it holds was escaped as it was drawn.
    pub fn drawing(&mut self, chart: &Chart) -> &mut Self {
        self.html.push_str(chart.svg.as_deref().unwrap_or_default());
        self
    }

    /// A picture of this library: what it holds was escaped as it was drawn.
    pub(super) fn drawn(&mut self, svg: &str) -> &mut Self {
        self.html.push_str(svg);
        self
    }

    /// A mark that stands in a line of text.
    pub(super) fn mark(&mut self, mark: usize) -> &mut Self {
        let mut pen = crate::picture::Pen::default();
        crate::picture::marks::draw(&mut pen, mark, (8.0, 8.0), 6.0, None);
        self.markup("<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 16 16\">");
        self.drawn(pen.finish().trim_end()).markup("</svg>")
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) -> &mut Self {
        self.element("<p>", text, "</p>\n")
    }

    /// A whole number as programs write it, for attributes.
    pub fn index(&mut self, index: usize) -> &mut Self {
        self.html.push_str(&index.to_string());
        self
    }

    /// A coordinate with one decimal.
    pub fn coordinate(&mut self, value: f64) -> &mut Self {
        let text = format!("{value:.1}");
        let text = text.strip_suffix(".0").unwrap_or(&text);
        self.html.push_str(if text == "-0" { "0" } else { text });
        self
    }

    /// Two coordinates.
    pub fn point(&mut self, (x, y): (f64, f64)) -> &mut Self {
        self.coordinate(x).markup(" ").coordinate(y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut pen = Pen::new(());
        pen.text("<b a='x' b=\"y\">&amp;\u{0}\u{1b}</b>");
        assert_eq!(
            pen.finish(),
            "&lt;b a=&#39;x&#39; b=&quot;y&quot;&gt;&amp;amp;\u{fffd}\u{fffd}&lt;/b&gt;"
        );
    }

    #[test]
    fn coordinates_are_short() {
        let mut pen = Pen::new(());
        pen.point((-0.04, 12.25)).markup(",").point((3.0, -1.26));
        assert_eq!(pen.finish(), "0 12.2,3 -1.3");
    }
}
