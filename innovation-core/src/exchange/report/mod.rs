//! One page to read together: who is there, what was done, found and decided.
//!
//! [`page`] reads everything and writes the page. About people, [`facts`] checks the request and
//! works out every number, [`layout`] places people on a plane, [`network`] draws them,
//! [`sections`] and [`rounds`] write. About the rest, [`answer`] reads the answers of other
//! operations and [`results`] writes a section for each. [`words`] holds the phrases, [`names`]
//! what ids are called, [`html`] the pen.
//!
//! Invariant: text that is not a literal of this crate is escaped; the pen takes no other.
//! Invariant: the page loads nothing and runs nothing, and says so to the browser.
//! Invariant: nothing is told by colour alone; behind each picture stands its table.

mod answer;
mod facts;
mod html;
#[cfg(test)]
mod laws;
mod layout;
mod names;
mod network;
mod page;
mod results;
mod rounds;
mod sections;
mod words;

use crate::equip::Card;
use crate::error::Result;
use crate::evaluate::RubricChoice;
use crate::people::{Id, Person, Seed, Tie};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Asks for a report: about people and rounds, about results of other operations, or both.
///
/// A result is the answer of its operation, passed on as it was given.
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
    /// For whom the page is written.
    #[serde(default)]
    pub profile: ReportProfile,
    /// What ids are called on the page: ideas, pressures, measures, sites, roles.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, Text>,
    /// Fewest people of each role for results by role to be shown: where one role has fewer, none
    /// is shown. Default 5.
    #[serde(default = "five")]
    pub minimum_group: u32,
    /// Everyone who could be brought together; may be absent where the page tells results.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
    /// The answer of `equip.plan`: a timeline for each session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::equip::Plan>"))]
    pub programme: Option<Value>,
    /// Cards to print, A6; where there are some, those of the programme must be among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Card>,
    /// Scores of ideas, a rubric each: profiles, and means by role. At most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<ReportScores>,
    /// The answer of `evaluate.rank`: which comes first, and for whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::evaluate::Ranking>"))]
    pub ranking: Option<Value>,
    /// Measurements over time. At most 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<ReportChart>,
    /// The answer of `spread.register`: sites month by month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::spread::Register>"))]
    pub register: Option<Value>,
    /// The answer of `spread.fit`: adopters seen, and expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::spread::BassFit>"))]
    pub fit: Option<Value>,
    /// The answer of `spread.simulate`: how far it may go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::spread::Simulation>"))]
    pub simulation: Option<Value>,
    /// The answer of `protect.cover`: what bears on the space, and what answers it. Whom it names
    /// must be among the people, where there are some.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::protect::Coverage>"))]
    pub coverage: Option<Value>,
    /// The answer of `space.diagnose`: what to look at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::space::Diagnosis>"))]
    pub findings: Option<Value>,
    /// When the report is made, as the host writes it; the library has no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated_at: Option<String>,
    /// Seed of the search for silos.
    #[serde(default)]
    pub seed: Seed,
}

impl ReportRequest {
    /// Whether it is about results of other operations alone.
    fn without_people(&self) -> bool {
        let answers = [
            &self.programme,
            &self.ranking,
            &self.register,
            &self.fit,
            &self.simulation,
            &self.coverage,
            &self.findings,
        ];
        let documents = [self.cards.is_empty(), self.scores.is_empty(), self.charts.is_empty()];
        let results = answers.into_iter().any(Option::is_some) || documents.contains(&false);
        let people = [
            self.people.is_empty(),
            self.ties.is_empty(),
            self.chosen.is_empty(),
            self.reasons.is_empty(),
            self.rounds.is_empty(),
        ];
        results && !people.contains(&false)
    }
}

fn five() -> u32 {
    5
}

/// Scores of ideas by one rubric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportScores {
    /// The rubric, as it was given to `evaluate.score`.
    pub rubric: RubricChoice,
    /// The answer of `evaluate.score`; its assessments are pooled by subject, and by role where
    /// it was asked to.
    #[cfg_attr(feature = "schema", schemars(with = "crate::evaluate::Scores"))]
    pub answer: Value,
}

/// Measurements over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportChart {
    /// What is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// What each point is called, such as a week; their numbers where absent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// The answer of `evaluate.chart`; its picture is drawn anew.
    #[cfg_attr(feature = "schema", schemars(with = "crate::evaluate::Chart"))]
    pub answer: Value,
}

/// For whom a page is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ReportProfile {
    /// As the reader's browser has it.
    #[default]
    Standard,
    /// Large print: a third larger on screen, 16 points on paper, pictures too.
    LargePrint,
    /// Large print in short sentences, one idea a line, words explained. The page says that it was
    /// not proofread by readers concerned.
    EasyRead,
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
/// pairs meet that had never met; the programme, and cards to print; what bears on the space and
/// what answers it; what ideas were found to be worth, by whom, and which comes first; what has
/// changed since, and how it spreads; and what all this does not say. Networks are drawn for up
/// to 3,000 people and show the 600 strongest ties. Behind every picture stands its table.
///
/// # Errors
///
/// What [`Pool::read`](crate::people::Pool::read) refuses; `people.unknown-person` for an id
/// that is not in `people`; `people.duplicate-id` for a person named twice in `chosen` or in
/// one round; `contract.invalid-value` for a reason or a seat of someone who is not chosen, and
/// for a value that no answer has; `contract.missing-field` where an answer lacks what is told;
/// `exchange.unknown-card` for a card of the programme that is not among the cards;
/// `exchange.contradiction` where results contradict each other or themselves;
/// `contract.too-large` above 200 cards, 20 rubrics, 20 charts, 1,000 points of a chart, 2,000
/// elements of a list of an answer, 40,000 cells of a table, or 20,000 characters of a card.
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
    let language = words::Language::of(&request.locale, request.profile);
    let names = names::Names::of(request, language)?;
    let html = page::Page::read(request, &names)?.write();
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
