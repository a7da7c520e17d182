//! Ids: what an id may be, and the table that keeps each distinct one once.
//!
//! An id is the user's own text, in any script, compared byte by byte: `SEO` and `seo` are two ids.
//! Architecture invariant: past this module, an id is a [`Sym`]; text comes back only at the surface.

use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::num::NonZeroU32;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use thiserror::Error;

/// The longest id, in bytes.
pub const ID_MAX_LEN: usize = 256;

/// Why a text cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IdError {
    /// The text has no characters.
    #[error("an id cannot be empty")]
    Empty,
    /// The text begins or ends with white space, which no reader can see.
    #[error("an id cannot begin or end with white space")]
    OuterSpace,
    /// The text holds a tab, a line break or another control character.
    #[error("an id cannot hold control characters")]
    Control,
    /// The text is longer than [`ID_MAX_LEN`] bytes.
    #[error("an id cannot be longer than {ID_MAX_LEN} bytes")]
    TooLong,
}

/// Checks that `text` can be an id: 1 to [`ID_MAX_LEN`] bytes, no outer white space, no control characters.
///
/// # Errors
/// The first rule that the text breaks.
///
/// ```
/// use bagan::{IdError, check_id};
///
/// assert_eq!(check_id("pemasaran-digital"), Ok(()));
/// assert_eq!(check_id("数字营销"), Ok(()));
/// assert_eq!(check_id(" dmm"), Err(IdError::OuterSpace));
/// ```
pub fn check_id(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if ID_MAX_LEN < text.len() {
        return Err(IdError::TooLong);
    }
    // Most ids are short printable ASCII: settle them without decoding characters.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Ok(());
    }
    if text.trim().len() != text.len() {
        return Err(IdError::OuterSpace);
    }
    if text.chars().any(char::is_control) {
        return Err(IdError::Control);
    }
    Ok(())
}

/// An id in [`Names`]: its place among all ids, counted from 1, so that `Option<Sym>` is as small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Sym(NonZeroU32);

impl Sym {
    /// Returns the place of this id among all ids, from 0.
    pub(crate) const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// Every distinct id of an org, once, whatever it names.
#[derive(Clone, Default)]
pub(crate) struct Names {
    text: String,
    ends: Vec<usize>,
    table: HashTable<Sym>,
    hasher: DefaultHashBuilder,
}

impl std::fmt::Debug for Names {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Names").field("len", &self.ends.len()).finish_non_exhaustive()
    }
}

impl Names {
    /// Makes room for `ids` more ids of `bytes` bytes in all.
    pub(crate) fn reserve(&mut self, ids: usize, bytes: usize) {
        self.ends.reserve(ids);
        self.text.reserve(bytes);
        let Self { text, ends, table, hasher } = self;
        table.reserve(ids, |&sym| hasher.hash_one(slice(text, ends, sym).as_bytes()));
    }

    /// Returns the symbol of `text`, which is added if it is new.
    pub(crate) fn intern(&mut self, text: &str) -> Sym {
        let Self { text: all, ends, table, hasher } = self;
        let hash = hasher.hash_one(text.as_bytes());
        let entry = table.entry(
            hash,
            |&sym| slice(all, ends, sym) == text,
            |&sym| hasher.hash_one(slice(all, ends, sym).as_bytes()),
        );
        match entry {
            Entry::Occupied(found) => *found.get(),
            Entry::Vacant(free) => {
                #[expect(
                    clippy::expect_used,
                    reason = "invariant: four thousand million ids do not fit in the memory of one machine \
                              beside the text that they came from"
                )]
                let sym = u32::try_from(ends.len() + 1)
                    .ok()
                    .and_then(NonZeroU32::new)
                    .map(Sym)
                    .expect("fewer than 2^32 distinct ids");
                free.insert(sym);
                all.push_str(text);
                ends.push(all.len());
                sym
            }
        }
    }

    /// Returns the symbol of `text`, if it was ever added.
    pub(crate) fn get(&self, text: &str) -> Option<Sym> {
        let hash = self.hasher.hash_one(text.as_bytes());
        self.table.find(hash, |&sym| slice(&self.text, &self.ends, sym) == text).copied()
    }

    /// Returns every id, in the order of the symbols.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| self.text.get(start..end).unwrap_or_default())
    }

    /// Returns the text of a symbol.
    pub(crate) fn resolve(&self, sym: Sym) -> &str {
        slice(&self.text, &self.ends, sym)
    }
}

/// Returns the one of `known` that looks most like `word`, if one is like it at all; the first of several.
///
/// Case does not count, and neither do `-`, `_` and spaces.
pub(crate) fn most_similar<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    const LIKE: f64 = 0.8;
    let plain = |text: &str| -> String {
        let kept = text.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
        kept.flat_map(char::to_lowercase).collect()
    };
    let word = plain(word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in known {
        let likeness = strsim::jaro_winkler(&word, &plain(candidate));
        let better = best.is_none_or(|(most, text)| match most.total_cmp(&likeness) {
            Ordering::Less => true,
            Ordering::Equal => candidate < text,
            Ordering::Greater => false,
        });
        if LIKE <= likeness && better {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Returns the text of `sym`, or an empty text for a symbol of other names.
fn slice<'t>(text: &'t str, ends: &[usize], sym: Sym) -> &'t str {
    let index = sym.index();
    let start = match index.checked_sub(1) {
        Some(before) => ends.get(before).copied().unwrap_or_default(),
        None => 0,
    };
    let end = ends.get(index).copied().unwrap_or_default();
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_kept_once_and_comes_back_as_it_was() {
        let mut names = Names::default();
        let (a, b, again) = (names.intern("budi"), names.intern("数字"), names.intern("budi"));
        assert_eq!((a, names.iter().count()), (again, 2));
        assert_eq!((names.resolve(a), names.resolve(b)), ("budi", "数字"));
        assert_eq!(names.get("Budi"), None);
        assert_eq!(names.get("数字"), Some(b));
    }

    #[test]
    fn reserving_keeps_what_is_there() {
        let mut names = Names::default();
        let a = names.intern("a");
        names.reserve(1000, 10_000);
        assert_eq!(names.get("a"), Some(a));
    }

    #[test]
    fn an_id_of_any_script_passes_and_an_unreadable_one_does_not() {
        for good in ["a", "Өмір", "はるか", "a b", "x".repeat(ID_MAX_LEN).as_str()] {
            assert_eq!(check_id(good), Ok(()), "{good}");
        }
        assert_eq!(check_id(""), Err(IdError::Empty));
        assert_eq!(check_id("a\u{a0}"), Err(IdError::OuterSpace));
        assert_eq!(check_id("a\tb"), Err(IdError::Control));
        assert_eq!(check_id(&"x".repeat(ID_MAX_LEN + 1)), Err(IdError::TooLong));
    }
}
