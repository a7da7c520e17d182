//! From a matrix to a table: as text, as Markdown and as CSV.
//!
//! Owns the letters and words of cells, the headings, and what each form must escape. A sheet says what stands in each
//! cell, a form how cells are written: neither knows the other.
//!
//! Architecture invariant: rows pass by one at a time. No form holds a table in memory, however many cells are empty.

mod authority;
#[cfg(feature = "csv")]
mod csv;
mod decisions;
mod forms;
mod markdown;
mod raci;
mod sheet;
mod text;
