//! What is played: an organisation like this territory, four ways.

use super::Story;
use crate::words::{decimals, pick, thousands};
use innovation_core::Result;
use innovation_core::explore::{ModelName, ReplicateRange, RunRequest};
use innovation_core::people::{ProfileRequest, profile};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// How often each row is played.
const REPLICATES: u32 = 80;

/// The periods whose course is drawn.
const PERIODS: u32 = 100;

/// What is taken from the territory; all else are the model's assumptions.
pub(super) struct Territory {
    /// Silos, all of one size in the model.
    silos: u32,
    /// People in a silo.
    size: u32,
    /// The share of ties that lead out of a silo.
    crossing: f64,
    /// The share of people who were chosen for the space.
    chosen: f64,
}

/// A way in which the organisation may work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Silos,
    OpenPlan,
    Space,
    Unheard,
}

/// One row of the plan.
pub(super) struct Row {
    pub(super) way: Way,
    parameters: Map<String, Value>,
}

impl Territory {
    /// Measures the territory: organisations where they are known, else the silos found in
    /// its ties. `None` where there is only one.
    pub(super) fn of(story: &Story) -> Result<Option<Self>> {
        let input = &story.input;
        let request = ProfileRequest {
            people: input.people.clone(),
            ties: input.ties.clone(),
            by: Vec::new(),
            seed: story.options.seed.into(),
        };
        let found = profile(&request)?.silos.groups;
        let mut groups: BTreeMap<&str, String> = BTreeMap::new();
        for person in &input.people {
            if let Some(organisation) = &person.organisation {
                groups.insert(person.id.as_str(), organisation.clone());
            }
        }
        if groups.len() < input.people.len() {
            groups = (found.iter().enumerate())
                .flat_map(|(silo, members)| {
                    members.iter().map(move |id| (id.as_str(), silo.to_string()))
                })
                .collect();
        }
        let mut silos: Vec<&String> = groups.values().collect();
        silos.sort();
        silos.dedup();
        let (silos, people) = (silos.len() as u32, input.people.len() as u32);
        if silos < 2 || input.ties.is_empty() {
            return Ok(None);
        }
        let out = |a: &str, b: &str| groups.get(a) != groups.get(b);
        let crossing = input.ties.iter().filter(|tie| out(tie.a.as_str(), tie.b.as_str())).count();
        let chosen = story.selection.as_ref().map_or(0, |selection| selection.chosen.len());
        Ok(Some(Self {
            silos,
            size: ((people + silos / 2) / silos).max(2),
            crossing: crossing as f64 / input.ties.len() as f64,
            chosen: chosen as f64 / f64::from(people),
        }))
    }

    /// What was measured.
    pub(super) fn sentence(&self, story: &Story) -> String {
        let locale = &story.options.locale;
        let text = story.say(
            "Played: _ silos of # people, @ % of ties lead out of them, & % of people go into the space; ~ replicates of each row",
            "Sont joués\u{a0}: _ silos de # personnes, @\u{a0}% des liens en sortent, &\u{a0}% des personnes vont dans l’espace\u{202f}; ~ répliques par ligne",
        );
        text.replace('_', &self.silos.to_string())
            .replace('#', &self.size.to_string())
            .replace('@', &decimals(locale, 100.0 * self.crossing, 0))
            .replace('&', &decimals(locale, 100.0 * self.chosen, 0))
            .replace('~', &thousands(locale, REPLICATES.into()))
    }
}

/// The rows. They share their random numbers, so that they differ by their way alone.
pub(super) fn rows(territory: &Territory) -> Vec<Row> {
    let shared = json!({
        "people": territory.silos * territory.size, "siloSize": territory.size,
        "rewiring": territory.crossing, "periods": PERIODS, "course": PERIODS
    });
    let own = [
        (Way::Silos, json!({"share": 0.0})),
        (Way::OpenPlan, json!({"share": 0.0, "rewiring": 1.0})),
        (Way::Space, json!({"share": territory.chosen})),
        (Way::Unheard, json!({"share": territory.chosen, "inclusion": 0.0})),
    ];
    let rows = own.into_iter().map(|(way, own)| {
        let parts = [shared.clone(), own];
        let fields = parts.iter().filter_map(Value::as_object);
        Row { way, parameters: fields.flat_map(Clone::clone).collect() }
    });
    rows.collect()
}

impl Row {
    /// What is asked of the model.
    pub(super) fn request(&self, seed: u32) -> Result<RunRequest> {
        Ok(RunRequest {
            model: ModelName::CreativeSpace,
            variant: None,
            parameters: self.parameters.clone(),
            replicates: ReplicateRange { from: 0, to: REPLICATES },
            seed: seed.into(),
        })
    }

    /// What the row is called.
    pub(super) fn name(&self, locale: &str) -> &'static str {
        match self.way {
            Way::Silos => pick(locale, "silos as they are", "silos tels quels"),
            Way::OpenPlan => pick(locale, "open plan", "plateau ouvert"),
            Way::Space => pick(locale, "protected space", "espace protégé"),
            Way::Unheard => pick(locale, "space nobody listens to", "espace que nul n’écoute"),
        }
    }
}
