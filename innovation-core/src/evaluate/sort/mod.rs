//! Into which category an alternative goes: accept, refine or reject, in the host's own words.
//!
//! [`sort()`] compares each alternative with the profile at the foot of each category, from the
//! best down. Criteria on which it is at least as good form a coalition; where they weigh
//! enough, and no criterion raises a veto, the category is reached. `check` refuses what
//! contradicts itself, `describe` words the reasons.
//!
//! Invariant: what category an alternative goes to does not depend on the other alternatives.

mod check;
mod describe;
mod document;

pub use document::{
    Assigned, Category, CategoryCount, CategoryLevels, ProfileCheck, SortRequest, Sorting,
};

use crate::error::Result;
use check::Model;

/// How near a coalition may miss the majority, as a share of all weight: what rounding costs.
const ROUNDING: f64 = 1e-9;

/// Sorts alternatives into categories by profiles, a majority and vetoes.
///
/// An alternative goes to the best category whose profile it reaches: the criteria on which it
/// is at least as good as the profile weigh the majority or more, and on no criterion is it at
/// the category's veto level or worse. What reaches no profile goes to the last category. Where
/// values are ranges, `category` is the one that is certain and `atBest` the best possible.
///
/// # Errors
///
/// `evaluate.invalid-alternatives` where values, criteria or categories contradict each other
/// or are missing; `evaluate.invalid-profile` where a profile is better than that of a better
/// category, or a veto lies at its profile or above; `evaluate.invalid-weights` where weights are negative, all 0,
/// or cannot reach the majority. `contract.too-large` beyond 200 alternatives, 50 criteria or
/// 20 categories.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{SortRequest, sort};
/// let request: SortRequest = serde_json::from_str(r#"{
///     "criteria": [{"id": "benefit", "direction": "max"}, {"id": "risk", "direction": "min"}],
///     "categories": [{"id": "accept"}, {"id": "reject"}],
///     "profiles": [{"category": "accept", "values": {"benefit": 3, "risk": 2}}],
///     "vetoes": [{"category": "accept", "values": {"risk": 4}}],
///     "weights": {"benefit": 2, "risk": 1},
///     "majority": 2,
///     "alternatives": [
///         {"id": "hotline", "values": {"benefit": 4, "risk": 3}},
///         {"id": "robot", "values": {"benefit": 5, "risk": 4}}
///     ]
/// }"#).unwrap();
/// let sorting = sort(&request)?;
/// assert_eq!(sorting.alternatives[0].category.as_str(), "accept");
/// assert_eq!(sorting.alternatives[1].category.as_str(), "reject");
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// A. Leroy, V. Mousseau, M. Pirlot, *Learning the parameters of a multiple criteria sorting
/// method*, Algorithmic Decision Theory, LNCS 6992, 2011.
pub fn sort(request: &SortRequest) -> Result<Sorting> {
    let model = Model::read(request)?;
    let alternatives: Vec<Assigned> = request
        .alternatives
        .iter()
        .enumerate()
        .filter_map(|(at, alternative)| model.assign(at, alternative))
        .collect();
    let counts = request
        .categories
        .iter()
        .map(|category| CategoryCount {
            category: category.id.clone(),
            count: alternatives.iter().filter(|one| one.category == category.id).count() as u32,
        })
        .collect();
    Ok(Sorting { alternatives, counts, majority: request.majority, total_weight: model.total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn request() -> Value {
        json!({
            "criteria": [
                {"id": "benefit", "direction": "max"},
                {"id": "effort", "direction": "min"},
                {"id": "safety", "direction": "max"},
            ],
            "categories": [
                {"id": "accept", "title": {"en": "Accept", "fr": "Retenir"}},
                {"id": "refine"},
                {"id": "reject"},
            ],
            "profiles": [
                {"category": "accept", "values": {"benefit": 4, "effort": 2, "safety": 4}},
                {"category": "refine", "values": {"benefit": 2, "effort": 3, "safety": 3}},
            ],
            "vetoes": [{"category": "accept", "values": {"safety": 1}}],
            "weights": {"benefit": 0.1, "effort": 0.2, "safety": 0.3},
            "majority": 0.3,
            "alternatives": [
                {"id": "a", "values": {"benefit": 5, "effort": 2, "safety": 2}},
                {"id": "b", "values": {"benefit": 5, "effort": 1, "safety": 1}},
                {"id": "c", "values": {"benefit": 1, "effort": 4, "safety": 2}},
                {"id": "d", "values": {"benefit": 1, "effort": 9, "safety": [3, 5]}},
            ],
        })
    }

    fn sorted(request: Value) -> Result<Sorting> {
        sort(&serde_json::from_value(request).unwrap())
    }

    #[test]
    fn a_coalition_a_veto_and_a_range_decide() {
        let sorting = sorted(request()).unwrap();
        let found: Vec<(&str, Option<&str>)> = sorting
            .alternatives
            .iter()
            .map(|one| (one.category.as_str(), one.at_best.as_ref().map(|id| id.as_str())))
            .collect();
        // 0.1 + 0.2 reaches 0.3 although its sum in binary does not equal it.
        assert_eq!(
            found,
            [("accept", None), ("refine", None), ("reject", None), ("refine", Some("accept"))]
        );
        let b = &sorting.alternatives[1];
        assert_eq!(b.because[0].vetoes[0].as_str(), "safety");
        assert!(b.because[0].majority && !b.because[0].reached && b.because[1].reached);
        assert_eq!(
            b.reading.for_locale("en"),
            "“b” goes to “refine”. It does not reach “Accept”: benefit, effort weigh 0.3, and 0.3 \
             is needed, but safety raises a veto. It reaches “refine”: benefit, effort weigh 0.3, \
             and 0.3 is needed."
        );
        assert!(b.reading.for_locale("fr").contains("n’atteint pas «\u{a0}Retenir\u{a0}»"));
        assert_eq!(sorting.counts.iter().map(|one| one.count).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn a_refusal_names_its_place() {
        let cases: [(&str, Value, Code, &str); 14] = [
            ("/weights/safety", json!(-1), Code::EvaluateInvalidWeights, "/weights/safety"),
            ("/weights", json!({"benefit": 1}), Code::EvaluateInvalidWeights, "/weights"),
            ("/majority", json!(0.7), Code::EvaluateInvalidWeights, "/majority"),
            ("/majority", json!(0), Code::EvaluateInvalidWeights, "/majority"),
            (
                "/profiles/1/values/benefit",
                json!(5),
                Code::EvaluateInvalidProfile,
                "/profiles/1/values/benefit",
            ),
            (
                "/profiles/1/values",
                json!({"benefit": 1}),
                Code::EvaluateInvalidProfile,
                "/profiles/1/values",
            ),
            (
                "/profiles/1/category",
                json!("reject"),
                Code::EvaluateInvalidProfile,
                "/profiles/1/category",
            ),
            ("/profiles", json!([]), Code::EvaluateInvalidProfile, "/profiles"),
            (
                "/vetoes/0/values/safety",
                json!(4),
                Code::EvaluateInvalidProfile,
                "/vetoes/0/values/safety",
            ),
            (
                "/vetoes/0/values",
                json!({"safty": 1}),
                Code::EvaluateInvalidProfile,
                "/vetoes/0/values/safty",
            ),
            (
                "/vetoes/0/category",
                json!("reject"),
                Code::EvaluateInvalidProfile,
                "/vetoes/0/category",
            ),
            (
                "/categories/2/id",
                json!("accept"),
                Code::EvaluateInvalidAlternatives,
                "/categories/2/id",
            ),
            (
                "/alternatives/0/values",
                json!({"benefit": 1}),
                Code::EvaluateInvalidAlternatives,
                "/alternatives/0/values",
            ),
            (
                "/alternatives/0/values/safety",
                json!([3, 2]),
                Code::EvaluateInvalidAlternatives,
                "/alternatives/0/values/safety",
            ),
        ];
        for (place, value, code, path) in cases {
            let mut request = request();
            *request.pointer_mut(place).unwrap() = value.clone();
            let error = sorted(request).unwrap_err();
            assert_eq!((error.code(), error.path()), (code, path), "{place} {value}");
        }
    }

    proptest! {
        /// An alternative that gets better never goes to a worse category, and other
        /// alternatives change nothing.
        #[test]
        fn better_values_never_sort_lower(
            values in prop::collection::vec(0..6i32, 3),
            more in prop::collection::vec(0..3i32, 3),
        ) {
            let mut request = request();
            let values_of = |more: [i32; 3]| json!({
                "benefit": values[0] + more[0], "effort": values[1] - more[1], "safety": values[2] + more[2],
            });
            request["alternatives"] = json!([
                {"id": "x", "values": values_of([0; 3])},
                {"id": "y", "values": values_of([more[0], more[1], more[2]])},
            ]);
            let rank = |sorting: &Sorting, at: usize| {
                sorting.counts.iter().position(|one| one.category == sorting.alternatives[at].category)
            };
            let both = sorted(request.clone()).unwrap();
            prop_assert!(rank(&both, 1) <= rank(&both, 0));
            request["alternatives"].as_array_mut().unwrap().pop();
            prop_assert_eq!(&sorted(request).unwrap().alternatives[0], &both.alternatives[0]);
        }
    }
}
