//! Dominators: through whom every way from the roots to a node leads.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::per_node::PerNode;

/// Returns for each node how many others are reached from the roots through it alone; the roots are the nodes to which
/// no arc leads. None if there is no root.
///
/// Nodes that no root reaches are cut off already, and counted for nobody. Costs O(m log n).
pub(crate) fn dominated(arcs: &Arcs) -> Option<Vec<u32>> {
    let search = Search::new(arcs)?;
    let dominators = search.dominators(arcs);
    // Found after its dominator: from the last found on, counts are whole when they are passed on.
    let mut counts = PerNode::new(search.len(), 0_u32);
    for place in (ROOT_AND..search.len()).rev() {
        counts.add(dominators.at(place), counts.at(place) + 1);
    }
    let found = (0..arcs.nodes()).map(|node| search.place.at(node));
    Some(found.map(|place| if place == NONE { 0 } else { counts.at(place) }).collect())
}

/// Not found, or nothing.
const NONE: u32 = u32::MAX;
/// The place of the root of roots, from which an arc leads to each root, is 0; those of nodes begin after it.
const ROOT_AND: u32 = 1;

/// The nodes in the order in which a search from the roots finds them.
struct Search {
    /// The place of each node in that order, from 1.
    place: PerNode<u32>,
    /// By place: the node.
    order: Vec<u32>,
    /// By place: the place of the node that it was found from.
    found_from: Vec<u32>,
}

impl Search {
    fn new(arcs: &Arcs) -> Option<Self> {
        let mut search =
            Self { place: PerNode::new(arcs.nodes(), NONE), order: vec![NONE], found_from: vec![0] };
        for root in (0..arcs.nodes()).filter(|node| arcs.sources(*node).is_empty()) {
            let mut way = vec![(search.find(root, 0), root, 0)];
            while let Some((place, node, done)) = way.last_mut() {
                let (place, node) = (*place, *node);
                let Some(&next) = arcs.targets(node).get(*done) else {
                    way.pop();
                    continue;
                };
                *done += 1;
                if search.place.at(next) == NONE {
                    way.push((search.find(next, place), next, 0));
                }
            }
        }
        (1 < search.order.len()).then_some(search)
    }

    fn find(&mut self, node: u32, from: u32) -> u32 {
        let place = self.len();
        self.place.set(node, place);
        self.order.push(node);
        self.found_from.push(from);
        place
    }

    fn len(&self) -> u32 {
        u32::try_from(self.order.len()).unwrap_or(NONE)
    }

    fn found_from(&self, place: u32) -> u32 {
        self.found_from.get(place as usize).copied().unwrap_or_default()
    }

    /// Returns the places from which an arc leads to the node at `place`.
    fn before<'a>(&'a self, arcs: &'a Arcs, place: u32) -> impl Iterator<Item = u32> + 'a {
        let node = self.order.get(place as usize).copied().unwrap_or(NONE);
        let before = arcs.sources(node);
        let root = before.is_empty().then_some(0);
        root.into_iter().chain(before.iter().map(|node| self.place.at(*node)).filter(|place| *place != NONE))
    }

    /// Returns by place the place of the nearest dominator (Lengauer and Tarjan 1979, with simple linking).
    fn dominators(&self, arcs: &Arcs) -> PerNode<u32> {
        let places = self.len();
        let mut linked =
            Linked { above: PerNode::new(places, NONE), best: identity(places), semi: identity(places) };
        let mut dominators = PerNode::new(places, 0);
        // Those whose semidominator is at a place: the last one, and the one before each.
        let (mut last, mut before) = (PerNode::new(places, NONE), PerNode::new(places, NONE));
        for place in (ROOT_AND..places).rev() {
            for from in self.before(arcs, place) {
                let best = linked.best(from);
                let semi = linked.semi.at(best);
                linked.semi.set(place, linked.semi.at(place).min(semi));
            }
            let semi = linked.semi.at(place);
            before.set(place, last.set(semi, place));
            let above = self.found_from(place);
            linked.above.set(place, above);
            let mut waiting = last.set(above, NONE);
            while waiting != NONE {
                let best = linked.best(waiting);
                let is_same = linked.semi.at(best) == linked.semi.at(waiting);
                dominators.set(waiting, if is_same { above } else { best });
                waiting = before.at(waiting);
            }
        }
        for place in ROOT_AND..places {
            if dominators.at(place) != linked.semi.at(place) {
                dominators.set(place, dominators.at(dominators.at(place)));
            }
        }
        dominators
    }
}

fn identity(places: u32) -> PerNode<u32> {
    let mut identity = PerNode::new(places, 0);
    for place in 0..places {
        identity.set(place, place);
    }
    identity
}

/// The forest of places that are done, with ways to the top made shorter as they are asked for.
struct Linked {
    above: PerNode<u32>,
    /// The place with the lowest semidominator on the way that was made shorter.
    best: PerNode<u32>,
    semi: PerNode<u32>,
}

impl Linked {
    /// Returns the place with the lowest semidominator on the way from `place` up, the top of its tree left out.
    fn best(&mut self, place: u32) -> u32 {
        if self.above.at(place) == NONE {
            return place;
        }
        let mut way = Vec::new();
        let mut at = place;
        while self.above.at(self.above.at(at)) != NONE {
            way.push(at);
            at = self.above.at(at);
        }
        let top = self.above.at(at);
        for at in way.into_iter().rev() {
            let above = self.above.at(at);
            if self.semi.at(self.best.at(above)) < self.semi.at(self.best.at(at)) {
                self.best.set(at, self.best.at(above));
            }
            self.above.set(at, top);
        }
        self.best.at(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, reachable_without};

    /// Who is reached from the roots when `gone` is gone.
    fn reached(arcs: &Arcs, gone: Option<u32>) -> Vec<bool> {
        let reach = reachable_without(arcs, gone);
        let roots = (0..arcs.nodes()).filter(|root| Some(*root) != gone && arcs.sources(*root).is_empty());
        let roots: Vec<u32> = roots.collect();
        (0..arcs.nodes()).map(|node| roots.iter().any(|root| reach[*root as usize][node as usize])).collect()
    }

    #[test]
    fn dominated_are_those_who_are_cut_off_when_a_node_is_gone() {
        for (seed, arcs) in graphs() {
            let all = reached(&arcs, None);
            let expected = (0..arcs.nodes()).map(|gone| {
                let left = reached(&arcs, Some(gone));
                let lost = (0..arcs.nodes()).filter(|node| all[*node as usize] && !left[*node as usize]);
                u32::try_from(lost.filter(|node| *node != gone).count()).unwrap()
            });
            let has_root = (0..arcs.nodes()).any(|node| arcs.sources(node).is_empty());
            assert_eq!(dominated(&arcs), has_root.then(|| expected.collect::<Vec<_>>()), "seed {seed}");
        }
    }

    #[test]
    fn a_chain_of_a_million_with_lines_that_skip_is_walked_without_recursion() {
        let steps = (0..999_999).map(|node| (node, node + 1));
        let chain = Arcs::new(1_000_000, steps.chain((0..999_998).map(|node| (node, node + 2))));
        let counts = dominated(&chain).unwrap();
        assert_eq!((counts[0], counts[1], counts[999_998]), (999_999, 0, 0));
        let chain = Arcs::new(1_000_000, (0..999_999).map(|node| (node, node + 1)));
        assert_eq!(dominated(&chain).unwrap()[1], 999_998);
    }
}
