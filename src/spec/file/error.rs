//! Everything that is wrong with a file.

use std::fmt;

use thiserror::Error;

use crate::org::{BuildError, Path};
use crate::plain::Plain;
use crate::spec::fault::SpecFault;
use crate::spec::file::location::Location;
use crate::spec::file::snippet::Snippet;

/// Everything that is wrong with an org file, in the order of the places. Never empty.
///
/// Prints each error as [`FileError`] does, with a blank line between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileErrors {
    list: Vec<FileError>,
    omitted: usize,
}

impl FileErrors {
    pub(super) fn new(list: Vec<FileError>, omitted: usize) -> Self {
        Self { list, omitted }
    }

    pub(super) fn one(file: &str, location: Option<Location>, what: FileFault) -> Self {
        Self::new(vec![FileError { file: file.into(), at: Path::new(), location, what }], 0)
    }

    /// Returns the errors.
    pub fn iter(&self) -> std::slice::Iter<'_, FileError> {
        self.list.iter()
    }

    /// Returns how many more errors there are; above ten thousand of a kind they are only counted.
    pub fn omitted(&self) -> usize {
        self.omitted
    }
}

impl<'e> IntoIterator for &'e FileErrors {
    type Item = &'e FileError;
    type IntoIter = std::slice::Iter<'e, FileError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for FileErrors {
    type Item = FileError;
    type IntoIter = std::vec::IntoIter<FileError>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl fmt::Display for FileErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.list.iter().enumerate() {
            write!(f, "{}{error}", if index == 0 { "" } else { "\n\n" })?;
        }
        match self.omitted {
            0 => Ok(()),
            more => write!(f, "\n\nerror: there are {more} more errors"),
        }
    }
}

impl std::error::Error for FileErrors {}

/// One thing that is wrong with an org file: where, and what.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::Org;
///
/// let text = "\
/// format = 1
/// organization = { name = 'Nusantara', currency = 'IDR' }
/// positions.dmm.role = 'digital-marketing-manager'
/// positions.social = { role = 'specialist', reports-to = 'dmn' }
/// ";
/// let errors = Org::from_toml(text).unwrap_err();
/// assert_eq!(
///     errors.to_string(),
///     "
/// error: there is no position `dmn`
///  --> <toml>:4:56
///   |
/// 4 | positions.social = { role = 'specialist', reports-to = 'dmn' }
///   |                                                        ^^^^^
///   = help: did you mean `dmm`?"
///         .trim_start_matches('\n')
/// );
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileError {
    /// The name of the file.
    pub file: Box<str>,
    /// The place as a path; the root where the text has no structure yet.
    pub at: Path,
    /// The place in the text, if the format can tell it: TOML can, JSON only where it breaks the grammar.
    pub location: Option<Location>,
    /// The fault.
    pub what: FileFault,
}

impl FileError {
    /// Returns how to mend it, if more can be said than the fault itself says.
    pub fn help(&self) -> Option<String> {
        self.what.help()
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", Plain(&self.what.to_string()))?;
        let help = self.help();
        if let Some(location) = &self.location {
            let snippet = Snippet::new(&self.file, location);
            return match &help {
                Some(help) => snippet.help(help).fmt(f),
                None => snippet.fmt(f),
            };
        }
        write!(f, " --> {}", Plain(&self.file))?;
        if !self.at.is_root() {
            write!(f, ": {}", Plain(&self.at.to_string()))?;
        }
        match help {
            Some(help) => write!(f, "\n  = help: {}", Plain(&help)),
            None => Ok(()),
        }
    }
}

impl std::error::Error for FileError {}

/// What is wrong with an org file at one place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum FileFault {
    /// A byte that is not UTF-8.
    #[error("byte {column} of line {line} is 0x{byte:02X}, which is not UTF-8")]
    #[non_exhaustive]
    NotText {
        /// The byte.
        byte: u8,
        /// Its line, from 1.
        line: usize,
        /// Which byte of the line it is, from 1.
        column: usize,
        /// Whether the file begins as one in UTF-16 does.
        utf_16: bool,
    },
    /// More bytes than are read.
    #[error("the file is larger than 2 GiB")]
    TooLarge,
    /// Text that breaks the grammar of the format.
    #[error("{message}")]
    #[non_exhaustive]
    Syntax {
        /// What is wrong.
        message: String,
        /// What should stand there.
        help: Option<String>,
    },
    /// A key or a value that an org file does not have.
    #[error(transparent)]
    Spec(#[from] SpecFault),
    /// Something that keeps the org from being built.
    #[error("{}", .0.what)]
    Build(BuildError),
}

impl FileFault {
    fn help(&self) -> Option<String> {
        match self {
            Self::NotText { utf_16: true, .. } => {
                Some("the file looks like UTF-16; save it as UTF-8".to_owned())
            }
            Self::NotText { .. } => Some("save the file as UTF-8".to_owned()),
            Self::TooLarge => None,
            Self::Syntax { help, .. } => help.clone(),
            Self::Spec(fault) => fault.help(),
            Self::Build(error) => error.help(),
        }
    }
}
