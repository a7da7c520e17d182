//! The service on two pipes: entries as JSON Lines come in, and one line of JSON goes out for each.

use std::error::Error;
use std::io::{BufRead, Write};

use bagan::{EntryReader, LedgerError, LineError};
use serde::Serialize;

use crate::service::{Answer, Service};

/// The answer to one line.
#[derive(Debug, Serialize)]
struct Line<'a> {
    /// The key of the entry; none if the line is no entry.
    key: Option<&'a str>,
    accepted: bool,
    /// Whether it was accepted before, so that this time nothing was done.
    repeated: bool,
    version: Option<u64>,
    /// Why it was not accepted: a stable word, and a text for people.
    code: Option<&'static str>,
    error: Option<String>,
}

/// Answers each line before it reads the next, until the input ends.
///
/// A line is answered once the entry is on the disk, and not before. An error of the service ends it without an
/// answer: the sender starts it again, and sends again what was not answered.
pub(crate) fn serve(
    service: &Service,
    input: impl BufRead,
    mut output: impl Write,
) -> Result<(), Box<dyn Error>> {
    for line in EntryReader::new("standard input", input) {
        let mut reply = match line {
            Ok(read) => serde_json::to_vec(&Line::of(&read.entry.key, &service.post(&read.entry)?))?,
            Err(error) => serde_json::to_vec(&Line::unreadable(&error))?,
        };
        reply.push(b'\n');
        output.write_all(&reply)?;
        output.flush()?;
    }
    Ok(())
}

impl<'a> Line<'a> {
    fn of(key: &'a str, answer: &Answer) -> Self {
        let refused = answer.verdict.as_ref().err();
        Self {
            key: Some(key),
            accepted: answer.verdict.is_ok(),
            repeated: answer.verdict.as_ref().is_ok_and(|receipt| receipt.repeated),
            version: Some(answer.version),
            code: refused.map(LedgerError::code),
            error: refused.map(ToString::to_string),
        }
    }

    fn unreadable(error: &LineError) -> Self {
        let (code, error) = (Some("unreadable"), Some(error.to_string()));
        Self { key: None, accepted: false, repeated: false, version: None, code, error }
    }
}
