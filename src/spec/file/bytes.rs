//! From the bytes of a file to its text.

use std::sync::Arc;

use crate::spec::file::error::{FileErrors, FileFault};
use crate::spec::file::location::Location;

/// The most that a file may take: offsets in it and in what is decoded of it are kept in 32 bits.
const MOST: usize = 1 << 31;

/// Returns the text, without the byte order mark that some programs put first.
pub(super) fn decode(name: &str, bytes: &[u8]) -> Result<Arc<str>, FileErrors> {
    if MOST <= bytes.len() {
        return Err(FileErrors::one(name, None, FileFault::TooLarge));
    }
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(plain).map(Arc::from).map_err(|error| not_text(name, plain, error.valid_up_to()))
}

/// Says which byte, at `offset`, is the first that is no text.
fn not_text(name: &str, bytes: &[u8], offset: usize) -> FileErrors {
    let (before, rest) = bytes.split_at_checked(offset).unwrap_or_default();
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.split(|&byte| byte == b'\n').count();
    let line_end =
        rest.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |newline| offset + newline);
    let text = String::from_utf8_lossy(bytes.get(line_start..line_end).unwrap_or_default());
    let in_line = offset - line_start;
    let fault = FileFault::NotText {
        byte: rest.first().copied().unwrap_or_default(),
        line,
        column: in_line + 1,
        utf_16: matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]),
    };
    FileErrors::one(name, Some(Location::in_line(line, &text, in_line)), fault)
}
