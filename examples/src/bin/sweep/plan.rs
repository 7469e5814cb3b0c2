//! The plan of a sweep, and which share of it a shard plays.

use crate::Fault;
use crate::lines::Line;
use innovation_core::explore::{ReplicateRange, RunRequest, Summary, run};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::path::Path;
use std::str::FromStr;

/// The most replicates between two lines of a file: what a killed shard loses at most.
const PIECE: u32 = 1_000;

/// What is played.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Plan {
    model: Value,
    #[serde(default)]
    variant: Option<Value>,
    /// Parameters that all rows share.
    #[serde(default)]
    parameters: Map<String, Value>,
    /// What each row sets, over what all share.
    rows: Vec<Map<String, Value>>,
    replicates: ReplicateRange,
    /// The seed of every row: rows share their random numbers.
    seed: Value,
    /// A replicate of each row, by which its lines are known.
    #[serde(skip)]
    samples: Vec<Summary>,
}

/// Some replicates of a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub(crate) row: usize,
    pub(crate) request: RunRequest,
}

/// The share of one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shard {
    number: u32,
    of: u32,
}

impl Shard {
    pub(crate) const WHOLE: Self = Self { number: 1, of: 1 };

    /// The name of its file.
    pub(crate) fn file(self) -> String {
        format!("sweep-{}-of-{}.ndjson", self.number, self.of)
    }

    /// Its share of a range. Shares follow each other, and their lengths differ by one at most.
    fn share(self, ReplicateRange { from, to }: ReplicateRange) -> ReplicateRange {
        let length = u64::from(to.saturating_sub(from));
        let cut = |number: u32| {
            let before = length * u64::from(number) / u64::from(self.of);
            from.saturating_add(u32::try_from(before).unwrap_or(u32::MAX))
        };
        ReplicateRange { from: cut(self.number - 1), to: cut(self.number) }
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(number, of)| {
            Some(Self { number: number.parse().ok()?, of: of.parse().ok()? })
        });
        parts
            .filter(|shard| (1..=shard.of).contains(&shard.number))
            .ok_or_else(|| format!("{text} is not a shard I/N with I from 1 to N"))
    }
}

impl Plan {
    /// Reads a plan and checks every row of it.
    pub(crate) fn read(file: &Path) -> Result<Self, Fault> {
        let name = file.display();
        let text = std::fs::read_to_string(file).map_err(|error| format!("{name}: {error}"))?;
        let mut plan: Self =
            serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        if plan.rows.is_empty() {
            return Err(format!("{name}: /rows: there is no row").into());
        }
        if plan.replicates.from >= plan.replicates.to {
            return Err(format!("{name}: /replicates: there is no replicate to play").into());
        }
        for row in 0..plan.rows.len() {
            let first = ReplicateRange { from: 0, to: 1 };
            let played = plan
                .request(row, first)
                .and_then(|request| Ok(run(&request)?))
                .map_err(|fault| format!("{name}: /rows/{row}: {fault}"))?;
            plan.samples.push(played);
        }
        Ok(plan)
    }

    /// Refuses a line that some other plan left.
    pub(crate) fn owns(&self, line: &Line) -> Result<(), String> {
        let found = &line.summary;
        let own = self.samples.get(line.row).is_some_and(|own| {
            own.specification == found.specification
                && own.seed == found.seed
                && own.library == found.library
        });
        own.then_some(()).ok_or_else(|| {
            format!("what row {} left is of another plan, seed or library", line.row)
        })
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The replicates of every row.
    pub(crate) fn replicates(&self) -> ReplicateRange {
        self.replicates
    }

    /// The pieces of a shard, row after row; `after` says where a row goes on.
    pub(crate) fn pieces(
        &self,
        shard: Shard,
        after: impl Fn(usize) -> Option<u32>,
    ) -> Result<Vec<Piece>, Fault> {
        let ReplicateRange { from, to } = shard.share(self.replicates);
        let mut pieces = Vec::new();
        for row in 0..self.rows.len() {
            let mut next = after(row).unwrap_or(from).max(from);
            while next < to {
                let range = ReplicateRange { from: next, to: to.min(next.saturating_add(PIECE)) };
                pieces.push(Piece { row, request: self.request(row, range)? });
                next = range.to;
            }
        }
        Ok(pieces)
    }

    fn request(&self, row: usize, replicates: ReplicateRange) -> Result<RunRequest, Fault> {
        let mut parameters = self.parameters.clone();
        parameters.extend(self.rows.get(row).cloned().unwrap_or_default());
        let mut request = json!({
            "model": self.model, "parameters": parameters,
            "replicates": replicates, "seed": self.seed
        });
        if let (Some(fields), Some(variant)) = (request.as_object_mut(), &self.variant) {
            fields.insert("variant".to_owned(), variant.clone());
        }
        Ok(serde_json::from_value(request)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_follow_each_other_and_are_the_whole() {
        for (from, to, of) in [(0, 10, 3), (7, 8, 4), (0, u32::MAX, 7), (5, 5, 2)] {
            let mut next = from;
            for number in 1..=of {
                let share = Shard { number, of }.share(ReplicateRange { from, to });
                assert_eq!(share.from, next);
                next = share.to;
            }
            assert_eq!(next, to);
        }
    }

    #[test]
    fn a_shard_is_one_of_several() {
        assert_eq!("2/3".parse(), Ok(Shard { number: 2, of: 3 }));
        for wrong in ["0/3", "4/3", "1/0", "1", "a/b", "-1/2"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }
}
