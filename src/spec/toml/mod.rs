//! TOML: from text to a tree, and from wire structs to text.
//!
//! Owns what TOML says of keys that are stated twice and of tables that are stated in pieces. Tokens, the grammar
//! and the decoding of strings and numbers are `toml_parser`'s.
//!
//! `toml`'s own tree is not used: it takes 30 bytes of memory a byte of file, drops the first of two tables of one
//! name, and overflows the stack on a file of 13 kB that nests dotted keys in inline tables.

mod layout;
mod pieces;
mod read;
mod receive;
mod scalars;
mod sink;
mod tables;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;
