//! What ids are called on the page.

use super::ReportRequest;
use super::words::Language;
use crate::error::Result;
use crate::people::{RolesRequest, roles};
use crate::text::Text;
use std::collections::BTreeMap;

/// Characters of an id, and one more.
const LONGEST: usize = 129;

/// Names of ids and of roles, in the language of the page.
#[derive(Debug)]
pub(super) struct Names<'a> {
    own: &'a BTreeMap<String, Text>,
    roles: BTreeMap<String, Text>,
    locale: &'a str,
    pub language: Language,
}

impl<'a> Names<'a> {
    pub(super) fn of(request: &'a ReportRequest, language: Language) -> Result<Self> {
        let roles = roles(&RolesRequest::default())?.roles;
        let roles = roles.into_iter().map(|role| (role.id, role.name)).collect();
        Ok(Self { own: &request.names, roles, locale: &request.locale, language })
    }

    /// What the request calls an id; else the id.
    pub(super) fn id(&self, id: &str) -> String {
        self.own.get(id).map_or(id, |name| name.for_locale(self.locale)).to_owned()
    }

    /// What a role is called: by the request, by the catalogue, or as it stands.
    pub(super) fn role(&self, role: &str) -> String {
        let name = self.own.get(role).or_else(|| self.roles.get(role));
        name.map_or(role, |name| name.for_locale(self.locale)).to_owned()
    }

    /// A text in the language of the page.
    pub(super) fn text(&self, text: &Text) -> String {
        text.for_locale(self.locale).to_owned()
    }

    /// A sentence in which ids that stand between backticks give way to their names, quoted.
    pub(super) fn quoted(&self, text: &Text) -> String {
        let text = self.in_quotes(text);
        let (open, close) =
            if self.language.is_french() { ("«\u{a0}", "\u{a0}»") } else { ("“", "”") };
        let mut sentence = String::new();
        for (at, part) in text.split('`').enumerate() {
            if at % 2 == 0 {
                sentence += part;
            } else {
                sentence = sentence + open + &self.id(part) + close;
            }
        }
        sentence
    }

    /// A sentence in which ids that stand in quotation marks give way to their names.
    pub(super) fn in_quotes(&self, text: &Text) -> String {
        let english = self.renamed(text.for_locale(self.locale), "“", "”");
        self.renamed(&english, "«\u{a0}", "\u{a0}»")
    }

    /// The same for one kind of quotation marks, in one pass.
    fn renamed(&self, sentence: &str, open: &str, close: &str) -> String {
        let mut written = String::new();
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once(open) {
            written = written + before + open;
            // An id is not longer; a mark that is never closed costs no more than this.
            let end = after.char_indices().nth(LONGEST).map_or(after.len(), |(end, _)| end);
            let inside = after.get(..end).and_then(|window| window.split_once(close));
            let name = inside.and_then(|(id, _)| Some((id, self.own.get(id)?)));
            rest = match name {
                Some((id, name)) => {
                    written += name.for_locale(self.locale);
                    after.get(id.len()..).unwrap_or_default()
                }
                None => after,
            };
        }
        written + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::ReportProfile;
    use serde_json::json;

    #[test]
    fn names_stand_where_ids_stood() {
        let request: ReportRequest =
            serde_json::from_value(json!({"locale": "en", "names": {"a": "One", "b": "Two"}}))
                .unwrap();
        let names = Names::of(&request, Language::of("en", ReportProfile::Standard)).unwrap();
        let said = |text: &str| names.in_quotes(&Text::from(text));
        assert_eq!(said("“a” before “b”, “c” and “"), "“One” before “Two”, “c” and “");
        assert_eq!(said("«\u{a0}a\u{a0}» a"), "«\u{a0}One\u{a0}» a");
        assert_eq!(names.quoted(&Text::from("the idea `a`, `x`")), "the idea “One”, “x”");
        assert_eq!(said(&"“".repeat(100_000)).len(), 300_000);
    }
}
