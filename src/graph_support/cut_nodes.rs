//! Nodes without which a part of a graph falls apart, whichever way its arcs lead.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::per_node::PerNode;

/// Returns the articulation points: those without which there are more weak components. In order, in O(n + m log m).
pub(crate) fn cut_nodes(arcs: &Arcs) -> Vec<u32> {
    let ways = arcs.both_ways();
    let nodes = arcs.nodes();
    let mut search = Search {
        found: PerNode::new(nodes, NEW),
        low: PerNode::new(nodes, NEW),
        cuts: PerNode::new(nodes, false),
    };
    let mut time = 0;
    for start in 0..nodes {
        if search.found.at(start) == NEW {
            search.from(&ways, start, &mut time);
        }
    }
    (0..nodes).filter(|node| search.cuts.at(*node)).collect()
}

/// A node that the search has not come to.
const NEW: u32 = u32::MAX;

/// What the search keeps (Hopcroft and Tarjan 1973), with a stack of its own.
struct Search {
    /// When a node was found.
    found: PerNode<u32>,
    /// The first found node next to a node or to what was found from it.
    low: PerNode<u32>,
    cuts: PerNode<bool>,
}

impl Search {
    fn from(&mut self, ways: &Arcs, start: u32, time: &mut u32) {
        // The way to the node at hand: each node with the number of its neighbours that are done.
        let mut way = vec![(start, 0)];
        let mut branches = 0;
        self.find(start, time);
        while let Some((node, done)) = way.last_mut() {
            let node = *node;
            if let Some(&next) = ways.targets(node).get(*done) {
                *done += 1;
                if self.found.at(next) == NEW {
                    self.find(next, time);
                    way.push((next, 0));
                } else {
                    // The node that it was found from counts too: that never makes `low` less than it.
                    self.low.set(node, self.low.at(node).min(self.found.at(next)));
                }
                continue;
            }
            way.pop();
            let Some(&(above, _)) = way.last() else { break };
            let low = self.low.at(node);
            self.low.set(above, self.low.at(above).min(low));
            if above == start {
                branches += 1;
            } else if self.found.at(above) <= low {
                self.cuts.set(above, true);
            }
        }
        self.cuts.set(start, 1 < branches);
    }

    fn find(&mut self, node: u32, time: &mut u32) {
        self.found.set(node, *time);
        self.low.set(node, *time);
        *time += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, reachable_without};

    /// The number of weak components among the nodes that are left.
    fn parts(arcs: &Arcs, gone: Option<u32>) -> usize {
        let reach = reachable_without(&arcs.both_ways(), gone);
        let firsts = (0..arcs.nodes()).filter(|node| Some(*node) != gone);
        firsts.filter(|&node| (0..node).all(|before| !reach[before as usize][node as usize])).count()
    }

    #[test]
    fn a_cut_node_is_one_without_which_there_are_more_parts() {
        for (seed, arcs) in graphs() {
            let expected = (0..arcs.nodes()).filter(|node| parts(&arcs, None) < parts(&arcs, Some(*node)));
            assert_eq!(cut_nodes(&arcs), expected.collect::<Vec<_>>(), "seed {seed}");
        }
    }

    #[test]
    fn a_chain_of_a_million_is_walked_without_recursion() {
        let chain = Arcs::new(1_000_000, (0..999_999).map(|node| (node + 1, node)));
        assert_eq!(cut_nodes(&chain).len(), 999_998);
    }
}
