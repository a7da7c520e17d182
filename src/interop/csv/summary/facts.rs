//! The facts of a summary.

use serde::Serialize;

use super::ImportNote;
use crate::interop::csv::columns::Column;
use crate::interop::csv::roles::Reason;
use crate::interop::csv::text::TextEncoding;

/// What an import read, what it made of it, and what it left out.
///
/// Printing it writes an account for people; serialized, it is the same as data.
///
/// ```
/// use bagan::{CsvOptions, import_csv};
///
/// let export = b"id,title,manager_id\n1,CMO,\n2,Marketing Manager,1\n2,Marketing Manager,1\n3,Cook,9\n";
/// let summary = import_csv(export, &CsvOptions::new())?.summary;
/// assert_eq!((summary.rows.read, summary.rows.positions, summary.rows.merged), (4, 3, 1));
/// assert_eq!(summary.rows.read, summary.rows.accounted());
/// assert_eq!(summary.external[0].id, "9");
/// assert!(summary.to_string().contains("`Cook`"));
/// # Ok::<(), bagan::ImportErrors>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ImportSummary {
    /// The name of the file, if the options state it.
    pub file: Option<String>,
    /// How the text is written in bytes.
    pub encoding: TextEncoding,
    /// What separates the cells.
    pub separator: char,
    /// What became of each row.
    pub rows: RowCount,
    /// The positions of the org: those of rows, and the managers who are not in the file.
    pub positions: u64,
    /// The positions that report to nobody, managers who are not in the file among them.
    pub roots: u64,
    /// The positions that nobody holds.
    pub vacant: u64,
    /// The code of the currency; `XXX` if no amount is kept and none is stated.
    pub currency: String,
    /// What became of each column.
    pub columns: Vec<Column>,
    /// What became of each distinct title, the most frequent first.
    pub titles: Vec<TitleUse>,
    /// The managers who are not in the file.
    pub external: Vec<ExternalManager>,
    /// The rules that the file cannot inform, which the policy of the org therefore switches off.
    pub switched_off: Vec<SwitchedOff>,
    /// Everything else that was guessed, mended or left out.
    pub notes: Vec<ImportNote>,
}

/// What became of the rows below the header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RowCount {
    /// The rows that say anything.
    pub read: u64,
    /// Those that are a position now.
    pub positions: u64,
    /// Those that say the same as an earlier one.
    pub merged: u64,
    /// Those about people who have left, and to whom nobody reports.
    pub left_out: u64,
    /// Those that are the header once more.
    pub headers: u64,
    /// The rows without a word, which are not among those read.
    pub blank: u64,
}

impl RowCount {
    /// Returns how many of the rows read are accounted for: all of them, always.
    #[must_use]
    pub fn accounted(&self) -> u64 {
        self.positions + self.merged + self.left_out + self.headers
    }
}

/// A distinct title, and its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TitleUse {
    /// The title as it stands in the file.
    pub title: String,
    /// The department, if the file has a column of them.
    pub department: Option<String>,
    /// The role.
    pub role: String,
    /// Why it is that role.
    pub reason: Reason,
    /// The number of positions.
    pub rows: u64,
}

/// A manager who is not in the file, and is kept as one from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExternalManager {
    /// The id, as the file gives it.
    pub id: String,
    /// The lines of the rows that name it.
    pub lines: Vec<u64>,
}

/// A rule that the org's policy switches off, since the file says nothing of what it asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SwitchedOff {
    /// The name of the rule.
    pub rule: &'static str,
    /// What the file lacks.
    pub because: &'static str,
    /// What to do before switching it on again.
    pub instead: &'static str,
}
