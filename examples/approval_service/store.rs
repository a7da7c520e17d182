//! The entries in `SQLite`: the database is the truth, and the ledger in memory is worked out from it.

use std::path::Path;
use std::time::{Duration, Instant};

use bagan::Entry;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use crate::error::ServiceError;

/// How long to wait while other processes write.
const PATIENCE: Duration = Duration::from_secs(10);

/// `seq` counts from 1 without a gap, so that the number of the last row is the version of the ledger. `key` is unique
/// here too: were the service wrong about a repeated entry, the database would still not take it twice.
const SCHEMA: &str = "CREATE TABLE IF NOT EXISTS entries (
    seq INTEGER PRIMARY KEY,
    key TEXT UNIQUE NOT NULL,
    json TEXT NOT NULL
) STRICT";

/// The database of one ledger. Any number of processes may have it open.
#[derive(Debug)]
pub(crate) struct Store {
    connection: Connection,
}

/// The right to write, which one process has at a time; given up when it is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'s> {
    transaction: Transaction<'s>,
}

/// A row: an entry and its number.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) seq: i64,
    pub(crate) entry: Entry,
}

impl Store {
    pub(crate) fn open(path: &Path) -> Result<Self, ServiceError> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(PATIENCE)?;
        use_write_ahead_log(&connection)?;
        // A commit is on the disk before it returns, so that what was acknowledged outlives a power cut: with a
        // write-ahead log, NORMAL does not promise that.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self { connection })
    }

    /// Takes the turn to write, once every other process has given it up.
    ///
    /// `BEGIN IMMEDIATE` takes it at the start. A plain `BEGIN` would take it at the first write, after the rows were
    /// read: another process might have added some in between.
    pub(crate) fn turn(&mut self) -> Result<Turn<'_>, ServiceError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Turn { transaction })
    }

    /// Returns the rows after a version, in order. Waits for nobody.
    pub(crate) fn rows_after(&self, version: u64) -> Result<Vec<Row>, ServiceError> {
        rows_after(&self.connection, version)
    }
}

impl Turn<'_> {
    /// Returns the rows after a version, in order; there will be no other until the turn is over.
    pub(crate) fn rows_after(&self, version: u64) -> Result<Vec<Row>, ServiceError> {
        rows_after(&self.transaction, version)
    }

    /// Appends an entry as the row of a version, and ends the turn. After it the entry is on the disk.
    ///
    /// If it fails, whether the entry is there is not known: the database must be asked.
    pub(crate) fn append(self, version: u64, entry: &NewEntry<'_>) -> Result<(), ServiceError> {
        // A service that lost count would meet a row with this number, and be refused.
        let row = (number(version), entry.key, &entry.json);
        self.transaction.execute("INSERT INTO entries (seq, key, json) VALUES (?1, ?2, ?3)", row)?;
        self.transaction.commit()?;
        Ok(())
    }
}

/// An entry as it will be written.
#[derive(Debug)]
pub(crate) struct NewEntry<'e> {
    key: &'e str,
    json: String,
}

impl<'e> NewEntry<'e> {
    /// Writes an entry as JSON, which not every entry can be.
    pub(crate) fn of(entry: &'e Entry) -> Result<Self, ServiceError> {
        let json = serde_json::to_string(entry).map_err(ServiceError::Unwritable)?;
        Ok(Self { key: &entry.key, json })
    }
}

/// Switches the file to a write-ahead log, with which readers do not wait for writers.
///
/// To switch is the one thing that does not wait by itself: of several processes that start at once on a new database,
/// all but one are told that it is busy. So ask again.
fn use_write_ahead_log(connection: &Connection) -> Result<(), rusqlite::Error> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let switched = connection.pragma_update(None, "journal_mode", "WAL");
        let is_busy = |error: &rusqlite::Error| error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy);
        if !switched.as_ref().is_err_and(is_busy) || deadline < Instant::now() {
            return switched;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn rows_after(connection: &Connection, version: u64) -> Result<Vec<Row>, ServiceError> {
    let mut statement = connection.prepare("SELECT seq, json FROM entries WHERE ?1 < seq ORDER BY seq")?;
    let mut found = statement.query([number(version)])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let (seq, json): (i64, String) = (row.get(0)?, row.get(1)?);
        let entry = serde_json::from_str(&json).map_err(|source| ServiceError::Unreadable { seq, source })?;
        rows.push(Row { seq, entry });
    }
    Ok(rows)
}

/// Returns a version as the database counts, which counts further than anyone has entries.
fn number(version: u64) -> i64 {
    i64::try_from(version).unwrap_or(i64::MAX)
}
