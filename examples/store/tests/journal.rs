//! The store in quiet times.

use super::common::{bring, erasure_of, id, invite, opened, place, propose, replayed};
use innovation_core::Code;
use innovation_core::space::{Command, Join};
use rusqlite::Connection;
use store::{Asked, Store, StoreError};

#[test]
fn two_stores_of_one_file_see_each_other() {
    let (_directory, path) = place();
    let mut one = opened(&path, 2);
    let mut other = Store::open(&path).unwrap();
    for number in 0..20 {
        let (store, by) = if number % 2 == 0 { (&mut one, "m1") } else { (&mut other, "m2") };
        bring(store, by, &format!("idea-{number}"), "Dim the light.");
    }
    assert_eq!(one.state().unwrap(), other.state().unwrap());
    assert_eq!(one.state().unwrap().ideas.len(), 20);
    let taken = other.command(&propose("idea-0", "Again."), &id("m2"), &id("again"));
    let Err(StoreError::Refused(error)) = taken else { panic!("{taken:?}") };
    assert_eq!(error.code(), Code::SpaceDuplicateId);
    assert!(one.verify(&[]).unwrap().intact);
}

#[test]
fn a_command_repeated_with_its_id_is_known() {
    let (_directory, path) = place();
    let mut store = opened(&path, 1);
    let event = store.command(&propose("idea", "Dim."), &id("m1"), &id("e")).unwrap();
    let again = store.command(&propose("idea", "Dim."), &id("m1"), &id("e"));
    assert!(matches!(again, Err(StoreError::Known(known)) if known == id("e")));
    assert_eq!(store.event(&id("e")).unwrap(), Some(event));
}

#[test]
fn what_is_refused_leaves_no_line() {
    let (_directory, path) = place();
    let mut store = opened(&path, 1).snapshot_every(1);
    let before = store.journal().unwrap();
    let refused = store.command(&Command::Join(Join {}), &id("nobody"), &id("e"));
    assert!(matches!(refused, Err(StoreError::Refused(_))));
    assert_eq!(store.journal().unwrap(), before);
}

#[test]
fn a_snapshot_and_its_tail_are_the_replay() {
    let (_directory, path) = place();
    let mut store = opened(&path, 2).snapshot_every(7);
    for number in 0..50 {
        bring(&mut store, "m2", &format!("idea-{number}"), "Dim the light.");
        if number % 9 == 0 {
            let replayed = replayed(&mut store);
            assert_eq!(*Store::open(&path).unwrap().state().unwrap(), replayed);
            assert_eq!(*store.state().unwrap(), replayed);
        }
    }
    // A snapshot that cannot be read is none.
    let replayed = replayed(&mut store);
    let db = Connection::open(&path).unwrap();
    assert_eq!(db.execute("UPDATE snapshots SET state = '{\"later\": true}'", []).unwrap(), 1);
    assert_eq!(*Store::open(&path).unwrap().state().unwrap(), replayed);
}

/// Two stores that start as one and go on apart.
fn forked() -> (tempfile::TempDir, Store, Store) {
    let (directory, path) = place();
    let mut one = opened(&path, 2);
    let mut other = Store::open(directory.path().join("laptop.db")).unwrap();
    other.merge(&one.journal().unwrap()).unwrap();
    bring(&mut one, "m1", "at-the-desk", "Dim the light.");
    bring(&mut other, "m2", "on-the-train", "Oil the wheels.");
    (directory, one, other)
}

#[test]
fn journals_that_forked_become_one() {
    let (_directory, mut one, mut other) = forked();
    let joined = one.merge(&other.journal().unwrap()).unwrap();
    assert_eq!((joined.added, joined.conflicts), (1, 0));
    assert_eq!(other.merge(&one.journal().unwrap()).unwrap().added, 1);
    assert_eq!(one.state().unwrap(), other.state().unwrap());
    assert_eq!(one.state().unwrap().heads.len(), 2);
    assert_eq!(one.merge(&other.journal().unwrap()).unwrap().added, 0);
    bring(&mut one, "m2", "together", "Both.");
    let state = replayed(&mut one);
    assert_eq!((state.heads.len(), state.ideas.len()), (1, 3));
    assert_eq!(*one.state().unwrap(), state);
    assert!(one.verify(&state.heads).unwrap().complete);
}

#[test]
fn a_merge_erases_here_whom_the_other_erased() {
    let (directory, mut one, mut other) = forked();
    bring(&mut one, "m2", "idea-of-two", "A sentence of hers.");
    other.erase(&erasure_of("m2"), &id("m1"), &id("erase")).unwrap();
    one.merge(&other.journal().unwrap()).unwrap();
    let bytes = std::fs::read(directory.path().join("space.db")).unwrap();
    assert!(!bytes.windows(10).any(|at| at == b"A sentence"));
    assert!(one.verify(&[]).unwrap().to_redact.is_empty());
    assert_eq!(replayed(&mut one), *one.state().unwrap());
}

#[test]
fn two_events_of_one_id_are_not_merged() {
    let (_directory, mut one, mut other) = forked();
    invite(&mut one, "m1", "m3");
    invite(&mut other, "m1", "m3");
    let before = one.journal().unwrap();
    let twice = one.merge(&other.journal().unwrap());
    assert!(matches!(twice, Err(StoreError::Known(known)) if known == id("invite-m3")));
    assert_eq!(one.journal().unwrap(), before);
    bring(&mut one, "m1", "on", "Goes on.");
}

#[test]
fn a_changed_file_is_told() {
    let changes = [
        "UPDATE events SET line = replace(line, '\"proposed\"', '\"other\"') || ' ' WHERE position = 3",
        "UPDATE events SET line = replace(line, 'idea-1', 'idea-9') WHERE id = 'idea-1'",
        "DELETE FROM events WHERE id = 'idea-1'",
        "DELETE FROM events WHERE position = (SELECT max(position) FROM events)",
        "UPDATE events SET line = 'no json' WHERE position = 2",
        "UPDATE heads SET fingerprint = 'ab'",
    ];
    for (place_, change) in changes.iter().enumerate() {
        let (_directory, path) = place();
        let mut store = opened(&path, 2);
        for number in 0..4 {
            bring(&mut store, "m1", &format!("idea-{number}"), "Dim the light.");
        }
        let head = store.state().unwrap().heads.clone();
        assert_eq!(Connection::open(&path).unwrap().execute(change, []).unwrap(), 1);
        let verified = store.verify(&head);
        let opened = Store::open(&path);
        if place_ == 0 {
            // A space behind the line is no change of the event.
            assert!(verified.unwrap().complete && opened.is_ok());
        } else {
            assert!(!verified.is_ok_and(|found| found.intact), "{change}");
            assert!(opened.is_err(), "{change}");
        }
    }
}

#[test]
fn another_file_is_no_store() {
    let (_directory, path) = place();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotAStore(_))));
    std::fs::write(
        &path,
        "plain text, long enough to be looked at as a header of a file ".repeat(20),
    )
    .unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotAStore(_))));
}

#[test]
fn a_later_version_is_left_alone() {
    let (_directory, path) = place();
    drop(opened(&path, 1));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 2).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotAStore(_))));
}

/// A command that waits.
fn asked(by: &str, name: &str, command: Command) -> Asked {
    Asked { command, by: id(by), id: id(name) }
}

#[test]
fn many_commands_are_answered_each_as_if_alone() {
    let (_directory, path) = place();
    let mut store = opened(&path, 3);
    let mut other = Store::open(&path).unwrap();
    let before = store.journal().unwrap().len();
    let done = store
        .commands(&[
            asked("m1", "a", propose("one", "Dim.")),
            asked("nobody", "b", propose("two", "Dim.")),
            asked("m2", "a", propose("three", "Dim.")),
            asked("m3", "c", propose("four", "Quieter shoes.")),
            asked("m1", "d", Command::Erase(erasure_of("m3"))),
            asked("m3", "e", propose("five", "Dim.")),
            asked("m2", "f", propose("six", "Dim.")),
        ])
        .unwrap();
    let said: Vec<_> = done
        .iter()
        .map(|one| match one {
            Ok(placed) => format!("{} at {}", placed.event.id, placed.position - before as i64),
            Err(StoreError::Refused(error)) => error.code().name().to_owned(),
            Err(other) => other.to_string(),
        })
        .collect();
    let expected = [
        "a at 1",
        "space.not-a-member",
        "the journal holds an event a already",
        "c at 2",
        "d at 3",
        "space.not-a-member",
        "f at 4",
    ];
    assert_eq!(said, expected);
    assert_eq!(store.journal().unwrap().len(), before + 4);
    assert!(store.verify(&[]).unwrap().intact);
    assert_eq!(store.state().unwrap(), other.state().unwrap());
    let replayed = replayed(&mut store);
    assert_eq!(*store.state().unwrap(), replayed);
}

#[test]
fn what_was_not_committed_is_not_held() {
    let (_directory, path) = place();
    let mut store = opened(&path, 1);
    let db = Connection::open(&path).unwrap();
    // The second of two is hindered by the disk, so to say.
    let hindrance = "CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.id = 'b' \
                     BEGIN SELECT RAISE(FAIL, 'disk full'); END";
    db.execute_batch(hindrance).unwrap();
    let two = [asked("m1", "a", propose("one", "Dim.")), asked("m1", "b", propose("two", "Dim."))];
    assert!(matches!(store.commands(&two), Err(StoreError::Database(_))));
    assert!(store.event(&id("a")).unwrap().is_none());
    assert!(store.state().unwrap().ideas.is_empty());
    db.execute_batch("DROP TRIGGER full").unwrap();
    let done = store.commands(&two).unwrap();
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    let replayed = replayed(&mut store);
    assert_eq!(*store.state().unwrap(), replayed);
}

#[test]
fn events_are_read_from_a_position_on() {
    let (_directory, path) = place();
    let mut store = opened(&path, 4);
    let journal = store.journal().unwrap();
    let mut read = Vec::new();
    while let Some(last) = {
        let position = read.len() as i64;
        let page = store.events_after(position, 3).unwrap();
        assert!(page.iter().zip(position + 1..).all(|(placed, at)| placed.position == at));
        let last = page.last().map(|placed| placed.position);
        read.extend(page.into_iter().map(|placed| placed.event));
        last
    } {
        assert!(last <= journal.len() as i64);
    }
    assert_eq!(read, journal);
}
