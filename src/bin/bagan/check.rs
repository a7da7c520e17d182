//! `bagan check`.

use std::io;

use bagan::{Check, Colour, JsonReport, OrgFile, TextReport};

use crate::args::{CheckArgs, Format};
use crate::clock::today;
use crate::input;
use crate::output::{self, Status};

/// Checks each file, and prints one report of all of them.
pub(crate) fn run(args: &CheckArgs) -> io::Result<Status> {
    let mut check = Check::standard(args.as_of.unwrap_or_else(today));
    if let Some(profile) = args.profile {
        check = check.profile(profile);
    }
    let files: Vec<Result<OrgFile, Status>> = args.files.iter().map(|path| input::org_file(path)).collect();
    let mut status = Status::Clean;
    let mut json = JsonReport::new();
    for file in files {
        let one = match file {
            Ok(file) => check_file(&file, &check, args.format, &mut json)?,
            Err(status) => status,
        };
        status = status.max(one);
    }
    if args.format == Format::Json && status != Status::BadInput {
        output::print(json.to_text() + "\n")?;
    }
    Ok(status)
}

fn check_file(
    file: &OrgFile,
    check: &Check<'_>,
    format: Format,
    json: &mut JsonReport,
) -> io::Result<Status> {
    let org = match file.build() {
        Ok(org) => org,
        Err(errors) => return Ok(output::refuse(errors)),
    };
    let report = check.run(&org);
    match format {
        Format::Text => output::print(TextReport::new(&report).file(file).colour(Colour::Always))?,
        Format::Json => json.add(&report, Some(file)),
    }
    Ok(if report.is_denied() { Status::Findings } else { Status::Clean })
}
