//! What a space lacks: rules over its state, each with its reason and its source.
//!
//! [`diagnose`] looks at a [`State`] from one moment. The rules are tables, by
//! what they look at: [`people`], [`pact`] (the charter), [`shelter`] (what protects),
//! [`programme`] (sessions and cards), [`worth`] (assessments and decisions), [`reach`] (sites,
//! adaptations, pacts) and [`record`] (the journal). [`facts`] works out what they ask for.
//!
//! Invariant: a rule fires only where what the state does not say could not change its answer;
//! where it could, the rule is listed as not judged.
//! Invariant: nobody is named by the host's id, and no rule grades a person.

mod facts;
#[cfg(test)]
mod laws;
mod pact;
mod people;
mod programme;
mod reach;
mod record;
mod rule;
mod shelter;
#[cfg(test)]
mod sound;
mod source;
mod worth;

use super::gate::{self, Gate};
use super::state::State;
use crate::error::{Code, Error, Result};
use crate::instant::Instant;
use crate::people::Id;
use crate::text::Text;
use facts::Facts;
use rule::Rule;
use serde::{Deserialize, Serialize};

/// Asks what a space lacks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DiagnoseRequest {
    /// The space as it stands, as `space.replay` gives it.
    pub state: Box<State>,
    /// The moment from which it is looked at, RFC 3339.
    pub at: String,
    /// Language of the texts (BCP 47); all languages where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// An end is near, and a check late, within so many days; 30 unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice_days: Option<u32>,
    /// The smallest group, in people, that results may be shown for; 5 unless told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_group: Option<u32>,
}

/// What a space lacks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// Where rules fired: critical first, then by the name of the rule, then by what it is about.
    pub findings: Vec<SpaceFinding>,
    /// How many rules judged everything they look at.
    pub checked: u32,
    /// Rules that could not judge everything, by name. They may have findings all the same.
    pub not_checked: Vec<Unjudged>,
    /// The gate to the next stage; absent for a space that was handed over or closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gate: Option<Gate>,
}

/// A place where a rule fired.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SpaceFinding {
    /// The name of the rule, stable.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Gravity,
    /// What it is about.
    pub subject: About,
    /// The fact.
    pub message: Text,
    /// Why it matters.
    pub reason: Text,
    /// Where the rule comes from.
    pub source: Text,
    /// What stands behind it.
    pub evidence: EvidenceKind,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Gravity {
    /// The space can hardly do its work like this.
    Critical,
    /// Something to mend.
    Warning,
    /// Something to think about.
    Hint,
}

/// What stands behind a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum EvidenceKind {
    /// A hypothesis that follows from a theory or from practice, this library's own included.
    Theory,
    /// The source observed or measured it.
    Empirical,
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// What it is.
    pub kind: AboutKind,
    /// Its id; a member by token. Absent for the space, its charter and its journal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// The session of a programme, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session: Option<u32>,
    /// The group of a session, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
}

/// What a finding can be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AboutKind {
    /// The space as a whole.
    Space,
    /// Its charter.
    Charter,
    /// A member.
    Member,
    /// A pressure.
    Pressure,
    /// A measure.
    Measure,
    /// A suspended norm.
    Norm,
    /// A programme, or a session of it.
    Programme,
    /// An assessment.
    Assessment,
    /// An idea.
    Idea,
    /// A change that a site made.
    Adaptation,
    /// The journal.
    Journal,
}

/// A rule that could not judge everything it looks at.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Unjudged {
    /// The name of the rule.
    pub rule: &'static str,
    /// What the state does not say.
    pub because: Text,
}

/// All rules, by what they look at.
const RULES: [&[Rule]; 7] = [
    people::RULES,
    pact::RULES,
    shelter::RULES,
    programme::RULES,
    worth::RULES,
    reach::RULES,
    record::RULES,
];

/// Days in which an end is near, unless told.
const NOTICE: u32 = 30;
/// The smallest group that results may be shown for, unless told.
const MINIMUM: u32 = 5;

/// Looks for what a space lacks, at a moment: who is missing, what is not agreed on, what no
/// longer protects, which sessions are one-sided, what was decided without being assessed, what
/// will not last.
///
/// Each finding says why it matters and where the rule comes from. Rules drawn from abstracts
/// and theories are design hypotheses (`theory`); where the source observed the matter, they
/// are `empirical`. No finding is a verdict: people who know the space decide what to make of
/// it.
///
/// The work grows with the size of the state times its logarithm. Times in the state that
/// cannot be read hold for nothing, and the rules that need them say so.
///
/// # Errors
///
/// `contract.invalid-value` where `at` is no time, or the state is of another format or its heads
/// or moment cannot be read; `space.not-open` where the space was not opened.
///
/// # Example
///
/// ```
/// # use innovation_core::space::{DiagnoseRequest, diagnose};
/// let request: DiagnoseRequest = serde_json::from_str(r#"{
///     "at": "2026-11-23T09:00:00Z", "locale": "en",
///     "state": {
///         "format": "innovation/space@1", "events": 1,
///         "founding": {"space": "nights", "title": "Better nights", "locus": "withinOne"}
///     }
/// }"#).unwrap();
/// let diagnosis = diagnose(&request)?;
/// assert_eq!(diagnosis.findings[0].rule, "charter-missing");
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// Each rule names its own; see `source` of a finding.
pub fn diagnose(request: &DiagnoseRequest) -> Result<Diagnosis> {
    let at = moment(&request.at)?;
    let founding = request.state.checked("/state")?.founding.as_ref().ok_or_else(not_open)?;
    let notice = request.notice_days.unwrap_or(NOTICE);
    let minimum = request.minimum_group.unwrap_or(MINIMUM);
    let facts = Facts::of(&request.state, founding, at, notice, minimum);
    let mut diagnosis = judge(&facts);
    diagnosis.gate =
        request.state.stage.next().map(|next| gate::gate(&request.state, next, &request.at));
    if let Some(locale) = &request.locale {
        diagnosis.say_in(locale);
    }
    Ok(diagnosis)
}

fn moment(text: &str) -> Result<Instant> {
    Instant::parse(text).ok_or_else(|| {
        Error::new(Code::ContractInvalidValue, format!("{text:?} is not a time of RFC 3339"))
            .at("/at")
            .hint("write 2026-11-23T09:00:00Z, or a day alone")
    })
}

fn not_open() -> Error {
    Error::new(Code::SpaceNotOpen, "the space has not been opened")
        .at("/state/founding")
        .hint("give the state that `space.replay` makes of a journal that begins with `open`")
}

/// Asks every rule.
fn judge(facts: &Facts<'_>) -> Diagnosis {
    let (mut findings, mut not_checked, mut checked) = (Vec::new(), Vec::new(), 0);
    for rule in RULES.into_iter().flatten() {
        let verdict = (rule.test)(facts);
        match verdict.unjudged {
            Some(because) => not_checked.push(Unjudged { rule: rule.id, because }),
            None => checked += 1,
        }
        let both = |[english, french]: [&'static str; 2]| Text::both(english, french);
        findings.extend(verdict.hits.into_iter().map(|hit| SpaceFinding {
            rule: rule.id,
            severity: rule.severity,
            subject: hit.about,
            message: hit.message,
            reason: both(rule.reason),
            source: both(rule.source),
            evidence: rule.evidence,
        }));
    }
    findings
        .sort_by(|a, b| (a.severity, a.rule, &a.subject).cmp(&(b.severity, b.rule, &b.subject)));
    not_checked.sort_by_key(|unjudged| unjudged.rule);
    Diagnosis { findings, checked, not_checked, gate: None }
}

impl Diagnosis {
    /// Leaves every text in one language.
    fn say_in(&mut self, locale: &str) {
        let found = self.findings.iter_mut();
        let texts = found
            .flat_map(|finding| [&mut finding.message, &mut finding.reason, &mut finding.source]);
        let open = self.not_checked.iter_mut().map(|unjudged| &mut unjudged.because);
        let asked = self.gate.iter_mut().flat_map(|gate| &mut gate.requirements);
        for text in texts.chain(open).chain(asked.map(|requirement| &mut requirement.text)) {
            *text = Text::from(text.for_locale(locale));
        }
    }
}
