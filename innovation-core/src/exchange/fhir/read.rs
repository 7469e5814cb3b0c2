//! A Questionnaire as a rubric.
//!
//! What our own extension kept is taken up again, unless what is shown was changed meanwhile.
//! Of a Questionnaire from elsewhere, groups become groups, questions become items; where every
//! question has options with points, these add up, else it is a record without a score.

use super::forms::{flag, same, value_of};
use super::json::{
    ABSENT, NOT_APPLICABLE, ORDINAL, Object, REASONS, SHORT, WEIGHT, code, find, objects, own,
    text_of,
};
use super::layout::Form;
use super::words;
use crate::error::{Code, Error, Result};
use crate::evaluate::{Rubric, RubricsRequest, rubrics};
use crate::people::Id;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a question of the Questionnaire is in the rubric.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// A question about an item.
    Item { item: String, form: Form, several: bool },
    /// What is shown for an item.
    Evidence(String),
    /// One of the counts of the item around it.
    Count(&'static str),
    /// A group, or what belongs to nobody's answers.
    Other,
}

/// A rubric, and what its questions are.
#[derive(Debug)]
pub(super) struct Read {
    pub rubric: Rubric,
    pub parts: BTreeMap<String, Part>,
    /// Ids of levels by question and code.
    pub levels: BTreeMap<(String, String), String>,
    pub base: String,
    pub locale: Option<String>,
    /// Whether the scoring was found in the Questionnaire, or had to be chosen.
    pub chosen: bool,
}

/// Reads a Questionnaire that was checked.
pub(super) fn rubric(form: &Object) -> Result<Read> {
    let language = text_of(form, "language");
    let mut kept = kept(form, "/questionnaire")?;
    let locale = kept.remove("locale").and_then(|tag| tag.as_str().map(str::to_owned));
    let first = if locale.is_some() { None } else { language };
    let mut reader = Reader {
        first: first.map(str::to_owned),
        parts: BTreeMap::new(),
        levels: BTreeMap::new(),
        shared: None,
        all_scored: true,
    };
    for (key, name) in [("title", "title"), ("purpose", "purpose"), ("note", "description")] {
        words::settle(&mut kept, key, form, name, first);
    }
    let url = text_of(form, "url").unwrap_or_default();
    let (base, last) = url.rsplit_once("/Questionnaire/").unwrap_or(("", url));
    let named = text_of(form, "id").or(text_of(form, "name")).unwrap_or(last);
    let fallback = if named.is_empty() { "questionnaire" } else { named };
    absent(&mut kept, "id", || fallback.chars().take(Id::LONGEST).collect::<String>().into());
    for (field, key) in [("version", "version"), ("copyright", "licence")] {
        if let Some(text) = form.get(field) {
            let is_kept = kept.get(key).and_then(Value::as_str).map(super::json::string);
            if is_kept.as_ref() != Some(text) {
                kept.insert(key.to_owned(), text.clone());
            }
        }
    }
    absent(&mut kept, "version", || "0".into());
    absent(&mut kept, "title", || fallback.into());
    absent(&mut kept, "citation", || {
        text_of(form, "publisher").filter(|_| url.is_empty()).unwrap_or(url).into()
    });
    let groups = reader.groups(form, &kept)?;
    let chosen = !kept.contains_key("scoring");
    absent(&mut kept, "scoring", || {
        if reader.all_scored { "levelTable".into() } else { "record".into() }
    });
    if chosen {
        absent(&mut kept, "minimumAnswered", || 1.into());
    }
    let groups = if chosen { reader.settled(groups) } else { groups };
    if let Some(levels) = reader.shared {
        kept.insert("levels".to_owned(), levels);
    }
    kept.insert("groups".to_owned(), Value::Array(groups));
    let rubric = whole(Value::Object(kept))?;
    let usable = super::base_fault(base).is_none();
    let base = if usable { base.to_owned() } else { "http://example.org/fhir".to_owned() };
    Ok(Read { rubric, parts: reader.parts, levels: reader.levels, base, locale, chosen })
}

/// The rubric of our JSON, checked.
fn whole(json: Value) -> Result<Rubric> {
    let refused = |fact: String, place: &str| {
        Err(Error::new(Code::EvaluateInvalidRubric, fact)
            .at("/questionnaire")
            .hint(format!("as a rubric, it is at fault at {place:?}")))
    };
    let rubric: Rubric = match serde_json::from_str(&json.to_string()) {
        Ok(rubric) => rubric,
        Err(error) => return refused(error.to_string(), ""),
    };
    let request = RubricsRequest { rubrics: Some(vec![rubric]), ..RubricsRequest::default() };
    match rubrics(&request) {
        Ok(mut found) => found.rubrics.pop().map_or_else(|| refused("no rubric".into(), ""), Ok),
        Err(error) => {
            refused(error.message().to_owned(), error.path().trim_start_matches("/rubrics/0"))
        }
    }
}

fn absent(kept: &mut Object, key: &str, value: impl FnOnce() -> Value) {
    if !kept.contains_key(key) {
        kept.insert(key.to_owned(), value());
    }
}

/// What our own extension kept of an element.
pub(super) fn kept(members: &Object, place: &str) -> Result<Object> {
    let Some(text) = own(members, "innovation-kept", "valueString").and_then(Value::as_str) else {
        return Ok(Object::new());
    };
    crate::contract::read(text, &crate::contract::Limits::default()).map_err(|error| {
        Error::new(Code::ExchangeInvalidElement, format!("what was kept cannot be read: {error}"))
            .at(format!("{place}/extension"))
            .hint("leave the extension innovation-kept as it was written, or remove it")
    })
}

struct Reader {
    first: Option<String>,
    parts: BTreeMap<String, Part>,
    levels: BTreeMap<(String, String), String>,
    /// The levels that items share.
    shared: Option<Value>,
    /// Whether every question has options with points, and takes one answer.
    all_scored: bool,
}

impl Reader {
    fn first(&self) -> Option<&str> {
        self.first.as_deref()
    }

    /// The groups of the rubric; questions that stand in none make one together.
    fn groups(&mut self, form: &Object, rubric: &Object) -> Result<Vec<Value>> {
        let mut groups = Vec::new();
        let mut loose: Option<usize> = None;
        for (at, item) in objects(form, "item") {
            let place = format!("/questionnaire/item/{at}");
            let link = text_of(item, "linkId").unwrap_or_default();
            let is_group = text_of(item, "type") == Some("group")
                && own(item, "innovation-part", "valueCode").is_none();
            if is_group {
                self.parts.insert(link.to_owned(), Part::Other);
                let mut group = kept(item, &place)?;
                absent(&mut group, "id", || link.into());
                words::settle(&mut group, "title", item, "text", self.first());
                absent(&mut group, "title", || link.into());
                let mut items = Vec::new();
                self.items(item, &place, &mut group, &mut items)?;
                if !items.is_empty() {
                    group.insert("items".to_owned(), Value::Array(items));
                    groups.push(Value::Object(group));
                }
                continue;
            }
            let mut items = Vec::new();
            self.item(item, &place, &mut Object::new(), &mut items)?;
            match loose.and_then(|at| groups.get_mut(at)?.get_mut("items")?.as_array_mut()) {
                Some(others) => others.extend(items),
                None if items.is_empty() => {}
                None => {
                    loose = Some(groups.len());
                    let title = rubric.get("title").cloned().unwrap_or_default();
                    let mut group = Object::new();
                    group.insert("id".to_owned(), "questions".into());
                    group.insert("title".to_owned(), title);
                    group.insert("items".to_owned(), Value::Array(items));
                    groups.push(Value::Object(group));
                }
            }
        }
        Ok(groups)
    }

    fn items(
        &mut self,
        parent: &Object,
        place: &str,
        group: &mut Object,
        items: &mut Vec<Value>,
    ) -> Result<()> {
        for (at, item) in objects(parent, "item") {
            self.item(item, &format!("{place}/item/{at}"), group, items)?;
        }
        Ok(())
    }

    /// An item, or what belongs to the one before it.
    fn item(
        &mut self,
        question: &Object,
        place: &str,
        group: &mut Object,
        items: &mut Vec<Value>,
    ) -> Result<()> {
        let link = text_of(question, "linkId").unwrap_or_default();
        let kind = text_of(question, "type").unwrap_or_default();
        let part = own(question, "innovation-part", "valueCode").and_then(Value::as_str);
        let other = match part {
            Some("prompt") => {
                words::settle(group, "prompt", question, "text", self.first());
                true
            }
            Some("evidence") => {
                if let Some(item) = items.last_mut().and_then(Value::as_object_mut) {
                    words::settle(item, "evidence", question, "text", self.first());
                    let id = text_of(item, "id").unwrap_or_default().to_owned();
                    self.parts.insert(link.to_owned(), Part::Evidence(id));
                    return Ok(());
                }
                true
            }
            Some(_) => true,
            None => {
                kind == "display" || super::json::find(question, super::json::CALCULATED).is_some()
            }
        };
        if other {
            self.parts.insert(link.to_owned(), Part::Other);
            return Ok(());
        }
        let mut item = kept(question, place)?;
        if kind == "group" && !item.contains_key("ratio") {
            // A group within a group: its questions belong to the one around it.
            self.parts.insert(link.to_owned(), Part::Other);
            return self.items(question, place, group, items);
        }
        absent(&mut item, "id", || link.into());
        let id = text_of(&item, "id").unwrap_or_default().to_owned();
        let asked = item.remove("asked").is_some();
        match find(question, SHORT) {
            Some(short) => {
                words::settle(&mut item, "title", short, "valueString", self.first());
                words::settle(&mut item, "prompt", question, "text", self.first());
            }
            None if asked => words::settle(&mut item, "prompt", question, "text", self.first()),
            None => words::settle(&mut item, "title", question, "text", self.first()),
        }
        absent(&mut item, "title", || link.into());
        let several = flag(question, "repeats");
        let form = if kind == "group" {
            self.counts(question, &mut item);
            Form::Counts
        } else if question.contains_key("answerOption") {
            self.options(question, link, place, &mut item)?;
            Form::Choice
        } else {
            Form::Free
        };
        if several && form == Form::Choice {
            item.insert("several".to_owned(), true.into());
        }
        self.all_scored &= form == Form::Choice && !several;
        items.push(Value::Object(item));
        self.parts.insert(link.to_owned(), Part::Item { item: id, form, several });
        if form != Form::Counts {
            self.items(question, place, group, items)?;
        }
        Ok(())
    }

    fn counts(&mut self, question: &Object, item: &mut Object) {
        let names = ["numerator", "denominator", "reference-numerator", "reference-denominator"];
        for (_, count) in objects(question, "item") {
            let said = own(count, "innovation-part", "valueCode").and_then(Value::as_str);
            let Some(part) = names.into_iter().find(|name| said == Some(*name)) else { continue };
            if let Some(ratio) = item.get_mut("ratio").and_then(Value::as_object_mut)
                && !part.starts_with("reference")
            {
                words::settle(ratio, part, count, "text", self.first.as_deref());
            }
            let link = text_of(count, "linkId").unwrap_or_default().to_owned();
            self.parts.insert(link, Part::Count(part));
        }
    }

    /// The levels of an item.
    fn options(
        &mut self,
        question: &Object,
        link: &str,
        place: &str,
        item: &mut Object,
    ) -> Result<()> {
        let mut levels = Vec::new();
        for (at, option) in objects(question, "answerOption") {
            let place = format!("{place}/answerOption/{at}");
            let Some((_, value)) = value_of(option) else { continue };
            if is_excuse(value) {
                continue;
            }
            let mut level = kept(option, &place)?;
            let shown = shown_code(value);
            let held = text_of(&level, "id").is_some_and(|id| code(id) == shown);
            if !held {
                level.insert("id".to_owned(), shown.clone().into());
            }
            let id = text_of(&level, "id").unwrap_or_default().to_owned();
            match value.as_object() {
                Some(coding) => {
                    words::settle(&mut level, "title", coding, "display", self.first());
                }
                None => absent(&mut level, "title", || shown.clone().into()),
            }
            absent(&mut level, "title", || shown.clone().into());
            match points(option).or_else(|| points(value.as_object()?)) {
                Some(points) => {
                    level.insert("points".to_owned(), points.clone());
                }
                None => self.all_scored = false,
            }
            self.levels.insert((link.to_owned(), shown), id);
            levels.push(Value::Object(level));
        }
        let levels = Value::Array(levels);
        let shares = item.remove("shared").is_some();
        if shares && self.shared.as_ref().is_none_or(|shared| *shared == levels) {
            self.shared = Some(levels);
        } else {
            item.insert("levels".to_owned(), levels);
        }
        Ok(())
    }

    /// Items of a Questionnaire from elsewhere, as the scoring that was chosen asks: levels from
    /// the least points to the most; several answers only in a record.
    fn settled(&self, mut groups: Vec<Value>) -> Vec<Value> {
        let items = groups.iter_mut().filter_map(|group| group.get_mut("items")?.as_array_mut());
        for item in items.flatten() {
            let levels = item.get_mut("levels").and_then(Value::as_array_mut);
            if let Some(levels) = levels.filter(|_| self.all_scored) {
                let worth = |level: &Value| level.get("points").and_then(Value::as_f64);
                levels.sort_by(|a, b| {
                    worth(a).unwrap_or_default().total_cmp(&worth(b).unwrap_or_default())
                });
            }
        }
        groups
    }
}

/// The points of an option, in the extension of either release.
fn points(members: &Object) -> Option<&Value> {
    let found = find(members, ORDINAL).or_else(|| find(members, WEIGHT))?;
    found.get("valueDecimal").filter(|points| points.is_number())
}

/// The code by which an option is known.
pub(super) fn shown_code(value: &Value) -> String {
    match value {
        Value::Object(coding) => {
            text_of(coding, "code").or(text_of(coding, "display")).unwrap_or_default().to_owned()
        }
        Value::String(text) => text.clone(),
        value => value.to_string(),
    }
}

/// Whether an answer says that the question does not apply.
pub(super) fn is_excuse(value: &Value) -> bool {
    let excuse = super::json::coding(REASONS, NOT_APPLICABLE, Value::Null);
    let in_system = value.get("system").is_some_and(|system| system == REASONS);
    in_system && same(value, &excuse)
}

/// Whether an item says the same by the reason why it has no answer.
pub(super) fn is_excused(item: &Object) -> bool {
    find(item, ABSENT).and_then(|one| text_of(one, "valueCode")) == Some(NOT_APPLICABLE)
}
