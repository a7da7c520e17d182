//! From a decision to words, for people and for programs.
//!
//! Owns the text of a [`Decision`](crate::Decision), the object that `bagan decide --format json` prints, and the
//! phrases that say why a test failed, why a seat may approve and why it is passed over.
//!
//! Architecture invariant: nothing here decides; what a text says was settled by `authority`.

mod approvals;
mod json;
mod table;
mod text;
mod words;
