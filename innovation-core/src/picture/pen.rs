//! The pen: markup is a literal of the program, everything else is escaped.

use std::fmt::Write;

/// A picture that is being written.
#[derive(Debug, Default)]
pub(crate) struct Pen(String);

impl Pen {
    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    /// Markup: only a literal can be markup.
    pub(crate) fn markup(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Text from anywhere, escaped for content and for attributes in double quotes. Control
    /// characters, which XML forbids, become the replacement character.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' => self.0.push(' '),
                '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                control if control.is_control() => self.0.push('\u{fffd}'),
                other => self.0.push(other),
            }
        }
        self
    }

    /// A whole number, for names of classes.
    pub(crate) fn index(&mut self, index: usize) -> &mut Self {
        self.0.push_str(&index.to_string());
        self
    }

    /// A coordinate with one decimal.
    pub(crate) fn number(&mut self, value: f64) -> &mut Self {
        let text = format!("{value:.1}");
        let text = text.strip_suffix(".0").unwrap_or(&text);
        self.0.push_str(if text == "-0" { "0" } else { text });
        self
    }

    /// Two coordinates.
    pub(crate) fn point(&mut self, x: f64, y: f64) -> &mut Self {
        self.number(x).markup(" ").number(y)
    }

    /// A name of this picture, in hexadecimal digits.
    pub(crate) fn name(&mut self, name: u64) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{name:016x}");
        self
    }

    /// A straight line.
    pub(crate) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        self.markup("<path class=\"").markup(class).markup("\" d=\"M").point(from.0, from.1);
        self.markup("L").point(to.0, to.1).markup("\"/>");
    }

    /// A rectangle; `tip` shows on pointing.
    pub(crate) fn area(
        &mut self,
        class: &'static str,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        tip: Option<&str>,
    ) {
        self.markup("<path class=\"").markup(class).markup("\" d=\"M").point(x, y).markup("h");
        self.number(width).markup("v").number(height).markup("h").number(-width);
        match tip {
            None => self.markup("z\"/>\n"),
            Some(tip) => self.markup("z\"><title>").text(tip).markup("</title></path>\n"),
        };
    }

    /// A line through points; `open` is its start tag up to the first point.
    pub(crate) fn through(&mut self, open: &'static str, points: &[(f64, f64)]) {
        self.markup(open);
        for (at, &(x, y)) in points.iter().enumerate() {
            self.markup(if at == 0 { "M" } else { "L" }).point(x, y);
        }
    }

    /// A line of text.
    pub(crate) fn label(&mut self, class: &'static str, x: f64, y: f64, text: &str) {
        self.markup("<text class=\"").markup(class).markup("\" x=\"").number(x);
        self.markup("\" y=\"").number(y).markup("\">").text(text).markup("</text>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut pen = Pen::default();
        pen.text("</text><script a='1' b=\"2\">&\u{0}\u{ffff}").number(-0.04).point(1.25, 3.0);
        let expected =
            "&lt;/text&gt;&lt;script a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;\u{fffd}\u{fffd}01.2 3";
        assert_eq!(pen.finish(), expected);
    }
}
