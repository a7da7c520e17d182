//! `bagan simulate`.

use std::io;
use std::path::Path;
use std::sync::Arc;

use bagan::Org;
use bagan::simulate::{Assumptions, Designs, Simulation, SimulationError, plot};

use crate::args::{OutcomeFormat, Plot, SimulateArgs};
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
    let outcomes = match simulation.compare(designs.iter().cloned()) {
        Ok(outcomes) => outcomes,
        Err(error) => return Ok(output::fail(error)),
    };
    match args.format {
        OutcomeFormat::Text => output::print(outcomes)?,
        OutcomeFormat::Json => output::print(outcomes.to_json() + "\n")?,
        OutcomeFormat::Svg => match draw(args, &simulation, designs, &outcomes) {
            Ok(Some(svg)) => output::print(svg)?,
            Ok(None) => return Ok(output::fail(no_figure(args, &outcomes))),
            Err(error) => return Ok(output::fail(error)),
        },
    }
    Ok(Status::Clean)
}

/// Draws what is asked for; none if there is no such figure.
fn draw(
    args: &SimulateArgs,
    simulation: &Simulation,
    designs: Vec<(String, Arc<Org>)>,
    outcomes: &Designs,
) -> Result<Option<String>, SimulationError> {
    Ok(match args.plot {
        Plot::Page => Some(plot::page(outcomes, &simulation.years(designs, 0)?)),
        Plot::Distributions => plot::distributions(outcomes, &args.figure),
        Plot::Load => Some(plot::load(outcomes)),
        Plot::Timeline => Some(plot::timelines(&simulation.years(designs, 0)?)),
    })
}

fn no_figure(args: &SimulateArgs, outcomes: &Designs) -> String {
    let first = outcomes.iter().next();
    let names = first.into_iter().flat_map(|(_, outcomes)| outcomes.of_design().map(|figure| figure.name));
    let names: Vec<&str> = names.collect();
    format!("--figure: there is no figure `{}`: expected one of {}", args.figure, names.join(", "))
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
