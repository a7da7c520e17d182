//! A place as it is shown: the file, the line, and carets under the place.

use std::fmt::{self, Write};

use unicode_width::UnicodeWidthChar;

use crate::plain::Plain;
use crate::spec::file::location::Location;

/// Shows a place of a file as compilers do; ends without a line break.
///
/// What comes before, such as `error: …`, is the caller's. Tabs are shown as four spaces, and characters that one
/// cannot see, or that would turn the text around, as `�`. The carets fit in a terminal that gives wide
/// characters two columns.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::{Format, OrgFile, Path, Snippet};
///
/// let text = "format = 1\n[organization]\nname = 'Nusantara'\ncurrency = 'IDR'\n";
/// let file = OrgFile::parse("org.toml", text.as_bytes(), Format::Toml)?;
/// let place = file.locate(&Path::new().field("organization.currency")).ok_or("no such place")?;
/// assert_eq!(
///     Snippet::new("org.toml", &place).help("is it?").to_string(),
///     "
///  --> org.toml:4:12
///   |
/// 4 | currency = 'IDR'
///   |            ^^^^^
///   = help: is it?"
///         .trim_start_matches('\n')
/// );
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Snippet<'a> {
    file: &'a str,
    location: &'a Location,
    help: Option<&'a str>,
}

impl<'a> Snippet<'a> {
    /// Shows a place of a file of that name.
    pub fn new(file: &'a str, location: &'a Location) -> Self {
        Self { file, location, help: None }
    }

    /// Adds how to mend what is wrong there.
    #[must_use]
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, location, help } = self;
        let (line, column) = (location.line(), location.column());
        let gutter = line.to_string().len();
        let (before, after) = location.split();
        let (more_before, more_after) = location.is_cut();

        let (mut text, mut carets) = (String::new(), String::new());
        let mark = if more_before { "…" } else { "" };
        let mut width = show(&mut text, mark) + show(&mut text, before);
        carets.extend(std::iter::repeat_n(' ', width));
        let under = after.char_indices().nth(location.length()).map_or(after.len(), |(end, _)| end);
        let (under, rest) = after.split_at_checked(under).unwrap_or((after, ""));
        width = show(&mut text, under);
        carets.extend(std::iter::repeat_n('^', width.max(1)));
        show(&mut text, rest);
        show(&mut text, if more_after { "…" } else { "" });

        writeln!(f, "{:gutter$}--> {}:{line}:{column}", "", Plain(file))?;
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{line} | {}", text.trim_end())?;
        write!(f, "{:gutter$} | {carets}", "")?;
        match help {
            Some(help) => write!(f, "\n{:gutter$} = help: {}", "", Plain(help)),
            None => Ok(()),
        }
    }
}

/// Adds a text as it is shown, and returns how many columns it takes.
fn show(out: &mut String, text: &str) -> usize {
    let before = out.len();
    let _infallible = write!(out, "{}", Plain(text));
    let shown = out.get(before..).unwrap_or_default();
    shown.chars().map(|c| c.width().unwrap_or_default()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, under: &str, after: &str) -> String {
        let column = before.chars().count() + 1;
        let length = under.chars().count();
        let location = Location::new(7, column, length, (before, &format!("{under}{after}")));
        let text = Snippet::new("f", &location).to_string();
        text.lines().skip(2).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn tabs_move_the_carets_as_they_move_the_text() {
        assert_eq!(shown("\ta\t= ", "1", " # x"), "7 |     a    = 1 # x\n  |            ^");
    }

    #[test]
    fn wide_characters_take_two_columns_and_combining_ones_none() {
        assert_eq!(shown("数字 = ", "\"数\"", ""), "7 | 数字 = \"数\"\n  |        ^^^^");
        assert_eq!(shown("e\u{301} = ", "1", ""), "7 | e\u{301} = 1\n  |     ^");
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_a_sign() {
        assert_eq!(shown("\u{1b}[31m\0\u{202e} ", "x", ""), "7 | �[31m�� x\n  |         ^");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = shown(&"a".repeat(1000), &"b".repeat(1000), "");
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], format!("7 | …{}{}…", "a".repeat(48), "b".repeat(96)));
        assert_eq!(lines[1], format!("  | {}{}", " ".repeat(49), "^".repeat(96)));
    }

    #[test]
    fn the_end_of_a_line_has_a_caret_too() {
        assert_eq!(shown("role =", "", ""), "7 | role =\n  |       ^");
    }
}
