//! The cycles of a small directed graph, by strongly connected components.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;

/// Returns the nodes of every cycle of the graph of `nodes` nodes and `arcs`: one list a component, each sorted.
///
/// Costs O(nodes + arcs), without recursion.
pub(crate) fn cycles(nodes: usize, arcs: impl IntoIterator<Item = (u32, u32)>) -> Vec<Vec<u32>> {
    let mut graph = DiGraph::<(), ()>::with_capacity(nodes, 0);
    for _ in 0..nodes {
        graph.add_node(());
    }
    graph.extend_with_edges(arcs);
    let mut found: Vec<Vec<u32>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(|component| match component.as_slice() {
            [one] => graph.contains_edge(*one, *one),
            _ => true,
        })
        .map(|component| {
            let mut nodes: Vec<u32> =
                component.iter().map(|node| u32::try_from(node.index()).unwrap_or(u32::MAX)).collect();
            nodes.sort_unstable();
            nodes
        })
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::cycles;

    #[test]
    fn a_diamond_has_no_cycle() {
        assert!(cycles(4, [(0, 1), (0, 2), (1, 3), (2, 3)]).is_empty());
    }

    #[test]
    fn each_cycle_is_found_once_and_a_loop_is_one() {
        assert_eq!(cycles(6, [(3, 4), (4, 5), (5, 3), (1, 1), (0, 3)]), [vec![1], vec![3, 4, 5]]);
    }
}
