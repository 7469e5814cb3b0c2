//! What is wrong with a card, before a group finds out.

use super::card::{Card, FORMAT, Kind};
use super::reach;
use crate::contract::nearest;
use crate::error::Result;
use crate::people::{Id, catalogue};
use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Asks for what is wrong with cards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LintRequest {
    /// The cards of one deck.
    pub cards: Vec<Card>,
    /// Languages that every text should have (BCP 47). Default: those of the first card's
    /// title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
}

/// What is wrong with cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Lint {
    /// The findings, card by card.
    pub findings: Vec<Finding>,
    /// The smallest paper that each card fits on, one side.
    pub papers: Vec<CardPaper>,
    /// Findings that are errors.
    pub errors: u32,
    /// Findings that are warnings.
    pub warnings: u32,
}

/// A finding about a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The card.
    pub card: Id,
    /// The place in the request.
    pub path: String,
    /// What is wrong.
    pub code: Fault,
    /// Whether the card should not be used as it is.
    pub severity: Severity,
    /// The same in a sentence.
    pub message: String,
}

/// Whether a card should be used as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Should not.
    Error,
    /// Should be looked at.
    Warning,
}

/// What is wrong with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The format is not one this library writes.
    UnknownFormat,
    /// Another card has the same id.
    DuplicateId,
    /// A text that every card should have is absent.
    MissingText,
    /// No source is named.
    MissingSource,
    /// No licence is named.
    MissingLicence,
    /// A text lacks a language.
    MissingTranslation,
    /// The text has changed since it was translated.
    StaleTranslation,
    /// Nobody noted which text was translated.
    UnmarkedTranslation,
    /// A text is longer than its place on the card.
    TooLong,
    /// The card does not fit on one side of A5.
    OverPrintableLength,
    /// Minutes contradict each other.
    ImpossibleTime,
    /// Fewest people are more than most, or nobody.
    ImpossibleGroup,
    /// A number lies outside its range.
    OutOfRange,
    /// A need that no card yields.
    NeedWithoutSource,
    /// Cards that need each other, so that none can be first.
    NeedCycle,
    /// A card that goes well with this one is not in the deck.
    UnknownCard,
    /// A role that is neither in the catalogue nor a family.
    UnknownRole,
    /// An opening that leaves nothing to build on, or a closing that needs something.
    OddOutcome,
}

/// The smallest paper that a card fits on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CardPaper {
    /// The card.
    pub card: Id,
    /// The paper; absent where not even A5 is enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<Paper>,
    /// Characters in its longest language.
    pub characters: u32,
}

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Paper {
    /// 105 × 148 mm.
    A6,
    /// 148 × 210 mm.
    A5,
}

/// Characters in one language that fit on a side, at nine points with headings and margins.
const ON_A6: usize = 1_100;
const ON_A5: usize = 2_400;

/// Characters that fit in the place of a text, by the last step of its path.
const PLACES: [(&str, &str, usize); 8] = [
    ("", "title", 60),
    ("", "purpose", 220),
    ("stages", "title", 50),
    ("stages", "instruction", 420),
    ("materials", "name", 60),
    ("", "bestFor", 180),
    ("", "notFor", 180),
    ("", "healthConsiderations", 380),
];

/// Most stages on a card.
const MOST_STAGES: usize = 6;

/// Looks for what is wrong with cards: absent texts, translations absent or out of date,
/// texts too long to print, times that contradict each other, needs that nothing meets.
///
/// # Errors
///
/// None: whatever can be read as cards has findings.
///
/// # Example
///
/// ```
/// use innovation_core::equip::{LintRequest, lint};
/// let request: LintRequest = serde_json::from_str(r#"{"cards": [{
///     "id": "walk", "kind": "method", "title": "Walk", "group": {"min": 9, "max": 3},
///     "minutes": {"run": {"min": 10, "max": 20}}
/// }]}"#).unwrap();
/// assert!(lint(&request)?.findings.iter().any(|found| found.path == "/cards/0/group"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
pub fn lint(request: &LintRequest) -> Result<Lint> {
    let mut notes = Notes { findings: Vec::new() };
    let languages = languages(request);
    let ids: BTreeMap<&Id, usize> =
        request.cards.iter().enumerate().rev().map(|(at, card)| (&card.id, at)).collect();
    let known: Vec<&str> = ids.keys().map(|id| id.as_str()).collect();
    let families = catalogue()?;
    let mut papers = Vec::new();
    for (at, card) in request.cards.iter().enumerate() {
        let mut note = notes.on(card, at);
        if ids.get(&card.id) != Some(&at) {
            note.error("/id", Fault::DuplicateId, "another card has the same id".into());
        }
        form(card, &mut note);
        papers.push(texts(card, &languages, &mut note));
        for (at, role) in card.roles.iter().enumerate().filter(|(_, role)| !families.knows(role)) {
            let message = format!("{role} is neither a role of the catalogue nor a family");
            note.error(&format!("/roles/{at}"), Fault::UnknownRole, message);
        }
        for (at, other) in card.pairs_with.iter().enumerate() {
            if !ids.contains_key(other) {
                let near = nearest(other.as_str(), &known).map(|near| format!("; {near}"));
                let message = format!("{other} is not in the deck{}", near.unwrap_or_default());
                note.warn(&format!("/pairsWith/{at}"), Fault::UnknownCard, message);
            }
        }
    }
    needs(&request.cards, &mut notes);
    let count = |severity| {
        notes.findings.iter().filter(|finding| finding.severity == severity).count() as u32
    };
    Ok(Lint {
        papers,
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: notes.findings,
    })
}

/// Notes that its translations are up to date: beside each text of another language stands
/// the mark of the English text, or of the first language where there is no English.
pub fn stamp(card: &mut Card) {
    let mut translated: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (path, text) in card.texts() {
        let Some(source) = source(text) else { continue };
        for language in text.languages().filter(|&language| language != source) {
            let mark = mark(text.for_locale(source));
            translated.entry(language.to_owned()).or_default().insert(path.clone(), mark);
        }
    }
    card.translated = translated;
}

/// The language that others are translated from.
fn source(text: &Text) -> Option<&str> {
    text.languages().find(|&language| language == "en").or_else(|| text.languages().next())
}

/// A text's mark: its FNV-1a hash of 32 bits, in hexadecimal.
fn mark(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

/// Findings so far.
struct Notes {
    findings: Vec<Finding>,
}

impl Notes {
    fn on<'a>(&'a mut self, card: &'a Card, at: usize) -> Note<'a> {
        Note { card, at, findings: &mut self.findings }
    }
}

/// Takes findings on one card.
struct Note<'a> {
    card: &'a Card,
    at: usize,
    findings: &'a mut Vec<Finding>,
}

impl Note<'_> {
    fn error(&mut self, place: &str, code: Fault, message: String) {
        self.add(place, code, Severity::Error, message);
    }

    fn warn(&mut self, place: &str, code: Fault, message: String) {
        self.add(place, code, Severity::Warning, message);
    }

    fn add(&mut self, place: &str, code: Fault, severity: Severity, message: String) {
        let (card, path) = (self.card.id.clone(), format!("/cards/{}{place}", self.at));
        self.findings.push(Finding { card, path, code, severity, message });
    }
}

/// The languages asked for, or those of the first title.
fn languages(request: &LintRequest) -> Vec<String> {
    if !request.languages.is_empty() {
        return request.languages.clone();
    }
    let first = request.cards.first();
    first.into_iter().flat_map(|card| card.title.languages()).map(str::to_owned).collect()
}

/// What a single card says of itself, texts apart.
fn form(card: &Card, note: &mut Note<'_>) {
    if card.format != FORMAT {
        note.error("/format", Fault::UnknownFormat, format!("the format is not {FORMAT}"));
    }
    let wanted = [
        ("/purpose", card.purpose.is_none(), Severity::Warning),
        ("/bestFor", card.best_for.is_none(), Severity::Warning),
        ("/notFor", card.not_for.is_none(), Severity::Error),
        ("/healthConsiderations", card.health_considerations.is_none(), Severity::Error),
    ];
    for (place, absent, severity) in wanted {
        if absent && card.kind != Kind::Break {
            let name = place.trim_start_matches('/');
            note.add(place, Fault::MissingText, severity, format!("{name} is absent"));
        }
    }
    if card.sources.is_empty() {
        note.error("/sources", Fault::MissingSource, "no source is named".into());
    }
    if card.licence.is_none() {
        note.warn("/licence", Fault::MissingLicence, "no licence is named".into());
    }
    let run = card.minutes.run;
    if run.min == 0 || run.min > run.max {
        let message = format!("a card does not run for {} to {} minutes", run.min, run.max);
        note.error("/minutes/run", Fault::ImpossibleTime, message);
    }
    let stages: u32 = card.stages.iter().fold(0, |sum, stage| sum.saturating_add(stage.minutes));
    if !card.stages.is_empty() && !(run.min..=run.max).contains(&stages) {
        let message =
            format!("the stages take {stages} minutes, the card {} to {}", run.min, run.max);
        note.error("/stages", Fault::ImpossibleTime, message);
    }
    if card.stages.is_empty() && card.kind != Kind::Break {
        note.error("/stages", Fault::MissingText, "there is no stage to follow".into());
    }
    if card.stages.len() > MOST_STAGES {
        let message = format!("{} stages are more than {MOST_STAGES}", card.stages.len());
        note.error("/stages", Fault::OverPrintableLength, message);
    }
    if card.group.min == 0 || !card.group.takes(card.group.min) {
        let message = "no group is as large as the fewest and as small as the most".to_owned();
        note.error("/group", Fault::ImpossibleGroup, message);
    }
    let ranges = [
        ("/energy", card.energy, 3),
        ("/difficulty/facilitator", card.difficulty.facilitator, 5),
        ("/difficulty/participant", card.difficulty.participant, 5),
    ];
    for (place, value, most) in
        ranges.into_iter().filter(|&(_, value, most)| !(1..=most).contains(&value))
    {
        note.error(place, Fault::OutOfRange, format!("{value} is not between 1 and {most}"));
    }
    if card.kind == Kind::Opening && card.yields.is_empty() {
        note.warn("/yields", Fault::OddOutcome, "an opening that yields nothing".into());
    }
    if matches!(card.kind, Kind::Opening | Kind::Break) && !card.needs.is_empty() {
        note.warn("/needs", Fault::OddOutcome, "it stands first and yet needs something".into());
    }
}

/// Lengths and translations; the paper that the card fits on.
fn texts(card: &Card, languages: &[String], note: &mut Note<'_>) -> CardPaper {
    let mut lengths = vec![0; languages.len().max(1)];
    for (path, text) in card.texts() {
        let place = PLACES.iter().find(|(room, name, _)| {
            path.ends_with(name)
                && path.trim_start_matches('/').starts_with(room)
                && (!room.is_empty() || path.matches('/').count() == 1)
        });
        let has: BTreeSet<&str> = text.languages().collect();
        for (length, language) in lengths.iter_mut().zip(languages) {
            if !has.is_empty() && !has.contains(language.as_str()) {
                let message = format!("there is no {language} text");
                note.error(&path, Fault::MissingTranslation, message);
                continue;
            }
            let characters = text.for_locale(language).chars().count();
            *length += characters;
            if let Some((_, _, most)) = place.filter(|(_, _, most)| characters > *most) {
                let message =
                    format!("{characters} characters in {language}; {most} fit in this place");
                note.error(&path, Fault::TooLong, message);
            }
        }
        if languages.is_empty() {
            let characters = text.for_locale("en").chars().count();
            lengths.iter_mut().for_each(|length| *length += characters);
        }
        fresh(card, &path, text, note);
    }
    let longest = lengths.into_iter().max().unwrap_or(0);
    let paper = if longest <= ON_A6 { Paper::A6 } else { Paper::A5 };
    if longest > ON_A5 {
        let message = format!("{longest} characters; {ON_A5} fit on one side of A5");
        note.error("", Fault::OverPrintableLength, message);
    }
    let paper = (longest <= ON_A5).then_some(paper);
    CardPaper { card: card.id.clone(), paper, characters: longest as u32 }
}

/// Whether each translation was made from the text as it is now.
fn fresh(card: &Card, path: &str, text: &Text, note: &mut Note<'_>) {
    let Some(source) = source(text) else { return };
    let now = mark(text.for_locale(source));
    for language in text.languages().filter(|&language| language != source) {
        match card.translated.get(language).and_then(|marks| marks.get(path)) {
            Some(then) if *then == now => {}
            Some(_) => {
                let message = format!(
                    "the {source} text has changed since it was translated to {language}; \
                     its mark is now {now}"
                );
                note.error(path, Fault::StaleTranslation, message);
            }
            None => {
                let message =
                    format!("nothing says which {source} text was translated to {language}");
                note.warn(path, Fault::UnmarkedTranslation, message);
            }
        }
    }
}

/// Needs that nothing yields, and cards that wait for each other.
fn needs(cards: &[Card], notes: &mut Notes) {
    let yielded: BTreeSet<&str> =
        cards.iter().flat_map(|card| &card.yields).map(String::as_str).collect();
    for (at, card) in cards.iter().enumerate() {
        for (place, need) in card.needs.iter().enumerate() {
            if !yielded.contains(need.as_str()) {
                let message = format!("no card of the deck yields {need}");
                notes.on(card, at).warn(
                    &format!("/needs/{place}"),
                    Fault::NeedWithoutSource,
                    message,
                );
            }
        }
    }
    let outside: BTreeSet<&str> = cards
        .iter()
        .flat_map(|card| &card.needs)
        .map(String::as_str)
        .filter(|need| !yielded.contains(need))
        .collect();
    if let Some(cycle) = reach::cycle(cards, &outside) {
        let names: Vec<&str> =
            cycle.iter().filter_map(|&at| cards.get(at)).map(|card| card.id.as_str()).collect();
        for &at in &cycle {
            if let Some(card) = cards.get(at) {
                let message = format!("these cards wait for each other: {}", names.join(", "));
                notes.on(card, at).error("/needs", Fault::NeedCycle, message);
            }
        }
    }
}
