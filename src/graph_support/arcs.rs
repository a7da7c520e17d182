//! A directed graph as flat arrays: for each node where its arcs lead, and where they come from.

use petgraph::unionfind::UnionFind;

use crate::graph_support::per_node::PerNode;
use crate::graph_support::table::Rows;

/// A directed graph over the nodes `0..nodes`, without loops and with at most one arc from a node to another.
#[derive(Debug, Clone)]
pub(crate) struct Arcs {
    nodes: u32,
    count: usize,
    targets: Rows<u32>,
    sources: Rows<u32>,
}

impl Arcs {
    /// Takes arcs (from, to); leaves out loops, repetitions, and arcs of what is no node. Costs O(n + m log m).
    pub(crate) fn new(nodes: u32, arcs: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let fits = |(from, to): &(u32, u32)| from != to && *from < nodes && *to < nodes;
        let mut arcs: Vec<(u32, u32)> = arcs.into_iter().filter(fits).collect();
        arcs.sort_unstable();
        arcs.dedup();
        let targets = Rows::group(nodes as usize, arcs.iter().copied());
        let sources = Rows::group(nodes as usize, arcs.iter().map(|(from, to)| (*to, *from)));
        Self { nodes, count: arcs.len(), targets, sources }
    }

    pub(crate) fn nodes(&self) -> u32 {
        self.nodes
    }

    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Returns the nodes to which an arc leads from `node`, in order.
    pub(crate) fn targets(&self, node: u32) -> &[u32] {
        self.targets.row(node as usize)
    }

    /// Returns the nodes from which an arc leads to `node`, in order.
    pub(crate) fn sources(&self, node: u32) -> &[u32] {
        self.sources.row(node as usize)
    }

    /// Returns every arc (from, to), in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, u32)> + Clone {
        (0..self.nodes).flat_map(|from| self.targets(from).iter().map(move |to| (from, *to)))
    }

    /// Returns the graph in which each arc leads both ways.
    pub(crate) fn both_ways(&self) -> Self {
        Self::new(self.nodes, self.iter().chain(self.iter().map(|(from, to)| (to, from))))
    }

    /// Returns for each node a name of its weak component: one of the nodes in it.
    pub(crate) fn weak_components(&self) -> PerNode<u32> {
        let mut union = UnionFind::<u32>::new(self.nodes as usize);
        for (from, to) in self.iter() {
            union.union(from, to);
        }
        let mut names = PerNode::new(self.nodes, 0);
        for node in 0..self.nodes {
            names.set(node, union.find_mut(node));
        }
        names
    }

    /// Returns for each node the longest way to it, in arcs; none if there is a cycle. Costs O(n + m).
    pub(crate) fn longest_ways(&self) -> Option<PerNode<u32>> {
        let mut ways = PerNode::new(self.nodes, 0);
        let mut to_come = PerNode::new(self.nodes, 0);
        let mut ready: Vec<u32> = Vec::new();
        for node in 0..self.nodes {
            to_come.set(node, self.sources(node).len());
            if self.sources(node).is_empty() {
                ready.push(node);
            }
        }
        let mut done = 0;
        while let Some(node) = ready.pop() {
            done += 1;
            for &next in self.targets(node) {
                ways.set(next, ways.at(next).max(ways.at(node) + 1));
                let left = to_come.at(next) - 1;
                to_come.set(next, left);
                if left == 0 {
                    ready.push(next);
                }
            }
        }
        (done == self.nodes).then_some(ways)
    }
}

#[cfg(test)]
mod tests {
    use super::Arcs;

    #[test]
    fn loops_repetitions_and_strangers_are_left_out() {
        let arcs = Arcs::new(3, [(2, 0), (0, 1), (1, 1), (0, 1), (0, 9), (9, 0)]);
        assert_eq!(
            (arcs.count(), arcs.targets(0), arcs.sources(0), arcs.targets(1)),
            (2, &[1][..], &[2][..], &[][..])
        );
        assert!(arcs.both_ways().iter().eq([(0, 1), (0, 2), (1, 0), (2, 0)]));
    }

    #[test]
    fn weak_components_have_one_name_each() {
        let names = Arcs::new(5, [(0, 1), (2, 1), (3, 4)]).weak_components();
        assert!(names.at(0) == names.at(1) && names.at(1) == names.at(2) && names.at(3) == names.at(4));
        assert_ne!(names.at(0), names.at(3));
    }

    #[test]
    fn the_longest_way_counts_and_a_cycle_has_none() {
        let diamond = Arcs::new(4, [(0, 1), (1, 2), (0, 2), (2, 3)]);
        assert_eq!(diamond.longest_ways().unwrap().values(), [0, 1, 2, 3]);
        assert!(Arcs::new(3, [(0, 1), (1, 2), (2, 1)]).longest_ways().is_none());
        assert!(Arcs::new(0, []).longest_ways().is_some());
    }

    #[test]
    fn a_chain_of_a_million_is_walked_without_recursion() {
        let chain = Arcs::new(1_000_000, (0..999_999).map(|node| (node, node + 1)));
        assert_eq!(chain.longest_ways().unwrap().at(999_999), 999_999);
        assert_eq!(
            chain.weak_components().values().iter().max(),
            chain.weak_components().values().iter().min()
        );
    }
}
