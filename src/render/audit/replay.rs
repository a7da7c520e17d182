//! The text of a replay that failed: each entry with its place.

use std::fmt::{self, Display};

use crate::authority::ReplayErrors;
use crate::render::audit::places::EntryPlaces;
use crate::render::text::plain;

/// The entries that cannot be replayed, one a line, each with its place in a file.
///
/// ```
/// use bagan::{Entry, EntryPlaces, Ledger, OrgBuilder, ReplayText, parse_date};
///
/// let org = OrgBuilder::new("Nusantara Retail", "IDR").build()?;
/// let entry = Entry::release("r-1", parse_date("2026-07-01")?, "po-1");
/// let errors = Ledger::replay(org, [entry]).err().ok_or("it has no such reservation")?;
/// let mut places = EntryPlaces::new("entries.jsonl");
/// places.push(1);
/// assert_eq!(
///     ReplayText::new(&errors, &places).to_string(),
///     "error: entries.jsonl:1: `r-1` cannot be replayed: there is no reservation `po-1`",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ReplayText<'a> {
    errors: &'a ReplayErrors,
    places: &'a EntryPlaces,
}

impl<'a> ReplayText<'a> {
    /// Makes the text of the errors.
    #[must_use]
    pub fn new(errors: &'a ReplayErrors, places: &'a EntryPlaces) -> Self {
        Self { errors, places }
    }
}

impl Display for ReplayText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = plain(self.places.name());
        for (index, error) in self.errors.iter().enumerate() {
            let line = self.places.line(error.index).unwrap_or_default();
            let what = plain(&format!("`{}` cannot be replayed: {}", error.key, error.what));
            write!(f, "{}error: {name}:{line}: {what}", if index == 0 { "" } else { "\n" })?;
            if let Some(help) = error.what.help() {
                write!(f, ": {}", plain(&help))?;
            }
        }
        match self.errors.count().saturating_sub(self.errors.iter().len()) {
            0 => Ok(()),
            more => write!(f, "\nerror: {name}: {more} more entries cannot be replayed"),
        }
    }
}
