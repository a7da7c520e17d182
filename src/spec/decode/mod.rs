//! From a tree to values: what every decoder of the wire structs is made of.
//!
//! Owns [`Fields`], the keys of one table, and the readers of single values. Each takes what it can, notes what
//! it cannot, and goes on: one pass finds every fault of a file.
//!
//! Architecture invariant: there is one decoder, whatever the format. It never fails; where something is wrong it
//! leaves a stand-in, notes a [`Problem`], and the caller decides that nothing is built of the whole.

mod fields;
mod problem;
mod values;

pub(crate) use fields::Fields;
pub(crate) use problem::{Decoder, Mark};
pub(crate) use values::{
    amount, count, date, fails_with, id, id_or_empty, interval, month_day, path, quantity, text, word,
};
