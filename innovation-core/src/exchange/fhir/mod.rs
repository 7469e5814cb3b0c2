//! The documents of this library as resources of FHIR, and rubrics and answers back.
//!
//! [`to_fhir`] writes: `questionnaire`, with the expressions of `total` where `layout` places
//! the parts of a rubric; `response`; `space` with the resources of `people`; `agenda`;
//! `measure`. [`from_fhir`] reads: `elements` knows the shape of resources, `forms` what holds
//! a form and its answers together, `read` and `answers` make ours of them, `rest` keeps what
//! has no place here. `json` and `words` are the pens.
//!
//! Invariant: what is written can be read back whole; what FHIR has no element for travels in
//! one extension of ours beside what it belongs to.
//! Invariant: an answer is never taken that its Questionnaire does not offer.
//! Invariant: people leave as the tokens of the journal; no name, no host's id.

mod agenda;
mod answers;
mod clock;
mod elements;
mod forms;
mod json;
mod layout;
mod measure;
mod people;
mod questionnaire;
mod read;
mod request;
mod response;
mod rest;
mod space;
mod total;
mod words;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod refusals;

pub use request::{
    FhirAssessment, FhirBundle, FhirMeasure, FhirMeasureKind, FhirNote, FhirPoint, FhirProgramme,
    FhirRelease, FhirResource, FhirRest, FhirRoles, FhirSubject, FromFhir, FromFhirRequest,
    PatchOp, PatchStep, ToFhirRequest,
};

use crate::error::{Code, Error, Result};
use crate::evaluate::{Assessment, Rubric, RubricsRequest, rubrics};
use json::{list, object, text_of};
use questionnaire::Writer;
use serde_json::Value;

/// Writes a document of this library in the form of FHIR, release 4 or 5.
///
/// A rubric becomes a Questionnaire: one for a language, or one that holds every language as
/// translations. Levels carry their points (`ordinalValue` in release 4, `itemWeight` in 5), and
/// a form computes group scores and total by expressions that follow the rubric's own rule,
/// `minimumAnswered` included; a kind of rubric without a total gets none, and `notes` says so.
/// An assessment becomes a QuestionnaireResponse with the totals of
/// [`evaluate::score`](crate::evaluate::score()). A space, a programme, a measured outcome and
/// the catalogue of roles become Bundles. What FHIR has no element for travels in one extension
/// of ours, so that [`from_fhir`] reads it back.
///
/// Assumed: `base` belongs to the host, who publishes there what stands under it.
///
/// # Errors
///
/// `contract.invalid-value` where `base`, `locale` or `stamp` is none;
/// `evaluate.invalid-rubric` and the errors of `evaluate.score` with their place;
/// `exchange.not-expressible` where FHIR asks for something that a document does not hold;
/// `exchange.rest-does-not-fit`; `contract.too-large` beyond 20,000 members, 5,000 items of a
/// programme or 10,000 points.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{ToFhirRequest, to_fhir};
/// let request: ToFhirRequest = serde_json::from_str(r#"{
///     "release": "R4", "base": "https://fhir.example.org", "locale": "en",
///     "subject": {"rubric": {"id": "one", "version": "1.0.0", "title": "One", "citation": "own",
///         "scoring": "likert", "levels": [
///             {"id": "no", "title": "No", "points": 1}, {"id": "yes", "title": "Yes", "points": 2}],
///         "groups": [{"id": "g", "title": "G", "items": [{"id": "heard", "title": "Heard"}]}]}}
/// }"#).unwrap();
/// let written = to_fhir(&request)?;
/// assert_eq!(written.resource["item"][0]["item"][0]["answerOption"][1]["valueCoding"]["code"], "yes");
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// HL7, *FHIR release 4* (4.0.1), 2019; *FHIR release 5* (5.0.0), 2023; *Structured Data Capture*
/// (calculated expressions); *FHIR extensions pack* (`itemWeight`, `translation`).
pub fn to_fhir(request: &ToFhirRequest) -> Result<FhirResource> {
    let mut writer = writer(request)?;
    let mut resource = write(&mut writer, request)?;
    rest::put_back(&mut resource, &request.rest)?;
    Ok(FhirResource { resource, notes: writer.notes })
}

/// Reads a rubric from a Questionnaire, and an assessment from its response.
///
/// The Questionnaire is checked as one of its release; the response is checked by its
/// Questionnaire: every linkId is a question of it, in its order and under its parent, answers
/// are of the question's type, among its options, no more and no fewer than it takes. Scores in
/// a response are not read: they are computed, and `rest` and a note say where they differ.
///
/// Of a Questionnaire from elsewhere, groups become groups and questions items; where every
/// question has options with points, these are added up, else it is a record without a score.
/// `rest` is what neither rubric nor assessment holds, as a JSON Patch (RFC 6902) on what
/// [`to_fhir`] would write: put back there, it gives the originals again.
///
/// Not looked into: `enableWhen` (a question that may be hidden is never required), sets of
/// values, and expressions.
///
/// # Errors
///
/// `exchange.not-a-resource`, `exchange.wrong-release`, `exchange.unknown-element`,
/// `exchange.missing-element`, `exchange.invalid-element`, `exchange.duplicate-link` of either
/// resource; `exchange.other-questionnaire`, `exchange.unknown-link`,
/// `exchange.misplaced-answer`, `exchange.answer-outside-options`, `exchange.missing-answer`,
/// `exchange.repeated-answer` of the response; `evaluate.invalid-rubric` where the Questionnaire
/// makes no rubric; `contract.too-large` beyond 20 levels, 10,000 questions (2,000 of them items
/// of the rubric), 2,000 options of a question, 1,000 answers to one or 100,000 in all.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{FromFhirRequest, from_fhir};
/// let request: FromFhirRequest = serde_json::from_str(r#"{
///     "questionnaire": {"resourceType": "Questionnaire", "status": "active", "item": [
///         {"linkId": "1", "text": "Were you heard?", "type": "choice", "answerOption": [
///             {"valueCoding": {"code": "yes"}}, {"valueCoding": {"code": "no"}}]}]},
///     "response": {"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
///         {"linkId": "1", "answer": [{"valueCoding": {"code": "maybe"}}]}]}
/// }"#).unwrap();
/// let error = from_fhir(&request).unwrap_err();
/// assert_eq!(error.code().name(), "exchange.answer-outside-options");
/// assert_eq!(error.path(), "/response/item/0/answer/0/valueCoding");
/// ```
///
/// # References
///
/// As [`to_fhir`]; P. Bryan, M. Nottingham, *JavaScript Object Notation (JSON) Patch*, RFC 6902,
/// 2013.
pub fn from_fhir(request: &FromFhirRequest) -> Result<FromFhir> {
    let form = &request.questionnaire;
    let release = request.release.unwrap_or_else(|| forms::release_of(form));
    let questions = forms::questionnaire(form, release)?;
    let empty = json::Object::new();
    let members = form.as_object().unwrap_or(&empty);
    let read = read::rubric(members)?;
    let mut assessment = None;
    if let Some(response) = &request.response {
        forms::response(response, members, &questions, release)?;
        assessment = Some(answers::assessment(response.as_object().unwrap_or(&empty), &read)?);
    }
    let stamp = text_of(members, "date").filter(|text| stamp_of(text).as_deref() == Some(*text));
    let mut writer = Writer {
        release,
        base: &read.base,
        locale: read.locale.as_deref(),
        stamp: stamp.map_or(Value::Null, Value::from),
        first: None,
        notes: Vec::new(),
    };
    let written = writer.questionnaire(&read.rubric);
    let mut rest = FhirRest { questionnaire: rest::between(&written, form), response: Vec::new() };
    writer.notes.clear();
    if let (Some(assessment), Some(response)) = (&assessment, &request.response) {
        let again = writer.response(&read.rubric, assessment).map_err(|error| {
            let path = error.path().replacen("/assessments/0", "/response", 1);
            error.at(path)
        })?;
        rest.response = rest::between(&again, response);
        say_of_scores(&mut writer, &again, response);
        if assessment.subject.as_str() == answers::NOBODY {
            writer.note(
                "no-subject",
                "The response does not say what was assessed; it is called \u{201c}unnamed\u{201d} here.",
                "La réponse ne dit pas ce qui a été évalué\u{a0}; elle l’appelle ici «\u{a0}unnamed\u{a0}».",
            );
        }
    }
    if read.chosen {
        writer.note(
            "scoring-chosen",
            "The Questionnaire does not say in our terms how it is scored: points are added up where every question has options with points, else it is a record.",
            "Le questionnaire ne dit pas dans nos termes comment il se calcule\u{a0}: les points s’additionnent si chaque question a des choix avec des points, sinon c’est un relevé.",
        );
    }
    let notes = writer.notes;
    Ok(FromFhir {
        release,
        base: read.base,
        locale: read.locale,
        stamp: stamp.map(str::to_owned),
        rubric: read.rubric,
        assessment,
        rest,
        notes,
    })
}

/// Says where a score in a response is not the one that the library computes.
fn say_of_scores(writer: &mut Writer<'_>, ours: &Value, theirs: &Value) {
    fn scores<'v>(parent: &'v Value, found: &mut Vec<(&'v str, f64)>) {
        let items = parent.get("item").and_then(Value::as_array).map(Vec::as_slice);
        for item in items.unwrap_or_default() {
            let link = item.get("linkId").and_then(Value::as_str).unwrap_or_default();
            let value = item.pointer("/answer/0/valueDecimal").and_then(Value::as_f64);
            found.extend(value.map(|value| (link, value)));
            scores(item, found);
        }
    }
    let (mut computed, mut written) = (Vec::new(), Vec::new());
    scores(ours, &mut computed);
    scores(theirs, &mut written);
    let written: std::collections::BTreeMap<&str, f64> = written.into_iter().collect();
    let differs = computed.iter().any(|(link, value)| {
        written.get(link).is_some_and(|other| (other - value).abs() > 1e-6 * value.abs().max(1.0))
    });
    if differs {
        writer.note(
            "score-differs",
            "A score in the response is not the one that follows from its answers.",
            "Un score de la réponse n’est pas celui qui découle des réponses données.",
        );
    }
}

fn write(writer: &mut Writer<'_>, request: &ToFhirRequest) -> Result<Value> {
    let resources = match &request.subject {
        FhirSubject::Rubric(rubric) => {
            check(rubric, "/subject/rubric")?;
            return Ok(writer.questionnaire(rubric));
        }
        FhirSubject::Assessment(subject) => {
            check(&subject.rubric, "/subject/assessment/rubric")?;
            return response(writer, &subject.rubric, &subject.assessment);
        }
        FhirSubject::Card(card) => return writer.card(card),
        FhirSubject::Space(state) => writer.space(state)?,
        FhirSubject::Programme(programme) => writer.programme(programme)?,
        FhirSubject::Measure(measure) => writer.measure(measure)?,
        FhirSubject::Roles(_) => {
            writer.first = writer.locale.is_none().then(|| "en".to_owned());
            let roles = people::RoleCodes::read()?;
            vec![roles.code_system(writer), roles.concept_map(writer)]
        }
    };
    Ok(bundle(writer, request.bundle, resources))
}

fn response(writer: &mut Writer<'_>, rubric: &Rubric, assessment: &Assessment) -> Result<Value> {
    writer.response(rubric, assessment).map_err(|error| {
        let path = error.path().replacen("/assessments/0", "/subject/assessment/assessment", 1);
        error.at(path)
    })
}

fn check(rubric: &Rubric, place: &str) -> Result<()> {
    let request =
        RubricsRequest { rubrics: Some(vec![rubric.clone()]), ..RubricsRequest::default() };
    rubrics(&request).map(drop).map_err(|error| {
        let path = error.path().replacen("/rubrics/0", place, 1);
        error.at(path)
    })
}

/// Resources side by side, or each with its place on a server.
fn bundle(writer: &Writer<'_>, kind: FhirBundle, resources: Vec<Value>) -> Value {
    let entries = resources.into_iter().map(|resource| {
        let name = |member: &str| resource.get(member).and_then(Value::as_str).unwrap_or_default();
        let place = format!("{}/{}", name("resourceType"), name("id"));
        let request = match kind {
            FhirBundle::Collection => Value::Null,
            FhirBundle::Transaction => {
                object(vec![("method", "PUT".into()), ("url", place.as_str().into())])
            }
        };
        object(vec![
            ("fullUrl", format!("{}/{place}", writer.base).into()),
            ("resource", resource),
            ("request", request),
        ])
    });
    let kind = match kind {
        FhirBundle::Collection => "collection",
        FhirBundle::Transaction => "transaction",
    };
    object(vec![
        ("resourceType", "Bundle".into()),
        ("type", kind.into()),
        ("entry", list(entries.collect())),
    ])
}

fn writer(request: &ToFhirRequest) -> Result<Writer<'_>> {
    let fault =
        |fact: &str, place: &str| Err(Error::new(Code::ContractInvalidValue, fact).at(place));
    if let Some(fact) = base_fault(&request.base) {
        return fault(fact, "/base").map_err(|error: Error| error.hint("https://fhir.example.org"));
    }
    let plain = |tag: &String| {
        (1..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    if request.locale.as_ref().is_some_and(|tag| !plain(tag)) {
        return fault("this is no tag of BCP 47", "/locale");
    }
    let stamp = match request.stamp.as_deref().map(|text| stamp_of(text).ok_or(text)) {
        None => Value::Null,
        Some(Ok(stamp)) => stamp.into(),
        Some(Err(_)) => return fault("this is no moment of RFC 3339", "/stamp"),
    };
    Ok(Writer {
        release: request.release,
        base: &request.base,
        locale: request.locale.as_deref(),
        stamp,
        first: None,
        notes: Vec::new(),
    })
}

fn stamp_of(text: &str) -> Option<String> {
    response::date_time(text)
}

/// Why a text is no root of canonical URLs.
fn base_fault(base: &str) -> Option<&'static str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !br#"|#?<>"\^`{}"#.contains(&byte);
    let rest = base.strip_prefix("https://").or_else(|| base.strip_prefix("http://"));
    if rest.is_none_or(str::is_empty) {
        Some("a root is an address that starts with https:// or http://")
    } else if base.len() > 200 || !base.bytes().all(plain) || base.ends_with('/') {
        Some("a root has at most 200 characters of a URL, and no closing slash")
    } else {
        None
    }
}
