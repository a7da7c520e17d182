//! The import of HR exports: real ones, every trap that real ones set, and arbitrary bytes.

#![cfg(feature = "csv")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on says why"
)]

mod between_the_lines;
mod cells;
mod columns;
mod ids;
mod managers;
mod money;
mod people;
mod properties;
mod random;
mod reading;
mod real;
mod structure;
mod support;
mod titles;
mod traps;
