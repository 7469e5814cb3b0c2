//! A programme: a timeline for each session, and what must lie ready.

use super::cards::kind;
use crate::equip::{Card, Kind};
use crate::error::{Code, Error, Result};
use crate::exchange::report::answer::Answer;
use crate::exchange::report::html::{Data, Pen, section};
use crate::exchange::report::names::Names;
use crate::exchange::report::words;
use crate::picture::Naming;
use crate::picture::timeline::{self, Block};

/// Most sessions, and the longest in minutes.
const MOST_SESSIONS: u32 = 60;
const LONGEST: u32 = 1_440;

/// A programme that holds together.
#[derive(Debug)]
pub(in crate::exchange::report) struct Programme {
    proved: Option<bool>,
    sessions: Vec<Vec<Item>>,
    materials: Vec<String>,
}

/// A block of a session.
#[derive(Debug)]
struct Item {
    kind: Option<Kind>,
    fixed: bool,
    title: String,
    start: u32,
    minutes: u32,
    at: String,
    stages: Vec<String>,
}

impl Programme {
    /// Reads the answer of `equip.plan`; its cards must be among those given, if any are.
    pub(in crate::exchange::report) fn read(
        answer: &Answer<'_>,
        cards: &[Card],
        names: &Names<'_>,
    ) -> Result<Self> {
        let mut sessions: Vec<Vec<Item>> = Vec::new();
        for one in answer.list("items")? {
            let session = one.need("session")?.whole(MOST_SESSIONS - 1)? as usize;
            let item = Item::read(&one, cards, names)?;
            if sessions.len() <= session {
                sessions.resize_with(session + 1, Vec::new);
            }
            let Some(items) = sessions.get_mut(session) else { continue };
            let taken = items.last().map_or(0, |last: &Item| last.start + last.minutes);
            if item.start < taken {
                let fact =
                    format!("it starts at minute {}, before the item before it ends", item.start);
                return Err(one.contradicts(fact));
            }
            items.push(item);
        }
        let material = |one: &Answer<'_>| -> Result<String> {
            let count = one.need("count")?.whole(u32::MAX)?;
            let name = names.text(&one.need("name")?.text()?);
            Ok(format!("{name} (× {})", names.language.count(u64::from(count))))
        };
        sessions.retain(|items| !items.is_empty());
        Ok(Self {
            proved: answer.get("proved").map(|_| answer.is("proved")),
            materials: answer.list("materials")?.iter().map(material).collect::<Result<_>>()?,
            sessions,
        })
    }

    /// Writes the section.
    pub(in crate::exchange::report) fn write(&self, pen: &mut Pen) {
        let language = pen.language;
        section(pen, "programme", Some(words::EQUIP), words::PROGRAMME);
        if language.is_easy() {
            pen.easy(&[
                words::EASY_PROGRAMME,
                words::EASY_PROGRAMME_LINE,
                words::EASY_PROGRAMME_TIME,
            ]);
        } else {
            pen.say(words::PROGRAMME_TEXT);
            match self.proved {
                Some(true) => pen.say(words::PROVED),
                Some(false) => pen.say(words::NOT_PROVED),
                None => pen,
            };
        }
        for (number, items) in (1_usize..).zip(&self.sessions) {
            session(pen, number, items);
        }
        if !self.materials.is_empty() {
            pen.heading(language.say(words::READY)).short_list(&self.materials);
        }
        pen.markup("</section>\n");
    }
}

impl Item {
    fn read(one: &Answer<'_>, cards: &[Card], names: &Names<'_>) -> Result<Self> {
        let language = names.language;
        let card = one.maybe("card")?;
        let known = card.and_then(|id| cards.iter().find(|card| card.id.as_str() == id));
        if let (Some(id), None, false) = (card, known, cards.is_empty()) {
            let message =
                format!("the programme names the card {id}, which is not among the cards");
            return Err(Error::new(Code::ExchangeUnknownCard, message)
                .at(format!("{}/card", one.path))
                .hint("give the cards of the programme, or no cards"));
        }
        let stage = |stage: &Answer<'_>| -> Result<String> {
            let minutes = stage.need("minutes")?.whole(LONGEST)?.to_string();
            let title = names.text(&stage.need("title")?.text()?);
            Ok(format!("{title} ({})", language.with(words::MINUTES_OF, &[&minutes])))
        };
        let mut stages: Vec<String> =
            one.list("stages")?.iter().map(stage).collect::<Result<_>>()?;
        let debrief = one.get("debrief").map_or(Ok(0), |debrief| debrief.whole(LONGEST))?;
        if debrief > 0 {
            let minutes = language.with(words::MINUTES_OF, &[&debrief.to_string()]);
            stages.push(format!("{} ({minutes})", language.say(words::DEBRIEF)));
        }
        Ok(Self {
            kind: known.map(|card| card.kind),
            fixed: card.is_none(),
            title: names.text(&one.need("title")?.text()?),
            start: one.need("start")?.whole(LONGEST)?,
            minutes: one.need("minutes")?.whole(LONGEST)?,
            at: one.maybe("at")?.unwrap_or_default().to_owned(),
            stages,
        })
    }

    /// The number of its mark, and what its kind is called.
    fn kind(&self) -> (usize, words::Phrase) {
        match self.kind {
            Some(own) => kind(own),
            None if self.fixed => (6, words::FIXED),
            None => (1, words::CARD),
        }
    }
}

fn session(pen: &mut Pen, number: usize, items: &[Item]) {
    let language = pen.language;
    let end = items.last().map_or(0, |item| item.start + item.minutes);
    let from = items.first().map_or("", |item| item.at.as_str());
    let until = items.last().and_then(|item| later(&item.at, item.minutes));
    let title = match until {
        Some(until) => language.with(words::SESSION_TIMES, &[&number.to_string(), from, &until]),
        None => language.with(words::SESSION, &[&number.to_string()]),
    };
    let written = |item: &Item| language.with(words::MINUTES_OF, &[&item.minutes.to_string()]);
    let blocks: Vec<Block> = items
        .iter()
        .map(|item| Block {
            mark: item.kind().0,
            start: item.start,
            minutes: item.minutes,
            at: item.at.clone(),
            text: format!("{} · {}", item.title, written(item)),
        })
        .collect();
    let told: Vec<String> =
        items.iter().map(|item| format!("{} {}, {}", item.at, item.title, written(item))).collect();
    let name = format!("session-{number}");
    let naming = Naming { name: &name, title: &title, text: &told.join(". ") };
    pen.picture(&title, &timeline::draw(naming, language.width(), &blocks, end), "");
    kinds(pen, items);
    let mut data = Data::of(
        format!("{title}{}{}", language.say(words::COLON), language.say(words::NUMBERS)),
        &[
            (language.say(words::TIME), false),
            (language.say(words::MINUTES), true),
            (language.say(words::WHAT), false),
            (language.say(words::KIND), false),
            (language.say(words::STEPS), false),
        ],
    );
    data.rows = items
        .iter()
        .map(|item| {
            let kind = language.say(item.kind().1).to_owned();
            let minutes = item.minutes.to_string();
            vec![item.at.clone(), minutes, item.title.clone(), kind, item.stages.join(", ")]
        })
        .collect();
    pen.behind(&data);
}

/// What the marks of a session stand for.
fn kinds(pen: &mut Pen, items: &[Item]) {
    let mut used: Vec<(usize, words::Phrase)> = Vec::new();
    for kind in items.iter().map(Item::kind) {
        if used.iter().all(|one| one.0 != kind.0) {
            used.push(kind);
        }
    }
    used.sort_by_key(|kind| kind.0);
    pen.markup("<ul class=\"legend\">\n");
    for (mark, phrase) in used {
        pen.markup("<li>").mark(mark).phrase(phrase).markup("</li>\n");
    }
    pen.markup("</ul>\n");
}

/// A time of day so many minutes later.
fn later(at: &str, minutes: u32) -> Option<String> {
    let (hour, minute) = at.split_once(':')?;
    let hour: u32 = hour.parse().ok().filter(|&hour| hour < 24)?;
    let minute: u32 = minute.parse().ok().filter(|&minute| minute < 60)?;
    let end = hour * 60 + minute + minutes;
    Some(format!("{:02}:{:02}", end / 60 % 24, end % 60))
}
