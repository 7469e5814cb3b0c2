use super::*;
use serde_json::{Value, json};

fn request(more: Value) -> CalendarRequest {
    let mut whole = json!({
        "programme": {"proved": true, "items": [
            {"session": 0, "card": "walk", "title": {"en": "A walk, together", "fr": "Une marche"},
             "start": 10, "at": "2026-03-04T09:10", "minutes": 30, "locked": false,
             "stages": [{"title": "Go", "minutes": 25, "grouping": "pairs"}], "debrief": 5},
            {"session": 0, "title": "Lunch", "start": 40, "at": "2026-03-04T09:40", "minutes": 60, "locked": true}
        ]},
        "zone": "Europe/Paris", "stamp": "2026-02-01T08:00:00+01:00",
        "uidBase": "p7@hospital.example", "locale": "en", "each": "block"
    });
    for (key, value) in more.as_object().unwrap() {
        whole[key] = value.clone();
    }
    serde_json::from_value(whole).unwrap()
}

fn refused(more: Value, expected: &str) {
    let error = calendar(&request(more)).unwrap_err();
    assert_eq!(format!("{} {}", error.code(), error.path()), expected, "{error}");
}

#[test]
fn a_block_becomes_an_event() {
    let cards = json!([{"id": "walk", "kind": "method", "title": "Walk", "phases": ["understand"],
        "group": {"min": 2}, "minutes": {"run": {"min": 20, "max": 30}}}]);
    let text = calendar(&request(json!({"cards": cards, "sequence": 3}))).unwrap().text;
    let event = text.split("BEGIN:VEVENT\r\n").nth(1).unwrap();
    assert_eq!(
        event,
        "UID:walk-p7@hospital.example\r\nDTSTAMP:20260201T070000Z\r\nSEQUENCE:3\r\n\
         DTSTART;TZID=Europe/Paris:20260304T091000\r\nDTEND;TZID=Europe/Paris:20260304T094000\r\n\
         SUMMARY:A walk\\, together\r\n\
         DESCRIPTION:Go (25 min\\, in pairs)\\nLooking back (5 min)\r\n\
         CATEGORIES:Understand\r\nEND:VEVENT\r\n"
    );
    assert!(text.contains("UID:fixed-1-p7@hospital.example\r\n"));
    assert!(text.contains(
        "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
         RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    ));
}

#[test]
fn a_session_becomes_an_event_with_its_blocks() {
    let sessions = json!([{"start": "2026-03-04T09:00", "minutes": 180}]);
    let more = json!({"each": "session", "sessions": sessions, "locale": "fr-CA", "title": "Lits"});
    let answer = calendar(&request(more)).unwrap();
    assert_eq!((answer.events, answer.zone.as_deref()), (1, Some("Europe/Paris")));
    assert!(
        answer
            .text
            .contains("DTEND;TZID=Europe/Paris:20260304T120000\r\nSUMMARY:Lits – Séance 1\r\n")
    );
    assert!(
        answer.text.contains("DESCRIPTION:09:10 Une marche (30 min)\\n09:40 Lunch (60 min)\r\n")
    );
}

#[test]
fn an_hour_that_exists_twice_is_told_in_utc() {
    let sessions = json!([{"start": "2026-10-25T01:30", "minutes": 60, "framed": false},
                          {"start": "2026-10-25T02:30:00+02:00", "minutes": 120}]);
    let more = json!({"sessions": sessions, "programme": null, "each": "session"});
    let text = calendar(&request(more)).unwrap().text;
    assert!(text.contains("DTSTART:20261024T233000Z\r\nDTEND:20261025T003000Z\r\n"));
    assert!(text.contains("DTSTART:20261025T003000Z\r\nDTEND:20261025T023000Z\r\n"));
    assert!(!text.contains("VTIMEZONE"));
}

#[test]
fn a_zone_can_be_told_in_utc() {
    let text = calendar(&request(json!({"inUtc": true, "zone": "America/Montreal"}))).unwrap().text;
    assert!(text.contains("DTSTART:20260304T141000Z\r\n") && !text.contains("TZID"));
    let text = calendar(&request(json!({"zone": "America/Montreal"}))).unwrap().text;
    assert!(text.contains("TZID:America/Toronto\r\n"));
}

#[test]
fn the_same_card_twice_is_two_events() {
    let item = |start: u32, at: &str| json!({"session": 0, "card": "break", "title": "Break", "start": start, "at": at, "minutes": 15});
    let items = json!({"items": [item(0, "2026-03-04T09:00"), item(60, "2026-03-04T10:00")]});
    let text = calendar(&request(json!({"programme": items}))).unwrap().text;
    assert!(text.contains("UID:break-p7@") && text.contains("UID:break-2-p7@"));
}

#[test]
fn what_cannot_be_a_time_is_refused_at_its_place() {
    refused(json!({"zone": "Europe/Lyon"}), "exchange.unknown-zone /zone");
    for stamp in ["", "2026-02-01", "2026-02-01T08:00:00", "now"] {
        refused(json!({"stamp": stamp}), "exchange.invalid-time /stamp");
    }
    for base in ["", "a b", "a\n"] {
        refused(json!({"uidBase": base}), "contract.invalid-value /uidBase");
    }
    refused(json!({"programme": null}), "contract.missing-field ");
    let start =
        |start: &str| json!({"programme": null, "sessions": [{"start": start, "minutes": 60}]});
    for time in [
        "09:00",
        "2026-03-29T02:30",
        "2026-10-25T02:30",
        "1996-12-31T23:00",
        "2200-01-01T09:00",
        "2026-02-30T09:00",
    ] {
        refused(start(time), "exchange.invalid-time /sessions/0/start");
    }
    let items = |at: &str, start: u32, minutes: u32| {
        json!({"programme": {"items": [
        {"session": 0, "title": "a", "start": 0, "at": "2026-03-04T09:00", "minutes": 1},
        {"session": 0, "title": "b", "start": start, "at": at, "minutes": minutes}]}})
    };
    refused(items("2026-03-04T09:30", 20, 5), "exchange.invalid-time /programme/items/1/at");
    refused(items("09:20", 20, 5), "exchange.invalid-time /programme/items/1/at");
    refused(items("2026-03-04T09:20", 20, 0), "exchange.invalid-time /programme/items/1/minutes");
    refused(
        items("2026-03-04T09:20", 20, u32::MAX),
        "exchange.invalid-time /programme/items/1/minutes",
    );
    let text = serde_json::to_string(&request(json!({}))).unwrap();
    let none = text.replace(r#""stamp":"2026-02-01T08:00:00+01:00","#, "");
    let error = crate::call("exchange.calendar", &none);
    assert!(error.unwrap_err().to_string().contains("stamp"));
}

#[test]
fn an_undated_programme_takes_the_dates_of_its_sessions() {
    let items =
        json!({"items": [{"session": 0, "title": "a", "start": 20, "at": "09:20", "minutes": 5}]});
    let sessions = json!([{"start": "2026-07-01T09:00", "minutes": 60}]);
    let text = calendar(&request(json!({"programme": items, "sessions": sessions}))).unwrap().text;
    assert!(text.contains("DTSTART;TZID=Europe/Paris:20260701T092000\r\n"));
}
