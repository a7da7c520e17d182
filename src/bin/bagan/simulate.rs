//! `bagan simulate`.

use std::io;
use std::path::Path;
use std::sync::Arc;

use bagan::Org;
use bagan::simulate::{Assumptions, Simulation};

use crate::args::{Format, SimulateArgs};
use crate::input;
use crate::output::{self, Status};

/// Simulates each design, and prints them side by side.
pub(crate) fn run(args: &SimulateArgs) -> io::Result<Status> {
    let designs: Vec<Result<(String, Arc<Org>), Status>> =
        args.files.iter().map(|path| Ok((name(path), Arc::new(input::org(path)?)))).collect();
    let assumed = assumptions(args);
    let (Ok(designs), Ok(assumed)) = (designs.into_iter().collect::<Result<Vec<_>, _>>(), assumed) else {
        return Ok(Status::BadInput);
    };
    let Some(until) = args.until.or_else(|| args.from.checked_add(jiff::Span::new().years(1)).ok()) else {
        return Ok(output::fail("--from: there is no day a year after it"));
    };
    let simulation =
        Simulation::new(assumed, args.from, until).replications(args.replications).seed(args.seed);
    match (simulation.compare(designs), args.format) {
        (Err(error), _) => return Ok(output::fail(error)),
        (Ok(outcomes), Format::Text) => output::print(outcomes)?,
        (Ok(outcomes), Format::Json) => output::print(outcomes.to_json() + "\n")?,
    }
    Ok(Status::Clean)
}

/// Returns the name of a design: that of its file, without its ending.
fn name(path: &Path) -> String {
    path.file_stem().map_or_else(|| path.display().to_string(), |stem| stem.to_string_lossy().into_owned())
}

fn assumptions(args: &SimulateArgs) -> Result<Assumptions, Status> {
    let Some(path) = &args.assumptions else { return Ok(Assumptions::default()) };
    let text = std::fs::read_to_string(path)
        .map_err(|error| output::fail(format_args!("{}: {error}", path.display())))?;
    Assumptions::from_toml(&text).map_err(|error| output::fail(format_args!("{}: {error}", path.display())))
}
