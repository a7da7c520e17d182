//! Colour, for a terminal.

use std::fmt::Display;

/// Whether a text is coloured, for a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Plain text.
    Never,
    /// Text with ANSI escape codes.
    Always,
}

pub(super) const BOLD: &str = "1";
pub(super) const RED: &str = "1;31";
pub(super) const GREEN: &str = "1;32";
pub(super) const YELLOW: &str = "1;33";
pub(super) const BLUE: &str = "1;34";
pub(super) const CYAN: &str = "1;36";

impl Colour {
    /// Puts a text in a style.
    pub(super) fn paint(self, style: &'static str, text: impl Display) -> String {
        match self {
            Self::Never => text.to_string(),
            Self::Always => format!("\x1b[{style}m{text}\x1b[0m"),
        }
    }
}
