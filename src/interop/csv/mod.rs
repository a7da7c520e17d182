//! The import of an HR system's export: a table of people, as CSV, becomes an org.
//!
//! Owns [`import_csv`], its options, its errors and its summary. The steps are one file each, in this order: bytes
//! to [`text`](self), text to a table with a header, headers to fields, rows to positions, and then what only the
//! whole file can tell: who the managers are, circles, whose money an allocation is.
//!
//! Architecture invariant: nothing is dropped or guessed in silence. Each row is a position, or merged, or left out,
//! or an error, and the summary counts them; each value that was not taken as it stands has a note.

mod amounts;
mod batch;
mod beside;
mod cell;
mod channels;
mod columns;
mod currency;
mod cycles;
mod error;
mod error_help;
mod facts;
mod field;
mod finder;
mod grants;
mod header;
mod import;
mod leavers;
mod loose;
mod managers;
mod number;
mod open;
mod options;
mod pay;
mod plan;
mod roles;
mod rows;
mod search;
mod status;
mod summary;
mod table;
mod text;
mod titles;
mod twins;

pub use columns::{Column, ColumnUse};
pub use error::{ImportError, ImportErrors, ImportFault};
pub use field::CsvField;
pub use import::{Import, import_csv};
pub use loose::ManagerMatch;
pub use options::{CsvOptions, CyclePolicy};
pub use pay::PayDoubt;
pub use roles::{DEFAULT_ROLES, DefaultRole, Reason, RoleMap};
pub use status::Standing;
pub use summary::{
    ExternalManager, ImportNote, ImportSummary, RowCount, SecondSeatReason, SwitchedOff, TitleUse,
};
pub use text::TextEncoding;
