//! Content lines of RFC 5545: folded by octets, escaped, ended by CRLF.

/// The lines of a calendar.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

/// Most octets of a line, its end apart.
const WIDEST: usize = 75;

impl Lines {
    /// A line as it stands: name, parameters and a value without anything to escape.
    pub(super) fn line(&mut self, line: &str) {
        let mut octets = 0;
        for character in line.chars() {
            let length = character.len_utf8();
            if octets + length > WIDEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets += length;
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        let mut before = ' ';
        for character in value.chars() {
            match character {
                '\\' | ';' | ',' => line.extend(['\\', character]),
                '\n' if before == '\r' => {}
                '\r' | '\n' => line.push_str("\\n"),
                '\t' => line.push(' '),
                control if control.is_control() => line.push('\u{fffd}'),
                other => line.push(other),
            }
            before = character;
        }
        self.line(&line);
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_escaped() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", "a;b,c\\d\r\ne\nf\u{0}");
        assert_eq!(lines.finish(), "SUMMARY:a\\;b\\,c\\\\d\\ne\\nf\u{fffd}\r\n");
    }

    proptest! {
        /// No line is wider than 75 octets, and unfolding gives the line back.
        #[test]
        fn folding_is_undone_by_unfolding(text in "[aé患😀 ]{0,200}") {
            let mut lines = Lines::default();
            lines.text("X", &text);
            let folded = lines.finish();
            for line in folded.split("\r\n") {
                prop_assert!(line.len() <= WIDEST);
            }
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("X:{text}\r\n"));
        }
    }
}
