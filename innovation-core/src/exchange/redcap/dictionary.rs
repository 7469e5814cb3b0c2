//! The data dictionary of a rubric.

use super::calc;
use super::names::{Plan, Planned};
use crate::error::Result;
use crate::evaluate::{RubricChoice, Scoring};
use crate::exchange::table::Sheet;
use crate::exchange::{Note, Separator};
use crate::formula::needs_a_mark;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// Asks for the REDCap data dictionary of a rubric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ToRedcapRequest {
    /// The rubric, or the id of a built-in one.
    pub rubric: RubricChoice,
    /// Language of the labels (BCP 47); a dictionary has one.
    pub locale: String,
    /// The name of the form: lower-case letters, digits and underscores, a letter first, at most
    /// 64. Default: from the id of the rubric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    /// Whether each item gets a box to say that it does not apply.
    #[serde(default)]
    pub not_applicable: bool,
}

/// A REDCap data dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RedcapDictionary {
    /// The dictionary: CSV with the eighteen columns of REDCap, to be uploaded as it is.
    pub text: String,
    /// The name of the form.
    pub form: String,
    /// The fields, in their order.
    pub fields: Vec<RedcapField>,
    /// What REDCap cannot work out as this library does.
    pub notes: Vec<Note>,
}

/// A field of a data dictionary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RedcapField {
    /// The name of the variable.
    pub name: String,
    /// The item or group of the rubric that it belongs to, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// The columns, as REDCap calls them.
const COLUMNS: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

/// Writes a rubric as a REDCap data dictionary.
///
/// Names of variables are made from ids (`patient-voice` becomes `patient_voice`), each once; the
/// id stands in the field annotation. Codes of levels are their points where these are distinct
/// whole numbers from 0 up, else 1, 2, 3 …. Scores are calculated fields that ask for as many
/// answers as the rubric does. Evidence has a field of its own where an item asks for it. Who
/// assesses is a pseudonymous id: REDCap holds the key, if anybody.
///
/// REDCap has no sign that lets a choice hold a vertical bar, so it becomes a slash; `<` becomes
/// `&lt;`, since labels are read as HTML.
///
/// # Errors
///
/// `evaluate.invalid-rubric`, `evaluate.unknown-rubric`, `evaluate.no-rubrics`;
/// `contract.invalid-value` for a form that is no name.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{ToRedcapRequest, to_redcap};
/// let request: ToRedcapRequest = serde_json::from_str(r#"{
///     "locale": "en",
///     "rubric": {"id": "r", "version": "1.0.0", "title": "R", "citation": "own",
///         "scoring": "levelTable", "groups": [{"id": "g", "title": "G", "items": [
///             {"id": "heard", "title": "Were users heard?", "levels": [
///                 {"id": "no", "title": "No", "points": 0},
///                 {"id": "yes", "title": "Yes", "points": 1}]}]}]}
/// }"#).unwrap();
/// let dictionary = to_redcap(&request)?;
/// assert!(dictionary.text.contains("heard,r,G,radio,Were users heard?,\"0, No | 1, Yes\""));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// P. A. Harris et al., *Research electronic data capture (REDCap)*, Journal of Biomedical
/// Informatics 42(2), 2009.
pub fn to_redcap(request: &ToRedcapRequest) -> Result<RedcapDictionary> {
    let plan = Plan::of(&request.rubric, request.form.as_deref())?;
    let mut writer =
        Writer { request, plan: &plan, sheet: Sheet::new(Separator::Comma), fields: Vec::new() };
    writer.sheet.row(COLUMNS.into_iter());
    writer.head();
    for (at, item) in plan.items.iter().enumerate() {
        let first =
            at == 0 || plan.items.get(at - 1).is_some_and(|before| before.group != item.group);
        writer.item(item, first);
    }
    writer.scores();
    let notes = notes(request, &plan);
    Ok(RedcapDictionary { text: writer.sheet.text, fields: writer.fields, notes, form: plan.form })
}

/// What differs from field to field.
#[derive(Default)]
struct Line<'a> {
    name: &'a str,
    kind: &'static str,
    section: String,
    label: String,
    choices: String,
    note: String,
    validation: &'static str,
    min: &'static str,
    id: Option<&'a str>,
    /// What the annotation says before the id.
    of: &'static str,
}

struct Writer<'a> {
    request: &'a ToRedcapRequest,
    plan: &'a Plan,
    sheet: Sheet,
    fields: Vec<RedcapField>,
}

impl Writer<'_> {
    /// Which record, and who assesses what, in which role, when.
    fn head(&mut self) {
        let plan = self.plan;
        let fields = [
            ("record_id", "Record", "Enregistrement", ""),
            (plan.subject.as_str(), "What is assessed (id)", "Objet évalué (identifiant)", ""),
            (
                plan.assessor.as_str(),
                "Who assesses (pseudonymous id)",
                "Qui évalue (identifiant pseudonyme)",
                "",
            ),
            (plan.role.as_str(), "In which role", "En quelle qualité", ""),
            (plan.at.as_str(), "When", "Date", "date_ymd"),
        ];
        for (name, english, french, validation) in fields {
            let label = Text::both(english, french).for_locale(&self.request.locale).to_owned();
            self.line(Line { name, kind: "text", label, validation, ..Line::default() });
        }
    }

    fn item(&mut self, item: &Planned, first: bool) {
        let id = Some(item.item.id.as_str());
        let group = self.plan.rubric.groups.get(item.group);
        let section =
            group.filter(|_| first).map(|group| self.label(&group.title)).unwrap_or_default();
        let title = self.label(&item.item.title);
        let label = match &item.item.prompt {
            Some(prompt) => self.label(prompt),
            None => title.clone(),
        };
        let note = item.item.evidence.as_ref().map(|text| self.label(text)).unwrap_or_default();
        if let (Some(counts), Some(ratio)) = (&item.counts, &item.item.ratio) {
            let [count, among, reference_count, reference_among] = counts;
            let reference = self.word(" (reference population)", " (population de référence)");
            let [counted, whole] =
                [&ratio.numerator, &ratio.denominator].map(|text| self.label(text));
            let mut fields = vec![
                (count, format!("{label} – {counted}")),
                (among, format!("{label} – {whole}")),
            ];
            if ratio.reference {
                fields.push((reference_count, format!("{label} – {counted}{reference}")));
                fields.push((reference_among, format!("{label} – {whole}{reference}")));
            }
            for (at, (name, label)) in fields.into_iter().enumerate() {
                let section = if at == 0 { section.clone() } else { String::new() };
                self.line(Line {
                    name,
                    kind: "text",
                    label,
                    section,
                    validation: "number",
                    min: "0",
                    id,
                    of: "item",
                    ..Line::default()
                });
            }
            self.line(Line {
                name: &item.name,
                kind: "calc",
                label: title.clone(),
                choices: calc::ratio(counts),
                note,
                id,
                of: "item",
                ..Line::default()
            });
        } else {
            let kind = match (item.levels.is_empty(), item.item.several) {
                (true, _) => "text",
                (false, true) => "checkbox",
                (false, false) => "radio",
            };
            let choice = |(code, level): &(String, crate::evaluate::Level)| {
                format!("{code}, {}", self.label(&level.title).replace('|', "/").replace('\n', " "))
            };
            let choices: Vec<String> = item.levels.iter().map(choice).collect();
            let choices = choices.join(" | ");
            self.line(Line {
                name: &item.name,
                kind,
                label,
                section,
                choices,
                note,
                id,
                of: "item",
                ..Line::default()
            });
        }
        if self.request.not_applicable {
            let does_not = self.word("does not apply", "sans objet");
            let choices = format!("1, {does_not}");
            self.line(Line {
                name: &item.not_applicable,
                kind: "checkbox",
                label: title.clone(),
                choices,
                id,
                of: "does not apply, item",
                ..Line::default()
            });
        }
        if item.item.evidence.is_some() {
            let label = format!("{title} – {}", self.word("what shows it", "ce qui le montre"));
            self.line(Line {
                name: &item.evidence,
                kind: "notes",
                label,
                id,
                of: "evidence, item",
                ..Line::default()
            });
        }
    }

    /// Scores of groups, and the total.
    fn scores(&mut self) {
        let plan = self.plan;
        let not_applicable = self.request.not_applicable;
        let mut section = self.word("Scores", "Scores").to_owned();
        for ((at, group), name) in plan.rubric.groups.iter().enumerate().zip(&plan.groups) {
            let Some(name) = name else { continue };
            let items: Vec<&Planned> = plan.items.iter().filter(|item| item.group == at).collect();
            let choices = calc::score(plan, &items, not_applicable);
            let label = self.label(&group.title);
            let section = std::mem::take(&mut section);
            self.line(Line {
                name,
                kind: "calc",
                label,
                section,
                choices,
                id: Some(group.id.as_str()),
                of: "group",
                ..Line::default()
            });
        }
        if let (Some(name), Some(choices)) = (&plan.total, calc::total(plan, not_applicable)) {
            let label = self.label(&plan.rubric.title);
            self.line(Line {
                name,
                kind: "calc",
                label,
                section,
                choices,
                id: Some(plan.rubric.id.as_str()),
                of: "rubric",
                ..Line::default()
            });
        }
    }

    fn line(&mut self, line: Line<'_>) {
        let annotation = line.id.map(|id| format!("{}: {id}", line.of)).unwrap_or_default();
        let cells = [
            line.name,
            &self.plan.form,
            &line.section,
            line.kind,
            &line.label,
            &line.choices,
            &line.note,
            line.validation,
            line.min,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            &annotation,
        ];
        self.sheet.begin();
        for cell in cells {
            // REDCap would keep an apostrophe; it does not mind a space.
            if needs_a_mark(cell) {
                self.sheet.plain(&format!(" {cell}"));
            } else {
                self.sheet.plain(cell);
            }
        }
        self.sheet.end();
        self.fields
            .push(RedcapField { name: line.name.to_owned(), id: line.id.map(str::to_owned) });
    }

    fn label(&self, text: &Text) -> String {
        let told = text.for_locale(&self.request.locale);
        told.replace('<', "&lt;").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
    }

    fn word(&self, english: &'static str, french: &'static str) -> &'static str {
        if Text::both("en", "fr").for_locale(&self.request.locale) == "fr" {
            french
        } else {
            english
        }
    }
}

fn notes(request: &ToRedcapRequest, plan: &Plan) -> Vec<Note> {
    let say = |code, english: &str, french: &str| Note {
        code,
        row: None,
        column: plan.total.clone(),
        count: 1,
        message: Text::from(Text::both(english, french).for_locale(&request.locale)),
    };
    let mut notes = Vec::new();
    if matches!(plan.rubric.scoring, Scoring::OrdinalProfile | Scoring::Valence | Scoring::Ladder) {
        notes.push(say(
            "no-score",
            "This rubric has no sum or mean: its levels are counted, so the form holds no score. Read the records with this library.",
            "Cette grille n’a ni somme ni moyenne : ses niveaux se comptent, le formulaire ne porte donc pas de score. Relisez les enregistrements avec cette bibliothèque.",
        ));
    }
    if plan.total.is_some() && calc::total(plan, request.not_applicable).is_none() {
        notes.push(say(
            "no-total",
            "A mean of groups with items that do not apply is beyond a calculated field: the form holds no total.",
            "Une moyenne de groupes dont des questions sont sans objet dépasse un champ calculé : le formulaire ne porte pas de total.",
        ));
    }
    notes
}
