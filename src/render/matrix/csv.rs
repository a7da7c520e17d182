//! A sheet as CSV, for programs and spreadsheets.

use std::borrow::Cow;
use std::fmt;

use crate::render::matrix::sheet::{Reader, Sheet};

/// Writes a sheet: headings, then rows.
pub(super) fn write(sheet: &dyn Sheet) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    let headings = sheet.headings(Reader::Programs);
    let mut write = |cells: &mut dyn Iterator<Item = &str>| {
        writer.write_record(cells.map(harmless).map(Bytes)).map_err(|_| fmt::Error)
    };
    // A vector takes whatever is written, and all rows are as long as the headings: nothing here can fail.
    write(&mut headings.iter().map(|heading| heading.text.as_str())).unwrap_or_default();
    sheet
        .rows(Reader::Programs, &mut |_, cells| write(&mut cells.iter().map(String::as_str)))
        .unwrap_or_default();
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// A cell, as the writer takes it.
struct Bytes<'t>(Cow<'t, str>);

impl AsRef<[u8]> for Bytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Returns a cell that no spreadsheet takes for a formula: one that would be begins with an apostrophe.
///
/// A spreadsheet takes `=`, `+`, `-` and `@` for the start of one, some their full-width forms too, and drops a tab or a
/// line break before it. Source: OWASP, "CSV Injection". No amount here is below zero, so that no number is changed.
fn harmless(cell: &str) -> Cow<'_, str> {
    let starts = |c: char| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}'
        )
    };
    if cell.starts_with(starts) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_start_a_formula_is_text() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "dmm-acquisition", "12000000.50", "a=b", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
