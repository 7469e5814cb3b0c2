//! A log that the disk did not keep whole: what is left is a whole journal, and a head that
//! was kept elsewhere tells that something is missing.

use super::common::{Dice, bring, opened, place, writer};
use innovation_core::people::Id;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use store::Store;

/// Events that a writer says before it is killed: few enough that SQLite has not begun to move
/// the log into the file.
const SAID: usize = 60;

/// A store whose writer was killed, with all that it wrote still in the log: the paths of file
/// and log, and the id and the head of what it said last.
fn killed(path: &Path) -> (PathBuf, Id, String) {
    drop(opened(path, 2));
    let mut child = writer(path, "m2", 0, 100_000);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let last = lines.by_ref().take(SAID).last().unwrap().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let last = lines.map(Result::unwrap).last().unwrap_or(last);
    let words: Vec<_> = last.split(' ').collect();
    let log = path.with_file_name("space.db-wal");
    (log, Id::new(words[0]).unwrap(), words[1].to_owned())
}

/// A copy of a store, its log changed by `tear`; without the index of the log, which is
/// memory shared between processes and does not outlive them.
fn copy(path: &Path, log: &Path, to: &Path, tear: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    let file = to.join("space.db");
    fs::copy(path, &file).unwrap();
    let mut bytes = fs::read(log).unwrap();
    tear(&mut bytes);
    fs::write(to.join("space.db-wal"), bytes).unwrap();
    file
}

/// Whether the copy opens as a whole journal in which work goes on; how many events it has.
fn recovers(file: &Path, id: &Id, head: &str, all: u32) -> u32 {
    let mut store = Store::open(file).unwrap();
    let found = store.verify(&[]).unwrap();
    assert!(found.intact, "{found:?}");
    assert!((3..=all).contains(&found.events));
    // The last one that was said may have a follower that nobody heard of.
    let whole = store.event(id).unwrap().is_some();
    let kept = store.verify(&[head.to_owned()]).unwrap();
    assert!(whole || !kept.intact, "a missing end is told by the head");
    bring(&mut store, "m1", "after-the-crash", "Go on.");
    assert_eq!(store.state().unwrap().events, found.events + 1);
    assert!(store.verify(&[]).unwrap().intact);
    found.events
}

#[test]
fn a_torn_log_leaves_a_whole_journal() {
    let (directory, path) = place();
    let (log, id, head) = killed(&path);
    let to = |case: u64| directory.path().join(format!("case-{case}"));
    let size = fs::metadata(&log).unwrap().len();
    let all = {
        let file = copy(&path, &log, &to(0), |_| ());
        let mut store = Store::open(file).unwrap();
        assert!(store.event(&id).unwrap().is_some(), "a kill loses nothing");
        store.state().unwrap().events
    };
    let mut dice = Dice(7);
    let mut shortest = all;
    let mut missing = 0;
    for case in 1..=120 {
        let place = dice.below(size);
        let file = copy(&path, &log, &to(case), |bytes| match case % 3 {
            0 => bytes.truncate(place as usize),
            1 => bytes[place as usize] ^= 1 << dice.below(8),
            _ => bytes[place as usize..].fill(0),
        });
        let left = recovers(&file, &id, &head, all);
        missing += u32::from(left < all);
        shortest = shortest.min(left);
        fs::remove_dir_all(to(case)).unwrap();
    }
    assert!(
        missing > 100 && shortest < all / 2,
        "{missing} of 120 lost events, down to {shortest}"
    );
    println!("120 torn logs of {all} events recovered, {missing} of them shorter, each told");
}
