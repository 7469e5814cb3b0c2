//! One page to read together: who is there, who is chosen, who sits with whom.
//!
//! [`facts`] checks the request and works out every number, [`layout`] places people on a
//! plane, [`picture`] draws them, [`sections`] and [`rounds`] write the page with the
//! phrases of [`words`]; [`html`] is the pen.
//!
//! Invariant: text that is not a literal of this crate is escaped; the pen takes no other.
//! Invariant: the page loads nothing and runs nothing, and says so to the browser.
//! Invariant: nothing is told by colour alone; behind each picture stands its table.

mod facts;
mod html;
mod layout;
mod picture;
mod rounds;
mod sections;
mod words;

use crate::error::Result;
use crate::people::{Id, Person, Seed, Tie};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRequest {
    /// Language of the page (BCP 47); written in English and French, others get English.
    pub locale: String,
    /// Title of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// A few words under the title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Marks the page plainly as made of synthetic data.
    #[serde(default)]
    pub synthetic: bool,
    /// Size of letters.
    #[serde(default)]
    pub profile: ReportProfile,
    /// Everyone who could be brought together.
    pub people: Vec<Person>,
    /// Who already works with whom.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// Those who are brought together; everyone in `rounds` where absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<Id>,
    /// Why each of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<ReportReason>,
    /// Who sits with whom, round after round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<ReportRound>,
    /// When the report is made, as the host writes it; the library has no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated_at: Option<String>,
    /// Seed of the search for silos.
    #[serde(default)]
    pub seed: Seed,
}

/// Size of letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ReportProfile {
    /// As the reader's browser has it.
    #[default]
    Standard,
    /// Large print: a third larger, on screen and on paper.
    LargePrint,
}

/// Why a person is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportReason {
    /// The person.
    pub person: Id,
    /// The reasons, each a sentence.
    pub text: Vec<Text>,
}

/// One round of tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportRound {
    /// The people at each table.
    pub tables: Vec<Vec<Id>>,
    /// Those who have no seat in this round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sitting_out: Vec<Id>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The page: a whole HTML document.
    pub html: String,
    /// Its size in UTF-8.
    pub bytes: u32,
    /// The seed used.
    pub seed: Seed,
}

/// Writes a report: one self-contained, accessible HTML page.
///
/// It shows how people work together today, who is chosen and why, who sits with whom, which
/// pairs meet that had never met, and what all this does not say. Pictures are drawn for up
/// to 3,000 people and show the 600 strongest ties.
///
/// # Errors
///
/// What [`Pool::read`](crate::people::Pool::read) refuses; `people.unknown-person` for an id
/// that is not in `people`; `people.duplicate-id` for a person named twice in `chosen` or in
/// one round; `contract.invalid-value` for a reason or a seat of someone who is not chosen.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{ReportRequest, report};
/// let request: ReportRequest = serde_json::from_str(r#"{
///     "locale": "fr",
///     "people": [{"id": "ana", "role": "nurse"}, {"id": "bo", "role": "patient"}],
///     "rounds": [{"tables": [["ana", "bo"]]}]
/// }"#).unwrap();
/// let page = report(&request)?.html;
/// assert!(page.contains("<html lang=\"fr\">") && page.contains("Infirmière, infirmier"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn report(request: &ReportRequest) -> Result<Report> {
    let facts = facts::Facts::read(request)?;
    let html = sections::page(&facts);
    Ok(Report { bytes: html.len() as u32, html, seed: request.seed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn request(more: Value) -> ReportRequest {
        let mut request = json!({
            "locale": "en",
            "people": [
                {"id": "a", "role": "nurse", "organisation": "North"},
                {"id": "b", "role": "patient", "organisation": "North"},
                {"id": "c", "role": "storyteller", "family": "design", "organisation": "South"},
                {"id": "d", "role": "citizen"}
            ],
            "ties": [{"a": "a", "b": "b", "weight": 2}, {"a": "b", "b": "c", "weight": 1}]
        });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(request).unwrap()
    }

    fn page(more: Value) -> String {
        report(&request(more)).unwrap().html
    }

    #[test]
    fn a_report_counts_the_pairs_that_meet() {
        let html = page(json!({"rounds": [
            {"tables": [["a", "b", "c"]], "sittingOut": ["d"]},
            {"tables": [["a", "c"], ["b", "d"]]}
        ]}));
        assert!(html.contains("4 of the 6 pairs of the people chosen share a table"));
        assert!(html.contains("2 of these pairs had no tie before"));
        assert!(html.contains("One meeting is a repeat."));
        assert!(html.contains("50% of ties stay inside one organisation"));
    }

    #[test]
    fn nothing_a_caller_writes_becomes_markup() {
        let evil = "<script>\"&'\u{0}";
        let html = page(json!({
            "title": evil, "note": evil, "generatedAt": evil, "locale": "fr\"><script>",
            "people": [
                {"id": "<script>", "role": evil, "family": "care", "organisation": evil, "unit": evil},
                {"id": "x", "role": "nurse", "organisation": "<script>"}
            ],
            "ties": [], "chosen": ["<script>"],
            "reasons": [{"person": "<script>", "text": [evil]}],
            "rounds": [{"tables": [["<script>"]]}]
        }));
        assert!(!html.contains("<script") && !html.contains('\0'));
    }

    #[test]
    fn the_page_is_whole_and_loads_nothing() {
        for more in [
            json!({}),
            json!({"locale": "fr", "chosen": ["a"], "synthetic": true, "profile": "largePrint"}),
            json!({"ties": [], "rounds": [{"tables": [["a", "d"]]}]}),
        ] {
            let html = page(more);
            for outside in ["http:", "https:", "//", "url(", "@import", "src=", "javascript"] {
                assert!(!html.contains(outside), "{outside}");
            }
            for tag in [
                "section", "table", "svg", "details", "ul", "li", "td", "th", "div", "main",
                "figure",
            ] {
                let opened = html.matches(&format!("<{tag}>")).count()
                    + html.matches(&format!("<{tag} ")).count();
                assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{tag}");
            }
            assert!(!html.contains('{') || html.find("</style>") > html.rfind('{'));
            let levels = html.match_indices("<h").filter_map(|(at, _)| {
                html.get(at + 2..)?.chars().next().and_then(|level| level.to_digit(10))
            });
            levels.fold(0, |before, level| {
                assert!(level <= before + 1);
                level
            });
        }
    }

    #[test]
    fn the_same_request_gives_the_same_page() {
        let more = json!({"chosen": ["a", "d"], "rounds": [{"tables": [["d", "a"]]}]});
        assert_eq!(page(more.clone()), page(more));
    }

    #[test]
    fn each_fault_names_its_place() {
        let refused = |more: Value| {
            let error = report(&request(more)).unwrap_err();
            format!("{} {}", error.code(), error.path())
        };
        for (more, expected) in [
            (json!({"people": [], "ties": []}), "people.empty /people"),
            (json!({"chosen": ["a", "z"]}), "people.unknown-person /chosen/1"),
            (json!({"chosen": ["a", "a"]}), "people.duplicate-id /chosen/1"),
            (
                json!({"rounds": [{"tables": [["a"], ["b", "a"]]}]}),
                "people.duplicate-id /rounds/0/tables/1/1",
            ),
            (
                json!({"rounds": [{"tables": [["a"]], "sittingOut": ["a"]}]}),
                "people.duplicate-id /rounds/0/sittingOut/0",
            ),
            (
                json!({"chosen": ["a"], "rounds": [{"tables": [["b"]]}]}),
                "contract.invalid-value /rounds",
            ),
            (
                json!({"chosen": ["a"], "reasons": [{"person": "b", "text": []}]}),
                "contract.invalid-value /reasons/0/person",
            ),
        ] {
            assert_eq!(refused(more), expected);
        }
    }
}
