//! Every text of a rubric by a key made of ids, for translation and for other wordings.

use super::document::{Level, Rubric};
use crate::text::Text;

impl Rubric {
    /// Shows every text with its key: `title`, `purpose`, `note`, `level.ID`, `group.ID`,
    /// `group.ID.prompt`, `item.ID`, `item.ID.prompt`, `item.ID.evidence`,
    /// `item.ID.numerator`, `item.ID.denominator`, `item.ID.level.ID`, `band.ID`,
    /// `dimension.ID`, `dimension.ID.ID`.
    pub fn each_text(&mut self, see: &mut dyn FnMut(&str, &mut Text)) {
        see("title", &mut self.title);
        maybe("purpose", &mut self.purpose, see);
        maybe("note", &mut self.note, see);
        levels("", &mut self.levels, see);
        for group in &mut self.groups {
            let key = format!("group.{}", group.id);
            see(&key, &mut group.title);
            maybe(&format!("{key}.prompt"), &mut group.prompt, see);
            for item in &mut group.items {
                let key = format!("item.{}", item.id);
                see(&key, &mut item.title);
                maybe(&format!("{key}.prompt"), &mut item.prompt, see);
                maybe(&format!("{key}.evidence"), &mut item.evidence, see);
                if let Some(ratio) = &mut item.ratio {
                    see(&format!("{key}.numerator"), &mut ratio.numerator);
                    see(&format!("{key}.denominator"), &mut ratio.denominator);
                }
                levels(&format!("{key}."), &mut item.levels, see);
            }
        }
        for band in &mut self.bands {
            see(&format!("band.{}", band.id), &mut band.title);
        }
        for dimension in &mut self.dimensions {
            let key = format!("dimension.{}", dimension.id);
            see(&key, &mut dimension.title);
            for value in &mut dimension.values {
                see(&format!("{key}.{}", value.id), &mut value.title);
            }
        }
    }

    /// The rubric with its texts in one language.
    pub(crate) fn into_locale(mut self, locale: &str) -> Self {
        self.each_text(&mut |_, text| *text = Text::from(text.for_locale(locale)));
        self
    }
}

fn maybe(key: &str, text: &mut Option<Text>, see: &mut dyn FnMut(&str, &mut Text)) {
    if let Some(text) = text {
        see(key, text);
    }
}

fn levels(owner: &str, levels: &mut [Level], see: &mut dyn FnMut(&str, &mut Text)) {
    for level in levels {
        see(&format!("{owner}level.{}", level.id), &mut level.title);
    }
}
