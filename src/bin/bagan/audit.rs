//! `bagan audit`.

use std::io;

use bagan::{AuditJson, AuditText, Colour, audit};

use crate::args::{AuditArgs, Format};
use crate::input;
use crate::output::{self, Status};

/// Decides every entry again, and prints those that the org would not accept.
pub(crate) fn run(args: &AuditArgs) -> io::Result<Status> {
    let (audit, places) =
        match input::org_and_entries(&args.file, &args.ledger, |org, entries| audit(org, entries)) {
            Ok(made) => made,
            Err(status) => return Ok(status),
        };
    match args.format {
        Format::Text => output::print(AuditText::new(&audit).places(&places).colour(Colour::Always))?,
        Format::Json => output::print(AuditJson::new(&audit, Some(&places)).to_text() + "\n")?,
    }
    Ok(if audit.findings.is_empty() { Status::Clean } else { Status::Findings })
}
