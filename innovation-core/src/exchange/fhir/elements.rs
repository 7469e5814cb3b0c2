//! Which elements a Questionnaire and a response may have in each release, and of which types.
//!
//! One line for each structure: `name:type`, `*` after a list, `!` after what must be there,
//! `@4` or `@5` after what one release has. Types with a small letter are primitive and are
//! checked; those with a capital are structures of this table; `any` is passed over.
//!
//! # References
//!
//! HL7, *FHIR release 4* (4.0.1), 2019, and *FHIR release 5* (5.0.0), 2023: Questionnaire,
//! QuestionnaireResponse, Coding, Extension.

use super::json::Object;
use super::request::FhirRelease;
use crate::error::{Code, Error, Result};
use crate::evaluate::under;
use crate::instant::Instant;
use serde_json::Value;

/// Nested deeper, a resource is refused.
pub(super) const DEEPEST: usize = 20;

const STRUCTURES: &[(&str, &str)] = &[
    (
        "Questionnaire",
        "resourceType:code! id:id meta:any implicitRules:uri language:code text:any contained:any* \
         extension:Extension* modifierExtension:Extension* url:uri identifier:any* version:string \
         versionAlgorithmString:string@5 versionAlgorithmCoding:Coding@5 name:string title:string \
         derivedFrom:uri* status:code! experimental:boolean subjectType:code* date:dateTime \
         publisher:string contact:any* description:string useContext:any* jurisdiction:any* \
         purpose:string copyright:string copyrightLabel:string@5 approvalDate:date \
         lastReviewDate:date effectivePeriod:any code:Coding* item:Item*",
    ),
    (
        "Item",
        "id:string extension:Extension* modifierExtension:Extension* linkId:string! definition:uri \
         code:Coding* prefix:string text:string type:code! enableWhen:EnableWhen* \
         enableBehavior:code disabledDisplay:code@5 required:boolean repeats:boolean \
         readOnly:boolean maxLength:integer answerConstraint:code@5 answerValueSet:uri \
         answerOption:Option* initial:Value* item:Item*",
    ),
    (
        "Option",
        "id:string extension:Extension* modifierExtension:Extension* value:choice! \
         initialSelected:boolean",
    ),
    ("Value", "id:string extension:Extension* modifierExtension:Extension* value:choice!"),
    (
        "EnableWhen",
        "id:string extension:Extension* modifierExtension:Extension* question:string! \
         operator:code! answer:choice!",
    ),
    (
        "QuestionnaireResponse",
        "resourceType:code! id:id meta:any implicitRules:uri language:code text:any contained:any* \
         extension:Extension* modifierExtension:Extension* identifier:any basedOn:any* partOf:any* \
         questionnaire:uri status:code! subject:any encounter:any authored:dateTime author:any \
         source:any item:Answered*",
    ),
    (
        "Answered",
        "id:string extension:Extension* modifierExtension:Extension* linkId:string! definition:uri \
         text:string answer:Answer* item:Answered*",
    ),
    (
        "Answer",
        "id:string extension:Extension* modifierExtension:Extension* value:choice item:Answered*",
    ),
    (
        "Coding",
        "id:string extension:Extension* system:uri version:string code:code display:string \
         userSelected:boolean",
    ),
    ("Extension", "id:string extension:Extension* url:uri! value:choice"),
];

/// An element of a structure.
struct Element<'a> {
    name: &'a str,
    kind: &'a str,
    list: bool,
    needed: bool,
}

/// The elements of a structure in a release.
fn elements(structure: &str, release: FhirRelease) -> impl Iterator<Item = Element<'static>> {
    let line = STRUCTURES.iter().find(|(name, _)| *name == structure).map_or("", |(_, line)| line);
    line.split_ascii_whitespace().filter_map(move |word| {
        let (name, rest) = word.split_once(':')?;
        let (rest, only) = rest.split_once('@').unwrap_or((rest, ""));
        let here = match only {
            "4" => release == FhirRelease::R4,
            "5" => release == FhirRelease::R5,
            _ => true,
        };
        let kind = rest.trim_end_matches(['*', '!']);
        let (list, needed) = (rest.contains('*'), rest.contains('!'));
        here.then_some(Element { name, kind, list, needed })
    })
}

/// Checks a structure and all below it.
pub(super) fn check(
    value: &Value,
    structure: &str,
    release: FhirRelease,
    place: &str,
    depth: usize,
) -> Result<()> {
    let Some(members) = value.as_object() else {
        return Err(wrong(format!("an object of the kind {structure} is needed"), place));
    };
    if depth > DEEPEST {
        return Err(Error::new(Code::ContractTooLarge, "this is nested too deep")
            .at(place)
            .hint(format!("at most {DEEPEST} levels are read")));
    }
    for element in elements(structure, release) {
        if element.kind == "choice" {
            one_of_choice(members, &element, structure, place)?;
        } else if element.needed && !members.contains_key(element.name) {
            return Err(missing(format!("{structure} needs {:?}", element.name), place));
        }
    }
    for (name, value) in members {
        let below = under(place, name);
        if let Some(primitive) = name.strip_prefix('_') {
            sibling(primitive, value, structure, release, &below)?;
            continue;
        }
        let Some((kind, list)) = kind_of(name, structure, release) else {
            let known: Vec<&str> = elements(structure, release).map(|one| one.name).collect();
            let fact = format!("{release:?} has no element {name:?} here");
            let error = Error::new(Code::ExchangeUnknownElement, fact).at(below);
            let hint = crate::contract::nearest(name, &known);
            return Err(match hint {
                Some(hint) => error.hint(hint),
                None => error.hint("what FHIR does not name belongs in an extension"),
            });
        };
        match (list, value.as_array()) {
            (true, Some(values)) if values.is_empty() => {
                return Err(wrong("a list in FHIR is never empty", &below));
            }
            (true, Some(values)) => {
                for (at, value) in values.iter().enumerate() {
                    one(value, kind, release, &format!("{below}/{at}"), depth)?;
                }
            }
            (true, None) => return Err(wrong("a list is needed", &below)),
            (false, _) => one(value, kind, release, &below, depth)?,
        }
    }
    Ok(())
}

/// The type of a member and whether it is a list.
fn kind_of(name: &str, structure: &str, release: FhirRelease) -> Option<(&'static str, bool)> {
    elements(structure, release).find_map(|element| {
        if element.kind == "choice" {
            let kind = name.strip_prefix(element.name)?;
            return kind
                .starts_with(|c: char| c.is_ascii_uppercase())
                .then(|| (typed(kind), false));
        }
        (element.name == name).then_some((element.kind, element.list))
    })
}

/// The type that the name of a choice ends with; what is not looked into is `any`.
fn typed(kind: &str) -> &'static str {
    match kind {
        "Boolean" => "boolean",
        "Decimal" => "decimal",
        "Integer" | "PositiveInt" | "UnsignedInt" => "integer",
        "String" | "Markdown" => "string",
        "Code" => "code",
        "Id" => "id",
        "Uri" | "Url" | "Canonical" | "Uuid" | "Oid" => "uri",
        "Date" => "date",
        "DateTime" => "dateTime",
        "Instant" => "instant",
        "Time" => "time",
        "Coding" => "Coding",
        _ => "any",
    }
}

/// A value of a type, where there is one and no more.
fn one_of_choice(
    members: &Object,
    element: &Element<'_>,
    structure: &str,
    place: &str,
) -> Result<()> {
    let is_value = |name: &&String| {
        let name = name.trim_start_matches('_');
        let kind = name.strip_prefix(element.name);
        kind.is_some_and(|kind| kind.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    let mut values: Vec<&str> =
        members.keys().filter(is_value).map(|name| name.trim_start_matches('_')).collect();
    values.sort_unstable();
    values.dedup();
    match values.as_slice() {
        [] if element.needed => {
            Err(missing(format!("{structure} needs {:?} of some type", element.name), place))
        }
        [] | [_] => Ok(()),
        [first, second, ..] => {
            let fact = format!("{first} and {second} stand together: only one may");
            Err(wrong(fact, &under(place, second)))
        }
    }
}

/// The sibling of a primitive: its id and extensions.
fn sibling(
    primitive: &str,
    value: &Value,
    structure: &str,
    release: FhirRelease,
    place: &str,
) -> Result<()> {
    let kind = kind_of(primitive, structure, release);
    let is_primitive = kind.is_some_and(|(kind, _)| kind.starts_with(char::is_lowercase));
    if !is_primitive || !(value.is_object() || value.is_array()) {
        let fact = format!("{release:?} has no element \"_{primitive}\" here");
        return Err(Error::new(Code::ExchangeUnknownElement, fact).at(place));
    }
    Ok(())
}

/// One value of a type.
fn one(value: &Value, kind: &str, release: FhirRelease, place: &str, depth: usize) -> Result<()> {
    if kind.starts_with(|c: char| c.is_ascii_uppercase()) {
        return check(value, kind, release, place, depth + 1);
    }
    let fits = match kind {
        "boolean" => value.is_boolean(),
        "decimal" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "any" => !value.is_null(),
        _ => value.as_str().is_some_and(|text| primitive(text, kind)),
    };
    if fits { Ok(()) } else { Err(wrong(format!("this is no {kind} of FHIR"), place)) }
}

/// Whether a text is a primitive of a type.
fn primitive(text: &str, kind: &str) -> bool {
    match kind {
        "uri" => !text.is_empty() && !text.contains(char::is_whitespace),
        "code" => !text.is_empty() && text.trim() == text,
        "id" => {
            let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
            (1..=64).contains(&text.len()) && text.chars().all(plain)
        }
        "date" => date(text),
        "dateTime" => {
            date(text) || (text.as_bytes().get(10) == Some(&b'T') && Instant::parse(text).is_some())
        }
        "instant" => text.as_bytes().get(10) == Some(&b'T') && Instant::parse(text).is_some(),
        "time" => Instant::parse(&format!("2000-01-01T{text}Z")).is_some(),
        _ => !text.is_empty(),
    }
}

/// A year, a month or a day.
fn date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        10 => text.to_owned(),
        _ => return false,
    };
    Instant::parse(&whole).is_some()
}

pub(super) fn wrong(fact: impl Into<String>, place: &str) -> Error {
    Error::new(Code::ExchangeInvalidElement, fact).at(place)
}

pub(super) fn missing(fact: impl Into<String>, place: &str) -> Error {
    Error::new(Code::ExchangeMissingElement, fact).at(place)
}
