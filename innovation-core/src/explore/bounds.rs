//! The range of a parameter, said once for the check and for the reader.

use super::record::ModelParameter;
use crate::error::{Code, Error, Result};
use crate::text::Text;
use serde_json::Value;

/// A parameter that is a number, and the numbers it takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// Its name in JSON.
    pub name: &'static str,
    /// The least number it takes.
    pub least: f64,
    /// The largest number it takes.
    pub most: f64,
}

impl Bounds {
    /// A parameter's name and range.
    pub(crate) const fn new(name: &'static str, least: f64, most: f64) -> Self {
        Self { name, least, most }
    }

    /// A chance, from 0 to 1.
    pub(crate) const fn chance(name: &'static str) -> Self {
        Self::new(name, 0.0, 1.0)
    }

    /// Refuses a number out of range, NaN included; `at` is the place of the parameters.
    pub(crate) fn check(&self, value: impl Into<f64>, at: &str) -> Result<()> {
        let value = value.into();
        if (self.least..=self.most).contains(&value) {
            return Ok(());
        }
        let Self { name, least, most } = self;
        self.refuse(format!("{name} is {value}; it is a number from {least} to {most}"), at)
    }

    /// An error about this parameter.
    pub(crate) fn refuse<T>(&self, fact: impl Into<String>, at: &str) -> Result<T> {
        Err(Error::new(Code::ExploreInvalidParameter, fact).at(format!("{at}/{}", self.name)))
    }

    /// The parameter as the reader meets it; without a default, null.
    pub(crate) fn describe(&self, default: impl Into<Value>, text: Text) -> ModelParameter {
        ModelParameter::number(self.name, default, self.least, self.most, text)
    }
}

/// Refuses a replicate of more than 10⁹ steps of work (some seconds).
pub(crate) fn check_work(factors: &[u32], at: &str) -> Result<()> {
    const MOST: u128 = 1_000_000_000;
    let work = factors.iter().fold(1u128, |work, &factor| work.saturating_mul(factor.into()));
    if work <= MOST {
        return Ok(());
    }
    Err(Error::new(
        Code::ExploreInvalidParameter,
        format!("one replicate takes up to {work} steps of work, more than {MOST}"),
    )
    .at(at.to_owned())
    .hint("ask for fewer people, dimensions or periods"))
}
