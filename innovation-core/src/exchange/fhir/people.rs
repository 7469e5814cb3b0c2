//! Roles as codes, and members of a space as the resources that FHIR has for them.
//!
//! Our own code always comes first; codes of open terminologies follow and may be broader.
//!
//! Invariant: only ids that stand in the journal leave; no name, and no host's id of a person.

use super::json::{ABSENT, Object, code, coding, extension, known_as, list, object, slug, string};
use super::questionnaire::Writer;
use super::request::FhirRelease;
use super::words;
use crate::error::Result;
use crate::people::{Family, Person, Role, RolesRequest, roles};
use crate::text::Text;
use serde_json::Value;
use std::collections::BTreeMap;

/// Roles whose holder FHIR knows as a patient, and as related to one.
const PATIENTS: [&str; 4] =
    ["patient", "patient-partner", "care-home-resident", "person-with-disability"];
const RELATED: [&str; 2] = ["family-carer", "family-member"];

/// What FHIR makes of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Being {
    Patient,
    Related,
    Practising,
}

impl Being {
    /// Of a role; one that is not in the catalogue goes by its family.
    pub fn of(role: &str, family: Option<Family>) -> Self {
        match role {
            _ if PATIENTS.contains(&role) => Self::Patient,
            _ if RELATED.contains(&role) => Self::Related,
            _ if role == "livedExperience" || family == Some(Family::LivedExperience) => {
                Self::Patient
            }
            _ => Self::Practising,
        }
    }

    /// The resource.
    pub fn resource(self) -> &'static str {
        match self {
            Self::Patient => "Patient",
            Self::Related => "RelatedPerson",
            Self::Practising => "PractitionerRole",
        }
    }

    /// The kind of participant of an activity.
    pub fn participant(self, release: FhirRelease) -> &'static str {
        match (self, release) {
            (Self::Patient, _) => "patient",
            (Self::Related, FhirRelease::R4) => "related-person",
            (Self::Related, FhirRelease::R5) => "relatedperson",
            (Self::Practising, FhirRelease::R4) => "practitioner",
            (Self::Practising, FhirRelease::R5) => "practitionerrole",
        }
    }
}

/// The catalogue by role.
#[derive(Debug)]
pub(super) struct RoleCodes(BTreeMap<String, Role>);

impl RoleCodes {
    pub fn read() -> Result<Self> {
        let catalogue = roles(&RolesRequest::default())?.roles;
        Ok(Self(catalogue.into_iter().map(|role| (role.id.clone(), role)).collect()))
    }

    /// What FHIR makes of a role. One of the catalogue goes by its name alone: who works among
    /// peers in a service practises there, whatever was lived through.
    pub fn being(&self, role: &str, given: Option<Family>) -> Being {
        Being::of(role, given.filter(|_| !self.0.contains_key(role)))
    }

    /// A role as a concept: our code, then those of open terminologies.
    pub fn concept(&self, writer: &Writer<'_>, role: &str) -> Value {
        let mut own = Object::new();
        let known = self.0.get(role);
        if let Some(known) = known {
            writer.own_text(&mut own, "display", &known.name);
        }
        own.insert("system".to_owned(), writer.url("CodeSystem", "innovation-role").into());
        own.insert("code".to_owned(), code(role).into());
        let others = known.map(|known| known.codings.as_slice()).unwrap_or_default();
        let others = others.iter().map(|other| {
            coding(&other.system, &other.code, other.display.as_deref().map_or(Value::Null, string))
        });
        let all = std::iter::once(Value::Object(own)).chain(others).collect();
        object(vec![("coding", list(all))])
    }

    /// Our CodeSystem of roles.
    pub fn code_system(&self, writer: &Writer<'_>) -> Value {
        let concepts = self.0.values().map(|role| {
            let mut concept = Object::new();
            let first = writer.locale.unwrap_or("en");
            concept.insert("code".to_owned(), role.id.as_str().into());
            concept.insert("display".to_owned(), string(role.name.for_locale(first)));
            concept.insert("definition".to_owned(), string(role.description.for_locale(first)));
            let others =
                role.name.languages().filter(|tag| writer.locale.is_none() && *tag != first);
            let others = others.map(|tag| {
                let value = string(role.name.for_locale(tag));
                object(vec![("language", tag.into()), ("value", value)])
            });
            let designations = list(others.collect());
            if designations.as_array().is_some_and(|list| !list.is_empty()) {
                concept.insert("designation".to_owned(), designations);
            }
            Value::Object(concept)
        });
        let count = self.0.len();
        let mut members = Object::new();
        let title = Text::both("Roles in a creative space", "Rôles dans un espace de création");
        writer.own_text(&mut members, "title", &title);
        writer.with(
            members,
            "CodeSystem",
            "innovation-role",
            vec![
                ("url", writer.url("CodeSystem", "innovation-role").into()),
                ("name", "InnovationRole".into()),
                ("version", env!("CARGO_PKG_VERSION").into()),
                ("status", "active".into()),
                ("date", writer.stamp.clone()),
                ("caseSensitive", true.into()),
                ("content", "complete".into()),
                ("count", count.into()),
                ("concept", list(concepts.collect())),
            ],
        )
    }

    /// Our roles and the codes of open terminologies, which may be broader.
    pub fn concept_map(&self, writer: &Writer<'_>) -> Value {
        let mut systems: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
        for role in self.0.values() {
            let mut targets: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
            for other in &role.codings {
                let relation = match writer.release {
                    FhirRelease::R4 => ("equivalence", "wider"),
                    FhirRelease::R5 => ("relationship", "source-is-narrower-than-target"),
                };
                let display = other.display.as_deref().map_or(Value::Null, string);
                let target = object(vec![
                    ("code", other.code.as_str().into()),
                    ("display", display),
                    (relation.0, relation.1.into()),
                ]);
                targets.entry(&other.system).or_default().push(target);
            }
            for (system, targets) in targets {
                let element =
                    object(vec![("code", role.id.as_str().into()), ("target", list(targets))]);
                systems.entry(system).or_default().push(element);
            }
        }
        let source = writer.url("CodeSystem", "innovation-role");
        let groups = systems.into_iter().map(|(target, elements)| {
            object(vec![
                ("source", source.as_str().into()),
                ("target", target.into()),
                ("element", list(elements)),
            ])
        });
        let mut members = Object::new();
        let title = Text::both(
            "Roles in a creative space and open terminologies",
            "Rôles dans un espace de création et terminologies ouvertes",
        );
        writer.own_text(&mut members, "title", &title);
        writer.with(
            members,
            "ConceptMap",
            "innovation-role",
            vec![
                ("url", writer.url("ConceptMap", "innovation-role").into()),
                ("name", "InnovationRoleMap".into()),
                ("version", env!("CARGO_PKG_VERSION").into()),
                ("status", "active".into()),
                ("date", writer.stamp.clone()),
                ("group", list(groups.collect())),
            ],
        )
    }

    /// A member as a resource, known by token.
    pub fn member(&self, writer: &Writer<'_>, token: &str, person: &Person) -> (Being, Value) {
        let being = self.being(&person.role, person.family);
        let identifier = object(vec![
            ("system", writer.url("NamingSystem", "member").into()),
            ("value", string(token)),
        ]);
        let mut members = vec![("identifier", list(vec![identifier])), ("active", true.into())];
        match being {
            Being::Patient => {}
            Being::Related => {
                // FHIR asks whom they are related to; a space does not.
                let unknown = extension(ABSENT, "valueCode", "not-asked".into());
                members.push(("patient", object(vec![("extension", list(vec![unknown]))])));
                members.push(("relationship", list(vec![self.concept(writer, &person.role)])));
            }
            Being::Practising => {
                let organisation = person.organisation.as_deref().map_or(Value::Null, |name| {
                    known_as(writer.url("NamingSystem", "organisation"), name)
                });
                members.push(("code", list(vec![self.concept(writer, &person.role)])));
                members.push(("organization", organisation));
            }
        }
        let id = slug(token);
        (being, writer.with(Object::new(), being.resource(), &id, members))
    }
}

impl Writer<'_> {
    /// A resource of a kind and an id, with further members.
    pub fn with(
        &self,
        mut members: Object,
        kind: &str,
        id: &str,
        more: Vec<(&str, Value)>,
    ) -> Value {
        let head = object(vec![("resourceType", kind.into()), ("id", id.into())]);
        for part in [head, object(more)] {
            if let Value::Object(part) = part {
                members.extend(part);
            }
        }
        let language = self.locale.map(code).or_else(|| self.first.as_deref().map(code));
        if let Some(tag) = language {
            members.entry("language").or_insert_with(|| tag.into());
        }
        Value::Object(members)
    }

    /// A text in the language asked for, else in all of its own.
    pub fn either(&self, members: &mut Object, name: &str, text: &Text) {
        match self.locale {
            Some(locale) => {
                words::put(members, name, &Text::from(text.for_locale(locale)), None);
            }
            None => {
                words::put(members, name, text, self.first.as_deref());
            }
        }
    }

    /// A text as one string, in the language asked for or the first.
    pub fn plain(&self, text: &Text) -> String {
        let tag = self.locale.or(self.first.as_deref()).unwrap_or("en");
        text.for_locale(tag).to_owned()
    }
}
