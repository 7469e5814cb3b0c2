//! Small things that all tests need.

use innovation_core::Text;
use innovation_core::people::{Id, Person};
use innovation_core::space::{Command, Erase, Founding, Invite, Join, Locus, Open, Propose};
use std::path::{Path, PathBuf};
use std::process::{Child, Command as Program, Stdio};
use store::Store;
use tempfile::TempDir;

/// A directory that goes when the test ends, and the path of a store in it.
pub fn place() -> (TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("space.db");
    (directory, path)
}

pub fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

/// A store with an open space: m1 opened it, and the others have joined.
pub fn opened(path: &Path, members: u32) -> Store {
    let mut store = Store::open(path).unwrap();
    let founding = Founding {
        space: id("quiet-nights"),
        title: Text::both("Quiet nights", "Des nuits calmes"),
        locus: Locus::WithinOne,
        organisations: vec![],
        sponsor: None,
        levels: vec![],
        cadence_days: None,
    };
    let opener = Person::new("m1", "facilitator").unwrap();
    let open = Command::Open(Box::new(Open { founding, opener }));
    store.command(&open, &id("m1"), &id("open")).unwrap();
    for number in 2..=members {
        invite(&mut store, "m1", &format!("m{number}"));
    }
    store
}

/// A member invites another, who joins.
pub fn invite(store: &mut Store, by: &str, who: &str) {
    let person = Person::new(who, "nurse").unwrap();
    let command = Command::Invite(Box::new(Invite { person }));
    store.command(&command, &id(by), &id(&format!("invite-{who}"))).unwrap();
    store.command(&Command::Join(Join {}), &id(who), &id(&format!("join-{who}"))).unwrap();
}

pub fn propose(idea: &str, words: &str) -> Command {
    let title = Text::both(words, words);
    Command::Propose(Propose { idea: id(idea), title, text: None })
}

/// Brings an idea in, by an event of the idea's name.
pub fn bring(store: &mut Store, by: &str, idea: &str, words: &str) {
    store.command(&propose(idea, words), &id(by), &id(idea)).unwrap();
}

pub fn erasure_of(person: &str) -> Erase {
    Erase { person: id(person), remember: false }
}

/// The state from the whole journal, without any snapshot.
pub fn replayed(store: &mut Store) -> innovation_core::space::State {
    innovation_core::space::fold(None, &store.journal().unwrap()).unwrap()
}

/// The example's program.
pub fn program(path: &Path, arguments: &[&str]) -> Program {
    let mut program = Program::new(env!("CARGO_BIN_EXE_store-example"));
    program.args(arguments).arg("--db").arg(path);
    program
}

/// A process that writes a member's events `from` to `count` and says so on its output.
pub fn writer(path: &Path, member: &str, from: usize, count: usize) -> Child {
    let (from, count) = (from.to_string(), count.to_string());
    program(path, &["write", "--by", member, "--from", &from, "--count", &count])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Numbers that are the same in every run: the mixing of SplitMix64.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % end
    }
}
