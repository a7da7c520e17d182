//! `bagan import`.

use std::io;
use std::path::Path;

use bagan::{CsvOptions, CyclePolicy, RoleMap, import_csv};

use crate::args::{CsvArgs, ImportArgs};
use crate::input;
use crate::output::{self, Status};

/// Writes the org file of an export to standard output, and the account of its rows to standard error.
pub(crate) fn run(args: ImportArgs) -> io::Result<Status> {
    match args {
        ImportArgs::Csv(args) => csv(&args),
    }
}

fn csv(args: &CsvArgs) -> io::Result<Status> {
    let options = match &args.roles {
        None => Ok(CsvOptions::new()),
        Some(path) => role_map(path).map(|roles| CsvOptions::new().roles(roles)),
    };
    // Both are read first, so that all is told that is wrong with either.
    let (options, bytes) = match (options, input::bytes(&args.file)) {
        (Ok(options), Ok(bytes)) => (options, bytes),
        (Err(status), _) | (_, Err(status)) => return Ok(status),
    };
    let import = match import_csv(&bytes, &with(options, args)) {
        Ok(import) => import,
        Err(errors) => return Ok(output::refuse(errors)),
    };
    output::note(&import.summary);
    let text = import.build().map_err(|errors| errors.to_string());
    match text.and_then(|org| org.to_toml().map_err(|error| error.to_string())) {
        Ok(text) => output::print(text)?,
        Err(error) => return Ok(output::fail(error)),
    }
    Ok(Status::Clean)
}

/// Adds what the arguments say to the options.
fn with(mut options: CsvOptions, args: &CsvArgs) -> CsvOptions {
    options = options.file(&input::name(&args.file));
    match &args.name {
        Some(name) => options = options.name(name),
        None if args.file == Path::new("-") => options = options.name("Imported org"),
        None => {}
    }
    if let Some(currency) = &args.currency {
        options = options.currency(currency);
    }
    if let Some(year) = args.fiscal_year {
        options = options.fiscal_year(year);
    }
    if args.cut_cycles {
        options = options.cycles(CyclePolicy::Cut);
    }
    options
}

/// Reads a map of titles; if that fails, says what is wrong with it.
fn role_map(path: &Path) -> Result<RoleMap, Status> {
    let bytes = input::bytes(path)?;
    RoleMap::parse(&input::name(path), &bytes).map_err(output::refuse)
}
