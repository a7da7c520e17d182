//! Reading files, or standard input where a file is called `-`.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use bagan::{Format, OrgFile};

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
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    read().map_err(|error| output::fail(format_args!("cannot read `{}`: {error}", name(path))))
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

/// Guesses the format of a file that is not named for one: a JSON org is an object.
fn guess(bytes: &[u8]) -> Format {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match text.trim_ascii_start().first() {
        Some(b'{') => Format::Json,
        _ => Format::Toml,
    }
}
