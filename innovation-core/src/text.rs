//! Text in several languages, and the language that a reader gets.

use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// A text in one or more languages, or a plain string whose language is unknown.
///
/// In JSON a map from language tag to string, `{"en": "…", "fr": "…"}`, or a plain string.
///
/// ```
/// use innovation_core::Text;
/// let text: Text = serde_json::from_str(r#"{"en": "carer", "fr": "proche aidant"}"#)?;
/// assert_eq!(text.for_locale("fr-CA"), "proche aidant");
/// assert_eq!(text.for_locale("de"), "carer");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Form);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    Plain(String),
    Languages(BTreeMap<String, String>),
}

impl Text {
    /// A text in languages; tags as in BCP 47.
    #[must_use]
    pub fn in_languages<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let map = pairs.into_iter().map(|(tag, text)| (tag.to_owned(), text.to_owned()));
        Self(Form::Languages(map.collect()))
    }

    /// A text in English and French, the two languages of this library's own content.
    #[must_use]
    pub fn both(english: &str, french: &str) -> Self {
        Self::in_languages([("en", english), ("fr", french)])
    }

    /// The text for a reader: the language itself (fr-CA), the language without its region
    /// (fr), English, then any. A plain string serves everybody.
    #[must_use]
    pub fn for_locale(&self, locale: &str) -> &str {
        match &self.0 {
            Form::Plain(text) => text,
            Form::Languages(map) => fallbacks(locale)
                .find_map(|tag| find(map, tag))
                .or_else(|| map.values().next().map(String::as_str))
                .unwrap_or_default(),
        }
    }

    /// The languages it is written in; none for a plain string.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        let map = match &self.0 {
            Form::Plain(_) => None,
            Form::Languages(map) => Some(map),
        };
        map.into_iter().flat_map(|map| map.keys().map(String::as_str))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Form::Plain(text.to_owned()))
    }
}

/// The tag, then the tag with its last parts cut one by one, then English.
fn fallbacks(locale: &str) -> impl Iterator<Item = &str> {
    let parents = std::iter::successors(Some(locale), |tag| {
        tag.rfind(['-', '_']).and_then(|end| tag.get(..end))
    });
    parents.chain(std::iter::once("en"))
}

/// Looks a tag up; case and the choice of `-` or `_` do not matter.
fn find<'a>(map: &'a BTreeMap<String, String>, tag: &str) -> Option<&'a str> {
    let plain = |tag: &str| tag.replace('_', "-").to_ascii_lowercase();
    let wanted = plain(tag);
    map.iter().find(|(key, _)| plain(key) == wanted).map(|(_, text)| text.as_str())
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Form::Plain(text) => serializer.serialize_str(text),
            Form::Languages(map) => map.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a map from language to text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::from(text))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let map = BTreeMap::deserialize(de::value::MapAccessDeserializer::new(map))?;
                if map.is_empty() {
                    return Err(de::Error::custom("a text needs at least one language"));
                }
                Ok(Text(Form::Languages(map)))
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text by language tag, or a plain string whose language is unknown.",
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": {"type": "string"}, "minProperties": 1}
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_nearest_language() {
        let text = Text::in_languages([("en", "E"), ("fr", "F"), ("fr-CA", "Q"), ("de", "D")]);
        for (locale, expected) in [
            ("fr-CA", "Q"),
            ("fr_ca", "Q"),
            ("fr-BE", "F"),
            ("de-AT-1996", "D"),
            ("it", "E"),
            ("", "E"),
        ] {
            assert_eq!(text.for_locale(locale), expected, "{locale}");
        }
        assert_eq!(Text::in_languages([("nl", "N")]).for_locale("fr"), "N");
        assert_eq!(Text::from("same").for_locale("fr"), "same");
    }

    #[test]
    fn json_form_is_kept() {
        for json in [r#""plain""#, r#"{"en":"E","fr":"F"}"#] {
            let text: Text = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&text).unwrap(), json);
        }
        assert!(serde_json::from_str::<Text>("{}").is_err());
        assert!(serde_json::from_str::<Text>("3").is_err());
    }
}
