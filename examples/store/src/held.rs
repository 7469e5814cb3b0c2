//! The space as one process holds it, and how it keeps up with the others.

use crate::error::{Result, StoreError};
use crate::{Asked, Placed, host, table};
use innovation_core::people::Id;
use innovation_core::space::{Command, Event, State, advance, decide, fold};
use rusqlite::{Connection, Transaction};

/// The generation of what is held no more.
const FORGOTTEN: i64 = -1;

/// A state, and how far in the journal it is.
#[derive(Debug)]
pub(crate) struct Held {
    pub(crate) state: State,
    /// The position of the last event in it; 0 before the opening.
    pub(crate) position: i64,
    /// How often lines had been changed when it was read.
    generation: i64,
}

impl Held {
    /// From the last snapshot and what came after it, every link checked.
    pub(crate) fn load(db: &Connection) -> Result<Self> {
        let (start, snapshot) = table::snapshot(db)?.unzip();
        let mut position = start.unwrap_or(0);
        let mut tail = Vec::new();
        table::each_after(db, position, |row| {
            position = row.position;
            tail.push(row.event);
            Ok(())
        })?;
        let state = fold(snapshot.as_ref(), &tail).map_err(StoreError::refused)?;
        if state.heads != table::heads(db)? {
            return Err(StoreError::damaged(
                position,
                "the journal does not end at the heads noted",
            ));
        }
        Ok(Self { state, position, generation: table::generation(db)? })
    }

    /// Takes in what others wrote since; where they changed lines, reads anew.
    pub(crate) fn catch_up(&mut self, db: &Connection) -> Result<()> {
        if table::generation(db)? != self.generation {
            *self = Self::load(db)?;
            return Ok(());
        }
        table::each_after(db, self.position, |row| {
            let follows = row.event.previous == self.state.heads;
            if row.position != self.position + 1 || !follows || row.event.head() != row.fingerprint
            {
                return Err(StoreError::damaged(row.position, "it does not follow the one before"));
            }
            advance(&mut self.state, &row.event);
            self.position = row.position;
            Ok(())
        })
    }

    /// Decides a command and writes its event behind all others. What is held runs ahead of the
    /// table until the caller commits.
    pub(crate) fn append(
        &mut self,
        tx: &Transaction,
        command: &Command,
        by: &Id,
        id: &Id,
    ) -> Result<Placed> {
        let event = self.draft(tx, command, by, id)?;
        let position = self.position + 1;
        table::insert(tx, position, &event)?;
        advance(&mut self.state, &event);
        self.position = position;
        table::put_heads(tx, &self.state.heads)?;
        Ok(Placed { position, event })
    }

    /// Commands one after the other: what one is refused for hinders no other, a fault all.
    pub(crate) fn append_all(
        &mut self,
        tx: &Transaction,
        asked: &[Asked],
    ) -> Result<Vec<Result<Placed>>> {
        let mut done = Vec::with_capacity(asked.len());
        for Asked { command, by, id } in asked {
            done.push(match self.append(tx, command, by, id) {
                Err(error @ (StoreError::Refused(_) | StoreError::Known(_))) => Err(error),
                other => Ok(other?),
            });
        }
        Ok(done)
    }

    /// The event that a command becomes now.
    pub(crate) fn draft(
        &self,
        tx: &Transaction,
        command: &Command,
        by: &Id,
        id: &Id,
    ) -> Result<Event> {
        if table::knows(tx, id)? {
            return Err(StoreError::Known(id.clone()));
        }
        let salt = host::salt()?;
        let at = host::not_before(host::now(), self.state.at.as_deref());
        decide(&self.state, command, &at, by, id, Some(&salt)).map_err(StoreError::refused)
    }

    /// Holds nothing any more: the next look reads the journal anew.
    pub(crate) fn forget(&mut self) {
        self.generation = FORGOTTEN;
    }

    /// After lines were changed: the state of the journal as it is now, the only snapshot.
    ///
    /// It is folded anew, and not carried on: what others may read from the lines from now on
    /// is all that anybody holds.
    pub(crate) fn rewritten(tx: &Transaction, events: &[Event]) -> Result<Self> {
        let state = fold(None, events).map_err(StoreError::refused)?;
        let position = i64::try_from(events.len()).unwrap_or(i64::MAX);
        table::put_snapshot(tx, position, &state)?;
        table::put_heads(tx, &state.heads)?;
        Ok(Self { state, position, generation: table::next_generation(tx)? })
    }
}
