//! Weights from comparisons in pairs, and how consistent these are.
//!
//! "How many times as much does this criterion matter as that?" The weights are the principal
//! eigenvector of the answers (analytic hierarchy process). It is a source of weights only:
//! alternatives are never compared this way here.

use super::rank::{position, unique, unknown};
use crate::error::{Code, Error, Result};
use crate::people::Id;
use crate::stat::Stat;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most criteria.
const CRITERIA: usize = 50;
/// The largest ratio; its inverse is the smallest.
const LARGEST: f64 = 1000.0;
/// How far a ratio and its reverse may be from having the product 1: what writing 1/3 as 0.33
/// costs.
const RECIPROCAL: f64 = 0.05;
/// Consistency ratios above this call for another look.
const ACCEPTED: f64 = 0.10;
/// Most rounds of the power iteration; a few dozen is usual.
const ROUNDS: u32 = 10_000;
/// The mean consistency index of random matrices from one criterion to ten.
const SAATY_1980: [f64; 10] = [0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];

/// Asks for weights, from a matrix or from a list of comparisons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WeighRequest {
    /// What is weighed, 1 to 50.
    pub criteria: Vec<Id>,
    /// Row by row, how many times as much the criterion of the row matters as that of the
    /// column: 1/1000 to 1000, 1 on the diagonal, and each the reverse of the one across it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Vec<Vec<f64>>>,
    /// The same as a list, every pair once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparisons: Option<Vec<Comparison>>,
}

/// How many times as much one criterion matters as another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Comparison {
    /// One criterion.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// How many times as much `a` matters as `b`, 1/1000 to 1000.
    pub ratio: f64,
}

/// Weights, and how consistent the comparisons were.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Weighing {
    /// The principal eigenvector, adding up to 1: fit for `weights.exact` of `evaluate.rank`.
    pub weights: BTreeMap<String, f64>,
    /// The principal eigenvalue: as many as there are criteria where all is consistent, else
    /// more.
    pub lambda_max: f64,
    /// (λ − n) / (n − 1).
    pub consistency_index: Stat,
    /// The consistency index over that of random comparisons.
    pub consistency_ratio: Stat,
    /// What random comparisons have, and according to whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub random_index: Option<RandomIndex>,
    /// Whether the ratio is 0.10 or less; absent where there is no ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acceptable: Option<bool>,
    /// The comparison that is farthest from what the weights imply; absent where all are
    /// consistent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub farthest: Option<Contradiction>,
    /// The result in plain words.
    pub reading: Text,
}

/// The consistency index of random comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RandomIndex {
    /// `saaty-1980`. Other tables give other ratios for the same comparisons.
    pub table: &'static str,
    /// Its number for so many criteria.
    pub value: f64,
}

/// A comparison that disagrees with the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Contradiction {
    /// One criterion.
    pub a: Id,
    /// The other.
    pub b: Id,
    /// The ratio that was given.
    pub given: f64,
    /// The ratio of their weights.
    pub implied: f64,
}

/// Turns comparisons in pairs into weights.
///
/// Where a matrix is given, what stands above the diagonal counts.
///
/// # Errors
///
/// `evaluate.invalid-weights` where there is neither a matrix nor comparisons or both, where a
/// matrix is not square, positive and reciprocal, or where a pair is missing, stands twice or
/// compares a criterion with itself; `evaluate.invalid-alternatives` where criteria are none or
/// stand twice; `contract.too-large` beyond 50 criteria.
///
/// # Example
///
/// ```
/// use innovation_core::evaluate::{WeighRequest, weigh};
/// let request: WeighRequest = serde_json::from_str(r#"{
///     "criteria": ["safety", "cost", "calm"],
///     "matrix": [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]
/// }"#).unwrap();
/// let weighing = weigh(&request)?;
/// assert!((weighing.weights["safety"] - 4.0 / 7.0).abs() < 1e-12);
/// assert_eq!(weighing.acceptable, Some(true));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// T. L. Saaty, *The analytic hierarchy process*, McGraw-Hill, 1980.
pub fn weigh(request: &WeighRequest) -> Result<Weighing> {
    let ids = unique(request.criteria.iter(), "criteria", CRITERIA, false)?;
    let matrix = match (&request.matrix, &request.comparisons) {
        (Some(rows), None) => from_rows(rows, &ids)?,
        (None, Some(list)) => from_list(list, &ids)?,
        (None, None) => return Err(refusal("there is neither a matrix nor a list of comparisons")),
        (Some(_), Some(_)) => {
            return Err(refusal("there are both a matrix and a list of comparisons")
                .at("/comparisons")
                .hint("give one of them"));
        }
    };
    let (weights, lambda) = eigenvector(&matrix, ids.len());
    Ok(describe(&ids, &matrix, &weights, lambda))
}

/// A square matrix, row by row, from its upper half; the lower half is checked against it.
fn from_rows(rows: &[Vec<f64>], ids: &[&Id]) -> Result<Vec<f64>> {
    let size = ids.len();
    if rows.len() != size {
        return Err(
            refusal(format!("{size} criteria need {size} rows, not {}", rows.len())).at("/matrix")
        );
    }
    for (at, row) in rows.iter().enumerate() {
        let path = format!("/matrix/{at}");
        if row.len() != size {
            return Err(refusal(format!("the row has {} numbers, not {size}", row.len())).at(path));
        }
        for (column, &ratio) in row.iter().enumerate() {
            check_ratio(ratio).map_err(|error| error.at(format!("{path}/{column}")))?;
            let across = rows.get(column).and_then(|row| row.get(at)).copied().unwrap_or(1.0);
            if at == column && ratio != 1.0 {
                return Err(refusal("a criterion matters as much as itself: 1")
                    .at(format!("{path}/{column}")));
            }
            if column < at && (ratio * across - 1.0).abs() > RECIPROCAL {
                return Err(refusal(format!(
                    "{ratio} is not the reverse of {across} across the diagonal"
                ))
                .at(format!("{path}/{column}"))
                .hint(format!("it would be {}", 1.0 / across)));
            }
        }
    }
    let upper = |row: usize, column: usize| {
        rows.get(row).and_then(|row| row.get(column)).copied().unwrap_or(1.0)
    };
    Ok(whole(size, upper))
}

/// A square matrix from pairs, each of which must stand once.
fn from_list(list: &[Comparison], ids: &[&Id]) -> Result<Vec<f64>> {
    let mut found: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for (at, comparison) in list.iter().enumerate() {
        let path = format!("/comparisons/{at}");
        let find = |id: &Id, field: &str| {
            position(ids, id.as_str()).ok_or_else(|| {
                unknown(ids, id.as_str(), Code::EvaluateInvalidWeights)
                    .at(format!("{path}/{field}"))
            })
        };
        let (a, b) = (find(&comparison.a, "a")?, find(&comparison.b, "b")?);
        if a == b {
            return Err(refusal(format!("{} is compared with itself", comparison.a)).at(path));
        }
        check_ratio(comparison.ratio).map_err(|error| error.at(format!("{path}/ratio")))?;
        let ratio = if a < b { comparison.ratio } else { 1.0 / comparison.ratio };
        if found.insert((a.min(b), a.max(b)), ratio).is_some() {
            return Err(refusal(format!(
                "{} and {} are compared twice",
                comparison.a, comparison.b
            ))
            .at(path));
        }
    }
    for (a, first) in ids.iter().enumerate() {
        for (b, second) in ids.iter().enumerate().skip(a + 1) {
            if !found.contains_key(&(a, b)) {
                return Err(
                    refusal(format!("{first} and {second} are not compared")).at("/comparisons")
                );
            }
        }
    }
    Ok(whole(ids.len(), |row, column| found.get(&(row, column)).copied().unwrap_or(1.0)))
}

/// The matrix whose upper half is given.
fn whole(size: usize, upper: impl Fn(usize, usize) -> f64) -> Vec<f64> {
    let cell = |at: usize| {
        let (row, column) = (at / size, at % size);
        match row.cmp(&column) {
            std::cmp::Ordering::Less => upper(row, column),
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Greater => 1.0 / upper(column, row),
        }
    };
    (0..size * size).map(cell).collect()
}

fn check_ratio(ratio: f64) -> Result<()> {
    if (1.0 / LARGEST..=LARGEST).contains(&ratio) {
        Ok(())
    } else {
        Err(refusal("a ratio is a number from 1/1000 to 1000"))
    }
}

fn refusal(message: impl Into<String>) -> Error {
    Error::new(Code::EvaluateInvalidWeights, message)
}

/// The principal eigenvector, adding up to 1, and its eigenvalue, by power iteration: entries
/// are positive, so that it converges from anywhere.
fn eigenvector(matrix: &[f64], size: usize) -> (Vec<f64>, f64) {
    let mut weights = vec![1.0 / size as f64; size];
    let mut lambda = size as f64;
    for _ in 0..ROUNDS {
        let next: Vec<f64> = matrix
            .chunks_exact(size)
            .map(|row| row.iter().zip(&weights).map(|(ratio, weight)| ratio * weight).sum())
            .collect();
        // The weights add up to 1, so that the sum is the eigenvalue once they stand still.
        lambda = next.iter().sum();
        let mut change = 0.0_f64;
        for (weight, next) in weights.iter_mut().zip(next) {
            let next = next / lambda;
            change = change.max((next - *weight).abs() / next);
            *weight = next;
        }
        if change < 1e-14 {
            break;
        }
    }
    (weights, lambda)
}

fn describe(ids: &[&Id], matrix: &[f64], weights: &[f64], lambda: f64) -> Weighing {
    let size = ids.len();
    let count = size as f64;
    let index = if size < 2 {
        Stat::undefined("one-criterion")
    } else {
        Stat::of(((lambda - count) / (count - 1.0)).max(0.0))
    };
    let random = SAATY_1980.get(size - 1).filter(|value| **value > 0.0);
    let ratio = match (index.value, random) {
        (Some(index), Some(random)) => Stat::of(index / random),
        _ if size <= 2 => Stat::undefined("always-consistent"),
        _ => Stat::undefined("no-random-index"),
    };
    let farthest = farthest(ids, matrix, weights);
    Weighing {
        weights: ids.iter().map(|id| id.as_str().to_owned()).zip(weights.iter().copied()).collect(),
        lambda_max: lambda,
        consistency_index: index,
        consistency_ratio: ratio,
        random_index: random.map(|value| RandomIndex { table: "saaty-1980", value: *value }),
        acceptable: ratio.value.map(|ratio| ratio <= ACCEPTED),
        reading: reading(ratio, farthest.as_ref()),
        farthest,
    }
}

/// The comparison whose ratio is most times larger or smaller than that of the weights.
fn farthest(ids: &[&Id], matrix: &[f64], weights: &[f64]) -> Option<Contradiction> {
    let mut worst: Option<(f64, Contradiction)> = None;
    let rows = matrix.chunks_exact(ids.len()).zip(ids).zip(weights).enumerate();
    for (at, ((row, a), own)) in rows {
        for ((given, b), other) in row.iter().zip(ids).zip(weights).skip(at + 1) {
            let implied = own / other;
            let times = (given / implied).max(implied / given);
            if times > 1.0 + 1e-9 && worst.as_ref().is_none_or(|(most, _)| times > *most) {
                let (a, b) = ((*a).clone(), (*b).clone());
                worst = Some((times, Contradiction { a, b, given: *given, implied }));
            }
        }
    }
    worst.map(|(_, contradiction)| contradiction)
}

fn reading(ratio: Stat, farthest: Option<&Contradiction>) -> Text {
    let Some(ratio) = ratio.value else {
        return if ratio.undefined == Some("always-consistent") {
            Text::both(
                "The weights follow from what was said; with so few criteria nothing can contradict it.",
                "Les poids découlent de ce qui a été dit\u{202f}; avec si peu de critères, rien ne peut le contredire.",
            )
        } else {
            Text::both(
                "The weights follow from the comparisons; for so many criteria there is no usual measure of how well these agree.",
                "Les poids découlent des comparaisons\u{202f}; pour tant de critères, il n’existe pas de mesure usuelle de leur accord.",
            )
        };
    };
    let hundredths = libm::round(ratio * 100.0) / 100.0;
    let number = format!("{hundredths:.2}");
    let comma = number.replace('.', ",");
    match farthest {
        Some(Contradiction { a, b, given, implied }) if ratio > ACCEPTED => {
            let (given, implied) = (short(*given), short(*implied));
            Text::both(
                &format!(
                    "The comparisons contradict each other more than is usually accepted \
                     (consistency ratio {number}, usual limit 0.10). Look again at “{a}” beside \
                     “{b}”: {given} times was said, {implied} times would fit the rest."
                ),
                &format!(
                    "Les comparaisons se contredisent plus qu’on ne l’admet d’ordinaire (ratio de \
                     cohérence {comma}, limite usuelle 0,10). À revoir\u{a0}: «\u{a0}{a}\u{a0}» face à «\u{a0}{b}\u{a0}» ; \
                     {} fois a été dit, {} fois irait mieux avec le reste.",
                    given.replace('.', ","),
                    implied.replace('.', ",")
                ),
            )
        }
        _ => Text::both(
            &format!(
                "The comparisons agree well enough with each other (consistency ratio {number})."
            ),
            &format!(
                "Les comparaisons s’accordent assez bien entre elles (ratio de cohérence {comma})."
            ),
        ),
    }
}

/// A ratio with two decimals.
fn short(ratio: f64) -> String {
    format!("{ratio:.2}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn weighed(request: Value) -> Result<Weighing> {
        weigh(&serde_json::from_value(request).unwrap())
    }

    #[test]
    fn contradictions_are_found_and_named() {
        let weighing = weighed(json!({
            "criteria": ["a", "b", "c"],
            "comparisons": [
                {"a": "a", "b": "b", "ratio": 3}, {"a": "c", "b": "b", "ratio": 0.5},
                {"a": "a", "b": "c", "ratio": 0.5},
            ],
        }))
        .unwrap();
        assert_eq!(weighing.acceptable, Some(false));
        let farthest = weighing.farthest.unwrap();
        assert!(farthest.given / farthest.implied > 1.5 || farthest.implied / farthest.given > 1.5);
        assert!(weighing.reading.for_locale("en").contains("Look again"));
    }

    #[test]
    fn one_or_two_criteria_cannot_contradict_themselves() {
        let one = weighed(json!({"criteria": ["a"], "comparisons": []})).unwrap();
        assert_eq!(one.weights["a"], 1.0);
        assert_eq!(one.consistency_index.undefined, Some("one-criterion"));
        let two = weighed(json!({"criteria": ["a", "b"], "matrix": [[1, 4], [0.25, 1]]})).unwrap();
        assert!((two.weights["a"] - 0.8).abs() < 1e-15);
        assert_eq!(two.consistency_ratio.undefined, Some("always-consistent"));
        assert_eq!(two.farthest, None);
    }

    #[test]
    fn a_refusal_names_its_place() {
        let matrix = |matrix: Value| json!({"criteria": ["a", "b"], "matrix": matrix});
        let list = |list: Value| json!({"criteria": ["a", "b"], "comparisons": list});
        for (request, path) in [
            (json!({"criteria": ["a"]}), ""),
            (json!({"criteria": ["a"], "matrix": [[1]], "comparisons": []}), "/comparisons"),
            (matrix(json!([[1, 2]])), "/matrix"),
            (matrix(json!([[1, 2], [0.5]])), "/matrix/1"),
            (matrix(json!([[1, 2], [0.4, 1]])), "/matrix/1/0"),
            (matrix(json!([[1, 0], [1, 1]])), "/matrix/0/1"),
            (matrix(json!([[2, 1], [1, 1]])), "/matrix/0/0"),
            (list(json!([])), "/comparisons"),
            (list(json!([{"a": "a", "b": "a", "ratio": 1}])), "/comparisons/0"),
            (list(json!([{"a": "a", "b": "z", "ratio": 1}])), "/comparisons/0/b"),
            (list(json!([{"a": "a", "b": "b", "ratio": -1}])), "/comparisons/0/ratio"),
            (
                list(json!([{"a": "a", "b": "b", "ratio": 1}, {"a": "b", "b": "a", "ratio": 1}])),
                "/comparisons/1",
            ),
        ] {
            let error = weighed(request.clone()).unwrap_err();
            assert_eq!(
                (error.code(), error.path()),
                (Code::EvaluateInvalidWeights, path),
                "{request}"
            );
        }
    }

    proptest! {
        /// Comparisons made from weights give these weights back, however far apart.
        #[test]
        fn consistent_comparisons_give_their_weights(weights in prop::collection::vec(0.05f64..1.0, 2..9)) {
            let total: f64 = weights.iter().sum();
            let ids: Vec<String> = (0..weights.len()).map(|at| format!("c{at}")).collect();
            let rows: Vec<Vec<f64>> =
                weights.iter().map(|a| weights.iter().map(|b| a / b).collect()).collect();
            let found = weighed(json!({"criteria": ids, "matrix": rows})).unwrap();
            for (id, weight) in ids.iter().zip(&weights) {
                prop_assert!((found.weights[id] - weight / total).abs() < 1e-12);
            }
            prop_assert!(found.consistency_index.value.unwrap() < 1e-12);
        }
    }
}
