//! What can go wrong with the service itself. That an entry is refused is no error here: it is an answer.

use bagan::{LedgerError, ReplayErrors};
use thiserror::Error;

/// Why the service cannot say what became of an entry.
///
/// Whoever sent the entry sends it again, under the same key: it is then accepted, refused, or found to be there.
#[derive(Debug, Error)]
pub(crate) enum ServiceError {
    /// The database failed, or another process kept it busy for too long.
    #[error("the database failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// The entry cannot be written down.
    #[error("the entry cannot be written as JSON: {0}")]
    Unwritable(#[source] serde_json::Error),
    /// A row of the database is no entry.
    #[error("row {seq} of the database is no entry: {source}")]
    Unreadable {
        /// The row.
        seq: i64,
        /// Why not.
        source: serde_json::Error,
    },
    /// The org file does not fit the entries: somebody took out a position that has spent money, for one.
    #[error("the org cannot place entries of the database:\n{0}")]
    Unplaceable(#[from] ReplayErrors),
    /// The org file does not fit an entry that another process added.
    #[error("the org cannot place row {row} of the database: {source}")]
    Misplaced {
        /// The number of the row.
        row: i64,
        /// Why not.
        source: LedgerError,
    },
    /// The rows are not numbered 1, 2, 3, …: somebody else wrote to the table.
    #[error("the database has a row {row} where the ledger is at version {version}")]
    OutOfStep {
        /// The number of the row.
        row: i64,
        /// The version of the ledger.
        version: u64,
    },
}
