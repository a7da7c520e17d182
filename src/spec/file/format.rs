//! The text formats of this build.

use std::fmt;

use thiserror::Error;

/// A text format of org files; there is one for each of the features `toml` and `json`.
///
/// ```
/// use bagan::Format;
///
/// # #[cfg(feature = "toml")]
/// assert_eq!(Format::from_name("teams/org.toml"), Ok(Format::Toml));
/// assert_eq!(
///     Format::from_name("org.xlsx").unwrap_err().to_string().split(": ").next(),
///     Some("`org.xlsx` is not named as an org file")
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// TOML, the format that people write.
    #[cfg(feature = "toml")]
    Toml,
    /// JSON, the format that programs write.
    #[cfg(feature = "json")]
    Json,
}

/// A file name with the extension of no format of this build.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{name}` is not named as an org file: expected a name that ends in {}", extensions())]
#[non_exhaustive]
pub struct FormatError {
    /// The name.
    pub name: String,
}

impl Format {
    /// Every format of this build.
    pub const ALL: &'static [Self] = &[
        #[cfg(feature = "toml")]
        Self::Toml,
        #[cfg(feature = "json")]
        Self::Json,
    ];

    /// Returns the extension of file names, without the dot.
    pub const fn extension(self) -> &'static str {
        match self {
            #[cfg(feature = "toml")]
            Self::Toml => "toml",
            #[cfg(feature = "json")]
            Self::Json => "json",
        }
    }

    /// Tells the format of a file from its name, in capitals or not.
    ///
    /// # Errors
    /// [`FormatError`] where this build has no format of that extension.
    pub fn from_name(name: &str) -> Result<Self, FormatError> {
        let extension = std::path::Path::new(name).extension().and_then(|extension| extension.to_str());
        let is_it =
            |format: &&Self| extension.is_some_and(|own| own.eq_ignore_ascii_case(format.extension()));
        Self::ALL.iter().find(is_it).copied().ok_or_else(|| FormatError { name: name.to_owned() })
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.extension())
    }
}

fn extensions() -> String {
    let extensions: Vec<String> = Format::ALL.iter().map(|format| format!("`.{format}`")).collect();
    extensions.join(" or ")
}
