//! A rubric as a Questionnaire.
//!
//! What FHIR has an element for stands there; the rest of each group, item and level stands
//! beside it as JSON in one extension of ours, so that nothing is lost on the way back.

use super::json::{
    CALCULATED, NOT_APPLICABLE, Object, REASONS, SHORT, VARIABLE, code, coding, embed, extension,
    fhirpath, json, list, name, number, object, score_url, slug, string,
};
use super::layout::{Form, GroupPlace, ItemPlace, Layout, choice, has_points};
use super::request::{FhirNote, FhirRelease};
use super::total::{self, Sum};
use super::words;
use crate::evaluate::{Level, Rubric, Scoring, Total};
use crate::text::Text;
use serde_json::Value;

/// Writes resources of one release under one root.
#[derive(Debug, Clone)]
pub(super) struct Writer<'a> {
    pub release: FhirRelease,
    pub base: &'a str,
    pub locale: Option<&'a str>,
    /// When the resource was last changed, as FHIR writes it.
    pub stamp: Value,
    /// The language of what has translations.
    pub first: Option<String>,
    pub notes: Vec<FhirNote>,
}

impl Writer<'_> {
    /// A canonical URL of the host's.
    pub fn url(&self, kind: &str, id: &str) -> String {
        format!("{}/{kind}/{id}", self.base)
    }

    /// The id of a rubric's Questionnaire: one for each language, and one of all.
    pub fn questionnaire_id(&self, rubric: &str) -> String {
        match self.locale {
            Some(locale) => slug(&format!("{rubric}-{locale}")),
            None => slug(rubric),
        }
    }

    /// Writes a text; nothing is left in `kept` where it can be read back.
    pub fn text(
        &self,
        members: &mut Object,
        name: &str,
        text: &Text,
        kept: &mut Object,
        key: &str,
    ) {
        if words::put(members, name, text, self.first.as_deref()) {
            kept.remove(key);
        }
    }

    /// A text of this library.
    pub fn own_text(&self, members: &mut Object, name: &str, text: &Text) {
        let text = match self.locale {
            Some(locale) => Text::from(text.for_locale(locale)),
            None => text.clone(),
        };
        words::put(members, name, &text, self.first.as_deref());
    }

    /// An extension of ours.
    pub fn extension(&self, name: &str, kind: &str, value: Value) -> Value {
        extension(&self.url("StructureDefinition", name), kind, value)
    }

    /// What a document holds and FHIR has no element for.
    pub fn kept(&self, kept: Object) -> Value {
        if kept.is_empty() {
            return Value::Null;
        }
        let text = embed(&Value::Object(kept));
        self.extension("innovation-kept", "valueString", text.into())
    }

    pub fn note(&mut self, about: &'static str, english: &str, french: &str) {
        self.notes.push(FhirNote { about, text: Text::both(english, french) });
    }

    /// The system of an item's levels.
    pub fn levels_system(&self, rubric: &Rubric, place: &ItemPlace<'_>) -> String {
        let rubric = slug(rubric.id.as_str());
        if place.item.levels.is_empty() {
            self.url("CodeSystem", &rubric)
        } else {
            self.url("CodeSystem", &format!("{rubric}/{}", slug(place.item.id.as_str())))
        }
    }

    /// The Questionnaire of a rubric that holds together.
    pub fn questionnaire(&mut self, rubric: &Rubric) -> Value {
        let localised;
        let rubric = match self.locale {
            Some(locale) => {
                localised = rubric.clone().into_locale(locale);
                self.first = None;
                &localised
            }
            None => {
                self.first = words::first_language(&rubric.title);
                rubric
            }
        };
        let layout = Layout::of(rubric);
        let mut kept = json(rubric);
        kept.remove("groups");
        kept.remove("format");
        let shared =
            |place: &ItemPlace<'_>| place.form == Form::Choice && place.item.levels.is_empty();
        if layout.items().any(shared) {
            kept.remove("levels");
        }
        let mut members = Object::new();
        self.text(&mut members, "title", &rubric.title, &mut kept, "title");
        if let Some(purpose) = &rubric.purpose {
            self.text(&mut members, "purpose", purpose, &mut kept, "purpose");
        }
        if let Some(note) = &rubric.note {
            self.text(&mut members, "description", note, &mut kept, "note");
        }
        for (field, key, text) in [
            ("version", "version", Some(&rubric.version)),
            ("copyright", "licence", rubric.licence.as_ref()),
        ] {
            let shown = text.map_or(Value::Null, |text| string(text));
            if shown.as_str() == text.map(String::as_str) {
                kept.remove(key);
            }
            if !shown.is_null() {
                members.insert(field.to_owned(), shown);
            }
        }
        if let Some(locale) = self.locale {
            kept.insert("locale".to_owned(), locale.into());
        }
        self.say_what_is_left_out(rubric);
        let mut items: Vec<Value> =
            layout.groups.iter().map(|one| self.group(&layout, one)).collect();
        items.push(self.total(&layout));
        let language = self.locale.map(str::to_owned).or_else(|| self.first.clone());
        let id = self.questionnaire_id(rubric.id.as_str());
        let rest = object(vec![
            ("resourceType", "Questionnaire".into()),
            ("id", id.as_str().into()),
            ("language", language.map_or(Value::Null, |tag| code(&tag).into())),
            ("url", self.url("Questionnaire", &id).into()),
            ("name", name("Rubric_", rubric.id.as_str()).into()),
            ("status", "active".into()),
            ("date", self.stamp.clone()),
            ("subjectType", list(vec!["Group".into(), "Organization".into()])),
            ("extension", list(vec![self.kept(kept)])),
            ("item", list(items)),
        ]);
        if let Value::Object(rest) = rest {
            members.extend(rest);
        }
        Value::Object(members)
    }

    fn group(&mut self, layout: &Layout<'_>, place: &GroupPlace<'_>) -> Value {
        let group = place.group;
        let mut kept = json(group);
        kept.remove("items");
        if place.link == group.id.as_str() {
            kept.remove("id");
        }
        let mut members = Object::new();
        self.text(&mut members, "text", &group.title, &mut kept, "title");
        let mut items = Vec::new();
        if let Some(prompt) = &group.prompt {
            let mut shown = Object::new();
            self.text(&mut shown, "text", prompt, &mut kept, "prompt");
            if !shown.is_empty() {
                items.push(self.helper(shown, "prompt", &place.prompt, "display"));
            }
        }
        for item in &place.items {
            items.push(self.question(layout.rubric, item));
            items.push(self.evidence(item));
        }
        if let Some(link) = &place.score {
            let sum = total::of_group(layout.rubric, place);
            let words = if layout.rubric.scoring == Scoring::LevelTable {
                Text::both("Sum of this part", "Somme de cette partie")
            } else {
                Text::both("Mean of this part", "Moyenne de cette partie")
            };
            items.push(self.score("score", link, &words, sum));
        }
        self.finish(members, &place.link, "group", vec![self.kept(kept)], items)
    }

    fn question(&self, rubric: &Rubric, place: &ItemPlace<'_>) -> Value {
        let item = place.item;
        let mut kept = json(item);
        if place.link == item.id.as_str() {
            kept.remove("id");
        }
        let mut members = Object::new();
        let mut extensions = Vec::new();
        if let Some(prompt) = &item.prompt {
            self.text(&mut members, "text", prompt, &mut kept, "prompt");
            let (short, whole) = words::in_extension(SHORT, &item.title, self.first.as_deref());
            if whole {
                kept.remove("title");
            }
            if short.is_null() {
                kept.insert("asked".to_owned(), true.into());
            }
            extensions.push(short);
        } else {
            self.text(&mut members, "text", &item.title, &mut kept, "title");
        }
        if item.evidence.as_ref().is_some_and(|text| self.reads_back(text)) {
            kept.remove("evidence");
        }
        let mut items = Vec::new();
        let mut kind = "text";
        match place.form {
            Form::Free => {}
            Form::Counts => {
                kind = "group";
                items = self.counts(place, &mut kept);
            }
            Form::Choice => {
                kind = choice(self.release);
                kept.remove("levels");
                if item.levels.is_empty() {
                    kept.insert("shared".to_owned(), true.into());
                }
                let system = self.levels_system(rubric, place);
                let options = place.levels.iter().map(|level| self.option(&system, level));
                let options = options.chain(std::iter::once(self.not_applicable()));
                members.insert("answerOption".to_owned(), list(options.collect()));
                if item.several {
                    members.insert("repeats".to_owned(), true.into());
                    kept.remove("several");
                }
            }
        }
        extensions.push(self.kept(kept));
        self.finish(members, &place.link, kind, extensions, items)
    }

    fn reads_back(&self, text: &Text) -> bool {
        words::put(&mut Object::new(), "text", text, self.first.as_deref())
    }

    fn option(&self, system: &str, level: &Level) -> Value {
        let mut kept = json(level);
        kept.remove("points");
        let shown = code(level.id.as_str());
        if shown == level.id.as_str() {
            kept.remove("id");
        }
        let mut members = Object::new();
        self.text(&mut members, "display", &level.title, &mut kept, "title");
        members.insert("system".to_owned(), system.into());
        members.insert("code".to_owned(), shown.into());
        let extensions = vec![self.worth(level), self.kept(kept)];
        object(vec![("valueCoding", Value::Object(members)), ("extension", list(extensions))])
    }

    /// The points of a level.
    pub fn worth(&self, level: &Level) -> Value {
        let url = score_url(self.release);
        level.points.map_or(Value::Null, |points| extension(url, "valueDecimal", number(points)))
    }

    fn not_applicable(&self) -> Value {
        let mut members = Object::new();
        self.own_text(&mut members, "display", &Text::both("Not applicable", "Sans objet"));
        if let Value::Object(coding) = coding(REASONS, NOT_APPLICABLE, Value::Null) {
            members.extend(coding);
        }
        object(vec![("valueCoding", Value::Object(members))])
    }

    fn counts(&self, place: &ItemPlace<'_>, kept: &mut Object) -> Vec<Value> {
        let Some(ratio) = &place.item.ratio else { return Vec::new() };
        let mut form = json(ratio);
        let mut items = Vec::new();
        for (part, link) in &place.counts {
            let mut members = Object::new();
            match *part {
                "numerator" => {
                    self.text(&mut members, "text", &ratio.numerator, &mut form, part);
                }
                "denominator" => {
                    self.text(&mut members, "text", &ratio.denominator, &mut form, part);
                }
                "reference-numerator" => self.own_text(
                    &mut members,
                    "text",
                    &Text::both(
                        "In the reference population: counted",
                        "Dans la population de référence : nombre compté",
                    ),
                ),
                _ => self.own_text(
                    &mut members,
                    "text",
                    &Text::both(
                        "In the reference population: among how many",
                        "Dans la population de référence : parmi combien",
                    ),
                ),
            }
            items.push(self.helper(members, part, link, "decimal"));
        }
        kept.insert("ratio".to_owned(), Value::Object(form));
        items
    }

    fn evidence(&self, place: &ItemPlace<'_>) -> Value {
        let (Some(link), Some(text)) = (&place.evidence, &place.item.evidence) else {
            return Value::Null;
        };
        let mut members = Object::new();
        words::put(&mut members, "text", text, self.first.as_deref());
        self.helper(members, "evidence", link, "text")
    }

    fn total(&mut self, layout: &Layout<'_>) -> Value {
        let Some(link) = &layout.total else { return Value::Null };
        let words = match (layout.rubric.scoring, layout.rubric.total) {
            (Scoring::Ladder, _) => Text::both("Rung reached", "Échelon atteint"),
            (Scoring::LevelTable, _) => {
                Text::both("Total: sum of points", "Total : somme des points")
            }
            (_, Total::Groups) => {
                Text::both("Total: mean of the parts", "Total : moyenne des parties")
            }
            _ => Text::both("Total: mean of the answers", "Total : moyenne des réponses"),
        };
        self.score("total", link, &words, total::of_all(layout))
    }

    /// A score that the form computes.
    fn score(&mut self, part: &str, link: &str, words: &Text, sum: Option<Sum>) -> Value {
        let mut members = Object::new();
        self.own_text(&mut members, "text", words);
        members.insert("readOnly".to_owned(), true.into());
        let mut extensions = vec![self.extension("innovation-part", "valueCode", part.into())];
        match sum {
            Some(sum) => {
                for (name, expression) in sum.variables {
                    let variable = fhirpath(Some(&name), expression);
                    extensions.push(extension(VARIABLE, "valueExpression", variable));
                }
                let computed = fhirpath(None, sum.expression);
                extensions.push(extension(CALCULATED, "valueExpression", computed));
            }
            None => self.note(
                "no-expression",
                "A score has no expression: it would be too long for the readers of forms. The score is written into responses.",
                "Un score n’a pas d’expression\u{a0}: elle serait trop longue pour les lecteurs de formulaires. Le score est écrit dans les réponses.",
            ),
        }
        self.finish(members, link, "decimal", extensions, Vec::new())
    }

    /// A question that belongs to another part of the rubric.
    fn helper(&self, members: Object, part: &str, link: &str, kind: &str) -> Value {
        let mark = self.extension("innovation-part", "valueCode", part.into());
        self.finish(members, link, kind, vec![mark], Vec::new())
    }

    fn finish(
        &self,
        mut members: Object,
        link: &str,
        kind: &str,
        extensions: Vec<Value>,
        items: Vec<Value>,
    ) -> Value {
        let rest = object(vec![
            ("linkId", link.into()),
            ("type", kind.into()),
            ("extension", list(extensions)),
            ("item", list(items)),
        ]);
        if let Value::Object(rest) = rest {
            members.extend(rest);
        }
        Value::Object(members)
    }

    fn say_what_is_left_out(&mut self, rubric: &Rubric) {
        if !has_points(rubric) && rubric.scoring != Scoring::Ladder {
            self.note(
                "no-total",
                "This kind of rubric has no total, so the form computes none.",
                "Ce type de grille n’a pas de total\u{a0}: le formulaire n’en calcule pas.",
            );
        }
        if rubric.scoring == Scoring::Matrix {
            self.note(
                "no-marginals",
                "The means by dimension of the matrix are not in the form; evaluate.score gives them.",
                "Les moyennes par dimension de la matrice ne sont pas dans le formulaire\u{a0}; evaluate.score les donne.",
            );
        }
        if !rubric.bands.is_empty() {
            self.note(
                "no-bands",
                "The form shows no band for a total; the bands travel with it.",
                "Le formulaire n’affiche pas de palier pour un total\u{a0}; les paliers voyagent avec lui.",
            );
        }
    }
}
