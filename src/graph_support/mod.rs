//! Graph helpers that know no org: a forest in pre-order, rows of lists, sparse columns, cycles of a graph; and graphs as
//! flat arrays, with what figures are made of: components, reach, upper bounds, dominators, cut nodes.
//!
//! Architecture invariant: nothing here names a position, a role or money; `petgraph` is named here and in
//! `org` alone. Every walk is a loop, so that depth is bounded by memory and not by the stack.

mod arcs;
mod cut_nodes;
mod cycles;
mod dominators;
mod forest;
mod junctions;
mod per_node;
mod strong;
mod table;
#[cfg(test)]
mod testing;
mod upper_bounds;

pub(crate) use arcs::Arcs;
pub(crate) use cut_nodes::cut_nodes;
pub(crate) use cycles::cycles;
pub(crate) use dominators::dominated;
pub(crate) use forest::{Forest, NONE};
pub(crate) use junctions::{Junctions, ReachCounts};
pub(crate) use per_node::PerNode;
pub(crate) use strong::Strong;
pub(crate) use table::{Column, Rows};
pub(crate) use upper_bounds::UpperBounds;
