//! Eight processes write at once, and are killed again and again: nothing that was
//! acknowledged is lost, nothing is written twice.

use super::common::{Dice, opened, writer};
use innovation_core::space::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
use store::Store;

const WRITERS: usize = 8;
const EVENTS: usize = 10_000;
const SHARE: usize = EVENTS / WRITERS;
const KILLS: usize = 100;
const SIGKILL: i32 = 9;

/// What a writer said on its output: an event that is on the disk.
#[derive(Debug, Clone, PartialEq)]
struct Acknowledged {
    id: String,
    head: String,
    previous: String,
}

/// The writers, and what they said until now.
struct Crew {
    path: PathBuf,
    running: Vec<Option<Child>>,
    said: Vec<BTreeMap<usize, Acknowledged>>,
    /// Lines that two writers of one share both said: done, killed before all read it, done again.
    again: usize,
    sender: Sender<(usize, Option<String>)>,
    receiver: Receiver<(usize, Option<String>)>,
}

impl Crew {
    fn new(path: &Path) -> Self {
        let (sender, receiver) = channel();
        let running = (0..WRITERS).map(|_| None).collect();
        let said = vec![BTreeMap::new(); WRITERS];
        Self { path: path.to_owned(), running, said, again: 0, sender, receiver }
    }

    /// Starts a writer where its share is not done. Now and then one event earlier than
    /// needed: its command is repeated, and must not be done twice.
    fn start(&mut self, who: usize, dice: &mut Dice) {
        let done = self.said[who].len();
        let from = done.saturating_sub(usize::from(dice.below(4) == 0));
        let mut child = writer(&self.path, &format!("m{}", who + 1), from, SHARE);
        let lines = BufReader::new(child.stdout.take().unwrap());
        let sender = self.sender.clone();
        thread::spawn(move || {
            for line in lines.split(b'\n') {
                sender.send((who, Some(String::from_utf8(line.unwrap()).unwrap()))).unwrap();
            }
            sender.send((who, None)).unwrap();
        });
        self.running[who] = Some(child);
    }

    fn total(&self) -> usize {
        self.said.iter().map(BTreeMap::len).sum()
    }

    /// Takes in one line; restarts a writer that ended before its share was done.
    /// Returns whether that writer had been killed.
    fn hear(&mut self, dice: &mut Dice) -> bool {
        let (who, line) = self.receiver.recv_timeout(Duration::from_secs(60)).unwrap();
        if let Some(line) = line {
            self.note(who, &line);
            return false;
        }
        let status = self.running[who].take().unwrap().wait().unwrap();
        let killed = status.signal() == Some(SIGKILL);
        assert!(killed || status.success(), "writer {who} failed: {status}");
        if self.said[who].len() < SHARE {
            assert!(killed, "writer {who} ended early");
            self.start(who, dice);
        }
        killed
    }

    fn note(&mut self, who: usize, line: &str) {
        let words: Vec<_> = line.split(' ').collect();
        // A line that a kill cut short says nothing; pipes do not tear lines this short.
        let [id, head, previous] = words.as_slice() else { panic!("{line:?}") };
        let place = id.rsplit('-').next().unwrap().parse().unwrap();
        let acknowledged = Acknowledged {
            id: id.to_string(),
            head: head.to_string(),
            previous: previous.to_string(),
        };
        if let Some(before) = self.said[who].insert(place, acknowledged.clone()) {
            assert_eq!(before, acknowledged, "an event was done twice");
            self.again += 1;
        }
    }
}

#[test]
fn no_acknowledged_event_is_lost_when_writers_are_killed() {
    let (_directory, path) = super::common::place();
    let mut store = opened(&path, WRITERS as u32);
    let founded = store.state().unwrap().events as usize;
    let last_of_opening = store.state().unwrap().heads.clone();
    drop(store);
    let start = Instant::now();
    let mut dice = Dice(2017);
    let mut crew = Crew::new(&path);
    for who in 0..WRITERS {
        crew.start(who, &mut dice);
    }
    let (mut sent, mut kills) = (0, 0);
    while crew.running.iter().any(Option::is_some) {
        kills += usize::from(crew.hear(&mut dice));
        // Kills are spread over nine tenths of the work, and fall between any two system calls.
        let due = |sent: usize| (sent + 1) * EVENTS * 9 / 10 / KILLS;
        if sent < KILLS && crew.total() >= due(sent) && sent == kills {
            thread::sleep(Duration::from_micros(dice.below(3_000)));
            let running: Vec<_> = (0..WRITERS).filter(|who| crew.running[*who].is_some()).collect();
            let victim = running[dice.below(running.len() as u64) as usize];
            let child = crew.running[victim].as_mut().unwrap();
            if child.try_wait().unwrap().is_none() {
                child.kill().unwrap();
                sent += 1;
            }
        }
    }
    let time = start.elapsed();
    assert_eq!(kills, KILLS);

    // The head kept elsewhere: of all that was acknowledged, what nothing acknowledged follows.
    let said: Vec<_> = crew.said.iter().flat_map(BTreeMap::values).collect();
    assert_eq!(said.len(), EVENTS);
    let followed: BTreeSet<&str> = said.iter().map(|said| said.previous.as_str()).collect();
    let kept: Vec<String> = said
        .iter()
        .filter(|said| !followed.contains(said.head.as_str()))
        .map(|said| said.head.clone())
        .collect();
    assert_eq!(kept.len(), 1, "the journal is a line");
    assert!(followed.contains(last_of_opening[0].as_str()));

    let mut store = Store::open(&path).unwrap();
    let found = store.verify(&kept).unwrap();
    assert!(found.intact && found.complete, "{found:?}");
    let events = store.journal().unwrap();
    assert_eq!(events.len(), founded + EVENTS);
    let there: BTreeMap<String, String> =
        events.iter().map(|event| (event.id.to_string(), event.head())).collect();
    assert_eq!(there.len(), events.len(), "an id stands twice");
    let lost = said.iter().filter(|said| there.get(&said.id) != Some(&said.head)).count();
    assert_eq!(lost, 0);
    assert!(store.state().unwrap().conflicts.is_empty());
    assert_eq!(*store.state().unwrap(), fold(None, &events).unwrap());
    println!(
        "{WRITERS} writers, {EVENTS} events, {kills} kills, {lost} lost, {} repeated and known, \
         {:.1} s, {:.0} events per second",
        crew.again,
        time.as_secs_f64(),
        EVENTS as f64 / time.as_secs_f64(),
    );
}
