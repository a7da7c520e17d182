//! The figures as a competent user computes them in an afternoon: petgraph, and the definitions.

use std::collections::BTreeSet;

use petgraph::algo::articulation_points::articulation_points;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::{connected_components, kosaraju_scc};
use petgraph::graph::{DiGraph, NodeIndex, UnGraph};
use petgraph::visit::{Dfs, Reversed};

use bagan::{Org, Relation};

/// The lines of an org of the kinds wanted.
pub(crate) fn lines(org: &Org, wanted: impl Fn(Relation<'_>) -> bool) -> DiGraph<(), ()> {
    let graph = org.to_petgraph();
    graph.filter_map(|_, _| Some(()), |_, relation| wanted(*relation).then_some(()))
}

/// How many nodes each reaches, by a search from each.
fn reached(graph: &DiGraph<(), ()>) -> usize {
    let count = |start| {
        let mut search = Dfs::new(graph, start);
        std::iter::from_fn(|| search.next(graph)).count() - 1
    };
    graph.node_indices().map(count).sum()
}

/// Pieces, circles, reach, dominators.
pub(crate) fn figures(graph: &DiGraph<(), ()>) -> usize {
    let mut root = graph.clone();
    let top = root.add_node(());
    let tops: Vec<NodeIndex> = graph.externals(petgraph::Direction::Incoming).collect();
    for node in tops {
        root.add_edge(top, node, ());
    }
    let dominators = simple_fast(&root, top);
    let dominated: usize =
        graph.node_indices().map(|node| dominators.dominators(node).map_or(0, Iterator::count)).sum();
    connected_components(graph) + kosaraju_scc(graph).len() + reached(graph) + dominated
}

/// The articulation points of the lines taken both ways.
pub(crate) fn cut_nodes(graph: &DiGraph<(), ()>) -> usize {
    let ways: UnGraph<(), ()> = graph.clone().into_edge_type();
    articulation_points(&ways).len()
}

/// The pairs without a least upper bound, by looking at those above each pair.
pub(crate) fn without_upper_bound(graph: &DiGraph<(), ()>) -> usize {
    let above: Vec<BTreeSet<NodeIndex>> = graph
        .node_indices()
        .map(|node| {
            let mut search = Dfs::new(Reversed(graph), node);
            std::iter::from_fn(|| search.next(Reversed(graph))).collect()
        })
        .collect();
    let of = |node: NodeIndex| above.get(node.index());
    let has_none = |a: &BTreeSet<NodeIndex>, b: &BTreeSet<NodeIndex>| {
        let both: BTreeSet<NodeIndex> = a.intersection(b).copied().collect();
        !both.iter().any(|least| of(*least).is_some_and(|above| both.is_subset(above)))
    };
    above
        .iter()
        .enumerate()
        .map(|(place, a)| above.iter().take(place).filter(|b| has_none(a, b)).count())
        .sum()
}
