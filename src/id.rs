//! Ids: what an id may be, and the table that keeps each distinct one once.
//!
//! An id is the user's own text, in any script, compared byte by byte: `SEO` and `seo` are two ids.
//! Architecture invariant: past this module, an id is a [`Sym`]; text comes back only at the surface.

use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::num::NonZeroU32;

use hashbrown::{DefaultHashBuilder, HashTable, hash_table};
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
    table: HashTable<Entry>,
    hasher: DefaultHashBuilder,
}

/// An id in the table: enough of it to tell most ids apart without a look at their text.
#[derive(Debug, Clone, Copy)]
struct Entry {
    head: u64,
    /// The length, as far as it fits; of ids that are longer, the text is compared.
    len: u32,
    sym: Sym,
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
        table.reserve(ids, |entry| hash(hasher, entry.head, slice(text, ends, entry.sym)));
    }

    /// Returns the symbol of `text`, which is added if it is new.
    pub(crate) fn intern(&mut self, text: &str) -> Sym {
        let Self { text: all, ends, table, hasher } = self;
        let head = head(text);
        let entry = table.entry(
            hash(hasher, head, text),
            |entry| entry.is(head, text, all, ends),
            |entry| hash(hasher, entry.head, slice(all, ends, entry.sym)),
        );
        match entry {
            hash_table::Entry::Occupied(found) => found.get().sym,
            hash_table::Entry::Vacant(free) => {
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
                free.insert(Entry { head, len: small(text.len()), sym });
                all.push_str(text);
                ends.push(all.len());
                sym
            }
        }
    }

    /// Returns the symbol of `text`, if it was ever added.
    pub(crate) fn get(&self, text: &str) -> Option<Sym> {
        let head = head(text);
        let is = |entry: &Entry| entry.is(head, text, &self.text, &self.ends);
        self.table.find(hash(&self.hasher, head, text), is).map(|entry| entry.sym)
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
    // Nothing that can be an id is longer, and to compare takes the square of the length.
    if ID_MAX_LEN < word.len() {
        return None;
    }
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

impl Entry {
    /// Returns whether this is the entry of `text`, whose head is `head`.
    fn is(&self, head: u64, text: &str, all: &str, ends: &[usize]) -> bool {
        self.head == head
            && self.len == small(text.len())
            && (text.len() <= HEAD || slice(all, ends, self.sym) == text)
    }
}

fn small(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

/// How many bytes of an id its head holds.
const HEAD: usize = 8;

/// Returns the first bytes of an id as a number; with its length, all of an id of up to [`HEAD`] bytes.
fn head(text: &str) -> u64 {
    match text.as_bytes().first_chunk::<HEAD>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => text.bytes().rev().fold(0, |head, byte| head << 8 | u64::from(byte)),
    }
}

fn hash(hasher: &DefaultHashBuilder, head: u64, text: &str) -> u64 {
    if text.len() <= HEAD { hasher.hash_one(head) } else { hasher.hash_one(text.as_bytes()) }
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
    fn ids_with_one_head_or_of_one_length_are_told_apart() {
        let mut names = Names::default();
        let ids = ["a", "a\0", "abcdefgh", "abcdefgi", "abcdefgh1", "abcdefgh2", "abcdefgh12", ""];
        let syms: Vec<Sym> = ids.iter().map(|id| names.intern(id)).collect();
        assert_eq!(names.iter().collect::<Vec<_>>(), ids);
        assert_eq!(ids.map(|id| names.get(id).unwrap()).to_vec(), syms);
        assert_eq!(names.get("abcdefgh3"), None);
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
