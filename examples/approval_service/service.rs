//! The service: one door for entries, behind which the ledger and the database stay in step.
//!
//! Invariant: the ledger that anyone sees is never ahead of the database. It may be behind, when another process
//! appended, and catches up before it decides or answers.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bagan::{Entry, Ledger, LedgerError, Org, Receipt};

use crate::error::ServiceError;
use crate::store::{NewEntry, Row, Store};

/// An approval service over one org and one database. Threads share it by reference; processes share the database.
#[derive(Debug)]
pub(crate) struct Service {
    org: Arc<Org>,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    /// The ledger of the rows up to its version. None while that is in doubt: then it is made of the rows again.
    ledger: Option<Ledger>,
}

/// What the service says to an entry.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The version of the ledger by which it was decided; if it was accepted just now, the one after it.
    pub(crate) version: u64,
    /// What was done, or why nothing was.
    pub(crate) verdict: Result<Receipt, LedgerError>,
}

impl Service {
    /// Opens the database, and makes the ledger of what it holds.
    pub(crate) fn start(org: impl Into<Arc<Org>>, database: &Path) -> Result<Self, ServiceError> {
        let (org, store) = (org.into(), Store::open(database)?);
        let ledger = current(&org, None, |version| store.rows_after(version))?;
        Ok(Self { org, inner: Mutex::new(Inner { store, ledger: Some(ledger) }) })
    }

    /// Decides an entry, and if it is accepted writes it to the disk before it says so.
    ///
    /// An entry that was accepted before is answered as repeated, by whichever process and before whichever restart
    /// that was: send again what was not answered. A refusal is not kept, so that the same entry may be accepted
    /// later, once it is approved or money has been moved.
    pub(crate) fn post(&self, entry: &Entry) -> Result<Answer, ServiceError> {
        // What will not go into the database must not go into the ledger, so this comes first.
        let entry = &self.in_writing(entry);
        let new = NewEntry::of(entry)?;

        let mut inner = self.lock();
        let Inner { store, ledger } = &mut *inner;

        // 1. Nobody else writes from here on, in this process (the lock) or any other (the turn).
        let turn = store.turn()?;

        // 2. The ledger is taken out of the service, and only put back when it says what the database says. However
        //    this function is left until then (an error, a panic), the next call finds none and reads the rows again.
        let mut now = current(&self.org, ledger.take(), |version| turn.rows_after(version))?;

        // 3. The ledger decides, and is one entry ahead if it accepts. A refused or repeated entry changed nothing.
        let verdict = now.apply(entry);

        // 4. The database follows. If that fails, the ledger knows of an entry that may not be there, and is dropped.
        //    A commit that fails may still have reached the disk, so to take the entry back would be wrong, too.
        if let Ok(Receipt { version, repeated: false, .. }) = verdict {
            turn.append(version, &new)?;
        }

        // 5. They agree again.
        let version = now.version();
        *ledger = Some(now);
        Ok(Answer { version, verdict })
    }

    /// Shows the ledger as it is by now, with what other processes added, to decide a request or read a balance.
    ///
    /// What it shows is good for that version: an entry that is posted on the ground of it is decided again.
    pub(crate) fn read<T>(&self, with: impl FnOnce(&Ledger) -> T) -> Result<T, ServiceError> {
        let mut inner = self.lock();
        let Inner { store, ledger } = &mut *inner;
        let now = current(&self.org, ledger.take(), |version| store.rows_after(version))?;
        Ok(with(ledger.insert(now)))
    }

    /// A thread that panicked behind the lock left no ledger there, and nothing else to distrust: the turn was rolled back.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns an entry as it is to be kept: with its currency, for the database outlives the org file, and an amount
    /// means nothing without.
    fn in_writing(&self, entry: &Entry) -> Entry {
        let currency = self.org.currency();
        let entry = entry.clone().in_major_units(currency);
        if entry.currency.is_some() { entry } else { entry.currency(currency.code()) }
    }
}

/// Returns the ledger of all rows: the one that is known with the rows after it, or a new one of them all.
fn current(
    org: &Arc<Org>,
    known: Option<Ledger>,
    rows_after: impl Fn(u64) -> Result<Vec<Row>, ServiceError>,
) -> Result<Ledger, ServiceError> {
    // Rows are facts. Neither way decides them again, so that a limit which was lowered since stops no restart, and
    // neither does a process that runs on another org file.
    let Some(mut ledger) = known else {
        let rows = rows_after(0)?;
        check_numbers(0, &rows)?;
        return Ok(Ledger::replay(Arc::clone(org), rows.iter().map(|row| &row.entry))?);
    };
    let rows = rows_after(ledger.version())?;
    check_numbers(ledger.version(), &rows)?;
    for row in &rows {
        ledger.record(&row.entry).map_err(|source| ServiceError::Misplaced { row: row.seq, source })?;
    }
    Ok(ledger)
}

/// Checks that the rows are numbered one by one from a version on, as the versions of a ledger are.
fn check_numbers(version: u64, rows: &[Row]) -> Result<(), ServiceError> {
    let expected = (version..).map(|before| before + 1);
    match rows.iter().zip(expected).find(|(row, number)| u64::try_from(row.seq) != Ok(*number)) {
        Some((row, number)) => Err(ServiceError::OutOfStep { row: row.seq, version: number - 1 }),
        None => Ok(()),
    }
}
