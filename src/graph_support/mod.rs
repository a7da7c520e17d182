//! Graph helpers that know no org: a forest in pre-order, rows of lists, sparse columns, cycles of a graph.
//!
//! Architecture invariant: nothing here names a position, a role or money; `petgraph` is named here and in
//! `org` alone. Every walk is a loop, so that depth is bounded by memory and not by the stack.

mod cycles;
mod forest;
mod table;

pub(crate) use cycles::cycles;
pub(crate) use forest::{Forest, NONE};
pub(crate) use table::{Column, Rows};
