//! What an organisation that learns is made of.

use super::play::March;
use crate::error::Result;
use crate::explore::bounds::{Bounds, check_work};
use serde::{Deserialize, Serialize};

pub(super) const PEOPLE: Bounds = Bounds::new("people", 1.0, 10_000.0);
pub(super) const DIMENSIONS: Bounds = Bounds::new("dimensions", 1.0, 1_000.0);
pub(super) const P1: Bounds = Bounds::chance("p1");
pub(super) const P2: Bounds = Bounds::chance("p2");
pub(super) const SLOW_P1: Bounds = Bounds::chance("slowP1");
pub(super) const SLOW_SHARE: Bounds = Bounds::chance("slowShare");
pub(super) const P3: Bounds = Bounds::chance("p3");
pub(super) const P4: Bounds = Bounds::chance("p4");
pub(super) const PERIODS: Bounds = Bounds::new("periods", 1.0, MOST_PERIODS as f64);
pub(super) const COURSE: Bounds = Bounds::new("course", 0.0, 1_000.0);

/// The most periods that are played, also while an equilibrium is awaited.
pub(super) const MOST_PERIODS: u32 = 10_000;

/// How the paper is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum MarchVariant {
    /// As the original program is known to have worked: a person acts on every dimension,
    /// tossing a coin where they have no belief; performance and votes are of actions, and
    /// what is learnt from the code moves a belief by one step (−1, 0, 1).
    #[default]
    OriginalCode,
    /// As the paper is written: a dimension without a belief counts nothing and votes for
    /// nothing, and what is learnt from the code is taken over at once.
    PaperLiteral,
}

/// An organisation that learns: the parameters of March (1991), his values unless told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct MarchParameters {
    /// How many people, from 1 to 10,000; 50 unless told.
    pub people: u32,
    /// How many dimensions reality has, from 1 to 1,000; 30 unless told.
    pub dimensions: u32,
    /// The chance in a period that a person learns from the code on a dimension on which they
    /// differ, from 0 to 1; 0.5 unless told.
    pub p1: f64,
    /// How fast the code learns, from 0 to 1: a majority of k among those who know more moves
    /// it with chance 1 − (1 − p2)ᵏ; 0.5 unless told.
    pub p2: f64,
    /// The share of people who learn at `slowP1`, from 0 to 1, rounded to whole people; 0
    /// unless told.
    pub slow_share: f64,
    /// The chance `p1` of those people, from 0 to 1; 0.1 unless told.
    pub slow_p1: f64,
    /// Turnover: the chance in a period that a person leaves and a newcomer with beliefs of
    /// their own takes the place, from 0 to 1; 0 unless told.
    pub p3: f64,
    /// Turbulence: the chance in a period that a dimension of reality turns round, from 0 to
    /// 1; 0 unless told.
    pub p4: f64,
    /// How many periods are played, from 1 to 10,000; without, until nothing can change any
    /// more, or 10,000. Must be given where `p3` or `p4` is above 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub periods: Option<u32>,
    /// How many periods of the course are kept, from 0 to 1,000; 100 unless told. Once
    /// nothing can change, the last value holds.
    pub course: u32,
}

impl Default for MarchParameters {
    fn default() -> Self {
        Self {
            people: 50,
            dimensions: 30,
            p1: 0.5,
            p2: 0.5,
            slow_share: 0.0,
            slow_p1: 0.1,
            p3: 0.0,
            p4: 0.0,
            periods: None,
            course: 100,
        }
    }
}

impl MarchParameters {
    /// The model, or what is out of range; `at` is the place of the parameters.
    pub(crate) fn check(&self, variant: MarchVariant, at: &str) -> Result<March> {
        PEOPLE.check(self.people, at)?;
        DIMENSIONS.check(self.dimensions, at)?;
        P1.check(self.p1, at)?;
        P2.check(self.p2, at)?;
        SLOW_SHARE.check(self.slow_share, at)?;
        SLOW_P1.check(self.slow_p1, at)?;
        P3.check(self.p3, at)?;
        P4.check(self.p4, at)?;
        COURSE.check(self.course, at)?;
        match self.periods {
            Some(periods) => PERIODS.check(periods, at)?,
            None if self.is_closed() => {}
            None => {
                return PERIODS
                    .refuse("with turnover or turbulence nothing comes to rest", at)
                    .map_err(|error| error.hint("say how many periods are played"));
            }
        }
        let periods = self.periods.unwrap_or(MOST_PERIODS);
        check_work(&[self.people, self.dimensions.div_ceil(64), periods], at)?;
        Ok(March::new(self, variant))
    }

    /// Whether nobody leaves and reality stands still.
    pub(super) fn is_closed(&self) -> bool {
        self.p3 == 0.0 && self.p4 == 0.0
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
            (json!({"dimensions": 1001}), "/parameters/dimensions"),
            (json!({"p1": 1.5}), "/parameters/p1"),
            (json!({"p2": -0.1}), "/parameters/p2"),
            (json!({"slowShare": 2}), "/parameters/slowShare"),
            (json!({"slowP1": 2}), "/parameters/slowP1"),
            (json!({"p3": 2, "periods": 1}), "/parameters/p3"),
            (json!({"p4": 2, "periods": 1}), "/parameters/p4"),
            (json!({"p3": 0.1}), "/parameters/periods"),
            (json!({"periods": 0}), "/parameters/periods"),
            (json!({"course": 1001}), "/parameters/course"),
            (json!({"people": 10_000, "dimensions": 1000}), "/parameters"),
        ] {
            let parameters: MarchParameters = serde_json::from_value(parameters).unwrap();
            let error = parameters.check(MarchVariant::default(), "/parameters").unwrap_err();
            assert_eq!(error.path(), at);
        }
        assert!(MarchParameters::default().check(MarchVariant::default(), "").is_ok());
    }
}
