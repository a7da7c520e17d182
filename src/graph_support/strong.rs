//! Strongly connected components, and the graph of them.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::per_node::PerNode;

/// The strongly connected components of a graph, numbered so that arcs between them lead from lower to higher.
#[derive(Debug, Clone)]
pub(crate) struct Strong {
    /// The component of each node.
    of: PerNode<u32>,
    /// The number of nodes of each component.
    sizes: PerNode<u32>,
}

/// A node that the search has not come to, or that has no component yet.
const NEW: u32 = u32::MAX;

/// What the search keeps between its steps.
struct Search {
    /// When a node was found.
    found: PerNode<u32>,
    /// The first found node that a node is known to lead back to.
    low: PerNode<u32>,
    /// Nodes found and without a component.
    open: Vec<u32>,
    of: PerNode<u32>,
    components: u32,
}

impl Strong {
    /// Finds them, in O(n + m), by the algorithm of Tarjan (1972) with a stack of its own.
    pub(crate) fn new(arcs: &Arcs) -> Self {
        let nodes = arcs.nodes();
        let mut search = Search {
            found: PerNode::new(nodes, NEW),
            low: PerNode::new(nodes, NEW),
            open: Vec::new(),
            of: PerNode::new(nodes, NEW),
            components: 0,
        };
        let mut time = 0;
        for start in 0..nodes {
            if search.found.at(start) == NEW {
                search.from(arcs, start, &mut time);
            }
        }
        // Found leaves first: turned round, arcs lead upwards in number.
        let mut of = search.of;
        let mut sizes = PerNode::new(search.components, 0);
        for node in 0..nodes {
            let component = search.components - 1 - of.at(node);
            of.set(node, component);
            sizes.add(component, 1);
        }
        Self { of, sizes }
    }

    /// Returns the number of components.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.sizes.values().len()).unwrap_or(u32::MAX)
    }

    /// Returns the component of `node`.
    pub(crate) fn of(&self, node: u32) -> u32 {
        self.of.at(node)
    }

    /// Returns the number of nodes of `component`.
    pub(crate) fn size(&self, component: u32) -> u32 {
        self.sizes.at(component)
    }

    /// Returns the graph of the components: an arc where one of the nodes has an arc. It has no cycle.
    pub(crate) fn condensed(&self, arcs: &Arcs) -> Arcs {
        Arcs::new(self.count(), arcs.iter().map(|(from, to)| (self.of(from), self.of(to))))
    }
}

impl Search {
    fn from(&mut self, arcs: &Arcs, start: u32, time: &mut u32) {
        // The way to the node at hand: each node with the number of its arcs that are done.
        let mut way = Vec::new();
        self.find(start, time, &mut way);
        while let Some((node, done)) = way.last_mut() {
            let node = *node;
            if let Some(&next) = arcs.targets(node).get(*done) {
                *done += 1;
                if self.found.at(next) == NEW {
                    self.find(next, time, &mut way);
                } else if self.of.at(next) == NEW {
                    self.low.set(node, self.low.at(node).min(self.found.at(next)));
                }
                continue;
            }
            way.pop();
            let low = self.low.at(node);
            if let Some((above, _)) = way.last() {
                self.low.set(*above, self.low.at(*above).min(low));
            }
            if low == self.found.at(node) {
                self.close(node);
            }
        }
    }

    fn find(&mut self, node: u32, time: &mut u32, way: &mut Vec<(u32, usize)>) {
        self.found.set(node, *time);
        self.low.set(node, *time);
        *time += 1;
        self.open.push(node);
        way.push((node, 0));
    }

    /// Makes a component of the open nodes down to `node`.
    fn close(&mut self, node: u32) {
        while let Some(open) = self.open.pop() {
            self.of.set(open, self.components);
            if open == node {
                break;
            }
        }
        self.components += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, reachable};

    #[test]
    fn components_are_those_who_reach_each_other_and_arcs_lead_upwards() {
        for (seed, arcs) in graphs() {
            let (strong, reach) = (Strong::new(&arcs), reachable(&arcs));
            for a in 0..arcs.nodes() {
                for b in 0..arcs.nodes() {
                    let mutual = reach[a as usize][b as usize] && reach[b as usize][a as usize];
                    assert_eq!(strong.of(a) == strong.of(b), mutual, "seed {seed}: {a}, {b}");
                }
            }
            let condensed = strong.condensed(&arcs);
            assert!(condensed.iter().all(|(from, to)| from < to), "seed {seed}");
            let nodes: u32 = (0..strong.count()).map(|component| strong.size(component)).sum();
            assert_eq!(nodes, arcs.nodes());
        }
    }

    #[test]
    fn a_chain_and_a_cycle_of_a_million_are_walked_without_recursion() {
        let chain = Arcs::new(1_000_000, (0..999_999).map(|node| (node + 1, node)));
        assert_eq!(Strong::new(&chain).count(), 1_000_000);
        let cycle = Arcs::new(1_000_000, (0..1_000_000).map(|node| (node, (node + 1) % 1_000_000)));
        assert_eq!(Strong::new(&cycle).count(), 1);
    }
}
