//! `bagan`: checks marketing orgs that are kept as text files.
//!
//! Standard output carries the result alone; errors and progress go to standard error. Exit status: 0 clean
//! or approved, 1 findings at `deny`, or not approved, 2 bad input or usage.
//!
//! Architecture invariant: thin. A command parses its arguments, calls the library and prints. This is the one
//! place that reads a clock: `check`, `metrics` and `export --to authority` without `--as-of` mean today, and `template`
//! without `--fiscal-year` this year.

mod args;
mod audit;
mod check;
mod clock;
mod decide;
mod explain;
mod export;
mod import;
mod input;
mod metrics;
mod output;
mod progress;
mod rules;
mod simulate;
mod template;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Cli, Command};

fn main() -> ExitCode {
    let status = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Decide(args) => decide::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Metrics(args) => metrics::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Template(args) => template::run(&args),
        Command::Import(args) => import::run(args),
    };
    match status {
        Ok(status) => status.into(),
        // Whoever read our output has gone, as in `bagan rules | head`: there is nobody left to tell.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => output::fail(&error).into(),
    }
}
