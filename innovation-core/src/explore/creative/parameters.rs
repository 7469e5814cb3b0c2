//! What an organisation with a creative space is made of.

use super::play::CreativeSpace;
use crate::error::{Code, Error, Result};
use crate::explore::bounds::{Bounds, check_work};
use crate::explore::march::MarchVariant;
use serde::{Deserialize, Serialize};

pub(super) const PEOPLE: Bounds = Bounds::new("people", 1.0, 10_000.0);
pub(super) const SILO_SIZE: Bounds = Bounds::new("siloSize", 1.0, 1_000.0);
pub(super) const DIMENSIONS: Bounds = Bounds::new("dimensions", 1.0, 1_000.0);
pub(super) const COMPLEXITY: Bounds = Bounds::new("complexity", 1.0, 64.0);
pub(super) const REWIRING: Bounds = Bounds::chance("rewiring");
pub(super) const LEARNING: Bounds = Bounds::chance("learning");
pub(super) const SEARCH: Bounds = Bounds::chance("search");
pub(super) const P1: Bounds = Bounds::chance("p1");
pub(super) const P2: Bounds = Bounds::chance("p2");
pub(super) const NORM: Bounds = Bounds::chance("norm");
pub(super) const PRESSURE: Bounds = Bounds::chance("pressure");
pub(super) const ROUTINE: Bounds = Bounds::chance("routine");
pub(super) const SENIORS: Bounds = Bounds::chance("seniors");
pub(super) const SENIOR_WEIGHT: Bounds = Bounds::new("seniorWeight", 1.0, 16.0);
pub(super) const SHARE: Bounds = Bounds::chance("share");
pub(super) const OPENS: Bounds = Bounds::new("opens", 1.0, MOST_PERIODS as f64);
pub(super) const SESSION_LENGTH: Bounds = Bounds::new("sessionLength", 1.0, MOST_PERIODS as f64);
pub(super) const EVERY: Bounds = Bounds::new("every", 1.0, MOST_PERIODS as f64);
pub(super) const SESSIONS: Bounds = Bounds::new("sessions", 0.0, MOST_PERIODS as f64);
pub(super) const SHIELD: Bounds = Bounds::chance("shield");
pub(super) const INTERACTION: Bounds = Bounds::chance("interaction");
pub(super) const SPACE_SEARCH: Bounds = Bounds::chance("spaceSearch");
pub(super) const INCLUSION: Bounds = Bounds::chance("inclusion");
pub(super) const PERIODS: Bounds = Bounds::new("periods", 1.0, MOST_PERIODS as f64);
pub(super) const COURSE: Bounds = Bounds::new("course", 0.0, 1_000.0);

/// The most periods that are played.
pub(super) const MOST_PERIODS: u32 = 10_000;

/// The most ties within silos, counted from both ends.
const MOST_TIES: u32 = 1_000_000;

/// What a block of beliefs costs that is held and is not right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Mistakes {
    /// Nothing, as in the model of subgroups: only what is right counts.
    #[default]
    Free,
    /// As much as a right one is worth, as in March's model.
    Costly,
}

/// An organisation of silos, the forces that hold its people, and a space that draws some of
/// them together: our own model.
///
/// Nothing here is measured. Defaults marked as assumed are plain middle values, chosen before
/// any result was seen; the others are those of the models that this one contains.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CreativeSpaceParameters {
    /// How many people, from 1 to 10,000, in whole silos; 280 unless told, as in `subgroups`.
    pub people: u32,
    /// How many people a silo has, from 1 to 1,000; 7 unless told, as in `subgroups`. People
    /// times silo size is 1,000,000 at most.
    pub silo_size: u32,
    /// How many dimensions reality has, from 1 to 1,000, in whole blocks; 100 unless told, as
    /// in `subgroups`.
    pub dimensions: u32,
    /// How many dimensions must be right together to be worth anything, from 1 (each counts
    /// alone) to 64; 5 unless told, as in `subgroups`.
    pub complexity: u32,
    /// What a block costs that is held and is not right; `free` unless told.
    pub mistakes: Mistakes,
    /// The chance that a tie is turned to somebody outside the silo, from 0 (closed silos) to
    /// 1 (an open plan); 0.02 unless told (assumed).
    pub rewiring: f64,
    /// The chance in a period that a person takes over, on a dimension, what most of those
    /// hold whom they look at and who do better, from 0 to 1; 0.3 unless told, as in
    /// `subgroups`.
    pub learning: f64,
    /// The chance in a period that a person thinks a block anew and keeps what comes out where
    /// it pays, from 0 to 1; 0.01 unless told (assumed; 0 in the published models).
    pub search: f64,
    /// Whether the organisation has a code that people learn from and that learns from them,
    /// as in `march`; not unless told.
    pub code: bool,
    /// The chance in a period that a person learns from the code on a dimension on which they
    /// differ, from 0 to 1; 0.5 unless told, as in `march`.
    pub p1: f64,
    /// How fast the code learns, from 0 to 1; 0.5 unless told, as in `march`.
    pub p2: f64,
    /// The norm: the chance in a period that a person takes over, on a dimension, what most of
    /// those hold whom they look at, whether they do better or not, from 0 to 1; 0.1 unless
    /// told (assumed).
    pub norm: f64,
    /// Pressure: the chance that a person has no time in a period to learn or to try, from 0
    /// to 1; 0.3 unless told (assumed).
    pub pressure: f64,
    /// Routine: the chance that a change somebody has learnt is not carried out, from 0 to 1;
    /// 0.2 unless told (assumed).
    pub routine: f64,
    /// Hierarchy: the share of each silo whose view weighs more, from 0 to 1, rounded to whole
    /// people; 0.2 unless told (assumed).
    pub seniors: f64,
    /// How many votes such a view has, from 1 to 16; 3 unless told (assumed).
    pub senior_weight: u32,
    /// The share of people who go into the space, evenly from all silos, from 0 (no space) to
    /// 1, rounded to whole people; 0.1 unless told (assumed).
    pub share: f64,
    /// The period in which the first session begins, from 1 to 10,000; 1 unless told
    /// (assumed).
    pub opens: u32,
    /// How many periods a session lasts, from 1 to 10,000; 2 unless told (assumed).
    pub session_length: u32,
    /// Periods from the beginning of a session to the beginning of the next, from 1 to 10,000
    /// and no fewer than a session lasts; 10 unless told (assumed).
    pub every: u32,
    /// How many sessions there are, from 0 (the space never opens) to 10,000; 10 unless told
    /// (assumed). Those after the last period do not take place.
    pub sessions: u32,
    /// Isolation: how much less norm, pressure, routine and rank act in the space, from 0 (as
    /// outside) to 1 (not at all); 0.8 unless told (assumed).
    pub shield: f64,
    /// Interaction: the chance `learning` in the space, where everybody looks at all who are
    /// inside, from 0 to 1; 0.3 unless told (assumed: that of `learning`).
    pub interaction: f64,
    /// The chance `search` in the space, from 0 to 1; 0.01 unless told (assumed: that of
    /// `search`).
    pub space_search: f64,
    /// Inclusion: the chance in a period that somebody who was not in the space, or the code,
    /// takes seriously somebody who was, from 0 to 1; 0.5 unless told (assumed).
    pub inclusion: f64,
    /// The most periods that are played, from 1 to 10,000; 400 unless told, as in
    /// `subgroups`. At rest, when nothing can change any more, the end is reached before.
    pub periods: u32,
    /// How many periods of the course are kept, from 0 to 1,000; 100 unless told. At rest the
    /// last value holds.
    pub course: u32,
}

impl Default for CreativeSpaceParameters {
    fn default() -> Self {
        Self {
            people: 280,
            silo_size: 7,
            dimensions: 100,
            complexity: 5,
            mistakes: Mistakes::Free,
            rewiring: 0.02,
            learning: 0.3,
            search: 0.01,
            code: false,
            p1: 0.5,
            p2: 0.5,
            norm: 0.1,
            pressure: 0.3,
            routine: 0.2,
            seniors: 0.2,
            senior_weight: 3,
            share: 0.1,
            opens: 1,
            session_length: 2,
            every: 10,
            sessions: 10,
            shield: 0.8,
            interaction: 0.3,
            space_search: 0.01,
            inclusion: 0.5,
            periods: 400,
            course: 100,
        }
    }
}

impl CreativeSpaceParameters {
    /// The model, or what is out of range; `at` is the place of the parameters. The variant
    /// says how the code is read, and nothing without one.
    pub(crate) fn check(&self, variant: MarchVariant, at: &str) -> Result<CreativeSpace> {
        self.check_counts(at)?;
        for (bounds, value) in [
            (REWIRING, self.rewiring),
            (LEARNING, self.learning),
            (SEARCH, self.search),
            (P1, self.p1),
            (P2, self.p2),
            (NORM, self.norm),
            (PRESSURE, self.pressure),
            (ROUTINE, self.routine),
            (SENIORS, self.seniors),
            (SHARE, self.share),
            (SHIELD, self.shield),
            (INTERACTION, self.interaction),
            (SPACE_SEARCH, self.space_search),
            (INCLUSION, self.inclusion),
        ] {
            bounds.check(value, at)?;
        }
        self.check_together(at)?;
        Ok(CreativeSpace::new(self, variant))
    }

    fn check_counts(&self, at: &str) -> Result<()> {
        for (bounds, value) in [
            (PEOPLE, self.people),
            (SILO_SIZE, self.silo_size),
            (DIMENSIONS, self.dimensions),
            (COMPLEXITY, self.complexity),
            (SENIOR_WEIGHT, self.senior_weight),
            (OPENS, self.opens),
            (SESSION_LENGTH, self.session_length),
            (EVERY, self.every),
            (SESSIONS, self.sessions),
            (PERIODS, self.periods),
            (COURSE, self.course),
        ] {
            bounds.check(value, at)?;
        }
        Ok(())
    }

    /// What holds between counts, each within its range.
    fn check_together(&self, at: &str) -> Result<()> {
        let Self { people, silo_size, dimensions, complexity, .. } = *self;
        if !people.is_multiple_of(silo_size) {
            let fact = format!("{people} people do not split into silos of {silo_size}");
            return PEOPLE.refuse(fact, at);
        }
        if !dimensions.is_multiple_of(complexity) {
            let fact = format!("{dimensions} dimensions do not split into blocks of {complexity}");
            return DIMENSIONS.refuse(fact, at);
        }
        if self.sessions > 1 && self.every < self.session_length {
            let fact = format!(
                "a session of {} periods lasts beyond the next, {} periods after",
                self.session_length, self.every
            );
            return EVERY.refuse(fact, at).map_err(|error| {
                error.hint("let sessions begin at least as far apart as one lasts")
            });
        }
        if people * silo_size > MOST_TIES {
            let ties = people * silo_size;
            return Err(Error::new(
                Code::ExploreInvalidParameter,
                format!("people times silo size is {ties}, more than {MOST_TIES}"),
            )
            .at(at.to_owned())
            .hint("ask for fewer people or smaller silos"));
        }
        let words = dimensions.div_ceil(64 / complexity * complexity);
        check_work(&[people, silo_size, words, self.periods], at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_parameter_out_of_range_is_named() {
        for (parameters, at) in [
            (json!({"people": 0}), "/parameters/people"),
            (json!({"people": 281}), "/parameters/people"),
            (json!({"siloSize": 1001}), "/parameters/siloSize"),
            (json!({"dimensions": 1001}), "/parameters/dimensions"),
            (json!({"dimensions": 99}), "/parameters/dimensions"),
            (json!({"complexity": 0}), "/parameters/complexity"),
            (json!({"rewiring": 1.5}), "/parameters/rewiring"),
            (json!({"learning": -1}), "/parameters/learning"),
            (json!({"search": 2}), "/parameters/search"),
            (json!({"p1": 2}), "/parameters/p1"),
            (json!({"p2": 2}), "/parameters/p2"),
            (json!({"norm": 1.1}), "/parameters/norm"),
            (json!({"pressure": 1.1}), "/parameters/pressure"),
            (json!({"routine": -0.1}), "/parameters/routine"),
            (json!({"seniors": 7}), "/parameters/seniors"),
            (json!({"seniorWeight": 0}), "/parameters/seniorWeight"),
            (json!({"share": 1.1}), "/parameters/share"),
            (json!({"opens": 0}), "/parameters/opens"),
            (json!({"sessionLength": 0}), "/parameters/sessionLength"),
            (json!({"every": 0}), "/parameters/every"),
            (json!({"every": 1}), "/parameters/every"),
            (json!({"sessions": 10_001}), "/parameters/sessions"),
            (json!({"shield": 1.01}), "/parameters/shield"),
            (json!({"interaction": 2}), "/parameters/interaction"),
            (json!({"spaceSearch": 2}), "/parameters/spaceSearch"),
            (json!({"inclusion": 2}), "/parameters/inclusion"),
            (json!({"periods": 0}), "/parameters/periods"),
            (json!({"course": 1001}), "/parameters/course"),
            (json!({"people": 2000, "siloSize": 1000}), "/parameters"),
            (json!({"people": 10_000, "siloSize": 100, "periods": 10_000}), "/parameters"),
        ] {
            let told: CreativeSpaceParameters = serde_json::from_value(parameters.clone()).unwrap();
            let error = told.check(MarchVariant::default(), "/parameters").unwrap_err();
            assert_eq!(error.path(), at, "{parameters}");
        }
        assert!(CreativeSpaceParameters::default().check(MarchVariant::default(), "").is_ok());
    }

    #[test]
    fn one_session_may_be_longer_than_the_time_to_a_next() {
        let one = CreativeSpaceParameters {
            sessions: 1,
            session_length: 50,
            every: 1,
            ..Default::default()
        };
        assert!(one.check(MarchVariant::default(), "").is_ok());
    }
}
