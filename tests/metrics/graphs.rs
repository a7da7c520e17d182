//! Figures of graphs: the 18 of `structure.json`, and random ones beside dumb oracles.

use bagan::metrics::{Digraph, Krackhardt};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::oracle::Oracle;
use crate::vectors::{agrees, close, rows};

fn graph(row: &Value) -> Digraph {
    let number = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let arcs = row["edges"].as_array().unwrap().iter().map(|arc| (number(&arc[0]), number(&arc[1])));
    Digraph::new(number(&row["n"]), arcs)
}

fn each(check: impl Fn(&str, &Digraph, &Value)) {
    for row in rows("structure.json", &["graphs"]) {
        check(row["name"].as_str().unwrap(), &graph(&row), &row);
    }
}

#[test]
fn krackhardts_measures_are_those_of_the_vectors() {
    each(|name, graph, row| {
        let found = graph.krackhardt().unwrap();
        agrees(name, Some(found.connectedness), row, "connectedness");
        agrees(name, found.hierarchy, row, "hierarchy");
        agrees(name, found.efficiency, row, "efficiency");
        agrees(name, found.upper_boundedness, row, "lubness");
        assert_eq!(graph.krackhardt_at_any_size(), found);
    });
}

#[test]
fn pairs_without_an_upper_bound_are_those_of_the_vectors() {
    each(|name, graph, row| {
        let bounds = graph.upper_bounds().unwrap();
        let mut pairs: Vec<(u32, u32)> = bounds.pairs().collect();
        pairs.sort_unstable();
        assert_eq!(json!(pairs), row["lub_bad_pairs"], "{name}");
        assert_eq!(bounds.missing(), pairs.len() as u64, "{name}");
    });
}

#[test]
fn flow_hierarchy_and_reaching_centrality_are_those_of_the_vectors() {
    each(|name, graph, row| {
        agrees(name, graph.flow_hierarchy(), row, "flow_hierarchy");
        agrees(name, graph.reach().unwrap().global_centrality(), row, "grc");
    });
}

#[test]
fn betweenness_is_that_of_the_vectors() {
    each(|name, graph, row| {
        let found = graph.betweenness().unwrap();
        assert_eq!(found.len(), row["betweenness"].as_array().unwrap().len());
        for (found, stated) in found.iter().zip(row["betweenness"].as_array().unwrap()) {
            assert!(close(*found, stated.as_f64().unwrap()), "{name}: {found}, {stated}");
        }
    });
}

#[test]
fn cut_nodes_dominated_counts_and_layers_are_those_of_the_vectors() {
    each(|name, graph, row| {
        assert_eq!(json!(graph.cut_nodes()), row["articulation"], "{name}");
        assert_eq!(json!(graph.cut_off()), row["dominated_count"], "{name}");
        assert_eq!(json!(graph.layers()), row["layers"], "{name}");
    });
}

#[test]
fn spans_are_those_of_the_vectors() {
    each(|name, graph, row| {
        let (spans, stated) = (graph.spans(), &row["span"]);
        assert_eq!(spans.managers(), stated["managers"], "{name}");
        agrees(name, spans.mean(), stated, "mean");
        // Where nobody manages, the vectors state 0 for what we hold undefined.
        assert_eq!(spans.most().unwrap_or(0) as u64, stated["max"], "{name}");
        assert_eq!(spans.least().unwrap_or(0) as u64, stated["min"], "{name}");
        assert_eq!(spans.most().is_none(), spans.managers() == 0, "{name}");
    });
}

#[test]
fn no_nodes_have_no_figures() {
    let none = Digraph::new(0, []);
    let measures = none.krackhardt().unwrap();
    assert_eq!(Some(measures.connectedness), Some(1.0));
    assert_eq!((measures.hierarchy, measures.efficiency, measures.upper_boundedness), (None, None, None));
    assert_eq!((none.flow_hierarchy(), none.reach().unwrap().global_centrality()), (None, None));
    assert_eq!((none.cut_off(), none.cut_nodes(), none.layers()), (None, vec![], Some(vec![])));
    assert_eq!(none.betweenness(), Ok(vec![]));
}

#[test]
fn more_ways_than_a_float_can_count_are_counted() {
    // A chain of 1,500 diamonds: from one end to the other there are 2^1500 shortest ways.
    let diamonds = 1_500;
    let arcs = (0..diamonds).flat_map(|d| {
        let top = 3 * d;
        [(top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)]
    });
    let found = Digraph::new(3 * diamonds + 1, arcs).betweenness().unwrap();
    for diamond in 0..diamonds {
        let top = f64::from(3 * diamond);
        let nodes = f64::from(3 * diamonds + 1);
        assert!(close(found[3 * diamond as usize], top * (nodes - 1.0 - top)));
        // Half of the pairs with the top or what is before it on one end, and what is after it on the other.
        let side = found[3 * diamond as usize + 1];
        assert!(close(side, (top + 1.0) * (nodes - 3.0 - top) / 2.0), "{side}");
    }
}

#[test]
fn what_may_take_long_is_computed_only_when_asked_for() {
    let chain = Digraph::new(10_001, (0..10_000).map(|node| (node, node + 1)));
    let refused = chain.betweenness().unwrap_err();
    assert_eq!((refused.figure, refused.size, refused.most), ("betweenness", 10_001, 10_000));
    let text = "betweenness may take long: there are 10001 nodes, and up to 10000 it is computed unasked";
    assert_eq!(refused.to_string(), text);
    // A forest has no junctions, however large; two superiors each give every node one.
    assert_eq!(chain.krackhardt().unwrap().upper_boundedness, Some(1.0));
    let matrix = Digraph::new(40_000, (2..40_000).flat_map(|node| [(node - 2, node), (node - 1, node)]));
    let refused =
        [matrix.reach().unwrap_err(), matrix.upper_bounds().unwrap_err(), matrix.krackhardt().unwrap_err()];
    for refused in refused {
        assert_eq!((refused.unit, refused.size, refused.most), ("junctions", 40_000, 32_768));
    }
    let small = Digraph::new(200, (2..200).flat_map(|node| [(node - 2, node), (node - 1, node)]));
    assert_eq!(small.reach_at_any_size(), small.reach().unwrap());
    assert_eq!(small.upper_bounds_at_any_size().missing(), small.upper_bounds().unwrap().missing());
}

#[test]
fn a_chain_of_a_million_is_walked_without_recursion() {
    let chain = Digraph::new(1_000_000, (0..999_999).map(|node| (node, node + 1)));
    let Krackhardt { connectedness, hierarchy, efficiency, upper_boundedness, .. } =
        chain.krackhardt().unwrap();
    assert_eq!((connectedness, hierarchy), (1.0, Some(1.0)));
    assert_eq!((efficiency, upper_boundedness), (Some(1.0), Some(1.0)));
    assert_eq!(chain.flow_hierarchy(), Some(1.0));
}

/// Graphs as pairs of numbers, of which the nodes are those below the count: forests, graphs with lines more, circles.
fn arcs() -> impl Strategy<Value = (u32, Vec<(u32, u32)>)> {
    let lines = |nodes: u32| prop::collection::vec((0..nodes.max(1), 0..nodes.max(1)), 0..24);
    let any = (0_u32..12).prop_flat_map(move |nodes| (Just(nodes), lines(nodes)));
    let down = any.clone().prop_map(|(nodes, lines)| {
        (nodes, lines.into_iter().map(|(a, b)| (a.min(b), a.max(b))).collect::<Vec<_>>())
    });
    prop_oneof![any, down]
}

proptest! {
    #[test]
    fn figures_are_those_of_the_oracle((nodes, arcs) in arcs()) {
        let (graph, oracle) = (Digraph::new(nodes, arcs.iter().copied()), Oracle::new(nodes, &arcs));
        let same = |found: Option<f64>, expected: Option<f64>| match (found, expected) {
            (Some(found), Some(expected)) => close(found, expected),
            (found, expected) => found.is_none() && expected.is_none(),
        };
        let found = graph.krackhardt().unwrap();
        assert!(close(found.connectedness, oracle.connectedness()));
        assert!(same(found.hierarchy, oracle.hierarchy()));
        assert!(same(found.efficiency, oracle.efficiency()));
        assert!(same(found.upper_boundedness, oracle.upper_boundedness()));
        let mut pairs: Vec<(u32, u32)> = graph.upper_bounds().unwrap().pairs().collect();
        pairs.sort_unstable();
        assert_eq!(pairs, oracle.without_upper_bound());
        assert!(same(graph.flow_hierarchy(), oracle.flow_hierarchy()));
        assert!(same(graph.reach().unwrap().global_centrality(), oracle.global_centrality()));
        for (found, expected) in graph.betweenness().unwrap().into_iter().zip(oracle.betweenness()) {
            assert!(close(found, expected));
        }
        assert_eq!(graph.cut_off(), oracle.cut_off());
        assert_eq!(graph.cut_nodes(), oracle.cut_nodes());
        assert_eq!(graph.layers(), oracle.layers());
    }

    #[test]
    fn figures_do_not_depend_on_the_order_of_arcs((nodes, arcs) in arcs()) {
        let graph = Digraph::new(nodes, arcs.iter().copied());
        let turned = Digraph::new(nodes, arcs.iter().rev().chain(&arcs).copied());
        assert_eq!(graph.arcs(), turned.arcs());
        assert_eq!(graph.krackhardt(), turned.krackhardt());
        assert_eq!(graph.betweenness(), turned.betweenness());
    }
}
