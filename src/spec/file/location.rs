//! A place in a text.

/// Of a longer line, how many characters are shown in all, and before the place.
const SHOWN: usize = 144;
const SHOWN_BEFORE: usize = 48;

/// A place in the text of a file.
///
/// ```
/// # #[cfg(feature = "toml")] {
/// use bagan::{Format, OrgFile, Path};
///
/// let text = "format = 1\n[organization]\nname = 'Nusantara'\ncurrency = 'IDR'\n";
/// let file = OrgFile::parse("org.toml", text.as_bytes(), Format::Toml)?;
/// let place = file.locate(&Path::new().field("organization.name")).ok_or("no such place")?;
/// assert_eq!((place.line(), place.column(), place.length()), (3, 8, 11));
/// assert_eq!(place.text(), "name = 'Nusantara'");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    line: usize,
    column: usize,
    length: usize,
    text: Box<str>,
    /// How many bytes of `text` come before the place, and whether there is more of the line on each side.
    before: usize,
    more_before: bool,
    more_after: bool,
}

impl Location {
    /// Returns the number of the line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Returns the column in characters, from 1.
    pub fn column(&self) -> usize {
        self.column
    }

    /// Returns how many characters of the line the place takes; at least 1.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Returns the line; of one that is longer than 144 characters, the part around the place.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the shown part of the line before the place, and from the place on.
    pub(super) fn split(&self) -> (&str, &str) {
        self.text.split_at_checked(self.before).unwrap_or((&self.text, ""))
    }

    /// Returns whether more of the line comes before and after what is shown.
    pub(super) fn is_cut(&self) -> (bool, bool) {
        (self.more_before, self.more_after)
    }

    /// Makes the place of the character at byte `offset` of a line.
    pub(super) fn in_line(line: usize, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        Self::new(line, before.chars().count() + 1, 1, (before, text.get(offset..).unwrap_or_default()))
    }

    /// Makes a place, given what comes before and from it on in its line.
    pub(super) fn new(line: usize, column: usize, length: usize, (before, after): (&str, &str)) -> Self {
        let fits = before.len() + after.len() <= SHOWN || chars_within(before, after, SHOWN);
        let (left, right) = if fits {
            (0, after.len())
        } else {
            let shown_after = after.chars().take(SHOWN - SHOWN_BEFORE).count();
            let left = before.char_indices().rev().nth(SHOWN - shown_after - 1).map_or(0, |(at, _)| at);
            let shown_before = before.get(left..).unwrap_or_default().chars().count();
            let right = after.char_indices().nth(SHOWN - shown_before).map_or(after.len(), |(at, _)| at);
            (left, right)
        };
        let shown_before = before.get(left..).unwrap_or_default();
        let shown_after = after.get(..right).unwrap_or_default();
        Self {
            line,
            column,
            length: length.max(1),
            text: format!("{shown_before}{shown_after}").into(),
            before: shown_before.len(),
            more_before: left != 0,
            more_after: right != after.len(),
        }
    }
}

/// Returns whether two texts have `most` characters at most; looks at no more than that.
fn chars_within(a: &str, b: &str, most: usize) -> bool {
    a.chars().chain(b.chars()).nth(most).is_none()
}
