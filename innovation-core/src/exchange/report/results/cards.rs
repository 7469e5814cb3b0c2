//! Cards to print: A6, four to an A4 page; in large letters A5, two to a page.

use super::faces::{Face, Part, faces};
use crate::equip::{Card, Grouping, Kind, Per, Phase};
use crate::error::{Code, Error, Result};
use crate::exchange::report::html::{Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::words::{self, Language, Phrase};
use crate::text::Text;

/// Most cards of a page, and the longest text of a card.
const MOST: usize = 200;
const LONGEST: usize = 20_000;

/// The number of the mark of a kind, and what it is called.
pub(super) fn kind(kind: Kind) -> (usize, Phrase) {
    match kind {
        Kind::Opening => (0, words::OPENING),
        Kind::Method => (1, words::METHOD),
        Kind::Concept => (3, words::CONCEPT),
        Kind::Break => (4, words::BREAK),
        Kind::Closing => (5, words::CLOSING),
    }
}

/// Refuses more than can be printed.
pub(in crate::exchange::report) fn check(cards: &[Card], language: Language) -> Result<()> {
    if cards.len() > MOST {
        let message = format!("{} cards are more than {MOST}", cards.len());
        return Err(Error::new(Code::ContractTooLarge, message).at("/cards"));
    }
    for (at, card) in cards.iter().enumerate() {
        let parts = parts(card, language);
        let long = parts.iter().map(|part| part.text.chars().count()).sum::<usize>()
            + language.of_text(&card.title).chars().count();
        if long > LONGEST {
            let message = format!("{long} characters are more than {LONGEST} on a card");
            return Err(Error::new(Code::ContractTooLarge, message).at(format!("/cards/{at}")));
        }
    }
    Ok(())
}

/// Writes the section: sheets of cards.
pub(in crate::exchange::report) fn write(pen: &mut Pen, cards: &[Card], names: &Names<'_>) {
    let language = pen.language;
    section(pen, "cards", Some(words::EQUIP), words::CARDS);
    if language.is_easy() {
        pen.easy(&[words::EASY_CARDS, words::EASY_CARDS_PRINT]);
    } else {
        pen.say(if language.is_large() { words::CARDS_LARGE } else { words::CARDS_TEXT });
    }
    let all: Vec<(&Card, Vec<Face>)> = cards
        .iter()
        .map(|card| (card, faces(&names.text(&card.title), parts(card, language), language)))
        .collect();
    let faces: Vec<(&Card, &Face, usize)> = all
        .iter()
        .flat_map(|(card, faces)| faces.iter().map(|face| (*card, face, faces.len())))
        .collect();
    for sheet in faces.chunks(if language.is_large() { 2 } else { 4 }) {
        pen.markup("<div class=\"sheet\">\n");
        for (card, face, of) in sheet {
            draw(pen, card, face, *of);
        }
        pen.markup("</div>\n");
    }
    pen.markup("</section>\n");
}

fn draw(pen: &mut Pen, card: &Card, face: &Face, of: usize) {
    let language = pen.language;
    let title = language.of_text(&card.title);
    let (mark, kind) = kind(card.kind);
    pen.markup("<div class=\"face\"><p class=\"kind b").index(mark).markup("\">").mark(mark);
    pen.phrase(kind);
    for phase in &card.phases {
        pen.markup(" · ").phrase(phase_name(*phase));
    }
    pen.markup("</p>\n");
    let open = if face.number == 1 { "<h3>" } else { "<p class=\"again\">" };
    pen.element(open, title, if face.number == 1 { "</h3>\n" } else { "</p>\n" });
    for part in &face.parts {
        match &part.label {
            None => pen.element("<p>", &part.text, "</p>\n"),
            Some(label) => pen.element("<p><b>", label, "</b> ").element("", &part.text, "</p>\n"),
        };
    }
    pen.element("<p class=\"foot\"><span>", card.id.as_str(), "</span>");
    if of > 1 {
        pen.markup("<span>").index(face.number).markup("/").index(of).markup("</span>");
    }
    pen.markup("</p></div>\n");
}

/// What a card says, in the order in which it is needed.
fn parts(card: &Card, language: Language) -> Vec<Part> {
    let text = |text: &Text| language.of_text(text).to_owned();
    let labelled = |label: Phrase, own: &Option<Text>| {
        own.as_ref()
            .map(|own| Part { label: Some(language.say(label).to_owned()), text: text(own) })
    };
    let mut parts: Vec<Part> = Vec::new();
    parts.extend(card.purpose.as_ref().map(|own| Part { label: None, text: text(own) }));
    parts.push(Part { label: None, text: measure(card, language) });
    let materials: Vec<String> = card
        .materials
        .iter()
        .map(|material| {
            let count = material.count.to_string();
            let count = match material.per {
                Per::Person => language.with(words::PER_PERSON, &[&count]),
                Per::Table => language.with(words::PER_TABLE, &[&count]),
                Per::Room => count,
            };
            format!("{} ({count})", text(&material.name))
        })
        .collect();
    if !materials.is_empty() {
        let label = Some(language.say(words::MATERIALS).to_owned());
        parts.push(Part { label, text: materials.join(", ") });
    }
    for (number, stage) in (1..).zip(&card.stages) {
        let minutes = language.with(words::MINUTES_OF, &[&stage.minutes.to_string()]);
        let who = language.say(match stage.grouping {
            Grouping::Alone => words::GROUPING_ALONE,
            Grouping::Pairs => words::GROUPING_PAIRS,
            Grouping::Small => words::GROUPING_SMALL,
            Grouping::Whole => words::GROUPING_WHOLE,
        });
        let label = format!("{number}. {} ({minutes}, {who})", text(&stage.title));
        parts.push(Part { label: Some(label), text: text(&stage.instruction) });
    }
    parts.extend(labelled(words::HEED, &card.health_considerations));
    parts.extend(labelled(words::BEST_FOR, &card.best_for));
    parts.extend(labelled(words::NOT_FOR, &card.not_for));
    let sources: Vec<&str> = card.sources.iter().map(|source| source.title.as_str()).collect();
    if !sources.is_empty() {
        let label = Some(language.say(words::SOURCE).to_owned());
        parts.push(Part { label, text: sources.join("; ") });
    }
    parts
}

/// How many people, and how long.
fn measure(card: &Card, language: Language) -> String {
    let people = match card.group.max {
        Some(max) => {
            language.with(words::PEOPLE_FROM_TO, &[&card.group.min.to_string(), &max.to_string()])
        }
        None => language.with(words::PEOPLE_FROM, &[&card.group.min.to_string()]),
    };
    let (min, max) = (card.minutes.run.min.to_string(), card.minutes.run.max.to_string());
    let mut all = vec![people, language.with(words::MINUTES_FROM_TO, &[&min, &max])];
    for (minutes, phrase) in
        [(card.minutes.prepare, words::PREPARE), (card.minutes.debrief, words::AFTERWARDS)]
    {
        if minutes > 0 {
            all.push(language.with(phrase, &[&minutes.to_string()]));
        }
    }
    all.join(" · ")
}

fn phase_name(phase: Phase) -> Phrase {
    match phase {
        Phase::Frame => words::PHASE_FRAME,
        Phase::Understand => words::PHASE_UNDERSTAND,
        Phase::Imagine => words::PHASE_IMAGINE,
        Phase::Prototype => words::PHASE_PROTOTYPE,
        Phase::Evaluate => words::PHASE_EVALUATE,
        Phase::Perpetuate => words::PHASE_PERPETUATE,
        Phase::Spread => words::PHASE_SPREAD,
    }
}
