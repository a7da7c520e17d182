//! Random graphs, and what can be said of them by looking at everything.

use crate::graph_support::arcs::Arcs;

/// A number below `n` from a generator (an LCG), so that graphs are the same in every run.
fn below(state: &mut u64, n: u32) -> u32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    u32::try_from((*state >> 33) % u64::from(n)).unwrap()
}

/// Small graphs of every kind, each with the seed that it comes from: forests with extra arcs, graphs with cycles.
pub(crate) fn graphs() -> impl Iterator<Item = (u64, Arcs)> {
    (0..2_000).map(|seed| graph(seed, 14))
}

/// A few graphs in which many lines meet, some of them on cycles.
pub(crate) fn larger_graphs() -> impl Iterator<Item = (u64, Arcs)> {
    (2_000..2_040).map(|seed| graph(seed, 40))
}

/// Makes a forest of fewer than `most` nodes with up to as many extra arcs.
fn graph(seed: u64, most: u32) -> (u64, Arcs) {
    let mut state = seed;
    let nodes = below(&mut state, most);
    let mut arcs = Vec::new();
    for node in 1..nodes {
        if below(&mut state, 6) != 0 {
            arcs.push((below(&mut state, node), node));
        }
    }
    if 1 < nodes {
        for _ in 0..below(&mut state, nodes) {
            let (a, b) = (below(&mut state, nodes), below(&mut state, nodes));
            // In two of three graphs arcs lead one way, so that there is no cycle.
            arcs.push(if seed.is_multiple_of(3) { (a, b) } else { (a.min(b), a.max(b)) });
        }
    }
    (seed, Arcs::new(nodes, arcs))
}

/// Which node reaches which, each one itself included (Warshall).
pub(crate) fn reachable(arcs: &Arcs) -> Vec<Vec<bool>> {
    reachable_without(arcs, None)
}

/// As [`reachable`], with one node taken out.
pub(crate) fn reachable_without(arcs: &Arcs, gone: Option<u32>) -> Vec<Vec<bool>> {
    let nodes = arcs.nodes() as usize;
    let mut reach = vec![vec![false; nodes]; nodes];
    for (node, row) in reach.iter_mut().enumerate() {
        row[node] = true;
    }
    for (from, to) in arcs.iter().filter(|(from, to)| Some(*from) != gone && Some(*to) != gone) {
        reach[from as usize][to as usize] = true;
    }
    for through in 0..nodes {
        for from in 0..nodes {
            for to in 0..nodes {
                reach[from][to] |= reach[from][through] && reach[through][to];
            }
        }
    }
    reach
}
