//! The file: its tables, and every statement that touches them.

use crate::Placed;
use crate::error::{Result, StoreError};
use innovation_core::people::Id;
use innovation_core::space::{Event, State};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, TransactionBehavior, params};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long a process waits for the others.
const PATIENCE: Duration = Duration::from_secs(30);

/// Tells a store from any other file of SQLite: `inno` in ASCII.
const APPLICATION: i32 = 0x696e_6e6f;

/// Of the tables below.
const VERSION: i32 = 1;

/// `journal` counts how often lines were changed, and up to which change the file was swept.
const TABLES: &str = "
    CREATE TABLE events (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        fingerprint TEXT NOT NULL UNIQUE,
        line TEXT NOT NULL
    ) STRICT;
    CREATE TABLE heads (fingerprint TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE snapshots (position INTEGER PRIMARY KEY, state TEXT NOT NULL) STRICT;
    CREATE TABLE journal (generation INTEGER NOT NULL, swept INTEGER NOT NULL) STRICT;
    INSERT INTO journal VALUES (0, 0);";

/// An event as it stands in the file.
pub(crate) struct Line {
    pub(crate) position: i64,
    pub(crate) fingerprint: String,
    pub(crate) event: Event,
}

pub(crate) fn open(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(PATIENCE)?;
    check_ours(&db)?;
    write_ahead(&db)?;
    // A commit is on the disk before it is answered; freed bytes are overwritten.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&tx)? == 0 {
        tx.execute_batch(TABLES)?;
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", VERSION)?;
    }
    tx.commit()?;
    Ok(db)
}

fn version(db: &Connection) -> Result<i32> {
    Ok(db.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Whether the file is new, or a store of this version; nothing else is touched.
fn check_ours(db: &Connection) -> Result<()> {
    let tables: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = version(db)?;
    match (tables, application, version) {
        (0, _, 0) | (_, APPLICATION, VERSION) => Ok(()),
        (_, APPLICATION, later) => {
            Err(StoreError::NotAStore(format!("a store of version {later}, not {VERSION}")))
        }
        _ => Err(StoreError::NotAStore("the file is no store of a space".to_owned())),
    }
}

/// Turns on the write-ahead log. SQLite does not wait where two do so in the same moment.
fn write_ahead(db: &Connection) -> Result<()> {
    let start = Instant::now();
    loop {
        let mode =
            db.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0));
        match mode.map_err(StoreError::from) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(mode) => {
                let message =
                    format!("the file system gives {mode:?} in place of a write-ahead log");
                return Err(StoreError::NotAStore(message));
            }
            Err(StoreError::Busy) if start.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(5));
            }
            Err(error) => return Err(error),
        }
    }
}

fn line(event: &Event) -> Result<String> {
    serde_json::to_string(event).map_err(|error| StoreError::damaged(0, error))
}

fn read(row: &Row) -> Result<Line> {
    let position = row.get(0)?;
    let line: String = row.get(2)?;
    let event =
        serde_json::from_str(&line).map_err(|error| StoreError::damaged(position, error))?;
    Ok(Line { position, fingerprint: row.get(1)?, event })
}

/// Events behind a position, in their order.
pub(crate) fn each_after(
    db: &Connection,
    position: i64,
    mut visit: impl FnMut(Line) -> Result<()>,
) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT position, fingerprint, line FROM events WHERE position > ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([position])?;
    while let Some(row) = rows.next()? {
        visit(read(row)?)?;
    }
    Ok(())
}

/// Events behind a position, in their order, at most so many.
pub(crate) fn events_after(db: &Connection, position: i64, most: u32) -> Result<Vec<Placed>> {
    let mut statement = db.prepare(
        "SELECT position, fingerprint, line FROM events WHERE position > ?1 ORDER BY position LIMIT ?2",
    )?;
    let mut rows = statement.query(params![position, most])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let Line { position, event, .. } = read(row)?;
        found.push(Placed { position, event });
    }
    Ok(found)
}

/// All events, in their order.
pub(crate) fn events(db: &Connection) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    each_after(db, 0, |line| {
        events.push(line.event);
        Ok(())
    })?;
    Ok(events)
}

/// All events, where positions, ids and fingerprints stand beside them as they are.
pub(crate) fn checked_events(db: &Connection) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    each_after(db, 0, |line| {
        if usize::try_from(line.position) != Ok(events.len() + 1) {
            return Err(StoreError::damaged(line.position, "a position is missing before it"));
        }
        if line.event.head() != line.fingerprint {
            return Err(StoreError::damaged(line.position, "the fingerprint is not the event's"));
        }
        events.push(line.event);
        Ok(())
    })?;
    Ok(events)
}

pub(crate) fn event(db: &Connection, id: &Id) -> Result<Option<Event>> {
    let mut statement =
        db.prepare("SELECT position, fingerprint, line FROM events WHERE id = ?1")?;
    let mut rows = statement.query([id.as_str()])?;
    rows.next()?.map(|row| Ok(read(row)?.event)).transpose()
}

pub(crate) fn knows(db: &Connection, id: &Id) -> Result<bool> {
    let mut statement = db.prepare("SELECT 1 FROM events WHERE id = ?1")?;
    Ok(statement.exists([id.as_str()])?)
}

/// Writes an event at a position; the heads are left to the caller.
pub(crate) fn insert(db: &Connection, position: i64, event: &Event) -> Result<()> {
    let mut statement =
        db.prepare("INSERT INTO events (position, id, fingerprint, line) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute(params![position, event.id.as_str(), event.head(), line(event)?])?;
    Ok(())
}

/// Puts a redacted line in the place of the one before; its fingerprint is the same.
pub(crate) fn replace(db: &Connection, position: i64, event: &Event) -> Result<()> {
    db.execute("UPDATE events SET line = ?2 WHERE position = ?1", params![position, line(event)?])?;
    Ok(())
}

/// Puts another journal in the place of the one before.
pub(crate) fn replace_all(db: &Connection, events: &[Event]) -> Result<()> {
    db.execute("DELETE FROM events", [])?;
    for (position, event) in (1..).zip(events) {
        insert(db, position, event)?;
    }
    Ok(())
}

/// Fingerprints that the journal ends with, in order.
pub(crate) fn heads(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare("SELECT fingerprint FROM heads ORDER BY fingerprint")?;
    let heads = statement.query_map([], |row| row.get(0))?;
    Ok(heads.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn put_heads(db: &Connection, heads: &[String]) -> Result<()> {
    db.execute("DELETE FROM heads", [])?;
    for head in heads {
        db.execute("INSERT INTO heads VALUES (?1)", [head])?;
    }
    Ok(())
}

/// The last snapshot and its position. One that cannot be read, of a later version say, is
/// none: the journal is the truth.
pub(crate) fn snapshot(db: &Connection) -> Result<Option<(i64, State)>> {
    let row = db.query_row(
        "SELECT position, state FROM snapshots ORDER BY position DESC LIMIT 1",
        [],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)),
    );
    let row = row.optional()?;
    Ok(row.and_then(|(position, state)| Some((position, serde_json::from_str(&state).ok()?))))
}

/// 0 where there is none.
pub(crate) fn snapshot_position(db: &Connection) -> Result<i64> {
    let query = "SELECT coalesce(max(position), 0) FROM snapshots";
    Ok(db.query_row(query, [], |row| row.get(0))?)
}

/// The one snapshot: those before it hold words that may be erased later, and serve nobody.
pub(crate) fn put_snapshot(db: &Connection, position: i64, state: &State) -> Result<()> {
    let text = serde_json::to_string(state).map_err(|error| StoreError::damaged(0, error))?;
    db.execute("DELETE FROM snapshots", [])?;
    db.execute("INSERT INTO snapshots (position, state) VALUES (?1, ?2)", params![position, text])?;
    Ok(())
}

pub(crate) fn generation(db: &Connection) -> Result<i64> {
    Ok(db.query_row("SELECT generation FROM journal", [], |row| row.get(0))?)
}

pub(crate) fn next_generation(db: &Connection) -> Result<i64> {
    db.execute("UPDATE journal SET generation = generation + 1", [])?;
    generation(db)
}

/// The generation up to which the file is to be swept, where it was not.
pub(crate) fn unswept(db: &Connection) -> Result<Option<i64>> {
    let query = "SELECT generation FROM journal WHERE swept < generation";
    Ok(db.query_row(query, [], |row| row.get(0)).optional()?)
}

pub(crate) fn mark_swept(db: &Connection, generation: i64) -> Result<()> {
    db.execute("UPDATE journal SET swept = max(swept, ?1)", [generation])?;
    Ok(())
}

/// Writes the file anew and empties the log; whether nobody's reading kept it from that.
pub(crate) fn sweep(db: &Connection) -> Result<bool> {
    match db.execute_batch("VACUUM").map_err(StoreError::from) {
        Err(StoreError::Busy) => return Ok(false),
        other => other?,
    }
    let busy: i64 = db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    Ok(busy == 0)
}
