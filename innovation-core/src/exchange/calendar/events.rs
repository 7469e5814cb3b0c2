//! Events of a programme: what, from which moment to which.

use super::moment::{Given, read, time};
use super::request::{CalendarEach, CalendarRequest};
use super::zone::{Doubt, Zone, year};
use crate::equip::{Grouping, Item, Phase};
use crate::error::{Code, Error, Result};
use crate::text::Text;
use std::collections::BTreeMap;

/// Something in a calendar. Its moments are minutes since 1970 in UTC.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// Unique in its programme.
    pub id: String,
    pub start: i64,
    pub end: i64,
    pub summary: String,
    pub description: String,
    pub categories: Vec<&'static str>,
}

/// Most items, and most sessions.
const MOST: usize = 10_000;
/// Most minutes from the start of a session to the end of a block: a week.
const LONGEST: u32 = 7 * 1440;
/// The last year.
const LAST: i64 = 2199;

impl Event {
    /// Whether its times can be told by the clocks of a zone without doubt.
    pub(super) fn is_local(&self, zone: Zone) -> bool {
        let plain = |moment: i64| zone.moment(moment + zone.ahead(moment)) == Ok(moment);
        zone != Zone::Utc && plain(self.start) && plain(self.end)
    }
}

/// The events of a request, in the order of their sessions and items.
pub(super) fn of(request: &CalendarRequest, zone: Zone) -> Result<Vec<Event>> {
    let items = request.programme.as_ref().map_or(&[][..], |programme| &programme.items);
    if items.is_empty() && request.sessions.is_empty() {
        return Err(Error::new(Code::ContractMissingField, "there is nothing to write")
            .hint("give the programme, its sessions, or both"));
    }
    let phases = request
        .cards
        .iter()
        .rev()
        .filter_map(|card| Some((card.id.as_str(), *card.phases.first()?)));
    let starts = starts(request, items, zone)?;
    let programme = Programme { request, zone, items, starts, phases: phases.collect() };
    match request.each {
        CalendarEach::Block => programme.blocks(),
        CalendarEach::Session => programme.sessions(),
    }
}

/// A programme whose sessions have moments.
struct Programme<'a> {
    request: &'a CalendarRequest,
    zone: Zone,
    items: &'a [Item],
    /// The moment each session starts at, by its number.
    starts: BTreeMap<usize, i64>,
    /// The first phase of each card.
    phases: BTreeMap<&'a str, Phase>,
}

impl Programme<'_> {
    fn blocks(&self) -> Result<Vec<Event>> {
        let mut events = Vec::new();
        let mut times: BTreeMap<&str, u32> = BTreeMap::new();
        for item in self.items {
            let start = self.start(item);
            let card = item.card.as_ref().map(crate::people::Id::as_str);
            let time = times.entry(card.unwrap_or_default()).or_default();
            *time += 1;
            let id = match (card, *time) {
                (None, time) => format!("fixed-{time}"),
                (Some(card), 1) => card.to_owned(),
                (Some(card), time) => format!("{card}-{time}"),
            };
            events.push(Event {
                id,
                start,
                end: start + i64::from(item.minutes),
                summary: self.told(&item.title).to_owned(),
                description: self.stages(item),
                categories: self.phase(item).into_iter().collect(),
            });
        }
        // Without a programme the fixed blocks are all there is.
        let alone = if self.items.is_empty() { &self.request.sessions[..] } else { &[] };
        let mut number = 0_u32;
        for (at, session) in alone.iter().enumerate() {
            for block in &session.fixed {
                number += 1;
                let start = self.starts.get(&at).copied().unwrap_or_default() + i64::from(block.at);
                events.push(Event {
                    id: format!("fixed-{number}"),
                    start,
                    end: start + i64::from(block.minutes),
                    summary: self.told(&block.title).to_owned(),
                    description: String::new(),
                    categories: Vec::new(),
                });
            }
        }
        Ok(events)
    }

    fn sessions(&self) -> Result<Vec<Event>> {
        let mut events = Vec::new();
        let mut by_session: BTreeMap<usize, Vec<&Item>> = BTreeMap::new();
        for item in self.items {
            by_session.entry(item.session as usize).or_default().push(item);
        }
        for (&number, &start) in &self.starts {
            let items = || by_session.get(&number).into_iter().flatten().copied();
            let of_items = items().map(|item| item.start + item.minutes).max().unwrap_or_default();
            let asked = self.request.sessions.get(number).map_or(0, |session| session.minutes);
            let mut categories: Vec<&str> = Vec::new();
            for phase in items().filter_map(|item| self.phase(item)) {
                if !categories.contains(&phase) {
                    categories.push(phase);
                }
            }
            let line = |item: &Item| {
                let start = self.start(item);
                let clock = time(start + self.zone.ahead(start));
                format!("{clock} {} ({} min)", self.told(&item.title), item.minutes)
            };
            let session = format!("{} {}", self.word("Session", "Séance"), number + 1);
            events.push(Event {
                id: format!("session-{}", number + 1),
                start,
                end: start + i64::from(of_items.max(asked)),
                summary: match &self.request.title {
                    Some(title) => format!("{} – {session}", self.told(title)),
                    None => session,
                },
                description: items().map(line).collect::<Vec<_>>().join("\n"),
                categories,
            });
        }
        Ok(events)
    }

    fn start(&self, item: &Item) -> i64 {
        let session = self.starts.get(&(item.session as usize)).copied().unwrap_or_default();
        session + i64::from(item.start)
    }

    fn stages(&self, item: &Item) -> String {
        let mut lines: Vec<String> = Vec::new();
        for stage in &item.stages {
            let how = match stage.grouping {
                Grouping::Alone => self.word("each alone", "chacun pour soi"),
                Grouping::Pairs => self.word("in pairs", "à deux"),
                Grouping::Small => self.word("in small groups", "en petits groupes"),
                Grouping::Whole => self.word("all together", "tous ensemble"),
            };
            lines.push(format!("{} ({} min, {how})", self.told(&stage.title), stage.minutes));
        }
        if item.debrief > 0 {
            let word = self.word("Looking back", "Retour d’expérience");
            lines.push(format!("{word} ({} min)", item.debrief));
        }
        lines.join("\n")
    }

    /// The name of the first phase of an item's card.
    fn phase(&self, item: &Item) -> Option<&'static str> {
        let (english, french) = match self.phases.get(item.card.as_ref()?.as_str())? {
            Phase::Frame => ("Frame", "Cadrer"),
            Phase::Understand => ("Understand", "Comprendre"),
            Phase::Imagine => ("Imagine", "Imaginer"),
            Phase::Prototype => ("Prototype", "Prototyper"),
            Phase::Evaluate => ("Evaluate", "Évaluer"),
            Phase::Perpetuate => ("Perpetuate", "Pérenniser"),
            Phase::Spread => ("Spread", "Diffuser"),
        };
        Some(self.word(english, french))
    }

    fn told<'t>(&self, text: &'t Text) -> &'t str {
        text.for_locale(&self.request.locale)
    }

    fn word(&self, english: &'static str, french: &'static str) -> &'static str {
        let language = self.request.locale.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("fr") { french } else { english }
    }
}

/// The moment at which each session starts.
fn starts(request: &CalendarRequest, items: &[Item], zone: Zone) -> Result<BTreeMap<usize, i64>> {
    let mut starts = BTreeMap::new();
    for (what, count) in [("/sessions", request.sessions.len()), ("/programme/items", items.len())]
    {
        if count > MOST {
            let message = format!("{count} are more than {MOST}");
            return Err(Error::new(Code::ContractTooLarge, message).at(what));
        }
    }
    let blocks = request.sessions.iter().map(|session| session.fixed.len()).sum::<usize>();
    if blocks > MOST {
        let message = format!("{blocks} fixed blocks are more than {MOST}");
        return Err(Error::new(Code::ContractTooLarge, message).at("/sessions"));
    }
    for (at, session) in request.sessions.iter().enumerate() {
        let place = format!("/sessions/{at}");
        last(0, session.minutes, &place)?;
        for (number, block) in session.fixed.iter().enumerate() {
            last(block.at, block.minutes, &format!("{place}/fixed/{number}"))?;
        }
        let place = format!("{place}/start");
        let given = read(&session.start).ok_or_else(|| no_time(&session.start, &place))?;
        starts.insert(at, moment(given, zone, &session.start, &place)?);
    }
    let mut from_items: BTreeMap<usize, (Given, usize)> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        let place = format!("/programme/items/{at}");
        last(item.start, item.minutes, &place)?;
        let session = item.session as usize;
        if session >= MOST {
            let message = format!("the session {session} is not below {MOST}");
            return Err(Error::new(Code::ContractTooLarge, message).at(format!("{place}/session")));
        }
        if !request.sessions.is_empty() && session >= request.sessions.len() {
            let message = format!("there is no session {session}");
            return Err(wrong(message, &format!("{place}/session")));
        }
        let place = format!("{place}/at");
        let minutes = i64::from(item.start);
        let begun = match read(&item.at) {
            Some(Given::Local(at)) => Given::Local(at - minutes),
            Some(Given::Moment(at)) => Given::Moment(at - minutes),
            None if !request.sessions.is_empty() && is_time_of_day(&item.at) => continue,
            None => return Err(no_time(&item.at, &place)),
        };
        let planned = request.sessions.get(session).and_then(|session| read(&session.start));
        let first = match planned {
            Some(planned) => planned,
            None => from_items.entry(session).or_insert((begun, at)).0,
        };
        let same_kind = matches!(
            (first, begun),
            (Given::Local(_), Given::Local(_)) | (Given::Moment(_), Given::Moment(_))
        );
        if first != begun && (same_kind || planned.is_none()) {
            let message = format!("{} is not {minutes} minutes after its session starts", item.at);
            return Err(wrong(message, &place));
        }
    }
    for (session, (begun, at)) in from_items {
        let item = items.get(at).map_or("", |item| &item.at);
        starts.insert(session, moment(begun, zone, item, &format!("/programme/items/{at}/at"))?);
    }
    Ok(starts)
}

fn last(start: u32, minutes: u32, place: &str) -> Result<()> {
    if minutes >= 1 && start.checked_add(minutes).is_some_and(|end| end <= LONGEST) {
        return Ok(());
    }
    let message =
        format!("an event lasts 1 minute or more and ends within {LONGEST} of its session's start");
    Err(wrong(message, &format!("{place}/minutes")))
}

fn is_time_of_day(text: &str) -> bool {
    read(&format!("2000-01-01T{text}")).is_some()
}

/// The moment that is given, in a year whose rules are known.
fn moment(given: Given, zone: Zone, text: &str, place: &str) -> Result<i64> {
    let (Given::Local(minute) | Given::Moment(minute)) = given;
    if !(zone.since()..=LAST).contains(&year(minute)) {
        let message = format!("{text} does not lie in the years {} to {LAST}", zone.since());
        return Err(wrong(message, place).hint("times of other years were told by other rules"));
    }
    let Given::Local(local) = given else { return Ok(minute) };
    zone.moment(local).map_err(|doubt| match doubt {
        Doubt::Skipped => wrong(format!("clocks skip the hour of {text}"), place)
            .hint("summer time begins: give an hour that is shown"),
        Doubt::Twice => wrong(format!("clocks show the hour of {text} twice"), place)
            .hint("summer time ends: say which, in sessions: 2026-10-25T02:30:00+02:00"),
    })
}

fn no_time(text: &str, place: &str) -> Error {
    wrong(format!("{text:?} is not a time with its date"), place)
        .hint("write it as 2026-03-04T09:00, or give the sessions of the programme with dates")
}

fn wrong(message: String, place: &str) -> Error {
    Error::new(Code::ExchangeInvalidTime, message).at(place)
}
