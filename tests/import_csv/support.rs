//! Short ways to import, and to say what came of it.

use std::path::Path;

use bagan::{CsvOptions, Import, ImportErrors, ImportNote, Org, Position, import_csv};

/// Imports with the options of nobody.
pub(crate) fn import(export: impl AsRef<[u8]>) -> Import {
    import_with(export, &CsvOptions::new())
}

/// Imports, and asserts that every row is accounted for.
pub(crate) fn import_with(export: impl AsRef<[u8]>, options: &CsvOptions) -> Import {
    let export = export.as_ref();
    let text = || String::from_utf8_lossy(export);
    let import = import_csv(export, options).unwrap_or_else(|errors| panic!("{}\n{errors}", text()));
    assert_eq!(import.summary.rows.accounted(), import.summary.rows.read, "{}", text());
    import
}

/// Imports what cannot be imported.
pub(crate) fn errors(text: &str) -> ImportErrors {
    errors_with(text, &CsvOptions::new())
}

/// Imports what cannot be imported with these options.
pub(crate) fn errors_with(text: &str, options: &CsvOptions) -> ImportErrors {
    match import_csv(text.as_bytes(), options) {
        Ok(import) => panic!("{text}\n{}", import.summary),
        Err(errors) => errors,
    }
}

/// Writes each error without its help.
pub(crate) fn said(errors: &ImportErrors) -> Vec<String> {
    errors.iter().map(ToString::to_string).collect()
}

/// Writes the org as `id role holder → manager … dotted`, a position a line.
pub(crate) fn drawn(org: &Org) -> Vec<String> {
    org.positions()
        .map(|position| {
            let holder = match position.holder() {
                Some(holder) if holder == position.id() => String::new(),
                Some(holder) => format!(" by {holder}"),
                None => " vacant".to_owned(),
            };
            let manager =
                position.manager().map(|manager| format!(" > {}", manager.id())).unwrap_or_default();
            let dotted: String =
                position.dotted_lines().map(|to| format!(" ~ {}", to.id())).collect::<Vec<_>>().concat();
            format!("{}{holder}{manager}{dotted}", position.id())
        })
        .collect()
}

/// Writes who reports to whom, as `id<manager`, in the order of the ids.
pub(crate) fn lines(org: &Org) -> Vec<String> {
    let line = |position: Position<'_>| match position.manager() {
        Some(manager) => format!("{}<{}", position.id(), manager.id()),
        None => position.id().to_owned(),
    };
    let mut lines: Vec<String> = org.positions().map(line).collect();
    lines.sort();
    lines
}

/// Reads a real export of `../shared/data`; says so where it is not there.
pub(crate) fn read_real(file: &str) -> Option<Vec<u8>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(format!("{file}.csv"));
    let bytes = std::fs::read(&path).ok();
    if bytes.is_none() {
        println!("skipped: {} is not there", path.display());
    }
    bytes
}

/// Imports and draws.
pub(crate) fn draw(text: &str) -> Vec<String> {
    drawn(&import(text).build().unwrap())
}

/// The notes of an import, but for those that most of them have.
pub(crate) fn notes(text: &str) -> Vec<String> {
    let usual = |note: &&ImportNote| {
        matches!(
            note,
            ImportNote::Allocations { .. } | ImportNote::PayKept { .. } | ImportNote::StatusUnknown { .. }
        )
    };
    let import = import(text);
    import.summary.notes.iter().filter(|note| !usual(note)).map(ToString::to_string).collect()
}

/// The rules that need outcomes, deputies, KPIs or steps of a ladder, which no export states: switched off with every
/// import, or with channels, or with DMMs.
const NEVER_INFORMED: &[&str] = &[
    "authority-without-accountability",
    "team-performance-unowned",
    "roi-unowned",
    "manager-without-risk",
    "channel-without-owner",
    "single-point-of-failure",
    "manager-without-kpi",
    "no-successor",
];

/// Leaves out the rules that no export informs.
pub(crate) fn informed<'r>(rules: impl IntoIterator<Item = &'r str>) -> Vec<&'r str> {
    rules.into_iter().filter(|rule| !NEVER_INFORMED.contains(rule)).collect()
}
