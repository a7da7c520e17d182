//! An expectation that is not met, or not known to be.

use std::error::Error;
use std::fmt;

/// Why an expectation is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnmetKind {
    /// The whole interval is on the wrong side.
    NotMet,
    /// The interval is on both sides: more years are needed, and the message says about how many.
    Undecided,
    /// No year defines the figure, such as a wait where nothing waited.
    Undefined,
    /// The question cannot be asked: there is no such figure, channel, position or design, or a number cannot be.
    Mistaken,
}

/// An expectation that is not met, or not known to be: what was asked, what came out, and of which days, seed and
/// assumptions.
///
/// A test that returns `Result<(), Box<dyn Error>>` or `Result<(), Unmet>` prints it with `Debug`, which is the same text of
/// several lines as `Display`.
#[derive(Clone, PartialEq, Eq)]
pub struct Unmet {
    pub(super) kind: UnmetKind,
    pub(super) text: String,
}

impl Unmet {
    /// Returns which answer it is.
    #[must_use]
    pub const fn kind(&self) -> UnmetKind {
        self.kind
    }

    /// Returns the text without what was simulated and assumed.
    #[must_use]
    pub fn summary(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    pub(super) fn mistaken(text: String) -> Self {
        Self { kind: UnmetKind::Mistaken, text }
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Unmet {}
