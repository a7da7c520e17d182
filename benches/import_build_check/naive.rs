//! The same job by hand, the way most people would begin.

#![expect(clippy::disallowed_types, reason = "what a competent user would write in an afternoon")]

use std::collections::HashMap;

use petgraph::Direction::{Incoming, Outgoing};
use petgraph::graph::{DiGraph, NodeIndex};
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    manager_id: String,
    channel: String,
    allocation: i64,
    daily_limit: i64,
    weekly_limit: i64,
    monthly_limit: i64,
}

/// Reads the rows, builds a graph, runs six checks, and returns how many findings there are.
pub(crate) fn check(bytes: &[u8]) -> usize {
    let mut graph: DiGraph<Row, ()> = DiGraph::new();
    let mut nodes: HashMap<String, NodeIndex> = HashMap::new();
    for row in csv::Reader::from_reader(bytes).deserialize::<Row>() {
        let row = row.unwrap_or_else(|error| panic!("{error}"));
        let id = row.id.clone();
        nodes.insert(id, graph.add_node(row));
    }
    for node in graph.node_indices().collect::<Vec<_>>() {
        if let Some(&manager) = graph.node_weight(node).and_then(|row| nodes.get(&row.manager_id)) {
            graph.add_edge(manager, node, ());
        }
    }
    assert!(!petgraph::algo::is_cyclic_directed(&graph), "the org has no cycle");
    graph.node_indices().map(|node| faults(&graph, node)).sum()
}

fn faults(graph: &DiGraph<Row, ()>, node: NodeIndex) -> usize {
    let Some(row) = graph.node_weight(node) else { return 0 };
    let reports = || graph.neighbors_directed(node, Outgoing);
    let manager = graph.neighbors_directed(node, Incoming).next().and_then(|node| graph.node_weight(node));
    let delegated: i64 =
        reports().filter_map(|report| graph.node_weight(report)).map(|row| row.allocation).sum();
    let above = |limit: fn(&Row) -> i64| manager.is_some_and(|manager| limit(manager) < limit(row));
    let found = [
        row.allocation < delegated,
        10 < reports().count(),
        reports().count() == 1,
        7 * row.daily_limit < row.weekly_limit || row.allocation < row.monthly_limit,
        above(|row| row.daily_limit) || above(|row| row.weekly_limit) || above(|row| row.monthly_limit),
        row.title == "SEO Specialist"
            && (2 < row.channel.split('|').count()
                || manager.is_some_and(|manager| manager.title != "Digital Marketing Manager")),
    ];
    found.into_iter().filter(|&found| found).count()
}
