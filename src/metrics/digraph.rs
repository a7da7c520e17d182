//! A directed graph, and the figures that need no look at who is above whom.

use crate::graph_support::{Arcs, PerNode, Strong, cut_nodes, dominated};
use crate::metrics::spans::Spans;
use crate::ratio::share;

/// A directed graph, for figures of lines of any kind; those of an org come as a [`Structure`](super::Structure).
///
/// Nodes are numbers from 0; an arc leads from a superior to a subordinate, and one each way stands for two who work
/// together. Loops and repeated arcs count as none.
///
/// ```
/// use bagan::metrics::Digraph;
///
/// // Two managers, 1 and 2, under one top; 4 and 5 each answer to both.
/// let graph = Digraph::new(7, [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6), (1, 5), (2, 4)]);
/// assert_eq!(graph.connectedness(), 1.0);
/// assert_eq!(graph.flow_hierarchy(), Some(1.0));
/// assert_eq!(graph.cut_off(), Some(vec![6, 1, 1, 0, 0, 0, 0]));
///
/// let bounds = graph.upper_bounds()?;
/// assert_eq!(bounds.pairs().collect::<Vec<_>>(), [(4, 5)]);
/// # Ok::<(), bagan::metrics::TooLarge>(())
/// ```
#[derive(Debug, Clone)]
pub struct Digraph {
    pub(super) arcs: Arcs,
}

impl Digraph {
    /// Makes the graph of the nodes `0..nodes`; arcs of other nodes are left out. Costs O(n + m log m).
    #[must_use]
    pub fn new(nodes: u32, arcs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        Self { arcs: Arcs::new(nodes, arcs) }
    }

    /// Returns the number of nodes.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.arcs.nodes()
    }

    /// Returns the number of arcs.
    #[must_use]
    pub fn arcs(&self) -> usize {
        self.arcs.count()
    }

    /// Returns how many arcs lead from the nodes from which any do. Costs O(n).
    #[must_use]
    pub fn spans(&self) -> Spans {
        (0..self.nodes()).map(|node| self.arcs.targets(node).len()).collect()
    }

    /// Returns the layer of each node: one more than the longest way to it from above; none if there is a cycle.
    ///
    /// In a tree that is the number of people from the top down, both ends counted. Costs O(n + m).
    #[must_use]
    pub fn layers(&self) -> Option<Vec<u32>> {
        let ways = self.arcs.longest_ways()?;
        Some(ways.values().iter().map(|way| way + 1).collect())
    }

    /// Returns Krackhardt's connectedness: the share of pairs of nodes that hang together, whichever way arcs lead.
    ///
    /// 1 in one piece, 0 if nobody has a line; one node, or none, is in one piece. Costs O(n + m).
    ///
    /// Krackhardt D., "Graph theoretical dimensions of informal organizations" (1994).
    #[must_use]
    pub fn connectedness(&self) -> f64 {
        let pairs = |nodes: u64| nodes * nodes.saturating_sub(1);
        let connected: u64 = self.parts().map(pairs).sum();
        share(connected, pairs(u64::from(self.nodes()))).unwrap_or(1.0)
    }

    /// Returns Krackhardt's efficiency: 1 less the arcs beyond those that hold each piece together, as a share of those
    /// that there could be.
    ///
    /// An arc each way counts as two. None if no two nodes hang together. Costs O(n + m).
    #[must_use]
    pub fn efficiency(&self) -> Option<f64> {
        let (mut needed, mut most) = (0, 0);
        for others in self.parts().map(|nodes| nodes - 1) {
            needed += others;
            most += others * others;
        }
        let beyond = (self.arcs() as u64).saturating_sub(needed);
        share(most.saturating_sub(beyond), most)
    }

    /// Returns the share of arcs that are on no cycle: the flow hierarchy of Luo and Magee (2011). Costs O(n + m).
    ///
    /// None if there is no arc.
    #[must_use]
    pub fn flow_hierarchy(&self) -> Option<f64> {
        let strong = Strong::new(&self.arcs);
        let onward = self.arcs.iter().filter(|(from, to)| strong.of(*from) != strong.of(*to));
        share(onward.count() as u64, self.arcs() as u64)
    }

    /// Returns for each node how many others are reached from the tops through it alone: who is cut off without it.
    ///
    /// Tops are the nodes to which no arc leads; what no top reaches is counted for nobody. None if there is no top.
    /// Costs O(m log n), by dominators (Lengauer and Tarjan 1979).
    #[must_use]
    pub fn cut_off(&self) -> Option<Vec<u32>> {
        dominated(&self.arcs)
    }

    /// Returns the articulation points: the nodes without which the graph falls into more pieces, whichever way arcs
    /// lead. In order; costs O(n + m log m).
    #[must_use]
    pub fn cut_nodes(&self) -> Vec<u32> {
        cut_nodes(&self.arcs)
    }

    /// Returns the same graph with an arc each way for every arc, for figures of who can talk to whom.
    #[must_use]
    pub fn both_ways(&self) -> Self {
        Self { arcs: self.arcs.both_ways() }
    }

    /// Returns the number of nodes of each weak component.
    pub(super) fn parts(&self) -> impl Iterator<Item = u64> + use<> {
        let names = self.arcs.weak_components();
        let mut sizes = PerNode::new(self.nodes(), 0_u64);
        for name in names.values() {
            sizes.add(*name, 1);
        }
        sizes.into_values().into_iter().filter(|size| *size != 0)
    }
}
