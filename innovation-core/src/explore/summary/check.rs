//! Whether a summary can be what it says it is.

use super::document::{Moments, OutcomeSummary, SUMMARY_BINS, SUMMARY_FORMAT, Summary};
use super::fixed::{FixedSum, MOST_TERM};
use crate::error::{Code, Error, Result};
use crate::random::MAX_SEED;

/// The most outcomes and the longest course that are read.
const MOST_OUTCOMES: usize = 100;
const MOST_STEPS: usize = 100_000;

impl Summary {
    /// Refuses a summary that contradicts itself; `at` is its place.
    pub(super) fn check(&self, at: &str) -> Result<()> {
        if self.format != SUMMARY_FORMAT {
            return Err(Error::new(
                Code::ExploreInvalidSummary,
                format!("the format is {}, not {SUMMARY_FORMAT}", self.format),
            )
            .at(format!("{at}/format")));
        }
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if self.specification.len() != 64 || !self.specification.bytes().all(digit) {
            let fact = "a specification is 64 hexadecimal digits in small letters";
            return fault(fact, format!("{at}/specification"));
        }
        if self.seed > MAX_SEED {
            return fault("the seed is above 2^53 - 1", format!("{at}/seed"));
        }
        if self.replicates.from >= self.replicates.to {
            return fault("the replicates end before they begin", format!("{at}/replicates"));
        }
        if self.outcomes.len() > MOST_OUTCOMES {
            let fact = format!("more than {MOST_OUTCOMES} outcomes");
            return fault(&fact, format!("{at}/outcomes"));
        }
        let replicates = u64::from(self.replicates.to - self.replicates.from);
        for (place, outcome) in self.outcomes.iter().enumerate() {
            let at = format!("{at}/outcomes/{place}");
            if self.outcomes.iter().take(place).any(|other| other.name == outcome.name) {
                let fact = format!("the outcome {} stands twice", outcome.name);
                return fault(&fact, format!("{at}/name"));
            }
            outcome.check(replicates, &at)?;
        }
        Ok(())
    }
}

impl OutcomeSummary {
    fn check(&self, replicates: u64, at: &str) -> Result<()> {
        let sound = self.from < self.to && self.from >= -MOST_TERM && self.to <= MOST_TERM;
        if !sound {
            return fault("the range is empty or too wide", format!("{at}/from"));
        }
        self.values.check(self, &format!("{at}/values"))?;
        if self.values.count != replicates {
            let fact = format!("{} values for {replicates} replicates", self.values.count);
            return fault(&fact, format!("{at}/values/count"));
        }
        let binned = self.bins.iter().try_fold(0u64, |sum, &bin| sum.checked_add(bin));
        if self.bins.len() != SUMMARY_BINS || binned != Some(replicates) {
            let fact = format!("the bins are not {SUMMARY_BINS} that hold every replicate once");
            return fault(&fact, format!("{at}/bins"));
        }
        if self.course.len() > MOST_STEPS {
            return fault(&format!("more than {MOST_STEPS} steps"), format!("{at}/course"));
        }
        for (step, moments) in self.course.iter().enumerate() {
            let at = format!("{at}/course/{step}");
            moments.check(self, &at)?;
            if moments.count > replicates {
                let fact = format!("{} values for {replicates} replicates", moments.count);
                return fault(&fact, format!("{at}/count"));
            }
        }
        Ok(())
    }
}

impl Moments {
    /// Refuses sums that no values between the extremes can have.
    fn check(&self, outcome: &OutcomeSummary, at: &str) -> Result<()> {
        let sound = self.count > 0
            && self.count <= u64::from(u32::MAX)
            && outcome.from <= self.least
            && self.least <= self.most
            && self.most <= outcome.to;
        if !sound {
            let fact = "the values are none, out of range or ill ordered";
            return fault(fact, at.to_owned());
        }
        let times = |term: f64| FixedSum::of(term).0.checked_mul(i128::from(self.count));
        let (small, large) = (times(self.least), times(self.most));
        if small.is_none_or(|small| self.sum.0 < small)
            || large.is_none_or(|large| self.sum.0 > large)
        {
            return fault(
                "the sum is not that of values between the extremes",
                format!("{at}/sum"),
            );
        }
        let widest = self.least.abs().max(self.most.abs());
        let most = times(widest * widest);
        if self.squares.0 < 0 || most.is_none_or(|most| self.squares.0 > most) {
            let fact = "the squares are not those of values between the extremes";
            return fault(fact, format!("{at}/squares"));
        }
        Ok(())
    }
}

pub(super) fn fault<T>(fact: &str, at: String) -> Result<T> {
    Err(Error::new(Code::ExploreInvalidSummary, fact).at(at))
}
