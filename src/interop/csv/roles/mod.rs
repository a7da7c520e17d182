//! From titles to roles: the default mapping, and the user's own before it.
//!
//! Owns [`RoleMap`]. The default mapping has two steps, each with its table: [`words`] says what a word of a title
//! says, and [`decide`] what follows from all that a title and its department say.
//!
//! Architecture invariant: a title that says nothing of marketing is no marketing role. What is not understood is
//! `other`, which the summary counts; a specialist or a manager is never guessed.

mod decide;
mod map;
#[cfg(feature = "toml")]
mod map_file;
mod parse;
mod pattern;
mod words;

pub use decide::{DEFAULT_ROLES, DefaultRole};
pub(super) use map::Found;
pub use map::{Reason, RoleMap};
pub(super) use parse::normal;
