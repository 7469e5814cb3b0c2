//! A programme as a calendar that every calendar program reads.
//!
//! [`moment`] reads times, [`zone`] knows when clocks change, [`events`] makes events of a
//! programme, [`lines`] writes them as RFC 5545 asks.
//!
//! Invariant: every event names one moment for its start and one for its end. A local time that
//! clocks skip or show twice is refused as the start of a session; an event that begins or ends
//! in an hour that exists twice is written in UTC.
//! Invariant: a calendar that names a zone holds its rules.

mod events;
mod lines;
mod moment;
mod request;
mod zone;

pub use request::{Calendar, CalendarEach, CalendarProgramme, CalendarRequest};

use crate::contract::nearest;
use crate::error::{Code, Error, Result};
use events::Event;
use lines::Lines;
use zone::{Change, Rule, ZONES, Zone};

/// Writes a programme as a calendar (iCalendar, RFC 5545).
///
/// A block begins its minutes after its session begins, whatever clocks do meanwhile. The id of
/// an event is that of its card (`fixed-1` for the first fixed block, `session-1` for the first
/// session) with `uidBase`: it stays when the programme is planned anew, and `sequence` tells
/// which version is the newer. Each event has the phase of its card as its category. Events name
/// nobody: whom to invite is the host's matter.
///
/// # Errors
///
/// `exchange.unknown-zone`; `exchange.invalid-time` for a stamp that is no moment, a start
/// without a date, one that clocks skip or show twice, one before the rules of the zone are in
/// force (1997 in Europe/Paris, 2008 in America/Toronto) or after 2199, and for items that
/// contradict their session; `contract.invalid-value` for a `uidBase` that cannot be one;
/// `contract.missing-field` where there is neither programme nor session.
///
/// # Example
///
/// ```
/// use innovation_core::exchange::{CalendarRequest, calendar};
/// let request: CalendarRequest = serde_json::from_str(r#"{
///     "sessions": [{"start": "2026-03-04T09:00", "minutes": 120}],
///     "zone": "Europe/Paris", "stamp": "2026-02-01T08:00:00Z",
///     "uidBase": "p7@hospital.example", "locale": "fr"
/// }"#).unwrap();
/// let calendar = calendar(&request)?;
/// assert!(calendar.text.contains("DTSTART;TZID=Europe/Paris:20260304T090000\r\n"));
/// assert!(calendar.text.contains("SUMMARY:Séance 1\r\n"));
/// # Ok::<(), innovation_core::Error>(())
/// ```
///
/// # References
///
/// B. Desruisseaux, *Internet Calendaring and Scheduling Core Object Specification*, RFC 5545,
/// 2009. C. Daboo, *New Properties for iCalendar*, RFC 7986, 2016.
pub fn calendar(request: &CalendarRequest) -> Result<Calendar> {
    let zone = find_zone(&request.zone)?;
    let stamp = moment::stamp(&request.stamp).ok_or_else(|| {
        Error::new(Code::ExchangeInvalidTime, format!("{:?} is not a moment", request.stamp))
            .at("/stamp")
            .hint("write it as RFC 3339 has it: 2026-11-23T09:00:00Z")
    })?;
    check_uid_base(&request.uid_base)?;
    let events = events::of(request, zone)?;
    let shown = if request.in_utc { Zone::Utc } else { zone };
    let local = events.iter().any(|event| event.is_local(shown));
    let mut lines = Lines::default();
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//innovation-core//calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ] {
        lines.line(line);
    }
    if let Some(title) = &request.title {
        lines.text("NAME", title.for_locale(&request.locale));
        lines.text("X-WR-CALNAME", title.for_locale(&request.locale));
    }
    let rule = match shown {
        Zone::Ruled(rule) if local => Some(rule),
        _ => None,
    };
    if let Some(rule) = rule {
        time_zone(&mut lines, rule);
    }
    for event in &events {
        event_lines(&mut lines, request, event, &stamp, shown);
    }
    lines.line("END:VCALENDAR");
    Ok(Calendar {
        text: lines.finish(),
        events: events.len() as u32,
        zone: rule.map(|rule| rule.name.to_owned()),
    })
}

fn find_zone(name: &str) -> Result<Zone> {
    if let Some((_, zone)) = ZONES.iter().find(|(known, _)| *known == name) {
        return Ok(*zone);
    }
    let names: Vec<&str> = ZONES.iter().map(|(name, _)| *name).collect();
    let error = Error::new(Code::ExchangeUnknownZone, format!("no zone {name:?} is known here"));
    Err(error.at("/zone").hint(match nearest(name, &names) {
        Some(hint) => format!("{hint}; or give moments, and UTC"),
        None => "give moments, and UTC".to_owned(),
    }))
}

fn check_uid_base(base: &str) -> Result<()> {
    let fits = |c: char| !c.is_control() && !c.is_whitespace();
    if (1..=200).contains(&base.chars().count()) && base.chars().all(fits) {
        return Ok(());
    }
    Err(Error::new(Code::ContractInvalidValue, "uidBase has 1 to 200 characters without spaces")
        .at("/uidBase"))
}

/// The rules of a zone, as RFC 5545 tells them.
fn time_zone(lines: &mut Lines, rule: &Rule) {
    lines.line("BEGIN:VTIMEZONE");
    lines.line(&format!("TZID:{}", rule.name));
    let [winter, summer] = [rule.winter, rule.winter + 60];
    let [winter_name, summer_name] = rule.short;
    // Both begin in the year before the first that is admitted, so that it begins in one of them.
    let parts: [(&str, &Change, i64, i64, &str); 2] = [
        ("DAYLIGHT", &rule.spring, winter, summer, summer_name),
        ("STANDARD", &rule.autumn, summer, winter, winter_name),
    ];
    for (part, change, from, to, name) in parts {
        lines.line(&format!("BEGIN:{part}"));
        let start = moment::basic(change.local(rule.since - 1)).unwrap_or_default();
        lines.line(&format!("DTSTART:{start}"));
        lines.line(&format!("TZOFFSETFROM:{}", offset(from)));
        lines.line(&format!("TZOFFSETTO:{}", offset(to)));
        lines
            .line(&format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={}SU", change.month, change.sunday));
        lines.line(&format!("TZNAME:{name}"));
        lines.line(&format!("END:{part}"));
    }
    lines.line("END:VTIMEZONE");
}

/// `+0100`.
fn offset(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

fn event_lines(
    lines: &mut Lines,
    request: &CalendarRequest,
    event: &Event,
    stamp: &str,
    shown: Zone,
) {
    lines.line("BEGIN:VEVENT");
    lines.text("UID", &format!("{}-{}", event.id, request.uid_base));
    lines.line(&format!("DTSTAMP:{stamp}"));
    lines.line(&format!("SEQUENCE:{}", request.sequence));
    let local = event.is_local(shown);
    for (name, moment) in [("DTSTART", event.start), ("DTEND", event.end)] {
        lines.line(&match shown {
            Zone::Ruled(rule) if local => {
                let shown = moment::basic(moment + shown.ahead(moment)).unwrap_or_default();
                format!("{name};TZID={}:{shown}", rule.name)
            }
            _ => format!("{name}:{}Z", moment::basic(moment).unwrap_or_default()),
        });
    }
    lines.text("SUMMARY", &event.summary);
    if !event.description.is_empty() {
        lines.text("DESCRIPTION", &event.description);
    }
    if let Some(location) = &request.location {
        lines.text("LOCATION", location.for_locale(&request.locale));
    }
    // Commas part categories; the names of phases hold none.
    if !event.categories.is_empty() {
        lines.line(&format!("CATEGORIES:{}", event.categories.join(",")));
    }
    lines.line("END:VEVENT");
}

#[cfg(test)]
mod tests;
