//! Where something stands in an org: `positions.social.reports-to`, `delegations[2].limits.week`.

use std::fmt;

/// A place in an org or its file, as a dotted path; a key that is not a bare word is quoted, as in TOML.
///
/// ```
/// use bagan::Path;
///
/// let path = Path::new().key("positions").key("paid social").key("reports-to");
/// assert_eq!(path.to_string(), r#"positions."paid social".reports-to"#);
/// assert_eq!(path.to_string().parse(), Ok(path));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Segment>);

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// The key of a table.
    Key(Box<str>),
    /// The place in a list, from 0.
    Index(usize),
}

/// A text that is not a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a path such as `positions.dmm` or `delegations[0].limits`")]
#[non_exhaustive]
pub struct PathError {
    /// The text.
    pub text: String,
}

impl Path {
    /// Makes the empty path: the org as a whole.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Goes one step down, to the value of a key.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.0.push(Segment::Key(key.into()));
        self
    }

    /// Goes one step down, to the item number `index` of a list.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// Goes down the keys of a dotted field such as `limits.week`, none of which is quoted.
    #[must_use]
    pub fn field(self, field: &str) -> Self {
        field.split('.').filter(|key| !key.is_empty()).fold(self, Self::key)
    }

    /// Returns the steps.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Returns whether this is the org as a whole.
    #[must_use]
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether `other` is this path or lies below it.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        other.0.starts_with(&self.0)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) => {
                    f.write_str(if place == 0 { "" } else { "." })?;
                    write_key(f, key)?;
                }
            }
        }
        Ok(())
    }
}

fn write_key(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    if !key.is_empty() && key.bytes().all(is_bare) {
        return f.write_str(key);
    }
    f.write_str("\"")?;
    for c in key.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            _ => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}

const fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

impl std::str::FromStr for Path {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        parse(text).ok_or_else(|| PathError { text: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Path> {
    let mut path = Path::new();
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            let (number, after) = inside.split_once(']')?;
            path = path.index(number.parse().ok()?);
            rest = after;
            continue;
        }
        if !path.is_root() {
            rest = rest.strip_prefix('.')?;
        }
        let (key, after) = parse_key(rest)?;
        path = path.key(&key);
        rest = after;
    }
    Some(path)
}

fn parse_key(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        // Any script may go unquoted: only what the grammar itself uses ends a key.
        let end = text.find(['.', '[', ']', '"']).unwrap_or(text.len());
        let (key, rest) = text.split_at_checked(end)?;
        return (!key.is_empty()).then(|| (key.to_owned(), rest));
    };
    let mut key = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((key, quoted.get(at + 1..)?)),
            '\\' => key.push(chars.next()?.1),
            _ => key.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_reads_back_as_it_was_written() {
        for path in [
            Path::new(),
            Path::new().key("delegations").index(12).field("limits.week"),
            Path::new().key("positions").key("a.b").key("c\"d\\e").key("").key("数字"),
        ] {
            assert_eq!(path.to_string().parse(), Ok(path));
        }
    }

    #[test]
    fn a_key_of_another_script_may_go_unquoted() {
        assert_eq!("positions.数字".parse(), Ok(Path::new().key("positions").key("数字")));
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for text in [".a", "a.", "a..b", "a[", "a[x]", "\"a", "a]b"] {
            assert!(text.parse::<Path>().is_err(), "{text}");
        }
    }
}
