//! A response, checked by its Questionnaire, as an assessment.

use super::json::{Object, objects, own, string, text_of};
use super::layout::Form;
use super::read::{Part, Read, is_excuse, is_excused, kept, shown_code};
use crate::error::{Code, Error, Result};
use crate::evaluate::Assessment;
use crate::people::Id;
use serde_json::Value;

/// Who or what is assessed where the response does not say so.
pub(super) const NOBODY: &str = "unnamed";

/// Reads a response that was checked.
pub(super) fn assessment(response: &Object, read: &Read) -> Result<Assessment> {
    let mut kept = kept(response, "/response")?;
    kept.insert("rubric".to_owned(), read.rubric.id.as_str().into());
    kept.insert("version".to_owned(), read.rubric.version.as_str().into());
    let subject = said(response, "subject").unwrap_or(NOBODY);
    settle(&mut kept, "subject", Some(subject), string);
    settle(&mut kept, "assessor", said(response, "author"), string);
    let role = own(response, "innovation-role", "valueCoding").and_then(Value::as_object);
    let role = role.and_then(|coding| text_of(coding, "code"));
    settle(&mut kept, "role", role, |kept| match kept {
        "" => Value::Null,
        kept => super::json::code(kept).into(),
    });
    let at = text_of(response, "authored");
    settle(&mut kept, "at", at.and_then(moment), |kept| {
        super::response::date_time(kept).map_or(Value::Null, Value::from)
    });
    let mut walk = Walk { read, answers: Object::new(), evidence: Object::new() };
    if let Some(Value::Object(evidence)) = kept.remove("evidence") {
        walk.evidence = evidence;
    }
    walk.items(response)?;
    kept.insert("answers".to_owned(), Value::Object(walk.answers));
    if !walk.evidence.is_empty() {
        kept.insert("evidence".to_owned(), Value::Object(walk.evidence));
    }
    let text = Value::Object(kept).to_string();
    serde_json::from_str(&text).map_err(|error| {
        Error::new(Code::ExchangeInvalidElement, format!("this is no assessment: {error}"))
            .at("/response")
    })
}

/// A moment of ours; FHIR also knows years and months alone.
fn moment(text: &str) -> Option<&str> {
    crate::instant::Instant::parse(text).map(|_| text)
}

/// What was kept holds where it would be shown as what is there.
fn settle(kept: &mut Object, key: &str, there: Option<&str>, shown: impl Fn(&str) -> Value) {
    let would = kept.get(key).and_then(Value::as_str).map(shown);
    match there {
        Some(text) if would.as_ref().and_then(Value::as_str) == Some(text) => {}
        Some(_) if would == Some(Value::Null) => {}
        Some(text) => {
            kept.insert(key.to_owned(), text.into());
        }
        None if would == Some(Value::Null) => {}
        None => {
            kept.remove(key);
        }
    }
}

/// Whom a reference names: by identifier, else by address, else in words.
fn said<'a>(response: &'a Object, name: &str) -> Option<&'a str> {
    let reference = response.get(name)?.as_object()?;
    let identifier = reference.get("identifier").and_then(Value::as_object);
    let by_identifier = identifier.and_then(|identifier| text_of(identifier, "value"));
    let named = by_identifier.or(text_of(reference, "reference")).or(text_of(reference, "display"));
    named.filter(|named| Id::new(named).is_some())
}

struct Walk<'r> {
    read: &'r Read,
    answers: Object,
    evidence: Object,
}

impl Walk<'_> {
    fn items(&mut self, parent: &Object) -> Result<()> {
        for (_, item) in objects(parent, "item") {
            let link = text_of(item, "linkId").unwrap_or_default();
            match self.read.parts.get(link) {
                Some(Part::Item { item: id, form, several }) => {
                    let answer = self.answer(link, item, *form, *several)?;
                    self.answers.insert(id.clone(), answer);
                }
                Some(Part::Evidence(id)) => self.shown(id, item),
                _ => {}
            }
            self.items(item)?;
            for (_, answer) in objects(item, "answer") {
                self.items(answer)?;
            }
        }
        Ok(())
    }

    /// What was shown for an answer.
    fn shown(&mut self, id: &str, item: &Object) {
        let words = objects(item, "answer").find_map(|(_, answer)| text_of(answer, "valueString"));
        let held = self.evidence.get(id).and_then(Value::as_str).map(string);
        match words {
            Some(words) if held.as_ref().and_then(Value::as_str) != Some(words) => {
                self.evidence.insert(id.to_owned(), words.into());
            }
            _ => {}
        }
    }

    fn answer(&self, link: &str, item: &Object, form: Form, several: bool) -> Result<Value> {
        if is_excused(item) {
            return Ok("notApplicable".into());
        }
        if form == Form::Counts {
            return Ok(self.counts(item));
        }
        let mut levels = Vec::new();
        for (_, answer) in objects(item, "answer") {
            let value = super::forms::value_of(answer).map_or(&Value::Null, |(_, value)| value);
            if is_excuse(value) {
                return Ok("notApplicable".into());
            }
            if form == Form::Free {
                return free(answer, value);
            }
            let key = (link.to_owned(), shown_code(value));
            if let Some(id) = self.read.levels.get(&key) {
                levels.push(match own(answer, "innovation-number", "valueDecimal") {
                    Some(number) if self.is_worth(link, id, number) => number.clone(),
                    _ => Value::from(id.as_str()),
                });
            }
        }
        Ok(if several && !levels.is_empty() {
            Value::Array(levels)
        } else {
            levels.into_iter().next().unwrap_or_default()
        })
    }

    /// Whether a level has the points that an answer was given by.
    fn is_worth(&self, link: &str, level: &str, number: &Value) -> bool {
        let Some(Part::Item { item, .. }) = self.read.parts.get(link) else { return false };
        let rubric = &self.read.rubric;
        let mut items = rubric.groups.iter().flat_map(|group| &group.items);
        let Some(item) = items.find(|one| one.id.as_str() == item) else { return false };
        let levels = if item.levels.is_empty() { &rubric.levels } else { &item.levels };
        let found = levels.iter().find(|one| one.id.as_str() == level);
        found.is_some_and(|level| level.points.is_some() && level.points == number.as_f64())
    }

    /// Counts and what they are counted among; no answer where either is missing.
    fn counts(&self, item: &Object) -> Value {
        let mut counts = Object::new();
        for (_, count) in objects(item, "item") {
            let link = text_of(count, "linkId").unwrap_or_default();
            let value = objects(count, "answer").find_map(|(_, answer)| answer.get("valueDecimal"));
            if let (Some(Part::Count(part)), Some(value)) = (self.read.parts.get(link), value) {
                counts.insert((*part).to_owned(), value.clone());
            }
        }
        let reference =
            [counts.remove("reference-numerator"), counts.remove("reference-denominator")];
        if !(counts.contains_key("numerator") && counts.contains_key("denominator")) {
            return Value::Null;
        }
        if let [Some(count), Some(among)] = reference {
            counts.insert("reference".to_owned(), Value::Array(vec![count, among]));
        }
        Value::Object(counts)
    }
}

/// An answer in words, or by a number.
fn free(answer: &Object, value: &Value) -> Result<Value> {
    if let Some(number) = own(answer, "innovation-number", "valueDecimal") {
        let written = number.as_f64().map(|number| super::json::number(number).to_string());
        if written.as_deref() == value.as_str() {
            return Ok(number.clone());
        }
    }
    let held = kept(answer, "/response")?.remove("answer");
    if let Some(Value::String(text)) = held
        && string(&text) == *value
    {
        return Ok(Value::String(text));
    }
    Ok(match value {
        Value::String(_) | Value::Number(_) => value.clone(),
        Value::Bool(yes) => yes.to_string().into(),
        Value::Object(quantity) if quantity.contains_key("value") => {
            quantity.get("value").cloned().unwrap_or_default()
        }
        _ => Value::Null,
    })
}
