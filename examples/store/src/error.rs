//! What can go wrong between a command and the disk.

use innovation_core::people::Id;
use rusqlite::ErrorCode;

/// The store's result.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store did not do something.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The space does not admit it; the library says why.
    #[error("{0}")]
    Refused(Box<innovation_core::Error>),
    /// The journal holds an event of this id: the command was done before.
    #[error("the journal holds an event {0} already")]
    Known(Id),
    /// What stands in the file does not hold together.
    #[error("the line at {position} is damaged: {fact}")]
    Damaged {
        /// The position of the event, from 1; 0 where it is about the whole.
        position: i64,
        /// What is wrong.
        fact: String,
    },
    /// The file is no store, or of a later version.
    #[error("{0}")]
    NotAStore(String),
    /// Others held the lock too long; nothing was done, and it can be tried again.
    #[error("others held the journal too long; try again")]
    Busy,
    /// The system gave no random numbers; without a salt nothing is sealed.
    #[error("no random numbers: {0}")]
    Chance(#[from] getrandom::Error),
    /// SQLite, or the disk below it. Whether the event was written is open: try with its id.
    #[error("{0}")]
    Database(rusqlite::Error),
}

impl StoreError {
    pub(crate) fn refused(error: innovation_core::Error) -> Self {
        Self::Refused(Box::new(error))
    }

    pub(crate) fn damaged(position: i64, fact: impl ToString) -> Self {
        Self::Damaged { position, fact: fact.to_string() }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::NotADatabase) => Self::NotAStore(error.to_string()),
            Some(ErrorCode::DatabaseCorrupt) => Self::damaged(0, error),
            _ => Self::Database(error),
        }
    }
}
