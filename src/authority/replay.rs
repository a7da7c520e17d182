//! A ledger made of the entries that it accepted.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use super::entry::Entry;
use super::error::LedgerError;
use super::ledger::Ledger;
use crate::org::Org;

/// How many errors of a replay are kept; the rest are counted.
const KEPT: usize = 10_000;

/// The entries that cannot be placed in a ledger, in their order. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayErrors {
    errors: Vec<ReplayError>,
    more: usize,
}

/// One entry that cannot be placed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("entry {} (`{key}`): {what}", .index + 1)]
#[non_exhaustive]
pub struct ReplayError {
    /// The place of the entry among all, from 0.
    pub index: usize,
    /// Its key.
    pub key: String,
    /// Why it cannot be placed.
    pub what: LedgerError,
}

impl Ledger {
    /// Makes the ledger of entries that were accepted before, in their order.
    ///
    /// Entries are facts: none is decided again, and one that the org would not allow any more counts all the same,
    /// so that a limit which was lowered below what is used leaves less than nothing. To ask which entries the org
    /// would not allow, see [`audit`](crate::audit). The same entries under the same org make the same
    /// [state](Ledger::state), byte for byte.
    ///
    /// # Errors
    /// Every entry that cannot be placed: its position is unknown, no account covers its channel on its day, its
    /// reservation was never made, and so on. None is left out in silence.
    pub fn replay<E: Borrow<Entry>>(
        org: impl Into<Arc<Org>>,
        entries: impl IntoIterator<Item = E>,
    ) -> Result<Self, ReplayErrors> {
        let mut ledger = Self::new(org);
        let mut failed = ReplayErrors { errors: Vec::new(), more: 0 };
        for (index, entry) in entries.into_iter().enumerate() {
            let entry = entry.borrow();
            match ledger.record(entry) {
                Ok(_) => {}
                Err(what) if failed.errors.len() < KEPT => {
                    failed.errors.push(ReplayError { index, key: entry.key.clone(), what });
                }
                Err(_) => failed.more += 1,
            }
        }
        if failed.errors.is_empty() { Ok(ledger) } else { Err(failed) }
    }
}

impl ReplayErrors {
    /// Returns the errors; of very many, the first ten thousand.
    pub fn iter(&self) -> std::slice::Iter<'_, ReplayError> {
        self.errors.iter()
    }

    /// Returns the number of entries that cannot be placed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.errors.len() + self.more
    }
}

impl<'e> IntoIterator for &'e ReplayErrors {
    type Item = &'e ReplayError;
    type IntoIter = std::slice::Iter<'e, ReplayError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for ReplayErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.errors.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
        }
        if self.more != 0 {
            write!(f, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for ReplayErrors {}
