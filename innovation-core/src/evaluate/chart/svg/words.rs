//! The words of a picture in English and French.

use super::super::request::ChartKind;
use crate::text::Text;

/// The language of a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Language {
    pub(super) french: bool,
}

impl Language {
    /// The language that a reader gets.
    pub(super) fn of(locale: &str) -> Self {
        Self { french: Text::both("en", "fr").for_locale(locale) == "fr" }
    }

    /// A phrase in English or French.
    pub(super) fn say(self, english: &'static str, french: &'static str) -> &'static str {
        if self.french { french } else { english }
    }

    /// Text of the answer in this language.
    pub(super) fn of_text(self, text: &Text) -> &str {
        text.for_locale(if self.french { "fr" } else { "en" })
    }

    /// What a kind of chart is called.
    pub(super) fn kind(self, kind: ChartKind) -> &'static str {
        match kind {
            ChartKind::Run => self.say("Run chart", "Graphique d’évolution"),
            ChartKind::I => self.say("Chart of single values", "Carte des valeurs individuelles"),
            ChartKind::Mr => self.say("Chart of moving ranges", "Carte des étendues mobiles"),
            ChartKind::P => self.say("Chart of proportions (p)", "Carte des proportions (p)"),
            ChartKind::PPrime => {
                self.say("Chart of proportions (Laney’s p′)", "Carte des proportions (p′ de Laney)")
            }
            ChartKind::U => self.say("Chart of rates (u)", "Carte des taux (u)"),
            ChartKind::UPrime => {
                self.say("Chart of rates (Laney’s u′)", "Carte des taux (u′ de Laney)")
            }
            ChartKind::C => self.say("Chart of counts (c)", "Carte des nombres (c)"),
            ChartKind::Xbar => self.say("Chart of means (x̄)", "Carte des moyennes (x̄)"),
            ChartKind::S => {
                self.say("Chart of standard deviations (s)", "Carte des écarts-types (s)")
            }
            ChartKind::T => self
                .say("Chart of times between events (t)", "Carte des temps entre événements (t)"),
            ChartKind::G => {
                self.say("Chart of cases between events (g)", "Carte des cas entre événements (g)")
            }
        }
    }
}

/// Lines of at most so many characters, broken at spaces where there are some, and at most so
/// many lines.
pub(super) fn wrap(text: &str, characters: usize, most: usize) -> Vec<String> {
    let characters = characters.max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        for piece in pieces(word, characters) {
            let own = piece.chars().count();
            if length > 0 && length + 1 + own > characters {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(&piece);
            length += own;
        }
    }
    if length > 0 {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = short(&format!("{last} …"), characters);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    lines
}

/// A word in pieces that fit a line.
fn pieces(word: &str, characters: usize) -> Vec<String> {
    let all: Vec<char> = word.chars().collect();
    all.chunks(characters).map(|piece| piece.iter().collect()).collect()
}

/// A text of at most so many characters.
pub(super) fn short(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    text.chars().take(characters.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_short_as_asked() {
        assert_eq!(wrap("one two three four", 9, 9), ["one two", "three", "four"]);
        assert_eq!(wrap("abcdefghijklmnop", 8, 9), ["abcdefgh", "ijklmnop"]);
        assert_eq!(wrap("one two three four five", 9, 2), ["one two", "three …"]);
        assert!(wrap("  ", 9, 9).is_empty());
        assert_eq!(short("abcdef", 4), "abc…");
    }
}
