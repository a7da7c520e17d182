//! An org file: its text, what it states, and where in the text each thing stands.
//!
//! Owns [`OrgFile`], the way from bytes to an org; [`Location`] and [`Snippet`], a place in a text and how it is
//! shown; and [`FileErrors`], everything that is wrong with a file.
//!
//! The snippets are our own: `annotate-snippets` splits the whole text for each one, leaves lines uncut that are
//! longer than a screen by megabytes, and prints `|` before the help, and it would be in every build that reads a
//! file, since errors print themselves.
//!
//! Architecture invariant: a file is read once, whatever is asked of it later; looking a path up costs what the
//! path is long.

mod bytes;
mod collect;
mod error;
mod format;
mod lines;
mod location;
mod org_file;
mod snippet;

pub use error::{FileError, FileErrors, FileFault};
pub use format::{Format, FormatError};
pub use location::Location;
pub use org_file::OrgFile;
pub use snippet::Snippet;
