//! The pen: markup is a literal of the program, everything else is escaped.

use std::fmt::Write;

/// A picture that is being written.
#[derive(Debug, Default)]
pub(super) struct Pen(String);

impl Pen {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// Markup: only a literal can be markup.
    pub(super) fn markup(&mut self, literal: &'static str) -> &mut Self {
        self.0.push_str(literal);
        self
    }

    /// Text from anywhere, escaped for content and for attributes in double quotes. Control
    /// characters, which XML forbids, become the replacement character.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
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

    /// A coordinate with one decimal.
    pub(super) fn number(&mut self, value: f64) -> &mut Self {
        let text = format!("{value:.1}");
        let text = text.strip_suffix(".0").unwrap_or(&text);
        self.0.push_str(if text == "-0" { "0" } else { text });
        self
    }

    /// Two coordinates.
    pub(super) fn point(&mut self, x: f64, y: f64) -> &mut Self {
        self.number(x).markup(" ").number(y)
    }

    /// A name of this picture, in hexadecimal digits.
    pub(super) fn name(&mut self, name: u64) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{name:016x}");
        self
    }

    /// A straight line.
    pub(super) fn line(&mut self, class: &'static str, from: (f64, f64), to: (f64, f64)) {
        self.markup("<path class=\"").markup(class).markup("\" d=\"M").point(from.0, from.1);
        self.markup("L").point(to.0, to.1).markup("\"/>");
    }

    /// A line of text.
    pub(super) fn label(&mut self, class: &'static str, x: f64, y: f64, text: &str) {
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
