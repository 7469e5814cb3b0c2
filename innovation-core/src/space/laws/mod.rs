//! Laws of the journal, on spaces that live by random commands.

mod chain;
mod erasure;
mod merging;
mod refusals;

use super::*;
use crate::error::{Code, Result};
use crate::people::Id;
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
                json!({"develop": {"idea": idea, "maturity": dice.one_of(["concept", "prototype"]),
                    "evidence": ["board-7"]}})
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

fn joined(a: &[Event], b: &[Event]) -> Merged {
    merge(&MergeRequest { a: a.to_vec(), b: b.to_vec() }).unwrap()
}
