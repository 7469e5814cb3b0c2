//! A space's journal kept in SQLite: several processes write it, and none of them loses a word.
//!
//! `innovation-core` decides and folds, and stores nothing: [`Store`] does that part of a
//! host's work. [`Store::command`] brings what is held in memory up to date with what others
//! wrote, lets the library decide, and appends the event, all under one lock; whoever gets the
//! event back may rely on it. `table` is the SQL, `host` brings clock and chance.
//!
//! Invariant: an event is given out only once it is committed, and a commit is on the disk.
//! Invariant: only an erasure or a merge changes a line that was written, and whoever holds a
//! state from before reads the journal anew.
//! Invariant: what is held in memory is never ahead of the table.

mod error;
mod held;
mod host;
mod table;

pub use error::{Result, StoreError};

use held::Held;
use innovation_core::people::Id;
use innovation_core::space::{
    Command, Erase, Event, MergeRequest, State, Verification, VerifyRequest, merge, redact, verify,
};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// Events from one snapshot to the next, unless set otherwise.
const SNAPSHOT_EVERY: u32 = 500;

/// A journal in a file, and the space as it stands.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    held: Held,
    snapshot_every: u32,
}

/// A command that waits for its turn: who asks for what, under which id.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What is to be done.
    pub command: Command,
    /// Who asks for it.
    pub by: Id,
    /// The id of the event that it becomes.
    pub id: Id,
}

/// An event and its place in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Its position, from 1.
    pub position: i64,
    /// The event.
    pub event: Event,
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq)]
pub struct Erasure {
    /// The event that records it.
    pub event: Event,
    /// Lines from which words were removed.
    pub redacted: u32,
    /// Whether the file itself was swept, so that nothing of those lines is left in it. Where
    /// others were reading meanwhile it is false, and the next opening sweeps.
    pub swept: bool,
}

/// What a merge did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joined {
    /// Events that came in.
    pub added: usize,
    /// Conflicts that the space lists now.
    pub conflicts: usize,
}

impl Store {
    /// Opens a journal, or starts an empty one.
    ///
    /// # Errors
    ///
    /// [`StoreError::NotAStore`] where the file holds something else,
    /// [`StoreError::Damaged`] where the journal does not hold together.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let mut db = table::open(path.as_ref())?;
        let tx = reading(&mut db)?;
        let held = Held::load(&tx)?;
        drop(tx);
        let mut store = Self { db, held, snapshot_every: SNAPSHOT_EVERY };
        store.sweep()?;
        Ok(store)
    }

    /// So many events from one snapshot to the next, at least 1.
    #[must_use]
    pub fn snapshot_every(mut self, events: u32) -> Self {
        self.snapshot_every = events.max(1);
        self
    }

    /// How long to wait for others before [`StoreError::Busy`]; 30 seconds unless set.
    ///
    /// # Errors
    ///
    /// [`StoreError::Database`] where SQLite does not take it.
    pub fn patience(self, time: Duration) -> Result<Self> {
        self.db.busy_timeout(time)?;
        Ok(self)
    }

    /// Does one thing in the space. The event is on the disk when this answers.
    ///
    /// `id` makes a command safe to repeat: whoever was cut off before the answer came tries
    /// again with the same id, and [`StoreError::Known`] says that it was done. The moment is
    /// taken under the lock, and never lies before the last event: where the clock was set
    /// back, events carry the moment of the last one until it has caught up.
    ///
    /// # Errors
    ///
    /// [`StoreError::Refused`] with the library's reason, [`StoreError::Known`],
    /// [`StoreError::Busy`] where others held the lock too long.
    pub fn command(&mut self, command: &Command, by: &Id, id: &Id) -> Result<Event> {
        if let Command::Erase(erase) = command {
            return Ok(self.erase(erase, by, id)?.event);
        }
        Ok(self.write(|held, tx| held.append(tx, command, by, id))?.event)
    }

    /// Does many things in the space, one after the other, and answers each as
    /// [`Store::command`] would: what one of them is refused for hinders no other. They reach
    /// the disk together, at the price of one. An erasure among them is done by itself.
    ///
    /// # Errors
    ///
    /// [`StoreError::Busy`] and faults of the disk, where which of them are done is open: ask
    /// again with the same ids.
    pub fn commands(&mut self, asked: &[Asked]) -> Result<Vec<Result<Placed>>> {
        let mut done = Vec::with_capacity(asked.len());
        let erases = |one: &Asked| matches!(one.command, Command::Erase(_));
        for group in asked.chunk_by(|one, next| !erases(one) && !erases(next)) {
            match group {
                [Asked { command: Command::Erase(erase), by, id }] => {
                    let erased = self.erase(erase, by, id);
                    let position = self.held.position;
                    done.push(erased.map(|erasure| Placed { position, event: erasure.event }));
                }
                group => done.append(&mut self.write(|held, tx| held.append_all(tx, group))?),
            }
        }
        Ok(done)
    }

    /// A change in one transaction. What is held runs ahead of the table until it is committed;
    /// where that fails, it is forgotten.
    fn write<T>(&mut self, change: impl FnOnce(&mut Held, &Transaction) -> Result<T>) -> Result<T> {
        let tx = writing(&mut self.db)?;
        self.held.catch_up(&tx)?;
        if self.held.position - table::snapshot_position(&tx)? >= i64::from(self.snapshot_every) {
            table::put_snapshot(&tx, self.held.position, &self.held.state)?;
        }
        let before = self.held.position;
        let done = change(&mut self.held, &tx).and_then(|done| {
            tx.commit()?;
            Ok(done)
        });
        if done.is_err() && self.held.position != before {
            self.held.forget();
        }
        done
    }

    /// Erases a person: the event, and in the same transaction every line without what they
    /// said and who they are, and a snapshot in which they are not. Then the file is swept.
    ///
    /// # Errors
    ///
    /// As [`Store::command`].
    pub fn erase(&mut self, erase: &Erase, by: &Id, id: &Id) -> Result<Erasure> {
        let tx = writing(&mut self.db)?;
        self.held.catch_up(&tx)?;
        let event = self.held.draft(&tx, &Command::Erase(erase.clone()), by, id)?;
        table::insert(&tx, self.held.position + 1, &event)?;
        let mut events = table::events(&tx)?;
        let before = events.clone();
        let redacted = redact(&mut events);
        for (position, (now, then)) in (1..).zip(events.iter().zip(&before)) {
            if now != then {
                table::replace(&tx, position, now)?;
            }
        }
        let held = Held::rewritten(&tx, &events)?;
        tx.commit()?;
        self.held = held;
        // The erasure is done and recorded; what hinders the sweep hinders it until the next.
        let swept = self.sweep().unwrap_or(false);
        Ok(Erasure { event, redacted, swept })
    }

    /// Takes in the events of a journal of the same space that went its own way, for example
    /// on a laptop without a network. Into an empty store it takes in the whole journal.
    ///
    /// # Errors
    ///
    /// [`StoreError::Refused`] where the other journal does not hold or is of another space,
    /// [`StoreError::Known`] where two events have one id.
    pub fn merge(&mut self, other: &[Event]) -> Result<Joined> {
        let tx = writing(&mut self.db)?;
        let mine = table::events(&tx)?;
        let request = MergeRequest { a: mine, b: other.to_vec() };
        let merged = merge(&request).map_err(StoreError::refused)?;
        let added = merged.events.len().saturating_sub(request.a.len());
        let conflicts = merged.state.conflicts.len();
        if merged.events != request.a {
            let mut ids = BTreeSet::new();
            if let Some(twice) = merged.events.iter().find(|event| !ids.insert(&event.id)) {
                return Err(StoreError::Known(twice.id.clone()));
            }
            table::replace_all(&tx, &merged.events)?;
            let held = Held::rewritten(&tx, &merged.events)?;
            tx.commit()?;
            self.held = held;
            self.sweep()?;
        }
        Ok(Joined { added, conflicts })
    }

    /// The space as it stands, with all that others wrote until now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] where what others wrote does not follow.
    pub fn state(&mut self) -> Result<&State> {
        let tx = reading(&mut self.db)?;
        self.held.catch_up(&tx)?;
        drop(tx);
        Ok(&self.held.state)
    }

    /// The journal, in its order.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] where a line cannot be read.
    pub fn journal(&mut self) -> Result<Vec<Event>> {
        let tx = reading(&mut self.db)?;
        table::events(&tx)
    }

    /// The events behind a position, in their order, at most so many.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] where a line cannot be read.
    pub fn events_after(&mut self, position: i64, most: u32) -> Result<Vec<Placed>> {
        let tx = reading(&mut self.db)?;
        table::events_after(&tx, position, most)
    }

    /// The event of an id, where there is one.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] where its line cannot be read.
    pub fn event(&mut self, id: &Id) -> Result<Option<Event>> {
        let tx = reading(&mut self.db)?;
        table::event(&tx, id)
    }

    /// Checks every line and every link. `kept` are heads that were kept elsewhere: only they
    /// show that nothing is missing at the end.
    ///
    /// # Errors
    ///
    /// [`StoreError::Damaged`] where a line cannot be read, or a column or the heads in the
    /// file are not those of the lines; a broken link is no error but the answer.
    pub fn verify(&mut self, kept: &[String]) -> Result<Verification> {
        let tx = reading(&mut self.db)?;
        let events = table::checked_events(&tx)?;
        let heads = table::heads(&tx)?;
        let request = VerifyRequest { events, head: kept.to_vec() };
        let verification = verify(&request).map_err(StoreError::refused)?;
        if verification.intact && verification.heads != heads {
            return Err(StoreError::damaged(0, "the journal does not end at the heads noted"));
        }
        Ok(verification)
    }

    /// Writes the space as it stands beside the journal, so that the next opening is fast.
    ///
    /// # Errors
    ///
    /// As [`Store::state`].
    pub fn snapshot(&mut self) -> Result<()> {
        let tx = writing(&mut self.db)?;
        self.held.catch_up(&tx)?;
        table::put_snapshot(&tx, self.held.position, &self.held.state)?;
        Ok(tx.commit()?)
    }

    /// Writes the file anew after lines were changed, and empties the write-ahead log: pages
    /// that SQLite freed or moved, and the log, would still hold the words. Answers whether
    /// nothing of them is left. An erasure cut off before this is finished here.
    fn sweep(&mut self) -> Result<bool> {
        let Some(generation) = table::unswept(&self.db)? else { return Ok(true) };
        let swept = table::sweep(&self.db)?;
        if swept {
            table::mark_swept(&self.db, generation)?;
        }
        Ok(swept)
    }
}

/// A transaction that holds the one lock for writing from its beginning: between what it reads
/// and what it writes nobody else writes.
fn writing(db: &mut Connection) -> Result<Transaction<'_>> {
    Ok(db.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

/// A transaction that sees the file as it was when it began.
fn reading(db: &mut Connection) -> Result<Transaction<'_>> {
    Ok(db.transaction()?)
}
