//! Our own form: front matter, then a part for each language with a section for each text.

use super::front::fault;
use crate::equip::Card;
use crate::error::{Code, Error, Result};
use crate::exchange::table::fold::fold;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Sections that hold one text each: the field, and their headings in English and French.
const SECTIONS: [(&str, &str, &str); 4] = [
    ("purpose", "Purpose", "Objectif"),
    ("bestFor", "Best for", "Idéal pour"),
    ("notFor", "Not for", "À éviter pour"),
    ("healthConsiderations", "Health considerations", "Précautions de santé"),
];
const STAGE: (&str, &str) = ("Stage", "Étape");
const MATERIALS: (&str, &str) = ("Materials", "Matériel");

/// The order of front matter; what is not named comes after, in alphabetical order.
const ORDER: [&str; 7] = ["format", "id", "version", "status", "kind", "phases", "arc"];

/// A text of a card by its place, then by language; the empty language is none.
type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// Writes a card.
pub(super) fn write(card: &Card) -> Result<String> {
    let lost = |_| Error::new(Code::ContractInternal, "the card cannot be written");
    let json = serde_json::to_string(card).map_err(lost)?;
    let mut head: Map<String, Value> = serde_json::from_str(&json).map_err(lost)?;
    let (mut texts, mut odd) = (Texts::new(), Map::new());
    let mut sort = |place: String, text: Value| match plain(&place, &text) {
        Some(languages) => {
            texts.insert(place, languages);
        }
        None => {
            odd.insert(place, text);
        }
    };
    for field in ["title"].into_iter().chain(SECTIONS.iter().map(|(field, ..)| *field)) {
        if let Some(text) = head.remove(field) {
            sort(format!("/{field}"), text);
        }
    }
    let mut inner = |list: &str, fields: &[&str]| {
        let items = head.get_mut(list).and_then(Value::as_array_mut);
        for (at, item) in items.into_iter().flatten().enumerate() {
            for field in fields {
                if let Some(text) = item.as_object_mut().and_then(|item| item.remove(*field)) {
                    sort(format!("/{list}/{at}/{field}"), text);
                }
            }
        }
    };
    inner("stages", &["title", "instruction"]);
    inner("materials", &["name"]);
    if !odd.is_empty() {
        head.insert("texts".to_owned(), Value::Object(odd));
    }
    let mut text = String::from("---\n");
    let named = ORDER.iter().filter_map(|key| Some((*key, head.get(*key)?)));
    let others = head.iter().filter(|(key, _)| !ORDER.contains(&key.as_str()));
    for (key, value) in named.chain(others.map(|(key, value)| (key.as_str(), value))) {
        let _ = writeln!(text, "{key}: {}", written(value));
    }
    text.push_str("---\n");
    let languages: BTreeSet<&String> = texts.values().flat_map(BTreeMap::keys).collect();
    for language in languages {
        part(&mut text, &texts, &head, language);
    }
    Ok(text)
}

/// A value of front matter on one line.
fn written(value: &Value) -> String {
    if let Value::String(text) = value {
        let safe =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@' | ' ');
        let word = text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(safe)
            && !text.ends_with(' ')
            && !matches!(
                text.to_ascii_lowercase().as_str(),
                "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
            );
        if word {
            return text.clone();
        }
    }
    value.to_string()
}

/// The languages of a text that Markdown can hold as it is.
fn plain(place: &str, text: &Value) -> Option<BTreeMap<String, String>> {
    let languages: BTreeMap<String, String> = match text {
        Value::String(text) => BTreeMap::from([(String::new(), text.clone())]),
        Value::Object(map) if !map.is_empty() => map
            .iter()
            .map(|(tag, text)| Some((tag.clone(), text.as_str()?.to_owned())))
            .collect::<Option<_>>()?,
        _ => return None,
    };
    let heading =
        !place.ends_with("/instruction") && (place == "/title" || place.matches('/').count() > 1);
    let tag_fits = |tag: &str| {
        tag.is_empty() && text.is_string()
            || (1..=35).contains(&tag.len())
                && tag
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    };
    let text_fits = |tag: &str, text: &str| {
        let control = |c: char| c.is_control() && (heading || c != '\n');
        // Without a language of its own such a title would be read as one.
        let like_a_tag = place == "/title" && tag.is_empty() && text.starts_with('[');
        !text.is_empty() && text.trim() == text && !text.contains(control) && !like_a_tag
    };
    languages.iter().all(|(tag, text)| tag_fits(tag) && text_fits(tag, text)).then_some(languages)
}

/// A part in one language.
fn part(text: &mut String, texts: &Texts, head: &Map<String, Value>, language: &str) {
    let told = |place: &str| texts.get(place).and_then(|text| text.get(language));
    let french = language.split(['-', '_']).next() == Some("fr");
    let word = |(english, in_french): (&'static str, &'static str)| {
        if french { in_french } else { english }
    };
    text.push_str("\n#");
    if !language.is_empty() {
        let _ = write!(text, " [{language}]");
    }
    if let Some(title) = told("/title") {
        let _ = write!(text, " {title}");
    }
    text.push('\n');
    let section = |text: &mut String, heading: &str, body: Option<&String>| {
        let _ = write!(text, "\n## {heading}\n");
        for (at, line) in body.into_iter().flat_map(|body| body.split('\n')).enumerate() {
            if at == 0 {
                text.push('\n');
            }
            if line.starts_with(['#', '\\']) {
                text.push('\\');
            }
            text.push_str(line);
            text.push('\n');
        }
    };
    let mut sections = SECTIONS.iter();
    if let Some((field, english, in_french)) = sections.next()
        && let Some(purpose) = told(&format!("/{field}"))
    {
        section(text, word((*english, *in_french)), Some(purpose));
    }
    let count = |list: &str| head.get(list).and_then(Value::as_array).map_or(0, Vec::len);
    for at in 0..count("stages") {
        let [title, body] =
            ["title", "instruction"].map(|field| told(&format!("/stages/{at}/{field}")));
        let number = format!("{} {}", word(STAGE), at + 1);
        match title {
            Some(title) => section(text, &format!("{number}: {title}"), body),
            None if body.is_some() => section(text, &number, body),
            None => {}
        }
    }
    let names: Vec<(usize, &String)> = (0..count("materials"))
        .filter_map(|at| Some((at + 1, told(&format!("/materials/{at}/name"))?)))
        .collect();
    if !names.is_empty() {
        section(text, word(MATERIALS), None);
        text.push('\n');
        for (number, name) in names {
            let _ = writeln!(text, "{number}. {name}");
        }
    }
    for (field, english, in_french) in sections {
        if let Some(body) = told(&format!("/{field}")) {
            section(text, word((*english, *in_french)), Some(body));
        }
    }
}

/// Reads a card as the document that it is.
pub(super) fn read(mut head: Map<String, Value>, body: &[(usize, &str)]) -> Result<Value> {
    let mut parts = Parts::default();
    for &(number, line) in body {
        parts.line(number, line)?;
    }
    parts.close()?;
    let odd = match head.remove("texts") {
        Some(Value::Object(odd)) => odd,
        None => Map::new(),
        Some(_) => return Err(wrong("texts is a list of places and texts".to_owned())),
    };
    let texts = parts.texts.into_iter().map(|(place, languages)| (place, of_languages(languages)));
    let mut card = Value::Object(head);
    for (place, text) in texts.chain(odd.into_iter().map(|(place, text)| (place, Ok(text)))) {
        put(&mut card, &place, text?)?;
    }
    for (list, fields) in [("stages", &["title", "instruction"][..]), ("materials", &["name"])] {
        for (at, item) in card.get(list).and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            if let Some(field) = fields.iter().find(|field| item.get(**field).is_none()) {
                return Err(wrong(format!("number {} of the {list} has no {field}", at + 1)));
            }
        }
    }
    Ok(card)
}

fn of_languages(mut languages: BTreeMap<String, String>) -> Result<Value> {
    match (languages.remove(""), languages.is_empty()) {
        (Some(text), true) => Ok(Value::String(text)),
        (None, _) => Ok(Value::Object(
            languages.into_iter().map(|(tag, text)| (tag, Value::String(text))).collect(),
        )),
        (Some(text), false) => {
            Err(wrong(format!("{text:?} stands without its language beside others")))
        }
    }
}

/// Puts a text at its place, which must be free.
fn put(card: &mut Value, place: &str, text: Value) -> Result<()> {
    let lost = || wrong(format!("the front matter has no place {place} for a text"));
    let (owner, field) = place.rsplit_once('/').ok_or_else(lost)?;
    let owner = card.pointer_mut(owner).and_then(Value::as_object_mut).ok_or_else(lost)?;
    if owner.insert(field.to_owned(), text).is_some() {
        return Err(wrong(format!("{place} stands both in the front matter and in a part")));
    }
    Ok(())
}

fn wrong(message: String) -> Error {
    Error::new(Code::ExchangeInvalidCard, message).at("/text")
}

/// The parts of a body, line by line.
#[derive(Default)]
struct Parts<'a> {
    texts: Texts,
    /// The language of the part that is open.
    language: Option<String>,
    /// The section that is open, with the line of its heading.
    section: Option<(usize, Section)>,
    lines: Vec<&'a str>,
}

enum Section {
    Text(String),
    Materials,
}

impl<'a> Parts<'a> {
    fn line(&mut self, number: usize, line: &'a str) -> Result<()> {
        if line == "#" || line.starts_with("# ") {
            self.close()?;
            return self.part(number, line.trim_start_matches('#').trim());
        }
        if let Some(heading) = line.strip_prefix("## ") {
            self.close()?;
            return self.open(number, heading.trim());
        }
        if self.section.is_none() && !line.trim().is_empty() {
            return Err(fault(number, "this text stands in no section"));
        }
        self.lines.push(line);
        Ok(())
    }

    fn part(&mut self, number: usize, heading: &str) -> Result<()> {
        let (language, title) =
            match heading.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                Some((language, title)) => (language.trim(), title.trim()),
                None => ("", heading),
            };
        self.language = Some(language.to_owned());
        if title.is_empty() {
            Ok(())
        } else {
            self.add(number, "/title".to_owned(), title.to_owned())
        }
    }

    fn open(&mut self, number: usize, heading: &str) -> Result<()> {
        if self.language.is_none() {
            return Err(fault(number, "a section stands below the title of its part, # [en] …"));
        }
        let name = fold(heading);
        let known = SECTIONS
            .iter()
            .find(|(_, english, french)| fold(english) == name || fold(french) == name);
        let section = if let Some((field, ..)) = known {
            Section::Text(format!("/{field}"))
        } else if [MATERIALS.0, MATERIALS.1].iter().any(|word| fold(word) == name) {
            Section::Materials
        } else {
            let (stage, title) = heading.split_once(':').unwrap_or((heading, ""));
            let at = [STAGE.0, STAGE.1].iter().find_map(|word| {
                stage.trim().strip_prefix(word)?.trim().parse::<usize>().ok()?.checked_sub(1)
            });
            let Some(at) = at else {
                return Err(fault(number, &format!("{heading:?} is the heading of no section"))
                    .hint("known here: Purpose, Stage 1: …, Materials, Best for, Not for, Health considerations, or the same in French"));
            };
            if !title.trim().is_empty() {
                self.add(number, format!("/stages/{at}/title"), title.trim().to_owned())?;
            }
            Section::Text(format!("/stages/{at}/instruction"))
        };
        self.section = Some((number, section));
        Ok(())
    }

    /// Ends the section that is open.
    fn close(&mut self) -> Result<()> {
        let lines = std::mem::take(&mut self.lines);
        match self.section.take() {
            None => Ok(()),
            Some((number, Section::Text(place))) => {
                let line = |line: &&'a str| match line.strip_prefix('\\') {
                    Some(rest) if rest.starts_with(['#', '\\']) => rest,
                    _ => *line,
                };
                let text = lines.iter().map(line).collect::<Vec<_>>().join("\n");
                let text = text.trim();
                if text.is_empty() { Ok(()) } else { self.add(number, place, text.to_owned()) }
            }
            Some((number, Section::Materials)) => {
                for (at, line) in
                    lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty())
                {
                    let number = number + 1 + at;
                    let item = line.split_once(". ").and_then(|(item, name)| {
                        Some((item.trim().parse::<usize>().ok()?.checked_sub(1)?, name.trim()))
                    });
                    let Some((item, name)) = item else {
                        return Err(fault(number, "a material is written as 1. Sticky notes"));
                    };
                    self.add(number, format!("/materials/{item}/name"), name.to_owned())?;
                }
                Ok(())
            }
        }
    }

    fn add(&mut self, number: usize, place: String, text: String) -> Result<()> {
        let language = self.language.clone().unwrap_or_default();
        if self.texts.entry(place).or_default().insert(language, text).is_some() {
            return Err(fault(number, "this text stands twice in one language"));
        }
        Ok(())
    }
}
