//! A sheet as a table of GitHub-flavoured Markdown.

use std::fmt::{self, Write};

use crate::plain::Plain;
use crate::render::matrix::sheet::{Flush, Reader, Sheet};

/// Writes a sheet: the table alone.
pub(super) fn write(sheet: &dyn Sheet, text: &mut String) -> fmt::Result {
    let headings = sheet.headings(Reader::People);
    let names: Vec<String> = headings.iter().map(|heading| heading.text.clone()).collect();
    write_row(text, &names)?;
    for heading in &headings {
        text.push_str(match heading.flush {
            Flush::Left => "|---",
            Flush::Right => "|---:",
        });
    }
    text.push_str("|\n");
    sheet.rows(Reader::People, &mut |_, cells| write_row(text, cells))
}

fn write_row(text: &mut String, cells: &[String]) -> fmt::Result {
    for cell in cells {
        if cell.is_empty() {
            text.push_str("| ");
        } else {
            write!(text, "| {} ", Escaped(cell))?;
        }
    }
    text.push_str("|\n");
    Ok(())
}

/// A text of which Markdown shows every character, and which ends no cell and no line.
struct Escaped<'t>(&'t str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Line breaks are control characters, two of them by another name; both become signs or spaces.
        for c in Plain(self.0).to_string().chars() {
            match c {
                '\u{2028}' | '\u{2029}' => f.write_char(' ')?,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => write!(f, "\\{c}")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_cell_or_a_line_or_be_markup_is_escaped() {
        assert_eq!(Escaped("a|b").to_string(), r"a\|b");
        assert_eq!(Escaped(r"a\|b").to_string(), r"a\\\|b");
        assert_eq!(Escaped("a\nb\r\nc\u{2028}d").to_string(), "a\u{FFFD}b\u{FFFD}\u{FFFD}c d");
        assert_eq!(Escaped("<b>*x*_y_`z`[1]&amp;").to_string(), r"\<b\>\*x\*\_y\_\`z\`\[1\]\&amp;");
        assert_eq!(Escaped("paid-social \u{202E}数字").to_string(), "paid-social \u{FFFD}数字");
    }
}
