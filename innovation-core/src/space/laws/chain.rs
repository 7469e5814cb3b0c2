//! A journal is what its commands made, and nothing else.

use super::*;
use proptest::prelude::*;

#[test]
fn a_journal_amounts_to_what_its_commands_made() {
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let mut desk = Desk::opened();
        for _ in 0..60 {
            desk.stir(&mut dice);
        }
        let mut journal = desk.journal.clone();
        assert_eq!(fold(None, &journal).unwrap(), desk.state);
        // From any snapshot on, and through JSON.
        let cut = dice.roll(journal.len() as u64);
        let snapshot = fold(None, &journal[..cut]).unwrap();
        let snapshot: State = serde_json::from_value(json!(snapshot)).unwrap();
        assert_eq!(fold(Some(&snapshot), &journal[cut..]).unwrap(), desk.state);
        // What was erased changes no meaning.
        redact(&mut journal);
        assert_eq!(fold(None, &journal).unwrap(), desk.state);
    }
}

#[test]
fn every_change_of_a_single_bit_is_found() {
    let mut dice = Dice(7);
    let mut desk = Desk::opened();
    for count in 0..333 {
        let idea = format!("idea-{count}");
        desk.act("ana", json!({"propose": {"idea": idea, "title": format!("Idée {count}")}}))
            .unwrap();
        let reason = "because \u{1f600} \"so\"";
        desk.act("ana", json!({"decide": {"idea": idea, "decision": "pursue", "reason": reason}}))
            .unwrap();
        desk.act("ana", json!({"adopt": {"idea": idea, "site": "ward", "stage": "trial"}}))
            .unwrap();
    }
    assert_eq!(desk.journal.len(), 1_000);
    let heads: Vec<String> = desk.journal.iter().map(Event::head).collect();
    let lines: Vec<String> =
        desk.journal.iter().map(|event| serde_json::to_string(event).unwrap()).collect();
    let mut flipped = 0u64;
    for ((line, event), head) in lines.iter().zip(&desk.journal).zip(&heads) {
        let mut bytes = line.clone().into_bytes();
        for bit in 0..bytes.len() * 8 {
            bytes[bit / 8] ^= 1 << (bit % 8);
            flipped += 1;
            if let Ok(text) = std::str::from_utf8(&bytes)
                && let Ok(changed) = serde_json::from_str::<Event>(text)
            {
                // The next event, or the head kept elsewhere, holds the fingerprint; the seal
                // holds what is open.
                let sealed = changed
                    .open
                    .as_ref()
                    .is_none_or(|open| changed.sealed.as_deref() == Some(open.seal().as_str()));
                let found = changed.head() != *head || !sealed;
                assert!(found || changed == *event, "{line}\n{text}");
                assert!(changed != *event, "bit {bit} of {line} changes nothing");
            }
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
    }
    assert!(flipped > 1_000_000, "{flipped}");
    // And by the operation itself, on a sample: the place is that of the change or of its next.
    for _ in 0..60 {
        let mut journal = desk.journal.clone();
        let place = dice.roll(1_000);
        let mut bytes = lines[place].clone().into_bytes();
        let bit = dice.roll(bytes.len() as u64 * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let Ok(changed) = serde_json::from_slice(&bytes) else { continue };
        journal[place] = changed;
        let head = vec![heads[999].clone()];
        let found = verify(&VerifyRequest { events: journal, head }).unwrap();
        assert!(!found.intact);
        let path = found.broken.unwrap().path;
        let near = path == "/head"
            || path.starts_with(&format!("/events/{place}"))
            || path.starts_with(&format!("/events/{}", place + 1));
        assert!(near, "{path} for {place}");
    }
}

#[test]
fn an_end_cut_off_is_found_by_the_head_alone() {
    let mut desk = Desk::opened();
    desk.act("ana", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    let head = desk.state.heads.clone();
    let mut events = desk.journal;
    let whole = verify(&VerifyRequest { events: events.clone(), head: head.clone() }).unwrap();
    assert!(whole.intact && whole.complete);
    events.pop();
    let unkept = verify(&VerifyRequest { events: events.clone(), head: vec![] }).unwrap();
    assert!(unkept.intact && !unkept.complete);
    let kept = verify(&VerifyRequest { events, head }).unwrap();
    assert_eq!(kept.broken.unwrap().code, "space.wrong-head");
}

#[test]
fn a_kind_of_a_later_version_is_kept_and_reported() {
    let mut desk = Desk::opened();
    let first = desk.journal[0].clone();
    let later = Event {
        id: id("later"),
        kind: "teleport".to_owned(),
        data: serde_json::Map::new(),
        sealed: None,
        open: None,
        previous: vec![first.head()],
        ..first
    };
    desk.journal.push(later);
    let state = fold(None, &desk.journal).unwrap();
    assert_eq!(state.not_understood.len(), 1);
    assert_eq!(state.not_understood[0].kind, "teleport");
    assert_eq!((state.conflicts.len(), state.events), (0, 2));
}

proptest! {
    /// Canonical JSON reads back as the same value.
    #[test]
    fn canonical_json_is_the_value(text in "\\PC{0,20}", number in proptest::num::f64::NORMAL, whole in -9_007_199_254_740_991i64..9_007_199_254_740_991) {
        let value = json!({"t": text, text.clone(): [number, whole, null, true], "é": {}});
        let read: Value = serde_json::from_str(&canonical(&value)).unwrap();
        prop_assert_eq!(canonical(&read), canonical(&value));
        prop_assert_eq!(read["t"].as_str(), Some(text.as_str()).filter(|text| *text != "é" && *text != "t"));
    }
}
