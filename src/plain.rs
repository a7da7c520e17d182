//! Text of the user's as a terminal may show it: [`Plain`].
//!
//! Architecture invariant: whatever prints ids, names, reasons or lines of a file prints them through here.

use std::fmt::{self, Write};

/// A text without what a terminal would obey rather than show, or what no reader sees.
///
/// Tabs become four spaces; control characters, and those that have no width or set the direction of others, `\u{FFFD}`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plain<'t>(pub(crate) &'t str);

impl fmt::Display for Plain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\t' => f.write_str("    ")?,
                _ if c.is_control() || is_unseen(c) => f.write_char('\u{FFFD}')?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Returns whether a character has no width and no shape, or sets the direction of those after it.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Returns how many columns of a terminal a text takes, as it is shown.
#[cfg(any(feature = "toml", feature = "json"))]
pub(crate) fn width(text: &str) -> usize {
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return text.len();
    }
    unicode_width::UnicodeWidthStr::width(Plain(text).to_string().as_str())
}

/// Returns how many characters a text has: without the features that bring widths, that is as near as it gets.
#[cfg(not(any(feature = "toml", feature = "json")))]
pub(crate) fn width(text: &str) -> usize {
    Plain(text).to_string().chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_obeyed_or_unseen_is_shown_as_a_sign() {
        assert_eq!(Plain("a\tb\u{1b}[2J").to_string(), "a    b\u{FFFD}[2J");
        assert_eq!(Plain("pay \u{202E}0001 to \u{200B}dmm").to_string(), "pay \u{FFFD}0001 to \u{FFFD}dmm");
        assert_eq!(Plain("数字 é 👩‍💻").to_string(), "数字 é 👩‍💻", "joiners within a sign stay");
    }
}
