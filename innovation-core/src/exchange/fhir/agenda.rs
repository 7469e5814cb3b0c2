//! Cards and programmes: what is done, and when.

use super::json::{Object, code, concept, list, minutes, name, object, slug, string};
use super::people::RoleCodes;
use super::questionnaire::Writer;
use super::request::{FhirProgramme, FhirRelease};
use super::response::date_time;
use super::words;
use crate::equip::{Card, Item, Status};
use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde_json::Value;

/// More items, and a programme is refused.
const MOST_ITEMS: usize = 5_000;
/// The longest day, in minutes.
const LONGEST: u32 = 100_000;

impl Writer<'_> {
    /// A card as an ActivityDefinition.
    pub fn card(&mut self, card: &Card) -> Result<Value> {
        self.first = match self.locale {
            Some(_) => None,
            None => words::first_language(&card.title),
        };
        let roles = RoleCodes::read()?;
        let mut members = Object::new();
        self.either(&mut members, "title", &card.title);
        if let Some(purpose) = &card.purpose {
            self.either(&mut members, "purpose", purpose);
        }
        self.either(&mut members, "description", &stages(card));
        if let Some(usage) = usage(card) {
            self.either(&mut members, "usage", &usage);
        }
        let id = slug(card.id.as_str());
        let phases = card.phases.iter().map(|phase| {
            let phase = serde_json::to_string(phase).unwrap_or_default();
            concept(&self.url("CodeSystem", "innovation-phase"), phase.trim_matches('"'))
        });
        let participants = card.roles.iter().map(|role| {
            let family = FAMILIES.contains(&role.as_str());
            let being = roles.being(role, None);
            let concept = if family { Value::Null } else { roles.concept(self, role) };
            object(vec![("type", being.participant(self.release).into()), ("role", concept)])
        });
        let span = card.minutes.run;
        let timing = if span.min == span.max {
            ("timingDuration", minutes(span.min))
        } else {
            ("timingRange", object(vec![("low", minutes(span.min)), ("high", minutes(span.max))]))
        };
        let status = if card.status == Status::Draft { "draft" } else { "active" };
        let version = card.version.as_deref().map_or(Value::Null, string);
        let licence = card.licence.as_deref().map_or(Value::Null, string);
        Ok(self.with(
            members,
            "ActivityDefinition",
            &id,
            vec![
                ("url", self.url("ActivityDefinition", &id).into()),
                ("version", version),
                ("name", name("Card_", card.id.as_str()).into()),
                ("status", status.into()),
                ("date", self.stamp.clone()),
                ("copyright", licence),
                ("topic", list(phases.collect())),
                ("kind", "Task".into()),
                timing,
                ("participant", list(participants.collect())),
                (
                    "relatedArtifact",
                    list(card.sources.iter().map(|one| self.source(one)).collect()),
                ),
            ],
        ))
    }

    fn source(&self, source: &crate::equip::Source) -> Value {
        let doi = source.doi.as_deref().map(|doi| format!("https://doi.org/{}", code(doi)));
        let url = source.url.as_deref().map(code).or(doi);
        let url = url.map_or(Value::Null, |url| match self.release {
            FhirRelease::R4 => url.into(),
            FhirRelease::R5 => object(vec![("url", url.into())]),
        });
        let place = if self.release == FhirRelease::R4 { "url" } else { "document" };
        object(vec![("type", "citation".into()), ("citation", string(&source.title)), (place, url)])
    }

    /// A programme: its plan, and an Appointment for each session that has a date.
    pub fn programme(&mut self, programme: &FhirProgramme) -> Result<Vec<Value>> {
        let place = "/subject/programme";
        self.first = match self.locale {
            Some(_) => None,
            None => words::first_language(&programme.title),
        };
        check(programme, place)?;
        let mut sessions: Vec<(u32, Vec<&Item>)> = Vec::new();
        for item in &programme.items {
            match sessions.last_mut() {
                Some((session, items)) if *session == item.session => items.push(item),
                _ => sessions.push((item.session, vec![item])),
            }
        }
        let id = slug(programme.id.as_str());
        let mut members = Object::new();
        self.either(&mut members, "title", &programme.title);
        let actions = sessions.iter().map(|(session, items)| self.session(*session, items));
        let plan = self.with(
            members,
            "PlanDefinition",
            &id,
            vec![
                ("url", self.url("PlanDefinition", &id).into()),
                ("name", name("Programme_", programme.id.as_str()).into()),
                (
                    "type",
                    concept(
                        "http://terminology.hl7.org/CodeSystem/plan-definition-type",
                        "workflow-definition",
                    ),
                ),
                ("status", "active".into()),
                ("date", self.stamp.clone()),
                ("action", list(actions.collect())),
            ],
        );
        let mut resources = vec![plan];
        for (session, items) in &sessions {
            let at = usize::try_from(*session).unwrap_or(usize::MAX);
            if let Some(start) = programme.starts.get(at) {
                resources.push(self.appointment(programme, *session, items, start)?);
            }
        }
        Ok(resources)
    }

    /// A session of a plan: its items, each after the one before.
    fn session(&self, session: u32, items: &[&Item]) -> Value {
        let mut actions = Vec::with_capacity(items.len());
        let mut before: Option<(usize, &Item)> = None;
        for (at, item) in items.iter().enumerate() {
            let mut members = Object::new();
            self.either(&mut members, "title", &item.title);
            let after = before.map_or(Value::Null, |(at, last)| {
                let pause = item.start.saturating_sub(last.start.saturating_add(last.minutes));
                let target = match self.release {
                    FhirRelease::R4 => "actionId",
                    FhirRelease::R5 => "targetId",
                };
                let offset = if pause > 0 { minutes(pause) } else { Value::Null };
                list(vec![object(vec![
                    (target, format!("session-{session}-item-{at}").into()),
                    ("relationship", "after-end".into()),
                    ("offsetDuration", offset),
                ])])
            });
            let card = item.card.as_ref().map_or(Value::Null, |card| {
                self.url("ActivityDefinition", &slug(card.as_str())).into()
            });
            let rest = object(vec![
                ("id", format!("session-{session}-item-{at}").into()),
                ("definitionCanonical", card),
                ("timingDuration", minutes(item.minutes)),
                ("relatedAction", after),
            ]);
            if let Value::Object(rest) = rest {
                members.extend(rest);
            }
            actions.push(Value::Object(members));
            before = Some((at, item));
        }
        let number = session.saturating_add(1);
        let mut members = Object::new();
        let title = Text::both(&format!("Session {number}"), &format!("Séance {number}"));
        self.own_text(&mut members, "title", &title);
        members.insert("id".to_owned(), format!("session-{session}").into());
        members.insert("action".to_owned(), list(actions));
        Value::Object(members)
    }

    fn appointment(
        &self,
        programme: &FhirProgramme,
        session: u32,
        items: &[&Item],
        start: &str,
    ) -> Result<Value> {
        let place = format!("/subject/programme/starts/{session}");
        let long = items.iter().map(|item| item.start.saturating_add(item.minutes)).max();
        let long = long.unwrap_or_default();
        let fault = |fact: &str| {
            Error::new(Code::ExchangeNotExpressible, fact)
                .at(place.clone())
                .hint("2026-11-23T09:00:00+01:00")
        };
        let begins = date_time(start).filter(|text| text.contains('T'));
        let begins =
            begins.ok_or_else(|| fault("an Appointment needs a moment with its offset"))?;
        let ends = crate::instant::Instant::parse(start)
            .and_then(|start| super::clock::after(start, long))
            .ok_or_else(|| fault("the session ends beyond the calendar"))?;
        // FHIR asks for a participant: the team as a whole, whose members the space knows.
        let display = self.plain(&Text::both("Members of the space", "Membres de l’espace"));
        let system = self.url("NamingSystem", "space");
        let space = programme.space.as_ref().map_or(Value::Null, |space| {
            object(vec![("system", system.into()), ("value", string(space.as_str()))])
        });
        let actor = object(vec![("identifier", space), ("display", display.into())]);
        let participant = object(vec![("actor", actor), ("status", "accepted".into())]);
        let number = session.saturating_add(1);
        let title = self.plain(&programme.title);
        let description = string(&format!("{title} ({number})"));
        let id = slug(&format!("{}-{number}", programme.id));
        let plan = object(vec![(
            "reference",
            format!("PlanDefinition/{}", slug(programme.id.as_str())).into(),
        )]);
        Ok(self.with(
            Object::new(),
            "Appointment",
            &id,
            vec![
                ("status", "booked".into()),
                ("description", description),
                ("start", begins.into()),
                ("end", ends.into()),
                ("minutesDuration", long.into()),
                ("supportingInformation", list(vec![plan])),
                ("participant", list(vec![participant])),
            ],
        ))
    }
}

const FAMILIES: [&str; 9] = [
    "livedExperience",
    "care",
    "management",
    "design",
    "regulation",
    "research",
    "industry",
    "community",
    "facilitation",
];

fn check(programme: &FhirProgramme, place: &str) -> Result<()> {
    let fault = |fact: String, path: String| {
        Err(Error::new(Code::ExchangeNotExpressible, fact).at(format!("{place}{path}")))
    };
    if programme.items.is_empty() {
        return fault("a programme needs an item".to_owned(), "/items".to_owned());
    }
    if programme.items.len() > MOST_ITEMS {
        let fact = format!("more than {MOST_ITEMS} items");
        return Err(Error::new(Code::ContractTooLarge, fact).at(format!("{place}/items")));
    }
    let mut last = (0, 0);
    for (at, item) in programme.items.iter().enumerate() {
        if item.minutes == 0 || item.minutes > LONGEST || item.start > LONGEST {
            let fact = format!("minutes lie between 1 and {LONGEST}");
            return fault(fact, format!("/items/{at}/minutes"));
        }
        if (item.session, item.start) < last {
            let fact = "items stand in the order of time".to_owned();
            return fault(fact, format!("/items/{at}"));
        }
        last = (item.session, item.start);
    }
    Ok(())
}

/// Puts a text together in each of the languages of a card.
fn in_each(card: &Card, write: impl Fn(&str) -> String) -> Text {
    let tags: Vec<&str> = card.title.languages().collect();
    if tags.is_empty() {
        return Text::from(write("").as_str());
    }
    let texts: Vec<(&str, String)> = tags.into_iter().map(|tag| (tag, write(tag))).collect();
    Text::in_languages(texts.iter().map(|(tag, text)| (*tag, text.as_str())))
}

/// What happens, step by step.
fn stages(card: &Card) -> Text {
    in_each(card, |tag| {
        let steps = card.stages.iter().enumerate().map(|(at, stage)| {
            let (title, words) = (stage.title.for_locale(tag), stage.instruction.for_locale(tag));
            format!("{}. **{title}** ({} min). {words}", at + 1, stage.minutes)
        });
        steps.collect::<Vec<_>>().join("\n")
    })
}

/// Where a card shines, where it harms, and what to heed.
fn usage(card: &Card) -> Option<Text> {
    let texts: Vec<&Text> = [&card.best_for, &card.not_for, &card.health_considerations]
        .into_iter()
        .flatten()
        .collect();
    let write = |tag: &str| {
        let parts: Vec<&str> = texts.iter().map(|text| text.for_locale(tag)).collect();
        parts.join("\n\n")
    };
    (!texts.is_empty()).then(|| in_each(card, write))
}
