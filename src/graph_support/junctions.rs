//! Where the lines of a graph meet: all that is needed to tell who is above whom, without the trees in between.
//!
//! Above a node to which one arc leads are whoever that arc comes from and all above it. So trees of such nodes hang
//! below *tops*, those with no superior or with several, and two trees meet at few places: at the tops with several
//! superiors, at those superiors, and where the ways down to such places part. Those, and the tops above them, are the
//! *junctions*. A forest has none; each line more than a forest has brings five at most, however many nodes there are.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::per_node::PerNode;
use crate::graph_support::strong::Strong;
use crate::graph_support::table::Rows;

/// No junction.
const NONE: u32 = u32::MAX;

/// A graph as its strongly connected components, their trees, and the junctions.
#[derive(Debug, Clone)]
pub(crate) struct Junctions {
    strong: Strong,
    /// By component: the top of its tree.
    top: PerNode<u32>,
    /// By component: the nodes of the graph from it up to the top of its tree, both included.
    depth: PerNode<u64>,
    /// By top: the nodes of the graph in its tree.
    tree: PerNode<u64>,
    /// By component: the junction that it is.
    place: PerNode<u32>,
    all: Vec<Junction>,
    /// By junction: the junctions right above it.
    above: Rows<u32>,
}

#[derive(Debug, Clone, Copy)]
struct Junction {
    component: u32,
    /// The nodes of the graph from it up to the next junction, that one left out.
    length: u64,
}

/// How many pairs of nodes reach each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ReachCounts {
    /// Unordered pairs of which exactly one reaches the other.
    pub(crate) one_way: u64,
    /// Unordered pairs that reach each other.
    pub(crate) mutual: u64,
    /// The most other nodes that one node reaches.
    pub(crate) most: u64,
}

impl Junctions {
    /// Finds them, in O(n + m log m).
    pub(crate) fn new(arcs: &Arcs) -> Self {
        let strong = Strong::new(arcs);
        let dag = strong.condensed(arcs);
        let count = dag.nodes();
        let mut found = Self {
            top: PerNode::new(count, NONE),
            depth: PerNode::new(count, 0),
            tree: PerNode::new(count, 0),
            place: PerNode::new(count, NONE),
            all: Vec::new(),
            above: Rows::default(),
            strong,
        };
        found.plant(&dag);
        found.join(&dag);
        found
    }

    /// Finds tops, depths and trees; a component comes after those above it.
    fn plant(&mut self, dag: &Arcs) {
        for component in 0..dag.nodes() {
            let size = u64::from(self.strong.size(component));
            let (top, depth) = match dag.sources(component) {
                [superior] => (self.top.at(*superior), self.depth.at(*superior)),
                _ => (component, 0),
            };
            self.top.set(component, top);
            self.depth.set(component, depth + size);
            self.tree.add(top, size);
        }
    }

    /// Numbers the junctions, each after those above it, and links them.
    fn join(&mut self, dag: &Arcs) {
        let is_junction = find(dag);
        // By component: the nearest junction at it or above it in its tree.
        let mut nearest = PerNode::new(dag.nodes(), NONE);
        for component in 0..dag.nodes() {
            let superiors = dag.sources(component);
            let inherited = if let [superior] = superiors { nearest.at(*superior) } else { NONE };
            nearest.set(component, inherited);
            if !is_junction.at(component) {
                continue;
            }
            let (place, depth) = (self.all.len(), self.depth.at(component));
            let mut length = depth;
            if let Some(above) = self.all.get(inherited as usize) {
                length -= self.depth.at(above.component);
                self.above.push(place, inherited);
            }
            if 1 < superiors.len() {
                for superior in superiors {
                    self.above.push(place, self.place.at(*superior));
                }
            }
            let number = u32::try_from(place).unwrap_or(NONE);
            nearest.set(component, number);
            self.place.set(component, number);
            self.all.push(Junction { component, length });
        }
    }

    /// Returns the number of junctions.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.all.len()).unwrap_or(NONE)
    }

    /// Returns the junctions right above one.
    pub(crate) fn above(&self, junction: u32) -> &[u32] {
        self.above.row(junction as usize)
    }

    /// Returns whether a junction has no superior, or several.
    pub(crate) fn is_top(&self, junction: u32) -> bool {
        let component = self.component(junction);
        self.top.at(component) == component
    }

    /// Returns the number of nodes in the tree below a top, that one included.
    pub(crate) fn tree(&self, junction: u32) -> u64 {
        self.tree.at(self.component(junction))
    }

    /// Returns by top the nodes in its tree, in order, for those tops that are junctions.
    pub(crate) fn trees(&self, nodes: u32) -> Rows<u32> {
        let top = |node| self.place.at(self.top.at(self.strong.of(node)));
        Rows::group(self.all.len(), (0..nodes).map(move |node| (top(node), node)))
    }

    fn component(&self, junction: u32) -> u32 {
        self.all.get(junction as usize).map_or(NONE, |junction| junction.component)
    }

    /// Counts the pairs that reach each other. Costs O(n), and for each top O(junctions and lines above and below it).
    pub(crate) fn reach(&self) -> ReachCounts {
        let above_tops = self.above_tops();
        let mut counts = ReachCounts::default();
        for component in 0..self.strong.count() {
            let size = u64::from(self.strong.size(component));
            let above = above_tops.at(self.top.at(component)) + self.depth.at(component) - size;
            counts.one_way += size * above;
            counts.mutual += size * (size - 1) / 2;
        }
        counts.most = self.most().saturating_sub(1);
        counts
    }

    /// Returns by top the number of nodes of the graph above it.
    fn above_tops(&self) -> PerNode<u64> {
        let mut above_tops = PerNode::new(self.strong.count(), 0);
        let mut seen = PerNode::new(self.len(), NONE);
        let mut to_do = Vec::new();
        for top in (0..self.len()).filter(|junction| self.is_top(*junction)) {
            let mut nodes = 0;
            to_do.extend_from_slice(self.above(top));
            while let Some(junction) = to_do.pop() {
                if seen.set(junction, top) != top {
                    nodes += self.all.get(junction as usize).map_or(0, |junction| junction.length);
                    to_do.extend_from_slice(self.above(junction));
                }
            }
            above_tops.set(self.component(top), nodes);
        }
        above_tops
    }

    /// Returns the most nodes that one node reaches, itself included: one above which nobody is.
    fn most(&self) -> u64 {
        let trees = (0..self.strong.count()).map(|component| self.tree.at(component));
        let mut most = trees.max().unwrap_or_default();
        let tops = (0..self.len()).filter(|junction| self.is_top(*junction));
        let lines = tops.clone().flat_map(|top| {
            let tops_above = self.above(top).iter().map(|above| self.top.at(self.component(*above)));
            tops_above.map(move |above| (self.place.at(above), top))
        });
        let below = Rows::group(self.all.len(), lines);
        let mut seen = PerNode::new(self.len(), NONE);
        let mut to_do = Vec::new();
        for root in tops.filter(|top| self.above(*top).is_empty()) {
            let mut nodes = 0;
            to_do.push(root);
            while let Some(top) = to_do.pop() {
                if seen.set(top, root) != root {
                    nodes += self.tree(top);
                    to_do.extend_from_slice(below.row(top as usize));
                }
            }
            most = most.max(nodes);
        }
        most
    }
}

/// Returns which components are junctions.
fn find(dag: &Arcs) -> PerNode<bool> {
    let mut is_junction = PerNode::new(dag.nodes(), false);
    for component in 0..dag.nodes() {
        let superiors = dag.sources(component);
        if 1 < superiors.len() {
            is_junction.set(component, true);
            for superior in superiors {
                is_junction.set(*superior, true);
            }
        }
    }
    // By component: the ways down its tree on which there is a junction.
    let mut ways = PerNode::new(dag.nodes(), 0_u32);
    for component in (0..dag.nodes()).rev() {
        let down = ways.at(component);
        if 1 < down {
            is_junction.set(component, true);
        }
        match dag.sources(component) {
            [superior] if 0 < down || is_junction.at(component) => ways.add(*superior, 1),
            [] if 0 < down => _ = is_junction.set(component, true),
            _ => {}
        }
    }
    is_junction
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, larger_graphs, reachable};

    #[test]
    fn a_forest_has_no_junctions() {
        let forest = Junctions::new(&Arcs::new(6, [(0, 1), (0, 2), (1, 3), (4, 5)]));
        assert_eq!(forest.len(), 0);
        assert_eq!(forest.reach(), ReachCounts { one_way: 5, mutual: 0, most: 3 });
    }

    #[test]
    fn reach_is_counted_as_by_looking_at_every_pair() {
        for (seed, arcs) in graphs().chain(larger_graphs()) {
            let reach = reachable(&arcs);
            let nodes = arcs.nodes() as usize;
            let pairs = (0..nodes).flat_map(|a| (0..a).map(move |b| (a, b)));
            let count = |wanted: usize| {
                let ways = pairs.clone().map(|(a, b)| usize::from(reach[a][b]) + usize::from(reach[b][a]));
                ways.filter(|ways| *ways == wanted).count() as u64
            };
            let most = reach.iter().map(|row| row.iter().filter(|reached| **reached).count()).max();
            let expected =
                ReachCounts { one_way: count(1), mutual: count(2), most: most.unwrap_or(1) as u64 - 1 };
            assert_eq!(Junctions::new(&arcs).reach(), expected, "seed {seed}");
        }
    }

    #[test]
    fn each_line_more_brings_five_junctions_at_most() {
        for (seed, arcs) in graphs().filter(|(seed, _)| seed % 3 != 0) {
            let more: usize = (0..arcs.nodes()).map(|node| arcs.sources(node).len().saturating_sub(1)).sum();
            assert!(Junctions::new(&arcs).len() as usize <= 5 * more, "seed {seed}");
        }
    }

    #[test]
    fn a_chain_of_a_million_is_walked_without_recursion() {
        let chain = Arcs::new(1_000_000, (0..999_999).map(|node| (node, node + 1)).chain([(0, 999_999)]));
        let counts = Junctions::new(&chain).reach();
        assert_eq!((counts.one_way, counts.most), (999_999 * 500_000, 999_999));
    }
}
