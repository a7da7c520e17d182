//! What goes where: results to standard output, everything else to standard error.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    /// Nothing to complain of, or approved.
    Clean,
    /// Findings at `deny`, or not approved.
    Findings,
    /// Bad input or usage.
    BadInput,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Clean => 0,
            Status::Findings => 1,
            Status::BadInput => 2,
        })
    }
}

/// Writes a result. Colour survives on a terminal only, and `NO_COLOR` is obeyed.
pub(crate) fn print(text: impl Display) -> io::Result<()> {
    let mut out = io::BufWriter::new(anstream::stdout().lock());
    write!(out, "{text}")?;
    out.flush()
}

/// Writes to standard error; what cannot be written there can be told to nobody.
pub(crate) fn note(text: impl Display) {
    write!(anstream::stderr().lock(), "{text}").unwrap_or_default();
}

/// Writes an error line, and returns the status that goes with it.
pub(crate) fn fail(error: impl Display) -> Status {
    // An error may repeat an argument: nothing that a terminal would obey goes out.
    let is_obeyed = |c: char| c.is_control() && c != '\n';
    refuse(format_args!("error: {}", error.to_string().replace(is_obeyed, "\u{FFFD}")))
}

/// Writes errors that say themselves that they are errors, and returns the status that goes with them.
pub(crate) fn refuse(errors: impl Display) -> Status {
    note(format_args!("{errors}\n"));
    Status::BadInput
}
