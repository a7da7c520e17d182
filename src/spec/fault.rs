//! What can be wrong with the shape of an org file, before any id is resolved.

use std::fmt;

use thiserror::Error;

use crate::calendar::CalendarError;
use crate::id::{ID_MAX_LEN, IdError, most_similar};
use crate::money::MoneyError;
use crate::org::PathError;
use crate::words::UnknownWord;

/// The version of the org file format that this version of the crate writes, and the newest that it reads.
pub const FORMAT_VERSION: u32 = 1;

/// What is wrong with the shape of an org file at one place.
///
/// Of a key or number that is longer than an id may be, the first characters are kept.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::{FileFault, Format, OrgFile, SpecFault};
///
/// let text = "format = 1\n[organization]\nname = 'Nusantara'\ncurency = 'IDR'\n";
/// let errors = OrgFile::parse("org.toml", text.as_bytes(), Format::Toml).unwrap_err();
/// let error = errors.iter().next().unwrap();
/// assert!(matches!(&error.what, FileFault::Spec(SpecFault::UnknownKey { key, .. }) if key == "curency"));
/// assert_eq!(error.help().as_deref(), Some("did you mean `currency`?"));
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SpecFault {
    /// A key that must be there is not.
    #[error("`{key}` is missing")]
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A table that must have one of two keys has neither, or both.
    #[error("expected either `{one}` or `{other}`, and not both")]
    EitherKey {
        /// One key.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
    /// A key that says more of another one, which is not there.
    #[error("`{key}` means nothing without `{without}`")]
    KeyWithout {
        /// The key.
        key: &'static str,
        /// The key that it says more of.
        without: &'static str,
    },
    /// A key that means nothing here.
    #[error("there is no key `{}` here", .key.escape_debug())]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that there are.
        known: Vec<&'static str>,
    },
    /// A key that its table has twice; only the first value is looked at.
    #[error("`{}` is stated twice", .key.escape_debug())]
    RepeatedKey {
        /// The key.
        key: String,
        /// The line on which it is stated first, if lines are known.
        first_line: Option<usize>,
    },
    /// A value of the wrong type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What should stand here, with its article.
        expected: &'static str,
        /// What stands here, with its article.
        found: &'static str,
    },
    /// An amount of money that is written as a float.
    #[error("`{text}` is a float, and floats are binary fractions that cannot hold every amount exactly")]
    FloatAmount {
        /// The float as written.
        text: String,
    },
    /// A number out of range.
    #[error("`{text}` is out of range: expected {expected}")]
    OutOfRange {
        /// What should stand here, with its article.
        expected: &'static str,
        /// The number as written.
        text: String,
    },
    /// A file of a later version of the format.
    #[error("the file is in format {format}, and this version of bagan reads format {FORMAT_VERSION}")]
    NewerFormat {
        /// The version of the format that the file states.
        format: String,
    },
    /// A key or a text that is too long to be an id.
    #[error("this cannot be an id: {0}")]
    Id(#[from] IdError),
    /// A text that is no quantity.
    #[error(transparent)]
    Quantity(#[from] MoneyError),
    /// A word that is not one of those expected.
    #[error(transparent)]
    Word(#[from] UnknownWord),
    /// A text that is no date or day of the year, or dates that bound no interval.
    #[error(transparent)]
    Calendar(#[from] CalendarError),
    /// A text that is not a path.
    #[error(transparent)]
    Path(#[from] PathError),
}

impl SpecFault {
    /// Returns how to mend it, if more can be said than the fault itself says.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::MissingKey { key: "format" } => {
                Some(format!("begin the file with `format = {FORMAT_VERSION}`"))
            }
            Self::UnknownKey { key, known } => Some(match similar(key, known) {
                Some(similar) => format!("did you mean `{similar}`?"),
                None => format!("the keys here are {}", Listed(known)),
            }),
            Self::RepeatedKey { first_line, .. } => Some(match first_line {
                Some(line) => format!("it is stated first on line {line}; remove one of the two"),
                None => "remove one of the two".to_owned(),
            }),
            Self::WrongType { found: "null", .. } => {
                Some("leave the key out if there is nothing to say".to_owned())
            }
            Self::WrongType { expected: "a list", found: "a table" } => Some(
                "put it in brackets: `[…]`, or give each item a header in two brackets: `[[…]]`".to_owned(),
            ),
            Self::WrongType { expected: "a list", .. } => Some("put it in brackets: `[…]`".to_owned()),
            Self::WrongType { expected: "a text", found: "an integer" | "a float" | "a boolean" } => {
                Some("put it in quotes".to_owned())
            }
            Self::WrongType { found: "a date-time", .. } => Some("leave the time of day out".to_owned()),
            Self::FloatAmount { text } => {
                Some(format!("write whole major units such as `12`, or a decimal in quotes: `\"{text}\"`"))
            }
            Self::NewerFormat { .. } => {
                Some("update bagan, or have the file written in the older format".to_owned())
            }
            Self::Word(word) => {
                similar(&word.word, word.expected).map(|word| format!("did you mean `{word}`?"))
            }
            _ => None,
        }
    }
}

/// Returns a text as a message repeats it: as it is, or its beginning.
pub(crate) fn clipped(text: &str) -> String {
    const SHOWN: usize = 64;
    if text.len() <= ID_MAX_LEN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

/// Returns the one of `known` that looks most like `word`, if one does; what is far too long is like none.
pub(crate) fn similar(word: &str, known: &[&'static str]) -> Option<&'static str> {
    if ID_MAX_LEN < word.len() {
        return None;
    }
    most_similar(word, known.iter().copied())
}

/// Writes "`a`, `b` and `c`".
struct Listed<'k>(&'k [&'static str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, key) in self.0.iter().enumerate() {
            let between = match index {
                0 => "",
                _ if index + 1 == self.0.len() => " and ",
                _ => ", ",
            };
            write!(f, "{between}`{key}`")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_listed_when_none_is_similar() {
        let unknown =
            |key: &str| SpecFault::UnknownKey { key: key.to_owned(), known: vec!["role", "holder", "fte"] };
        assert_eq!(unknown("hodler").help().as_deref(), Some("did you mean `holder`?"));
        assert_eq!(unknown("zzz").help().as_deref(), Some("the keys here are `role`, `holder` and `fte`"));
    }
}
