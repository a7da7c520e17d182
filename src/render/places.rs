//! Where the paths of an org stand in the file that it came from.

use crate::org::Path;
#[cfg(any(feature = "toml", feature = "json"))]
use crate::spec::{OrgFile, Snippet};

/// A file, or another source, that knows where the paths of an org stand in it.
pub trait Places {
    /// Returns the name of the file.
    fn name(&self) -> &str;

    /// Returns where a path stands, or what is nearest above it; none if the source has no lines.
    fn place(&self, path: &Path) -> Option<Place>;
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place {
    /// The number of the line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The file, the line, and carets under the place, as lines of text.
    pub snippet: String,
}

impl Place {
    /// Makes a place.
    #[must_use]
    pub fn new(line: usize, column: usize, snippet: String) -> Self {
        Self { line, column, snippet }
    }
}

#[cfg(any(feature = "toml", feature = "json"))]
impl Places for OrgFile {
    fn name(&self) -> &str {
        Self::name(self)
    }

    fn place(&self, path: &Path) -> Option<Place> {
        let location = self.locate(path)?;
        let snippet = Snippet::new(self.name(), &location).to_string();
        Some(Place::new(location.line(), location.column(), snippet))
    }
}
