//! The import of HR exports: real ones, every trap that real ones set, and arbitrary bytes.

#![cfg(feature = "csv")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on says why"
)]

mod between_the_lines;
mod cells;
mod columns;
mod ids;
mod managers;
mod money;
mod people;
mod properties;
mod random;
mod reading;
mod real;
mod structure;
mod support;
mod titles;
mod traps;

use bagan::{CsvOptions, Import, Org, Position, import_csv};

/// Imports an export that has to be fine, without options.
pub(crate) fn import(export: &[u8]) -> Import {
    import_with(export, &CsvOptions::new())
}

/// Imports an export that has to be fine.
pub(crate) fn import_with(export: &[u8], options: &CsvOptions) -> Import {
    let import = import_csv(export, options).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(import.summary.rows.read, import.summary.rows.accounted(), "{}", import.summary);
    import
}

/// Imports and builds.
pub(crate) fn org(export: &str) -> Org {
    import(export.as_bytes()).build().unwrap()
}

/// What an import says of an export that has faults.
pub(crate) fn errors(export: &str) -> String {
    import_csv(export.as_bytes(), &CsvOptions::new().file("export.csv")).expect_err("faults").to_string()
}

/// The lines of an org, as `id<manager`, in the order of the ids.
pub(crate) fn lines(org: &Org) -> Vec<String> {
    let line = |position: Position<'_>| match position.manager() {
        Some(manager) => format!("{}<{}", position.id(), manager.id()),
        None => position.id().to_owned(),
    };
    let mut lines: Vec<String> = org.positions().map(line).collect();
    lines.sort();
    lines
}
