//! From an audit, or a replay that failed, to words: each entry with its place, what it did, and what is wrong.
//!
//! Owns the text and the JSON of an [`Audit`](crate::Audit), which have the shape of those of a check, and
//! [`EntryPlaces`], which says at which line of a file each entry stands.

mod json;
mod places;
mod replay;
mod sentence;
mod text;

pub use json::AuditJson;
pub use places::EntryPlaces;
pub use replay::ReplayText;
pub use text::AuditText;
