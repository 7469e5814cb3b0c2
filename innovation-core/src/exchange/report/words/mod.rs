//! The phrases of a report, in English and French, and how numbers are written in each.
//!
//! `{0}`, `{1}` … take values. A phrase with a count comes in two: for one and for several.
//! [`network`] holds what is said about people and rounds, [`results`] what is said about results
//! of other operations, [`easy`] both in short sentences.

mod easy;
mod network;
mod results;

pub(super) use easy::*;
pub(super) use network::*;
pub(super) use results::*;

use super::ReportProfile;
use crate::text::Text;

/// A phrase in English and French.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase(&'static str, &'static str);

/// The language of a page, and for whom it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Language {
    french: bool,
    profile: ReportProfile,
}

impl Language {
    /// The language that a reader gets.
    pub(super) fn of(locale: &str, profile: ReportProfile) -> Self {
        Self { french: Text::both("en", "fr").for_locale(locale) == "fr", profile }
    }

    /// Its tag.
    pub(super) fn tag(self) -> &'static str {
        self.say(Phrase("en", "fr"))
    }

    /// Whether it is French.
    pub(super) fn is_french(self) -> bool {
        self.french
    }

    /// Whether sentences are short and words explained.
    pub(super) fn is_easy(self) -> bool {
        self.profile == ReportProfile::EasyRead
    }

    /// Whether letters are large.
    pub(super) fn is_large(self) -> bool {
        self.profile != ReportProfile::Standard
    }

    /// The width of a picture in units; its text is 14 of them high.
    pub(super) fn width(self) -> f64 {
        if self.is_large() { 440.0 } else { 720.0 }
    }

    /// A phrase.
    pub(super) fn say(self, phrase: Phrase) -> &'static str {
        if self.french { phrase.1 } else { phrase.0 }
    }

    /// A text of a result.
    pub(super) fn of_text(self, text: &Text) -> &str {
        text.for_locale(self.tag())
    }

    /// A phrase with its values.
    pub(super) fn with(self, phrase: Phrase, values: &[&str]) -> String {
        let mut text = String::new();
        let mut rest = self.say(phrase);
        while let Some((before, after)) = rest.split_once('{') {
            let (index, after) = after.split_once('}').unwrap_or(("", after));
            text.push_str(before);
            text.push_str(index.parse().ok().and_then(|at: usize| values.get(at)).unwrap_or(&""));
            rest = after;
        }
        text.push_str(rest);
        text
    }

    /// The phrase for one or for several; in French none is singular.
    pub(super) fn plural(self, count: u64, one: Phrase, several: Phrase) -> String {
        let single = count == 1 || (count == 0 && self.french);
        self.with(if single { one } else { several }, &[&self.count(count)])
    }

    /// 32,424 or 32 424.
    pub(super) fn count(self, count: u64) -> String {
        let digits = count.to_string();
        let between = self.say(Phrase(",", "\u{202f}"));
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(between);
            }
            text.push(digit);
        }
        text
    }

    /// A number with two decimals.
    pub(super) fn decimal(self, value: f64) -> String {
        let text = format!("{value:.2}").replace("-0.00", "0.00").replace('-', "\u{2212}");
        text.replace('.', self.say(Phrase(".", ",")))
    }

    /// A number with one decimal, or none where it is whole.
    pub(super) fn number(self, value: f64) -> String {
        self.trimmed(&format!("{value:.1}"))
    }

    /// A number with three decimals at most.
    pub(super) fn short(self, value: f64) -> String {
        self.trimmed(&format!("{value:.3}"))
    }

    fn trimmed(self, text: &str) -> String {
        let text = text.trim_end_matches('0').trim_end_matches('.');
        let text = if text == "-0" { "0" } else { text };
        text.replace('-', "\u{2212}").replace('.', self.say(Phrase(".", ",")))
    }

    /// A month of a year, such as 2026-11, in short.
    pub(super) fn month(self, month: &str) -> String {
        const SHORT: [Phrase; 12] = [
            Phrase("Jan", "janv."),
            Phrase("Feb", "févr."),
            Phrase("Mar", "mars"),
            Phrase("Apr", "avr."),
            Phrase("May", "mai"),
            Phrase("Jun", "juin"),
            Phrase("Jul", "juil."),
            Phrase("Aug", "août"),
            Phrase("Sep", "sept."),
            Phrase("Oct", "oct."),
            Phrase("Nov", "nov."),
            Phrase("Dec", "déc."),
        ];
        let parts = month
            .split_once('-')
            .and_then(|(year, month)| Some((year, month.parse::<usize>().ok()?)));
        let named = parts.and_then(|(year, month)| Some((year, SHORT.get(month.checked_sub(1)?)?)));
        named.map_or_else(|| month.to_owned(), |(year, name)| format!("{} {year}", self.say(*name)))
    }

    /// A share as a percentage: under one per cent and not none is “<1%”.
    pub(super) fn percent(self, share: f64) -> String {
        let whole = match 100.0 * share {
            few if few > 0.0 && few < 0.5 => "<1".to_owned(),
            nearly if (99.5..100.0).contains(&nearly) => ">99".to_owned(),
            percent => format!("{percent:.0}"),
        };
        whole + self.say(Phrase("%", "\u{202f}%"))
    }

    /// The day of an RFC 3339 time in words; other text as it stands.
    pub(super) fn day(self, time: &str) -> String {
        let mut parts = time.get(..10).unwrap_or_default().splitn(3, '-');
        let mut part = || parts.next().and_then(|part| part.parse::<usize>().ok());
        let (Some(year), Some(month), Some(day)) = (part(), part(), part()) else {
            return time.to_owned();
        };
        let name = month.checked_sub(1).and_then(|at| MONTHS.get(at));
        let Some(month) = name.map(|&month| self.say(month)) else { return time.to_owned() };
        let first = self.french && day == 1;
        format!("{day}{} {month} {year}", if first { "er" } else { "" })
    }
}

const MONTHS: [Phrase; 12] = [
    Phrase("January", "janvier"),
    Phrase("February", "février"),
    Phrase("March", "mars"),
    Phrase("April", "avril"),
    Phrase("May", "mai"),
    Phrase("June", "juin"),
    Phrase("July", "juillet"),
    Phrase("August", "août"),
    Phrase("September", "septembre"),
    Phrase("October", "octobre"),
    Phrase("November", "novembre"),
    Phrase("December", "décembre"),
];

/// One constant for each phrase.
macro_rules! phrases {
    ($($name:ident = $english:literal, $french:literal;)+) => {
        $(pub(in crate::exchange::report) const $name: Phrase = Phrase($english, $french);)+
        #[cfg(test)]
        pub(super) const ALL: &[Phrase] = &[$($name,)+];
    };
}
use phrases;

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = &'static Phrase> {
        network::ALL.iter().chain(results::ALL).chain(easy::ALL)
    }

    #[test]
    fn both_languages_take_the_same_values() {
        let values = |text: &str| -> Vec<String> {
            let mut found: Vec<String> = text
                .split('{')
                .skip(1)
                .filter_map(|part| Some(part.split_once('}')?.0.into()))
                .collect();
            found.sort();
            found
        };
        for Phrase(english, french) in all() {
            let (english, french) = (values(english), values(french));
            // A singular may say “one” in words.
            assert!(english.iter().all(|value| french.contains(value)), "{english:?} {french:?}");
        }
    }

    #[test]
    fn french_marks_have_their_spaces() {
        for Phrase(_, french) in all() {
            for mark in [":", ";", "?", "!"] {
                for (at, _) in french.match_indices(mark) {
                    let before = french.get(..at).and_then(|start| start.chars().next_back());
                    assert!(matches!(before, Some('\u{a0}' | '\u{202f}')), "{french}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_written_as_readers_expect() {
        let (en, fr) = (
            Language::of("en-GB", ReportProfile::Standard),
            Language::of("fr-CA", ReportProfile::Standard),
        );
        assert_eq!((en.count(32424), fr.count(1139)), ("32,424".into(), "1\u{202f}139".into()));
        assert_eq!((en.decimal(-0.421), fr.decimal(0.5)), ("−0.42".into(), "0,50".into()));
        assert_eq!((en.decimal(-0.001), en.percent(0.001)), ("0.00".into(), "<1%".into()));
        assert_eq!((en.percent(0.0), fr.percent(1.0)), ("0%".into(), "100\u{202f}%".into()));
        assert_eq!(fr.day("2026-03-01T10:00:00Z"), "1er mars 2026");
        assert_eq!(en.day("2026-11-23"), "23 November 2026");
        assert_eq!(en.day("one day in été"), "one day in été");
        assert_eq!(fr.plural(0, REPEAT, REPEATS), "0 rencontre est une répétition.");
    }
}
