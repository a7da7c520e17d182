//! How many failures make another one.

use std::fmt;

use serde::{Serialize, Serializer};

/// How many of the outcomes that an outcome rests on must fail for it to fail.
///
/// ```
/// use bagan::FailsWith;
///
/// assert_eq!(FailsWith::default(), FailsWith::Any);
/// assert_eq!(FailsWith::All.of(3), Some(3));
/// assert_eq!(FailsWith::AtLeast(4).of(3), None);
/// assert_eq!(FailsWith::AtLeast(2).to_string(), "2");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum FailsWith {
    /// One is enough.
    #[default]
    Any,
    /// Every one of them.
    All,
    /// So many of them.
    AtLeast(u32),
}

impl FailsWith {
    /// Returns how many of `count` that is; `None` if it is none of them, or more than there are.
    #[must_use]
    pub fn of(self, count: usize) -> Option<usize> {
        let needed = match self {
            Self::Any => 1,
            Self::All => count,
            Self::AtLeast(number) => usize::try_from(number).ok()?,
        };
        (1..=count).contains(&needed).then_some(needed)
    }
}

impl fmt::Display for FailsWith {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.pad("any"),
            Self::All => f.pad("all"),
            Self::AtLeast(number) => fmt::Display::fmt(number, f),
        }
    }
}

impl Serialize for FailsWith {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any => serializer.serialize_str("any"),
            Self::All => serializer.serialize_str("all"),
            Self::AtLeast(number) => serializer.serialize_u32(*number),
        }
    }
}
