//! The pen of the report: its words are phrases.

use super::words::{Language, Phrase};

/// A report that is being written.
pub(super) type Pen = crate::exchange::Pen<Language>;

impl Pen {
    /// A phrase in the language of the page.
    pub(super) fn phrase(&mut self, phrase: Phrase) -> &mut Self {
        let text = self.language.say(phrase);
        self.text(text)
    }

    /// A whole number, in the writing of the page's language.
    pub(super) fn count(&mut self, count: u64) -> &mut Self {
        let text = self.language.count(count);
        self.text(&text)
    }
}
