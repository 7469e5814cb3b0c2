//! People and ties: the user's files, or the synthetic territory.

use crate::options::Options;
use crate::sample;
use crate::words::explain;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use innovation_core::exchange::{
    ContactPerson, PeopleFromTableRequest, TiesFromContactsRequest, TiesFromTableRequest,
    people_from_table, ties_from_contacts, ties_from_table,
};
use innovation_core::people::{Family, Person, RolesRequest, Tie, roles};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;

/// People and ties, and whether they are made up.
pub(crate) struct Input {
    pub(crate) people: Vec<Person>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) synthetic: bool,
}

/// Reads what the options name.
pub(crate) fn read(options: &Options) -> Result<Input, Box<dyn Error>> {
    if let Some(path) = &options.contacts {
        return contacts(path);
    }
    let Some(people) = &options.people else {
        let sample = sample::territory();
        let people = people_from_table(&request(json!({"text": sample.people}))?)
            .map_err(|error| explain(&error))?;
        let ties = ties_from_table(&request(json!({"text": sample.ties}))?)
            .map_err(|error| explain(&error))?;
        return Ok(Input { people: people.people, ties: ties.ties, synthetic: true });
    };
    let named = |path: &Path, error: &innovation_core::Error| {
        format!("{}: {}", path.display(), explain(error))
    };
    let table: PeopleFromTableRequest = file(people)?;
    let table = people_from_table(&table).map_err(|error| named(people, &error))?;
    let ties = match &options.ties {
        None => Vec::new(),
        Some(path) => {
            let table: TiesFromTableRequest = file(path)?;
            ties_from_table(&table).map_err(|error| named(path, &error))?.ties
        }
    };
    Ok(Input { people: table.people, ties, synthetic: false })
}

/// People and ties of observed contacts.
fn contacts(path: &Path) -> Result<Input, Box<dyn Error>> {
    let table: TiesFromContactsRequest = file(path)?;
    let table = ties_from_contacts(&table)
        .map_err(|error| format!("{}: {}", path.display(), explain(&error)))?;
    let catalogue = roles(&RolesRequest::default()).map_err(|error| explain(&error))?;
    let known = |role: &str| catalogue.roles.iter().any(|known| known.id == role);
    let people = table.persons.iter().filter_map(|person| observed(person, known)).collect();
    Ok(Input { people, ties: table.ties, synthetic: false })
}

/// A person seen in contacts. The four codes of the SocioPatterns hospital data become roles
/// of the catalogue, so do statuses that are one; any other is a role of its own.
fn observed(person: &ContactPerson, known: impl Fn(&str) -> bool) -> Option<Person> {
    let status = person.status.as_deref().unwrap_or("participant");
    let role = match status {
        "NUR" => "nurse",
        "MED" => "hospital-physician",
        "ADM" => "receptionist",
        "PAT" => "patient",
        other => other,
    };
    let family = (!known(role)).then_some(Family::Community);
    Some(Person { family, ..Person::new(person.id.as_str(), role)? })
}

/// A table request that holds a file: as text where it is UTF-8, else as bytes.
fn file<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Box<dyn Error>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut fields = Map::new();
    match String::from_utf8(bytes) {
        Ok(text) => fields.insert("text".to_owned(), Value::from(text)),
        Err(error) => {
            fields.insert("base64".to_owned(), Value::from(STANDARD.encode(error.as_bytes())))
        }
    };
    request(Value::Object(fields))
}

fn request<T: serde::de::DeserializeOwned>(fields: Value) -> Result<T, Box<dyn Error>> {
    Ok(serde_json::from_value(fields)?)
}
