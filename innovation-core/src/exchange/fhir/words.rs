//! Texts in several languages: FHIR writes one, and the others as its translations.

use super::json::{
    LANGUAGE, Object, TRANSLATION, code, extension, find, list, object, objects, string, text_of,
};
use crate::text::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// The first language of a resource that holds several: English where the text has it, else
/// its own first.
pub(super) fn first_language(text: &Text) -> Option<String> {
    let english = text.languages().find(|tag| *tag == "en");
    english.or_else(|| text.languages().next()).map(str::to_owned)
}

/// Writes a text into a member and its sibling. Answers whether it can be read back whole; what
/// cannot (blank texts, spaces that FHIR does not take, strange tags) is kept elsewhere.
pub(super) fn put(members: &mut Object, name: &str, text: &Text, first: Option<&str>) -> bool {
    let (shown, sibling) = shown(text, first);
    if !shown.is_null() {
        members.insert(name.to_owned(), shown);
        if !sibling.is_null() {
            members.insert(format!("_{name}"), sibling);
        }
    }
    get(members, name, first).as_ref() == Some(text)
}

/// A text as the value of an extension, with what it says beside it.
pub(super) fn in_extension(url: &str, text: &Text, first: Option<&str>) -> (Value, bool) {
    let mut members = Object::new();
    let whole = put(&mut members, "valueString", text, first);
    if members.is_empty() {
        return (Value::Null, whole);
    }
    members.insert("url".to_owned(), url.into());
    (Value::Object(members), whole)
}

/// The value and its sibling.
fn shown(text: &Text, first: Option<&str>) -> (Value, Value) {
    let tags: Vec<&str> = text.languages().collect();
    let says = |tag: &&str| !string(text.for_locale(tag)).is_null();
    let main = first.filter(|first| tags.contains(first)).filter(says);
    let main = main.or_else(|| tags.iter().copied().find(says));
    let value = string(text.for_locale(main.unwrap_or_default()));
    if value.is_null() {
        return (Value::Null, Value::Null);
    }
    let mut extensions = Vec::new();
    if let Some(main) = main
        && (tags.len() == 1 || first != Some(main))
    {
        extensions.push(extension(LANGUAGE, "valueCode", code(main).into()));
    }
    for tag in tags.iter().filter(|tag| Some(**tag) != main) {
        let content = string(text.for_locale(tag));
        if !content.is_null() {
            let parts = vec![
                extension("lang", "valueCode", code(tag).into()),
                extension("content", "valueString", content),
            ];
            extensions.push(object(vec![("url", TRANSLATION.into()), ("extension", list(parts))]));
        }
    }
    let sibling = object(vec![("extension", list(extensions))]);
    (value, if sibling.as_object().is_none_or(Object::is_empty) { Value::Null } else { sibling })
}

/// Reads a text with its translations.
pub(super) fn get(members: &Object, name: &str, first: Option<&str>) -> Option<Text> {
    let main = text_of(members, name)?;
    let mut texts = BTreeMap::new();
    let mut language = None;
    if let Some(sibling) = members.get(&format!("_{name}")).and_then(Value::as_object) {
        language = find(sibling, LANGUAGE).and_then(|one| text_of(one, "valueCode"));
        for (_, translation) in objects(sibling, "extension") {
            if text_of(translation, "url") == Some(TRANSLATION) {
                let tag = find(translation, "lang").and_then(|one| text_of(one, "valueCode"));
                let content = find(translation, "content");
                let content = content.and_then(|one| {
                    text_of(one, "valueString").or_else(|| text_of(one, "valueMarkdown"))
                });
                texts.extend(tag.zip(content));
            }
        }
    }
    if language.is_none() && texts.is_empty() {
        return Some(Text::from(main));
    }
    texts.insert(language.or(first).unwrap_or("en"), main);
    Some(Text::in_languages(texts))
}

/// A kept text holds only where what is shown is still what it would show; else what is shown
/// does, which somebody changed.
pub(super) fn settle(
    kept: &mut Object,
    key: &str,
    members: &Object,
    name: &str,
    first: Option<&str>,
) {
    let text = kept.get(key).and_then(as_text);
    let sibling = format!("_{name}");
    let there = |name: &str| members.get(name).cloned().unwrap_or_default();
    if let Some(text) = &text
        && shown(text, first) == (there(name), there(&sibling))
    {
        return;
    }
    match get(members, name, first) {
        Some(text) => kept.insert(key.to_owned(), as_json(&text)),
        None => kept.remove(key),
    };
}

/// A text from our JSON.
pub(super) fn as_text(json: &Value) -> Option<Text> {
    match json {
        Value::String(text) => Some(Text::from(text.as_str())),
        Value::Object(map) if !map.is_empty() => {
            let pairs = map.iter().map(|(tag, text)| Some((tag.as_str(), text.as_str()?)));
            Some(Text::in_languages(pairs.collect::<Option<Vec<_>>>()?))
        }
        _ => None,
    }
}

/// A text as our JSON.
pub(super) fn as_json(text: &Text) -> Value {
    let tags: Vec<&str> = text.languages().collect();
    if tags.is_empty() {
        return Value::from(text.for_locale(""));
    }
    let pairs = tags.into_iter().map(|tag| (tag.to_owned(), Value::from(text.for_locale(tag))));
    Value::Object(pairs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(text: &Text, first: Option<&str>) -> (bool, Option<Text>) {
        let mut members = Object::new();
        let whole = put(&mut members, "text", text, first);
        (whole, get(&members, "text", first))
    }

    #[test]
    fn texts_are_read_back_or_said_not_to_be() {
        let whole = [
            Text::from("plain"),
            Text::in_languages([("en", "E")]),
            Text::in_languages([("en", "E"), ("fr", "F"), ("fr-CA", "Q")]),
            Text::in_languages([("fr", "F"), ("nl", "N")]),
            Text::in_languages([("nl", "N")]),
        ];
        for text in whole {
            for first in [Some("en"), Some("fr"), None] {
                assert_eq!(there_and_back(&text, first), (true, Some(text.clone())), "{first:?}");
            }
        }
        for text in [Text::from(""), Text::in_languages([("en", "E"), ("fr", "Vrai\u{a0}?")])] {
            assert!(!there_and_back(&text, Some("en")).0);
        }
    }

    #[test]
    fn a_change_in_what_is_shown_wins_over_what_was_kept() {
        let text = Text::from("Vrai\u{202f}?");
        let mut kept = Object::new();
        kept.insert("title".into(), as_json(&text));
        let mut members = Object::new();
        put(&mut members, "text", &text, None);
        settle(&mut kept, "title", &members, "text", None);
        assert_eq!(kept["title"], "Vrai\u{202f}?");
        members.insert("text".into(), "Faux ?".into());
        settle(&mut kept, "title", &members, "text", None);
        assert_eq!(kept["title"], "Faux ?");
    }
}
