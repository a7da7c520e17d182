//! `bagan simulate`.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bagan::Org;
use bagan::simulate::{Assumptions, Better, Confidence, Designs, Pareto, Precision, Simulation, plot};
use clap::ValueEnum;
use serde::Serialize;

use crate::args::SimulateArgs;
use crate::input;
use crate::output::{self, Status};
use crate::progress::Bar;

/// Simulates each design, and prints them side by side.
pub(crate) fn run(args: &SimulateArgs) -> io::Result<Status> {
    let designs: Vec<Result<(String, Arc<Org>), Status>> =
        args.files.iter().map(|path| Ok((name(path, &args.files), Arc::new(input::org(path)?)))).collect();
    let assumed = assumptions(args);
    let (Ok(designs), Ok(assumed)) = (designs.into_iter().collect::<Result<Vec<_>, _>>(), assumed) else {
        return Ok(Status::BadInput);
    };
    match simulate(args, designs, assumed) {
        Err(error) => Ok(output::fail(error)),
        Ok(text) => {
            output::print(text)?;
            Ok(Status::Clean)
        }
    }
}

/// How outcomes are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutcomeFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// A picture
    Svg,
}

/// What is drawn of designs, beside their figures by name.
const PLOTS: [&str; 3] = ["page", "load", "timeline"];

/// What is printed.
#[derive(Serialize)]
struct Simulated {
    #[serde(flatten)]
    designs: Designs,
    #[serde(skip_serializing_if = "Option::is_none")]
    pareto: Option<Pareto>,
}

impl Simulated {
    fn text(&self) -> String {
        match &self.pareto {
            Some(pareto) => format!("{}\n{pareto}", self.designs),
            None => self.designs.to_string(),
        }
    }
}

fn simulate(
    args: &SimulateArgs,
    designs: Vec<(String, Arc<Org>)>,
    assumed: Assumptions,
) -> Result<String, String> {
    let until = args.until.or_else(|| args.from.checked_add(jiff::Span::new().years(1)).ok());
    let until = until.ok_or("--from: there is no day a year after it")?;
    let simulation = Simulation::new(assumed, args.from, until).seed(args.seed);
    let simulation = match (&args.figure, args.precision) {
        (Some(figure), Some(share)) => {
            let precision = Precision::relative(figure, share).map_err(|error| error.to_string())?;
            let precision = precision.at_most(args.at_most);
            simulation.until(if args.of_differences { precision.of_differences() } else { precision })
        }
        _ => simulation.replications(args.replications),
    };
    let figures = args.pareto.iter().map(|figure| directed(figure)).collect::<Result<Vec<_>, _>>()?;
    let plot = plot_of(args)?;
    let bar = Bar::new();
    let told = bar.clone();
    let simulation = simulation.on_progress(move |done, of| told.tell(done, of));
    let outcomes = simulation.compare(designs.iter().cloned());
    bar.clear();
    let outcomes = outcomes.map_err(|error| error.to_string())?;
    let pareto = (!figures.is_empty()).then(|| outcomes.pareto(figures, Confidence::NINETY_FIVE));
    let pareto = pareto.transpose().map_err(|error| format!("--pareto: {error}"))?;
    if args.format == OutcomeFormat::Svg {
        return draw(plot, &simulation, designs, &outcomes);
    }
    let simulated = Simulated { designs: outcomes, pareto };
    match args.format {
        OutcomeFormat::Json => serde_json::to_string_pretty(&simulated)
            .map(|text| text + "\n")
            .map_err(|error| error.to_string()),
        _ => Ok(simulated.text()),
    }
}

/// Reads a figure with the way it is better, its own unless stated.
fn directed(text: &str) -> Result<(&str, Better), String> {
    let refused = |error: &dyn std::fmt::Display| format!("--pareto: {error}");
    let (figure, stated) = match text.split_once(':') {
        Some((figure, better)) => (figure, Some(better.parse::<Better>().map_err(|error| refused(&error))?)),
        None => (text, None),
    };
    // A figure that there is none of is told before anything is simulated.
    Precision::relative(figure, 1.0).map_err(|error| refused(&error))?;
    let better = stated.or_else(|| Better::natural(figure));
    let ask = || format!("--pareto: say `{figure}:lower` or `{figure}:higher`: it depends on what you want");
    Ok((figure, better.ok_or_else(ask)?))
}

/// Returns what is to be drawn, if it can be, before anything is simulated.
fn plot_of(args: &SimulateArgs) -> Result<&str, String> {
    let draws = args.format == OutcomeFormat::Svg;
    if draws && !args.pareto.is_empty() {
        return Err("--pareto: no picture shows it; ask for it with `--format text` or `json`".to_owned());
    }
    let Some(what) = args.plot.as_deref() else { return Ok("page") };
    if !draws {
        return Err("--plot: pictures are drawn with `--format svg`".to_owned());
    }
    if !PLOTS.contains(&what) {
        Precision::relative(what, 1.0).map_err(|error| format!("--plot: {error}"))?;
    }
    Ok(what)
}

/// Draws what is asked for: the page, one part of it, or a figure by its name.
fn draw(
    what: &str,
    simulation: &Simulation,
    designs: Vec<(String, Arc<Org>)>,
    outcomes: &Designs,
) -> Result<String, String> {
    let years = || simulation.years(designs, 0).map_err(|error| error.to_string());
    match what {
        "page" => Ok(plot::page(outcomes, &years()?)),
        "load" => Ok(plot::load(outcomes)),
        "timeline" => Ok(plot::timelines(&years()?)),
        figure => {
            plot::distributions(outcomes, figure).ok_or_else(|| format!("--plot: there is no `{figure}`"))
        }
    }
}

/// Returns the name of a design: that of its file, without its ending, or its path where another file has that name.
fn name(path: &Path, files: &[PathBuf]) -> String {
    let has_its_name = |other: &&PathBuf| other.file_stem() == path.file_stem();
    match path.file_stem() {
        Some(stem) if files.iter().filter(has_its_name).count() == 1 => stem.to_string_lossy().into_owned(),
        _ => path.display().to_string(),
    }
}

fn assumptions(args: &SimulateArgs) -> Result<Assumptions, Status> {
    let Some(path) = &args.assumptions else { return Ok(Assumptions::default()) };
    let bytes = input::bytes(path)?;
    let fail = |error: &dyn std::fmt::Display| output::fail(format_args!("{}: {error}", input::name(path)));
    let text = std::str::from_utf8(&bytes).map_err(|error| fail(&error))?;
    Assumptions::from_toml(text).map_err(|error| fail(&error))
}
