//! Cards of other libraries.
//!
//! Only facts of their formats are here; a card that is read keeps its own words and licence.

use super::front::fault;
use crate::equip::FORMAT;
use crate::error::Result;
use crate::exchange::table::fold::fold;
use serde_json::{Map, Value, json};

/// What our form asks for and neither of the others says.
const UNSAID: [&str; 6] =
    ["/group", "/modes", "/difficulty", "/safetyDemand", "/energy", "/patientBurden"];

/// Reads a method specification of the Open Facilitation Library.
pub(super) fn method_spec(
    mut head: Map<String, Value>,
    body: &[(usize, &str)],
    locale: &str,
    assumed: &mut Vec<String>,
) -> Result<Value> {
    let title = text(&head, "title").ok_or_else(|| fault(1, "the method has no title"))?;
    let sections = sections(body);
    let mut stages = Vec::new();
    let listed = head.get("stages").and_then(Value::as_array).cloned().unwrap_or_default();
    for (at, stage) in listed.iter().enumerate() {
        let field = |name: &str| stage.get(name).and_then(Value::as_str).map(str::to_owned);
        let id = field("id").unwrap_or_default();
        let own = sections.iter().find(|section| {
            section
                .heading
                .split_once(':')
                .is_some_and(|(word, of)| word == "Stage" && of.trim() == id)
        });
        let body = own.map(|section| section.text.clone()).filter(|text| !text.is_empty());
        let title = field("title").unwrap_or(id);
        let instruction = body.or_else(|| field("output")).unwrap_or_else(|| {
            assumed.push(format!("/stages/{at}/instruction"));
            title.clone()
        });
        stages.push((title, instruction));
    }
    if stages.is_empty() {
        return Err(fault(1, "the method has no stages"));
    }
    let who =
        sections.iter().flat_map(|section| section.text.split("\n\n")).find_map(|paragraph| {
            let (label, who) = paragraph.trim().strip_prefix("**")?.split_once("**")?;
            fold(label).starts_with("whoitsfor").then(|| who.trim().to_owned())
        });
    let known = ["draft", "tested", "stable"];
    let status = text(&head, "status").filter(|status| known.contains(&status.as_str()));
    let sources: Vec<Value> = ["source_method", "attribution"]
        .iter()
        .filter_map(|name| Some(json!({"title": text(&head, name)?})))
        .collect();
    let mut card = card(
        Draft {
            title,
            stages,
            minutes: None,
            purpose: text(&head, "summary"),
            id: text(&head, "id"),
            locale,
        },
        assumed,
    );
    let more = [
        ("version", text(&head, "version").map(Value::String)),
        ("status", status.map(Value::String)),
        ("licence", text(&head, "license").map(Value::String)),
        ("bestFor", who.map(|who| in_language(locale, &who))),
        ("sources", Some(Value::Array(sources))),
    ];
    for name in ["id", "title", "version", "summary", "license", "source_method", "attribution"] {
        head.remove(name);
    }
    finish(&mut card, more, "methodSpec", head);
    Ok(card)
}

/// Reads a method card as 18F writes them.
pub(super) fn method_card(
    mut head: Map<String, Value>,
    body: &[(usize, &str)],
    locale: &str,
    assumed: &mut Vec<String>,
) -> Result<Value> {
    let title = text(&head, "title").ok_or_else(|| fault(1, "the method has no title"))?;
    let sections = sections(body);
    let section = |name: &str| {
        let found = sections.iter().find(|section| fold(&section.heading) == fold(name));
        found.map(|section| section.text.clone()).filter(|text| !text.is_empty())
    };
    let steps = match (text(&head, "how"), section("How to do it")) {
        (Some(how), _) => of_html(&how),
        (None, Some(how)) => of_list(&how),
        (None, None) => Vec::new(),
    };
    if steps.is_empty() {
        return Err(fault(1, "the card says nowhere how to do it"));
    }
    let word = if locale.starts_with("fr") { "Étape" } else { "Step" };
    let stages = steps.into_iter().enumerate().map(|(at, step)| {
        assumed.push(format!("/stages/{at}/title"));
        (format!("{word} {}", at + 1), step)
    });
    let stages = stages.collect();
    let of = |name: &str| text(&head, name).map(|text| bare(&text)).or_else(|| section(name));
    let purpose: Vec<String> =
        [of("what").or_else(|| of("description")), of("why")].into_iter().flatten().collect();
    let time = of("timeRequired").or_else(|| section("Time required"));
    let minutes = time.as_deref().and_then(minutes);
    let purpose = (!purpose.is_empty()).then(|| purpose.join("\n\n"));
    let mut card = card(Draft { title, stages, minutes, purpose, id: None, locale }, assumed);
    for name in ["title", "what", "why", "how", "timeRequired", "description"] {
        head.remove(name);
    }
    if let Some(time) = time.filter(|_| minutes.is_none()) {
        head.insert("timeRequired".to_owned(), Value::String(time));
    }
    for section in &sections {
        if !section.heading.is_empty()
            && fold(&section.heading) != "howtodoit"
            && !section.text.is_empty()
        {
            head.insert(section.heading.clone(), Value::String(section.text.clone()));
        }
    }
    finish(&mut card, [], "methodCard", head);
    Ok(card)
}

/// What every card has.
struct Draft<'a> {
    title: String,
    stages: Vec<(String, String)>,
    minutes: Option<(u32, u32)>,
    purpose: Option<String>,
    id: Option<String>,
    locale: &'a str,
}

fn card(draft: Draft<'_>, assumed: &mut Vec<String>) -> Value {
    let Draft { title, stages, minutes, purpose, id, locale } = draft;
    let count = stages.len() as u32;
    let (min, max) = minutes.unwrap_or_else(|| {
        assumed.push("/minutes/run".to_owned());
        (count.saturating_mul(10), count.saturating_mul(20))
    });
    let each = (min / count.max(1)).max(1);
    let id = id.unwrap_or_else(|| {
        assumed.push("/id".to_owned());
        kebab(&title)
    });
    assumed.push("/phases".to_owned());
    assumed.extend(UNSAID.iter().map(|place| (*place).to_owned()));
    for at in 0..stages.len() {
        assumed.push(format!("/stages/{at}/minutes"));
        assumed.push(format!("/stages/{at}/grouping"));
    }
    let stage = |(title, instruction): &(String, String)| {
        json!({"title": in_language(locale, title), "minutes": each, "grouping": "whole",
               "instruction": in_language(locale, instruction)})
    };
    let mut card = json!({
        "format": FORMAT, "id": id, "kind": "method", "title": in_language(locale, &title),
        "group": {"min": 2}, "minutes": {"run": {"min": min, "max": max}},
        "stages": stages.iter().map(stage).collect::<Vec<_>>(),
    });
    if let (Some(purpose), Some(card)) = (purpose, card.as_object_mut()) {
        card.insert("purpose".to_owned(), in_language(locale, &purpose));
    }
    card
}

/// Adds what is given, and keeps the rest of the front matter.
fn finish(
    card: &mut Value,
    more: impl IntoIterator<Item = (&'static str, Option<Value>)>,
    name: &str,
    rest: Map<String, Value>,
) {
    let Some(card) = card.as_object_mut() else { return };
    for (field, value) in more {
        if let Some(value) = value {
            card.insert(field.to_owned(), value);
        }
    }
    if !rest.is_empty() {
        card.insert("extensions".to_owned(), json!({name: rest}));
    }
}

fn in_language(locale: &str, text: &str) -> Value {
    if locale.is_empty() { json!(text) } else { json!({locale: text}) }
}

/// A text of front matter; a number is its digits.
fn text(head: &Map<String, Value>, name: &str) -> Option<String> {
    match head.get(name)? {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A section of a body.
struct Part {
    heading: String,
    text: String,
}

/// The sections of a body by headings of the second level; what stands before them has none.
fn sections(body: &[(usize, &str)]) -> Vec<Part> {
    let mut parts = vec![Part { heading: String::new(), text: String::new() }];
    for (_, line) in body {
        if let Some(heading) = line.strip_prefix("## ") {
            parts.push(Part { heading: heading.trim().to_owned(), text: String::new() });
        } else if let Some(part) = parts.last_mut()
            && !line.starts_with("<section")
            && !line.starts_with("</section")
            && !line.starts_with("# ")
        {
            part.text.push_str(line);
            part.text.push('\n');
        }
    }
    for part in &mut parts {
        part.text = part.text.trim().to_owned();
    }
    parts
}

/// The items of a numbered or dashed list; lines that stand deeper belong to the item above.
fn of_list(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = (digits.len() < line.len()).then(|| digits.strip_prefix(". ")).flatten();
        let item = numbered.or_else(|| line.strip_prefix("- ")).or_else(|| line.strip_prefix("* "));
        match (item, items.last_mut()) {
            (Some(item), _) => items.push(item.trim().to_owned()),
            (None, Some(last)) if line.starts_with([' ', '\t']) && !line.trim().is_empty() => {
                last.push('\n');
                last.push_str(line.trim());
            }
            _ => {}
        }
    }
    items.into_iter().filter(|item| !item.is_empty()).collect()
}

/// The items of a list in HTML; the items of a list within belong to the item above.
fn of_html(html: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut depth = 0_u32;
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let tag = tag.trim_end_matches('/').split_ascii_whitespace().next().unwrap_or_default();
        match tag.to_ascii_lowercase().as_str() {
            "li" => {
                depth = depth.saturating_add(1);
                match items.last_mut().filter(|_| depth > 1) {
                    Some(last) => last.push_str("\n– "),
                    None => items.push(String::new()),
                }
            }
            "/li" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(last) = items.last_mut().filter(|_| depth > 0) {
            last.push_str(text);
        }
    }
    items.iter().map(|item| bare(item)).filter(|item| !item.is_empty()).collect()
}

/// A text without tags, its entities as characters and its blanks single.
fn bare(html: &str) -> String {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        text.push_str(match part.split_once('>') {
            Some((_, after)) if at > 0 => after,
            _ => part,
        });
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, after)| Some((entity_character(name)?, after))) {
            Some((character, after)) => {
                plain.push(character);
                rest = after;
            }
            None => {
                plain.push('&');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    let line = |line: &str| line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    plain.split('\n').map(line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn entity_character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    const NAMES: [(&str, char); 15] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("rdquo", '”'),
        ("ldquo", '“'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("colon", ':'),
        ("eacute", 'é'),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character)
}

/// Minutes from “15 minutes”, “1–2 hours”, “30 minutes to 2 hours”; nothing for other spans.
fn minutes(text: &str) -> Option<(u32, u32)> {
    let spaced: String = text
        .chars()
        .map(|c| if matches!(c, '–' | '—' | '-' | ',' | '.') { ' ' } else { c })
        .collect();
    let mut numbers: Vec<u32> = Vec::new();
    let mut open = 0;
    for word in spaced.split_whitespace() {
        if let Ok(number) = word.parse::<u32>() {
            numbers.push(number);
            continue;
        }
        let times = match word.to_lowercase().trim_end_matches('s') {
            "minute" | "min" => 1,
            "hour" | "hr" | "heure" | "h" => 60,
            "to" | "or" | "à" | "ou" | "about" | "environ" => continue,
            _ => return None,
        };
        for number in numbers.iter_mut().skip(open) {
            *number = number.checked_mul(times).filter(|minutes| *minutes <= 100_000)?;
        }
        open = numbers.len();
    }
    if open < numbers.len() {
        return None;
    }
    let (min, max) = (*numbers.iter().min()?, *numbers.iter().max()?);
    (min > 0).then_some((min, max))
}

/// An id from a title.
fn kebab(title: &str) -> String {
    let words =
        title.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty());
    let id: String = words.collect::<Vec<_>>().join("-").chars().take(100).collect();
    if id.is_empty() { "card".to_owned() } else { id }
}

#[cfg(test)]
mod tests;
