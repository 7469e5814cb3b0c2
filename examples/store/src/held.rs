//! The space as one process holds it, and how it keeps up with the others.

use crate::error::{Result, StoreError};
use crate::table;
use innovation_core::space::{Event, State, advance, fold};
use rusqlite::{Connection, Transaction};

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
