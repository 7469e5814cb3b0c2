//! What a rule is, and what it can answer.

use super::facts::Facts;
use super::source::Source;
use super::{About, AboutKind, EvidenceKind, Gravity};
use crate::instant::Instant;
use crate::people::Id;
use crate::text::Text;

/// A rule: what it is called, how grave it is when it fires, why, after whom, and its test.
#[derive(Debug)]
pub(super) struct Rule {
    /// Stable, kebab-case, unique.
    pub id: &'static str,
    pub severity: Gravity,
    pub evidence: EvidenceKind,
    pub source: Source,
    /// Why it matters, in English and in French.
    pub reason: [&'static str; 2],
    pub test: fn(&Facts<'_>) -> Verdict,
}

/// What a test found, and what it could not judge.
#[derive(Debug, Default)]
pub(super) struct Verdict {
    pub hits: Vec<Hit>,
    /// Why the state holds too little to judge everything.
    pub unjudged: Option<Text>,
}

/// A place where a rule fires, with the facts.
#[derive(Debug)]
pub(super) struct Hit {
    pub about: About,
    pub message: Text,
}

impl Verdict {
    /// Nothing to say.
    pub(super) fn fine() -> Self {
        Self::default()
    }

    /// One hit where the test holds.
    pub(super) fn when(broken: bool, hit: impl FnOnce() -> Hit) -> Self {
        Self { hits: broken.then(hit).into_iter().collect(), unjudged: None }
    }

    /// Hits, all judged.
    pub(super) fn of(hits: impl Iterator<Item = Hit>) -> Self {
        Self { hits: hits.collect(), unjudged: None }
    }

    /// The same, not wholly judged where `open` holds.
    pub(super) fn unless(mut self, open: bool, because: fn() -> Text) -> Self {
        self.unjudged = open.then(because);
        self
    }
}

impl Hit {
    pub(super) fn new(about: About, english: impl AsRef<str>, french: impl AsRef<str>) -> Self {
        Self { about, message: Text::both(english.as_ref(), french.as_ref()) }
    }

    /// A hit about something that has no id.
    pub(super) fn on(kind: AboutKind, english: impl AsRef<str>, french: impl AsRef<str>) -> Self {
        Self::new(About { kind, id: None, session: None, group: None }, english, french)
    }

    /// A hit about something that has an id.
    pub(super) fn at(
        kind: AboutKind,
        id: &Id,
        english: impl AsRef<str>,
        french: impl AsRef<str>,
    ) -> Self {
        Self::new(About { kind, id: Some(id.clone()), session: None, group: None }, english, french)
    }
}

/// Members of whom nothing is known.
pub(super) fn strangers() -> Text {
    Text::both(
        "the state does not say who some of the members are",
        "l’état ne dit pas qui sont certains des membres",
    )
}

/// Sessions whose start is no time.
pub(super) fn undated() -> Text {
    Text::both(
        "the start of a session is not a time of RFC 3339",
        "le début d’une séance n’est pas un instant au format RFC 3339",
    )
}

/// How many names a message lists.
const LISTED: usize = 5;

/// Names in a row, in English and in French; beyond five, how many more there are.
pub(super) fn listed<T: ToString>(names: impl IntoIterator<Item = T>) -> [String; 2] {
    let mut names = names.into_iter();
    let first: Vec<String> = names.by_ref().take(LISTED).map(|name| name.to_string()).collect();
    let first = first.join(", ");
    match names.count() {
        0 => [first.clone(), first],
        more => [format!("{first} and {more} more"), format!("{first} et {more} de plus")],
    }
}

/// A number as French writes it.
pub(super) fn comma(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// The day of a time, for people to read.
pub(super) fn day(time: &str) -> String {
    Instant::parse(time).map_or_else(|| time.to_owned(), Instant::day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_says_how_much_it_leaves_out() {
        assert_eq!(listed([1, 2]), ["1, 2", "1, 2"]);
        assert_eq!(listed(1..=7)[0], "1, 2, 3, 4, 5 and 2 more");
        assert_eq!(listed(1..=7)[1], "1, 2, 3, 4, 5 et 2 de plus");
        assert_eq!(comma(44.5), "44,5");
    }
}
