//! A file as it is written: tables, lists and scalars, before anything is made of them.
//!
//! Owns [`Tree`], which every format is read into and every decoder reads from, and [`Node`], the view of one of
//! its values. A node knows where it stands, as a path and, if the format can tell, as stretches of the text.
//!
//! Architecture invariant: nodes lie in one vector and name each other by number. However deep a file nests,
//! nothing here recurses, and dropping a tree is dropping a few vectors.

mod data;
mod node;
#[cfg(any(feature = "toml", feature = "json"))]
mod places;
mod store;

#[cfg(feature = "toml")]
pub(crate) use data::Slice;
#[cfg(any(feature = "toml", feature = "json"))]
pub(crate) use data::Span;
pub(crate) use data::{Content, NodeId, Scalar, Step};
pub(crate) use node::{Node, Value};
#[cfg(feature = "toml")]
pub(crate) use places::Place;
pub(crate) use store::Tree;
