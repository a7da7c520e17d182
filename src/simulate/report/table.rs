//! Tables that line up in any script.

use std::fmt::{self, Write as _};

use crate::plain::{Plain, width};

/// A table: the first row holds the headings.
pub(in crate::simulate) type Table = Vec<Vec<String>>;

/// Writes a table: names to the left, figures to the right.
pub(in crate::simulate) fn write_table(f: &mut fmt::Formatter<'_>, table: &Table) -> fmt::Result {
    let columns = table.iter().map(Vec::len).max().unwrap_or_default();
    let widest = |column: usize| table.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or_default()).collect();
    for row in table {
        let mut line = String::new();
        for (place, (cell, widest)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(widest - width(cell));
            let (before, after) = if place == 0 { ("", pad.as_str()) } else { (pad.as_str(), "") };
            write!(line, "  {before}{}{after}", Plain(cell))?;
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}
