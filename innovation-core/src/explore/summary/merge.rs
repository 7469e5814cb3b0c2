//! Summaries of one run become one.

use super::check::fault;
use super::document::{Moments, OutcomeSummary, Summary};
use crate::error::{Code, Error, Result};
use serde::{Deserialize, Serialize};

/// Asks to join summaries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergeSummariesRequest {
    /// The summaries, in any order.
    pub summaries: Vec<Summary>,
}

/// Joins summaries of one run: same model, variant, parameters, seed and library.
///
/// Any order and any grouping give the same bytes, those of the run in one piece. Nothing is
/// assumed about who played what, but replicates must follow each other without a gap, and
/// none may count twice.
///
/// # Errors
///
/// `explore.invalid-summary` where there is none, and where one contradicts itself;
/// `explore.different-run` where one is of another model, variant, library, seed or set of
/// parameters; `explore.overlap` where replicates stand in two, and `explore.gap` where some
/// are missing between them: the message names them.
///
/// # Example
///
/// ```
/// use innovation_core::explore::{MergeSummariesRequest, Summary, merge};
/// let shard: Summary = serde_json::from_value(serde_json::json!({
///     "format": "innovation/summary@1", "library": "0.1.0", "model": "march",
///     "specification": "0".repeat(64), "seed": 1, "replicates": {"from": 0, "to": 10},
///     "outcomes": []
/// }))?;
/// let merged = |summaries| merge(&MergeSummariesRequest { summaries });
/// assert_eq!(merged(vec![shard.clone()])?, shard);
/// assert!(merged(vec![shard.clone(), shard]).is_err(), "no replicate counts twice");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn merge(request: &MergeSummariesRequest) -> Result<Summary> {
    let summaries = &request.summaries;
    let Some(first) = summaries.first() else {
        return fault("there is no summary", "/summaries".to_owned());
    };
    let mut order = Vec::with_capacity(summaries.len());
    for (place, summary) in summaries.iter().enumerate() {
        let at = format!("/summaries/{place}");
        summary.check(&at)?;
        same_run(first, summary, &at)?;
        order.push((summary.replicates, place, summary));
    }
    order.sort_by_key(|&(replicates, place, _)| (replicates, place));
    let mut merged: Option<Summary> = None;
    for (_, place, summary) in order {
        merged = Some(match merged {
            None => summary.clone(),
            Some(before) => follow(before, summary, &format!("/summaries/{place}"))?,
        });
    }
    Ok(merged.unwrap_or_else(|| first.clone()))
}

/// Refuses a summary of another run.
fn same_run(first: &Summary, other: &Summary, at: &str) -> Result<()> {
    let field = [
        ("library", first.library == other.library),
        ("model", first.model == other.model),
        ("variant", first.variant == other.variant),
        ("specification", first.specification == other.specification),
        ("seed", first.seed == other.seed),
        ("outcomes", same_outcomes(first, other)),
    ]
    .into_iter()
    .find_map(|(field, same)| (!same).then_some(field));
    let Some(field) = field else { return Ok(()) };
    let fact = format!("the {field} differs from that of the first summary");
    Err(Error::new(Code::ExploreDifferentRun, fact)
        .at(format!("{at}/{field}"))
        .hint("merge summaries of one run only"))
}

fn same_outcomes(first: &Summary, other: &Summary) -> bool {
    first.outcomes.len() == other.outcomes.len()
        && first
            .outcomes
            .iter()
            .zip(&other.outcomes)
            .all(|(a, b)| a.name == b.name && a.from == b.from && a.to == b.to)
}

/// What was played before, and what begins where it ended.
fn follow(before: Summary, after: &Summary, at: &str) -> Result<Summary> {
    let (end, begin) = (before.replicates.to, after.replicates.from);
    if begin < end {
        let until = end.min(after.replicates.to) - 1;
        let fact = format!("{} in another summary too", span(begin, until));
        return Err(Error::new(Code::ExploreOverlap, fact).at(format!("{at}/replicates")));
    }
    if begin > end {
        let until = begin - 1;
        let fact = format!("{} in no summary", span(end, until));
        return Err(Error::new(Code::ExploreGap, fact)
            .at(format!("{at}/replicates"))
            .hint("play the missing replicates and merge again"));
    }
    let mut merged = before;
    merged.replicates.to = after.replicates.to;
    for (place, (outcome, more)) in merged.outcomes.iter_mut().zip(&after.outcomes).enumerate() {
        if !outcome.join(more) {
            return fault("a sum leaves its range", format!("{at}/outcomes/{place}"));
        }
    }
    Ok(merged)
}

/// Replicates as the subject of a sentence.
fn span(first: u32, last: u32) -> String {
    if first == last {
        return format!("replicate {first} is");
    }
    format!("the replicates {first} to {last} are")
}

impl OutcomeSummary {
    /// Adds what others left; false where a sum leaves its range.
    fn join(&mut self, more: &Self) -> bool {
        let mut sound = add(&mut self.values, &more.values);
        for (bin, more) in self.bins.iter_mut().zip(&more.bins) {
            sound = sound && bin.checked_add(*more).map(|sum| *bin = sum).is_some();
        }
        for (step, more) in self.course.iter_mut().zip(&more.course) {
            sound = sound && add(step, more);
        }
        let known = self.course.len();
        self.course.extend(more.course.iter().skip(known));
        sound
    }
}

fn add(moments: &mut Moments, more: &Moments) -> bool {
    moments.with(more).map(|sum| *moments = sum).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::record::{Outcome, Record};
    use crate::explore::summary::{Provenance, ReplicateRange, Tally};
    use crate::random::{Address, Purpose, Stream};
    use proptest::prelude::*;

    fn merge(summaries: &[Summary]) -> Result<Summary> {
        super::merge(&MergeSummariesRequest { summaries: summaries.to_vec() })
    }

    /// Replicates of a made-up model with a course of uneven length.
    fn shard(from: u32, to: u32) -> Summary {
        let outcomes = [
            Outcome { name: "a", least: -1.0, most: 1.0, course: true },
            Outcome { name: "b", least: 0.0, most: 1e6, course: false },
        ];
        let (mut tally, mut record) = (Tally::new(&outcomes), Record::default());
        for replicate in from..to {
            let at = Address { replicate, ..Address::of(Purpose::General) };
            let mut stream = Stream::new(3, at);
            record.clear(2);
            record.values.extend([stream.unit() * 2.0 - 1.0, stream.unit() * 1e6]);
            for _ in 0..stream.below(6) {
                record.series[0].push(stream.unit() * 2.0 - 1.0);
            }
            tally.add(&record);
        }
        let of = Provenance {
            model: "made-up".into(),
            variant: None,
            specification: "ab".repeat(32),
            seed: 3,
        };
        tally.finish(of, ReplicateRange { from, to })
    }

    fn bytes(summary: &Summary) -> String {
        serde_json::to_string(summary).unwrap()
    }

    proptest! {
        /// Any cuts, any order and any grouping give the bytes of the run in one piece, also
        /// where summaries were written and read on the way.
        #[test]
        fn merging_is_commutative_and_associative(
            lengths in prop::collection::vec(1u32..12, 1..7),
            from in 0u32..50,
            order in any::<prop::sample::Index>(),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut to = from;
            let shards: Vec<Summary> = lengths
                .iter()
                .map(|length| {
                    let from = to;
                    to += length;
                    serde_json::from_str(&bytes(&shard(from, to))).unwrap()
                })
                .collect();
            let whole = bytes(&shard(from, to));
            let mut turned = shards.clone();
            turned.rotate_left(order.index(shards.len()));
            turned.reverse();
            prop_assert_eq!(&bytes(&merge(&turned).unwrap()), &whole);
            let cut = cut.index(shards.len());
            if cut > 0 {
                let (head, tail) = shards.split_at(cut);
                let parts = [merge(tail).unwrap(), merge(head).unwrap()];
                prop_assert_eq!(&bytes(&merge(&parts).unwrap()), &whole);
            }
        }
    }

    #[test]
    fn what_cannot_be_merged_is_named() {
        let change = |change: &dyn Fn(&mut Summary)| {
            let mut other = shard(5, 9);
            change(&mut other);
            let error = merge(&[shard(0, 5), other]).unwrap_err();
            (error.path().to_owned(), error.message().to_owned())
        };
        let place = |by: &dyn Fn(&mut Summary)| change(by).0;
        assert_eq!(merge(&[]).unwrap_err().path(), "/summaries");
        let gap = merge(&[shard(7, 9), shard(0, 5)]).unwrap_err();
        assert_eq!(gap.path(), "/summaries/0/replicates");
        assert_eq!(gap.message(), "the replicates 5 to 6 are in no summary");
        let twice = merge(&[shard(0, 5), shard(3, 9)]).unwrap_err();
        assert_eq!(twice.path(), "/summaries/1/replicates");
        assert_eq!(twice.message(), "the replicates 3 to 4 are in another summary too");
        assert_eq!(place(&|s| s.format = "innovation/summary@2".into()), "/summaries/1/format");
        assert_eq!(place(&|s| s.library = "0".into()), "/summaries/1/library");
        assert_eq!(place(&|s| s.model = "other".into()), "/summaries/1/model");
        assert_eq!(place(&|s| s.variant = Some("x".into())), "/summaries/1/variant");
        assert_eq!(place(&|s| s.specification = "0".repeat(64)), "/summaries/1/specification");
        assert_eq!(place(&|s| s.specification = "AB".repeat(32)), "/summaries/1/specification");
        assert_eq!(place(&|s| s.seed = 4), "/summaries/1/seed");
        assert_eq!(place(&|s| s.seed = u64::MAX), "/summaries/1/seed");
        assert_eq!(place(&|s| s.outcomes[0].name = "c".into()), "/summaries/1/outcomes");
        assert_eq!(place(&|s| s.outcomes[0].name = "b".into()), "/summaries/1/outcomes/1/name");
        assert_eq!(place(&|s| s.replicates.to = 5), "/summaries/1/replicates");
        assert_eq!(place(&|s| s.replicates.to = 10), "/summaries/1/outcomes/0/values/count");
        let bins = "/summaries/1/outcomes/0/bins";
        assert_eq!(place(&|s| s.outcomes[0].bins[3] += 1), bins);
        assert_eq!(place(&|s| s.outcomes[0].bins[3] = u64::MAX), bins);
        assert_eq!(place(&|s| s.outcomes[0].bins.clear()), bins);
        let values = "/summaries/1/outcomes/1/values";
        assert_eq!(place(&|s| s.outcomes[1].values.sum.0 = i128::MAX), format!("{values}/sum"));
        assert_eq!(place(&|s| s.outcomes[1].values.squares.0 = -1), format!("{values}/squares"));
        assert_eq!(place(&|s| s.outcomes[1].values.most = f64::NAN), values);
        assert_eq!(place(&|s| s.outcomes[1].to = f64::INFINITY), "/summaries/1/outcomes/1/from");
        let step = "/summaries/1/outcomes/0/course/0";
        assert_eq!(place(&|s| s.outcomes[0].course[0].count = 9), format!("{step}/count"));
    }
}
