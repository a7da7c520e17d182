//! Which pairs of nodes have no least upper bound: no single one above both that everyone above both is above.

use crate::graph_support::arcs::Arcs;
use crate::graph_support::junctions::Junctions;
use crate::graph_support::per_node::PerNode;
use crate::graph_support::table::Rows;

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
    /// By junction: the number of the top of its tree.
    top_of: PerNode<u32>,
    /// By the number of a top: the junctions of its tree, in order.
    trees: Rows<u32>,
    /// In order; a top has its place here as its number.
    tops: Vec<Top>,
}

#[derive(Debug, Clone, Copy)]
struct Top {
    junction: u32,
    /// The name of its weak component.
    part: u32,
    /// Whether another top is below its tree.
    leads_on: bool,
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

/// What is above one junction and others, as far as the search has come.
struct Search {
    junction: u32,
    /// By the number of a top, for those that were come to.
    tops: PerNode<Bound>,
    /// By junction, in the trees whose top is above the one: the nearest at it or above it that is above the one.
    nearest: PerNode<u32>,
}

impl UpperBounds {
    /// Takes up to j²/16 bytes for j junctions.
    pub(crate) fn new(junctions: Junctions) -> Self {
        let above = above(&junctions);
        let lines = (0..junctions.len())
            .flat_map(|junction| junctions.above(junction).iter().map(move |above| (*above, junction)));
        let part = Arcs::new(junctions.len(), lines).weak_components();
        let mut top_of = PerNode::new(junctions.len(), NONE);
        let mut tops: Vec<Top> = Vec::new();
        for junction in 0..junctions.len() {
            let superiors = junctions.above(junction);
            if junctions.is_top(junction) {
                for superior in superiors {
                    if let Some(top) = tops.get_mut(top_of.at(*superior) as usize) {
                        top.leads_on = true;
                    }
                }
                top_of.set(junction, number(tops.len()));
                tops.push(Top { junction, part: part.at(junction), leads_on: false });
            } else if let [superior] = superiors {
                top_of.set(junction, top_of.at(*superior));
            }
        }
        let trees =
            Rows::group(tops.len(), (0..junctions.len()).map(|junction| (top_of.at(junction), junction)));
        Self { junctions, above, top_of, trees, tops }
    }

    /// Returns where the lines meet.
    pub(crate) fn junctions(&self) -> &Junctions {
        &self.junctions
    }

    /// Returns the tops after `top` with which it has no least upper bound, though they hang together.
    ///
    /// Costs O(j) for j junctions and O(lines) for the tops after it, and O(j/64) for each at which it is not plain to
    /// see; O(j²) for all of them in practice, O(j³/64) at worst.
    pub(crate) fn without(&self, top: u32) -> impl Iterator<Item = u32> {
        let place = self.tops.binary_search_by_key(&top, |top| top.junction).ok();
        let found =
            place.and_then(|place| Some((*self.tops.get(place)?, place + 1, self.bounds_with(place))));
        found.into_iter().flat_map(|(top, after, bounds)| {
            let others = (number(after)..).zip(self.tops.get(after..).unwrap_or_default());
            let hang_together = others.filter(move |(_, other)| other.part == top.part);
            let without = hang_together.filter(move |(place, _)| !bounds.at(*place).is_least);
            without.map(|(_, other)| other.junction)
        })
    }

    /// Returns by the number of a top what is above it and the top at `place`.
    ///
    /// Of the tops before that place, only those are looked at that others are below.
    fn bounds_with(&self, place: usize) -> PerNode<Bound> {
        let junction = self.tops.get(place).map_or(NONE, |top| top.junction);
        let mut search = Search {
            junction,
            tops: PerNode::new(number(self.tops.len()), NOBODY),
            nearest: PerNode::new(self.junctions.len(), NONE),
        };
        for (other, top) in self.tops.iter().enumerate() {
            if other < place && !top.leads_on {
                continue;
            }
            let bound = if self.is_above(top.junction, junction) {
                self.find_nearest(other, &mut search);
                Bound { last: top.junction, is_least: true }
            } else {
                self.bound_of_several(top.junction, &search)
            };
            search.tops.set(number(other), bound);
        }
        search.tops
    }

    /// Finds the nearest for the junctions of a tree whose top is above the one.
    fn find_nearest(&self, tree: usize, search: &mut Search) {
        for junction in self.trees.row(tree) {
            let nearest = match self.junctions.above(*junction) {
                [superior] if !self.is_above(*junction, search.junction) => search.nearest.at(*superior),
                _ => *junction,
            };
            search.nearest.set(*junction, nearest);
        }
    }

    /// Finds the bound of a top, which is not above the one, from those of its superiors.
    fn bound_of_several(&self, top: u32, search: &Search) -> Bound {
        let bound = |superior: &u32| match search.nearest.at(*superior) {
            // Nobody in its tree is above the one, so that what is above both is above its top.
            NONE => search.tops.at(self.top_of.at(*superior)),
            nearest => Bound { last: nearest, is_least: true },
        };
        let superiors = self.junctions.above(top).iter().map(bound).filter(|bound| *bound != NOBODY);
        let Some(first) = superiors.clone().next() else { return NOBODY };
        if superiors.clone().all(|bound| bound == first) && first.is_least {
            return first;
        }
        let last = superiors.clone().map(|bound| bound.last).max().unwrap_or(first.last);
        let is_least = if superiors.clone().all(|bound| bound.is_least) {
            superiors.clone().all(|bound| self.is_above(bound.last, last))
        } else {
            self.all_above_both_are_above(search.junction, top, last)
        };
        Bound { last, is_least }
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

/// Returns by junction which junctions are above it or are it, a bit each.
fn above(junctions: &Junctions) -> Vec<Box<[u64]>> {
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
    above
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_support::testing::{graphs, larger_graphs, reachable};

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
        for (seed, arcs) in graphs().chain(larger_graphs()) {
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
