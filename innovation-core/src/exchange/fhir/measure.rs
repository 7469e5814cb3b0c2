//! A measured outcome: the Measure, and a report for each point.

use super::json::{Object, concept, known_as, list, name, number, object, slug, string};
use super::questionnaire::Writer;
use super::request::{FhirMeasure, FhirMeasureKind, FhirPoint, FhirRelease};
use super::response::date_time;
use super::words;
use crate::error::{Code, Error, Result};
use crate::evaluate::WantedDirection;
use crate::instant::Instant;
use serde_json::Value;

const MOST_POINTS: usize = 10_000;
/// Counts in FHIR are whole numbers of 32 bits.
const LARGEST: f64 = 2_147_483_647.0;

impl Writer<'_> {
    /// The resources of a measured outcome.
    pub fn measure(&mut self, measure: &FhirMeasure) -> Result<Vec<Value>> {
        self.first = match self.locale {
            Some(_) => None,
            None => words::first_language(&measure.title),
        };
        check(measure)?;
        let id = slug(measure.id.as_str());
        let version = measure.version.as_deref().map_or(Value::Null, string);
        let mut members = Object::new();
        self.either(&mut members, "title", &measure.title);
        if let Some(description) = &measure.description {
            self.either(&mut members, "description", description);
        }
        let whole = measure.counted.as_ref().is_some_and(|ratio| ratio.part);
        let scoring = match (&measure.counted, whole) {
            (None, _) => "continuous-variable",
            (Some(_), true) => "proportion",
            (Some(_), false) => "ratio",
        };
        let scoring = concept("http://terminology.hl7.org/CodeSystem/measure-scoring", scoring);
        // Populations of a Measure need an expression that a server runs; here are words alone.
        let words = measure.counted.as_ref().map_or(Value::Null, |ratio| {
            let (count, among) = (self.plain(&ratio.numerator), self.plain(&ratio.denominator));
            string(&format!("{count} / {among}"))
        });
        let group = object(vec![("description", words)]);
        let mut resources = vec![self.with(
            members,
            "Measure",
            &id,
            vec![
                ("url", self.url("Measure", &id).into()),
                ("version", version),
                ("name", name("Measure_", measure.id.as_str()).into()),
                ("status", "active".into()),
                ("date", self.stamp.clone()),
                ("scoring", scoring.clone()),
                ("type", list(vec![self.kind(measure.kind)])),
                ("improvementNotation", improvement(measure.improvement)),
                ("group", list(vec![group])),
            ],
        )];
        for (at, point) in measure.points.iter().enumerate() {
            resources.push(self.report(measure, point, at, &scoring)?);
        }
        Ok(resources)
    }

    fn kind(&self, kind: FhirMeasureKind) -> Value {
        let code = match kind {
            FhirMeasureKind::Outcome => "outcome",
            FhirMeasureKind::PatientReported => "patient-reported-outcome",
            FhirMeasureKind::Process => "process",
            FhirMeasureKind::Structure => "structure",
            // FHIR has no code for what must not get worse meanwhile.
            FhirMeasureKind::Balancing => {
                return concept(&self.url("CodeSystem", "innovation-measure"), "balancing");
            }
        };
        concept("http://terminology.hl7.org/CodeSystem/measure-type", code)
    }

    fn report(
        &self,
        measure: &FhirMeasure,
        point: &FhirPoint,
        at: usize,
        scoring: &Value,
    ) -> Result<Value> {
        let place = format!("/subject/measure/points/{at}");
        let moment = |field: &str, text: &str| {
            date_time(text).ok_or_else(|| {
                Error::new(Code::ExchangeNotExpressible, format!("{text:?} is no day or moment"))
                    .at(format!("{place}/{field}"))
            })
        };
        let (from, to) = (moment("from", &point.from)?, moment("to", &point.to)?);
        if Instant::parse(&point.from) > Instant::parse(&point.to) {
            let fact = "a period ends after it begins";
            return Err(Error::new(Code::ExchangeNotExpressible, fact).at(format!("{place}/to")));
        }
        let unit = measure.unit.as_deref().unwrap_or("1");
        let quantity = |value: f64| {
            object(vec![
                ("value", number(value)),
                ("unit", unit.into()),
                ("system", "http://unitsofmeasure.org".into()),
                ("code", unit.into()),
            ])
        };
        let score = match (point.value, point.denominator) {
            (Some(count), Some(among)) => quantity(count / among),
            (Some(value), None) => quantity(value),
            (None, _) => Value::Null,
        };
        let counts = point.value.zip(point.denominator).into_iter().flat_map(|(count, among)| {
            [("numerator", count), ("denominator", among)].map(|(code, count)| {
                object(vec![("code", population(code)), ("count", number(count))])
            })
        });
        let score_name = match self.release {
            FhirRelease::R4 => "measureScore",
            FhirRelease::R5 => "measureScoreQuantity",
        };
        let group = object(vec![("population", list(counts.collect())), (score_name, score)]);
        let id = slug(measure.id.as_str());
        let canonical = self.url("Measure", &id);
        let canonical = match &measure.version {
            Some(version) => format!("{canonical}|{}", super::json::code(version)),
            None => canonical,
        };
        let subject = measure.subject.as_ref().map_or(Value::Null, |subject| {
            known_as(self.url("NamingSystem", "subject"), subject.as_str())
        });
        let own_scoring =
            if self.release == FhirRelease::R5 { scoring.clone() } else { Value::Null };
        Ok(self.with(
            Object::new(),
            "MeasureReport",
            &slug(&format!("{}-{}", measure.id, at + 1)),
            vec![
                ("status", "complete".into()),
                ("type", "summary".into()),
                ("measure", canonical.into()),
                ("subject", subject),
                ("date", self.stamp.clone()),
                ("period", object(vec![("start", from.into()), ("end", to.into())])),
                ("scoring", own_scoring),
                ("improvementNotation", improvement(measure.improvement)),
                ("group", list(vec![group])),
            ],
        ))
    }
}

fn population(code: &str) -> Value {
    concept("http://terminology.hl7.org/CodeSystem/measure-population", code)
}

fn improvement(direction: WantedDirection) -> Value {
    let code = match direction {
        WantedDirection::Up => "increase",
        WantedDirection::Down => "decrease",
        WantedDirection::None => return Value::Null,
    };
    concept("http://terminology.hl7.org/CodeSystem/measure-improvement-notation", code)
}

fn check(measure: &FhirMeasure) -> Result<()> {
    let place = "/subject/measure";
    let fault = |fact: &str, path: String| {
        Err(Error::new(Code::ExchangeNotExpressible, fact).at(format!("{place}{path}")))
    };
    if measure.points.len() > MOST_POINTS {
        let fact = format!("more than {MOST_POINTS} points");
        return Err(Error::new(Code::ContractTooLarge, fact).at(format!("{place}/points")));
    }
    if measure
        .unit
        .as_deref()
        .is_some_and(|unit| unit.is_empty() || !unit.bytes().all(|b| b.is_ascii_graphic()))
    {
        return fault("a unit is a code of UCUM", "/unit".to_owned());
    }
    for (at, point) in measure.points.iter().enumerate() {
        let path = format!("/points/{at}");
        let counted = measure.counted.is_some();
        if point.denominator.is_some() != counted {
            return fault("denominators and \"counted\" go together", path + "/denominator");
        }
        let whole = |value: f64| (0.0..=LARGEST).contains(&value) && libm::trunc(value) == value;
        if point.value.is_some_and(|value| {
            if counted { !whole(value) } else { value.abs() > 1e12 || !value.is_finite() }
        }) {
            return fault("this is no count, or too large a value", path + "/value");
        }
        if point.denominator.is_some_and(|among| !whole(among) || among == 0.0) {
            return fault("a count among nothing, or no count", path + "/denominator");
        }
    }
    Ok(())
}
