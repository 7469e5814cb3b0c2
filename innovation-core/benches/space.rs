//! How long it takes to read a long journal, and what a space weighs in memory.
//!
//! `cargo bench -p innovation-core --bench space`: a journal of a million events by a hundred
//! members, ten thousand ideas and what happens to them; its replay, its check, one command on
//! a tenth of it, and the bytes that the space holds for each live item.

use innovation_core::people::Id;
use innovation_core::space::{Command, Event, State, VerifyRequest, advance, decide, fold, verify};
use serde_json::{Value, json};
use std::alloc::{GlobalAlloc, Layout, System};
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// Counts the bytes that are held.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came; the count changes nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract of `dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A journal that grows.
struct Desk {
    state: State,
    journal: Vec<Event>,
}

impl Desk {
    fn act(&mut self, by: &str, command: Value) -> Result<(), Box<dyn Error>> {
        let count = self.journal.len();
        let (minute, second) = (count / 60, count % 60);
        let (hour, day) = (minute / 60, minute / 1440);
        let at = format!(
            "2026-{:02}-{:02}T{:02}:{:02}:{second:02}Z",
            1 + day / 28,
            1 + day % 28,
            hour % 24,
            minute % 60
        );
        let command: Command = serde_json::from_value(command)?;
        let name = |text: &str| Id::new(text).ok_or("no id");
        let (id, salt) = (name(&format!("event-{count}"))?, format!("{count:032}"));
        let event = decide(&self.state, &command, &at, &name(by)?, &id, Some(&salt))?;
        advance(&mut self.state, &event);
        self.journal.push(event);
        Ok(())
    }
}

const MEMBERS: usize = 100;
const IDEAS: usize = 10_000;

fn journal(length: usize) -> Result<Desk, Box<dyn Error>> {
    let mut desk = Desk { state: State::before(), journal: Vec::with_capacity(length) };
    desk.act(
        "p0",
        json!({"open": {
            "founding": {"space": "long", "title": "A long record", "locus": "betweenSeveral", "organisations": ["chu", "city"]},
            "opener": {"id": "p0", "role": "facilitator", "organisation": "chu"}}}),
    )?;
    for member in 1..MEMBERS {
        let id = format!("p{member}");
        let person = json!({"id": id, "role": "nurse", "organisation": "chu", "unit": "ward-9"});
        desk.act("p0", json!({"invite": {"person": person}}))?;
        desk.act(&id, json!({"join": {}}))?;
    }
    let mut turn = 0;
    while desk.journal.len() < length {
        let (by, idea) = (format!("p{}", turn % MEMBERS), format!("idea-{}", turn % IDEAS));
        let site = format!("site-{}", turn / IDEAS % 4);
        desk.act(&by, match turn / IDEAS {
            0 => json!({"propose": {"idea": idea, "title": format!("Quiet nights, take {turn}")}}),
            1 => json!({"develop": {"idea": idea, "maturity": "concept", "evidence": ["minutes"]}}),
            round if round % 2 == 0 => json!({"adopt": {"idea": idea, "site": site, "stage": "trial"}}),
            _ => json!({"decide": {"idea": idea, "decision": "pursue", "reason": "it works"}}),
        })?;
        turn += 1;
    }
    Ok(desk)
}

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let answer = run();
    println!("{what:<44} {:>10.3} ms", 1e3 * start.elapsed().as_secs_f64());
    answer
}

fn main() -> Result<(), Box<dyn Error>> {
    let desk = timed("write 1,000,000 events by commands", || journal(1_000_000))?;
    let Desk { state: _, journal: mut events } = desk;
    let before = HELD.load(Ordering::Relaxed);
    let state = timed("replay 1,000,000 events", || fold(None, &events))?;
    let held = HELD.load(Ordering::Relaxed) - before;
    let sites: usize = state.sites.values().map(Vec::len).sum();
    let items = state.members.len() + state.ideas.len() + sites;
    println!("{:<44} {:>10} bytes", "state, for each of its live items", held / items);
    println!("{:<44} {items:>10}", "live items");
    let head = state.heads.clone();
    let request = VerifyRequest { events: std::mem::take(&mut events), head };
    let verified = timed("verify 1,000,000 events", || verify(&request))?;
    assert!(verified.intact && verified.complete);
    drop(request);

    let mut desk = journal(100_000)?;
    let mut slowest = 0.0_f64;
    let start = Instant::now();
    for turn in 0..1_000 {
        let once = Instant::now();
        let idea = format!("idea-{}", turn * 7 % IDEAS);
        desk.act("p99", json!({"decide": {"idea": idea, "decision": "park"}}))?;
        slowest = slowest.max(1e3 * once.elapsed().as_secs_f64());
    }
    let mean = start.elapsed().as_secs_f64();
    println!("{:<44} {mean:>10.3} ms, slowest {slowest:.3}", "one command on 100,000 events, mean");
    Ok(())
}
