//! Checks the marketing department of a made-up retail group and prints the report.
//!
//! Run `cargo run --example check_org`, or give the path of an org file of your own.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{Format, OrgFile, TextReport, check, parse_date};

fn main() -> Result<(), Box<dyn Error>> {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    let path = std::env::args().nth(1).unwrap_or_else(|| example.to_owned());
    // Places read better from the folder that the command was run in.
    let name = path.strip_prefix(concat!(env!("CARGO_MANIFEST_DIR"), "/")).unwrap_or(&path);

    let file = OrgFile::parse(name, &std::fs::read(&path)?, Format::from_name(name)?)?;
    let org = file.build()?;

    // Nothing in the library reads a clock: the day of the check is yours to say.
    let report = check(&org, parse_date("2026-07-01")?);
    println!("{}", TextReport::new(&report).file(&file));
    Ok(())
}
