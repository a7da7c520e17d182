//! Reading files, or standard input where a file is called `-`.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, StdinLock};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use bagan::{Entry, EntryPlaces, EntryReader, Format, Org, OrgFile};

use crate::output::{self, Status};

/// The name under which standard input is reported.
const STDIN: &str = "<stdin>";

/// Reads all bytes of a file; if that fails, says why on standard error.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Status> {
    let read = || -> io::Result<Vec<u8>> {
        if path != Path::new("-") {
            return fs::read(path);
        }
        let mut bytes = Vec::new();
        stdin()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| output::fail(format_args!("cannot read `{}`: {error}", name(path))))
}

/// Returns standard input, the first time: of two files called `-`, the second would be empty.
fn stdin() -> io::Result<StdinLock<'static>> {
    static IS_TAKEN: AtomicBool = AtomicBool::new(false);
    if IS_TAKEN.swap(true, Ordering::Relaxed) {
        return Err(io::Error::other("it is read already"));
    }
    Ok(io::stdin().lock())
}

/// Returns the name under which a file is reported.
pub(crate) fn name(path: &Path) -> String {
    if path == Path::new("-") { STDIN.to_owned() } else { path.display().to_string() }
}

/// Reads and parses an org file; if that fails, says everything that is wrong with it.
pub(crate) fn org_file(path: &Path) -> Result<OrgFile, Status> {
    let bytes = bytes(path)?;
    let format = Format::from_name(&name(path)).unwrap_or_else(|_| guess(&bytes));
    OrgFile::parse(&name(path), &bytes, format).map_err(output::refuse)
}

/// Reads and builds an org; if that fails, says everything that is wrong with it.
pub(crate) fn org(path: &Path) -> Result<Org, Status> {
    org_file(path)?.build().map_err(output::refuse)
}

/// Runs something over the entries of a file, one by one, and returns what it made with the lines of the entries.
///
/// If a line is no entry, says so of every one.
pub(crate) fn entries<T>(
    path: &Path,
    run: impl FnOnce(&mut dyn Iterator<Item = Entry>) -> T,
) -> Result<(T, EntryPlaces), Status> {
    let name = name(path);
    let open = || -> io::Result<Box<dyn BufRead>> {
        Ok(if path == Path::new("-") {
            Box::new(stdin()?)
        } else {
            Box::new(BufReader::new(File::open(path)?))
        })
    };
    let input = open().map_err(|error| output::fail(format_args!("cannot read `{name}`: {error}")))?;
    let mut places = EntryPlaces::new(&name);
    let made = EntryReader::new(&name, input).process(|lines| {
        run(&mut lines.map(|read| {
            places.push(read.line);
            read.entry
        }))
    });
    made.map(|made| (made, places)).map_err(output::refuse)
}

/// Reads an org and a file of entries, of which one may come from standard input, and brings them together.
///
/// If either cannot be read, says everything that is wrong with both.
pub(crate) fn org_and_entries<T>(
    org: &Path,
    ledger: &Path,
    run: impl FnOnce(Org, &mut dyn Iterator<Item = Entry>) -> T,
) -> Result<(T, EntryPlaces), Status> {
    if org == Path::new("-") && ledger == org {
        return Err(output::fail("the org and the ledger cannot both come from standard input"));
    }
    match self::org(org) {
        Ok(org) => entries(ledger, |entries| run(org, entries)),
        Err(status) => {
            // What is wrong with the entries is told all the same.
            entries(ledger, |entries| entries.for_each(drop))?;
            Err(status)
        }
    }
}

/// Guesses the format of a file that is not named for one: a JSON org is an object.
fn guess(bytes: &[u8]) -> Format {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.trim_ascii_start().first() {
        Some(b'{') => Format::Json,
        _ => Format::Toml,
    }
}
