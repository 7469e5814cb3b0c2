//! Whether a Questionnaire and a response hold together, beyond the shape of their elements.
//!
//! Which questions there are and in which order, which answers they take: validators of FHIR
//! check this of the one or of the other, seldom of both together.

use super::elements::{check, missing, wrong};
use super::json::{Object, objects, text_of};
use super::request::FhirRelease;
use crate::error::{Code, Error, Result};
use serde_json::Value;
use std::collections::BTreeMap;

/// Most questions and groups of a Questionnaire.
const MOST_ITEMS: usize = 10_000;
/// Most options of a question.
const MOST_OPTIONS: usize = 2_000;
/// Most answers to a question, and in all.
const MOST_ANSWERS: usize = 1_000;
const MOST_IN_ALL: usize = 100_000;

/// Types of questions in both releases, those of release 4 and that of release 5.
const TYPES: [&str; 14] = [
    "group",
    "display",
    "boolean",
    "decimal",
    "integer",
    "date",
    "dateTime",
    "time",
    "string",
    "text",
    "url",
    "attachment",
    "reference",
    "quantity",
];
const TYPES_4: [&str; 2] = ["choice", "open-choice"];
const TYPES_5: [&str; 1] = ["coding"];

/// The release a resource is written in, by the types of its questions; 4 where these are the
/// same in both.
pub(super) fn release_of(questionnaire: &Value) -> FhirRelease {
    fn newer(item: &Object, depth: usize) -> bool {
        TYPES_5.iter().any(|kind| text_of(item, "type") == Some(kind))
            || (depth < super::elements::DEEPEST
                && objects(item, "item").any(|(_, item)| newer(item, depth + 1)))
    }
    let found = questionnaire.as_object().is_some_and(|one| newer(one, 0));
    if found { FhirRelease::R5 } else { FhirRelease::R4 }
}

/// Every question by its linkId, with the place where it stands.
pub(super) type Questions<'q> = BTreeMap<&'q str, &'q Object>;

/// Checks a Questionnaire.
pub(super) fn questionnaire(value: &Value, release: FhirRelease) -> Result<Questions<'_>> {
    let place = "/questionnaire";
    let members = resource(value, "Questionnaire", place)?;
    check(value, "Questionnaire", release, place, 0)?;
    status(members, &["draft", "active", "retired", "unknown"], place)?;
    contained(members, release, place)?;
    let mut questions = Questions::new();
    items(members, release, place, &mut questions)?;
    Ok(questions)
}

fn resource<'v>(value: &'v Value, kind: &str, place: &str) -> Result<&'v Object> {
    let found = value.get("resourceType").and_then(Value::as_str);
    match value.as_object() {
        Some(members) if found == Some(kind) => Ok(members),
        _ => {
            let fact = match found {
                Some(found) => format!("this is a {found}, not a {kind}"),
                None => format!("this is no {kind} of FHIR"),
            };
            Err(Error::new(Code::ExchangeNotAResource, fact).at(format!("{place}/resourceType")))
        }
    }
}

fn status(members: &Object, codes: &[&str], place: &str) -> Result<()> {
    let status = text_of(members, "status").unwrap_or_default();
    if codes.contains(&status) {
        return Ok(());
    }
    Err(wrong(format!("{status:?} is no status of it"), &format!("{place}/status"))
        .hint(format!("one of {}", codes.join(", "))))
}

/// A Group of release 4 has no related persons.
fn contained(members: &Object, release: FhirRelease, place: &str) -> Result<()> {
    for (at, one) in objects(members, "contained") {
        if text_of(one, "resourceType") != Some("Group") || release != FhirRelease::R4 {
            continue;
        }
        for (member, entry) in objects(one, "member") {
            let entity = entry.get("entity").and_then(Value::as_object);
            let said = entity.and_then(|entity| text_of(entity, "reference")).unwrap_or_default();
            let local = said.strip_prefix('#').is_some_and(|id| {
                objects(members, "contained").any(|(_, other)| {
                    text_of(other, "id") == Some(id)
                        && text_of(other, "resourceType") == Some("RelatedPerson")
                })
            });
            let kind = entity.and_then(|entity| text_of(entity, "type"));
            if local || kind == Some("RelatedPerson") || said.contains("RelatedPerson/") {
                let place = format!("{place}/contained/{at}/member/{member}/entity");
                return Err(wrong("a Group of release 4 has no RelatedPerson as a member", &place)
                    .hint("a CareTeam has them as participants"));
            }
        }
    }
    Ok(())
}

/// Checks questions and all below them.
fn items<'q>(
    parent: &'q Object,
    release: FhirRelease,
    place: &str,
    questions: &mut Questions<'q>,
) -> Result<()> {
    for (at, item) in objects(parent, "item") {
        let place = format!("{place}/item/{at}");
        let link = text_of(item, "linkId").unwrap_or_default();
        if questions.insert(link, item).is_some() {
            let fact = format!("the linkId {link:?} stands twice");
            return Err(Error::new(Code::ExchangeDuplicateLink, fact).at(format!("{place}/linkId")));
        }
        if questions.len() > MOST_ITEMS {
            let fact = format!("more than {MOST_ITEMS} questions and groups");
            return Err(Error::new(Code::ContractTooLarge, fact).at(place));
        }
        let kind = text_of(item, "type").unwrap_or_default();
        type_of(kind, release, &format!("{place}/type"))?;
        let has = |name: &str| item.contains_key(name);
        if objects(item, "answerOption").count() > MOST_OPTIONS {
            let fact = format!("more than {MOST_OPTIONS} options");
            return Err(
                Error::new(Code::ContractTooLarge, fact).at(format!("{place}/answerOption"))
            );
        }
        let options = ["group", "display", "boolean", "text", "attachment", "reference", "url"];
        if has("answerOption") && options.contains(&kind) {
            let fact = format!("a question of the type {kind} has no options");
            return Err(wrong(fact, &format!("{place}/answerOption")));
        }
        if has("answerOption") && has("answerValueSet") {
            let fact = "options and a set of values exclude each other";
            return Err(wrong(fact, &format!("{place}/answerValueSet")));
        }
        match (kind, has("item")) {
            ("group", false) => return Err(missing("a group needs items", &place)),
            ("display", true) => {
                return Err(wrong("what is only shown has no items", &format!("{place}/item")));
            }
            _ => {}
        }
        items(item, release, &place, questions)?;
    }
    Ok(())
}

fn type_of(kind: &str, release: FhirRelease, place: &str) -> Result<()> {
    let (here, other) = match release {
        FhirRelease::R4 => (&TYPES_4[..], &TYPES_5[..]),
        FhirRelease::R5 => (&TYPES_5[..], &TYPES_4[..]),
    };
    if TYPES.contains(&kind) || here.contains(&kind) {
        return Ok(());
    }
    if other.contains(&kind) {
        let fact = format!("{kind:?} is a type of another release than {release:?}");
        return Err(Error::new(Code::ExchangeWrongRelease, fact)
            .at(place)
            .hint("name the release that the resource is written in"));
    }
    Err(wrong(format!("{kind:?} is no type of a question"), place))
}

/// Checks a response by its Questionnaire.
pub(super) fn response(
    value: &Value,
    form: &Object,
    questions: &Questions<'_>,
    release: FhirRelease,
) -> Result<()> {
    let place = "/response";
    let members = resource(value, "QuestionnaireResponse", place)?;
    check(value, "QuestionnaireResponse", release, place, 0)?;
    let codes = ["in-progress", "completed", "amended", "entered-in-error", "stopped"];
    status(members, &codes, place)?;
    contained(members, release, place)?;
    same_questionnaire(members, form)?;
    let ended = matches!(text_of(members, "status"), Some("completed" | "amended"));
    Walk { questions, ended, answers: 0 }.level(form, members, place)
}

fn same_questionnaire(members: &Object, form: &Object) -> Result<()> {
    let (Some(named), Some(url)) = (text_of(members, "questionnaire"), text_of(form, "url")) else {
        return Ok(());
    };
    let (named, version) = named.split_once('|').map_or((named, None), |(url, v)| (url, Some(v)));
    let own = text_of(form, "version").map(super::json::code);
    let other = version.zip(own).filter(|(version, own)| version != own);
    if named == url && other.is_none() {
        return Ok(());
    }
    let fact = match other {
        Some((version, own)) => format!("it answers version {version}, the Questionnaire is {own}"),
        None => format!("it answers {named}, the Questionnaire is {url}"),
    };
    Err(Error::new(Code::ExchangeOtherQuestionnaire, fact).at("/response/questionnaire"))
}

/// Walks a response and its Questionnaire side by side.
struct Walk<'q> {
    questions: &'q Questions<'q>,
    ended: bool,
    answers: usize,
}

impl Walk<'_> {
    /// The questions below one parent.
    fn level(&mut self, form: &Object, response: &Object, place: &str) -> Result<()> {
        let asked: Vec<&Object> = objects(form, "item").map(|(_, item)| item).collect();
        let links: BTreeMap<&str, usize> = asked
            .iter()
            .enumerate()
            .filter_map(|(at, one)| Some((text_of(one, "linkId")?, at)))
            .collect();
        let mut last = None;
        let mut answered = vec![false; asked.len()];
        for (at, item) in objects(response, "item") {
            let place = format!("{place}/item/{at}");
            let link = text_of(item, "linkId").unwrap_or_default();
            let Some((&index, &question)) =
                links.get(link).and_then(|index| Some((index, asked.get(*index)?)))
            else {
                return Err(self.stranger(link, &place));
            };
            let group = text_of(question, "type") == Some("group");
            let again = last == Some(index) && group && flag(question, "repeats");
            if last.is_some_and(|last| index < last || (index == last && !again)) {
                let fact = if last == Some(index) {
                    format!("{link:?} stands twice and is not repeated")
                } else {
                    format!("{link:?} stands behind a question that comes after it")
                };
                return Err(misplaced(fact, &format!("{place}/linkId")));
            }
            last = Some(index);
            let given = item.contains_key("answer") || item.contains_key("item");
            if let Some(answered) = answered.get_mut(index) {
                *answered |= given || item.contains_key("extension");
            }
            self.item(question, item, group, &place)?;
        }
        let left = asked.iter().zip(answered).find(|(question, answered)| {
            self.ended
                && !answered
                && flag(question, "required")
                && !question.contains_key("enableWhen")
        });
        match left {
            Some((question, _)) => {
                let link = text_of(question, "linkId").unwrap_or_default();
                let fact = format!("{link:?} must be answered and is not");
                Err(Error::new(Code::ExchangeMissingAnswer, fact).at(place))
            }
            None => Ok(()),
        }
    }

    fn stranger(&self, link: &str, place: &str) -> Error {
        let place = format!("{place}/linkId");
        if self.questions.contains_key(link) {
            return misplaced(format!("{link:?} belongs under another question"), &place);
        }
        let fact = format!("the Questionnaire has no question {link:?}");
        let names: Vec<&str> = self.questions.keys().copied().collect();
        let error = Error::new(Code::ExchangeUnknownLink, fact).at(place);
        match crate::contract::nearest(link, &names) {
            Some(hint) => error.hint(hint),
            None => error,
        }
    }

    fn item(&mut self, question: &Object, item: &Object, group: bool, place: &str) -> Result<()> {
        let kind = text_of(question, "type").unwrap_or_default();
        let answers = item.get("answer").and_then(Value::as_array).map(Vec::as_slice);
        if group {
            if answers.is_some() {
                return Err(misplaced("a group has no answer", &format!("{place}/answer")));
            }
            return self.level(question, item, place);
        }
        if kind == "display" && answers.is_some() {
            let fact = "what is only shown has no answer";
            return Err(misplaced(fact, &format!("{place}/answer")));
        }
        if item.contains_key("item") {
            let fact = "what is asked below a question stands under its answer";
            return Err(misplaced(fact, &format!("{place}/item")));
        }
        let mut seen: Vec<&Value> = Vec::new();
        for (at, answer) in objects(item, "answer") {
            let place = format!("{place}/answer/{at}");
            self.answers += 1;
            if at >= MOST_ANSWERS || self.answers > MOST_IN_ALL {
                let fact = format!("more than {MOST_ANSWERS} answers, or {MOST_IN_ALL} in all");
                return Err(Error::new(Code::ContractTooLarge, fact).at(place));
            }
            if at > 0 && !flag(question, "repeats") {
                return Err(misplaced("this question takes one answer", &place));
            }
            if let Some((name, value)) = value_of(answer) {
                fits(question, kind, name, value, &place)?;
                if seen.iter().any(|other| same(other, value)) {
                    let fact = "this answer was given before";
                    return Err(Error::new(Code::ExchangeRepeatedAnswer, fact).at(place));
                }
                seen.push(value);
            } else if !answer.contains_key("extension") {
                return Err(missing("an answer needs a value", &place));
            }
            self.level(question, answer, &place)?;
        }
        Ok(())
    }
}

/// Whether an answer is of the type of its question, and among its options.
fn fits(question: &Object, kind: &str, name: &str, value: &Value, place: &str) -> Result<()> {
    let types: &[&str] = match kind {
        "choice" | "coding" => {
            &["valueCoding", "valueString", "valueInteger", "valueDate", "valueTime"]
        }
        "open-choice" => &["valueCoding", "valueString"],
        "boolean" => &["valueBoolean"],
        "decimal" => &["valueDecimal"],
        "integer" => &["valueInteger"],
        "date" => &["valueDate"],
        "dateTime" => &["valueDateTime"],
        "time" => &["valueTime"],
        "string" | "text" => &["valueString"],
        "url" => &["valueUri"],
        "attachment" => &["valueAttachment"],
        "reference" => &["valueReference"],
        "quantity" => &["valueQuantity"],
        _ => &[],
    };
    let place = format!("{place}/{name}");
    if !types.contains(&name) {
        return Err(wrong(format!("a question of the type {kind} takes no {name}"), &place));
    }
    let open = kind == "open-choice"
        || matches!(
            text_of(question, "answerConstraint"),
            Some("optionsOrType" | "optionsOrString")
        );
    let mut options = objects(question, "answerOption").peekable();
    if options.peek().is_none() || open {
        return Ok(());
    }
    let among = options.any(|(_, option)| option.get(name).is_some_and(|one| same(one, value)));
    if among {
        return Ok(());
    }
    let codes: Vec<String> = objects(question, "answerOption")
        .filter_map(|(_, option)| match value_of(option)?.1 {
            Value::Object(coding) => text_of(coding, "code").map(str::to_owned),
            value => Some(value.to_string()),
        })
        .take(12)
        .collect();
    let link = text_of(question, "linkId").unwrap_or_default();
    let fact = format!("this answer is not among the options of {link:?}");
    let error = Error::new(Code::ExchangeAnswerOutsideOptions, fact).at(place);
    Err(error.hint(format!("its options: {}", codes.join(", "))))
}

/// The value of an answer or an option, with the name of its member.
pub(super) fn value_of(answer: &Object) -> Option<(&str, &Value)> {
    let found = answer.iter().find(|(name, _)| {
        name.strip_prefix("value").is_some_and(|kind| kind.starts_with(char::is_uppercase))
    });
    found.map(|(name, value)| (name.as_str(), value))
}

/// Whether two values say the same; of codings, code and system.
pub(super) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b))
            if a.contains_key("code") || b.contains_key("code") =>
        {
            let system = [a, b].map(|one| text_of(one, "system"));
            let alike = matches!(system, [Some(a), Some(b)] if a == b) || system.contains(&None);
            text_of(a, "code") == text_of(b, "code") && alike
        }
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => a == b,
    }
}

pub(super) fn flag(members: &Object, name: &str) -> bool {
    members.get(name).and_then(Value::as_bool).unwrap_or_default()
}

fn misplaced(fact: impl Into<String>, place: &str) -> Error {
    Error::new(Code::ExchangeMisplacedAnswer, fact).at(place)
}
