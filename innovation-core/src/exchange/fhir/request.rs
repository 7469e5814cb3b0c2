//! What is asked of the exchange with FHIR, and what it answers.

use crate::equip::{Card, Item};
use crate::evaluate::{Assessment, Rubric, WantedDirection};
use crate::people::Id;
use crate::space::State;
use crate::text::Text;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Asks for a document in the form of FHIR.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToFhirRequest {
    /// The release to write.
    pub release: FhirRelease,
    /// Canonical URL under which the host's own resources stand, `https://fhir.example.org`;
    /// 8 to 200 characters of ASCII, without a closing slash.
    pub base: String,
    /// Language of the texts (BCP 47). Without it, one resource holds every language as
    /// translations of the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// When the resource was last changed, RFC 3339; nothing is stamped without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamp: Option<String>,
    /// Whether a Bundle is a mere collection, or says what a server shall do with each.
    #[serde(default)]
    pub bundle: FhirBundle,
    /// What to write.
    pub subject: FhirSubject,
    /// What `exchange.fromFhir` kept apart, put back on what is written; at most 50,000 steps,
    /// in lists of at most 20,000 elements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rest: Vec<PatchStep>,
}

/// A release of FHIR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FhirRelease {
    /// 4.0.1.
    R4,
    /// 5.0.0.
    R5,
}

/// The kind of a Bundle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FhirBundle {
    /// Resources side by side.
    #[default]
    Collection,
    /// Each resource is put in its place on a server, all or none.
    Transaction,
}

/// What to write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FhirSubject {
    /// A rubric: a Questionnaire.
    Rubric(Box<Rubric>),
    /// Answers to a rubric: a QuestionnaireResponse with its totals.
    Assessment(Box<FhirAssessment>),
    /// A space as it stands: a Bundle of an Organization, a CareTeam, one resource for each
    /// member who takes part, and a Group of the patients among them.
    Space(Box<State>),
    /// A programme: a Bundle of a PlanDefinition and, where sessions have a date, Appointments.
    Programme(Box<FhirProgramme>),
    /// A card: an ActivityDefinition.
    Card(Box<Card>),
    /// A measured outcome: a Bundle of a Measure and its MeasureReports.
    Measure(Box<FhirMeasure>),
    /// The catalogue of roles: a Bundle of a CodeSystem and a ConceptMap.
    Roles(FhirRoles),
}

/// Answers to a rubric, with the rubric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FhirAssessment {
    /// The rubric.
    pub rubric: Rubric,
    /// The answers.
    pub assessment: Assessment,
}

/// The catalogue of roles; nothing is to be said about it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FhirRoles {}

/// A programme, with the items that `equip.plan` answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FhirProgramme {
    /// Its id.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// The space it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space: Option<Id>,
    /// What happens, session by session, in the order of time; 1 to 5,000 items.
    pub items: Vec<Item>,
    /// When each session starts, RFC 3339 with its offset; a session without it is planned and
    /// has no Appointment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<String>,
}

/// A measured outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FhirMeasure {
    /// Its id.
    pub id: Id,
    /// Version, as in semantic versioning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What it is called.
    pub title: Text,
    /// What is measured, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// What kind of thing it measures.
    pub kind: FhirMeasureKind,
    /// Which way is better.
    #[serde(default)]
    pub improvement: WantedDirection,
    /// Unit of the values, a code of UCUM: `min`, `%`, `1` where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whose outcome it is: a site, a space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Id>,
    /// What was counted among what; needed where points have denominators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<crate::evaluate::RatioItem>,
    /// What was measured, in the order of time; at most 10,000 points.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<FhirPoint>,
}

/// What kind of thing a measure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum FhirMeasureKind {
    /// What it does for people.
    Outcome,
    /// What people themselves report.
    PatientReported,
    /// What is done.
    Process,
    /// What is there to do it with.
    Structure,
    /// What must not get worse meanwhile.
    Balancing,
}

/// A point of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FhirPoint {
    /// First day, `2026-11-01`, or first moment, RFC 3339.
    pub from: String,
    /// Last day or moment.
    pub to: String,
    /// What was measured, or what was counted where there is a denominator; `null` is missing.
    pub value: Option<f64>,
    /// What the value was counted among, more than 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
}

/// A resource of FHIR.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FhirResource {
    /// The resource, or a Bundle of several.
    pub resource: Value,
    /// What a reader must know about it.
    pub notes: Vec<FhirNote>,
}

/// What a reader must know about an exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FhirNote {
    /// What it is about (kebab-case).
    pub about: &'static str,
    /// In plain language.
    pub text: Text,
}

/// A step of a JSON Patch (RFC 6902).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PatchStep {
    /// What to do.
    pub op: PatchOp,
    /// Where: a JSON Pointer into the resource.
    pub path: String,
    /// The value; none for `remove`.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
}

/// What a step of a patch does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PatchOp {
    /// Adds a member, or inserts an element.
    Add,
    /// Takes one away.
    Remove,
    /// Puts another value in its place.
    Replace,
}

/// Asks for the rubric of a Questionnaire, and for the answers of a QuestionnaireResponse.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FromFhirRequest {
    /// The Questionnaire: at most 2,000 questions, nested at most 20 deep.
    pub questionnaire: Value,
    /// Its response.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Value>,
    /// The release they are written in; found out where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<FhirRelease>,
}

/// A rubric and an assessment from FHIR.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FromFhir {
    /// The release they are written in.
    pub release: FhirRelease,
    /// The root of canonical URLs under which the Questionnaire stands.
    pub base: String,
    /// The language, where the Questionnaire holds one only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// When the Questionnaire was last changed, where it says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stamp: Option<String>,
    /// The rubric.
    pub rubric: Rubric,
    /// The assessment, where there was a response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// What neither holds: with `base`, `locale` and `stamp`, `exchange.toFhir` makes the
    /// originals of the two again where this is put back.
    pub rest: FhirRest,
    /// What a reader must know.
    pub notes: Vec<FhirNote>,
}

/// Content that a rubric or an assessment has no place for.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FhirRest {
    /// Of the Questionnaire.
    pub questionnaire: Vec<PatchStep>,
    /// Of the response.
    pub response: Vec<PatchStep>,
}
