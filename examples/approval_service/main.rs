//! An approval service around the ledger: it keeps its entries in `SQLite`, and may be killed at any moment.
//!
//! Run `cargo run --example approval_service` to see two threads post to it, and what a restart finds. With an org file
//! and a database it serves entries, as JSON Lines on standard input, and answers each on standard output:
//!
//! ```sh
//! echo '{"entry":"reserve","key":"po-17","date":"2026-07-01","position":"paid-social","channel":"paid-social","amount":15000000}' |
//!     cargo run --example approval_service examples/orgs/nusantara.toml /tmp/spend.sqlite
//! ```
//!
//! Copy it from here: `store.rs` is the database, `service.rs` keeps ledger and database in step, `lines.rs` is the
//! protocol. `tests/approval_service` kills it in the middle of things. What this leaves out is who may send entries:
//! check, before you post, that whoever sends one acts in the seat that it names as asking or approving.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example prints what it shows")]

mod demo;
mod error;
mod lines;
mod service;
mod store;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bagan::Org;

use crate::service::Service;

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let done = match arguments.as_slice() {
        [] => demo::run(),
        [org, database] => serve(org, database),
        _ => Err("usage: approval_service [ORG.toml DATABASE.sqlite]".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve(org: &Path, database: &Path) -> Result<(), Box<dyn Error>> {
    let service = Service::start(read_org(org)?, database)?;
    lines::serve(&service, std::io::stdin().lock(), std::io::stdout().lock())
}

fn read_org(path: &Path) -> Result<Org, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
    Ok(Org::from_toml(&text)?)
}
