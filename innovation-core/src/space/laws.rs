//! Laws of the journal, on spaces that live by random commands.

use super::*;
use crate::error::{Code, Result};
use crate::people::Id;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A place that writes a journal.
#[derive(Clone)]
struct Desk {
    name: &'static str,
    state: State,
    journal: Vec<Event>,
    count: u32,
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn command(value: Value) -> Command {
    serde_json::from_value(value).unwrap()
}

fn opening() -> Value {
    json!({"open": {
        "founding": {"space": "nights", "title": "Quiet nights", "locus": "betweenSeveral",
            "organisations": ["chu", "city"], "sponsor": "chu"},
        "opener": {"id": "ana", "role": "facilitator", "organisation": "chu"}}})
}

impl Desk {
    fn new(name: &'static str) -> Self {
        Self { name, state: State::before(), journal: Vec::new(), count: 0 }
    }

    /// A space that was opened by Ana.
    fn opened() -> Self {
        let mut desk = Self::new("desk");
        desk.act("ana", opening()).unwrap();
        desk
    }

    /// The same journal on another desk.
    fn fork(&self, name: &'static str) -> Self {
        Self { name, ..self.clone() }
    }

    fn at(&self) -> String {
        let minutes = self.count;
        format!(
            "2026-03-{:02}T{:02}:{:02}:00Z",
            1 + minutes / 1440 % 28,
            minutes / 60 % 24,
            minutes % 60
        )
    }

    fn act(&mut self, by: &str, value: Value) -> Result<()> {
        self.count += 1;
        let at = self.at();
        self.act_at(by, value, &at)
    }

    fn act_at(&mut self, by: &str, value: Value, at: &str) -> Result<()> {
        let salt = format!("{:>032}", format!("{}-{}", self.name, self.count));
        let event_id = id(&format!("{}-{}", self.name, self.count));
        let event = decide(&self.state, &command(value), at, &id(by), &event_id, Some(&salt))?;
        advance(&mut self.state, &event);
        self.journal.push(event);
        Ok(())
    }

    /// What the command is refused with, and where.
    fn refusal(&mut self, by: &str, value: Value) -> (Code, String) {
        let error = self.act(by, value).unwrap_err();
        (error.code(), error.path().to_owned())
    }

    /// A random command; refused ones change nothing.
    fn stir(&mut self, dice: &mut Dice) {
        let people = ["ana", "bo", "chi", "dee"];
        let ideas = ["lamp", "tray", "song"];
        let who = people[dice.roll(4)];
        let idea = ideas[dice.roll(3)];
        let other = people[dice.roll(4)];
        let value = match dice.roll(15) {
            0 => {
                json!({"invite": {"person": {"id": other, "role": "nurse", "organisation": "city"}}})
            }
            1 | 2 => json!({"join": {}}),
            3 => json!({"leave": {"reason": "tired"}}),
            4 | 5 => json!({"propose": {"idea": idea, "title": format!("{idea} of {who}")}}),
            6 => json!({"decide": {"idea": idea, "decision": dice.one_of(["pursue", "park"])}}),
            7 => {
                json!({"develop": {"idea": idea, "maturity": dice.one_of(["concept", "prototype"])}})
            }
            8 => json!({"adopt": {"idea": idea, "site": "ward-2", "stage": "trial"}}),
            9 => {
                let version = self.state.charter.as_ref().map_or(0, |charter| charter.version) + 1;
                let clause = json!({"id": "purpose", "text": format!("agreed by {who}")});
                json!({"amendCharter": {"charter": {"version": version,
                    "parties": ["chu", "city"], "clauses": [clause]}}})
            }
            10 => json!({"sign": {"party": dice.one_of(["chu", "city"])}}),
            11 => json!({"protect": {"measures": [{"id": "room", "work": "anchoring"}]}}),
            12 => json!({"lapse": {"measure": "room"}}),
            13 if dice.roll(3) == 0 => json!({"erase": {"person": other}}),
            _ => {
                json!({"assess": {"assessment": "a", "rubric": "r", "version": "1", "assessors": 3}})
            }
        };
        let _refused = self.act(who, value);
    }
}

/// Numbers that a seed gives.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides) as usize
    }

    fn one_of(&mut self, words: [&'static str; 2]) -> &'static str {
        words[self.roll(2)]
    }
}

/// A space and three forks of it.
fn forks(seed: u64) -> [Vec<Event>; 3] {
    let mut dice = Dice(seed);
    let mut base = Desk::opened();
    base.act("ana", json!({"invite": {"person": {"id": "bo", "role": "nurse"}}})).unwrap();
    base.act("bo", json!({"join": {}})).unwrap();
    base.act("bo", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    for _ in 0..dice.roll(8) {
        base.stir(&mut dice);
    }
    ["tablet", "office", "train"].map(|name| {
        let mut desk = base.fork(name);
        for _ in 0..3 + dice.roll(7) {
            desk.stir(&mut dice);
        }
        desk.journal
    })
}

fn joined(a: &[Event], b: &[Event]) -> Merged {
    merge(&MergeRequest { a: a.to_vec(), b: b.to_vec() }).unwrap()
}

#[test]
fn merging_does_not_depend_on_who_merges_with_whom_in_which_order_or_how_often() {
    let (mut conflicts, mut forked) = (0, 0);
    for seed in 0..10_000 {
        let [a, b, c] = forks(seed);
        let ab = joined(&a, &b);
        assert_eq!(ab, joined(&b, &a), "commutative, {seed}");
        assert_eq!(ab, joined(&ab.events, &b), "idempotent, {seed}");
        let left = joined(&ab.events, &c);
        assert_eq!(left, joined(&a, &joined(&b, &c).events), "associative, {seed}");
        let kept = |events: &[Event]| {
            events.iter().all(|event| left.events.iter().any(|held| held.head() == event.head()))
        };
        assert!(kept(&a) && kept(&b) && kept(&c), "nothing is lost, {seed}");
        conflicts += usize::from(!left.state.conflicts.is_empty());
        forked += usize::from(left.state.heads.len() > 1);
    }
    assert!(conflicts > 1_000 && forked > 5_000, "{conflicts} with conflicts, {forked} forked");
}

#[test]
fn after_a_merge_the_next_command_follows_every_end() {
    let mut base = Desk::opened();
    let mut tablet = base.fork("tablet");
    tablet.act("ana", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    base.act("ana", json!({"propose": {"idea": "lamp", "title": "Another lamp"}})).unwrap();
    let merged = joined(&base.journal, &tablet.journal);
    assert_eq!(merged.state.conflicts.len(), 1);
    assert_eq!(merged.state.conflicts[0].code, "space.duplicate-id");
    let mut desk = Desk { state: merged.state, journal: merged.events, ..base };
    desk.act("ana", json!({"decide": {"idea": "lamp", "decision": "pursue"}})).unwrap();
    assert_eq!(desk.journal.last().unwrap().previous.len(), 2);
    assert_eq!(fold(None, &desk.journal).unwrap(), desk.state);
}

#[test]
fn two_decisions_that_did_not_see_each_other_are_listed() {
    let mut base = Desk::opened();
    base.act("ana", json!({"propose": {"idea": "lamp", "title": "A lamp"}})).unwrap();
    let mut tablet = base.fork("tablet");
    tablet.act("ana", json!({"decide": {"idea": "lamp", "decision": "stop"}})).unwrap();
    base.act("ana", json!({"decide": {"idea": "lamp", "decision": "pursue"}})).unwrap();
    let merged = joined(&base.journal, &tablet.journal);
    let codes: Vec<_> = merged.state.conflicts.iter().map(|held| held.code.as_str()).collect();
    assert_eq!(codes, ["space.concurrent"]);
    assert!(merged.state.conflicts[0].with.is_some());
}

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
fn after_an_erasure_no_document_yields_who_it_was_or_what_they_said() {
    let mut desk = Desk::opened();
    let secret =
        json!({"id": "zoe-7713", "role": "patient", "needs": ["quiet-room"], "reportsTo": "ana"});
    desk.act("ana", json!({"invite": {"person": secret}})).unwrap();
    desk.act("zoe-7713", json!({"join": {}})).unwrap();
    desk.act("zoe-7713", json!({"propose": {"idea": "lamp", "title": "my hidden words"}})).unwrap();
    desk.act("zoe-7713", json!({"leave": {"reason": "my hidden words"}})).unwrap();
    desk.act("ana", json!({"invite": {"person": {"id": "kim", "role": "nurse"}}})).unwrap();
    let before = serde_json::to_string(&(&desk.journal, &desk.state)).unwrap();
    assert!(before.contains("zoe-7713") && before.contains("my hidden words"));
    let request = ApplyRequest {
        journal: desk.journal.clone(),
        state: None,
        command: command(json!({"erase": {"person": "zoe-7713"}})),
        at: "2026-04-01T00:00:00Z".to_owned(),
        by: id("ana"),
        id: id("erasure"),
        salt: None,
    };
    let applied = apply(&request).unwrap();
    let after = serde_json::to_string(&applied).unwrap();
    for word in ["zoe-7713", "my hidden words", "quiet-room"] {
        assert!(!after.contains(word), "{word} is still there");
    }
    assert!(after.contains("kim"));
    let whole =
        VerifyRequest { events: applied.redacted.clone(), head: applied.state.heads.clone() };
    let verified = verify(&whole).unwrap();
    assert!(verified.intact && verified.to_redact.is_empty());
    // A fork that never heard of the erasure brings nothing back.
    let merged = joined(&applied.redacted, &desk.journal);
    assert!(!serde_json::to_string(&merged).unwrap().contains("zoe-7713"));
    // What a host forgot to remove is named, and stays out of the state.
    let mut careless = desk.journal.clone();
    careless.push(applied.events[0].clone());
    let verified = verify(&VerifyRequest { events: careless.clone(), head: vec![] }).unwrap();
    assert_eq!(verified.to_redact, [1, 3, 4]);
    assert!(!serde_json::to_string(&fold(None, &careless).unwrap()).unwrap().contains("hidden"));
}

#[test]
fn whoever_asked_to_be_remembered_as_erased_is_not_invited_again() {
    let invite = json!({"invite": {"person": {"id": "zoe", "role": "patient"}}});
    for remember in [true, false] {
        let mut desk = Desk::opened();
        desk.act("ana", invite.clone()).unwrap();
        desk.act("ana", json!({"erase": {"person": "zoe", "remember": remember}})).unwrap();
        let again = desk.act("ana", invite.clone()).map_err(|error| error.code());
        assert_eq!(again.err(), remember.then_some(Code::SpaceErased));
    }
}

#[test]
fn a_refusal_names_its_cause_and_its_place() {
    let charter = |version: u32| {
        json!({"amendCharter": {"charter": {"version": version,
        "parties": ["chu", "city"], "clauses": [{"id": "purpose", "text": "quiet"}]}}})
    };
    let mut unopened = Desk::new("desk");
    assert_eq!(unopened.refusal("ana", json!({"join": {}})).0, Code::SpaceNotOpen);
    let mut desk = Desk::opened();
    let cases = [
        ("ana", opening(), Code::SpaceAlreadyOpen, "/command/open"),
        ("bo", json!({"propose": {"idea": "x", "title": "x"}}), Code::SpaceNotAMember, "/by"),
        (
            "ana",
            json!({"decide": {"idea": "x", "decision": "park"}}),
            Code::SpaceUnknownSubject,
            "/command/decide/idea",
        ),
        ("ana", json!({"sign": {"party": "chu"}}), Code::SpaceNotAdmitted, "/command/sign/party"),
        ("ana", charter(2), Code::SpaceNotAdmitted, "/command/amendCharter/charter/version"),
        (
            "ana",
            json!({"advanceStage": {"to": "evaluation"}}),
            Code::SpaceNotAdmitted,
            "/command/advanceStage/to",
        ),
        (
            "ana",
            json!({"advanceStage": {"to": "exploration"}}),
            Code::SpaceGateClosed,
            "/command/advanceStage/to",
        ),
        (
            "ana",
            json!({"lapse": {"measure": "x"}}),
            Code::SpaceUnknownSubject,
            "/command/lapse/measure",
        ),
        ("ana", json!({"lapse": {}}), Code::SpaceInvalidEvent, "/command/lapse"),
        (
            "ana",
            json!({"erase": {"person": "x"}}),
            Code::SpaceUnknownSubject,
            "/command/erase/person",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "ana", "role": "nurse"}}}),
            Code::SpaceDuplicateId,
            "/command/invite/person/id",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "bo", "role": "wizard"}}}),
            Code::PeopleUnknownRole,
            "/command/invite/person/role",
        ),
        (
            "ana",
            json!({"invite": {"person": {"id": "bo", "role": "nurse", "reportsTo": "x"}}}),
            Code::SpaceUnknownSubject,
            "/command/invite/person/reportsTo",
        ),
        (
            "ana",
            json!({"suspendNorm": {"norm": {"id": "n", "norm": "rank", "scope": "here", "until": "2027-01-01"}}}),
            Code::SpaceNotAdmitted,
            "/command/suspendNorm/norm",
        ),
    ];
    for (by, value, code, path) in cases {
        assert_eq!(desk.refusal(by, value.clone()), (code, path.to_owned()), "{value}");
    }
    desk.act("ana", charter(1)).unwrap();
    assert_eq!(
        desk.refusal("ana", json!({"sign": {"party": "city"}})),
        (Code::SpaceNotAdmitted, "/command/sign/party".to_owned())
    );
    let touching = json!({"suspendNorm": {"norm": {"id": "n", "norm": "rank", "scope": "here",
        "until": "2027-01-01", "touches": ["consent"]}}});
    assert_eq!(desk.refusal("ana", touching).0, Code::ProtectSafeguardSuspended);
    let early = desk.act_at("ana", json!({"leave": {}}), "2025-01-01T00:00:00Z").unwrap_err();
    assert_eq!((early.code(), early.path()), (Code::SpaceClockBackwards, "/at"));
    let leave = command(json!({"leave": {"reason": "tired"}}));
    let unsalted =
        decide(&desk.state, &leave, "2026-05-01", &id("ana"), &id("e"), None).unwrap_err();
    assert_eq!((unsalted.code(), unsalted.path()), (Code::SpaceMissingSalt, "/salt"));
    desk.act("ana", json!({"leave": {}})).unwrap();
    assert_eq!(
        desk.refusal("ana", json!({"propose": {"idea": "x", "title": "x"}})),
        (Code::SpaceNotAMember, "/by".to_owned())
    );
}

#[test]
fn a_journal_that_does_not_hold_is_refused_at_its_place() {
    let mut desk = Desk::opened();
    for idea in ["a", "b", "c"] {
        desk.act("ana", json!({"propose": {"idea": idea, "title": idea}})).unwrap();
    }
    let check = |change: fn(&mut Vec<Event>), code, path: &str| {
        let mut events = desk.journal.clone();
        change(&mut events);
        let error = fold(None, &events).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path), "{error}");
    };
    check(|events| events.swap(1, 2), Code::SpaceWrongPrevious, "/events/1/previous/0");
    check(|events| drop(events.remove(0)), Code::SpaceWrongPrevious, "/events/0/previous/0");
    check(
        |events| events.insert(1, events[0].clone()),
        Code::SpaceWrongPrevious,
        "/events/1/previous",
    );
    check(|events| events.insert(2, events[1].clone()), Code::SpaceWrongPrevious, "/events/2");
    check(
        |events| events[2].previous = vec!["0".repeat(64)],
        Code::SpaceWrongPrevious,
        "/events/2/previous/0",
    );
    check(|events| events[3].at = "yesterday".to_owned(), Code::SpaceInvalidEvent, "/events/3/at");
    check(
        |events| events[3].at = "2020-01-01".to_owned(),
        Code::SpaceClockBackwards,
        "/events/3/at",
    );
    check(
        |events| events[3].open.as_mut().unwrap().salt.push('x'),
        Code::SpaceForged,
        "/events/3/open",
    );
    check(|events| events[0].sealed = None, Code::SpaceForged, "/events/0/open");
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

#[test]
fn two_openings_make_two_spaces() {
    let (one, mut other) = (Desk::opened(), Desk::new("other"));
    other.act("ana", opening()).unwrap();
    let error = merge(&MergeRequest { a: one.journal, b: other.journal }).unwrap_err();
    assert_eq!(error.code(), Code::SpaceDifferentSpaces);
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
