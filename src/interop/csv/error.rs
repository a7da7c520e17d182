//! What keeps an export from being imported.

use std::fmt;

use thiserror::Error;

use super::error_help::{circle, on_lines, quoted, shown};
use super::field::CsvField;
use super::text::TextEncoding;
use crate::id::IdError;
use crate::money::MoneyError;
use crate::org::BuildError;

/// Every reason why an export cannot be imported, in the order of the file. Never empty.
///
/// Printing writes the first fifty, and how many more there are; [`iter`](Self::iter) has them all.
///
/// ```
/// use bagan::{CsvOptions, import_csv};
///
/// let errors = import_csv(b"id,title\n,CMO\nb\tc,DMM\n", &CsvOptions::new().file("team.csv")).unwrap_err();
/// assert_eq!(errors.iter().count(), 2);
/// assert!(errors.to_string().starts_with("team.csv:2: column `id` is empty"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportErrors(Vec<ImportError>);

/// How many errors are printed.
const PRINTED: usize = 50;

impl ImportErrors {
    pub(super) fn new(mut errors: Vec<ImportError>) -> Self {
        errors.sort_by_key(|error| error.line);
        Self(errors)
    }

    /// Returns the errors.
    pub fn iter(&self) -> std::slice::Iter<'_, ImportError> {
        self.0.iter()
    }
}

impl<'e> IntoIterator for &'e ImportErrors {
    type Item = &'e ImportError;
    type IntoIter = std::slice::Iter<'e, ImportError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for ImportErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().take(PRINTED).enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n" })?;
            if let Some(help) = error.help() {
                write!(f, "\n  help: {help}")?;
            }
        }
        match self.0.len().saturating_sub(PRINTED) {
            0 => Ok(()),
            more => write!(f, "\nand {more} more errors"),
        }
    }
}

impl std::error::Error for ImportErrors {}

/// One reason why an export cannot be imported: where, and what.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{}{what}", place(.file.as_deref(), *.line))]
#[non_exhaustive]
pub struct ImportError {
    /// The name of the file, if the options state it.
    pub file: Option<String>,
    /// The line, from 1, on which the row begins.
    pub line: Option<u64>,
    /// The fault.
    pub what: ImportFault,
}

impl ImportError {
    pub(super) fn new(file: Option<&str>, line: Option<u64>, what: ImportFault) -> Self {
        Self { file: file.map(str::to_owned), line, what }
    }

    /// Returns how to mend it, if more can be said than the fault itself says.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        self.what.help()
    }
}

fn place(file: Option<&str>, line: Option<u64>) -> String {
    match (file, line) {
        (Some(file), Some(line)) => format!("{file}:{line}: "),
        (Some(file), None) => format!("{file}: "),
        (None, Some(line)) => format!("line {line}: "),
        (None, None) => String::new(),
    }
}

/// What is wrong with an export, or with what was asked of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ImportFault {
    /// The file has no row at all.
    #[error("there is nothing to import")]
    Empty,
    /// The file is too large for the import.
    #[error("the file is larger than 4 GiB")]
    TooLarge,
    /// The bytes are no text in the encoding that the file promises.
    #[error("the text is not the {encoding} that its first bytes promise")]
    NotText {
        /// The encoding.
        encoding: TextEncoding,
    },
    /// The first row is no header.
    #[error("there is no header: {} name no column that is understood", quoted(.first))]
    NoHeader {
        /// The cells of the first row.
        first: Vec<String>,
    },
    /// No column holds ids.
    #[error("no column holds the id: the columns are {}", quoted(.headers))]
    NoIdColumn {
        /// The headers.
        headers: Vec<String>,
    },
    /// Several columns hold one thing.
    #[error("columns {} {} hold the {}", quoted(.headers), if .headers.len() == 2 { "both" } else { "all" }, .field.as_str().replace('-', " "))]
    AmbiguousColumns {
        /// What they hold.
        field: CsvField,
        /// Their headers.
        headers: Vec<String>,
    },
    /// A column that the map names is not in the file.
    #[error("there is no column `{header}`, which the map names for the {}", .field.as_str().replace('-', " "))]
    MissingColumn {
        /// What it should hold.
        field: CsvField,
        /// Its header.
        header: String,
    },
    /// A row without an id.
    #[error("column `{column}` is empty, which should hold the id")]
    MissingId {
        /// The header of the column.
        column: String,
    },
    /// A text that cannot be an id.
    #[error("column `{column}`: `{}` is not an id: {why}", shown(.id))]
    InvalidId {
        /// The header of the column.
        column: String,
        /// The text.
        id: String,
        /// Why not.
        why: IdError,
    },
    /// A row with more cells than the header.
    #[error("the row has {cells} cells, and the header has {columns}")]
    LongRow {
        /// The cells of the row.
        cells: usize,
        /// The cells of the header.
        columns: usize,
    },
    /// A quote that opens and never closes, so that the rest of the file is one cell.
    #[error("a quote opens in this row and never closes")]
    UnclosedQuote,
    /// Two rows with one id that contradict each other.
    #[error("`{id}` stands on line {first_line} already, with another {}", .columns.join(", "))]
    Conflict {
        /// The id.
        id: String,
        /// The line of the first row.
        first_line: u64,
        /// The headers of the columns in which the rows differ.
        columns: Vec<String>,
    },
    /// Reporting lines that lead round in a circle.
    #[error("{}; the rows are on {}", circle(.ids), on_lines(.lines))]
    Cycle {
        /// The ids, each once, from the smallest on.
        ids: Vec<String>,
        /// The lines of their rows, in the same order.
        lines: Vec<u64>,
    },
    /// A text that is no amount.
    #[error("column `{column}`: `{}` is not an amount", shown(.text))]
    NotAnAmount {
        /// The header of the column.
        column: String,
        /// The text.
        text: String,
    },
    /// An amount that may be read in two ways.
    #[error("column `{column}`: `{text}` can be read as thousands or as a fraction")]
    AmbiguousAmount {
        /// The header of the column.
        column: String,
        /// The text.
        text: String,
    },
    /// An amount below zero.
    #[error("column `{column}`: `{text}` is below zero")]
    NegativeAmount {
        /// The header of the column.
        column: String,
        /// The text.
        text: String,
    },
    /// An amount that the currency cannot hold.
    #[error("column `{column}`: {why}")]
    Amount {
        /// The header of the column.
        column: String,
        /// Why not.
        why: MoneyError,
    },
    /// Amounts whose currency nobody states.
    #[error("column `{column}` holds amounts, and no currency is stated")]
    NoCurrency {
        /// The header of the column.
        column: String,
    },
    /// A row in another currency than that of the org.
    #[error("column `{column}` holds an amount in {found}, and the org counts in {currency}")]
    OtherCurrency {
        /// The header of the column.
        column: String,
        /// The currency of the row.
        found: String,
        /// The currency of the org.
        currency: String,
    },
    /// A currency that ISO 4217 does not know.
    #[error(transparent)]
    Currency(#[from] MoneyError),
    /// A fiscal year outside the calendar.
    #[error("there is no fiscal year {year}")]
    FiscalYear {
        /// The year.
        year: i16,
    },
    /// The allocations add up to more than money can hold.
    #[error("the allocations add up to more than can be counted exactly")]
    TotalOverflow,
    /// Anything else that keeps the org from being built.
    #[error(transparent)]
    Build(#[from] BuildError),
}
