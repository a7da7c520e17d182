//! `bagan rules`.

use std::io;

use bagan::{RuleList, rules};

use crate::args::{Format, RulesArgs};
use crate::output::{self, Status};

/// Prints the list of all rules.
pub(crate) fn run(args: &RulesArgs) -> io::Result<Status> {
    let list = RuleList::new(rules::ALL.iter().map(|rule| rule.info()));
    match args.format {
        Format::Text => output::print(&list)?,
        Format::Json => output::print(list.to_json() + "\n")?,
    }
    Ok(Status::Clean)
}
