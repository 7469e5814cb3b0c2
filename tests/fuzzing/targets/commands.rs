//! Spaces that live by any commands: what is refused changes nothing, what is admitted is found
//! again by folding the journal, and the chain holds after every erasure.
#![no_main]

use arbitrary::Arbitrary;
use innovation_core::people::Id;
use innovation_core::space::{ApplyRequest, Event, State, VerifyRequest, apply, fold, verify};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

const PEOPLE: [&str; 4] = ["ana", "bo", "chi", "dee"];
const IDEAS: [&str; 3] = ["lamp", "tray", "song"];
const PARTIES: [&str; 3] = ["chu", "city", "users"];
const STAGES: [&str; 8] = [
    "emergence",
    "exploration",
    "prototyping",
    "evaluation",
    "perpetuation",
    "spread",
    "handedOver",
    "closed",
];
const MATURITIES: [&str; 5] = ["spark", "concept", "prototype", "pilot", "practice"];

/// A command before it has its words.
#[derive(Debug, Arbitrary)]
struct Deed {
    kind: u8,
    by: u8,
    one: u8,
    other: u8,
    /// Minutes since the deed before.
    later: u8,
    mode: Mode,
}

#[derive(Debug, Clone, Copy, Arbitrary, PartialEq)]
enum Mode {
    Journal,
    State,
}

fn of<'a>(names: &[&'a str], byte: u8) -> &'a str {
    names[usize::from(byte) % names.len()]
}

fn command(deed: &Deed, charter: u32) -> Value {
    let (person, party) = (of(&PEOPLE, deed.one), of(&PARTIES, deed.one));
    let (idea, number) = (of(&IDEAS, deed.one), deed.other);
    match deed.kind % 20 {
        0 => json!({"open": {"founding": {"space": "nights", "title": "Quiet nights",
            "locus": "betweenSeveral", "organisations": ["chu", "city"], "sponsor": "chu"},
            "opener": {"id": person, "role": "facilitator", "organisation": of(&PARTIES, number)}}}),
        1 => json!({"invite": {"person": {"id": person, "role": of(&["nurse", "patient"], number),
            "organisation": of(&PARTIES, number), "needs": ["breaks"]}}}),
        2 => json!({"join": {}}),
        3 => json!({"leave": {"reason": "tired"}}),
        4 => json!({"propose": {"idea": idea, "title": format!("{idea} {number}")}}),
        5 => {
            json!({"decide": {"idea": idea, "decision": of(&["pursue", "park", "stop"], number), "reason": "why"}})
        }
        6 => {
            json!({"develop": {"idea": idea, "maturity": of(&MATURITIES, number), "evidence": ["board-7"]}})
        }
        7 => {
            json!({"adopt": {"idea": idea, "site": "ward-2", "stage": of(&["trial", "routine"], number)}})
        }
        8 => {
            json!({"adapt": {"adaptation": format!("a{number}"), "idea": idea, "site": "ward-2", "core": number % 2 == 0, "words": "less light"}})
        }
        9 => json!({"amendCharter": {"charter": {"version": charter + u32::from(number % 3),
            "parties": ["chu", "city"], "clauses": [{"id": "purpose", "text": format!("{number}")}]}}}),
        10 => json!({"sign": {"party": party}}),
        11 => json!({"protect": {"measures": [{"id": "room", "work": "anchoring"}],
            "pressures": [{"id": "beds", "kind": "pressure", "source": "flow", "strength": number % 7}]}}),
        12 => json!({"suspendNorm": {"norm": {"id": "rank", "norm": "rank", "scope": "here",
            "grantedBy": party, "until": "2026-12-01T09:00:00Z", "lifts": ["beds"]}}}),
        13 => json!({"lapse": {"measure": "room"}}),
        14 => json!({"lapse": {"norm": "rank"}}),
        15 => json!({"advanceStage": {"to": of(&STAGES, number)}}),
        16 => {
            json!({"handOver": {"idea": idea, "owner": party, "budget": "line 7", "checks": ["2027-03-01T09:00:00Z"]}})
        }
        17 => json!({"erase": {"person": person, "remember": number % 2 == 0}}),
        18 => json!({"close": {"reason": "done"}}),
        _ => {
            json!({"assess": {"assessment": format!("s{number}"), "idea": idea, "rubric": "heard", "version": "1", "assessors": number, "words": "said"}})
        }
    }
}

fuzz_target!(|deeds: Vec<Deed>| {
    let mut journal: Vec<Event> = Vec::new();
    let mut state = State::default();
    let mut minutes = 0_u32;
    for (count, deed) in (0..24).zip(&deeds) {
        minutes += u32::from(deed.later);
        let charter = state.charter.as_ref().map_or(0, |charter| charter.version);
        let Ok(command) = serde_json::from_value(command(deed, charter)) else { continue };
        let Some((by, id)) = Id::new(of(&PEOPLE, deed.by)).zip(Id::new(&format!("e{count}")))
        else {
            return;
        };
        let at = format!(
            "2026-03-{:02}T{:02}:{:02}:00Z",
            1 + minutes / 1440,
            minutes / 60 % 24,
            minutes % 60
        );
        let erases = deed.kind % 20 == 17;
        let on_state = deed.mode == Mode::State && !erases && !journal.is_empty();
        let request = ApplyRequest {
            journal: if on_state { Vec::new() } else { journal.clone() },
            state: on_state.then(|| Box::new(state.clone())),
            command,
            at,
            by,
            id,
            salt: Some(format!("{count:032}")),
        };
        if let Ok(applied) = apply(&request) {
            if applied.redacted.is_empty() {
                journal.extend(applied.events);
            } else {
                journal = applied.redacted;
            }
            state = applied.state;
        }
    }
    if journal.is_empty() {
        return;
    }
    let again = fold(None, &journal).expect("what was admitted can be folded");
    assert_eq!(again, state, "the journal tells the state");
    let found = verify(&VerifyRequest { events: journal, head: state.heads.clone() });
    assert!(found.is_ok_and(|found| found.intact && found.complete), "the chain holds");
});
