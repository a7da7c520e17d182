//! What a matrix looks like in any form: headings, and rows of cells that are words by now.

use std::fmt;

use crate::matrix::MatrixRow;

/// For whom a sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// People: amounts in groups of digits, words for what is not there.
    People,
    /// Programs: plain amounts, nothing for what is not there.
    #[cfg_attr(not(feature = "csv"), expect(dead_code, reason = "CSV is the one form for programs"))]
    Programs,
}

/// On which side a column is flush.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flush {
    Left,
    Right,
}

/// A heading.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) text: String,
    pub(super) flush: Flush,
    pub(super) source: Source,
}

/// Whose word a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// The crate's: short.
    Word,
    /// An id of the org's: as long as it is, and as many of them as there are.
    Id,
}

impl Heading {
    pub(super) fn left(text: &str) -> Self {
        Self { text: text.to_owned(), flush: Flush::Left, source: Source::Word }
    }

    pub(super) fn right(text: &str) -> Self {
        Self { flush: Flush::Right, ..Self::left(text) }
    }

    pub(super) fn id(id: &str) -> Self {
        Self { source: Source::Id, ..Self::left(id) }
    }
}

/// The cells of one row; filled again and again, so that an empty cell costs no allocation.
#[derive(Debug, Default)]
pub(super) struct Cells {
    texts: Vec<String>,
    len: usize,
}

impl Cells {
    /// Begins the next row.
    pub(super) fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, text: impl fmt::Display) {
        let cell = self.next();
        // A String takes whatever is written.
        fmt::write(cell, format_args!("{text}")).unwrap_or_default();
    }

    /// Adds cells without content until there are `len` in the row.
    pub(super) fn skip_to(&mut self, len: usize) {
        while self.len < len {
            self.next();
        }
    }

    fn next(&mut self) -> &mut String {
        if self.len == self.texts.len() {
            self.texts.push(String::new());
        }
        self.len += 1;
        let place = self.len - 1;
        #[expect(clippy::indexing_slicing, reason = "invariant: the row was made that long just above")]
        let cell = &mut self.texts[place];
        cell.clear();
        cell
    }

    /// Returns the cells of the row.
    pub(super) fn as_slice(&self) -> &[String] {
        self.texts.get(..self.len).unwrap_or_default()
    }

    /// Adds the cells that every sheet begins with: position, layer and person.
    pub(super) fn begin<C>(&mut self, row: &MatrixRow<'_, '_, C>, reader: Reader) {
        self.clear();
        self.push(row.position().id());
        self.push(row.layer());
        match (row.occupant(), reader) {
            (Some(person), _) => self.push(person),
            // Brackets tell it from an id of a person; in a program's table a cell without a value does.
            (None, Reader::People) => self.push("(vacant)"),
            (None, Reader::Programs) => self.push(""),
        }
    }
}

/// The headings of [`Cells::begin`].
pub(super) fn first_headings() -> Vec<Heading> {
    vec![Heading::left("position"), Heading::right("layer"), Heading::left("person")]
}

/// A matrix in words.
pub(super) trait Sheet {
    /// What the table shows, as a sentence.
    fn title(&self) -> String;

    /// The headings.
    fn headings(&self, reader: Reader) -> Vec<Heading>;

    /// Passes each row to `write`: the layer of its position, and its cells, as many as there are headings.
    fn rows(&self, reader: Reader, write: &mut dyn FnMut(usize, &[String]) -> fmt::Result) -> fmt::Result;

    /// What a reader must know besides, a line each.
    fn notes(&self) -> Vec<String>;
}
