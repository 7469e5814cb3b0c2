//! Which words changed between two texts.
//!
//! The longest common subsequence of words, by dynamic programming: words before × words after
//! steps, once what both texts begin and end with is set aside.
//!
//! Invariant: what is kept and removed, read in order, is the text before; what is kept and
//! added is the text after.

use crate::text::Text;
use serde::Serialize;
use std::collections::BTreeMap;

/// Most steps for one pair of texts.
const MOST_STEPS: usize = 250_000;

/// How many steps a comparison has left over all its texts. Where they do not suffice, all that
/// stands between what both texts begin and end with counts as replaced.
pub(super) struct Steps(usize);

impl Steps {
    /// Enough for some hundreds of long clauses that changed all over.
    pub(super) fn enough() -> Self {
        Self(50_000_000)
    }

    fn take(&mut self, count: usize) -> bool {
        let left = self.0.checked_sub(count).filter(|_| count <= MOST_STEPS);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// What happened to a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WordChange {
    /// It stands in both.
    Kept,
    /// It stood before.
    Removed,
    /// It stands after.
    Added,
}

/// A stretch of a text, with its spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangedWords {
    /// Kept, removed or added.
    pub change: WordChange,
    /// The words.
    pub text: String,
}

/// A text in one language, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangedText {
    /// The language (BCP 47), `und` where it is unknown.
    pub locale: String,
    /// The words, in order.
    pub words: Vec<ChangedWords>,
}

/// Where two texts differ, language by language; languages that agree are left out.
pub(super) fn changes(before: &Text, after: &Text, steps: &mut Steps) -> Vec<ChangedText> {
    let (before, after) = (languages(before), languages(after));
    let mut tags: Vec<&String> = before.keys().chain(after.keys()).collect();
    tags.sort_unstable();
    tags.dedup();
    tags.into_iter()
        .filter_map(|tag| {
            let [before, after] =
                [&before, &after].map(|map| map.get(tag).map_or("", String::as_str));
            (before != after)
                .then(|| ChangedText { locale: tag.clone(), words: compare(before, after, steps) })
        })
        .collect()
}

fn languages(text: &Text) -> BTreeMap<String, String> {
    let texts: BTreeMap<String, String> =
        text.languages().map(|tag| (tag.to_owned(), text.for_locale(tag).to_owned())).collect();
    if texts.is_empty() {
        return BTreeMap::from([("und".to_owned(), text.for_locale("").to_owned())]);
    }
    texts
}

/// The words of a text and the spaces between them, in order.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace)
        .flat_map(|piece| {
            let word = piece.trim_end();
            [word, piece.strip_prefix(word).unwrap_or_default()]
        })
        .filter(|word| !word.is_empty())
        .collect()
}

fn compare(before: &str, after: &str, steps: &mut Steps) -> Vec<ChangedWords> {
    let (before, after) = (words(before), words(after));
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = before.iter().zip(&after).take_while(same).count();
    let [rest, other] = [before.get(head..), after.get(head..)].map(Option::unwrap_or_default);
    let tail = rest.iter().rev().zip(other.iter().rev()).take_while(same).count();
    let cut = |words: &'_ [&str]| words.len().saturating_sub(tail);
    let (middle, end) = rest.split_at_checked(cut(rest)).unwrap_or_default();
    let (other, _) = other.split_at_checked(cut(other)).unwrap_or_default();
    let mut told = Telling::default();
    told.all(WordChange::Kept, before.get(..head).unwrap_or_default());
    between(middle, other, &mut told, steps);
    told.all(WordChange::Kept, end);
    told.0
}

/// Tells the stretch that differs.
fn between(before: &[&str], after: &[&str], told: &mut Telling, steps: &mut Steps) {
    if !steps.take(before.len().saturating_mul(after.len())) {
        told.all(WordChange::Removed, before);
        told.all(WordChange::Added, after);
        return;
    }
    let table = common(before, after);
    let length = |a: usize, b: usize| table.get(a).and_then(|row| row.get(b)).copied().unwrap_or(0);
    let (mut a, mut b) = (0, 0);
    loop {
        match (before.get(a), after.get(b)) {
            (None, None) => return,
            (Some(left), Some(right)) if left == right => {
                told.one(WordChange::Kept, left);
                a += 1;
                b += 1;
            }
            // Where both are as good, what was there is told before what came.
            (Some(left), right) if right.is_none() || length(a + 1, b) >= length(a, b + 1) => {
                told.one(WordChange::Removed, left);
                a += 1;
            }
            (_, Some(right)) => {
                told.one(WordChange::Added, right);
                b += 1;
            }
            (Some(_), None) => return,
        }
    }
}

/// For each pair of positions the length of the longest common subsequence from there on.
fn common(before: &[&str], after: &[&str]) -> Vec<Vec<u32>> {
    let mut rows: Vec<Vec<u32>> = vec![vec![0; after.len() + 1]];
    for left in before.iter().rev() {
        let below = rows.last().cloned().unwrap_or_default();
        let mut row = vec![0; after.len() + 1];
        let mut right_of = 0;
        for (b, right) in after.iter().enumerate().rev() {
            let at = |b: usize| below.get(b).copied().unwrap_or(0);
            right_of = if left == right { at(b + 1) + 1 } else { at(b).max(right_of) };
            if let Some(cell) = row.get_mut(b) {
                *cell = right_of;
            }
        }
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// Stretches told so far, neighbours of one kind joined.
#[derive(Default)]
struct Telling(Vec<ChangedWords>);

impl Telling {
    fn one(&mut self, change: WordChange, word: &str) {
        match self.0.last_mut() {
            Some(last) if last.change == change => last.text.push_str(word),
            _ => self.0.push(ChangedWords { change, text: word.to_owned() }),
        }
    }

    fn all(&mut self, change: WordChange, words: &[&str]) {
        for word in words {
            self.one(change, word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(before: &str, after: &str) -> String {
        let marked =
            compare(before, after, &mut Steps::enough()).into_iter().map(|one| match one.change {
                WordChange::Kept => one.text,
                WordChange::Removed => format!("[-{}-]", one.text),
                WordChange::Added => format!("[+{}+]", one.text),
            });
        marked.collect()
    }

    #[test]
    fn only_what_changed_is_marked() {
        for (before, after, expected) in [
            ("a b c", "a b c", "a b c"),
            ("every Friday at noon", "every Monday at noon", "every [-Friday-][+Monday+] at noon"),
            ("", "new", "[+new+]"),
            ("old words", "", "[-old words-]"),
            ("a b", "a  b", "a [+ +]b"),
            ("one two three", "one three", "one [-two -]three"),
        ] {
            assert_eq!(told(before, after), expected);
        }
    }

    #[test]
    fn very_long_texts_are_replaced_between_what_both_begin_and_end_with() {
        let long = |word: &str| format!("same {} same", vec![word; 400].join(" "));
        let changed = compare(&long("a"), &long("b"), &mut Steps::enough());
        let kinds: Vec<WordChange> = changed.iter().map(|one| one.change).collect();
        use WordChange::{Added, Kept, Removed};
        assert_eq!(kinds, [Kept, Removed, Added, Kept]);
        // Five words and spaces against five cost 25 steps; the second pair finds too few.
        let mut few = Steps(40);
        assert_eq!(compare("a x b", "c x d", &mut few).len(), 5);
        assert_eq!(compare("a x b", "c x d", &mut few).len(), 2);
    }

    #[test]
    fn languages_are_told_apart() {
        let before = Text::both("same", "avant");
        let changed = changes(&before, &Text::both("same", "après"), &mut Steps::enough());
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].locale, "fr");
        let plain = changes(&before, &Text::from("same"), &mut Steps::enough());
        let tags: Vec<&str> = plain.iter().map(|one| one.locale.as_str()).collect();
        assert_eq!(tags, ["en", "fr", "und"]);
    }

    /// The longest common subsequence, by trying everything.
    fn longest(a: &[&str], b: &[&str]) -> usize {
        match (a, b) {
            ([], _) | (_, []) => 0,
            ([x, a @ ..], [y, b @ ..]) if x == y => 1 + longest(a, b),
            ([_, rest @ ..], [_, other @ ..]) => longest(rest, b).max(longest(a, other)),
        }
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(before in "[ab \u{a0}\n]{0,24}", after in "[ab \u{a0}\n]{0,24}") {
            let changed = compare(&before, &after, &mut Steps::enough());
            let read = |left_out| -> String {
                changed.iter().filter(|one| one.change != left_out).map(|one| &*one.text).collect()
            };
            prop_assert_eq!(read(WordChange::Added), before);
            prop_assert_eq!(read(WordChange::Removed), after);
        }

        #[test]
        fn as_much_is_kept_as_can_be(before in "[abc]{0,6}", after in "[abc]{0,6}") {
            let spread = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let (before, after) = (spread(&before), spread(&after));
            let a: Vec<&str> = before.iter().map(String::as_str).collect();
            let b: Vec<&str> = after.iter().map(String::as_str).collect();
            let mut told = Telling::default();
            between(&a, &b, &mut told, &mut Steps::enough());
            let kept: usize = told.0.iter()
                .filter(|one| one.change == WordChange::Kept)
                .map(|one| one.text.len())
                .sum();
            prop_assert_eq!(kept, longest(&a, &b));
        }
    }
}
