//! What everybody takes along: a calendar, resources for the hospital's systems, a form for its
//! researchers, and tables.

use super::{Story, asked};
use innovation_core::Result;
use innovation_core::evaluate::{Rubric, RubricsRequest, rubrics};
use innovation_core::exchange::{
    CalendarRequest, ToFhirRequest, ToGraphmlRequest, ToRedcapRequest, ToTableRequest, calendar,
    to_fhir, to_graphml, to_redcap, to_table,
};
use serde_json::{Value, json};

/// The rubric that travels: what helps a change to last.
const RUBRIC: &str = "nhs-sustainability";

/// When the sessions take place; clocks change before the last.
const DAYS: [(&str, &str, u32); 3] = [
    ("2027-01-12T09:00", "2027-01-12T09:00:00+01:00", 240),
    ("2027-01-26T10:30", "2027-01-26T10:30:00+01:00", 240),
    ("2027-03-30T14:00", "2027-03-30T14:00:00+02:00", 120),
];

/// When all of it is written; a host has a clock, this story has not.
const STAMP: &str = "2026-12-01T08:00:00Z";

/// Writes the files.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    if story.plan.is_none() {
        return Ok(());
    }
    story.heading("What everybody takes along", "Ce que l’on emporte");
    let sessions = DAYS.map(|(start, _, minutes)| json!({"start": start, "minutes": minutes}));
    let request: CalendarRequest = asked(json!({
        "programme": story.plan, "sessions": sessions, "zone": "Europe/Paris", "stamp": STAMP,
        "uidBase": "programme@territory.example", "locale": story.options.locale
    }))?;
    story.write("programme.ics", &calendar(&request)?.text)?;
    story.write("fhir.json", &(bundle(story)?.to_string() + "\n"))?;
    let request: ToRedcapRequest =
        asked(json!({"rubric": RUBRIC, "locale": story.options.locale}))?;
    story.write("redcap.csv", &to_redcap(&request)?.text)?;
    let input = &story.input;
    for (name, rows) in [("people.csv", json!(input.people)), ("ties.csv", json!(input.ties))] {
        let request: ToTableRequest = asked(json!({
            "rows": rows, "byteOrderMark": true,
            "decimal": story.say("point", "comma"), "locale": story.options.locale
        }))?;
        story.write(name, &to_table(&request)?.text)?;
    }
    let request: ToGraphmlRequest = asked(json!({"people": input.people, "ties": input.ties}))?;
    story.write("network.graphml", &to_graphml(&request)?.graphml)
}

/// One Bundle of all that FHIR has resources for: the programme, the rubric with one set of
/// answers, and the roles.
fn bundle(story: &Story) -> Result<Value> {
    let request: RubricsRequest = asked(json!({"ids": [RUBRIC]}))?;
    let rubric: Option<Rubric> = rubrics(&request)?.rubrics.into_iter().next();
    let programme = json!({"programme": {
        "id": "territory",
        "title": {"en": "A creative space for a territory", "fr": "Un espace créatif pour un territoire"},
        "items": story.plan.as_ref().map(|plan| &plan.items),
        "starts": DAYS.map(|(_, start, _)| start)
    }});
    let mut subjects = vec![programme, json!({"roles": {}}), json!({"rubric": rubric})];
    if let Some(assessment) = story.assessments.first() {
        subjects.push(json!({"assessment": {"rubric": rubric, "assessment": assessment}}));
    }
    let mut entries = Vec::new();
    for subject in subjects {
        let request: ToFhirRequest = asked(json!({
            "release": "R4", "base": "https://fhir.territory.example", "stamp": STAMP,
            "locale": story.options.locale, "subject": subject
        }))?;
        let resource = to_fhir(&request)?.resource;
        match resource.get("entry").and_then(Value::as_array) {
            Some(own) => entries.extend(own.iter().cloned()),
            None => entries.push(json!({"resource": resource})),
        }
    }
    Ok(json!({"resourceType": "Bundle", "type": "collection", "entry": entries}))
}
