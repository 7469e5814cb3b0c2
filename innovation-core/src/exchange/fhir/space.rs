//! A space as a Bundle: what it is, and who works in it.

use super::json::{Object, code, concept, known_as, list, object, slug, string};
use super::people::{Being, RoleCodes};
use super::questionnaire::Writer;
use super::request::FhirRelease;
use super::words;
use crate::error::{Code, Error, Result};
use crate::space::{SpaceStage, State};
use serde_json::Value;

/// More members, and the Bundle is refused.
const MOST_MEMBERS: usize = 20_000;

impl Writer<'_> {
    /// The resources of a space that was opened.
    pub fn space(&mut self, state: &State) -> Result<Vec<Value>> {
        let place = "/subject/space";
        let Some(founding) = &state.founding else {
            return Err(Error::new(
                Code::ExchangeNotExpressible,
                "a space that was not opened has no name",
            )
            .at(format!("{place}/founding")));
        };
        if state.members.len() > MOST_MEMBERS {
            let fact = format!("more than {MOST_MEMBERS} members");
            return Err(Error::new(Code::ContractTooLarge, fact).at(format!("{place}/members")));
        }
        self.first = match self.locale {
            Some(_) => None,
            None => words::first_language(&founding.title),
        };
        let roles = RoleCodes::read()?;
        let id = slug(founding.space.as_str());
        let mut resources = vec![self.organisation(state)];
        let (mut participants, mut cohort) = (Vec::new(), Vec::new());
        for (token, member) in state.present() {
            let Some(person) = member.person.as_deref() else { continue };
            let (being, resource) = roles.member(self, token.as_str(), person);
            let reference = format!("{}/{}", being.resource(), slug(token.as_str()));
            let reference = object(vec![("reference", reference.into())]);
            if being == Being::Patient {
                cohort.push(object(vec![("entity", reference.clone())]));
            }
            let role = roles.concept(self, &person.role);
            participants.push(object(vec![
                ("role", if self.release == FhirRelease::R4 { list(vec![role]) } else { role }),
                ("member", reference),
            ]));
            resources.push(resource);
        }
        let organisation = object(vec![("reference", format!("Organization/{id}").into())]);
        let mut team = Object::new();
        self.either(&mut team, "name", &founding.title);
        let active = state.stage != SpaceStage::Closed;
        let since = state.opened_at.as_deref().and_then(super::response::date_time);
        let period = object(vec![("start", since.map_or(Value::Null, Value::from))]);
        resources.push(self.with(
            team,
            "CareTeam",
            &id,
            vec![
                ("status", if active { "active" } else { "inactive" }.into()),
                ("period", period),
                ("participant", list(participants)),
                ("managingOrganization", list(vec![organisation.clone()])),
            ],
        ));
        if !cohort.is_empty() {
            let mut group = Object::new();
            self.either(&mut group, "name", &founding.title);
            let kind = match self.release {
                FhirRelease::R4 => ("actual", Value::from(true)),
                FhirRelease::R5 => ("membership", "enumerated".into()),
            };
            let count = cohort.len();
            resources.push(self.with(
                group,
                "Group",
                &id,
                vec![
                    ("type", "person".into()),
                    kind,
                    ("active", active.into()),
                    ("quantity", count.into()),
                    ("managingEntity", organisation),
                    ("member", list(cohort)),
                ],
            ));
        }
        Ok(resources)
    }

    fn organisation(&self, state: &State) -> Value {
        let mut members = Object::new();
        let Some(founding) = &state.founding else { return Value::Null };
        self.either(&mut members, "name", &founding.title);
        if !members.contains_key("name") {
            members.insert("name".to_owned(), code(founding.space.as_str()).into());
        }
        let identifier = object(vec![
            ("system", self.url("NamingSystem", "space").into()),
            ("value", string(founding.space.as_str())),
        ]);
        let part_of = match founding.organisations.as_slice() {
            // Where several hold a space, it is a part of none of them.
            [one] => known_as(self.url("NamingSystem", "organisation"), one.as_str()),
            _ => Value::Null,
        };
        self.with(
            members,
            "Organization",
            &slug(founding.space.as_str()),
            vec![
                ("identifier", list(vec![identifier])),
                ("active", (state.stage != SpaceStage::Closed).into()),
                (
                    "type",
                    list(vec![concept(
                        "http://terminology.hl7.org/CodeSystem/organization-type",
                        "team",
                    )]),
                ),
                ("partOf", part_of),
            ],
        )
    }
}
