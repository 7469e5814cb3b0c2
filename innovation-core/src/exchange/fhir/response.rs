//! An assessment as a QuestionnaireResponse, with the totals that the library computes.

use super::json::{
    ABSENT, NOT_APPLICABLE, Object, REASONS, code, coding, extension, json, known_as, list, number,
    object, safe, string,
};
use super::layout::{Form, ItemPlace, Layout};
use super::questionnaire::Writer;
use super::words;
use crate::error::Result;
use crate::evaluate::{
    Answer, Assessment, AssessmentScore, Level, Rubric, RubricChoice, ScoreRequest, score,
};
use crate::instant::Instant;
use crate::text::Text;
use serde_json::Value;

/// The word of assessments for what does not apply.
const NO_WAY: &str = "notApplicable";

impl Writer<'_> {
    /// The response of an assessment; totals are the library's own.
    pub fn response(&mut self, rubric: &Rubric, assessment: &Assessment) -> Result<Value> {
        let scores = score(&ScoreRequest {
            rubric: RubricChoice::Own(Box::new(rubric.clone())),
            wording: None,
            assessments: vec![assessment.clone()],
            by: Vec::new(),
            occasions: Vec::new(),
            disclose: None,
        })?;
        self.first = match self.locale {
            Some(_) => None,
            None => words::first_language(&rubric.title),
        };
        let layout = Layout::of(rubric);
        let mut kept = json(assessment);
        for carried in ["rubric", "version", "answers"] {
            kept.remove(carried);
        }
        let named =
            [("subject", Some(&assessment.subject)), ("assessor", assessment.assessor.as_ref())];
        for (key, id) in named {
            if id.is_some_and(|id| string(id.as_str()) == id.as_str()) {
                kept.remove(key);
            }
        }
        let authored = assessment.at.as_deref().and_then(date_time);
        if authored == assessment.at {
            kept.remove("at");
        }
        let role = assessment.role.as_deref().filter(|role| !role.is_empty());
        if role.is_some_and(|role| code(role) == role) {
            kept.remove("role");
        }
        let items = self.groups(&layout, assessment, scores.scores.first(), &mut kept);
        if kept.get("evidence").and_then(Value::as_object).is_some_and(Object::is_empty) {
            kept.remove("evidence");
        }
        let role = role.map_or(Value::Null, |role| {
            coding(&self.url("CodeSystem", "innovation-role"), &code(role), Value::Null)
        });
        let id = self.questionnaire_id(rubric.id.as_str());
        let canonical =
            format!("{}|{}", self.url("Questionnaire", &id), code(&safe(&rubric.version)));
        let subject = known_as(self.url("NamingSystem", "subject"), assessment.subject.as_str());
        let author = assessment.assessor.as_ref().map_or(Value::Null, |assessor| {
            known_as(self.url("NamingSystem", "assessor"), assessor.as_str())
        });
        let extensions =
            vec![self.extension("innovation-role", "valueCoding", role), self.kept(kept)];
        Ok(object(vec![
            ("resourceType", "QuestionnaireResponse".into()),
            ("questionnaire", canonical.into()),
            ("status", "completed".into()),
            ("authored", authored.map_or(Value::Null, Value::from)),
            ("subject", subject),
            ("author", author),
            ("extension", list(extensions)),
            ("item", list(items)),
        ]))
    }

    fn groups(
        &self,
        layout: &Layout<'_>,
        assessment: &Assessment,
        scores: Option<&AssessmentScore>,
        kept: &mut Object,
    ) -> Vec<Value> {
        let mut groups = Vec::new();
        for (at, place) in layout.groups.iter().enumerate() {
            let mut items = Vec::new();
            for item in &place.items {
                items.push(self.answered(layout.rubric, item, assessment));
                items.push(evidence(item, assessment, kept));
            }
            let score = scores.and_then(|scores| scores.groups.get(at)?.score.value);
            items.push(scored(place.score.as_deref(), score));
            let items = list(items);
            if items.as_array().is_some_and(|items| !items.is_empty()) {
                groups.push(object(vec![("linkId", place.link.as_str().into()), ("item", items)]));
            }
        }
        groups.push(scored(layout.total.as_deref(), scores.and_then(|scores| scores.total.value)));
        groups
    }

    fn answered(&self, rubric: &Rubric, place: &ItemPlace<'_>, assessment: &Assessment) -> Value {
        let Some(answer) = assessment.answers.get(place.item.id.as_str()) else {
            return Value::Null;
        };
        let excused = matches!(answer, Answer::Level(word) if word == NO_WAY);
        let mut members = vec![("linkId", Value::from(place.link.as_str()))];
        if excused && place.form != Form::Choice {
            let reason = extension(ABSENT, "valueCode", NOT_APPLICABLE.into());
            members.push(("extension", list(vec![reason])));
            return object(members);
        }
        match answer {
            Answer::Missing(()) => {}
            Answer::Ratio(ratio) => {
                let [reference, among] = ratio.reference.unwrap_or_default();
                let values = [ratio.numerator, ratio.denominator, reference, among];
                let each = place.counts.iter().zip(values);
                let items = each.map(|((_, link), value)| scored(Some(link), Some(value)));
                members.push(("item", list(items.collect())));
            }
            _ => members.push(("answer", list(self.values(rubric, place, answer)))),
        }
        object(members)
    }

    /// The values of an answer that is given.
    fn values(&self, rubric: &Rubric, place: &ItemPlace<'_>, answer: &Answer) -> Vec<Value> {
        let by_id = |id: &str| place.levels.iter().find(|level| level.id.as_str() == id);
        let written = |number: f64| {
            self.extension("innovation-number", "valueDecimal", number_or_null(number))
        };
        let level = |level: &Level, number: Value| {
            let chosen = self.chosen(rubric, place, level);
            object(vec![("valueCoding", chosen), ("extension", list(vec![number]))])
        };
        match answer {
            Answer::Level(word) if word == NO_WAY => {
                let mut chosen = Object::new();
                let words = Text::both("Not applicable", "Sans objet");
                self.own_text(&mut chosen, "display", &words);
                chosen.insert("system".to_owned(), REASONS.into());
                chosen.insert("code".to_owned(), NOT_APPLICABLE.into());
                vec![object(vec![("valueCoding", Value::Object(chosen))])]
            }
            Answer::Level(text) if place.form == Form::Free => {
                let shown = string(text);
                let whole = (shown != text.as_str()).then(|| {
                    let kept = std::iter::once(("answer".to_owned(), Value::from(text.as_str())));
                    self.kept(kept.collect())
                });
                let extensions = list(vec![whole.unwrap_or_default()]);
                vec![object(vec![("valueString", shown), ("extension", extensions)])]
            }
            Answer::Number(value) if place.form == Form::Free => {
                let extensions = list(vec![written(*value)]);
                let shown = number(*value).to_string();
                vec![object(vec![("valueString", shown.into()), ("extension", extensions)])]
            }
            Answer::Level(id) => by_id(id).map(|one| level(one, Value::Null)).into_iter().collect(),
            Answer::Number(points) => {
                let found = place.levels.iter().find(|level| level.points == Some(*points));
                found.map(|one| level(one, written(*points))).into_iter().collect()
            }
            Answer::Levels(ids) => {
                let chosen = place
                    .levels
                    .iter()
                    .filter(|level| ids.iter().any(|id| level.id.as_str() == id));
                chosen.map(|one| level(one, Value::Null)).collect()
            }
            Answer::Missing(()) | Answer::Ratio(_) => Vec::new(),
        }
    }

    /// A level as a form answers with it: its coding, with what it is worth.
    fn chosen(&self, rubric: &Rubric, place: &ItemPlace<'_>, level: &Level) -> Value {
        let mut members = Object::new();
        let title = match self.locale {
            Some(locale) => Text::from(level.title.for_locale(locale)),
            None => level.title.clone(),
        };
        words::put(&mut members, "display", &title, self.first.as_deref());
        members.insert("system".to_owned(), self.levels_system(rubric, place).into());
        members.insert("code".to_owned(), code(level.id.as_str()).into());
        let worth = list(vec![self.worth(level)]);
        if worth.as_array().is_some_and(|list| !list.is_empty()) {
            members.insert("extension".to_owned(), worth);
        }
        Value::Object(members)
    }
}

/// What was shown for an answer, under its own question; the rest stays in `kept`.
fn evidence(place: &ItemPlace<'_>, assessment: &Assessment, kept: &mut Object) -> Value {
    let id = place.item.id.as_str();
    let (Some(link), Some(words)) = (&place.evidence, assessment.evidence.get(id)) else {
        return Value::Null;
    };
    let shown = string(words);
    if shown == words.as_str()
        && let Some(kept) = kept.get_mut("evidence").and_then(Value::as_object_mut)
    {
        kept.remove(id);
    }
    if shown.is_null() {
        return Value::Null;
    }
    let answer = list(vec![object(vec![("valueString", shown)])]);
    object(vec![("linkId", link.as_str().into()), ("answer", answer)])
}

fn scored(link: Option<&str>, value: Option<f64>) -> Value {
    let (Some(link), Some(value)) = (link, value) else { return Value::Null };
    let answer = list(vec![object(vec![("valueDecimal", number_or_null(value))])]);
    object(vec![("linkId", link.into()), ("answer", answer)])
}

fn number_or_null(value: f64) -> Value {
    if value.is_finite() { number(value) } else { Value::Null }
}

/// A moment as FHIR writes it: a date, or a date and a time with an offset of 14 hours at most.
pub(super) fn date_time(text: &str) -> Option<String> {
    Instant::parse(text)?;
    let Some((date, time)) = text.split_once(['T', 't', ' ']) else {
        return Some(text.to_owned());
    };
    let time = time.replace('z', "Z");
    let far = time.rsplit_once(['+', '-']).is_some_and(|(_, offset)| offset > "14:00");
    (!far).then(|| format!("{date}T{time}"))
}
