//! Which pairs of nodes have no least upper bound: no single one above both that everyone above both is above.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::junctions::Junctions;
use crate::graph_support::per_node::PerNode;

/// Finds the pairs of tops that have no least upper bound; see [`Junctions`].
///
/// That is enough. Two nodes of one tree have one: where their ways up meet. If a top is above another, so are two nodes
/// of their trees: the first of the way up from one that is above the other. Else two nodes of two trees have exactly
/// those above both that their tops have, and so a least one if and only if these have.
#[derive(Debug, Clone)]
pub(crate) struct UpperBounds {
    junctions: Junctions,
    /// By junction: which junctions are above it or are it, a bit each; those come before it.
    above: Vec<Box<[u64]>>,
    /// By junction: the one right above it; none if there are none or several.
    only: Vec<u32>,
    /// The tops, in order, each with the name of its weak component.
    tops: Vec<(u32, u32)>,
}

/// No junction.
const NONE: u32 = u32::MAX;

/// What is known of a junction, beside the one whose bounds are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bound {
    /// The last in order of those above both, or none: if there is a least one, this is it.
    last: u32,
    is_least: bool,
}

/// Nobody is above both.
const NOBODY: Bound = Bound { last: NONE, is_least: false };

impl UpperBounds {
    /// Takes up to j²/16 bytes for j junctions.
    pub(crate) fn new(junctions: Junctions) -> Self {
        let mut above: Vec<Box<[u64]>> = Vec::with_capacity(junctions.len() as usize);
        for junction in 0..junctions.len() {
            let mut bits = vec![0; junction as usize / 64 + 1].into_boxed_slice();
            for superior in junctions.above(junction) {
                let superiors = above.get(*superior as usize).into_iter().flatten();
                for (word, more) in bits.iter_mut().zip(superiors) {
                    *word |= more;
                }
            }
            if let Some(word) = bits.last_mut() {
                *word |= 1 << (junction % 64);
            }
            above.push(bits);
        }
        let lines = (0..junctions.len())
            .flat_map(|junction| junctions.above(junction).iter().map(move |above| (*above, junction)));
        let part = Arcs::new(junctions.len(), lines).weak_components();
        let only = |junction| if let [only] = junctions.above(junction) { *only } else { NONE };
        let only = (0..junctions.len()).map(only).collect();
        let tops = (0..junctions.len()).filter(|junction| junctions.is_top(*junction));
        let tops = tops.map(|top| (top, part.at(top))).collect();
        Self { junctions, above, only, tops }
    }

    /// Returns where the lines meet.
    pub(crate) fn junctions(&self) -> &Junctions {
        &self.junctions
    }

    /// Returns the tops after `top` with which it has no least upper bound, though they hang together.
    ///
    /// Costs O(j + lines) for j junctions, and O(j/64) for each at which it is not plain to see; O(j²) for all of them
    /// in practice, O(j³/64) at worst.
    pub(crate) fn without(&self, top: u32) -> impl Iterator<Item = u32> {
        let place = self.tops.binary_search_by_key(&top, |(top, _)| *top).ok();
        let others = place.and_then(|place| self.tops.get(place..)).and_then(<[_]>::split_first);
        let row = others.map(|((_, part), others)| (*part, others, self.bounds_with(top)));
        row.into_iter().flat_map(|(part, others, bounds)| {
            let hang_together =
                others.iter().filter(move |(_, other)| *other == part).map(|(other, _)| *other);
            hang_together.filter(move |other| !bounds.at(*other).is_least)
        })
    }

    /// Returns by junction what is above it and `top`.
    fn bounds_with(&self, top: u32) -> PerNode<Bound> {
        let mut bounds = PerNode::new(self.junctions.len(), NOBODY);
        let mut above_top = self.above_or_at(top);
        let mut next = above_top.next();
        for (junction, only) in (0..).zip(&self.only) {
            let bound = if next == Some(junction) {
                next = above_top.next();
                Bound { last: junction, is_least: true }
            } else if *only != NONE {
                bounds.at(*only)
            } else {
                self.bound_of_several(top, junction, &bounds)
            };
            bounds.set(junction, bound);
        }
        bounds
    }

    /// Finds the bound of a junction of several superiors, which is not above `top`, from those of its superiors.
    fn bound_of_several(&self, top: u32, junction: u32, bounds: &PerNode<Bound>) -> Bound {
        let superiors = self.junctions.above(junction).iter().map(|superior| bounds.at(*superior));
        let superiors = superiors.filter(|bound| *bound != NOBODY);
        let Some(first) = superiors.clone().next() else { return NOBODY };
        if superiors.clone().all(|bound| bound == first) && first.is_least {
            return first;
        }
        let last = superiors.clone().map(|bound| bound.last).max().unwrap_or(first.last);
        let is_least = if superiors.clone().all(|bound| bound.is_least) {
            superiors.clone().all(|bound| self.is_above(bound.last, last))
        } else {
            self.all_above_both_are_above(top, junction, last)
        };
        Bound { last, is_least }
    }

    /// Returns the junctions that are above one or are it, in order.
    fn above_or_at(&self, junction: u32) -> impl Iterator<Item = u32> {
        let words = (0..).step_by(64).zip(self.above.get(junction as usize).into_iter().flatten());
        words.flat_map(|(first, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = rest.trailing_zeros();
                rest ^= 1_u64.checked_shl(bit)?;
                Some(first + bit)
            })
        })
    }

    /// Returns whether `above` is above `junction` or is it.
    fn is_above(&self, above: u32, junction: u32) -> bool {
        let word = self.above.get(junction as usize).and_then(|bits| bits.get(above as usize / 64));
        word.is_some_and(|word| word >> (above % 64) & 1 == 1)
    }

    fn all_above_both_are_above(&self, a: u32, b: u32, last: u32) -> bool {
        let bits = |junction: u32| self.above.get(junction as usize).into_iter().flatten();
        let above_last = bits(last).copied().chain(std::iter::repeat(0));
        bits(a).zip(bits(b)).zip(above_last).all(|((a, b), last)| a & b & !last == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, reachable};

    /// The pairs without a least upper bound, by the definition.
    fn by_definition(arcs: &Arcs) -> Vec<(u32, u32)> {
        let (reach, parts) = (reachable(arcs), arcs.weak_components());
        let reaches = |a: u32, b: u32| reach[a as usize][b as usize];
        let nodes = 0..arcs.nodes();
        let pairs = nodes.clone().flat_map(|b| (0..b).map(move |a| (a, b)));
        let mut without: Vec<_> = pairs
            .filter(|(a, b)| parts.at(*a) == parts.at(*b))
            .filter(|(a, b)| {
                let above: Vec<u32> =
                    nodes.clone().filter(|node| reaches(*node, *a) && reaches(*node, *b)).collect();
                !above.iter().any(|least| above.iter().all(|other| reaches(*other, *least)))
            })
            .collect();
        without.sort_unstable();
        without
    }

    #[test]
    fn pairs_without_a_least_upper_bound_are_those_of_the_definition() {
        let mut found_any = 0;
        for (seed, arcs) in graphs() {
            let junctions = Junctions::new(&arcs);
            let trees = junctions.trees(arcs.nodes());
            let bounds = UpperBounds::new(junctions.clone());
            let mut found = Vec::new();
            for top in 0..junctions.len() {
                for other in bounds.without(top) {
                    assert_eq!(junctions.tree(top), trees.row(top as usize).len() as u64);
                    for a in trees.row(top as usize) {
                        found.extend(trees.row(other as usize).iter().map(|b| (*a.min(b), *a.max(b))));
                    }
                }
            }
            found.sort_unstable();
            found_any += usize::from(!found.is_empty());
            assert_eq!(found, by_definition(&arcs), "seed {seed}: {arcs:?}");
        }
        assert!(100 < found_any, "the graphs are to have such pairs: {found_any}");
    }
}
