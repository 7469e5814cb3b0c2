//! What is left of somebody who was erased: nothing, in any file.

use super::common::{bring, erasure_of, id, invite, opened, place, replayed};
use innovation_core::people::Person;
use innovation_core::space::{Command, Invite, Standing};
use std::fs;
use std::path::Path;
use store::Store;

/// How often words stand in the files of a store.
fn traces(path: &Path, words: &str) -> usize {
    let directory = fs::read_dir(path.parent().unwrap()).unwrap();
    let files = directory.map(|file| fs::read(file.unwrap().path()).unwrap());
    files.map(|bytes| bytes.windows(words.len()).filter(|at| *at == words.as_bytes()).count()).sum()
}

const WORDS: &str = "zebra crossing";

/// A journal with many pages, in which m2 spoke now and then, at length as well.
fn spoken(path: &Path) -> Store {
    let mut store = opened(path, 3).snapshot_every(40);
    for number in 0..300 {
        let by = if number % 7 == 0 { "m2" } else { "m3" };
        let words =
            if by == "m2" { WORDS.repeat(1 + number % 300) } else { "Plain.".repeat(number % 50) };
        bring(&mut store, by, &format!("idea-{number}"), &words);
    }
    store
}

#[test]
fn an_erasure_leaves_no_trace_in_the_files() {
    let (_directory, path) = place();
    let mut store = spoken(&path);
    let person = Person {
        attributes: [("badge".into(), "b-4711".into())].into(),
        ..Person::new("m4", "nurse").unwrap()
    };
    store.command(&Command::Invite(Box::new(Invite { person })), &id("m1"), &id("m4")).unwrap();
    store.snapshot().unwrap();
    assert!(traces(&path, WORDS) > 100);
    assert!(traces(&path, "b-4711") > 0);
    let erasure = store.erase(&erasure_of("m2"), &id("m1"), &id("erase-2")).unwrap();
    assert!(erasure.swept);
    // 43 ideas and the invitation.
    assert_eq!(erasure.redacted, 44);
    assert_eq!(traces(&path, WORDS), 0);
    assert!(store.erase(&erasure_of("m4"), &id("m1"), &id("erase-4")).unwrap().swept);
    assert_eq!(traces(&path, "b-4711"), 0);
    assert!(traces(&path, "Plain.") > 100);
    let found = store.verify(&[]).unwrap();
    assert!(found.intact && found.to_redact.is_empty());
}

#[test]
fn an_erasure_cut_off_before_the_sweep_is_finished_at_the_next_opening() {
    let (_directory, path) = place();
    let mut store = spoken(&path);
    // A reader holds the file as it was: the log cannot be emptied.
    let mut reader = rusqlite::Connection::open(&path).unwrap();
    let tx = reader.transaction().unwrap();
    tx.query_row("SELECT count(*) FROM events", [], |row| row.get::<_, i64>(0)).unwrap();
    let mut store = {
        store = store.patience(std::time::Duration::from_millis(50)).unwrap();
        let erasure = store.erase(&erasure_of("m2"), &id("m1"), &id("erase")).unwrap();
        assert!(!erasure.swept);
        assert!(traces(&path, WORDS) > 0, "the log still holds it");
        drop(tx);
        Store::open(&path).unwrap()
    };
    assert_eq!(traces(&path, WORDS), 0);
    assert!(store.verify(&[]).unwrap().intact);
}

#[test]
fn others_forget_whom_one_erased() {
    let (_directory, path) = place();
    let mut one = spoken(&path);
    let mut other = Store::open(&path).unwrap();
    assert!(other.state().unwrap().people().any(|person| person.id == id("m2")));
    one.erase(&erasure_of("m2"), &id("m1"), &id("erase")).unwrap();
    let state = other.state().unwrap();
    assert!(!state.people().any(|person| person.id == id("m2")));
    assert!(state.members.values().any(|member| member.standing == Standing::Erased));
    assert_eq!(*state, replayed(&mut one));
}

#[test]
fn the_state_is_the_journal_also_where_the_erased_had_invited_others() {
    let (_directory, path) = place();
    let mut store = opened(&path, 2);
    invite(&mut store, "m2", "m9");
    store.erase(&erasure_of("m2"), &id("m1"), &id("erase")).unwrap();
    let replayed = replayed(&mut store);
    assert_eq!(*store.state().unwrap(), replayed);
    assert_eq!(*Store::open(&path).unwrap().state().unwrap(), replayed);
}
