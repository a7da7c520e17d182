//! `bagan metrics`.

use std::io;

use bagan::Profile;
use bagan::overview::Overview;
use bagan::risk::Assumptions;

use crate::args::{Format, MetricsArgs};
use crate::clock::today;
use crate::input;
use crate::output::{self, Status};

/// Prints the figures of an org.
pub(crate) fn run(args: &MetricsArgs) -> io::Result<Status> {
    let assumed = match Assumptions::new(args.correlation, args.level) {
        Ok(assumed) => assumed,
        Err(error) => return Ok(output::fail(error)),
    };
    let org = match input::org(&args.file) {
        Ok(org) => org,
        Err(status) => return Ok(status),
    };
    let profile = args.profile.or(org.policy().profile).unwrap_or(Profile::ScaleUp);
    let overview = Overview::with(&org, args.as_of.unwrap_or_else(today), profile, assumed);
    match args.format {
        Format::Text => output::print(overview)?,
        Format::Json => output::print(overview.to_json() + "\n")?,
    }
    Ok(Status::Clean)
}
